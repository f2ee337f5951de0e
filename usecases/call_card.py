"""What the call screens show, gathered from the rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.actors import SELLING, Actor
from domain.basket import Usual, usual_basket
from domain.best_hour import BestHour, find_best_hour
from screens.call_list import DayList, Norm
from screens.calls import Card, Who
from storage import call_cards, calls, clients, counters, persons
from storage.call_cards import PastCall
from storage.calls import ListLine
from storage.clients import Client
from storage.persons import Person
from usecases import call_list
from usecases.access import allowed
from usecases.arrivals import arrived_line
from usecases.call_moves import find_expected
from usecases.calls import missed_in_a_row, tries_of
from usecases.errand_news import news_of
from usecases.next_steps import count_without
from usecases.occasions_today import with_names
from usecases.promotions import promotion_for
from usecases.scope import get_client, managers_for
from usecases.work import Work

GOODS = 3
SHOWN_LATER = 5


@dataclass(frozen=True, slots=True)
class Habits:
    """A client with its best hour and the day on which its rhythm expects an order, as far as known."""

    client: Client
    best: BestHour | None
    expected: date | None


@allowed(*SELLING)
async def norm_of(actor: Actor, work: Work) -> Norm:
    done = await counters.of_day(work.tx, actor.id, work.today(actor))
    return Norm(done.calls, done.reached, done.phone_offers, done.email_offers, work.rules.norms)


@allowed(*SELLING)
async def day_list(actor: Actor, work: Work) -> DayList:
    """Today's list, built where it is not yet."""
    lines = await call_list.build_list(actor, work)
    today = work.today(actor)
    rows = await call_list.list_rows(actor, work, lines)
    waiting = await offers_to_send(actor, work)
    later = await _later(actor, work)
    without_next = await count_without(actor, work)
    news = await news_of(actor, work)
    return DayList(today, rows, await norm_of(actor, work), len(waiting), later, without_next, news)


async def _later(actor: Actor, work: Work) -> list[tuple[int, str, datetime]]:
    """Promised for later today or put off till then, each client once."""
    found: dict[int, tuple[int, str, datetime]] = {}
    times = {"day": work.today(actor), "soon": work.now + call_list.SOON}
    for statement, whose in ((calls.LATER_TODAY, "manager"), (call_cards.PUT_OFF, "employee")):
        rows = await work.tx.rows(statement, lambda *row: row, **{whose: actor.id}, **times)
        found |= {client: (client, name, actor.local(at)) for client, name, at in rows}
    return sorted(found.values(), key=lambda one: (one[2], one[0]))[:SHOWN_LATER]


@allowed(*SELLING)
async def offers_to_send(actor: Actor, work: Work) -> list[tuple[int, str]]:
    """(client id, name) of the commercial offers promised and not sent."""
    return await work.tx.rows(
        calls.OFFERS_TO_SEND, lambda client, name: (client, name), manager=actor.id, day=work.today(actor)
    )


@allowed(*SELLING)
async def get_card(
    actor: Actor, work: Work, client_id: int, person_id: int | None = None, line: ListLine | None = None
) -> Card:
    """`person_id` chooses whom to call instead of whom the reason calls for; `line` is that of today's list where it is known."""
    client = await get_client(actor, work, client_id)
    people = await persons.of_client(work.tx, client.id)
    line = line or await calls.line_of(work.tx, actor.id, work.today(actor), client.id)
    own = line if line is not None and line.client_id == client.id else None
    past = await call_cards.recent_calls(work.tx, client.id)
    last = past[0] if past else None
    able = [person for person in people if not person.bad_number]
    reasons = (own.reasons if own else []) or await _reasons_now(actor, work, client, able)
    wanted = person_id or client.next_person_id or await _person_of(actor, work, line, client, able)
    who = _whom(able, wanted)
    return Card(
        client=client.id,
        name=client.name,
        client_class=client.client_class,
        is_lead=client.is_lead,
        today=work.today(actor),
        seen=last.id if last else 0,
        norm=await norm_of(actor, work),
        reasons=with_names(reasons, people),
        who=who,
        others=[_shown(person) for person in able if person.phone and (who is None or person.id != who.id)],
        phone=client.phone,
        local_time=_local_time(actor, work, client),
        debt=client.debt,
        overdue=client.overdue,
        days_overdue=(work.today(actor) - client.overdue_since).days if client.overdue_since else 0,
        stopped=client.stopped,
        promise_due=client.promise_due,
        promises_kept=client.promises_kept,
        promises_judged=client.promises_judged,
        last_order=client.last_order_day,
        order_gap=client.order_gap,
        note=client.note,
        last_words=last.note if last else "",
        last_outcome=last.outcome if last else "",
        last_own=last.reason or "" if last else "",
        outcomes=work.rules.outcomes.shown,
        last_at=actor.local(last.at) if last else None,
        attempts=client.attempts,
        offer_to_send=client.next_kind == "task" and client.next_reason == "offer",
        open_claims=client.open_claims,
        also=await _also(work, line, client),
        basket=await _basket(work, client),
        best=best_hour_of(past, work),
        promotion=await promotion_for(actor, work, client),
        arrived=await arrived_line(actor, work, client.id),
        **_silent(client, people, past, who),
    )


async def _person_of(
    actor: Actor, work: Work, line: ListLine | None, client: Client, able: Sequence[Person]
) -> int | None:
    """Whom the line calls for; on the line of another client, whoever here answers the same number."""
    if line is None or line.person_id is None or line.client_id == client.id:
        return line.person_id if line else None
    same = await persons.find(work.tx, line.person_id, await managers_for(actor, work))
    return next((person.id for person in able if same and person.phone == same.phone), None)


async def _also(work: Work, line: ListLine | None, client: Client) -> list[str]:
    """The other clients for whom the same person answers."""
    shared = [id_ for id_ in (line.client_id, *(line.also or ())) if id_ != client.id] if line else []
    names = await clients.names(work.tx, shared) if shared else {}
    return [names[id_] for id_ in shared if id_ in names]


async def _basket(work: Work, client: Client) -> tuple[Usual, ...]:
    if client.last_order_day is None:
        return ()
    return usual_basket(await call_cards.taken_lately(work.tx, client.id), GOODS)


def best_hour_of(past: Sequence[PastCall], work: Work) -> BestHour | None:
    """When the client picks up, by its last calls; None where they do not say."""
    return find_best_hour(tries_of(past), work.rules.calls.day_start, work.rules.calls.day_end)


def _silent(
    client: Client, people: Sequence[Person], past: Sequence[PastCall], who: Who | None
) -> dict[str, Any]:
    """Who did not answer, where somebody else is to be called instead; nothing before anybody gave way."""
    missed = missed_in_a_row(past)
    if not missed or who is None or client.next_person_id != who.id or missed[0] == who.id:
        return {}
    name = next((person.name for person in people if person.id == missed[0]), client.name)
    return {"silent": name, "missed": missed.count(missed[0])}


@allowed(*SELLING)
async def habits(actor: Actor, work: Work, client_id: int) -> Habits:
    """For a question «when»."""
    client = await get_client(actor, work, client_id)
    past = await call_cards.recent_calls(work.tx, client.id)
    expected = find_expected(client, work.today(actor), work.rules)
    return Habits(client, best_hour_of(past, work), expected)


async def _reasons_now(
    actor: Actor, work: Work, client: Client, people: list[Person]
) -> list[dict[str, Any]]:
    """For a client outside today's list: why one might call all the same."""
    line = await call_list.line_now(actor, work, client, people)
    return call_list.reason_rows(actor, line) if line else []


def _whom(people: list[Person], wanted: int | None) -> Who | None:
    chosen = next((person for person in people if person.id == wanted), None)
    first = chosen or next((person for person in people if person.phone), None) or next(iter(people), None)
    return _shown(first) if first else None


def _shown(person: Person) -> Who:
    return Who(person.id, person.name, person.role, person.phone, person.email or "")


def _local_time(actor: Actor, work: Work, client: Client) -> str:
    """Only where it is another hour than the manager's."""
    if not client.timezone:
        return ""
    theirs: datetime = work.now.astimezone(ZoneInfo(client.timezone))
    return "" if theirs.utcoffset() == actor.local(work.now).utcoffset() else f"{theirs:%H:%M}"
