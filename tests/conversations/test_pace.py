"""The manager's own warning at three, offers counted in batches, and what lies in a list for days."""

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.norms import OfferKind
from domain.outcomes import Outcome
from domain.pushes import PushKind
from sandbox.phone import Phone
from screens.callbacks.digest import OpenCarried
from screens.callbacks.plan import AddOffers
from storage import counters
from storage import pushes as stored
from storage.tables import call_list
from tests.firm import Company, add_client, call
from tests.office import Office
from usecases import pushes

SATURDAY = date(2026, 11, 28)
SINCE = (
    sa.update(call_list)
    .where(call_list.c.client_id == sa.bindparam("client"), call_list.c.day == sa.bindparam("day_"))
    .values(since=sa.bindparam("since"))
)
WARNING = "по часам было бы"
GONE = "Этого здесь больше нет. Откройте раздел заново."


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


def said(phone: Phone, fragment: str) -> int:
    return sum(fragment in message.text for message in phone.from_bot)


async def counted(office: Office, who: Phone, **counts: int) -> None:
    actor = await office.actor(who)
    async with office.work() as work:
        await counters.add(work.tx, actor.id, office.today, **counts)


# --- three o'clock


async def test_who_is_behind_by_half_hears_it_once_and_can_begin_at_once(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    for number in range(15):
        await add_client(office, me, f"Клиент {number}")
    await counted(office, anna, calls=9)
    await office.waits_until("14:59")
    assert said(anna, WARNING) == 0
    await office.waits_until("15:00")
    anna.sees("15:00 · 9 из 30, по часам было бы 20.", "До 18:00 успеть: 11 звонков подряд по списку.")
    await office.passes(hours=1)
    assert said(anna, WARNING) == 1
    await anna.taps("Начать обзвон")
    anna.sees("Клиент")


async def test_the_list_that_is_left_bounds_what_is_asked(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    await add_client(office, me, "Ромашка")
    await office.waits_until("15:00")
    anna.sees("0 из 30", "До 18:00 успеть: ещё 1 звонок по списку.")


async def test_half_the_pace_is_enough(office: Office, anna: Phone) -> None:
    await add_client(office, await office.actor(anna), "Ромашка")
    await counted(office, anna, calls=10)
    await office.waits_until("15:00")
    assert said(anna, WARNING) == 0


async def test_nobody_left_to_call_is_nobody_s_fault(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    client = await add_client(office, me, "Ромашка")
    await office.waits_until("09:00")
    await call(office, me, client, Outcome.TALKED)
    await office.waits_until("15:00")
    assert said(anna, WARNING) == 0


async def test_a_day_off_has_no_pace(office: Office, anna: Phone) -> None:
    await add_client(office, await office.actor(anna), "Ромашка")
    await office.waits_until("16:00", SATURDAY)
    assert said(anna, WARNING) == 0


async def test_the_hour_is_each_one_s_own_to_choose(office: Office, anna: Phone) -> None:
    await add_client(office, await office.actor(anna), "Ромашка")
    await anna.says("/settings")
    await anna.taps("⏰ темп звонков")
    await anna.taps("12:00")
    await office.waits_until("12:00")
    anna.sees("12:00 · 0 из 30, по часам было бы 10.")


async def test_who_was_here_before_there_was_such_a_push_gets_it_too(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    await add_client(office, me, "Ромашка")
    async with office.work() as work:
        await stored.forget_kind(work.tx, me.id, PushKind.PACE)
        assert await pushes.plan_missing(work) == 1
        assert await pushes.plan_missing(work) == 0
    await office.waits_until("15:00")
    anna.sees("0 из 30")


# --- offers in batches


async def test_phone_offers_are_counted_in_batches_and_taken_back(office: Office, anna: Phone) -> None:
    await anna.says("/plan")
    await anna.taps("➕ Предложил")
    anna.sees("Предложено по телефону сегодня: 0 из 20")
    await anna.double_taps("+5")
    anna.sees("Предложений добавлено: 5. Сегодня 5 из 20.")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    await anna.taps("➕ Предложил")
    await anna.says("3")
    anna.sees("Предложений добавлено: 3. Сегодня 8 из 20.")
    await anna.taps("Убрать 3")
    assert anna.alert == "Убрано. Предложений сегодня: 5"
    anna.sees("Предложил: 5 из 20", "КП по почте: 0 из 50")
    day = office.today.toordinal()
    await anna.sends_callback(AddOffers(count=5, seen=0, day=day, kind=OfferKind.PHONE).pack())
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."


# --- what lies for days


async def lie(office: Office, client: int, since: date) -> None:
    async with office.work() as work:
        await work.tx.run(SINCE, client=client, day_=office.today, since=since)


@pytest.fixture
async def lying(office: Office) -> tuple[Company, dict[str, int]]:
    """On Thursday four of Анна's clients wait in the list: two of them for more than three working days."""
    firm = await Company(office).gather()
    ids = {name: await add_client(office, firm.a, name) for name in ("Ромашка", "Вектор", "Заря", "Луч")}
    ids["Чужой"] = await add_client(office, firm.o, "Чужой")
    await office.waits_until("09:00", date(2026, 11, 26))
    for phone in (firm.anna, firm.oleg):
        await phone.says("/calls")
    today = office.today
    since: dict[str, Any] = {"Ромашка": 8, "Вектор": 3, "Заря": 2, "Чужой": 9, "Луч": 20}
    for name, days in since.items():
        await lie(office, ids[name], today - timedelta(days=days))
    await call(office, firm.a, ids["Луч"], Outcome.TALKED)
    return firm, ids


async def test_what_lies_three_days_goes_to_the_lead(
    office: Office, lying: tuple[Company, dict[str, int]]
) -> None:
    firm, _ = lying
    await firm.boris.says("/digest")
    firm.boris.sees(
        "1. Анна: 2 клиента лежат в списке 3 дня и дольше, дольше всех Ромашка (6 дн.)",
    )
    firm.boris.does_not_see("Чужой", "Луч")
    await firm.boris.taps("1 · Анна")
    firm.boris.sees("Анна: долго лежат 2 клиента", "1. Ромашка, 6 дней — ", "2. Вектор, 3 дня — ")
    firm.boris.does_not_see("Заря")
    await firm.boris.taps("❓ Анна")
    assert firm.boris.alert == "Вопрос ушёл: Анна"
    firm.anna.sees("Борис спрашивает:", "2 клиента лежат в списке")
    await firm.anna.taps("Ответить")
    await firm.anna.says("Сегодня обзвоню")
    firm.boris.sees("Анна отвечает:", "«Сегодня обзвоню»")
    await firm.boris.says("/digest")
    await firm.boris.taps("1 · Анна")
    assert "💬 Анна" in firm.boris.buttons
    await firm.boris.taps("1 · Ромашка")
    firm.boris.sees("Ромашка")


async def test_a_worked_list_is_no_exception_any_more(
    office: Office, lying: tuple[Company, dict[str, int]]
) -> None:
    firm, ids = lying
    await firm.boris.says("/digest")
    shown = firm.boris.last
    for name in ("Ромашка", "Вектор"):
        await call(office, firm.a, ids[name], Outcome.TALKED)
    await firm.boris.taps_old(shown, "1 · Анна")
    firm.boris.sees("Анна: залежавшихся клиентов нет")
    await firm.boris.says("/digest")
    firm.boris.does_not_see("лежат в списке")


async def test_another_team_s_list_is_missing(office: Office, lying: tuple[Company, dict[str, int]]) -> None:
    firm, _ = lying
    await firm.gleb.sends_callback(OpenCarried(employee=firm.a.id).pack())
    assert firm.gleb.alert == GONE
    await firm.anna.sends_callback(OpenCarried(employee=firm.a.id).pack())
    firm.anna.does_not_see("Ромашка, 6 дней")


async def test_the_person_s_day_counts_who_has_no_next_step(office: Office) -> None:
    firm = await Company(office).gather()
    for name in ("Ромашка", "Вектор"):
        await add_client(office, firm.a, name)
    await firm.boris.says("/digest")
    await firm.boris.taps("Анна")
    firm.boris.sees("Без следующего шага: 2 клиента")
