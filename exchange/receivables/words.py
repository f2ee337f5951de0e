"""Rows that are neither clients nor documents, by their first words."""

import re
from collections.abc import Iterable

from exchange.headers import Header, heading_words, load_synonyms, text_cells
from exchange.sheet import Sheet, Value
from exchange.values import clean_text

_TOTAL = re.compile(r"^(?:итого|всего|итог|общий итог|total|grand total)\b", re.IGNORECASE)
_FIRST_LETTERS = "иИвВоОtTgG"
_OF = re.compile(r"^[\s:,.-]*(?:по|за|для|на|by|for|of)\b", re.IGNORECASE)
_ENDING = re.compile(r"^(.*\S)\s+[-–—]?\s*(?:итог|итого|всего|total)\s*:?$", re.IGNORECASE)
_ASIDE = re.compile(
    r"^(?:\*|в т\.?\s?ч\.?(?!\w)|в том числе|из них|справочно|кроме того|(?:лист|страница|стр\.?|page)\s*№?\s*\d+(?:\s*(?:из|of|/)\s*\d+)?$)",
    re.IGNORECASE,
)
_MOVEMENTS = re.compile(
    r"^(?:карточка (?:сч[её]та|расч|взаиморасч|субконто)|акт сверки|отч[её]т по проводкам|журнал проводок)",
    re.IGNORECASE,
)
_BALANCES = re.compile(
    r"^(?:сальдо (?:начальное|конечное|на начало|на конец)|(?:начальное|конечное) сальдо|обороты? за период)",
    re.IGNORECASE,
)
_TO_SIGN = re.compile(
    r"^м\.\s?п\.?(?!\w)|\((?:подпись|расшифровка|ф\.?\s?и\.?\s?о\.?|должность|signature)\b|^подпис[ьи]\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:(?:гл|зам|ген|фин|ком)\w*\.?\s*(?:по \w+\s*)?(?:бух|дир)|кассир\b|экономист\b|ведущий\b|сдал\b|принял\b|утвержда|согласован)",
    re.IGNORECASE,
)
_LEGAL = re.compile(r"\b(?:ооо|оао|зао|пао|ао|ип|тоо|чп)\b|[\"«]", re.IGNORECASE)
_QUOTES = re.compile(r"[«\"][^«»\"]*[»\"]")
_TURNED = re.compile(
    r"\b(?:поступлени|оплат|плат[её]ж|выручк|продаж|отгруз|реализац|реестр накладн|заказ|возврат|sales|shipments|payments|orders|аванс|предоплат)",
    re.IGNORECASE,
)
_OWED = re.compile(
    r"долг|долж|задолж|дебит|сальдо|остат|расч[её]т|не\s?оплач|не\s?закрыт|не\s?погаш|просроч|к оплате|взыскан|ожида|debt|owe|outstanding|balance|receivable|unpaid|due|ageing|aging",
    re.IGNORECASE,
)
_SEARCHED = 1000


def total_label(value: Value) -> str | None:
    """The text of a cell that begins like a total («Итого по Ромашка»), else None."""
    if not isinstance(value, str) or not value:
        return None
    text = clean_text(value)
    return text if text and text[0] in _FIRST_LETTERS and _TOTAL.match(text) else None


def is_grand_total(label: str) -> bool:
    """Whether a total's label names no group of its own."""
    rest = {word.replace("ё", "е") for word in load_synonyms()["total_rest"]}
    return all(word in rest for word in heading_words(label))


def is_subtotal(label: str, recent: Iterable[str]) -> bool:
    """«Итого по Ромашка», «Ромашка Итог»: of a label that was read above, for clients are called «Всего понемногу» too."""
    beginning = _TOTAL.match(label) if label[0] in _FIRST_LETTERS else None
    if beginning:
        rest = label[beginning.end() :]
        return bool(_OF.match(rest)) or _is_known(rest, recent)
    ending = _ENDING.match(label) if label[-1] in "гоьlLГОЬ:" else None
    return ending is not None and _is_known(ending[1], recent)


def _is_known(text: str, recent: Iterable[str]) -> bool:
    words = set(heading_words(text)) or {clean_text(text)}
    return any(words <= (set(heading_words(label)) or {label}) for label in recent)


def is_signature(line: str, *, at_end: bool = False) -> bool:
    """A line to sign on («Гл. бухгалтер ____ /Смирнова/», «М.П.», «(подпись)»), or «Исполнитель: …».

    `at_end`, below all sums, an office and a name are enough: above them a client may be called «Директор».
    """
    if "___" in line or _TO_SIGN.search(line):
        return True
    first = re.split(r"[\s:]", line.lower(), maxsplit=1)[0].strip(".")
    if first not in load_synonyms()["service_rows"]:
        return bool(_OFFICE.match(line)) and at_end
    return ":" in line or (at_end and not _LEGAL.search(line))


def is_aside(label: str) -> bool:
    """«В т.ч. просрочено», «Справочно: …», a page's number: what repeats a part of other rows, or nothing."""
    return label[0] in "*вВиИсСкКлЛpP" and bool(_ASIDE.match(label))


def has_movements(sheet: Sheet, header: Header | None) -> bool:
    """A card of an account, an act, an analysis: balances stand in its rows, not in its columns."""
    titles = sheet.rows[: header.first] if header else sheet.rows[:_SEARCHED]
    if any(_MOVEMENTS.match(text) for row in titles for _, text in text_cells(row)):
        return True
    body = sheet.rows[header.last + 1 : _SEARCHED] if header else ()
    return any(
        any(_BALANCES.match(text) for _, text in text_cells(row)[:2]) and not (header and header.repeats(row))
        for row in body
    )


def tells_of_turnover(sheet: Sheet, header: Header) -> bool:
    """Titles that speak of sales, shipments or payments and of no debt: «Сумма» under them is none."""
    titles = " ".join(text for row in sheet.rows[: header.first] for _, text in text_cells(row))
    plain = _QUOTES.sub(" ", titles)
    return bool(_TURNED.search(plain)) and not _OWED.search(f"{titles} {sheet.name}")
