"""The brief of a client that changed hands: what its new manager has to know before the first call."""

from dataclasses import replace

from domain.actors import SELLING, Actor
from domain.orders import OrderStatus
from domain.roles import is_buyer, is_director
from screens.handover import Handover, OpenOrder
from screens.persons import PersonView
from storage import discounts, transfers
from usecases.access import allowed
from usecases.clients import get_card
from usecases.discount_views import view_of
from usecases.scope import get_client
from usecases.work import Work

PEOPLE = 3
RULES = 3


@allowed(*SELLING)
async def get_handover(actor: Actor, work: Work, client_id: int) -> Handover:
    """Raises `NotFoundError` for a foreign client."""
    client = await get_client(actor, work, client_id)
    card = await get_card(actor, work, client.id)
    rules = await discounts.for_client(work.tx, client.id, work.today(actor))
    own = [rule for rule in rules if rule.client_id == client.id]
    notes = await transfers.notes_of(work.tx, client.id)
    return Handover(
        replace(card, people=tuple(sorted(card.people, key=_decides)[:PEOPLE])),
        client.last_order_day,
        tuple(
            OpenOrder(id_, OrderStatus(status), number or "", total, delivery)
            for id_, status, number, total, delivery in await transfers.open_orders(work.tx, client.id)
        ),
        await transfers.promised(work.tx, client.id),
        tuple(await transfers.waits_of(work.tx, client.id)),
        tuple([await view_of(actor, work, rule) for rule in own[:RULES]]),
        tuple((actor.local(at).date(), str((facts or {}).get("text", ""))) for at, facts in notes),
    )


def _decides(person: PersonView) -> int:
    return 0 if is_director(person.role) else 1 if is_buyer(person.role) else 2
