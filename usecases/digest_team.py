"""Whose digest it is: the people of a lead, who of them is away, and what each has counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.absences import Absence
from domain.actors import LEADING, Actor, Role
from domain.digest import Days
from domain.teams import subtree
from screens.digest_views import Away
from storage import absences, clients, counters, employees
from storage.counters import NAMES, Counted
from usecases.access import allowed, inner
from usecases.errors import NotFoundError
from usecases.scope import managers_for
from usecases.work import Work


@dataclass(frozen=True, slots=True)
class Team:
    """Whose days they are, from `start` to `day`. `ids` are all whose clients the lead answers for; `managers` have a norm.

    `hearers` can be spoken to: those at work, less the lead. `away` are not at work on `day`. `chosen` is the team
    that was asked for, 0 for all. `gone` were dismissed: what they did stays in the team's figures.
    """

    actor: Actor
    ids: list[int]
    managers: tuple[Actor, ...]
    hearers: frozenset[int]
    names: Mapping[int, str]
    day: date
    start: date
    away: Mapping[int, Away] = field(default_factory=dict)
    chosen: int = 0
    gone: tuple[int, ...] = ()

    @property
    def counted(self) -> list[int]:
        """Whose counters make the team's figures."""
        return [*self.ids, *self.gone]

    def name(self, employee_id: int) -> str:
        return self.names.get(employee_id, "")

    def since(self, start: date) -> "Team":
        """The same people over more days."""
        return replace(self, start=start)


@allowed(*LEADING)
async def read_team(actor: Actor, work: Work, day: date, team_id: int = 0) -> Team:
    """The lead's own team and those under it, everybody for the owner; of one team where it is named (a foreign one has nobody)."""
    ids = await managers_for(actor, work)
    owner = actor.role is Role.OWNER
    people = await (employees.everybody(work.tx) if owner else employees.of_subtree(work.tx, actor.team_id))
    if team_id:
        people = [person for person in people if person.team_id == team_id]
        ids = [person.id for person in people if person.id in set(ids)]
    managers = tuple(person for person in people if person.role is Role.MANAGER)
    hearers = frozenset(person.id for person in people) - {actor.id}
    teams = {person.team_id for person in people} | ({team_id} if team_id else set())
    gone = tuple(one.id for one in await employees.left_from(work.tx, teams) if one.id not in set(ids))
    names = await clients.manager_names(work.tx, [*ids, *gone])
    away = await _away_on(work, [person.id for person in people], day)
    return Team(actor, ids, managers, hearers, names, day, day, away, team_id, gone)


async def _away_on(work: Work, employee_ids: list[int], day: date) -> dict[int, Away]:
    found = await absences.of_days(work.tx, employee_ids, day, day)
    deputies = sorted({one.deputy_id for one in found if one.deputy_id is not None})
    names = await clients.manager_names(work.tx, deputies) if deputies else {}
    return {
        one.employee_id: Away(
            one.kind, one.last_day, names.get(one.deputy_id or 0, ""), one.id, one.deputy_id or 0
        )
        for one in found
    }


@inner
async def teams_for(actor: Actor, work: Work) -> list[tuple[int, str]]:
    """What the actor may choose among; who leads one team has nothing to choose."""
    known = await employees.teams_by_id(work.tx)
    if actor.role is Role.OWNER:
        return [(team.id, team.name) for team in known]
    under = set(subtree({team.id: team.parent_id for team in known}, actor.team_id))
    return [(team.id, team.name) for team in known if team.id in under] if len(under) > 1 else []


@inner
async def choose_team(actor: Actor, work: Work, team_id: int) -> list[tuple[int, str]]:
    """As `teams_for`. Raises `NotFoundError` where `team_id` (0: all of them) is not among them."""
    teams = await teams_for(actor, work)
    if team_id and team_id not in dict(teams) and team_id != actor.team_id:
        raise NotFoundError(what="team", id=team_id)
    return teams


async def counted_on(work: Work, team: Team) -> dict[int, Counted]:
    """What each has counted from `team.start` to `team.day`."""
    return await counted_in(work, team, Days(team.start, team.day))


async def counted_in(work: Work, team: Team, days: Days) -> dict[int, Counted]:
    """Summed over the days; everybody is there."""
    found = {id_: Counted(id_, days.end) for id_ in team.counted}
    for row in await counters.of_team(work.tx, team.counted, days.start, days.end):
        so_far = found[row.employee_id]
        summed = {name: getattr(so_far, name) + getattr(row, name) for name in NAMES}
        found[row.employee_id] = Counted(row.employee_id, days.end, **summed)
    return found


async def calls_for_others(work: Work, team: Team, days: Days) -> dict[int, int]:
    """By deputy, the calls that stand in the lines of those whose place they took on the day."""
    ids = [*{*team.ids, *team.hearers}]
    away = [one for one in await absences.of_days(work.tx, ids, days.start, days.end) if one.deputy_id]
    found: dict[int, int] = {}
    for row in await counters.of_team(work.tx, [one.employee_id for one in away], days.start, days.end):
        for one in away:
            if one.employee_id == row.employee_id and one.deputy_id and one.covers(row.day):
                found[one.deputy_id] = found.get(one.deputy_id, 0) + row.calls
    return found


async def worked_days(work: Work, team: Team, days: Days) -> dict[int, list[date]]:
    """The working days on which each manager was there."""
    working = work.rules.calendar.working_days(days.start, days.end)
    away: dict[int, list[Absence]] = {}
    for one in await absences.of_days(work.tx, [person.id for person in team.managers], days.start, days.end):
        away.setdefault(one.employee_id, []).append(one)
    return {
        person.id: [day for day in working if not any(one.covers(day) for one in away.get(person.id, ()))]
        for person in team.managers
    }
