"""Who changed what: beside the histories of clients, which note their own changes."""

from datetime import timedelta

from domain.actors import Actor
from storage import alarms, audit, exports
from usecases.access import inner
from usecases.errors import StaleError
from usecases.work import Work

AGAIN = timedelta(minutes=1)


@inner
async def note(
    actor: Actor, work: Work, action: str, *, client: int | None = None, **facts: str | int | None
) -> None:
    """`action` is a code of `audit-what` in the words; who did it in whose place is read off the actor."""
    await audit.add(
        work.tx,
        actor.hand,
        work.now,
        action,
        dict(facts),
        client_id=client,
        owner_id=actor.id if actor.by else None,
    )


@inner
async def note_export(actor: Actor, work: Work, **facts: str | int) -> None:
    """Who takes a table. Raises `StaleError` for a second tap: within a minute the file is on its way."""
    if await alarms.closed_since(work.tx, actor.hand) is not None:
        return  # held back when the turn ends: nothing is taken
    last = await exports.last(work.tx, actor.hand)
    if last is not None and last.facts == facts and work.now - last.at < AGAIN:
        raise StaleError(what="export")
    await exports.note(work.tx, actor.hand, work.now, **facts)
