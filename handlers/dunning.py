"""The debt alert worked client by client; the words for a debt; silence for a while; what has climbed to the lead."""

from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.answers import read_day
from handlers import debt_walk
from handlers.calls import CallDialogue, OfCard
from handlers.debts import ask_dispute, register_disputes
from handlers.filters import Feature, Typed
from handlers.promises import ask_promise
from handlers.turn import Turn
from screens import calls as call_screens
from screens import debt_alert as alert_screens
from screens import debts as debt_screens
from screens import dunning as screens
from screens import stops as stop_screens
from screens.callbacks.debts import NOT_CHOSEN
from screens.callbacks.dunning import (
    AskSilence,
    CallDebtor,
    EndSilence,
    NextDebtor,
    OpenAlert,
    OpenAlertCard,
    OpenClaim,
    OpenFolder,
    OpenWords,
    SilenceTill,
    SilenceWhy,
    TakeOver,
    TeamDebts,
    WalkDispute,
    WalkLead,
    WalkPaid,
    WalkPromise,
)
from usecases import call_card, debt_alert, debts, dunning
from usecases.errors import StaleError, UnreadableError


class SilenceDialogue(StatesGroup):
    why = State()
    till = State()


class Silenced(BaseModel):
    client: int
    why: str = ""


# --- the alert, client by client


async def on_list(_: CallbackQuery, turn: Turn) -> None:
    await debt_walk.show_list(turn)


async def on_card(_: CallbackQuery, callback_data: OpenAlertCard, turn: Turn) -> None:
    await debt_walk.show_card(turn, callback_data.client)


async def on_next(_: CallbackQuery, callback_data: NextDebtor, turn: Turn) -> None:
    await debt_walk.show_next(turn, callback_data.client)


async def on_call(_: CallbackQuery, callback_data: CallDebtor, turn: Turn) -> None:
    """Beside the debt, which stays as it is: from there one goes on after the call."""
    card = await call_card.get_card(turn.actor, turn.work, callback_data.client)
    turn.conversation.enter(CallDialogue.card, OfCard(client=card.client))
    turn.say(call_screens.card(turn.words, card))


async def on_promise(_: CallbackQuery, callback_data: WalkPromise, turn: Turn) -> None:
    await ask_promise(turn, callback_data.client, walk=True)


async def on_paid(_: CallbackQuery, callback_data: WalkPaid, turn: Turn) -> None:
    client, note = callback_data.client, turn.words.plain("note-told-paid")
    card = await debts.tell_paid(turn.actor, turn.work, client, note)
    await debt_walk.show_next(turn, client, before=turn.words("alert-paid-said", name=card.name))


async def on_dispute(_: CallbackQuery, callback_data: WalkDispute, turn: Turn) -> None:
    await ask_dispute(turn, callback_data.client, NOT_CHOSEN)


async def on_lead(_: CallbackQuery, callback_data: WalkLead, turn: Turn) -> None:
    client, note = callback_data.client, turn.words.plain("note-told-lead")
    card, leads = await debts.tell_lead(turn.actor, turn.work, client, note)
    turn.tell(leads, lambda words: debt_screens.to_lead(words, turn.actor.name, card))
    await debt_walk.show_next(turn, client, before=turn.words("alert-lead-said", name=card.name))


# --- the words


async def on_words(_: CallbackQuery, callback_data: OpenWords, turn: Turn) -> None:
    speech = await dunning.get_speech(turn.actor, turn.work, callback_data.client, callback_data.page)
    language = turn.catalogue[screens.language_of(speech, turn.words.language)]
    turn.show(screens.speech(turn.words, speech, language))


async def on_claim(_: CallbackQuery, callback_data: OpenClaim, turn: Turn) -> None:
    speech = await dunning.get_speech(turn.actor, turn.work, callback_data.client)
    language = turn.catalogue[screens.language_of(speech, turn.words.language)]
    turn.show(screens.claim(turn.words, speech, language))


async def on_folder(_: CallbackQuery, callback_data: OpenFolder, turn: Turn) -> None:
    folder = await dunning.get_folder(turn.actor, turn.work, callback_data.client)
    turn.show(screens.folder(turn.words, folder))


# --- left alone for a while


async def on_ask_silence(_: CallbackQuery, callback_data: AskSilence, turn: Turn) -> None:
    card = await debts.get_card(turn.actor, turn.work, callback_data.client)
    turn.conversation.enter(SilenceDialogue.why, Silenced(client=card.client_id))
    turn.show(screens.ask_silence(turn.words, card.client_id, card.name))


async def on_why(_: CallbackQuery, callback_data: SilenceWhy, turn: Turn) -> None:
    await _ask_till(turn, callback_data.client, callback_data.why.key)


async def on_why_typed(message: Message, turn: Turn) -> None:
    why = dunning.read_reason(message.text or "")
    await _ask_till(turn, turn.conversation.data(Silenced).client, why)


async def _ask_till(turn: Turn, client: int, why: str) -> None:
    card = await debts.get_card(turn.actor, turn.work, client)
    turn.conversation.enter(SilenceDialogue.till, Silenced(client=client, why=why))
    turn.show(screens.ask_silence_till(turn.words, client, card.name, why, turn.today))


async def on_till(_: CallbackQuery, callback_data: SilenceTill, turn: Turn) -> None:
    asked = turn.conversation.data(Silenced)
    if asked.client != callback_data.client:
        raise StaleError(what="dialogue")
    await _silence(turn, asked, date.fromordinal(callback_data.day))


async def on_till_typed(message: Message, turn: Turn) -> None:
    text, asked = message.text or "", turn.conversation.data(Silenced)
    until = read_day(text, turn.today, turn.work.rules.calendar)
    if until is None:
        raise UnreadableError("day", text=text)
    await _silence(turn, asked, until)


async def _silence(turn: Turn, asked: Silenced, until: date) -> None:
    day = f"{until:%d.%m.%Y}"
    note = turn.words.plain("note-silence", day=day, why=debt_screens.silence_reason(turn.words, asked.why))
    # who is left alone has no place in the alert any more: whoever comes after is found before
    named, following = await debt_walk.find_following(turn, asked.client)
    card = await dunning.silence(turn.actor, turn.work, asked.client, why=asked.why, until=until, note=note)
    turn.conversation.leave()
    told = await dunning.told_of_silence(turn.actor, turn.work, card)
    turn.tell(told, lambda words: stop_screens.hushed(words, turn.actor.name, card, asked.why))
    if named:
        await debt_walk.show_following(turn, following, before=screens.silenced(turn.words, card))
    else:
        turn.show(debt_screens.card(turn.words, card))


async def on_remind(_: CallbackQuery, callback_data: EndSilence, turn: Turn) -> None:
    note = turn.words.plain("note-silence-over")
    card = await dunning.end_silence(turn.actor, turn.work, callback_data.client, note)
    turn.show(debt_screens.card(turn.words, card))
    turn.ack(turn.words.plain("ack-silence-over"))


# --- the lead


async def on_team(_: CallbackQuery, turn: Turn) -> None:
    turn.show(alert_screens.for_lead(turn.words, await debt_alert.open_lead_alert(turn.actor, turn.work)))


async def on_take(_: CallbackQuery, callback_data: TakeOver, turn: Turn) -> None:
    words, lead = turn.words, turn.actor.name
    note = words.plain("note-taken-over", name=lead)
    card, manager = await debts.take_over(turn.actor, turn.work, callback_data.client, note)
    turn.show(debt_screens.card(words, card))
    if manager is not None:
        turn.tell([manager], lambda words: debt_screens.taken_over(words, lead, card))
        turn.ack(words.plain("ack-taken-over"))


def setup() -> Router:
    router = Router(name="dunning")
    router.message.register(on_why_typed, StateFilter(SilenceDialogue.why), Typed())
    router.message.register(on_till_typed, StateFilter(SilenceDialogue.till), Typed())
    taps = router.callback_query
    taps.filter(Feature("dunning"))
    register_disputes(router)
    for handler, data in (
        (on_list, OpenAlert),
        (on_card, OpenAlertCard),
        (on_next, NextDebtor),
        (on_call, CallDebtor),
        (on_promise, WalkPromise),
        (on_paid, WalkPaid),
        (on_dispute, WalkDispute),
        (on_lead, WalkLead),
        (on_words, OpenWords),
        (on_claim, OpenClaim),
        (on_folder, OpenFolder),
        (on_ask_silence, AskSilence),
        (on_why, SilenceWhy),
        (on_till, SilenceTill),
        (on_remind, EndSilence),
        (on_team, TeamDebts),
        (on_take, TakeOver),
    ):
        taps.register(handler, data.filter())
    return router
