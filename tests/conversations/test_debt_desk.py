"""/debts: the table by age, the team's with its change, the picture, the file, and how a client stands."""

import io
from datetime import date, datetime, timedelta
from typing import Any

import openpyxl
import pytest
import sqlalchemy as sa

from domain.actors import Role
from domain.charts import Rows
from domain.ledger import EntryKind
from screens.callbacks.clients import OpenClient
from screens.callbacks.debts import DebtsPicture, DebtsTable
from storage import clients, debt_tables, employees, ledger, orders
from storage.exports import LAST, Exported
from storage.ledger import NewEntry
from storage.receivables import NewReceivable
from tests.firm import Company, add_client
from tests.office import Office
from usecases.receivables import replace_receivables

FILE = date(2026, 11, 20)
NBSP = "\u00a0"
GONE = "Этого здесь больше нет. Откройте раздел заново."
SET_MONEY = clients.patch("credit_limit", "payment_delay", "stopped", "promises_kept", "promises_judged")
SET_DISPUTE = sa.update(debt_tables.receivables).values(dispute="не тот товар")
GOOD_PAYER = {
    "credit_limit": 1_500_000_00,
    "payment_delay": 14,
    "stopped": False,
    "promises_kept": 6,
    "promises_judged": 8,
}
HANDED = orders.patch("status", "total", "handed_at", "day")


def row(document: str, roubles: int, due: date | None, advance: int = 0) -> NewReceivable:
    return NewReceivable(document, "", date(2026, 9, 1), due, roubles * 100, advance * 100)


async def comes(office: Office, as_of: date, rows: dict[int, list[NewReceivable]]) -> None:
    async with office.work() as work:
        await replace_receivables(work, as_of, rows)


@pytest.fixture
async def firm(office: Office) -> Company:
    return await Company(office).gather()


@pytest.fixture
async def ids(office: Office, firm: Company) -> dict[str, int]:
    """By the file of last Friday: two clients of Anna owe, one of Ira, one has overpaid."""
    found = {name: await add_client(office, firm.a, name) for name in ("Ромашка", "Вектор", "=Формула")}
    found |= {"Берёзка": await add_client(office, firm.i, "Берёзка")}
    found |= {"Чужой": await add_client(office, firm.o, "Чужой")}
    await comes(
        office,
        FILE,
        {
            found["Ромашка"]: [row("Р-1", 96_400, date(2026, 11, 2)), row("Р-2", 75_210, date(2026, 12, 1))],
            found["Вектор"]: [row("Р-3", 1_234_567, date(2026, 9, 23))],
            found["=Формула"]: [row("Аванс", 0, None, advance=4_000)],
            found["Берёзка"]: [row("Р-4", 300, date(2026, 11, 12))],
            found["Чужой"]: [row("Р-5", 50_000, date(2026, 11, 12))],
        },
    )
    return found


async def test_the_desk_is_a_table_a_phone_does_not_break(firm: Company, ids: dict[str, int]) -> None:
    await firm.anna.says("/debts")
    text = firm.anna.screen.replace(NBSP, " ")
    table = text.split("\n")[2:6]
    assert table == [
        "без просрочки    75 210    5 %",
        "8–30 дн.         96 400    7 %",
        "31–60 дн.     1 234 567   88 %",
        "Итого         1 406 177  100 %",
    ]
    assert "Переплата, не зачтена: 4 000 ₽\nЗа вычетом переплаты: 1 402 177 ₽" in text
    assert firm.anna.buttons[2:4] == ["Картинка", "Таблица"]
    assert firm.anna.buttons[0] == f"Вектор · 1{NBSP}235 т.р. · 61 дн.", "days beside a client are to today"


async def test_millions_fit_without_the_shares(office: Office, firm: Company, ids: dict[str, int]) -> None:
    await comes(
        office,
        FILE,
        {ids["Вектор"]: [NewReceivable("Р-3", "", None, date(2026, 9, 23), 9_876_543_210_12)]},
    )
    await firm.anna.says("/debts")
    lines = firm.anna.screen.split("\n")
    assert max(len(line) for line in lines[2:6]) <= 32
    assert not any("%" in line for line in lines)


async def test_the_team_with_its_change_since_a_week(
    office: Office, firm: Company, ids: dict[str, int]
) -> None:
    """The first look has nothing to compare with; a week later every manager has a change."""
    await firm.boris.says("/debts")
    assert [line.replace(NBSP, " ") for line in firm.boris.screen.split("\n")[6:10]] == [
        "т.р.   долг проср.",
        "Анна  1 406  1 331",
        "Ира      <1     <1",
        "Итого 1 406  1 331",
    ]
    assert [line.replace(NBSP, " ") for line in firm.boris.screen.split("\n")[2:6]] == [
        "без просрочки    75 210    5 %",
        "8–30 дн.         96 700    7 %",
        "31–60 дн.     1 234 567   88 %",
        "Итого         1 406 477  100 %",
    ]
    friday = FILE + timedelta(days=7)
    await comes(office, friday, {ids["Вектор"]: [row("Р-3", 1_000_000, date(2026, 9, 23))]})
    await office.waits_until("12:00", date(2026, 11, 30))
    await firm.boris.says("/debts")
    assert [line.replace(NBSP, " ") for line in firm.boris.screen.split("\n")[6:10]] == [
        "т.р.   долг проср. с 23.11",
        "Анна  1 172  1 096    −235",
        "Ира      <1     <1       0",
        "Итого 1 172  1 097    −235",
    ]
    await firm.boris.taps("Анна")
    firm.boris.sees(f"Просрочка снизилась с 23.11 на 234{NBSP}567{NBSP}₽.")
    await firm.boris.taps("‹ Назад")
    firm.boris.does_not_see("Чужой", "Олеся")
    owner = firm.owner
    await owner.says("/debts")
    owner.sees("Олеся")


async def test_the_picture(office: Office, firm: Company, ids: dict[str, int]) -> None:
    await firm.anna.says("/debts")
    await firm.anna.taps("Картинка")
    firm.anna.sees("Долги: ")
    own = office.artist.drawn[-1]
    assert isinstance(own, Rows)
    assert own.labels == ("без просрочки", "1–7 дн.", "8–30 дн.", "31–60 дн.", "61–90 дн.", "> 90 дн.")
    assert own.series[0].values == (7_521_000, 0, 0, 0, 0, 0)
    assert own.series[1].values == (0, 0, 9_640_000, 123_456_700, 0, 0)
    assert own.subtitle == "по файлу от 20.11"
    await firm.boris.says("/debts")
    await firm.boris.taps("Картинка")
    team = office.artist.drawn[-1]
    assert isinstance(team, Rows)
    assert team.labels == ("Анна", "Ира")
    assert team.marks == (
        f"1{NBSP}406 т.р., просрочено 1{NBSP}331 т.р.",
        f"300{NBSP}₽, просрочено 300{NBSP}₽",
    )
    await firm.boris.taps("‹ Долги")
    await firm.boris.taps("Анна")
    await firm.boris.taps("Картинка")
    assert office.artist.drawn[-1].subtitle == "Анна · по файлу от 20.11"
    await firm.boris.taps("‹ Долги")
    firm.boris.sees("31–60 дн.")


async def test_nothing_owed_is_no_picture(office: Office, firm: Company) -> None:
    await firm.anna.sends_callback(DebtsPicture().pack())
    firm.anna.sees("Долгов нет")
    assert office.artist.drawn == []


async def exported(office: Office, who: Any) -> Exported | None:
    async with office.work() as work:
        return await work.tx.row(LAST, Exported, employee=who.id)


async def test_the_table_is_a_file_with_numbers_and_days(
    office: Office, firm: Company, ids: dict[str, int]
) -> None:
    async with office.work() as work:
        await work.tx.run(
            SET_MONEY, id_=ids["Вектор"], **GOOD_PAYER | {"credit_limit": 5_000_000_00, "stopped": True}
        )
        await work.tx.run(SET_DISPUTE.where(debt_tables.receivables.c.document == "Р-1"))
    await firm.anna.says("/debts")
    await firm.anna.double_taps("Таблица")
    firm.anna.sees("Долги таблицей")
    assert len([one for one in firm.anna.messages if one.attachment]) == 1
    name, data = firm.anna.file()
    assert name == "долги-2026-11-23.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(data))
    people, documents = book["Клиенты"], book["Документы"]
    heads = [cell.value for cell in people[1]]
    first = dict(zip(heads, [cell.value for cell in people[2]], strict=True))
    assert (first["Клиент"], first["Долг, ₽"], first["31–60 дн., ₽"]) == ("Вектор", 1_234_567, 1_234_567)
    assert (first["Дней просрочки"], first["Лимит, ₽"], first["Стоп"]) == (61, 5_000_000, "стоп")
    assert first["По файлу от"] == datetime(2026, 11, 20)  # noqa: DTZ001 - a cell knows no zone
    names = [people.cell(at, 1).value for at in range(2, people.max_row + 1)]
    assert names == ["Вектор", "Ромашка", "=Формула", "Итого"]
    assert people.cell(4, 1).data_type == "s", "a name is never a formula"
    assert people.freeze_panes == "B2"
    total = people.cell(5, heads.index("Долг, ₽") + 1)
    assert total.value == "=SUBTOTAL(109,D2:D4)"
    seen = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    assert seen["Клиенты"].cell(5, 4).value == 1_406_177
    listed = [documents.cell(at, 3).value for at in range(2, documents.max_row)]
    assert listed == ["Р-3", "Р-1", "Р-2", "Аванс"]
    assert documents.cell(3, 10).value == "не тот товар"
    taken = await exported(office, firm.a)
    assert taken is not None
    assert taken.facts == {"what": "debts", "manager": firm.a.id}


async def test_a_file_holds_what_its_reader_may_see(
    office: Office, firm: Company, ids: dict[str, int]
) -> None:
    def people() -> set[Any]:
        sheet = openpyxl.load_workbook(io.BytesIO(phone.file()[1]))["Клиенты"]
        return {sheet.cell(at, 1).value for at in range(2, sheet.max_row)}

    phone = firm.boris
    await phone.says("/debts")
    await phone.taps("Таблица")
    assert people() == {"Вектор", "Ромашка", "=Формула", "Берёзка"}
    await phone.sends_callback(DebtsTable(manager=firm.i.id).pack())
    assert people() == {"Берёзка"}
    files = len([one for one in phone.messages if one.attachment])
    await phone.sends_callback(DebtsTable(manager=firm.o.id).pack())
    assert phone.alert == GONE
    await firm.anna.sends_callback(DebtsTable(manager=firm.i.id).pack())
    assert firm.anna.alert == GONE
    assert len([one for one in phone.messages if one.attachment]) == files
    phone = await office.hires("Галина", Role.ACCOUNTANT)
    await phone.says("/debts")
    await phone.taps("Таблица")
    assert "Чужой" in people()
    await firm.support.sends_callback(DebtsTable().pack())
    assert "Этого нет в вашей роли" in (firm.support.alert or "")


# --- how a client stands


async def lay(office: Office, client: int, entries: list[NewEntry]) -> None:
    async with office.work() as work:
        await ledger.add(work.tx, entries, work.now)


async def test_the_standing_is_a_sentence_of_facts(
    office: Office, firm: Company, ids: dict[str, int]
) -> None:
    await firm.anna.sends_callback(OpenClient(client=ids["Вектор"]).pack())
    firm.anna.sees("⚪️ Данных мало · просрочен весь долг")
    client = await add_client(office, firm.a, "Луч")
    start = date(2026, 3, 2)
    await comes(office, start, {client: []})
    entries = []
    for number in range(4):
        day = start + timedelta(days=number * 10)
        entries.append(NewEntry(client, day, EntryKind.SHIPMENT, f"Р-{number}", debit=100))
        entries.append(NewEntry(client, day + timedelta(days=20), EntryKind.PAYMENT, f"{number}", credit=100))
    await lay(office, client, entries)
    async with office.work() as work:
        await work.tx.run(SET_MONEY, id_=client, **GOOD_PAYER)
        for days, total in ((200, 1), (170, 10_000), (100, 90_000), (30, 112_000)):
            order = await orders.add_draft(work.tx, client, firm.a.id, work.now)
            day = office.today - timedelta(days=days)
            await work.tx.run(HANDED, id_=order, status="closed", total=total, handed_at=work.now, day=day)
    await comes(office, FILE, {client: [row("Р-9", 1_234_567, date(2026, 9, 15))]})
    await firm.anna.sends_callback(OpenClient(client=client).pack())
    firm.anna.sees(
        "🔴 Рискованный: обычно платит на 6 дней позже срока, держит слово 6 из 8, просрочен весь долг, "
        "покупает на 12\u00a0% больше, лимит занят на 82\u00a0%"
    )
    await comes(office, office.today, {client: [row("Р-10", 1_000, date(2026, 12, 23))]})
    await firm.anna.sends_callback(OpenClient(client=client).pack())
    firm.anna.sees("🟡 Внимание: обычно платит на 6 дней позже срока", "просрочки нет", "занят на 1\u00a0%")


async def test_of_a_new_client_nothing_is_said(office: Office, firm: Company) -> None:
    client = await add_client(office, firm.a, "Новый")
    await firm.anna.sends_callback(OpenClient(client=client).pack())
    firm.anna.does_not_see("Данных мало", "платит")


async def test_whoever_has_left_gets_no_file(office: Office, firm: Company, ids: dict[str, int]) -> None:
    """Between the tap and the sending everything may change: who may see what is asked again."""
    from screens.screen import FileRef
    from screens.words import Catalogue
    from usecases.debt_files import build_debts

    async with office.work() as work:
        gone = FileRef("debts", 999_999, "ru", {"manager": "0"})
        assert await build_debts(work, gone, Catalogue()) is None
        foreign = FileRef("debts", firm.a.id, "en", {"manager": str(firm.i.id)})
        assert await build_debts(work, foreign, Catalogue()) is None
        assert await employees.find(work.tx, firm.a.id) is not None
