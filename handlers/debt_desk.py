"""/debts: the desk of a manager, of a team. Its buttons belong to the router of debts."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.filters import MenuButton
from handlers.turn import Turn
from screens import debt_desk as screens
from screens.callbacks.debts import DebtsOf, DebtsPicture, DebtsTable, OpenDebts
from screens.screen import FileRef
from screens.words import Catalogue
from usecases import debt_desk


async def on_debts(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_desk(turn)


async def show_desk(turn: Turn) -> None:
    turn.conversation.leave()
    view = await debt_desk.open_debts(turn.actor, turn.work)
    turn.show(screens.debts(turn.words, view))


async def on_manager(_: CallbackQuery, callback_data: DebtsOf, turn: Turn) -> None:
    view = await debt_desk.open_debts(turn.actor, turn.work, callback_data.manager, callback_data.start)
    turn.show(screens.debts(turn.words, view))


async def on_picture(_: CallbackQuery, callback_data: DebtsPicture, turn: Turn) -> None:
    view = await debt_desk.open_debts(turn.actor, turn.work, callback_data.manager)
    turn.picture(*screens.picture(turn.words, view))


async def on_table(_: CallbackQuery, callback_data: DebtsTable, turn: Turn) -> None:
    await debt_desk.note_export(turn.actor, turn.work, callback_data.manager)
    turn.ack(turn.words.plain("ack-debts-file"))
    whose = {"manager": str(callback_data.manager)}
    turn.attach(FileRef("debts", turn.actor.id, turn.actor.language, whose), screens.file_caption(turn.words))


def register(router: Router, catalogue: Catalogue) -> None:
    router.message.register(on_debts, Command("debts"))
    router.message.register(on_debts, MenuButton(catalogue, "debts"))
    router.callback_query.register(on_debts, OpenDebts.filter())
    router.callback_query.register(on_manager, DebtsOf.filter())
    router.callback_query.register(on_picture, DebtsPicture.filter())
    router.callback_query.register(on_table, DebtsTable.filter())
