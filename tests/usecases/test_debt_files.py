"""What a file of debts says of whom it does not name for sure, and of terms that it tells only in part."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.actors import Actor, Role
from domain.imports import ImportKind
from domain.promises import PromiseState
from exchange.sheet import Limits
from exchange.xlsx_out import CellValue, write_table_xlsx
from screens.import_views import ImportView
from storage import clients, employees, promises, receivables
from storage.clients import NewClient
from storage.receivables import NewReceivable
from tests.usecases.test_payments import ANNA, CLARA, MONDAY, NEW, OLD, START, Desk, desk, money
from usecases import imports
from usecases.import_reading import read_file
from usecases.promises import take_promise
from usecases.receivable_rows import dated, merged

__all__ = ["desk"]
FRIDAY = date(2026, 11, 27)
SUMS = ["Контрагент", "Долг"]


async def brings(
    desk: Desk, headers: list[str], *rows: Sequence[CellValue], day: date = MONDAY, actor: Actor = CLARA
) -> ImportView:
    """The preview of a file that was loaded then."""
    data = write_table_xlsx(headers, [list(row) for row in rows])
    (read,) = read_file("долги.xlsx", data, day, Limits(), ImportKind.RECEIVABLES)
    async with desk.on(day) as work:
        view = await imports.prepare(actor, work, "долги.xlsx", [read])
    assert isinstance(view, ImportView)
    async with desk.on(day) as work:
        await imports.load(actor, work, view.id)
    return view


async def add(desk: Desk, name: str, manager: int = 1, tax_number: str | None = None) -> int:
    async with desk.on() as work:
        return await clients.add(work.tx, NewClient(manager, name, work.now, tax_number=tax_number))


async def promise(desk: Desk, roubles: int) -> int:
    async with desk.on() as work:
        return (await take_promise(ANNA, work, desk.client, roubles * 100, FRIDAY)).promise.id


async def state(desk: Desk, promise_id: int) -> str:
    async with desk.on() as work:
        found = await promises.find(work.tx, promise_id)
    assert found is not None
    return found.state


# --- whom it does not name for sure -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Ромашка", "Совсем другое имя"])
async def test_a_name_in_doubt_pays_nobodys_debt(desk: Desk, name: str) -> None:
    await brings(desk, SUMS, ["Ромашка", 1000], ["Вектор", 5], day=START)
    word = await promise(desk, 1000)
    await add(desk, "Вектор")
    await add(desk, "ООО Ромашка")
    view = await brings(desk, SUMS, [name, 1000], ["Вектор", 5])
    assert view.debts is not None
    assert (view.debts.held.names, view.debts.cleared.count) == ((("Ромашка", 100_000),), 0)
    assert ((await desk.row()).debt, await state(desk, word)) == (100_000, PromiseState.OPEN)


async def test_whoever_is_missing_has_paid_once_no_name_is_in_doubt(desk: Desk) -> None:
    await add(desk, "Вектор")
    await brings(desk, SUMS, ["Ромашка", 1000], ["Вектор", 5], day=START)
    word = await promise(desk, 1000)
    view = await brings(desk, SUMS, ["Вектор", 5])
    assert view.debts is not None
    assert (view.debts.cleared.names, view.debts.held.count) == ((("Ромашка", 100_000),), 0)
    assert ((await desk.row()).debt, await state(desk, word)) == (0, PromiseState.KEPT)


async def test_a_document_under_a_name_in_doubt_stays_with_whom_it_was(desk: Desk) -> None:
    heads = ["Контрагент", "ИНН", "Документ", "Долг"]
    first: list[CellValue]
    second: list[CellValue]
    first, second = ["Ромашка", "7701254366", "Реализация 1", 600], ["Ромашка", "", "Реализация 2", 400]
    await brings(desk, heads, first, second, day=START)
    assert (await desk.row()).debt == 100_000
    await add(desk, "ООО Ромашка")
    await brings(desk, heads, first, second)
    assert await desk.owes() == {"Реализация 1": (600, 0), "Реализация 2": (400, 0)}


async def other_team(desk: Desk) -> Actor:
    """The lead of a team of its own, whose manager looks after «Вектор»."""
    ids = []
    async with desk.on() as work:
        team = await work.tx.value(employees.ADD_TEAM, name="Розница")
        for chat, (name, role) in enumerate((("Вера", Role.MANAGER), ("Борис", Role.LEAD)), 501):
            facts = {"team_id": team, "language": "ru", "timezone": "Europe/Moscow", "created_at": work.now}
            ids.append(
                await work.tx.value(employees.ADD, telegram_id=chat, name=name, role=role.value, **facts)
            )
    await add(desk, "Вектор", ids[0])
    return Actor(ids[1], 502, "Борис", Role.LEAD, team, "ru", "Europe/Moscow")


async def test_a_leads_file_says_nothing_of_another_team(desk: Desk) -> None:
    boris = await other_team(desk)
    await desk.file(START, OLD, NEW)
    word = await promise(desk, 120_000)
    view = await brings(desk, SUMS, ["Вектор", 5], actor=boris)
    assert view.debts is not None
    assert (view.new, view.debts.cleared.count, view.debts.foreign) == (1, 0, 0)
    assert ((await desk.row()).debt, await state(desk, word)) == (12_000_000, PromiseState.OPEN)
    again = await brings(desk, SUMS, ["Ромашка", 1], actor=boris)
    assert again.debts is not None
    assert (again.debts.foreign, again.doubts, again.debts.cleared.names) == (1, 0, (("Вектор", 500),))
    assert (await desk.row()).debt == 12_000_000


# --- terms that it tells in part ----------------------------------------------------------------------------------


async def test_what_is_overdue_without_a_term_grows_older(desk: Desk) -> None:
    heads = ["Контрагент", "Долг", "Просрочено"]
    for days in range(0, 12, 3):
        await brings(desk, heads, ["Ромашка", 1000, 700], day=START + timedelta(days=days))
        client = await desk.row()
        assert (client.overdue, client.overdue_since) == (70_000, START - timedelta(days=1))
    await brings(desk, heads, ["Ромашка", 1000, 0], day=date(2026, 12, 3))
    await brings(desk, heads, ["Ромашка", 1000, 200], day=date(2026, 12, 7))
    client = await desk.row()
    assert (client.overdue, client.overdue_since) == (20_000, date(2026, 12, 6))


async def test_intervals_tell_what_is_overdue_and_how_long(desk: Desk) -> None:
    heads = ["Контрагент", "Всего", "Не просрочено", "1-15 дней", "16-30 дней", "Свыше 30 дней"]
    for days, parts in ((0, (700, 0, 0)), (7, (700, 0, 0)), (14, (0, 700, 0)), (21, (0, 700, 0))):
        await brings(desk, heads, ["Ромашка", 1000, 300, *parts], day=START + timedelta(days=days))
        client = await desk.row()
        assert (client.debt, client.overdue) == (100_000, 70_000)
        since = START - timedelta(days=1 if days < 14 else 2)
        assert client.overdue_since == since
    await brings(desk, heads, ["Ромашка", 1000, 300, 500, 0, 200], day=date(2026, 12, 20))
    client = await desk.row()
    assert (client.overdue, client.overdue_since) == (70_000, START - timedelta(days=2))


@pytest.mark.parametrize(
    ("headers", "row", "late"),
    [
        (["Клиент", "Долг", "Просрочено", "До 10", "От 11 до 20"], ["Вега", 90, 70, 20, 50], [[11, 20, 5000], [1, 10, 2000]]),
        (["Клиент", "Долг", "Просрочено до 15 дней", "Просрочено более 15 дней"], ["Вега", 90, 20, 50], [[16, None, 5000], [1, 15, 2000]]),
        (["Клиент", "Долг", "До 30", "31-60"], ["Вега", 90, 40, 50], None),
        (["Клиент", "Долг", "Не просрочено", "1-30", "31-60"], ["Вега", 90, 10, 40, 50], None),
        (["Клиент", "Долг", "Просрочено", "До 10", "От 11 до 20"], ["Вега", 90, 0, 40, 50], None),
    ],
)  # fmt: skip
def test_intervals_that_may_tell_anything_else_are_no_terms(
    headers: list[str], row: list[CellValue], late: list[list[int | None]] | None
) -> None:
    data = write_table_xlsx(headers, [row, ["Колос", *row[1:]]])
    (read,) = read_file("x.xlsx", data, MONDAY, Limits(), ImportKind.RECEIVABLES)
    assert read.plan["rows"][0].get("late") == late


async def test_each_instalment_of_a_document_has_its_own_term(desk: Desk) -> None:
    now, later = NewReceivable("Р-1", "", None, date(2026, 11, 2), 10_000_00), NewReceivable("Р-1", "", None, date(2026, 12, 30), 90_000_00)  # fmt: skip
    await desk.file(START, later, now)
    client = await desk.row()
    assert (client.debt, client.overdue) == (100_000_00, 10_000_00)
    assert (await desk.file(START, later, now)).changes == ()
    paid = await desk.file(MONDAY, later)
    assert paid.paid == 10_000_00
    assert await desk.owes() == {"Р-1…": (90_000, 0)}
    assert (await desk.row()).overdue == 0


async def test_a_document_that_falls_into_parts_is_not_paid(desk: Desk) -> None:
    heads = ["Контрагент", "Документ", "Дата", "Долг", "Просрочено"]
    for day, overdue in ((START, 0), (MONDAY, 300)):
        view = await brings(desk, heads, ["Ромашка", "Р-1", START, 1000, overdue], day=day)
        assert view.debts is not None
        assert view.debts.paid.count == 0


DUES = st.one_of(st.none(), st.dates(date(2026, 10, 1), date(2026, 12, 31)))
ROWS = st.lists(
    st.builds(
        NewReceivable,
        st.sampled_from(["Р-1", "Р-1…", "Р-2", ""]),
        due=DUES,
        amount=st.integers(-900, 900),
        advance=st.integers(0, 90),
    )
    | st.builds(
        NewReceivable,
        st.sampled_from(["Р-1", "Р-2", ""]),
        due=st.just(START),
        amount=st.integers(0, 900),
        earliest=st.just(date.min),
    ),
    max_size=8,
)


@given(ROWS, ROWS)
def test_no_kopeck_is_lost_between_parts_and_each_has_a_name(
    first: list[NewReceivable], second: list[NewReceivable]
) -> None:
    def balance(rows: Sequence[NewReceivable]) -> int:
        return sum(row.amount - row.advance for row in rows)

    def stored(rows: Sequence[NewReceivable]) -> list[receivables.Stored]:
        return [
            receivables.Stored(at, 1, row.document, row.contract, None, row.due, row.amount, row.advance, "", None, None, None)
            for at, row in enumerate(rows)
        ]  # fmt: skip

    before = stored(merged(dated(first, [], MONDAY)))
    after = merged(dated(second, before, MONDAY), before)
    assert balance(after) == balance(second)
    assert len({row.document for row in after}) == len(after)
    again = stored(after)
    assert {row.document: row for row in merged(dated(second, again, MONDAY), again)} == {
        row.document: row for row in after
    }


# --- payments without a number ------------------------------------------------------------------------------------


async def test_two_payments_without_a_number_are_two(desk: Desk) -> None:
    await desk.file(START, OLD, NEW)
    both = money("", MONDAY, 10_000, purpose="по сч 1131"), money("", MONDAY, 10_000, purpose="по сч 1203")
    await desk.bank(*both)
    assert await desk.owes() == {"Реализация 1131": (40_000, 0), "Реализация 1203": (60_000, 0)}
    view = await desk.preview(*both, money("", MONDAY, 10_000))
    assert (view.new, view.same) == (1, 2)
    numbered = await desk.preview(money("7", MONDAY, 1), money("7", MONDAY, 1))
    assert numbered.new == 1
