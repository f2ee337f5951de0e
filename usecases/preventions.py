"""The same reason again and again: one task to the lead to find out why, with the claims by which it was seen."""

from dataclasses import dataclass
from datetime import timedelta

from domain.actors import EVERYBODY, LEADING, Actor
from domain.outcomes import ClaimKind
from domain.periods import at_local
from domain.reminders import ReminderKind
from screens.claim_views import ClaimRow, PreventionRow, PreventionView
from storage import claims, clients, employees, products, reminders
from storage.claims import Claim, Prevention
from usecases.access import allowed, inner
from usecases.claim_views import rows_of
from usecases.errors import NotFoundError, StaleError, UnreadableError
from usecases.scope import managers_for
from usecases.work import Work

SHOWN, LONGEST = 10, 1000
MOST_CLAIMS = 10


@dataclass(frozen=True, slots=True)
class Given:
    """The task for who acted, and for whom it was given to."""

    view: PreventionView
    other: Actor | None = None
    other_view: PreventionView | None = None


SET_OWNER = claims.patch_prevention("owner_id")
CLOSE = claims.patch_prevention("answer", "closed_at")


@inner
async def prevent(work: Work, claim: Claim) -> None:
    """Where its reason has come too often, a task to the leads of its manager; none while one of the same is open.

    The reason is what went wrong together with whose fault it was, or with the product.
    """
    manager = await employees.find(work.tx, claim.employee_id)
    if manager is None or claim.kind is ClaimKind.OTHER:
        return
    whose = await _team_of(work, manager)
    open_ = await claims.preventions_of(work.tx, whose, SHOWN * 10)
    since = work.now - timedelta(days=work.rules.claims.repeat_days)
    asked = {"employees": whose, "since": since, "kind_": claim.kind.value, "n": MOST_CLAIMS}
    found = await work.tx.values(claims.LIKE_REASON, fault_=claim.fault or "", **asked)
    same = [one for one in open_ if one.kind is claim.kind]
    if len(found) >= work.rules.claims.repeats:
        if not any(one.product_id is None and one.fault is claim.fault for one in same):
            await _open(work, manager, claim, found, None)
        return
    for line in await claims.lines_of(work.tx, claim.id):
        if line.product_id is None or any(one.product_id == line.product_id for one in same):
            continue
        found = await work.tx.values(claims.LIKE_PRODUCT, product=line.product_id, **asked)
        if len(found) >= work.rules.claims.repeats:
            await _open(work, manager, claim, found, line.product_id)
            return


async def _team_of(work: Work, manager: Actor) -> list[int]:
    team = await employees.of_team(work.tx, manager.team_id) if manager.team_id is not None else []
    return list(dict.fromkeys([manager.id, *(one.id for one in team)]))


async def _open(work: Work, manager: Actor, claim: Claim, found: list[int], product: int | None) -> None:
    due = work.rules.calendar.add(work.today(manager), work.rules.claims.prevention_days)
    id_: int = await work.tx.value(
        claims.ADD_PREVENTION,
        employee_id=manager.id,
        kind=claim.kind.value,
        fault=claim.fault.value if claim.fault is not None and product is None else None,
        product_id=product,
        claims=sorted(found),
        due=due,
        created_at=work.now,
    )
    for lead in await employees.leads_of(work.tx, manager):
        await reminders.put(work.tx, lead.id, ReminderKind.PREVENTION, id_, work.now)


# --- what the lead does ----------------------------------------------------------------------------------------------


@inner
async def list_open(actor: Actor, work: Work) -> tuple[PreventionRow, ...]:
    found = await claims.preventions_of(work.tx, await managers_for(actor, work), SHOWN)
    return tuple(
        [PreventionRow(one.id, one.kind, one.fault, await _product(work, one), one.due) for one in found]
    )


@inner
async def _read(actor: Actor, work: Work, prevention_id: int, *, lock: bool = False) -> Prevention:
    """Of the lead's team, or one's own to answer. Raises `NotFoundError` for any other."""
    found = await claims.find_prevention(work.tx, prevention_id, lock=lock)
    if found is None:
        raise NotFoundError(what="prevention", id=prevention_id)
    led = actor.leads and found.employee_id in await managers_for(actor, work)
    if not led and found.owner_id != actor.id:
        raise NotFoundError(what="prevention", id=prevention_id)
    return found


async def _product(work: Work, one: Prevention) -> str:
    product = await products.find(work.tx, one.product_id) if one.product_id is not None else None
    return product.name if product is not None else ""


@allowed(*EVERYBODY)
async def get_prevention(actor: Actor, work: Work, prevention_id: int) -> PreventionView:
    return await _view(actor, work, await _read(actor, work, prevention_id))


@inner
async def _view(actor: Actor, work: Work, one: Prevention) -> PreventionView:
    owner = await employees.find(work.tx, one.owner_id) if one.owner_id is not None else None
    return PreventionView(
        id=one.id,
        kind=one.kind,
        fault=one.fault,
        product=await _product(work, one),
        claims=await _claims(work, one),
        days=work.rules.claims.repeat_days,
        owner=owner.name if owner is not None else "",
        mine=one.owner_id == actor.id,
        leads=actor.leads,
        due=one.due,
        today=work.today(actor),
        answer=one.answer,
        closed=one.closed_at is not None,
    )


async def _claims(work: Work, one: Prevention) -> tuple[ClaimRow, ...]:
    found = await claims.of_ids(work.tx, one.claims)
    names = await clients.names(work.tx, [claim.client_id for claim in found])
    return await rows_of(
        work,
        [
            claims.Row(claim.id, claim.kind, claim.status, claim.due, claim.amount, names.get(claim.client_id, ""), claim.owner_id)
            for claim in found
        ],
    )  # fmt: skip


@allowed(*LEADING)
async def list_owners(actor: Actor, work: Work, prevention_id: int) -> tuple[PreventionView, list[Actor]]:
    """Whom it may be given to."""
    view = await get_prevention(actor, work, prevention_id)
    return view, [one for one in await employees.everybody(work.tx) if one.id != actor.id]


@allowed(*LEADING)
async def give(actor: Actor, work: Work, prevention_id: int, employee_id: int) -> Given:
    """Who finds out why; reminded on the morning of its term. Raises `StaleError` for one that is closed."""
    one = await _read(actor, work, prevention_id, lock=True)
    owner = await employees.find(work.tx, employee_id)
    if owner is None:
        raise NotFoundError(what="employee", id=employee_id)
    if one.closed_at is not None:
        raise StaleError(what="prevention")
    if one.owner_id != owner.id:
        await work.tx.run(SET_OWNER, id_=one.id, owner_id=owner.id)
        await reminders.forget(work.tx, ReminderKind.PREVENTION, one.id)
        at = at_local(one.due, work.rules.claims.remind_at, owner.zone)
        await reminders.put(work.tx, owner.id, ReminderKind.PREVENTION, one.id, max(at, work.now))
    view = await get_prevention(actor, work, one.id)
    return (
        Given(view, owner, await get_prevention(owner, work, one.id)) if owner.id != actor.id else Given(view)
    )


@allowed(*EVERYBODY)
async def answer(
    actor: Actor, work: Work, prevention_id: int, text: str
) -> tuple[PreventionView, list[Actor]]:
    """What was done: it is closed, and its leads are to be told. Raises `StaleError` for one that is closed."""
    one = await _read(actor, work, prevention_id, lock=True)
    if one.closed_at is not None:
        raise StaleError(what="prevention")
    said = text.strip()[:LONGEST]
    if not said:
        raise UnreadableError("text", text=text)
    await work.tx.run(CLOSE, id_=one.id, answer=said, closed_at=work.now)
    await reminders.forget(work.tx, ReminderKind.PREVENTION, one.id)
    manager = await employees.find(work.tx, one.employee_id)
    leads = await employees.leads_of(work.tx, manager) if manager is not None else []
    return await get_prevention(actor, work, one.id), [lead for lead in leads if lead.id != actor.id]


@inner
async def find_to_say(person: Actor, work: Work, prevention_id: int) -> PreventionView | None:
    """None where it is closed, or no longer this person's."""
    found = await claims.find_prevention(work.tx, prevention_id)
    if found is None or found.closed_at is not None:
        return None
    try:
        return await get_prevention(person, work, prevention_id)
    except NotFoundError:
        return None
