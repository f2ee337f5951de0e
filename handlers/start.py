"""The main keyboard, /start of somebody who is in, /help, /cancel, and what nobody else understood."""

from aiogram import Router
from aiogram.filters import Command, CommandStart
from aiogram.types import CallbackQuery, Message

from handlers.filters import Private
from handlers.orders import is_of_draft
from handlers.turn import Turn
from screens import menu
from screens.callbacks.menu import Leave


async def on_start(_: Message, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(menu.home(turn.words, turn.actor.role))


async def on_help(_: Message, turn: Turn) -> None:
    turn.show(menu.help_for(turn.words, turn.actor.role))


async def on_cancel(_: Message | CallbackQuery, turn: Turn) -> None:
    state = turn.conversation.state
    turn.conversation.leave()
    turn.ack()
    turn.show(menu.left(turn.words, turn.actor.role, was_open=state is not None, draft=is_of_draft(state)))


async def on_unknown_text(_: Message, turn: Turn) -> None:
    turn.show(menu.not_understood(turn.words, turn.actor.role))


async def on_unknown_button(_: CallbackQuery, turn: Turn) -> None:
    turn.ack()
    turn.say(menu.gone(turn.words, turn.actor.role))


def setup() -> Router:
    router = Router(name="start")
    router.message.register(on_start, CommandStart())
    router.message.register(on_help, Command("help"))
    router.message.register(on_cancel, Command("cancel"))
    router.callback_query.register(on_cancel, Leave.filter())
    return router


def setup_last() -> Router:
    """Asked when every other module has passed."""
    router = Router(name="last")
    router.message.register(on_unknown_text, Private())
    router.callback_query.register(on_unknown_button)
    return router
