"""What a deputy takes over, and what who was away finds again."""

from datetime import date, timedelta

from domain.absences import Absence, AbsenceState
from domain.actors import EVERYBODY, SELLING, Actor
from domain.decisions import DecisionKind
from screens.absences import KEYS, Account, Brief
from storage import absences, clients, counters, digest, employees, receivables, week
from storage import decisions as stored
from usecases import decisions
from usecases.absences import get_absence
from usecases.access import allowed
from usecases.errors import NotFoundError
from usecases.work import Work

MOST_DECIDED = 500


@allowed(*EVERYBODY)
async def find_brief(actor: Actor, work: Work, absence_id: int) -> Brief | None:
    """For the deputy before the first day. None where it was called off, or nobody's clients change hands."""
    try:
        view = await get_absence(actor, work, absence_id)
    except NotFoundError:
        return None
    found = view.absence
    absent = await employees.find(work.tx, found.employee_id)
    if found.state is not AbsenceState.SET or absent is None or absent.role not in SELLING:
        return None
    due = await week.due_promises(work.tx, absent.id, found.first_day, found.last_day)
    return Brief(
        view,
        clients=await clients.count_of(work.tx, absent.id),
        contacts=len(await week.contacts(work.tx, absent.id, found.first_day, found.last_day)),
        promises=len(due),
        promise_sum=sum(one.amount or 0 for one in due),
        orders=await absences.count_open_orders(work.tx, absent.id),
        overdue=await _overdue(work, absent.id),
        keys=tuple(await absences.key_clients(work.tx, absent.id, KEYS)),
        leads=absent.leads,
    )


async def _overdue(work: Work, employee_id: int) -> int:
    return sum(one.overdue for one in await receivables.totals(work.tx, [employee_id]))


@allowed(*EVERYBODY)
async def find_account(actor: Actor, work: Work, absence_id: int) -> Account | None:
    """For who is back, on the first working day. None where it was called off, or they sell nothing."""
    view = await get_absence(actor, work, absence_id)
    found = view.absence
    if found.state is not AbsenceState.SET or actor.role not in SELLING:
        return None
    counted = await counters.of_team(work.tx, [actor.id], found.first_day, found.last_day)
    today = work.today(actor)
    due = await week.due_promises(work.tx, actor.id, today, today)
    leads = actor.leads
    return Account(
        view,
        calls=sum(one.calls for one in counted),
        reached=sum(one.reached for one in counted),
        orders=sum(one.orders for one in counted),
        order_sum=sum(one.order_sum for one in counted),
        promises=sum(one.promises for one in counted),
        promise_sum=sum(one.promise_sum for one in counted),
        new_clients=sum(one.new_clients for one in counted),
        overdue=await _overdue(work, actor.id),
        overdue_before=await _overdue_before(work, found),
        contacts=len(await week.contacts(work.tx, actor.id, today, today)),
        due=len(due),
        open_orders=await absences.count_open_orders(work.tx, actor.id),
        leads=leads,
        decided=await _decided(actor, work, found) if leads else 0,
        undecided=await decisions.count_waiting(actor, work) if leads else 0,
    )


async def _decided(actor: Actor, work: Work, found: Absence) -> int:
    """What the deputy has decided of what the lead is asked."""
    if found.deputy_id is None:
        return 0
    people = await decisions.judged_by(actor, work)
    term = (found.starts_at, found.ends_at)
    told = await stored.decided(work.tx, people, DecisionKind, term, MOST_DECIDED)
    return sum(one.decided_by == found.deputy_id for one in told)


async def _overdue_before(work: Work, found: Absence) -> int | None:
    """By the last look before the first day; None where there was none for two weeks."""
    last: date = found.first_day - timedelta(days=1)
    since = last - timedelta(days=work.rules.digest.snapshot_days)
    seen = await digest.snapshots(work.tx, [found.employee_id], since, last)
    return max(seen, key=lambda one: one.day).overdue if seen else None
