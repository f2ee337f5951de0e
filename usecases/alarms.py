"""What was unusual: shown to whoever leads, asked about, closed, let be."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.actors import EVERYBODY, LEADING, Actor, Role
from domain.errors import ProzvonError
from domain.secrecy import AlarmState
from screens.alarms import AlarmView
from storage import alarms, employees
from storage.alarms import Alarm
from usecases import audit
from usecases.access import allowed, check_own_hand
from usecases.errors import NotFoundError, StaleError
from usecases.work import Work

LONGEST_ANSWER = 1000


class AlarmAnswerError(ProzvonError):
    """Nothing was typed, or more than fits; facts: most (characters)."""

    code = "alarm-answer"


@dataclass(frozen=True, slots=True)
class Watched:
    """An alarm with whom it is about, and who asked (None: nobody, or gone)."""

    alarm: Alarm
    person: Actor
    lead: Actor | None


@allowed(*LEADING)
async def get_alarm(actor: Actor, work: Work, alarm_id: int) -> AlarmView:
    """Raises `NotFoundError` for what is not the actor's to see: of another team, or of themselves."""
    return await _view(actor, work, await _find(actor, work, alarm_id))


async def _find(actor: Actor, work: Work, alarm_id: int) -> Watched:
    found = await alarms.find(work.tx, alarm_id)
    if found is None:
        raise NotFoundError(what="alarm", id=alarm_id)
    person = await get_watched(actor, work, found.employee_id)
    lead = await employees.find(work.tx, found.asked_by) if found.asked_by else None
    return Watched(found, person, lead)


@allowed(*LEADING)
async def get_watched(actor: Actor, work: Work, employee_id: int) -> Actor:
    """Somebody whom the actor leads; raises `NotFoundError` for anybody else and for themselves."""
    person = await employees.find(work.tx, employee_id)
    if person is None or employee_id in actor.hands:
        raise NotFoundError(what="employee", id=employee_id)
    if actor.role is Role.OWNER:
        return person
    under = await employees.of_subtree(work.tx, actor.team_id)
    equal = person.role is Role.LEAD and person.team_id == actor.team_id
    if equal or all(one.id != employee_id for one in under):
        raise NotFoundError(what="employee", id=employee_id)
    return person


async def _view(actor: Actor, work: Work, found: Watched) -> AlarmView:
    alarm = found.alarm
    return AlarmView(
        id=alarm.id,
        kind=alarm.kind,
        employee_id=found.person.id,
        name=found.person.name,
        day=alarm.day,
        at=actor.local(alarm.at),
        count=int(alarm.facts.get("count", 0)),
        usual=int(alarm.facts.get("usual", 0)),
        since=_local(actor, alarm.facts.get("since")),
        until=_local(actor, alarm.facts.get("until")),
        state=alarm.state,
        asked=alarm.asked_by is not None,
        answer=alarm.answer,
        exports_closed=await alarms.closed_since(work.tx, found.person.id) is not None,
        may_open=not actor.by,
    )


def _local(actor: Actor, moment: str | None) -> datetime | None:
    return actor.local(datetime.fromisoformat(moment)) if moment else None


@allowed(*LEADING)
async def let_be(actor: Actor, work: Work, alarm_id: int) -> AlarmView:
    """All is well: nothing more of this person today."""
    found = await _find(actor, work, alarm_id)
    if found.alarm.state != AlarmState.FINE:
        await alarms.decide(work.tx, alarm_id, AlarmState.FINE, actor.hand, work.now)
        await audit.note(actor, work, "alarm_fine", employee=found.person.id)
    return await get_alarm(actor, work, alarm_id)


@allowed(*LEADING)
async def close_exports(actor: Actor, work: Work, alarm_id: int) -> AlarmView:
    """Until somebody opens them again; the person sees one neutral line instead of a file."""
    found = await _find(actor, work, alarm_id)
    if await alarms.closed_since(work.tx, found.person.id) is None:
        await alarms.close_exports(work.tx, found.person.id, actor.hand, work.now)
        await alarms.decide(work.tx, alarm_id, AlarmState.CLOSED, actor.hand, work.now)
        await audit.note(actor, work, "exports_closed", employee=found.person.id)
    return await get_alarm(actor, work, alarm_id)


@allowed(*LEADING)
async def open_exports(actor: Actor, work: Work, employee_id: int) -> Actor:
    """Raises `StaleError` where they are open, `OwnHandError` in another's place: who stands in may only close them."""
    check_own_hand(actor, "journal")
    person = await get_watched(actor, work, employee_id)
    if not await alarms.open_exports(work.tx, person.id):
        raise StaleError(what="exports")
    await audit.note(actor, work, "exports_opened", employee=person.id)
    return person


@allowed(*LEADING)
async def ask(actor: Actor, work: Work, alarm_id: int) -> tuple[AlarmView, Actor]:
    """Once: the person is asked what it was for. Raises `StaleError` the second time."""
    found = await _find(actor, work, alarm_id)
    if not await alarms.ask(work.tx, alarm_id, actor.hand):
        raise StaleError(what="alarm")
    return replace(await get_alarm(actor, work, alarm_id), asked=True), found.person


@allowed(*EVERYBODY)
async def get_asked(actor: Actor, work: Work, alarm_id: int) -> Watched:
    """What the actor is asked about. Raises `NotFoundError` for another's, `StaleError` once answered."""
    found = await alarms.find(work.tx, alarm_id)
    if found is None or found.employee_id != actor.hand or found.asked_by is None:
        raise NotFoundError(what="alarm", id=alarm_id)
    if found.answered_at is not None:
        raise StaleError(what="alarm")
    person = await employees.find(work.tx, found.employee_id)
    assert person is not None
    return Watched(found, person, await employees.find(work.tx, found.asked_by))


@allowed(*EVERYBODY)
async def answer(actor: Actor, work: Work, alarm_id: int, text: str) -> tuple[Watched, list[Actor]]:
    """Who hears it: the lead who asked, else whoever leads now. Raises `AlarmAnswerError`, and as `get_asked` does."""
    asked = await get_asked(actor, work, alarm_id)
    said = text.strip()
    if not said or len(said) > LONGEST_ANSWER:
        raise AlarmAnswerError(most=LONGEST_ANSWER)
    if not await alarms.answer(work.tx, alarm_id, said, work.now):
        raise StaleError(what="alarm")
    hear = (
        [asked.lead] if asked.lead and asked.lead.leads else await employees.leads_of(work.tx, asked.person)
    )
    return asked, [lead for lead in hear if lead.id != asked.person.id]


@allowed(*LEADING)
async def find_alarm(actor: Actor, work: Work, alarm_id: int) -> AlarmView | None:
    """For the message about it; None where it is not the actor's any more, or somebody has decided."""
    try:
        view = await get_alarm(actor, work, alarm_id)
    except NotFoundError:
        return None
    return view if view.state == AlarmState.OPEN else None
