"""Errands as they are shown, and who may see one."""

from datetime import datetime

from domain.actors import Actor, Role
from domain.errands import ErrandStatus, Pool
from screens.errand_views import ErrandRow, ErrandView, Side, WordView
from storage import clients, employees, errands
from storage.errands import Errand, Row
from usecases.access import inner
from usecases.errors import NotFoundError
from usecases.scope import managers_for
from usecases.work import Work

WORDS_SHOWN = 6


@inner
async def read_errand(actor: Actor, work: Work, errand_id: int, *, lock: bool = False) -> tuple[Errand, Side]:
    """One that the actor does, gave, may take, or whose people the actor leads. Raises `NotFoundError` for any other alike."""
    found = await errands.find(work.tx, errand_id, lock=lock)
    side = await _side(actor, work, found) if found is not None else None
    if found is None or side is None:
        raise NotFoundError(what="errand", id=errand_id)
    return found, side


@inner
async def _side(actor: Actor, work: Work, one: Errand) -> Side | None:
    # with its client a lead's own errand may come to the lead: once done it waits for their word all the same
    judges = one.giver_id == actor.id and one.status is ErrandStatus.DONE
    if one.doer_id == actor.id and not judges:
        return Side.DOER
    if one.giver_id == actor.id:
        return Side.GIVER
    if one.pool == actor.role and one.doer_id is None:
        return Side.POOL
    if actor.leads:
        led = await managers_for(actor, work)
        if one.doer_id in led or one.giver_id in led:
            return Side.GIVER
    return None


@inner
async def view_of(actor: Actor, work: Work, one: Errand, side: Side) -> ErrandView:
    people = await clients.manager_names(
        work.tx, [id_ for id_ in (one.giver_id, one.doer_id) if id_ is not None]
    )
    names = await clients.names(work.tx, [one.client_id]) if one.client_id is not None else {}
    # A department looks at no client's card, a lead and a manager only at their own.
    sees = actor.sells and one.client_id is not None and await _sees(actor, work, one.client_id)
    words = await errands.words_of(work.tx, one.id, WORDS_SHOWN)
    row = ErrandRow(
        one.id,
        one.text,
        actor.local(one.due),
        one.status.is_open and one.due <= work.now,
        one.status,
        people.get(one.giver_id, ""),
        people.get(one.doer_id or 0, ""),
        names.get(one.client_id or 0, ""),
        one.client_id if sees and one.client_id is not None else 0,
        Pool(one.pool) if one.pool else None,
        one.asked,
        one.wanted is not None,
    )
    return ErrandView(
        row,
        side,
        work.today(actor),
        one.answer,
        actor.local(one.wanted) if one.wanted else None,
        one.file_kind or "",
        tuple(WordView(actor.local(word.at), word.kind, word.text, word.who) for word in reversed(words)),
    )


@inner
async def _sees(actor: Actor, work: Work, client_id: int) -> bool:
    return await clients.find(work.tx, client_id, await managers_for(actor, work)) is not None


def row_of(actor: Actor, row: Row, now: datetime) -> ErrandRow:
    return ErrandRow(
        row.id,
        row.text,
        actor.local(row.due),
        row.status.is_open and row.due <= now,
        row.status,
        row.giver,
        row.doer or "",
        row.client or "",
        row.client_id or 0,
        Pool(row.pool) if row.pool else None,
        row.asked,
        row.wanted is not None,
    )


@inner
async def people_under(actor: Actor, work: Work) -> list[Actor]:
    """To whom a lead may give errands: the own teams and those under them, leads of the same team excepted; everybody for the owner."""
    if actor.role is Role.OWNER:
        found = await employees.everybody(work.tx)
    else:
        below = await employees.of_subtree(work.tx, actor.team_id)
        found = [one for one in below if one.role is not Role.LEAD or one.team_id != actor.team_id]
    return [one for one in found if one.id != actor.id]
