"""An iCalendar file (RFC 5545): visits with place and alarm, calls with an hour, days that come round every year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Entry:
    """An event. `uid` names it for good: the same file again moves it, never doubles it.

    `at` is aware, in the zone that the calendar shows; without it the event lasts all of `day`. `alarm` in minutes before, 0: none;
    `day_alarm` the same before the midnight with which an event of a whole day begins. `rule` are the parts of its RRULE.
    """

    uid: str
    title: str
    day: date
    at: datetime | None = None
    minutes: int = 60
    place: str = ""
    alarm: int = 0
    day_alarm: int = 0
    note: str = ""
    rule: Mapping[str, object] = field(default_factory=dict)


def calendar_file(entries: Iterable[Entry], *, name: str, domain: str, stamp: datetime) -> bytes:
    """The file's bytes; `domain` makes the uids the company's own, `stamp` is when it was made (aware)."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Prozvon//Week//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.uid}@{domain}")
        event.add("dtstamp", stamp)
        event.add("summary", entry.title)
        if entry.place:
            event.add("location", entry.place)
        if entry.at is None:
            event.add("dtstart", entry.day)
            event.add("dtend", entry.day + timedelta(days=1))
        else:
            event.add("dtstart", entry.at)
            event.add("dtend", entry.at + timedelta(minutes=entry.minutes))
        if entry.note:
            event.add("description", entry.note)
        if entry.rule:
            event.add("rrule", dict(entry.rule))
        before = entry.day_alarm if entry.at is None else entry.alarm
        if before:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", entry.title)
            alarm.add("trigger", -timedelta(minutes=before))
            event.add_component(alarm)
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
