"""When people hear of an errand: at once in working hours, before its term, at it; a request that nobody takes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from domain.actors import Actor
from domain.desk import DeskHours
from domain.errands import ErrandStatus, Pool, remind_when
from domain.reminders import ReminderKind
from screens.errand_views import ErrandView, Side
from storage import employees, errands, reminders
from storage.errands import Errand
from usecases.access import inner
from usecases.errand_views import read_errand, view_of
from usecases.errors import NotFoundError
from usecases.work import Work

MOST_TAKEN = 100


def hours_of(work: Work, person: Actor) -> DeskHours:
    """The company's hours by the person's own clock."""
    return DeskHours(work.rules.desk, work.rules.calendar, person.zone)


@inner
async def announce(work: Work, errand_id: int, people: Iterable[Actor]) -> list[Actor]:
    """Who is to be told now; the others hear of it when their working hours begin."""
    now = []
    for person in people:
        hours = hours_of(work, person)
        if hours.is_open(work.now):
            now.append(person)
        else:
            at = hours.opening(work.now)
            await reminders.put(work.tx, person.id, ReminderKind.ERRAND_NEW, errand_id, at)
    return now


@inner
async def wind(work: Work, one: Errand) -> None:
    """Anew after each step: the doer of an open one is reminded, nobody of any other."""
    await reminders.forget(work.tx, ReminderKind.ERRAND, one.id)
    if not one.status.is_open:
        await stop(work, one)
        return
    doer = await employees.find(work.tx, one.doer_id) if one.doer_id is not None else None
    if doer is not None:
        await _remind(work, one.id, doer, one.due, one.created_at)


@inner
async def _remind(work: Work, errand_id: int, doer: Actor, due: datetime, since: datetime) -> None:
    at = remind_when(due, since, doer.local(work.now), work.rules.calendar, work.rules.errands)
    if at is not None:
        await reminders.put(work.tx, doer.id, ReminderKind.ERRAND, errand_id, at)


@inner
async def stop(work: Work, one: Errand) -> bool:
    """Whether somebody was still to hear of it."""
    for kind in (ReminderKind.ERRAND, ReminderKind.REQUEST):
        await reminders.forget(work.tx, kind, one.id)
    return await reminders.forget(work.tx, ReminderKind.ERRAND_NEW, one.id)


@inner
async def wind_request(work: Work, errand_id: int, pool: Pool, giver: Actor) -> None:
    """The department is reminded when its time is over, later who asked, and the leads."""
    hours = hours_of(work, giver)
    at = hours.after(work.now, work.rules.errands.request_minutes)
    first = await employees.with_role(work.tx, pool.role)
    known = {one.id for one in first}
    for one in first:
        await reminders.put(work.tx, one.id, ReminderKind.REQUEST, errand_id, at)
    at = hours.after(at, work.rules.desk.escalate_minutes)
    for one in [giver, *await employees.leads_of(work.tx, giver)]:
        if one.id not in known:
            await reminders.put(work.tx, one.id, ReminderKind.REQUEST, errand_id, at)


@inner
async def free_requests(work: Work, leaver: Actor) -> None:
    """What somebody who leaves has taken for the department may be taken anew: its people hear of it as of a new one."""
    for row in await errands.rows(work.tx, errands.OF_DOER, MOST_TAKEN, doer=leaver.id):
        one = await errands.find(work.tx, row.id, lock=True)
        giver = await employees.find(work.tx, row.giver_id)
        if one is None or one.pool is None or giver is None or not one.status.is_open:
            continue
        now = replace(one, doer_id=None, status=ErrandStatus.GIVEN, wanted=None)
        await errands.save(work.tx, now)
        await wind(work, now)
        await wind_request(work, one.id, Pool(one.pool), giver)
        for person in await employees.with_role(work.tx, Pool(one.pool).role):
            hours = hours_of(work, person)
            at = work.now if hours.is_open(work.now) else hours.opening(work.now)
            await reminders.put(work.tx, person.id, ReminderKind.ERRAND_NEW, one.id, at)


@inner
async def find_new(person: Actor, work: Work, errand_id: int) -> ErrandView | None:
    """To tell in the morning; None where it is no longer new, or no longer theirs."""
    view = await _find(person, work, errand_id)
    if view is None or view.side is Side.GIVER or view.row.status is not ErrandStatus.GIVEN:
        return None
    return view


@inner
async def find_due(person: Actor, work: Work, errand_id: int) -> ErrandView | None:
    """To remind its doer, of an open one; the next word of it is set."""
    view = await _find(person, work, errand_id)
    if view is None or view.side is not Side.DOER or not view.row.status.is_open:
        return None
    one = await errands.find(work.tx, errand_id)
    if one is not None:
        await _remind(work, one.id, person, one.due, one.created_at)
    return view


@inner
async def find_untaken(person: Actor, work: Work, errand_id: int) -> ErrandView | None:
    """A request that nobody has taken."""
    view = await _find(person, work, errand_id)
    return view if view is not None and view.row.status is ErrandStatus.GIVEN and not view.row.doer else None


@inner
async def _find(person: Actor, work: Work, errand_id: int) -> ErrandView | None:
    try:
        one, side = await read_errand(person, work, errand_id)
    except NotFoundError:
        return None
    return await view_of(person, work, one, side)
