"""One tap of a lead: a manager is asked about something, or hears a good word; the answer comes back."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.actors import LEADING, SELLING, Actor
from domain.digest import ASKED_ABOUT, AlarmKind, WinKind
from domain.errors import ProzvonError
from screens.digest_views import Fact
from screens.remarks import fact_from, facts_of
from storage import clients, employees, remarks, timeline
from storage.remarks import Remark
from storage.timeline import EventKind
from usecases.access import allowed
from usecases.digest_facts import ALARMS, WINS
from usecases.digest_team import read_team
from usecases.errors import NotFoundError, StaleError
from usecases.scope import managers_for
from usecases.work import Work

LONGEST_ANSWER = 1000


class AlreadyAskedError(ProzvonError):
    """The manager has the question, and has not answered yet; facts: name, at."""

    code = "already-asked"


class AlreadyAnsweredError(ProzvonError):
    """The question has its answer; facts: name, text."""

    code = "already-answered"


class AlreadyPraisedError(ProzvonError):
    """Said before; facts: name."""

    code = "already-praised"


class AnswerLengthError(ProzvonError):
    """Nothing was typed, or more than fits; facts: most (characters)."""

    code = "lead-answer"


@dataclass(frozen=True, slots=True)
class Said:
    """A remark on its way: who hears it, and what it is about."""

    remark: int
    manager: Actor
    fact: Fact


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and by whom (None once that lead has left)."""

    remark: Remark
    lead: Actor | None
    lead_name: str
    fact: Fact


@allowed(*LEADING)
async def ask(actor: Actor, work: Work, kind: AlarmKind, ref: int, day: date) -> Said:
    """Once for each line of a day. Raises `StaleError` where it is so no longer, or was never the actor's.

    Raises `AlreadyAskedError` and `AlreadyAnsweredError` the second time.
    """
    if kind not in ASKED_ABOUT:
        raise StaleError(what="digest")
    fact = await _find(actor, work, kind, ref, day)
    manager = await _manager(actor, work, fact)
    added = await _add(actor, work, remarks.ASK, fact, day)
    if added is not None:
        return Said(added, manager, fact)
    before = await remarks.find_said(
        work.tx, actor.id, kind=remarks.ASK, topic=kind.value, ref_id=ref, day=day
    )
    if before is not None and before.answered_at is not None:
        raise AlreadyAnsweredError(name=fact.manager, text=before.answer)
    raise AlreadyAskedError(name=fact.manager, at=actor.local(before.at if before else work.now))


@allowed(*LEADING)
async def praise(actor: Actor, work: Work, kind: WinKind, ref: int, day: date) -> Said:
    """Raises `AlreadyPraisedError` the second time, `StaleError` as `ask` does."""
    fact = await _find(actor, work, kind, ref, day)
    manager = await _manager(actor, work, fact)
    added = await _add(actor, work, remarks.PRAISE, fact, day)
    if added is None:
        raise AlreadyPraisedError(name=fact.manager)
    return Said(added, manager, fact)


async def _find(actor: Actor, work: Work, kind: AlarmKind | WinKind, ref: int, day: date) -> Fact:
    """The line as it is read now, from among the lead's own: a foreign one is not there."""
    today = work.today(actor)
    if not today - timedelta(days=work.rules.digest.answer_days) <= day <= today:
        raise StaleError(what="digest")
    team = await read_team(actor, work, day)
    read = ALARMS[kind] if isinstance(kind, AlarmKind) else WINS[kind]
    found = next((fact for fact in await read(work, team) if fact.ref == ref), None)
    if found is None:
        raise StaleError(what="digest")
    return found


async def _manager(actor: Actor, work: Work, fact: Fact) -> Actor:
    """Nobody asks themselves; who has left hears nothing."""
    manager = await employees.find(work.tx, fact.manager_id)
    if manager is None or manager.id == actor.id:
        raise NotFoundError(what="employee", id=fact.manager_id)
    return manager


async def _add(actor: Actor, work: Work, kind: str, fact: Fact, day: date) -> int | None:
    return await remarks.add(
        work.tx,
        actor.id,
        fact.manager_id,
        kind=kind,
        topic=fact.kind.value,
        ref_id=fact.ref,
        day=day,
        facts=facts_of(fact),
        at=work.now,
    )


@allowed(*SELLING)
async def get_question(actor: Actor, work: Work, remark_id: int) -> Question:
    """An open question to the actor. Raises `NotFoundError` for anybody else's, `AlreadyAnsweredError` once answered."""
    found = await remarks.find(work.tx, remark_id)
    if found is None or found.employee_id != actor.id or found.kind != remarks.ASK:
        raise NotFoundError(what="question", id=remark_id)
    fact = fact_from(found.topic, found.ref_id, found.employee_id, found.facts)
    if found.answered_at is not None:
        raise AlreadyAnsweredError(name=actor.name, text=found.answer)
    lead = await employees.find(work.tx, found.lead_id)
    return Question(found, lead, lead.name if lead else "", fact)


@allowed(*SELLING)
async def answer(
    actor: Actor, work: Work, remark_id: int, text: str, note: str
) -> tuple[Question, list[Actor]]:
    """The question and who hears the answer: the lead who asked, else whoever leads now.

    `note` goes into the client's timeline. Raises `AnswerLengthError`, and as `get_question` does.
    """
    asked = await get_question(actor, work, remark_id)
    said = text.strip()
    if not said or len(said) > LONGEST_ANSWER:
        raise AnswerLengthError(most=LONGEST_ANSWER)
    if not await remarks.answer(work.tx, remark_id, said, work.now):
        raise AlreadyAnsweredError(name=actor.name, text=said)
    client_id = asked.fact.client_id
    if client_id and await clients.find(work.tx, client_id, await managers_for(actor, work)):
        await timeline.add(work.tx, client_id, actor.hand, work.now, EventKind.NOTE, text=note)
    hear = [asked.lead] if asked.lead and asked.lead.leads else await employees.leads_of(work.tx, actor)
    return asked, [lead for lead in hear if lead.id != actor.id]
