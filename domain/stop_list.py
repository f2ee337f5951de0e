"""The stop list: who is named for it, whose word is waited for and until when, and what the clock decides in silence.

candidate -> (the manager's word) -> at the lead -> stop, exception or no stop -> at the accountant -> in force -> lifted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.calendar import WorkCalendar
from domain.errors import PastMomentError, ProzvonError
from domain.ladder import DunningLevel
from domain.periods import at_local


class StopState(StrEnum):
    """`HELD` waits for promised money; the last three are the end."""

    CANDIDATE = "candidate"
    HELD = "held"
    AT_LEAD = "at_lead"
    EXCEPTION = "exception"
    AT_ACCOUNTANT = "at_accountant"
    IN_FORCE = "in_force"
    LIFTING = "lifting"
    LIFTED = "lifted"
    REJECTED = "rejected"
    DROPPED = "dropped"


class StopStep(StrEnum):
    """What somebody, a file or the clock did, as the history keeps it."""

    NAMED = "named"
    WORD = "word"
    SILENT = "silent"
    PROMISED = "promised"
    NAMED_AGAIN = "named_again"
    STOPPED = "stopped"
    DEFAULTED = "defaulted"
    POSTPONED = "postponed"
    EXCEPTED = "excepted"
    REJECTED = "rejected"
    CONFIRMED = "confirmed"
    ASKED = "asked"
    ANSWERED = "answered"
    ESCALATED = "escalated"
    ENDED = "ended"
    LIFTED = "lifted"
    PAID = "paid"
    HUSHED = "hushed"
    CLEARED = "cleared"


class StopWord(StrEnum):
    """What the manager says of a candidate; `SILENT`: nothing until the evening."""

    STOP = "stop"
    RESPITE = "respite"
    PROMISE = "promise"
    SILENT = "silent"


class Party(StrEnum):
    MANAGER = "manager"
    LEAD = "lead"
    ACCOUNTANT = "accountant"


_S, _T = StopState, StopStep
CLOSED: Final = frozenset({_S.LIFTED, _S.REJECTED, _S.DROPPED})
STOPPED: Final = frozenset({_S.AT_ACCOUNTANT, _S.IN_FORCE})
UNDECIDED: Final = frozenset({_S.CANDIDATE, _S.HELD, _S.AT_LEAD})
# What a manager may end by leaving the client alone: the lead's question is the lead's.
HUSHABLE: Final = frozenset({_S.CANDIDATE, _S.HELD})
# News of the last hour of a day still goes out on that day.
GRACE: Final = timedelta(hours=1)
AWAITED: Final[Mapping[StopState, Party]] = MappingProxyType(
    {
        _S.CANDIDATE: Party.MANAGER,
        _S.AT_LEAD: Party.LEAD,
        _S.AT_ACCOUNTANT: Party.ACCOUNTANT,
        _S.LIFTING: Party.ACCOUNTANT,
    }
)
# Where nobody is there who could be asked, the next one is.
_PASSED_OVER: Final[Mapping[StopState, StopState]] = MappingProxyType(
    {_S.CANDIDATE: _S.AT_LEAD, _S.AT_ACCOUNTANT: _S.IN_FORCE, _S.LIFTING: _S.LIFTED}
)
_NEWS: Final[Mapping[StopStep, frozenset[Party]]] = MappingProxyType(
    {
        _T.STOPPED: frozenset({Party.MANAGER}),
        _T.DEFAULTED: frozenset({Party.MANAGER, Party.LEAD}),
        _T.EXCEPTED: frozenset({Party.MANAGER, Party.ACCOUNTANT}),
        _T.REJECTED: frozenset({Party.MANAGER}),
        _T.ENDED: frozenset({Party.MANAGER, Party.LEAD}),
        _T.LIFTED: frozenset({Party.MANAGER}),
        _T.ESCALATED: frozenset({Party.LEAD}),
        _T.ASKED: frozenset({Party.LEAD}),
    }
)
_DECIDED: Final = {_T.STOPPED: _S.AT_ACCOUNTANT, _T.EXCEPTED: _S.EXCEPTION}
TRANSITIONS: Final[Mapping[StopState, Mapping[StopStep, StopState]]] = MappingProxyType(
    {
        _S.CANDIDATE: {
            **_DECIDED,
            _T.WORD: _S.AT_LEAD,
            _T.SILENT: _S.AT_LEAD,
            _T.PROMISED: _S.HELD,
            _T.REJECTED: _S.REJECTED,
            _T.PAID: _S.DROPPED,
            _T.HUSHED: _S.DROPPED,
        },
        _S.HELD: {
            **_DECIDED,
            _T.NAMED_AGAIN: _S.CANDIDATE,
            _T.REJECTED: _S.REJECTED,
            _T.PAID: _S.DROPPED,
            _T.HUSHED: _S.DROPPED,
        },
        _S.AT_LEAD: {
            **_DECIDED,
            _T.DEFAULTED: _S.AT_ACCOUNTANT,
            _T.POSTPONED: _S.AT_LEAD,
            _T.REJECTED: _S.REJECTED,
            _T.PAID: _S.DROPPED,
            _T.HUSHED: _S.DROPPED,
        },
        _S.EXCEPTION: {
            **_DECIDED,
            _T.ENDED: _S.AT_ACCOUNTANT,
            _T.REJECTED: _S.REJECTED,
            _T.PAID: _S.DROPPED,
        },
        _S.AT_ACCOUNTANT: {
            _T.CONFIRMED: _S.IN_FORCE,
            _T.ASKED: _S.AT_ACCOUNTANT,
            _T.ANSWERED: _S.AT_ACCOUNTANT,
            _T.ESCALATED: _S.AT_ACCOUNTANT,
            _T.EXCEPTED: _S.EXCEPTION,
            _T.LIFTED: _S.LIFTED,
            _T.PAID: _S.LIFTED,
        },
        _S.IN_FORCE: {_T.EXCEPTED: _S.EXCEPTION, _T.LIFTED: _S.LIFTING, _T.PAID: _S.LIFTING},
        _S.LIFTING: {_T.CLEARED: _S.LIFTED, _T.ESCALATED: _S.LIFTING, _T.NAMED: _S.LIFTED},
        **{state: {} for state in CLOSED},
    }
)


class ExceptionDayError(ProzvonError):
    """An exception for longer than allowed; facts: most (days)."""

    code = "stop-day"


@dataclass(frozen=True, slots=True)
class StopSettings:
    """Local times of day of working days. `exception_days` are offered, `longest` is the most; `promise_days` are working days.

    `morning_at` is when a promise and the end of an exception are looked at, and when the lead hears of a silent accountant.
    """

    nudge_at: time = time(17)
    word_until: time = time(19)
    lead_nudge_at: time = time(12)
    lead_until: time = time(18)
    morning_at: time = time(10)
    accountant_hours: int = 4
    promise_days: int = 5
    exception_days: tuple[int, ...] = (3, 7, 14)
    longest: int = 60


@dataclass(frozen=True, slots=True)
class WorkingHours:
    start: time = time(9)
    end: time = time(18)


@dataclass(frozen=True, slots=True)
class Clock:
    """`nudge`: a reminder to whoever is awaited; `due`: when silence decides. None: never."""

    nudge: datetime | None = None
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Owing:
    """Undisputed and due, kopecks; `level` the highest step of the ladder. `promised` is the day of the nearest open word."""

    overdue: int = 0
    days: int = 0
    level: DunningLevel | None = None
    promised: date | None = None


def is_stopped(state: StopState) -> bool:
    """Whether orders of the client go to the lead; decided by the lead, not by the accountant's tap."""
    return state in STOPPED


def find_next(state: StopState, step: StopStep) -> StopState | None:
    """None where the step cannot be taken from there: somebody was faster, or the debt is paid."""
    return TRANSITIONS[state].get(step)


def settled(state: StopState, present: frozenset[Party]) -> StopState:
    """The same, or the next state while nobody of the awaited party is there. The lead's turn waits for anybody."""
    while state in _PASSED_OVER and AWAITED[state] not in present:
        state = _PASSED_OVER[state]
    return state


def concerned(before: StopState, state: StopState) -> frozenset[Party]:
    """Whose cards of this stop are there, or have to be, after a change from `before`."""
    early = {StopState.CANDIDATE, StopState.HELD}
    found = {Party.MANAGER}
    if before not in early or state not in early | {StopState.DROPPED}:
        found.add(Party.LEAD)
    if {before, state} & {StopState.AT_ACCOUNTANT, StopState.LIFTING} or before is StopState.IN_FORCE:
        found.add(Party.ACCOUNTANT)
    return frozenset(found)


def is_news(step: StopStep, state: StopState, party: Party) -> bool:
    """Whether `party` gets a message of its own about this, and not only a changed card."""
    if AWAITED.get(state) is party:
        return step is not StopStep.POSTPONED
    if step is StopStep.PAID:
        return party is not Party.ACCOUNTANT and state in {StopState.LIFTED, StopState.LIFTING}
    return party in _NEWS.get(step, frozenset())


def is_nudged(state: StopState, party: Party) -> bool:
    """Whether `party` is reminded while the state lasts: of its own word, or of the end of an exception."""
    if state is StopState.EXCEPTION:
        return party is not Party.ACCOUNTANT
    return AWAITED.get(state) is party


def is_candidate(owing: Owing, dust: int) -> bool:
    """On the ladder's step of a candidate or above, with more than dust."""
    level = owing.level
    return owing.overdue >= dust and level is not None and level.step >= DunningLevel.STOP_CANDIDATE.step


def may_name(level: DunningLevel, let_go_at: DunningLevel | None) -> bool:
    """Who was let go by the lead is named again only on a higher step: one answer is not asked for every morning."""
    return let_go_at is None or level.step > let_go_at.step


def holds(promised: date | None, today: date, calendar: WorkCalendar, settings: StopSettings) -> bool:
    """A word for today or one of the next working days is waited for; of one debt, once."""
    return promised is not None and today <= promised <= calendar.add(today, settings.promise_days)


def by_clock(
    state: StopState,
    owing: Owing,
    *,
    due: bool,
    held: bool,
    holding: bool,
    dust: int,
    hushed: bool = False,
) -> StopStep | None:
    """What is to be done without anybody: the money came, a promise is waited for, or the time for a word is over.

    `due`: the clock of this state has run out; `held`: a promise was waited for before; `holding`: one may be waited for now;
    `hushed`: nobody is to be reminded of the debt.
    """
    if state in UNDECIDED | {StopState.EXCEPTION} and owing.overdue < dust:
        return StopStep.PAID
    if hushed and state in HUSHABLE:
        return StopStep.HUSHED
    if state is StopState.CANDIDATE and holding and not held:
        return StopStep.PROMISED
    if not due:
        return None
    late = owing.level is not None and owing.level.step >= DunningLevel.STOP.step
    return {
        StopState.CANDIDATE: StopStep.SILENT,
        StopState.AT_LEAD: StopStep.DEFAULTED if late else StopStep.POSTPONED,
        StopState.HELD: StopStep.NAMED_AGAIN,
        StopState.EXCEPTION: StopStep.ENDED,
        StopState.AT_ACCOUNTANT: StopStep.ESCALATED,
        StopState.LIFTING: StopStep.ESCALATED,
    }.get(state)


def clock_of(
    state: StopState,
    now: datetime,
    calendar: WorkCalendar,
    settings: StopSettings,
    hours: WorkingHours,
    *,
    until: date | None = None,
) -> Clock:
    """The clock of a state entered at the local moment `now`. `until`: the promised day, or the last day of an exception."""
    today = now.date()
    match state:
        case StopState.CANDIDATE:
            day = calendar.on_or_after(today)
            if at_local(day, settings.word_until, now) <= now:
                day = calendar.next_working(day)
            return Clock(_ahead(day, settings.nudge_at, now), at_local(day, settings.word_until, now))
        case StopState.AT_LEAD:
            day = calendar.next_working(today)
            return Clock(at_local(day, settings.lead_nudge_at, now), at_local(day, settings.lead_until, now))
        case StopState.HELD:
            day = calendar.next_working(max(until or today, today))
            return Clock(None, at_local(day, settings.morning_at, now))
        case StopState.EXCEPTION:
            last = until or today
            eve = calendar.previous_working(last)
            end = at_local(calendar.on_or_after(last), settings.lead_until, now)
            return Clock(_ahead(eve, settings.morning_at, now), max(end, now))
        case StopState.AT_ACCOUNTANT | StopState.LIFTING:
            nudge = add_hours(now, settings.accountant_hours, calendar, hours)
            return Clock(nudge, at_local(calendar.next_working(nudge.date()), settings.morning_at, now))
    return Clock()


def _ahead(day: date, clock: time, now: datetime) -> datetime | None:
    moment = at_local(day, clock, now)
    return moment if moment > now else None


def add_hours(start: datetime, count: int, calendar: WorkCalendar, hours: WorkingHours) -> datetime:
    """`count` working hours after the local moment `start`, counted between the ends of working days."""
    return add_working(start, timedelta(hours=count), calendar, hours)


def add_working(start: datetime, left: timedelta, calendar: WorkCalendar, hours: WorkingHours) -> datetime:
    """So much working time after the local moment `start`."""
    day = calendar.on_or_after(start.date())
    at = max(start, at_local(day, hours.start, start))
    while (room := at_local(day, hours.end, start) - at) < left:
        left -= max(room, timedelta())
        day = calendar.next_working(day)
        at = at_local(day, hours.start, start)
    return at + left


def told_at(now: datetime, calendar: WorkCalendar, settings: StopSettings, hours: WorkingHours) -> datetime:
    """When the others hear of a step taken at the local moment `now`: at once by day, else when the next working day begins."""
    day = now.date()
    start = at_local(day, hours.start, now)
    if calendar.is_working(day) and now <= at_local(day, max(hours.end, settings.word_until), now) + GRACE:
        return max(now, start)
    return at_local(calendar.next_working(day), hours.start, now)


def check_until(until: date, today: date, settings: StopSettings) -> None:
    """Raises `PastMomentError` for a day before tomorrow, `ExceptionDayError` for one too far."""
    if until <= today:
        raise PastMomentError(day=until)
    if (until - today).days > settings.longest:
        raise ExceptionDayError(most=settings.longest)


def exception_choices(today: date, calendar: WorkCalendar, settings: StopSettings) -> tuple[date, ...]:
    """Working days to offer, ascending, each once."""
    days = (calendar.on_or_after(today + timedelta(days=count)) for count in settings.exception_days)
    return tuple(sorted(set(days)))
