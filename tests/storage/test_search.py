"""Finding a client on both engines, by whatever a thumb typed; and never somebody else's."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from domain.actors import Actor, Role
from storage import clients, employees, persons
from storage.clients import NewClient
from storage.database import Database, Transaction
from usecases import clients as use_cases
from usecases.rules import Rules
from usecases.work import Work

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
ROMASHKA, VEKTOR, BEREZKA, METRO, FOREIGN = (
    "ООО «Ромашка»",
    "АО Вектор-Плюс",
    "Магазин Берёзка",
    "METRO",
    "ИП Ромашов",
)
FOUND = [
    ("ромашка", ROMASHKA),
    ("РОМАШКА", ROMASHKA),
    ("ооо ромашка", ROMASHKA),
    ("ромаш", ROMASHKA),
    ("рамашка", ROMASHKA),
    ("ромшака", ROMASHKA),
    ("hjvfirf", ROMASHKA),
    ("romashka", ROMASHKA),
    ("плюс", VEKTOR),
    ("вектор плюс", VEKTOR),
    ("березка", BEREZKA),
    ("БЕРЁЗКА", BEREZKA),
    (",thtprf", BEREZKA),
    ("метро", METRO),
    ("ьуекщ", METRO),
    ("ольга", ROMASHKA),
    ("белова ольга", ROMASHKA),
    ("беловой", ROMASHKA),
    ("<tkjdf", ROMASHKA),
    ("+7 916 123-45-67", ROMASHKA),
    ("8(916)123-45-67", ROMASHKA),
    ("9161234567", ROMASHKA),
    ("916 123", ROMASHKA),
    ("8916", ROMASHKA),
    ("45-67", ROMASHKA),
    ("тел. 123-45-67", ROMASHKA),
    ("+7 495 000-11-22", VEKTOR),
    ("1122", VEKTOR),
    ("7707083893", VEKTOR),
    ("770708", VEKTOR),
    ("83893", VEKTOR),
    ("ИНН 7707083893", VEKTOR),
]  # fmt: skip


async def hire(tx: Transaction, telegram_id: int, role: Role, team: int | None) -> Actor:
    await tx.value(
        employees.ADD,
        telegram_id=telegram_id,
        name=f"{role} {telegram_id}",
        role=role,
        team_id=team,
        language="ru",
        timezone="Europe/Moscow",
        created_at=NOW,
    )
    found = await employees.find_by_telegram(tx, telegram_id)
    assert found is not None
    return found


@pytest.fixture
async def company(database: Database) -> AsyncIterator[tuple[Work, Actor, Actor, Actor]]:
    """Anna with four clients, Vera of another team with one, and Anna's lead."""
    async with database.transaction() as tx:
        first = await tx.value(employees.ADD_TEAM, name="Опт")
        second = await tx.value(employees.ADD_TEAM, name="Розница")
        anna = await hire(tx, 1, Role.MANAGER, first)
        vera = await hire(tx, 2, Role.MANAGER, second)
        lead = await hire(tx, 3, Role.LEAD, first)
        romashka = await clients.add(tx, NewClient(anna.id, ROMASHKA, NOW))
        await persons.add(tx, romashka, "Белова Ольга Петровна", phone="+79161234567")
        await clients.reindex(tx, romashka)
        await clients.add(tx, NewClient(anna.id, VEKTOR, NOW, tax_number="7707083893", phone="+74950001122"))
        await clients.add(tx, NewClient(anna.id, BEREZKA, NOW))
        await clients.add(tx, NewClient(anna.id, METRO, NOW))
        await clients.add(
            tx, NewClient(vera.id, FOREIGN, NOW, tax_number="500100732259", phone="+79167654321")
        )
        yield Work(tx, NOW, Rules()), anna, vera, lead


async def names(work: Work, actor: Actor, typed: str) -> list[str]:
    return [line.name for line in (await use_cases.search(actor, work, typed)).lines]


async def test_whatever_was_typed_finds_its_client_first(company: tuple[Work, Actor, Actor, Actor]) -> None:
    work, anna, _, lead = company
    for typed, name in FOUND:
        assert (await names(work, anna, typed))[:1] == [name], typed
        assert (await names(work, lead, typed))[:1] == [name], typed


async def test_nothing_is_found_where_nothing_is_meant(company: tuple[Work, Actor, Actor, Actor]) -> None:
    work, anna, _, _ = company
    for typed in ("шиномонтаж", "0000", "!!!", "🙂", "5", "%", "' OR 1=1 --"):
        assert await names(work, anna, typed) == [], typed


async def test_a_foreign_client_is_never_found(company: tuple[Work, Actor, Actor, Actor]) -> None:
    work, anna, vera, lead = company
    for typed in ("ип ромашов", "ромашов", "500100732259", "+79167654321", "4321"):
        assert FOREIGN not in await names(work, anna, typed), typed
        assert FOREIGN not in await names(work, lead, typed), typed
        assert await names(work, vera, typed) == [FOREIGN], typed
    assert await names(work, vera, "ольга") == []


async def test_what_changed_is_found_anew_and_what_is_deleted_is_not(
    company: tuple[Work, Actor, Actor, Actor],
) -> None:
    work, anna, _, _ = company
    (line,) = (await use_cases.search(anna, work, "берёзка")).lines
    await work.tx.run(clients.patch("name"), id_=line.id, name="Дубок")
    await clients.reindex(work.tx, line.id)
    assert await names(work, anna, "берёзка") == []
    assert await names(work, anna, "дубок") == ["Дубок"]
    assert await clients.delete(work.tx, line.id, NOW)
    assert not await clients.delete(work.tx, line.id, NOW)
    assert await names(work, anna, "дубок") == []


async def test_a_crowd_of_alikes_keeps_the_exact_one_first(company: tuple[Work, Actor, Actor, Actor]) -> None:
    work, anna, _, _ = company
    for number in range(80):
        await clients.add(work.tx, NewClient(anna.id, f"Магазин Продукты {number}", NOW))
    hits = await use_cases.search(anna, work, "магазин продукты 47")
    assert hits.lines[0].name == "Магазин Продукты 47"
    many = await use_cases.search(anna, work, "продукты")
    assert many.more
    assert not many.clear
    assert len(many.lines) == use_cases.HITS
