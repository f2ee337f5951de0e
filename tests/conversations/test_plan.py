"""/plan: norms and pace, offers in batches."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from domain.actors import Actor, Role
from domain.outcomes import Answer, Outcome
from sandbox.phone import Phone
from screens.callbacks.plan import AddOffers, AskOffers, OpenPlan, UndoOffers
from storage import clients, counters
from storage.clients import NewClient
from tests.office import Office, number_of
from usecases import calls, promises

TOUCHED = clients.patch("last_contact_day")


async def add_client(office: Office, manager: Actor, name: str, **more: Any) -> int:
    async with office.work() as work:
        given = {"phone": number_of(name)} | more
        client_id = await clients.add(
            work.tx, NewClient(manager.id, name, work.now - timedelta(days=90), **given)
        )
        await work.tx.run(TOUCHED, id_=client_id, last_contact_day=office.today - timedelta(days=20))
    return client_id


async def call(office: Office, who: Actor, client: int, outcome: Outcome, **answer: Any) -> None:
    async with office.work() as work:
        await calls.record_call(who, work, client, outcome, Answer(**answer))


async def counted(office: Office, who: Actor) -> int:
    async with office.work() as work:
        return (await counters.of_day(work.tx, who.id, office.today)).email_offers


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


# --- the norms of the day


async def test_the_plan_shows_the_pace_and_what_to_do_next(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    romashka = await add_client(office, me, "Ромашка")
    await add_client(office, me, "Вектор")
    await office.waits_until("14:24")
    await call(office, me, romashka, Outcome.PHONE_OFFER)
    async with office.work() as work:
        await promises.take_promise(me, work, romashka, 12_000_000, office.today)
        await counters.add(work.tx, me.id, office.today, orders=2, order_sum=12_345_600)
        await counters.add(work.tx, me.id, office.today - timedelta(days=20), orders=3, order_sum=100_000_000)
        await counters.add(work.tx, me.id, office.today - timedelta(days=30), orders=9, order_sum=900_000_000)
    await anna.says("/plan")
    anna.sees("План · пн, 23 ноября, 14:24", "Звонки: 1 из 30 · по темпу уже 18 · дозвон 1")
    anna.sees("Предложил: 1 из 20 · по темпу уже 12", "КП по почте: 0 из 50 · по темпу уже 30")
    anna.sees("Заказы сегодня: 123\u00a0456\u00a0₽ (2) · за месяц 1\u00a0123\u00a0456\u00a0₽ (5)")
    anna.sees(
        "Сегодня ждём 1 оплату по обещанию: 120\u00a0000\u00a0₽", "Взято 1 обещание на 120\u00a0000\u00a0₽"
    )
    anna.sees(
        "Дальше: ещё 1 звонок по списку.",
        "Списка не хватит: до нормы ещё 28 звонков. Кого взять — /leads, /clients.",
    )
    await anna.taps("Начать обзвон")
    anna.sees("Вектор")


async def test_a_promised_offer_comes_first_when_offers_lag_more(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    client = await add_client(office, me, "Ромашка")
    await add_client(office, me, "Вектор")
    await office.waits_until("14:00")
    await call(office, me, client, Outcome.SEND_OFFER)
    async with office.work() as work:
        await counters.add(work.tx, me.id, office.today, calls=20)
    await anna.taps("📊 План")
    anna.sees("Дальше: отправить 1 обещанное КП.")
    await anna.taps("Отправить 1 КП")
    await anna.taps("Ромашка")
    await anna.says("/plan")
    anna.sees("КП по почте: 1 из 50", "Дальше: ещё 1 звонок по списку.")


async def test_done_norms_and_days_off(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    async with office.work() as work:
        await counters.add(work.tx, me.id, office.today, calls=30, phone_offers=21, email_offers=50)
    await anna.says("/plan")
    anna.sees("Звонки: 30 из 30 · норма есть", "Нормы дня сделаны.")
    await office.waits_until("12:00", date(2026, 11, 28))
    await anna.says("/plan")
    anna.sees("Звонки: 0 из 30", "Сегодня выходной: нормы не считаются.")
    anna.does_not_see("по темпу")


async def test_offers_are_logged_in_batches_and_taken_back(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    await anna.says("/plan")
    await anna.taps("➕ КП по почте")
    anna.sees("КП по почте сегодня: 0 из 50")
    await anna.double_taps("+10")
    anna.sees("КП добавлено: 10. Сегодня 10 из 50.")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    assert await counted(office, me) == 10
    await anna.taps("➕ КП по почте")
    await anna.says("много")
    anna.sees("Не понял «много». Напишите число от 1 до 500")
    await anna.says("501")
    anna.sees("Не понял «501»")
    await anna.says("7 кп")
    anna.sees("КП добавлено: 7. Сегодня 17 из 50.")
    added = anna.last
    await anna.double_taps("Убрать 7")
    assert await counted(office, me) == 10
    anna.sees("КП по почте: 10 из 50")
    await anna.taps_old(added, "Убрать 7")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    assert await counted(office, me) == 10


async def test_yesterdays_buttons_add_nothing_today(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    await anna.says("/plan")
    await anna.taps("➕ КП по почте")
    await office.waits_until("08:00", date(2026, 11, 24))
    await anna.taps("+20")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    assert await counted(office, me) == 0


# --- the team


async def test_the_lead_sees_the_team_in_a_table(office: Office, anna: Phone) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    await office.hires("Константин Преображенский")
    me = await office.actor(anna)
    async with office.work() as work:
        await counters.add(
            work.tx,
            me.id,
            office.today,
            calls=24,
            reached=15,
            phone_offers=3,
            email_offers=10,
            orders=3,
            order_sum=34_000_000,
        )
    await office.waits_until("13:30")
    await boris.says("/plan")
    shown = boris.sees("План команды · пн, 23 ноября, 13:30", "Звонки: 24 из 60 · по темпу 30").text
    boris.sees("Заказы сегодня: 340 т.р. (3) · за месяц 340 т.р. (3)")
    table = shown[shown.index("           ") :].splitlines()
    assert table[1].split() == ["Анна", "24/30", "15", "13", "3", "340"]
    assert table[2].split() == ["Константи…", "0/30", "0", "0", "0", "0"]
    assert max(map(len, table)) <= 36
    await boris.taps("Анна")
    boris.sees("Анна · пн, 23 ноября", "Звонки: 24 из 30 · дозвон 15")


async def test_a_lead_alone_is_told_to_invite(office: Office) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    await boris.says("/plan")
    boris.sees("План команды", "Менеджеров в команде пока нет")


# --- whoever should not


async def test_strangers_get_nothing_and_wrong_buttons_are_old(office: Office, anna: Phone) -> None:
    await add_client(office, await office.actor(anna), "Ромашка")
    ira = await office.hires("Ира")
    boris = await office.hires("Борис", Role.LEAD)
    support = await office.hires("Света", Role.SUPPORT)
    gone = await office.hires("Ушёл")
    stranger = office.phone("Чужак")
    await stranger.starts()
    async with office.work() as work:
        from usecases import people

        await people.dismiss(await _actor(work, boris), work, (await _actor(work, gone)).id)
    ordinal = office.today.toordinal()
    every = [
        OpenPlan(),
        AskOffers(),
        AddOffers(count=5, seen=0, day=ordinal),
        UndoOffers(count=5, seen=5, day=ordinal),
    ]
    for button in every:
        for phone in (stranger, gone, support):
            await phone.sends_callback(button.pack())
            assert phone.alert
            phone.does_not_see("Ромашка", "План ·")
    await support.says("/plan")
    support.sees("Этого нет в вашей роли")
    for data in (
        "plan.add:0:0:739000",
        "plan.add:5:-1:739000",
        "plan.week",  # buttons of before the week had a module of its own
        "plan.visited:1",
        "plan.nothing",
    ):
        await ira.sends_callback(data)
        ira.sees("Эта кнопка устарела")


async def _actor(work: Any, phone: Phone) -> Actor:
    from storage import employees

    found = await employees.find_by_telegram(work.tx, phone.user.id)
    assert found is not None
    return found


async def test_a_manager_of_another_zone_has_their_own_day(office: Office) -> None:
    vera = await office.hires("Вера", timezone="Asia/Vladivostok")
    me = await office.actor(vera)
    await office.waits_until("18:00")
    await vera.says("/plan")
    vera.sees("План · вт, 24 ноября, 01:00", "Звонки: 0 из 30 · осталось 30")
    assert me.local(office.now) == datetime(2026, 11, 24, 1, tzinfo=me.zone)
