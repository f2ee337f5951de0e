"""Saving a draft: its acts go through the very use cases that the menus call, all of them in one turn or none."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta

from capture import acts
from capture.acts import Act
from domain.actors import SELLING, Actor
from domain.clients import ClientField, ClientKind
from screens.draft_views import DraftState, DraftView, LeftOrder
from screens.shortage_views import ShortageView
from storage import drafts as stored
from storage.drafts import Draft
from storage.journal import Journal
from usecases.access import allowed
from usecases.client_changes import set_field
from usecases.clients import add_client
from usecases.draft_acts import Drafted, from_json, wants_client
from usecases.draft_calls import save_contacts
from usecases.draft_doubts import Known
from usecases.draft_errors import DraftClosedError, DraftDoubtError, DraftEmptyError, DraftOldError
from usecases.draft_orders import save_orders
from usecases.draft_records import save_records
from usecases.draft_view import known_for, view_of
from usecases.drafts import own_draft
from usecases.last_client import remember_client
from usecases.order_flow import Passed
from usecases.persons import add_person
from usecases.shortage_requests import Answered, tell_of
from usecases.shortages import get_shortage
from usecases.work import Work

LOOKED_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Saved:
    """`passed`: orders on their way, to be told as the button «to sales support» tells them.

    `shortages` are wishes for goods that are not there, `requests` the cards of logistics about them. `again`: it had been saved before this tap, and there is nothing to tell.
    """

    view: DraftView
    passed: tuple[Passed, ...] = ()
    shortages: tuple[ShortageView, ...] = ()
    requests: tuple[Answered, ...] = ()
    again: bool = False


@allowed(*SELLING)
async def save(actor: Actor, work: Work, draft_id: int) -> Saved:
    """Raises `DraftDoubtError` for the first open question, `DraftEmptyError`, `DraftOldError`, `DraftClosedError`.

    And whatever the use cases of the menus raise: then nothing of the draft is recorded.
    """
    draft = await own_draft(actor, work, draft_id, lock=True)
    if draft.state == DraftState.SAVED:
        return Saved(await view_of(actor, work, draft), again=True)
    await _check_savable(actor, work, draft)
    journal = Journal(work.tx)
    noted = replace(work, tx=journal)
    drafted = from_json(draft.acts)
    handed, left, wishes, last = await _record(actor, noted, drafted, draft.text)
    changes = [asdict(change) for change in await journal.changes()]
    orders = [[one.mine.id, one.mine.client] for one in handed]
    await _forget_old(actor, work)
    saved = {"state": DraftState.SAVED.value, "saved_at": work.now, "orders": orders or None, "undo": changes}
    await work.tx.run(stored.SET_SAVED, id_=draft.id, **saved)
    if last is not None:
        await remember_client(actor, work, last)
    view = replace(await view_of(actor, work, await own_draft(actor, work, draft_id)), left=left)
    asked = await tell_of(actor, work, wishes)
    return Saved(view, handed, tuple([await get_shortage(actor, work, one) for one in wishes]), asked)


async def _check_savable(actor: Actor, work: Work, draft: Draft) -> None:
    if draft.state != DraftState.OPEN:
        raise DraftClosedError(state=draft.state)
    typed = actor.local(draft.created_at).date()
    if typed < work.today(actor) - timedelta(days=work.rules.drafts.days):
        raise DraftOldError(day=typed)
    view = await view_of(actor, work, draft)
    for act_no, doubt in view.doubts:
        raise DraftDoubtError(field=doubt.field, act_no=act_no, line_no=doubt.line_no, query=doubt.query)
    if not view.can_save:
        raise DraftEmptyError


async def _forget_old(actor: Actor, work: Work) -> None:
    """What cannot be undone any more needs no memory of what was there before."""
    before = work.now - timedelta(minutes=work.rules.drafts.undo_minutes)
    await work.tx.run(stored.FORGET_UNDO, employee=actor.id, before=before, since=before - LOOKED_BACK)


async def _record(
    actor: Actor, work: Work, drafted: Sequence[Drafted], text: str
) -> tuple[tuple[Passed, ...], tuple[LeftOrder, ...], tuple[int, ...], int | None]:
    """Client by client in the order of the line; a new client comes first, for the rest may be about it."""
    words = "" if any(one.gone for one in drafted) else text  # what was typed anew is of another text
    known = await known_for(actor, work, drafted)
    newcomer = await _newcomers(actor, work, [one.act for one in drafted if one.live])
    live = [_given_to(one, newcomer, known) for one in drafted if one.live]
    handed: list[Passed] = []
    left: list[LeftOrder] = []
    for client_id in dict.fromkeys(one.client_id for one in live if one.client_id is not None):
        own = [one for one in live if one.client_id == client_id]
        await _people(actor, work, client_id, [one.act for one in own])
        await save_contacts(actor, work, client_id, [one.act for one in own], known, text=words)
        passed, open_ = await save_orders(actor, work, client_id, own)
        handed += passed
        left += open_
    wishes = await save_records(actor, work, [one.act for one in live], known)
    touched = [one.client_id for one in live if one.client_id is not None]
    return tuple(handed), tuple(left), wishes, touched[-1] if touched else newcomer


async def _newcomers(actor: Actor, work: Work, live: Iterable[Act]) -> int | None:
    """The new client of the draft where there is one: a lead until somebody says otherwise."""
    added = []
    for act in live:
        if isinstance(act, acts.NewClientAct):
            client_id = await add_client(actor, work, act.name, ClientKind.LEAD)
            if act.person:
                await add_person(actor, work, client_id, act.person, phone=act.phone or None)
            elif act.phone:
                await set_field(actor, work, client_id, ClientField.PHONE, act.phone)
            added.append(client_id)
    return added[0] if len(added) == 1 else None


def _given_to(one: Drafted, newcomer: int | None, known: Known) -> Drafted:
    if newcomer is None or not known.newcomer or one.act.client is not None or not wants_client(one.act):
        return one
    return replace(one, act=replace(one.act, client=acts.Named(str(newcomer))))


async def _people(actor: Actor, work: Work, client_id: int, said: Iterable[Act]) -> None:
    for act in said:
        if isinstance(act, acts.PersonAct):
            await add_person(actor, work, client_id, act.name, role=act.role, phone=act.phone or None)
