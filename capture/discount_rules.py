"""«масло от 50 кор 5 %», «Ромашка 3 % на всё до 31.12», «молоко −10 % до пятницы»: the parts of a rule of a discount, as a lead types it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, TypeVar

from capture.answers import read_amount
from capture.day_spans import read_span
from domain.calendar import WorkCalendar
from domain.units import Unit, find_unit

T = TypeVar("T")
LONGEST: Final = 200
LONGEST_TERM: Final = 5
_PERCENT: Final = re.compile(r"[-−–]?\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|проц\w*|percent)", re.IGNORECASE)
_QUANTITY: Final = re.compile(r"\b(?:от|from)\s+(\d[\d\s]*(?:[.,]\d+)?)\s*([^\W\d_]+\.?)?", re.IGNORECASE)
_MONEY: Final = re.compile(r"\b(?:от|from)\s+([\d\s.,]+\s*(?:тыс\w*\.?|т\.?р\.?|тыр|млн|к|k|руб\w*\.?|р\.?|₽)[\s₽]*(?:руб\w*|₽)?)(?=\s|$)", re.IGNORECASE)  # fmt: skip
_CLASS: Final = re.compile(r"\b(?:класс\w*|class)\s+([abcавс])\b", re.IGNORECASE)
_COLUMN: Final = re.compile(r"\b(?:колонк\w+|column)\s+[«\"“]?([^«»\"“”\d%]+?)[»\"”]?(?=\s+(?:на|on|от|from|до|until)\s|\s*[-−–]?\s*\d|\s*$)", re.IGNORECASE)  # fmt: skip
_ON: Final = re.compile(r"(?:^|\s)(?:на|on)\s+", re.IGNORECASE)
_TERM: Final = re.compile(r"(?:^|\s)(?:с|со|до|по|на|from|until|till)\s", re.IGNORECASE)
_ALL: Final = re.compile(r"^(?:вс[её]|все товары|весь ассортимент|everything|all)$", re.IGNORECASE)
_IDLE: Final = re.compile(r"\b(?:скидка|скидку|скидки|акция|заказ\w*|сумм\w+|discount|order|клиент\w*|client)\b", re.IGNORECASE)  # fmt: skip
_LIMIT: Final = re.compile(
    r"^\s*(?:лимит|limit)\s+(\D+?)\s*[-—–:]?\s*(\d{1,3}(?:[.,]\d+)?)\s*%\s*$", re.IGNORECASE
)
_PROMOTION: Final = re.compile(
    r"^\s*(?:акция|по акции|promotion|promo)\s+[«\"“]?(.+?)[»\"”]?\s*:\s*(\S.*)$", re.IGNORECASE
)
_LATIN: Final = str.maketrans("авсАВС", "abcABC")


@dataclass(frozen=True, slots=True)
class RuleWords:
    """`subject` names goods or a client, `goods` only goods («на …»); `every`: everything was said. `amount` in kopecks."""

    percent: Decimal
    subject: str = ""
    goods: str = ""
    every: bool = False
    client_class: str | None = None
    column: str | None = None
    quantity: Decimal | None = None
    unit: Unit | None = None
    amount: int | None = None
    starts: date | None = None
    ends: date | None = None


def read_rule(text: str, today: date, calendar: WorkCalendar) -> RuleWords | None:
    """None where there is no percent, or two."""
    found = _PERCENT.findall(text)
    if len(found) != 1 or len(text) > LONGEST:
        return None
    percent = Decimal(found[0].replace(",", "."))
    # What stands after the percent says on what and until when; the order of the rest is free.
    before, _, after = _PERCENT.sub(" \x00 ", text).partition("\x00")
    rest = f"{before.strip()} {after.strip()}".strip()
    rest, amount = _taken(_MONEY, rest, read_amount)
    rest, quantity, unit = _quantity(rest)
    rest, grade = _taken(_CLASS, rest, lambda said: said.translate(_LATIN).upper())
    rest, column = _taken(_COLUMN, rest, str.strip)
    rest, starts, ends = _term(rest, today, calendar)
    rest = " ".join(_IDLE.sub(" ", rest).split())
    subject, goods = rest, ""
    on = _ON.search(rest)
    if on is not None:
        subject, goods = rest[: on.start()], rest[on.end() :]
    subject, goods = _clean(subject), _clean(goods)
    every = bool(_ALL.match(goods) or _ALL.match(subject))
    if quantity is not None and unit is None and not (subject or goods):
        amount, quantity = int(quantity * 100), None
    return RuleWords(
        percent,
        "" if _ALL.match(subject) else subject,
        "" if _ALL.match(goods) else goods,
        every,
        grade,
        column,
        quantity,
        unit,
        amount,
        starts,
        ends,
    )


def read_limit(text: str) -> tuple[str, Decimal] | None:
    """«лимит Анна 7 %»: whose, and the percent."""
    found = _LIMIT.match(text[:LONGEST])
    return (found[1].strip(), Decimal(found[2].replace(",", "."))) if found is not None else None


def read_promotion(text: str) -> tuple[str, str] | None:
    """«акция Весенняя: 5 % на масло»: the promotion, and the rule that it brings."""
    found = _PROMOTION.match(text[:LONGEST])
    return (found[1].strip(), found[2].strip()) if found is not None else None


def _clean(text: str) -> str:
    return text.strip(' \t,.;:—–-−«»"')


def _taken(pattern: re.Pattern[str], text: str, read: Callable[[str], T | None]) -> tuple[str, T | None]:
    found = pattern.search(text)
    value = read(found[1]) if found is not None else None
    if found is None or value is None:
        return text, None
    return f"{text[: found.start()]} {text[found.end() :]}", value


def _quantity(text: str) -> tuple[str, Decimal | None, Unit | None]:
    found = _QUANTITY.search(text)
    if found is None:
        return text, None, None
    unit = find_unit(found[2]) if found[2] else None
    end = found.end() if unit is not None else found.end(1)
    number = Decimal(re.sub(r"\s", "", found[1]).replace(",", "."))
    return f"{text[: found.start()]} {text[end:]}", number, unit


def _term(text: str, today: date, calendar: WorkCalendar) -> tuple[str, date | None, date | None]:
    """The longest run of words that says when, from «с», «до» or «на»."""
    words = text.split()
    for start in range(len(words)):
        if not _TERM.match(f"{words[start]} "):
            continue
        for end in range(min(len(words), start + LONGEST_TERM), start + 1, -1):
            span = read_span(" ".join(words[start:end]), today, calendar)
            if span is not None:
                rest = " ".join([*words[:start], *words[end:]])
                return rest, span[0], span[1]
    return text, None, None
