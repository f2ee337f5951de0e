"""Cards asked of accounting: a product or a client that has no code yet, asked at the phone and answered with one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from capture.cards import read_client_words, read_goods_name
from domain.actors import SELLING, Actor, Role
from domain.card_requests import CardKind, CardStatus
from domain.errors import ProzvonError
from domain.units import Unit
from exchange.values import is_tax_number
from screens.card_requests import CardView, ClientFacts
from storage import card_requests, client_codes, clients, employees, orders, products
from storage.card_requests import CardRequest
from usecases import card_clock, order_entry, scope
from usecases.access import allowed, inner
from usecases.card_views import ANSWERING, card_view
from usecases.errors import NotFoundError
from usecases.order_errors import check_text
from usecases.order_views import doubts_of, find_order
from usecases.work import Work

ASKING = SELLING | {Role.SUPPORT}
LONGEST_NAME, LONGEST_TEXT, LONGEST_CODE = 300, 1000, 50
LISTED = 20
CODE_IN_ROWS = 2


class CardAnsweredError(ProzvonError):
    """A colleague was first, or it was withdrawn; facts: name (who), status, code."""

    code = "card-answered"


class CardCodeError(ProzvonError):
    """What was typed cannot be taken; facts: why (shape, taken by another client, known already, tax: no tax number), name."""

    code = "card-code"


@dataclass(frozen=True, slots=True)
class Told:
    """A request after something was done with it, as each of those who hear of it sees it.

    `line` says what became of the waiting line of the draft: taken, asked, late, or "" where there was none.
    """

    mine: CardView
    desk: tuple[tuple[Actor, CardView], ...]
    asker: Actor | None
    for_asker: CardView | None
    line: str = ""


# --- asking -------------------------------------------------------------------------------------------------------


@allowed(*ASKING)
async def check_order(actor: Actor, work: Work, order_id: int) -> None:
    """Raises `NotFoundError` before somebody types in vain. 0: of no order."""
    if order_id:
        await find_order(work, actor, order_id)


@allowed(*SELLING)
async def ask_for_doubt(actor: Actor, work: Work, order_id: int, doubt_id: int) -> Told:
    """The typed line leaves the draft's questions; it comes back as a line when there is a code."""
    order = await find_order(work, actor, order_id, lock=True)
    doubt = next((one for one in doubts_of(order) if one.id == doubt_id), None)
    if doubt is None or order.employee_id != actor.id:
        raise NotFoundError(what="doubt", id=doubt_id)
    await order_entry.drop_doubt(actor, work, order.id, doubt.id, keep=False)
    return await ask_for_goods(actor, work, order_id, doubt.text)


@allowed(*ASKING)
async def ask_for_goods(actor: Actor, work: Work, order_id: int, text: str) -> Told:
    """«Сыр Ламбер 50 % 10 кг»: its name without the quantity, its unit where one was typed."""
    clean = check_text(text, LONGEST_TEXT)
    order = await find_order(work, actor, order_id) if order_id else None
    name, unit = read_goods_name(clean)
    return await _add(
        actor,
        work,
        kind=CardKind.PRODUCT,
        client_id=order.client_id if order else None,
        order_id=order.id if order else None,
        name=name[:LONGEST_NAME],
        unit=unit,
        text=clean,
    )


@allowed(*ASKING)
async def facts_of_client(actor: Actor, work: Work, client_id: int, typed: Sequence[str] = ()) -> ClientFacts:
    """What the client's card says, and after it what was `typed`: a tax number, a code of nine digits, else the address."""
    client = await scope.get_client(actor, work, client_id)
    code = (await client_codes.find_codes(work.tx, [client.id])).get(client.id, "")
    last = await card_requests.last_of_client(work.tx, client.id)
    facts: dict[str, Any] = {"tax_number": client.tax_number or "", "address": client.address}
    for text in typed:
        facts |= _read_facts(text)
    waits = last.id if last is not None and last.status.waits else 0
    return ClientFacts(client.id, client.name, client.legal_name, code=code, request=waits, **facts)


def _read_facts(text: str) -> dict[str, str]:
    said = read_client_words(text)
    if said.tax_number and not is_tax_number(said.tax_number):
        raise CardCodeError(why="tax", name=said.tax_number)
    found = {
        "tax_number": said.tax_number,
        "reason_code": said.reason_code,
        "address": said.address[:LONGEST_NAME],
    }
    return {name: fact for name, fact in found.items() if fact}


@allowed(*ASKING)
async def ask_for_client(actor: Actor, work: Work, client_id: int, typed: Sequence[str] = ()) -> Told:
    """A request that waits already is not made twice. Raises `CardCodeError` where the client has its code."""
    await scope.lock_client(actor, work, client_id)
    facts = await facts_of_client(actor, work, client_id, typed)
    if facts.code:
        raise CardCodeError(why="known", name=facts.code)
    if facts.request:
        known = await _find(actor, work, facts.request)
        return Told(await card_view(actor, work, known), (), None, None)
    return await _add(
        actor,
        work,
        kind=CardKind.CLIENT,
        client_id=facts.client_id,
        name=(facts.legal_name or facts.name)[:LONGEST_NAME],
        tax_number=facts.tax_number,
        reason_code=facts.reason_code,
        address=facts.address,
    )


async def _add(actor: Actor, work: Work, **facts: Any) -> Told:
    empty = {"client_id": None, "order_id": None, "unit": "", "text": "", "tax_number": "", "reason_code": "", "address": ""}  # fmt: skip
    request_id = await card_requests.add(
        work.tx, **(empty | facts), employee_id=actor.id, created_at=work.now
    )
    return await _told(actor, work, request_id)


# --- answering ----------------------------------------------------------------------------------------------------


@allowed(*ANSWERING)
async def get_waiting(actor: Actor, work: Work, request_id: int) -> CardView:
    """Before somebody types an answer. Raises `CardAnsweredError` where there is one."""
    found = await _find(actor, work, request_id)
    await _check_waits(work, found)
    return await card_view(actor, work, found)


@allowed(*ANSWERING)
async def give_code(actor: Actor, work: Work, request_id: int, text: str) -> Told:
    """The code, and under it the right name where accounting calls it otherwise. One of several answers wins."""
    found = await _hold(actor, work, request_id)
    code, name = _code_of(text)
    product_id = None
    line = ""
    if found.kind is CardKind.PRODUCT:
        product_id = await _product(work, found, code, name)
        line = await _put_line(work, found, product_id)
    else:
        assert found.client_id is not None
        others = [id_ for id_ in await client_codes.by_code(work.tx, code) if id_ != found.client_id]
        if others:
            named = await clients.names(work.tx, others[:1])
            raise CardCodeError(why="taken", name=next(iter(named.values()), ""))
        await client_codes.set_code(work.tx, found.client_id, code)
    await _close(actor, work, found, CardStatus.ANSWERED, code=code, product_id=product_id)
    return await _told(actor, work, found.id, line=line)


def _code_of(text: str) -> tuple[str, str]:
    rows = [row.strip() for row in text.strip().split("\n") if row.strip()]
    if not rows or len(rows) > CODE_IN_ROWS or len(rows[0]) > LONGEST_CODE:
        raise CardCodeError(why="shape", name="")
    if " " in rows[0] and not any(sign.isdigit() for sign in rows[0]):
        raise CardCodeError(why="shape", name="")
    return rows[0], rows[1][:LONGEST_NAME] if len(rows) == CODE_IN_ROWS else ""


async def _product(work: Work, request: CardRequest, code: str, name: str) -> int:
    """The goods that have this code already, or new ones."""
    known = (await products.by_codes(work.tx, [code])).get(code)
    if known is not None:
        return known.id
    unit = request.unit or Unit.PIECE.value
    return await products.write(work.tx, code=code, name=name or request.name, unit=unit, prices={})


async def _put_line(work: Work, request: CardRequest, product_id: int) -> str:
    """Into the draft that waits for it, in the name of who asked."""
    order = await orders.find_locked(work.tx, request.order_id) if request.order_id else None
    asker = await employees.find(work.tx, request.employee_id)
    product = await products.find(work.tx, product_id)
    if order is None or asker is None or product is None or order.employee_id != asker.id:
        return ""
    try:
        async with work.tx.savepoint():
            settled = await order_entry.take_card(asker, work, order.id, product, request.text)
    except ProzvonError:
        return "late"
    return "taken" if settled else "asked"


@allowed(*ANSWERING)
async def refuse(actor: Actor, work: Work, request_id: int, reason: str) -> Told:
    found = await _hold(actor, work, request_id)
    await _close(actor, work, found, CardStatus.REFUSED, reason=check_text(reason, LONGEST_TEXT))
    return await _told(actor, work, found.id)


@allowed(*ANSWERING)
async def ask_about(actor: Actor, work: Work, request_id: int, text: str) -> Told:
    """The question goes to who asked for the card; it may still be answered with a code meanwhile."""
    found = await _hold(actor, work, request_id)
    await _say(actor, work, found, text, CardStatus.QUESTION)
    return await _told(actor, work, found.id)


@allowed(*ASKING)
async def reply(actor: Actor, work: Work, request_id: int, text: str) -> Told:
    found = await _hold_own(actor, work, request_id)
    await _say(actor, work, found, text, CardStatus.OPEN)
    return await _told(actor, work, found.id)


@allowed(*ASKING)
async def get_own(actor: Actor, work: Work, request_id: int) -> CardView:
    """Before somebody types. Raises `CardAnsweredError` where nothing waits for it any more."""
    return await card_view(actor, work, await _hold_own(actor, work, request_id))


@allowed(*ASKING)
async def withdraw(actor: Actor, work: Work, request_id: int) -> Told:
    found = await _hold_own(actor, work, request_id)
    await _close(actor, work, found, CardStatus.WITHDRAWN)
    return await _told(actor, work, found.id)


async def _say(actor: Actor, work: Work, found: CardRequest, text: str, status: CardStatus) -> None:
    clean = check_text(text, LONGEST_TEXT)
    await work.tx.run(card_requests.SAY, request_id=found.id, employee_id=actor.id, text=clean, at=work.now)
    await work.tx.run(card_requests.MOVE, id_=found.id, status=status)


async def _close(
    actor: Actor,
    work: Work,
    found: CardRequest,
    status: CardStatus,
    *,
    code: str = "",
    reason: str = "",
    product_id: int | None = None,
) -> None:
    await work.tx.run(
        card_requests.ANSWER,
        id_=found.id,
        status=status,
        code=code,
        reason=reason,
        product_id=product_id,
        answered_by=actor.id,
        answered_at=work.now,
    )


# --- reading ------------------------------------------------------------------------------------------------------


@allowed(*(ANSWERING | ASKING))
async def get_card(actor: Actor, work: Work, request_id: int) -> CardView:
    return await card_view(actor, work, await _find(actor, work, request_id))


@allowed(*(ANSWERING | ASKING))
async def list_cards(actor: Actor, work: Work) -> tuple[CardView, ...]:
    """What waits for an answer of accounting; for who only asks, the own requests that wait."""
    if actor.role in ANSWERING:
        found = await card_requests.waiting(work.tx, LISTED, await _askers(actor, work))
    else:
        found = [
            one
            for status in (CardStatus.QUESTION, CardStatus.OPEN)
            for one in await card_requests.of_employee(work.tx, actor.id, status, LISTED)
        ]
    return tuple([await card_view(actor, work, one) for one in found[:LISTED]])


@inner
async def count_waiting(actor: Actor, work: Work) -> int:
    """For the desk of whoever answers; 0 for everybody else."""
    if actor.role not in ANSWERING:
        return 0
    return await card_requests.count_waiting(work.tx, await _askers(actor, work))


async def _askers(actor: Actor, work: Work) -> list[int] | None:
    """Whose requests the actor answers: a lead those of the teams under them, accounting and the owner everybody's (None)."""
    return await scope.managers_for(actor, work) if actor.role is Role.LEAD else None


async def _find(actor: Actor, work: Work, request_id: int, *, lock: bool = False) -> CardRequest:
    """The own one, or one that the actor answers. Raises `NotFoundError` for a missing and a foreign one alike."""
    found = await card_requests.find(work.tx, request_id, lock=lock)
    if found is None or (found.employee_id != actor.id and not await _answers(actor, work, found)):
        raise NotFoundError(what="card", id=request_id)
    return found


async def _answers(actor: Actor, work: Work, found: CardRequest) -> bool:
    if actor.role not in ANSWERING:
        return False
    askers = await _askers(actor, work)
    return askers is None or found.employee_id in askers


async def _hold(actor: Actor, work: Work, request_id: int) -> CardRequest:
    found = await _find(actor, work, request_id, lock=True)
    if found.kind is CardKind.CLIENT:
        await _check_client(work, found)
    await _check_waits(work, found)
    return found


async def _hold_own(actor: Actor, work: Work, request_id: int) -> CardRequest:
    found = await _find(actor, work, request_id, lock=True)
    if found.employee_id != actor.id:
        raise NotFoundError(what="card", id=request_id)
    await _check_client(work, found)
    await _check_waits(work, found)
    return found


async def _check_client(work: Work, found: CardRequest) -> None:
    """A client that was deleted needs nothing more."""
    if found.client_id and await card_requests.is_client_gone(work.tx, found.client_id):
        raise NotFoundError(what="client", id=found.client_id)


async def _check_waits(work: Work, found: CardRequest) -> None:
    if not found.status.waits:
        names = await clients.manager_names(work.tx, [found.answered_by] if found.answered_by else [])
        name = names.get(found.answered_by or 0, "")
        raise CardAnsweredError(name=name, status=found.status.value, code=found.code)


async def _told(actor: Actor, work: Work, request_id: int, *, line: str = "") -> Told:
    """Accounting is everybody in that role; where nobody is, the leads of who asked."""
    found = await card_requests.find(work.tx, request_id)
    assert found is not None
    await card_clock.wind(work, found)
    asker = await employees.find(work.tx, found.employee_id)
    desk = await card_clock.answering(work, asker or actor)
    return Told(
        await card_view(actor, work, found),
        tuple([(one, await card_view(one, work, found)) for one in desk]),
        asker,
        await card_view(asker, work, found) if asker else None,
        line,
    )
