"""Our own people: who comes in, in which role, and who is out."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from domain.actors import EVERYBODY, LEADING, Actor, Role
from screens import team
from screens.words import Catalogue
from storage import employees
from usecases import pushes
from usecases.access import allowed
from usecases.errors import AccessDeniedError, InvitationError, NotFoundError, UnreadableError
from usecases.post import Post
from usecases.work import Work

Entry = TypeVar("Entry", bound=Callable[..., Awaitable[Any]])
LONGEST_NAME = 100
INVITED_BY_LEAD = (Role.MANAGER, Role.SUPPORT, Role.ACCOUNTANT, Role.LOGISTICS)
INVITED_BY_OWNER = (Role.MANAGER, Role.LEAD, Role.SUPPORT, Role.ACCOUNTANT, Role.LOGISTICS)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A person who is nobody here yet, as Telegram describes them: a name may have 129 characters there."""

    telegram_id: int
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team with its people; `id` None for those without one."""

    id: int | None
    name: str
    people: tuple[Actor, ...]


def open_to_strangers(use_case: Entry) -> Entry:
    """A use case without an actor: the door itself."""
    use_case.allowed = frozenset()  # type: ignore[attr-defined]
    return use_case


@open_to_strangers
async def enter(work: Work, newcomer: Newcomer, code: str) -> tuple[Actor, Actor | None]:
    """The newcomer as one of us, and who invited them. Raises `InvitationError` where the code opens nothing."""
    if newcomer.telegram_id == work.rules.owner_id:
        return await admit(work, newcomer, Role.OWNER, None), None
    found = await employees.find_invitation(work.tx, code) if code else None
    if found is None or found.used_by is not None or found.expires_at <= work.now:
        raise InvitationError(code=code)
    team_id = found.team_id
    if found.role == Role.LEAD and team_id is None:
        team_id = await work.tx.value(employees.ADD_TEAM, name=newcomer.name[:LONGEST_NAME])
    actor = await admit(work, newcomer, Role(found.role), team_id)
    if not await work.tx.run(employees.USE_INVITATION, code_=code, employee=actor.id):
        raise InvitationError(code=code)
    return actor, await employees.find(work.tx, found.invited_by)


@open_to_strangers
async def admit(
    work: Work, newcomer: Newcomer, role: Role, team_id: int | None, *, timezone: str = ""
) -> Actor:
    """Somebody who was dismissed returns to their own row, so their history stays theirs."""
    tx = work.tx
    returned = await tx.value(employees.RETURN, telegram=newcomer.telegram_id, role=role, team_id=team_id)
    if returned is None:
        await tx.value(
            employees.ADD,
            telegram_id=newcomer.telegram_id,
            name=newcomer.name[:LONGEST_NAME],
            role=role,
            team_id=team_id,
            language=newcomer.language,
            timezone=timezone or work.rules.company.timezone,
            created_at=work.now,
        )
    actor = await employees.find_by_telegram(tx, newcomer.telegram_id)
    assert actor is not None
    await pushes.plan_all(work, actor)
    return actor


@allowed(*LEADING)
async def invite(actor: Actor, work: Work, role: Role, team_id: int | None = None) -> str:
    """The link that lets one person in, once, for a day. A lead invites to the own team and never another lead."""
    if role not in roles_to_invite(actor):
        raise AccessDeniedError(role=actor.role)
    code = secrets.token_urlsafe(16)
    await work.tx.run(
        employees.INVITE,
        code=code,
        role=role,
        team_id=actor.team_id if actor.role is Role.LEAD else team_id,
        invited_by=actor.id,
        expires_at=work.now + timedelta(hours=work.rules.company.invitation_hours),
    )
    return f"https://t.me/{work.rules.bot_username}?start={code}"


def roles_to_invite(actor: Actor) -> tuple[Role, ...]:
    return INVITED_BY_OWNER if actor.role is Role.OWNER else INVITED_BY_LEAD


@allowed(*LEADING)
async def list_team(actor: Actor, work: Work) -> list[TeamView]:
    """The lead's own team; every team for the owner, those without one last."""
    names: dict[int | None, str] = {team.id: team.name for team in await employees.teams_by_id(work.tx)}
    if actor.role is Role.LEAD:
        people = await employees.of_team(work.tx, actor.team_id)
        return [TeamView(actor.team_id, names.get(actor.team_id, ""), tuple(people))]
    everybody = await employees.everybody(work.tx)
    views = [
        TeamView(team, names[team], tuple(person for person in everybody if person.team_id == team))
        for team in names
    ]
    rest = tuple(person for person in everybody if person.team_id is None)
    return [*views, TeamView(None, "", rest)] if rest else views


@allowed(*LEADING)
async def get_colleague(actor: Actor, work: Work, employee_id: int) -> Actor:
    """Raises `NotFoundError` for somebody of another team too."""
    found = await employees.find(work.tx, employee_id)
    if found is None or (actor.role is Role.LEAD and found.team_id != actor.team_id):
        raise NotFoundError(what="employee", id=employee_id)
    return found


@allowed(*LEADING)
async def dismiss(actor: Actor, work: Work, employee_id: int) -> Actor:
    """Out at the next tap: access is read in every turn. Clients stay with the row until somebody takes them over."""
    found = await get_colleague(actor, work, employee_id)
    if (
        found.id == actor.id
        or found.role is Role.OWNER
        or (found.role is Role.LEAD and actor.role is Role.LEAD)
    ):
        raise AccessDeniedError(role=actor.role)
    await work.tx.run(employees.DISMISS, id_=found.id, at=work.now)
    await pushes.forget_all(work, found)
    return found


@allowed(*LEADING)
async def add_team(actor: Actor, work: Work, name: str) -> int:
    if actor.role is not Role.OWNER:
        raise AccessDeniedError(role=actor.role)
    if not name.strip() or len(name) > 100:  # noqa: PLR2004
        raise UnreadableError("team-name", text=name)
    team_id: int = await work.tx.value(employees.ADD_TEAM, name=name.strip())
    return team_id


@allowed(*LEADING)
async def move_to_team(actor: Actor, work: Work, employee_id: int, team_id: int) -> Actor:
    if actor.role is not Role.OWNER:
        raise AccessDeniedError(role=actor.role)
    found = await get_colleague(actor, work, employee_id)
    if all(team.id != team_id for team in await employees.teams_by_id(work.tx)):
        raise NotFoundError(what="team", id=team_id)
    await work.tx.run(employees.SET_TEAM, id_=found.id, team=team_id)
    return found


@allowed(*LEADING)
async def teams_to_choose(actor: Actor, work: Work, role: Role) -> list[tuple[int, str]]:
    """Where a person in `role` may be put: (id, name). Only the owner chooses; a new lead brings a team along."""
    if actor.role is Role.LEAD or role is Role.LEAD:
        return []
    return [(team.id, team.name) for team in await employees.teams_by_id(work.tx)]


@allowed(*EVERYBODY)
async def set_language(actor: Actor, work: Work, language: str) -> None:
    await work.tx.run(employees.SET_LANGUAGE, id_=actor.id, language=language)


@allowed(*EVERYBODY)
async def set_timezone(actor: Actor, work: Work, timezone: str) -> Actor:
    """The pushes move with the zone. Raises `UnreadableError` for a name that is no zone."""
    if timezone not in available_timezones():
        raise UnreadableError("timezone", text=timezone)
    ZoneInfo(timezone)
    await work.tx.run(employees.SET_TIMEZONE, id_=actor.id, timezone=timezone)
    moved = await employees.find(work.tx, actor.id)
    assert moved is not None
    await pushes.plan_all(work, moved)
    return moved


@open_to_strangers
async def note_unreachable(work: Work, post: Post, chat: int, catalogue: Catalogue) -> None:
    """Somebody shut the bot out: the lead is told, once until the person comes back."""
    person = await employees.find_by_telegram(work.tx, chat)
    if person is None or not await work.tx.run(employees.UNREACHABLE, chat=chat, at=work.now):
        return
    for lead in await employees.leads_of(work.tx, person):
        if lead.id != person.id:
            post.show(lead.chat, team.unreachable(catalogue[lead.language], person.name))


@allowed(*EVERYBODY)
async def note_back(actor: Actor, work: Work) -> None:
    """Whoever writes from their own chat lets the bot in again."""
    if not actor.reachable:
        await work.tx.run(employees.REACHABLE, id_=actor.id)
