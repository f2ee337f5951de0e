"""/team: people, invitations, moves, dismissals."""

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.actors import Role
from handlers.absences import free_places
from handlers.colleagues import tell
from handlers.filters import Feature, MenuButton, Typed
from handlers.turn import Turn
from screens import colleagues as colleague_screens
from screens import menu
from screens import team as screens
from screens.callbacks.team import (
    Dismiss,
    InviteAs,
    MoveTo,
    NewTeam,
    OpenColleague,
    OpenOneTeam,
    OpenTeam,
    PutTeam,
    RenameTeam,
)
from screens.words import Catalogue
from usecases import clients, colleagues, people
from usecases.people import TeamCard, TeamView


class NewTeamDialogue(StatesGroup):
    name = State()
    rename = State()


class OfTeam(BaseModel):
    team: int


async def on_team(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    views = await people.list_team(turn.actor, turn.work)
    head = await colleagues.is_head(turn.actor, turn.work)
    turn.show(screens.team_list(turn.words, _rows(views), owner=head))


def _rows(views: list[TeamView]) -> screens.Teams:
    return [(view.id, view.name, view.people, view.depth) for view in views]


async def on_colleague(_: CallbackQuery, callback_data: OpenColleague, turn: Turn) -> None:
    turn.conversation.leave()
    one = await colleagues.get(turn.actor, turn.work, callback_data.employee)
    turn.show(
        colleague_screens.card(
            turn.words,
            one.person,
            team=one.team,
            clients=one.clients,
            out=one.out,
            may_manage=one.may_manage,
            may_move=one.may_move,
        )
    )


async def on_dismiss(_: CallbackQuery, callback_data: Dismiss, turn: Turn) -> None:
    clients_left = await clients.count_of(turn.actor, turn.work, callback_data.employee)
    if callback_data.sure:
        person = await people.dismiss(turn.actor, turn.work, callback_data.employee)
        turn.show(screens.dismissed(turn.words, person, clients_left))
        await free_places(turn, person)
        turn.post.withdraw(person.chat)
        turn.post.offer(person.chat, menu.commands(turn.catalogue[person.language], None))
    else:
        person = await colleagues.get_managed(turn.actor, turn.work, callback_data.employee)
        turn.show(screens.sure_to_dismiss(turn.words, person, clients_left))


async def on_invite(_: CallbackQuery, callback_data: InviteAs, turn: Turn) -> None:
    role = callback_data.role
    if role is None:
        roles = await people.roles_to_invite(turn.actor, turn.work, callback_data.team)
        turn.show(screens.choose_role(turn.words, roles, callback_data.team))
        return
    teams = await people.teams_to_choose(turn.actor, turn.work, role)
    alone = role is Role.LEAD and turn.actor.role is Role.OWNER
    if len(teams) + alone > 1 and not callback_data.team and not callback_data.alone:
        turn.show(screens.choose_team(turn.words, teams, role, alone=alone))
        return
    team_id = callback_data.team or (teams[0][0] if teams and not alone else None)
    link = await people.invite(turn.actor, turn.work, role, team_id)
    turn.show(screens.invitation(turn.words, role, link, turn.work.rules.company.invitation_hours))


async def on_new_team(_: CallbackQuery, turn: Turn) -> None:
    await people.check_may_add_team(turn.actor, turn.work)
    turn.conversation.enter(NewTeamDialogue.name)
    turn.show(screens.ask_team_name(turn.words))


async def on_team_name(message: Message, turn: Turn) -> None:
    await people.add_team(turn.actor, turn.work, message.text or "")
    await on_team(message, turn)


async def on_one_team(_: Message | CallbackQuery, callback_data: OpenOneTeam, turn: Turn) -> None:
    turn.conversation.leave()
    _show_team(turn, await people.get_team(turn.actor, turn.work, callback_data.team))


def _show_team(turn: Turn, card: TeamCard) -> None:
    turn.show(screens.one_team(turn.words, card.id, card.name, card.above, card.people, may_put=card.may_put))


async def on_rename_team(_: CallbackQuery, callback_data: RenameTeam, turn: Turn) -> None:
    card = await people.get_to_rename(turn.actor, turn.work, callback_data.team)
    turn.conversation.enter(NewTeamDialogue.rename, OfTeam(team=card.id))
    turn.show(screens.ask_team_name(turn.words))


async def on_new_name(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(OfTeam)
    card = await people.rename_team(turn.actor, turn.work, asked.team, message.text or "")
    turn.conversation.leave()
    _show_team(turn, card)


async def on_put(_: CallbackQuery, callback_data: PutTeam, turn: Turn) -> None:
    if callback_data.number or callback_data.top:
        above = callback_data.number or None
        _show_team(turn, await people.put_under(turn.actor, turn.work, callback_data.team, above))
        return
    card, teams = await people.list_above(turn.actor, turn.work, callback_data.team)
    turn.show(screens.choose_above(turn.words, card.id, card.name, teams, top=bool(card.above)))


async def on_move(_: CallbackQuery, callback_data: MoveTo, turn: Turn) -> None:
    person, teams = await colleagues.list_teams(turn.actor, turn.work, callback_data.employee)
    if not callback_data.team:
        turn.show(screens.choose_move(turn.words, person, teams))
        return
    person = await colleagues.move(turn.actor, turn.work, person.id, callback_data.team)
    name = dict(teams)[callback_data.team]
    tell(turn, person, "ntf-moved", team=name)
    turn.show(colleague_screens.changed(turn.words, "msg-moved", person, team=name))


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="team")
    router.message.register(on_team, Command("team"))
    router.message.register(on_team, MenuButton(catalogue, "team"))
    router.message.register(on_team_name, StateFilter(NewTeamDialogue.name), Typed())
    router.message.register(on_new_name, StateFilter(NewTeamDialogue.rename), Typed())
    taps = router.callback_query
    taps.filter(Feature("team"))
    taps.register(on_team, OpenTeam.filter())
    taps.register(on_colleague, OpenColleague.filter())
    taps.register(on_dismiss, Dismiss.filter())
    taps.register(on_invite, InviteAs.filter())
    taps.register(on_new_team, NewTeam.filter())
    taps.register(on_move, MoveTo.filter())
    taps.register(on_one_team, OpenOneTeam.filter())
    taps.register(on_rename_team, RenameTeam.filter())
    taps.register(on_put, PutTeam.filter())
    return router
