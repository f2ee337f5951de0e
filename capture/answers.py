"""Answers to «когда», «сколько» and «день рождения», as people type them. What is not wholly understood is None, never a guess.

The reading rules are those of quick capture: a weekday is the next one after today, a date that has passed is next year's,
an hour from 1 to 7 is in the afternoon unless the morning or the night is named.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final, TypeVar

from capture.numerals import cuts, find_count, find_ordinal, words_of
from domain.calendar import WorkCalendar
from domain.errors import InvalidBirthDateError
from domain.occasions import BirthDate
from domain.periods import add_months, later, month_end, next_weekday, week_start

T = TypeVar("T")
MONTHS: Final = (
    "янв январь января январю январе jan january",
    "фев февр февраль февраля февралю феврале feb february",
    "мар март марта марту марте mar march",
    "апр апрель апреля апрелю апреле apr april",
    "май мая маю мае may",
    "июн июнь июня июню июне jun june",
    "июл июль июля июлю июле jul july",
    "авг август августа августу августе aug august",
    "сен сент сентябрь сентября сентябрю сентябре sep sept september",
    "окт октябрь октября октябрю октябре oct october",
    "ноя нояб ноябрь ноября ноябрю ноябре nov november",
    "дек декабрь декабря декабрю декабре dec december",
)
WEEKDAYS: Final = (
    "пн пнд понедельник понедельника понедельнику mon monday",
    "вт вторник вторника вторнику tue tues tuesday",
    "ср среда среду среды среде wed wednesday",
    "чт четверг четверга четвергу thu thur thurs thursday",
    "пт птн пятница пятницу пятницы пятнице fri friday",
    "сб суббота субботу субботы субботе sat saturday",
    "вс воскресенье воскресенья воскресенью sun sunday",
)
MONTH_OF: Final = {form: at for at, forms in enumerate(MONTHS, 1) for form in forms.split()}
WEEKDAY_OF: Final = {form: at for at, forms in enumerate(WEEKDAYS) for form in forms.split()}
NAMED: Final = {
    0: {"сегодня", "today"},
    1: {"завтра", "tomorrow", "tmrw"},
    2: {"послезавтра", "the day after tomorrow", "day after tomorrow"},
}
BEFORE_DAY: Final = r"(?:до|к|ко|на|не позднее|не позже|by|until|till|on)"
BEFORE_WEEKDAY: Final = r"(?:в|во|до|к|ко|на|by|until|till|on)"
NEXT_WEEK: Final = r"(?:на )?(?:следующей|след) неделе"
NEXT: Final = {"следующий", "следующую", "следующее", "следующей", "след", "next"}
DAYS: Final = {"день", "дня", "дней", "day", "days"}
YEARS: Final = {"год", "года", "лет", "year", "years"}
THOUSAND: Final = 1000
MOST_WORKING_DAYS: Final = 60


def read_day(text: str, today: date, calendar: WorkCalendar) -> date | None:
    """The day that the whole text names: «завтра», «в пятницу», «25.11», «через 3 дня», «до конца месяца», «fri»."""
    return _day(words_of(text), today, calendar)


def read_moment(
    text: str, now_local: datetime, calendar: WorkCalendar | None = None
) -> tuple[date, time | None] | None:
    """A day, an hour, or both: «в 15», «завтра утром», «чт после обеда», «через час». `now_local` is aware.

    An hour alone that has passed is tomorrow's. A bare small number could be either, so it is neither.
    """
    words = words_of(text)
    passed = _elapsed(words, now_local)
    if passed is not None:
        return passed.date(), passed.time().replace(second=0, microsecond=0)
    found: set[tuple[date, time | None]] = set()
    work_days = calendar or WorkCalendar()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            rest = [*words[:start], *words[end:]]
            found |= _at_clock(words[start:end], rest, now_local, work_days)
    if not found:
        day = None if re.fullmatch(r"(?:(?:до|к|на) )?(?:[01]?\d|2[0-3])", " ".join(words)) else _day(words, now_local.date(), work_days)  # fmt: skip
        return None if day is None else (day, None)
    return found.pop() if len(found) == 1 else None


def read_amount(text: str) -> int | None:
    """Kopecks: «120 000», «250 тыр», «1,5 млн», «99 р 50 коп», «двадцать пять тысяч»."""
    return _amount(words_of(text))


def read_sum_and_day(text: str, today: date, calendar: WorkCalendar) -> tuple[int | None, date] | None:
    """A sum and a day in either order, «120 тыс в пятницу»; a day alone leaves the sum None."""
    words = words_of(text)
    found: set[tuple[int | None, date]] = set()
    for left, right in cuts(words):
        for money, when in ((left, right), (right, left)):
            amount = _amount(money)
            day = None if amount is None else _day(when, today, calendar)
            if day is not None:
                found.add((amount, day))
    alone = _day(words, today, calendar)
    if alone is not None:
        found.add((None, alone))
    return found.pop() if len(found) == 1 else None


def read_birth(text: str) -> tuple[int, int, int | None] | None:
    """(day, month, year or None): «12 марта», «12.03.1985», «29 февраля». A year of two figures from 30 to 99 is 19xx, to 12 is 20xx."""
    words = words_of(re.sub(r"\s*(?:г\.?\s?р\.?|года рождения|г\.|года?)\s*$", "", text, flags=re.IGNORECASE))
    parts = _date_parts(words)
    if parts is None:
        return None
    day, month, year = parts
    if year is not None and year < 100:  # noqa: PLR2004
        if 12 < year < 30:  # noqa: PLR2004 - nobody can tell
            return None
        year += 1900 if year >= 30 else 2000  # noqa: PLR2004
    try:
        BirthDate(month, day, year)
    except InvalidBirthDateError:
        return None
    return day, month, year


# --- days


def _day(words: Sequence[str], today: date, calendar: WorkCalendar) -> date | None:
    readers: tuple[Callable[[str, date, WorkCalendar], date | None], ...] = (
        _named, _weekday, _dated, _distant, _edge,
    )  # fmt: skip
    text = " ".join(words)
    with suppress(OverflowError, ValueError):
        return next((day for reader in readers if (day := reader(text, today, calendar)) is not None), None)
    return None


def _named(text: str, today: date, calendar: WorkCalendar) -> date | None:
    word = re.sub(rf"^{BEFORE_DAY} ", "", text)
    if word in {"следующий рабочий день", "next working day"}:
        return calendar.next_working(today)
    return next((today + timedelta(days=ahead) for ahead, names in NAMED.items() if word in names), None)


def _weekday(text: str, today: date, calendar: WorkCalendar) -> date | None:
    """The next such day after today; of next week where the text says so; with a date beside it only if the two agree."""
    on_next_week = re.fullmatch(rf"(?:{NEXT_WEEK} (.+)|(.+?) {NEXT_WEEK})", text)
    body = re.sub(rf"^{BEFORE_WEEKDAY} ", "", (on_next_week[1] or on_next_week[2]) if on_next_week else text)
    first, _, rest = body.partition(" ")
    follows = first in NEXT
    if follows:
        first, _, rest = rest.partition(" ")
    weekday = WEEKDAY_OF.get(first.rstrip("."))
    if weekday is None:
        return None
    if rest:
        day = None if on_next_week or follows else _dated(rest, today, calendar)
        return day if day is not None and not rest.isdigit() and day.weekday() == weekday else None
    if on_next_week or follows:
        return week_start(today) + timedelta(days=7 + weekday)
    return next_weekday(today, weekday)


def _dated(text: str, today: date, _: WorkCalendar) -> date | None:
    body = re.sub(rf"^{BEFORE_DAY} ", "", text)
    number = _day_of_month(body)
    if number is not None:
        return _next_day_of_month(number, today)
    parts = _date_parts(re.sub(r" (?:г|года?)$", "", body).split())
    if parts is None:
        return None
    day, month, year = parts
    if year is not None:
        return date(year + 2000 if year < 100 else year, month, day)  # noqa: PLR2004
    this_year = _valid(today.year, month, day)
    return this_year if this_year is not None and this_year >= today else _valid(today.year + 1, month, day)


def _day_of_month(text: str) -> int | None:
    """«25», «25-го», «25 числа», «25th», «двадцать пятого»."""
    found = re.fullmatch(r"([0-9]{1,2})(?:-?(?:го|ое|е|му)|st|nd|rd|th)?(?: числа| число)?", text)
    return int(found[1]) if found else find_ordinal(text.removesuffix(" числа").split())


def _next_day_of_month(number: int, today: date) -> date | None:
    """Today counts: «до 15-го» said on the 15th is today. A month without such a day is passed over."""
    if not 1 <= number <= 31:  # noqa: PLR2004
        return None
    months = (add_months(today.replace(day=1), ahead) for ahead in range(3))
    days = (_valid(month.year, month.month, number) for month in months)
    return next((day for day in days if day is not None and day >= today), None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _date_parts(words: Sequence[str]) -> tuple[int, int, int | None] | None:
    """(day, month, year or None) as written, the year of two or four figures."""
    text = " ".join(words)
    if found := re.fullmatch(r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})", text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := re.fullmatch(r"([0-9]{1,2})([./-])([0-9]{1,2})(?:\2([12][0-9]{3}|[0-9]{2}))?", text):
        day, month = int(found[1]), int(found[3])
        # Written with a slash, 5/6 is May to one reader and June to another.
        if found[2] == "/" and day <= 12 and day != month:  # noqa: PLR2004
            return None
        if found[2] == "-" and found[4] is None:
            return None
        return day, month, int(found[4]) if found[4] else None
    year = int(words[-1]) if len(words) > 2 and re.fullmatch(r"[12][0-9]{3}", words[-1]) else None  # noqa: PLR2004
    named = [*words[:-1]] if year is not None else [*words]
    for left, right in cuts(named):
        for number, name in ((left, right), (right, left)):
            month_word = name[0].rstrip(".,") if len(name) == 1 else ""
            of_month = _day_of_month(" ".join(number).rstrip(","))
            if month_word in MONTH_OF and of_month is not None:
                return of_month, MONTH_OF[month_word], year
    return None


def _distant(text: str, today: date, calendar: WorkCalendar) -> date | None:
    """«через неделю», «через 3 дня», «через два рабочих дня», «in a week»."""
    found = re.fullmatch(r"(?:через|in) (?:(.+?) )?((?:рабоч[а-я]+|working|business) )?([^ ]+)", text)
    if found is None:
        return None
    amount, working, unit = found[1], found[2], found[3]
    if unit == "полгода" and not amount:
        return add_months(today, 6)
    count = 1 if amount in {None, "a", "an"} else _whole(amount)
    if count is None or (working and (unit not in DAYS or count > MOST_WORKING_DAYS)):
        return None
    if unit in DAYS:
        # «через день» is two days to some and one to others.
        ahead = calendar.add(today, count) if working else today + timedelta(days=count)
        return ahead if amount else None
    if unit in {"неделю", "недели", "недель", "week", "weeks"}:
        return today + timedelta(days=7 * count)
    months = 1 if unit in {"месяц", "месяца", "месяцев", "month", "months"} else 12 if unit in YEARS else 0
    return add_months(today, months * count) if months else None


def _whole(text: str) -> int | None:
    count = find_count(text.removesuffix(" of").split())
    return int(count) if count is not None and count == int(count) and 0 < count < THOUSAND else None


def _edge(text: str, today: date, _: WorkCalendar) -> date | None:
    """Beginnings and ends of weeks and months. «До конца недели» on a day off is the next Friday."""
    friday = week_start(today) + timedelta(days=4)
    next_monday = next_weekday(today, 0)
    next_month = add_months(today.replace(day=1), 1)
    end = r"(?:(?:до|в|к|на) )?(?:конца|конце|концу|конец) "
    start = r"(?:в|с) начал[еа] "
    english_end = r"(?:by |at |until )?(?:the )?end of (?:the )?"
    edges = {
        rf"{end}(?:этой )?недели|{english_end}(?:this )?week": friday if friday >= today else friday + timedelta(days=7),
        rf"{end}(?:этого )?месяца|{english_end}(?:this )?month": month_end(today),
        rf"{end}(?:этого )?года|{english_end}(?:this )?year": date(today.year, 12, 31),
        rf"{end}(?:следующей|след) недели|{english_end}next week": next_monday + timedelta(days=4),
        rf"{end}(?:следующего|след) месяца|{english_end}next month": month_end(next_month),
        rf"{NEXT_WEEK}|{start}(?:(?:следующей|след) )?недели|next week": next_monday,
        rf"{start}(?:(?:следующего|след) )?месяца": next_month,
    }  # fmt: skip
    return next((day for pattern, day in edges.items() if re.fullmatch(pattern, text)), None)


# --- hours


def _elapsed(words: Sequence[str], now: datetime) -> datetime | None:
    """«через час», «через 30 минут», «полтора часа», «in an hour»."""
    if list(words) == ["через", "полчаса"]:
        return later(now, timedelta(minutes=30))
    if len(words) < 2 or words[0] not in {"через", "in"}:  # noqa: PLR2004
        return None
    units = {
        "минут": 1, "минуты": 1, "минуту": 1, "мин": 1, "minutes": 1, "minute": 1, "min": 1,
        "час": 60, "часа": 60, "часов": 60, "ч": 60, "hour": 60, "hours": 60,
    }  # fmt: skip
    minutes = units.get(words[-1])
    between = words[1:-1]
    count = Decimal(1) if not between or list(between) in (["a"], ["an"]) else find_count(between)
    if minutes is None or count is None or not 0 < count * minutes <= THOUSAND:
        return None
    return later(now, timedelta(minutes=int(count * minutes)))


def _at_clock(
    clock_words: Sequence[str], rest: Sequence[str], now: datetime, calendar: WorkCalendar
) -> set[tuple[date, time | None]]:
    """The moments meant if `clock_words` are the hour and `rest` is the day: one, or none."""
    text = " ".join(clock_words)
    read = _clock(text)
    if read is None:
        return set()
    clock, sure = read
    if rest:
        day = _day(rest, now.date(), calendar)
        beside_weekday = text.isdigit() and any(word.rstrip(".") in WEEKDAY_OF for word in rest)
        unclear = day is not None and beside_weekday and day.day == int(text)
        # «до 15», «25 15»: without a sign of an hour only a day that needs no number can stand beside it.
        if day is None or unclear or (not sure and all(_bare(word) for word in rest)):
            return set()
        return {(day, clock)}
    if not sure:
        return set()
    passed = clock <= now.time().replace(tzinfo=None)
    return {(now.date() + timedelta(days=1) if passed else now.date(), clock)}


def _bare(word: str) -> bool:
    return word.isdigit() or word in {"до", "к", "на", "в"}


def _clock(text: str) -> tuple[time, bool] | None:
    """An hour, and whether it can be nothing else."""
    part = next((clock for names, clock in _parts_of_day() if text in names), None)
    if part is not None:
        return part, True
    part_of_day = r"утром|вечером|ночью|днем"
    found = re.fullmatch(
        rf"(?:(?P<first>{part_of_day}) )?(?:(?P<at>в|во|около|at)|к|by)? ?"
        r"(?P<hour>[0-9]{1,2})(?:(?P<point>[:.\-])(?P<minute>[0-9]{2}))?"
        r"(?: ?(?P<unit>час|часа|часов|ч))?(?: ?(?P<after>утра|дня|вечера|ночи|am|pm))?"
        rf"(?: (?P<last>{part_of_day}))?",
        text,
    )
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 23 or minute > 59:  # noqa: PLR2004
        return None
    named = found["after"] or found["first"] or found["last"]
    at_hour = _hour(hour, named, written_in_full=found["hour"].startswith("0"))
    if at_hour is None or at_hour > 23:  # noqa: PLR2004
        return None
    could_be_date = found["point"] in {".", "-"} and 1 <= minute <= 12 and hour > 0  # noqa: PLR2004
    marked = any(found[name] for name in ("at", "unit")) or named is not None or found["point"] == ":"
    return time(at_hour, minute), marked or (found["point"] == "." and not could_be_date)


def _hour(hour: int, named: str | None, *, written_in_full: bool) -> int | None:
    noon = 12
    match named:
        case "утром" | "утра" | "am":
            return hour % noon if named == "am" else hour if hour < noon else None
        case "ночью" | "ночи":
            return 0 if hour == noon else hour if hour < 5 or hour > 21 else None  # noqa: PLR2004
        case "вечером" | "вечера" | "днем" | "дня" | "pm":
            return hour if hour >= noon else hour + noon
        case _:
            return hour + noon if 1 <= hour <= 7 and not written_in_full else hour  # noqa: PLR2004


def _parts_of_day() -> Iterator[tuple[set[str], time]]:
    yield {"утром", "с утра", "in the morning", "morning"}, time(9)
    yield {"до обеда", "before lunch"}, time(11)
    yield {"в полдень", "at noon"}, time(12)
    yield {"в обед", "at lunch"}, time(13)
    yield {"после обеда", "after lunch", "in the afternoon", "afternoon"}, time(14)
    yield {"вечером", "in the evening", "evening"}, time(17)


# --- money

THOUSANDS: Final = r"тыс|тысяч|тысяча|тысячи|тысячу|тыр|т|т\.р|тр|т р|к|k|thousand"
MILLIONS: Final = r"млн|миллион|миллиона|миллионов|лям|ляма|лямов|mln|million"
ROUBLES: Final = r"р|руб|рубль|рубля|рублей|rub|roubles?|rubles?|₽"
KOPECKS: Final = r"коп|копейка|копейки|копеек|kopecks?"
MOST: Final = 10**14


def _amount(words: Sequence[str]) -> int | None:
    """A row of falling orders of magnitude («1 млн 200 тыс», «2 тыс 500»), then roubles, then kopecks."""
    text = " ".join(words)
    if not text:
        return None
    text = re.sub(r"(?<=[0-9])(?=[^0-9\s.,'])|(?<=\w)(?=₽)", " ", text)
    text = text.replace("полмиллиона", "500 тыс")
    part = rf"(?:(?P<kop>[0-9]{{1,2}}) (?:{KOPECKS})\.?)"
    found = re.fullmatch(rf"(?P<whole>.*?)(?: ?\b(?:{ROUBLES})\.?|(?<=\S) ?₽)?(?: ?{part})?", text)
    if found is None:
        return None
    kopecks = int(found["kop"] or 0)
    whole = found["whole"].strip()
    if not whole:
        return kopecks if found["kop"] and text[0].isdigit() else None
    roubles = _roubles(whole)
    if roubles is None or roubles > MOST or (kopecks and roubles != int(roubles)):
        return None
    total = roubles * 100 + kopecks
    return int(total) if total == int(total) else None


def _roubles(text: str) -> Decimal | None:
    total, room = Decimal(0), Decimal(MOST)
    rest = text
    for unit, names in ((Decimal(1_000_000), MILLIONS), (Decimal(THOUSAND), THOUSANDS)):
        found = re.match(rf"(?:(.*?) ?)(?<![^\s0-9])(?:{names})\.?(?: |$)", rest)
        if found is None:
            continue
        alone = not found[1] and len(found[0].strip(" .")) > 3  # noqa: PLR2004 - «тысяча», never «тыс»
        count = Decimal(1) if alone else _number(found[1])
        if count is None or count * unit >= room:
            return None
        total, room, rest = total + count * unit, unit, rest[found.end() :]
        if not rest:
            return total
    last = _number(rest)
    return None if last is None or last >= room else total + last


def _number(text: str) -> Decimal | None:
    """Figures with or without groups of three, or letters. «120.000» could be either, so it is nothing."""
    if re.fullmatch(r"[0-9]{1,3}(?:[ '][0-9]{3})+(?:[.,][0-9]{1,2})?", text):
        return Decimal(re.sub("[ ']", "", text).replace(",", "."))
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}|[0-9]{1,3}(?:,[0-9]{3}){2,}", text):
        return Decimal(re.sub("[.,]", "", text))
    if re.fullmatch(r"[0-9]{1,15}(?:[.,][0-9]{1,2})?", text):
        return Decimal(text.replace(",", "."))
    return find_count(text.split())
