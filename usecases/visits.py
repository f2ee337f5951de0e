"""Visits from the plan to the result: each step once, its client's next contact and its reminders moved along."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from domain.actors import SELLING, Actor
from domain.errors import PastMomentError, ProzvonError
from domain.outcomes import NextKind
from domain.periods import at_local
from domain.visits import CHOSEN, VisitKind, VisitOutcome, minutes_of, over_at, read_training
from screens.visits import VisitView
from screens.voice import Kept
from storage import attachments as stored_attachments
from storage import calls, clients, timeline, visits, week_plan
from storage.clients import Client
from storage.timeline import EventKind
from storage.visits import Visit
from usecases.access import allowed, inner
from usecases.attachments import About, Sent, keep_photo
from usecases.calls import agree_on, plan_contact, plan_visit
from usecases.errors import NotFoundError, StaleError
from usecases.reminders import forget_visit, remind_of_open_visit, remind_of_visit
from usecases.scope import get_client, lock_client, managers_for
from usecases.visit_views import points_of, read_view
from usecases.work import Work

LONGEST_RESULT = 2000
MEETING = clients.patch(
    "last_contact_day", "attempts", "next_at", "next_day", "next_kind", "next_reason", "next_person_id"
)
SET_NEXT = clients.patch("next_at", "next_day", "next_kind", "next_reason")
WHEN = visits.patch("day", "at", "started_at")
CANCEL = visits.patch("cancelled_at")
SET_KIND = visits.patch("kind")
START = visits.patch("started_at", "day")
PLACE = visits.patch("latitude", "longitude")
STAGE = visits.patch("after")
CHECKED = visits.patch("checked")
TRAINED = visits.patch("topic", "people")
RESULT = visits.patch("result")
DONE = visits.patch("outcome", "done_at")


class OtherVisitOpenError(ProzvonError):
    """The manager is at another client still; facts: name."""

    code = "other-visit-open"


class ResultLengthError(ProzvonError):
    """The result of a visit is longer than fits; facts: most (characters)."""

    code = "visit-result"


# --- reading ------------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def get_visit(actor: Actor, work: Work, visit_id: int) -> VisitView:
    """Raises `NotFoundError` for a colleague's visit, and for one whose client is gone."""
    found = await visits.find(work.tx, visit_id, actor.id)
    if found is None:
        raise NotFoundError(what="visit", id=visit_id)
    return await read_view(actor, work, found, await get_client(actor, work, found.client_id))


@allowed(*SELLING)
async def find_open(actor: Actor, work: Work) -> Visit | None:
    """The visit that the actor is at now."""
    return await visits.find_open(work.tx, actor.id, date.fromordinal(work.today(actor).toordinal() - 1))


@allowed(*SELLING)
async def find_to_brief(actor: Actor, work: Work, visit_id: int) -> VisitView | None:
    """None where the brief would help nobody any more."""
    found = await visits.find(work.tx, visit_id, actor.id)
    if found is None or not found.is_planned:
        return None
    start = at_local(found.day, time(), actor.zone)
    if over_at(start, found.at, work.rules.visits) < work.now:
        return None
    client = await clients.find(work.tx, found.client_id, await managers_for(actor, work))
    return await read_view(actor, work, found, client) if client else None


@allowed(*SELLING)
async def find_under_way(actor: Actor, work: Work, visit_id: int) -> VisitView | None:
    """None where it is over, or its client is gone."""
    found = await visits.find(work.tx, visit_id, actor.id)
    if found is None or not found.is_open:
        return None
    client = await clients.find(work.tx, found.client_id, await managers_for(actor, work))
    return await read_view(actor, work, found, client) if client else None


@inner
async def _lock(actor: Actor, work: Work, visit_id: int) -> tuple[Visit, Client]:
    found = await visits.find_locked(work.tx, visit_id, actor.id)
    if found is None:
        raise NotFoundError(what="visit", id=visit_id)
    return found, await lock_client(actor, work, found.client_id)


@inner
async def _lock_open(actor: Actor, work: Work, visit_id: int) -> tuple[Visit, Client]:
    """Raises `StaleError` where it is not under way."""
    found, client = await _lock(actor, work, visit_id)
    if not found.is_open:
        raise StaleError(what="visit")
    return found, client


# --- planning -----------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def plan(actor: Actor, work: Work, client_id: int, day: date, clock: time | None) -> VisitView:
    """The same day and hour twice are one visit. Raises `PastMomentError`."""
    client = await lock_client(actor, work, client_id)
    agreed = agree_on(actor, work, NextKind.VISIT, day, clock)
    same = [
        stop
        for stop in await visits.stops(work.tx, actor.id, day)
        if stop.client_id == client.id and stop.at == agreed.at and not stop.done
    ]
    if same:
        return await get_visit(actor, work, same[0].id)
    visit_id = await plan_visit(actor, work, client.id, day, clock)
    today = work.today(actor)
    if client.next_day is None or client.next_day < today or client.next_day >= day:
        await plan_contact(actor, work, client.id, agreed)
    return await get_visit(actor, work, visit_id)


@allowed(*SELLING)
async def move(actor: Actor, work: Work, visit_id: int, day: date, clock: time | None) -> VisitView:
    """To another day or hour; one under way is as if it had not begun. Raises `StaleError`, `PastMomentError`."""
    found, client = await _lock(actor, work, visit_id)
    if not (found.is_planned or found.is_open):
        raise StaleError(what="visit")
    now = actor.local(work.now)
    at = at_local(day, clock, now) if clock else None
    if day < now.date() or (at is not None and at < now):
        raise PastMomentError(day=day, at=at)
    await work.tx.run(WHEN, id_=found.id, day=day, at=at, started_at=None)
    await work.tx.run(
        week_plan.MOVE_VISIT,
        visit=found.id,
        to=day,
        new_at=at,
        week_before=date.fromordinal(day.toordinal() - 7),
    )
    await forget_visit(work, found.id)
    await remind_of_visit(actor, work, found.id, day, at)
    if _is_next(client, found) or found.is_open:
        await work.tx.run(
            SET_NEXT,
            id_=client.id,
            next_at=at,
            next_day=day,
            next_kind=NextKind.VISIT,
            next_reason=client.next_reason or "planned",
        )
    return await get_visit(actor, work, found.id)


def _is_next(client: Client, visit: Visit) -> bool:
    """Whether the client's next contact is this visit."""
    return client.next_kind == NextKind.VISIT and client.next_day == visit.day


@allowed(*SELLING)
async def cancel(actor: Actor, work: Work, visit_id: int) -> VisitView:
    """Raises `StaleError` for one that is over."""
    found, client = await _lock(actor, work, visit_id)
    if not (found.is_planned or found.is_open):
        raise StaleError(what="visit")
    await work.tx.run(CANCEL, id_=found.id, cancelled_at=work.now)
    await forget_visit(work, found.id)
    await work.tx.run(week_plan.REMOVE_VISIT, visit=found.id)
    if _is_next(client, found):
        await work.tx.run(
            SET_NEXT, id_=client.id, next_at=None, next_day=None, next_kind=None, next_reason=None
        )
    await timeline.add(
        work.tx,
        client.id,
        actor.hand,
        work.now,
        EventKind.VISIT,
        visit=found.id,
        kind=found.kind,
        outcome="cancelled",
        day=found.day.isoformat(),
    )
    return await get_visit(actor, work, found.id)


@allowed(*SELLING)
async def set_kind(actor: Actor, work: Work, visit_id: int, kind: VisitKind) -> VisitView:
    found, _ = await _lock(actor, work, visit_id)
    if found.done_at is not None or found.cancelled_at is not None:
        raise StaleError(what="visit")
    await work.tx.run(SET_KIND, id_=found.id, kind=kind.value)
    return await get_visit(actor, work, found.id)


# --- under way ----------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def start(actor: Actor, work: Work, visit_id: int) -> VisitView:
    """On today's date. Raises `OtherVisitOpenError` while another is under way, `StaleError` for one that is over."""
    found, client = await _lock(actor, work, visit_id)
    if found.is_open:
        return await get_visit(actor, work, found.id)
    if not found.is_planned:
        raise StaleError(what="visit")
    other = await find_open(actor, work)
    if other is not None:
        names = await clients.names(work.tx, [other.client_id])
        raise OtherVisitOpenError(name=names.get(other.client_id, ""))
    today = work.today(actor)
    await work.tx.run(START, id_=found.id, started_at=work.now, day=today)
    if found.day != today and _is_next(client, found):
        await work.tx.run(
            SET_NEXT,
            id_=client.id,
            next_at=None,
            next_day=today,
            next_kind=client.next_kind,
            next_reason=client.next_reason,
        )
    await remind_of_open_visit(actor, work, found.id)
    return await get_visit(actor, work, found.id)


@allowed(*SELLING)
async def set_place(actor: Actor, work: Work, latitude: float, longitude: float) -> VisitView:
    """Where the visit under way takes place. Raises `StaleError` where none is."""
    found = await find_open(actor, work)
    if found is None:
        raise StaleError(what="visit")
    await work.tx.run(PLACE, id_=found.id, latitude=latitude, longitude=longitude)
    return await get_visit(actor, work, found.id)


@allowed(*SELLING)
async def set_stage(actor: Actor, work: Work, visit_id: int, *, after: bool) -> VisitView:
    """Which photos come from now on."""
    found, _ = await _lock_open(actor, work, visit_id)
    await work.tx.run(STAGE, id_=found.id, after=after)
    return await get_visit(actor, work, found.id)


@allowed(*SELLING)
async def check(actor: Actor, work: Work, visit_id: int, number: int, *, done: bool) -> VisitView:
    """Ticks a point or takes the tick back. From the first one on, photos show what is left behind."""
    found, _ = await _lock_open(actor, work, visit_id)
    points = points_of(found, work)
    if number >= len(points):
        raise StaleError(what="visit")
    ticked = [point for point, was in points if was]
    point = points[number][0]
    changed = [*(one for one in ticked if one != point), *([point] if done else [])]
    await work.tx.run(CHECKED, id_=found.id, checked=changed)
    if done and not ticked:
        await work.tx.run(STAGE, id_=found.id, after=True)
    return await get_visit(actor, work, found.id)


@allowed(*SELLING)
async def add_words(actor: Actor, work: Work, visit_id: int, text: str) -> VisitView:
    """To its result; of a training, «topic, people» first. Raises `ResultLengthError`."""
    found, _ = await _lock_open(actor, work, visit_id)
    trained = read_training(text) if found.kind == VisitKind.TRAINING and not found.topic else None
    if trained is not None:
        await work.tx.run(TRAINED, id_=found.id, topic=trained[0][:LONGEST_RESULT], people=trained[1])
    else:
        result = "\n".join(filter(None, [found.result, text.strip()]))
        if len(result) > LONGEST_RESULT:
            raise ResultLengthError(most=LONGEST_RESULT)
        await work.tx.run(RESULT, id_=found.id, result=result)
    return await get_visit(actor, work, found.id)


@allowed(*SELLING)
async def add_photo(actor: Actor, work: Work, sent: Sent) -> tuple[VisitView, Kept]:
    """A photo of the visit under way, with all of its album. Raises `StaleError` where none is."""
    found = await find_open(actor, work)
    if found is None:
        raise StaleError(what="visit")
    kept = await keep_photo(actor, work, sent, About(client=found.client_id))
    ids = [kept.id]
    if sent.album:
        ids = [one.id for one in await stored_attachments.of_album(work.tx, actor.id, sent.album)]
    await visits.add_photos(work.tx, found.id, ids, after=found.after)
    return await get_visit(actor, work, found.id), kept


# --- over ---------------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def get_unsaid(actor: Actor, work: Work, visit_id: int) -> VisitView:
    """A visit whose outcome may be said. Raises `StaleError` for any other."""
    found, client = await _lock(actor, work, visit_id)
    _check_unsaid(found)
    return await read_view(actor, work, found, client)


def _check_unsaid(found: Visit) -> None:
    if not (found.is_open or found.outcome == VisitOutcome.FORGOTTEN):
        raise StaleError(what="visit")


@allowed(*SELLING)
async def finish(actor: Actor, work: Work, visit_id: int, outcome: VisitOutcome) -> VisitView:
    """What came of it; a second outcome of the same visit raises `StaleError`."""
    found, client = await _lock(actor, work, visit_id)
    _check_unsaid(found)
    if outcome not in CHOSEN:
        raise StaleError(what="visit")
    await _end(actor, work, found, client, outcome)
    return await get_visit(actor, work, found.id)


@allowed(*SELLING)
async def mark_visited(actor: Actor, work: Work, visit_id: int) -> VisitView:
    """It took place, and that is all: the client was met today or before.

    Raises `NotFoundError` for a colleague's visit, `StaleError` where it was marked before or lies ahead.
    """
    found, client = await _lock(actor, work, visit_id)
    over = found.done_at is not None or found.cancelled_at is not None
    if over or found.day > work.today(actor):
        raise StaleError(what="visit")
    await _end(actor, work, found, client, VisitOutcome.HELD)
    return await get_visit(actor, work, found.id)


@allowed(*SELLING)
async def close_forgotten(actor: Actor, work: Work, visit_id: int) -> VisitView | None:
    """By the clock, on the morning after; None where it is over already."""
    found = await visits.find_locked(work.tx, visit_id, actor.id)
    if found is None or not found.is_open:
        return None
    client = await clients.find_locked(work.tx, found.client_id, await managers_for(actor, work))
    if client is None:
        return None
    await _end(actor, work, found, client, VisitOutcome.FORGOTTEN)
    return await get_visit(actor, work, found.id)


@inner
async def _end(actor: Actor, work: Work, found: Visit, client: Client, outcome: VisitOutcome) -> None:
    """Done now, or on its day where that has passed; whoever was met is in touch again."""
    forgotten = outcome is VisitOutcome.FORGOTTEN
    await work.tx.run(DONE, id_=found.id, outcome=outcome.value, done_at=found.done_at or work.now)
    await forget_visit(work, found.id)
    await _meet(actor, work, found, client, met=outcome is not VisitOutcome.ABSENT)
    minutes = None
    if found.started_at is not None and found.done_at is None and not forgotten:
        minutes = minutes_of(found.started_at, work.now)
    await timeline.add(
        work.tx,
        client.id,
        actor.hand,
        work.now,
        EventKind.VISIT,
        **await _facts(work, found, outcome, minutes),
    )


@inner
async def _meet(actor: Actor, work: Work, found: Visit, client: Client, *, met: bool) -> None:
    over = client.next_kind == NextKind.VISIT and client.next_day is not None and client.next_day <= found.day
    touched = max(found.day, client.last_contact_day or found.day) if met else client.last_contact_day
    await work.tx.run(
        MEETING,
        id_=client.id,
        attempts=0 if met else client.attempts,
        last_contact_day=touched,
        next_at=None if over else client.next_at,
        next_day=None if over else client.next_day,
        next_kind=None if over else client.next_kind,
        next_reason=None if over else client.next_reason,
        next_person_id=None if over else client.next_person_id,
    )
    if met and found.day == work.today(actor):
        await work.tx.run(calls.SET_STATE, employee=actor.id, day_=found.day, client=client.id, state="done")


async def _facts(work: Work, found: Visit, outcome: VisitOutcome, minutes: int | None) -> dict[str, Any]:
    photos = await visits.photos(work.tx, found.id)
    points = points_of(found, work)
    facts: dict[str, Any] = {
        "visit": found.id,
        "kind": found.kind,
        "outcome": outcome.value,
        "day": found.day.isoformat(),
        "minutes": minutes,
        "before": sum(not photo.after for photo in photos),
        "after": sum(photo.after for photo in photos),
        "done": sum(done for _, done in points),
        "total": len(points),
        "topic": found.topic,
        "people": found.people,
        "text": found.result,
    }
    return {name: value for name, value in facts.items() if value}


@allowed(*SELLING)
async def set_next(actor: Actor, work: Work, visit_id: int, day: date) -> tuple[VisitView, date]:
    """The call that follows. Raises `StaleError` while the visit is not over, `PastMomentError`."""
    found, client = await _lock(actor, work, visit_id)
    if found.done_at is None:
        raise StaleError(what="visit")
    await plan_contact(actor, work, client.id, agree_on(actor, work, NextKind.CALL, day, None))
    return await read_view(actor, work, found, client), day


@allowed(*SELLING)
async def list_photos(
    actor: Actor, work: Work, visit_id: int
) -> tuple[VisitView, Sequence[tuple[int, bool]]]:
    """(attachment, after) of each, those before first: of any visit to a client that the actor sees."""
    found = await visits.find_any(work.tx, visit_id)
    if found is None:
        raise NotFoundError(what="visit", id=visit_id)
    client = await get_client(actor, work, found.client_id)
    shown = sorted(await visits.photos(work.tx, found.id), key=lambda photo: photo.after)
    view = await read_view(actor, work, found, client)
    return view, [(photo.attachment_id, photo.after) for photo in shown]
