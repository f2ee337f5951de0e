"""The New Year wave: on which working day before the holidays a client is wished a happy new year.

Everybody has a day of his own, by his class and his own number alone: who comes, goes or changes class moves nobody else, so nobody
is announced twice. The days of a class are filled evenly because neighbouring numbers are spread by the golden ratio.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from domain.calendar import WorkCalendar
from domain.reasons import ClientClass

# 2^32 divided by the golden ratio: multiplicative hashing as Knuth describes it, The Art of Computer Programming, 6.4.
_GOLDEN: Final = 2_654_435_769
_BITS: Final = 32
DECEMBER: Final = 12


@dataclass(frozen=True, slots=True)
class WaveSettings:
    """Working days given to each class, A first; ten are two weeks. The last working day of the year is kept for who is left."""

    days_a: int = 2
    days_b: int = 3
    days_c: int = 5

    def __post_init__(self) -> None:
        if min(self.days_a, self.days_b, self.days_c) < 1:
            raise ValueError("every class needs a day of the new year wave")

    @property
    def days(self) -> Mapping[ClientClass, int]:
        return MappingProxyType(
            {ClientClass.A: self.days_a, ClientClass.B: self.days_b, ClientClass.C: self.days_c}
        )


def last_working_day(year: int, calendar: WorkCalendar) -> date:
    return calendar.on_or_before(date(year, DECEMBER, 31))


@lru_cache(maxsize=8)
def wave(year: int, calendar: WorkCalendar, settings: WaveSettings) -> tuple[date, ...]:
    """Its days, ascending; the year is the one that ends."""
    last = last_working_day(year, calendar)
    count = sum(settings.days.values())
    return tuple(calendar.working_days(calendar.add(last, -count), calendar.previous_working(last)))


def wave_day(
    client_id: int, client_class: ClientClass, year: int, calendar: WorkCalendar, settings: WaveSettings
) -> date:
    """The day of one client. Whoever has a day gone by and was not told (new, or of another class since) is told today."""
    start = 0
    for each, count in settings.days.items():
        if each is client_class:
            part = client_id * _GOLDEN % (1 << _BITS) * count >> _BITS
            return wave(year, calendar, settings)[start + part]
        start += count
    raise ValueError(f"no days for class {client_class}")
