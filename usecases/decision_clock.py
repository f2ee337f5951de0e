"""The clock of questions that have none of their own: a nudge before the end, then what silence does."""

from dataclasses import dataclass

from domain.actors import Actor
from domain.decisions import SILENT, DecisionKind, Default, Verdict
from domain.reminders import ReminderKind
from screens.decision_views import DecisionLine
from storage import decisions, employees, reminders
from storage.decisions import Decision
from usecases import contracts, gifts
from usecases.access import inner
from usecases.decision_desk import line_of
from usecases.decisions import close, deciders_of, term_of, watch
from usecases.work import Work


@dataclass(frozen=True, slots=True)
class Heard:
    """`verdict` is what silence has decided; None: the question waits on. `mine`: the person has asked."""

    line: DecisionLine
    verdict: Verdict | None
    mine: bool


@inner
async def hear(person: Actor, work: Work, decision_id: int) -> Heard | None:
    """At the hour of a reminder. None: nothing to say."""
    found = await decisions.find(work.tx, decision_id)
    if found is None or found.due_at is None:
        return None
    mine = found.employee_id == person.id
    if found.decided_at is not None:
        verdict = Verdict(found.verdict or Verdict.WITHDRAWN)
        return Heard(line_of(person, work, found), verdict, mine) if verdict in SILENT else None
    if work.now >= found.due_at:
        return await _silent(person, work, found)
    await reminders.put(work.tx, person.id, ReminderKind.DECISION, found.id, found.due_at)
    return None if mine else Heard(line_of(person, work, found), None, mine)


async def _silent(person: Actor, work: Work, found: Decision) -> Heard | None:
    kind, mine = DecisionKind(found.kind), found.employee_id == person.id
    default = Default(found.silence)
    if default is Default.HOLD:
        await _hold(work, found)
        held = await decisions.find(work.tx, found.id)
        return Heard(line_of(person, work, held), None, mine) if held and not mine else None
    people = [found.employee_id, *(one.id for one in await deciders_of(work, found))]
    verdict = await _decide(work, kind, found.ref_id, default)
    await close(work, kind, found.ref_id, verdict, None)
    if verdict is not Verdict.SILENT_NO:
        return None
    for id_ in sorted({*people} - {person.id}):
        await reminders.put(work.tx, id_, ReminderKind.DECISION, found.id, work.now)
    return Heard(line_of(person, work, found), verdict, mine)


async def _decide(work: Work, kind: DecisionKind, ref: int, default: Default) -> Verdict:
    """WITHDRAWN where the thing itself is not asked about any more."""
    if default is Default.ACCEPT:
        return Verdict.SILENT_YES
    refuse = {DecisionKind.GIFT: gifts.refuse_in_silence, DecisionKind.CONTRACT: contracts.refuse_in_silence}
    done = kind in refuse and await refuse[kind](work, ref)
    return Verdict.SILENT_NO if done else Verdict.WITHDRAWN


async def _hold(work: Work, found: Decision) -> None:
    """As much time once more, from now on; of several clocks the first one moves it."""
    asker = await employees.find(work.tx, found.employee_id)
    term = term_of(work, DecisionKind(found.kind), asker)
    if await work.tx.run(decisions.HOLD, id_=found.id, was=found.due_at, due=term.due_at):
        await watch(work, found.id, found.employee_id, term)
