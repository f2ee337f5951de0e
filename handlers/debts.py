"""One client's debt: documents, disputes, and what the lead is told. The desk is in `handlers.debt_desk`."""

from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.answers import read_day
from domain.actors import SELLING, Role
from domain.choices import date_choices
from domain.disputes import Dispute as Found
from handlers import debt_desk, debt_walk, promises
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import debts as screens
from screens import disputes as dispute_screens
from screens.callbacks.debts import (
    NOT_CHOSEN,
    Dispute,
    DisputeMore,
    EndDispute,
    OpenDebt,
    ToldPaid,
    ToLead,
)
from screens.callbacks.dunning import DisputeLonger, DisputeOwner, DisputeSettled, DisputeUntil
from screens.words import Catalogue
from usecases import debt_alert, debts, disputes
from usecases.errors import UnreadableError

SEES_DEBTS = SELLING | {Role.ACCOUNTANT}


class DisputeDialogue(StatesGroup):
    reason = State()
    until = State()


class Disputed(BaseModel):
    """`document` 0 is all that is owed."""

    client: int
    document: int


class OfDispute(BaseModel):
    document: int


async def on_card(_: CallbackQuery, callback_data: OpenDebt, turn: Turn) -> None:
    await show_card(turn, callback_data.client)


async def show_card(turn: Turn, client_id: int) -> None:
    card = await debts.get_card(turn.actor, turn.work, client_id)
    turn.conversation.leave()
    turn.show(screens.card(turn.words, card))


async def on_paid(_: CallbackQuery, callback_data: ToldPaid, turn: Turn) -> None:
    note = turn.words.plain("note-told-paid")
    card = await debts.tell_paid(turn.actor, turn.work, callback_data.client, note)
    turn.show(screens.card(turn.words, card))
    turn.ack(turn.words.plain("ack-told-paid"))


async def on_lead(_: CallbackQuery, callback_data: ToLead, turn: Turn) -> None:
    note = turn.words.plain("note-told-lead")
    card, leads = await debts.tell_lead(turn.actor, turn.work, callback_data.client, note)
    turn.show(screens.card(turn.words, card))
    turn.tell(leads, lambda words: screens.to_lead(words, turn.actor.name, card))
    turn.ack(turn.words.plain("ack-told-lead"), alert=True)


# --- disputes


async def on_dispute(_: CallbackQuery, callback_data: Dispute, turn: Turn) -> None:
    await ask_dispute(turn, callback_data.client, callback_data.document)


async def on_more(_: CallbackQuery, callback_data: DisputeMore, turn: Turn) -> None:
    await ask_dispute(turn, callback_data.client, NOT_CHOSEN, start=callback_data.start)


async def ask_dispute(turn: Turn, client: int, document: int, *, start: int = 0) -> None:
    """About which document, where it is not chosen and there are several; then about what."""
    name, documents = await disputes.disputable(turn.actor, turn.work, client)
    if document < 0 and len(documents) > 1:
        shown = dispute_screens.choose_document(turn.words, client, name, documents, turn.today, start=start)
        turn.show(shown)
        return
    turn.conversation.enter(DisputeDialogue.reason, Disputed(client=client, document=max(document, 0)))
    turn.show(dispute_screens.ask_reason(turn.words, name))


async def on_dispute_reason(message: Message, turn: Turn) -> None:
    asked, reason = turn.conversation.data(Disputed), message.text or ""
    note = turn.words.plain("note-dispute", reason=reason)
    raised = await disputes.raise_dispute(
        turn.actor, turn.work, asked.client, asked.document, reason=reason, note=note
    )
    turn.conversation.leave()
    found = await disputes.get_dispute(turn.actor, turn.work, raised.document)
    walking = await debt_alert.is_named(turn.actor, turn.work, asked.client)
    turn.show(dispute_screens.raised(turn.words, found, raised.owners, turn.today, walking=walking))
    turn.tell(raised.leads, lambda words: screens.to_lead(words, turn.actor.name, raised.card, dispute=found))


async def on_owner(_: CallbackQuery, callback_data: DisputeOwner, turn: Turn) -> None:
    data = callback_data
    found, told = await disputes.give_dispute(turn.actor, turn.work, data.document, data.employee)
    walking = await debt_alert.is_named(turn.actor, turn.work, found.client_id)
    turn.show(dispute_screens.moved(turn.words, found, turn.today, opens=True, walking=walking))
    if told is not None:
        who, opens = turn.actor.name, told.role in SEES_DEBTS
        turn.tell([told], lambda words: dispute_screens.given(words, found, who, turn.today, opens=opens))


async def on_until(_: CallbackQuery, callback_data: DisputeUntil, turn: Turn) -> None:
    if callback_data.day:
        await _put_until(turn, callback_data.document, date.fromordinal(callback_data.day))
        return
    found = await disputes.get_dispute(turn.actor, turn.work, callback_data.document)
    turn.conversation.enter(DisputeDialogue.until, OfDispute(document=found.id))
    choices = date_choices(turn.today, turn.work.rules.calendar)
    turn.show(dispute_screens.ask_until(turn.words, found, choices, turn.today))


async def on_until_typed(message: Message, turn: Turn) -> None:
    text, asked = message.text or "", turn.conversation.data(OfDispute)
    until = read_day(text, turn.today, turn.work.rules.calendar)
    if until is None:
        raise UnreadableError("day", text=text)
    await _put_until(turn, asked.document, until)


async def _put_until(turn: Turn, document: int, until: date) -> None:
    found = await disputes.set_until(turn.actor, turn.work, document, until)
    turn.conversation.leave()
    await _show_moved(turn, found)


async def _show_moved(turn: Turn, found: Found) -> None:
    opens, walking = (
        turn.actor.role in SEES_DEBTS,
        await debt_alert.is_named(turn.actor, turn.work, found.client_id),
    )
    turn.show(dispute_screens.moved(turn.words, found, turn.today, opens=opens, walking=walking))


async def on_longer(_: CallbackQuery, callback_data: DisputeLonger, turn: Turn) -> None:
    data = callback_data
    await _show_moved(turn, await disputes.give_longer(turn.actor, turn.work, data.document, data.count))


async def on_settled(_: CallbackQuery, callback_data: DisputeSettled, turn: Turn) -> None:
    note, who = turn.words.plain("note-dispute-over"), turn.actor.name
    found, manager = await disputes.settle_dispute(turn.actor, turn.work, callback_data.document, note)
    turn.show(dispute_screens.settled(turn.words, found, opens=turn.actor.role in SEES_DEBTS))
    told = [manager] if manager else []
    turn.tell(told, lambda words: dispute_screens.told_settled(words, found, who))


async def on_agreed(_: CallbackQuery, callback_data: EndDispute, turn: Turn) -> None:
    note = turn.words.plain("note-dispute-over")
    card = await disputes.end_dispute(turn.actor, turn.work, callback_data.client, note)
    await debt_walk.show_card(turn, card.client_id)
    turn.ack(turn.words.plain("ack-dispute-over"))


def register_disputes(router: Router) -> None:
    """Those whose buttons come from elsewhere than the card."""
    taps = router.callback_query
    taps.register(on_owner, DisputeOwner.filter())
    taps.register(on_until, DisputeUntil.filter())
    taps.register(on_longer, DisputeLonger.filter())
    taps.register(on_settled, DisputeSettled.filter())


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="debts")
    debt_desk.register(router, catalogue)
    router.message.register(on_dispute_reason, StateFilter(DisputeDialogue.reason), Typed())
    router.message.register(on_until_typed, StateFilter(DisputeDialogue.until), Typed())
    taps = router.callback_query
    taps.filter(Feature("debts"))
    taps.register(on_card, OpenDebt.filter())
    taps.register(on_paid, ToldPaid.filter())
    taps.register(on_dispute, Dispute.filter())
    taps.register(on_more, DisputeMore.filter())
    taps.register(on_agreed, EndDispute.filter())
    taps.register(on_lead, ToLead.filter())
    promises.register(router)
    return router
