"""What the call screens show, gathered from the rows."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.actors import SELLING, Actor
from domain.ranking import rank
from screens.call_list import DayList, ListRow, Norm
from screens.calls import Card, Who
from storage import calls, clients, counters, persons
from storage.calls import ListLine
from storage.clients import Client
from storage.persons import Person
from usecases import call_list
from usecases.access import allowed
from usecases.scope import get_client
from usecases.work import Work


@allowed(*SELLING)
async def norm_of(actor: Actor, work: Work) -> Norm:
    done = await counters.of_day(work.tx, actor.id, work.today(actor))
    return Norm(done.calls, done.reached, done.phone_offers, done.email_offers, work.rules.norms)


@allowed(*SELLING)
async def day_list(actor: Actor, work: Work) -> DayList:
    """Today's list, built where it is not yet."""
    lines = await call_list.build_list(actor, work)
    names = await clients.names(work.tx, [line.client_id for line in lines])
    today = work.today(actor)
    rows = [_row(actor, line, names) for line in lines if line.client_id in names]
    waiting = await offers_to_send(actor, work)
    later = await work.tx.rows(
        calls.LATER_TODAY,
        lambda client, name, at: (client, name, actor.local(at)),
        manager=actor.id,
        day=today,
        soon=work.now + call_list.SOON,
    )
    return DayList(today, rows, await norm_of(actor, work), len(waiting), later)


def _row(actor: Actor, line: ListLine, names: dict[int, str]) -> ListRow:
    at = actor.local(line.pinned_at) if line.pinned_at else None
    return ListRow(line.client_id, names[line.client_id], line.reasons, line.state != "waiting", at)


@allowed(*SELLING)
async def offers_to_send(actor: Actor, work: Work) -> list[tuple[int, str]]:
    """(client id, name) of the commercial offers promised and not sent."""
    return await work.tx.rows(
        calls.OFFERS_TO_SEND, lambda client, name: (client, name), manager=actor.id, day=work.today(actor)
    )


@allowed(*SELLING)
async def get_card(actor: Actor, work: Work, client_id: int, person_id: int | None = None) -> Card:
    """`person_id` chooses whom to call instead of whom the reason calls for."""
    client = await get_client(actor, work, client_id)
    people = [person for person in await persons.of_client(work.tx, client.id) if not person.bad_number]
    line = await calls.line_of(work.tx, actor.id, work.today(actor), client.id)
    last = await calls.last_call(work.tx, client.id)
    reasons = line.reasons if line else _reasons_now(actor, work, client, people)
    who = _whom(people, person_id or client.next_person_id or (line.person_id if line else None))
    return Card(
        client=client.id,
        name=client.name,
        client_class=client.client_class,
        is_lead=client.is_lead,
        today=work.today(actor),
        seen=last.id if last else 0,
        norm=await norm_of(actor, work),
        reasons=reasons,
        who=who,
        others=[_shown(person) for person in people if person.phone and (who is None or person.id != who.id)],
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
        last_at=actor.local(last.at) if last else None,
        attempts=client.attempts,
        offer_to_send=client.next_kind == "task" and client.next_reason == "offer",
        open_claims=client.open_claims,
    )


def _reasons_now(actor: Actor, work: Work, client: Client, people: list[Person]) -> list[dict[str, Any]]:
    """For a client outside today's list: why one might call all the same."""
    candidate = call_list.candidate_of(actor, work, client, people, work.today(actor))
    lines = rank([candidate], now=actor.local(work.now), settings=work.rules.ranking, norm=1)
    return [call_list.reason_row(actor, reason) for line in lines for reason in line.reasons]


def _whom(people: list[Person], wanted: int | None) -> Who | None:
    chosen = next((person for person in people if person.id == wanted), None)
    first = chosen or next((person for person in people if person.phone), None) or next(iter(people), None)
    return _shown(first) if first else None


def _shown(person: Person) -> Who:
    return Who(person.id, person.name, person.role, person.phone)


def _local_time(actor: Actor, work: Work, client: Client) -> str:
    """Only where it is another hour than the manager's."""
    if not client.timezone:
        return ""
    theirs: datetime = work.now.astimezone(ZoneInfo(client.timezone))
    return "" if theirs.utcoffset() == actor.local(work.now).utcoffset() else f"{theirs:%H:%M}"
