"""Who is away, from when to when, and who stands in: from midnight to midnight of the absent person's own zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.errors import ProzvonError

LONGEST_DAYS = 400
FURTHEST_DAYS = 2 * 366
PAST_DAYS = 31


class AbsenceError(ProzvonError):
    """What was asked cannot be; facts: why (days, span, past, overlap, deputy_away, deputy, own, two, nobody), name, day."""

    code = "absence"


class AbsenceKind(StrEnum):
    VACATION = "vacation"
    SICK = "sick"
    TRIP = "trip"
    OTHER = "other"


class AbsenceState(StrEnum):
    """Who is led asks; a lead sets."""

    ASKED = "asked"
    SET = "set"
    DECLINED = "declined"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Absence:
    """Days are the absent person's own, both included; the moments are UTC, `ends_at` the first one back at work."""

    id: int
    employee_id: int
    deputy_id: int | None
    kind: AbsenceKind
    first_day: date
    last_day: date
    starts_at: datetime
    ends_at: datetime
    state: AbsenceState = AbsenceState.SET

    def holds(self, moment: datetime) -> bool:
        return self.starts_at <= moment < self.ends_at

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True)
class AbsencePlan:
    """What was said so far of an absence to come; days None until they are. `deputy_said`: nobody is an answer too."""

    employee: int
    kind: AbsenceKind
    first: date | None = None
    last: date | None = None
    deputy: int | None = None
    deputy_said: bool = False


def moments_of(first_day: date, last_day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The first moment of an absence and the first after it, UTC."""
    start = datetime.combine(first_day, time.min, tzinfo=zone)
    end = datetime.combine(last_day + timedelta(days=1), time.min, tzinfo=zone)
    return start.astimezone(UTC), end.astimezone(UTC)


def check_span(first: date, last: date, today: date) -> None:
    """Raises `AbsenceError`: over; or the end before the beginning, longer than a year, begun long ago, years ahead."""
    if first <= last < today:
        raise AbsenceError(why="past")
    far = (today - first).days > PAST_DAYS or (first - today).days > FURTHEST_DAYS
    if far or last < first or (last - first).days >= LONGEST_DAYS:
        raise AbsenceError(why="span")
