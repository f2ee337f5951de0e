"""What came of a call: one tap, or a question and its answer; then straight to the next card."""

from datetime import date, time
from html import escape

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from capture import answers
from domain.actors import SELLING
from domain.choices import clocks_by_habit, date_choices, moment_choices, time_choices
from domain.outcomes import Answer, Outcome
from handlers import orders
from handlers.calls import Asked, CallDialogue, open_client, show_card, show_next
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import call_asks
from screens import calls as screens
from screens.birthdays import ask_row
from screens.callbacks.calls import ANY_TIME, Log, LogClaim, LogOwn, LogPromise, LogRefusal, OtherDay
from screens.claims import claims_row, told_row
from screens.leads import questions_row
from screens.screen import Button
from usecases import call_answers, call_card, call_moves, call_undo
from usecases.access import check_role
from usecases.birthday_asks import ask_after_call
from usecases.call_card import Habits
from usecases.calls import CallLoggedError, Recorded
from usecases.claim_steps import list_untold
from usecases.errors import UnreadableError
from usecases.leads import questions_after
from usecases.orders import start_draft
from usecases.scope import get_client

TIMED = {Outcome.CALL_BACK, Outcome.MEETING}
OUTCOMES = {LogRefusal: Outcome.REFUSAL, LogClaim: Outcome.CLAIM, LogPromise: Outcome.PROMISE}


async def on_log(_: CallbackQuery, callback_data: Log, turn: Turn) -> None:
    """One tap logs what asks nothing; the rest goes to its question."""
    check_role(turn.actor, SELLING)
    ask = QUESTIONS.get(callback_data.outcome)
    if ask is not None and not await ask(callback_data, turn):
        return
    await log(turn, callback_data, _answer(callback_data))


def _answer(data: Log) -> Answer:
    day = date.fromordinal(data.day) if data.day else None
    clock = None if data.clock in {-1, ANY_TIME} else time(*divmod(data.clock, 60))
    return Answer(day=day, clock=clock)


async def on_own(_: CallbackQuery, callback_data: LogOwn, turn: Turn) -> None:
    data = callback_data
    try:
        done = await call_undo.log_own(
            turn.actor, turn.work, data.client, data.code, person_id=data.person or None, seen=data.seen
        )
    except CallLoggedError as late:
        await _too_late(turn, data.client, late)
    else:
        await _go_on(turn, done)


async def log(turn: Turn, data: Log | LogRefusal | LogClaim | LogPromise, answer: Answer) -> None:
    outcome = OUTCOMES.get(type(data)) or data.outcome  # type: ignore[union-attr]
    try:
        done = await call_undo.log_call(
            turn.actor,
            turn.work,
            data.client,
            outcome,
            answer,
            person_id=data.person or None,
            seen=data.seen,
        )
    except CallLoggedError as late:
        await _too_late(turn, data.client, late)
    else:
        await _go_on(turn, done)


async def _too_late(turn: Turn, client: int, late: CallLoggedError) -> None:
    """The card as it now is to whom still has it open; a second tap of the same thumb has the next card already."""
    said = screens.already(turn.words, late.client, late.outcome, late.at)
    if open_client(turn) == client:
        await show_card(turn, client, before=escape(said, quote=False))
    else:
        turn.ack(said)


async def _go_on(turn: Turn, done: Recorded) -> None:
    """Straight to the next card, with what was recorded over it; an order goes to its draft."""
    turn.conversation.leave()
    if done.outcome is Outcome.ORDER:
        await orders.join_draft(turn, await start_draft(turn.actor, turn.work, done.client.id))
        return
    day = call_moves.suggest_day(done.client, turn.today, turn.work.rules) if done.unplanned else None
    before = screens.recorded(
        turn.words, done.client.name, done.outcome, done.follow, turn.today, suggested=day, own=done.own
    )
    ask = await questions_after(turn.actor, turn.work, done.client, done.outcome)
    row = _offered(turn, done, day) + questions_row(turn.words, ask.name, ask.client, ask.count)
    untold = await list_untold(turn.actor, turn.work, done.client, done.outcome)
    row += told_row(turn.words, done.client.name, done.client.id, untold)
    born = await ask_after_call(turn.actor, turn.work, done.client, done.outcome)
    await show_next(turn, before, row, done=done, last=ask_row(turn.words, born))


def _offered(turn: Turn, done: Recorded, day: date | None) -> tuple[Button, ...]:
    """Under the next card: the next contact of this client, or another number of it."""
    if day is not None:
        return screens.agree_row(turn.words, done.client.name, done.client.id, day)
    if done.asks_contact:
        return screens.add_number_row(turn.words, done.client.name, done.client.id)
    if done.outcome is Outcome.CLAIM:
        return claims_row(turn.words, done.client.id)
    return ()


# --- when -------------------------------------------------------------------------------------------------------------


async def _ask_when(data: Log, turn: Turn) -> bool:
    """True where day and, if it matters, hour are chosen."""
    if data.day and (data.clock >= 0 or data.outcome not in TIMED):
        return True
    known = await call_card.habits(turn.actor, turn.work, data.client)
    turn.conversation.enter(CallDialogue.when, Asked(data=data.pack()))
    if data.day:
        _ask_clock(data, turn, known)
    elif data.outcome is Outcome.CALL_BACK:
        now, rules = turn.actor.local(turn.work.now), turn.work.rules
        choices = moment_choices(now, rules.calendar, rules.calls, best=known.best, suggested=known.expected)
        turn.show(call_asks.ask_moment(turn.words, known.client.name, data, choices, turn.today))
    else:
        _ask_day(data, turn, known)
    return False


def _ask_day(data: Log, turn: Turn, known: Habits) -> None:
    choices = date_choices(
        turn.today,
        turn.work.rules.calendar,
        suggested=known.expected,
        with_today=data.outcome is not Outcome.THINKING,
    )
    turn.show(call_asks.ask_day(turn.words, known.client.name, data, choices))


def _ask_clock(data: Log, turn: Turn, known: Habits) -> None:
    clocks = time_choices(date.fromordinal(data.day), turn.actor.local(turn.work.now))
    starred, ordered = clocks_by_habit(clocks, known.best)
    turn.show(call_asks.ask_clock(turn.words, known.client.name, data, ordered, starred))


async def on_other_day(_: CallbackQuery, callback_data: OtherDay, turn: Turn) -> None:
    chosen = callback_data
    known = await call_card.habits(turn.actor, turn.work, chosen.client)
    data = Log(client=chosen.client, person=chosen.person, outcome=Outcome.CALL_BACK, seen=chosen.seen)
    turn.conversation.enter(CallDialogue.when, Asked(data=data.pack()))
    _ask_day(data, turn, known)


async def on_when_typed(message: Message, turn: Turn) -> None:
    """«чт в 15»: the day and the hour at once."""
    data = Log.unpack(turn.conversation.data(Asked).data)
    moment = answers.read_moment(
        message.text or "", turn.actor.local(turn.work.now), turn.work.rules.calendar
    )
    if moment is None:
        raise UnreadableError("day", text=message.text)
    await log(turn, data, Answer(day=moment[0], clock=moment[1]))


# --- why, what, how much ----------------------------------------------------------------------------------------------


async def _ask_reason(data: Log, turn: Turn) -> bool:
    client = await get_client(turn.actor, turn.work, data.client)
    turn.conversation.enter(CallDialogue.refusal, Asked(data=data.pack()))
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


async def on_refusal(_: CallbackQuery, callback_data: LogRefusal, turn: Turn) -> None:
    await log(turn, callback_data, Answer(reason=callback_data.reason))


async def on_refusal_typed(message: Message, turn: Turn) -> None:
    """A reason in any words, or the competitor who has the client now."""
    data = Log.unpack(turn.conversation.data(Asked).data)
    text, refusal = message.text or "", turn.words.plain("outcome-refusal")
    reason = call_asks.named_refusal(turn.words, text)
    if reason is not None:
        await log(turn, data, Answer(reason=reason))
        return
    read = await call_answers.read_refusal(turn.actor, turn.work, data.client, refusal, text)
    await log(turn, data, read)


async def on_claim(_: CallbackQuery, callback_data: LogClaim, turn: Turn) -> None:
    await log(turn, callback_data, Answer(claim_kind=callback_data.kind))


async def on_promise(_: CallbackQuery, callback_data: LogPromise, turn: Turn) -> None:
    client = await get_client(turn.actor, turn.work, callback_data.client)
    if callback_data.day:
        amount = callback_data.amount or client.overdue or client.debt or None
        await log(turn, callback_data, Answer(day=date.fromordinal(callback_data.day), amount=amount))
        return
    choices = date_choices(turn.today, turn.work.rules.calendar, with_today=True)
    turn.show(call_asks.ask_promise_day(turn.words, client.name, callback_data, choices))


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


def setup() -> Router:
    router = Router(name="call_outcomes")
    for state, handler in (
        (CallDialogue.when, on_when_typed),
        (CallDialogue.refusal, on_refusal_typed),
        (CallDialogue.promise, on_promise_typed),
    ):
        router.message.register(handler, StateFilter(state), Typed())
    taps = router.callback_query
    taps.filter(Feature("calls"))
    for handled, data in (
        (on_log, Log),
        (on_own, LogOwn),
        (on_other_day, OtherDay),
        (on_refusal, LogRefusal),
        (on_claim, LogClaim),
        (on_promise, LogPromise),
    ):
        taps.register(handled, data.filter())
    return router
