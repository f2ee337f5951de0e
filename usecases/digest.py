"""The lead's day: the plan of the morning, how it stands, and one manager's day from near."""

from dataclasses import replace
from datetime import timedelta

from domain.actors import LEADING, Actor, Role
from domain.digest import AlarmKind, DigestKind, clock_on
from domain.norms import is_below_half
from screens.carried import Carried, Lying
from screens.digest_views import Digest, Fact, LastCall, Line, Overdue, PersonDay
from storage import counters, digest, employees, next_steps, receivables
from storage.counters import Counted
from storage.receivables import ManagerTotal
from usecases import call_list
from usecases.access import allowed
from usecases.digest_facts import age_of, carried_since, places_in, read_alarms, read_wins
from usecases.digest_place import find_place
from usecases.digest_team import Team, choose_team, counted_on, read_team
from usecases.errors import NotFoundError
from usecases.occasions_today import count_today
from usecases.promises import judge_due
from usecases.work import Work

MOST_BUILT = 30


@allowed(*LEADING)
async def read_digest(actor: Actor, work: Work, kind: DigestKind, team_id: int = 0) -> Digest:
    """Keeps what is owed today for tomorrow's digest to compare with. Raises `NotFoundError` for a foreign team."""
    await judge_due(actor, work)
    day = work.today(actor)
    teams = await choose_team(actor, work, team_id)
    team = await read_team(actor, work, day, team_id)
    lines = await read_lines(work, team, morning=kind is DigestKind.PLAN)
    before = work.rules.calendar.previous_working(day)
    last = await digest.sums(work.tx, team.counted, before, before)
    return Digest(
        kind=kind,
        day=day,
        at=actor.local(work.now),
        lines=lines,
        overdue=await read_overdue(work, team),
        alarms=await read_alarms(work, team),
        wins=() if kind is DigestKind.PLAN else await read_wins(work, team),
        usual=await _usual(work, team),
        yesterday=before,
        yesterday_sum=last.order_sum,
        yesterday_calls=last.calls,
        teams=named_teams(teams, {line.team_id or 0 for line in lines}),
        team=team_id,
        group=place.title if (place := await find_place(actor, work)) else "",
    )


def named_teams(teams: list[tuple[int, str]], with_people: set[int]) -> tuple[tuple[int, str], ...]:
    """Those of the teams that have people in the digest."""
    named = [team for team in teams if team[0] in with_people]
    return (*named, (0, "")) if 0 in with_people and named else tuple(named)


async def read_lines(work: Work, team: Team, *, morning: bool = False) -> tuple[Line, ...]:
    """A line for each manager, and for whoever else sold today, so that the lines add up to the team."""
    counted = await counted_on(work, team)
    active = {id_ for id_, row in counted.items() if row.calls or row.orders or row.promises}
    people = {person.id: person for person in team.managers}
    others = sorted(active - people.keys(), key=lambda id_: (team.name(id_), id_))
    lines = [_line(work, team, person, counted[person.id]) for person in team.managers]
    lines += [_counted_line(id_, team.name(id_), None, 0, counted[id_]) for id_ in others]
    if morning:
        lines = await _with_morning(work, team, lines)
    return tuple(sorted(lines, key=lambda line: (line.team_id or 10**9, line.name, line.id)))


def _line(work: Work, team: Team, person: Actor, counted: Counted) -> Line:
    away = team.away.get(person.id)
    norm = work.rules.norms.calls if work.rules.calendar.is_working(team.day) and away is None else 0
    return replace(_counted_line(person.id, person.name, person.team_id, norm, counted), away=away)


def _counted_line(id_: int, name: str, team_id: int | None, norm: int, counted: Counted) -> Line:
    return Line(
        id_,
        name,
        team_id,
        calls=counted.calls,
        reached=counted.reached,
        offers=counted.phone_offers + counted.email_offers,
        orders=counted.orders,
        order_sum=counted.order_sum,
        promises=counted.promises,
        promise_sum=counted.promise_sum,
        norm=norm,
    )


async def _with_morning(work: Work, team: Team, lines: list[Line]) -> list[Line]:
    listed = await digest.listed(work.tx, team.ids, team.day)
    for person in team.managers[:MOST_BUILT] if work.rules.calendar.is_working(team.day) else ():
        if _is_worked(team, person) and person.id not in listed and work.today(person) == team.day:
            await call_list.build_list(person, work)
    listed = await digest.listed(work.tx, team.ids, team.day)
    backs = await digest.call_backs(work.tx, team.ids, team.day)
    due = await digest.due_sums(work.tx, team.ids, team.day)
    kept = await count_today(work, {one.id: team.day for one in team.managers[:MOST_BUILT]})
    return [
        replace(
            line,
            listed=sum(listed.get(line.id, {}).values()),
            call_backs=backs.get(line.id, 0),
            due_count=due.get(line.id, (0, 0))[0],
            due_sum=due.get(line.id, (0, 0))[1],
            birthdays=kept.get(line.id, 0),
        )
        for line in lines
    ]


def _is_worked(team: Team, person: Actor) -> bool:
    """A deputy works the list of who is away."""
    away = team.away.get(person.id)
    return away is None or bool(away.deputy)


async def _usual(work: Work, team: Team) -> int:
    """Kopecks of an ordinary working day, from the last four weeks; 0 before there are any."""
    start, end = team.day - timedelta(days=work.rules.digest.usual_days), team.day - timedelta(days=1)
    found = await digest.sums(work.tx, team.counted, start, end)
    return found.order_sum // max(len(work.rules.calendar.working_days(start, end)), 1)


async def read_overdue(work: Work, team: Team) -> Overdue:
    """Against each manager's last look before `team.start`; who was never looked at counts as unchanged."""
    now = {total.manager_id: total for total in await receivables.totals(work.tx, team.ids)}
    since = team.start - timedelta(days=work.rules.digest.snapshot_days)
    before: dict[int, digest.Snapshot] = {}
    today: dict[int, digest.Snapshot] = {}
    for row in await digest.snapshots(work.tx, team.ids, since, team.day):
        if row.day < team.start:
            before[row.manager_id] = row
        elif row.day == team.day:
            today[row.manager_id] = row
    totals = [now.get(id_) or ManagerTotal(id_, 0, 0, 0, 0, None, None) for id_ in team.ids]
    await digest.keep(work.tx, team.day, [total for total in totals if _moved(total, today)])
    overdue = sum(total.overdue for total in totals)
    if not before:
        return Overdue(overdue)
    was = sum(
        before[total.manager_id].overdue if total.manager_id in before else total.overdue for total in totals
    )
    return Overdue(overdue, was, max(row.day for row in before.values()))


def _moved(total: ManagerTotal, today: dict[int, digest.Snapshot]) -> bool:
    kept = today.get(total.manager_id)
    return kept is None or (kept.debt, kept.overdue) != (total.debt, total.overdue)


@allowed(*LEADING)
async def list_alarms(actor: Actor, work: Work, team_id: int = 0) -> Digest:
    """The same, for who wants to see everything that calls for attention."""
    return await read_digest(actor, work, DigestKind.NOW, team_id)


@allowed(*LEADING)
async def find_off_pace(actor: Actor, work: Work) -> Digest | None:
    """None where everybody has at least half the norm: then nothing is said."""
    team = await read_team(actor, work, work.today(actor))
    alarms: tuple[Fact, ...] = await read_alarms(work, team, AlarmKind.OFF_PACE)
    if not alarms:
        return None
    lines = await read_lines(work, team)
    return Digest(DigestKind.NOW, team.day, actor.local(work.now), lines, Overdue(0), alarms)


@allowed(*LEADING)
async def list_carried(actor: Actor, work: Work, employee_id: int) -> Carried:
    """What lies for long in one list of today. Raises `NotFoundError` for somebody of another team."""
    day = work.today(actor)
    team = await read_team(actor, work, day)
    if employee_id not in team.ids:
        raise NotFoundError(what="employee", id=employee_id)
    lines = await digest.carried_of(work.tx, employee_id, day, carried_since(work, day))
    asked = await read_alarms(work, team, AlarmKind.CARRIED)
    return Carried(
        fact=next((fact for fact in asked if fact.ref == employee_id), None),
        name=team.name(employee_id),
        today=day,
        lines=tuple(
            Lying(line.client_id, line.client, age_of(work, line.since, day), line.reasons) for line in lines
        ),
    )


@allowed(*LEADING)
async def get_person_day(actor: Actor, work: Work, employee_id: int) -> PersonDay:
    """Raises `NotFoundError` for somebody of another team, and for who has left."""
    day = work.today(actor)
    team = await read_team(actor, work, day)
    person = await employees.find(work.tx, employee_id)
    if person is None or person.id not in team.ids:
        raise NotFoundError(what="employee", id=employee_id)
    counted = await counters.of_day(work.tx, person.id, day)
    states = (await digest.listed(work.tx, [person.id], day)).get(person.id, {})
    norms = work.rules.norms
    hands = [person.id, *places_in(team, person.id)]
    made = sum(one.calls for one in await counters.of_team(work.tx, hands, day, day))
    outcomes = await digest.outcomes(work.tx, person.id, day)
    is_manager = person.role is Role.MANAGER
    line = (
        _line(work, team, person, counted)
        if is_manager
        else _counted_line(person.id, person.name, None, 0, counted)
    )
    return PersonDay(
        line=line,
        today=day,
        phone_offers=counted.phone_offers,
        email_offers=counted.email_offers,
        phone_norm=norms.phone_offers,
        email_norm=norms.email_offers,
        outcomes=tuple(sorted(outcomes.items(), key=lambda one: (-one[1], one[0]))),
        listed=sum(states.values()),
        left=states.get("waiting", 0),
        last=tuple(
            LastCall(call.client_id, call.client, actor.local(call.at), call.outcome, call.note)
            for call in await digest.last_calls(work.tx, person.id, day)
        ),
        without_next=await next_steps.count(work.tx, person.id, day),
        unreachable=bool(await digest.unreachable(work.tx, [person.id])),
        off_pace=bool(line.norm)
        and is_below_half(made, clock_on(day, person.local(work.now)), norms, norm=norms.calls),
    )
