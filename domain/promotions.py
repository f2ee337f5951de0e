"""Promotions as reasons to call: for whom one is, and which of several is spoken of first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from domain.clients import ClientKind
from domain.errors import ProzvonError
from domain.reasons import ClientClass
from domain.search import normalise

LONGEST_SCRIPT: Final = 500
LONGEST_NAME: Final = 100
MOST_ACTIVE: Final = 20
STEM: Final = 4


class Audience(StrEnum):
    """Whether clients, leads or both are called."""

    ALL = "all"
    CLIENTS = "client"
    LEADS = "lead"


class PromotionReply(StrEnum):
    """What a client said to it; each is «told»."""

    TOLD = "told"
    INTERESTED = "interested"
    DECLINED = "declined"


class PromotionError(ProzvonError):
    """What was typed is no such part of a promotion; facts: field, text."""

    code = "promotion"


@dataclass(frozen=True, slots=True)
class Aim:
    """For whom: no `classes` and no `industries` are any. `industries` are words as typed."""

    classes: frozenset[ClientClass] = frozenset()
    audience: Audience = Audience.ALL
    industries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What is known of a client."""

    kind: str
    client_class: str
    industry: str


@dataclass(frozen=True, slots=True)
class Promotion:
    """`group` are the goods that it is about, where it is about some; no `team_id`: of everybody. Days are both included."""

    id: int
    name: str
    script: str
    starts: date
    ends: date
    aim: Aim
    group: str = ""
    team_id: int | None = None

    def is_on(self, day: date) -> bool:
        return self.starts <= day <= self.ends


def is_for(aim: Aim, client: Target) -> bool:
    """A word of the industry fits by its stem: «кафе» fits «кафе и рестораны», «стройка» fits «строительство»."""
    if aim.audience is not Audience.ALL and client.kind != ClientKind(aim.audience.value):
        return False
    if aim.classes and client.client_class not in aim.classes:
        return False
    return not aim.industries or any(_fits(word, client.industry) for word in aim.industries)


def _fits(wanted: str, industry: str) -> bool:
    known = _words(industry)
    return all(any(_alike(word, one) for one in known) for word in _words(wanted))


def _words(text: str) -> list[str]:
    return [word for word in normalise(text).split() if len(word) > 1]


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= STEM and one[:STEM] == other[:STEM])


def pick(
    promotions: Iterable[Promotion], client: Target, day: date, done: Collection[int]
) -> Promotion | None:
    """The one to tell this client on `day`: what ends first, then the oldest; none that is `done` with the client."""
    fitting = [one for one in promotions if one.id not in done and one.is_on(day) and is_for(one.aim, client)]
    return min(fitting, key=lambda one: (one.ends, one.id), default=None)


def check_name(text: str) -> str:
    """Raises `PromotionError` for an empty one or one that is too long."""
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_NAME:
        raise PromotionError(field="name", text=name[:LONGEST_NAME])
    return name


def check_script(text: str) -> str:
    script = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
    if not script or len(script) > LONGEST_SCRIPT:
        raise PromotionError(field="script", text=str(len(script)))
    return script


def check_dates(starts: date, ends: date, today: date) -> None:
    if ends < max(starts, today):
        raise PromotionError(field="dates", text=f"{ends:%d.%m.%Y}")
