"""A visit from the plan to the timeline: the brief, the start, photos and words, the check-list, the result."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.actors import Actor, Role
from domain.outcomes import Answer, ClaimKind, Outcome
from sandbox.phone import Phone
from storage import clients, persons
from storage import visits as stored
from storage.clients import NewClient
from storage.database import Database
from storage.visit_tables import reminders, visits
from tests.hearing import FakeEars, FakeEngine, with_engine
from tests.office import MOSCOW, Office, number_of
from usecases import calls, people

TUESDAY = date(2026, 11, 24)
SET_DEBT = clients.patch("debt", "overdue", "overdue_since")
SET_DISTRICT = clients.patch("district")
REMINDERS = sa.select(reminders.c.kind).where(reminders.c.kind != "claim").order_by(reminders.c.kind)
ROW = sa.select(*visits.c).order_by(visits.c.id)
ADDRESS = "Москва, р-н Выхино, ул. Ферганская, 10"
PHOTO = b"\xff\xd8 a photo"


async def add_client(office: Office, manager: Actor, name: str, **more: Any) -> int:
    async with office.work() as work:
        given = {"phone": number_of(name), "address": ADDRESS} | more
        return await clients.add(work.tx, NewClient(manager.id, name, work.now - timedelta(days=90), **given))


async def rows(office: Office) -> list[dict[str, Any]]:
    names = [column.name for column in visits.c]
    async with office.work() as work:
        return await work.tx.rows(ROW, lambda *row: dict(zip(names, row, strict=True)))


async def waiting(office: Office) -> list[str]:
    async with office.work() as work:
        return await work.tx.values(REMINDERS)


@pytest.fixture
async def anna(office: Office) -> Phone:
    """A manager with a client that owes and complains, and whose buyer is known."""
    phone = await office.hires("Анна")
    me = await office.actor(phone)
    client = await add_client(office, me, "Ромашка", client_class="A")
    async with office.work() as work:
        await persons.add(work.tx, client, "Котова Анна", role="accountant", phone="+79161112244")
        await persons.add(work.tx, client, "Смирнова Ольга", role="buyer", phone="+79161112233")
        since = office.today - timedelta(days=12)
        await work.tx.run(SET_DEBT, id_=client, debt=500_000_00, overdue=340_000_00, overdue_since=since)
        await calls.record_call(
            me, work, client, Outcome.CLAIM, Answer(claim_kind=ClaimKind.DEFECT), note="просила образцы сыра"
        )
    return phone


async def open_visit(office: Office, anna: Phone, kind: str = "") -> None:
    """Planned for today at noon, of this kind, and begun."""
    await office.waits_until("09:30")
    await anna.says("ромашка")
    await anna.taps("📍 Визит")
    await anna.says("сегодня в 12")
    if kind:
        await anna.taps(kind)
    await office.waits_until("12:00")
    await anna.taps("Начать визит")


async def test_planned_in_three_taps_and_briefed_half_an_hour_before(office: Office, anna: Phone) -> None:
    await anna.says("ромашка")
    await anna.taps("📍 Визит")
    anna.sees("Ромашка: когда визит?")
    await anna.taps("завтра, 24.11")
    await anna.double_taps("15:00")
    anna.sees("Визит в плане. Напомню перед ним.", "Визит: Ромашка · A · завтра, 15:00")
    assert len(await rows(office)) == 1
    await office.waits_until("14:29", TUESDAY)
    anna.does_not_see("Визит через")
    await office.waits_until("14:30", TUESDAY)
    anna.sees(
        "Визит через 30 минут", "📍 Москва, р-н Выхино", "👤 Смирнова Ольга, закупки · +7 916 111-22-33"
    )
    anna.sees("просрочено 340\u00a0000\u00a0₽", "открытая претензия", "просила образцы сыра")
    url = next(raw["url"] for row in anna.last.keyboard for raw in row if raw["text"] == "🗺 Карта")
    assert url.startswith("https://yandex.ru/maps/?text=%D0%9C")
    await office.passes(minutes=1)
    assert await waiting(office) == [], "said once"


async def test_no_reminder_is_promised_for_a_day_under_way(office: Office, anna: Phone) -> None:
    await office.waits_until("14:00")
    await anna.says("ромашка")
    await anna.taps("📍 Визит")
    await anna.taps("сегодня, 23.11")
    await anna.taps("Без времени")
    anna.sees("Визит в плане.", "Визит: Ромашка · A · сегодня")
    anna.does_not_see("Напомню")
    assert await waiting(office) == []


async def test_a_moved_visit_is_briefed_anew_and_a_cancelled_one_never(office: Office, anna: Phone) -> None:
    await anna.sends_callback("visits.plan:1:0:-1")
    await anna.says("вт в 11")
    anna.sees("вт")
    await anna.taps("Перенести")
    await anna.says("когда рак свистнет")
    anna.sees("Не понял «когда рак свистнет»")
    await anna.says("ср в 16")
    anna.sees("Перенесено", "ср, 25 ноября, 16:00")
    await office.waits_until("12:00", TUESDAY)
    anna.does_not_see("Визит через", anywhere=True)
    await anna.taps("Отменить")
    await anna.taps("Да, отменить")
    anna.sees("Отменён", anywhere=True)
    assert await waiting(office) == []
    await anna.sends_callback("visits.start:1")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    me = await office.actor(anna)
    async with office.work() as work:
        client = await clients.find(work.tx, 1, [me.id])
    assert client is not None
    assert client.next_day is None


async def test_late_is_said_and_too_late_is_not_said(office: Office, anna: Phone) -> None:
    await anna.sends_callback("visits.plan:1:0:-1")
    await anna.says("вт в 11")
    await anna.sends_callback("visits.plan:1:0:-1")
    await anna.says("вт в 15")
    office.now = datetime.combine(TUESDAY, time(15, 20), tzinfo=MOSCOW)
    await office.passes(minutes=0)
    assert len([one for one in anna.messages if "Напоминание опоздало" in one.text]) == 1
    anna.sees("15:00")


async def test_a_visit_is_worked_and_told_in_the_timeline(office: Office, anna: Phone) -> None:
    await open_visit(office, anna)
    anna.sees("Идёт визит: Ромашка", "с 12:00", "Смирнова Ольга")
    assert "● Фото до" in anna.buttons
    await anna.shares_location(55.7, 37.8)
    anna.sees("Место отмечено")
    anna.does_not_see("Место можно отметить")
    await anna.sends_photo(PHOTO)
    anna.sees("Ромашка, фото до: 1")
    await anna.taps("Фото после")
    await anna.sends_album([PHOTO, PHOTO], "полка переделана")
    anna.sees("Ромашка, фото после: 2")
    await anna.says("взяли сыр на пробу")
    anna.sees("Записано в визит", "полка переделана\nвзяли сыр на пробу", "Фото: до 1, после 2")
    await office.waits_until("12:40")
    await anna.taps("Завершить визит")
    await anna.double_taps("Договорились")
    anna.sees("Договорились · 40 мин", "Когда следующий звонок?")
    await anna.says("через неделю")
    anna.sees("Следующий звонок: пн, 30 ноября")
    await anna.sends_callback("clients.log:1:0")
    anna.sees("визит — договорились · 40 мин · фото 3 — «полка переделана взяли сыр на пробу»")
    await anna.taps("Визит 23.11")
    anna.sees("фото до 1, после 2")
    await anna.taps("До 1")
    assert anna.last.attachment
    (row,) = await rows(office)
    assert (row["latitude"], row["outcome"]) == (55.7, "agreed")
    me = await office.actor(anna)
    async with office.work() as work:
        client = await clients.find(work.tx, 1, [me.id])
    assert client is not None
    assert (client.last_contact_day, client.next_kind) == (office.today, "call")


async def test_merchandising_ticks_its_list_and_after_comes_by_itself(office: Office, anna: Phone) -> None:
    await open_visit(office, anna, "Вид: мерчандайзинг")
    anna.sees("Идёт мерчандайзинг: Ромашка", "Чек-лист: 0 из 5")
    await anna.double_taps("▫️ Выкладка")
    anna.sees("Чек-лист: 1 из 5")
    assert "● Фото после" in anna.buttons
    await anna.taps("▫️ Ценники")
    await anna.taps("✓ Выкладка")
    anna.sees("Чек-лист: 1 из 5")
    await anna.taps("Завершить визит")
    await anna.taps("Не застал")
    anna.sees("Не застал", "Чек-лист: 1 из 5")
    await anna.sends_callback("clients.log:1:0")
    anna.sees("мерчандайзинг — не застал", "чек-лист 1/5")


async def test_training_asks_one_line_and_stands_in_the_log(office: Office, anna: Phone) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    await open_visit(office, anna, "Вид: обучение")
    anna.sees("Тема и сколько человек")
    await anna.says("сыры, 4 чел")
    anna.sees("тема «сыры», 4 человека")
    await anna.taps("Завершить визит")
    await anna.taps("Договорились")
    await boris.says("/week")
    await boris.taps("Обучения")
    boris.sees("Обучения за месяц: 1, обучено 4", "23.11 Ромашка: сыры, 4 чел. · Анна")
    await anna.sends_callback("visits.trained:1")
    anna.sees("Обучения: Ромашка — 1, обучено 4")


async def test_a_forgotten_visit_is_asked_about_and_closed_in_the_morning(
    office: Office, anna: Phone
) -> None:
    await open_visit(office, anna)
    await office.waits_until("18:30")
    anna.sees("Визит в Ромашка ещё идёт (сегодня, 12:00). Чем закончился?")
    await office.waits_until("08:30", TUESDAY)
    anna.sees("закрыт без результата")
    assert "Перенести" not in " ".join(anna.buttons)
    await anna.taps("Заказ")
    anna.sees("Заказ", "Когда следующий звонок?")
    (row,) = await rows(office)
    assert row["outcome"] == "order"
    assert await waiting(office) == []


async def test_only_one_visit_is_under_way_and_moving_it_undoes_the_start(
    office: Office, anna: Phone
) -> None:
    await add_client(office, await office.actor(anna), "Вектор")
    await open_visit(office, anna)
    await anna.sends_callback("visits.plan:2:0:-1")
    await anna.says("сегодня в 14")
    await anna.taps("Начать визит")
    assert anna.alert == "Сначала завершите визит: Ромашка. Он в разделе «Неделя»."
    await anna.sends_callback("visits.finish:1")
    await anna.taps("Перенести")
    await anna.says("завтра в 10")
    anna.sees("Перенесено", "завтра, 10:00")
    await anna.sends_callback("visits.start:2")
    anna.sees("Идёт визит: Вектор")


async def test_a_visit_begun_before_its_day_is_todays_contact(office: Office, anna: Phone) -> None:
    await anna.sends_callback("visits.plan:1:0:-1")
    await anna.says("вт в 11")
    await anna.taps("Начать визит")
    me = await office.actor(anna)
    async with office.work() as work:
        client = await clients.find(work.tx, 1, [me.id])
    assert client is not None
    assert (client.next_day, client.next_at, client.next_kind) == (office.today, None, "visit")
    await anna.taps("Завершить визит")
    await anna.taps("Не застал")
    async with office.work() as work:
        client = await clients.find(work.tx, 1, [me.id])
        assert await stored.last_visits(work.tx, me.id, office.today) == {}
    assert client is not None
    assert client.next_day is None


async def test_a_visit_to_a_deleted_client_is_not_under_way(office: Office, anna: Phone) -> None:
    await open_visit(office, anna)
    me = await office.actor(anna)
    async with office.work() as work:
        assert await stored.find_open(work.tx, me.id, office.today) is not None
        await clients.delete(work.tx, 1, work.now)
        assert await stored.find_open(work.tx, me.id, office.today) is None


async def test_a_photo_about_another_client_is_not_the_visits(office: Office, anna: Phone) -> None:
    other = await add_client(office, await office.actor(anna), "Вектор")
    await open_visit(office, anna)
    await anna.sends_callback(f"calls.card:{other}")
    await anna.sends_photo(PHOTO)
    anna.sees("Вектор")
    anna.does_not_see("фото до")


async def test_the_route_of_a_day_goes_by_district(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    far = await add_client(office, me, "Луч", address="Химки, ул. Победы, 4")
    near = await add_client(office, me, "Заря", address="ул. Без района, 1")
    async with office.work() as work:
        await work.tx.run(SET_DISTRICT, id_=near, district="Выхино")
    for client, clock in ((1, "10"), (far, "12"), (near, "15")):
        await anna.sends_callback(f"visits.plan:{client}:0:-1")
        await anna.says(f"вт в {clock}")
    await anna.says("/week")
    await anna.taps("вт 24.11")
    await anna.taps("🗺 Маршрут")
    shown = anna.sees("Маршрут, завтра: 3 визита", "Выхино", "Химки").text
    order = [shown.index(name) for name in ("Ромашка", "Заря", "Луч")]
    assert order == sorted(order), "those of one district together, by their hours"
    url = next(raw["url"] for row in anna.last.keyboard for raw in row if "url" in raw)
    assert url.startswith("https://yandex.ru/maps/?rtt=auto&rtext=")
    assert url.count("~") == 2


async def test_a_foreign_visit_is_missing(office: Office, anna: Phone) -> None:
    await open_visit(office, anna)
    ira = await office.hires("Ира")
    for data in (
        "open:1",
        "start:1",
        "held:1",
        "stage:1:1",
        "check:1:0:1",
        "finish:1",
        "photos:1",
        "cancel:1:1",
    ):
        await ira.sends_callback(f"visits.{data}")
        assert "Этого здесь больше нет" in (ira.alert or ""), data
    await ira.shares_location(1.0, 1.0)
    ira.does_not_see("Место отмечено")


async def test_what_is_said_aloud_is_its_result(database: Database) -> None:
    office = Office(database, with_engine(longest=60), FakeEars(FakeEngine()))
    async with office.open():
        phone = await office.hires("Анна")
        await add_client(office, await office.actor(phone), "Ромашка")
        await open_visit(office, phone)
        await phone.sends_voice("берут сыр со скидкой".encode(), 5)
        phone.sees("Записано в визит", "📝 берут сыр со скидкой")


async def test_a_visit_in_english(office: Office) -> None:
    john = await office.hires("John", language="en")
    await add_client(office, await office.actor(john), "Romashka")
    await office.waits_until("11:50")
    await john.sends_callback("visits.plan:1:0:-1")
    await john.says("today at 12")
    john.sees("The visit is in the plan", "Visit: Romashka · C · today, 12:00")
    await office.passes(seconds=1)
    john.sees("A visit in 10 minutes")
    await john.taps("Start visit")
    john.sees("Visit under way: Romashka")
    await john.taps("Finish visit")
    await john.taps("Order")
    await john.says("in a week")
    john.sees("Next call: Mon")
    await john.says("/week")
    await john.taps("Plan the next week")
    john.sees("Plan 30 Nov–6 Dec · not accepted", "call Romashka — agreed")
    await john.taps("Accept plan")
    john.sees("accepted")


async def test_a_brief_that_fails_is_tried_again_until_it_is_said(office: Office, anna: Phone) -> None:
    said: list[int] = []

    async def broken(*_: object) -> None:
        said.append(len(said))
        if len(said) < 3:
            raise ZeroDivisionError

    office.app.scheduler.sayings = {"visit_brief": broken}
    await anna.sends_callback("visits.plan:1:0:-1")
    await anna.says("вт в 11")
    await office.waits_until("10:30", TUESDAY)
    for _ in range(30):
        await office.passes(minutes=1)
    assert len(said) == 3
    assert await waiting(office) == []


async def test_nothing_is_said_to_somebody_who_has_left(office: Office, anna: Phone) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    await anna.sends_callback("visits.plan:1:0:-1")
    await anna.says("вт в 11")
    lead, me = await office.actor(boris), await office.actor(anna)
    async with office.work() as work:
        await people.dismiss(lead, work, me.id)
    await office.waits_until("10:30", TUESDAY)
    anna.does_not_see("Визит через")
    assert await waiting(office) == []
