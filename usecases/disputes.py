"""A document that the client does not accept: raised, given to somebody by a day, asked about on it, settled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.actors import EVERYBODY, SELLING, Actor, Role
from domain.disputes import Dispute
from domain.dunning import ANSWER_DAYS, ASK_AGAIN_DAYS, check_silence
from domain.errors import ProzvonError
from domain.periods import at_local
from domain.reminders import ReminderKind
from screens import debts as views
from storage import disputes, employees, receivables, reminders, timeline
from storage.receivables import Stored
from storage.timeline import EventKind
from usecases.access import allowed
from usecases.debts import documents_of, get_card, leads_of
from usecases.errors import NotFoundError, StaleError
from usecases.receivables import recount
from usecases.scope import get_client, lock_client, managers_for
from usecases.work import Work

MOST_OWNERS = 9
LONGEST_REASON = 300
SERVING = (Role.ACCOUNTANT, Role.LOGISTICS, Role.SUPPORT)


class DisputeReasonError(ProzvonError):
    """The reason is empty or too long; facts: most (characters)."""

    code = "dispute-reason"


@dataclass(frozen=True, slots=True)
class Raised:
    """A dispute just raised: `document` is one of its documents, `owners` who may settle it, the actor first."""

    card: views.Card
    document: int
    owners: tuple[Actor, ...]
    leads: tuple[Actor, ...]


@allowed(*SELLING)
async def disputable(actor: Actor, work: Work, client_id: int) -> tuple[str, list[views.Document]]:
    """The client's name and the documents that are not in dispute yet, the oldest term first."""
    client = await get_client(actor, work, client_id)
    rows = (await receivables.of_clients(work.tx, [client.id])).get(client.id, [])
    free = [found for found in documents_of(client, rows, work.today(actor)) if not found.dispute]
    if not free:
        raise StaleError(what="dispute")
    return client.name, free


@allowed(*SELLING)
async def raise_dispute(
    actor: Actor, work: Work, client_id: int, document_id: int, *, reason: str, note: str
) -> Raised:
    """Of one document, or with 0 of all that is owed. The actor settles it within five working days until somebody says otherwise.

    Raises `DisputeReasonError`.
    """
    said = " ".join(reason.split())
    if not said or len(said) > LONGEST_REASON:
        raise DisputeReasonError(most=LONGEST_REASON)
    client = await lock_client(actor, work, client_id)
    rows = (await receivables.of_clients(work.tx, [client.id])).get(client.id, [])
    ids = [row.id for row in rows if row.amount > 0 and not row.dispute and document_id in {0, row.id}]
    if not ids:
        raise StaleError(what="dispute")
    today = work.today(actor)
    until = work.rules.calendar.add(today, ANSWER_DAYS)
    await disputes.start(work.tx, ids, reason=said, day=today, owner=actor.id, until=until)
    await _remind(work, actor, ids, until)
    await recount(work, [client.id])
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.NOTE, text=note)
    leads = await leads_of(actor, work)
    card = await get_card(actor, work, client_id)
    return Raised(card, ids[0], tuple(await _owners(actor, work, leads)), tuple(leads))


async def _owners(actor: Actor, work: Work, leads: Sequence[Actor]) -> list[Actor]:
    """Whom a dispute may be given to: the actor, the leads, and those who serve all."""
    found = [actor, *leads]
    for role in SERVING:
        found += await employees.with_role(work.tx, role)
    return list({person.id: person for person in found}.values())[:MOST_OWNERS]


@allowed(*SELLING)
async def give_dispute(
    actor: Actor, work: Work, document_id: int, employee_id: int
) -> tuple[Dispute, Actor | None]:
    """To one of those whom `raise_dispute` offered; the person to be told, None where it is the actor, or nothing changed."""
    found = await _find(actor, work, document_id)
    owners = {person.id: person for person in await _owners(actor, work, await leads_of(actor, work))}
    owner = owners.get(employee_id)
    if owner is None:
        raise NotFoundError(what="employee", id=employee_id)
    if found.owner_id == owner.id:
        return found, None
    ids = await _together(work, found)
    await disputes.assign(work.tx, ids, owner.id)
    if found.until is not None:
        await _remind(work, owner, ids, found.until)
    return await _find(actor, work, document_id), None if owner.id == actor.id else owner


@allowed(*EVERYBODY)
async def get_dispute(actor: Actor, work: Work, document_id: int) -> Dispute:
    """Raises `NotFoundError` for whom it does not concern, and once it is settled."""
    return await _find(actor, work, document_id)


@allowed(*EVERYBODY)
async def set_until(actor: Actor, work: Work, document_id: int, until: date) -> Dispute:
    """The day on which the owner is asked. Raises `PastMomentError`, `SilenceTooLongError`."""
    found = await _find(actor, work, document_id)
    check_silence(until, work.today(actor))
    ids = await _together(work, found)
    await disputes.move(work.tx, ids, until)
    owner = await employees.find(work.tx, found.owner_id or found.manager_id) or actor
    await _remind(work, owner, ids, until)
    return await _find(actor, work, document_id)


@allowed(*EVERYBODY)
async def give_longer(actor: Actor, work: Work, document_id: int, count: int) -> Dispute:
    """So many working days from today."""
    return await set_until(actor, work, document_id, work.rules.calendar.add(work.today(actor), count))


@allowed(*EVERYBODY)
async def settle_dispute(
    actor: Actor, work: Work, document_id: int, note: str
) -> tuple[Dispute, Actor | None]:
    """The documents climb the ladder again; and the manager to be told, None where that is the actor."""
    found = await _find(actor, work, document_id)
    await _end(actor, work, found.client_id, await _together(work, found), note)
    manager = await employees.find(work.tx, found.manager_id)
    return found, None if manager is None or manager.id == actor.id else manager


@allowed(*SELLING)
async def end_dispute(actor: Actor, work: Work, client_id: int, note: str) -> views.Card:
    """All disputes of the client."""
    client = await lock_client(actor, work, client_id)
    rows = (await receivables.of_clients(work.tx, [client.id])).get(client.id, [])
    ids = [row.id for row in rows if row.dispute]
    if not ids:
        raise StaleError(what="dispute")
    await _end(actor, work, client.id, ids, note)
    return await get_card(actor, work, client_id)


@allowed(*EVERYBODY)
async def find_to_ask(actor: Actor, work: Work, document_id: int) -> Dispute | None:
    """What the owner is asked about on its day, and in two working days again until somebody answers.

    Documents disputed together are asked about once.
    """
    found = await disputes.find(work.tx, document_id, [], actor.id)
    today = work.today(actor)
    if found is None or found.until is None or found.until > today:
        return None
    ids = await _together(work, found)
    await _remind(work, actor, ids, work.rules.calendar.add(today, ASK_AGAIN_DAYS))
    return await _whole(work, found)


async def _find(actor: Actor, work: Work, document_id: int) -> Dispute:
    """Whoever settles it, and those whose client it is. Those who merely serve all see no more than their own."""
    serves = actor.role in SERVING and actor.role is not Role.ACCOUNTANT
    managers = [] if serves else await managers_for(actor, work)
    found = await disputes.find(work.tx, document_id, managers, actor.id)
    if found is None:
        raise NotFoundError(what="dispute", id=document_id)
    return await _whole(work, found)


async def _whole(work: Work, found: Dispute) -> Dispute:
    rows = await _rows(work, found)
    return replace(found, amount=sum(row.amount for row in rows), others=len(rows) - 1)


async def _together(work: Work, found: Dispute) -> list[int]:
    return [row.id for row in await _rows(work, found)]


async def _rows(work: Work, found: Dispute) -> list[Stored]:
    """The documents in the same dispute: of one client, with one reason, owner and day."""
    rows = (await receivables.of_clients(work.tx, [found.client_id])).get(found.client_id, [])
    return [row for row in rows if _same(row, found)]


def _same(row: Stored, found: Dispute) -> bool:
    return (row.dispute, row.dispute_owner_id, row.dispute_until) == (
        found.reason,
        found.owner_id,
        found.until,
    )


async def _end(actor: Actor, work: Work, client_id: int, ids: Sequence[int], note: str) -> None:
    await disputes.end(work.tx, ids)
    await _forget(work, ids)
    await recount(work, [client_id])
    await timeline.add(work.tx, client_id, actor.hand, work.now, EventKind.NOTE, text=note)


async def _remind(work: Work, owner: Actor, ids: Sequence[int], day: date) -> None:
    """At the hour of the debt alert, of nobody but this owner."""
    at = at_local(day, work.rules.pushes.debts, owner.local(work.now))
    await _forget(work, ids)
    for document in ids:
        await reminders.put(work.tx, owner.id, ReminderKind.DISPUTE, document, max(at, work.now))


async def _forget(work: Work, ids: Sequence[int]) -> None:
    for document in ids:
        await reminders.forget(work.tx, ReminderKind.DISPUTE, document)
