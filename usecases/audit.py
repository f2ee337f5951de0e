"""Who changed what: beside the histories of clients, which note their own changes."""

from domain.actors import Actor
from storage import audit
from usecases.access import inner
from usecases.work import Work


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
