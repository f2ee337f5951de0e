"""Days and hours found inside a longer line."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capture.answers import read_day, read_moment
from capture.language.tokens import tokens_of
from capture.when.moments import Moment, moment_at
from domain.calendar import WorkCalendar

CALENDAR = WorkCalendar()
NOW = datetime(2026, 11, 23, 10, 15, tzinfo=ZoneInfo("Europe/Moscow"))  # a Monday


def moments_in(line: str, now: datetime = NOW) -> list[Moment]:
    tokens = tokens_of(line)
    found: list[Moment] = []
    at = 0
    while at < len(tokens):
        moment = moment_at(tokens, at, now, CALENDAR)
        found += [] if moment is None else [moment]
        at = at + 1 if moment is None else moment.end
    return found


def moment_in(line: str, now: datetime = NOW) -> Moment:
    [moment] = moments_in(line, now)
    return moment


def on(month: int, day: int, year: int = 2026) -> date:
    return date(year, month, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("завтра", on(11, 24)),
        ("завтро", on(11, 24)),
        ("на завтрашний день", on(11, 24)),
        ("после завтра", on(11, 25)),
        ("в пятнцу", on(11, 27)),
        ("чт.", on(11, 26)),
        ("в этот четверг", on(11, 26)),
        ("в ближайший понедельник", on(11, 30)),
        ("в следующий вторник", on(12, 1)),
        ("в след. пт", on(12, 4)),
        ("во вторник через неделю", on(12, 1)),
        ("вторник следующей недели", on(12, 1)),
        ("на этой неделе", on(11, 27)),
        ("на этой неделе в среду", on(11, 25)),
        ("на следующей неделе", on(11, 30)),
        ("через неделю", on(11, 30)),
        ("через неделю во вторник", on(12, 1)),
        ("недельки через две", on(12, 7)),
        ("дня через три", on(11, 26)),
        ("через дня три", on(11, 26)),
        ("через десять дней", on(12, 3)),
        ("через месяц", on(12, 23)),
        ("через полтора месяца", date(2027, 1, 7)),
        ("через полгода", date(2027, 5, 23)),
        ("через 3 рабочих дня", on(11, 26)),
        ("в течение 5 банковских дней", on(11, 30)),
        ("в течение 14 календарных дней", on(12, 7)),
        ("в течение недели", on(11, 30)),
        ("в течение дня", on(11, 23)),
        ("до конца дня", on(11, 23)),
        ("до конца недели", on(11, 27)),
        ("ближе к концу месяца", on(11, 30)),
        ("до конца квартала", on(12, 31)),
        ("в конце декабря", on(12, 31)),
        ("в начале недели", on(11, 30)),
        ("в начале следующего месяца", on(12, 1)),
        ("в первых числах декабря", on(12, 1)),
        ("в середине месяца", on(12, 15)),
        ("до нового года", on(12, 31)),
        ("после нового года", date(2027, 1, 11)),
        ("после праздников", date(2027, 1, 11)),
        ("после выходных", on(11, 30)),
        ("до выходных", on(11, 27)),
        ("15-го", on(12, 15)),
        ("к 15-му", on(12, 15)),
        ("15 числа", on(12, 15)),
        ("числа 15-го", on(12, 15)),
        ("до 25 числа следующего месяца", on(12, 25)),
        ("в январе 15 числа", date(2027, 1, 15)),
        ("до двадцать пятого", on(11, 25)),
        ("до 25", on(11, 25)),
        ("5 дек.", on(12, 5)),
        ("5.12", on(12, 5)),
        ("05.12.2026", on(12, 5)),
        ("25/12", on(12, 25)),
        ("1 сентября", date(2027, 9, 1)),
        ("третьего июня", date(2027, 6, 3)),
        ("пт, 27 ноября", on(11, 27)),
        ("27 ноября, в пятницу", on(11, 27)),
    ],
)
def test_days(text: str, day: date) -> None:
    moment = moment_in(f"ромашка {text} всё")
    assert (moment.day, moment.clock, moment.exact) == (day, None, True)
    assert (moment.start, moment.end) == (1, len(tokens_of(text)) + 1)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("в 15", time(15)),
        ("в 3", time(15)),
        ("в три", time(15)),
        ("к 3", time(15)),
        ("к 11-ти", time(11)),
        ("в 15:30", time(15, 30)),
        ("в 15.30", time(15, 30)),
        ("в 15-30", time(15, 30)),
        ("в 10 30", time(10, 30)),
        ("в десять тридцать", time(10, 30)),
        ("в пятнадцать ноль ноль", time(15)),
        ("в 11 ч 30 мин", time(11, 30)),
        ("в час дня", time(13)),
        ("к часу", time(13)),
        ("в половине четвёртого", time(15, 30)),
        ("полпятого", time(16, 30)),
        ("в пол пятого", time(16, 30)),
        ("без пятнадцати пять", time(16, 45)),
        ("без четверти пять", time(16, 45)),
        ("без двадцати девять", time(8, 40)),
        ("без двадцати пяти девять", time(8, 35)),
        ("до 17 00", time(17)),
        ("в четверть пятого", time(16, 15)),
        ("к девяти утра", time(9)),
        ("в 7 утра", time(7)),
        ("в 5 вечера", time(17)),
        ("в 12 ночи", time(0)),
        ("часов в 11", time(11)),
        ("часикам к 12", time(12)),
        ("около двух", time(14)),
        ("после 16", time(16)),
        ("с утра", time(9)),
        ("утречком", time(9)),
        ("до обеда", time(11)),
        ("ближе к обеду", time(13)),
        ("после обеда", time(14)),
        ("во второй половине дня", time(14)),
        ("под вечер", time(17)),
        ("вечером в 7", time(19)),
        ("утром часов в 7", time(7)),
    ],
)
def test_hours(text: str, clock: time) -> None:
    moment = moment_in(f"ромашка {text} всё")
    assert (moment.day, moment.clock, moment.exact) == (None, clock, True)
    assert (moment.start, moment.end) == (1, len(tokens_of(text)) + 1)


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("в среду в 11:30", on(11, 25), time(11, 30)),
        ("завтра утром", on(11, 24), time(9)),
        ("на пятницу на 12", on(11, 27), time(12)),
        ("чт после обеда", on(11, 26), time(14)),
        ("в обед в пятницу", on(11, 27), time(13)),
        ("на след неделе в среду вечером", on(12, 2), time(17)),
        ("15 января до обеда", date(2027, 1, 15), time(11)),
        ("25.11 в 10.30", on(11, 25), time(10, 30)),
        ("в 10 25 ноября", on(11, 25), time(10)),
        ("завтра к девяти утра", on(11, 24), time(9)),
        ("завтра до 12", on(11, 24), time(12)),
        ("до 12 завтра", on(11, 24), time(12)),
        ("завтра 11-00", on(11, 24), time(11)),
        ("завтра, часам к 12", on(11, 24), time(12)),
        ("завтра где-то часов в 11", on(11, 24), time(11)),
        ("в понедельник после обеда часа в 3", on(11, 30), time(15)),
        ("в пятницу в половине четвертого", on(11, 27), time(15, 30)),
        ("через неделю в 15", on(11, 30), time(15)),
        ("минут через двадцать", on(11, 23), time(10, 35)),
        ("через полчаса", on(11, 23), time(10, 45)),
        ("через полтора часа", on(11, 23), time(11, 45)),
        ("через 1 час 20 минут", on(11, 23), time(11, 35)),
    ],
)
def test_a_day_and_an_hour_side_by_side(text: str, day: date, clock: time) -> None:
    moment = moment_in(f"ромашка {text} всё")
    assert (moment.day, moment.clock, moment.exact) == (day, clock, True)
    assert (moment.start, moment.end) == (1, len(tokens_of(text)) + 1)


@pytest.mark.parametrize(
    "line",
    ["обед с 13 до 14", "с 9 утра до 6 вечера", "13:00-14:00", "с понедельника по пятницу", "с 5 по 7 декабря", "в 2 этапа", "в 3 коробки",
     "на 5 кор", "в 12 школе", "в 12-й школе", "на 2 склада", "в 10 новых точек", "до пяти коробок", "к трём складам", "по 150", "по 25.11",
     "до 5 шт", "через 2 магазина", "5 мая масла", "за 3 дня", "3 дня", "на 3 дня", "на 15 тысяч", "масло 3.2", "масло 2,5 %", "масло 82,5",
     "рис 12.05 кг", "творог 10.12%", "Субботин", "Вторников", "Пятницкая", "март", "в декабре", "завтрак", "лампа 100 вт", "в 1с", "24/7",
     "5/12", "31.02", "раз в час", "час пик", "до 14 дней", "на 12.05 руб", "ц 25.10", "в 1 машину", "в 2 адреса", "без двадцати пяти коробок", "в январе 20 кор", "в следующем месяце", "через день", "муки первого сорта", "первое", "по пятницам", "в 3 раза", "+7 903 555-11-22"],
)  # fmt: skip
def test_what_is_no_moment(line: str) -> None:
    assert moments_in(line) == []


@pytest.mark.parametrize(
    ("line", "day", "clock"),
    [
        ("завтра в 2 магазина", on(11, 24), None),
        ("завтра 15 коробок", on(11, 24), None),
        ("завтра в 10 30 кор масла", on(11, 24), time(10)),
        ("завтра в 3 насчёт договора", on(11, 24), time(15)),
        ("в 15 встреча с ахметовым", None, time(15)),
        ("в 10 ромашке позвонить", None, time(10)),
        ("в 3 смирновой", None, time(15)),
        ("завтра в 3 к ромашке", on(11, 24), time(15)),
        ("с понедельника 20 кор по 150", on(11, 30), None),
        ("колос заплатил 19.11 1,2 млн", date(2027, 11, 19), None),
        ("до 1 декабря 2000 рублей", on(12, 1), None),
    ],
)
def test_what_follows_is_left_alone(line: str, day: date | None, clock: time | None) -> None:
    moment = moment_in(line)
    assert (moment.day, moment.clock) == (day, clock)


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("вчера", on(11, 22)),
        ("позавчера", on(11, 21)),
        ("сегодня", on(11, 23)),
        ("в пятницу", on(11, 20)),
        ("в понедельник", on(11, 16)),
        ("в прошлый четверг", on(11, 19)),
        ("19.11", on(11, 19)),
        ("30 октября", on(10, 30)),
        ("15-го", on(11, 15)),
        ("2 дня назад", on(11, 21)),
        ("неделю назад", on(11, 16)),
        ("12.03.85", date(1985, 3, 12)),
        ("через неделю", None),
        ("завтра", None),
    ],
)
def test_the_same_words_about_the_past(text: str, past: date | None) -> None:
    assert moment_in(text).past == past


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("5 мая", (5, 5, None)),
        ("12.03.85", (12, 3, 1985)),
        ("29 февраля", (29, 2, None)),
        ("29 февраля 1980 года", (29, 2, 1980)),
        ("третьего июня", (3, 6, None)),
        ("3 июня 80 г.р.", (3, 6, 1980)),
        ("12.03.20", None),
        ("15-го", None),
        ("завтра", None),
    ],
)
def test_births(text: str, birth: tuple[int, int, int | None] | None) -> None:
    assert moment_in(f"др {text}").birth == birth


def test_deadlines() -> None:
    for text in (
        "до пятницы",
        "к пятнице",
        "не позднее пятницы",
        "до 15-го",
        "в течение недели",
        "до конца месяца",
        "до нового года",
    ):
        assert moment_in(text).deadline
    for text in ("в пятницу", "до обеда", "15 числа", "через неделю", "в конце месяца"):
        assert not moment_in(text).deadline


@pytest.mark.parametrize(
    "text",
    [
        "до 20",
        "на 15",
        "после среды",
        "через 2-3 дня",
        "пт 26.11",
        "на выходных",
        "днём",
        "в середине недели",
        "через полторы недели",
    ],
)
def test_what_could_be_meant_otherwise_is_not_exact(text: str) -> None:
    assert not moment_in(text).exact


def test_what_depends_on_the_day() -> None:
    friday = NOW.replace(day=27)
    saturday = NOW.replace(day=28)
    assert moment_in("в пятницу", friday).day == on(12, 4)
    assert moment_in("в пятницу", friday).past == on(11, 20)
    assert moment_in("до конца недели", friday).day == on(11, 27)
    assert moment_in("до конца недели", saturday).day == on(12, 4)
    assert moment_in("до 15-го", NOW.replace(month=12, day=15)).day == on(12, 15)
    assert moment_in("через месяц", datetime(2027, 1, 29, tzinfo=NOW.tzinfo)).day == date(2027, 2, 28)
    assert moment_in("через час", NOW.replace(hour=23, minute=30)).day == on(11, 24)
    assert moment_in("после праздников", datetime(2026, 4, 20, tzinfo=NOW.tzinfo)).day == on(5, 4)


def test_an_answer_is_read_by_the_same_grammar() -> None:
    monday = NOW.date()
    assert read_moment("чт после обеда", NOW, CALENDAR) == (on(11, 26), time(14))
    assert read_moment("полпятого", NOW, CALENDAR) == (monday, time(16, 30))
    assert read_moment("без четверти десять", NOW, CALENDAR) == (on(11, 24), time(9, 45))
    assert read_day("недельки через две", monday, CALENDAR) == on(12, 7)
    assert read_day("до нового года", monday, CALENDAR) == on(12, 31)
    assert read_day("после среды", monday, CALENDAR) is None


WORDS = [
    "в", "во", "на", "к", "ко", "до", "с", "по", "через", "после", "под", "около", "не", "позднее", "ближе", "без", "назад", "течение",
    "завтра", "сегодня", "вчера", "послезавтра", "пятницу", "пт", ".", ",", ":", "-", "/", "среда", "понедельник", "неделе", "недели", "неделю",
    "следующей", "след", "этот", "прошлую", "конца", "начале", "середине", "месяца", "года", "нового", "праздников", "выходных", "декабря", "мая",
    "пятого", "двадцать", "три", "полтора", "пару", "пол", "полпятого", "половине", "четверти", "час", "часов", "минут", "дня", "дней", "день",
    "рабочих", "утра", "утром", "вечером", "обеда", "обед", "15", "3", "30", "00", "25.11", "12.03.85", "29.02", "2026", "31", "99", "го",
    "числа", "кор", "%", "школе", "ноль", "9999999", "1000", "лет", "0", "the", "day", "in", "a", "week", "٣", "²",
]  # fmt: skip
lines = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=7).map("".join),
)
days = st.datetimes(
    NOW.replace(year=2020, tzinfo=None),
    NOW.replace(year=2035, tzinfo=None),
    timezones=st.just(NOW.tzinfo or UTC),
)


@settings(deadline=None)
@given(lines, days)
def test_no_line_breaks_the_grammar(line: str, now: datetime) -> None:
    tokens = tokens_of(line)
    for at in range(-1, len(tokens) + 1):
        moment = moment_at(tokens, at, now, CALENDAR)
        if moment is None:
            continue
        assert moment.start == at
        assert at < moment.end <= len(tokens)
        assert moment.day is None or moment.day >= now.date()
        assert moment.past is None or moment.past <= now.date()
        assert moment.day or moment.clock or moment.past or moment.birth


@given(lines)
def test_letter_case_and_yo_do_not_matter(line: str) -> None:
    found = moments_in(line)
    if line.upper().lower() == line.lower():
        assert moments_in(line.upper()) == found
    assert moments_in(line.replace("е", "ё")) == found
