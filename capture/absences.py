"""«отпуск Анны 12–26.06 → Ира», «больничный до пятницы», «vacation 1–14.12 → Igor»: who is away, when, and who stands in."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from capture.day_spans import read_days_off
from domain.absences import AbsenceKind
from domain.calendar import WorkCalendar

_KINDS: Final = (
    (AbsenceKind.VACATION, r"(?:в\s+)?отпуск(?:е|а|у)?|vacation|holidays?|(?:annual\s+)?leave"),
    (AbsenceKind.SICK, r"(?:на\s+)?больничн(?:ый|ом|ого)|бол(?:ею|еет)|забол(?:ел|ела|ею)|sick(?:\s+leave)?"),
    (AbsenceKind.TRIP, r"(?:в\s+)?командировк(?:а|е|у|и)|business\s+trip|trip"),
    (
        AbsenceKind.OTHER,
        r"отгул(?:ы|е)?|отсутств(?:ие|ую|ует)|(?:меня\s+)?не\s+будет|нет\s+на\s+месте|day\s+off|absent|away",
    ),
)
_DEPUTY: Final = re.compile(
    r"\s*(?:→|[-=]+>|⇒|\bвместо\s+(?:меня|неё|нее|него)\b|\bза\s+(?:меня|неё|нее|него)\b|\bзамещает\b|\bзамещать\s+будет\b"
    r"|\bзаместитель\b|\bзаменит\b|\bdeputy\b|\bcovered\s+by\b)[:\s—–-]*",
    re.IGNORECASE,
)
_OWNER: Final = re.compile(r"\s*(?:(?P<who>[^\W\d_][\w-]*)['’]s|my)\s+", re.IGNORECASE)
_TRAILING: Final = re.compile(r"[\s,;:.—–-]+$")


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """`who` and `deputy` are names as typed, empty where nobody was named; days None where no days were read."""

    kind: AbsenceKind
    who: str
    first: date | None
    last: date | None
    deputy: str


def is_absence(text: str) -> bool:
    """Whether the line begins with a word for being away, so that it is about one of us, not about a client."""
    return _kind(text) is not None


def read_absence(text: str, today: date, calendar: WorkCalendar) -> AbsenceLine | None:
    """None for a line that is about something else."""
    found = _kind(text)
    if found is None:
        return None
    kind, rest = found
    parts = _DEPUTY.split(rest, maxsplit=1)
    deputy = _TRAILING.sub("", parts[1]).strip() if len(parts) > 1 else ""
    words = _TRAILING.sub("", parts[0]).split()
    for at in range(len(words) + 1):
        span = read_days_off(" ".join(words[at:]), today, calendar) if words[at:] else None
        if span is not None:
            return AbsenceLine(kind, _named(words[:at]), *span, deputy)
    for end in range(len(words), 0, -1):  # «отпуск 12–26.06 Анна»
        span = read_days_off(" ".join(words[:end]), today, calendar)
        if span is not None:
            return AbsenceLine(kind, _named(words[end:]), *span, deputy)
    return AbsenceLine(kind, _named(words), None, None, deputy)


def _named(words: list[str]) -> str:
    """«у Анны» is Анна; «у меня» and «мой» name nobody."""
    named = words[1:] if words and words[0].casefold() in {"у", "для", "of", "for"} else words
    typed = _TRAILING.sub("", " ".join(named)).strip(" :,")
    return "" if typed.casefold() in {"меня", "мне", "мой", "я", "me", "my", "mine"} else typed


def _kind(text: str) -> tuple[AbsenceKind, str] | None:
    """With the rest of the line; whose it is goes before the days, as it stands in «отпуск Анны 12–26.06»."""
    owner = _OWNER.match(text)
    begun, who = (text[owner.end() :], owner["who"] or "") if owner else (text, "")
    for kind, words in _KINDS:
        match = re.match(rf"\s*(?:{words})(?=[\s:,→=-]|$)[\s:,]*", begun, re.IGNORECASE)
        if match is not None:
            return kind, f"{who} {begun[match.end() :]}".lstrip()
    return None
