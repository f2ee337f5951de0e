"""«Выгрузить»: a day's orders, or those that never went, as a file for the accounting system."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actors import Role
from handlers.filters import Feature
from handlers.turn import Turn
from screens import order_export as screens
from screens.callbacks.order_export import ChooseExport, Export, OpenExportDays, OpenExports, SendExport
from screens.order_export_views import ExportView
from screens.screen import FileRef
from usecases import order_export


async def on_exports(_: CallbackQuery, turn: Turn) -> None:
    await show_exports(turn)


async def show_exports(turn: Turn) -> None:
    turn.conversation.leave()
    view = await order_export.open_exports(turn.actor, turn.work)
    turn.show(screens.exports(turn.words, view, alone=turn.actor.role is Role.ACCOUNTANT))


async def on_days(_: CallbackQuery, turn: Turn) -> None:
    turn.show(screens.days(turn.words, await order_export.list_days(turn.actor, turn.work)))


async def on_chosen(_: CallbackQuery, callback_data: ChooseExport, turn: Turn) -> None:
    view = await order_export.choose(turn.actor, turn.work, _day(callback_data.day))
    turn.show(screens.chosen(turn.words, view))


async def on_export(_: CallbackQuery, callback_data: Export, turn: Turn) -> None:
    done = await order_export.export(turn.actor, turn.work, _day(callback_data.day), callback_data.form)
    turn.show(screens.exported(turn.words, done, alone=turn.actor.role is Role.ACCOUNTANT))
    _send(turn, done)


async def on_again(_: CallbackQuery, callback_data: SendExport, turn: Turn) -> None:
    found = await order_export.get_export(turn.actor, turn.work, callback_data.export)
    turn.ack(turn.words.plain("ack-export"))
    _send(turn, found)


def _send(turn: Turn, found: ExportView) -> None:
    turn.attach(FileRef("orders", found.id, turn.actor.language), screens.file_caption(turn.words, found))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def setup() -> Router:
    router = Router(name="order_export")
    taps = router.callback_query
    taps.filter(Feature("export"))
    taps.register(on_exports, OpenExports.filter())
    taps.register(on_days, OpenExportDays.filter())
    taps.register(on_chosen, ChooseExport.filter())
    taps.register(on_export, Export.filter())
    taps.register(on_again, SendExport.filter())
    return router
