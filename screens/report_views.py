"""Monthly reports and achievements as values for their screens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.reports import Figures, ReportState


@dataclass(frozen=True, slots=True)
class ReportView:
    """A person's report. `writes`: the reader may add words and hand it in; `decides`: may accept or return it.

    `handed` is local; `mine` speaks to the person, else the report is called by the name.
    """

    id: int
    employee_id: int
    name: str
    month: date
    state: ReportState
    words: Mapping[str, str]
    figures: Figures
    due: date
    today: date
    mine: bool
    writes: bool
    decides: bool
    handed: datetime | None = None
    remark: str = ""
    decided_by: str = ""

    @property
    def open(self) -> bool:
        return self.state in {ReportState.DRAFT, ReportState.RETURNED}


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One person's in the team's list; sums in kopecks of what was handed in, None before."""

    id: int
    employee_id: int
    name: str
    state: ReportState
    sales: int | None
    target: int | None


@dataclass(frozen=True, slots=True)
class TeamReports:
    """The team's reports of a month. `own` is the reader's own report, 0 where there is none."""

    month: date
    due: date
    today: date
    lines: tuple[ReportLine, ...]
    own: int
    owner: bool
    earlier: bool

    @property
    def missing(self) -> tuple[ReportLine, ...]:
        return tuple(one for one in self.lines if one.state in {ReportState.DRAFT, ReportState.RETURNED})


@dataclass(frozen=True, slots=True)
class PastReports:
    """The newest first; (id, month, state)."""

    employee_id: int
    name: str
    rows: tuple[tuple[int, date, ReportState], ...]


@dataclass(frozen=True, slots=True)
class TemplateView:
    """What is filled in now; `name` empty: the standard form."""

    name: str
    fields: int
    at: datetime | None


@dataclass(frozen=True, slots=True)
class MonthDone:
    """A month among achievements: kopecks; `timely` None where no report was due."""

    month: date
    sales: int
    before: int
    target: int | None
    calls: int
    timely: bool | None

    @property
    def reached(self) -> bool:
        return self.target is not None and self.sales >= self.target


@dataclass(frozen=True, slots=True)
class Achievements:
    """What a person did from `start` to `end`; kopecks. `before` are sales of the same days a year earlier.

    `overdue`: what was overdue in the first and the last month somebody looked at it, with the whole debt of then.
    """

    employee_id: int
    name: str
    start: date
    end: date
    mine: bool
    months: tuple[MonthDone, ...]
    best: Sequence[tuple[str, int, int]]
    new_clients: int
    contracts: int
    renewed: int
    calls: int
    reached: int
    offers: int
    orders: int
    kept: int
    judged: int
    visits: int
    trainings: int
    greetings: int
    praises: int
    overdue: tuple[tuple[int, int], tuple[int, int]] | None

    @property
    def sales(self) -> int:
        return sum(one.sales for one in self.months)

    @property
    def before(self) -> int:
        return sum(one.before for one in self.months)

    @property
    def targets(self) -> int:
        return sum(one.target is not None for one in self.months)

    @property
    def targets_reached(self) -> int:
        return sum(one.reached for one in self.months)
