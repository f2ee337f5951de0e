"""Reading single values as people and 1C write them. A value that is not sure is refused, never guessed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from exchange.sheet import Value

MAX_KOPECKS = 10**15
_SPACES = re.compile(r"[\s\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_UNCLEAN = re.compile(r"[^\S ]| (?= )|^ | $|[\u00ad\u180e\u200b-\u200f\u2060\ufeff]")
_MINUS = str.maketrans(dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\u2015\ufe63\uff0d", "-"))
_RUBLE = r"(?:руб(?:\.|лей|ля|ль)?|р\.?|₽|rub\.?|rur\.?)"
_RUBLE_TAIL = re.compile(rf"\s*{_RUBLE}$", re.IGNORECASE)
_RUBLE_HEAD = re.compile(r"^(?:₽|руб\.?|rub|rur)\s*", re.IGNORECASE)
_RUBLES_KOPECKS = re.compile(
    r"^(.*\d)\s*(?:руб\.?|рублей|рубля|рубль|р\.)\s*(\d{1,2})\s*(?:коп(?:\.|еек|ейки|ейка)?|к\.)$"
)
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+")
_SPACED = re.compile(r"[0-9]{1,3}(?:[ '’][0-9]{3})+(?:[.,][0-9]+)?")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,}")
_GERMAN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}")
_DECIMAL = re.compile(r"[0-9 ]*([.,])[0-9]{1,2}")
_DASHED = re.compile(r"([0-9]{1,3}(?: [0-9]{3})+|[0-9]{3,})[-=]([0-9]{2})?")

_MONTHS = {
    "янв": 1, "фев": 2, "мар": 3, "апр": 4, "май": 5, "мая": 5, "мае": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
    "jan": 1, "feb": 2, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH = (
    r"(?:янв(?:ар[ьяе]|\.)?|фев(?:р(?:ал[ьяе]|\.)?|\.)?|мар(?:т[ае]?|\.)?|апр(?:ел[ьяе]|\.)?|ма[йяе]|июн[ьяе]?\.?|июл[ьяе]?\.?"
    r"|авг(?:уст[ае]?|\.)?|сен(?:т(?:ябр[ьяе]|\.)?|\.)?|окт(?:ябр[ьяе]|\.)?|ноя(?:б(?:р[ьяе]|\.)?|\.)?|дек(?:абр[ьяе]|\.)?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_TIME_TAIL = r"(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_NUMERIC_DATE = re.compile(
    rf"(\d{{1,2}})([./-])(\d{{1,2}})\2(\d{{4}}|\d{{2}})(?:\s*г(?:\.|ода)?)?{_TIME_TAIL}"
)
_ISO_DATE = re.compile(rf"(\d{{4}})([-./])(\d{{1,2}})\2(\d{{1,2}}){_TIME_TAIL}")
_WORD_DATE = re.compile(
    rf"(\d{{1,2}})[ -]({MONTH})[ ,.-]*(\d{{4}}|\d{{2}})(?:\s*г(?:\.|ода)?)?{_TIME_TAIL}", re.IGNORECASE
)
_ENGLISH_DATE = re.compile(rf"({MONTH}),?[ -](\d{{1,2}}),?[ -](\d{{4}})", re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/\d{2,4}\b.*")
_COMPACT_DATE = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{6})?")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_LAST_SERIAL = 73416  # the day after 2100-12-31, in days since 1899-12-30
_LAST_YEAR = 2100
_TRUE = frozenset({"да", "истина", "true", "yes", "y", "1", "+", "✓", "✔", "x", "х", "д"})
_FALSE = frozenset({"нет", "ложь", "false", "no", "n", "0", "-", "н"})


class BadValueError(ValueError):
    """A value that is not what its column holds; `code` becomes the code of a `Problem`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def clean_text(value: Value) -> str:  # noqa: PLR0911 (one return for each type)
    """Text of a cell: invisible signs out, runs of spaces of any kind become one, ends trimmed."""
    if isinstance(value, str):
        if not _UNCLEAN.search(value):
            return value
        return _SPACES.sub(" ", _INVISIBLE.sub("", value)).strip()
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < MAX_KOPECKS else repr(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.strftime("%d.%m.%Y") if midnight else value.strftime("%d.%m.%Y %H:%M:%S")
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    return str(value)


def is_blank(value: Value) -> bool:
    """Empty, or dashes only: what people print for «nothing»."""
    return isinstance(value, str) and not clean_text(value).translate(_MINUS).strip("- ")


def parse_decimal(value: Value) -> Decimal | None:
    """Quantity or any plain number; None for a blank or a dash. Raises `BadValueError`."""
    return _parse_number(value, lenient_thousandths=True)


def parse_money(value: Value, multiplier: int = 1, thousands: str = "") -> int | None:
    """Kopecks of a sum in rubles (times `multiplier`); None for a blank or a dash.

    A sum such as «1,250» (thousands or three decimals?) raises `BadValueError("ambiguous_number")`, unless its sign
    is `thousands`: see `thousands_sign`.
    """
    if isinstance(value, float) and multiplier == 1:
        kopecks = round(value * 100) if abs(value) < MAX_KOPECKS else None
        if kopecks is not None and abs(value * 100 - kopecks) < 1e-4:  # noqa: PLR2004
            return kopecks
    number = _parse_number(value, lenient_thousandths=multiplier != 1, thousands=thousands)
    if number is None:
        return None
    result = int((number * 100 * multiplier).quantize(Decimal(1), ROUND_HALF_UP))
    if abs(result) > MAX_KOPECKS:
        raise BadValueError("not_a_number")
    return result


def parse_days(value: Value) -> int | None:
    """A whole count of days («18», «18 дн.»); None for a blank."""
    if isinstance(value, str):
        value = re.sub(r"\s*(?:дн(?:\.|ей|я)?|день|days?)$", "", clean_text(value), flags=re.IGNORECASE)
    number = parse_decimal(value)
    if number is None:
        return None
    if number != number.to_integral_value():
        raise BadValueError("not_a_number")
    return int(number)


def thousands_sign(values: Iterable[Value]) -> str:
    """«.» or «,» where the other numbers of a column leave no doubt that it parts thousands, else ""."""
    parting: set[str] = set()
    decimal: set[str] = set()
    for value in values:
        if not isinstance(value, str):
            continue
        body, _ = _sign(_strip_rubles(clean_text(value).translate(_MINUS)))
        if _ENGLISH.fullmatch(body) or _GERMAN.fullmatch(body):
            parting.add("," if _ENGLISH.fullmatch(body) else ".")
        elif match := _DECIMAL.fullmatch(body):
            decimal.add(match[1])
    sure = [sign for sign in ".," if sign not in decimal and (sign in parting or decimal)]
    return sure[0] if len(sure) == 1 else ""


def _parse_number(value: Value, *, lenient_thousandths: bool, thousands: str = "") -> Decimal | None:
    if isinstance(value, (bool, date, time, timedelta)):
        raise BadValueError("not_a_number")
    if isinstance(value, (int, float)):
        number = (
            Decimal(int(value)) if isinstance(value, float) and value.is_integer() else Decimal(repr(value))
        )
        if not number.is_finite() or abs(number) > MAX_KOPECKS:
            raise BadValueError("not_a_number")
        return number
    if is_blank(value):
        return None
    for text in _readings(value):
        body, sign = _sign(_strip_rubles(text))
        number_text = _plain_digits(body)
        if number_text is not None:
            if (doubtful := _AMBIGUOUS.fullmatch(body)) and doubtful[1] == thousands:
                return sign * Decimal(body.replace(thousands, ""))
            if not lenient_thousandths and doubtful:
                raise BadValueError("ambiguous_number")
            return sign * Decimal(number_text)
    raise BadValueError("not_a_number")


def _readings(text: str) -> Iterator[str]:
    """The text with a line break as a space, then as nothing: narrow cells break between any two digits."""
    yield clean_text(text).translate(_MINUS)
    if "\n" in text or "\r" in text:
        yield clean_text(re.sub(r"[ \t]*[\r\n]+[ \t]*", "", text)).translate(_MINUS)


def _strip_rubles(text: str) -> str:
    both = _RUBLES_KOPECKS.match(text.lower())
    if both and "," not in both[1] and "." not in both[1]:
        return f"{both[1]},{both[2]:0>2}"
    return _RUBLE_HEAD.sub("", _RUBLE_TAIL.sub("", text)).strip()


def _sign(text: str) -> tuple[str, int]:
    if text.startswith("(") and text.endswith(")"):
        return _RUBLE_TAIL.sub("", text[1:-1].strip()), -1
    if text.endswith("-"):
        return _RUBLE_TAIL.sub("", text[:-1].rstrip()), -1
    if text.startswith("-"):
        return _RUBLE_HEAD.sub("", text[1:].lstrip()), -1
    return (text[1:].lstrip() if text.startswith("+") else text), 1


def _plain_digits(text: str) -> str | None:
    if _PLAIN.fullmatch(text) or _SPACED.fullmatch(text):
        return re.sub(r"[ '’]", "", text).replace(",", ".")
    if match := _DASHED.fullmatch(text):
        return f"{match[1].replace(' ', '')}.{match[2] or '00'}"
    if _ENGLISH.fullmatch(text):
        return text.replace(",", "")
    if _GERMAN.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    return None


def month_number(word: str) -> int:
    """Number of a month by its word in Russian or English, whole or short."""
    return _MONTHS.get(word[:3].lower()) or 3


def is_month_first(values: Iterable[Value]) -> bool:
    """Whether a column writes «11/25/2026»: some of its days are no days otherwise, and none is no month."""
    pairs = [
        match for value in values if isinstance(value, str) and (match := _SLASHED.fullmatch(value.strip()))
    ]
    second = any(int(match[2]) > 12 for match in pairs)  # noqa: PLR2004
    return second and all(int(match[1]) <= 12 for match in pairs)  # noqa: PLR2004


def parse_date(value: Value, first_year: int = 1950, *, month_first: bool = False) -> date | None:
    """A day: a typed cell, Excel's serial number, «12.07.2026», «12.07.26», «2026-07-12», «12 июля 2026 г.».

    Two digits of a year mean 1970–2069; years outside `first_year`–2100 are refused; `month_first` reads 11/05/2026
    as the fifth of November. None for a blank; raises `BadValueError("not_a_date")`.
    """
    if month_first and isinstance(value, str):
        value = re.sub(r"^\s*(\d{1,2})/(\d{1,2})/", r"\2/\1/", value)
    found = _parse_date(value)
    if found is not None and not first_year <= found.year <= _LAST_YEAR:
        raise BadValueError("not_a_date")
    return found


def _parse_date(value: Value) -> date | None:  # noqa: C901, PLR0911 (one return for each form)
    if isinstance(value, (bool, time, timedelta)):
        raise BadValueError("not_a_date")
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    if isinstance(value, (int, float)):
        return _serial_date(float(value))
    if is_blank(value):
        return None
    text = clean_text(value)
    if match := _NUMERIC_DATE.fullmatch(text):
        return _day(full_year(match[4]), int(match[3]), int(match[1]))
    if match := _ISO_DATE.fullmatch(text):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if match := _WORD_DATE.fullmatch(text):
        return _day(full_year(match[3]), month_number(match[2]), int(match[1]))
    if match := _ENGLISH_DATE.fullmatch(text):
        return _day(int(match[3]), month_number(match[1]), int(match[2]))
    if match := _COMPACT_DATE.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if _SERIAL.fullmatch(text):
        return _serial_date(float(text.replace(",", ".")))
    raise BadValueError("not_a_date")


def full_year(digits: str) -> int:
    """«26» -> 2026, «85» -> 1985, «2026» -> 2026."""
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004
        return year
    return year + (2000 if year < 70 else 1900)  # noqa: PLR2004


def _serial_date(serial: float) -> date:
    if not 0 < serial < _LAST_SERIAL:
        raise BadValueError("not_a_date")
    return date(1899, 12, 30) + timedelta(days=int(serial))


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadValueError("not_a_date") from None


def parse_bool(value: Value) -> bool | None:
    """«да», «нет», «+», 1, 0, ИСТИНА; None for an empty cell."""
    if isinstance(value, bool):
        return value
    word = clean_text(value).lower()
    if not word:
        return None
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise BadValueError("not_a_boolean")


@dataclass(frozen=True, slots=True)
class Birthday:
    """Day, month and year apart: the day is None where only the month is known, the year too may be. 29 February is a day."""

    day: int | None
    month: int
    year: int | None = None


_BIRTHDAY_WORDS = re.compile(rf"(\d{{1,2}})[ -]({MONTH})\.?|({MONTH})\.? (\d{{1,2}})", re.IGNORECASE)
_BIRTHDAY_DIGITS = re.compile(r"(\d{1,2})[./](\d{1,2})\.?")
_BIRTHDAY_VCARD = re.compile(r"--(\d{2})-?(\d{2})?")
_BIRTHDAY_MONTH = re.compile(
    rf"(?:в |in )?({MONTH})\.?(?:,? (\d{{4}})(?: ?г(?:ода?)?\.?)?)?|(\d{{4}})-(\d{{2}})", re.IGNORECASE
)
_SHORT_YEAR = re.compile(
    rf"(\d{{1,2}})(?:([./-])(\d{{1,2}})\2| ({MONTH}) )(\d{{2}})(?:\s*г\.?)?", re.IGNORECASE
)
_LEAP_YEAR = 2000
_YOUNGEST, _OLDEST, _ELDEST = 14, 100, 120
_NO_YEARS = (1604, 1900, 1904)


def parse_birthday(value: Value, today: date) -> Birthday | None:
    """A birthday with or without its year or day: «12 марта», «12.03», «12.03.1985», «--0312», «март», «1985-03», a typed date.

    Two digits of a year are taken only when one century makes an age of 14–100 on `today`; a whole year must
    not lie ahead or more than 120 years back. 1604, 1900 and 1904 stand for an unknown year, and so does a late one of a
    typed date: a table program puts its own year to «12.03». None for a blank; raises `BadValueError("not_a_birthday")`.
    """
    if isinstance(value, str):
        if is_blank(value):
            return None
        if said := _said_birthday(clean_text(value), today):
            return said
    try:
        found = parse_date(value, first_year=_NO_YEARS[0])
    except BadValueError:
        raise BadValueError("not_a_birthday") from None
    if found is None:
        return None
    completed = isinstance(value, date) and today.year - _YOUNGEST < found.year <= today.year
    if found.year in _NO_YEARS or completed:
        return Birthday(found.day, found.month)
    if found > today or found.year < today.year - _ELDEST:
        raise BadValueError("not_a_birthday")
    return Birthday(found.day, found.month, found.year)


def _said_birthday(text: str, today: date) -> Birthday | None:
    if match := _BIRTHDAY_VCARD.fullmatch(text):
        return make_birthday(int(match[2]) if match[2] else None, int(match[1]))
    if match := _BIRTHDAY_MONTH.fullmatch(text):
        month, year = (month_number(match[1]), match[2]) if match[1] else (int(match[4]), match[3])
        if year and not today.year - _ELDEST <= int(year) <= today.year:
            raise BadValueError("not_a_birthday")
        return make_birthday(None, month, int(year) if year else None)
    if match := _BIRTHDAY_WORDS.fullmatch(text):
        return make_birthday(int(match[1] or match[4]), month_number(match[2] or match[3]))
    if match := _BIRTHDAY_DIGITS.fullmatch(text):
        return make_birthday(int(match[1]), int(match[2]))
    if match := _SHORT_YEAR.fullmatch(text):
        month = int(match[3]) if match[3] else month_number(match[4])
        return make_birthday(int(match[1]), month, _century(int(match[5]), today))
    return None


def make_birthday(day: int | None, month: int, year: int | None = None) -> Birthday:
    """Raises `BadValueError("not_a_birthday")` for a day that is not in the calendar."""
    try:
        date(year or _LEAP_YEAR, month, 1 if day is None else day)
    except ValueError:
        raise BadValueError("not_a_birthday") from None
    return Birthday(day, month, year)


def _century(short: int, today: date) -> int:
    likely = [year for year in (1900 + short, 2000 + short) if _YOUNGEST <= today.year - year <= _OLDEST]
    if len(likely) != 1:
        raise BadValueError("not_a_birthday")
    return likely[0]


_TAX_WEIGHTS = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)


def is_tax_number(text: str) -> bool:
    """ИНН of 10 or 12 digits whose check digits agree (weights of the Federal Tax Service's order)."""
    if not re.fullmatch(r"[0-9]{10}|[0-9]{12}", text):
        return False
    digits = [int(sign) for sign in text]
    checks = (9,) if len(digits) == 10 else (10, 11)  # noqa: PLR2004
    return all(
        sum(weight * digit for weight, digit in zip(_TAX_WEIGHTS[11 - at :], digits[:at], strict=True))
        % 11
        % 10
        == digits[at]
        for at in checks
    )


def find_tax_number(value: Value) -> str | None:
    """The tax number of «ИНН» or «ИНН/КПП» as printed, a zero that a number cell has lost put back.

    Check digits are asked for only where a zero was put back. None for a blank.
    """
    if is_blank(value):
        return None
    text = clean_text(value).upper().removeprefix("ИНН").strip(" :№")
    head = re.split(r"[/\\,; ]", text, maxsplit=1)[0].strip()
    if re.fullmatch(r"[0-9]{10}|[0-9]{12}", head):
        return head
    padded = "0" + head
    if re.fullmatch(r"[0-9]{9}|[0-9]{11}", head) and is_tax_number(padded):
        return padded
    raise BadValueError("not_a_tax_number")


def parse_tax_number(value: Value) -> str | None:
    """As `find_tax_number`, and its check digits must agree."""
    found = find_tax_number(value)
    if found is not None and not is_tax_number(found):
        raise BadValueError("not_a_tax_number")
    return found


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as written, and in E.164 where it is a possible number (else None)."""

    text: str
    e164: str | None = None


def parse_phones(value: Value, region: str = "RU") -> tuple[Phone, ...]:
    """All numbers of a cell, in their order; commas, semicolons and line breaks part them."""
    raw = value if isinstance(value, str) else clean_text(value)
    parts = (clean_text(part) for part in re.split(r"[,;\r\n]+|\s/\s|\s{2,}(?=[+8])", raw))
    return tuple(parse_phone(part, region) for part in parts if part and re.search(r"\d", part))


def parse_phone(text: str, region: str = "RU") -> Phone:
    """One number; an extension or a remark stays in `text`."""
    import phonenumbers  # type: ignore[import-untyped, unused-ignore]

    shown = clean_text(text)
    try:
        number = phonenumbers.parse(shown, region)
    except phonenumbers.NumberParseException:
        return Phone(shown)
    if not phonenumbers.is_possible_number(number):
        return Phone(shown)
    return Phone(shown, str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)))
