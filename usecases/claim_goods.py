"""The goods of a claim: tapped from its order or the client's last ones, or typed with what is wrong."""

import re
from decimal import Decimal

from domain.actors import EVERYBODY, Actor
from domain.claims import ClaimedLine
from domain.errors import ProzvonError
from domain.orders import round_half_up
from domain.units import factor, find_unit
from screens.claim_views import ClaimView, GoodsOffer
from storage import claims, order_pages, orders, products
from storage.claims import Claim
from storage.clients import Client
from storage.products import Product
from usecases.access import allowed, inner
from usecases.claim_views import read_claim, view_of
from usecases.claims import lock_open, recount
from usecases.errors import NotFoundError, StaleError
from usecases.order_views import price_of
from usecases.preventions import prevent
from usecases.typed_goods import read_typed
from usecases.work import Work

MOST_LINES, OFFERED, LAST_ORDERS = 60, 12, 3
LONGEST_NAME = 200
NONE = Decimal(0)
_BOTH = re.compile(r"(\d+(?:[.,]\d+)?)\s*/\s*(\d+(?:[.,]\d+)?)\s*\S*\s*$")
_NUMBER = re.compile(r"\d+(?:[.,]\d{1,3})?")
HUNDRED = Decimal(100)
MAX_QUANTITY = Decimal(1_000_000)


class ClaimGoodsError(ProzvonError):
    """No goods, or no quantity, can be read; facts: text."""

    code = "claim-goods"


class TooManyGoodsError(ProzvonError):
    """facts: most."""

    code = "claim-goods-many"


@allowed(*EVERYBODY)
async def list_goods(actor: Actor, work: Work, claim_id: int) -> tuple[ClaimView, tuple[GoodsOffer, ...]]:
    """Of its order, else of the client's last orders; those that the claim has already are left out."""
    claim, client = await read_claim(actor, work, claim_id)
    known = {line.product_id for line in await claims.lines_of(work.tx, claim.id)}
    return await view_of(actor, work, claim, client), tuple(
        [one for one in await _offers(work, claim) if one.id not in known][:OFFERED]
    )


async def _offers(work: Work, claim: Claim) -> list[GoodsOffer]:
    if claim.order_id is not None:
        rows = await order_pages.page_of(work.tx, claim.order_id, 0, MOST_LINES)
        found = await products.by_ids(work.tx, [row.product_id for row in rows])
        return [
            GoodsOffer(row.product_id, found[row.product_id].name, row.unit, row.quantity)
            for row in rows
            if row.product_id in found
        ]
    last = await orders.last_of(work.tx, claim.client_id, LAST_ORDERS)
    ids = list(dict.fromkeys(await orders.products_of(work.tx, [order.id for order in last])))[:MOST_LINES]
    found = await products.by_ids(work.tx, ids)
    return [GoodsOffer(id_, found[id_].name, found[id_].unit) for id_ in ids if id_ in found]


@allowed(*EVERYBODY)
async def get_goods(actor: Actor, work: Work, claim_id: int, product_id: int) -> tuple[ClaimView, GoodsOffer]:
    """What is asked about: with the quantity of the claim's order. Raises `NotFoundError`."""
    claim, client = await read_claim(actor, work, claim_id)
    return await view_of(actor, work, claim, client), await _offer(work, claim, product_id)


async def _offer(work: Work, claim: Claim, product_id: int) -> GoodsOffer:
    product = await products.find(work.tx, product_id)
    if product is None:
        raise NotFoundError(what="product", id=product_id)
    row = (
        await order_pages.line_of(work.tx, claim.order_id, product_id) if claim.order_id is not None else None
    )
    return GoodsOffer(
        product.id, product.name, row.unit if row else product.unit, row.quantity if row else None
    )


@allowed(*EVERYBODY)
async def put_goods(
    actor: Actor, work: Work, claim_id: int, product_id: int, quantity: Decimal | None
) -> ClaimView:
    """So much of these goods is wrong (negative: came on top); None where nobody has counted."""
    claim, client = await lock_open(actor, work, claim_id)
    offer = await _offer(work, claim, product_id)
    documents = NONE if quantity is not None and quantity < 0 else offer.ordered
    await _add(work, claim, client, offer, quantity=quantity, documents=documents)
    return await _done(actor, work, claim, client)


@allowed(*EVERYBODY)
async def type_quantity(
    actor: Actor, work: Work, claim_id: int, product_id: int, text: str, *, extra: bool = False
) -> ClaimView:
    """«3» is how much is wrong, «20/17» what the papers say and what came; `extra`: it came on top. Raises `ClaimGoodsError`."""
    both, number = _BOTH.search(text), _NUMBER.search(text)
    claim, client = await lock_open(actor, work, claim_id)
    offer = await _offer(work, claim, product_id)
    if extra and number:
        await _add(work, claim, client, offer, quantity=-_read(number[0]), documents=NONE)
    elif both:
        documents, fact = _read(both[1]), _read(both[2])
        await _add(work, claim, client, offer, quantity=documents - fact, documents=documents)
    elif number:
        await _add(work, claim, client, offer, quantity=_read(number[0]), documents=offer.ordered)
    else:
        raise ClaimGoodsError(text=text)
    return await _done(actor, work, claim, client)


@allowed(*EVERYBODY)
async def type_goods(actor: Actor, work: Work, claim_id: int, text: str, *, extra: bool = False) -> ClaimView:
    """Lines such as «масло 82,5 3 кор» or «масло 82,5 20/17»; goods that nobody knows are kept by their words.

    `extra`: they came on top of what was ordered.
    """
    claim, client = await lock_open(actor, work, claim_id)
    parts = [part.strip() for part in re.split(r"[\n;]", text) if part.strip()]
    if not parts:
        raise ClaimGoodsError(text=text)
    for part in parts:
        await _type_one(work, claim, client, part, extra=extra)
    return await _done(actor, work, claim, client)


@inner
async def _type_one(work: Work, claim: Claim, client: Client | None, text: str, *, extra: bool) -> None:
    both = _BOTH.search(text)
    named = text[: both.start()].strip() if both else text
    lines, goods = await read_typed(work, named)
    said = lines[0].line if len(lines) == 1 else None
    product = goods.get(int(said.product.id)) if said is not None and said.product.id else None
    quantity = said.quantity if said is not None else None
    if product is None:
        unit = said.unit.value if said is not None and said.unit is not None else ""
        offer = GoodsOffer(
            0, (said.product.query if said and said.product.query else named)[:LONGEST_NAME], unit
        )
    else:
        offer = await _offer(work, claim, product.id)
        quantity = _in_own(product, quantity, said.unit.value if said and said.unit is not None else "")
    documents = offer.ordered
    if both:
        documents = _read(both[1])
        quantity = documents - _read(both[2])
    if extra and quantity is not None:
        quantity, documents = -abs(quantity), NONE
    await _add(work, claim, client, offer, quantity=quantity, documents=documents)


def _in_own(product: Product, quantity: Decimal | None, unit: str) -> Decimal | None:
    typed = find_unit(unit) if unit else None
    if quantity is None or typed is None:
        return quantity
    each = factor(typed, product.unit, product.pack_size, product.units)
    return quantity if each is None else (quantity * each).quantize(Decimal("0.001"))


def _read(number: str) -> Decimal:
    """Raises `ClaimGoodsError` for more than there can be."""
    value = Decimal(number.replace(",", "."))
    if value > MAX_QUANTITY:
        raise ClaimGoodsError(text=number)
    return value


@inner
async def _add(
    work: Work,
    claim: Claim,
    client: Client | None,
    offer: GoodsOffer,
    *,
    quantity: Decimal | None,
    documents: Decimal | None,
) -> None:
    """One line of a product on either side: said again it is corrected. Raises `TooManyGoodsError`."""
    if quantity is not None and abs(quantity) > MAX_QUANTITY:
        raise ClaimGoodsError(text=f"{quantity}")
    lines = await claims.lines_of(work.tx, claim.id)
    for line in lines:
        if (
            offer.id
            and line.product_id == offer.id
            and ((line.quantity or NONE) < 0) == ((quantity or NONE) < 0)
        ):
            await work.tx.run(claims.DROP_LINE, id_=line.id, claim=claim.id)
    if len(lines) >= MOST_LINES:
        raise TooManyGoodsError(most=MOST_LINES)
    price = await _price(work, claim, client, offer.id)
    await work.tx.run(
        claims.ADD_LINE,
        claim_id=claim.id,
        product_id=offer.id or None,
        name=offer.name,
        unit=offer.unit,
        documents=documents,
        quantity=quantity,
        price=price,
        amount=ClaimedLine(claim.kind, documents, quantity, price).amount,
    )


async def _price(work: Work, claim: Claim, client: Client | None, product_id: int) -> int | None:
    """As the order has it, less its discount; else by the price list."""
    if not product_id:
        return None
    if claim.order_id is not None:
        row = await order_pages.line_of(work.tx, claim.order_id, product_id)
        if row is not None and row.price is not None:
            return round_half_up(row.price * (HUNDRED - row.discount) / HUNDRED)
    product = await products.find(work.tx, product_id)
    price = price_of(product, client) if product is not None and client is not None else None
    return price.amount if price is not None else None


@inner
async def _done(actor: Actor, work: Work, claim: Claim, client: Client | None) -> ClaimView:
    await recount(work, claim)
    await work.tx.run(TOUCH, id_=claim.id, touched_at=work.now)
    await prevent(work, claim)
    fresh = await claims.find(work.tx, claim.id)
    return await view_of(actor, work, fresh or claim, client)


TOUCH = claims.patch()


@allowed(*EVERYBODY)
async def drop_line(actor: Actor, work: Work, claim_id: int, line_id: int) -> ClaimView:
    """Raises `StaleError` for a line that is gone."""
    claim, client = await lock_open(actor, work, claim_id)
    if not await work.tx.run(claims.DROP_LINE, id_=line_id, claim=claim.id):
        raise StaleError(what="claim")
    return await _done(actor, work, claim, client)
