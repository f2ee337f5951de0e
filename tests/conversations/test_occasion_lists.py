"""/occasions of hundreds of clients: nothing is cut in silence; the year ahead as a calendar file."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from domain.actors import Role
from sandbox.phone import Phone
from screens.screen import LIMIT
from tests.conversations.celebrated_clients import lay_client
from tests.conversations.test_occasions import at
from tests.office import Office


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def test_a_long_list_is_shown_by_spans_and_pages(office: Office, anna: Phone) -> None:
    """Every name of three hundred people is reached by the tabs and pages, and every line has its button."""
    names = [f"Белов Олег {letter}{number}" for letter in "АБВ" for number in range(100)]
    for number, name in enumerate(names):
        day = date(2026, 11, 19) + timedelta(days=number % 34)
        await lay_client(office, anna, f"Клиент {number}", name, (day.day, day.month, None))
    await anna.says("/occasions")
    assert anna.buttons[:3] == ["• Сегодня · 45", "7 дней · 63", "30 дней · 192"]
    anna.sees("С опозданием", "Страница 1 из 4")
    found = set()
    for tab in ("Сегодня", "7 дней", "30 дней"):
        await anna.taps(next(label for label in anna.buttons if tab in label))
        while True:
            text = anna.from_bot[-1].text
            assert len(text) <= LIMIT
            shown = {name for name in names if f"— {name}, " in text or f"\n{name}, " in text}
            assert len(shown) == sum("Белов" in label for label in anna.buttons)
            found |= shown
            if "›" not in anna.buttons:
                break
            await anna.taps("›")
    assert found == set(names)


async def test_a_short_list_stays_one_screen(office: Office, anna: Phone) -> None:
    await lay_client(office, anna, "Ромашка", "Смирнова Ольга", (23, 11, None))
    await lay_client(office, anna, "Вектор", "Орлов Иван", (20, 12, None))
    await anna.says("/occasions")
    anna.sees("Поздравить сегодня", "Ближайшие 30 дней")
    assert not any("7 дней" in label for label in anna.buttons)


async def test_spans_in_english_and_an_empty_one(office: Office) -> None:
    john = await office.hires("John", language="en")
    for number in range(17):
        await lay_client(office, john, f"Acme {number}", f"Mary Smith {number}", (number + 1, 12, None))
    await john.says("/occasions")
    assert john.buttons[:3] == ["Today · 0", "7 days · 0", "• 30 days · 17"]
    await john.taps("Today · 0")
    john.sees("Nobody to congratulate today.")


async def test_the_year_as_a_calendar_file(office: Office, anna: Phone) -> None:
    at(office, date(2026, 11, 23))
    await lay_client(office, anna, "Ромашка", "Смирнова Ольга Петровна", (2, 12, 1976))
    await lay_client(office, anna, "Вектор", "Орлов Иван Ильич", (29, 2, None))
    await lay_client(office, anna, "Клён", "Месяцева Анна", (None, 5, None))  # type: ignore[arg-type]
    for number in range(4):
        person = f"Строев Олег {number}"
        await lay_client(office, anna, f"Кран {number}", person, industry="строительство")
    await anna.says("/occasions")
    await anna.taps("📅 В календарь")
    anna.sees("Праздники на год вперёд")
    name, data = anna.file()
    assert name == "prazdniki.ics"
    events = {str(event["summary"]): event for event in _events(data)}
    jubilee = events["Юбилей, 50 лет: Смирнова Ольга Петровна, Ромашка"]
    assert jubilee["dtstart"].dt == date(2026, 12, 2)
    assert "rrule" not in jubilee
    yearly = events["День рождения: Смирнова Ольга Петровна, Ромашка"]
    assert (yearly["dtstart"].dt, yearly["rrule"]["freq"]) == (date(2027, 12, 2), ["YEARLY"])
    assert yearly.walk("VALARM")[0]["trigger"].dt == timedelta(hours=-15)
    leap = events["День рождения: Орлов Иван Ильич, Вектор"]
    assert leap["dtstart"].dt == date(2027, 2, 28)
    assert (leap["rrule"]["bymonth"], leap["rrule"]["bymonthday"]) == ([2], [-1])
    builders = next(event for title, event in events.items() if title.startswith("День строителя"))
    assert str(builders["summary"]).endswith("и ещё 2")
    assert builders["dtstart"].dt == date(2027, 8, 8)
    assert "Строев Олег 3, Кран 3" in builders["description"]
    assert not any("Месяцева" in title and "рождения" in title for title in events)
    assert "+7916" not in data.decode()
    assert len({str(event["uid"]) for event in events.values()}) == len(events)


def _events(data: bytes) -> Iterator[Any]:
    return iter(Calendar.from_ical(data).walk("VEVENT"))


async def test_a_lead_takes_the_key_clients_along(office: Office, anna: Phone) -> None:
    boris = await office.hires("Boris", Role.LEAD, language="en")
    await lay_client(office, anna, "Завод", "Мелкова Вера", (2, 12, None), client_class="A")
    await lay_client(office, anna, "Ларёк", "Тихая Анна", (2, 12, None))
    await boris.says("/occasions")
    await boris.taps("📅 To calendar")
    name, data = boris.file()
    assert name == "occasions.ics"
    titles = [str(event["summary"]) for event in _events(data)]
    assert "Birthday: Мелкова Вера, Завод" in titles
    assert not any("Тихая" in title for title in titles)


async def test_the_owner_congratulates_as_a_lead_does(office: Office, anna: Phone) -> None:
    owner = await office.owner()
    await lay_client(office, anna, "Завод", "Мелкова Вера", (23, 11, None), client_class="A")
    await lay_client(office, anna, "Ларёк", "Тихая Анна", (23, 11, None))
    await owner.says("/occasions")
    owner.sees("Мелкова Вера")
    owner.does_not_see("Тихая")
    await owner.taps("Мелкова")
    await owner.taps("✅ Поздравил")
    owner.sees("Мелкова Вера")
