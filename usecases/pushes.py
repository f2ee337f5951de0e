"""Each person's schedule of pushes: rows, moved on by whoever sends them."""

from datetime import datetime, time, timedelta
from typing import Any

from domain.actors import EVERYBODY, Actor
from domain.pushes import (
    USEFUL_HOURS,
    WEEK_STARTS,
    WEEKLY,
    PushKind,
    is_useful,
    kinds_for,
    next_daily,
    next_push,
    next_week_start,
    next_weekly,
)
from storage import employees
from storage import pushes as stored
from usecases.access import allowed
from usecases.errors import UnreadableError
from usecases.work import Work

SOON = timedelta(hours=1)


async def plan_all(work: Work, person: Actor) -> None:
    """Every push of the person's role, from now on; what another role was due is forgotten."""
    await stored.forget(work.tx, person.id)
    own = await own_times(work, person)
    for kind in kinds_for(person.role):
        await stored.plan(work.tx, person.id, kind, next_at(work, person, kind, own))


async def plan_missing(work: Work) -> int:
    """Kinds of pushes that are newer than a person's schedule begin for them too; how many were planned."""
    known, added = await stored.planned(work.tx), 0
    for person in await employees.everybody(work.tx):
        missing = [kind for kind in kinds_for(person.role) if (person.id, kind.value) not in known]
        own = await own_times(work, person) if missing else {}
        for kind in missing:
            await stored.plan(work.tx, person.id, kind, next_at(work, person, kind, own))
        added += len(missing)
    return added


async def forget_all(work: Work, person: Actor) -> None:
    await stored.forget(work.tx, person.id)


async def is_next(work: Work, person: Actor, kind: PushKind) -> bool:
    """Whether that push is due by now or within the hour: what belongs to it may wait for it."""
    planned = await stored.planned_of(work.tx, person.id, kind)
    return planned is not None and planned <= work.now + SOON


async def own_times(work: Work, person: Actor) -> dict[str, Any]:
    settings: dict[str, Any] = await work.tx.value(employees.SETTINGS, id_=person.id) or {}
    return settings


def next_at(
    work: Work, person: Actor, kind: PushKind, own: dict[str, Any], after: datetime | None = None
) -> datetime:
    if kind is PushKind.OCCASIONS and work.rules.occasions.on_days_off:
        return next_daily(after or work.now, _clock(work, kind, own), person.zone)
    find = next_weekly if kind in WEEKLY else next_week_start if kind in WEEK_STARTS else next_push
    return find(after or work.now, _clock(work, kind, own), person.zone, work.rules.calendar)


def still_useful_at(work: Work, person: Actor, kind: PushKind, own: dict[str, Any]) -> datetime | None:
    """When today's push was due that may still be sent: what an outage of days left behind is of no use, today's is."""
    due = next_at(work, person, kind, own, after=work.now - timedelta(hours=USEFUL_HOURS[kind]))
    return due if due <= work.now and is_useful(kind, due, work.now, person.zone) else None


def planned_at(work: Work, person: Actor, kind: PushKind, own: dict[str, Any], due: datetime) -> datetime:
    """When that day's push was first due: `due` itself unless it was put off by a failure."""
    local = person.local(due)
    return min(due, datetime.combine(local.date(), _clock(work, kind, own), tzinfo=person.zone))


def _clock(work: Work, kind: PushKind, own: dict[str, Any]) -> time:
    return time.fromisoformat(own[kind]) if kind in own else work.rules.pushes.at(kind)


@allowed(*EVERYBODY)
async def set_time(actor: Actor, work: Work, kind: str, clock: time) -> None:
    """From the next working day's `clock` on. Raises `UnreadableError` for a push that the role does not get."""
    if kind not in kinds_for(actor.role):
        raise UnreadableError("push-kind", text=kind)
    own = await own_times(work, actor)
    await work.tx.run(employees.SET_SETTINGS, id_=actor.id, settings={**own, kind: f"{clock:%H:%M}"})
    await plan_all(work, actor)


@allowed(*EVERYBODY)
async def times_of(actor: Actor, work: Work) -> dict[PushKind, time]:
    own = await own_times(work, actor)
    return {kind: _clock(work, kind, own) for kind in kinds_for(actor.role)}
