"""/desk: in a group or a topic, the cards of orders come there; in a private chat, where they come now."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.filters import Feature
from handlers.turn import Turn
from screens import desk as screens
from screens.callbacks.support import CardsHome
from usecases import desk_place
from usecases.desk_post import tell


async def on_desk(message: Message, turn: Turn) -> None:
    if turn.private:
        place = await desk_place.get_place(turn.actor, turn.work)
        turn.show(screens.place(turn.words, place.title if place else None))
        return
    thread = message.message_thread_id if message.is_topic_message else None
    title = message.chat.title or ""
    told = await desk_place.move_here(turn.actor, turn.work, turn.chat, thread, title)
    here = screens.moved_here(turn.words, again=told is None)
    turn.post.show(turn.chat, here, thread=thread)
    tell(turn, told or (), lambda words: screens.moved(words, turn.actor.name, title))


async def on_home(_: CallbackQuery, callback_data: CardsHome, turn: Turn) -> None:
    del callback_data
    told = await desk_place.move_home(turn.actor, turn.work)
    turn.show(screens.place(turn.words, None))
    tell(turn, told or (), lambda words: screens.moved(words, turn.actor.name, ""))


def setup() -> Router:
    router = Router(name="desk_place")
    router.message.register(on_desk, Command("desk"))
    taps = router.callback_query
    taps.filter(Feature("support"))
    taps.register(on_home, CardsHome.filter())
    return router
