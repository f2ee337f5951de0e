"""Clients without a next step: counted under the list, filled by one tap, taken back by one."""

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.actors import Actor
from sandbox.phone import Phone
from screens.callbacks.next_steps import FillNextSteps, OpenNextSteps, UndoNextSteps
from storage import clients, next_steps, visits
from storage.visit_tables import visits as visits_table
from tests.conversations.test_call_list import add_client
from tests.office import Office

TUESDAY = date(2026, 11, 24)
CANCEL = (
    sa.update(visits_table)
    .where(visits_table.c.id == sa.bindparam("id_"))
    .values(cancelled_at=sa.bindparam("at"))
)


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


@pytest.fixture
async def me(office: Office, anna: Phone) -> Actor:
    return await office.actor(anna)


async def lay(office: Office, me: Actor) -> dict[str, int]:
    """Four spoken with of late and without a plan, and three who need none: a call, a visit, a line of today's list."""
    friday = office.today + timedelta(days=4)
    found = {
        "Ромашка": await add_client(office, me, "Ромашка", silent=2, client_class="A"),
        "Вектор": await add_client(
            office, me, "Вектор", silent=2, order_gap=10, last_order_day=office.today - timedelta(days=6)
        ),
        "Луч": await add_client(office, me, "Луч", silent=1),
        "Новый дом": await add_client(office, me, "Новый дом", kind="lead", last_contact_day=None),
        "Заря": await add_client(office, me, "Заря", silent=2, next_day=friday, next_kind="call"),
        "Лотос": await add_client(office, me, "Лотос", silent=2),
        "Берёзка": await add_client(office, me, "Берёзка"),
    }
    async with office.work() as work:
        await visits.add(work.tx, found["Лотос"], me.id, day=friday, at=None)
        created = clients.patch("created_at")
        await work.tx.run(created, id_=found["Новый дом"], created_at=office.now)
    return found


async def days(office: Office, me: Actor, found: dict[str, int]) -> dict[str, date | None]:
    async with office.work() as work:
        rows = {name: await clients.find(work.tx, id_, [me.id]) for name, id_ in found.items()}
        return {name: row.next_day for name, row in rows.items() if row}


async def test_all_get_a_date_by_one_tap_and_lose_it_by_one(office: Office, anna: Phone, me: Actor) -> None:
    found = await lay(office, me)
    before = await days(office, me, found)
    await office.waits_until("09:00")
    anna.sees("остался 1 звонок из 1", "без следующего шага: 4 клиента")
    await anna.taps("Без шага: 4")
    anna.sees("Без следующего шага: 4", "завтра · 1: Новый дом", "чт, 26 ноября · 1: Вектор")
    anna.sees("пн, 30 ноября · 1: Ромашка", "вт, 22 декабря · 1: Луч")
    await anna.taps("Назначить 4 даты")
    anna.sees("Назначено 4 даты.", "завтра · 1: Новый дом")
    assert await days(office, me, found) == before | {
        "Ромашка": date(2026, 11, 30),
        "Вектор": date(2026, 11, 26),
        "Луч": date(2026, 12, 22),
        "Новый дом": TUESDAY,
    }
    await anna.taps("Убрать даты")
    anna.sees("Убрано 4 даты.")
    assert await days(office, me, found) == before
    await anna.taps("Без шага: 4")
    await anna.taps("К списку")
    anna.sees("без следующего шага: 4 клиента")


async def test_what_was_changed_since_stays(office: Office, anna: Phone, me: Actor) -> None:
    found = await lay(office, me)
    await anna.sends_callback(OpenNextSteps().pack())
    await anna.taps("Назначить 5 дат")
    filled = anna.last
    agreed = office.today + timedelta(days=9)
    async with office.work() as work:
        moved = {"next_day": agreed, "next_reason": "call_back"}
        await work.tx.run(clients.patch(*moved), id_=found["Луч"], **moved)
    await anna.taps("Убрать даты")
    anna.sees("Убрано 4 даты.", "1 уже изменена, осталась.")
    assert (await days(office, me, found))["Луч"] == agreed
    await anna.taps_old(filled, "Убрать даты")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."


async def test_a_double_tap_fills_once_and_an_old_proposal_fills_nothing(
    office: Office, anna: Phone, me: Actor
) -> None:
    found = await lay(office, me)
    await anna.sends_callback(OpenNextSteps().pack())
    proposed = anna.last
    await anna.double_taps("Назначить 5 дат")
    anna.sees("Назначено 5 дат.")
    await anna.taps("Убрать даты")
    async with office.work() as work:
        agreed = {"next_day": TUESDAY, "next_kind": "call", "next_reason": "call_back"}
        await work.tx.run(clients.patch(*agreed), id_=found["Луч"], **agreed)
    await anna.taps_old(proposed, "Назначить 5 дат")
    assert anna.alert == "Пока вы смотрели, даты изменились."
    anna.sees("Без следующего шага: 4")
    assert (await days(office, me, found))["Ромашка"] is None


async def test_a_crowd_is_filled_in_portions_within_the_norm(office: Office, anna: Phone, me: Actor) -> None:
    for number in range(53):
        await add_client(office, me, f"Клиент {number}", silent=60, **busy(number))
    await anna.sends_callback(OpenNextSteps().pack())
    anna.sees("Без следующего шага: 52", "завтра · 29: Клиент", "и ещё 25", "ср, 25 ноября · 21: ")
    anna.sees("Сначала 50, с кем дольше не говорили.")
    await anna.taps("Назначить 50 дат")
    anna.sees("Назначено 50 дат.", "Без следующего шага ещё 2.")
    await anna.taps("Ещё 2")
    anna.sees("ср, 25 ноября · 2: Клиент")
    await anna.taps("Назначить 2 даты")
    anna.sees("Назначено 2 даты.")
    await anna.sends_callback(OpenNextSteps().pack())
    anna.sees("У каждого клиента есть следующий шаг.")


def busy(number: int) -> dict[str, Any]:
    """The first has a call planned for tomorrow."""
    return {"next_day": TUESDAY, "next_kind": "call"} if number == 0 else {}


async def test_a_colleagues_dates_are_not_hers(office: Office, anna: Phone, me: Actor) -> None:
    found = await lay(office, me)
    await anna.sends_callback(OpenNextSteps().pack())
    await anna.taps("Назначить 5 дат")
    vera = await office.hires("Вера")
    await vera.sends_callback(UndoNextSteps(filling=1).pack())
    assert vera.alert == "Этого здесь больше нет. Откройте раздел заново."
    await vera.sends_callback(FillNextSteps(mark=1).pack())
    vera.sees("У каждого клиента есть следующий шаг.")
    assert (await days(office, me, found))["Новый дом"] == TUESDAY


async def test_a_cancelled_visit_is_no_next_step(office: Office, me: Actor) -> None:
    client = await add_client(office, me, "Ромашка")
    async with office.work() as work:
        visit = await visits.add(work.tx, client, me.id, day=TUESDAY, at=None)
        assert await next_steps.count(work.tx, me.id, office.today) == 0
        await work.tx.run(CANCEL, id_=visit, at=office.now)
        assert await next_steps.count(work.tx, me.id, office.today) == 1
