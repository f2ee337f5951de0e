"""What leads decide, in one list: looked at, walked through, given to another; and what askers see of it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from domain.actors import LEADING, SELLING, Actor
from domain.approvals import Term
from domain.decisions import (
    AT_ONCE,
    OWN_CLOCK,
    Decided,
    DecisionKind,
    LendFor,
    NudgedError,
    Verdict,
    lend_until,
    summary_of,
)
from domain.periods import add_months, month_start
from domain.stop_list import WorkingHours
from screens.decision_views import DecidedLine, DecisionLine, Delegation, History, Inbox, Person
from storage import decisions, employees
from storage.decisions import SHOWN, Decision
from usecases.access import allowed, inner
from usecases.decisions import count_waiting, deciders_of, judged_by, term_of, watch
from usecases.errors import NotFoundError, StaleError
from usecases.scope import managers_for
from usecases.work import Work

LISTED, HISTORY_SHOWN = 12, 15
MIDNIGHT = datetime.min.time()


@dataclass(frozen=True, slots=True)
class Told:
    """What was done, and who hears of it."""

    done: Delegation
    deputy: Actor


# --- the inbox


@allowed(*LEADING)
async def open_inbox(actor: Actor, work: Work) -> Inbox:
    """The most pressing first: by the time left, those without a term last."""
    found = await _waiting(actor, work)
    given = await decisions.lending(work.tx, [actor.id], work.now)
    return Inbox(
        tuple(line_of(actor, work, one) for one in found[:LISTED]),
        await count_waiting(actor, work) if len(found) >= SHOWN else len(found),
        given[0].deputy if given else "",
        actor.local(given[0].until) if given else None,
    )


@inner
async def _waiting(actor: Actor, work: Work) -> list[Decision]:
    own = await decisions.of_people(work.tx, await judged_by(actor, work))
    known = {one.id for one in own}
    given = await decisions.lent_to(work.tx, actor.id, work.now)
    found = [*own, *(one for one in given if one.id not in known and one.employee_id not in actor.hands)]
    latest = datetime.max.replace(tzinfo=UTC)
    return sorted(found, key=lambda one: (one.due_at or latest, one.id))


@inner
def line_of(reader: Actor, work: Work, one: Decision, awaited: tuple[str, ...] = ()) -> DecisionLine:
    held = one.delegated_to is not None and one.lent_to(one.delegated_to, work.now)
    return DecisionLine(
        id=one.id,
        kind=DecisionKind(one.kind),
        ref=one.ref_id,
        client_id=one.client_id,
        client=one.client,
        asker=one.asker if one.employee_id != reader.id else "",
        amount=one.amount,
        due=reader.local(one.due_at) if one.due_at else None,
        now=reader.local(work.now),
        silence=one.silence,
        delegate=one.delegate if held and one.delegated_to != reader.id else "",
        awaited=awaited,
        nudged=one.nudged_at is not None,
        facts=one.facts,
    )


@allowed(*LEADING)
async def find_next(actor: Actor, work: Work) -> DecisionLine | None:
    """The most pressing one; None where nothing waits."""
    found = await _waiting(actor, work)
    return line_of(actor, work, found[0]) if found else None


@allowed(*LEADING)
async def get_waiting(actor: Actor, work: Work, decision_id: int) -> DecisionLine:
    """Decided or not: its card says how it is now. Raises `NotFoundError`."""
    return line_of(actor, work, await _find(actor, work, decision_id))


@allowed(*LEADING)
async def get_at_once(actor: Actor, work: Work, decision_id: int) -> DecisionLine:
    """One that may be agreed to from the list. Raises `NotFoundError`, `StaleError` where it was decided before."""
    found = await _find(actor, work, decision_id)
    if found.decided_at is not None or DecisionKind(found.kind) not in AT_ONCE:
        raise StaleError(what="decision")
    return line_of(actor, work, found)


@inner
async def _find(actor: Actor, work: Work, decision_id: int) -> Decision:
    found = await decisions.find(work.tx, decision_id)
    mine = found is not None and (
        found.lent_to(actor.id, work.now) or found.employee_id in await judged_by(actor, work)
    )
    if found is None or not mine:
        raise NotFoundError(what="decision", id=decision_id)
    return found


# --- into other hands


@allowed(*LEADING)
async def list_delegates(actor: Actor, work: Work, decision_id: int = 0) -> tuple[Person, ...]:
    """Other leads and owners; never who has asked. Raises `NotFoundError`, `StaleError` for a question that is decided."""
    found = await _open(actor, work, decision_id) if decision_id else None
    asker = found.employee_id if found else 0
    people = [one for one in await employees.everybody(work.tx) if one.leads]
    return tuple(Person(one.id, one.name) for one in people if one.id != asker and one.id not in actor.hands)


@inner
async def _open(actor: Actor, work: Work, decision_id: int) -> Decision:
    found = await _find(actor, work, decision_id)
    if found.decided_at is not None:
        raise StaleError(what="decision")
    return found


@inner
async def _delegate(actor: Actor, work: Work, employee_id: int) -> Actor:
    found = await employees.find(work.tx, employee_id)
    if found is None or not found.leads or found.id in actor.hands:
        raise NotFoundError(what="employee", id=employee_id)
    return found


@allowed(*LEADING)
async def delegate(actor: Actor, work: Work, decision_id: int, employee_id: int) -> Told:
    """Until it is decided; the actor may still decide, and the first word counts."""
    found = await _open(actor, work, decision_id)
    deputy = await _delegate(actor, work, employee_id)
    if deputy.id == found.employee_id:
        raise NotFoundError(what="employee", id=employee_id)
    await work.tx.run(decisions.HAND, id_=found.id, to=deputy.id, by=actor.id, until=None)
    await _watch_again(work, found)
    return Told(Delegation(deputy.name, actor.name, line_of(deputy, work, found)), deputy)


@inner
async def _watch_again(work: Work, found: Decision) -> None:
    """A clock of its own goes on; the deputy is reminded as everybody is."""
    kind = DecisionKind(found.kind)
    if kind not in OWN_CLOCK and found.due_at is not None and found.due_at > work.now:
        asker = await employees.find(work.tx, found.employee_id)
        ahead = term_of(work, kind, asker)
        nudge = found.due_at - (ahead.due_at - ahead.nudge_at)
        await watch(work, found.id, found.employee_id, Term(max(nudge, work.now), found.due_at))


@allowed(*LEADING)
async def lend(actor: Actor, work: Work, span: LendFor, employee_id: int) -> Told:
    """What waits now and what comes until then; at the end what is left is the actor's alone."""
    deputy = await _delegate(actor, work, employee_id)
    hours = WorkingHours(work.rules.calls.day_start, work.rules.calls.day_end)
    until = lend_until(span, actor.local(work.now), work.rules.calendar, hours)
    await stop_lending(actor, work)
    await work.tx.run(decisions.LEND, employee_id=actor.id, deputy_id=deputy.id, until=until)
    count = 0
    for one in await _waiting(actor, work):
        if one.employee_id != deputy.id and not (
            one.delegated_to and one.lent_to(one.delegated_to, work.now)
        ):
            await work.tx.run(decisions.HAND, id_=one.id, to=deputy.id, by=actor.id, until=until)
            count += 1
    return Told(Delegation(deputy.name, actor.name, until=deputy.local(until), count=count), deputy)


@allowed(*LEADING)
async def stop_lending(actor: Actor, work: Work) -> None:
    """What was lent for some time comes back; what was given one by one stays given."""
    for one in await decisions.lending(work.tx, [actor.id], work.now):
        await work.tx.run(decisions.TAKE_BACK, to=one.deputy_id, by=actor.id)
    await work.tx.run(decisions.STOP_LENDING, employee=actor.id)


# --- whoever has asked


@allowed(*SELLING)
async def my_questions(actor: Actor, work: Work) -> tuple[DecisionLine, ...]:
    """What the actor has asked and nobody has answered, the soonest end first."""
    found = await decisions.of_people(work.tx, [actor.id])
    return tuple([await _asked(actor, work, one) for one in found[:LISTED]])


@inner
async def _asked(actor: Actor, work: Work, one: Decision) -> DecisionLine:
    names = tuple(person.name for person in await deciders_of(work, one))
    return line_of(actor, work, one, names)


@inner
async def waits_for(reader: Actor, work: Work, kind: DecisionKind, ref: int) -> DecisionLine | None:
    """Who is waited for and until when, as a card of the thing says it; None where nothing is asked."""
    found = await decisions.last_of(work.tx, kind, ref)
    return None if found is None or found.decided_at else await _asked(reader, work, found)


@allowed(*SELLING)
async def nudge(actor: Actor, work: Work, decision_id: int) -> tuple[DecisionLine, list[Actor]]:
    """Reminds whoever may decide, once. Raises `NotFoundError`, `StaleError`, `NudgedError`."""
    found = await decisions.find(work.tx, decision_id)
    if found is None or found.employee_id != actor.id:
        raise NotFoundError(what="decision", id=decision_id)
    if found.decided_at is not None:
        raise StaleError(what="decision")
    if not await work.tx.run(decisions.NUDGE, id_=found.id, moment=work.now):
        raise NudgedError
    people = [one for one in await deciders_of(work, found) if one.id not in actor.hands]
    return await _asked(actor, work, found), people


# --- what was decided


@allowed(*LEADING)
async def open_history(
    actor: Actor, work: Work, kind: DecisionKind | None, asker: int, back: int, *, most: int = HISTORY_SHOWN
) -> History:
    """The month `back` months ago; of one asker where `asker` is not 0. Raises `NotFoundError` for a foreign one."""
    people = await history_of(actor, work)
    if asker and asker not in people:
        raise NotFoundError(what="employee", id=asker)
    start = add_months(month_start(work.today(actor)), -back)
    kinds = [kind] if kind else list(DecisionKind)
    whose = [asker] if asker else people
    term = _edges(actor, start)
    found = await decisions.decided(work.tx, whose, kinds, term, most)
    past = await decisions.past(work.tx, whose, kinds, term)
    person = await employees.find_anybody(work.tx, asker) if asker else None
    return History(
        tuple(_decided(actor, work, one) for one in found),
        summary_of(Decided(Verdict(one.verdict), one.decided_at - one.asked_at) for one in past),
        start,
        work.today(actor),
        back,
        kind,
        asker,
        person.name if person else "",
    )


def _edges(actor: Actor, start: date) -> tuple[datetime, datetime]:
    """Of the month in the reader's zone."""
    ends = [datetime.combine(day, MIDNIGHT, actor.zone) for day in (start, add_months(start, 1))]
    return ends[0].astimezone(UTC), ends[1].astimezone(UTC)


@inner
async def history_of(actor: Actor, work: Work) -> list[int]:
    """Whose questions the actor may look back at: those of the team, and the own."""
    return sorted({*await managers_for(actor, work), *await judged_by(actor, work), actor.id})


@inner
def _decided(reader: Actor, work: Work, one: Decision) -> DecidedLine:
    at = one.decided_at or work.now
    return DecidedLine(
        line_of(reader, work, one),
        Verdict(one.verdict or Verdict.WITHDRAWN),
        one.decider,
        reader.local(at),
        int((at - one.asked_at).total_seconds() // 60),
    )


@allowed(*LEADING)
async def list_askers(actor: Actor, work: Work) -> tuple[Person, ...]:
    people = set(await history_of(actor, work))
    return tuple(
        Person(one.id, one.name)
        for one in await employees.everybody(work.tx)
        if one.id in people and one.sells
    )
