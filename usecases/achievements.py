"""What a person has done in half a year or another period: for the attestation, from the facts of the company."""

import re
from collections.abc import Sequence
from datetime import date

from domain.actors import SELLING, Actor
from domain.periods import add_months, month_start
from domain.promises import PromiseState
from domain.reports import Span, due_day, months_of, span_of
from domain.targets import TargetKind
from domain.visits import VisitKind
from screens.report_views import Achievements, MonthDone
from storage import clients, counters, digest, targets
from storage import reports as stored
from storage.counters import Counted
from storage.reports import Report
from usecases.access import allowed, inner
from usecases.errors import NotFoundError, UnreadableError
from usecases.report_facts import is_renewal
from usecases.reports import check_sees
from usecases.work import Work

BEST = 5
LONGEST_YEARS = 3
_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?")
_CENTURY = 2000
TWO = 2


@allowed(*SELLING)
async def count_span(actor: Actor, work: Work, employee_id: int, span: Span) -> Achievements:
    """Whole months up to the one before this. Raises `NotFoundError` for somebody foreign."""
    start, end = span_of(span, work.today(actor))
    return await count_days(actor, work, employee_id, start, end)


@allowed(*SELLING)
async def count_days(actor: Actor, work: Work, employee_id: int, start: date, end: date) -> Achievements:
    """Raises `UnreadableError` for days that lie ahead, are the wrong way round or more than three years."""
    await check_sees(actor, work, employee_id)
    if not start <= end or start > work.today(actor) or (end - start).days > LONGEST_YEARS * 366:
        raise UnreadableError("report-span", text="")
    names = await clients.manager_names(work.tx, [employee_id])
    if employee_id not in names:
        raise NotFoundError(what="employee", id=employee_id)
    days = await counters.of_team(work.tx, [employee_id], start, end)
    signed = await stored.signed(work.tx, employee_id, start, end)
    judged = await stored.promised(work.tx, employee_id, start, end)
    visited = await stored.visited(work.tx, employee_id, start, end)
    best = await stored.best(work.tx, employee_id, start, end, BEST)
    trained = visited.get(VisitKind.TRAINING)
    renewed = sum(is_renewal(one) for one in signed)
    return Achievements(
        employee_id=employee_id,
        name=names[employee_id],
        start=start,
        end=end,
        mine=employee_id == actor.id,
        months=await _months(actor, work, employee_id, start, end, days),
        best=tuple((one.client, one.orders, one.total) for one in best),
        new_clients=sum(day.new_clients for day in days),
        contracts=len(signed) - renewed,
        renewed=renewed,
        calls=sum(day.calls for day in days),
        reached=sum(day.reached for day in days),
        offers=sum(day.phone_offers + day.email_offers for day in days),
        orders=sum(day.orders for day in days),
        kept=judged.get(PromiseState.KEPT, 0),
        judged=sum(judged.values()),
        visits=sum(one.count for one in visited.values()),
        trainings=trained.count if trained else 0,
        greetings=sum(day.greetings for day in days),
        praises=await stored.counted(work.tx, stored.PRAISES, employee_id, start=start, end=end),
        overdue=await _overdue(work, employee_id, start, end),
    )


@allowed(*SELLING)
async def check_may_see(actor: Actor, work: Work, employee_id: int) -> None:
    """Raises `NotFoundError` for somebody foreign."""
    await check_sees(actor, work, employee_id)


@inner
async def _months(  # noqa: PLR0917
    actor: Actor, work: Work, employee_id: int, start: date, end: date, days: Sequence[Counted]
) -> tuple[MonthDone, ...]:
    months = months_of(start, end)
    before = await counters.of_team(work.tx, [employee_id], add_months(start, -12), add_months(end, -12))
    asked = {
        one.month: one.value
        for one in await targets.of_people(work.tx, [employee_id], months[0], months[-1])
        if one.kind is TargetKind.SALES
    }
    reports = {one.month: one for one in await stored.between(work.tx, employee_id, months[0], months[-1])}
    today = work.today(actor)
    return tuple(
        MonthDone(
            month=month,
            sales=sum(day.order_sum for day in days if month_start(day.day) == month),
            before=sum(day.order_sum for day in before if add_months(month_start(day.day), 12) == month),
            target=asked.get(month),
            calls=sum(day.calls for day in days if month_start(day.day) == month),
            timely=_timely(work, reports.get(month), today),
        )
        for month in months
    )


def _timely(work: Work, found: Report | None, today: date) -> bool | None:
    """None while the term runs, and where no report was asked for."""
    if found is None:
        return None
    due = due_day(found.month, work.rules.calendar)
    if found.handed_day is None:
        return False if due < today else None
    return found.handed_day <= due


async def _overdue(
    work: Work, employee_id: int, start: date, end: date
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    seen = await digest.snapshots(work.tx, [employee_id], start, end)
    if len(seen) < TWO:
        return None
    return (seen[0].overdue, seen[0].debt), (seen[-1].overdue, seen[-1].debt)


def read_span(text: str, today: date) -> tuple[date, date]:
    """«1.05 - 31.10» or «01.05.2026 31.10.2026»; without a year the last such days. Raises `UnreadableError`."""
    found = _DAY.findall(text)
    if len(found) != TWO:
        raise UnreadableError("report-span", text=text[:40])
    try:
        end = _day(found[1], today)
        return _day(found[0], end), end
    except ValueError:
        raise UnreadableError("report-span", text=text[:40]) from None


def _day(parts: tuple[str, str, str], latest: date) -> date:
    day, month, year = parts
    if year:
        return date(int(year) % 100 + _CENTURY, int(month), int(day))
    this = date(latest.year, int(month), int(day))
    return this if this <= latest else date(latest.year - 1, int(month), int(day))
