"""Money, quantities, days and hours as a reader of the language writes them."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from screens.words import Words

THIN = "\u00a0"
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CLOCK = re.compile(r"(?<=\d\d\.\d{4})\s+\d{1,2}:\d\d(:\d\d)?\b")
_ZEROS = re.compile(r"(?<![\w.,/-])([^\W\d_]*-?)(?:0+-0*|0+)(?=[1-9]\d*(?![\d.,:-]))")
_YEAR = re.compile(r"(?<=\b\d\d\.\d\d)\.(\d{4})\b(\s*\w\.)?")


def grouped(number: int, separator: str = THIN) -> str:
    return f"{number:,}".replace(",", separator)


def money(words: Words, kopecks: int) -> str:
    """«120 500 ₽»; kopecks only where there are any: «99,50 ₽»."""
    whole, part = divmod(abs(kopecks), 100)
    sign = "−" if kopecks < 0 else ""
    point = "," if words.language == "ru" else "."
    tail = f"{point}{part:02d}" if part else ""
    return f"{sign}{grouped(whole)}{tail}{THIN}₽"


def amount(words: Words, kopecks: int, *, kopecks_shown: bool) -> str:
    """«1 234,50» for columns, where the sign of the currency would only take room."""
    whole, part = divmod(kopecks + (0 if kopecks_shown else 50), 100)
    point = "," if words.language == "ru" else "."
    return f"{grouped(whole)}{point}{part:02d}" if kopecks_shown else grouped(whole)


def table(rows: Sequence[Sequence[str]]) -> str:
    """For type of one width: the first column from the left, the others from the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        row[0].ljust(widths[0])
        + "".join(f" {cell.rjust(width)}" for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in rows
    )


def thousands(words: Words, kopecks: int) -> str:
    """«340 т.р.» for narrow lines: rounded to a thousand roubles; below a thousand, whole roubles."""
    roubles = (kopecks + 50) // 100
    if abs(roubles) < 1000:  # noqa: PLR2004
        return f"{roubles}{THIN}₽"
    return words.plain("sum-thousands", sum=grouped((roubles + 500) // 1000))


def short_document(name: str, today: date, longest: int | None = None) -> str:
    """«Реализация 1131 от 19.10» for «Реализация (акт, накладная, УПД) 0000-001131 от 19.10.2026 9:51:32».

    Another year stays. Past `longest` letters the kind of the document is cut, not its number.
    """
    short = _ZEROS.sub(r"\1", _CLOCK.sub("", _BRACKETS.sub("", name)))
    short = _YEAR.sub(lambda found: "" if found[1] == str(today.year) else found[0], short)
    short = " ".join(short.split()) or name
    if longest is None or len(short) <= longest:
        return short
    number = re.search(r"\S*\d.*", short)
    room = longest - 2 - (len(number[0]) if number else longest)
    if number is None or room <= 0:
        return short[: longest - 1] + "…"
    return f"{short[:room].rstrip()}… {number[0]}"


def percent(words: Words, value: str | int) -> str:
    """«7 %» with a space that does not break; in English “7%”."""
    return f"{value}{THIN if words.language == 'ru' else ''}%"


def quantity(words: Words, amount: Decimal) -> str:
    text = f"{amount.normalize():f}" if amount % 1 else str(int(amount))
    return text.replace(".", ",") if words.language == "ru" else text


def day(words: Words, value: date, today: date | None = None) -> str:
    """«пт, 27 ноября»; with `today`, «сегодня» and «завтра» where it is, and the year where it is another."""
    if today is not None and 0 <= (value - today).days <= 1:
        return words.plain("day-today" if value == today else "day-tomorrow")
    month = words.plain(f"month-of-{value.month}")
    weekday = words.plain(f"weekday-{value.isoweekday()}")
    year = f" {value.year}" if today is not None and value.year != today.year else ""
    return words.plain("day-full", weekday=weekday, day=value.day, month=month) + year


def begun(text: str) -> str:
    """With a large letter first, as a sentence begins."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The first letter small, unless an abbreviation begins with it."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def short_day(words: Words, value: date) -> str:
    """«27.11»."""
    return (
        f"{value.day:02d}.{value.month:02d}"
        if words.language == "ru"
        else f"{value.day} {words.plain(f'month-short-{value.month}')}"
    )


def full_day(words: Words, value: date) -> str:
    """«27.11.2026»."""
    return f"{short_day(words, value)}{'.' if words.language == 'ru' else ' '}{value.year}"


def month_day(words: Words, day_of_month: int, month: int) -> str:
    """«12 марта»."""
    return words.plain("day-of-month", day=day_of_month, month=words.plain(f"month-of-{month}"))


def hour(value: datetime) -> str:
    return f"{value:%H:%M}"


def span(seconds: int) -> str:
    """«0:12» of a recording."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def moment(words: Words, value: datetime, today: date | None = None) -> str:
    """«завтра, 15:00». `value` is local."""
    return f"{day(words, value.date(), today)}, {hour(value)}"
