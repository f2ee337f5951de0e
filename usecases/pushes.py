"""Each person's schedule of pushes: rows, moved on by whoever sends them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.actors import EVERYBODY, Actor
from domain.calendar import WorkCalendar
from domain.pushes import (
    MONTHLY,
    OF_TEAM,
    USEFUL_HOURS,
    WEEK_STARTS,
    WEEKLY,
    PushKind,
    is_useful,
    kinds_for,
    next_daily,
    next_month_start,
    next_push,
    next_week_start,
    next_weekly,
)
from storage import absences, employees
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
        await stored.plan(work.tx, person.id, kind, await next_for(work, person, kind, own))


async def plan_missing(work: Work) -> int:
    """Kinds of pushes that are newer than a person's schedule begin for them too; how many were planned."""
    known, added = await stored.planned(work.tx), 0
    for person in await employees.everybody(work.tx):
        missing = [kind for kind in kinds_for(person.role) if (person.id, kind.value) not in known]
        own = await own_times(work, person) if missing else {}
        for kind in missing:
            await stored.plan(work.tx, person.id, kind, await next_for(work, person, kind, own))
        added += len(missing)
    return added


async def forget_all(work: Work, person: Actor) -> None:
    await stored.forget(work.tx, person.id)


async def is_next(work: Work, person: Actor, kind: PushKind) -> bool:
    """Whether that push is due by now or within the hour: what belongs to it may wait for it."""
    planned = await stored.planned_of(work.tx, person.id, kind)
    return planned is not None and planned <= work.now + SOON


async def own_times(work: Work, person: Actor) -> dict[str, Any]:
    """The hours that the reader has chosen."""
    settings: dict[str, Any] = await work.tx.value(employees.SETTINGS, id_=person.hand) or {}
    return settings


def next_at(
    work: Work, person: Actor, kind: PushKind, own: dict[str, Any], after: datetime | None = None
) -> datetime:
    if kind is PushKind.OCCASIONS and work.rules.occasions.on_days_off:
        return next_daily(after or work.now, _clock(work, kind, own), person.zone)
    return _finder(kind)(after or work.now, _clock(work, kind, own), person.zone, work.rules.calendar)


def _finder(kind: PushKind) -> Callable[[datetime, time, ZoneInfo, WorkCalendar], datetime]:
    if kind in MONTHLY:
        return next_month_start
    return next_weekly if kind in WEEKLY else next_week_start if kind in WEEK_STARTS else next_push


async def next_for(work: Work, person: Actor, kind: PushKind, own: dict[str, Any]) -> datetime:
    """At the hour of who is there to read it then: a deputy's hour and zone while somebody stands in."""
    due = next_at(work, person, kind, own)
    away = next(iter(await absences.active(work.tx, [person.id], due)), None)
    if away is None or away.deputy_id is None:
        return due
    deputy = await employees.find(work.tx, away.deputy_id)
    if deputy is None:
        return due
    theirs = await own_times(work, deputy)
    just_before = max(work.now, away.starts_at - timedelta(microseconds=1))
    instead = next_at(work, replace(person, timezone=deputy.timezone), kind, theirs, after=just_before)
    if instead < away.ends_at:
        return instead
    return next_at(work, person, kind, own, after=away.ends_at - timedelta(microseconds=1))


def still_useful_at(work: Work, person: Actor, kind: PushKind, own: dict[str, Any]) -> datetime | None:
    """When today's push was due that may still be sent: what an outage of days left behind is of no use, today's is."""
    due = next_at(work, person, kind, own, after=work.now - timedelta(hours=USEFUL_HOURS[kind]))
    return due if due <= work.now and is_useful(kind, due, work.now, person.zone) else None


def planned_at(work: Work, person: Actor, kind: PushKind, own: dict[str, Any], due: datetime) -> datetime:
    """When that day's push was first due: `due` itself unless it was put off by a failure."""
    local = person.local(due)
    return min(due, datetime.combine(local.date(), _clock(work, kind, own), tzinfo=person.zone))


async def is_heard_anyway(work: Work, person: Actor, kind: PushKind) -> bool:
    """Whoever stands in for another lead of their own team is told the same in their own right."""
    if not person.by or kind not in OF_TEAM:
        return False
    deputy = await employees.find(work.tx, person.by)
    return deputy is not None and (deputy.role, deputy.team_id) == (person.role, person.team_id)


def _clock(work: Work, kind: PushKind, own: dict[str, Any]) -> time:
    return time.fromisoformat(own[kind]) if kind in own else work.rules.pushes.at(kind)


@allowed(*EVERYBODY)
async def set_time(actor: Actor, work: Work, kind: str, clock: time) -> None:
    """From the next working day's `clock` on. Raises `UnreadableError` for a push that the role does not get."""
    _check_own(actor, kind)
    own = await own_times(work, actor)
    await work.tx.run(employees.SET_SETTINGS, id_=actor.id, settings={**own, kind: f"{clock:%H:%M}"})
    await plan_all(work, actor)


def _check_own(actor: Actor, kind: str) -> None:
    if kind not in kinds_for(actor.role):
        raise UnreadableError("push-kind", text=kind)


@allowed(*EVERYBODY)
async def get_time(actor: Actor, work: Work, kind: PushKind) -> tuple[time, time]:
    """The time that holds, and the one before any choice. Raises `UnreadableError` as `set_time` does."""
    _check_own(actor, kind)
    return _clock(work, kind, await own_times(work, actor)), work.rules.pushes.at(kind)


@allowed(*EVERYBODY)
async def times_of(actor: Actor, work: Work) -> dict[PushKind, time]:
    own = await own_times(work, actor)
    return {kind: _clock(work, kind, own) for kind in kinds_for(actor.role)}
