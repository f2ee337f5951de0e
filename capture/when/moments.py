"""Days and hours found inside a longer line, and joined where they stand side by side: «в среду в 11:30», «завтра до обеда».

A small grammar over tokens. An hour or a day is never made of what counts goods, names a place or tells a share; letters of either
case, ё or е, and one wrong letter in a long word of time are the same to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from capture.language.numerals import ALONE, COUNTS, HALVES, ORDINALS, word_set
from capture.language.tokens import Kind, Token
from capture.when.days import Day, day_at, preposition_at
from capture.when.distances import distance_at
from capture.when.hours import PART_WORDS, Clock, clock_at, refined
from capture.when.time_words import EVERY, NAMED, WEEKDAYS, time_word
from capture.when.written_dates import Birth, Said
from domain.calendar import WorkCalendar
from domain.periods import later
from domain.units import find_unit

_FILLERS: Final = word_set(
    "где-то примерно ориентировочно приблизительно желательно прямо лучше только уже так числа"
)
_OPENERS: Final = word_set(
    "в во на к ко до с со не ближе через спустя после перед под около часов часа часам часиков часикам рано без нг самом первых майских пол нового новому новым новый новогодних новогодними"
    " in at on by the until till before after неделю-другую день-другой месяц-другой"
)
_OF_DATE: Final = frozenset({"г", "г.р"})
_RANGE_BACK: Final = 8
_IN_RANGE: Final = frozenset({":", "-", "го", "часу", "и"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, an hour or both, said by the tokens [start, end), prepositions included.

    `day` is read toward the future (README rules 3, 4, 10); None where only an hour was said, or only the past is meant.
    `past` are the same words read backwards, None where that makes no sense; `birth` is (day, month, year or None) of a calendar date.
    Not `exact`: «до 20» may be an hour, «после среды» some later day, «через 2-3 дня» either, «пт 26.11» is no Friday.
    """

    start: int
    end: int
    day: date | None
    clock: time | None
    past: date | None = None
    birth: Birth | None = None
    deadline: bool = False
    exact: bool = True


def moment_at(tokens: Sequence[Token], at: int, now_local: datetime, calendar: WorkCalendar) -> Moment | None:
    """The longest moment that begins at token `at`; None inside a range of hours («с 13 до 14») and after a price («по 25.11»)."""
    if not (0 <= at < len(tokens) and may_open(tokens[at])):
        return None
    said = Said(tokens, now_local.date(), calendar)
    return find_moment(said, at, now_local) if _may_begin(said, at) and not _is_inside(said, at) else None


def may_open(token: Token) -> bool:
    """Whether a moment may begin with the token: the cheap test before the grammar."""
    return token.kind is Kind.NUMBER or (token.kind is Kind.WORD and _opens(token.text))


def _may_begin(said: Said, at: int) -> bool:
    """The second cheap test: what a preposition or a number stands before."""
    _, start = preposition_at(said, at)
    following = said.word(at + 1)
    if start == at:
        return not said.is_number(at) or following in _OF_DATE or find_unit(following) is None
    return said.is_number(start) or _opens(said.word(start)) or (following in {"течение", "течении"})


@lru_cache(maxsize=20_000)
def _opens(text: str) -> bool:
    word = time_word(text)
    if word in EVERY or word in _OPENERS or word in PART_WORDS:
        return True
    return word in COUNTS or word in ORDINALS or word in HALVES or word in ALONE or word.startswith("пол")


def find_moment(said: Said, at: int, now: datetime) -> Moment | None:
    """The longest moment that begins at `at`, whatever stands before it."""
    passed = _elapsed(said, at, now)
    found = [passed] if passed is not None else []
    for day, clock, end in _readings(said, at):
        found.append(_moment(at, end, day, clock))
    return max(found, key=lambda one: (one.end, one.day is not None, one.exact), default=None)


def _readings(said: Said, at: int) -> Iterator[tuple[Day | None, Clock | None, int]]:
    """A day and what stands beside it, an hour and what stands beside it."""
    day = day_at(said, at)
    if day is not None:
        clock, end = _clock_after(said, day.end)
        yield day, clock, end
    clock, end = _clocks(said, at, beside_day=False)
    if clock is None:
        return
    beside = _day_after(said, end)
    if beside is not None and not (clock.bare and _is_number_day(said, beside)):
        refinement, last = _clock_after(said, beside.end) if clock.part else (None, beside.end)
        joined = clock if refinement is None else refined(clock, refinement)
        yield (beside, joined, last) if joined is not None else (beside, clock, beside.end)
    elif not clock.bare or (
        preposition_at(said, at)[0] == "на" and not said.answer and not (clock.face and clock.face.unit)
    ):
        yield None, replace(clock, exact=clock.exact and not clock.bare), end


def _is_number_day(said: Said, day: Day) -> bool:
    """«15 25»: neither number says which of them is the hour."""
    return day.birth is None and said.answer and said.is_number(day.end - 1)


def _between(said: Said, at: int) -> Iterator[int]:
    """Where the second half of a moment may begin."""
    place = said.past_comma(at)
    yield place
    if said.word(place) in _FILLERS:
        yield said.past_comma(place + 1)


def _day_after(said: Said, at: int) -> Day | None:
    return next((day for place in _between(said, at) if (day := day_at(said, place)) is not None), None)


def _clock_after(said: Said, at: int) -> tuple[Clock | None, int]:
    for place in _between(said, at):
        clock, end = _clocks(said, place, beside_day=True)
        if clock is not None:
            return clock, end
    return None, at


def _clocks(said: Said, at: int, *, beside_day: bool) -> tuple[Clock | None, int]:
    """A part of the day and its hour, in either order, or one of them."""
    if not 0 <= at < len(said.tokens) or _opens_range(said, at):
        return None, at
    clock = clock_at(said, at, beside_day=beside_day)
    if clock is None:
        return None, at
    for place in _between(said, clock.end):
        if place >= len(said.tokens) or _opens_range(said, place):
            continue
        other = clock_at(said, place, beside_day=True)
        if other is None or bool(clock.part) == bool(other.part):
            continue
        joined = refined(clock, other) if clock.part else refined(other, clock)
        if joined is not None:
            return replace(joined, deadline=clock.deadline or other.deadline), other.end
    return clock, clock.end


def _moment(start: int, end: int, day: Day | None, clock: Clock | None) -> Moment:
    at = None if clock is None else clock.clock
    sure = clock is None or clock.exact
    deadline = clock is not None and clock.deadline
    if day is None:
        return Moment(start, end, None, at, None, None, deadline, sure)
    return Moment(start, end, day.day, at, day.past, day.birth, day.deadline or deadline, day.exact and sure)


def _elapsed(said: Said, at: int, now: datetime) -> Moment | None:
    """«через час»: real time that passes, to the minute."""
    distance = distance_at(said, at)
    if distance is None or distance.minutes is None:
        return None
    moment = later(
        now if now.tzinfo is not None else now.replace(tzinfo=UTC), timedelta(minutes=distance.minutes)
    )
    clock = moment.time().replace(second=0, microsecond=0)
    return Moment(at, distance.end, moment.date(), clock, None, None, distance.deadline, distance.exact)


# --- what is no moment where it stands


def _is_inside(said: Said, at: int) -> bool:
    """After «по» stands a price or the end of a range; «до 14» after «с 13» is the end of one too."""
    before = said.word(at - 1)
    if before == "по" or any(
        at < end for place in range(max(at - _RANGE_BACK, 0), at + 1) if (end := _range_end(said, place))
    ):
        return True
    return said.is_number(at) and before in {"-", ":", "/", "."} and said.glued(at) and said.glued(at - 1)


def _opens_range(said: Said, at: int) -> bool:
    return _range_end(said, at) > 0


def _range_end(said: Said, at: int) -> int:
    """The end of a range of hours or days that begins there, or 0: «с 13 до 14», «с понедельника по пятницу», «13:00-14:00»."""
    token = said.tokens[at]
    if token.kind is Kind.NUMBER:
        return (
            at + 7 if said.word(at + 1) == ":" and said.word(at + 3) == "-" and said.is_number(at + 4) else 0
        )
    if token.text not in {"с", "со"}:
        return 0
    for place in range(at + 1, min(at + _RANGE_BACK + 1, len(said.tokens))):
        if said.word(place) in {"до", "по"}:
            return _past_times(said, place + 1) if place > at + 1 else 0
        if not _is_of_time(said, place):
            break
    return 0


def _past_times(said: Said, at: int) -> int:
    end = at
    while (
        end < len(said.tokens)
        and _is_of_time(said, end)
        and (end == at or said.word(end) not in WEEKDAYS | NAMED)
    ):
        end += 1
    return end


def _is_of_time(said: Said, at: int) -> bool:
    word = said.word(at)
    return said.is_number(at) or word in EVERY or word in COUNTS or word in ORDINALS or word in _IN_RANGE
