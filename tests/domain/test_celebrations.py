"""Which notice comes on which day and at which moment, against a table laid by hand from the rules.

Working days of 2026: decree 1466 of 24.09.2025, as the newspapers of that day told it; of 2027: the decree on transfers and the
production calendar, laid on the table calendar. Zones abroad by the days on which clocks are changed there.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.celebrations import ANNOUNCED, Celebration, kind_of, notice_due, notices_of
from domain.congratulations import late_since
from domain.greetings import Occasion
from domain.occasions import BirthDate, LeapDayRule, NoticeKind, OccasionSettings, occurrence_in
from domain.pushes import next_daily, next_push

TABLE = Path(__file__).with_name("notice_moments.txt")
CALENDAR = WorkCalendar()
SETTINGS = OccasionSettings()
# What the table calls by a word of its own.
CODES = {"newyear": Occasion.NEW_YEAR, "birthday": Occasion.BIRTHDAY}


@dataclass(frozen=True)
class Row:
    code: str
    born: str
    year: int
    zone: ZoneInfo
    special: tuple[str, ...]
    moments: tuple[tuple[str, str], ...]

    @property
    def settings(self) -> OccasionSettings:
        leap_day = LeapDayRule.MARCH_1 if "mar1" in self.special else LeapDayRule.FEBRUARY_28
        return OccasionSettings(leap_day=leap_day, on_days_off="daysoff" in self.special)

    @property
    def celebration(self) -> Celebration:
        day, month = map(int, self.born.split("."))
        coming = occurrence_in(BirthDate(month, day), self.year, self.settings).day
        return Celebration(1, 1, CODES.get(self.code, self.code), coming, vip="vip" in self.special)

    @property
    def clock(self) -> time:
        told = next((word.removeprefix("clock=") for word in self.special if "=" in word), "09:00")
        return time.fromisoformat(told)

    def after(self, moment: datetime) -> datetime:
        if self.settings.on_days_off:
            return next_daily(moment, self.clock, self.zone)
        return next_push(moment, self.clock, self.zone, CALENDAR)


def read(line: str) -> Row:
    code, born, year, zone, special, *moments = line.split()
    pairs = tuple(zip(moments[::2], moments[1::2], strict=True))
    return Row(code, born, int(year), ZoneInfo(zone), tuple(special.split(",")), pairs)


ROWS = [read(line) for line in TABLE.read_text().splitlines() if line and not line.startswith("#")]


def told(row: Row) -> tuple[tuple[str, str], ...]:
    """From push to push of three months, nothing else being remembered than what was told."""
    celebration = row.celebration
    moment = datetime.combine(celebration.day - timedelta(days=60), time(12), UTC)
    heard: dict[NoticeKind, str] = {}
    while (moment := row.after(moment)).date() < celebration.last_day + timedelta(days=30):
        today = moment.astimezone(row.zone).date()
        kind = notice_due(celebration, heard, today, CALENDAR, row.settings)
        if kind is not None:
            assert kind not in heard
            heard[kind] = f"{moment:%Y-%m-%dT%H:%MZ}"
    return tuple((kind.value, when) for kind, when in heard.items())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.code}-{row.born}.{row.year}-{row.zone.key}")
def test_each_notice_comes_at_its_moment(row: Row) -> None:
    assert told(row) == row.moments


def test_the_table_has_everything_that_moves_a_notice() -> None:
    assert len(ROWS) >= 150
    assert {kind_of(row.celebration.code) for row in ROWS} == set(ANNOUNCED)
    assert {kind for row in ROWS for kind, _ in row.moments} == {kind.value for kind in NoticeKind}
    assert {row.year for row in ROWS} >= {2026, 2027, 2028}


CELEBRATIONS = st.builds(
    Celebration,
    client=st.just(1),
    person=st.just(1),
    code=st.sampled_from([*Occasion, "trade", "women"]),
    day=st.dates(date(2025, 2, 15), date(2027, 11, 30)),
    vip=st.booleans(),
)


@given(CELEBRATIONS)
def test_the_last_word_before_is_on_the_day_or_on_the_last_working_day_before_it(one: Celebration) -> None:
    days = notices_of(one, CALENDAR, SETTINGS)
    assert all(CALENDAR.is_working(day) and day <= one.day for day in days.values())
    assert len(set(days.values())) == len(days), "one word a day"
    assert max(days.values()) == CALENDAR.on_or_before(one.day)


@given(CELEBRATIONS, st.sets(st.integers(0, 40)))
def test_whatever_days_the_bot_was_down_each_word_comes_once_and_none_twice(
    one: Celebration, down: set[int]
) -> None:
    """The words come in their order, a nearer one instead of those that were missed; one in time or belated always comes."""
    days = notices_of(one, CALENDAR, SETTINGS)
    heard: list[NoticeKind] = []
    days_on = []
    for back in range(60, -20, -1):
        today = one.day - timedelta(days=back)
        if back in down or not CALENDAR.is_working(today):
            continue
        days_on.append(today)
        kind = notice_due(one, heard, today, CALENDAR, SETTINGS)
        if kind is not None:
            heard.append(kind)
            assert kind is NoticeKind.LATE or days[kind] <= today <= one.last_day
    assert len(heard) == len(set(heard))
    order = [*sorted(days, key=lambda kind: days[kind]), NoticeKind.LATE]
    assert heard == sorted(heard, key=order.index)
    for kind in set(days) - set(heard):
        overtaken = [other for other in heard if order.index(other) > order.index(kind)]
        assert overtaken or one.kind is Occasion.NEW_YEAR


@pytest.mark.parametrize("eve_days", [0, 1, 2])
def test_before_days_off_the_last_working_day_tells_whatever_the_eve_is(eve_days: int) -> None:
    saturday, friday = date(2026, 11, 28), date(2026, 11, 27)
    one = Celebration(1, 1, Occasion.BIRTHDAY, saturday)
    settings = OccasionSettings(eve_days=eve_days)
    assert friday in notices_of(one, CALENDAR, settings).values()
    assert notice_due(one, set(), friday, CALENDAR, settings) is not None


def test_after_a_week_in_silence_nothing_is_said_any_more() -> None:
    one = Celebration(1, 1, Occasion.BIRTHDAY, date(2026, 11, 9))
    assert late_since(date(2026, 11, 16), CALENDAR) == one.day
    assert notice_due(one, (), date(2026, 11, 16), CALENDAR, SETTINGS) is NoticeKind.LATE
    assert notice_due(one, (), date(2026, 11, 17), CALENDAR, SETTINGS) is None
