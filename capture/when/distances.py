"""How far off: «через две недели», «дня через три», «в течение 5 банковских дней», «полтора месяца», «2 дня назад», «через час»."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from capture.language.numerals import Number, numbers_at
from capture.when.time_words import BEFORE_COUNT, DAY, HOUR, MINUTE, MONTH, QUARTER, WEEK, WORKING, YEAR
from capture.when.written_dates import Said
from domain.calendar import WorkCalendar
from domain.periods import add_months

MOST: Final = 1000
MOST_WORKING_DAYS: Final = 60
DAYS_IN_HALF_A_MONTH: Final = 15
_LONGEST: Final = 6
_HALF: Final = Decimal("0.5")
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
_MINUTES: Final = {"minute": 1, "hour": 60}
_HALVES: Final = {
    "полгода": "year",
    "полчаса": "hour",
    "получаса": "hour",
    "полчасика": "hour",
    "полмесяца": "month",
}
_TWO_OR_THREE: Final = {
    "пару-тройку": (Decimal(2), ""), "неделю-другую": (Decimal(1), "week"), "день-другой": (Decimal(1), "day"),
    "месяц-другой": (Decimal(1), "month"), "час-другой": (Decimal(1), "hour"),
}  # fmt: skip


_UNITS: Final = {
    word: name
    for name, words in (
        ("day", DAY),
        ("week", WEEK),
        ("month", MONTH),
        ("quarter", QUARTER),
        ("year", YEAR),
        ("hour", HOUR),
        ("minute", MINUTE),
    )
    for word in words
}


@dataclass(frozen=True, slots=True)
class Distance:
    """`day` or, for hours, `minutes` from now; what has gone by is in `past`; `weeks`: a weekday may name a day of that week."""

    end: int
    day: date | None = None
    past: date | None = None
    minutes: int | None = None
    deadline: bool = False
    exact: bool = True
    weeks: bool = False


@dataclass(frozen=True, slots=True)
class _Span:
    """So many units; `unit` is day, working, week, month, quarter, year, hour or minute."""

    end: int
    count: Decimal
    unit: str
    said: bool = True
    exact: bool = True


def distance_at(said: Said, at: int) -> Distance | None:
    """What begins at `at` with «через», «в течение», the noun («дня через три»), or ends with «назад»."""
    word = said.word(at)
    if word in {"через", "in", "спустя"}:
        return _resolved(said, _span(said, at + 1))
    if word == "в" and said.word(at + 1) in {"течение", "течении"}:
        return _resolved(said, _span(said, at + 2), deadline=True)
    if word in BEFORE_COUNT and said.word(at + 1) in {"через", "спустя"}:
        number = numbers_at(said.tokens, at + 2)
        unit = _unit(word)
        return None if number is None or not unit else _resolved(said, _Span(number.end, number.value, unit))
    return _ago(said, at)


def _span(said: Said, at: int) -> _Span | None:
    word = said.word(at)
    if word in _HALVES:
        return _Span(at + 1, _HALF, _HALVES[word])
    if word == "пол" and (unit := _unit(said.word(at + 1))) in {"year", "hour", "month"}:
        return _Span(at + 2, _HALF, unit)
    if word in _TWO_OR_THREE:
        count, unit = _TWO_OR_THREE[word]
        place = at + 1 if unit else at + 2
        unit = unit or _unit(said.word(at + 1))
        return _Span(place, count, unit, exact=False) if unit else None
    number = numbers_at(said.tokens, at)
    return _one(said, at) if number is None else _several(said, number)


def _several(said: Said, number: Number) -> _Span | None:
    """«3 дня», «2-3 дня»."""
    upper = numbers_at(said.tokens, number.end + 1) if said.word(number.end) == "-" else None
    if upper is not None and upper.value > number.value:
        return _of(said, upper.end, number.value, exact=False)
    return _of(said, number.end, number.value, exact=True)


def _one(said: Said, at: int) -> _Span | None:
    """«неделю», «рабочий день», «a week», «недели две»; «недели» alone is one only in «в течение недели»."""
    word = said.word(at)
    if word in {"a", "an"} and (unit := _unit(said.word(at + 1))):
        return _Span(at + 2, Decimal(1), unit)
    if word in WORKING and said.word(at + 1) in DAY:
        return _Span(at + 2, Decimal(1), "working")
    unit = _unit(word)
    if word in BEFORE_COUNT and (number := numbers_at(said.tokens, at + 1)) is not None:
        return _Span(number.end, number.value, unit)
    alone = word not in BEFORE_COUNT | {"дн"} or said.word(at - 1) in {"течение", "течении"}
    return _Span(at + 1, Decimal(1), unit, said=False) if unit and alone else None


def _of(said: Said, at: int, count: Decimal, *, exact: bool) -> _Span | None:
    place = at + 1 if said.word(at) == "of" else at
    if said.word(place) in WORKING:
        place = said.past_dot(place + 1)
        return _Span(place + 1, count, "working", exact=exact) if said.word(place) in DAY else None
    place += said.word(place) in {"календарных", "календарный"}
    unit = _unit(said.word(place))
    if not unit:
        return None
    end = said.past_dot(place + 1) if said.word(place) in {"мин", "ч", "дн", "нед"} else place + 1
    if (
        unit == "hour"
        and (minutes := numbers_at(said.tokens, end)) is not None
        and said.word(minutes.end) in MINUTE
    ):
        return _Span(minutes.end + 1, count * 60 + minutes.value, "minute", exact=exact)
    return _Span(end, count, unit, exact=exact)


def _unit(word: str) -> str:
    return _UNITS.get(word, "")


def _resolved(said: Said, span: _Span | None, *, deadline: bool = False) -> Distance | None:
    if span is None or not 0 < span.count <= MOST:
        return None
    weeks = span.unit == "week"
    if span.unit in _MINUTES:
        minutes = int(span.count * _MINUTES[span.unit])
        return (
            Distance(span.end, minutes=minutes, deadline=deadline, exact=span.exact)
            if 0 < minutes <= MOST
            else None
        )
    if span.unit == "day" and not span.said:
        # «через день» is two days to some and one to others; «в течение дня» is today, «через сутки» tomorrow.
        today = deadline and said.word(span.end - 1) == "дня"
        sure = today or said.word(span.end - 1) in {"сутки", "суток"}
        return (
            Distance(span.end, said.today if today else said.today + timedelta(days=1), deadline=deadline)
            if sure
            else None
        )
    day = _ahead(said.calendar, said.today, span, 1)
    if day is None:
        return None
    odd = weeks and span.count != int(span.count)
    return Distance(span.end, day, deadline=deadline, exact=span.exact and not odd, weeks=weeks and not odd)


def _ahead(calendar: WorkCalendar, today: date, span: _Span, way: int) -> date | None:
    """Half a day or half a quarter is no distance; half a month is 15 days."""
    whole, half = int(span.count), span.count - int(span.count)
    if half and (half != _HALF or span.unit in {"working", "day", "quarter"}):
        return None
    if span.unit == "working":
        return calendar.add(today, whole * way) if whole <= MOST_WORKING_DAYS else None
    if span.unit == "day":
        return today + timedelta(days=whole * way)
    if span.unit == "week":
        return today + timedelta(days=int(span.count * 7) * way)
    if span.unit == "month":
        return add_months(today, whole * way) + timedelta(days=DAYS_IN_HALF_A_MONTH * way if half else 0)
    return add_months(today, int(span.count * _MONTHS[span.unit]) * way)


def _ago(said: Said, at: int) -> Distance | None:
    """«2 дня назад», «неделю назад»; hours ago it was today."""
    if all(token.text != "назад" for token in said.tokens[at + 1 : at + _LONGEST]):
        return None
    span = _span(said, at)
    if span is None or said.word(span.end) != "назад" or not 0 < span.count <= MOST:
        return None
    if span.unit in _MINUTES:
        return Distance(span.end + 1, past=said.today)
    past = _ahead(said.calendar, said.today, span, -1)
    return None if past is None else Distance(span.end + 1, past=past)
