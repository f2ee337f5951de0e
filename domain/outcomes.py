"""The outcomes of a call: what each asks, what it counts toward, and what follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.best_hour import Try, retry_clock
from domain.calendar import WorkCalendar
from domain.errors import InvalidAmountError, MissingAnswerError, PastMomentError
from domain.periods import at_local, later


class Outcome(StrEnum):
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    UNAVAILABLE = "unavailable"
    WRONG_NUMBER = "wrong_number"
    NO_DECISION_MAKER = "no_decision_maker"
    ORDER = "order"
    CALL_BACK = "call_back"
    PHONE_OFFER = "phone_offer"
    SEND_OFFER = "send_offer"
    PROMISE = "promise"
    THINKING = "thinking"
    REFUSAL = "refusal"
    CLAIM = "claim"
    MEETING = "meeting"
    TALKED = "talked"


class OutcomeGroup(StrEnum):
    NOT_REACHED = "not_reached"
    REACHED = "reached"


class Ask(StrEnum):
    DATE = "date"
    TIME = "time"
    AMOUNT = "amount"
    LINES = "lines"
    REASON = "reason"
    COMPETITOR = "competitor"
    CLAIM_KIND = "claim_kind"
    PRODUCT = "product"
    PLACE = "place"


class Counter(StrEnum):
    ATTEMPT = "attempt"
    REACHED = "reached"
    PHONE_OFFER = "phone_offer"
    EMAIL_OFFER = "email_offer"
    ORDER = "order"
    PROMISE = "promise"
    REFUSAL = "refusal"
    CLAIM = "claim"
    MEETING = "meeting"


class RefusalReason(StrEnum):
    PRICE = "price"
    SUPPLIER = "supplier"
    NO_NEED = "no_need"
    TERMS = "terms"
    QUALITY = "quality"
    SEASON = "season"
    OTHER = "other"


class ClaimKind(StrEnum):
    SHORTAGE = "shortage"
    MIS_SORT = "mis_sort"
    DEFECT = "defect"
    EXPIRY = "expiry"
    DAMAGE = "damage"
    LATE = "late"
    PRICE = "price"
    DOCUMENTS = "documents"
    RETURN = "return"
    REFUSAL = "refusal"
    OTHER = "other"


class SkipReason(StrEnum):
    """Why a client is not called today though the list says so."""

    CLOSED = "closed"
    ORDERED = "ordered"
    WRITING = "writing"
    OTHER = "other"


class NextKind(StrEnum):
    CALL = "call"
    VISIT = "visit"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """`asks` must be answered before the outcome is saved; `optional` may be skipped."""

    group: OutcomeGroup
    counters: frozenset[Counter]
    asks: tuple[Ask, ...] = ()
    optional: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusalDays:
    """Days until a refused client is touched again."""

    price: int = 30
    supplier: int = 60
    no_need: int = 90
    terms: int = 30
    quality: int = 60
    season: int = 90
    other: int = 60

    def of(self, reason: RefusalReason) -> int:
        days: int = getattr(self, reason.value)
        return days


@dataclass(frozen=True, slots=True)
class CallSettings:
    """Minutes, working days and local times of day of the follow-up rules."""

    no_answer_minutes: int = 120
    no_answer_until: time = time(17, 30)
    no_answer_attempts: int = 3
    busy_minutes: int = 30
    day_start: time = time(9)
    day_end: time = time(18)
    noon: time = time(13)
    morning_at: time = time(10)
    afternoon_at: time = time(14)
    phone_offer_days: int = 3
    email_offer_days: int = 2
    refusal_days: RefusalDays = field(default_factory=RefusalDays)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the manager gave with an outcome; `day` and `clock` are local, `amount` is in kopecks."""

    day: date | None = None
    clock: time | None = None
    amount: int | None = None
    reason: RefusalReason | None = None
    claim_kind: ClaimKind | None = None
    competitor: str | None = None
    product_id: int | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What comes next for the client.

    `day` is set whenever `kind` is, `at` only where the time of day matters. `promised` tells a time given to the client from
    one chosen by a retry rule. `promise_check` is the day on which a promise to pay is looked at.
    """

    kind: NextKind | None = None
    day: date | None = None
    at: datetime | None = None
    promised: bool = False
    another_contact: bool = False
    number_bad: bool = False
    promise_check: date | None = None


_TRIED = frozenset({Counter.ATTEMPT})
_REACHED = frozenset({Counter.ATTEMPT, Counter.REACHED})


def _missed(*optional: Ask) -> OutcomeRule:
    return OutcomeRule(OutcomeGroup.NOT_REACHED, _TRIED, optional=optional)


def _talk(*asks: Ask, counts: Counter | None = None, optional: tuple[Ask, ...] = ()) -> OutcomeRule:
    counters = _REACHED if counts is None else _REACHED | {counts}
    return OutcomeRule(OutcomeGroup.REACHED, counters, asks, optional)


OUTCOME_RULES: Final[Mapping[Outcome, OutcomeRule]] = MappingProxyType(
    {
        Outcome.NO_ANSWER: _missed(),
        Outcome.BUSY: _missed(),
        Outcome.UNAVAILABLE: _missed(),
        Outcome.WRONG_NUMBER: _missed(),
        Outcome.NO_DECISION_MAKER: _missed(Ask.DATE, Ask.TIME),
        Outcome.ORDER: _talk(Ask.LINES, counts=Counter.ORDER),
        Outcome.CALL_BACK: _talk(Ask.DATE, optional=(Ask.TIME,)),
        Outcome.PHONE_OFFER: _talk(counts=Counter.PHONE_OFFER, optional=(Ask.PRODUCT,)),
        Outcome.SEND_OFFER: _talk(),
        Outcome.PROMISE: _talk(Ask.DATE, counts=Counter.PROMISE, optional=(Ask.AMOUNT,)),
        Outcome.THINKING: _talk(Ask.DATE),
        Outcome.REFUSAL: _talk(Ask.REASON, counts=Counter.REFUSAL, optional=(Ask.COMPETITOR,)),
        Outcome.CLAIM: _talk(Ask.CLAIM_KIND, counts=Counter.CLAIM),
        Outcome.MEETING: _talk(Ask.DATE, counts=Counter.MEETING, optional=(Ask.TIME, Ask.PLACE)),
        Outcome.TALKED: _talk(),
    }
)


def rule_of(outcome: Outcome) -> OutcomeRule:
    return OUTCOME_RULES[outcome]


def is_reached(outcome: Outcome) -> bool:
    return OUTCOME_RULES[outcome].group is OutcomeGroup.REACHED


def missing_asks(outcome: Outcome, answer: Answer) -> tuple[Ask, ...]:
    """What must still be asked, in order; order lines are asked by the order itself, so never here."""
    given = {
        Ask.DATE: answer.day,
        Ask.TIME: answer.clock,
        Ask.AMOUNT: answer.amount,
        Ask.REASON: answer.reason,
        Ask.CLAIM_KIND: answer.claim_kind,
    }
    return tuple(ask for ask in OUTCOME_RULES[outcome].asks if ask in given and given[ask] is None)


def follow_up(
    outcome: Outcome,
    *,
    at: datetime,
    calendar: WorkCalendar,
    settings: CallSettings,
    answer: Answer | None = None,
    attempt: int = 1,
    tries: Sequence[Try] = (),
) -> FollowUp:
    """What follows from an outcome logged at `at` (aware, in the zone of the person who calls).

    `attempt` counts the unanswered calls in a row, this one included; `tries` are the client's earlier calls, by which a retry
    finds its best hour. Raises MissingAnswerError, PastMomentError and
    InvalidAmountError on an answer that the outcome cannot be saved with.
    """
    given = answer or Answer()
    check_answer(outcome, given, at)
    if is_reached(outcome):
        return _after_talk(outcome, given, at, calendar, settings)
    return _after_miss(outcome, given, at, calendar, settings, attempt=attempt, tries=tries)


def check_answer(outcome: Outcome, answer: Answer, at: datetime) -> None:
    """Raise when something asked is missing, lies before `at`, or is not a sum to be paid."""
    missing = missing_asks(outcome, answer)
    if missing:
        raise MissingAnswerError(outcome=outcome, ask=missing[0])
    if answer.day is not None and answer.day < at.date():
        raise PastMomentError(day=answer.day)
    if answer.day is not None and answer.clock is not None and at_local(answer.day, answer.clock, at) < at:
        raise PastMomentError(at=at_local(answer.day, answer.clock, at))
    if answer.amount is not None and answer.amount <= 0:
        raise InvalidAmountError(amount=answer.amount)


def after_email_offer(sent_on: date, *, calendar: WorkCalendar, settings: CallSettings) -> FollowUp:
    """The call that follows a commercial offer sent by e-mail."""
    return FollowUp(NextKind.CALL, calendar.add(sent_on, settings.email_offer_days))


def _after_talk(
    outcome: Outcome, answer: Answer, at: datetime, calendar: WorkCalendar, settings: CallSettings
) -> FollowUp:
    today = at.date()
    match outcome:
        case Outcome.CALL_BACK | Outcome.THINKING:
            return _agreed(NextKind.CALL, answer, at)
        case Outcome.MEETING:
            return _agreed(NextKind.VISIT, answer, at)
        case Outcome.PHONE_OFFER:
            return FollowUp(NextKind.CALL, calendar.add(today, settings.phone_offer_days))
        case Outcome.SEND_OFFER:
            return FollowUp(NextKind.TASK, today)
        case Outcome.PROMISE:
            return FollowUp(promise_check=calendar.next_working(answer.day or today))
        case Outcome.REFUSAL:
            days = settings.refusal_days.of(answer.reason or RefusalReason.OTHER)
            follow = FollowUp(NextKind.CALL, calendar.on_or_after(today + timedelta(days=days)))
        case _:
            follow = FollowUp()
    return follow


def _after_miss(
    outcome: Outcome,
    answer: Answer,
    at: datetime,
    calendar: WorkCalendar,
    settings: CallSettings,
    *,
    attempt: int,
    tries: Sequence[Try],
) -> FollowUp:
    tomorrow = calendar.next_working(at.date())
    match outcome:
        case Outcome.NO_ANSWER:
            return _after_no_answer(at, tomorrow, settings, attempt, tries)
        case Outcome.BUSY:
            retry = later(at, timedelta(minutes=settings.busy_minutes))
            if retry < at_local(at.date(), settings.day_end, at):
                return FollowUp(NextKind.CALL, retry.date(), retry)
            return FollowUp(NextKind.CALL, tomorrow, at_local(tomorrow, settings.day_start, at))
        case Outcome.WRONG_NUMBER:
            return FollowUp(NextKind.TASK, at.date(), another_contact=True, number_bad=True)
        case Outcome.NO_DECISION_MAKER if answer.day is not None:
            return _agreed(NextKind.CALL, answer, at)
        case _:
            return FollowUp(NextKind.CALL, tomorrow)


def _after_no_answer(
    at: datetime, tomorrow: date, settings: CallSettings, attempt: int, tries: Sequence[Try]
) -> FollowUp:
    if attempt >= settings.no_answer_attempts:
        return FollowUp(NextKind.CALL, tomorrow, another_contact=True)
    retry = later(at, timedelta(minutes=settings.no_answer_minutes))
    if attempt == 1 and retry < at_local(at.date(), settings.no_answer_until, at):
        return FollowUp(NextKind.CALL, retry.date(), retry)
    clock = _in_other_half(at.time(), settings, tries)
    return FollowUp(NextKind.CALL, tomorrow, at_local(tomorrow, clock, at))


def _in_other_half(now: time, settings: CallSettings, tries: Sequence[Try]) -> time:
    day = (settings.day_start, settings.day_end)
    if now < settings.noon:
        return retry_clock(tries, (settings.noon, settings.day_end), day, settings.afternoon_at)
    return retry_clock(tries, (settings.day_start, settings.noon), day, settings.morning_at)


def other_contact(able: Sequence[int], missed: Sequence[int | None]) -> int | None:
    """Whom to try instead: of the people with a number (`able`) the one missed least of late, never the one missed last.

    `missed` are the people of the unanswered calls in a row, the newest first; None is the client's own number.
    """
    others = [person for person in able if not missed or person != missed[0]]
    return min(others, key=lambda person: (missed.count(person), able.index(person)), default=None)


def _agreed(kind: NextKind, answer: Answer, at: datetime) -> FollowUp:
    # check_answer ran before: a day is here, and it is the client's word, so a day off stays as it was said.
    day = answer.day or at.date()
    moment = None if answer.clock is None else at_local(day, answer.clock, at)
    return FollowUp(kind, day, moment, promised=True)
