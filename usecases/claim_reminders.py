"""When people are reminded of a claim: before its term and after, and that the client is still to be told."""

from datetime import date

from domain.actors import Actor
from domain.claims import remind_when
from domain.periods import at_local
from domain.reminders import ReminderKind
from storage import reminders
from usecases.access import inner
from usecases.work import Work


@inner
async def remind(actor: Actor, work: Work, claim_id: int, due: date, employee: int | None = None) -> None:
    """`employee` (else the actor), before the term of what is not decided, or after it."""
    at = remind_when(due, actor.local(work.now), work.rules.calendar, work.rules.claims)
    await reminders.put(work.tx, employee or actor.id, ReminderKind.CLAIM, claim_id, at)


@inner
async def remind_to_tell(actor: Actor, work: Work, claim_id: int, manager: int) -> None:
    """The next working day: what was decided is no use to a client who has not heard of it."""
    await forget(work, claim_id)
    day = work.rules.calendar.next_working(work.today(actor))
    at = at_local(day, work.rules.claims.remind_at, actor.zone)
    await reminders.put(work.tx, manager, ReminderKind.CLAIM, claim_id, at)


async def forget(work: Work, claim_id: int) -> None:
    await reminders.forget(work.tx, ReminderKind.CLAIM, claim_id)
