"""Hours inside a line: «в 15.30», «к девяти утра», «полпятого», «без четверти пять», «часов в 11», «после обеда».

README rule 4 of quick capture: an hour from 1 to 7 is in the afternoon unless the morning or the night is named.
"""

from dataclasses import dataclass, replace
from datetime import time
from typing import Final

from capture.language.numerals import ALONE, COUNTS, ORDINALS, numbers_at, ordinal_at, word_set
from capture.when.counted import counts_next
from capture.when.days import preposition_at
from capture.when.time_words import HOUR, MINUTE, MONTHS, MORNING_TO_NIGHT
from capture.when.written_dates import LAST_HOUR, Said
from domain.units import find_unit

NOON: Final = 12
LAST_MINUTE: Final = 59
QUARTER: Final = 15
FIRST_SURE_MINUTE: Final = 10
HALF: Final = 30
LAST_OF_AFTERNOON: Final = 7
LAST_PLAIN_HOUR: Final = 18
FIRST_OF_MORNING: Final = 5
LATE: Final = 21
# (preposition, word) -> the hour of a part of a day.
_PARTS: Final = {
    ("", "утром"): time(9), ("", "утречком"): time(9), ("", "поутру"): time(9), ("с", "утра"): time(9), ("с", "утреца"): time(9),
    ("на", "утро"): time(9), ("к", "утру"): time(9), ("", "morning"): time(9), ("в", "morning"): time(9),
    ("до", "обеда"): time(11), ("до", "lunch"): time(11), ("до", "полудня"): time(12), ("в", "полдень"): time(12), ("к", "полудню"): time(12),
    ("в", "noon"): time(12), ("в", "обед"): time(13), ("на", "обед"): time(13), ("к", "обеду"): time(13), ("около", "обеда"): time(13),
    ("в", "lunch"): time(13), ("после", "обеда"): time(14), ("после", "lunch"): time(14), ("", "afternoon"): time(14), ("в", "afternoon"): time(14),
    ("", "днем"): time(14), ("", "вечером"): time(17), ("", "вечерком"): time(17), ("под", "вечер"): time(17), ("на", "вечер"): time(17),
    ("к", "вечеру"): time(17), ("до", "вечера"): time(17), ("", "evening"): time(17), ("в", "evening"): time(17),
}  # fmt: skip
PART_WORDS: Final = frozenset(word for _, word in _PARTS) | {"первой", "второй", "рано", "самого"}
_HALVES_OF_DAY: Final = {"первой": time(11), "второй": time(14)}
_DOUBTFUL: Final = frozenset({"днем"})
_BEFORE_HOUR: Final = frozenset({"в", "к", "около", "после"})
_FORMS_OF_ONE: Final = {"в": "час", "к": "часу", "около": "часа", "после": "часа", "до": "часа", "на": "час"}
_ZERO: Final = frozenset({"ноль", "нуль"})
_MONTHS: Final = range(1, 13)
_ROUND_MINUTES: Final = frozenset({5, 10, 15, 20, 25})
_CLOSING: Final = frozenset('.,;!?)"»…')
_RATES: Final = word_set("раз рублей руб р км")


@dataclass(frozen=True, slots=True)
class Face:
    """An hour as it was said up to `end`, before it is known to be of the morning; `mark` stands between it and its minutes."""

    end: int
    hour: int
    minute: int = 0
    mark: str = ""
    unit: bool = False
    padded: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour said by the tokens up to `end`. `part`: a part of the day, that an hour may refine; `bare`: only beside a day is it one."""

    end: int
    clock: time
    deadline: bool = False
    exact: bool = True
    part: str = ""
    bare: bool = False
    face: Face | None = None
    named: str = ""


def clock_at(said: Said, at: int, *, beside_day: bool = False) -> Clock | None:
    """The longest hour that begins at token `at`, with its preposition; `beside_day`: a day stands before it."""
    before, start = preposition_at(said, at)
    part = _part(said, start, before)
    if part is not None:
        return part
    if said.word(at) in {"часов", "часа", "часам", "часиков", "часикам", "часика"}:
        before, start = preposition_at(said, at + 1)
        return (
            _hour(said, start, before or "около", beside_day=beside_day)
            if before in _BEFORE_HOUR | {"до"}
            else None
        )
    if before == "с":
        return None
    return _fraction(said, start, before) or _hour(said, start, before, beside_day=beside_day)


def _part(said: Said, at: int, before: str) -> Clock | None:
    word = said.word(at)
    at += word in {"рано", "самого"}
    word = said.word(at)
    clock = _PARTS.get((before, word))
    if clock is not None:
        named = "am" if clock.hour < 11 else "pm" if clock.hour > 13 else "noon"  # noqa: PLR2004
        return Clock(at + 1, clock, deadline=word == "вечера", exact=word not in _DOUBTFUL, part=named)
    half = _HALVES_OF_DAY.get(word)
    if (
        before in {"в", "во"}
        and half is not None
        and said.word(at + 1) == "половине"
        and said.word(at + 2) == "дня"
    ):
        return Clock(at + 3, half, part="noon")
    return None


# --- fractions of an hour


def _fraction(said: Said, at: int, before: str) -> Clock | None:
    """Half past, a quarter past, so many minutes to the hour."""
    if before and before not in _BEFORE_HOUR | {"до", "на"}:
        return None
    word = said.word(at)
    found: tuple[int, int, int] | None = None  # (hour, minute, end)
    if word.startswith("пол") or word in {"половине", "половина", "половину", "половины"}:
        found = _half(said, at)
    elif word == "без":
        found = _to_hour(said, at)
    elif (
        word in {"начале", "началу", "начала"}
        and (spoken := ordinal_at(said.tokens, at + 1))
        and said.word(spoken.end) not in MONTHS
    ):
        found = (int(spoken.value) - 1, 0, spoken.end)
    elif word == "четверть" or (said.word(at + 1) in MINUTE and said.is_number(at)):
        found = _past(said, at)
    if found is None or not 0 <= found[0] < NOON + 1:
        return None
    hour, minute, end = found
    named = MORNING_TO_NIGHT.get(said.word(end), "")
    clock = time_of(hour or NOON, minute, named)
    return (
        None
        if clock is None
        else Clock(
            end + bool(named), clock, deadline=before in {"к", "до"}, exact=not word.startswith("начал")
        )
    )


def _half(said: Said, at: int) -> tuple[int, int, int] | None:
    """«полпятого», «пол пятого», «половине 4-го»: half an hour before it."""
    word = said.word(at)
    glued = (
        word.removeprefix("пол").lstrip("-") if word.startswith("пол") and word[3:4] not in {"", "о"} else ""
    )
    ordinal = ORDINALS.get(glued) if glued.endswith("го") else None
    if ordinal is not None:
        return (ordinal - 1, HALF, at + 1) if ordinal <= NOON else None
    if word != "пол" and not word.startswith("полови"):
        return None
    spoken = ordinal_at(said.tokens, at + 1)
    if spoken is not None:
        return int(spoken.value) - 1, HALF, spoken.end
    figure = said.whole(at + 1, NOON)
    if not figure:
        return None
    return figure - 1, HALF, _past_go(said, at + 2)


def _past_go(said: Said, at: int) -> int:
    if (
        said.word(at) == "-"
        and said.word(at + 1) in {"го", "ти", "х", "ми", "му"}
        and said.glued(at)
        and said.glued(at + 1)
    ):
        return at + 2
    return at + 1 if said.word(at) in {"го", "ти", "х"} and said.glued(at) else at


def _to_hour(said: Said, at: int) -> tuple[int, int, int] | None:
    """«без четверти пять», «без 15 минут 5»."""
    minutes, place = _minutes_to(said, at + 1)
    if minutes is None:
        return None
    place += said.word(place) in MINUTE
    hour = numbers_at(said.tokens, place)
    one = said.word(place) == "час"
    if not one and (hour is None or hour.value != int(hour.value) or not 1 <= hour.value <= NOON):
        return None
    end, value = (place + 1, 1) if hour is None or one else (hour.end, int(hour.value))
    if counts_next(said.tokens, end, value) or said.glued(end):
        return None
    return value - 1, 60 - minutes, end


def _minutes_to(said: Said, at: int) -> tuple[int | None, int]:
    """(minutes, their end): «без двадцати девять» are two numbers, «без двадцати пяти девять» too."""
    if said.word(at) == "четверти":
        return QUARTER, at + 1
    number = numbers_at(said.tokens, at)
    if number is None:
        return None, at
    tens = COUNTS.get(said.word(at), 0)
    if number.value in _ROUND_MINUTES and (
        number.value in {5, 10, 15, 20} or numbers_at(said.tokens, number.end)
    ):
        return int(number.value), number.end
    return (tens, at + 1) if tens in _ROUND_MINUTES else (None, at)


def _past(said: Said, at: int) -> tuple[int, int, int] | None:
    """«четверть пятого», «20 минут шестого»."""
    minutes = QUARTER if said.word(at) == "четверть" else said.whole(at, HALF)
    spoken = ordinal_at(said.tokens, at + 1 if said.word(at) == "четверть" else at + 2)
    return None if minutes is None or spoken is None else (int(spoken.value) - 1, minutes, spoken.end)


# --- hours


def _hour(said: Said, at: int, before: str, *, beside_day: bool) -> Clock | None:
    face = _one_o_clock(said, at, before) or _figures(said, at) or _letters(said, at)
    if face is None:
        return None
    face = _with_unit(said, face)
    named = MORNING_TO_NIGHT.get(said.word(face.end), "")
    if not _ends_well(said, face.end) or (named and not _may_be_named(said, face, before)):
        return None
    clock = time_of(face.hour, face.minute, named, padded=face.padded)
    if clock is None:
        return None
    end = face.end + bool(named)
    certain = bool(named) or face.unit or face.mark == ":"
    if not certain and counts_next(said.tokens, end, face.hour, case="datv" if before == "к" else "accs"):
        return None
    bare = _is_bare(said, face, before, certain=certain, beside_day=beside_day)
    if bare is None:
        return None
    doubtful = before in {"к", "после", "на"} and face.hour > LAST_PLAIN_HOUR and not (certain or face.mark)
    return Clock(end, clock, before in {"к", "до"}, not doubtful, bare=bare, face=face, named=named)


def _is_bare(said: Said, face: Face, before: str, *, certain: bool, beside_day: bool) -> bool | None:
    """Whether only a day beside it makes it an hour; None where nothing does."""
    if before in _BEFORE_HOUR:
        return False
    if before in {"на", "до"}:
        full = face.mark == "." or (face.mark == " " and not face.minute)
        return not (beside_day or full or (certain and (before == "до" or not face.unit)))
    if before:
        return None
    return _is_bare_alone(said, face, certain=certain, beside_day=beside_day)


def _is_bare_alone(said: Said, face: Face, *, certain: bool, beside_day: bool) -> bool | None:
    """The same without a preposition."""
    if certain:
        return face.unit and not face.mark and not beside_day and not said.answer
    if face.mark == "-" and beside_day and not face.minute % QUARTER:
        return False
    could_be_date = face.minute in _MONTHS and face.hour > 0
    if face.mark == "." and not could_be_date and (said.answer or beside_day):
        return False
    return True if said.answer and face.mark in {"", "."} else None


def _may_be_named(said: Said, face: Face, before: str) -> bool:
    """«3 дня» and «на 3 дня» are how long, «2 ночи» too; «в 3 дня» is when."""
    of_time = said.word(face.end) in {"дня", "ночи"} and not (face.unit or face.mark)
    return not of_time or (before not in {"", "на"}) or face.hour == 1


def _figures(said: Said, at: int) -> Face | None:
    """«15», «15:30», «15.30», «15-30», «15 30», «к 11-ти»."""
    if at >= len(said.tokens) or not said.is_number(at):
        return None
    left, dot, right = said.word(at).partition(".")
    if not (left.isascii() and left.isdigit()) or len(left) > 2 or int(left) > LAST_HOUR:  # noqa: PLR2004
        return None
    hour, padded = int(left), left[0] == "0"
    if dot:
        fits = len(right) == 2 and int(right) <= LAST_MINUTE  # noqa: PLR2004
        return Face(at + 1, hour, int(right), ".", padded=padded) if fits else None
    mark = said.word(at + 1)
    if (
        mark in {":", "-"}
        and said.glued(at + 1)
        and said.glued(at + 2)
        and (minute := _two_figures(said, at + 2)) is not None
    ):
        return Face(at + 3, hour, minute, mark, padded=padded)
    if (minute := _two_figures(said, at + 1)) is not None and not _is_other(said, at + 2, minute):
        return Face(at + 2, hour, minute, " ", padded=padded)
    return _spoken_minutes(said, at + 1, hour) or Face(_past_go(said, at + 1), hour, padded=padded)


def _two_figures(said: Said, at: int) -> int | None:
    return said.whole(at, LAST_MINUTE) if len(said.word(at)) == 2 else None  # noqa: PLR2004


def _letters(said: Said, at: int) -> Face | None:
    """«три», «пятнадцать ноль ноль», «десять тридцать»."""
    number = numbers_at(said.tokens, at)
    if number is None or number.value != int(number.value) or number.value > LAST_HOUR:
        return None
    if said.word(at) in ALONE and said.word(at) not in _ZERO:
        return None
    hour = int(number.value)
    return _spoken_minutes(said, number.end, hour) or Face(number.end, hour)


def _spoken_minutes(said: Said, at: int, hour: int) -> Face | None:
    """The «тридцать» of «десять тридцать»."""
    minutes = numbers_at(said.tokens, at) if said.word(at) not in ALONE and not said.is_number(at) else None
    fits = minutes is not None and minutes.value in range(FIRST_SURE_MINUTE, LAST_MINUTE + 1)
    if minutes is not None and fits and not _is_other(said, minutes.end, int(minutes.value)):
        return Face(minutes.end, hour, int(minutes.value), " ")
    return _zero_minutes(said, at, hour)


def _zero_minutes(said: Said, at: int, hour: int) -> Face | None:
    """«ноль ноль», «ноль пять»."""
    if said.word(at) not in _ZERO:
        return None
    if said.word(at + 1) in _ZERO:
        return Face(at + 2, hour, 0, ":")
    minutes = numbers_at(said.tokens, at + 1)
    few = minutes is not None and minutes.value == int(minutes.value) and minutes.value < FIRST_SURE_MINUTE
    return Face(minutes.end, hour, int(minutes.value), ":") if minutes is not None and few else None


def _one_o_clock(said: Said, at: int, before: str) -> Face | None:
    """«в час дня», «к часу», «в час тридцать»; never «раз в час», «в час пик», «на час»."""
    if not before or said.word(at) != _FORMS_OF_ONE.get(before):
        return None
    named = said.word(at + 1) in {"дня", "ночи"}
    rate = at > 1 and (
        said.word(at - 2) in _RATES or find_unit(said.word(at - 2)) is not None or said.is_number(at - 2)
    )
    if (before in {"на", "до"} and not named) or rate or said.word(at + 1) == "пик":
        return None
    if (minute := _two_figures(said, at + 1)) is not None and not _is_other(said, at + 2, minute):
        return Face(at + 2, 1, minute, " ")
    return _spoken_minutes(said, at + 1, 1) or Face(at + 1, 1, unit=True)


def _with_unit(said: Said, face: Face) -> Face:
    """«15 часов», «11 ч. 30 мин»."""
    if face.unit or said.word(face.end) not in HOUR:
        return face
    end = said.past_dot(face.end + 1) if said.word(face.end) == "ч" else face.end + 1
    minutes = numbers_at(said.tokens, end)
    if (
        minutes is not None
        and said.word(minutes.end) in MINUTE
        and minutes.value in range(LAST_MINUTE + 1)
        and not face.mark
    ):
        return Face(minutes.end + 1, face.hour, int(minutes.value), ":", unit=True, padded=face.padded)
    return replace(face, end=end, unit=True)


def _is_other(said: Said, at: int, number: int) -> bool:
    """What stands after a number that could be minutes makes it a day, a quantity or a part of something longer."""
    word = said.word(at)
    if word in MONTHS or word in {"числа", "%"} or (said.glued(at) and word not in _CLOSING):
        return True
    return counts_next(said.tokens, at, number)


def _ends_well(said: Said, end: int) -> bool:
    """«в 1с», «в 12/2» and «в 24-й» are no hours, nor is the first part of «12.30.5»."""
    word = said.word(end)
    if not said.glued(end) or word in HOUR or word in MORNING_TO_NIGHT:
        return True
    return word in _CLOSING and not (word in {".", ","} and said.glued(end + 1) and said.is_number(end + 1))


def time_of(hour: int, minute: int, named: str, *, padded: bool = False) -> time | None:
    """An hour as it was said, on a face of 24 hours; `named` is the part of the day («am», «pm», «night»), or nothing."""
    match named:
        case "am":
            found = hour if hour < NOON else None
        case "night":
            found = (
                0
                if hour == NOON
                else hour
                if hour < FIRST_OF_MORNING or hour > LATE
                else hour + NOON
                if hour in {10, 11}
                else None
            )
        case "pm":
            found = hour if hour >= NOON else hour + NOON
        case _:
            found = hour + NOON if 1 <= hour <= LAST_OF_AFTERNOON and not padded else hour
    return None if found is None or found > LAST_HOUR else time(found, minute)


def refined(part: Clock, hour: Clock) -> Clock | None:
    """«вечером» and «в 7» as one; None where the hour is not of that part of the day."""
    if hour.face is None:
        return hour if (part.part == "am") == (hour.clock.hour < NOON) else None
    named = hour.named or ("" if part.part == "noon" else part.part)
    clock = time_of(hour.face.hour, hour.face.minute, named, padded=hour.face.padded)
    if (
        clock is None
        or (part.part == "am" and clock.hour >= NOON)
        or (part.part == "pm" and clock.hour < NOON)
    ):
        return None
    return replace(hour, clock=clock, bare=False)
