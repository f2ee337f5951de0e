"""Days inside a line: «завтра», «в следующую среду», «через две недели», «до конца месяца», «после праздников».

README rules 3 and 10 of quick capture: a weekday is the next one after today, a date that has passed is next year's,
the end of a week is its Friday, and «на следующей неделе» alone is its Monday.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from capture.when.counted import counts_next
from capture.when.distances import distance_at
from capture.when.time_words import (
    DAY,
    DAYS_OFF,
    END,
    HOLIDAYS,
    LAST,
    MIDDLE,
    MONTH,
    MONTHS,
    NAMED,
    NEXT,
    OF_DAY,
    OF_TIME,
    QUARTER,
    SHORT_WEEKDAYS,
    START,
    THIS,
    WEEK,
    WEEKDAYS,
    WORKING,
    YEAR,
)
from capture.when.written_dates import (
    LAST_HOUR,
    MOST_DAYS,
    Birth,
    Said,
    Written,
    birth_of,
    days_of,
    written_at,
)
from domain.calendar import WorkCalendar
from domain.periods import add_months, month_end, next_weekday, week_start

ONE_DAY: Final = timedelta(days=1)
ONE_WEEK: Final = timedelta(days=7)
FRIDAY: Final = 4
DECEMBER: Final = 12
LONGEST_WAIT: Final = 400
_PREPOSITIONS: Final = {
    "в": "в", "во": "в", "on": "в", "at": "в", "на": "на", "к": "к", "ко": "к", "до": "до", "by": "до", "until": "до", "till": "до",
    "с": "с", "со": "с", "после": "после", "after": "после", "before": "до", "перед": "перед", "под": "под", "около": "около", "in": "в",
}  # fmt: skip
DEADLINES: Final = frozenset({"до", "к", "перед"})


@dataclass(frozen=True, slots=True)
class Day:
    """A day said by the tokens up to `end`: what is to come in `day`, the same words about the past in `past`.

    `shifted`: the preposition «после» is in it already.
    """

    end: int
    day: date | None
    past: date | None = None
    birth: Birth | None = None
    deadline: bool = False
    exact: bool = True
    weekday: int | None = None
    shifted: bool = False


def preposition_at(said: Said, at: int) -> tuple[str, int]:
    """(what stands before a day or an hour, in its plain form; where the day or the hour begins)."""
    word, following = said.word(at), said.word(at + 1)
    if word == "не" and following in {"позднее", "позже"}:
        return "до", at + (3 if said.word(at + 2) == "чем" else 2)
    if word == "не" and following in {"раньше", "ранее"}:
        return "с", at + (3 if said.word(at + 2) == "чем" else 2)
    if word == "ближе" and following in {"к", "ко"}:
        return "к", at + 2
    if word == "в" and following == "районе":
        return "около", at + 2
    found = _PREPOSITIONS.get(word)
    if found is None or said.glued(at + 1):
        return "", at
    return found, at + (2 if following == "the" else 1)


def day_at(said: Said, at: int) -> Day | None:
    """The longest day that begins at token `at`, with its preposition."""
    with suppress(OverflowError, ValueError):
        before, start = preposition_at(said, at)
        readers: tuple[Callable[[Said, int, str], Day | None], ...] = (
            _named, _weekday, _week, _edge, _holiday, _working_day, _dated,
        )  # fmt: skip
        found = [day for read in readers if (day := read(said, start, before)) is not None]
        distant = _distant(said, at)
        found += [distant] if distant is not None else []
        if found:
            best = max(found, key=lambda day: day.end)
            return (
                _shifted(best)
                if before == "после" and best.end > start
                else replace(best, deadline=best.deadline or before in DEADLINES)
            )
    return None


def _shifted(day: Day) -> Day:
    """«После среды» is the day after it, or later: that is not sure."""
    if day.shifted or day.day is None:
        return day
    return replace(day, day=day.day + ONE_DAY, past=None, birth=None, exact=False)


# --- by name


def _named(said: Said, at: int, before: str) -> Day | None:
    word = said.word(at)
    ahead = NAMED.get(word)
    end = at + 1
    if ahead is None and word in OF_DAY and said.word(at + 1) in {"день", "дня", "дню"}:
        ahead, end = OF_DAY[word], at + 2
    if ahead is None and word == "day" and said.word(at + 1) == "after" and said.word(at + 2) == "tomorrow":
        ahead, end = 2, at + 3
    if (
        ahead is None
        and word == "the"
        and (found := _named(said, at + 1, before)) is not None
        and said.word(at + 1) == "day"
    ):
        return found
    if ahead is None:
        return None
    day = said.today + timedelta(days=ahead)
    if before == "после" and ahead == 1 and word == "завтра":
        return Day(end, day + ONE_DAY, shifted=True)
    return _beside_date(said, Day(end, None if ahead < 0 else day, day if ahead <= 0 else None), before)


def _beside_date(said: Said, day: Day, before: str) -> Day:
    """«завтра, 24 ноября», «завтра во вторник»: what says the same once more."""
    place = said.past_comma(day.end)
    meant = day.day or day.past
    for start in {place, preposition_at(said, place)[1]}:
        written = written_at(said, start, before or "на")
        if written is not None and meant in days_of(written, said.today):
            return replace(day, end=written.end, birth=birth_of(written))
        weekday = WEEKDAYS.get(said.word(start))
        if weekday is not None and meant is not None and meant.weekday() == weekday:
            return replace(day, end=start + 1)
    return day


def _weekday(said: Said, at: int, before: str) -> Day | None:
    first = said.word(at)
    modified = first in NEXT or first in THIS or first in LAST
    start = said.past_dot(at + 1) if modified else at
    name = said.word(start)
    weekday = WEEKDAYS.get(name)
    if weekday is None:
        return None
    short = name in SHORT_WEEKDAYS
    if short and not (before or modified) and said.is_number(at - 1):
        return None  # «лампа 100 вт»
    end = said.past_dot(start + 1) if short else start + 1
    coming = next_weekday(said.today, weekday)
    gone = coming - ONE_WEEK if coming - ONE_WEEK < said.today else coming - 2 * ONE_WEEK
    monday = week_start(said.today)
    if first in LAST:
        return Day(end, None, monday - ONE_WEEK + timedelta(days=weekday))
    if first in NEXT:
        return Day(end, monday + ONE_WEEK + timedelta(days=weekday), weekday=weekday)
    of_week = _week_after(said, end)
    if of_week is not None:
        week, week_end = of_week
        day = week + timedelta(days=weekday)
        return Day(
            week_end, day if day >= said.today else None, day if day <= said.today else None, weekday=weekday
        )
    return _with_date(said, Day(end, coming, gone, weekday=weekday))


def _week_after(said: Said, at: int) -> tuple[date, int] | None:
    """(Monday of the week, end): «… на следующей неделе», «… следующей недели», «… через неделю»."""
    start = at + 1 if said.word(at) in {"на", "уже"} else at
    modifier = said.word(start)
    place = said.past_dot(start + 1)
    if said.word(place) in WEEK and modifier in NEXT | THIS | LAST:
        shift = ONE_WEEK if modifier in NEXT else -ONE_WEEK if modifier in LAST else timedelta(0)
        return week_start(said.today) + shift, place + 1
    distance = distance_at(said, at)
    if distance is not None and distance.weeks and distance.day is not None and not distance.deadline:
        return week_start(distance.day), distance.end
    return None


def _with_date(said: Said, day: Day) -> Day:
    """«пт, 27 ноября»; where the two disagree, the date is taken and is not sure."""
    place = said.past_comma(day.end)
    written = written_at(said, place, "на")
    if written is None or (written.month is None and place != day.end):
        return day
    coming, gone = days_of(written, said.today)
    if coming is None and gone is None:
        return day
    agree = [one for one in (coming, gone) if one is not None and one.weekday() == day.weekday]
    if agree and coming not in agree:
        return Day(written.end, None, gone, birth_of(written))
    return Day(written.end, coming, gone, birth_of(written), exact=bool(agree))


# --- weeks and months


def _week(said: Said, at: int, before: str) -> Day | None:
    modifier = said.word(at)
    place = said.past_dot(at + 1)
    if said.word(place) not in WEEK or not (modifier in NEXT or (modifier in THIS and before == "на")):
        return None
    monday = week_start(said.today) + (ONE_WEEK if modifier in NEXT else timedelta(0))
    end = place + 1
    weekday, weekday_end = _weekday_after(said, end)
    if weekday is not None:
        day = monday + timedelta(days=weekday)
        return Day(weekday_end, day if day >= said.today else None, day if day <= said.today else None)
    return Day(end, monday if modifier in NEXT else _friday(said.today))


def _weekday_after(said: Said, at: int) -> tuple[int | None, int]:
    place = said.past_comma(at)
    _, start = preposition_at(said, place)
    weekday = WEEKDAYS.get(said.word(start))
    return weekday, said.past_dot(start + 1) if said.word(start) in SHORT_WEEKDAYS else start + 1


def _friday(today: date) -> date:
    """Of this week, or of the next one where it has passed."""
    friday = week_start(today) + timedelta(days=FRIDAY)
    return friday if friday >= today else friday + ONE_WEEK


def _edge(said: Said, at: int, _before: str) -> Day | None:
    """The beginning, the middle and the end of a day, a week, a month, a quarter, a year."""
    at += said.word(at) in {"самом", "самого", "самому"}
    edge = said.word(at)
    of_numbers = edge == "первых" and said.word(at + 1) in {"числах", "числа"}
    if not (of_numbers or edge in END or edge in START or edge in MIDDLE):
        return None
    place = at + 1 + of_numbers
    while said.word(place) in {"of", "the"}:
        place += 1
    modifier = said.word(place)
    follows = modifier in NEXT
    if follows or modifier in THIS or modifier in {"рабочего", "календарного"}:
        place = said.past_dot(place + 1)
    unit = said.word(place)
    kind = "end" if edge in END else "middle" if edge in MIDDLE else "start"
    if unit in MONTHS and not (follows or modifier in THIS):
        return _edge_of_named(said, kind, MONTHS[unit], place + 1)
    day, exact = _edge_of(said.today, kind, unit, follows=follows)
    return None if day is None else Day(place + 1, day, day if unit in DAY else None, exact=exact)


def _edge_of_named(said: Said, kind: str, month: int, end: int) -> Day:
    if kind == "end":
        ends = [month_end(date(said.today.year + step, month, 1)) for step in (-1, 0, 1)]
        return Day(
            end,
            next(day for day in ends if day >= said.today),
            [day for day in ends if day <= said.today][-1],
        )
    coming, gone = days_of(Written(end, 1 if kind == "start" else 15, month), said.today)
    return Day(end, coming, gone)


def _edge_of(today: date, kind: str, unit: str, *, follows: bool) -> tuple[date | None, bool]:
    """(the day, whether nobody would mean another one)."""
    monday, month = next_weekday(today, 0), add_months(today.replace(day=1), 1)
    quarter = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    if unit in WEEK:
        wednesday = today.weekday() > 1 or follows
        friday = monday + timedelta(days=FRIDAY) if follows else _friday(today)
        return {
            "start": (monday, True),
            "middle": (monday + timedelta(days=2), wednesday),
            "end": (friday, True),
        }[kind]
    if unit in MONTH:
        middle = month if follows or today.day > 15 else today  # noqa: PLR2004
        last = month_end(month if follows else today)
        return {"start": (month, True), "middle": (middle.replace(day=15), True), "end": (last, True)}[kind]
    if unit in DAY and kind == "end" and not follows:
        return today, True
    if unit in QUARTER and kind != "middle":
        after = add_months(quarter, 6 if follows else 3)
        return (add_months(quarter, 3) if kind == "start" else after - ONE_DAY), True
    if unit in YEAR and kind != "middle":
        return (
            date(today.year + 1, 1, 1) if kind == "start" else date(today.year + follows, DECEMBER, 31)
        ), True
    return None, False


# --- working days and holidays


def _working_day(said: Said, at: int, _before: str) -> Day | None:
    """«следующий рабочий день»."""
    if (
        said.word(at) not in NEXT | THIS | {"первый"}
        or said.word(at + 1) not in WORKING
        or said.word(at + 2) not in DAY
    ):
        return None
    return Day(at + 3, said.calendar.next_working(said.today))


def _holiday(said: Said, at: int, before: str) -> Day | None:
    """«до нового года», «после праздников», «после выходных», «на выходных»."""
    word, following = said.word(at), said.word(at + 1)
    new_year = word == "нг" or (
        word in {"новый", "нового", "новому", "новым"} and following in {"год", "года", "году", "годом"}
    )
    if new_year or word in {"новогодних", "новогодними"}:
        end = at + (1 if word == "нг" or (not new_year and following not in HOLIDAYS) else 2)
        return _around(
            said,
            end,
            before,
            _off_days(said, lambda day: day.month == 1 and day.day == 1),
            date(said.today.year, DECEMBER, 31),
        )
    if word == "майских":
        end = at + 1 + (following in HOLIDAYS)
        return _around(said, end, before, _off_days(said, lambda day: (day.month, day.day) == (5, 9)), None)
    if word in HOLIDAYS:
        return _around(
            said,
            at + 1 + (following in DAY),
            before,
            _off_days(said, lambda day: day.weekday() <= FRIDAY),
            None,
        )
    if word in DAYS_OFF:
        saturday = next_weekday(said.today, FRIDAY + 1)
        if before in {"на", "в"}:
            return Day(at + 1, saturday, exact=False)
        start = said.today if said.today.weekday() > FRIDAY else saturday
        return _around(said, at + 1, before, _run_from(said.calendar, start), _friday(said.today))
    return None


def _around(said: Said, end: int, before: str, run: tuple[date, date] | None, eve: date | None) -> Day | None:
    """Before or after a run of days off; `eve` is the day before it where that is no matter of the calendar."""
    if run is None:
        return None
    if before == "после":
        return Day(end, said.calendar.next_working(run[1]), shifted=True)
    day = eve or said.calendar.previous_working(run[0])
    return Day(end, day) if before in {"до", "к", "под", "перед"} and day >= said.today else None


def _off_days(said: Said, is_meant: Callable[[date], bool]) -> tuple[date, date] | None:
    """The first run of days off from today on with such a day in it."""
    days = (said.today + timedelta(days=step) for step in range(LONGEST_WAIT))
    first = next((day for day in days if is_meant(day) and not said.calendar.is_working(day)), None)
    return None if first is None else _run_from(said.calendar, first)


def _run_from(calendar: WorkCalendar, day: date) -> tuple[date, date]:
    return calendar.previous_working(day) + ONE_DAY, calendar.next_working(day) - ONE_DAY


# --- dates and distances


def _dated(said: Said, at: int, before: str) -> Day | None:
    written = written_at(said, at, before) or _bare(said, at, before)
    if written is None:
        return None
    coming, gone = days_of(written, said.today)
    birth = birth_of(written)
    if coming is None and gone is None and birth is None:
        return None
    bare = written.end == at + 1 and written.month is None and said.is_number(at)
    day = Day(written.end, coming, gone, birth, exact=not bare or said.answer or written.day > LAST_HOUR)
    return _date_beside_weekday(said, day)


def _bare(said: Said, at: int, before: str) -> Written | None:
    """«до 20»: a number alone is a day only before a deadline, and in an answer."""
    number = said.whole(at, MOST_DAYS)
    if not number or said.glued(at + 1) or said.word(at + 1) in OF_TIME:
        return None
    if said.answer and before in {"", "до", "к", "на"}:
        return Written(at + 1, number)
    day = before == "до" or (before == "к" and number > LAST_HOUR)
    return (
        Written(at + 1, number) if day and not counts_next(said.tokens, at + 1, number, case="datv") else None
    )


def _date_beside_weekday(said: Said, day: Day) -> Day:
    """«27 ноября, пятница»."""
    weekday, end = _weekday_after(said, day.end)
    if weekday is None or day.birth is None or day.birth[2] is not None:
        return day
    of = [one for one in (day.day, day.past) if one is not None and one.weekday() == weekday]
    if of and of[0] != day.day:
        return replace(day, end=end, day=None)
    return replace(day, end=end, exact=bool(of))


def _distant(said: Said, at: int) -> Day | None:
    found = distance_at(said, at)
    if found is None:
        return None
    if found.weeks and found.day is not None and not found.deadline:
        weekday, end = _weekday_after(said, found.end)
        if weekday is not None:
            return Day(end, week_start(found.day) + timedelta(days=weekday))
    return Day(found.end, found.day, found.past, deadline=found.deadline, exact=found.exact)
