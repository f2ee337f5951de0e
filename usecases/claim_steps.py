"""The way of a claim: somebody settles it, it is decided, the client is told, it is closed."""

from dataclasses import dataclass
from typing import Any

from domain.actors import EVERYBODY, SELLING, Actor, Role
from domain.claims import DECIDABLE, UNDECIDED, UNTOLD, ClaimStatus, ClaimUntoldError, Decision
from domain.outcomes import Outcome, is_reached
from domain.reminders import ReminderKind
from screens.claim_views import ClaimView
from storage import claims, employees, reminders, timeline
from storage.claims import Claim
from storage.clients import Client
from storage.timeline import EventKind
from usecases import claim_reminders
from usecases.access import allowed, inner
from usecases.attachments import LONGEST_TEXT
from usecases.claim_views import can_reopen, manager_actor, manager_of, read_claim, view_of
from usecases.errors import NotFoundError, StaleError, UnreadableError
from usecases.work import Work

TAKE = claims.patch("owner_id", "status")
DECIDE = claims.patch("decision", "partly", "answer", "status", "decided_at")
TELL = claims.patch("status", "told_at")
CLOSE = claims.patch("status", "closed_at")
MOST_UNTOLD = 20
OTHERS = (Role.SUPPORT, Role.LOGISTICS, Role.ACCOUNTANT)


@dataclass(frozen=True, slots=True)
class Done:
    """The claim for who acted, and for another who is to hear of it (None: nobody else)."""

    view: ClaimView
    other: Actor | None = None
    other_view: ClaimView | None = None


@allowed(*EVERYBODY)
async def list_owners(actor: Actor, work: Work, claim_id: int) -> tuple[ClaimView, list[Actor]]:
    """Who may settle it: sales support, logistics, accounting, the leads, and its manager."""
    claim, client = await read_claim(actor, work, claim_id)
    manager = await manager_actor(work, claim, client)
    found = [one for role in OTHERS for one in await employees.with_role(work.tx, role)]
    if manager is not None:
        found += [*await employees.leads_of(work.tx, manager), manager]
    people = {one.id: one for one in found if one.id not in {claim.owner_id, actor.id}}
    return await view_of(actor, work, claim, client), list(people.values())


@allowed(*EVERYBODY)
async def give(actor: Actor, work: Work, claim_id: int, employee_id: int) -> Done:
    """Whoever settles it from now on; its manager and they are reminded of the term."""
    claim, client = await read_claim(actor, work, claim_id, lock=True)
    owner = await employees.find(work.tx, employee_id) if employee_id != actor.id else actor
    if owner is None:
        raise NotFoundError(what="employee", id=employee_id)
    if claim.status not in UNDECIDED:
        raise StaleError(what="claim")
    if claim.owner_id == owner.id:
        return Done(await view_of(actor, work, claim, client))
    await work.tx.run(
        TAKE, id_=claim.id, owner_id=owner.id, status=ClaimStatus.IN_WORK.value, touched_at=work.now
    )
    if claim.owner_id is not None and claim.owner_id != manager_of(claim, client):
        await reminders.forget_of(work.tx, ReminderKind.CLAIM, claim.id, claim.owner_id)
    await claim_reminders.remind(actor, work, claim.id, claim.due, owner.id)
    return await _done(actor, work, claim, client, owner)


@allowed(*EVERYBODY)
async def decide(actor: Actor, work: Work, claim_id: int, decision: Decision, why: str = "") -> Done:
    """The manager is to tell the client. Raises `UnreadableError` where it is declined without a word why."""
    claim, client = await read_claim(actor, work, claim_id, lock=True)
    if claim.status not in DECIDABLE:
        raise StaleError(what="claim")
    said = why.strip()[:LONGEST_TEXT]
    if decision is Decision.DECLINED and not said:
        raise UnreadableError("text", text=why)
    if claim.decision is decision and (not said or claim.answer == said):
        return Done(await view_of(actor, work, claim, client))
    kept = said or ("" if claim.decision is Decision.DECLINED else claim.answer)
    return await _decided(actor, work, claim, client, decision=decision, partly=False, answer=kept)


@allowed(*EVERYBODY)
async def set_partly(actor: Actor, work: Work, claim_id: int, *, partly: bool) -> Done:
    """Not the whole of it was accepted. Raises `StaleError` where nothing was."""
    claim, client = await _accepted(actor, work, claim_id)
    if claim.partly == partly:
        return Done(await view_of(actor, work, claim, client))
    return await _decided(
        actor, work, claim, client, decision=claim.decision, partly=partly, answer=claim.answer
    )


@allowed(*EVERYBODY)
async def set_answer(actor: Actor, work: Work, claim_id: int, text: str) -> Done:
    """What the client is to be told, in words."""
    claim, client = await _accepted(actor, work, claim_id, declined=True)
    said = text.strip()[:LONGEST_TEXT]
    if not said:
        raise UnreadableError("text", text=text)
    return await _decided(
        actor, work, claim, client, decision=claim.decision, partly=claim.partly, answer=said
    )


@inner
async def _accepted(
    actor: Actor, work: Work, claim_id: int, *, declined: bool = False
) -> tuple[Claim, Client | None]:
    claim, client = await read_claim(actor, work, claim_id, lock=True)
    if claim.status is not ClaimStatus.DECIDED or (claim.decision is Decision.DECLINED and not declined):
        raise StaleError(what="claim")
    return claim, client


@inner
async def _decided(actor: Actor, work: Work, claim: Claim, client: Client | None, **decided: Any) -> Done:
    decision: Decision = decided.pop("decision")
    await work.tx.run(
        DECIDE,
        id_=claim.id,
        decision=decision.value,
        status=ClaimStatus.DECIDED.value,
        decided_at=work.now,
        touched_at=work.now,
        **decided,
    )
    await claim_reminders.remind_to_tell(actor, work, claim.id, manager_of(claim, client))
    if claim.decision is not decision:
        await timeline.add(
            work.tx, claim.client_id, actor.hand, work.now, EventKind.CLAIM, kind=claim.kind.value, decision=decision.value
        )  # fmt: skip
    return await _done(actor, work, claim, client, await manager_actor(work, claim, client))


@inner
async def _done(actor: Actor, work: Work, claim: Claim, client: Client | None, other: Actor | None) -> Done:
    fresh = await claims.find(work.tx, claim.id) or claim
    view = await view_of(actor, work, fresh, client)
    if other is None or other.id == actor.id:
        return Done(view)
    return Done(view, other, await view_of(other, work, fresh, client))


@allowed(*SELLING)
async def tell_client(actor: Actor, work: Work, claim_id: int) -> ClaimView:
    """The client knows what was decided. Told twice it is told once. Raises `ClaimUntoldError` before anything is decided."""
    claim, client = await read_claim(actor, work, claim_id, lock=True)
    if claim.status in UNDECIDED:
        raise ClaimUntoldError(status=claim.status.value)
    if claim.status is ClaimStatus.DECIDED:
        await work.tx.run(
            TELL, id_=claim.id, status=ClaimStatus.TOLD.value, told_at=work.now, touched_at=work.now
        )
        await claim_reminders.forget(work, claim.id)
        await timeline.add(
            work.tx, claim.client_id, actor.hand, work.now, EventKind.CLAIM, kind=claim.kind.value, decision="told"
        )  # fmt: skip
    return await view_of(actor, work, await claims.find(work.tx, claim.id) or claim, client)


@allowed(*EVERYBODY)
async def close_claim(actor: Actor, work: Work, claim_id: int) -> ClaimView:
    """All is done. Raises `ClaimUntoldError` while the client has not been told."""
    claim, client = await read_claim(actor, work, claim_id, lock=True)
    if claim.status in UNTOLD:
        raise ClaimUntoldError(status=claim.status.value)
    if claim.status is ClaimStatus.TOLD:
        await work.tx.run(
            CLOSE, id_=claim.id, status=ClaimStatus.CLOSED.value, closed_at=work.now, touched_at=work.now
        )
        await work.tx.run(claims.ONE_LESS, client=claim.client_id)
    return await view_of(actor, work, await claims.find(work.tx, claim.id) or claim, client)


@allowed(*EVERYBODY)
async def reopen_claim(actor: Actor, work: Work, claim_id: int) -> ClaimView:
    """Closed by mistake: it stands as before. Raises `StaleError` where that is too long ago."""
    claim, client = await read_claim(actor, work, claim_id, lock=True)
    if claim.status is ClaimStatus.CLOSED:
        if not can_reopen(work, claim):
            raise StaleError(what="claim")
        await work.tx.run(
            CLOSE, id_=claim.id, status=ClaimStatus.TOLD.value, closed_at=None, touched_at=work.now
        )
        await work.tx.run(claims.ONE_MORE, client=claim.client_id)
    return await view_of(actor, work, await claims.find(work.tx, claim.id) or claim, client)


@allowed(*SELLING)
async def list_untold(actor: Actor, work: Work, client: Client, outcome: Outcome) -> tuple[int, ...]:
    """Claims that were decided and that the client was perhaps told of in this call; none where nobody was reached."""
    del actor
    if not client.open_claims or outcome is Outcome.CLAIM or not is_reached(outcome):
        return ()
    found = await claims.of_client(work.tx, client.id, MOST_UNTOLD)
    return tuple(one.id for one in found if one.status is ClaimStatus.DECIDED)


@inner
async def find_to_say(person: Actor, work: Work, claim_id: int) -> ClaimView | None:
    """What a reminder is about; the next word is set where nothing is decided. None where there is nothing to say."""
    try:
        claim, client = await read_claim(person, work, claim_id)
    except NotFoundError:
        return None
    if claim.status not in UNTOLD:
        return None
    if claim.status in UNDECIDED and work.today(person) <= claim.due:
        await claim_reminders.remind(person, work, claim.id, claim.due)
    return await view_of(person, work, claim, client)
