"""Our people as whoever leads them changes them: name, role, team, zone, out and back. Each change is told and kept."""

from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import available_timezones

from capture.zones import read_zone
from domain.actors import LEADING, SELLING, Actor, Role
from domain.teams import line_up, subtree
from storage import clients, employees, exports
from usecases import pushes
from usecases.access import allowed, check_own_hand, inner
from usecases.errand_clock import free_requests
from usecases.errors import AccessDeniedError, NotFoundError, StaleError, UnreadableError
from usecases.work import Work

LONGEST_NAME = 100
ROLES_OF_LEAD = (Role.MANAGER, Role.SUPPORT, Role.ACCOUNTANT, Role.LOGISTICS)
ROLES_OF_OWNER = (Role.MANAGER, Role.LEAD, Role.SUPPORT, Role.ACCOUNTANT, Role.LOGISTICS)
ACTION = "people"


@dataclass(frozen=True, slots=True)
class Colleague:
    """One of our people as the actor sees them: what may be done, and how many clients they answer for."""

    person: Actor
    team: str
    clients: int
    out: bool
    may_manage: bool
    may_move: bool


# --- who may ------------------------------------------------------------------------------------------------------------


@inner
async def get_under(actor: Actor, work: Work, employee_id: int) -> Actor:
    """Those who left included. Raises `NotFoundError` for somebody of a foreign team too."""
    found = await employees.find_anybody(work.tx, employee_id)
    if found is None or not await _is_under(actor, work, found):
        raise NotFoundError(what="employee", id=employee_id)
    return found


async def _is_under(actor: Actor, work: Work, person: Actor) -> bool:
    if actor.role is Role.OWNER or person.id == actor.id:
        return True
    line = [*line_up(await employees.parents(work.tx), person.team_id)]
    return actor.team_id is not None and actor.team_id in line


@inner
async def may_manage(actor: Actor, work: Work, person: Actor) -> bool:
    """The owner everybody but owners; a lead those of the own team who do not lead it, and all of the teams under it."""
    if actor.by or person.id == actor.id or person.role is Role.OWNER:
        return False
    if actor.role is Role.OWNER:
        return True
    return await _is_under(actor, work, person) and (
        person.role is not Role.LEAD or person.team_id != actor.team_id
    )


@inner
async def all_under(actor: Actor, work: Work) -> list[Actor]:
    """Everybody whom the actor leads, and the actor; those who left come last."""
    teams = set(subtree(await employees.parents(work.tx), actor.team_id))
    everybody = [*await employees.everybody(work.tx), *await employees.former(work.tx)]
    return [
        one for one in everybody if actor.role is Role.OWNER or one.team_id in teams or one.id == actor.id
    ]


@inner
async def is_head(actor: Actor, work: Work) -> bool:
    """Whether teams stand under the actor: always under the owner."""
    if actor.role is Role.OWNER:
        return True
    return actor.team_id is not None and actor.team_id in (await employees.parents(work.tx)).values()


@inner
async def get_managed(actor: Actor, work: Work, employee_id: int) -> Actor:
    """Somebody at work whom the actor may change: never in another's place."""
    check_own_hand(actor)
    found = await get_under(actor, work, employee_id)
    if await employees.is_out(work.tx, found.id):
        raise NotFoundError(what="employee", id=employee_id)
    if not await may_manage(actor, work, found):
        raise AccessDeniedError(role=actor.role)
    return found


@inner
async def note(actor: Actor, work: Work, person: Actor, *, what: str, **facts: Any) -> None:
    """A line of the audit: who changed what of whom."""
    said = {"what": what, "who": person.id, **facts}
    await work.tx.run(exports.ADD, at=work.now, employee_id=actor.hand, action=ACTION, facts=said)


# --- one of them ------------------------------------------------------------------------------------------------------


@allowed(*LEADING)
async def get(actor: Actor, work: Work, employee_id: int) -> Colleague:
    found = await get_under(actor, work, employee_id)
    teams = {team.id: team.name for team in await employees.teams_by_id(work.tx)}
    managed = await may_manage(actor, work, found)
    return Colleague(
        found,
        teams.get(found.team_id or 0, ""),
        await clients.count_of(work.tx, found.id),
        await employees.is_out(work.tx, found.id),
        managed,
        managed and await is_head(actor, work),
    )


@allowed(*LEADING)
async def list_former(actor: Actor, work: Work) -> list[tuple[Actor, int]]:
    """Who left, the last first, with the clients who still wait for somebody."""
    people = await all_under(actor, work)
    out = {one.id for one in await employees.former(work.tx)}
    return [(one, await clients.count_of(work.tx, one.id)) for one in people if one.id in out]


@allowed(*LEADING)
async def rename(actor: Actor, work: Work, employee_id: int, name: str) -> Actor:
    found = await get_managed(actor, work, employee_id)
    typed = " ".join(name.split())
    if not typed or len(typed) > LONGEST_NAME:
        raise UnreadableError("employee-name", text=typed[:LONGEST_NAME])
    await work.tx.run(employees.RENAME, id_=found.id, name=typed)
    await note(actor, work, found, what="name", before=found.name, after=typed)
    return replace(found, name=typed)


@allowed(*LEADING)
async def list_roles(actor: Actor, work: Work, employee_id: int) -> tuple[Actor, tuple[Role, ...]]:
    """What else the person may become. A lead makes leads only of the teams under."""
    found = await get_managed(actor, work, employee_id)
    deep = actor.role is Role.OWNER or found.team_id != actor.team_id
    return found, tuple(one for one in (ROLES_OF_OWNER if deep else ROLES_OF_LEAD) if one is not found.role)


@allowed(*LEADING)
async def set_role(actor: Actor, work: Work, employee_id: int, role: Role) -> Actor:
    """Clients stay with the person; a new lead without a team brings one along; pushes are those of the new role."""
    found, roles = await list_roles(actor, work, employee_id)
    if role is found.role:
        raise StaleError(what="role")
    if role not in roles:
        raise AccessDeniedError(role=actor.role)
    team = found.team_id
    if role is Role.LEAD and team is None:
        team = await work.tx.value(employees.ADD_TEAM, name=found.name)
    await work.tx.run(employees.SET_ROLE, id_=found.id, role=role, team=team)
    changed = await _moved_on(work, found)
    await free_requests(work, found)
    await note(actor, work, found, what="role", before=found.role.value, after=role.value)
    return changed


@allowed(*LEADING)
async def set_zone(actor: Actor, work: Work, employee_id: int, zone: str) -> Actor:
    """The pushes move with it. Raises `UnreadableError` for what is no zone."""
    found = await get_managed(actor, work, employee_id)
    if zone not in available_timezones():
        raise UnreadableError("timezone", text=zone)
    if zone == found.timezone:
        return found
    await work.tx.run(employees.SET_TIMEZONE, id_=found.id, timezone=zone)
    await note(actor, work, found, what="zone", before=found.timezone, after=zone)
    return await _moved_on(work, found)


@allowed(*LEADING)
async def type_zone(actor: Actor, work: Work, employee_id: int, text: str) -> Actor:
    """«Тюмень», «мск+2», «UTC+5»."""
    zone = read_zone(text)
    if zone is None:
        raise UnreadableError("zone-typed", text=text[:LONGEST_NAME])
    return await set_zone(actor, work, employee_id, zone)


@allowed(*LEADING)
async def list_teams(actor: Actor, work: Work, employee_id: int) -> tuple[Actor, list[tuple[int, str]]]:
    """The person and the teams to choose from: all for the owner, for a head those under."""
    found = await get_managed(actor, work, employee_id)
    under = await teams_under(actor, work)
    return found, [(team.id, team.name) for team in under if team.id != found.team_id]


@allowed(*LEADING)
async def move(actor: Actor, work: Work, employee_id: int, team_id: int) -> Actor:
    """Clients go along with the person: the new lead sees them from now on."""
    found, teams = await list_teams(actor, work, employee_id)
    if found.team_id == team_id:
        raise StaleError(what="team")
    if team_id not in {id_ for id_, _ in teams}:
        raise NotFoundError(what="team", id=team_id)
    await work.tx.run(employees.SET_TEAM, id_=found.id, team=team_id)
    await note(actor, work, found, what="team", before=found.team_id, after=team_id)
    return replace(found, team_id=team_id)


@allowed(*LEADING)
async def take_back(actor: Actor, work: Work, employee_id: int) -> Actor:
    """Somebody who was dismissed works again, as before. Raises `StaleError` where they do already."""
    check_own_hand(actor)
    found = await get_under(actor, work, employee_id)
    if not await may_manage(actor, work, found):
        raise AccessDeniedError(role=actor.role)
    if not await work.tx.run(employees.TAKE_BACK, id_=found.id):
        raise StaleError(what="employee")
    await note(actor, work, found, what="returned")
    return await _moved_on(work, found)


async def _moved_on(work: Work, person: Actor) -> Actor:
    changed = await employees.find_anybody(work.tx, person.id)
    assert changed is not None
    await pushes.plan_all(work, changed)
    return changed


@inner
async def clients_waiting(_: Actor, work: Work, person: Actor) -> int:
    """Clients of somebody who may not sell any more: to be handed over. 0 where all is well."""
    return 0 if person.role in SELLING else await clients.count_of(work.tx, person.id)


# --- teams --------------------------------------------------------------------------------------------------------------


@inner
async def teams_under(actor: Actor, work: Work) -> list[employees.Team]:
    """The actor's team and those under it; all of them for the owner."""
    teams = await employees.teams_by_id(work.tx)
    if actor.role is Role.OWNER:
        return teams
    own = set(subtree({team.id: team.parent_id for team in teams}, actor.team_id))
    return [team for team in teams if team.id in own]
