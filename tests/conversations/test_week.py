"""/week: what the days ahead hold; the plan of a week from the proposal to the lead's word and the fact."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from domain.actors import Actor, Role
from domain.outcomes import Answer, Outcome
from domain.week_plan import PlanKind
from sandbox.phone import Phone
from screens.callbacks.visits import Visited
from storage import clients, persons, visits
from storage.clients import NewClient
from tests.office import Office, number_of
from usecases import calls, promises, week_edit, week_plan

TOUCHED = clients.patch("last_contact_day")
SET_DEBT = clients.patch("debt", "overdue", "overdue_since")
FRIDAY, TUESDAY = date(2026, 11, 27), date(2026, 12, 1)


async def add_client(office: Office, manager: Actor, name: str, *, ago: int = 20, **more: Any) -> int:
    async with office.work() as work:
        given = {"phone": number_of(name)} | more
        client_id = await clients.add(
            work.tx, NewClient(manager.id, name, work.now - timedelta(days=90), **given)
        )
        await work.tx.run(TOUCHED, id_=client_id, last_contact_day=office.today - timedelta(days=ago))
    return client_id


async def call(office: Office, who: Actor, client: int, outcome: Outcome, **answer: Any) -> None:
    async with office.work() as work:
        await calls.record_call(who, work, client, outcome, Answer(**answer))


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def full_week(office: Office, anna: Phone) -> dict[str, int]:
    me = await office.actor(anna)
    ids = {name: await add_client(office, me, name) for name in ("Ромашка", "Вектор", "Заря", "Луч")}
    await office.waits_until("10:00")
    await call(
        office, me, ids["Ромашка"], Outcome.MEETING, day=office.today, clock=time(15), place="склад & офис"
    )
    await call(office, me, ids["Вектор"], Outcome.CALL_BACK, day=date(2026, 11, 25), clock=time(11))
    await call(office, me, ids["Заря"], Outcome.MEETING, day=date(2026, 12, 4))
    await call(office, me, ids["Луч"], Outcome.THINKING, day=date(2026, 12, 7))
    async with office.work() as work:
        await promises.take_promise(me, work, ids["Луч"], 5_000_000, date(2026, 11, 25))
        await persons.add(work.tx, ids["Луч"], "Котова Анна", birth=(29, 11, 1980))
    return ids


async def test_an_empty_week(office: Office, anna: Phone) -> None:
    await anna.taps("🗓 Неделя")
    anna.sees("Неделя: дел со сроком нет", "ничего не назначено")


async def test_the_week_by_days(office: Office, anna: Phone) -> None:
    await full_week(office, anna)
    await anna.says("/week")
    anna.sees("Неделя: впереди 5 дел", "▸ пн, 23 ноября: 1 визит (15:00 Ромашка)")
    anna.sees(
        "ср, 25 ноября: 1 звонок, 1 обещание (11:00 Вектор)", "вс, 29 ноября: 🎂 1", "пт, 4 декабря: 1 визит"
    )
    anna.does_not_see("7 декабря")
    await anna.taps("ср 25.11")
    anna.sees(
        "Ср, 25 ноября: 2 дела",
        "1. 11:00 Вектор — перезвонить",
        "2. Луч — обещали оплатить 50\u00a0000\u00a0₽",
    )
    await anna.taps("2 · Луч")
    anna.sees("Луч")
    await anna.says("/week")
    await anna.taps("вс 29.11")
    anna.sees("🎂 Котова Анна, Луч")
    await anna.taps("1 · Котова Анна")
    anna.sees("Котова")


async def test_a_visit_is_marked_once_and_only_when_its_day_has_come(office: Office, anna: Phone) -> None:
    ids = await full_week(office, anna)
    await anna.says("/week")
    await anna.taps("пт 04.12")
    anna.sees("визит: Заря")
    assert "✓ Визит состоялся" not in anna.buttons
    await anna.taps("‹ К неделе")
    await anna.taps("• пн 23.11")
    anna.sees("1. 15:00 визит: Ромашка, склад & офис")
    await anna.double_taps("Визит состоялся")
    anna.sees("Визит: Ромашка · C · сегодня, 15:00", "Состоялся", "Когда следующий звонок?")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    me = await office.actor(anna)
    async with office.work() as work:
        client = await clients.find(work.tx, ids["Ромашка"], [me.id])
    assert client is not None
    assert (client.next_day, client.next_kind, client.last_contact_day) == (None, None, office.today)
    await anna.sends_callback(Visited(visit=2).pack())
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."


async def test_yesterdays_visit_may_still_be_marked(office: Office, anna: Phone) -> None:
    ids = await full_week(office, anna)
    await office.waits_until("09:30", date(2026, 11, 24))
    await anna.says("/week")
    anna.sees("Неделя: впереди 4 дела", "пн, 23 ноября: 1 визит")
    await anna.taps("пн 23.11")
    await anna.taps("Визит состоялся")
    assert anna.alert == "Визит отмечен"
    await anna.says("через неделю")
    anna.sees("Следующий звонок: вт, 1 декабря")
    me = await office.actor(anna)
    async with office.work() as work:
        client = await clients.find(work.tx, ids["Ромашка"], [me.id])
    assert client is not None
    assert client.last_contact_day == date(2026, 11, 23)


# --- the plan


async def planned_week(office: Office, anna: Phone) -> dict[str, int]:
    """On Friday at four: a debtor, a client to visit, a promise, an agreed call, somebody who is in touch."""
    me = await office.actor(anna)
    ids = {
        "Должник": await add_client(office, me, "Должник", ago=1),
        "Ромашка": await add_client(office, me, "Ромашка", ago=1, client_class="A"),
        "Вектор": await add_client(office, me, "Вектор", ago=1),
        "Заря": await add_client(office, me, "Заря", ago=1),
        "Тихий": await add_client(office, me, "Тихий", ago=0),
    }
    async with office.work() as work:
        since = date(2026, 11, 18)
        await work.tx.run(
            SET_DEBT, id_=ids["Должник"], debt=340_000_00, overdue=340_000_00, overdue_since=since
        )
        await promises.take_promise(me, work, ids["Вектор"], 50_000_00, TUESDAY + timedelta(days=1))
    await call(office, me, ids["Заря"], Outcome.CALL_BACK, day=TUESDAY, clock=time(11))
    await office.waits_until("16:00", FRIDAY)
    return ids


async def test_the_plan_comes_on_friday_and_is_accepted_once(office: Office, anna: Phone) -> None:
    ids = await planned_week(office, anna)
    anna.sees("План на следующую неделю", "План 30.11–06.12 · не принят")
    anna.sees("пн, 30 ноября: 1 звонок, 1 визит", "звонок Должник — просрочка 12 дн., 340 т.р.")
    anna.sees("визит Ромашка — давно не заезжали", "11:00 звонок Заря — договорились")
    anna.sees("звонок Вектор — обещали оплатить 50 т.р., 02.12")
    anna.does_not_see("Тихий")
    await anna.double_taps("Принять план")
    anna.sees("План 30.11–06.12 · принят")
    me = await office.actor(anna)
    await office.waits_until("08:00", TUESDAY)
    async with office.work() as work:
        waiting = await week_plan.planned_for_today(me, work, [*ids.values(), 999])
    assert waiting == {ids["Должник"], ids["Заря"]}, "Monday's call is not made yet, Wednesday's is to come"
    await call(office, me, ids["Должник"], Outcome.NO_ANSWER)
    async with office.work() as work:
        assert await week_plan.planned_for_today(me, work, [*ids.values()]) == {ids["Заря"]}
    await anna.says("/week")
    anna.sees("вт, 1 декабря: 2 звонка (10:00 Должник)", "ср, 2 декабря: 1 обещание")


async def test_an_accepted_visit_stands_and_its_brief_comes(office: Office, anna: Phone) -> None:
    await planned_week(office, anna)
    await anna.taps("Принять план")
    await office.waits_until("09:00", date(2026, 11, 30))
    anna.sees("Сегодня визит, час не назначен", "Визит: Ромашка")


async def test_lines_are_moved_turned_dropped_and_added(office: Office, anna: Phone) -> None:
    await planned_week(office, anna)
    await anna.taps("пн 30.11 · 2")
    anna.sees("Пн, 30 ноября: 2 строки", "1. визит Ромашка", "2. звонок Должник")
    await anna.taps("2 · Должник")
    await anna.double_taps("→ чт 03.12")
    anna.sees("Должник → чт, 3 декабря", "1 строка")
    await anna.taps("1 · Ромашка")
    await anna.taps("Сделать звонком")
    anna.sees("1. звонок Ромашка")
    await anna.taps("➕ Клиент")
    await anna.says("абракадабра")
    anna.sees("«абракадабра» не нашлось")
    await anna.says("тихий")
    anna.sees("Добавлено: Тихий", "звонок Тихий — добавлен вами")
    await anna.taps("2 · Тихий")
    await anna.taps("Убрать")
    anna.sees("Убрано: Тихий", "1 строка")
    await anna.taps("‹ К плану")
    anna.sees("чт, 3 декабря: 1 звонок", "не принят")


async def test_a_line_moved_after_acceptance_takes_its_visit_and_its_call_along(
    office: Office, anna: Phone
) -> None:
    ids = await planned_week(office, anna)
    await anna.taps("Принять план")
    await anna.taps("пн 30.11 · 2")
    await anna.taps("1 · Ромашка")
    await anna.taps("→ пт 04.12")
    await anna.taps("‹ К плану")
    await anna.taps("вт 01.12 · 1")
    await anna.taps("1 · Заря")
    await anna.taps("→ чт 03.12")
    me = await office.actor(anna)
    async with office.work() as work:
        romashka, zarya = [await clients.find(work.tx, ids[name], [me.id]) for name in ("Ромашка", "Заря")]
    assert romashka is not None
    assert zarya is not None
    assert (romashka.next_kind, romashka.next_day) == ("visit", date(2026, 12, 4))
    assert zarya.next_at is not None
    assert me.local(zarya.next_at).isoformat() == "2026-12-03T11:00:00+03:00"
    await anna.says("/week")
    anna.sees("пт, 4 декабря: 1 визит")


async def test_a_visit_whose_day_had_passed_stands_once_it_is_moved(office: Office, anna: Phone) -> None:
    ids = await planned_week(office, anna)
    me = await office.actor(anna)
    await office.waits_until("09:00", TUESDAY)
    async with office.work() as work:
        plan = await week_edit.accept(me, work, 1)
        line = next(one for one in plan.lines if one.kind is PlanKind.VISIT)
        await week_edit.move(me, work, line.id, date(2026, 12, 4))
        assert [stop.client_id for stop in await visits.stops(work.tx, me.id, date(2026, 12, 4))] == [
            ids["Ромашка"]
        ]


async def test_the_lead_sees_asks_and_is_answered(office: Office, anna: Phone) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    await planned_week(office, anna)
    await anna.double_taps("Отдать руководителю")
    anna.sees("План 30.11–06.12 · у руководителя")
    boris.sees("План 30.11–06.12 · Анна", "звонок Должник — просрочка 12 дн.")
    assert len([one for one in boris.messages if "План 30.11" in one.text]) == 1
    await boris.taps("Вопрос")
    await boris.says("почему Ромашка в понедельник?")
    boris.sees("Отправлено.")
    anna.sees("Борис о плане 30.11–06.12: «почему Ромашка в понедельник?»")
    await anna.taps("Ответить")
    await anna.says("там приёмка")
    boris.sees("Анна о плане", "там приёмка")
    await boris.taps("Открыть план")
    await boris.taps("Видел")
    boris.sees("руководитель видел", "Руководитель: «почему Ромашка в понедельник?»")
    await boris.says("/week")
    boris.sees("Неделя команды 23.11–29.11: 1 менеджер", "Анна: плана нет · следующая неделя готова")
    await boris.taps("Моя неделя")
    boris.sees("Неделя: дел со сроком нет")


async def test_plan_against_fact_by_day_and_in_the_next_proposal(office: Office, anna: Phone) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    ids = await planned_week(office, anna)
    await anna.taps("Принять план")
    me = await office.actor(anna)
    await office.waits_until("10:00", TUESDAY)
    await call(office, me, ids["Должник"], Outcome.TALKED)
    await call(office, me, ids["Тихий"], Outcome.TALKED)
    await anna.says("/week")
    await anna.taps("План этой недели")
    anna.sees(
        "Сделано 1 из 4, вне плана 1", "пн, 30 ноября: 1 звонок, 1 визит · сделано 1", "✓ звонок Должник"
    )
    await boris.says("/week")
    boris.sees("Анна: 1 из 4 по плану, вне плана 1")
    await boris.taps("Анна")
    boris.sees("План 30.11–06.12 · Анна", "Сделано 1 из 4")
    await office.waits_until("16:00", date(2026, 12, 4))
    anna.sees("План 07.12–13.12 · не принят", "Прошлая неделя: по плану 1 из 4, вне плана 1")


async def test_a_foreign_plan_is_missing(office: Office, anna: Phone) -> None:
    await planned_week(office, anna)
    ira = await office.hires("Ира")
    for data in ("week.plan:1", "week.take:1", "week.share:1", "week.item:1", "week.drop:1", "week.say:1"):
        await ira.sends_callback(data)
        assert "Этого здесь больше нет" in (ira.alert or ""), data
    await ira.sends_callback("week.make")
    ira.sees("планировать некого")


async def test_the_week_goes_into_the_calendar(office: Office, anna: Phone) -> None:
    await full_week(office, anna)
    await anna.says("/week")
    await anna.taps("В календарь")
    name, data = anna.file()
    assert name == "nedelya-2026-11-23.ics"
    text = data.decode().replace("\r\n ", "")
    assert "SUMMARY:Визит: Ромашка" in text
    assert "SUMMARY:Звонок: Вектор" in text
    assert "Заря" not in text, "the next week is another file"
