"""The dunning ladder: which step an overdue document has reached, and whether the manager must hear of it today."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.ageing import Receivable, days_overdue
from domain.calendar import WorkCalendar


class DunningLevel(StrEnum):
    """In the order of the ladder."""

    REMIND = "remind"
    CHECK = "check"
    PROMISE = "promise"
    AGAIN = "again"
    LEAD = "lead"
    STOP_CANDIDATE = "stop_candidate"
    STOP = "stop"
    CLAIM = "claim"
    LAWYER = "lawyer"

    @property
    def step(self) -> int:
        return tuple(DunningLevel).index(self)


@dataclass(frozen=True, slots=True)
class LadderSettings:
    """Days from the due date for each level; `dust` is the sum in kopecks below which nobody is bothered."""

    remind: int = -3
    check: int = 0
    promise: int = 1
    again: int = 3
    lead: int = 7
    stop_candidate: int = 10
    stop: int = 15
    claim: int = 30
    lawyer: int = 60
    dust: int = 10_000

    def __post_init__(self) -> None:
        days = [self.days(level) for level in DunningLevel]
        if days != sorted(set(days)):
            raise ValueError(f"days of the ladder must ascend: {days}")

    def days(self, level: DunningLevel) -> int:
        days: int = getattr(self, level.value)
        return days


@dataclass(frozen=True, slots=True)
class ClientDebt:
    """What one client owes on a day: sums in kopecks, `asked` of the documents that stand on any step.

    `level` and `days_overdue` are those of the oldest term by which at least the dust is owed: a leftover of a few kopecks
    climbs no step. `level` is None when nothing is near.
    """

    client_id: int
    debt: int
    overdue: int
    days_overdue: int
    documents: int
    level: DunningLevel | None
    asked: int = 0


def action_day(due: date, level: DunningLevel, calendar: WorkCalendar, settings: LadderSettings) -> date:
    """The working day of a step: a reminder moves back from a day off, everything after the due date moves on."""
    day = due + timedelta(days=settings.days(level))
    return calendar.on_or_before(day) if day < due else calendar.on_or_after(day)


def find_level(
    due: date, today: date, calendar: WorkCalendar, settings: LadderSettings
) -> DunningLevel | None:
    """The highest step whose working day has come, None before the first."""
    reached = None
    for level in DunningLevel:
        if due + timedelta(days=settings.days(level)) > today and settings.days(level) >= 0:
            break
        if action_day(due, level, calendar, settings) <= today:
            reached = level
    return reached


def client_debts(
    receivables: Iterable[Receivable], today: date, calendar: WorkCalendar, settings: LadderSettings
) -> list[ClientDebt]:
    """Debts grouped by client, the largest overdue first.

    Disputed documents count in the debt but climb no step; a client owing less than the dust is left out; advances are not netted.
    """
    groups: defaultdict[int, list[Receivable]] = defaultdict(list)
    for receivable in receivables:
        if receivable.amount > 0:
            groups[receivable.client_id].append(receivable)
    debts = [_client_debt(client, group, today, calendar, settings) for client, group in groups.items()]
    return sorted(
        (debt for debt in debts if debt.debt >= settings.dust),
        key=lambda d: (-d.overdue, -d.debt, d.client_id),
    )


def _client_debt(
    client_id: int, group: list[Receivable], today: date, calendar: WorkCalendar, settings: LadderSettings
) -> ClientDebt:
    counted = [(r.due, r.amount) for r in group if r.due is not None and not r.disputed]
    late = [amount for due, amount in counted if days_overdue(due, today) > 0]
    stepping = [pair for pair in counted if find_level(pair[0], today, calendar, settings)]
    oldest = _oldest_worth_asking(stepping, settings.dust)
    return ClientDebt(
        client_id=client_id,
        debt=sum(r.amount for r in group),
        overdue=sum(late),
        days_overdue=days_overdue(oldest, today),
        documents=len(late),
        level=None if oldest is None else find_level(oldest, today, calendar, settings),
        asked=sum(amount for _, amount in stepping),
    )


def _oldest_worth_asking(owed: list[tuple[date, int]], dust: int) -> date | None:
    """The term by which what is owed, the oldest first, has come to `dust`; None where it never does."""
    total = 0
    for due, amount in sorted(owed):
        total += amount
        if total >= dust:
            return due
    return None


def alert_lines(debts: Iterable[ClientDebt]) -> list[ClientDebt]:
    """The clients of a manager's debt alert: those on any step, the highest step first, then by size."""
    stepping = [debt for debt in debts if debt.level is not None]
    return sorted(stepping, key=lambda d: (-(d.level.step if d.level else 0), -d.overdue, d.client_id))


def fingerprint(debts: Iterable[ClientDebt]) -> str:
    """A short mark of what an alert says; equal marks mean that nothing changed since the last one.

    The day count is left out on purpose: it grows by itself, and a debt that only grew older by a day is not news. A new step is.
    """
    facts = sorted((d.client_id, d.debt, d.overdue, d.documents, d.level or "") for d in debts)
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


def is_alert_due(debts: Iterable[ClientDebt], last: str | None, today: date, calendar: WorkCalendar) -> bool:
    """Whether the manager is alerted on this day: a working one, with something to say, and other than `last` said."""
    lines = alert_lines(debts)
    return bool(lines) and calendar.is_working(today) and fingerprint(lines) != last
