"""The register of what waits for a lead: a feature that asks opens a row, and closes it once it is decided.

The truth stays in the feature's own row; here stands who waits for whom and until when.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.actors import LEADING, Actor, Role
from domain.approvals import Term
from domain.decisions import OWN_CLOCK, DecisionKind, Verdict, term_for
from domain.reminders import ReminderKind
from domain.stop_list import StopState, WorkingHours
from storage import decisions, employees, reminders
from storage.clients import MANAGER_OF
from storage.decisions import Decision, Delegation
from storage.stops import Stop
from usecases import substitution
from usecases.access import allowed, inner
from usecases.errors import OwnQuestionError
from usecases.scope import managers_for
from usecases.work import Work

Facts = Mapping[str, str | int | None]


# --- asking and closing


@inner
async def ask(
    work: Work,
    kind: DecisionKind,
    ref: int,
    asker: int,
    *,
    client: int | None = None,
    amount: int | None = None,
    facts: Facts | None = None,
    due: datetime | None = None,
    silence: str = "",
) -> int:
    """Opens the question, or writes what is asked now over the one that is open. `amount` in kopecks.

    `due` and `silence` are of kinds that have a clock of their own; the others take theirs from the settings.
    """
    person = await employees.find(work.tx, asker)
    term = None if kind in OWN_CLOCK else term_of(work, kind, person)
    lent = await _lent_by(work, person)
    decision_id: int = await work.tx.value(
        decisions.ASK,
        kind=kind.value,
        ref_id=ref,
        client_id=client,
        employee_id=asker,
        amount=amount,
        facts=dict(facts or {}),
        silence=silence or work.rules.decisions.silence_of(kind).value,
        due_at=term.due_at if term else due,
        asked_at=work.now,
        delegated_to=lent.deputy_id if lent else None,
        delegated_by=lent.employee_id if lent else None,
        delegated_until=lent.until if lent else None,
    )
    if term is not None:
        await watch(work, decision_id, asker, term)
    return decision_id


def term_of(work: Work, kind: DecisionKind, person: Actor | None) -> Term:
    zone = person.zone if person else ZoneInfo(work.rules.company.timezone)
    hours = WorkingHours(work.rules.calls.day_start, work.rules.calls.day_end)
    return term_for(kind, work.now.astimezone(zone), work.rules.calendar, hours, work.rules.decisions)


async def watch(work: Work, decision_id: int, asker: int, term: Term) -> None:
    """Whoever may decide is reminded before the end; the asker's row is the clock, should they all leave meanwhile."""
    await reminders.put(work.tx, asker, ReminderKind.DECISION, decision_id, term.due_at)
    found = await decisions.find(work.tx, decision_id)
    for person in await deciders_of(work, found) if found else []:
        if person.id != asker:
            await reminders.put(work.tx, person.id, ReminderKind.DECISION, decision_id, term.nudge_at)


@inner
async def check_not_own(actor: Actor, work: Work, kind: DecisionKind, ref: int) -> None:
    """Nobody decides in another's place what they have asked themselves. Raises `OwnQuestionError`."""
    found = await decisions.last_of(work.tx, kind, ref) if actor.by else None
    if found is not None and found.decided_at is None:
        await check_not_of(actor, work, found.employee_id)


@inner
async def check_not_of(actor: Actor, work: Work, employee_id: int | None) -> None:
    """The same of what was made or is done by `employee_id`, and no question is open about."""
    if actor.by and employee_id == actor.by:
        may = await judges(work, await employees.find(work.tx, actor.by))
        raise OwnQuestionError(name=may[0].name if may else actor.name)


@inner
async def close(work: Work, kind: DecisionKind, ref: int, verdict: Verdict, by: int | None) -> None:
    """Nothing where nothing is open. `by` is empty where the clock or the money has decided."""
    found = await decisions.last_of(work.tx, kind, ref)
    if found is None or found.decided_at is not None:
        return
    await work.tx.run(decisions.CLOSE, id_=found.id, by=by, moment=work.now, verdict_=verdict.value)
    await reminders.forget(work.tx, ReminderKind.DECISION, found.id)


# --- who may decide


async def judges(work: Work, asker: Actor | None) -> list[Actor]:
    """The nearest leads of whoever asks, else the owners; who is alone in the company decides alone."""
    leads = await employees.leads_of(work.tx, asker) if asker else []
    owners = await employees.with_role(work.tx, Role.OWNER)
    for people in (leads, owners):
        others = await substitution.apart_from(work, asker, people)
        if others:
            return others
    return leads


async def deciders_of(work: Work, decision: Decision) -> list[Actor]:
    """The judges, and the one into whose hands it was given."""
    people = await judges(work, await employees.find(work.tx, decision.employee_id))
    if decision.delegated_to and decision.lent_to(decision.delegated_to, work.now):
        deputy = await employees.find(work.tx, decision.delegated_to)
        people = [*people, *([deputy] if deputy and all(one.id != deputy.id for one in people) else [])]
    return people


@inner
async def helpers(work: Work, kind: DecisionKind, ref: int) -> list[Actor]:
    """Into whose hands the question was given besides those who decide anyway: their card changes with the others'."""
    found = await decisions.last_of(work.tx, kind, ref)
    if found is None or not found.delegated_to or not found.lent_to(found.delegated_to, work.now):
        return []
    deputy = await employees.find(work.tx, found.delegated_to)
    return [deputy] if deputy is not None else []


@inner
async def with_helpers(work: Work, kind: DecisionKind, ref: int, people: Iterable[Actor]) -> list[Actor]:
    """Those who decide anyway and the helpers, each once."""
    everybody = [*people, *await helpers(work, kind, ref)]
    return [*{one.id: one for one in everybody}.values()]


@inner
async def lent(actor: Actor, work: Work, kind: DecisionKind, ref: int) -> Work:
    """The work in which the actor also reaches what this one question is about, where it is in the actor's hands."""
    if not actor.leads:
        return work
    found = await decisions.last_of(work.tx, kind, ref)
    if found is None or not (found.lent_to(actor.id, work.now) or await _is_judge(actor, work, found)):
        return work
    return replace(work, lent=tuple(sorted({found.employee_id, found.manager_id or found.employee_id})))


async def _is_judge(actor: Actor, work: Work, found: Decision) -> bool:
    """Of what another lead asks: a manager's is reached by the team already."""
    asker = await employees.find(work.tx, found.employee_id)
    if asker is None or not asker.leads or asker.id in actor.hands:
        return False
    return actor.id in {one.id for one in await judges(work, asker)}


@inner
async def judged_by(actor: Actor, work: Work) -> list[int]:
    """Whose questions the actor decides: of those who are led, of leads beside; the own ones where there is nobody else."""
    people = set(await managers_for(actor, work))
    if actor.role is Role.LEAD:
        beside = await employees.of_team(work.tx, actor.team_id)
        people |= {one.id for one in beside if one.role is Role.LEAD}
    if any(one.id not in actor.hands for one in await judges(work, actor)):
        people -= actor.hands
    return sorted(people)


@inner
async def standing_in(work: Work, people: Sequence[Actor]) -> list[Actor]:
    """To whom these have lent all their decisions for now, and who is none of them."""
    ids = {one.id for one in people}
    lent_out = await decisions.lending(work.tx, ids, work.now) if ids else []
    found = [await employees.find(work.tx, id_) for id_ in sorted({one.deputy_id for one in lent_out} - ids)]
    return [one for one in found if one is not None]


async def _lent_by(work: Work, asker: Actor | None) -> Delegation | None:
    """Who of those that decide has given all decisions into other hands for now; never into the asker's own."""
    people = [one.id for one in await judges(work, asker)]
    found = await decisions.lending(work.tx, people, work.now) if people else []
    return next((one for one in found if asker is None or one.deputy_id not in asker.hands), None)


@allowed(*LEADING)
async def count_waiting(actor: Actor, work: Work) -> int:
    """How many questions wait for the actor's word."""
    return await decisions.count(work.tx, await judged_by(actor, work), actor.id, work.now)


# --- stops: each change of one says whether it is the lead's turn

_DECIDED = {
    StopState.EXCEPTION: Verdict.EXCEPTION,
    StopState.REJECTED: Verdict.NO,
    StopState.AT_ACCOUNTANT: Verdict.YES,
    StopState.IN_FORCE: Verdict.YES,
}


@inner
async def follow_stop(work: Work, stop: Stop, by: Actor | None) -> None:
    """Open while it is at the lead. Without `by`, the clock has set it, or the money has ended it."""
    state = StopState(stop.state)
    if state is StopState.AT_LEAD:
        manager = await work.tx.value(MANAGER_OF, id_=stop.client_id)
        facts = {"days": stop.days, "word": stop.word}
        await ask(
            work,
            DecisionKind.STOP,
            stop.id,
            manager,
            client=stop.client_id,
            amount=stop.overdue,
            facts=facts,
            due=stop.due_at,
            silence="stop",
        )
        return
    verdict = _DECIDED.get(state, Verdict.WITHDRAWN)
    if by is not None and verdict is not Verdict.WITHDRAWN:
        await check_not_own(by, work, DecisionKind.STOP, stop.id)
    if by is None and verdict is Verdict.YES:
        verdict = Verdict.SILENT_YES
    await close(work, DecisionKind.STOP, stop.id, verdict, by.hand if by else None)
