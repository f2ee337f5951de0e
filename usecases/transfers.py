"""Clients handed over from one of our people to another, with all that is open about them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from capture.districts import read_district
from domain.actors import LEADING, Actor
from domain.search import SearchSettings, best_matches, parse_query
from domain.transfers import PREVIEW_DAYS, UNDO_FOR, Selection
from screens.transfers import Choice, Given, JournalLine, Preview, TickLine, Ticks
from storage import clients, employees, timeline, transfer_moves
from storage import transfers as stored
from storage.timeline import EventKind
from storage.transfers import Transfer
from usecases import colleagues
from usecases.access import allowed, check_own_hand, inner
from usecases.errors import AccessDeniedError, NotFoundError, StaleError
from usecases.portions import portions
from usecases.scope import get_client
from usecases.work import Work

PAGE = 8
MOST_DISTRICTS = 12
PORTION = 100
MOST_TICKED = 200
JOURNAL = 10
FOUND = 8


@dataclass(frozen=True, slots=True)
class Done:
    """What a transfer came to. `left`: how many stay with the giver; `key`: whom the receiver opens first; `only`: who it was, if one."""

    transfer: int
    giver: Actor
    taker: Actor
    count: int
    left: int
    key: tuple[Given, ...]
    was_out: bool
    only: Given | None = None


# --- what there is to choose from ------------------------------------------------------------------------------------


@allowed(*LEADING)
async def get_giver(actor: Actor, work: Work, employee_id: int) -> Actor:
    """Whose clients the actor may hand over: the own ones, those of people under the actor, those who left included."""
    check_own_hand(actor)
    found = await colleagues.get_under(actor, work, employee_id)
    if found.id != actor.id and not await colleagues.may_manage(actor, work, found):
        raise AccessDeniedError(role=actor.role)
    return found


@allowed(*LEADING)
async def get_choice(actor: Actor, work: Work, selection: Selection) -> Choice:
    """Raises `StaleError` where the giver has no clients."""
    giver = await get_giver(actor, work, selection.giver)
    total = await clients.count_of(work.tx, giver.id)
    if not total:
        raise StaleError(what="transfer")
    return Choice(
        giver.id,
        giver.name,
        total,
        tuple((await stored.classes_of(work.tx, giver.id)).items()),
        await _districts(work, giver.id),
        leaving=selection.leaving,
    )


async def _places(work: Work, giver: int) -> dict[int, str]:
    """In which district each client lies, by its field or else by its address, as in the plan of a week."""
    rows = await stored.places_of(work.tx, giver)
    return {id_: district.strip() or read_district(address) for id_, district, address in rows}


async def _districts(work: Work, giver: int) -> tuple[tuple[str, int], ...]:
    """Those with most clients."""
    counted = Counter(place for place in (await _places(work, giver)).values() if place)
    return tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:MOST_DISTRICTS])


@allowed(*LEADING)
async def district_at(actor: Actor, work: Work, selection: Selection, at: int) -> str:
    """Raises `StaleError` where the list has become shorter."""
    found = (await get_choice(actor, work, selection)).districts
    if at >= len(found):
        raise StaleError(what="transfer")
    return found[at][0]


@allowed(*LEADING)
async def list_ticks(actor: Actor, work: Work, selection: Selection, start: int = 0) -> Ticks:
    """A page of the giver's clients, the best class first."""
    giver = await get_giver(actor, work, selection.giver)
    total = await clients.count_of(work.tx, giver.id)
    begin = start if start < total else 0
    found = await stored.page_of(work.tx, giver.id, begin, PAGE)
    return Ticks(giver.name, _ticks(found, selection), total, len(selection.ticked), begin, PAGE)


@allowed(*LEADING)
async def search_ticks(actor: Actor, work: Work, selection: Selection, text: str) -> Ticks:
    """The giver's clients who are called so."""
    giver = await get_giver(actor, work, selection.giver)
    query = parse_query(text)
    found = [] if query.is_empty else await clients.search(work.tx, query, [giver.id])
    best = best_matches(query, [(one, one.words, one.numbers) for one in found], SearchSettings())
    lines = tuple(
        TickLine(one.client.id, one.client.name, "", one.client.id in selection.ticked)
        for one, _ in best[:FOUND]
    )
    return Ticks(giver.name, lines, len(lines), len(selection.ticked), 0, FOUND, typed=text)


@allowed(*LEADING)
async def tick(actor: Actor, work: Work, selection: Selection, client_id: int) -> Selection:
    """Chosen, or chosen no more."""
    giver = await get_giver(actor, work, selection.giver)
    if not await stored.own_among(work.tx, giver.id, [client_id]):
        raise NotFoundError(what="client", id=client_id)
    kept = tuple(one for one in selection.ticked if one != client_id)
    if kept != selection.ticked:
        return replace(selection, ticked=kept)
    if len(kept) >= MOST_TICKED:
        raise StaleError(what="ticks")
    return replace(selection, ticked=(*kept, client_id))


def _ticks(found: Iterable[stored.Given], selection: Selection) -> tuple[TickLine, ...]:
    return tuple(TickLine(one.id, one.name, one.client_class, one.id in selection.ticked) for one in found)


@allowed(*LEADING)
async def of_client(actor: Actor, work: Work, client_id: int) -> Selection:
    """One client, from its card."""
    client = await get_client(actor, work, client_id)
    await get_giver(actor, work, client.manager_id)
    return Selection(client.manager_id, ticked=(client.id,))


@allowed(*LEADING)
async def list_takers(actor: Actor, work: Work, selection: Selection) -> list[Actor]:
    """Who may receive: those who sell under the actor, and the actor."""
    await get_giver(actor, work, selection.giver)
    people = [*await employees.sellers_of(work.tx, actor), actor]
    return [one for one in people if one.id != selection.giver]


async def _get_taker(actor: Actor, work: Work, selection: Selection, taker_id: int) -> Actor:
    for one in await list_takers(actor, work, selection):
        if one.id == taker_id:
            return one
    raise NotFoundError(what="employee", id=taker_id)


async def _chosen(work: Work, selection: Selection) -> list[int]:
    """Raises `StaleError` where none of them is the giver's any more."""
    if selection.ticked:
        found = await stored.own_among(work.tx, selection.giver, selection.ticked)
    else:
        found = await stored.ids_of(work.tx, selection.giver, grade=selection.grade)
    if selection.place:
        lying = await _places(work, selection.giver)
        found = [one for one in found if lying.get(one) == selection.place]
    if not found:
        raise StaleError(what="transfer")
    return found


@allowed(*LEADING)
async def count_chosen(actor: Actor, work: Work, selection: Selection) -> tuple[int, str, Given | None]:
    """How many are meant, whose they are, and who it is where it is one."""
    giver = await get_giver(actor, work, selection.giver)
    ids = await _chosen(work, selection)
    return len(ids), giver.name, await _only(work, ids)


@allowed(*LEADING)
async def preview(actor: Actor, work: Work, selection: Selection, taker_id: int) -> Preview:
    """What goes along, before it goes."""
    giver = await get_giver(actor, work, selection.giver)
    taker = await _get_taker(actor, work, selection, taker_id)
    ids = await _chosen(work, selection)
    today = work.today(actor)
    counts = await stored.counts_of(work.tx, ids, today, today + timedelta(days=PREVIEW_DAYS))
    only = await _only(work, ids)
    left = await clients.count_of(work.tx, giver.id) - len(ids)
    return Preview(
        giver.id, giver.name, taker.name, len(ids), counts, only.name if only else "", left,
        leaving=selection.leaving and not left,
    )  # fmt: skip


# --- done --------------------------------------------------------------------------------------------------------------


@allowed(*LEADING)
async def transfer(actor: Actor, work: Work, selection: Selection, taker_id: int) -> Done:
    """All of it in this one transaction. Raises `StaleError` where it was done before."""
    giver = await get_giver(actor, work, selection.giver)
    taker = await _get_taker(actor, work, selection, taker_id)
    moved = await hand_over(actor, work, giver, taker, await _chosen(work, selection))
    if not moved:
        raise StaleError(what="transfer")
    id_ = await stored.note(work.tx, moved, giver=giver.id, taker=taker.id, by=actor.hand, at=work.now)
    await colleagues.note(actor, work, giver, what="transfer", to=taker.id, count=len(moved), transfer=id_)
    return Done(
        id_,
        giver,
        taker,
        len(moved),
        await clients.count_of(work.tx, giver.id),
        await _key(work, moved),
        await employees.is_out(work.tx, giver.id),
        await _only(work, moved),
    )


@inner
async def hand_over(actor: Actor, work: Work, giver: Actor, taker: Actor, ids: Sequence[int]) -> list[int]:
    """Moves clients everywhere, in portions; those who are the giver's no more stay out. Whoever changes a manager calls this."""
    moved: list[int] = []
    today = work.today(giver)
    facts = {"from": giver.name, "to": taker.name}
    async for portion in portions(ids, PORTION):
        own = await stored.own_among(work.tx, giver.id, portion)
        await transfer_moves.move(work.tx, own, giver.id, taker.id, today)
        await work.tx.run_many(
            timeline.ADD,
            [
                {"client_id": one, "employee_id": actor.hand, "at": work.now, "kind": EventKind.TRANSFER, "facts": facts}
                for one in own
            ],
        )  # fmt: skip
        moved += own
    return moved


async def _key(work: Work, ids: Sequence[int]) -> tuple[Given, ...]:
    return tuple(
        Given(one.id, one.name, one.client_class, one.overdue)
        for one in await stored.key_clients(work.tx, ids)
    )


async def _only(work: Work, ids: Sequence[int]) -> Given | None:
    """Who is spoken of by name, as nobody else is."""
    names = await clients.names(work.tx, [*ids]) if len(ids) == 1 else {}
    return Given(ids[0], names[ids[0]], "", 0) if names else None


# --- the journal, and back -----------------------------------------------------------------------------------------------


@allowed(*LEADING)
async def list_transfers(actor: Actor, work: Work) -> tuple[JournalLine, ...]:
    """The last ones from people whom the actor leads, those who left included."""
    people = [one.id for one in await colleagues.all_under(actor, work)]
    return await _lines(actor, work, await stored.last_of(work.tx, people, JOURNAL))


async def _lines(actor: Actor, work: Work, found: Sequence[Transfer]) -> tuple[JournalLine, ...]:
    named = {id_ for one in found for id_ in (one.from_id, one.to_id, one.by_id)}
    names = await clients.manager_names(work.tx, sorted(named))
    only = await stored.only_of(work.tx, found)
    lines = [
        JournalLine(
            one.id,
            actor.local(one.at),
            names[one.from_id],
            names[one.to_id],
            names[one.by_id],
            one.count,
            only.get(one.id, ""),
            undone=one.undone_at is not None,
            can_undo=await _may_undo(actor, work, one),
        )
        for one in found
    ]
    return tuple(lines)


async def _may_undo(actor: Actor, work: Work, one: Transfer) -> bool:
    fresh = one.undone_at is None and one.at > work.now - UNDO_FOR
    return fresh and not await employees.is_out(work.tx, one.from_id) and not actor.by


async def _get_undoable(actor: Actor, work: Work, transfer_id: int) -> Transfer:
    """Held from other turns. Raises `StaleError` where it is too late, or was undone before."""
    check_own_hand(actor)
    one = await stored.find(work.tx, transfer_id)
    if one is None or one.from_id not in {each.id for each in await colleagues.all_under(actor, work)}:
        raise NotFoundError(what="transfer", id=transfer_id)
    if not await _may_undo(actor, work, one):
        raise StaleError(what="transfer")
    return one


@allowed(*LEADING)
async def get_undo(actor: Actor, work: Work, transfer_id: int) -> JournalLine:
    """What would be taken back. Raises `StaleError`."""
    (line,) = await _lines(actor, work, [await _get_undoable(actor, work, transfer_id)])
    return line


@allowed(*LEADING)
async def undo(actor: Actor, work: Work, transfer_id: int) -> Done:
    """Back to the giver, within a day: the clients of whom nothing was written since. `left` are those who stay.

    Raises `StaleError` where it is too late, or was done before.
    """
    one = await _get_undoable(actor, work, transfer_id)
    giver = await employees.find_anybody(work.tx, one.from_id)
    taker = await employees.find_anybody(work.tx, one.to_id)
    if giver is None or taker is None:
        raise StaleError(what="transfer")
    await stored.undo(work.tx, one.id, work.now)
    moved = await hand_over(actor, work, taker, giver, await stored.untouched(work.tx, one))
    if not moved:
        raise StaleError(what="transfer")
    await colleagues.note(actor, work, giver, what="transfer_undone", transfer=one.id, count=len(moved))
    return Done(
        one.id,
        giver,
        taker,
        len(moved),
        one.count - len(moved),
        (),
        was_out=False,
        only=await _only(work, moved),
    )
