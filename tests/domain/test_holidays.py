"""The days of every holiday in four years, against dates that the code had no part in.

2026: the reference list of professional holidays kept by КонсультантПлюс (LAW_19238), as of August 2026. 2025: the same days as
newspapers and calend.ru named them that year (16 March housing, 6 April geologists, 10 August builders, 17 August aviation, 12 October
farming). 2027 and 2028: the words of the acts laid by hand on the table calendars of those years.
"""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from domain.first_names import Gender
from domain.holiday_rules import parse_rule
from domain.holidays import Celebrant, Holiday, HolidayKind, HolidaySettings
from exchange.holidays import holiday_book

YEARS = (2025, 2026, 2027, 2028)
TABLE = Path(__file__).with_name("holiday_dates.txt")
BOOK = holiday_book(HolidaySettings())
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
NUMBERED = re.compile(r"[А-Я][А-Яа-яё ]+ от \d\d\.\d\d\.\d{4} № \d+[-\w]*")
WORDS = {"sunday": "воскресенье", "saturday": "суббот", "friday": "пятниц", "monday": "понедельник"}


def written_out() -> dict[str, list[str]]:
    lines = [line.split() for line in TABLE.read_text().splitlines() if not line.startswith("#")]
    return {code: days for code, *days in lines}


def shown(day: date | None) -> str:
    return f"{day:%d.%m}" if day else "-"


def test_every_holiday_falls_on_its_day_in_four_years() -> None:
    said = {each.code: [shown(each.day(year)) for year in YEARS] for each in BOOK.holidays}
    assert said == written_out()


def test_the_fourth_saturday_is_not_the_last() -> None:
    trade = BOOK.find("trade")
    assert trade is not None
    assert trade.day(2028) == date(2028, 7, 22)  # the last is the 29th
    assert trade.day(2023) == date(2023, 7, 22)  # likewise
    assert trade.day(2012) is None
    assert trade.next_day(date(2026, 7, 26)) == date(2027, 7, 24)
    assert trade.next_day(date(2000, 1, 1)) == date(2013, 7, 27)


def test_enough_of_them_are_official_and_say_by_which_act() -> None:
    official = [each for each in BOOK.holidays if each.official and each.kind is HolidayKind.PROFESSIONAL]
    assert len(official) >= 70
    assert [each.code for each in official if not each.basis and not each.act] == []
    assert [each.code for each in official if each.basis and each.act] == []
    confirmed = [each for each in official if each.basis]
    assert len(confirmed) >= 70
    assert [each.basis for each in confirmed if not NUMBERED.match(each.basis)] == []
    assert [each.code for each in BOOK.holidays if not each.official and (each.basis or each.act)] == []


def test_what_moves_quotes_its_act_and_the_rule_says_the_same() -> None:
    moving = [each for each in BOOK.holidays if each.official and each.rule.count(" ") == 2]
    assert len(moving) == 27
    for each in moving:
        assert WORDS[each.rule.split()[1]] in each.wording, each.code


def test_names_stand_in_both_languages_and_in_the_case_of_a_greeting() -> None:
    assert [each.code for each in BOOK.holidays if not each.en or not each.en.isascii()] == []
    builder, library, women = (BOOK.find(code) for code in ("builder", "library", "women"))
    assert builder is not None
    assert library is not None
    assert women is not None
    assert builder.ru_with == "Днём строителя"
    assert library.ru_with == "Общероссийским Днём библиотек"
    assert women.ru_with == "Международным женским днём"
    assert (builder.name("ru"), builder.name("en")) == ("День строителя", "Builder's Day")
    assert [each.code for each in BOOK.holidays if each.ru_with.startswith("праздником")] == []


def test_the_words_of_the_list_lead_somewhere_and_can_be_found() -> None:
    industries = {code for each in BOOK.holidays for code in each.industries}
    roles = {code for each in BOOK.holidays for code in each.roles}
    assert industries == set(BOOK.industries.stems)
    assert roles == set(BOOK.roles.stems) | {"director", "accountant"}
    words = [*BOOK.industries.stems.values(), *BOOK.roles.stems.values()]
    stems = [stem.lstrip("!~") for each in words for stem in each]
    assert [stem for stem in stems if stem != stem.lower().lstrip() or "ё" in stem or len(stem) < 3] == []


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("friday before 9.11", date(2026, 11, 6)),
        ("monday before 9.11", date(2026, 11, 2)),  # 9 November is a Monday itself
        ("sunday before 1.01", date(2025, 12, 28)),
        ("day 60", date(2026, 3, 1)),
        ("last saturday december", date(2026, 12, 26)),
    ],
)
def test_other_rules_that_a_company_may_write(rule: str, day: date) -> None:
    year = 2026
    assert parse_rule(rule).in_year(year) == day


@pytest.mark.parametrize(
    "rule", ["", "30.02", "29.02", "5 sunday may", "day 366", "day 0", "sunday", "1 sunday mai", "friday before 31.06"]
)  # fmt: skip
def test_what_is_no_rule_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match=r"rule|day|month"):
        parse_rule(rule)


@given(start=DAYS, holiday=st.sampled_from(BOOK.holidays))
def test_the_next_one_is_the_first_from_there_on(start: date, holiday: Holiday) -> None:
    day = holiday.next_day(start)
    assert day >= start
    assert day == holiday.day(day.year)
    earlier = holiday.day(day.year - 1)
    assert earlier is None or earlier < start


@given(start=DAYS, length=st.integers(0, 800))
def test_a_window_holds_what_falls_into_it_and_nothing_else(start: date, length: int) -> None:
    end = start + timedelta(length)
    found = BOOK.between(start, end)
    assert list(found) == sorted(found, key=lambda each: each.day)
    assert all(start <= each.day <= end for each in found)
    expected = {(each.code, day) for each in BOOK.holidays for year in range(start.year, end.year + 1) if (day := each.day(year)) and start <= day <= end}  # fmt: skip
    assert {(each.holiday.code, each.day) for each in found} == expected


def test_a_company_adds_replaces_and_hides() -> None:
    written = {
        "own": [
            {
                "code": "our_day",
                "ru": "День нашего склада",
                "rule": "last friday march",
                "roles": ["logistician"],
            },
            {"code": "accountant", "ru": "День бухгалтера", "rule": "28.11", "roles": ["accountant"]},
            {"code": "cats", "ru": "Всемирный праздник кошек", "rule": "1.03"},
        ],
        "hidden": ["brewer"],
    }
    book = holiday_book(TypeAdapter(HolidaySettings).validate_python(written))
    ours, accountant, cats = (book.find(code) for code in ("our_day", "accountant", "cats"))
    assert ours is not None
    assert accountant is not None
    assert cats is not None
    assert (ours.day(2026), ours.ru_with, ours.name("en")) == (date(2026, 3, 27), "Днём нашего склада", "День нашего склада")  # fmt: skip
    assert accountant.day(2026) == date(2026, 11, 28)
    assert cats.ru_with == "праздником «Всемирный праздник кошек»"
    assert book.find("brewer") is None
    assert len(book.holidays) == len(BOOK.holidays) + 1
    fitting = book.fitting(Celebrant(role="начальник склада"))
    assert [each.code for each in fitting] == ["our_day", "logistician"]


@pytest.mark.parametrize(
    "entry",
    [
        {"code": "День", "ru": "День", "rule": "1.03"},
        {"code": "birthday", "ru": "День", "rule": "1.03"},
        {"code": "a" * 25, "ru": "День", "rule": "1.03"},
        {"code": "ours", "ru": "День", "rule": "32.03"},
        {"code": "ours", "ru": "День", "rule": "1.03", "whom": "boys"},
    ],
)
def test_a_mistake_in_the_settings_is_named_at_the_start(entry: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"holiday|day|month"):
        TypeAdapter(HolidaySettings).validate_python({"own": [entry]})


def test_men_women_and_nobody_until_the_gender_is_known() -> None:
    spring = (date(2027, 2, 1), date(2027, 3, 31))

    def days(gender: Gender | None) -> list[tuple[date, str]]:
        found = BOOK.celebrations(Celebrant(gender=gender), *spring, HolidaySettings())
        return [(each.day, each.holiday.code) for each in found]

    assert days(Gender.MALE) == [(date(2027, 2, 23), "defender")]
    assert days(Gender.FEMALE) == [(date(2027, 3, 8), "women")]
    assert days(None) == []
