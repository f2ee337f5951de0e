"""Greetings as texts, lines as they are typed, and the days of notices after a silence."""

from datetime import date
from itertools import product

import pytest

from capture.birthdays import read_birthday_line, read_person_and_birth
from domain.calendar import WorkCalendar
from domain.congratulations import (
    Moment,
    Section,
    current_occurrence,
    due_notice,
    missed_occurrence,
    moment_of,
    pack_variants,
    page_of_texts,
    section_of,
    used_keys,
)
from domain.first_names import Gender
from domain.greetings import Greeting, GreetingSettings, Tone, template_keys
from domain.names import Formality, PersonName, address, parse_name
from domain.occasions import BirthDate, NoticeKind, OccasionSettings
from screens.occasions import COPY_LIMIT, GreetingCard, texts
from screens.words import Words
from storage.database import Database
from storage.pushes import mark_done
from usecases.work import Work

CALENDAR = WorkCalendar()
SETTINGS = OccasionSettings()
GREETINGS = GreetingSettings()
MONDAY = date(2026, 11, 23)
LONG = PersonName("Александрина", "Константиновна", "Преображенская-Вознесенская")
LONGEST = PersonName("Абдурахман", "Мухаммадкаримович оглы", "Саид-Магомедов")


def card(
    name: PersonName, *, familiar: bool = False, gender: Gender | None = None, **more: object
) -> GreetingCard:
    given = {"tone": Tone.BUSINESS, "page": 0, "today": MONDAY, "phone": None, "role": ""} | more
    return GreetingCard(1, 1, name.full, "Ромашка", spoken=name, gender=gender, familiar=familiar, **given)  # type: ignore[arg-type]


def every_text(words: Words, name: PersonName) -> list[str]:
    """Each template in each of its forms."""
    made = []
    for tone, gender, formality, moment, age in product(Tone, (*Gender, None), Formality, Moment, (0, 50)):
        args: dict[str, str | int] = {
            "name": address(name, formality),
            "gender": gender.value if gender else "unknown",
            "formality": formality.value,
            "age": age,
        }
        keys = template_keys("birthday", tone, GREETINGS.templates)
        shown = card(name, moment=moment, texts=tuple(Greeting(key, args) for key in keys))
        made += texts(shown, words)
    return made


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", [LONG, LONGEST, PersonName(last="Саид-Магомедов-Преображенский")])
def test_every_text_fits_a_copy_button_with_the_longest_name(language: str, name: PersonName) -> None:
    made = every_text(Words(language), name)
    assert len(made) == 16 * 3 * 2 * 3 * 2
    assert max(map(len, made)) <= COPY_LIMIT
    for text in made:
        assert "  " not in text
        assert "{" not in text
        assert not text.endswith(" ")


def one(name: str, key: str, **more: str | int) -> str:
    args: dict[str, str | int] = {"gender": "unknown", "formality": "formal", "age": 0, **more}
    spoken = parse_name(name)
    args["name"] = address(spoken, Formality(str(args["formality"])))
    moment = Moment(str(args.pop("moment", "day")))
    return texts(card(spoken, moment=moment, texts=(Greeting(key, args),)), Words("ru"))[0]


def test_gender_address_and_occasion_agree() -> None:
    first = "greeting-birthday-business-1"
    assert one("Смирнова Ольга Петровна", first, gender="female") == (
        "Уважаемая Ольга Петровна! С днём рождения! Желаю здоровья, сил и уверенных решений. "
        "Спасибо за надёжное партнёрство: работать с Вами легко и приятно."
    )
    assert one("Иванов Пётр Ильич", first, gender="male", age=50).startswith(
        "Уважаемый Пётр Ильич! С юбилеем!"
    )
    assert one("Саша", first).startswith("Здравствуйте, Саша! С днём рождения!")
    assert "работать с тобой легко" in one("Саша", first, formality="informal")
    assert one("Саша", first, formality="informal").startswith("Саша, привет!")
    late = one("Смирнова Ольга", "greeting-birthday-warm-1", gender="female", moment="late")
    assert late.startswith("Дорогая Ольга! С прошедшим днём рождения!")
    early = one("Смирнова Ольга", "greeting-birthday-warm-4", gender="female", moment="early")
    assert early.startswith("Ольга, поздравляю Вас с наступающим днём рождения!")
    # Nobody is addressed by a bare surname.
    assert one("Смирнова О.П.", first, gender="female").startswith("Здравствуйте! С днём рождения!")
    assert one("Смирнова О.П.", "greeting-birthday-warm-4").startswith("Поздравляю Вас с днём рождения!")


def page(number: int, used: frozenset[str] = frozenset(), year: int = 2026) -> list[str]:
    found = page_of_texts(
        LONG,
        person_id=7,
        year=year,
        gender=None,
        formality=Formality.FORMAL,
        tone=Tone.WARM,
        page=number,
        jubilee=None,
        used=used,
        settings=GREETINGS,
    )
    return [each.key for each in found]


def test_pages_go_round_all_texts_but_the_used_ones() -> None:
    assert len({*page(0), *page(1), *page(2)}) == 8
    assert len(set(page(0) + page(1))) == 6
    used = frozenset(page(1))
    left = {*page(0, used), *page(1, used)}
    assert len(left) == 5
    assert not left & used


def test_what_was_offered_comes_back_only_when_the_years_run_out() -> None:
    packed = pack_variants(Tone.WARM, [Greeting(key, {}) for key in page(0, year=2025)])
    assert used_keys([packed], Tone.WARM, GREETINGS) == frozenset(page(0, year=2025))
    assert used_keys([packed], Tone.BUSINESS, GREETINGS) == frozenset()
    older = "warm:" + ",".join(str(number) for number in range(1, 9))
    assert used_keys([packed, older], Tone.WARM, GREETINGS) == frozenset(page(0, year=2025))
    assert used_keys(["nonsense", "warm:99"], Tone.WARM, GREETINGS) == frozenset()


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("др у смирновой 12 марта", ("смирновой", (12, 3, None))),
        ("ДР Смирнова 12.03.1985", ("Смирнова", (12, 3, 1985))),
        ("день рождения у Ольги Петровны 29 февраля", ("Ольги Петровны", (29, 2, None))),
        ("д.р. 12 марта 1985 смирнова", ("смирнова", (12, 3, 1985))),
        ("birthday of Smith 12 March", ("Smith", (12, 3, None))),
        ("др у смирновой", ("смирновой", None)),
        ("др 12 марта", ("12 марта", None)),
        ("дрова 12 марта", None),
        ("Ромашка", None),
    ],
)
def test_a_birthday_as_one_line(line: str, read: object) -> None:
    assert read_birthday_line(line) == read


def test_without_the_opening_word() -> None:
    assert read_person_and_birth("смирнова 12 марта") == ("смирнова", (12, 3, None))
    assert read_person_and_birth("ромашка") == ("ромашка", None)
    assert read_person_and_birth("") == ("", None)


def test_sections_of_a_long_holiday() -> None:
    """On 30 December the whole of the January holidays is to be congratulated; on 11 January the last days are belated."""
    last_day = date(2026, 12, 30)
    assert section_of(date(2027, 1, 7), last_day, CALENDAR) is Section.NOW
    assert moment_of(date(2027, 1, 7), last_day, CALENDAR) is Moment.EARLY
    assert section_of(date(2027, 1, 11), last_day, CALENDAR) is Section.MONTH
    assert moment_of(date(2027, 1, 11), last_day, CALENDAR) is Moment.DAY
    after = date(2027, 1, 11)
    assert current_occurrence(BirthDate(1, 7), after, CALENDAR, SETTINGS).day == date(2027, 1, 7)
    assert section_of(date(2027, 1, 7), after, CALENDAR) is Section.LATE
    assert moment_of(date(2027, 1, 7), after, CALENDAR) is Moment.LATE
    # Across the new year: 30 December is still within five working days of 11 January.
    assert current_occurrence(BirthDate(12, 30), after, CALENDAR, SETTINGS).day == date(2026, 12, 30)
    assert current_occurrence(BirthDate(12, 1), after, CALENDAR, SETTINGS).day == date(2027, 12, 1)


def test_what_fell_into_an_outage_is_told_by_the_next_push() -> None:
    friday, thursday = date(2026, 11, 27), date(2026, 11, 26)
    settings = OccasionSettings()
    # Born on 1 December: the week ahead was 24 November, the last push on the 23rd.
    notice = due_notice(BirthDate(12, 1), MONDAY, friday, CALENDAR, settings)
    assert notice is not None
    assert (notice.kind, notice.days_left) == (NoticeKind.AHEAD, 4)
    assert due_notice(BirthDate(12, 1), thursday, friday, CALENDAR, settings) is None
    missed = missed_occurrence(BirthDate(11, 24), MONDAY, friday, CALENDAR, settings)
    assert missed is not None
    assert missed.day == date(2026, 11, 24)
    assert missed_occurrence(BirthDate(11, 24), thursday, friday, CALENDAR, settings) is None


async def test_the_last_push_before_today(database: Database) -> None:
    from domain.actors import Role
    from storage import occasions
    from tests.office import MONDAY as MOMENT
    from usecases.people import Newcomer, admit
    from usecases.rules import Rules

    async with database.transaction() as tx:
        work = Work(tx, MOMENT, Rules())
        actor = await admit(work, Newcomer(5, "Анна", "ru"), Role.MANAGER, None)
        assert await occasions.last_push(tx, actor.id, "occasions", MONDAY) is None
        await mark_done(tx, actor.id, "occasions", date(2026, 11, 20))
        await mark_done(tx, actor.id, "occasions", MONDAY)
        assert await occasions.last_push(tx, actor.id, "occasions", MONDAY) == date(2026, 11, 20)
