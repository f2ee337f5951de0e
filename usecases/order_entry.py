"""Typed lines become lines of a draft; what is not clear becomes a question kept on the draft itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from capture.changes import read_change
from capture.order_lines import TypedLine
from capture.settling import THOUSANDTH, DoubtKind, Settled, settle
from domain.actors import SELLING, Actor
from domain.units import Unit, factor
from screens.order_views import Note, Typed
from storage import order_pages, orders, products
from storage.clients import Client
from storage.orders import Order
from storage.products import Product
from usecases.access import allowed, inner
from usecases.order_errors import LineUnsaidError, check_text
from usecases.order_views import Doubt, doubts_of, price_of
from usecases.orders import (
    LONGEST_COMMENT,
    SET_COMMENT,
    count_total,
    favourites,
    own_draft,
    put,
    typed_discount,
)
from usecases.typed_goods import read_about, read_typed
from usecases.work import Work

CHOICES, LOOKED_BACK = 5, 3
SET_DOUBTS = orders.patch("doubts")


@dataclass
class Entry:
    """A draft being typed into: what the client usually takes, what is still asked."""

    work: Work
    order: Order
    client: Client
    favourites: list[int]
    doubts: list[Doubt]
    notes: list[Note]

    def ask(self, doubt: Doubt) -> None:
        number = max((known.id for known in self.doubts), default=0) + 1
        self.doubts.append(replace(doubt, id=number) if not doubt.id else doubt)


async def _open(actor: Actor, work: Work, order_id: int) -> Entry:
    order, client = await own_draft(work, actor, order_id)
    return Entry(work, order, client, await favourites(work, client.id), doubts_of(order), [])


async def _usual(entry: Entry, product_id: int) -> Decimal | None:
    """As much as the last of the last orders had that had any."""
    for earlier in await orders.last_of(entry.work.tx, entry.client.id, LOOKED_BACK):
        line = await order_pages.line_of(entry.work.tx, earlier.id, product_id)
        if line is not None:
            return line.quantity
    return None


async def _close(entry: Entry) -> list[Note]:
    kept = [doubt.stored() for doubt in entry.doubts]
    await entry.work.tx.run(SET_DOUBTS, id_=entry.order.id, doubts=kept or None)
    await count_total(entry.work, entry.order.id)
    return entry.notes


@allowed(*SELLING)
async def are_lines(_: Actor, work: Work, text: str) -> bool:
    """Whether each part of the text names goods and says how many, so that it is not about the one line that is open."""
    if read_change(text) is not None:
        return False
    lines, goods = await read_typed(work, text)
    return bool(lines) and all(
        choices(line, goods) and (line.line.quantity is not None or line.usual) for line in lines
    )


@allowed(*SELLING)
async def type_lines(actor: Actor, work: Work, order_id: int, text: str) -> list[Note]:
    """Every line of the message: taken, asked about, or named as not found. A bare quantity answers the first question.

    Raises `LineUnsaidError` for a quantity, price or discount of no goods.
    """
    entry = await _open(actor, work, order_id)
    change = read_change(text)
    first = entry.doubts[0] if entry.doubts else None
    if change is not None and change.quantity is not None and first and first.kind is DoubtKind.QUANTITY:
        await _answer_quantity(entry, first, change.quantity, change.unit)
        return await _close(entry)
    lines, goods = await read_typed(work, text)
    if change is not None and not any(choices(line, goods) for line in lines):
        raise LineUnsaidError(text=text.strip())
    if not lines:
        entry.ask(Doubt(0, DoubtKind.UNKNOWN, text.strip()[:LONGEST_COMMENT]))
    if first is not None and len(lines) == 1 and await _answered(entry, first, lines[0], goods):
        return await _close(entry)
    for line in lines:
        await _take(entry, line, goods)
    return await _close(entry)


async def _answered(entry: Entry, asked: Doubt, line: TypedLine, goods: Mapping[int, Product]) -> bool:
    """Whether the line names the goods that the question is about: then it is the answer, and is not asked twice.

    What it does not say, the line in question may have said: «сыр 5», then «голландский».
    """
    meant = [one.id for one in choices(line, goods) if one.id in asked.products]
    if len(meant) != 1:
        return False
    if line.line.quantity is None and asked.kind is DoubtKind.WHICH:
        await _resolve(entry, asked, meant[0])
        return True
    if line.line.quantity is not None and asked.kind in {DoubtKind.WHICH, DoubtKind.QUANTITY}:
        entry.doubts.remove(asked)
        said = Doubt(0, DoubtKind.UNKNOWN, line.text[:LONGEST_COMMENT], discount=line.line.discount)
        await _put(entry, line, goods[meant[0]], said)
        return True
    return False


async def _answer_quantity(entry: Entry, doubt: Doubt, quantity: Decimal, unit: Unit | None) -> None:
    product = (await products.by_ids(entry.work.tx, list(doubt.products)))[doubt.products[0]]
    each = factor(unit, product.unit, product.pack_size, product.units) if unit is not None else Decimal(1)
    if each is not None:
        await _resolve(entry, replace(doubt, quantity=(quantity * each).quantize(THOUSANDTH)))


async def _take(entry: Entry, line: TypedLine, goods: Mapping[int, Product]) -> None:
    """The line as it is, or as a question."""
    asked = Doubt(0, DoubtKind.UNKNOWN, line.text[:LONGEST_COMMENT], discount=line.line.discount)
    meant = choices(line, goods, entry.favourites)
    if not meant:
        entry.ask(asked)
    elif len(meant) > 1 or DoubtKind.WHICH in line.doubts:
        entry.ask(replace(asked, kind=DoubtKind.WHICH, products=tuple(product.id for product in meant)))
    else:
        await _put(entry, line, meant[0], asked)


def choices(line: TypedLine, goods: Mapping[int, Product], favourites: Sequence[int] = ()) -> list[Product]:
    """The one product meant, or those that fit equally: the client's favourites first, at most `CHOICES`."""
    named = line.line.product
    ids = [int(id_) for id_ in ((named.id,) if named.id is not None else named.candidates)]
    usual = [id_ for id_ in ids if id_ in favourites]
    if line.usual and len(usual) == 1:
        ids = usual
    rank = {id_: place for place, id_ in enumerate(favourites)}
    found = sorted((goods[id_] for id_ in ids), key=lambda one: (rank.get(one.id, len(rank)), one.name))
    return found[:CHOICES]


async def _put(
    entry: Entry, line: TypedLine, product: Product, asked: Doubt, *, per_pack: bool | None = None
) -> None:
    price = price_of(product, entry.client)
    result: Settled | DoubtKind = DoubtKind.QUANTITY
    if asked.quantity is not None or DoubtKind.QUANTITY not in line.doubts:
        result = settle(
            line.line,
            product,
            list_price=price.amount if price else None,
            usual=await _usual(entry, product.id) if line.usual else None,
            quantity=asked.quantity,
            per_pack=per_pack,
        )
    if not isinstance(result, Settled):
        entry.ask(replace(asked, kind=result, products=(product.id,)))
        return
    known = await order_pages.line_of(entry.work.tx, entry.order.id, product.id)
    typed = Typed(product.id, asked.text, result.quantity, more=known is not None and line.more)
    if known is not None:
        typed = replace(typed, before=known.quantity, price=known.price, discount=typed_discount(known))
    quantity = result.quantity + (known.quantity if known and line.more else 0)
    discount = result.discount if result.discount is not None else asked.discount
    if known is not None:
        result = replace(result, price=known.price if result.price is None else result.price)
        discount = typed_discount(known) if discount is None else discount
    await put(entry.work, entry.order, entry.client, product, quantity, price=result.price, discount=discount)
    entry.notes.append(Note("note-set", product.name, typed.before, quantity, product.unit, typed))


def _find_doubt(entry: Entry, doubt_id: int) -> Doubt | None:
    return next((doubt for doubt in entry.doubts if doubt.id == doubt_id), None)


async def _resolve(
    entry: Entry, doubt: Doubt, product_id: int | None = None, *, per_pack: bool | None = None
) -> None:
    """The next question about the same line, or the line itself."""
    chosen = product_id or (doubt.products[0] if doubt.products else 0)
    product = await products.find(entry.work.tx, chosen)
    if product is None or chosen not in doubt.products:
        return
    entry.doubts = [known for known in entry.doubts if known.id != doubt.id]
    line = read_about(product, doubt.text)
    before = len(entry.doubts)
    await _put(entry, line, product, doubt, per_pack=per_pack)
    if len(entry.doubts) > before:
        entry.doubts.insert(0, entry.doubts.pop())


@allowed(*SELLING)
async def choose_product(
    actor: Actor, work: Work, order_id: int, doubt_id: int, product_id: int
) -> list[Note]:
    """A question that is answered already changes nothing: the draft shows how it stands."""
    entry = await _open(actor, work, order_id)
    doubt = _find_doubt(entry, doubt_id)
    if doubt is not None and doubt.kind is DoubtKind.WHICH:
        await _resolve(entry, doubt, product_id)
    return await _close(entry)


@allowed(*SELLING)
async def choose_quantity(
    actor: Actor, work: Work, order_id: int, doubt_id: int, quantity: Decimal
) -> list[Note]:
    entry = await _open(actor, work, order_id)
    doubt = _find_doubt(entry, doubt_id)
    if doubt is not None and doubt.kind is DoubtKind.QUANTITY:
        await _resolve(entry, replace(doubt, quantity=quantity))
    return await _close(entry)


@allowed(*SELLING)
async def choose_basis(
    actor: Actor, work: Work, order_id: int, doubt_id: int, *, per_pack: bool
) -> list[Note]:
    """Whether the typed price is of a pack or of one unit."""
    entry = await _open(actor, work, order_id)
    doubt = _find_doubt(entry, doubt_id)
    if doubt is not None and doubt.kind is DoubtKind.BASIS:
        await _resolve(entry, doubt, per_pack=per_pack)
    return await _close(entry)


@allowed(*SELLING)
async def drop_doubt(actor: Actor, work: Work, order_id: int, doubt_id: int, *, keep: bool) -> None:
    """With `keep`, the words go to sales support in the comment."""
    entry = await _open(actor, work, order_id)
    doubt = _find_doubt(entry, doubt_id)
    entry.doubts = [known for known in entry.doubts if known.id != doubt_id]
    if doubt is not None and keep:
        comment = check_text(f"{entry.order.comment}\n{doubt.text}", LONGEST_COMMENT)
        await work.tx.run(SET_COMMENT, id_=entry.order.id, comment=comment)
    await _close(entry)


@inner
async def take_card(actor: Actor, work: Work, order_id: int, product: Product, text: str) -> bool:
    """What was typed of goods that had no card then. False: it is not clear how many, which the draft now asks."""
    entry = await _open(actor, work, order_id)
    before = len(entry.doubts)
    await _put(entry, read_about(product, text), product, Doubt(0, DoubtKind.UNKNOWN, text[:LONGEST_COMMENT]))
    settled = len(entry.doubts) == before
    await _close(entry)
    return settled
