"""Exhibitions: made by a lead; clients are invited by managers, and answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.actors import LEADING, SELLING, Actor
from domain.exhibitions import MOST_PEOPLE, Exhibition, GuestReply, check_span, check_text
from screens.exhibitions import Board, GuestLine, GuestView, Turnout
from storage import employees, exhibitions, timeline
from storage.exhibitions import Counted
from storage.timeline import EventKind
from usecases.access import allowed
from usecases.errors import NotFoundError, StaleError
from usecases.scope import get_client, managers_for, teams_seen
from usecases.work import Work

NEXT = 10
COMING = (GuestReply.YES, GuestReply.MAYBE)


@dataclass(frozen=True, slots=True)
class Saved:
    event: Exhibition
    managers: tuple[Actor, ...]


async def _get(actor: Actor, work: Work, exhibition_id: int) -> Exhibition:
    found = await exhibitions.find(work.tx, exhibition_id, await teams_seen(actor, work))
    if found is None:
        raise NotFoundError(what="exhibition", id=exhibition_id)
    return found


async def _ahead(actor: Actor, work: Work) -> list[Exhibition]:
    return await exhibitions.ahead(work.tx, work.today(actor), await teams_seen(actor, work))


# --- looking ------------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def list_exhibitions(actor: Actor, work: Work) -> tuple[Board, ...]:
    managers = await managers_for(actor, work)
    boards = []
    for event in await _ahead(actor, work):
        counted = await exhibitions.counts(work.tx, event.id, managers)
        boards.append(Board(event, _turnout(counted), work.today(actor)))
    return tuple(boards)


@allowed(*SELLING)
async def get_board(actor: Actor, work: Work, exhibition_id: int) -> Board:
    """Of a manager whom to invite next; of a lead how each manager stands."""
    event = await _get(actor, work, exhibition_id)
    counted = await exhibitions.counts(work.tx, event.id, await managers_for(actor, work))
    today = work.today(actor)
    board = Board(event, _turnout(counted), today)
    if actor.leads:
        people = await employees.managers_of(work.tx, actor)
        each = [(one.name, _turnout([row for row in counted if row.employee_id == one.id])) for one in people]
        return replace(board, by_manager=tuple(each))
    if event.ends < today:
        return board
    return replace(board, to_invite=tuple(await exhibitions.to_invite(work.tx, event.id, actor.id, NEXT)))


def _turnout(counted: Iterable[Counted]) -> Turnout:
    rows = list(counted)

    def of(*replies: GuestReply | None) -> int:
        return sum(row.clients for row in rows if row.reply in replies)

    return Turnout(
        invited=sum(row.clients for row in rows),
        yes=of(GuestReply.YES),
        maybe=of(GuestReply.MAYBE),
        no=of(GuestReply.NO),
        silent=of(None, GuestReply.NO_ANSWER),
        people=sum(row.people for row in rows if row.reply == GuestReply.YES),
    )


@allowed(*SELLING)
async def find_for_client(actor: Actor, work: Work, client_id: int) -> GuestView | None:
    """The nearest event with this client; None where none is to come."""
    client = await get_client(actor, work, client_id)
    events = await _ahead(actor, work)
    return await get_guest(actor, work, events[0].id, client.id) if events else None


@allowed(*SELLING)
async def get_guest(actor: Actor, work: Work, exhibition_id: int, client_id: int) -> GuestView:
    event = await _get(actor, work, exhibition_id)
    client = await get_client(actor, work, client_id)
    managers = await managers_for(actor, work)
    known = await exhibitions.find_guest(work.tx, event.id, client.id, managers)
    reply = GuestReply(known.reply) if known is not None and known.reply else None
    people = known.people if known else 0
    return GuestView(event, client.id, client.name, known is not None, reply, people, work.today(actor))


@allowed(*SELLING)
async def list_guests(
    actor: Actor, work: Work, exhibition_id: int
) -> tuple[Exhibition, tuple[GuestLine, ...]]:
    event = await _get(actor, work, exhibition_id)
    return event, await _lines(actor, work, event)


async def _lines(
    actor: Actor, work: Work, event: Exhibition, only: Sequence[GuestReply] = ()
) -> tuple[GuestLine, ...]:
    found = await exhibitions.guests_of(work.tx, event.id, await managers_for(actor, work))
    names = {one.id: one.name for one in await employees.managers_of(work.tx, actor)} if actor.leads else {}
    return tuple(
        GuestLine(one.client_id, one.name, GuestReply(one.reply) if one.reply else None, one.people, names.get(one.employee_id, ""))
        for one in found
        if not only or one.reply in only
    )  # fmt: skip


# --- inviting -----------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def invite(actor: Actor, work: Work, exhibition_id: int, client_id: int) -> GuestView:
    """Invited today; a second time changes nothing. Raises `StaleError` once the event is over."""
    view = await get_guest(actor, work, exhibition_id, client_id)
    today = work.today(actor)
    if view.event.ends < today:
        raise StaleError(what="exhibition")
    client = await get_client(actor, work, client_id)
    added = await work.tx.run(
        exhibitions.INVITE,
        exhibition_id=view.event.id,
        client_id=client.id,
        employee_id=client.manager_id,
        day=today,
    )
    if added:
        await _note(actor, work, client.id, view.event.name, "invited")
    return replace(view, invited=True)


@allowed(*SELLING)
async def answer(
    actor: Actor, work: Work, exhibition_id: int, client_id: int, said: GuestReply, *, people: int = 0
) -> GuestView:
    """What the client said; who was not invited yet is invited by it. Of those who come at least one person does."""
    view = await invite(actor, work, exhibition_id, client_id)
    coming = min(max(people, view.people, 1), MOST_PEOPLE) if said is GuestReply.YES else 0
    if people and said is GuestReply.YES:
        coming = min(people, MOST_PEOPLE)
    if (view.reply, view.people) == (said, coming) and said is not GuestReply.NO_ANSWER:
        return view
    await work.tx.run(
        exhibitions.SET_REPLY,
        exhibition=view.event.id,
        client=view.client,
        reply=said.value,
        people=coming,
        day=work.today(actor),
    )
    if view.reply is not said:
        await _note(actor, work, view.client, view.event.name, said.value)
    return replace(view, reply=said, people=coming)


async def _note(actor: Actor, work: Work, client_id: int, name: str, reply: str) -> None:
    await timeline.add(work.tx, client_id, actor.hand, work.now, EventKind.EXHIBITION, name=name, reply=reply)


@allowed(*SELLING)
async def invitations_for(actor: Actor, work: Work, client_ids: Iterable[int]) -> dict[int, tuple[str, date]]:
    """Client id → event and the day of the invitation (or of the last question), of those who have not answered since: one query."""
    return await exhibitions.waiting(work.tx, client_ids, work.today(actor))


# --- the lead's ---------------------------------------------------------------------------------------------------


@allowed(*LEADING)
async def check_draft(actor: Actor, work: Work, made: Exhibition) -> Exhibition:
    """The name and, where it is said, the place as they would be saved. Raises `ExhibitionError`."""
    del work, actor
    place = check_text("place", made.place) if made.place else ""
    return replace(made, name=check_text("name", made.name) if made.name else "", place=place)


@allowed(*LEADING)
async def save(actor: Actor, work: Work, made: Exhibition) -> Saved:
    """For the lead's team and those under it; of an owner without a team, for everybody. Raises `ExhibitionError`."""
    draft = await check_draft(actor, work, made)
    check_text("name", draft.name)
    check_span(draft.starts, draft.ends, work.today(actor))
    id_ = await exhibitions.add(work.tx, actor.id, actor.team_id, draft, work.now)
    return Saved(replace(draft, id=id_), tuple(await employees.managers_of(work.tx, actor)))


@allowed(*SELLING)
async def tomorrow(actor: Actor, work: Work) -> tuple[tuple[Exhibition, tuple[GuestLine, ...]], ...]:
    """Events for which today is the last working day before they begin, with who comes and who may."""
    today, calendar = work.today(actor), work.rules.calendar
    events = [one for one in await _ahead(actor, work) if calendar.previous_working(one.starts) == today]
    found = []
    for event in events:
        lines = await _lines(actor, work, event, COMING)
        if lines or actor.leads:
            found.append((event, tuple(sorted(lines, key=lambda one: COMING.index(one.reply or COMING[-1])))))
    return tuple(found)
