"""How complete the cards are, and an address of mail that is missing."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from handlers.clients import show_card
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import completeness as screens
from screens.callbacks.completeness import AskEmail, OpenCards
from usecases import completeness


class CompletenessDialogue(StatesGroup):
    email = State()


class WhosePerson(BaseModel):
    person: int


async def on_cards(_: CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.team(turn.words, await completeness.get_team(turn.actor, turn.work)))


async def on_ask_email(_: CallbackQuery, callback_data: AskEmail, turn: Turn) -> None:
    person = await completeness.ask_email(turn.actor, turn.work, callback_data.person)
    turn.conversation.enter(CompletenessDialogue.email, WhosePerson(person=person.id))
    turn.show(screens.ask_email(turn.words, person.name))


async def on_email(message: Message, turn: Turn) -> None:
    whose = turn.conversation.data(WhosePerson)
    client = await completeness.set_email(turn.actor, turn.work, whose.person, message.text or "")
    await show_card(turn, client)


def setup() -> Router:
    router = Router(name="completeness")
    router.message.register(on_email, StateFilter(CompletenessDialogue.email), Typed())
    taps = router.callback_query
    taps.filter(Feature("completeness"))
    taps.register(on_cards, OpenCards.filter())
    taps.register(on_ask_email, AskEmail.filter())
    return router
