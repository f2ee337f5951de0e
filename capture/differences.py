"""Lines of a reconciliation as a manager types them: «1203: у них 90 000», «1250 нет у них», the rest is a comment."""

import re
from dataclasses import dataclass
from typing import Final

from capture.answers import read_amount

MOST_LINES: Final = 20
LONGEST: Final = 200
_THEIRS: Final = (
    r"у\s+них|у\s+клиента|по\s+их\s+данным|по\s+данным\s+клиента|their(?:s|\s+books)?|they\s+have"
)
_OURS: Final = r"у\s+нас|по\s+нашим\s+данным|ours?|we\s+have"
_SIDE: Final = re.compile(rf"\b(?:(?P<theirs>{_THEIRS})|(?P<ours>{_OURS}))\b", re.IGNORECASE)
_NONE: Final = re.compile(
    r"\b(?:нет|нету|отсутствует|не\s+учтен[аоы]?|не\s+учтён|missing|none)\b", re.IGNORECASE
)
_NONE_AT: Final = re.compile(r"\b(?:нет|нету|missing)\s+(?:у\s+(?:них|клиента)|there)\b", re.IGNORECASE)
_NONE_HERE: Final = re.compile(r"\b(?:нет|нету)\s+у\s+нас\b", re.IGNORECASE)
_SPLIT: Final = re.compile(r"\s*(?::|=|\s[-–—]\s)\s*")
_EDGES: Final = " ,;.:=-–—()"
_DOCUMENT: Final = r"(?P<document>(?=.*\d)\S.*?)"
_GONE: Final = re.compile(rf"{_DOCUMENT}\s+(?:нет|нету|missing)", re.IGNORECASE)
# a figure with a point and nothing before it but «от» is a day
_LAST_SUM: Final = re.compile(
    rf"^{_DOCUMENT}(?<!\sот)\s+(?P<sum>\d{{1,3}}(?:[ \u00a0]\d{{3}})+(?:[.,]\d{{1,2}})?|\d+(?:,\d{{1,2}})?)\s*(?:р\.?|руб\.?|₽)?$"
)


@dataclass(frozen=True, slots=True)
class SaidDifference:
    """A document by its name or number, and the client's figure of it in kopecks; `ours` where the line says that too."""

    document: str
    theirs: int
    ours: int | None = None


def read_differences(text: str) -> tuple[tuple[SaidDifference, ...], str]:
    """The lines that name a document and a sum, and all the others as a comment. A line is never half understood."""
    found: list[SaidDifference] = []
    rest: list[str] = []
    for line in re.split(r"[\n;]+", text):
        said = _read(" ".join(line.split())) if len(found) < MOST_LINES else None
        if said is not None:
            found.append(said)
        elif line.strip():
            rest.append(line.strip())
    return tuple(found), " ".join(rest)


def _read(line: str) -> SaidDifference | None:
    if not line or len(line) > LONGEST:
        return None
    absent = _NONE_AT.search(line)
    if absent:
        return _named(line[: absent.start()] + line[absent.end() :], 0)
    here = _NONE_HERE.search(line)
    if here:
        return _absent_here(line[: here.start()] + " " + line[here.end() :])
    sides = list(_SIDE.finditer(line))
    return _by_sides(line, sides) if sides else _bare(line)


def _bare(line: str) -> SaidDifference | None:
    """«1203: 90 000», «1203 нет», «1203 90 000»: the sum is the client's."""
    parts = _SPLIT.split(line, maxsplit=1)
    if len(parts) == 2:  # noqa: PLR2004 - a document and its sum
        theirs = _amount(parts[1])
        return None if theirs is None else _named(parts[0], theirs)
    if gone := _GONE.fullmatch(line):
        return _named(gone["document"], 0)
    last = _LAST_SUM.match(line)
    theirs = read_amount(last["sum"]) if last else None
    return None if last is None or theirs is None else _named(last["document"], theirs)


def _by_sides(line: str, sides: list[re.Match[str]]) -> SaidDifference | None:
    """«1203: у нас 120 500, у них 90 000»: each figure follows whose it is."""
    figures: dict[str, int] = {}
    ends = [*(one.start() for one in sides[1:]), len(line)]
    for one, end in zip(sides, ends, strict=True):
        amount = _amount(line[one.end() : end])
        if amount is None:
            return None
        figures["theirs" if one["theirs"] else "ours"] = amount
    if "theirs" not in figures:
        return None
    return _named(line[: sides[0].start()], figures["theirs"], figures.get("ours"))


def _absent_here(line: str) -> SaidDifference | None:
    """«платёж 718 на 5000, нет у нас»."""
    sides = list(_SIDE.finditer(line))
    said = _by_sides(line, sides) if sides else _read(line.strip(_EDGES))
    return None if said is None else SaidDifference(said.document, said.theirs, 0)


def _amount(text: str) -> int | None:
    clean = text.strip(_EDGES)
    if _NONE.fullmatch(clean):
        return 0
    return 0 if clean in {"0", "0,00", "0.00"} else read_amount(clean)


def _named(document: str, theirs: int, ours: int | None = None) -> SaidDifference | None:
    name = document.strip(_EDGES).removesuffix(" на").strip(_EDGES)
    return SaidDifference(name, theirs, ours) if name else None


def finds(said: str, document: str) -> bool:
    """Whether what was typed means this document: its number among the numbers of the name, or the name itself."""
    typed, known = said.casefold(), document.casefold()
    if typed in known and not typed.isdigit():
        return True
    numbers = re.findall(r"\d+", typed)
    return bool(numbers) and numbers[0].lstrip("0") in {
        one.lstrip("0") for one in re.findall(r"\d+", known)[:1]
    }


def names_payment(said: str) -> bool:
    """Whether what was typed is money, and no goods."""
    return re.search(r"\b(?:оплат|плат[её]ж|п/п|payment)", said, re.IGNORECASE) is not None
