"""The day's list of a manager: built once in the morning, worked through card by card."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.actors import SELLING, Actor
from domain.occasions import BirthDate, greeting_day, next_occurrence
from domain.ranking import Line, rank
from domain.reasons import Candidate, ClientClass, NextReason, Reason
from domain.roles import is_accountant, is_buyer
from storage import calls, clients, occasions, persons
from storage.calls import ListLine
from storage.clients import Client
from storage.persons import Person
from usecases.access import allowed
from usecases.promises import judge_due
from usecases.rhythm import chance_of, find_late
from usecases.scope import lock_client
from usecases.work import Work

ROOM = 300
SOON = timedelta(minutes=5)
LATER = timedelta(minutes=30)
MOVE_ON = clients.patch("next_at")
HIDE = clients.patch("hidden_until")


@allowed(*SELLING)
async def build_list(actor: Actor, work: Work) -> list[ListLine]:
    """Today's list; the same one however often it is asked for. Cost grows with the manager's own clients only."""
    today = work.today(actor)
    known = await calls.whole_list(work.tx, actor.id, today)
    if known:
        return known
    await judge_due(actor, work)
    found = await calls.candidates(work.tx, actor.id, today, ROOM)
    lines = rank(
        await _candidates(actor, work, found),
        now=actor.local(work.now),
        settings=work.rules.ranking,
        norm=work.rules.norms.calls,
    )
    await work.tx.run_many(
        calls.ADD_LINES, [_row(actor, today, position, line) for position, line in enumerate(lines, 1)]
    )
    return await calls.whole_list(work.tx, actor.id, today)


def _row(actor: Actor, today: date, position: int, line: Line) -> dict[str, Any]:
    return {
        "employee_id": actor.id,
        "day": today,
        "position": position,
        "client_id": line.client_id,
        "person_id": line.person_id,
        "reasons": [reason_row(actor, reason) for reason in line.reasons],
        "pinned_at": line.pinned_at.astimezone(UTC) if line.pinned_at else None,
        "also": list(line.also) or None,
        "since": today,
    }


def reason_row(actor: Actor, reason: Reason) -> dict[str, Any]:
    """A reason as JSON: its kind and facts, days and local moments as ISO text."""
    return {"kind": reason.kind.value} | {name: _plain(actor, value) for name, value in reason.facts.items()}


def _plain(actor: Actor, value: object) -> object:
    if isinstance(value, datetime):
        return actor.local(value).isoformat()
    return value.isoformat() if isinstance(value, date) else value


async def _candidates(actor: Actor, work: Work, found: list[Client]) -> list[Candidate]:
    ids, today = [client.id for client in found], work.today(actor)
    people: dict[int, list[Person]] = {}
    for person in await persons.of_clients(work.tx, ids):
        people.setdefault(person.client_id, []).append(person)
    with_claims = [client.id for client in found if client.open_claims]
    since = {}
    if with_claims:
        since = dict(
            await work.tx.rows(calls.CLAIMS_SINCE, lambda client, at: (client, at), clients=with_claims)
        )
    greet = await _celebrants(actor, work, people)
    return [
        candidate_of(
            actor,
            work,
            client,
            people.get(client.id, []),
            today,
            claim_at=since.get(client.id),
            greet=greet.get(client.id),
        )
        for client in found
    ]


async def _celebrants(
    actor: Actor, work: Work, people: Mapping[int, Iterable[Person]]
) -> dict[int, tuple[int, date]]:
    """By client: whom to greet on this working day, and the birthday; those greeted already left out."""
    found = [
        (client, person.id, day)
        for client, group in people.items()
        for person in group
        if (day := _greeted_on(person, work, work.today(actor))) is not None
    ]
    if not found:
        return {}
    this_year = min(day.year for _, _, day in found)
    done = await occasions.done_since(work.tx, [person for _, person, _ in found], this_year)
    return {
        client: (person, day) for client, person, day in reversed(found) if (person, day.year) not in done
    }


def _greeted_on(person: Person, work: Work, today: date) -> date | None:
    """The birthday to be greeted today: its own day, or a day off's on the working day before."""
    if person.birth_day is None or person.birth_month is None:
        return None
    birth = BirthDate(person.birth_month, person.birth_day, person.birth_year)
    coming = next_occurrence(birth, today, work.rules.occasions).day
    return coming if coming == today or greeting_day(coming, work.rules.calendar) == today else None


def candidate_of(
    actor: Actor,
    work: Work,
    client: Client,
    people: Iterable[Person],
    today: date,
    *,
    claim_at: datetime | None = None,
    greet: tuple[int, date] | None = None,
) -> Candidate:
    """What the ranking has to know of a client, from its row and its people; `greet` is who and which birthday."""
    able = [person for person in people if person.phone and not person.bad_number]
    celebrant, occasion_on = greet or (None, None)
    zone = ZoneInfo(client.timezone) if client.timezone else actor.zone
    offset = work.now.astimezone(zone).utcoffset() or timedelta()
    late = find_late(client, today, work.rules)
    return Candidate(
        client_id=client.id,
        is_lead=client.is_lead,
        excluded=client.excluded,
        has_number=bool(able) or client.phone is not None,
        client_class=ClientClass(client.client_class),
        utc_offset_minutes=int(offset.total_seconds() // 60),
        main_person=able[0].id if able else None,
        buyer=next((person.id for person in able if is_buyer(person.role)), None),
        accountant=next((person.id for person in able if is_accountant(person.role)), None),
        celebrant=celebrant,
        caller=client.next_person_id if any(person.id == client.next_person_id for person in able) else None,
        next_at=client.next_at,
        next_day=client.next_day if client.next_kind == "call" else None,
        next_reason=NextReason(client.next_reason or NextReason.PLANNED),
        hidden_until=client.hidden_until,
        last_contact=client.last_contact_day,
        since=actor.local(client.created_at).date(),
        broken_promise_due=client.promise_broken_day,
        broken_promise_sum=client.overdue,
        promise_due=client.promise_due,
        promise_sum=client.overdue,
        overdue_sum=client.overdue,
        overdue_since=client.overdue_since,
        rhythm=late,
        order_chance=chance_of(client, today, work.rules) if late else 0.0,
        claim_since=actor.local(claim_at).date() if claim_at else None,
        occasion_on=occasion_on,
        greet_on=greeting_day(occasion_on, work.rules.calendar) if occasion_on else None,
    )


@allowed(*SELLING)
async def find_next(actor: Actor, work: Work) -> int | None:
    """The client to call next: a time that has come, else the list's next line; None where nothing is left for now."""
    today, soon = work.today(actor), work.now + SOON
    due: int | None = await work.tx.value(calls.DUE_NOW, manager=actor.id, day=today, soon=soon)
    if due is not None:
        return due
    line = await calls.next_waiting(work.tx, actor.id, today, soon)
    return line.client_id if line else None


@allowed(*SELLING)
async def put_off(actor: Actor, work: Work, client_id: int) -> None:
    """To the end of today's list; a time that has come is moved on by half an hour."""
    client = await lock_client(actor, work, client_id)
    today = work.today(actor)
    if client.next_at is not None and client.next_at <= work.now + SOON:
        await work.tx.run(MOVE_ON, id_=client.id, next_at=work.now + LATER)
    whole = await calls.whole_list(work.tx, actor.id, today)
    last = max((line.position for line in whole), default=0)
    await work.tx.run(calls.TO_THE_END, employee=actor.id, day_=today, client=client.id, position=last + 1)


@allowed(*SELLING)
async def skip(actor: Actor, work: Work, client_id: int) -> None:
    """Not today: off today's list, and back tomorrow with whatever reason it still has."""
    client = await lock_client(actor, work, client_id)
    today = work.today(actor)
    await work.tx.run(HIDE, id_=client.id, hidden_until=work.rules.calendar.next_working(today))
    await work.tx.run(calls.SET_STATE, employee=actor.id, day_=today, client=client.id, state="skipped")
