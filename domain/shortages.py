"""Goods that are not in stock: what lacks, where a wish stands, when logistics is asked again, what stands in for what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

from domain.calendar import WorkCalendar
from domain.errors import ProzvonError
from domain.periods import at_local

NONE: Final = Decimal(0)
HUNDRED: Final = 100


class ArrivalError(ProzvonError):
    """No day, one that has passed, or no quantity beside it; facts: text."""

    code = "arrival"


class ShortageState(StrEnum):
    """OPEN: the manager decides. ASKED: logistics does. WAITING for the promised day; ARRIVED: the client is to be called.

    ORDERED, REPLACED by an analogue and DROPPED (demand that is lost) are its ends.
    """

    OPEN = "open"
    ASKED = "asked"
    WAITING = "waiting"
    ARRIVED = "arrived"
    ORDERED = "ordered"
    REPLACED = "replaced"
    DROPPED = "dropped"


class RequestState(StrEnum):
    """What logistics has said of one product for all who wait for it."""

    OPEN = "open"
    PROMISED = "promised"
    ANALOGUE = "analogue"
    NEVER = "never"
    ARRIVED = "arrived"


WAITS: Final = (ShortageState.ASKED, ShortageState.WAITING)
UNDECIDED: Final = (ShortageState.OPEN, *WAITS)
GOING_ON: Final = (*UNDECIDED, ShortageState.ARRIVED)
LIVE: Final = (RequestState.OPEN, RequestState.PROMISED)


@dataclass(frozen=True, slots=True)
class ShortageSettings:
    """Logistics is reminded after `answer_hours` within the day, then each working day at `day_start`.

    The day after a promised one, at `day_start`, logistics is asked where the goods are. An analogue costs at most
    `price_percent` more or less.
    """

    answer_hours: int = 4
    day_start: time = time(9)
    day_end: time = time(18)
    price_percent: int = 25


def missing_of(quantity: Decimal, stock: Decimal | None) -> Decimal:
    """What is not there of `quantity`; 0 where there is enough, or nobody knows the stock."""
    if stock is None:
        return NONE
    return max(quantity - max(stock, NONE), NONE)


def first_nudge(local: datetime, calendar: WorkCalendar, settings: ShortageSettings) -> datetime:
    """`local` is aware. What does not fit into this working day is asked at the next one's start."""
    due = local + timedelta(hours=settings.answer_hours)
    if calendar.is_working(local.date()) and due <= at_local(local.date(), settings.day_end, local):
        return due
    return next_nudge(local, calendar, settings)


def next_nudge(local: datetime, calendar: WorkCalendar, settings: ShortageSettings) -> datetime:
    return at_local(calendar.next_working(local.date()), settings.day_start, local)


def ask_arrival_at(
    promised: date, local: datetime, calendar: WorkCalendar, settings: ShortageSettings
) -> datetime:
    """When it is asked whether the goods of a promised day have come."""
    return at_local(calendar.next_working(max(promised, local.date())), settings.day_start, local)


@dataclass(frozen=True, slots=True)
class Offer:
    """A product that might stand in for another; kopecks, `taken` as often as this client took it lately."""

    id: int
    name: str
    unit: str
    pack_size: Decimal | None
    stock: Decimal | None
    price: int | None
    taken: int = 0


def pick_analogues(
    wanted: Offer, offers: Iterable[Offer], settings: ShortageSettings, most: int, needed: Decimal = NONE
) -> list[Offer]:
    """Of the same unit and pack, of nearly the same price: what the client takes first, then the nearest price.

    In stock as much as is `needed`: what lacks as well only puts the same question again.
    """
    enough = (one for one in offers if one.stock is None or (one.stock > 0 and one.stock >= needed))
    fitting = [one for one in enough if one.id != wanted.id and _fits(wanted, one, settings)]
    return sorted(fitting, key=lambda one: (-one.taken, _distance(wanted, one), one.id))[:most]


def _fits(wanted: Offer, one: Offer, settings: ShortageSettings) -> bool:
    if (one.unit, one.pack_size) != (wanted.unit, wanted.pack_size):
        return False
    if wanted.price is None or one.price is None:
        return True
    return _distance(wanted, one) * HUNDRED <= settings.price_percent * wanted.price


def _distance(wanted: Offer, one: Offer) -> int:
    return abs((one.price or 0) - (wanted.price or 0)) if wanted.price is not None else 0
