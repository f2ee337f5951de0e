"""/digest in a group or a topic: the team's digest comes there too. What is shown there is chosen in the private chat."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Feature
from handlers.turn import Turn
from screens import digest_place as screens
from screens.callbacks.digest import LeaveGroup, OpenPlace, ShowSums
from screens.screen import Screen
from usecases import digest_place


async def on_group(message: Message, turn: Turn) -> None:
    title = message.chat.title or ""
    done = await digest_place.come_here(turn.actor, turn.work, turn.chat, turn.thread, title)
    place, left = done.place, done.left
    if done.lead.id != turn.actor.id:
        turn.say(screens.here(turn.words, done.lead.name, sums=place.sums, again="fellow"))
        return
    turn.say(screens.here(turn.words, done.lead.name, sums=place.sums, again="yes" if done.again else "no"))
    if left is not None:
        gone = screens.gone(turn.words, title, topic=left.chat_id == turn.chat)
        _say_gone(turn, left.chat_id, left.thread_id, gone)
    turn.post.show(turn.actor.chat, screens.place(turn.words, place.title, sums=place.sums))


def _say_gone(turn: Turn, chat: int, thread: int | None, screen: Screen) -> None:
    """Where people would wait for it; a group that has shut the bot out does not read it."""
    turn.post.show(chat, screen, thread=thread)


async def on_place(_: CallbackQuery, turn: Turn) -> None:
    place = await digest_place.get_place(turn.actor, turn.work)
    turn.show(screens.place(turn.words, place.title, sums=place.sums))


async def on_sums(_: CallbackQuery, callback_data: ShowSums, turn: Turn) -> None:
    place = await digest_place.show_sums(turn.actor, turn.work, sums=callback_data.sums)
    turn.show(screens.place(turn.words, place.title, sums=place.sums))


async def on_leave(_: CallbackQuery, turn: Turn) -> None:
    left = await digest_place.leave_group(turn.actor, turn.work)
    _say_gone(turn, left.chat_id, left.thread_id, screens.gone(turn.words))
    turn.show(screens.left(turn.words))


def setup() -> Router:
    router = Router(name="digest_place")
    taps = router.callback_query
    taps.filter(Feature("digest"))
    taps.register(on_place, OpenPlace.filter())
    taps.register(on_sums, ShowSums.filter())
    taps.register(on_leave, LeaveGroup.filter())
    return router
