"""Professional holidays and the days on which everybody is congratulated: whose day is when.

The days themselves, with the acts that set them and the words that tell an industry or a role, are in `exchange/holidays.toml`.
When a holiday is announced follows `domain.celebrations.notices_of`, as for any other occasion.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Self

from domain.first_names import Gender
from domain.holiday_rules import parse_rule
from domain.roles import is_accountant, is_buyer, is_director
from domain.word_codes import WordCodes

LONGEST_CODE: Final = 24
# Occasions that are no holidays of this list; a holiday of one of these names could not be told from them.
TAKEN_CODES: Final = frozenset(
    {"birthday", "founded", "together", "newyear", "march8", "february23", "holiday"}
)
_ROLES: Final[Mapping[str, Callable[[str], bool]]] = MappingProxyType(
    {"accountant": is_accountant, "director": is_director, "buyer": is_buyer}
)
_OF_GENDER: Final = MappingProxyType({Gender.MALE: "men", Gender.FEMALE: "women"})


class HolidayKind(StrEnum):
    PROFESSIONAL = "professional"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day of the year with its names.

    `basis` is kind, date and number of the act, empty where they are not confirmed: then `act` names it. `since` is the first year.
    `whom` is men, women or all for a day that no profession owns. `ru_with` is the instrumental case. Raises ValueError.
    """

    code: str
    ru: str
    rule: str
    en: str = ""
    ru_with: str = ""
    wording: str = ""
    basis: str = ""
    act: str = ""
    official: bool = True
    since: int | None = None
    industries: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    whom: str = ""

    def __post_init__(self) -> None:
        parse_rule(self.rule)
        if not re.fullmatch(r"[a-z][a-z0-9_]*", self.code) or len(self.code) > LONGEST_CODE:
            raise ValueError(f"code of a holiday: Latin letters, at most {LONGEST_CODE}: {self.code!r}")
        if self.code in TAKEN_CODES:
            raise ValueError(f"code of a holiday is taken: {self.code!r}")
        if self.whom not in {"", "men", "women", "all"}:
            raise ValueError(f"whom of a holiday: men, women or all: {self.whom!r}")

    @property
    def kind(self) -> HolidayKind:
        return HolidayKind.GENERAL if self.whom else HolidayKind.PROFESSIONAL

    def name(self, language: str) -> str:
        return self.ru if language == "ru" or not self.en else self.en

    def day(self, year: int) -> date | None:
        """None before the first year in which it was kept."""
        if self.since is not None and year < self.since:
            return None
        return parse_rule(self.rule).in_year(year)

    def next_day(self, start: date) -> date:
        """The first one on or after `start`."""
        year = max(start.year, self.since or start.year)
        rule = parse_rule(self.rule)
        day = rule.in_year(year)
        return day if day >= start else rule.in_year(year + 1)


@dataclass(frozen=True, slots=True)
class HolidaySettings:
    """`own` are added to the list, or replace what has their code; `hidden` are codes left out.

    `per_year` is on how many professional days one person is congratulated in a year, the nearest ones.
    """

    own: tuple[Holiday, ...] = ()
    hidden: tuple[str, ...] = ()
    per_year: int = 1

    def __post_init__(self) -> None:
        if self.per_year < 0:
            raise ValueError(f"holidays per year: {self.per_year}")


@dataclass(frozen=True, slots=True)
class Celebration:
    day: date
    holiday: Holiday


@dataclass(frozen=True, slots=True)
class Celebrant:
    """What is known of a person: the client's industry as typed, the client's name, the person's role as typed."""

    industry: str = ""
    company: str = ""
    role: str = ""
    gender: Gender | None = None


@dataclass(frozen=True, slots=True, eq=False)
class HolidayBook:
    """All holidays in the order of the list, with the words by which an industry and a role are known."""

    holidays: tuple[Holiday, ...]
    industries: WordCodes
    roles: WordCodes
    _of_industry: Mapping[str, tuple[Holiday, ...]]
    _of_role: Mapping[str, tuple[Holiday, ...]]

    @classmethod
    def of(cls, holidays: Iterable[Holiday], industries: WordCodes, roles: WordCodes) -> Self:
        listed = tuple(holidays)
        by_industry = _by_code(listed, lambda each: each.industries)
        return cls(listed, industries, roles, by_industry, _by_code(listed, lambda each: each.roles))

    def find(self, code: str) -> Holiday | None:
        return next((each for each in self.holidays if each.code == code), None)

    def between(self, start: date, end: date) -> tuple[Celebration, ...]:
        """Every holiday from `start` to `end`, both included, by day."""
        return _between(self.holidays, start, end)

    def industries_of(self, industry: str, company: str = "") -> tuple[str, ...]:
        """Codes in the order in which they are named; of the company's name only where the industry says nothing."""
        return self.industries.found(industry) or self.industries.found(company, is_name=True)

    def roles_of(self, role: str) -> tuple[str, ...]:
        by_code = [code for code, answers in _ROLES.items() if role and answers(role)]
        return tuple(dict.fromkeys((*by_code, *self.roles.found(role))))

    def fitting(self, who: Celebrant) -> tuple[Holiday, ...]:
        """Professional days of a person, the nearest first.

        A day of the industry comes before one of the role, and among those of an industry the one that names it first; then what an
        act sets before what is customary, then the order of the list.
        """
        industries, roles = self.industries_of(who.industry, who.company), self.roles_of(who.role)
        by_industry = (each for code in industries for each in self._of_industry.get(code, ()))
        by_role = (each for code in roles for each in self._of_role.get(code, ()))
        return tuple(dict.fromkeys((*by_industry, *by_role)))

    def general(self, gender: Gender | None) -> tuple[Holiday, ...]:
        """23 February and 8 March by gender, nobody's where it is unknown; the New Year is everybody's and has its own wave."""
        whom = _OF_GENDER.get(gender) if gender else None
        return tuple(each for each in self.holidays if each.whom and each.whom == whom)

    def celebrations(
        self, who: Celebrant, start: date, end: date, settings: HolidaySettings
    ) -> tuple[Celebration, ...]:
        """On which days from `start` to `end` a person is congratulated, the New Year left to its wave.

        The professional days are the same for every window of a year: the nearest `per_year`, not those that come first.
        """
        chosen = (*self.fitting(who)[: settings.per_year], *self.general(who.gender))
        return _between(chosen, start, end)


def _between(holidays: Iterable[Holiday], start: date, end: date) -> tuple[Celebration, ...]:
    years = range(start.year, end.year + 1)
    days = ((each.day(year), each) for each in holidays for year in years)
    found = [Celebration(day, each) for day, each in days if day is not None and start <= day <= end]
    return tuple(sorted(found, key=lambda each: each.day))


def _by_code(
    holidays: Iterable[Holiday], named: Callable[[Holiday], tuple[str, ...]]
) -> Mapping[str, tuple[Holiday, ...]]:
    """The professional days of each code, the nearest first."""
    found: dict[str, list[Holiday]] = {}
    for each in holidays:
        for code in () if each.whom else named(each):
            found.setdefault(code, []).append(each)
    return MappingProxyType({code: _nearest_first(days, code, named) for code, days in found.items()})


def _nearest_first(
    days: Iterable[Holiday], code: str, named: Callable[[Holiday], tuple[str, ...]]
) -> tuple[Holiday, ...]:
    return tuple(sorted(days, key=lambda each: (named(each).index(code), not each.official)))
