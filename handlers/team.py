"""/team: people, invitations, moves, dismissals."""

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from domain.actors import Role
from handlers.filters import Feature, MenuButton, Typed
from handlers.turn import Turn
from screens import menu
from screens import team as screens
from screens.callbacks.team import Dismiss, InviteAs, MoveTo, NewTeam, OpenColleague, OpenTeam
from screens.words import Catalogue
from usecases import clients, people
from usecases.people import TeamView


class NewTeamDialogue(StatesGroup):
    name = State()


async def on_team(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    views = await people.list_team(turn.actor, turn.work)
    turn.show(screens.team_list(turn.words, _rows(views), owner=turn.actor.role is Role.OWNER))


def _rows(views: list[TeamView]) -> screens.Teams:
    return [(view.id, view.name, view.people) for view in views]


async def on_colleague(_: CallbackQuery, callback_data: OpenColleague, turn: Turn) -> None:
    person = await people.get_colleague(turn.actor, turn.work, callback_data.employee)
    owner = turn.actor.role is Role.OWNER
    may_dismiss = person.id != turn.actor.id and (owner or person.role is not Role.LEAD)
    turn.show(screens.colleague(turn.words, person, may_dismiss=may_dismiss, may_move=owner))


async def on_dismiss(_: CallbackQuery, callback_data: Dismiss, turn: Turn) -> None:
    clients_left = await clients.count_of(turn.actor, turn.work, callback_data.employee)
    if callback_data.sure:
        person = await people.dismiss(turn.actor, turn.work, callback_data.employee)
        turn.show(screens.dismissed(turn.words, person, clients_left))
        turn.post.offer(person.chat, menu.commands(turn.catalogue[person.language], None))
    else:
        person = await people.get_colleague(turn.actor, turn.work, callback_data.employee)
        turn.show(screens.sure_to_dismiss(turn.words, person, clients_left))


async def on_invite(_: CallbackQuery, callback_data: InviteAs, turn: Turn) -> None:
    role = callback_data.role
    if role is None:
        turn.show(screens.choose_role(turn.words, people.roles_to_invite(turn.actor)))
        return
    teams = await people.teams_to_choose(turn.actor, turn.work, role)
    if len(teams) > 1 and not callback_data.team:
        turn.show(screens.choose_team(turn.words, teams, role))
        return
    team_id = callback_data.team or (teams[0][0] if teams else None)
    link = await people.invite(turn.actor, turn.work, role, team_id)
    turn.show(screens.invitation(turn.words, role, link, turn.work.rules.company.invitation_hours))


async def on_new_team(_: CallbackQuery, turn: Turn) -> None:
    turn.conversation.enter(NewTeamDialogue.name)
    turn.show(screens.ask_team_name(turn.words))


async def on_team_name(message: Message, turn: Turn) -> None:
    await people.add_team(turn.actor, turn.work, message.text or "")
    await on_team(message, turn)


async def on_move(_: CallbackQuery, callback_data: MoveTo, turn: Turn) -> None:
    if callback_data.team:
        person = await people.move_to_team(turn.actor, turn.work, callback_data.employee, callback_data.team)
        turn.ack(turn.words.plain("ack-moved", name=person.name))
        await on_team(_, turn)
        return
    person = await people.get_colleague(turn.actor, turn.work, callback_data.employee)
    teams = await people.teams_to_choose(turn.actor, turn.work, person.role)
    turn.show(screens.choose_move(turn.words, person, teams))


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="team")
    router.message.register(on_team, Command("team"))
    router.message.register(on_team, MenuButton(catalogue, "team"))
    router.message.register(on_team_name, StateFilter(NewTeamDialogue.name), Typed())
    taps = router.callback_query
    taps.filter(Feature("team"))
    taps.register(on_team, OpenTeam.filter())
    taps.register(on_colleague, OpenColleague.filter())
    taps.register(on_dismiss, Dismiss.filter())
    taps.register(on_invite, InviteAs.filter())
    taps.register(on_new_team, NewTeam.filter())
    taps.register(on_move, MoveTo.filter())
    return router
