"""The monthly report: what it is made of, when it is due, and what may be done with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from domain.calendar import WorkCalendar
from domain.errors import ProzvonError
from domain.periods import add_months, month_end, month_start

DUE_DAY: Final = 3
LONGEST_WORDS: Final = 2000
MOST_ROWS: Final = 30
Value = int | str | None
Row = dict[str, Value]


class ReportState(StrEnum):
    DRAFT = "draft"
    HANDED = "handed"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class ReportStep(StrEnum):
    """What somebody did with a report, as its history keeps it."""

    HANDED = "handed"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    TAKEN_BACK = "taken_back"


class Section(StrEnum):
    """What only the manager can say."""

    SUCCESSES = "successes"
    PROBLEMS = "problems"
    COMPETITORS = "competitors"
    PROPOSALS = "proposals"


class FieldKind(StrEnum):
    """MONEY in kopecks, PERCENT whole; DAY is an ISO date, CODE a word of ours that screens translate."""

    TEXT = "text"
    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    DAY = "day"
    CODE = "code"


class ReportStateError(ProzvonError):
    """The report has gone further than that; facts: state."""

    code = "report-state"


class ReportWordsError(ProzvonError):
    """Nothing, or too much, was said; facts: most (letters)."""

    code = "report-words"


_T, _M, _C, _P, _D = FieldKind.TEXT, FieldKind.MONEY, FieldKind.COUNT, FieldKind.PERCENT, FieldKind.DAY
# What a template may name, in the order of the standard one.
FIELDS: Final[Mapping[str, FieldKind]] = MappingProxyType(
    {
        "report.month": _T,
        "report.start": _D,
        "report.end": _D,
        "report.handed": _D,
        "company.name": _T,
        "person.name": _T,
        "person.team": _T,
        "person.absence": _T,
        "sales.fact": _M,
        "sales.target": _M,
        "sales.percent": _P,
        "sales.before": _M,
        "orders.count": _C,
        "orders.average": _M,
        "clients.total": _C,
        "clients.active": _C,
        "clients.active_target": _C,
        "clients.new": _C,
        "clients.new_target": _C,
        "contracts.new": _C,
        "contracts.target": _C,
        "contracts.renewed": _C,
        "calls.made": _C,
        "calls.target": _C,
        "calls.reached": _C,
        "calls.reached_percent": _P,
        "calls.order_percent": _P,
        "offers.phone": _C,
        "offers.email": _C,
        "offers.target": _C,
        "debt.start": _M,
        "debt.end": _M,
        "debt.collected": _M,
        "overdue.start": _M,
        "overdue.end": _M,
        "overdue.change": _M,
        "promises.count": _C,
        "promises.kept": _C,
        "promises.partly": _C,
        "promises.broken": _C,
        "promises.kept_percent": _P,
        "reconciliations.signed": _C,
        "reconciliations.count": _C,
        "claims.count": _C,
        "claims.closed": _C,
        "claims.amount": _M,
        "visits.done": _C,
        "trainings.done": _C,
        "trainings.people": _C,
        "competitors.count": _C,
        "lost.count": _C,
        "lost.amount": _M,
        "greetings.count": _C,
        "next.sales": _M,
        "next.clients": _C,
        "next.contracts": _C,
        "next.calls": _C,
        "next.ending": _C,
        "next.expected": _C,
        **{f"words.{section}": _T for section in Section},
    }
)
LISTS: Final[Mapping[str, Mapping[str, FieldKind]]] = MappingProxyType(
    {
        "claims": {"reason": FieldKind.CODE, "count": _C, "amount": _M},
        "rivals": {"name": _T, "count": _C},
        "lost_goods": {"name": _T, "count": _C, "amount": _M},
        "ending": {"client": _T, "number": _T, "day": _D},
        "expected": {"client": _T, "day": _D},
        "absences": {"kind": FieldKind.CODE, "start": _D, "end": _D},
    }
)
# What a team's total adds up; the rest is nobody's sum.
ADDED: Final = frozenset(
    name for name, kind in FIELDS.items() if kind in {FieldKind.MONEY, FieldKind.COUNT}
) - {"orders.average"}


@dataclass(frozen=True, slots=True)
class Figures:
    """`values` by the names of `FIELDS`, None where nobody knows; `lists` by those of `LISTS`."""

    values: Mapping[str, Value] = field(default_factory=dict)
    lists: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    def number(self, name: str) -> int | None:
        found = self.values.get(name)
        return found if isinstance(found, int) else None

    def as_json(self) -> dict[str, Any]:
        return {"values": dict(self.values), "lists": {name: list(rows) for name, rows in self.lists.items()}}


def figures_from_json(kept: Mapping[str, Any]) -> Figures:
    return Figures(kept["values"], kept["lists"])


def percent(part: int | None, whole: int | None) -> int | None:
    """Whole percents, halves upwards; None where there is nothing to divide by."""
    if part is None or not whole:
        return None
    return (200 * part + whole) // (2 * whole)


def derived(values: Mapping[str, Value]) -> dict[str, Value]:
    """What follows from the other figures."""

    def of(name: str) -> int | None:
        found = values.get(name)
        return found if isinstance(found, int) else None

    orders, sales = of("orders.count") or 0, of("sales.fact") or 0
    end, start = of("overdue.end"), of("overdue.start")
    judged = sum(of(f"promises.{name}") or 0 for name in ("kept", "partly", "broken"))
    return {
        "sales.percent": percent(sales, of("sales.target")),
        "orders.average": (2 * sales + orders) // (2 * orders) if orders else None,
        "calls.reached_percent": percent(of("calls.reached"), of("calls.made")),
        "calls.order_percent": percent(orders, of("calls.reached")),
        "overdue.change": end - start if end is not None and start is not None else None,
        "promises.count": judged,
        "promises.kept_percent": percent(of("promises.kept"), judged),
    }


def reported_month(today: date) -> date:
    """The first day of the month before."""
    return add_months(month_start(today), -1)


def first_day(month: date, calendar: WorkCalendar) -> date:
    """When the report for `month` is collected: the first working day after it."""
    return calendar.on_or_after(add_months(month_start(month), 1))


def due_day(month: date, calendar: WorkCalendar) -> date:
    """By the 3rd (job description of a client-acquisition manager); where that is a day off, the working day before it.

    In January no day before it is working: then the first working day after.
    """
    begins = add_months(month_start(month), 1)
    last = calendar.on_or_before(begins.replace(day=DUE_DAY))
    return last if last >= begins else calendar.on_or_after(begins)


class ReportCall(StrEnum):
    """What a manager hears of it on a day."""

    COLLECTED = "collected"
    REMINDED = "reminded"
    LAST = "last"
    LATE = "late"


def call_on(today: date, calendar: WorkCalendar) -> ReportCall | None:
    """What is said on `today` of a report for the month before that is not handed in; None past its term."""
    month = reported_month(today)
    first, due = first_day(month, calendar), due_day(month, calendar)
    if not calendar.is_working(today) or not first <= today <= due:
        return None
    if today == first:
        return ReportCall.COLLECTED
    return ReportCall.LAST if today == due else ReportCall.REMINDED


class Span(StrEnum):
    """For how long achievements are counted, back from today."""

    HALF = "half"
    YEAR = "year"
    QUARTER = "quarter"


MONTHS: Final[Mapping[Span, int]] = MappingProxyType({Span.HALF: 6, Span.YEAR: 12, Span.QUARTER: 3})


def span_of(span: Span, today: date) -> tuple[date, date]:
    """Whole months up to the one before this: «half» on 22.11 is 01.05-31.10."""
    start = add_months(month_start(today), -MONTHS[span])
    return start, month_end(reported_month(today))


def months_of(start: date, end: date) -> list[date]:
    """The first days of the months that `start` to `end` touch."""
    found = [month_start(start)]
    while (following := add_months(found[-1], 1)) <= end:
        found.append(following)
    return found


def check_words(text: str) -> str:
    """Raises `ReportWordsError`."""
    said = text.strip()
    if not said or len(said) > LONGEST_WORDS:
        raise ReportWordsError(most=LONGEST_WORDS)
    return said
