"""The plan of a week: whom to call and to visit on which day, and what came of it. Pure: the same facts give the same plan."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import log10
from typing import Final

from domain.periods import DAYS_IN_WEEK
from domain.reasons import ClassFigures, ClientClass

FRIDAY: Final = 4
SHOWN_REASONS: Final = 2
KOPECKS: Final = 100


class PlanKind(StrEnum):
    CALL = "call"
    VISIT = "visit"


class PlanReason(StrEnum):
    """AGREED came of a contact that stands already, ADDED of the manager's own hand."""

    AGREED = "agreed"
    PROMISE = "promise"
    OVERDUE = "overdue"
    CONTRACT = "contract"
    VISIT = "visit"
    ORDER = "order"
    TOUCH = "touch"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class WeekPlanSettings:
    """`calls_percent` of the day's norm of calls may be planned, the rest is room for what comes up; `visits_a_day` at most.

    Class A clients are visited every `visit_weeks`; a contract is spoken of from `contract_days` before its end. Points order
    the wishes: overdue gains `overdue_step` for each tenfold of rouble-days.
    """

    calls_percent: int = 40
    visits_a_day: int = 2
    visit_weeks: int = 4
    contract_days: int = 30
    promise: int = 60
    overdue: int = 20
    overdue_step: int = 8
    contract: int = 40
    visit: int = 30
    order: int = 30
    touch: int = 15


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a client is planned: kopecks, whole days, a day, as the kind has them."""

    kind: PlanReason
    amount: int = 0
    days: int = 0
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What the plan knows of a client. Kopecks; days local; `expected` is the day of the next order by its own rhythm."""

    client_id: int
    client_class: ClientClass = ClientClass.C
    overdue: int = 0
    overdue_since: date | None = None
    promise_due: date | None = None
    promised: int = 0
    expected: date | None = None
    touched: date | None = None
    visited: date | None = None
    contract_ends: date | None = None
    district: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A line of the plan. `at` is aware where an hour is agreed; `visit_id` a visit that stands already."""

    client_id: int
    day: date
    kind: PlanKind
    reasons: tuple[Reason, ...]
    at: datetime | None = None
    visit_id: int | None = None

    @property
    def agreed(self) -> bool:
        return self.reasons[0].kind is PlanReason.AGREED


@dataclass(frozen=True, slots=True)
class Capacity:
    """Of one day."""

    calls: int
    visits: int

    def of(self, kind: PlanKind) -> int:
        return self.visits if kind is PlanKind.VISIT else self.calls


@dataclass(frozen=True, slots=True)
class _Wish:
    subject: Subject
    kind: PlanKind
    reasons: tuple[Reason, ...]
    weight: float
    wanted: date | None


@dataclass
class _Week:
    """The days being filled."""

    days: Sequence[date]
    capacity: Capacity
    lines: list[Planned] = field(default_factory=list)
    districts: dict[date, set[str]] = field(default_factory=dict)
    loads: Counter[tuple[date, PlanKind]] = field(default_factory=Counter)

    def put(self, line: Planned, district: str = "") -> None:
        self.lines.append(line)
        self.loads[line.day, line.kind] += 1
        if line.kind is PlanKind.VISIT and district:
            self.districts.setdefault(line.day, set()).add(district)

    def find_day(self, wish: _Wish, kind: PlanKind) -> date | None:
        """The wanted day or the next one with room, else the nearest before; without a wish the emptiest, near other visits."""
        free = [day for day in self.days if self.loads[day, kind] < self.capacity.of(kind)]
        if not free:
            return None
        wanted = wish.wanted
        if wanted is not None:
            return next((day for day in free if day >= wanted), free[-1])
        near = [day for day in free if wish.subject.district in self.districts.get(day, ())]
        if near and kind is PlanKind.VISIT:
            return near[0]
        return min(free, key=lambda day: (self.loads[day, kind], day))


def working_week(days: Iterable[date], start: date) -> list[date]:
    """Those of `days` that lie in the week of Monday `start`, ascending."""
    return sorted(day for day in days if 0 <= (day - start).days < DAYS_IN_WEEK)


def propose(
    subjects: Iterable[Subject],
    agreed: Iterable[Planned],
    days: Sequence[date],
    *,
    capacity: Capacity,
    settings: WeekPlanSettings,
    touch_days: ClassFigures,
) -> list[Planned]:
    """The plan of the working `days`, by day, the weightiest first.

    What was agreed stays on its day, even past the capacity; nobody is planned twice in it: who has something agreed gets no more.
    """
    if not days:
        return []
    week = _Week(days, capacity)
    fixed = _once(agreed)
    for line in fixed:
        week.put(line)
    busy = {line.client_id for line in fixed}
    wishes = [_wish(subject, days, settings, touch_days) for subject in subjects]
    for wish in sorted(filter(None, wishes), key=lambda wish: (-wish.weight, wish.subject.client_id)):
        if wish.subject.client_id not in busy:
            busy.add(wish.subject.client_id)
            _place(week, wish)
    order = {id(line): at for at, line in enumerate(week.lines)}
    return sorted(
        week.lines, key=lambda line: (line.day, not line.agreed, line.kind is PlanKind.CALL, order[id(line)])
    )


def _once(agreed: Iterable[Planned]) -> list[Planned]:
    """A client once in a day, a visit before a call."""
    kept: dict[tuple[int, date], Planned] = {}
    for line in sorted(
        agreed,
        key=lambda line: (
            line.day,
            line.kind is PlanKind.CALL,
            line.at is None,
            str(line.at),
            line.client_id,
        ),
    ):
        kept.setdefault((line.client_id, line.day), line)
    return list(kept.values())


def _place(week: _Week, wish: _Wish) -> None:
    """On a day with room; a visit that finds none becomes a call."""
    for kind in (wish.kind, PlanKind.CALL):
        day = week.find_day(wish, kind)
        if day is not None:
            week.put(Planned(wish.subject.client_id, day, kind, wish.reasons), wish.subject.district)
            return


def _wish(
    subject: Subject, days: Sequence[date], settings: WeekPlanSettings, touch_days: ClassFigures
) -> _Wish | None:
    """What is wanted of a client this week; its weightiest reason sets the day. None where nothing is."""
    found = sorted(
        _reasons(subject, days, settings, touch_days), key=lambda one: (-one[0], one[1].kind.value)
    )
    if not found:
        return None
    reasons = tuple(reason for _, reason, _ in found)
    is_a = subject.client_class is ClientClass.A
    to_visit = is_a and any(reason.kind in {PlanReason.VISIT, PlanReason.CONTRACT} for reason in reasons)
    kind = PlanKind.VISIT if to_visit else PlanKind.CALL
    return _Wish(subject, kind, reasons[:SHOWN_REASONS], sum(weight for weight, _, _ in found), found[0][2])


def _reasons(
    subject: Subject, days: Sequence[date], settings: WeekPlanSettings, touch_days: ClassFigures
) -> Iterable[tuple[float, Reason, date | None]]:
    """(points, reason, wanted day): None where any day will do."""
    first, last = days[0], days[-1]
    factor = {ClientClass.A: 1.5, ClientClass.B: 1.0, ClientClass.C: 0.7}[subject.client_class]
    week_end = first - timedelta(days=first.weekday()) + timedelta(days=DAYS_IN_WEEK - 1)
    due = subject.promise_due
    if due is not None and first - timedelta(days=first.weekday()) <= due <= week_end:
        yield settings.promise, Reason(PlanReason.PROMISE, subject.promised, day=due), min(due, last)
    if subject.overdue > 0 and subject.overdue_since is not None:
        late = max((first - subject.overdue_since).days, 1)
        points = (
            settings.overdue + settings.overdue_step * log10(max(subject.overdue / KOPECKS * late, 1)) / 2
        )
        yield points, Reason(PlanReason.OVERDUE, subject.overdue, late), first
    ends = subject.contract_ends
    if ends is not None and first <= ends <= last + timedelta(days=settings.contract_days):
        yield settings.contract, Reason(PlanReason.CONTRACT, day=ends), None
    if subject.client_class is ClientClass.A and _is_long_ago(subject.visited, last, settings.visit_weeks):
        gone = (first - subject.visited).days if subject.visited else 0
        yield settings.visit, Reason(PlanReason.VISIT, days=gone, day=subject.visited), None
    if subject.expected is not None and subject.expected <= last:
        wanted = subject.expected if subject.expected >= first else None
        late = max((first - subject.expected).days, 0)
        yield settings.order * factor, Reason(PlanReason.ORDER, days=late, day=subject.expected), wanted
    norm = round(touch_days.of(subject.client_class))
    if subject.touched is None or subject.touched + timedelta(days=norm) <= last:
        ago = (first - subject.touched).days if subject.touched else 0
        yield settings.touch * factor, Reason(PlanReason.TOUCH, days=ago, day=subject.touched), None


def _is_long_ago(visited: date | None, last: date, weeks: int) -> bool:
    return visited is None or (last - visited).days >= weeks * DAYS_IN_WEEK


# --- what came of it ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Contact:
    """A call logged or a visit held on a day."""

    client_id: int
    day: date
    kind: PlanKind


@dataclass(frozen=True, slots=True)
class WeekFact:
    """Lines planned and done, of the week and by day; `outside` are clients met or called that nobody had planned."""

    planned: int
    done: int
    outside: int
    days: Mapping[date, tuple[int, int]] = field(default_factory=dict)


def is_done(client_id: int, kind: PlanKind, contacts: Iterable[Contact]) -> bool:
    """On its day or on any other of the week; a visit is done by a visit only, a call by either."""
    return any(
        one.client_id == client_id and (kind is PlanKind.CALL or one.kind is PlanKind.VISIT)
        for one in contacts
    )


def fact_of(lines: Iterable[tuple[int, date, PlanKind]], contacts: Sequence[Contact]) -> WeekFact:
    """`lines` as (client, day, kind), `contacts` of the same week."""
    by_client: dict[int, list[Contact]] = {}
    for contact in contacts:
        by_client.setdefault(contact.client_id, []).append(contact)
    days: dict[date, tuple[int, int]] = {}
    planned: set[int] = set()
    for client_id, day, kind in lines:
        planned.add(client_id)
        done = is_done(client_id, kind, by_client.get(client_id, ()))
        before = days.get(day, (0, 0))
        days[day] = (before[0] + 1, before[1] + done)
    return WeekFact(
        sum(count for count, _ in days.values()),
        sum(done for _, done in days.values()),
        len(by_client.keys() - planned),
        days,
    )
