"""Claims as they are shown, and who may see one."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.actors import Actor
from domain.claims import ClaimedLine, ClaimStatus
from screens.claim_views import ClaimRow, ClaimView, GoodsLine, OrderFact
from storage import claims, clients, employees, orders
from storage.claims import Claim, Line, Row
from storage.clients import Client
from usecases.access import inner
from usecases.errors import NotFoundError
from usecases.scope import managers_for
from usecases.work import Work


@inner
async def read_claim(
    actor: Actor, work: Work, claim_id: int, *, lock: bool = False
) -> tuple[Claim, Client | None]:
    """Of a client whom the actor may see, or one that the actor settles. Raises `NotFoundError` for any other alike."""
    found = await claims.find(work.tx, claim_id, lock=lock)
    if found is None:
        raise NotFoundError(what="claim", id=claim_id)
    client = (
        await clients.find(work.tx, found.client_id, await managers_for(actor, work)) if actor.sells else None
    )
    if client is None and found.owner_id != actor.id:
        raise NotFoundError(what="claim", id=claim_id)
    return found, client or await orders.find_client(work.tx, found.client_id)


def figures(claim: Claim, line: Line) -> ClaimedLine:
    return ClaimedLine(claim.kind, line.documents, line.quantity, line.price)


@inner
async def view_of(actor: Actor, work: Work, claim: Claim, client: Client | None) -> ClaimView:
    lines = await claims.lines_of(work.tx, claim.id)
    names = await clients.manager_names(
        work.tx, [one for one in (manager_of(claim, client), claim.owner_id) if one is not None]
    )
    return ClaimView(
        id=claim.id,
        client_id=claim.client_id,
        client=client.name if client is not None else "",
        kind=claim.kind,
        status=claim.status,
        fault=claim.fault,
        opened=actor.local(claim.created_at).date(),
        due=claim.due,
        today=work.today(actor),
        order=await order_fact(work, claim),
        lines=tuple(GoodsLine(line.id, line.name, line.unit, figures(claim, line)) for line in lines),
        amount=claim.amount,
        photos=len(await claims.photos_of(work.tx, claim.id)),
        text=claim.text,
        manager=names.get(manager_of(claim, client), ""),
        owner=names.get(claim.owner_id or 0, ""),
        mine=claim.owner_id == actor.id,
        sells=actor.sells,
        decision=claim.decision,
        partly=claim.partly,
        answer=claim.answer,
        reopens=can_reopen(work, claim),
    )


def can_reopen(work: Work, claim: Claim) -> bool:
    """As long as anything that was recorded can be taken back."""
    within = timedelta(minutes=work.rules.drafts.undo_minutes)
    return claim.closed_at is not None and work.now - claim.closed_at <= within


def manager_of(claim: Claim, client: Client | None) -> int:
    """Who answers for the client now; else who took the claim."""
    return client.manager_id if client is not None and client.manager_id is not None else claim.employee_id


async def order_fact(work: Work, claim: Claim) -> OrderFact | None:
    order = await orders.find(work.tx, claim.order_id) if claim.order_id is not None else None
    if order is None:
        return None
    return OrderFact(order.id, order.entered_number or str(order.id), order.day, order.total)


async def manager_actor(work: Work, claim: Claim, client: Client | None) -> Actor | None:
    return await employees.find(work.tx, manager_of(claim, client))


async def rows_of(work: Work, found: Sequence[Row]) -> tuple[ClaimRow, ...]:
    names = await clients.manager_names(work.tx, [row.owner_id for row in found if row.owner_id is not None])
    return tuple(
        ClaimRow(
            row.id, row.kind, row.status, row.due, row.amount, row.client, names.get(row.owner_id or 0, "")
        )
        for row in found
    )


async def claims_since(work: Work, client_ids: list[int]) -> dict[int, tuple[datetime, bool]]:
    """Of those who wait: since when the oldest claim is open, and whether all that is left is to tell what was decided.

    Who has been told waits for nothing that a call would bring.
    """
    waiting: dict[int, tuple[datetime, bool]] = {}
    for client_id, at, status in await work.tx.rows(claims.SINCE, lambda *row: row, clients=client_ids):
        if status != ClaimStatus.TOLD:
            _, decided = waiting.get(client_id, (at, True))
            waiting[client_id] = (at, decided and status == ClaimStatus.DECIDED)
    return waiting
