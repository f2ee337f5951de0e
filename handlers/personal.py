"""One person's data: given out, erased."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.filters import Feature
from handlers.turn import Turn
from screens import personal as screens
from screens.callbacks.personal import EraseData, ExportData, OpenData
from usecases import personal, persons


async def on_data(_: CallbackQuery, callback_data: OpenData, turn: Turn) -> None:
    turn.conversation.leave()
    person, client = await persons.edit_person(turn.actor, turn.work, callback_data.person)
    turn.show(screens.data(turn.words, person.id, person.name, client))


async def on_export(_: CallbackQuery, callback_data: ExportData, turn: Turn) -> None:
    person = await personal.note_export(turn.actor, turn.work, callback_data.person)
    file = screens.data_file(person.id, turn.actor.id, turn.words.language)
    turn.attach(file, screens.data_caption(turn.words, person.name))


async def on_erase(_: CallbackQuery, callback_data: EraseData, turn: Turn) -> None:
    if callback_data.sure <= screens.LAST_QUESTION:
        person, _client = await persons.edit_person(turn.actor, turn.work, callback_data.person)
        turn.show(screens.sure_to_erase(turn.words, person.id, person.name, callback_data.sure))
        return
    instead = turn.words.plain("person-erased")
    client = await personal.erase_person(turn.actor, turn.work, callback_data.person, instead)
    turn.conversation.leave()
    turn.show(screens.erased(turn.words, client.id, client.name))


def setup() -> Router:
    router = Router(name="personal")
    taps = router.callback_query
    taps.filter(Feature("personal"))
    taps.register(on_data, OpenData.filter())
    taps.register(on_export, ExportData.filter())
    taps.register(on_erase, EraseData.filter())
    return router
