"""The lead's word on an order that is held, the counter-offer, and the manager's word on that."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from domain.actors import Actor
from domain.approvals import Question
from handlers.decision_cards import Walked, is_walking, then_next
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import approvals as screens
from screens import support
from screens.callbacks.approvals import Answer, AskOffer, DropOffer, Offer, Refuse, SendWithin, TakeOffer
from screens.order_views import ApprovalView
from screens.screen import Screen
from screens.words import Words
from usecases import approvals
from usecases.approval_views import anchor_of
from usecases.desk_post import send_to_desk, tell_manager
from usecases.order_flow import Passed

Make = Callable[[Words], Screen]
TENTHS = Decimal(10)


class OfferDialogue(StatesGroup):
    typed = State()


class Asked(Walked):
    order: int
    approval: int


def card_of(view: ApprovalView) -> Make:
    return lambda words: screens.approval(words, view)


def tell_leads(turn: Turn, done: Passed) -> None:
    """Each who may answer gets the card."""
    for lead, view in done.approvals:
        turn.tell([lead], card_of(view), anchor=anchor_of(done.mine.id))


@then_next
async def on_answer(_: CallbackQuery, callback_data: Answer, turn: Turn) -> None:
    data = callback_data
    done = await approvals.answer(
        turn.actor, turn.work, data.order, data.approval, data.question, prepaid=data.prepaid
    )
    answered(turn, done)


def answered(turn: Turn, done: Passed) -> None:
    """On to sales support, or the card with what is still asked."""
    if done.held:
        _show_cards(turn, done)
        return
    how = "prepaid-only" if done.mine.prepaid is not None else "approved"
    _settle(turn, done, how)
    what = support.held_for(done.mine)
    tell_manager(turn, done, f"ntf-{how}", who=turn.actor.name, supports=len(done.desk), what=what)
    send_to_desk(turn, done)


def _show_cards(turn: Turn, done: Passed) -> None:
    """The card as it now is: here, and where the other leads have it."""
    for lead, view in done.approvals:
        if lead.id == turn.actor.id:
            _show_own(turn, view)
        else:
            turn.retell([lead], card_of(view), anchor=anchor_of(done.mine.id))


def _show_own(turn: Turn, view: ApprovalView) -> None:
    """A typed answer goes down, and the card that others change goes with it."""
    if turn.message is None:
        turn.tell([turn.actor], card_of(view), anchor=anchor_of(view.order.id))
    else:
        turn.show(screens.approval(turn.words, view))


def _settle(turn: Turn, done: Passed, how: str) -> None:
    """The cards of all leads say what was decided."""
    who, key = turn.actor.name, f"msg-{how}"
    own = done.manager is not None and done.manager.id == turn.actor.id
    turn.show(support.news(turn.words, key, done.mine, own=own, who=who))
    turn.retell(
        others(turn, done.leads),
        lambda words: support.news(words, key, done.mine, own=False, who=who),
        anchor=anchor_of(done.mine.id),
    )


def others(turn: Turn, people: Iterable[Actor]) -> list[Actor]:
    return [person for person in people if person.id != turn.actor.id]


@then_next
async def on_refuse(_: CallbackQuery, callback_data: Refuse, turn: Turn) -> None:
    done = await approvals.decline(turn.actor, turn.work, callback_data.order, callback_data.approval)
    declined(turn, done)


def declined(turn: Turn, done: Passed) -> None:
    _settle(turn, done, "declined")
    view, who = done.for_manager, turn.actor.name
    if done.manager is not None and view is not None:
        turn.tell([done.manager], lambda words: screens.sent_back(words, "ntf-sent-back", view, who=who))


@then_next
async def on_offer(_: CallbackQuery, callback_data: Offer, turn: Turn) -> None:
    percent = callback_data.tenths / TENTHS
    done = await approvals.counter(
        turn.actor, turn.work, callback_data.order, callback_data.approval, percent
    )
    _offered(turn, done)


async def on_ask(_: CallbackQuery, callback_data: AskOffer, turn: Turn) -> None:
    data = callback_data
    view = await approvals.get_priced(turn.actor, turn.work, data.order, data.approval)
    asked = Asked(order=data.order, approval=data.approval, walk=is_walking(turn))
    turn.conversation.enter(OfferDialogue.typed, asked)
    turn.show(screens.ask_offer(turn.words, view))


@then_next
async def on_offer_typed(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(Asked)
    done = await approvals.counter_typed(
        turn.actor, turn.work, asked.order, asked.approval, message.text or ""
    )
    turn.conversation.leave()
    _offered(turn, done)


def _offered(turn: Turn, done: Passed) -> None:
    _show_cards(turn, done)
    view = done.for_manager
    if done.manager is not None and view is not None:
        turn.tell([done.manager], lambda words: screens.offer(words, view))


async def on_take(_: CallbackQuery, callback_data: TakeOffer, turn: Turn) -> None:
    done = await approvals.take_offer(turn.actor, turn.work, callback_data.order, callback_data.approval)
    held = "yes" if done.held else "no"
    turn.show(support.news(turn.words, "msg-offer-taken", done.mine, held=held))
    if done.held:
        _show_cards(turn, done)
        return
    _tell_leads_over(turn, done, "ntf-offer-taken")
    send_to_desk(turn, done)


async def on_drop(_: CallbackQuery, callback_data: DropOffer, turn: Turn) -> None:
    done = await approvals.refuse_offer(turn.actor, turn.work, callback_data.order, callback_data.approval)
    turn.show(support.news(turn.words, "msg-offer-dropped", done.mine))
    _tell_leads_over(turn, done, "ntf-offer-dropped")


def _tell_leads_over(turn: Turn, done: Passed, key: str) -> None:
    """The card says it everywhere; whose offer it was hears it as a message, for an edited card does not ring."""
    order = done.mine

    def said(words: Words) -> Screen:
        return support.news(words, key, order, own=False)

    leads = others(turn, done.leads)
    turn.retell(leads, said, anchor=anchor_of(order.id))
    waits = [lead for lead in leads if lead.id == done.decided_by]
    turn.tell([*waits, *([done.decider] if done.decider else [])], said)


async def on_within(_: CallbackQuery, callback_data: SendWithin, turn: Turn) -> None:
    from handlers.order_cards import handed

    handed(turn, await approvals.send_within(turn.actor, turn.work, callback_data.order))


async def show(turn: Turn, order: int) -> None:
    view = await approvals.get_approval(turn.actor, turn.work, order)
    turn.conversation.leave()
    turn.show(screens.approval(turn.words, view))


async def answer_now(turn: Turn, order: int, *, prepaid: bool = False) -> None:
    """Yes to all that is asked, from a message of before there were questions."""
    question = Question.CREDIT if prepaid else Question.ALL
    answered(turn, await approvals.answer(turn.actor, turn.work, order, 0, question, prepaid=prepaid))


async def refuse_now(turn: Turn, order: int) -> None:
    declined(turn, await approvals.decline(turn.actor, turn.work, order, 0))


def setup() -> Router:
    router = Router(name="approvals")
    router.message.register(on_offer_typed, StateFilter(OfferDialogue.typed), Typed())
    taps = router.callback_query
    taps.filter(Feature("approvals"))
    for handler, data in (
        (on_answer, Answer),
        (on_refuse, Refuse),
        (on_offer, Offer),
        (on_ask, AskOffer),
        (on_take, TakeOffer),
        (on_drop, DropOffer),
        (on_within, SendWithin),
    ):
        taps.register(handler, data.filter())
    return router
