"""«поручение Анне: позвонить в Ромашку до пятницы 15:00», «запрос бухгалтерии: …», «предложение: …», «объявление всем: …»."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from capture.answers import read_moment
from domain.calendar import WorkCalendar
from domain.errands import Aim, Pool, ProposalKind

_LONGEST: Final = 4096
_TERM_WORDS: Final = 6
_MOST_NAMES: Final = 4
_ERRAND: Final = re.compile(r"^(?:поручени[ея]|поручи(?:ть)?|задани[ея]|задача|errand|task)\b\s*(?:(?:for|to|для)\s+)?", re.IGNORECASE)  # fmt: skip
_GIVEN: Final = re.compile(r"^\s*(?:поручени[ея]|поручи(?:ть)?|errand)\b[^:\n]*:", re.IGNORECASE)
_EVERYBODY: Final = frozenset({"всем", "все", "команде", "everybody", "everyone", "all", "team"})
_AND: Final = re.compile(r"\s*(?:,|&|\bи\b|\band\b)\s*", re.IGNORECASE)
_NAMES: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’ &,-])*")
_REQUEST: Final = re.compile(
    r"^(?:запрос|заявка|request)\s+(?:(?:в|to|for)\s+)?(?:(?P<support>поддержк\w*(?:\s+продаж)?|саппорт\w*|(?:sales\s+)?support)|(?P<accountant>бухгалтери\w*|бух\w*|accounting|accountants?)|(?P<logistics>логист\w*|склад\w*|logistics))\s*[:—–-]\s*(?P<text>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_PROPOSAL: Final = re.compile(r"^(?:предложени[ея]|идея|proposal|idea)\s*(?P<about>по\s+\w+|on\s+\w+)?\s*[:—–]\s*(?P<text>.+)$", re.IGNORECASE | re.DOTALL)  # fmt: skip
_ANNOUNCED: Final = re.compile(r"^(?:объявлени[ея]|объяви(?:ть)?|announcement|announce)\b\s*(?:to\s+)?(?P<aim>[^:]{0,40}?)\s*:\s*(?P<text>.+)$", re.IGNORECASE | re.DOTALL)  # fmt: skip
_AIMS: Final = (
    (Aim.EVERYBODY, ("всем", "everybody", "everyone", "all")),
    (Aim.MANAGER, ("менеджер", "manager")),
    (Aim.SUPPORT, ("поддержк", "support")),
    (Aim.ACCOUNTANT, ("бух", "account")),
    (Aim.LOGISTICS, ("логист", "склад", "logist")),
    (Aim.TEAM, ("команд", "team")),
)
_KINDS: Final = (
    (ProposalKind.PRICES, re.compile(r"\bцен|\bскидк|\bнаценк|\bпрайс|\bpric|\bdiscount", re.IGNORECASE)),
    (ProposalKind.GOODS, re.compile(r"\bассортимент|\bтовар|\bпозици|\bввести|\bзавести|\bassortment|\bgoods|\bproduct|\bstock", re.IGNORECASE)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ErrandLine:
    """`whom` as it was typed, name by name; not `explicit`: only names and a colon, which may be no errand at all."""

    whom: tuple[str, ...]
    everybody: bool
    text: str
    explicit: bool


@dataclass(frozen=True, slots=True)
class RequestLine:
    pool: Pool
    text: str


def read_errand(text: str) -> ErrandLine | None:
    """None where nobody is named before a colon; «поручение: …» names nobody and is one."""
    if len(text) > _LONGEST or ":" not in text:
        return None
    head, _, said = text.strip().partition(":")
    prefix = _ERRAND.match(head)
    names = (head[prefix.end() :] if prefix else head).strip()
    if not said.strip() or "\n" in head:
        return None
    if names.casefold() in _EVERYBODY:
        return ErrandLine((), everybody=True, text=said.strip(), explicit=prefix is not None)
    whom = tuple(part for part in _AND.split(names) if part)
    if not prefix and (not whom or len(whom) > _MOST_NAMES or not _NAMES.fullmatch(names)):
        return None
    return ErrandLine(whom, everybody=False, text=said.strip(), explicit=prefix is not None)


def gives_errand(text: str) -> bool:
    """It says that it is one; a task may as well be one's own."""
    return _GIVEN.match(text) is not None


def read_names(text: str) -> tuple[str, ...]:
    """«Анне и Игорю» name by name."""
    return tuple(part for part in _AND.split(text.strip(" .:")[:_LONGEST]) if part)


def is_everybody(text: str) -> bool:
    return text.strip(" .:!").casefold() in _EVERYBODY


def read_request(text: str) -> RequestLine | None:
    found = _REQUEST.match(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    pool = next(one for one in Pool if found[one.value])
    return RequestLine(pool, found["text"].strip())


def read_proposal(text: str) -> tuple[ProposalKind, str] | None:
    """What it is about is told by its words; of work where nothing is said of goods or prices."""
    found = _PROPOSAL.match(text.strip()) if len(text) <= _LONGEST else None
    return None if found is None else (kind_of(f"{found['about'] or ''} {found['text']}"), found["text"].strip())  # fmt: skip


def kind_of(text: str) -> ProposalKind:
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), ProposalKind.WORK)


def read_announcement(text: str) -> tuple[Aim | None, str] | None:
    """None as the aim where it is not said, or not by words that are known."""
    found = _ANNOUNCED.match(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    said = found["aim"].casefold()
    aim = next((one for one, words in _AIMS if said and any(word in said for word in words)), None)
    return aim, found["text"].strip()


def split_term(
    text: str, now_local: datetime, calendar: WorkCalendar
) -> tuple[str, tuple[date, time | None] | None]:
    """The words, none where there is but a term, and the term at their end: «… до пятницы 15:00», «… завтра», «… by friday 3pm»."""
    words = text.rstrip(" .!").split()
    for size in range(min(_TERM_WORDS, len(words)), 0, -1):
        found = read_moment(" ".join(words[-size:]), now_local, calendar)
        if found is not None:
            return " ".join(words[:-size]).rstrip(" ,;—-"), found
    return text.strip(), None
