"""A calendar file that phones take: stable uids, the zone's own hours, places, alarms."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar

from exchange.ics import Entry, calendar_file

NOW = datetime(2026, 11, 27, 13, tzinfo=UTC)
SAMARA = ZoneInfo("Europe/Samara")
VISIT = Entry(
    uid="visit-7",
    title="Визит: Ромашка, «склад»; вход со двора",
    day=date(2026, 11, 30),
    at=datetime(2026, 11, 30, 11, tzinfo=SAMARA),
    minutes=60,
    place="Самара, ул. Победы, 4",
    alarm=30,
)
WHOLE_DAY = Entry(uid="visit-8", title="Визит: Луч", day=date(2026, 12, 1), alarm=30)


def read(*entries: Entry) -> Calendar:
    return Calendar.from_ical(calendar_file(entries, name="Неделя", domain="bot.1", stamp=NOW))


def test_a_visit_keeps_its_hour_zone_place_and_alarm() -> None:
    calendar = read(VISIT, WHOLE_DAY)
    visit, day = calendar.walk("VEVENT")
    assert visit["uid"] == "visit-7@bot.1"
    assert visit.decoded("dtstart") == VISIT.at
    assert visit.decoded("dtend") - visit.decoded("dtstart") == timedelta(hours=1)
    assert str(visit["summary"]) == VISIT.title
    assert str(visit["location"]) == VISIT.place
    assert [one.decoded("trigger") for one in visit.walk("VALARM")] == [timedelta(minutes=-30)]
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Samara"]
    assert (day.decoded("dtstart"), day.walk("VALARM")) == (date(2026, 12, 1), [])


def test_the_same_week_gives_the_same_file_and_lines_are_short() -> None:
    once, again = [
        calendar_file([VISIT, WHOLE_DAY], name="Неделя", domain="bot.1", stamp=NOW) for _ in range(2)
    ]
    assert once == again
    assert max(len(line) for line in once.split(b"\r\n")) <= 75


def test_an_empty_week_is_a_calendar_still() -> None:
    assert read().walk("VEVENT") == []
