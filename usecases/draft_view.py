"""A draft as its screens see it: names, values of the price list and open questions, read anew each time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from capture import acts
from capture.acts import Named
from capture.disputes import names_dispute
from domain.actors import Actor
from domain.dunning import is_silent
from screens.draft_views import ActView, DraftState, DraftView, LineView
from storage import clients, occasions, persons, products
from storage.drafts import Draft
from usecases.access import inner
from usecases.draft_acts import WITH_GOODS, Drafted, from_json, goods_of, id_of, person_of
from usecases.draft_doubts import MOST_OPTIONS, Known, doubts_of, is_of_newcomer
from usecases.last_client import find_last_client
from usecases.order_views import price_of
from usecases.scope import managers_for
from usecases.work import Work


@inner
async def known_for(actor: Actor, work: Work, drafted: Sequence[Drafted]) -> Known:
    """Whatever the acts name. Cost grows with the draft only."""
    managers = await managers_for(actor, work)
    live = [one.act for one in drafted if not one.gone]
    ids = {id_ for act in live if (id_ := id_of(act.client)) is not None}
    found = [await clients.find(work.tx, id_, managers) for id_ in sorted(ids)]
    offered = {int(id_) for act in live if act.client is not None for id_ in act.client.candidates}
    named = await clients.by_ids(work.tx, sorted(offered), managers) if offered else []
    goods = [named_ for act in live for named_ in goods_of(act)]
    people = [person_of(act) for act in live]
    newcomers = [one.act.name for one in drafted if one.live and isinstance(one.act, acts.NewClientAct)]
    return Known(
        {client.id: client for client in found if client is not None},
        {one.id: one.name for one in named},
        await products.on_sale(work.tx, _ids(goods)) if goods else {},
        await _names(work, [id_ for id_ in people if id_ is not None], managers),
        await _recent(actor, work) if any(act.client is None for act in live) else (),
        newcomers[0] if len(newcomers) == 1 else "",
        actor.local(work.now),
    )


def _ids(named: Sequence[Named]) -> list[int]:
    return sorted(
        {int(id_) for one in named for id_ in (*one.candidates, *([one.id] if one.id is not None else []))}
    )


async def _names(work: Work, ids: Sequence[int], managers: list[int]) -> dict[int, str]:
    found = [await persons.find(work.tx, id_, managers) for id_ in dict.fromkeys(ids)]
    return {person.id: person.name for person in found if person is not None}


async def _recent(actor: Actor, work: Work) -> tuple[tuple[int, str], ...]:
    """The last client, then those last spoken with."""
    last = await find_last_client(actor, work)
    ids = await occasions.last_touched(work.tx, await managers_for(actor, work), MOST_OPTIONS)
    names = await clients.names(work.tx, ids)
    offered = dict([last] if last else []) | {id_: names[id_] for id_ in ids if id_ in names}
    return tuple(offered.items())[:MOST_OPTIONS]


@inner
async def view_of(actor: Actor, work: Work, draft: Draft) -> DraftView:
    drafted = from_json(draft.acts)
    known = await known_for(actor, work, drafted)
    views = tuple(_act_view(drafted, at, known) for at, one in enumerate(drafted) if not one.gone)
    state = DraftState(draft.state)
    live = [one for one in views if drafted[one.no].live]
    until = None
    if state is not DraftState.OPEN:
        views = tuple(map(_settled, views))
    if state is DraftState.SAVED:
        views = tuple(_saved(one, known, draft.text) for one in views)
    if state is DraftState.SAVED and draft.undo is not None and draft.saved_at is not None:
        until = draft.saved_at + timedelta(minutes=work.rules.drafts.undo_minutes)
    return DraftView(
        draft.id,
        draft.text,
        state,
        views,
        tuple(draft.unread),
        work.today(actor),
        state is DraftState.OPEN and bool(live) and not any(one.doubts for one in live),
        actor.local(until) if until is not None and work.now < until else None,
        tuple((int(order), str(client)) for order, client in draft.orders or ()),
    )


def _settled(view: ActView) -> ActView:
    """Of a draft that is closed nothing is asked any more."""
    return replace(view, doubts=())


def _saved(view: ActView, known: Known, text: str) -> ActView:
    """With what follows from it for the client's debt. `text`: the whole line, of which a claim keeps no words."""
    client = known.clients.get(view.client_id or 0)
    if client is None or client.debt <= 0:
        return view
    if isinstance(view.act, acts.PaymentAct):
        until = client.debt_quiet_until
        return replace(view, quiet_until=until) if is_silent(until, known.now.date()) else view
    said = view.act.text if isinstance(view.act, acts.NoteAct) else text
    return replace(view, disputed=isinstance(view.act, acts.NoteAct | acts.ClaimAct) and names_dispute(said))


def _act_view(drafted: Sequence[Drafted], at: int, known: Known) -> ActView:
    one = drafted[at]
    client = known.find_client(one.act.client)
    newcomer = known.newcomer if is_of_newcomer(one, known) else None
    named = one.act.product if isinstance(one.act, WITH_GOODS) else None
    product = known.find_product(named)
    return ActView(
        at,
        one.act,
        client.id if client else None,
        client.name if client else newcomer,
        one.remembered,
        known.people.get(person_of(one.act) or 0),
        product.name if product else named.query if named is not None and not named.candidates else None,
        product.unit if product else "",
        _line_views(one, known),
        one.struck,
        doubts_of(drafted, at, known),
    )


def _line_views(one: Drafted, known: Known) -> tuple[LineView, ...]:
    if not isinstance(one.act, acts.OrderAct):
        return ()
    client = known.find_client(one.act.client)
    views = []
    for line_no, line in enumerate(one.act.lines):
        product = known.find_product(line.product)
        listed = price_of(product, client) if product is not None and client is not None else None
        struck = line_no in one.lines_struck
        if product is None:
            views.append(LineView(None, struck=struck))
        else:
            views.append(LineView(product.name, product.unit, struck, listed.amount if listed else None))
    return tuple(views)
