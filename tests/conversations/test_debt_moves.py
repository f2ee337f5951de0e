"""Nobody is asked for money on a birthday: alerts, words, promises and calls move to the next working day, and say why."""

from datetime import date

import pytest

from sandbox.phone import Phone
from storage import persons
from tests.conversations.test_promises import MONDAY, TUESDAY, WEDNESDAY, Desk
from tests.office import Office


@pytest.fixture
async def desk(office: Office) -> Desk:
    return await Desk(office, await office.hires("Анна")).sit_down()


async def born(office: Office, desk: Desk, client: str, day: date, name: str = "Смирнова Ольга") -> None:
    async with office.work() as work:
        await persons.add(work.tx, desk.clients[client], name, birth=(day.day, day.month, 1980))


def last(phone: Phone, *fragments: str) -> str:
    return next(one.text for one in reversed(phone.from_bot) if all(part in one.text for part in fragments))


async def test_the_alert_says_why_and_names_the_client_the_day_after(office: Office, desk: Desk) -> None:
    await born(office, desk, "Ромашка", MONDAY)
    await office.waits_until("10:00")
    alert = last(desk.anna, "Долги:")
    assert "Ромашка:" not in alert.partition("🎂")[0]
    assert "🎂 Ромашка: о деньгах не сегодня, а вт, 24 ноября." in alert
    await office.waits_until("08:00", TUESDAY)
    await office.waits_until("10:00", TUESDAY)
    alert = last(desk.anna, "Долги:")
    assert "Ромашка:" in alert
    assert "🎂" not in alert


async def test_two_birthdays_in_a_row_move_it_by_two_days(office: Office, desk: Desk) -> None:
    await born(office, desk, "Ромашка", MONDAY)
    await born(office, desk, "Ромашка", TUESDAY, "Орлов Иван")
    await desk.anna.sends_callback(f"dunning.words:{desk.clients['Ромашка']}:0")
    assert desk.anna.alert == "Смирнова Ольга: сегодня день рождения. О деньгах — ср, 25 ноября."


async def test_a_promise_is_not_reminded_of_on_a_birthday(office: Office, desk: Desk) -> None:
    await born(office, desk, "Ромашка", MONDAY)
    await desk.promise("Ромашка", TUESDAY)
    await desk.promise("Вега", TUESDAY)
    await office.waits_until("17:00")
    nudge = last(desk.anna, "обещали оплатить")
    assert "Завтра обещали оплатить: 1 клиент" in nudge
    assert "🎂 Ромашка: о деньгах не сегодня, а вт, 24 ноября." in nudge
    assert not any("Ромашка" in label for label in desk.anna.buttons)
    await office.waits_until("08:00", TUESDAY)
    await office.waits_until("10:00", TUESDAY)
    assert "Ромашка" in last(desk.anna, "Долги:")


async def test_nobody_else_promised_then_nothing_is_said(office: Office, desk: Desk) -> None:
    await born(office, desk, "Ромашка", MONDAY)
    await desk.promise("Ромашка", TUESDAY)
    await office.waits_until("17:00")
    assert not any("обещали оплатить" in one.text for one in desk.anna.from_bot)


async def test_a_broken_word_checked_on_a_birthday_is_named_the_day_after(office: Office, desk: Desk) -> None:
    await born(office, desk, "Вега", TUESDAY)
    await desk.promise("Вега", MONDAY, 30_000)
    await office.waits_until("08:00", TUESDAY)
    await office.waits_until("10:00", TUESDAY)
    assert "🎂 Вега" in last(desk.anna, "Долги:")
    await desk.anna.says("/calls")
    desk.anna.sees("Вега — день рождения Смирновой")
    desk.anna.does_not_see("Вега — обещание")
    await office.waits_until("08:00", WEDNESDAY)
    await office.waits_until("10:00", WEDNESDAY)
    alert = last(desk.anna, "Долги:")
    assert "Вега: обещание не сдержано" in alert
    await desk.anna.says("/calls")
    desk.anna.sees("Вега — обещание не сдержано")


async def test_why_in_english(office: Office) -> None:
    john = await office.hires("John", language="en")
    desk = await Desk(office, john).sit_down()
    await born(office, desk, "Вега", MONDAY, "Mary Smith")
    await office.waits_until("10:00")
    assert "🎂 Вега: speak of money not today but on Tue, 24 November." in last(john, "🎂")
