"""/settings: language, time zone, push times."""

from datetime import time

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.filters import Feature, MenuButton
from handlers.turn import Turn
from screens import menu
from screens import settings as screens
from screens.callbacks.settings import ChooseLanguage, ChooseTime, ChooseZone, OpenSettings
from screens.words import Catalogue
from usecases import people, pushes


async def on_settings(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    times = await pushes.times_of(turn.actor, turn.work)
    turn.show(screens.settings(turn.words, turn.actor, times))


async def on_language(_: CallbackQuery, callback_data: ChooseLanguage, turn: Turn) -> None:
    if not callback_data.language:
        turn.show(screens.languages(turn.words))
        return
    await people.set_language(turn.actor, turn.work, callback_data.language)
    turn.words = turn.catalogue[callback_data.language]
    turn.ack(turn.words.plain("ack-language"))
    turn.say(menu.home(turn.words, turn.actor.role))
    turn.post.offer(turn.actor.chat, menu.commands(turn.words, turn.actor.role))


async def on_zone(query: CallbackQuery, callback_data: ChooseZone, turn: Turn) -> None:
    if not callback_data.zone:
        turn.show(screens.zones(turn.words, turn.actor.timezone))
        return
    turn.actor = await people.set_timezone(turn.actor, turn.work, callback_data.zone)
    turn.ack(turn.words.plain("ack-zone"))
    await on_settings(query, turn)


async def on_time(query: CallbackQuery, callback_data: ChooseTime, turn: Turn) -> None:
    if not callback_data.clock:
        now, first = await pushes.get_time(turn.actor, turn.work, callback_data.kind)
        turn.show(screens.clocks(turn.words, callback_data.kind, now, first))
        return
    await pushes.set_time(turn.actor, turn.work, callback_data.kind, time.fromisoformat(callback_data.clock))
    turn.ack(turn.words.plain("ack-time"))
    await on_settings(query, turn)


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="settings")
    router.message.register(on_settings, Command("settings"))
    router.message.register(on_settings, MenuButton(catalogue, "settings"))
    taps = router.callback_query
    taps.filter(Feature("settings"))
    taps.register(on_settings, OpenSettings.filter())
    taps.register(on_language, ChooseLanguage.filter())
    taps.register(on_zone, ChooseZone.filter())
    taps.register(on_time, ChooseTime.filter())
    return router
