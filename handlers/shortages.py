"""Goods that are not there, the manager's side; /shortages for every role that waits for them or brings them."""

from functools import partial

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.actors import Role
from domain.choices import date_choices
from handlers import orders
from handlers.filters import Feature, MenuButton, Typed
from handlers.shortage_requests import day_of
from handlers.turn import Turn
from screens import lost_picture as lost_screens
from screens import shortage_requests as request_screens
from screens import shortages as screens
from screens.callbacks.shortages import (
    AskLogistics,
    AskOther,
    AskTerm,
    DropShortage,
    LostFile,
    LostPicture,
    OpenLacks,
    OpenLost,
    OpenShort,
    OpenShortage,
    OpenWanted,
    PutArrived,
    ReplyToLogistics,
    SetTerm,
    TakeAnalogue,
    WaitFor,
)
from screens.screen import FileRef
from screens.shortage_views import ShortageView
from screens.words import Catalogue
from usecases import lost_demand, order_flow, shortage_requests, shortages
from usecases.shortages import Done


class AnswerDialogue(StatesGroup):
    answer = State()


class WishDialogue(StatesGroup):
    other = State()
    term = State()


class Query(BaseModel):
    query: int


class Wish(BaseModel):
    shortage: int


async def on_list(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    if turn.actor.role is Role.LOGISTICS:
        rows = await shortage_requests.list_requests(turn.actor, turn.work)
        turn.show(request_screens.request_list(turn.words, rows))
        return
    own = await shortages.list_own(turn.actor, turn.work)
    turn.show(screens.own_list(turn.words, own, leads=turn.actor.leads))


async def on_line(_: CallbackQuery, callback_data: OpenShort, turn: Turn) -> None:
    view = await shortages.open_line(turn.actor, turn.work, callback_data.order, callback_data.product)
    turn.show(screens.wizard(turn.words, view))


async def on_lacks(_: CallbackQuery, callback_data: OpenLacks, turn: Turn) -> None:
    view = await shortages.get_lacking(turn.actor, turn.work, callback_data.order)
    turn.show(screens.lacks(turn.words, view))


async def on_open(_: CallbackQuery, callback_data: OpenShortage, turn: Turn) -> None:
    view = await shortages.get_shortage(turn.actor, turn.work, callback_data.shortage)
    _leave(turn, view)
    turn.show(screens.wizard(turn.words, view))


async def on_wait(_: CallbackQuery, callback_data: WaitFor, turn: Turn) -> None:
    await _show(turn, await shortages.wait(turn.actor, turn.work, callback_data.shortage))


async def on_take(_: CallbackQuery, callback_data: TakeAnalogue, turn: Turn) -> None:
    chosen = callback_data
    await _show(turn, await shortages.take_analogue(turn.actor, turn.work, chosen.shortage, chosen.product))


async def on_drop(_: CallbackQuery, callback_data: DropShortage, turn: Turn) -> None:
    await _show(turn, await shortages.drop(turn.actor, turn.work, callback_data.shortage))


async def on_ask(_: CallbackQuery, callback_data: AskLogistics, turn: Turn) -> None:
    done = await shortages.ask_logistics(turn.actor, turn.work, callback_data.shortage)
    await _show(turn, done)
    if done.request is not None:
        tell_logistics(turn, done)


def tell_logistics(turn: Turn, done: Done) -> None:
    """A new card, or the one they have with one more who waits."""
    view = done.request
    assert view is not None
    say = turn.tell if done.fresh else turn.retell
    say(
        done.logistics,
        lambda words: request_screens.card(words, view),
        anchor=request_screens.anchor(view.id),
    )


async def _show(turn: Turn, done: Done) -> None:
    """The wish as it stands; sales support learns what changed in an order that it has in hands."""
    _leave(turn, done.view)
    turn.show(screens.wizard(turn.words, done.view, done.moved.taken, apart=done.moved.apart))
    for manager, news in done.told:
        turn.tell([manager], partial(screens.news, view=news))
    if done.moved.desk and done.moved.order is not None:
        from usecases.desk_post import retell_manager, tell_changed

        passed = await order_flow.passed(turn.work, turn.actor, done.moved.order)
        tell_changed(turn, passed, turn.actor)
        if passed.for_manager is not None and passed.for_manager.by_desk:
            retell_manager(turn, passed)


def _leave(turn: Turn, view: ShortageView) -> None:
    """After a question of the wizard what is typed is of the draft again, where the wish came from one."""
    if turn.conversation.state not in {WishDialogue.other.state, WishDialogue.term.state}:
        return
    if view.draft and view.order is not None:
        turn.conversation.enter(orders.DraftDialogue.lines, orders.Draft(order=view.order))
    else:
        turn.conversation.leave()


async def on_ask_other(_: CallbackQuery, callback_data: AskOther, turn: Turn) -> None:
    view = await shortages.get_shortage(turn.actor, turn.work, callback_data.shortage)
    turn.conversation.enter(WishDialogue.other, Wish(shortage=view.id))
    turn.show(screens.ask_other(turn.words, view))


async def on_other_typed(message: Message, turn: Turn) -> None:
    wish, text = turn.conversation.data(Wish).shortage, message.text or ""
    found = await shortages.find_other(turn.actor, turn.work, wish, text)
    turn.show(screens.found(turn.words, wish, text, found))


async def on_ask_term(_: CallbackQuery, callback_data: AskTerm, turn: Turn) -> None:
    view = await shortages.check_term(turn.actor, turn.work, callback_data.shortage)
    turn.conversation.enter(WishDialogue.term, Wish(shortage=view.id))
    days = date_choices(turn.today, turn.work.rules.calendar, with_today=True)
    turn.show(screens.ask_term(turn.words, view, days))


async def on_term(_: CallbackQuery, callback_data: SetTerm, turn: Turn) -> None:
    day = day_of(callback_data.day)
    await _show(turn, await shortages.wait_until(turn.actor, turn.work, callback_data.shortage, day))


async def on_term_typed(message: Message, turn: Turn) -> None:
    wish, text = turn.conversation.data(Wish).shortage, message.text or ""
    await _show(turn, await shortages.wait_typed(turn.actor, turn.work, wish, text))


async def on_put(_: CallbackQuery, callback_data: PutArrived, turn: Turn) -> None:
    put = await shortages.put_arrived(turn.actor, turn.work, callback_data.shortage)
    data = orders.Draft(order=put.order, carried=put.carried)
    await orders.show_draft(turn, put.order, product=put.product, notes=[put.note], data=data)


async def on_reply(_: CallbackQuery, callback_data: ReplyToLogistics, turn: Turn) -> None:
    question, product = await shortage_requests.get_question(turn.actor, turn.work, callback_data.query)
    turn.conversation.enter(AnswerDialogue.answer, Query(query=question.id))
    turn.say(screens.ask_reply(turn.words, product, question.question))


async def on_reply_typed(message: Message, turn: Turn) -> None:
    data = turn.conversation.data(Query)
    done = await shortage_requests.reply(turn.actor, turn.work, data.query, message.text or "")
    turn.conversation.leave()
    asker, who = done.asker, turn.actor.name
    turn.show(screens.replied(turn.words, asker.name if asker is not None else ""))
    if asker is not None:
        said = done.question.answer
        turn.tell([asker], lambda words: request_screens.reply(words, done.view, who, said))


async def on_lost(_: CallbackQuery, callback_data: OpenLost, turn: Turn) -> None:
    view = await lost_demand.get_lost(turn.actor, turn.work, callback_data.weeks)
    turn.show(request_screens.lost(turn.words, view))


async def on_lost_picture(_: CallbackQuery, turn: Turn) -> None:
    turn.picture(*lost_screens.picture(turn.words, await lost_demand.get_lost_weeks(turn.actor, turn.work)))


async def on_lost_file(_: CallbackQuery, callback_data: LostFile, turn: Turn) -> None:
    weeks = callback_data.weeks
    await lost_demand.get_lost(turn.actor, turn.work, weeks)
    turn.ack(turn.words.plain("ack-lost-file"))
    turn.attach(FileRef("lost_demand", turn.actor.id, turn.actor.language, {"weeks": str(weeks)}))


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="shortages")
    router.message.register(on_list, Command("shortages"))
    router.message.register(on_list, MenuButton(catalogue, "shortages"))
    router.message.register(on_reply_typed, StateFilter(AnswerDialogue.answer), Typed())
    router.message.register(on_other_typed, StateFilter(WishDialogue.other), Typed())
    router.message.register(on_term_typed, StateFilter(WishDialogue.term), Typed())
    taps = router.callback_query
    taps.filter(Feature("shortages"))
    for handler, data in (
        (on_list, OpenWanted),
        (on_line, OpenShort),
        (on_lacks, OpenLacks),
        (on_open, OpenShortage),
        (on_wait, WaitFor),
        (on_take, TakeAnalogue),
        (on_drop, DropShortage),
        (on_ask, AskLogistics),
        (on_ask_other, AskOther),
        (on_ask_term, AskTerm),
        (on_term, SetTerm),
        (on_put, PutArrived),
        (on_reply, ReplyToLogistics),
        (on_lost, OpenLost),
        (on_lost_picture, LostPicture),
        (on_lost_file, LostFile),
    ):
        taps.register(handler, data.filter())
    return router
