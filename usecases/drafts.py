"""A line becomes a draft: read, looked at, struck, answered, put aside. Nothing is recorded before it is saved."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from capture import acts
from capture.acts import Named, ShowAct, Understanding
from domain.actors import SELLING, Actor
from domain.outcomes import ClaimKind, Outcome, RefusalReason
from screens.draft_views import AskedView, DoubtField, DraftState, DraftView
from storage import clients
from storage import drafts as stored
from storage.drafts import Draft
from usecases.access import allowed, inner
from usecases.draft_acts import (
    WITH_GOODS,
    Drafted,
    first_drafted,
    from_json,
    to_json,
    wants_client,
    whose,
    with_client,
    with_line,
)
from usecases.draft_errors import DraftClosedError
from usecases.draft_view import view_of
from usecases.draft_world import understand_line
from usecases.errors import NotFoundError
from usecases.last_client import find_last_client, remember_client
from usecases.scope import get_client, managers_for
from usecases.work import Work

T = TypeVar("T")
LONGEST_TEXT = 4096
MOST_OPTIONS = 6
OF_NOBODY = (ShowAct, acts.OffersAct, acts.NewClientAct)


@allowed(*SELLING)
async def read_line(
    actor: Actor, work: Work, text: str, *, client: int | None = None, naming: bool = False
) -> DraftView | AskedView | None:
    """A new draft, a question to be answered at once, or None where the line holds no act.

    `client` is that of the card on the screen: it stands for the last one, and a plain remark about it is None too.
    `naming`: a question is open, so that only a line that stands by itself counts.
    """
    last = await _last_client(actor, work, client)
    line = text[:LONGEST_TEXT]
    found = await understand_line(actor, work, line, last)
    if naming and not any(isinstance(act, OF_NOBODY) or _names_client(act) for act in found.acts):
        return None
    if client is not None and all(_is_remark(act) for act in found.acts):
        return None
    said = [act for act in found.acts if not isinstance(act, ShowAct)]
    if not said:
        asked = next((act for act in found.acts if isinstance(act, ShowAct)), None)
        return await _asked(actor, work, asked) if asked is not None else None
    return await _keep(actor, work, line, found, last)


def _names_client(act: acts.Act) -> bool:
    return act.client is not None and any(name == "client" for name, _ in act.sources)


def _is_remark(act: acts.Act) -> bool:
    return isinstance(act, acts.NoteAct) and not _names_client(act)


async def _last_client(actor: Actor, work: Work, client: int | None) -> int | None:
    if client is not None:
        return (await get_client(actor, work, client)).id
    known = await find_last_client(actor, work)
    return known[0] if known else None


async def _keep(actor: Actor, work: Work, text: str, found: Understanding, last: int | None) -> DraftView:
    drafted = first_drafted(found.acts, last)
    acts_kept, unread = to_json(drafted), list(found.unread)
    draft_id = await stored.add(work.tx, actor.id, work.now, text=text, acts=acts_kept, unread=unread)
    await _remember(actor, work, drafted)
    return await get_draft(actor, work, draft_id)


async def _remember(actor: Actor, work: Work, drafted: Sequence[Drafted]) -> None:
    """The client named last is the one that the next line may mean."""
    named = [one.client_id for one in drafted if one.live and one.client_id is not None]
    if named:
        await remember_client(actor, work, named[-1])


async def _asked(actor: Actor, work: Work, act: ShowAct) -> AskedView:
    if act.client is None:
        return AskedView(act.what)
    if act.client.id is not None:
        client = await get_client(actor, work, int(act.client.id))
        await remember_client(actor, work, client.id)
        return AskedView(act.what, client.id)
    ids = [int(id_) for id_ in act.client.candidates][:MOST_OPTIONS]
    found = {one.id: one.name for one in await clients.by_ids(work.tx, ids, await managers_for(actor, work))}
    options = tuple((id_, found[id_]) for id_ in ids if id_ in found)
    return AskedView(act.what, None, options, act.client.query)


@inner
async def own_draft(actor: Actor, work: Work, draft_id: int, *, lock: bool = False) -> Draft:
    """Raises `NotFoundError` for a colleague's as for a missing one."""
    read = stored.find_locked if lock else stored.find
    found = await read(work.tx, draft_id, actor.id)
    if found is None:
        raise NotFoundError(what="draft", id=draft_id)
    return found


@inner
async def open_draft(actor: Actor, work: Work, draft_id: int) -> Draft:
    """Held for change. Raises `DraftClosedError` once it was saved or dropped."""
    found = await own_draft(actor, work, draft_id, lock=True)
    if found.state != DraftState.OPEN:
        raise DraftClosedError(state=found.state)
    return found


@allowed(*SELLING)
async def get_draft(actor: Actor, work: Work, draft_id: int) -> DraftView:
    return await view_of(actor, work, await own_draft(actor, work, draft_id))


@inner
async def write(actor: Actor, work: Work, draft: Draft, drafted: Sequence[Drafted]) -> DraftView:
    """The draft with these acts in place of those it had."""
    changed = replace(draft, acts=to_json(drafted))
    await work.tx.run(stored.SET_ACTS, id_=draft.id, acts=changed.acts, unread=changed.unread)
    return await view_of(actor, work, changed)


@inner
def get_act(drafted: Sequence[Drafted], act_no: int, line_no: int | None = None) -> Drafted:
    """Raises `NotFoundError` for a place where nothing is, and for a line of an act without lines."""
    if not 0 <= act_no < len(drafted) or drafted[act_no].gone:
        raise NotFoundError(what="act", id=act_no)
    act = drafted[act_no].act
    lines = len(act.lines) if isinstance(act, acts.OrderAct) else 0
    if line_no is not None and not 0 <= line_no < lines:
        raise NotFoundError(what="line", id=line_no)
    return drafted[act_no]


@allowed(*SELLING)
async def strike(
    actor: Actor, work: Work, draft_id: int, act_no: int, line_no: int | None = None, *, struck: bool
) -> DraftView:
    """An act, or a line of an order, is left out of saving, or taken in again."""
    draft = await open_draft(actor, work, draft_id)
    drafted = from_json(draft.acts)
    one = get_act(drafted, act_no, line_no)
    if line_no is None:
        drafted[act_no] = replace(one, struck=struck)
    else:
        lines = one.lines_struck | {line_no} if struck else one.lines_struck - {line_no}
        drafted[act_no] = replace(one, lines_struck=lines)
    return await write(actor, work, draft, drafted)


@allowed(*SELLING)
async def choose(
    actor: Actor,
    work: Work,
    draft_id: int,
    act_no: int,
    field: DoubtField,
    *,
    choice: int,
    line_no: int | None = None,
) -> DraftView:
    """An answer by button; a client chosen is meant by every act that asked with the same words.

    Raises `NotFoundError` for a client that is not the actor's, for goods off the price list, for no such answer.
    """
    draft = await open_draft(actor, work, draft_id)
    drafted = from_json(draft.acts)
    one = get_act(drafted, act_no, line_no)
    if field is DoubtField.CLIENT:
        drafted = await set_client(actor, work, drafted, one, choice)
    elif field is DoubtField.PRODUCT:
        drafted[act_no] = set_product(one, line_no, choice)
    else:
        drafted = _answered(drafted, act_no, field, choice, line_no)
    return await write(actor, work, draft, drafted)


@inner
async def set_client(
    actor: Actor, work: Work, drafted: Sequence[Drafted], asked: Drafted, client_id: int
) -> list[Drafted]:
    """For every act that means the same client as `asked`, known or not."""
    client = await get_client(actor, work, client_id)
    await remember_client(actor, work, client.id)
    query = asked.act.client.query if asked.act.client is not None else ""
    chosen = Named(str(client.id), query)
    key = whose(asked.act)
    return [
        with_client(one, chosen)
        if one is asked
        or (not one.gone and whose(one.act) == key and (key is not None or wants_client(one.act)))
        else one
        for one in drafted
    ]


@inner
def set_product(one: Drafted, line_no: int | None, product_id: int) -> Drafted:
    """Whatever else the line says stays; whether the goods are still sold is seen when the draft is shown."""
    if isinstance(one.act, acts.OrderAct) and line_no is not None:
        line = one.act.lines[line_no]
        named = replace(line.product, id=str(product_id))
        return with_line(one, line_no, replace(line, product=named))
    if isinstance(one.act, WITH_GOODS) and one.act.product is not None:
        return replace(one, act=replace(one.act, product=replace(one.act.product, id=str(product_id))))
    raise NotFoundError(what="product", id=product_id)


def _answered(
    drafted: list[Drafted], act_no: int, field: DoubtField, choice: int, line_no: int | None
) -> list[Drafted]:
    one = drafted[act_no]
    if field is DoubtField.BASIS and line_no is not None:
        packs = tuple({**dict(one.per_pack), line_no: bool(choice)}.items())
        return _put(drafted, act_no, replace(one, per_pack=packs))
    if field is DoubtField.REASON and isinstance(one.act, acts.CallAct):
        reason = _member(list(RefusalReason), choice)
        return _put(drafted, act_no, replace(one, act=replace(one.act, reason=reason)))
    if field is DoubtField.CLAIM_KIND and isinstance(one.act, acts.CallAct):
        claim = acts.ClaimAct(client=one.act.client, kind=_member(list(ClaimKind), choice))
        return [*drafted, Drafted(claim, remembered=one.remembered)]
    if field is DoubtField.WANTED and isinstance(one.act, acts.ShortageAct):
        return _wanted(drafted, act_no, ordered=bool(choice))
    raise NotFoundError(what="answer", id=choice)


def _wanted(drafted: list[Drafted], act_no: int, *, ordered: bool) -> list[Drafted]:
    """What was asked about is an order after all, said in a call, or goods that we do not have."""
    one, act = drafted[act_no], drafted[act_no].act
    assert isinstance(act, acts.ShortageAct)
    if not ordered or act.product is None:
        return _put(drafted, act_no, replace(one, act=replace(act, asked=False)))
    order = acts.OrderAct(act.client, lines=(acts.LineOfOrder(act.product, act.quantity, act.unit),))
    called = any(isinstance(other.act, acts.CallAct) and whose(other.act) == whose(act) for other in drafted)
    call = Drafted(acts.CallAct(act.client, Outcome.ORDER), remembered=one.remembered)
    return [*_put(drafted, act_no, replace(one, act=order)), *([] if called else [call])]


def _put(drafted: list[Drafted], act_no: int, one: Drafted) -> list[Drafted]:
    return [*drafted[:act_no], one, *drafted[act_no + 1 :]]


def _member(members: Sequence[T], place: int) -> T:
    if not 0 <= place < len(members):
        raise NotFoundError(what="answer", id=place)
    return members[place]


@allowed(*SELLING)
async def drop(actor: Actor, work: Work, draft_id: int) -> DraftView:
    """Nothing of it is recorded; what was typed stays to be seen."""
    draft = await own_draft(actor, work, draft_id, lock=True)
    if draft.state != DraftState.DROPPED:
        draft = await open_draft(actor, work, draft_id)
        await work.tx.run(stored.SET_STATE, id_=draft.id, state=DraftState.DROPPED.value)
    return await view_of(actor, work, replace(draft, state=DraftState.DROPPED.value))
