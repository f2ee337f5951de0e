"""Whose report it is and who hands it in: by voice, a selling lead to the head, of a month away, by a deputy, after a transfer."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from domain.actors import Role
from storage import clients, employees
from storage.clients import NewClient
from storage.database import Database
from storage.reconciliation_tables import ledger
from storage.report_tables import report_steps
from tests.conversations.desk import sees
from tests.conversations.test_reports import FIRST, Firm, lay
from tests.firm import add_client, place
from tests.hearing import FakeEars, FakeEngine, with_engine
from tests.office import MOSCOW, Office

STEPS = sa.select(report_steps.c.employee_id, report_steps.c.step).order_by(report_steps.c.id)


@pytest.fixture
async def listening(database: Database) -> AsyncIterator[Office]:
    opened = Office(database, with_engine(), FakeEars(FakeEngine()))
    async with opened.open():
        yield opened


async def test_words_are_said_by_voice(listening: Office) -> None:
    firm = await Firm(listening).open()
    anna = firm.anna
    await listening.waits_until("09:30", FIRST)
    await anna.taps("Добавить слова")
    await anna.taps("Проблемы")
    await anna.sends_voice("Гречки нет третью неделю".encode(), 5)
    sees(anna, "Проблемы. Гречки нет третью неделю", "Черновик, срок чт, 3 декабря")
    await anna.taps("Сдать")
    sees(firm.boris, "Анна — отчёт сдан", "Гречки нет третью неделю")


async def test_a_lead_who_sells_hands_in_to_the_head(office: Office) -> None:
    firm = await Firm(office).open()
    boris = await office.actor(firm.boris)
    async with office.work() as work:
        top = await work.tx.value(employees.ADD_TEAM, name="Продажи")
        await work.tx.run(employees.PUT_UNDER, id_=boris.team_id, parent=top)
        await clients.add(work.tx, NewClient(boris.id, "Свой", work.now))
    helga = await office.hires("Хельга", Role.LEAD, team=top)
    await office.waits_until("09:30", FIRST)
    await firm.boris.says("/report")
    await firm.boris.taps("Мой отчёт")
    assert "Принять" not in " ".join(firm.boris.buttons)
    await firm.boris.taps("Сдать")
    sees(firm.boris, "Сдан сегодня, 09:30, ждёт руководителя")
    sees(helga, "Борис — отчёт сдан", "Продажи 0 ₽")
    firm.owner.does_not_see("Борис — отчёт сдан", anywhere=True)
    await firm.anna.taps("Сдать")
    sees(firm.boris, "Анна — отчёт сдан")
    await helga.taps("Принять")
    sees(firm.boris, "✅ Отчёт за ноябрь 2026 принят: Хельга")


async def test_of_a_month_away(office: Office) -> None:
    await office.owner()
    boris = await office.hires("Борис", Role.LEAD)
    anna = await office.hires("Анна")
    await boris.says("отпуск Анны 23.11–30.11")
    await boris.taps("Без замены")
    await boris.taps("Поставить")
    await office.waits_until("09:30", FIRST)
    anna.sees("Отчёт за ноябрь 2026 собран.", "0 заказов", "Отсутствие: отпуск 23.11–30.11", anywhere=True)
    await anna.taps("Сдать")
    sees(boris, "Анна — отчёт сдан", "Отсутствие: ")


async def test_a_deputy_completes_it_and_hands_it_in(office: Office) -> None:
    firm = await Firm(office).open()
    vera, boris = firm.vera, firm.boris
    await boris.says("отпуск Анны 30.11–11.12 → Вера")
    await boris.taps("Поставить")
    await office.waits_until("09:30", FIRST)
    firm.anna.does_not_see("Отчёт за ноябрь", anywhere=True)
    asked = vera.sees("Отчёт за ноябрь 2026 собран.", "предложений 11", anywhere=True)
    await vera.taps_old(asked, "Добавить слова")
    await vera.taps("Успехи")
    await vera.says("Ромашка взяла новую линейку")
    sees(vera, "Успехи. Ромашка взяла новую линейку", "Отсутствие: ")
    await vera.taps("Сдать")
    sees(boris, "Анна — отчёт сдан", "Продажи 200 000 ₽", "Ромашка взяла")
    await boris.taps("Вернуть")
    await boris.says("А конкуренты?")
    sees(vera, "вернули: Борис", "«А конкуренты?»")
    async with office.work() as work:
        done = await work.tx.rows(STEPS, lambda *row: row)
    assert [step for _, step in done] == ["handed", "returned"]


async def test_figures_stay_with_who_earned_them(office: Office) -> None:
    office.now = datetime(2026, 11, 16, 8, tzinfo=MOSCOW).astimezone(UTC)
    await office.owner()
    boris = await office.hires("Борис", Role.LEAD)
    anna, ira = await office.hires("Анна"), await office.hires("Ира")
    a = await office.actor(anna)
    client = await add_client(office, a, "Ромашка")
    await place(office, a, client, 70_000_00)
    async with office.work() as work:
        for day, amount in ((16, 30_000_00), (20, 11_000_00)):
            await lay(work, ledger, client_id=client, day=date(2026, 11, day), kind="payment", credit=amount, recorded_at=work.now)  # fmt: skip
        # the bank's own line in place of what a file had told
        await lay(work, ledger, client_id=client, day=date(2026, 11, 16), kind="payment", debit=5_000_00, recorded_at=work.now)  # fmt: skip
    await boris.says("/team")
    await boris.taps("Анна")
    await boris.taps("Передать клиентов")
    await boris.taps("Всех")
    await boris.taps("Ира (")
    await boris.taps("Передать")
    await office.waits_until("09:30", FIRST)
    sees(anna, "Продажи 70 000 ₽", "1 заказ · активных клиентов 1\n", "Собрано 25 000 ₽")
    ira.sees("0 заказов · активных клиентов 0 из 1", "Собрано 11", anywhere=True)
