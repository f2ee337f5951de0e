"""What a walk through the occasions met: a month from a phone book, an order taken back, a text of its own, a greeting in December."""

from datetime import date

import pytest

from domain.actors import Actor
from sandbox.phone import Phone
from screens.callbacks.occasions import OpenGreeting
from storage import clients
from tests.conversations.test_occasions import add_person, at, nine
from tests.firm import add_client, place
from tests.office import Office
from usecases import order_flow

MONTH_ONLY = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Юля Пак\r\nBDAY:--04\r\nTEL:+79161234599\r\nEND:VCARD\r\n"


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def first_order(office: Office, actor: Actor, client: int) -> date | None:
    async with office.work() as work:
        found = await clients.find(work.tx, client, [actor.id])
    assert found is not None
    return found.first_order_day


async def test_a_contact_passed_on_may_know_the_month_alone(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    await anna.says("ромашка")
    await anna.shares_contact("Юля", "+79161234599", vcard=MONTH_ONLY)
    await anna.taps("Ромашка")
    anna.sees("Юля Пак · Ромашка", "🎂 в апреле — число неизвестно")


async def test_the_first_order_taken_back_leaves_no_day_together(office: Office, anna: Phone) -> None:
    actor = await office.actor(anna)
    client = await add_client(office, actor, "Ромашка")
    order = await place(office, actor, client, 100_000)
    assert await first_order(office, actor, client) == office.today
    async with office.work() as work:
        await order_flow.withdraw(actor, work, order)
    assert await first_order(office, actor, client) is None


async def test_what_was_typed_outlives_an_order_taken_back(office: Office, anna: Phone) -> None:
    actor = await office.actor(anna)
    client = await add_client(office, actor, "Ромашка")
    await anna.says("работаем с ромашкой с 2015")
    anna.sees("работаем вместе с 2015 года")
    order = await place(office, actor, client, 100_000)
    assert await first_order(office, actor, client) == date(2015, 1, 1)
    async with office.work() as work:
        await order_flow.withdraw(actor, work, order)
    assert await first_order(office, actor, client) == date(2015, 1, 1)


async def test_before_the_year_is_over_the_new_one_is_still_to_come(office: Office) -> None:
    at(office, date(2026, 12, 16))
    anna = await office.hires("Анна")
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", client_class="A")
    await nine(office, date(2026, 12, 17))
    await anna.says("/occasions")
    await anna.taps("Смирнова")
    anna.sees("Новый год: сегодня")
    text = anna.copied("Взять 1")
    assert "с наступающим новым годом" in text.lower()


async def test_an_own_text_has_one_button_and_a_latin_name_no_thou(office: Office) -> None:
    anna = await office.hires("Анна", language="en")
    person = await add_person(office, anna, "Beam", "Emma Wilson", (24, 11, None))
    await anna.sends_callback(OpenGreeting(person=person).pack())
    assert not any("«ты»" in label for label in anna.buttons)
    await anna.taps("Own text")
    await anna.says("All the best, Emma!")
    assert anna.copied("Copy the text") == "All the best, Emma!"


async def test_on_a_birthday_the_greeting_stands_before_the_order(office: Office, anna: Phone) -> None:
    person = await add_person(
        office, anna, "Ромашка", "Смирнова Ольга Петровна", (24, 11, None), debt=90_000_000
    )
    assert person
    await nine(office, date(2026, 11, 24))
    await anna.says("/calls")
    anna.sees("1. Ромашка — день рождения Смирновой")
    anna.does_not_see("просрочка")
