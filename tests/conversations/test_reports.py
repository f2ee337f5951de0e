"""/report: collected on the 1st, completed with words, handed in, returned, accepted; who is late; the company's form."""

import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import openpyxl
import pytest
import sqlalchemy as sa

from domain.actors import Role
from domain.contracts import ContractStage
from domain.orders import OrderStatus
from domain.promises import PromiseState
from sandbox.phone import Phone
from storage import clients
from storage import tables as t
from storage.capture_tables import competitor_notes
from storage.claim_tables import claims
from storage.clients import NewClient
from storage.deal_tables import contracts
from storage.debt_tables import promises
from storage.reconciliation_tables import ledger
from storage.target_tables import targets
from storage.visit_tables import visits
from tests.conversations.desk import sees
from tests.office import Office
from usecases.work import Work

FIRST, SECOND, THIRD = date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 3)
# Анна's days: calls, reached, offers by phone, kopecks of one order; November is 10 and 30.
DAYS = {
    date(2026, 10, 30): (50, 20, 4, 70_000_00),
    date(2026, 11, 10): (30, 12, 6, 120_000_00),
    date(2026, 11, 30): (20, 8, 5, 80_000_00),
    FIRST: (5, 5, 1, 999_00),
}
ENDS = clients.patch("contract_ends")
PROMISED = ((12, PromiseState.KEPT), (13, PromiseState.KEPT), (20, PromiseState.BROKEN))


async def lay(work: Work, table: sa.Table, **values: Any) -> None:
    statement = sa.insert(table).values(
        {name: sa.bindparam(name, type_=table.c[name].type) for name in values}
    )
    await work.tx.run(statement, **values)


class Firm:
    """A lead with two managers, of whom Анна has sold."""

    def __init__(self, office: Office) -> None:
        self.office = office

    async def open(self) -> "Firm":
        self.owner = await self.office.owner()
        self.boris = await self.office.hires("Борис", Role.LEAD)
        self.anna = await self.office.hires("Анна")
        self.vera = await self.office.hires("Вера")
        self.me = (await self.office.actor(self.anna)).id
        async with self.office.work() as work:
            await self._sold(work)
            await self._beside(work)
        return self

    async def _sold(self, work: Work) -> None:
        names = ("Ромашка", "Вектор")
        self.clients = [await clients.add(work.tx, NewClient(self.me, name, work.now)) for name in names]
        for number, (day, (calls, reached, offers, total)) in enumerate(DAYS.items()):
            await lay(
                work, t.day_counters, employee_id=self.me, day=day, calls=calls, reached=reached,
                phone_offers=offers, orders=1, order_sum=total,
            )  # fmt: skip
            await lay(
                work, t.orders, client_id=self.clients[number % 2], employee_id=self.me, day=day, total=total,
                status=OrderStatus.HANDED_OVER.value, created_at=work.now, handed_at=work.now,
            )  # fmt: skip
        await lay(
            work, targets, employee_id=self.me, month=date(2026, 11, 1), kind="sales", value=250_000_00,
            set_by=self.me, set_at=work.now,
        )  # fmt: skip

    async def _beside(self, work: Work) -> None:
        first = self.clients[0]
        for day, state in PROMISED:
            await lay(
                work, promises, client_id=first, employee_id=self.me, due=date(2026, 11, day), amount=1000,
                state=state.value, created_at=work.now,
            )  # fmt: skip
        for seen, debt, overdue in ((date(2026, 10, 30), 500_000_00, 90_000_00), (date(2026, 11, 30), 400_000_00, 60_000_00)):  # fmt: skip
            await lay(work, t.day_snapshots, manager_id=self.me, day=seen, debt=debt, overdue=overdue)
        for month in (10, 11):
            await lay(work, ledger, client_id=first, day=date(2026, month, 15), kind="payment", credit=150_000_00, recorded_at=work.now)  # fmt: skip
            at = datetime(2026, month, 15, 9, tzinfo=UTC)
            await lay(work, claims, client_id=first, employee_id=self.me, kind="damage", created_at=at, due=at.date(), amount=5_000_00)  # fmt: skip
            await lay(work, competitor_notes, employee_id=self.me, name="Опт-Сервис", at=at)
            await lay(work, visits, client_id=first, employee_id=self.me, day=at.date(), kind="training", people=7, done_at=at)  # fmt: skip
        await lay(
            work, contracts, client_id=first, employee_id=self.me, number="=17", signed=date(2026, 11, 5),
            ends=date(2026, 12, 20), stage=ContractStage.IN_FORCE.value, held_since=date(2026, 11, 5),
            created_at=work.now,
        )  # fmt: skip
        await work.tx.run(ENDS, id_=first, contract_ends=date(2026, 12, 20))


@pytest.fixture
async def firm(office: Office) -> Firm:
    return await Firm(office).open()


def file_of(phone: Phone) -> openpyxl.Workbook:
    message = next(one for one in reversed(phone.messages) if one.document)
    return openpyxl.load_workbook(io.BytesIO(phone.file(message)[1]))


def sheet_of(book: openpyxl.Workbook) -> Any:
    return book.active


def cells_of(book: openpyxl.Workbook) -> dict[str, list[Any]]:
    """By what stands in the first column."""
    return {row[0]: list(row[1:]) for row in sheet_of(book).iter_rows(values_only=True) if row[0]}


async def test_from_the_first_to_the_yes(firm: Firm) -> None:
    office, anna, boris = firm.office, firm.anna, firm.boris
    await office.waits_until("09:30", FIRST)
    sees(
        anna,
        "Отчёт за ноябрь 2026 собран.",
        "сдайте. Срок: чт, 3 декабря",
        "Продажи 200 000 ₽ из 250 000 ₽ (80 %)",
    )
    sees(anna, "2 заказа · активных клиентов 2 из 2", "50 звонков, дозвон 40 % · предложений 11")
    sees(
        anna,
        "Собрано 150 000 ₽ · просрочка 90 000 ₽ → 60 000 ₽",
        "сдержано 2 из 3",
        "договоров 1, продлено 0",
    )
    sees(anna, "Визитов 1 · претензий 1 · заметок о конкурентах 1", "заканчивается 1 договор")
    await anna.taps("Добавить слова")
    await anna.taps("Успехи")
    sees(anna, "Что удалось за месяц?")
    await anna.sends_voice(b"OggS", 4)
    sees(anna, "Здесь нужны слова")
    await anna.says("=Ромашка взяла новую линейку")
    sees(anna, "Успехи. =Ромашка взяла новую линейку", "Черновик, срок чт, 3 декабря")
    await anna.taps("Сдать")
    sees(anna, "Сдан сегодня, 09:30, ждёт руководителя")
    sees(boris, "Анна — отчёт сдан", "Продажи 200 000 ₽", "=Ромашка взяла")
    await boris.taps("Вернуть")
    await boris.says("Добавьте о конкурентах")
    sees(anna, "вернули: Борис", "«Добавьте о конкурентах»")
    await anna.taps("Добавить слова")
    await anna.taps("Конкуренты")
    await anna.says("Опт-Сервис снизил гречку")
    await anna.taps("Сдать")
    await boris.taps("Принять")
    sees(boris, "Принят: Борис")
    sees(anna, "✅ Отчёт за ноябрь 2026 принят: Борис")
    await anna.taps("Показать файл")
    found = cells_of(file_of(anna))
    assert found["Продажи, ₽"] == [200_000, 250_000, 80]
    assert found["Дозвоны"][:3:2] == [20, 40]
    assert found["Просрочка на конец, ₽"][0] == 60_000
    assert found["Бой, порча"][:2] == [1, 5_000]
    assert found["Ромашка"][0] == "=17"
    assert "=Ромашка взяла новую линейку" in found


async def test_figures_stay_as_they_were_handed_in(firm: Firm) -> None:
    office, anna = firm.office, firm.anna
    await office.waits_until("12:00", FIRST)
    await anna.says("/report")
    await anna.taps("Сдать")
    async with office.work() as work:
        await lay(work, t.day_counters, employee_id=firm.me, day=date(2026, 11, 27), order_sum=500_000_00)
    await anna.says("/report")
    sees(anna, "Продажи 200 000 ₽")
    await anna.taps("Забрать")
    sees(anna, "Продажи 700 000 ₽", "Черновик")
    sees(firm.boris, "Анна: отчёт за ноябрь 2026 забран на доработку")


async def test_who_is_late_hears_of_it_and_so_does_the_lead(firm: Firm) -> None:
    office, anna, vera, boris = firm.office, firm.anna, firm.vera, firm.boris
    await office.waits_until("09:30", FIRST)
    await anna.taps("Сдать")
    await office.waits_until("09:30", SECOND)
    sees(vera, "Отчёт за ноябрь 2026 ждёт.")
    anna.does_not_see("ждёт. Добавьте")
    await office.waits_until("09:30", THIRD)
    sees(vera, "не сдан.", "Последний день: сегодня")
    await office.waits_until("18:00", THIRD)
    boris.sees("Отчёт за ноябрь 2026 не сдали: Вера", anywhere=True)
    await boris.says("/report")
    sees(
        boris,
        "Отчёты за ноябрь 2026: сдано 1 из 2, срок сегодня",
        "Анна — ждёт решения · 200 т.р. (80 %)",
        "Вера — не сдан",
    )
    await boris.taps("Напомнить")
    sees(boris, "Напоминание ушло: Вера")
    await office.waits_until("10:00", THIRD + timedelta(days=1))
    await boris.says("/report")
    await boris.taps("Напомнить")
    sees(vera, "не сдан.", "Срок был чт, 3 декабря")
    await vera.taps("Сдать")
    await boris.says("/report")
    await boris.taps("Все одним файлом")
    rows = list(file_of(boris).worksheets[0].iter_rows(values_only=True))
    assert [row[0] for row in rows[1:3]] == ["Анна", "Вера"]
    assert rows[1][1] == 200_000
    assert [type(rows[1][list(rows[0]).index(name)]) for name in ("Средний заказ, ₽", "Дозвон, %")] == [
        int,
        int,
    ]
    await boris.says("/report")
    await boris.taps("‹ октябрь")
    sees(boris, "Отчёты за октябрь 2026: нет ни одного")
    await boris.taps("К отчётам")
    sees(boris, "Отчёты за ноябрь 2026: сдано")


async def test_a_foreign_report_is_no_report(firm: Firm) -> None:
    await firm.office.waits_until("09:30", FIRST)
    await firm.anna.taps("Сдать")
    for button in ("one", "words", "hand", "back", "file", "yes", "no"):
        await firm.vera.sends_callback(f"reports.{button}:1")
        assert "Отчёт" not in (firm.vera.alert or "")


async def test_the_form_is_replaced_and_given_up(firm: Firm) -> None:
    office, owner, anna = firm.office, firm.owner, firm.anna
    await owner.says("/report")
    await owner.taps("Форма отчёта")
    sees(owner, "Форма отчёта: стандартная")
    await owner.taps("Взять файл")
    assert sheet_of(file_of(owner))["A1"].value == "Отчёт о работе за {{report.month}}"
    await owner.taps("Все метки")
    assert ("{{sales.fact}}", "Продажи, ₽") in list(sheet_of(file_of(owner)).iter_rows(values_only=True))
    own = openpyxl.Workbook()
    page = sheet_of(own)
    page.title = "Отчёт"
    page["A1"], page["B1"] = "Продажи", "{{sales.fakt}}"
    await owner.sends_file("Наша форма.xlsx", saved(own))
    sees(
        owner,
        "Форма отчёта из «Наша форма.xlsx»",
        "Отчёт!B1 «{{sales.fakt}}» — такого поля нет, может быть, {{sales.fact}}",
    )
    assert "Загрузить" not in owner.buttons
    page["B1"], page["B1"].number_format = "{{sales.fact}}", '#,##0 "руб"'
    page["A2"], page["B2"] = "{{#claims}}{{claims.reason}}", "{{claims.count}}"
    page["B3"] = "=SUM(B2:B2)"
    await owner.sends_file("Наша форма.xlsx", saved(own))
    sees(owner, "4 метки, все знаю")
    await owner.taps("Загрузить")
    sees(owner, "Форма отчёта заменена: «Наша форма.xlsx», 4 метки")
    await office.waits_until("12:00", FIRST)
    await anna.says("/report")
    await anna.taps("Показать файл")
    sheet = sheet_of(file_of(anna))
    assert (sheet["B1"].value, sheet["B1"].number_format) == (200_000, '#,##0 "руб"')
    assert (sheet["A2"].value, sheet["B2"].value, sheet["B3"].value) == ("Бой, порча", 1, "=SUM(B2:B2)")
    await anna.sends_file("Наша форма.xlsx", saved(own))
    sees(anna, "Это форма отчёта. Её присылает владелец.")
    await owner.says("/report")
    await owner.taps("Форма отчёта")
    sees(owner, "ваша, «Наша форма.xlsx», 4 поля")
    await owner.taps("Вернуть стандартную")
    await owner.taps("Вернуть стандартную")
    sees(owner, "Форма отчёта: стандартная")


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


async def test_achievements_for_the_attestation(firm: Firm) -> None:
    office, anna, boris = firm.office, firm.anna, firm.boris
    await office.waits_until("12:00", FIRST)
    lead = (await office.actor(boris)).id
    async with office.work() as work:
        await lay(work, t.remarks, lead_id=lead, employee_id=firm.me, kind="praise", topic="order", ref_id=1, day=date(2026, 11, 10), facts={}, at=work.now)  # fmt: skip
        await lay(work, t.day_counters, employee_id=firm.me, day=date(2025, 11, 10), order_sum=135_000_00)
    await anna.says("/report")
    await anna.taps("Сдать")
    await anna.taps("Достижения")
    sees(anna, "Достижения, 01.06.2026 – 30.11.2026", "Продажи 270 000 ₽ (+100 % к прошлому году)")
    sees(anna, "План выполнен: 0 из 1 мес.", "Звонков 100, дозвон 40 %", "Отчёты вовремя: 1 из 1", "👏 1")
    sees(anna, "Доля просрочки 18 % → 15 %", "сдержано 2 из 3", "• Ромашка — 150 т.р., 2 заказа")
    await anna.taps("Свои даты")
    await anna.says("вчера")
    sees(anna, "Не понял период")
    await anna.says("01.11 - 30.11.2026")
    sees(anna, "01.11.2026 – 30.11.2026", "Продажи 200 000 ₽")
    await anna.taps("Файлом")
    rows = list(file_of(anna).worksheets[0].iter_rows(values_only=True))
    assert rows[1] == ("ноябрь 2026", 200_000, 135_000, 250_000, 50, "да")
    await anna.taps("Картинкой")
    assert office.artist.drawn[-1].series[0].values == (200,)  # type: ignore[union-attr]
    await boris.says("/team")
    await boris.taps("Анна")
    await boris.taps("Достижения")
    sees(boris, "Анна: достижения, 01.06.2026 – 30.11.2026")


async def test_in_english(office: Office) -> None:
    await office.owner()
    lead = await office.hires("Boris", Role.LEAD, language="en")
    anna = await office.hires("Anna", language="en")
    await office.waits_until("09:30", FIRST)
    sees(anna, "The report for November 2026 is ready.", "0 orders · active clients 0 of 0")
    await anna.taps("Hand in")
    sees(lead, "Anna has handed in a report", "Sales 0 ₽")
    await lead.taps("Accept")
    sees(anna, "The report for November 2026 is accepted by Boris")


async def test_who_came_later_owes_nothing(office: Office) -> None:
    await office.owner()
    await office.waits_until("08:00", FIRST)
    gleb = await office.hires("Глеб")
    await office.waits_until("09:30", FIRST + timedelta(days=1))
    gleb.does_not_see("Отчёт за ноябрь", anywhere=True)
