"""A manager's week: what is agreed on for the days ahead, and the mark that a visit took place."""

from datetime import date, timedelta

from domain.actors import SELLING, Actor
from domain.occasions import month_days, next_occurrence
from domain.outcomes import NextKind
from domain.periods import week_start
from screens.week import Item, ItemKind, Week
from storage import calls, clients, occasions, timeline, week
from storage.timeline import EventKind
from usecases.access import allowed
from usecases.errors import NotFoundError, StaleError
from usecases.occasions import birth_of
from usecases.scope import lock_client
from usecases.work import Work

DAYS = 14
VISITED = clients.patch(
    "last_contact_day", "attempts", "next_at", "next_day", "next_kind", "next_reason", "next_person_id"
)


@allowed(*SELLING)
async def open_week(actor: Actor, work: Work) -> Week:
    """From this week's Monday to the next one's Sunday; of the days that have passed, the visits only."""
    today = work.today(actor)
    start = week_start(today)
    end = start + timedelta(days=DAYS - 1)
    items = [
        *await _visits(actor, work, start, end),
        *await _calls(actor, work, today, end),
        *await _promises(actor, work, today, end),
        *await _birthdays(actor, work, today, end),
    ]
    order = list(ItemKind)
    items.sort(key=lambda one: (one.day, one.at is None, one.at or work.now, order.index(one.kind), one.name))
    return Week(today, tuple(items))


async def _visits(actor: Actor, work: Work, start: date, end: date) -> list[Item]:
    today = work.today(actor)
    return [
        Item(
            ItemKind.VISIT,
            row.day,
            row.id,
            row.client_id,
            row.name,
            actor.local(row.at) if row.at else None,
            row.place,
            done=row.done_at is not None,
            may_mark=row.day <= today,
        )
        for row in await week.visits_of(work.tx, actor.id, start, end)
    ]


async def _calls(actor: Actor, work: Work, start: date, end: date) -> list[Item]:
    return [
        Item(
            ItemKind.CALL,
            row.day,
            row.client_id,
            row.client_id,
            row.name,
            actor.local(row.at) if row.at else None,
            reason=row.reason or "planned",
        )
        for row in await week.contacts(work.tx, actor.id, start, end)
    ]


async def _promises(actor: Actor, work: Work, start: date, end: date) -> list[Item]:
    return [
        Item(ItemKind.PROMISE, row.day, row.client_id, row.client_id, row.name, amount=row.amount)
        for row in await week.due_promises(work.tx, actor.id, start, end)
    ]


async def _birthdays(actor: Actor, work: Work, start: date, end: date) -> list[Item]:
    items = []
    for person in await occasions.born_on(
        work.tx, [actor.id], month_days(start, (end - start).days, work.rules.occasions)
    ):
        birth = birth_of(person)
        assert birth is not None
        day = next_occurrence(birth, start, work.rules.occasions).day
        items.append(
            Item(ItemKind.BIRTHDAY, day, person.id, person.client_id, person.client, person=person.name)
        )
    return items


@allowed(*SELLING)
async def mark_visited(actor: Actor, work: Work, visit_id: int, note: str) -> tuple[date, Week]:
    """The visit's day, and the week after it: the client was met today or before, which is a contact. `note` for the timeline.

    Raises `NotFoundError` for a colleague's visit, `StaleError` where it was marked before or lies ahead.
    """
    found = await week.find_visit(work.tx, visit_id, actor.id)
    if found is None:
        raise NotFoundError(what="visit", id=visit_id)
    client = await lock_client(actor, work, found.client_id)
    today = work.today(actor)
    if found.day > today or not await week.mark_visited(work.tx, found.id, work.now):
        raise StaleError(what="visit")
    over = client.next_kind == NextKind.VISIT and client.next_day is not None and client.next_day <= found.day
    await work.tx.run(
        VISITED,
        id_=client.id,
        attempts=0,
        last_contact_day=max(found.day, client.last_contact_day or found.day),
        next_at=None if over else client.next_at,
        next_day=None if over else client.next_day,
        next_kind=None if over else client.next_kind,
        next_reason=None if over else client.next_reason,
        next_person_id=None if over else client.next_person_id,
    )
    if found.day == today:
        await work.tx.run(calls.SET_STATE, employee=actor.id, day_=today, client=client.id, state="done")
    await timeline.add(work.tx, client.id, actor.id, work.now, EventKind.NOTE, text=note)
    return found.day, await open_week(actor, work)
