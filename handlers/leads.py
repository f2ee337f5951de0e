"""/leads: the pipeline, a lead and its stage, the questions after a call."""

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.leads import Question
from handlers import calls, offers, reliability
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import leads as screens
from screens.callbacks.leads import (
    AnswerLead,
    AskLead,
    AskLost,
    EndQuestions,
    Lose,
    OpenLead,
    OpenLeads,
    OpenStage,
    PassQuestion,
    SetStage,
)
from usecases import lead_views, leads


class LeadDialogue(StatesGroup):
    question = State()


class Asking(BaseModel):
    """What is still to be asked of a lead, the first now; `by_hand`: from its screen, to which the questions lead back."""

    client: int
    left: list[Question]
    by_hand: bool = False


async def on_leads(_: Message | CallbackQuery, turn: Turn, callback_data: OpenLeads | None = None) -> None:
    turn.conversation.leave()
    employee = callback_data.employee if callback_data else 0
    turn.show(screens.pipeline(turn.words, await lead_views.open_board(turn.actor, turn.work, employee)))


async def on_stage(_: CallbackQuery, callback_data: OpenStage, turn: Turn) -> None:
    data = callback_data
    page = await lead_views.open_stage(turn.actor, turn.work, data.stage, data.employee, data.start)
    turn.show(screens.stage_page(turn.words, page))


async def on_lead(_: CallbackQuery, callback_data: OpenLead, turn: Turn) -> None:
    await show_lead(turn, callback_data.client)


async def show_lead(turn: Turn, client_id: int) -> None:
    turn.conversation.leave()
    lead = await lead_views.get_lead(turn.actor, turn.work, client_id)
    turn.show(screens.lead(turn.words, lead, turn.today))


# --- stages by hand -----------------------------------------------------------------------------------------------------


async def on_set_stage(_: CallbackQuery, callback_data: SetStage, turn: Turn) -> None:
    await leads.set_stage(turn.actor, turn.work, callback_data.client, callback_data.stage)
    await show_lead(turn, callback_data.client)


async def on_ask_lost(_: CallbackQuery, callback_data: AskLost, turn: Turn) -> None:
    lead = await lead_views.get_lead(turn.actor, turn.work, callback_data.client)
    turn.show(screens.ask_lost(turn.words, lead.id, lead.name))


async def on_lose(_: CallbackQuery, callback_data: Lose, turn: Turn) -> None:
    await leads.lose(turn.actor, turn.work, callback_data.client, callback_data.reason)
    await show_lead(turn, callback_data.client)


# --- questions ----------------------------------------------------------------------------------------------------------


async def on_ask(_: CallbackQuery, callback_data: AskLead, turn: Turn) -> None:
    client_id, by_hand = callback_data.client, callback_data.by_hand
    going = _asking(turn, client_id)
    if going is not None:
        await _ask(turn, going)
        return
    asked = await leads.start_questions(turn.actor, turn.work, client_id, by_hand=by_hand)
    await _ask(turn, Asking(client=client_id, left=list(asked), by_hand=by_hand))


async def _ask(turn: Turn, asking: Asking) -> None:
    """The next question; where none is left, on to the next card or back to the lead."""
    if not asking.left:
        await _finish(turn, asking)
        return
    turn.conversation.enter(LeadDialogue.question, asking)
    view = await leads.get_question(turn.actor, turn.work, asking.client, asking.left[0])
    turn.show(screens.question(turn.words, view, len(asking.left)))


async def _finish(turn: Turn, asking: Asking) -> None:
    if asking.by_hand:
        await show_lead(turn, asking.client)
        return
    lead = await lead_views.get_lead(turn.actor, turn.work, asking.client)
    turn.conversation.leave()
    await calls.show_next(turn, screens.known(turn.words, lead))


async def _go_on(turn: Turn, client_id: int, question: Question) -> None:
    """After the answer to `question`; a button of an older message leads to the lead."""
    asking = _asking(turn, client_id)
    if asking is None:
        await show_lead(turn, client_id)
        return
    asking.left = [one for one in asking.left if one is not question]
    await _ask(turn, asking)


def _asking(turn: Turn, client_id: int) -> Asking | None:
    if turn.conversation.state != LeadDialogue.question.state:
        return None
    asking = turn.conversation.data(Asking)
    return asking if asking.client == client_id else None


async def on_answer(_: CallbackQuery, callback_data: AnswerLead, turn: Turn) -> None:
    data = callback_data
    await leads.answer(turn.actor, turn.work, data.client, data.question, data.choice)
    await _go_on(turn, data.client, data.question)


async def on_typed(message: Message, turn: Turn) -> None:
    asking = turn.conversation.data(Asking)
    await leads.answer_typed(turn.actor, turn.work, asking.client, asking.left[0], message.text or "")
    await _go_on(turn, asking.client, asking.left[0])


async def on_pass(_: CallbackQuery, callback_data: PassQuestion, turn: Turn) -> None:
    await _go_on(turn, callback_data.client, callback_data.question)


async def on_enough(_: CallbackQuery, callback_data: EndQuestions, turn: Turn) -> None:
    asking = _asking(turn, callback_data.client)
    by_hand = asking is None or asking.by_hand
    await _finish(turn, Asking(client=callback_data.client, left=[], by_hand=by_hand))


def setup() -> Router:
    """The desk of leads: the pipeline, offers, the check of reliability."""
    desk = Router(name="lead-desk")
    desk.include_routers(setup_pipeline(), offers.setup(), reliability.setup())
    return desk


def setup_pipeline() -> Router:
    router = Router(name="leads")
    router.message.register(on_leads, Command("leads"))
    router.message.register(on_typed, StateFilter(LeadDialogue.question), Typed())
    taps = router.callback_query
    taps.filter(Feature("leads"))
    for handler, data in (
        (on_leads, OpenLeads),
        (on_stage, OpenStage),
        (on_lead, OpenLead),
        (on_set_stage, SetStage),
        (on_ask_lost, AskLost),
        (on_lose, Lose),
        (on_ask, AskLead),
        (on_answer, AnswerLead),
        (on_pass, PassQuestion),
        (on_enough, EndQuestions),
    ):
        taps.register(handler, data.filter())
    return router
