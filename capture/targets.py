"""«цели Анна июль: продажи 3 млн, новые 4, договоры 4, звонки 630»: whose, of which month, what; as a lead types it."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from capture.answers import read_amount
from domain.periods import month_start
from domain.targets import LARGEST, MONEY, TargetKind

LONGEST: Final = 400
FEWEST_KOPECKS: Final = 100_000  # less than a thousand roubles is a slip: «3» for «3 млн»
MOST_COUNT: Final = 1_000_000
_STARTS: Final = re.compile(r"^\s*(?:цели|цель|targets?)\b\s*[:,-]?\s*", re.IGNORECASE)
_WORD: Final = re.compile(r"\s*(?:(?:мои|my)\s+)?(?:цели|targets)\s*[?.!]?\s*", re.IGNORECASE)
_PIECE: Final = re.compile(r"[;\n]|,(?!\d{3}\b|\d+\s*(?:млн|тыс|m\b))|\s+(?:и|and)\s+", re.IGNORECASE)
_PERCENT: Final = re.compile(r"^([+\-−–])\s*(\d{1,3})\s*(?:%|проц\w*|percent)$", re.IGNORECASE)
_COUNT: Final = re.compile(r"^(\d[\d\s]*)\s*(?:шт\.?|клиент\w*|client\w*)?$", re.IGNORECASE)
_SHORT: Final = re.compile(r"^(\d[\d\s]*(?:[.,]\d+)?)\s*(m|mln|k|к)$", re.IGNORECASE)
_NOTHING: Final = re.compile(r"^(?:нет|убрать|без цели|none|no|-|—|–)$", re.IGNORECASE)
_EVERY: Final = frozenset({"всем", "все", "каждому", "all", "everybody", "everyone"})
_TEAM: Final = frozenset({"команда", "команде", "команды", "отдел", "отделу", "team"})
_IDLE: Final = frozenset({"на", "за", "по", "для", "месяц", "for", "of", "in", "the"})
_KINDS: Final[tuple[tuple[str, TargetKind], ...]] = (
    (r"продаж\w*|выручк\w*|оборот\w*|sales|revenue|turnover", TargetKind.SALES),
    (r"акб|актив\w*(?:\s+(?:баз\w*|клиент\w*))?|active(?:\s+(?:base|clients))?", TargetKind.ACTIVE_BASE),
    (r"нов\w*(?:\s+клиент\w*)?|new(?:\s+clients?)?", TargetKind.NEW_CLIENTS),
    (r"договор\w*|контракт\w*|contracts?", TargetKind.CONTRACTS),
    (r"звон\w*|calls?", TargetKind.CALLS),
    (r"кп|предложен\w*|offers?", TargetKind.OFFERS),
    (r"просроч\w*|дебитор\w*|долг\w*|overdue|receivables?|debts?", TargetKind.RECEIVABLES),
)
_KIND: Final = tuple(
    (re.compile(rf"^(?:{words})\b(?!\s+[-−–]\d)\s*[:=—–-]?\s*", re.IGNORECASE), kind)
    for words, kind in _KINDS
)
_ANY_KIND: Final = re.compile(rf"(?<!\w)(?:{'|'.join(words for words, _ in _KINDS)})\b", re.IGNORECASE)
# Whole words, so that «Мария» and «Августина» stay names.
_MONTHS: Final = (
    "янв январь января январе jan january",
    "фев февраль февраля феврале feb february",
    "мар март марта марте mar march",
    "апр апрель апреля апреле apr april",
    "май мая мае may",
    "июн июнь июня июне jun june",
    "июл июль июля июле jul july",
    "авг август августа августе aug august",
    "сен сент сентябрь сентября сентябре sep sept september",
    "окт октябрь октября октябре oct october",
    "ноя нояб ноябрь ноября ноябре nov november",
    "дек декабрь декабря декабре dec december",
)


@dataclass(frozen=True, slots=True)
class TargetWords:
    """`name` is a manager's as typed; `month` its first day, None where none was said. Sums in kopecks; None takes a target away.

    `percent` raises all that last month asked. `unread` are the pieces that nobody understands.
    """

    name: str = ""
    every: bool = False
    team: bool = False
    month: date | None = None
    values: dict[TargetKind, int | None] = field(default_factory=dict)
    percent: int | None = None
    unread: tuple[str, ...] = ()


def is_targets_line(text: str) -> bool:
    """Whether a line begins as one of targets."""
    return _STARTS.match(text) is not None and len(text) <= LONGEST


def is_targets_word(text: str) -> bool:
    """«цели», «мои цели»: they are to be shown."""
    return _WORD.fullmatch(text) is not None


def read_targets(text: str, today: date) -> TargetWords:
    """The line with or without its first word; a month that is named without a year is the nearest to `today`."""
    line = _STARTS.sub("", text[:LONGEST], count=1).strip()
    head, body = _parted(line)
    name, every, team, month = _whom(head, today)
    values: dict[TargetKind, int | None] = {}
    percent: int | None = None
    unread = []
    for piece in filter(None, (one.strip(" .") for one in _PIECE.split(body))):
        raised = _PERCENT.match(piece)
        if raised is not None:
            percent = int(raised[2]) * (1 if raised[1] == "+" else -1)
            continue
        found = _value(piece)
        if found is None:
            unread.append(piece)
        else:
            values[found[0]] = found[1]
    return TargetWords(name, every, team, month, values, percent, tuple(unread))


def read_value(kind: TargetKind, text: str) -> int | None:
    """Of one kind: kopecks of a sum, a count. None for what is neither, or cannot be meant."""
    said = text.strip().rstrip(".")
    if kind in MONEY:
        if said == "0" and kind is TargetKind.RECEIVABLES:
            return 0
        short = _SHORT.match(said)
        unit = "млн" if short and short[2].casefold().startswith("m") else "тыс"
        kopecks = read_amount(f"{short[1].strip()} {unit}" if short else said)
        return kopecks if kopecks is not None and FEWEST_KOPECKS <= kopecks <= LARGEST else None
    count = _COUNT.match(said)
    number = int(re.sub(r"\s", "", count[1])) if count else -1
    return number if 0 <= number <= MOST_COUNT else None


def _parted(line: str) -> tuple[str, str]:
    """Whose and when; and what: after a colon, else from the first kind or percent on."""
    head, colon, body = line.partition(":")
    if colon and not _ANY_KIND.search(head):
        return head, body
    found = _ANY_KIND.search(line) or re.search(r"[+−–-]\s*\d{1,3}\s*%", line)
    return (line[: found.start()], line[found.start() :]) if found else (line, "")


def _whom(head: str, today: date) -> tuple[str, bool, bool, date | None]:
    names: list[str] = []
    month: int | None = None
    year: int | None = None
    every = team = False
    for word in re.findall(r"[^\s,.]+", head):
        low = word.casefold().replace("ё", "е")
        number = _month(low)
        if low in _EVERY:
            every = True
        elif low in _TEAM:
            team = True
        elif number is not None and month is None:
            month = number
        elif re.fullmatch(r"20\d\d", low):
            year = int(low)
        elif low not in _IDLE and low not in {"г", "года"}:
            names.append(word)
    return " ".join(names), every, team, _nearest(month, year, today)


def _month(word: str) -> int | None:
    return next((number for number, forms in enumerate(_MONTHS, 1) if word in forms.split()), None)


def _nearest(month: int | None, year: int | None, today: date) -> date | None:
    if month is None:
        return None
    if year is not None:
        return date(year, month, 1)
    this = month_start(today)
    near = [this.replace(year=this.year + shift, month=month) for shift in (-1, 0, 1)]
    return min(near, key=lambda one: (abs((one - this).days), -one.toordinal()))


def _value(piece: str) -> tuple[TargetKind, int | None] | None:
    for pattern, kind in _KIND:
        found = pattern.match(piece)
        if found is None:
            continue
        rest = piece[found.end() :].strip()
        if _NOTHING.match(rest):
            return kind, None
        value = read_value(kind, rest)
        return None if value is None else (kind, value)
    return None


def is_none(text: str) -> bool:
    """«нет»: there is to be no target."""
    return _NOTHING.match(text.strip()) is not None
