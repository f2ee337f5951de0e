"""Our own people: who comes in, in which role, and who is out."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from domain.actors import EVERYBODY, LEADING, Actor, Role
from domain.teams import in_order, may_stand_under
from screens import team
from screens.words import Catalogue
from storage import employees, errands
from usecases import colleagues, pushes
from usecases.access import allowed, check_own_hand, inner
from usecases.colleagues import ROLES_OF_LEAD, ROLES_OF_OWNER
from usecases.errand_clock import free_requests
from usecases.errors import AccessDeniedError, InvitationError, NotFoundError, UnreadableError
from usecases.post import Post
from usecases.work import Work

Entry = TypeVar("Entry", bound=Callable[..., Awaitable[Any]])
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A person who is nobody here yet, as Telegram describes them: a name may have 129 characters there."""

    telegram_id: int
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team with its people; `id` None for those without one. `depth`: how many teams stand above it here."""

    id: int | None
    name: str
    people: tuple[Actor, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class TeamCard:
    """One team: the one above it, and what may be done."""

    id: int
    name: str
    above: str
    people: tuple[Actor, ...]
    may_change: bool
    may_put: bool


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


@inner
async def list_glad(work: Work, newcomer: Actor, invited_by: Actor | None) -> list[Actor]:
    """Who hears that somebody has come: whoever invited them, and the leads whose team it is."""
    leads = await employees.leads_of(work.tx, newcomer) if newcomer.team_id is not None else []
    heard = [*([invited_by] if invited_by is not None else []), *leads]
    return list({one.id: one for one in heard if one.id != newcomer.id}.values())


@inner
async def team_name(work: Work, person: Actor) -> str:
    """Empty for somebody without a team."""
    teams = {team.id: team.name for team in await employees.teams_by_id(work.tx)}
    return teams.get(person.team_id or 0, "")


@allowed(*LEADING)
async def invite(actor: Actor, work: Work, role: Role, team_id: int | None = None) -> str:
    """The link that lets one person in, once, for a day. Raises `NotFoundError` for a team that the actor may not fill.

    A lead invites to the own team and, where teams stand under it, to those; another lead to those only.
    """
    if role not in await roles_to_invite(actor, work):
        raise AccessDeniedError(role=actor.role)
    if team_id is None and actor.role is Role.LEAD and role is not Role.LEAD:
        team_id = actor.team_id
    if actor.role is Role.LEAD or team_id is not None:
        _check_among(team_id, await teams_to_choose(actor, work, role))
    code = secrets.token_urlsafe(16)
    await work.tx.run(
        employees.INVITE,
        code=code,
        role=role,
        team_id=team_id,
        invited_by=actor.hand,
        expires_at=work.now + timedelta(hours=work.rules.company.invitation_hours),
    )
    return f"https://t.me/{work.rules.bot_username}?start={code}"


def _check_among(team_id: int | None, teams: list[tuple[int, str]]) -> None:
    if team_id not in {id_ for id_, _ in teams}:
        raise NotFoundError(what="team", id=team_id)


@inner
async def roles_to_invite(actor: Actor, work: Work, team: int = 0) -> tuple[Role, ...]:
    """As whom; to a `team` that is a head's own no other lead."""
    check_own_hand(actor)
    head = await colleagues.is_head(actor, work)
    own = actor.role is Role.LEAD and team == actor.team_id
    return ROLES_OF_OWNER if head and not own else ROLES_OF_LEAD


@allowed(*LEADING)
async def dismiss(actor: Actor, work: Work, employee_id: int) -> Actor:
    """Out at the next tap: access is read in every turn. Clients who are left stay with the row until they are handed over.

    Errands and requests that still wait for an answer are then of whoever dismisses.
    """
    found = await colleagues.get_managed(actor, work, employee_id)
    await work.tx.run(employees.DISMISS, id_=found.id, at=work.now)
    await pushes.forget_all(work, found)
    await errands.pass_on(work.tx, found.id, actor.id)
    await free_requests(work, found)
    await colleagues.note(actor, work, found, what="dismissed")
    return found


@allowed(*LEADING)
async def list_team(actor: Actor, work: Work) -> list[TeamView]:
    """The lead's own team and those under it; every team for the owner, people without one last."""
    teams = {team.id: team for team in await employees.teams_by_id(work.tx)}
    parents = {team.id: team.parent_id for team in teams.values()}
    owner = actor.role is Role.OWNER
    people = await (employees.everybody(work.tx) if owner else employees.of_subtree(work.tx, actor.team_id))
    order = in_order(parents, None if owner else actor.team_id)
    views = [
        TeamView(id_, teams[id_].name, tuple(one for one in people if one.team_id == id_), depth)
        for id_, depth in order
        if id_ in teams
    ]
    rest = tuple(one for one in people if one.team_id not in teams)
    return [*views, TeamView(None, "", rest)] if rest else views


@allowed(*LEADING)
async def get_team(actor: Actor, work: Work, team_id: int) -> TeamCard:
    """Raises `NotFoundError` for a team that is not under the actor."""
    teams = {team.id: team for team in await employees.teams_by_id(work.tx)}
    team = teams.get(team_id)
    if team is None or team_id not in {one.id for one in await colleagues.teams_under(actor, work)}:
        raise NotFoundError(what="team", id=team_id)
    people = await employees.of_team(work.tx, team_id)
    above = teams[team.parent_id].name if team.parent_id in teams else ""
    return TeamCard(team.id, team.name, above, tuple(people), True, actor.role is Role.OWNER)


@allowed(*LEADING)
async def check_may_add_team(actor: Actor, work: Work) -> None:
    """Raises `AccessDeniedError` before a name is asked for."""
    check_own_hand(actor)
    if not await colleagues.is_head(actor, work):
        raise AccessDeniedError(role=actor.role)


@allowed(*LEADING)
async def add_team(actor: Actor, work: Work, name: str) -> int:
    """A head's new team stands under the own one."""
    await check_may_add_team(actor, work)
    team_id: int = await work.tx.value(employees.ADD_TEAM, name=_team_name(name))
    if actor.role is Role.LEAD:
        await work.tx.run(employees.PUT_UNDER, id_=team_id, parent=actor.team_id)
    return team_id


@allowed(*LEADING)
async def get_to_rename(actor: Actor, work: Work, team_id: int) -> TeamCard:
    check_own_hand(actor)
    return await get_team(actor, work, team_id)


@allowed(*LEADING)
async def rename_team(actor: Actor, work: Work, team_id: int, name: str) -> TeamCard:
    card = await get_to_rename(actor, work, team_id)
    await work.tx.run(employees.RENAME_TEAM, id_=card.id, name=_team_name(name))
    return replace(card, name=_team_name(name))


@allowed(*LEADING)
async def list_above(actor: Actor, work: Work, team_id: int) -> tuple[TeamCard, list[tuple[int, str]]]:
    """Under which teams this one may stand: not under its own."""
    check_own_hand(actor)
    card = await get_team(actor, work, team_id)
    if not card.may_put:
        raise AccessDeniedError(role=actor.role)
    teams = await employees.teams_by_id(work.tx)
    parents = {team.id: team.parent_id for team in teams}
    return card, [(team.id, team.name) for team in teams if may_stand_under(parents, card.id, team.id)]


@allowed(*LEADING)
async def put_under(actor: Actor, work: Work, team_id: int, above: int | None) -> TeamCard:
    """`above` None: under nobody but the owner."""
    card, teams = await list_above(actor, work, team_id)
    if above is not None:
        _check_among(above, teams)
    await work.tx.run(employees.PUT_UNDER, id_=card.id, parent=above)
    return await get_team(actor, work, team_id)


def _team_name(name: str) -> str:
    typed = " ".join(name.split())
    if not typed or len(typed) > LONGEST_NAME:
        raise UnreadableError("team-name", text=typed[:LONGEST_NAME])
    return typed


@allowed(*LEADING)
async def teams_to_choose(actor: Actor, work: Work, role: Role) -> list[tuple[int, str]]:
    """Where a person in `role` may be put: (id, name). Of a lead, a new lead goes only to a team under."""
    teams = await colleagues.teams_under(actor, work)
    below = actor.role is Role.LEAD and role is Role.LEAD
    return [(team.id, team.name) for team in teams if not (below and team.id == actor.team_id)]


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
