"""/occasions: whom to congratulate now and soon."""

from dataclasses import replace
from datetime import date

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.filters import Feature, MenuButton
from handlers.turn import Turn
from screens import birthdays as birthday_screens
from screens import occasions as screens
from screens.callbacks.occasions import OccasionsToCalendar, OpenGroup, OpenOccasions, ShowSpan, Span
from screens.screen import Button, FileRef
from screens.words import Catalogue
from usecases import birthday_asks, occasion_files, occasions


async def on_occasions(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_occasions(turn)


async def show_occasions(turn: Turn) -> None:
    turn.conversation.leave()
    await show_list(turn)


async def show_list(
    turn: Turn, before: str = "", undo: tuple[Button, ...] = (), *, span: Span | None = None, page: int = 0
) -> None:
    """`before` is what has just been done, `undo` the way back from it."""
    found = await occasions.list_occasions(turn.actor, turn.work, turn.words.language)
    leads = turn.actor.leads
    screen = screens.occasions(
        turn.words, found, turn.today, before=before, span=span, page=page, leads=leads
    )
    gaps = await birthday_asks.list_gaps(turn.actor, turn.work)
    screen = birthday_screens.with_gaps(turn.words, screen, gaps)
    turn.show(replace(screen, rows=(undo, *screen.rows)) if undo else screen)


async def show_next(turn: Turn, code: str, day: date, before: str, undo: tuple[Button, ...]) -> None:
    """After a greeting: the others of the same holiday while they wait, else the list."""
    found = await occasions.list_crowd(turn.actor, turn.work, code, day, turn.words.language)
    if not screens.is_unfinished(found):
        await show_list(turn, before, undo)
        return
    screen = screens.group(turn.words, found, turn.today, before=before)
    turn.show(replace(screen, rows=(undo, *screen.rows)) if undo else screen)


async def on_span(_: CallbackQuery, callback_data: ShowSpan, turn: Turn) -> None:
    await show_list(turn, span=callback_data.span, page=callback_data.page)


async def on_calendar(_: CallbackQuery, turn: Turn) -> None:
    whose = await occasion_files.whose_calendar(turn.actor, turn.work)
    turn.ack(turn.words.plain("ack-calendar"))
    turn.attach(FileRef("occasions_ics", whose, turn.words.language), screens.calendar_caption(turn.words))


async def on_group(_: CallbackQuery, callback_data: OpenGroup, turn: Turn) -> None:
    day = date.fromordinal(callback_data.day)
    found = await occasions.list_group(turn.actor, turn.work, callback_data.code, day, turn.words.language)
    turn.show(screens.group(turn.words, found, turn.today, page=callback_data.page))


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="occasions")
    router.message.register(on_occasions, Command("occasions"))
    router.message.register(on_occasions, MenuButton(catalogue, "occasions"))
    taps = router.callback_query
    taps.filter(Feature("occasions"))
    taps.register(on_occasions, OpenOccasions.filter())
    taps.register(on_span, ShowSpan.filter())
    taps.register(on_calendar, OccasionsToCalendar.filter())
    taps.register(on_group, OpenGroup.filter())
    return router
