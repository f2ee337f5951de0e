"""Taking a saved draft back, in the minutes after: everything as it was, or nothing where somebody has gone on from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from domain.actors import SELLING, Actor, Role
from domain.orders import OrderStatus
from screens.draft_views import DraftState, DraftView
from storage import clients, employees, orders
from storage import drafts as stored
from storage.desk_places import Place
from storage.drafts import Draft
from storage.journal import Change, find_disturbed, take_back
from usecases.access import allowed
from usecases.desk_place import find_place
from usecases.draft_errors import DraftChangedError, DraftClosedError, UndoOverError
from usecases.draft_view import view_of
from usecases.drafts import own_draft
from usecases.order_views import people_names
from usecases.scope import managers_for
from usecases.work import Work

NAMED_BY_CLIENT = frozenset({"clients", "persons"})


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An order that is no more, as those are told who have its card: sales support if it `was_handed`, else the leads."""

    order: int
    client: str
    was_handed: bool
    supports: tuple[Actor, ...] = ()
    leads: tuple[Actor, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """`again`: it had been undone before this tap."""

    view: DraftView
    withdrawn: tuple[Withdrawn, ...] = ()
    again: bool = False


@allowed(*SELLING)
async def undo(actor: Actor, work: Work, draft_id: int) -> Undone:
    """Raises `UndoOverError`, `DraftChangedError`, and `DraftClosedError` for a draft that was never saved."""
    draft = await own_draft(actor, work, draft_id, lock=True)
    if draft.state == DraftState.UNDONE:
        return Undone(await view_of(actor, work, draft), again=True)
    changes = _changes(work, draft)
    await _hold(actor, work, changes)
    disturbed = await find_disturbed(work.tx, changes)
    if disturbed is not None:
        raise await _changed(work, disturbed)
    withdrawn = await _withdrawn(actor, work, draft)
    await _take_back(work, changes)
    await work.tx.run(stored.SET_UNDONE, id_=draft.id, state=DraftState.UNDONE.value, orders=None, undo=None)
    undone = replace(draft, state=DraftState.UNDONE.value, orders=None, undo=None)
    return Undone(await view_of(actor, work, undone), withdrawn)


def _changes(work: Work, draft: Draft) -> list[Change]:
    if draft.state != DraftState.SAVED or draft.saved_at is None:
        raise DraftClosedError(state=draft.state)
    if draft.undo is None or work.now >= draft.saved_at + timedelta(minutes=work.rules.drafts.undo_minutes):
        raise UndoOverError
    return [Change(**kept) for kept in draft.undo]


def _touched(changes: Sequence[Change], table: str) -> list[int]:
    return [int(change.key[0]) for change in changes if change.table == table]


async def _hold(actor: Actor, work: Work, changes: Sequence[Change]) -> None:
    """Nobody changes these clients and orders between the look and the restoring; a client handed on is another's by now."""
    for order_id in sorted(_touched(changes, "orders")):
        await orders.find_locked(work.tx, order_id)
    managers = await managers_for(actor, work)
    for client_id in sorted(_touched(changes, "clients")):
        if await clients.find_locked(work.tx, client_id, managers) is None:
            raise await _client_changed(work, client_id)


async def _changed(work: Work, disturbed: Change) -> DraftChangedError:
    """What somebody has gone on with: an order first, for that is what people wait for."""
    order_id = _order_of(disturbed)
    order = await orders.find(work.tx, order_id) if order_id else None
    if order is not None:
        client = await orders.find_client(work.tx, order.client_id)
        names = await people_names(work, [order.accepted_by] if order.accepted_by else [])
        return DraftChangedError(
            what="order",
            number=order.entered_number or str(order.id),
            client=client.name if client is not None else "",
            name=names.get(order.accepted_by or 0, ""),
        )
    return await _client_changed(work, _client_of(disturbed))


async def _client_changed(work: Work, client_id: int | None) -> DraftChangedError:
    names = await clients.names(work.tx, [client_id]) if client_id else {}
    what = "client" if client_id in names else "other"
    return DraftChangedError(what=what, number="", client=names.get(client_id or 0, ""), name="")


def _order_of(change: Change) -> int | None:
    if change.table == "orders":
        return int(change.key[0])
    known = (change.after or {}).get("order_id") or (change.before or {}).get("order_id")
    return int(known) if known is not None else None


def _client_of(change: Change) -> int | None:
    if change.table == "clients":
        return int(change.key[0])
    known = (change.after or {}).get("client_id") or (change.before or {}).get("client_id")
    return int(known) if known is not None else None


async def _withdrawn(actor: Actor, work: Work, draft: Draft) -> tuple[Withdrawn, ...]:
    found = []
    place = await find_place(work)
    for order_id, client in draft.orders or ():
        order = await orders.find(work.tx, order_id)
        if order is None:
            continue
        held = order.status == OrderStatus.ON_APPROVAL
        supports = () if held else tuple(await employees.with_role(work.tx, Role.SUPPORT))
        leads = tuple(await employees.leads_of(work.tx, actor)) if held else ()
        found.append(Withdrawn(order.id, client, not held, supports, leads, place))
    return tuple(found)


async def _take_back(work: Work, changes: Sequence[Change]) -> None:
    """Every row as it was, and the words of the clients whose names are among them."""
    added = {int(one.key[0]) for one in changes if one.table == "clients" and one.before is None}
    for client_id in added:
        await clients.forget_words(work.tx, client_id)
    try:
        async with work.tx.savepoint():
            await take_back(work.tx, changes)
    except work.tx.database.integrity_errors as error:
        gone_on = sorted(changes, key=lambda change: (change.table != "orders", change.table != "clients"))
        raise await _changed(work, gone_on[0]) from error
    named = {_client_of(one) for one in changes if one.table in NAMED_BY_CLIENT}
    for client_id in sorted(id_ for id_ in named if id_ is not None and id_ not in added):
        await clients.reindex(work.tx, client_id)
