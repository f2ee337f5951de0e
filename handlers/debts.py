"""/debts: the desk, one client's documents, disputes, and what the lead is told."""

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from handlers import promises
from handlers.filters import Feature, MenuButton, Typed
from handlers.turn import Turn
from screens import debts as screens
from screens.callbacks.debts import DebtsOf, Dispute, EndDispute, OpenDebt, OpenDebts, ToldPaid, ToLead
from screens.words import Catalogue
from usecases import debts


class DisputeDialogue(StatesGroup):
    reason = State()


class Disputed(BaseModel):
    """`document` 0 is all that is owed."""

    client: int
    document: int


async def on_debts(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_desk(turn)


async def show_desk(turn: Turn) -> None:
    turn.conversation.leave()
    view = await debts.open_debts(turn.actor, turn.work)
    turn.show(screens.debts(turn.words, view))


async def on_manager(_: CallbackQuery, callback_data: DebtsOf, turn: Turn) -> None:
    view = await debts.open_debts(turn.actor, turn.work, callback_data.manager, callback_data.start)
    turn.show(screens.debts(turn.words, view))


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


async def on_dispute(_: CallbackQuery, callback_data: Dispute, turn: Turn) -> None:
    client, document = callback_data.client, callback_data.document
    name, documents = await debts.disputable(turn.actor, turn.work, client)
    if document < 0 and len(documents) > 1:
        turn.show(screens.choose_document(turn.words, client, name, documents))
        return
    turn.conversation.enter(DisputeDialogue.reason, Disputed(client=client, document=max(document, 0)))
    turn.show(screens.ask_dispute(turn.words, name))


async def on_dispute_reason(message: Message, turn: Turn) -> None:
    asked, reason = turn.conversation.data(Disputed), message.text or ""
    note = turn.words.plain("note-dispute", reason=reason)
    card, leads = await debts.raise_dispute(
        turn.actor, turn.work, asked.client, asked.document, reason=reason, note=note
    )
    turn.conversation.leave()
    turn.show(screens.card(turn.words, card))
    turn.tell(leads, lambda words: screens.to_lead(words, turn.actor.name, card, reason=reason))


async def on_agreed(_: CallbackQuery, callback_data: EndDispute, turn: Turn) -> None:
    note = turn.words.plain("note-dispute-over")
    card = await debts.end_dispute(turn.actor, turn.work, callback_data.client, note)
    turn.show(screens.card(turn.words, card))
    turn.ack(turn.words.plain("ack-dispute-over"))


async def on_lead(_: CallbackQuery, callback_data: ToLead, turn: Turn) -> None:
    note = turn.words.plain("note-told-lead")
    card, leads = await debts.tell_lead(turn.actor, turn.work, callback_data.client, note)
    turn.tell(leads, lambda words: screens.to_lead(words, turn.actor.name, card))
    turn.ack(turn.words.plain("ack-told-lead"), alert=True)


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="debts")
    router.message.register(on_debts, Command("debts"))
    router.message.register(on_debts, MenuButton(catalogue, "debts"))
    router.message.register(on_dispute_reason, StateFilter(DisputeDialogue.reason), Typed())
    taps = router.callback_query
    taps.filter(Feature("debts"))
    taps.register(on_debts, OpenDebts.filter())
    taps.register(on_manager, DebtsOf.filter())
    taps.register(on_card, OpenDebt.filter())
    taps.register(on_paid, ToldPaid.filter())
    taps.register(on_dispute, Dispute.filter())
    taps.register(on_agreed, EndDispute.filter())
    taps.register(on_lead, ToLead.filter())
    promises.register(router)
    return router
