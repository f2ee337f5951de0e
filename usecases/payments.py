"""Payments by the bank: laid on their clients, told to their managers, asked about where the client is not known."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from domain.actors import Actor
from domain.imports import ImportKind
from domain.promises import PromiseState
from screens.payments import News, PaidLine, Waiting
from storage import clients, employees, imports, payments, receivables
from storage.payments import Payment, PaymentState
from usecases import ledger
from usecases.access import allowed, inner
from usecases.clients import find_alike, search
from usecases.errors import NotFoundError, StaleError
from usecases.import_parts import MAY
from usecases.payment_laying import Laid, lay_payments, note_habits
from usecases.portions import portions
from usecases.receivable_undo import restore_steps
from usecases.scope import check_own_client, get_client, managers_for
from usecases.work import Work

READERS = MAY[ImportKind.BANK]
MOST_OFFERED = 3
MOST_SEARCHED = 8
NAMED = "="


def payer_key(tax_number: str, payer: str) -> str:
    """What a payer is remembered by: the tax number, else the name as it is written."""
    return tax_number or f"{NAMED}{' '.join(payer.casefold().split())}"[:300]


# --- who hears of it


async def news_of(work: Work, done: Iterable[Laid]) -> tuple[News, ...]:
    """One for each manager whose clients have paid, the largest sum first; whoever has left hears nothing."""
    lines: dict[int, list[PaidLine]] = {}
    for one in done:
        if one.paid:
            kept = any(judged.state is PromiseState.KEPT for judged in one.judged)
            line = PaidLine(one.client_id, one.name, one.paid, one.debt, one.overdue, kept)
            lines.setdefault(one.manager_id, []).append(line)
    found = []
    for manager_id, paid in lines.items():
        manager = await employees.find(work.tx, manager_id)
        if manager is not None and manager.reachable:
            found.append(News(manager, tuple(sorted(paid, key=lambda line: -line.paid))))
    return tuple(found)


async def told_of(work: Work, import_id: int) -> dict[int, int]:
    """Kopecks of a bank's file by client, as far as their managers have heard of them."""
    told: dict[int, int] = {}
    for one in await payments.of_import(work.tx, import_id):
        if one.client_id is not None and one.told:
            told[one.client_id] = told.get(one.client_id, 0) + one.told
    return told


async def news_of_return(work: Work, came: Mapping[int, int]) -> tuple[News, ...]:
    """What was told of this money holds no longer; the clients stand as before it again."""
    done: list[Laid] = []
    async for ids in portions(sorted(came)):
        held = (await receivables.lock(work.tx, ids)).values()
        done += [Laid(one.id, one.manager_id, one.name, came[one.id], one.debt, one.overdue) for one in held]
    return await news_of(work, done)


# --- without a client


@allowed(*READERS)
async def waiting_total(_: Actor, work: Work) -> tuple[int, int]:
    """How many payments wait for their client, and their sum in kopecks."""
    return await payments.open_total(work.tx)


@allowed(*READERS)
async def open_waiting(actor: Actor, work: Work, after: int = 0) -> Waiting | None:
    """The next one after `after`, from the first again past the last; None where none waits."""
    found = await payments.open_page(work.tx, after, 1) or await payments.open_page(work.tx, 0, 1)
    return await _view(actor, work, found[0]) if found else None


@allowed(*READERS)
async def get_waiting(actor: Actor, work: Work, payment_id: int) -> Waiting:
    return await _view(actor, work, await _get(work, payment_id))


async def _get(work: Work, payment_id: int, state: PaymentState = PaymentState.OPEN) -> Payment:
    """Raises `NotFoundError`, `StaleError` for one that has been answered."""
    found = await payments.find(work.tx, payment_id)
    if found is None:
        raise NotFoundError(what="payment", id=payment_id)
    if found.state != state:
        raise StaleError(what="payment")
    return found


async def _view(actor: Actor, work: Work, found: Payment) -> Waiting:
    count, total = await payments.open_total(work.tx)
    return Waiting(
        id=found.id,
        place=await payments.place_of(work.tx, found.id),
        count=count,
        total=total,
        amount=found.amount,
        day=found.day,
        number=found.number,
        payer=found.payer,
        tax_number=found.payer_tax_number,
        purpose=found.purpose,
        offered=await _offered(actor, work, found),
        today=work.today(actor),
    )


async def _offered(actor: Actor, work: Work, found: Payment) -> tuple[tuple[int, str], ...]:
    """Whom the file itself points at; where it points at nobody, whose name is like the payer's."""
    managers = await managers_for(actor, work)
    named = [await clients.find(work.tx, id_, managers) for id_ in (found.offered or [])[:MOST_OFFERED]]
    offered = [(client.id, client.name) for client in named if client is not None]
    if not offered and found.payer:
        offered = [(line.id, line.name) for line in await find_alike(actor, work, found.payer)]
    return tuple(offered[:MOST_OFFERED])


@allowed(*READERS)
async def search_client(actor: Actor, work: Work, payment_id: int, text: str) -> tuple[tuple[int, str], ...]:
    await _get(work, payment_id)
    hits = await search(actor, work, text)
    return tuple((line.id, line.name) for line in hits.lines[:MOST_SEARCHED])


@allowed(*READERS)
async def give_payment(
    actor: Actor, work: Work, payment_id: int, client_id: int
) -> tuple[str, list[Payment], tuple[News, ...]]:
    """The client's name, the payments that are its now, and who is to be told.

    A payer whose tax number no client has is remembered, and all of its payments that wait go with this one.
    """
    client = await get_client(actor, work, client_id)
    check_own_client(actor, client)
    found, given, strange = await _hold(work, payment_id)
    if strange:
        await _remember(actor, work, found, client.id)
    done = await lay_payments(work, {client.id: given})
    return client.name, given, await news_of(work, done)


@allowed(*READERS)
async def ignore_payer(actor: Actor, work: Work, payment_id: int) -> tuple[str, int]:
    """Nobody who is a client: remembered, and not asked about again. The payer's name, and how many others wait."""
    found, ignored, strange = await _hold(work, payment_id)
    if strange:
        await _remember(actor, work, found, None)
    await work.tx.run_many(payments.IGNORE, [{"id_": one.id, "at": work.now} for one in ignored])
    return found.payer, (await payments.open_total(work.tx))[0]


@allowed(*READERS)
async def reopen_payment(actor: Actor, work: Work, payment_id: int) -> Waiting:
    """What was ignored is asked about again, and its payer is forgotten."""
    found = await _get(work, payment_id, PaymentState.IGNORED)
    await work.tx.run(payments.REOPEN, id_=found.id)
    await work.tx.run(payments.FORGET, payer=payer_key(found.payer_tax_number, found.payer))
    return await _view(actor, work, await _get(work, payment_id))


async def _is_strange(work: Work, found: Payment) -> bool:
    """No client has its tax number: what is answered once holds for every payment of it."""
    if not found.payer_tax_number:
        return bool(found.payer)
    return not await imports.with_tax_numbers(work.tx, [found.payer_tax_number])


async def _hold(work: Work, payment_id: int) -> tuple[Payment, list[Payment], bool]:
    """The payment that waits, all that go with it, and whether its payer is strange. Raises as `_get` does.

    Those of one payer are held together and in one order: two people who answer at once wait for one another.
    """
    seen = await payments.look(work.tx, payment_id)
    if seen is None or not await _is_strange(work, seen):
        found = await _get(work, payment_id)
        return found, [found], False
    held = await payments.open_of_payer(work.tx, seen.payer_tax_number, seen.payer)
    mine = next((one for one in held if one.id == payment_id), None)
    if mine is None:
        raise StaleError(what="payment")
    return mine, held, True


async def _remember(actor: Actor, work: Work, found: Payment, client_id: int | None) -> None:
    await work.tx.run(
        payments.REMEMBER,
        payer=payer_key(found.payer_tax_number, found.payer),
        client_id=client_id,
        employee_id=actor.id,
        created_at=work.now,
    )


# --- taking an import back


@inner
async def undo_payments(work: Work, import_id: int) -> None:
    """As if the bank's file had not been loaded. Raises `StaleError` once a newer file or another payment came."""
    loaded = await payments.of_import(work.tx, import_id)
    steps: dict[datetime, dict[str, Any]] = {}
    for one in loaded:
        if one.undo is not None and one.settled_at is not None:
            step = steps.setdefault(one.settled_at, {"at": one.undo["at"], "clients": {}, "promises": [], "stops": []})  # fmt: skip
            step["clients"] |= one.undo["clients"]
            step["promises"] += one.undo["promises"]
            step["stops"] += one.undo.get("stops", [])
    await restore_steps(work, [steps[at] for at in sorted(steps)], import_id)
    await ledger.forget_payments(work, [one.id for one in loaded])
    await work.tx.run(payments.FORGET_IMPORT, load=import_id)
    async for ids in portions(sorted({one.client_id for one in loaded if one.client_id})):
        await note_habits(work, await receivables.lock(work.tx, ids))
