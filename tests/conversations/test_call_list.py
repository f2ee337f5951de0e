"""The day's list as it is read: who answers for whom, what lies since when, why."""

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.actors import Actor
from domain.outcomes import Answer, Outcome, SkipReason
from sandbox.phone import Phone
from screens import call_list as screens
from screens.words import Catalogue
from storage import calls, clients, persons
from storage.calls import LyingLine
from storage.clients import NewClient
from storage.tables import call_list as call_list_table
from tests.office import Office, number_of
from usecases import call_moves
from usecases.calls import record_call

OLGA = "+79161112233"
BAD_NUMBER = persons.patch("bad_number")
FORGET_LISTS = sa.delete(call_list_table)


async def add_client(
    office: Office, manager: Actor, name: str, *, phone: str | None = None, silent: int = 40, **facts: Any
) -> int:
    """Last spoken with `silent` days ago; `facts` are columns of the row."""
    async with office.work() as work:
        number = number_of(name) if phone is None else phone or None
        new = NewClient(manager.id, name, work.now - timedelta(days=90), phone=number)
        client_id = await clients.add(work.tx, new)
        facts = {"last_contact_day": office.today - timedelta(days=silent)} | facts
        await work.tx.run(clients.patch(*facts), id_=client_id, **facts)
    return client_id


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


@pytest.fixture
async def me(office: Office, anna: Phone) -> Actor:
    return await office.actor(anna)


async def test_one_number_for_several_clients_is_one_line(office: Office, anna: Phone, me: Actor) -> None:
    """Ольга buys for three firms and is written down at each."""
    ids = {}
    for silent, name in ((35, "Луч"), (45, "Вектор"), (55, "Ромашка")):
        ids[name] = await add_client(office, me, name, silent=silent)
        async with office.work() as work:
            await persons.add(work.tx, ids[name], "Смирнова Ольга", role="buyer", phone=OLGA)
    await add_client(office, me, "Берёзка", silent=31)
    await office.waits_until("09:00")
    anna.sees("осталось 2 звонка из 2", "1. Ромашка (+2: Вектор, Луч) — на связи не были 55 дней")
    anna.does_not_see("2. Вектор", "без следующего шага")
    async with office.work() as work:
        line = await calls.line_of(work.tx, me.id, office.today, ids["Луч"])
        assert line is not None
        assert (line.client_id, line.also) == (ids["Ромашка"], [ids["Вектор"], ids["Луч"]])
        assert await calls.line_of(work.tx, me.id, office.today, 999) is None


async def test_what_nobody_worked_lies_on_and_says_since_when(office: Office, anna: Phone, me: Actor) -> None:
    lying = await add_client(office, me, "Ромашка", silent=31)
    worked = await add_client(office, me, "Вектор", silent=40)
    monday = office.today
    await office.waits_until("09:00")
    anna.sees("1. Вектор", "2. Ромашка — на связи не были 31 день")
    async with office.work() as work:
        await record_call(me, work, worked, Outcome.UNAVAILABLE, Answer())
    await office.waits_until("09:00", monday + timedelta(days=1))
    anna.sees("1. Вектор — не дозвонились · на связи не были 41 день", "дня · с пн")
    await office.waits_until("09:00", monday + timedelta(days=2))
    anna.sees("2. Ромашка — на связи не были 33 дня · 3-й день", "дня · с вт")
    async with office.work() as work:
        await call_moves.skip(me, work, worked, SkipReason.OTHER)
    await office.waits_until("09:00", monday + timedelta(days=3))
    anna.sees("4-й день")
    anna.does_not_see("дня · с вт", "3-й день")
    async with office.work() as work:
        today = office.today
        found = await calls.lying_lines(work.tx, [me.id], today, work.rules.calendar.add(today, -3))
        assert found == [LyingLine(me.id, lying, "Ромашка", monday)]
        await record_call(me, work, lying, Outcome.TALKED, Answer())
        assert await calls.lying_lines(work.tx, [me.id], today, today - timedelta(days=3)) == []


async def test_over_a_weekend_it_lies_since_friday(office: Office, anna: Phone, me: Actor) -> None:
    await add_client(office, me, "Ромашка")
    await office.waits_until("08:00", date(2026, 11, 27))
    await office.waits_until("09:00")
    await office.waits_until("09:00", date(2026, 11, 30))
    anna.sees("· с пт")


async def test_a_contact_elsewhere_ends_the_lying(office: Office, anna: Phone, me: Actor) -> None:
    """Greeted by messenger on the day of the list: it was not left, whatever the line says."""
    due = office.today + timedelta(days=1)
    client = await add_client(office, me, "Ромашка")
    await office.waits_until("09:00")
    async with office.work() as work:
        facts = {"last_contact_day": office.today, "next_day": due, "next_kind": "call"}
        await work.tx.run(clients.patch(*facts), id_=client, **facts)
    await office.waits_until("09:00", due)
    anna.sees("1. Ромашка — запланировано на сегодня")
    anna.does_not_see("с пн")


async def test_the_same_day_gives_the_same_list(office: Office, anna: Phone, me: Actor) -> None:
    for number in range(45):
        await add_client(office, me, f"Клиент {number}", silent=30 + number % 7)
    await office.waits_until("09:00")
    anna.sees("осталось 36 звонков из 36")
    morning = anna.screen
    await anna.says("/calls")
    assert anna.screen == morning
    async with office.work() as work:
        await work.tx.run(FORGET_LISTS)
    await anna.says("/calls")
    assert anna.screen == morning


async def test_a_wrong_number_is_wrong_wherever_it_is_written(office: Office, anna: Phone, me: Actor) -> None:
    client = await add_client(office, me, "Ромашка", phone=OLGA)
    async with office.work() as work:
        olga = await persons.add(work.tx, client, "Смирнова Ольга", phone=OLGA)
        await persons.add(work.tx, client, "Котова Анна", phone=OLGA)
        await work.tx.run(BAD_NUMBER, id_=olga, bad_number=True)
    await office.waits_until("09:00")
    anna.sees("Сегодня звонить некому")
    async with office.work() as work:
        await persons.add(work.tx, client, "Белов Иван", phone="+79161112244")
    await anna.says("/calls")
    anna.sees("1. Ромашка")


async def test_an_agreed_visit_is_no_call_and_silences_the_norm(
    office: Office, anna: Phone, me: Actor
) -> None:
    visit: dict[str, Any] = {
        "next_at": office.now + timedelta(hours=3),
        "next_day": office.today,
        "next_kind": "visit",
    }
    await add_client(office, me, "Ромашка", **visit)
    await office.waits_until("09:00")
    anna.sees("Сегодня звонить некому")


async def test_a_contract_that_runs_out_is_for_the_director(office: Office, anna: Phone, me: Actor) -> None:
    client = await add_client(office, me, "Ромашка", silent=5, contract_ends=date(2026, 12, 7))
    await add_client(office, me, "Вектор", silent=5, contract_ends=date(2026, 11, 20))
    await add_client(office, me, "Луч", silent=5, contract_ends=date(2027, 1, 20))
    async with office.work() as work:
        await persons.add(work.tx, client, "Котова Анна", role="buyer", phone="+79161112244")
        director = await persons.add(work.tx, client, "Белов Иван", role="ген. директор", phone=OLGA)
    await office.waits_until("09:00")
    anna.sees("1. Вектор — договор кончился 20.11", "2. Ромашка — договор до 07.12")
    anna.does_not_see("Луч")
    async with office.work() as work:
        line = await calls.line_of(work.tx, me.id, office.today, client)
        assert line is not None
        assert line.person_id == director


async def test_in_a_large_base_what_is_needed_is_found_all_the_same(
    office: Office, anna: Phone, me: Actor
) -> None:
    """Spoken with yesterday, behind more clients than are read by silence: claims, promises, contracts, orders."""
    for number in range(5):
        await add_client(office, me, f"Тихий {number}", silent=100)
    yesterday = office.today - timedelta(days=1)
    needed = {
        "Луч": await add_client(office, me, "Луч", silent=1, promise_due=office.today),
        "Вектор": await add_client(office, me, "Вектор", silent=3, contract_ends=yesterday),
        "Заря": await add_client(
            office, me, "Заря", silent=1, order_gap=10, last_order_day=office.today - timedelta(days=15)
        ),
        "Лотос": await add_client(office, me, "Лотос", silent=1, promise_broken_day=yesterday),
    }
    await add_client(
        office, me, "Берёзка", silent=1, order_gap=10, last_order_day=office.today - timedelta(days=14)
    )
    async with office.work() as work:
        until = office.today + timedelta(days=30)
        found = await calls.candidates(work.tx, me.id, office.today, 4, until=until, gaps=1.5)
    assert [client.name for client in found[:4]] == [f"Тихий {number}" for number in range(4)]
    assert {client.id for client in found[4:]} == set(needed.values())


IN_WORDS: list[tuple[dict[str, Any], str, str]] = [
    (
        {"kind": "contract_ends", "on": "2026-12-07", "days_late": 0},
        "договор до 07.12",
        "contract until 7 Dec",
    ),
    (
        {"kind": "contract_ends", "on": "2026-11-20", "days_late": 3},
        "договор кончился 20.11",
        "contract ended 20 Nov",
    ),
    (
        {"kind": "promotion", "name": "Осень", "on": "2026-11-30"},
        "акция «Осень» до 30.11",
        "promotion “Осень” until 30 Nov",
    ),
    ({"kind": "week_plan"}, "в плане недели", "in the week plan"),
    (
        {"kind": "invitation", "name": "Продэкспо", "days": 1},
        "«Продэкспо»: ответа нет 1 день",
        "“Продэкспо”: no reply for 1 day",
    ),
    (
        {"kind": "invitation", "name": "Продэкспо", "days": 22},
        "«Продэкспо»: ответа нет 22 дня",
        "“Продэкспо”: no reply for 22 days",
    ),
]


@pytest.mark.parametrize(("stored", "russian", "english"), IN_WORDS)
def test_new_reasons_in_words(stored: dict[str, Any], russian: str, english: str) -> None:
    catalogue, today = Catalogue(), date(2026, 11, 23)
    assert screens.reason(catalogue["ru"], stored, today) == russian
    assert screens.reason(catalogue["en"], stored, today) == english


async def test_the_list_reads_well_in_english(office: Office) -> None:
    ann = await office.hires("Ann", language="en")
    me = await office.actor(ann)
    for silent, name in ((35, "Acme"), (45, "Daisy"), (55, "Rosa"), (58, "Lily")):
        await add_client(office, me, name, phone=OLGA, silent=silent)
    await add_client(office, me, "Iris", silent=2)
    await office.waits_until("09:00")
    await office.waits_until("09:00", office.today + timedelta(days=1))
    ann.sees("1. Lily (+3: Rosa, Daisy…) — 59 days without contact · since Mon")
    ann.sees("without a next step: 1 client")
    await ann.taps("No next step: 1")
    ann.sees("Without a next step: 1", "Mon, 21 December · 1: Iris")
    await ann.taps("Set 1 date")
    ann.sees("1 date set.")
    await ann.taps("Take back")
    ann.sees("1 date taken back.")
