"""Who hears of a step of a stop, and when: the others at once or in the morning, whoever is awaited at the hours of its clock."""

from datetime import datetime

from domain.actors import Actor
from domain.reminders import ReminderKind
from domain.stop_list import AWAITED, Party, StopState, WorkingHours, concerned, is_nudged, told_at
from storage import reminders
from storage.stops import Stop
from usecases.decisions import follow_stop
from usecases.stop_views import Circle, party_of
from usecases.work import Work


def working_hours(work: Work) -> WorkingHours:
    return WorkingHours(work.rules.calls.day_start, work.rules.calls.day_end)


def heard_at(work: Work, person: Actor, at: datetime) -> datetime:
    """When the person hears of what was done at `at`: in the person's own working day."""
    return told_at(at.astimezone(person.zone), work.rules.calendar, work.rules.stop, working_hours(work))


async def tell(work: Work, stop: Stop, circle: Circle, before: StopState, by: Actor | None) -> None:
    """Everybody concerned but who did it. The others are woken by the clock, so that silence is noticed by somebody."""
    await reminders.forget(work.tx, ReminderKind.STOP, stop.id)
    told = {
        person.id: heard_at(work, person, work.now)
        for party in concerned(before, StopState(stop.state))
        for person in circle.of(party)
        if by is None or person.id != by.id
    }
    for id_ in sorted(told):
        await reminders.put(work.tx, id_, ReminderKind.STOP, stop.id, told[id_])
    await watch(work, stop, circle, told=frozenset(told))
    await follow_stop(work, stop, by)


async def watch(work: Work, stop: Stop, circle: Circle, *, told: frozenset[int]) -> None:
    for party in Party:
        for person in circle.of(party):
            if person.id not in told:
                await wake(work, stop, person)


async def wake(work: Work, stop: Stop, person: Actor) -> None:
    """At the next hour at which this stop may have something for the person."""
    party, state = party_of(person), StopState(stop.state)
    nudge = stop.nudge_at if is_nudged(state, party) else None
    watches = party is not Party.ACCOUNTANT or AWAITED.get(state) is party
    ahead = [at for at in (nudge, stop.due_at if watches else None) if at is not None and at > work.now]
    if ahead:
        await reminders.put(work.tx, person.id, ReminderKind.STOP, stop.id, min(ahead))
