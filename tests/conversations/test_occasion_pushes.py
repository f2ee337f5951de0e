"""When birthdays are announced: ahead, on the eve, on the day, and after an outage."""

from datetime import date
from typing import Any

import pytest

from sandbox.phone import Phone
from storage import clients, persons
from tests.conversations.test_occasions import CLIENT_OF, add_person, at, nine
from tests.office import Office
from usecases.occasions import list_occasions


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def test_a_week_a_day_and_the_day(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (2, 12, None))
    told = {}
    for day in (23, 24, 25, 26, 27, 30):
        await nine(office, date(2026, 11, day))
        told[day] = _pushes(anna)
    for day in (1, 2, 3):
        await nine(office, date(2026, 12, day))
        told[day] = _pushes(anna)
    assert told == {23: 0, 24: 0, 25: 1, 26: 1, 27: 1, 30: 1, 1: 2, 2: 3, 3: 4}
    texts = [one.text for one in anna.from_bot if "Праздники" in one.text]
    assert "Ближайшие 7 дней\nср, 2 декабря — Смирнова Ольга Петровна, Ромашка" in texts[0]
    assert "завтра — Смирнова" in texts[1]
    assert "Поздравить сегодня\nСмирнова" in texts[2]
    assert "С опозданием\nср, 2 декабря — Смирнова" in texts[3]
    assert texts[3].startswith("🎂 Праздники: 1 человек")
    assert texts[3].endswith("Тексты готовы — откройте человека по кнопке.")
    for _ in range(3):
        await office.passes(days=1)
    assert _pushes(anna) == 4, "belated once"


def _pushes(phone: Phone) -> int:
    return sum("Праздники" in one.text for one in phone.from_bot)


async def test_a_saturday_is_told_on_friday_and_greeted_on_friday(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (28, 11, None))
    await add_person(office, anna, "Вектор", "Иванов Пётр Ильич", (30, 11, None))
    await nine(office, date(2026, 11, 27))
    assert _pushes(anna) == 1
    push = next(one for one in reversed(anna.from_bot) if "Праздники" in one.text)
    assert "Праздники: 2 человека" in push.text
    assert "Поздравить сегодня\nзавтра — Смирнова" in push.text
    assert "Ближайшие 7 дней\nпн, 30 ноября — Иванов" in push.text
    await anna.taps_old(push, "Смирнова Ольга Петровна · 28.11")
    anna.sees("наступающим", anywhere=True)
    await anna.taps("✅ Поздравил")
    anna.sees("Поздравлена", anywhere=True)
    await nine(office, date(2026, 11, 28))
    await nine(office, date(2026, 11, 30))
    last = [one.text for one in anna.from_bot if "Праздники" in one.text][-1]
    assert "\nИванов" in last
    assert "Смирнова" not in last


async def test_the_new_year_holidays(office: Office) -> None:
    at(office, date(2026, 12, 30))
    anna = await office.hires("Анна")
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (7, 1, 1977))
    await add_person(office, anna, "Вектор", "Иванов Пётр Ильич", (31, 12, None))
    await office.waits_until("09:00")
    anna.sees("Праздники: 4 человека", "чт, 7 января 2027 — Смирнова", "завтра — Иванов", anywhere=True)
    anna.sees("Иванов Пётр Ильич, Вектор · Новый год", anywhere=True)
    await anna.says("/occasions")
    await anna.taps("Смирнова Ольга Петровна · 07.01")
    anna.sees("наступающим", "🎉 юбилей, 50 лет", anywhere=True)
    await anna.taps("✅ Поздравил")
    await nine(office, date(2027, 1, 8))
    assert _pushes(anna) == 1, "nothing comes on days off"
    await nine(office, date(2027, 1, 11))
    last = [one.text for one in anna.from_bot if "Праздники" in one.text][-1]
    assert "чт, 31 декабря 2026 — Иванов Пётр Ильич, Вектор\n" in last
    assert "чт, 31 декабря 2026 — Иванов Пётр Ильич, Вектор · Новый год" in last
    assert "7 января" not in last, "that one was done"


@pytest.mark.parametrize(("year", "day"), [(2026, 27), (2028, 29)])
async def test_born_on_the_leap_day(office: Office, year: int, day: int) -> None:
    """28 February 2026 is a Saturday: the Friday before. 29 February 2028 is a Tuesday."""
    at(office, date(year, 2, day), 8)
    anna = await office.hires("Анна")
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (29, 2, None))
    await office.waits_until("09:00")
    assert _pushes(anna) == 1
    assert "Поздравить сегодня" in next(one.text for one in anna.from_bot if "Праздники" in one.text)
    actor = await office.actor(anna)
    async with office.work() as work:
        listed = await list_occasions(actor, work, "ru")
    assert [one.day for one in listed if one.code == "birthday"] == [
        date(2026, 2, 28) if year == 2026 else date(2028, 2, 29)
    ]


async def test_the_day_is_told_once_and_a_late_push_says_so(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, None))
    await office.waits_until("11:30")
    anna.sees("Пришло позже обычного", "Смирнова", anywhere=True)
    for _ in range(3):
        await office.app.scheduler.tick()
    await office.waits_until("18:00")
    assert _pushes(anna) == 1


async def test_what_fell_into_an_outage(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (24, 11, None))
    await add_person(office, anna, "Вектор", "Иванов Пётр Ильич", (2, 12, None))
    await office.waits_until("09:00")
    assert _pushes(anna) == 1, "tomorrow's"
    await nine(office, date(2026, 11, 27))
    last = [one.text for one in anna.from_bot if "Праздники" in one.text][-1]
    assert "С опозданием\nвт, 24 ноября — Смирнова" in last
    assert "ср, 2 декабря — Иванов" in last, "the week ahead fell on the 25th"


async def test_after_the_greeting_only_the_line_is_closed(office: Office, anna: Phone) -> None:
    """The call list shows the greeting and not the debt; congratulated, the client is off the list till tomorrow."""
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, None), debt=34_000_000)
    await office.waits_until("09:00")
    morning = next(one.text for one in anna.from_bot if "остал" in one.text)
    assert "день рождения" in morning
    assert "просрочка" not in morning
    await anna.says("/occasions")
    await anna.taps("Смирнова")
    await anna.taps("✅ Поздравил")
    await anna.says("/calls")
    anna.does_not_see("1. Ромашка")


# --- crowds, professions, companies, presents


WOMEN = (
    "Абрамова",
    "Белова",
    "Волкова",
    "Громова",
    "Дёмина",
    "Жукова",
    "Зимина",
    "Котова",
    "Лосева",
    "Орлова",
)


def last_push(phone: Phone) -> str:
    return [one.text for one in phone.from_bot if "Праздники" in one.text][-1]


async def set_client(office: Office, person: int, **facts: Any) -> int:
    """Facts of the client of that person; its id."""
    async with office.work() as work:
        client: int = await work.tx.value(CLIENT_OF, person=person)
        await work.tx.run(clients.patch(*facts), id_=client, **facts)
    return client


async def test_a_crowd_by_pages_one_is_greeted_and_back(office: Office) -> None:
    """8 March 2026 is a Sunday and Monday is off too: told on Friday, ten women as one line."""
    at(office, date(2026, 3, 6))
    anna = await office.hires("Анна")
    for name in WOMEN:
        await add_person(office, anna, f"Фирма {name}", f"{name} Ольга Петровна")
    await office.waits_until("09:00")
    assert "Праздники: 10 человек" in last_push(anna)
    assert "Поздравить сегодня\nвс, 8 марта — 8 Марта: 10 человек" in last_push(anna)
    assert "Котова" not in last_push(anna)
    push = next(one for one in reversed(anna.from_bot) if "Праздники" in one.text)
    await anna.taps_old(push, "8 Марта · 10")
    anna.sees("8 Марта, вс, 8 марта\n10 человек, поздравлено 0", "Абрамова Ольга Петровна", anywhere=True)
    anna.does_not_see("Лосева")
    await anna.taps("›")
    anna.sees("Лосева", "Орлова", anywhere=True)
    await anna.taps("Лосева")
    anna.sees("наступающим", anywhere=True)
    await anna.taps("✅ Поздравил")
    anna.sees("✅ Поздравлена", "10 человек, поздравлено 1", "Абрамова Ольга Петровна", anywhere=True)
    await anna.says("/occasions")
    anna.sees("8 Марта: 10 человек, поздравлено 1")
    await anna.taps("8 Марта")
    anna.sees("поздравлено 1")
    await nine(office, date(2026, 3, 10))
    assert "С опозданием\nвс, 8 марта — 8 Марта: 9 человек" in last_push(anna)


async def test_a_profession_on_saturday_is_announced_on_friday(office: Office) -> None:
    """The fourth Saturday of July 2026 is the 25th."""
    at(office, date(2026, 7, 16))
    anna = await office.hires("Анна")
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    await set_client(office, person, industry="магазин продуктов")
    told = {}
    for day in (16, 17, 20, 22, 23, 24, 27, 28):
        await nine(office, date(2026, 7, day))
        told[day] = _pushes(anna)
    assert told == {16: 0, 17: 1, 20: 1, 22: 1, 23: 1, 24: 2, 27: 3, 28: 3}
    texts = [one.text for one in anna.from_bot if "Праздники" in one.text]
    line = "сб, 25 июля — Смирнова Ольга Петровна, Ромашка · День работника торговли"
    assert f"Ближайшие 30 дней\n{line}" in texts[0]
    assert "Поздравить сегодня\nзавтра — Смирнова" in texts[1]
    assert f"С опозданием\n{line}" in texts[2]


async def test_the_foundation_and_five_years_together(office: Office, anna: Phone) -> None:
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    await set_client(office, person, founded_day=30, founded_month=11, founded_year=2006)
    other = await add_person(office, anna, "Вектор", "Иванов Пётр Ильич")
    await set_client(office, other, first_order_day=date(2021, 11, 29))
    await office.waits_until("09:00")
    assert "пн, 30 ноября — Смирнова Ольга Петровна, Ромашка · День рождения компании, 20 лет" in last_push(
        anna
    )
    assert "вс, 29 ноября — Иванов Пётр Ильич, Вектор · Работаем вместе 5 лет" in last_push(anna)
    await nine(office, date(2026, 11, 27))
    assert "Поздравить сегодня\nвс, 29 ноября — Иванов" in last_push(anna)
    assert "Ромашка" not in last_push(anna)
    await nine(office, date(2026, 11, 30))
    assert "\nСмирнова Ольга Петровна, Ромашка · День рождения компании" in last_push(anna)


async def test_a_present_is_thought_of_thirty_days_ahead(office: Office, anna: Phone) -> None:
    """Of 23 December the thirtieth day before is today; a C-client's buyer is no VIP, the card may say otherwise.

    To whom a present is due on a birthday, one is due for the New Year too.
    """
    born = (23, 12, None)
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", born, client_class="A")
    await add_person(office, anna, "Вектор", "Иванов Пётр Ильич", born)
    told = await add_person(office, anna, "Берёзка", "Орлова Марина Сергеевна", born)
    async with office.work() as work:
        await work.tx.run(persons.patch("vip"), id_=told, vip=True)
    await office.waits_until("09:00")
    assert "чт, 17 декабря — Смирнова Ольга Петровна, Ромашка · Новый год · 🎁" in last_push(anna)
    assert "ср, 23 декабря — Смирнова Ольга Петровна, Ромашка · 🎁 время выбрать подарок" in last_push(anna)
    assert "ср, 23 декабря — Орлова" in last_push(anna)
    assert "Иванов" not in last_push(anna)
    await office.waits_until("09:00", date(2026, 11, 24))
    assert _pushes(anna) == 1


async def test_a_birthday_put_right_is_announced_anew(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (24, 11, None))
    await office.waits_until("09:00")
    assert "завтра — Смирнова" in last_push(anna)
    await anna.says("др у смирновой 25 ноября")
    await office.waits_until("09:00", date(2026, 11, 24))
    assert "завтра — Смирнова" in last_push(anna), "the eve of the right day"
    await anna.says("др у смирновой 25 ноября 1986")
    await office.waits_until("09:00", date(2026, 11, 25))
    assert "\nСмирнова Ольга Петровна, Ромашка · 🎉 юбилей, 40 лет" in last_push(anna)
    assert _pushes(anna) == 3


async def test_who_takes_the_client_over_is_told(office: Office, anna: Phone) -> None:
    vera = await office.hires("Вера")
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (1, 12, None))
    await office.waits_until("09:00", date(2026, 11, 24))
    assert (_pushes(anna), _pushes(vera)) == (1, 0)
    await set_client(office, person, manager_id=(await office.actor(vera)).id)
    await office.waits_until("09:00", date(2026, 11, 25))
    assert (_pushes(anna), _pushes(vera)) == (1, 1)
    assert "Ближайшие 7 дней\nвт, 1 декабря — Смирнова" in last_push(vera)


async def test_after_three_days_only_the_nearest_word_is_said(office: Office, anna: Phone) -> None:
    """A week ahead fell on the 24th, the eve on the 26th; the bot is back on the 27th at ten, when the day's nine has passed."""
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (1, 12, None))
    await add_person(office, anna, "Вектор", "Иванов Пётр Ильич", (27, 11, None))
    await office.waits_until("10:00", date(2026, 11, 27))
    assert "Праздники: 2 человека\n\nПришло позже обычного" in last_push(anna)
    assert "\nИванов" in last_push(anna)
    assert "вт, 1 декабря — Смирнова" in last_push(anna)
    await nine(office, date(2026, 11, 30))
    assert "завтра — Смирнова" in last_push(anna)
    assert _pushes(anna) == 2
