"""The lead's week and month, what is seen from near, and pictures."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.digest import PictureView
from handlers.filters import Feature
from handlers.turn import Turn
from screens import digest_details as detail_screens
from screens import digest_period as screens
from screens import digest_pictures as picture_screens
from screens.callbacks.digest import OpenDetail, OpenPeriod, OpenPeriodAlarms, OpenPicture, OpenTimes
from usecases import digest_period, digest_pictures


async def on_period(_: CallbackQuery, callback_data: OpenPeriod, turn: Turn) -> None:
    data = callback_data
    day = date.fromordinal(data.day)
    shown = await digest_period.read_period(turn.actor, turn.work, data.span, day, team_id=data.team)
    turn.show(screens.period(turn.words, shown))


async def on_alarms(_: CallbackQuery, callback_data: OpenPeriodAlarms, turn: Turn) -> None:
    data = callback_data
    day = date.fromordinal(data.day)
    shown = await digest_period.read_period(turn.actor, turn.work, data.span, day, team_id=data.team)
    turn.show(screens.all_alarms(turn.words, shown))


async def on_detail(_: CallbackQuery, callback_data: OpenDetail, turn: Turn) -> None:
    data = callback_data
    day = date.fromordinal(data.day)
    shown = await digest_period.read_detail(
        turn.actor, turn.work, data.detail, data.span, day, team_id=data.team
    )
    turn.show(detail_screens.detail(turn.words, shown))


async def on_times(_: CallbackQuery, callback_data: OpenTimes, turn: Turn) -> None:
    data = callback_data
    day = date.fromordinal(data.day)
    shown = await digest_period.get_person_period(turn.actor, turn.work, data.employee, data.span, day)
    turn.show(screens.person(turn.words, shown))


async def on_picture(_: CallbackQuery, callback_data: OpenPicture, turn: Turn) -> None:
    data = callback_data
    day = date.fromordinal(data.day)
    if data.view is PictureView.AGEING:
        found = await digest_pictures.read_ageing(turn.actor, turn.work, data.team)
        turn.picture(*picture_screens.ageing_picture(turn.words, found, turn.today, data.team))
        return
    shown = await digest_pictures.read_month(turn.actor, turn.work, day, data.team)
    turn.picture(*picture_screens.plan_picture(turn.words, shown))


def setup() -> Router:
    router = Router(name="digest_spans")
    taps = router.callback_query
    taps.filter(Feature("digest"))
    taps.register(on_period, OpenPeriod.filter())
    taps.register(on_alarms, OpenPeriodAlarms.filter())
    taps.register(on_detail, OpenDetail.filter())
    taps.register(on_times, OpenTimes.filter())
    taps.register(on_picture, OpenPicture.filter())
    return router
