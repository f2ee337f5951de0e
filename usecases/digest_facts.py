"""What calls for the lead's attention on a day, and what went well: each list by the people it belongs to."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from domain.actors import LEADING, Actor, Role
from domain.celebrations import OWN_DAYS
from domain.digest import NOT_IN_DIGEST, AlarmKind, WinKind, clock_on, silent_before
from domain.norms import is_below_half
from domain.periods import at_local
from domain.promises import PromiseState
from screens.digest import Fact
from storage import clients, counters, digest, employees, remarks
from storage.counters import Counted
from usecases.access import allowed
from usecases.debts import lead_debts
from usecases.missed_occasions import key_missed
from usecases.scope import managers_for
from usecases.work import Work

PROMISE_DAYS = 60
# Whose clients are looked through for dates: a larger company has teams for that.
MOST_LOOKED = 30
SHORT = (PromiseState.BROKEN, PromiseState.PARTLY_KEPT)


@dataclass(frozen=True, slots=True)
class Team:
    """Whose day it is. `ids` are all whose clients the lead answers for; `managers` those who have a norm.

    `hearers` can be spoken to: those at work, less the lead.
    """

    actor: Actor
    ids: list[int]
    managers: tuple[Actor, ...]
    hearers: frozenset[int]
    names: Mapping[int, str]
    day: date

    def name(self, employee_id: int) -> str:
        return self.names.get(employee_id, "")


@allowed(*LEADING)
async def read_team(actor: Actor, work: Work, day: date, team_id: int = 0) -> Team:
    """The lead's own team, everybody for the owner; of one team where it is named (a foreign one has nobody)."""
    ids = await managers_for(actor, work)
    owner = actor.role is Role.OWNER
    people = await (employees.everybody(work.tx) if owner else employees.of_team(work.tx, actor.team_id))
    if team_id:
        people = [person for person in people if person.team_id == team_id]
        ids = [person.id for person in people if person.id in set(ids)]
    managers = tuple(person for person in people if person.role is Role.MANAGER)
    hearers = frozenset(person.id for person in people) - {actor.id}
    names = await clients.manager_names(work.tx, ids)
    return Team(actor, ids, managers, hearers, names, day)


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
        start=at_local(team.day, time.min, team.actor.zone),
        end=at_local(team.day + timedelta(days=1), time.min, team.actor.zone),
        since=team.day - timedelta(days=PROMISE_DAYS),
    )


def _promise(team: Team, kind: AlarmKind | WinKind, row: digest.JudgedRow) -> Fact:
    name, amount = team.name(row.manager_id), row.amount or row.debt_before or None
    return Fact(kind, row.id, row.manager_id, name, row.client_id, row.client, amount, row.paid, due=row.due)


async def _broken(work: Work, team: Team) -> list[Fact]:
    rows = await _promises(work, team, (PromiseState.BROKEN,))
    return [_promise(team, AlarmKind.BROKEN, row) for row in rows]


async def _partly_kept(work: Work, team: Team) -> list[Fact]:
    rows = await _promises(work, team, (PromiseState.PARTLY_KEPT,))
    return [_promise(team, AlarmKind.PARTLY_KEPT, row) for row in rows]


async def _off_pace(work: Work, team: Team) -> list[Fact]:
    """Judged by each one's own clock, on working days only."""
    if not work.rules.calendar.is_working(team.day):
        return []
    counted = await counted_on(work, team)
    norms = work.rules.norms
    behind = [
        person
        for person in team.managers
        if is_below_half(
            counted[person.id].calls, clock_on(team.day, person.local(work.now)), norms, norm=norms.calls
        )
    ]
    behind.sort(key=lambda person: (counted[person.id].calls, person.name, person.id))
    return [
        Fact(
            AlarmKind.OFF_PACE,
            person.id,
            person.id,
            person.name,
            count=counted[person.id].calls,
            norm=norms.calls,
        )
        for person in behind
    ]


async def counted_on(work: Work, team: Team) -> dict[int, Counted]:
    found = {row.employee_id: row for row in await counters.of_team(work.tx, team.ids, team.day, team.day)}
    return {id_: found.get(id_) or Counted(id_, team.day) for id_ in team.ids}


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
    rows = await digest.order_rows(work.tx, digest.HANDED, employees=team.ids, day=team.day)
    return [_order(team, WinKind.ORDER, row) for row in rows]


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
        AlarmKind.BROKEN: _broken,
        AlarmKind.PARTLY_KEPT: _partly_kept,
        AlarmKind.OFF_PACE: _off_pace,
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
    {WinKind.ORDER: _orders, WinKind.KEPT: _kept, WinKind.NEW_CLIENTS: _new_clients}
)
LARGEST_ORDERS = 2


async def read_alarms(work: Work, team: Team, *kinds: AlarmKind) -> tuple[Fact, ...]:
    """The most pressing first; all kinds where none is named. What the lead has asked about already says so."""
    asked = kinds or tuple(kind for kind in AlarmKind if kind not in NOT_IN_DIGEST)
    found = [fact for kind in asked for fact in await ALARMS[kind](work, team)]
    return await _marked(work, team, found, remarks.ASK)


async def read_wins(work: Work, team: Team) -> tuple[Fact, ...]:
    """The largest orders, promises kept, new clients: of each kind one before the second of any."""
    orders, kept, fresh = [await read(work, team) for read in WINS.values()]
    first = [*orders[:1], *kept[:1], *fresh[:1]]
    found = [*first, *orders[1:LARGEST_ORDERS], *kept[1:], *fresh[1:]]
    return await _marked(work, team, found, remarks.PRAISE)


async def _marked(work: Work, team: Team, found: list[Fact], kind: str) -> tuple[Fact, ...]:
    said = await remarks.said_on(work.tx, team.actor.id, team.day)
    return tuple(
        replace(
            fact,
            said=(kind, fact.kind.value, fact.ref) in said,
            hears=fact.manager_id in team.hearers,
        )
        for fact in found
    )
