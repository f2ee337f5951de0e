"""Errands from the head: given to people with a term, read from a line or asked step by step, listed by term."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from capture.answers import read_moment
from capture.errands import ErrandLine, is_everybody, read_names, split_term
from domain.actors import EVERYBODY, LEADING, Actor, Role
from domain.errands import (
    FARTHEST,
    MOST_PEOPLE,
    ErrandDueError,
    ErrandStatus,
    ErrandTextError,
    ErrandWhomError,
    Pool,
    due_moment,
    find_people,
    kept_words,
)
from screens.errand_views import ErrandLists, ErrandRow, ErrandView, PersonChoice, Side
from storage import announcements, errands, timeline
from storage.errands import Errand
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.draft_world import clients_of
from usecases.errand_clock import announce, wind
from usecases.errand_views import people_under, read_errand, row_of, view_of
from usecases.errors import NotFoundError
from usecases.scope import get_client, managers_for
from usecases.work import Work

SHOWN = 30
LATE_SHOWN = 20


@dataclass(frozen=True, slots=True)
class NewErrand:
    """What is given: to whom (ids), about which client (0: none), what came with it. `day` without `clock`: the day's end.

    `unknown`: a name that is nobody's, or that of `namesakes` people: whom it is for is asked.
    """

    whom: tuple[int, ...] = ()
    text: str = ""
    client: int = 0
    day: date | None = None
    clock: time | None = None
    file_kind: str = ""
    file_id: str = ""
    unknown: str = ""
    namesakes: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """The errands as their giver sees them, and who is to be told now, with theirs."""

    views: tuple[ErrandView, ...]
    told: tuple[tuple[Actor, ErrandView], ...]


# --- giving ----------------------------------------------------------------------------------------------------------


@allowed(*LEADING)
async def begin(actor: Actor, work: Work, *, client: int = 0, employee: int = 0) -> NewErrand:
    """Raises `NotFoundError` for a client or a person that is not the lead's. A client's errand is its manager's at first."""
    if employee:
        await _check_people(actor, work, [employee])
        return NewErrand(whom=(employee,))
    if not client:
        return NewErrand()
    found = await get_client(actor, work, client)
    under = {one.id for one in await people_under(actor, work)}
    whom = (found.manager_id,) if found.manager_id in under else ()
    return NewErrand(whom=whom, client=found.id)


@allowed(*LEADING)
async def list_people(actor: Actor, work: Work, chosen: Sequence[int] = ()) -> list[PersonChoice]:
    return [
        PersonChoice(one.id, one.name, one.id in chosen)
        for one in (await people_under(actor, work))[:MOST_PEOPLE]
    ]


@allowed(*LEADING)
async def find_line(actor: Actor, work: Work, line: ErrandLine) -> NewErrand | None:
    """What a line gives to whom; None where it names nobody of the lead's people and may be no errand at all."""
    whom: tuple[int, ...] = ()
    unknown, namesakes = "", 0
    if line.everybody or line.whom:
        try:
            whom = await read_whom(actor, work, "" if line.everybody else ", ".join(line.whom))
        except ErrandWhomError as missed:
            if not line.explicit:
                return None
            unknown, namesakes = str(missed.facts["text"]), int(str(missed.facts["count"]))
    text, term = split_term(line.text, actor.local(work.now), work.rules.calendar)
    day, clock = _ahead(actor, work, term) or (None, None)
    client = await _client_named(actor, work, text)
    return NewErrand(whom, kept_words(text), client, day, clock, unknown=unknown, namesakes=namesakes)


@allowed(*LEADING)
async def read_whom(actor: Actor, work: Work, text: str) -> tuple[int, ...]:
    """«Анне и Игорю»; «всем» or nothing is everybody. Raises `ErrandWhomError` for a name that is nobody's or several people's."""
    people = await people_under(actor, work)
    if not text or is_everybody(text):
        managers = [one.id for one in people if one.role is Role.MANAGER]
        return tuple(managers or [one.id for one in people])[:MOST_PEOPLE]
    found: list[int] = []
    for name in read_names(text):
        named = find_people(name, people)
        if len(named) != 1:
            raise ErrandWhomError(text=name[:100], count=len(named))
        found.append(named[0].id)
    if not found:
        raise ErrandWhomError(text=text[:100], count=0)
    return tuple(dict.fromkeys(found))


@inner
async def _client_named(actor: Actor, work: Work, text: str) -> int:
    """The one client that the words name; 0 for none or several."""
    if not actor.sells or not text:
        return 0
    named = await clients_of(actor, work, text)
    return (named.pop() or 0) if len(named) == 1 else 0


@allowed(*EVERYBODY)
async def read_words(actor: Actor, work: Work, order: NewErrand, text: str) -> NewErrand:
    """With these words, their term and their client; of a term alone that. Raises `ErrandTextError` where there is neither, nor a file."""
    said, term = split_term(text.strip(), actor.local(work.now), work.rules.calendar)
    ahead = _ahead(actor, work, term)
    if not said and not order.file_id and ahead is None:
        raise ErrandTextError(text=text[:100])
    day, clock = ahead or (order.day, order.clock)
    client = order.client or await _client_named(actor, work, said)
    return replace(order, text=kept_words(said), client=client, day=day, clock=clock)


@allowed(*EVERYBODY)
async def read_term(actor: Actor, work: Work, text: str) -> tuple[date, time | None]:
    """Raises `ErrandDueError` for what is no moment ahead."""
    found = _ahead(actor, work, read_moment(text, actor.local(work.now), work.rules.calendar))
    if found is None:
        raise ErrandDueError(text=text[:100])
    return found


@inner
def _ahead(
    actor: Actor, work: Work, term: tuple[date, time | None] | None
) -> tuple[date, time | None] | None:
    """The term where it is one; one that has passed is asked for anew."""
    if term is None:
        return None
    due = due_moment(*term, actor.local(work.now), work.rules.errands)
    return term if work.now < due <= work.now + FARTHEST else None


@inner
def term_of(actor: Actor, work: Work, day: date | None, clock: time | None) -> datetime:
    """UTC. Raises `ErrandDueError` for one that has passed."""
    due = due_moment(day, clock, actor.local(work.now), work.rules.errands) if day is not None else None
    if due is None or not work.now < due <= work.now + FARTHEST:
        raise ErrandDueError(text=day.isoformat() if day else "")
    return due


@allowed(*LEADING)
async def give(actor: Actor, work: Work, order: NewErrand) -> Given:
    """One errand for each person. Raises `NotFoundError` for a foreign person or client, `ErrandDueError` for a past term."""
    people = await _check_people(actor, work, order.whom)
    due = term_of(actor, work, order.day, order.clock)
    client = await get_client(actor, work, order.client) if order.client else None
    views, told = [], []
    for person in people:
        one = await lay(actor, work, order, due, doer=person.id)
        await wind(work, one)
        if client is not None:
            await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.ERRAND, text=order.text)
        views.append(await view_of(actor, work, one, Side.GIVER))
        told += [
            (who, await view_of(who, work, one, Side.DOER)) for who in await announce(work, one.id, [person])
        ]
    return Given(tuple(views), tuple(told))


@inner
async def lay(
    actor: Actor,
    work: Work,
    order: NewErrand,
    due: datetime,
    *,
    doer: int | None = None,
    pool: Pool | None = None,
) -> Errand:
    """The row of an errand to a person, or of a request to a department."""
    id_ = await errands.add(
        work.tx,
        giver_id=actor.id,
        doer_id=doer,
        pool=pool.value if pool is not None else None,
        client_id=order.client or None,
        text=order.text,
        file_kind=order.file_kind or None,
        file_id=order.file_id or None,
        due=due,
        status=ErrandStatus.GIVEN,
        created_at=work.now,
    )
    one = await errands.find(work.tx, id_)
    assert one is not None
    return one


@inner
async def _check_people(actor: Actor, work: Work, ids: Iterable[int]) -> list[Actor]:
    under = {one.id: one for one in await people_under(actor, work)}
    for id_ in ids:
        if id_ not in under:
            raise NotFoundError(what="employee", id=id_)
    return [under[id_] for id_ in dict.fromkeys(ids)]


# --- looking ---------------------------------------------------------------------------------------------------------


@allowed(*EVERYBODY)
async def get_errand(actor: Actor, work: Work, errand_id: int) -> ErrandView:
    """Raises `NotFoundError`."""
    return await view_of(actor, work, *await read_errand(actor, work, errand_id))


@allowed(*EVERYBODY)
async def get_file(actor: Actor, work: Work, errand_id: int) -> tuple[str, str, ErrandView]:
    """(kind, Telegram's id) of what came with it, empty where nothing did."""
    one, side = await read_errand(actor, work, errand_id)
    return one.file_kind or "", one.file_id or "", await view_of(actor, work, one, side)


@allowed(*EVERYBODY)
async def list_errands(actor: Actor, work: Work) -> ErrandLists:
    """By term: to be done, to be taken, and given; for a lead all that is open in the team."""
    own = await errands.rows(work.tx, errands.OF_DOER, SHOWN, doer=actor.id)
    pool = []
    if actor.role in {one.role for one in Pool}:
        pool = await errands.rows(work.tx, errands.IN_POOL, SHOWN, pool=actor.role.value)
    given = await errands.rows(work.tx, errands.OF_GIVER, SHOWN, giver=actor.id)
    if actor.leads:
        led = await managers_for(actor, work)
        given += await errands.rows(work.tx, errands.OF_DOERS, SHOWN, doers=led)
        given += await errands.rows(work.tx, errands.UNTAKEN, SHOWN, givers=led)
    mine = {one.id for one in own if one.status.is_open or one.giver_id != actor.id}
    unique = {one.id: one for one in given if one.id not in mine}
    ordered = sorted(unique.values(), key=lambda one: (one.due, one.id))
    return ErrandLists(
        work.today(actor),
        tuple(row_of(actor, one, work.now) for one in own if one.status.is_open),
        tuple(row_of(actor, one, work.now) for one in pool),
        tuple(row_of(actor, one, work.now) for one in ordered),
        0 if actor.by else await announcements.count_unread(work.tx, actor.id),
        asks=actor.sells,
        gives=actor.leads,
    )


@allowed(*LEADING)
async def late_for(actor: Actor, work: Work, among: Sequence[int] | None = None) -> list[ErrandRow]:
    """Open and past their term, of the people whom the actor leads, or of those `among` them; the oldest first."""
    led = await managers_for(actor, work)
    if among is not None:
        led = [one for one in led if one in set(among)]
    found = await errands.rows(work.tx, errands.LATE, LATE_SHOWN, doers=led, now=work.now)
    return [row_of(actor, one, work.now) for one in found]
