"""The day's list of a manager: built once in the morning, worked through card by card."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.actors import SELLING, Actor
from domain.dunning import is_silent
from domain.outcomes import NextKind
from domain.ranking import Line, rank
from domain.reasons import Candidate, ClientClass, NextReason, Reason, ReasonKind
from domain.roles import is_accountant, is_buyer, is_director
from screens.call_list import ListRow
from storage import calls, clients, persons
from storage.calls import ListLine
from storage.clients import Client
from storage.persons import Person
from usecases.access import allowed, inner
from usecases.arrivals import arrivals_for
from usecases.claim_views import claims_since
from usecases.errand_news import errands_for
from usecases.exhibitions import invitations_for
from usecases.occasions_today import Kept, candidate_facts, is_birthday, keep_today, with_names
from usecases.promises import judge_due
from usecases.promotions import promotions_for
from usecases.rhythm import chance_of, find_late
from usecases.week_plan import planned_for_today
from usecases.work import Work

ROOM = 300
SOON = timedelta(minutes=5)
LATER = timedelta(minutes=30)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OccasionsToCall:
    """What the desks beside the list ask to call for, by client.

    `promotions`: the name of one that the client was not told of, and its last day. `invitations`: the exhibition without a reply,
    and the day of the invitation. `planned`: whose call of the week plan stands undone for today or earlier.
    `arrived`: goods that the client waited for, and the day on which they came. `errands`: what the lead has asked to do with it.
    """

    promotions: Mapping[int, tuple[str, date]] = field(default_factory=dict)
    invitations: Mapping[int, tuple[str, date]] = field(default_factory=dict)
    planned: AbstractSet[int] = frozenset()
    arrived: Mapping[int, tuple[str, date | None]] = field(default_factory=dict)
    errands: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Carried:
    """`days` are the working days that the client's line lies unworked, from `since` on."""

    since: date
    days: int


NO_OCCASIONS = OccasionsToCall()


@allowed(*SELLING)
async def build_list(actor: Actor, work: Work) -> list[ListLine]:
    """Today's list; the same one however often it is asked for. Cost grows with the manager's own clients only."""
    today = work.today(actor)
    known = await calls.whole_list(work.tx, actor.id, today)
    if known:
        return known
    await judge_due(actor, work)
    ranking = work.rules.ranking
    until = today + timedelta(days=ranking.contract_days)
    found = await calls.candidates(work.tx, actor.id, today, ROOM, until=until, gaps=ranking.rhythm_ratio)
    lines = rank(
        await _candidates(actor, work, found),
        now=actor.local(work.now),
        settings=ranking,
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
        "reasons": reason_rows(actor, line),
        "pinned_at": line.pinned_at.astimezone(UTC) if line.pinned_at else None,
        "also": list(line.also) or None,
        "since": line.since or today,
    }


@inner
async def line_now(actor: Actor, work: Work, client: Client, people: list[Person]) -> Line | None:
    """The line of a client that has none of its own today: why one might call all the same, and whom."""
    today = work.today(actor)
    kept = await keep_today(work, today, [(client, people)])
    asked = OccasionsToCall(errands=await errands_for(actor, work, [client.id]))
    candidate = candidate_of(actor, work, client, people, today, kept=kept.get(client.id), asked=asked)
    lines = rank([candidate], now=actor.local(work.now), settings=work.rules.ranking, norm=1)
    return lines[0] if lines else None


@allowed(*SELLING)
async def list_rows(actor: Actor, work: Work, lines: Iterable[ListLine]) -> list[ListRow]:
    """The lines as they are shown, each with its age in working days; those of nameless clients are left out."""
    today, shown = work.today(actor), list(lines)
    ids = [client_id for line in shown for client_id in (line.client_id, *(line.also or ()))]
    names = await clients.names(work.tx, ids)
    born = [line.client_id for line in shown if any(map(is_birthday, line.reasons))]
    people = await persons.of_clients(work.tx, born) if born else []
    return [
        ListRow(
            line.client_id,
            names[line.client_id],
            with_names(line.reasons, people),
            line.state != "waiting",
            actor.local(line.pinned_at) if line.pinned_at else None,
            [names[client_id] for client_id in line.also or () if client_id in names],
            line.since,
            _age(work, line.since or today, today),
        )
        for line in shown
        if line.client_id in names
    ]


def _age(work: Work, since: date, today: date) -> int:
    """Working days after `since`, to `today`."""
    return 0 if since >= today else len(work.rules.calendar.working_days(since + ONE_DAY, today))


def reason_rows(actor: Actor, line: Line) -> list[dict[str, Any]]:
    """The reasons of a line as JSON; the debt that waits for a greeting lies in that reason, with whom to call then."""
    rows = [reason_row(actor, reason) for reason in line.reasons]
    for row in rows:
        if row["kind"] == ReasonKind.OCCASION and line.then:
            row["then"] = [reason_row(actor, reason) for reason in line.then]
            row["then_person"] = line.then_person
    return rows


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
    claimed = await _claims(work, found)
    kept = await keep_today(work, today, [(client, people.get(client.id, [])) for client in found])
    carried = await _carried(actor, work, found)
    asked = await _occasions_to_call(actor, work, found)
    return [
        candidate_of(
            actor,
            work,
            client,
            people.get(client.id, []),
            today,
            claim=claimed.get(client.id),
            kept=kept.get(client.id),
            carried=carried.get(client.id),
            asked=asked,
        )
        for client in found
    ]


async def _occasions_to_call(actor: Actor, work: Work, found: list[Client]) -> OccasionsToCall:
    """Asked for all of the list at once: one query for each field, two for promotions."""
    ids = [client.id for client in found]
    return OccasionsToCall(
        promotions=await promotions_for(actor, work, found),
        invitations=await invitations_for(actor, work, ids),
        planned=await planned_for_today(actor, work, ids),
        arrived=await arrivals_for(actor, work, ids),
        errands=await errands_for(actor, work, ids),
    )


async def _claims(work: Work, found: Iterable[Client]) -> dict[int, tuple[datetime, bool]]:
    """The oldest open claim of each client that has one, and whether something was decided that the client does not know."""
    claiming = [client.id for client in found if client.open_claims]
    if not claiming:
        return {}
    return await claims_since(work, claiming)


async def _carried(actor: Actor, work: Work, found: Iterable[Client]) -> dict[int, Carried]:
    """Who stood in the last list and was not worked: neither there nor by any contact since."""
    left: dict[int, tuple[date, date]] = {}
    for line in await calls.left_lines(work.tx, actor.id, work.today(actor)):
        for client_id in (line.client_id, *(line.also or ())):
            left[client_id] = line.since or line.listed, line.listed
    carried = {}
    for client in found:
        since, listed = left.get(client.id, (None, None))
        if since is None or listed is None or (client.last_contact_day or date.min) >= listed:
            continue
        carried[client.id] = Carried(since, _age(work, since, work.today(actor)))
    return carried


def candidate_of(
    actor: Actor,
    work: Work,
    client: Client,
    people: Iterable[Person],
    today: date,
    *,
    claim: tuple[datetime, bool] | None = None,
    kept: Kept | None = None,
    carried: Carried | None = None,
    asked: OccasionsToCall = NO_OCCASIONS,
) -> Candidate:
    """What the ranking has to know of a client, from its row and its people; `kept` is what is celebrated there today."""
    able, phone = _reachable(client, list(people))
    late = find_late(client, today, work.rules)
    to_call, to_visit = client.next_kind == NextKind.CALL, client.next_kind == NextKind.VISIT
    return Candidate(
        client_id=client.id,
        is_lead=client.is_lead,
        excluded=client.excluded,
        has_number=bool(able) or phone is not None,
        client_class=ClientClass(client.client_class),
        utc_offset_minutes=_offset(actor, work, client),
        phone=phone,
        numbers={person.id: person.phone for person in able if person.phone},
        main_person=able[0].id if able else None,
        director=_first(able, is_director),
        buyer=_first(able, is_buyer),
        accountant=_first(able, is_accountant),
        caller=client.next_person_id if any(person.id == client.next_person_id for person in able) else None,
        next_at=client.next_at if to_call else None,
        next_day=client.next_day if to_call else None,
        next_reason=NextReason(client.next_reason or NextReason.PLANNED),
        visit_on=client.next_day if to_visit else None,
        hidden_until=client.hidden_until,
        last_contact=client.last_contact_day,
        since=actor.local(client.created_at).date(),
        rhythm=late,
        order_chance=chance_of(client, today, work.rules) if late else 0.0,
        claim_since=actor.local(claim[0]).date() if claim else None,
        claim_decided=claim is not None and claim[1],
        contract_ends=client.contract_ends,
        carried_since=carried.since if carried else None,
        carried_days=carried.days if carried else 0,
        **candidate_facts(kept, work.rules.calendar),
        **_money_of(client, today),
        **_asked_of(client.id, asked),
    )


def _money_of(client: Client, today: date) -> dict[str, Any]:
    """Nothing while nobody is to be reminded, or while the client says that it has paid."""
    if is_silent(client.undunned_until, today) or is_silent(client.debt_quiet_until, today):
        return {}
    return {
        "broken_promise_due": client.promise_broken_day,
        "broken_promise_sum": client.overdue,
        "promise_due": client.promise_due,
        "promise_sum": client.overdue,
        "overdue_sum": client.overdue,
        "overdue_since": client.overdue_since,
    }


def _asked_of(client_id: int, asked: OccasionsToCall) -> dict[str, Any]:
    promotion, promotion_ends = asked.promotions.get(client_id, ("", None))
    invited_to, invited_on = asked.invitations.get(client_id, ("", None))
    arrived, arrived_on = asked.arrived.get(client_id, ("", None))
    return {
        "promotion": promotion,
        "promotion_ends": promotion_ends,
        "invited_to": invited_to,
        "invited_on": invited_on,
        "week_planned": client_id in asked.planned,
        "arrived": arrived,
        "arrived_on": arrived_on,
        "errand": asked.errands.get(client_id, ""),
    }


def _reachable(client: Client, people: list[Person]) -> tuple[list[Person], str | None]:
    """Who can be called, and the client's own number: one that proved wrong is wrong wherever it is written."""
    wrong = {person.phone for person in people if person.bad_number}
    able = [person for person in people if person.phone and person.phone not in wrong]
    return able, client.phone if client.phone not in wrong else None


def _first(people: Iterable[Person], has_role: Callable[[str], bool]) -> int | None:
    return next((person.id for person in people if has_role(person.role)), None)


def _offset(actor: Actor, work: Work, client: Client) -> int:
    zone = ZoneInfo(client.timezone) if client.timezone else actor.zone
    offset = work.now.astimezone(zone).utcoffset() or timedelta()
    return int(offset.total_seconds() // 60)


@allowed(*SELLING)
async def find_next(actor: Actor, work: Work) -> tuple[int, ListLine | None] | None:
    """The client to call next: a time that has come, else that of the list's next line, with it; None: nothing left for now."""
    today, soon = work.today(actor), work.now + SOON
    due: int | None = await work.tx.value(calls.DUE_NOW, manager=actor.id, day=today, soon=soon)
    if due is not None:
        return due, None
    line = await calls.next_waiting(work.tx, actor.id, today, soon)
    return (line.client_id, line) if line else None
