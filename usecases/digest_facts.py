"""What calls for the lead's attention on a day, and what went well: each list by the people it belongs to."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from domain.celebrations import OWN_DAYS
from domain.digest import NOT_IN_DIGEST, AlarmKind, WinKind, clock_on, silent_before
from domain.norms import is_below_half
from domain.periods import at_local
from domain.promises import PromiseState
from screens.digest_views import Fact
from storage import digest, remarks
from usecases.debts import lead_debts
from usecases.decisions import count_waiting
from usecases.digest_spans import month_behind, month_best, week_behind, week_best
from usecases.digest_team import Team, counted_on
from usecases.errands import late_for
from usecases.missed_occasions import key_missed
from usecases.work import Work

PROMISE_DAYS = 60
# Whose clients are looked through for dates: a larger company has teams for that.
MOST_LOOKED = 30
SHORT = (PromiseState.BROKEN, PromiseState.PARTLY_KEPT)


# --- alarms


async def _held(work: Work, team: Team) -> list[Fact]:
    rows = await digest.order_rows(work.tx, digest.HELD, employees=team.ids)
    return [_order(team, AlarmKind.HELD, row) for row in rows]


def _order(team: Team, kind: AlarmKind | WinKind, row: digest.OrderRow, minutes: int = 0) -> Fact:
    name = team.name(row.employee_id)
    return Fact(kind, row.id, row.employee_id, name, row.client_id, row.client, row.total, count=minutes)


async def _promises(work: Work, team: Team, states: tuple[PromiseState, ...]) -> list[digest.JudgedRow]:
    return await digest.judged(
        work.tx,
        team.ids,
        [state.value for state in states],
        start=at_local(team.start, time.min, team.actor.zone),
        end=at_local(team.day + timedelta(days=1), time.min, team.actor.zone),
        since=team.start - timedelta(days=PROMISE_DAYS),
    )


def _promise(team: Team, kind: AlarmKind | WinKind, row: digest.JudgedRow) -> Fact:
    name, amount = team.name(row.manager_id), row.amount or row.debt_before or None
    return Fact(
        kind,
        row.id,
        row.manager_id,
        name,
        row.client_id,
        row.client,
        amount,
        row.paid,
        due=row.due,
        day=team.actor.local(row.judged_at).date(),
    )


async def _broken(work: Work, team: Team) -> list[Fact]:
    rows = await _promises(work, team, (PromiseState.BROKEN,))
    return [_promise(team, AlarmKind.BROKEN, row) for row in rows]


async def _partly_kept(work: Work, team: Team) -> list[Fact]:
    rows = await _promises(work, team, (PromiseState.PARTLY_KEPT,))
    return [_promise(team, AlarmKind.PARTLY_KEPT, row) for row in rows]


async def _off_pace(work: Work, team: Team) -> list[Fact]:
    """Judged by each one's own clock, on working days only; who is away has no norm, whose deputy has made these calls too."""
    if not work.rules.calendar.is_working(team.day):
        return []
    # a deputy may stand in for a lead beside, whose own days are not in this digest
    counted = await counted_on(work, replace(team, ids=[*{*team.ids, *team.away}]))
    norms = work.rules.norms
    made = {
        person.id: sum(counted[id_].calls for id_ in (person.id, *places_in(team, person.id)))
        for person in team.managers
        if person.id not in team.away
    }
    behind = [
        person
        for person in team.managers
        if person.id in made
        and is_below_half(
            made[person.id], clock_on(team.day, person.local(work.now)), norms, norm=norms.calls
        )
    ]
    behind.sort(key=lambda person: (made[person.id], person.name, person.id))
    return [
        Fact(AlarmKind.OFF_PACE, one.id, one.id, one.name, count=made[one.id], norm=norms.calls)
        for one in behind
    ]


def places_in(team: Team, deputy_id: int) -> list[int]:
    """Whom of the team this person stands in for that day."""
    return [id_ for id_, away in team.away.items() if away.deputy_id == deputy_id]


async def _uncovered(_: Work, team: Team) -> list[Fact]:
    """Away, and nobody answers the clients."""
    return [
        Fact(AlarmKind.UNCOVERED, away.absence, id_, team.name(id_), due=away.until, away=away.kind)
        for id_, away in team.away.items()
        if not away.deputy and id_ in team.names
    ]


async def _decisions(work: Work, team: Team) -> list[Fact]:
    """One line for everything that waits, whose button opens the inbox; orders stand in lines of their own."""
    if team.chosen:
        return []
    waiting = await count_waiting(team.actor, work) - len(await _held(work, team))
    return [Fact(AlarmKind.DECISIONS, team.actor.id, team.actor.id, "", count=waiting)] if waiting > 0 else []


async def _errands(work: Work, team: Team) -> list[Fact]:
    """Given by a lead, and past their term."""
    return [
        Fact(
            AlarmKind.ERRAND,
            row.id,
            team.actor.id,
            row.doer,
            row.client_id,
            row.client,
            claim=row.text,
            due=row.due.date(),
        )
        for row in await late_for(team.actor, work, team.ids if team.chosen else None)
    ]


async def _unreachable(work: Work, team: Team) -> list[Fact]:
    managers = [person.id for person in team.managers]
    return [
        Fact(AlarmKind.UNREACHABLE, id_, id_, team.name(id_))
        for id_ in await digest.unreachable(work.tx, managers)
    ]


async def _claims(work: Work, team: Team) -> list[Fact]:
    return [
        Fact(
            AlarmKind.CLAIM,
            row.id,
            row.manager_id,
            team.name(row.manager_id),
            row.client_id,
            row.client,
            claim=row.kind,
            due=row.due,
        )
        for row in await digest.late_claims(work.tx, team.ids, team.day)
    ]


async def _not_accepted(work: Work, team: Team) -> list[Fact]:
    before = work.now - timedelta(minutes=work.rules.digest.accept_minutes)
    rows = await digest.order_rows(
        work.tx,
        digest.NOT_ACCEPTED,
        employees=team.ids,
        before=before,
        since=team.day - timedelta(days=work.rules.digest.accept_days),
    )
    return [_order(team, AlarmKind.NOT_ACCEPTED, row, _minutes(work.now, row.handed_at)) for row in rows]


def _minutes(now: datetime, since: datetime | None) -> int:
    return 0 if since is None else int((now - since).total_seconds()) // 60


async def _carried(work: Work, team: Team) -> list[Fact]:
    return [
        Fact(
            AlarmKind.CARRIED,
            row.employee_id,
            row.employee_id,
            team.name(row.employee_id),
            row.client_id,
            row.client,
            count=row.count,
            days=age_of(work, row.since, team.day),
            norm=work.rules.ranking.carry_days,
        )
        for row in await digest.carried(work.tx, team.ids, team.day, carried_since(work, team.day))
    ]


def carried_since(work: Work, day: date) -> date:
    """A line that waits on `day` from here on, or longer, is the lead's business."""
    return work.rules.calendar.add(day, -work.rules.ranking.carry_days)


def age_of(work: Work, since: date, day: date) -> int:
    """Working days after `since`, up to `day`."""
    return len(work.rules.calendar.working_days(since + timedelta(days=1), day))


async def _missed(work: Work, team: Team) -> list[Fact]:
    """A line for each manager: which key client was not congratulated on a day of its own, and how many more."""
    found: dict[int, dict[int, Fact]] = {}
    for one in await key_missed(work, team.ids[:MOST_LOOKED], team.day):
        manager, client = one.firm.manager_id, one.firm.id
        if one.celebration.kind not in OWN_DAYS:
            continue
        fact = Fact(AlarmKind.MISSED, manager, manager, team.name(manager), client, one.firm.name)
        found.setdefault(manager, {}).setdefault(client, replace(fact, due=one.celebration.last_day))
    return [replace(next(iter(clients.values())), count=len(clients) - 1) for clients in found.values()]


async def _silent(work: Work, team: Team) -> list[Fact]:
    before = silent_before(team.day, work.rules.ranking, work.rules.digest)
    created = at_local(before, time.min, team.actor.zone)
    return [
        Fact(
            AlarmKind.SILENT,
            row.client_id,
            row.manager_id,
            team.name(row.manager_id),
            row.client_id,
            row.client,
            count=(team.day - row.last_contact).days if row.last_contact else -1,
        )
        for row in await digest.silent(work.tx, team.ids, before, created, team.day)
    ]


async def _debts(work: Work, team: Team) -> list[Fact]:
    """Debts that have climbed to the lead."""
    return [
        Fact(
            AlarmKind.DEBT,
            one.client_id,
            one.manager_id,
            team.name(one.manager_id),
            one.client_id,
            one.name,
            amount=one.overdue,
            days=one.days,
        )
        for one in await lead_debts(team.actor, work)
    ]


# --- wins


async def _orders(work: Work, team: Team) -> list[Fact]:
    """The largest first, named by who sold it, whoever has the client now."""
    days = {"employees": team.ids, "start": team.start, "end": team.day}
    rows = [
        *await digest.order_rows(work.tx, digest.HANDED, **days),
        *await digest.order_rows(work.tx, digest.HANDED_BEFORE, **days),
    ]
    rows.sort(key=lambda row: (-row.total, row.id))
    return [replace(_order(team, WinKind.ORDER, row), day=row.day) for row in rows]


async def _kept(work: Work, team: Team) -> list[Fact]:
    rows = await _promises(work, team, (PromiseState.KEPT,))
    return [_promise(team, WinKind.KEPT, row) for row in rows]


async def _new_clients(work: Work, team: Team) -> list[Fact]:
    counted = [one for one in (await counted_on(work, team)).values() if one.new_clients > 0]
    counted.sort(key=lambda one: (-one.new_clients, one.employee_id))
    return [
        Fact(
            WinKind.NEW_CLIENTS,
            one.employee_id,
            one.employee_id,
            team.name(one.employee_id),
            count=one.new_clients,
        )
        for one in counted
    ]


Read = Callable[[Work, Team], Awaitable[list[Fact]]]
ALARMS: Mapping[AlarmKind, Read] = MappingProxyType(
    {
        AlarmKind.HELD: _held,
        AlarmKind.DECISIONS: _decisions,
        AlarmKind.BROKEN: _broken,
        AlarmKind.PARTLY_KEPT: _partly_kept,
        AlarmKind.OFF_PACE: _off_pace,
        AlarmKind.WEEK_BEHIND: week_behind,
        AlarmKind.MONTH_BEHIND: month_behind,
        AlarmKind.UNCOVERED: _uncovered,
        AlarmKind.ERRAND: _errands,
        AlarmKind.UNREACHABLE: _unreachable,
        AlarmKind.CLAIM: _claims,
        AlarmKind.NOT_ACCEPTED: _not_accepted,
        AlarmKind.CARRIED: _carried,
        AlarmKind.SILENT: _silent,
        AlarmKind.MISSED: _missed,
        AlarmKind.DEBT: _debts,
    }
)
WINS: Mapping[WinKind, Read] = MappingProxyType(
    {
        WinKind.ORDER: _orders,
        WinKind.KEPT: _kept,
        WinKind.NEW_CLIENTS: _new_clients,
        WinKind.WEEK_BEST: week_best,
        WinKind.MONTH_BEST: month_best,
    }
)
LARGEST_ORDERS = 2


async def read_alarms(work: Work, team: Team, *kinds: AlarmKind) -> tuple[Fact, ...]:
    """The most pressing first; all kinds where none is named. What the lead has asked about already says so."""
    asked = kinds or tuple(kind for kind in AlarmKind if kind not in NOT_IN_DIGEST)
    found = [fact for kind in asked for fact in await ALARMS[kind](work, team)]
    return await _marked(work, team, found, remarks.ASK)


async def read_wins(work: Work, team: Team) -> tuple[Fact, ...]:
    """The largest orders, promises kept, new clients: of each kind one before the second of any."""
    daily = (WinKind.ORDER, WinKind.KEPT, WinKind.NEW_CLIENTS)
    orders, kept, fresh = [await WINS[kind](work, team) for kind in daily]
    first = [*orders[:1], *kept[:1], *fresh[:1]]
    found = [*first, *orders[1:LARGEST_ORDERS], *kept[1:], *fresh[1:]]
    return await _marked(work, team, found, remarks.PRAISE)


async def read_best(work: Work, team: Team, *kinds: WinKind) -> tuple[Fact, ...]:
    """Of more than a day: the first of each kind."""
    found = [fact for kind in kinds for fact in (await WINS[kind](work, team))[:1]]
    return await _marked(work, team, found, remarks.PRAISE)


async def _marked(work: Work, team: Team, found: list[Fact], kind: str) -> tuple[Fact, ...]:
    """A line of another day than the digest's was spoken of on that day."""
    days = [fact.day or team.day for fact in found] or [team.day]
    said = await remarks.said_between(work.tx, team.actor.id, min(days), max(days))
    keys = [(kind, fact.kind.value, fact.ref, fact.day or team.day) for fact in found]
    return tuple(
        replace(fact, said=key in said, answered=said.get(key, False), hears=fact.manager_id in team.hearers)
        for key, fact in zip(keys, found, strict=True)
    )
