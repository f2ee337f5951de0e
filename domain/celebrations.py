"""What comes round for people and companies, and which notice of it is due: the same rules for every kind of occasion."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from domain.calendar import WorkCalendar
from domain.congratulations import late_since
from domain.greetings import Occasion
from domain.occasions import NoticeKind, OccasionSettings, greeting_day

NOBODY: Final = 0


# A present is thought of a month ahead, and only where one is due; what is everybody's holiday needs no eve of its own.
ANNOUNCED: Final[Mapping[Occasion, tuple[NoticeKind, ...]]] = {
    Occasion.BIRTHDAY: (NoticeKind.GIFT, NoticeKind.AHEAD, NoticeKind.EVE, NoticeKind.DAY),
    Occasion.FOUNDED: (NoticeKind.GIFT, NoticeKind.AHEAD, NoticeKind.DAY),
    Occasion.TOGETHER: (NoticeKind.GIFT, NoticeKind.AHEAD, NoticeKind.DAY),
    Occasion.FEBRUARY_23: (NoticeKind.GIFT, NoticeKind.DAY),
    Occasion.MARCH_8: (NoticeKind.GIFT, NoticeKind.DAY),
    Occasion.NEW_YEAR: (NoticeKind.GIFT, NoticeKind.DAY),
    Occasion.HOLIDAY: (NoticeKind.AHEAD, NoticeKind.DAY),
}


# Days on which everybody is congratulated have texts of their own.
GENERAL: Final[Mapping[str, Occasion]] = {"defender": Occasion.FEBRUARY_23, "women": Occasion.MARCH_8}


# One's own day; every other is that of many.
OWN_DAYS: Final = frozenset({Occasion.BIRTHDAY, Occasion.FOUNDED, Occasion.TOGETHER})


def kind_of(code: str) -> Occasion:
    """Every code but those of `Occasion` is that of a holiday of the list."""
    if code in GENERAL:
        return GENERAL[code]
    try:
        return Occasion(code)
    except ValueError:
        return Occasion.HOLIDAY


@dataclass(frozen=True, slots=True)
class Celebration:
    """One coming round. `person` is 0 where the date is the company's; `years`: age, years since, None where nobody knows.

    `vip` is one to whom a present is due.
    """

    client: int
    person: int
    code: str
    day: date
    years: int | None = None
    jubilee: bool = False
    vip: bool = False

    @property
    def kind(self) -> Occasion:
        return kind_of(self.code)

    @property
    def last_day(self) -> date:
        """The last day on which the words are not belated: the New Year's wave is over with the year."""
        return date(self.day.year, 12, 31) if self.kind is Occasion.NEW_YEAR else self.day

    @property
    def key(self) -> tuple[int, int, str, int]:
        """By which it is remembered what was told and done: client, person, code, year of the day."""
        return self.client, self.person, self.code, self.day.year


def notices_of(
    celebration: Celebration, calendar: WorkCalendar, settings: OccasionSettings
) -> Mapping[NoticeKind, date]:
    """The working day of each notice, no two on one day; where two meet, the nearer one stays.

    What falls on a day off is announced for the last time on the last working day before.
    """
    return _notices(celebration.day, celebration.kind, celebration.vip, calendar, settings)


# Hundreds of people share a holiday.
@lru_cache(maxsize=1024)
def _notices(
    day: date,
    occasion: Occasion,
    vip: bool,
    calendar: WorkCalendar,
    settings: OccasionSettings,
) -> Mapping[NoticeKind, date]:
    working = calendar.is_working(day) or settings.on_days_off
    kinds = ANNOUNCED[occasion]
    days: dict[NoticeKind, date] = {}
    if NoticeKind.EVE in kinds:
        # An eve of one working day is that last one before days off; of none or more it is not.
        if working or settings.eve_days != 1:
            days[NoticeKind.DAY] = day if working else greeting_day(day, calendar)
        days[NoticeKind.EVE] = calendar.add(day, -settings.eve_days) if settings.eve_days else day
    else:
        days[NoticeKind.DAY] = day if working else greeting_day(day, calendar)
    if NoticeKind.AHEAD in kinds:
        days[NoticeKind.AHEAD] = calendar.on_or_before(day - timedelta(days=settings.days_ahead))
    if NoticeKind.GIFT in kinds and vip:
        days[NoticeKind.GIFT] = calendar.on_or_before(day - timedelta(days=settings.gift_days))
    taken: dict[date, NoticeKind] = {}
    for kind, when in days.items():
        taken.setdefault(when, kind)
    return MappingProxyType({kind: when for when, kind in taken.items()})


def notice_due(
    celebration: Celebration,
    told: Collection[NoticeKind],
    today: date,
    calendar: WorkCalendar,
    settings: OccasionSettings,
) -> NoticeKind | None:
    """The nearest notice whose day has come and that was not told; of one that passed in silence, the belated word.

    An earlier notice that fell into an outage is overtaken by a nearer one, never told beside it.
    """
    if celebration.last_day < today:
        late = celebration.last_day >= late_since(today, calendar)
        return NoticeKind.LATE if late and NoticeKind.LATE not in told else None
    come = [
        (when, kind) for kind, when in notices_of(celebration, calendar, settings).items() if when <= today
    ]
    if not come:
        return None
    nearest = max(come)[1]
    return None if nearest in told else nearest
