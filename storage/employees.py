"""Our own people, their teams and invitations."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.actors import Actor, Role
from domain.teams import line_up, subtree
from storage.database import Transaction, one_of
from storage.tables import employees, invitations, teams

ACTOR = sa.select(
    employees.c.id,
    employees.c.telegram_id,
    employees.c.name,
    employees.c.role,
    employees.c.team_id,
    employees.c.language,
    employees.c.timezone,
    employees.c.unreachable_at.is_(None),
)
AT_WORK = sa.and_(employees.c.dismissed_at.is_(None), employees.c.telegram_id.is_not(None))
BY_TELEGRAM = ACTOR.where(employees.c.telegram_id == sa.bindparam("telegram_id"), AT_WORK)
BY_ID = ACTOR.where(employees.c.id == sa.bindparam("id_"), AT_WORK)
BY_ROLE = ACTOR.where(employees.c.role == sa.bindparam("role"), AT_WORK).order_by(employees.c.id)
OF_TEAM = ACTOR.where(employees.c.team_id == sa.bindparam("team"), AT_WORK).order_by(
    employees.c.name, employees.c.id
)
OF_TEAMS = ACTOR.where(one_of(employees.c.team_id, "teams_"), AT_WORK).order_by(
    employees.c.name, employees.c.id
)
ALL_IDS = sa.select(employees.c.id)
EVERYBODY = ACTOR.where(AT_WORK).order_by(employees.c.name, employees.c.id)
ADD = (
    sa.insert(employees)
    .values(
        {
            name: sa.bindparam(name)
            for name in ("telegram_id", "name", "role", "team_id", "language", "timezone", "created_at")
        }
    )
    .returning(employees.c.id)
)
RETURN = (
    sa.update(employees)
    .where(employees.c.telegram_id == sa.bindparam("telegram"))
    .values(
        role=sa.bindparam("role"), team_id=sa.bindparam("team_id"), dismissed_at=None, unreachable_at=None
    )
    .returning(employees.c.id)
)
DISMISS = (
    sa.update(employees)
    .where(employees.c.id == sa.bindparam("id_"), employees.c.dismissed_at.is_(None))
    .values(dismissed_at=sa.bindparam("at"))
)
SET_LANGUAGE = (
    sa.update(employees)
    .where(employees.c.id == sa.bindparam("id_"))
    .values(language=sa.bindparam("language"))
)
SET_TIMEZONE = (
    sa.update(employees)
    .where(employees.c.id == sa.bindparam("id_"))
    .values(timezone=sa.bindparam("timezone"))
)
SET_TEAM = (
    sa.update(employees).where(employees.c.id == sa.bindparam("id_")).values(team_id=sa.bindparam("team"))
)
SET_SETTINGS = (
    sa.update(employees)
    .where(employees.c.id == sa.bindparam("id_"))
    .values(settings=sa.bindparam("settings"))
)
SETTINGS = sa.select(employees.c.settings).where(employees.c.id == sa.bindparam("id_"))
UNREACHABLE = (
    sa.update(employees)
    .where(employees.c.telegram_id == sa.bindparam("chat"), employees.c.unreachable_at.is_(None))
    .values(unreachable_at=sa.bindparam("at"))
)
REACHABLE = (
    sa.update(employees)
    .where(employees.c.id == sa.bindparam("id_"), employees.c.unreachable_at.is_not(None))
    .values(unreachable_at=None)
)

ADD_TEAM = sa.insert(teams).values(name=sa.bindparam("name")).returning(teams.c.id)
TEAMS = sa.select(teams.c.id, teams.c.name, teams.c.parent_id).order_by(teams.c.id)
RENAME_TEAM = sa.update(teams).where(teams.c.id == sa.bindparam("id_")).values(name=sa.bindparam("name"))
PUT_UNDER = sa.update(teams).where(teams.c.id == sa.bindparam("id_")).values(parent_id=sa.bindparam("parent"))
_LEFT = employees.c.dismissed_at.is_not(None)
LOCK = sa.select(employees.c.id).where(employees.c.id == sa.bindparam("id_")).with_for_update(key_share=True)
LEFT = sa.select(employees.c.telegram_id, employees.c.dismissed_at).where(
    _LEFT, employees.c.telegram_id.is_not(None)
)
FORMER = ACTOR.where(_LEFT).order_by(employees.c.dismissed_at.desc(), employees.c.id)
ANYBODY = ACTOR.where(employees.c.id == sa.bindparam("id_"))
IS_OUT = sa.select(_LEFT).where(employees.c.id == sa.bindparam("id_"))
RENAME = sa.update(employees).where(employees.c.id == sa.bindparam("id_")).values(name=sa.bindparam("name"))
SET_ROLE = (
    sa.update(employees)
    .where(employees.c.id == sa.bindparam("id_"))
    .values(role=sa.bindparam("role"), team_id=sa.bindparam("team"))
)
TAKE_BACK = sa.update(employees).where(employees.c.id == sa.bindparam("id_"), _LEFT).values(dismissed_at=None)

INVITE = sa.insert(invitations).values(
    {name: sa.bindparam(name) for name in ("code", "role", "team_id", "invited_by", "expires_at")}
)
INVITATION = sa.select(
    invitations.c.code,
    invitations.c.role,
    invitations.c.team_id,
    invitations.c.invited_by,
    invitations.c.expires_at,
    invitations.c.used_by,
).where(invitations.c.code == sa.bindparam("code"))
USE_INVITATION = (
    sa.update(invitations)
    .where(invitations.c.code == sa.bindparam("code_"), invitations.c.used_by.is_(None))
    .values(used_by=sa.bindparam("employee"))
)


@dataclass(frozen=True, slots=True)
class Invitation:
    code: str
    role: str
    team_id: int | None
    invited_by: int
    expires_at: datetime
    used_by: int | None


@dataclass(frozen=True, slots=True)
class Team:
    """`parent_id` is the team above: its leads answer for this one too."""

    id: int
    name: str
    parent_id: int | None = None


def make_actor(id_: int, chat: int, name: str, role: str, *rest: Any) -> Actor:
    return Actor(id_, chat, name, Role(role), *rest)


async def find_by_telegram(tx: Transaction, telegram_id: int) -> Actor | None:
    """None for a stranger and for whoever was dismissed."""
    return await tx.row(BY_TELEGRAM, make_actor, telegram_id=telegram_id)


async def find(tx: Transaction, employee_id: int) -> Actor | None:
    """None where there is nobody, or nobody any more."""
    return await tx.row(BY_ID, make_actor, id_=employee_id)


async def with_role(tx: Transaction, role: Role) -> list[Actor]:
    return await tx.rows(BY_ROLE, make_actor, role=role)


async def of_team(tx: Transaction, team_id: int | None) -> list[Actor]:
    return await tx.rows(OF_TEAM, make_actor, team=team_id)


async def everybody(tx: Transaction) -> list[Actor]:
    return await tx.rows(EVERYBODY, make_actor)


async def parents(tx: Transaction) -> dict[int, int | None]:
    """Each team with the one above it."""
    return {team.id: team.parent_id for team in await teams_by_id(tx)}


async def of_subtree(tx: Transaction, team_id: int | None) -> list[Actor]:
    """The people of a team and of all teams under it, by name."""
    return await tx.rows(OF_TEAMS, make_actor, teams_=subtree(await parents(tx), team_id))


async def leads_of(tx: Transaction, person: Actor) -> list[Actor]:
    """The nearest leads above: others who lead the own team; else of the teams above it; else the owners."""
    line = [*line_up(await parents(tx), person.team_id)]
    above = [one for one in await tx.rows(OF_TEAMS, make_actor, teams_=line) if one.role is Role.LEAD]
    for team in line:
        leads = [one for one in above if one.team_id == team and one.id != person.id]
        if leads:
            return leads
    return await with_role(tx, Role.OWNER)


async def managers_of(tx: Transaction, lead: Actor) -> list[Actor]:
    """Whose clients a lead sees: the managers of the own team and of those under it; the owner sees everybody's."""
    people = await everybody(tx) if lead.role is Role.OWNER else await of_subtree(tx, lead.team_id)
    return [person for person in people if person.role is Role.MANAGER]


async def sellers_of(tx: Transaction, lead: Actor) -> list[Actor]:
    """Those managers, and the leads of the teams under: a lead may have clients too. Without `lead`."""
    people = await everybody(tx) if lead.role is Role.OWNER else await of_subtree(tx, lead.team_id)
    return [
        one
        for one in people
        if one.id != lead.id
        and (
            one.role is Role.MANAGER
            or (one.role is Role.LEAD and (lead.role is Role.OWNER or one.team_id != lead.team_id))
        )
    ]


async def find_anybody(tx: Transaction, employee_id: int) -> Actor | None:
    """Those who left included."""
    return await tx.row(ANYBODY, make_actor, id_=employee_id)


async def is_out(tx: Transaction, employee_id: int) -> bool:
    return bool(await tx.value(IS_OUT, id_=employee_id))


async def lock(tx: Transaction, employee_id: int) -> None:
    """Whoever plans this person's days meanwhile waits for the end of this transaction."""
    await tx.value(LOCK, id_=employee_id)


async def left(tx: Transaction) -> dict[int, datetime]:
    """The chats of those who were dismissed, with when (UTC)."""
    return dict(await tx.rows(LEFT, lambda chat, at: (chat, at)))


async def former(tx: Transaction) -> list[Actor]:
    """Who was dismissed, the last first."""
    return await tx.rows(FORMER, make_actor)


async def left_from(tx: Transaction, team_ids: Collection[int | None]) -> list[Actor]:
    """Managers who were dismissed from these teams; None: from none."""
    return [one for one in await former(tx) if one.role is Role.MANAGER and one.team_id in team_ids]


async def find_invitation(tx: Transaction, code: str) -> Invitation | None:
    return await tx.row(INVITATION, Invitation, code=code)


async def teams_by_id(tx: Transaction) -> list[Team]:
    return await tx.rows(TEAMS, Team)


async def all_ids(tx: Transaction) -> list[int]:
    """Those who left included: their clients wait for somebody."""
    return await tx.values(ALL_IDS)
