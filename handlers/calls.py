"""/calls: the day's list and the carousel of cards."""

from datetime import date, time

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture import answers
from domain.choices import date_choices, time_choices
from domain.outcomes import Answer, Outcome
from handlers import orders
from handlers.filters import Feature, MenuButton, Typed
from handlers.turn import Turn
from screens import call_asks
from screens import call_list as lists
from screens import calls as screens
from screens.callbacks.calls import (
    ANY_TIME,
    AddNumber,
    CloseClaim,
    Log,
    LogClaim,
    LogPromise,
    LogRefusal,
    NextCard,
    OfferSent,
    OffersToSend,
    OpenCard,
    OtherPerson,
    PutOff,
    Skip,
    StartCalls,
    WholeList,
)
from screens.screen import Button
from screens.words import Catalogue
from usecases import call_card, call_list, calls
from usecases.calls import Recorded
from usecases.client_changes import add_note
from usecases.errors import UnreadableError
from usecases.orders import start_draft
from usecases.scope import get_client

WHEN = {Outcome.CALL_BACK, Outcome.THINKING, Outcome.MEETING}
TIMED = {Outcome.CALL_BACK, Outcome.MEETING}


class CallDialogue(StatesGroup):
    card = State()
    when = State()
    promise = State()
    number = State()


class OfCard(BaseModel):
    """The card that is open: what is typed belongs to it."""

    client: int


class Asked(BaseModel):
    """An outcome chosen and not yet answered, as its button carries it."""

    data: str


async def on_list(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_list(turn)


async def show_list(turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(lists.day_list(turn.words, await call_card.day_list(turn.actor, turn.work)))


async def on_whole_list(_: CallbackQuery, turn: Turn) -> None:
    turn.show(lists.day_list(turn.words, await call_card.day_list(turn.actor, turn.work), whole=True))


async def on_next(_: CallbackQuery, turn: Turn) -> None:
    await show_next(turn)


async def show_next(turn: Turn, before: str = "", row: tuple[Button, ...] = ()) -> None:
    """The next card with `before` over it; the end of the list where there is none."""
    client_id = await call_list.find_next(turn.actor, turn.work)
    if client_id is None:
        turn.conversation.leave()
        day = await call_card.day_list(turn.actor, turn.work)
        turn.show(screens.with_row(lists.nothing_now(turn.words, day, before=before), row))
        return
    await show_card(turn, client_id, before=before, row=row)


async def show_card(
    turn: Turn,
    client_id: int,
    person_id: int | None = None,
    *,
    before: str = "",
    row: tuple[Button, ...] = (),
) -> None:
    card = await call_card.get_card(turn.actor, turn.work, client_id, person_id)
    turn.conversation.enter(CallDialogue.card, OfCard(client=client_id))
    turn.show(screens.with_row(screens.card(turn.words, card, before=before), row))


async def on_card(_: CallbackQuery, callback_data: OpenCard, turn: Turn) -> None:
    await show_card(turn, callback_data.client)


async def on_other_person(_: CallbackQuery, callback_data: OtherPerson, turn: Turn) -> None:
    await show_card(turn, callback_data.client, callback_data.person)


async def on_log(_: CallbackQuery, callback_data: Log, turn: Turn) -> None:
    """One tap logs what asks nothing; the rest goes to its question."""
    ask = QUESTIONS.get(callback_data.outcome)
    if ask is not None and not await ask(callback_data, turn):
        return
    await log(turn, callback_data, _answer(callback_data))


def _answer(data: Log) -> Answer:
    day = date.fromordinal(data.day) if data.day else None
    clock = None if data.clock in {-1, ANY_TIME} else time(*divmod(data.clock, 60))
    return Answer(day=day, clock=clock)


async def log(turn: Turn, data: Log | LogRefusal | LogClaim | LogPromise, answer: Answer) -> None:
    outcome = OUTCOMES.get(type(data)) or data.outcome  # type: ignore[union-attr]
    done = await calls.record_call(
        turn.actor, turn.work, data.client, outcome, answer, person_id=data.person or None, seen=data.seen
    )
    await _go_on(turn, done)


async def _go_on(turn: Turn, done: Recorded) -> None:
    """Straight to the next card, with what was recorded over it; an order goes to its draft."""
    turn.conversation.leave()
    before = screens.recorded(turn.words, done.client.name, done.outcome, done.follow, turn.today)
    if done.outcome is Outcome.ORDER:
        await orders.show_draft(turn, await start_draft(turn.actor, turn.work, done.client.id))
        return
    row = screens.add_number_row(turn.words, done.client.name, done.client.id) if done.asks_contact else ()
    await show_next(turn, before, row)


async def _ask_when(data: Log, turn: Turn) -> bool:
    """True where day and, if it matters, hour are chosen."""
    client = await get_client(turn.actor, turn.work, data.client)
    turn.conversation.enter(CallDialogue.when, Asked(data=data.pack()))
    if not data.day:
        choices = date_choices(
            turn.today, turn.work.rules.calendar, with_today=data.outcome is not Outcome.THINKING
        )
        turn.show(call_asks.ask_day(turn.words, client.name, data, choices))
        return False
    if data.clock < 0 and data.outcome in TIMED:
        clocks = time_choices(date.fromordinal(data.day), turn.actor.local(turn.work.now))
        turn.show(call_asks.ask_clock(turn.words, client.name, data, clocks))
        return False
    return True


async def _ask_reason(data: Log, turn: Turn) -> bool:
    client = await get_client(turn.actor, turn.work, data.client)
    turn.show(call_asks.ask_reason(turn.words, client.name, data))
    return False


async def _ask_claim(data: Log, turn: Turn) -> bool:
    client = await get_client(turn.actor, turn.work, data.client)
    turn.show(call_asks.ask_claim(turn.words, client.name, data))
    return False


async def _ask_sum(data: Log, turn: Turn) -> bool:
    client = await get_client(turn.actor, turn.work, data.client)
    turn.conversation.enter(CallDialogue.promise, Asked(data=data.pack()))
    turn.show(call_asks.ask_sum(turn.words, client.name, data, client.overdue, client.debt))
    return False


QUESTIONS = {
    Outcome.CALL_BACK: _ask_when,
    Outcome.THINKING: _ask_when,
    Outcome.MEETING: _ask_when,
    Outcome.REFUSAL: _ask_reason,
    Outcome.CLAIM: _ask_claim,
    Outcome.PROMISE: _ask_sum,
}
OUTCOMES = {LogRefusal: Outcome.REFUSAL, LogClaim: Outcome.CLAIM, LogPromise: Outcome.PROMISE}


async def on_refusal(_: CallbackQuery, callback_data: LogRefusal, turn: Turn) -> None:
    await log(turn, callback_data, Answer(reason=callback_data.reason))


async def on_claim(_: CallbackQuery, callback_data: LogClaim, turn: Turn) -> None:
    await log(turn, callback_data, Answer(claim_kind=callback_data.kind))


async def on_promise(_: CallbackQuery, callback_data: LogPromise, turn: Turn) -> None:
    if callback_data.day:
        client = await get_client(turn.actor, turn.work, callback_data.client)
        amount = callback_data.amount or client.overdue or client.debt
        await log(turn, callback_data, Answer(day=date.fromordinal(callback_data.day), amount=amount))
        return
    client = await get_client(turn.actor, turn.work, callback_data.client)
    choices = date_choices(turn.today, turn.work.rules.calendar, with_today=True)
    turn.show(call_asks.ask_promise_day(turn.words, client.name, callback_data, choices))


async def on_when_typed(message: Message, turn: Turn) -> None:
    """«чт в 15»: the day and the hour at once."""
    data = Log.unpack(turn.conversation.data(Asked).data)
    moment = answers.read_moment(
        message.text or "", turn.actor.local(turn.work.now), turn.work.rules.calendar
    )
    if moment is None:
        raise UnreadableError("day", text=message.text)
    await log(turn, data, Answer(day=moment[0], clock=moment[1]))


async def on_promise_typed(message: Message, turn: Turn) -> None:
    """«120 тыс в пятницу»; a sum alone goes on to the day."""
    data = Log.unpack(turn.conversation.data(Asked).data)
    promise = LogPromise(client=data.client, person=data.person, seen=data.seen, amount=0)
    text = message.text or ""
    both = answers.read_sum_and_day(text, turn.today, turn.work.rules.calendar)
    amount = answers.read_amount(text) if both is None else both[0]
    if both is not None and amount:
        await log(turn, promise, Answer(day=both[1], amount=amount))
        return
    if amount is None:
        raise UnreadableError("sum", text=text)
    client = await get_client(turn.actor, turn.work, data.client)
    choices = date_choices(turn.today, turn.work.rules.calendar, with_today=True)
    asked = promise.model_copy(update={"amount": amount})
    turn.show(call_asks.ask_promise_day(turn.words, client.name, asked, choices))


async def on_note(message: Message, turn: Turn) -> None:
    """What is typed over an open card belongs to its client."""
    open_card = turn.conversation.data(OfCard)
    client = await add_note(turn.actor, turn.work, open_card.client, message.text or "")
    turn.show(screens.noted(turn.words, client.name, client.id))


async def on_put_off(_: CallbackQuery, callback_data: PutOff, turn: Turn) -> None:
    await call_list.put_off(turn.actor, turn.work, callback_data.client)
    await show_next(turn)


async def on_skip(_: CallbackQuery, callback_data: Skip, turn: Turn) -> None:
    await call_list.skip(turn.actor, turn.work, callback_data.client)
    await show_next(turn)


async def on_offers(_: CallbackQuery, turn: Turn) -> None:
    turn.show(lists.offers(turn.words, await call_card.offers_to_send(turn.actor, turn.work)))


async def on_offer_sent(_: CallbackQuery, callback_data: OfferSent, turn: Turn) -> None:
    done = await calls.offer_sent(turn.actor, turn.work, callback_data.client)
    turn.ack(lists.offer_sent(turn.words, done.client.name, done.follow, turn.today))
    await on_offers(_, turn)


async def on_ask_number(_: CallbackQuery, callback_data: AddNumber, turn: Turn) -> None:
    client = await get_client(turn.actor, turn.work, callback_data.client)
    turn.conversation.enter(CallDialogue.number, OfCard(client=client.id))
    turn.show(screens.ask_number(turn.words, client.name, client.id))


async def on_number_typed(message: Message, turn: Turn) -> None:
    open_card = turn.conversation.data(OfCard)
    client = await calls.set_number(turn.actor, turn.work, open_card.client, message.text or "")
    turn.conversation.leave()
    await show_card(turn, client.id)


async def on_claim_settled(_: CallbackQuery, callback_data: CloseClaim, turn: Turn) -> None:
    client = await calls.close_claim(turn.actor, turn.work, callback_data.client)
    turn.ack(turn.words.plain("ack-claim-settled", name=client.name))
    await show_card(turn, client.id)


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="calls")
    router.message.register(on_list, Command("calls"))
    router.message.register(on_list, MenuButton(catalogue, "calls"))
    router.message.register(on_when_typed, StateFilter(CallDialogue.when), Typed())
    router.message.register(on_promise_typed, StateFilter(CallDialogue.promise), Typed())
    router.message.register(on_number_typed, StateFilter(CallDialogue.number), Typed())
    taps = router.callback_query
    taps.filter(Feature("calls"))
    for handler, data in (
        (on_log, Log),
        (on_next, NextCard),
        (on_card, OpenCard),
        (on_list, StartCalls),
        (on_whole_list, WholeList),
        (on_other_person, OtherPerson),
        (on_refusal, LogRefusal),
        (on_claim, LogClaim),
        (on_promise, LogPromise),
        (on_put_off, PutOff),
        (on_skip, Skip),
        (on_offers, OffersToSend),
        (on_offer_sent, OfferSent),
        (on_ask_number, AddNumber),
        (on_claim_settled, CloseClaim),
    ):
        taps.register(handler, data.filter())
    return router
