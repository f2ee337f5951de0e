"""What a digest of a week or a month is made of."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.ageing import Bucket
from domain.digest import Days, Detail, Span
from domain.forecast import Forecast
from domain.targets import Line as Target
from screens.digest_views import Away, Fact, Overdue


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A manager's week or month; `norm` calls for the days at work that have begun, 0 for a lead who sells too.

    Sums in kopecks; `before_sum` is that of the span before, `target` of the whole month, 0 where none was set. `days_away` of
    working days.
    """

    id: int
    name: str
    team_id: int | None
    calls: int = 0
    reached: int = 0
    norm: int = 0
    offers: int = 0
    orders: int = 0
    order_sum: int = 0
    before_sum: int = 0
    promises: int = 0
    promise_sum: int = 0
    new_clients: int = 0
    target: int = 0
    days_away: int = 0
    away: Away | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """The last day of the span so far, in one line."""

    order_sum: int
    calls: int
    norm: int


@dataclass(frozen=True, slots=True)
class Period:
    """`days` up to the one that is told of; `before` is compared with; not `over`: it goes on, and so long a part is compared.

    `at` is the lead's hour; `overdue` None of days too long ago. `targets` of the team's month with its `forecast`; `teams` as in a day's digest.
    """

    span: Span
    days: Days
    before: Days
    over: bool
    at: datetime
    lines: tuple[PeriodLine, ...]
    overdue: Overdue | None
    alarms: tuple[Fact, ...] = ()
    wins: tuple[Fact, ...] = ()
    targets: tuple[Target, ...] = ()
    forecast: Forecast | None = None
    today: Today | None = None
    teams: tuple[tuple[int, str], ...] = ()
    team: int = 0

    def total(self, name: str) -> int:
        return sum(getattr(line, name) for line in self.lines)


@dataclass(frozen=True, slots=True)
class DebtLine:
    """What a manager's clients owe now, and owed before the span, where somebody looked then. Kopecks."""

    name: str
    debt: int
    overdue: int
    debt_before: int | None = None
    overdue_before: int | None = None


@dataclass(frozen=True, slots=True)
class DetailView:
    """One side of the span from near; `outcomes` the most frequent first."""

    detail: Detail
    period: Period
    outcomes: tuple[tuple[str, int], ...] = ()
    debts: tuple[DebtLine, ...] = ()
    since: date | None = None


@dataclass(frozen=True, slots=True)
class PersonPeriod:
    """A manager's span: each of its days (of a month: each week's first day) with calls and kopecks of orders."""

    span: Span
    days: Days
    line: PeriodLine
    outcomes: tuple[tuple[str, int], ...]
    parts: tuple[tuple[date, int, int], ...]
    targets: tuple[Target, ...] = ()
    behind: Fact | None = None


@dataclass(frozen=True, slots=True)
class AgeingOf:
    """What one manager's clients owe, by age."""

    name: str
    buckets: tuple[Bucket, ...]
