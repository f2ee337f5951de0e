"""/digest in a group or a topic: the team's digest comes there too. What is shown there is chosen in the private chat."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Feature
from handlers.turn import Turn
from screens import digest_place as screens
from screens.callbacks.digest import LeaveGroup, OpenPlace, ShowSums
from usecases import digest_place


async def on_group(message: Message, turn: Turn) -> None:
    place, again = await digest_place.come_here(
        turn.actor, turn.work, turn.chat, turn.thread, message.chat.title or ""
    )
    turn.say(screens.here(turn.words, turn.actor.name, sums=place.sums, again=again))
    turn.post.show(turn.actor.chat, screens.place(turn.words, place.title, sums=place.sums))


async def on_place(_: CallbackQuery, turn: Turn) -> None:
    place = await digest_place.get_place(turn.actor, turn.work)
    turn.show(screens.place(turn.words, place.title, sums=place.sums))


async def on_sums(_: CallbackQuery, callback_data: ShowSums, turn: Turn) -> None:
    place = await digest_place.show_sums(turn.actor, turn.work, sums=callback_data.sums)
    turn.show(screens.place(turn.words, place.title, sums=place.sums))


async def on_leave(_: CallbackQuery, turn: Turn) -> None:
    await digest_place.leave_group(turn.actor, turn.work)
    turn.show(screens.left(turn.words))


def setup() -> Router:
    router = Router(name="digest_place")
    taps = router.callback_query
    taps.filter(Feature("digest"))
    taps.register(on_place, OpenPlace.filter())
    taps.register(on_sums, ShowSums.filter())
    taps.register(on_leave, LeaveGroup.filter())
    return router
