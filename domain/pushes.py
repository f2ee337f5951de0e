"""What is sent without being asked for: to whom, at what local time, and how long it stays of use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.actors import LEADING, SELLING, Role
from domain.calendar import WorkCalendar
from domain.periods import add_months, month_start, week_start


class PushKind(StrEnum):
    OCCASIONS = "occasions"
    CALL_LIST = "call_list"
    DEBTS = "debts"
    LEAD_DEBTS = "lead_debts"
    STOPS = "stops"
    PROMISES = "promises"
    CONTRACTS = "contracts"
    EXHIBITIONS = "exhibitions"
    PACE = "pace"
    PLAN = "plan"
    OFF_PACE = "off_pace"
    DIGEST = "digest"
    MONTH = "month"
    WEEK_PLAN = "week_plan"
    RECONCILIATION = "reconciliation"
    REPORT = "report"
    REPORTS_LATE = "reports_late"
    MARKET = "market"


RECEIVERS: Mapping[PushKind, frozenset[Role]] = {
    PushKind.OCCASIONS: frozenset({Role.MANAGER}),
    PushKind.CALL_LIST: frozenset({Role.MANAGER}),
    PushKind.DEBTS: frozenset({Role.MANAGER}),
    PushKind.LEAD_DEBTS: LEADING,
    PushKind.STOPS: SELLING,
    PushKind.PROMISES: frozenset({Role.MANAGER}),
    PushKind.CONTRACTS: SELLING,
    PushKind.EXHIBITIONS: SELLING,
    PushKind.PACE: frozenset({Role.MANAGER}),
    PushKind.PLAN: LEADING,
    PushKind.OFF_PACE: LEADING,
    PushKind.DIGEST: LEADING,
    PushKind.MONTH: LEADING,
    PushKind.WEEK_PLAN: frozenset({Role.MANAGER}),
    PushKind.RECONCILIATION: frozenset({Role.MANAGER}),
    PushKind.REPORT: frozenset({Role.MANAGER, Role.LEAD}),
    PushKind.REPORTS_LATE: LEADING,
    PushKind.MARKET: LEADING,
}
USEFUL_HOURS: Mapping[PushKind, int] = {
    PushKind.OCCASIONS: 12,
    PushKind.CALL_LIST: 8,
    PushKind.DEBTS: 7,
    PushKind.LEAD_DEBTS: 7,
    PushKind.STOPS: 7,
    PushKind.PROMISES: 3,
    PushKind.CONTRACTS: 8,
    PushKind.EXHIBITIONS: 8,
    PushKind.PACE: 2,
    PushKind.PLAN: 5,
    PushKind.OFF_PACE: 2,
    PushKind.DIGEST: 5,
    PushKind.MONTH: 8,
    PushKind.WEEK_PLAN: 8,
    PushKind.RECONCILIATION: 8,
    PushKind.REPORT: 8,
    PushKind.REPORTS_LATE: 5,
    PushKind.MARKET: 5,
}
# About the person's own norm, which nobody works off in their place.
PERSONAL = frozenset({PushKind.PACE})
# What every lead of a team is told alike.
OF_TEAM = frozenset(kind for kind, roles in RECEIVERS.items() if roles == LEADING)
WEEKLY = frozenset({PushKind.MARKET, PushKind.WEEK_PLAN})
WEEK_STARTS = frozenset({PushKind.RECONCILIATION})
MONTHLY = frozenset({PushKind.MONTH})
LATE_AFTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class PushSettings:
    """Local times of day. Quiet hours hold nothing back that was asked for; pushes wait for their end."""

    occasions: time = time(9, 0)
    call_list: time = time(9, 0)
    debts: time = time(10, 0)
    lead_debts: time = time(10, 30)
    stops: time = time(10, 0)
    promises: time = time(17, 0)
    contracts: time = time(9, 0)
    exhibitions: time = time(9, 0)
    pace: time = time(15, 0)
    plan: time = time(9, 0)
    off_pace: time = time(15, 0)
    digest: time = time(18, 30)
    month: time = time(9, 5)
    week_plan: time = time(16, 0)
    reconciliation: time = time(9, 30)
    report: time = time(9, 30)
    reports_late: time = time(18, 0)
    market: time = time(16, 30)

    def at(self, kind: PushKind) -> time:
        clock: time = getattr(self, kind.value)
        return clock


def kinds_for(role: Role) -> tuple[PushKind, ...]:
    return tuple(kind for kind in PushKind if role in RECEIVERS[kind])


def next_push(after: datetime, clock: time, zone: ZoneInfo, calendar: WorkCalendar) -> datetime:
    """The first working day's `clock` strictly after the moment `after`; in UTC."""
    day: date = calendar.on_or_after(after.astimezone(zone).date())
    due = datetime.combine(day, clock, tzinfo=zone)
    if due <= after:
        due = datetime.combine(calendar.next_working(day), clock, tzinfo=zone)
    return due.astimezone(UTC)


def next_daily(after: datetime, clock: time, zone: ZoneInfo) -> datetime:
    """The same on any day, working or not. In UTC."""
    day = after.astimezone(zone).date()
    due = datetime.combine(day, clock, tzinfo=zone)
    if due <= after:
        due = datetime.combine(day + timedelta(days=1), clock, tzinfo=zone)
    return due.astimezone(UTC)


def next_weekly(after: datetime, clock: time, zone: ZoneInfo, calendar: WorkCalendar) -> datetime:
    """The same `clock` on the last working day of a week up to Friday; a week wholly off is passed over. In UTC."""
    monday = week_start(after.astimezone(zone).date())
    while True:
        day = calendar.on_or_before(monday + timedelta(days=4))
        due = datetime.combine(day, clock, tzinfo=zone)
        if day >= monday and due > after:
            return due.astimezone(UTC)
        monday += timedelta(days=7)


def next_week_start(after: datetime, clock: time, zone: ZoneInfo, calendar: WorkCalendar) -> datetime:
    """The same `clock` on the first working day of a week; a week wholly off is passed over. In UTC."""
    monday = week_start(after.astimezone(zone).date())
    while True:
        day = calendar.on_or_after(monday)
        due = datetime.combine(day, clock, tzinfo=zone)
        if week_start(day) == monday and due > after:
            return due.astimezone(UTC)
        monday += timedelta(days=7)


def next_month_start(after: datetime, clock: time, zone: ZoneInfo, calendar: WorkCalendar) -> datetime:
    """The same `clock` on the first working day of a month. In UTC."""
    first = month_start(after.astimezone(zone).date())
    while True:
        due = datetime.combine(calendar.on_or_after(first), clock, tzinfo=zone)
        if due > after:
            return due.astimezone(UTC)
        first = add_months(first, 1)


def is_late(due: datetime, now: datetime) -> bool:
    return now - due > LATE_AFTER


def is_useful(kind: PushKind, due: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Late is better than never on its own day and for some hours; a yesterday's list is noise."""
    same_day = due.astimezone(zone).date() == now.astimezone(zone).date()
    return same_day and now - due <= timedelta(hours=USEFUL_HOURS[kind])
