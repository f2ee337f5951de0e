"""Norms of the day and the pace against them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction

from domain.outcomes import Counter
from domain.periods import at_local


@dataclass(frozen=True, slots=True)
class NormSettings:
    """Counts of a working day, and the local hours by which the pace is judged."""

    calls: int = 30
    phone_offers: int = 20
    email_offers: int = 50
    day_start: time = time(9)
    day_end: time = time(18)
    check_at: time = time(15)
    check_percent: int = 50


@dataclass(frozen=True, slots=True)
class DayCounters:
    """What a person did in one local day."""

    calls: int = 0
    reached: int = 0
    phone_offers: int = 0
    email_offers: int = 0
    orders: int = 0
    promises: int = 0

    @classmethod
    def of(cls, counters: Iterable[Counter]) -> "DayCounters":
        """From the counters of logged outcomes, each occurrence once."""
        seen = list(counters)
        return cls(
            calls=seen.count(Counter.ATTEMPT),
            reached=seen.count(Counter.REACHED),
            phone_offers=seen.count(Counter.PHONE_OFFER),
            email_offers=seen.count(Counter.EMAIL_OFFER),
            orders=seen.count(Counter.ORDER),
            promises=seen.count(Counter.PROMISE),
        )

    def __add__(self, other: "DayCounters") -> "DayCounters":
        return DayCounters(
            self.calls + other.calls,
            self.reached + other.reached,
            self.phone_offers + other.phone_offers,
            self.email_offers + other.email_offers,
            self.orders + other.orders,
            self.promises + other.promises,
        )


class OfferKind(StrEnum):
    """Offers that are counted: made by phone, sent by e-mail."""

    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Pace:
    """`expected` is what the clock asks for by now; `left` what remains to the norm."""

    done: int
    norm: int
    expected: int
    left: int
    behind: bool


def elapsed_share(at: datetime, settings: NormSettings) -> Fraction:
    """How much of the working day has passed at `at` (aware, local): 0 before it, 1 after it."""
    start = at_local(at.date(), settings.day_start, at)
    length = at_local(at.date(), settings.day_end, at) - start
    if length <= timedelta(0):
        return Fraction(1)
    share = Fraction((at - start) // timedelta(seconds=1), length // timedelta(seconds=1))
    return min(max(share, Fraction(0)), Fraction(1))


def pace(done: int, norm: int, at: datetime, settings: NormSettings) -> Pace:
    """The pace toward a norm by the clock, whole calls rounded down: nobody is behind by half a call."""
    expected = int(norm * elapsed_share(at, settings))
    return Pace(done, norm, expected, max(norm - done, 0), done < expected)


def is_behind(pace: Pace, settings: NormSettings) -> bool:
    """The manager's own warning: less than `check_percent` of what the clock asks for by now."""
    return pace.done * 100 < pace.expected * settings.check_percent


def is_below_half(calls: int, at: datetime, settings: NormSettings, *, norm: int | None = None) -> bool:
    """The lead's exception: from 15:00 on, fewer calls than half the norm (of a person, if `norm` is given)."""
    wanted = settings.calls if norm is None else norm
    return at.time() >= settings.check_at and calls * 100 < wanted * settings.check_percent
