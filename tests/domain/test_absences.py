"""An absence lies between two midnights of the absent person's own zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.absences import Absence, AbsenceError, AbsenceKind, check_span, moments_of
from domain.reminders import waking

ZONES = st.sampled_from(["Europe/Kaliningrad", "Europe/Moscow", "Asia/Kamchatka", "America/New_York"])
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))


@given(DAYS, st.integers(0, 60), ZONES, st.integers(-100, 100 * 24))
def test_it_holds_exactly_on_its_days_there(first: date, days: int, name: str, hours: int) -> None:
    zone, last = ZoneInfo(name), first + timedelta(days=days)
    starts, ends = moments_of(first, last, zone)
    found = Absence(1, 2, 3, AbsenceKind.VACATION, first, last, starts, ends)
    moment = starts + timedelta(hours=hours)
    assert found.holds(moment) == found.covers(moment.astimezone(zone).date())
    assert not found.holds(starts - timedelta(microseconds=1))
    assert not found.holds(ends)


def test_days_that_cannot_be_are_refused() -> None:
    today = date(2026, 11, 23)
    check_span(today, today, today)
    check_span(today - timedelta(days=3), today, today)
    for first, last, why in (
        (today, today - timedelta(days=1), "span"),
        (today, today + timedelta(days=500), "span"),
        (today + timedelta(days=900), today + timedelta(days=901), "span"),
        (today - timedelta(days=9), today - timedelta(days=1), "past"),
    ):
        with pytest.raises(AbsenceError) as caught:
            check_span(first, last, today)
        assert caught.value.facts["why"] == why


@given(st.integers(0, 7 * 24 * 60))
def test_what_is_due_at_night_waits_for_the_morning(minutes: int) -> None:
    local = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(minutes=minutes)
    later = waking(local)
    if later is None:
        assert 8 <= local.hour < 21
    else:
        assert local < later <= local + timedelta(hours=11)
        assert later.hour == 8
