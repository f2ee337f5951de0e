"""A claim of a client, collected at the phone: its goods, whose fault, the order, photos, a sum, a term."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from capture import answers
from domain.actors import EVERYBODY, SELLING, Actor
from domain.attachments import AttachmentKind
from domain.claims import UNDECIDED, ClaimStatus, Service
from domain.errors import PastMomentError
from domain.orders import OrderStatus, round_half_up
from domain.outcomes import ClaimKind
from domain.units import find_unit
from screens.claim_views import ClaimList, ClaimView, OrderFact
from storage import attachments, claims, clients, order_pages, orders, timeline
from storage.claims import Claim
from storage.clients import Client
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.attachments import LONGEST_TEXT, Found, Sent
from usecases.claim_reminders import remind
from usecases.claim_views import figures, read_claim, rows_of, view_of
from usecases.errors import NotFoundError, StaleError, UnreadableError
from usecases.preventions import list_open, prevent
from usecases.scope import get_client, lock_client, managers_for
from usecases.work import Work

SHOWN, ORDERS = 20, 6
HUNDRED = Decimal(100)
SET_CLAIMS = clients.patch("open_claims")
SETS = {name: claims.patch(name) for name in ("kind", "text", "due", "fault", "order_id")}
SET_AMOUNT = claims.patch("amount", "amount_typed")


@dataclass(frozen=True, slots=True)
class ClaimedGoods:
    """Goods of a claim: by the price list, or in the client's words alone; `unit` is a code or as the price list writes it.

    `said` is what is wrong with them: «мятые».
    """

    name: str
    product_id: int | None = None
    quantity: Decimal | None = None
    unit: str = ""
    said: str = ""

    @property
    def facts(self) -> dict[str, str]:
        named = {"product": self.name} if self.name else {}
        counted = {"qty": f"{self.quantity.normalize():f}", "unit": self.unit} if self.quantity else {}
        return named | counted


# --- it begins -------------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def open_claim(
    actor: Actor,
    work: Work,
    client_id: int,
    kind: ClaimKind,
    about: ClaimedGoods | None = None,
    *,
    order_id: int | None = None,
) -> int:
    """The new claim's id. `about` are the goods, where they were named; the order is one of the client's."""
    client = await lock_client(actor, work, client_id)
    goods = about or ClaimedGoods("")
    due = work.rules.calendar.add(work.today(actor), work.rules.company.claim_days)
    claim_id: int = await work.tx.value(
        claims.ADD, client_id=client.id, employee_id=actor.id, kind=kind.value, text=goods.said, created_at=work.now, due=due
    )  # fmt: skip
    if order_id is not None:
        await _get_order(work, client, order_id)
        await work.tx.run(SETS["order_id"], id_=claim_id, order_id=order_id, touched_at=None)
    if goods.name or goods.product_id is not None:
        await _add_first(work, client.id, claim_id, goods)
    await work.tx.run(SET_CLAIMS, id_=client.id, open_claims=client.open_claims + 1)
    await timeline.add(
        work.tx, client.id, actor.hand, work.now, EventKind.CLAIM, kind=kind.value, **goods.facts
    )
    await remind(actor, work, claim_id, due)
    claim = await claims.find(work.tx, claim_id)
    assert claim is not None
    await recount(work, claim)
    await prevent(work, claim)
    return claim_id


async def _add_first(work: Work, client_id: int, claim_id: int, goods: ClaimedGoods) -> None:
    await work.tx.run(
        claims.ADD_LINE,
        claim_id=claim_id,
        product_id=goods.product_id,
        name=goods.name,
        unit=goods.unit,
        documents=None,
        quantity=goods.quantity,
        price=await _paid(work, client_id, goods),
        amount=0,
    )


async def _paid(work: Work, client_id: int, goods: ClaimedGoods) -> int | None:
    """As the last order that had them, less its discount; None where no late order had any, or in another unit."""
    if goods.product_id is None:
        return None
    for order in await orders.last_of(work.tx, client_id, ORDERS):
        line = await order_pages.line_of(work.tx, order.id, goods.product_id)
        if line is not None and line.price is not None:
            alike = find_unit(line.unit) == find_unit(goods.unit)
            return round_half_up(line.price * (HUNDRED - line.discount) / HUNDRED) if alike else None
    return None


async def _get_order(work: Work, client: Client, order_id: int) -> None:
    """Raises `NotFoundError` for one that is not this client's, or was never handed over."""
    order = await orders.find(work.tx, order_id)
    if (
        order is None
        or order.client_id != client.id
        or order.day is None
        or order.status == OrderStatus.DRAFT
    ):
        raise NotFoundError(what="order", id=order_id)


# --- it is looked at -------------------------------------------------------------------------------------------------


@allowed(*EVERYBODY)
async def get_claim(actor: Actor, work: Work, claim_id: int) -> ClaimView:
    """Raises `NotFoundError`."""
    return await view_of(actor, work, *await read_claim(actor, work, claim_id))


@allowed(*SELLING)
async def list_of_client(actor: Actor, work: Work, client_id: int) -> tuple[str, list[ClaimView]]:
    """The client's name, and its claims that are not closed, by term."""
    client = await get_client(actor, work, client_id)
    found = await claims.of_client(work.tx, client.id, SHOWN)
    return client.name, [await view_of(actor, work, one, client) for one in found]


@allowed(*EVERYBODY)
async def list_claims(actor: Actor, work: Work) -> ClaimList:
    """Open ones by term: of the own clients, of the team for who leads, of those that the actor settles for anybody else."""
    if actor.sells:
        whose = await managers_for(actor, work)
        found = await work.tx.rows(claims.OPEN_OF_CLIENTS, claims.Row, employees=whose, n=SHOWN)
        ahead = await list_open(actor, work) if actor.leads else ()
        return ClaimList(await rows_of(work, found), work.today(actor), False, actor.leads, ahead)
    found = await work.tx.rows(claims.OPEN_OWNED, claims.Row, owner=actor.id, n=SHOWN)
    return ClaimList(await rows_of(work, found), work.today(actor), owned=True, leads=False)


@allowed(*SELLING)
async def list_orders(actor: Actor, work: Work, claim_id: int) -> tuple[ClaimView, Sequence[OrderFact]]:
    """The client's last orders, one of which it may be about."""
    claim, client = await read_claim(actor, work, claim_id)
    found = await orders.last_of(work.tx, claim.client_id, ORDERS)
    facts = [OrderFact(one.id, one.entered_number or str(one.id), one.day, one.total) for one in found]
    return await view_of(actor, work, claim, client), facts


# --- it is collected -------------------------------------------------------------------------------------------------


@inner
async def lock_open(actor: Actor, work: Work, claim_id: int) -> tuple[Claim, Client | None]:
    """Held for change. Raises `StaleError` for one that is closed or of which the client has been told."""
    claim, client = await read_claim(actor, work, claim_id, lock=True)
    if claim.status in {ClaimStatus.CLOSED, ClaimStatus.TOLD}:
        raise StaleError(what="claim")
    return claim, client


@inner
async def _change(actor: Actor, work: Work, claim_id: int, **change: Any) -> ClaimView:
    """One column as it now is; a claim of another reason may be one that repeats."""
    claim, client = await lock_open(actor, work, claim_id)
    ((name, value),) = change.items()
    if getattr(claim, name) != value:
        await work.tx.run(SETS[name], id_=claim.id, **{name: value}, touched_at=work.now)
        claim = replace(claim, **change)
        if name in {"kind", "fault"}:
            await recount(work, claim)
            await prevent(work, claim)
    return await view_of(actor, work, await _again(work, claim), client)


async def _again(work: Work, claim: Claim) -> Claim:
    return await claims.find(work.tx, claim.id) or claim


@allowed(*EVERYBODY)
async def set_kind(actor: Actor, work: Work, claim_id: int, kind: ClaimKind) -> ClaimView:
    return await _change(actor, work, claim_id, kind=kind)


@allowed(*EVERYBODY)
async def set_fault(actor: Actor, work: Work, claim_id: int, fault: Service | None) -> ClaimView:
    """None: not known."""
    return await _change(actor, work, claim_id, fault=fault)


@allowed(*EVERYBODY)
async def set_text(actor: Actor, work: Work, claim_id: int, text: str) -> ClaimView:
    return await _change(actor, work, claim_id, text=text.strip()[:LONGEST_TEXT])


@allowed(*SELLING)
async def set_order(actor: Actor, work: Work, claim_id: int, order_id: int | None) -> ClaimView:
    """One of the client's that was handed over; None for none. Raises `NotFoundError`."""
    claim, client = await lock_open(actor, work, claim_id)
    if order_id is not None:
        if client is None:
            raise NotFoundError(what="order", id=order_id)
        await _get_order(work, client, order_id)
    return await _change(actor, work, claim.id, order_id=order_id)


@allowed(*EVERYBODY)
async def set_due(actor: Actor, work: Work, claim_id: int, day: date) -> ClaimView:
    """Raises `PastMomentError` for a day that has passed."""
    if day < work.today(actor):
        raise PastMomentError(day=day, at=None)
    view = await _change(actor, work, claim_id, due=day)
    if view.status in UNDECIDED:
        claim, _ = await read_claim(actor, work, claim_id)
        for employee in {claim.employee_id, claim.owner_id or claim.employee_id}:
            await remind(actor, work, claim.id, day, employee)
    return view


@allowed(*EVERYBODY)
async def type_due(actor: Actor, work: Work, claim_id: int, text: str) -> ClaimView:
    day = answers.read_day(text, work.today(actor), work.rules.calendar)
    if day is None:
        raise UnreadableError("day", text=text)
    return await set_due(actor, work, claim_id, day)


@allowed(*EVERYBODY)
async def type_amount(actor: Actor, work: Work, claim_id: int, text: str) -> ClaimView:
    """The sum of the claim, whatever its goods come to; nought gives it back to them. Raises `UnreadableError`."""
    claim, client = await lock_open(actor, work, claim_id)
    said = text.strip()
    amount = 0 if said == "0" else answers.read_amount(said)
    if amount is None:
        raise UnreadableError("claim-sum", text=text)
    await work.tx.run(SET_AMOUNT, id_=claim.id, amount=amount, amount_typed=amount > 0, touched_at=work.now)
    claim = replace(claim, amount=amount, amount_typed=amount > 0)
    await recount(work, claim)
    return await view_of(actor, work, await _again(work, claim), client)


@inner
async def recount(work: Work, claim: Claim) -> None:
    """What each line comes to, and the claim where nobody typed its sum."""
    total = 0
    for line in await claims.lines_of(work.tx, claim.id):
        amount = figures(claim, line).amount
        total += amount
        if amount != line.amount:
            await work.tx.run(claims.SET_LINE_AMOUNT, id_=line.id, sum_=amount)
    if not claim.amount_typed:
        await work.tx.run(SET_AMOUNT, id_=claim.id, amount=total, amount_typed=False, touched_at=work.now)


# --- photos ----------------------------------------------------------------------------------------------------------


@allowed(*EVERYBODY)
async def add_photo(actor: Actor, work: Work, claim_id: int, sent: Sent) -> tuple[ClaimView, bool]:
    """Kept with the client as well; whether it follows another of its album."""
    claim, client = await read_claim(actor, work, claim_id, lock=True)
    if claim.status is ClaimStatus.CLOSED:
        raise StaleError(what="claim")
    before = await attachments.of_album(work.tx, actor.id, sent.album) if sent.album else []
    one = await attachments.add(
        work.tx,
        actor.id,
        AttachmentKind.PHOTO,
        sent.file_id,
        seconds=0,
        text=sent.text[:LONGEST_TEXT],
        album=sent.album,
        at=work.now,
    )
    await attachments.give(work.tx, one, claim.client_id)
    await work.tx.run(claims.ADD_PHOTO, claim_id=claim.id, attachment_id=one.id)
    await work.tx.run(SETS["text"], id_=claim.id, text=_joined(claim.text, sent.text), touched_at=work.now)
    return await view_of(actor, work, await _again(work, claim), client), bool(before)


def _joined(known: str, said: str) -> str:
    """The words under a photo are words of the claim."""
    return "\n".join(filter(None, (known, said.strip())))[:LONGEST_TEXT]


@allowed(*EVERYBODY)
async def get_photos(actor: Actor, work: Work, claim_id: int) -> tuple[ClaimView, list[Found]]:
    """To be sent once more, as they came."""
    claim, client = await read_claim(actor, work, claim_id)
    view = await view_of(actor, work, claim, client)
    found = [await attachments.find(work.tx, id_) for id_ in await claims.photos_of(work.tx, claim.id)]
    return view, [Found(one, view.client, "") for one in found if one is not None]
