"""The terms of a draft: hours, address, who buys, who sells, by which contract. They begin as they were last time."""

from dataclasses import replace

from domain.actors import SELLING, Actor
from screens.order_terms_views import (
    AddressesView,
    BuyersView,
    ContractsView,
    ContractView,
    EntityView,
    SellersView,
    TermsCard,
    TermsView,
)
from storage import client_entities, contracts, orders
from storage.client_entities import Entity
from storage.clients import Client
from storage.contracts import Contract
from storage.orders import Order
from usecases.access import allowed, inner
from usecases.errors import NotFoundError
from usecases.order_errors import BuyerError, WindowError, check_text
from usecases.work import Work

EARLIER, OFFERED = 20, 6
LONGEST_ADDRESS = 200
MINUTES = 24 * 60
SET_WINDOW = orders.patch("window_from", "window_to")
SET_ADDRESS = orders.patch("address")
SET_BUYER = orders.patch("buyer_id")
SET_SELLER = orders.patch("seller")
SET_CONTRACT = orders.patch("contract_id")
SET_ALL = orders.patch("window_from", "window_to", "address", "buyer_id", "seller", "contract_id")


async def terms_of(work: Work, order: Order, client: Client) -> TermsView:
    """As a card and the order form tell them: the client's own row stands in for what nobody has chosen."""
    buyer = _own_entity(client)
    if order.buyer_id is not None:
        found = await client_entities.find(work.tx, order.buyer_id, client.id)
        buyer = _entity(found) if found is not None else buyer
    contract = None
    if order.contract_id is not None:
        known = {one.id: one for one in await contracts.of_client(work.tx, client.id)}
        contract = _contract(known[order.contract_id]) if order.contract_id in known else None
    return TermsView(
        order.delivery,
        (order.window_from, order.window_to),
        order.address or client.address,
        buyer,
        seller_of(work, order),
        contract,
        order.comment,
        several_buyers=order.buyer_id is not None,
    )


def seller_of(work: Work, order: Order) -> EntityView | None:
    """None where we have one legal entity, or none was named in the settings."""
    ours = _ours(work)
    if len(ours) < 2:  # noqa: PLR2004 - nothing to choose
        return None
    place = next((at for at, one in enumerate(work.rules.company.entities) if one.code == order.seller), 0)
    return ours[place]


def _ours(work: Work) -> tuple[EntityView, ...]:
    return tuple(
        EntityView(at, one.name, one.tax_number, one.reason_code)
        for at, one in enumerate(work.rules.company.entities)
    )


def _own_entity(client: Client) -> EntityView:
    return EntityView(0, client.legal_name or client.name, client.tax_number or "", "", client.address)


def _entity(one: Entity) -> EntityView:
    return EntityView(one.id, one.name, one.tax_number, one.reason_code, one.address)


def _contract(one: Contract) -> ContractView:
    return ContractView(one.id, one.number, one.signed)


@inner
async def begin_as_last(work: Work, order_id: int, client_id: int) -> None:
    """A new draft takes over what the client's last order said, as far as it still holds."""
    last = next(iter(await orders.last_of(work.tx, client_id, 1)), None)
    valid = [one.id for one in await contracts.in_force(work.tx, client_id)]
    contract = last.contract_id if last is not None and last.contract_id in valid else None
    if contract is None and len(valid) == 1:
        contract = valid[0]
    if last is None and contract is None:
        return
    await work.tx.run(
        SET_ALL,
        id_=order_id,
        window_from=last.window_from if last else None,
        window_to=last.window_to if last else None,
        address=last.address if last else "",
        buyer_id=last.buyer_id if last else None,
        seller=last.seller if last else None,
        contract_id=contract,
    )


async def _own(work: Work, actor: Actor, order_id: int) -> tuple[Order, Client]:
    from usecases.orders import own_draft

    return await own_draft(work, actor, order_id)


@allowed(*SELLING)
async def get_terms(actor: Actor, work: Work, order_id: int) -> TermsCard:
    order, client = await _own(work, actor, order_id)
    terms = await terms_of(work, order, client)
    several = bool(await client_entities.of_client(work.tx, client.id))
    valid = await contracts.in_force(work.tx, client.id)
    terms = replace(
        terms, several_buyers=several, several_contracts=bool(valid) or terms.contract is not None
    )
    return TermsCard(order.id, client.name, terms, work.today(actor))


# --- hours --------------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def set_window(actor: Actor, work: Work, order_id: int, start: int, end: int) -> None:
    """Minutes of the day; 0 and 0 for any hour, a 0 for an open side. Raises `WindowError`."""
    order, _ = await _own(work, actor, order_id)
    if not 0 <= start < MINUTES or not 0 <= end <= MINUTES or (end and start >= end):
        raise WindowError(text="")
    await work.tx.run(SET_WINDOW, id_=order.id, window_from=start or None, window_to=end or None)


@allowed(*SELLING)
async def type_window(actor: Actor, work: Work, order_id: int, text: str) -> None:
    from capture.windows import read_window

    found = read_window(text)
    if found is None:
        raise WindowError(text=text[:LONGEST_ADDRESS])
    await set_window(actor, work, order_id, found[0] or 0, found[1] or 0)


# --- address ------------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def list_addresses(actor: Actor, work: Work, order_id: int) -> AddressesView:
    """The client's own first, then where its orders went, the latest first, each once."""
    order, client = await _own(work, actor, order_id)
    offered = {client.address: 0} if client.address else {}
    for earlier in await orders.last_of(work.tx, client.id, EARLIER):
        if earlier.address:
            offered.setdefault(earlier.address, earlier.id)
    known = tuple((like, address) for address, like in offered.items())
    return AddressesView(order.id, client.name, order.address or client.address, known[:OFFERED])


@allowed(*SELLING)
async def set_address(actor: Actor, work: Work, order_id: int, like: int) -> None:
    """Of the client's order `like`, 0: the client's own."""
    order, client = await _own(work, actor, order_id)
    address = ""
    if like:
        earlier = await orders.find(work.tx, like)
        if earlier is None or earlier.client_id != client.id:
            raise NotFoundError(what="order", id=like)
        address = earlier.address
    await work.tx.run(SET_ADDRESS, id_=order.id, address=address)


@allowed(*SELLING)
async def type_address(actor: Actor, work: Work, order_id: int, text: str) -> None:
    order, _ = await _own(work, actor, order_id)
    await work.tx.run(SET_ADDRESS, id_=order.id, address=check_text(text, LONGEST_ADDRESS))


# --- who buys -----------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def list_buyers(actor: Actor, work: Work, order_id: int) -> BuyersView:
    order, client = await _own(work, actor, order_id)
    others = await client_entities.of_client(work.tx, client.id)
    return BuyersView(
        order.id, client.name, order.buyer_id or 0, (_own_entity(client), *map(_entity, others))
    )


@allowed(*SELLING)
async def set_buyer(actor: Actor, work: Work, order_id: int, entity_id: int) -> None:
    """0: the legal entity of the client's own row."""
    order, client = await _own(work, actor, order_id)
    if entity_id and await client_entities.find(work.tx, entity_id, client.id) is None:
        raise NotFoundError(what="entity", id=entity_id)
    await work.tx.run(SET_BUYER, id_=order.id, buyer_id=entity_id or None)


@allowed(*SELLING)
async def type_buyer(actor: Actor, work: Work, order_id: int, text: str) -> None:
    """«ООО «Лютик», ИНН 7701254366, КПП 770101001». One that is known by its ИНН is chosen, not added. Raises `BuyerError`."""
    from exchange.entities import read_entity

    order, client = await _own(work, actor, order_id)
    found = read_entity(text)
    if found is None:
        raise BuyerError(text=text[:LONGEST_ADDRESS])
    name, tax_number, reason_code = found
    others = await client_entities.of_client(work.tx, client.id)
    known = next((one.id for one in others if one.tax_number == tax_number), None)
    if known is None and tax_number == client.tax_number:
        known = 0
    if known is None:
        known = await client_entities.add(
            work.tx, client.id, (name[:LONGEST_ADDRESS], tax_number, reason_code), work.now
        )
    await work.tx.run(SET_BUYER, id_=order.id, buyer_id=known or None)


# --- who sells, by which contract ---------------------------------------------------------------------------------


@allowed(*SELLING)
async def list_sellers(actor: Actor, work: Work, order_id: int) -> SellersView:
    order, client = await _own(work, actor, order_id)
    chosen = seller_of(work, order)
    return SellersView(order.id, client.name, chosen.id if chosen else 0, _ours(work))


@allowed(*SELLING)
async def set_seller(actor: Actor, work: Work, order_id: int, place: int) -> None:
    """By its place in the settings."""
    order, _ = await _own(work, actor, order_id)
    ours = work.rules.company.entities
    if place >= len(ours):
        raise NotFoundError(what="seller", id=place)
    await work.tx.run(SET_SELLER, id_=order.id, seller=ours[place].code)


@allowed(*SELLING)
async def list_contracts(actor: Actor, work: Work, order_id: int) -> ContractsView:
    """Those in force."""
    order, client = await _own(work, actor, order_id)
    valid = await contracts.in_force(work.tx, client.id)
    return ContractsView(order.id, client.name, order.contract_id or 0, tuple(map(_contract, valid)))


@allowed(*SELLING)
async def set_contract(actor: Actor, work: Work, order_id: int, contract_id: int) -> None:
    """0: by none."""
    order, client = await _own(work, actor, order_id)
    valid = {one.id for one in await contracts.in_force(work.tx, client.id)}
    if contract_id and contract_id not in valid:
        raise NotFoundError(what="contract", id=contract_id)
    await work.tx.run(SET_CONTRACT, id_=order.id, contract_id=contract_id or None)
