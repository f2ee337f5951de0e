"""Presents: typed on a greeting, decided by the lead, given; the ledger."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from handlers.decision_cards import then_next
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import gifts as screens
from screens.callbacks.gifts import AskGift, MoveGift, OpenGift, OpenGifts
from usecases import gifts, greetings
from usecases.gifts import Moved
from usecases.greetings import Subject


class GiftDialogue(StatesGroup):
    what = State()


class ForWhom(BaseModel):
    client: int
    person: int
    code: str


def anchor(gift: int) -> str:
    return f"gift:{gift}"


async def on_gifts(_: CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.ledger(turn.words, await gifts.open_ledger(turn.actor, turn.work)))


async def on_ask(_: CallbackQuery, callback_data: AskGift, turn: Turn) -> None:
    asked = callback_data
    subject = Subject(asked.client, asked.person, asked.code)
    card = await greetings.get_card(turn.actor, turn.work, subject)
    turn.conversation.enter(GiftDialogue.what, ForWhom(**subject._asdict()))
    limit = turn.work.rules.occasions.gift_limit
    turn.show(screens.ask_gift(turn.words, card.name or card.client, limit))


async def on_typed(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(ForWhom)
    subject = Subject(data.client, data.person, data.code)
    done = await gifts.plan_gift(turn.actor, turn.work, subject, message.text or "")
    turn.conversation.leave()
    turn.show(screens.gift(turn.words, done.view))
    who = turn.actor.name
    if done.deciders:
        view = await gifts.get_gift(done.deciders[0], turn.work, done.view.id)
        turn.tell(done.deciders, lambda words: screens.asked(words, view, who), anchor=anchor(done.view.id))


async def on_gift(_: CallbackQuery, callback_data: OpenGift, turn: Turn) -> None:
    turn.show(screens.gift(turn.words, await gifts.get_gift(turn.actor, turn.work, callback_data.gift)))


@then_next
async def on_move(_: CallbackQuery, callback_data: MoveGift, turn: Turn) -> None:
    done = await gifts.move_gift(turn.actor, turn.work, callback_data.gift, callback_data.step)
    turn.show(screens.gift(turn.words, done.view))
    await tell_moved(turn, done)


async def tell_moved(turn: Turn, done: Moved) -> None:
    """Who has asked, and in their cards those who could have decided."""
    who = turn.actor.name
    if done.asker is not None:
        view = await gifts.get_gift(done.asker, turn.work, done.view.id)
        turn.tell([done.asker], lambda words: screens.decided(words, view, who))
    turn.retell(
        [one for one in done.deciders if one.id != turn.actor.id],
        lambda words: screens.decided(words, done.view, who),
        anchor=anchor(done.view.id),
    )


def setup() -> Router:
    router = Router(name="gifts")
    router.message.register(on_typed, StateFilter(GiftDialogue.what), Typed())
    taps = router.callback_query
    taps.filter(Feature("gifts"))
    taps.register(on_gifts, OpenGifts.filter())
    taps.register(on_ask, AskGift.filter())
    taps.register(on_gift, OpenGift.filter())
    taps.register(on_move, MoveGift.filter())
    return router
