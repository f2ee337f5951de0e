"""What is to be said later: set, moved and forgotten by the turns that change its reason."""

from datetime import date, datetime, time

from domain.actors import Actor
from domain.periods import at_local
from domain.reminders import ReminderKind
from domain.visits import ask_when, brief_at, close_when, over_at
from storage import reminders
from usecases.access import inner
from usecases.work import Work

OF_VISITS = (ReminderKind.VISIT_BRIEF, ReminderKind.VISIT_OPEN, ReminderKind.VISIT_CLOSE)


@inner
async def remind_of_visit(actor: Actor, work: Work, visit_id: int, day: date, at: datetime | None) -> None:
    """The brief before a visit: at once where its hour is near; none for a day without an hour that is under way."""
    start = at_local(day, time(), actor.zone)
    due = brief_at(start, at, work.rules.visits)
    if due > work.now or (at is not None and over_at(start, at, work.rules.visits) > work.now):
        await reminders.put(work.tx, actor.id, ReminderKind.VISIT_BRIEF, visit_id, max(due, work.now))
    else:
        await reminders.forget(work.tx, ReminderKind.VISIT_BRIEF, visit_id)


@inner
async def remind_of_open_visit(actor: Actor, work: Work, visit_id: int) -> None:
    """From now on the visit is under way: asked about in the evening, closed on the next morning."""
    await forget_visit(work, visit_id)
    started = actor.local(work.now)
    for kind, at in (
        (ReminderKind.VISIT_OPEN, ask_when(started, work.rules.visits)),
        (ReminderKind.VISIT_CLOSE, close_when(started, work.rules.visits)),
    ):
        await reminders.put(work.tx, actor.id, kind, visit_id, at)


async def forget_visit(work: Work, visit_id: int) -> None:
    """Nothing more is said of it."""
    for kind in OF_VISITS:
        await reminders.forget(work.tx, kind, visit_id)
