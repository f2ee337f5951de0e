"""When birthdays are announced: ahead, on the eve, on the day, and after an outage."""

from datetime import date

import pytest

from sandbox.phone import Phone
from tests.conversations.test_occasions import add_person, at, nine
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
    texts = [one.text for one in anna.from_bot if "Дни рождения" in one.text]
    assert "Ближайшие 7 дней\nср, 2 декабря — Смирнова Ольга Петровна, Ромашка" in texts[0]
    assert "завтра — Смирнова" in texts[1]
    assert "Поздравить сегодня\nсегодня — Смирнова" in texts[2]
    assert "С опозданием\nср, 2 декабря — Смирнова" in texts[3]
    assert texts[3].startswith("🎂 Дни рождения: 1 человек")
    assert texts[3].endswith("Тексты готовы — откройте человека по кнопке.")
    for _ in range(3):
        await office.passes(days=1)
    assert _pushes(anna) == 4, "belated once"


def _pushes(phone: Phone) -> int:
    return sum("Дни рождения" in one.text for one in phone.from_bot)


async def test_a_saturday_is_told_on_friday_and_greeted_on_friday(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (28, 11, None))
    await add_person(office, anna, "Вектор", "Иванов Пётр Ильич", (30, 11, None))
    await nine(office, date(2026, 11, 27))
    assert _pushes(anna) == 1
    push = next(one for one in reversed(anna.from_bot) if "Дни рождения" in one.text)
    assert "Дни рождения: 2 человека" in push.text
    assert "Поздравить сегодня\nзавтра — Смирнова" in push.text
    assert "Ближайшие 7 дней\nпн, 30 ноября — Иванов" in push.text
    await anna.taps_old(push, "Смирнова Ольга Петровна · 28.11")
    anna.sees("наступающим", anywhere=True)
    await anna.taps("✅ Поздравил")
    anna.sees("Поздравлена", anywhere=True)
    await nine(office, date(2026, 11, 28))
    await nine(office, date(2026, 11, 30))
    last = [one.text for one in anna.from_bot if "Дни рождения" in one.text][-1]
    assert "сегодня — Иванов" in last
    assert "Смирнова" not in last


async def test_the_new_year_holidays(office: Office) -> None:
    at(office, date(2026, 12, 30))
    anna = await office.hires("Анна")
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (7, 1, 1977))
    await add_person(office, anna, "Вектор", "Иванов Пётр Ильич", (31, 12, None))
    await office.waits_until("09:00")
    anna.sees("Дни рождения: 2 человека", "чт, 7 января 2027 — Смирнова", "завтра — Иванов", anywhere=True)
    await anna.says("/occasions")
    await anna.taps("Смирнова")
    anna.sees("наступающим", "🎉 юбилей, 50 лет", anywhere=True)
    await anna.taps("✅ Поздравил")
    await nine(office, date(2027, 1, 8))
    assert _pushes(anna) == 1, "nothing comes on days off"
    await nine(office, date(2027, 1, 11))
    last = [one.text for one in anna.from_bot if "Дни рождения" in one.text][-1]
    assert "С опозданием\nчт, 31 декабря 2026 — Иванов" in last
    assert "Смирнова" not in last


@pytest.mark.parametrize(("year", "day"), [(2026, 27), (2028, 29)])
async def test_born_on_the_leap_day(office: Office, year: int, day: int) -> None:
    """28 February 2026 is a Saturday: the Friday before. 29 February 2028 is a Tuesday."""
    at(office, date(year, 2, day), 8)
    anna = await office.hires("Анна")
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (29, 2, None))
    await office.waits_until("09:00")
    assert _pushes(anna) == 1
    assert "Поздравить сегодня" in next(one.text for one in anna.from_bot if "Дни рождения" in one.text)
    actor = await office.actor(anna)
    async with office.work() as work:
        listed = await list_occasions(actor, work)
    assert [one.day for one in listed] == [date(2026, 2, 28) if year == 2026 else date(2028, 2, 29)]


async def test_the_day_is_told_once_and_a_late_push_says_so(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, None))
    await office.waits_until("11:30")
    anna.sees("Пришло позже обычного", "сегодня — Смирнова", anywhere=True)
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
    last = [one.text for one in anna.from_bot if "Дни рождения" in one.text][-1]
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


# --- every button against everything
