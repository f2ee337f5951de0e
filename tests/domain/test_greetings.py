"""Which texts a person is offered, and what the texts are given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.greetings import (
    FIRST_YEAR,
    TEXTS,
    Closeness,
    Facts,
    Greeting,
    GreetingSettings,
    Occasion,
    Tone,
    default_tone,
    greeting_args,
    ordered_templates,
    pack_variants,
    page_of_greetings,
    template_keys,
    used_keys,
)
from domain.names import Formality, Gender, Named, PersonName

SETTINGS = GreetingSettings()
KEYS = template_keys(Occasion.BIRTHDAY, Tone.WARM)
OLGA = Named(PersonName("Ольга", "Петровна", "Смирнова"))
PEOPLE, YEARS = st.integers(1, 10**9), st.integers(2020, 2100)


def page(
    year: int, number: int, used: frozenset[str] = frozenset(), tone: Tone = Tone.WARM, person: int = 7
) -> list[str]:
    found = page_of_greetings(
        OLGA,
        Facts(),
        person_id=person,
        year=year,
        formality=Formality.FORMAL,
        tone=tone,
        settings=SETTINGS,
        used=used,
        page=number,
    )
    return [greeting.key for greeting in found]


def test_keys_as_the_catalogues_name_them() -> None:
    keys = template_keys(Occasion.BIRTHDAY, Tone.BUSINESS, 2)
    assert keys == ("greeting-birthday-business-1", "greeting-birthday-business-2")
    assert len(KEYS) == TEXTS["birthday"] >= 25


@given(PEOPLE, YEARS, st.lists(st.tuples(st.sampled_from(Tone), st.integers(0, 2)), min_size=3, max_size=3))
def test_three_years_share_no_text(person: int, year: int, how: list[tuple[Tone, int]]) -> None:
    """Whichever tone and page was sent each year, and with nothing recorded."""
    shown = [
        set(page(year + later, number, tone=tone, person=person)) for later, (tone, number) in enumerate(how)
    ]
    assert [len(each) for each in shown] == [3, 3, 3]
    assert len(set.union(*shown)) == 9


@given(PEOPLE, YEARS, st.sampled_from([one for one in TEXTS if one != Occasion.BIRTHDAY]))
def test_of_the_smaller_sets_the_first_pages_of_three_years_differ(
    person: int, year: int, text_set: str
) -> None:
    keys = template_keys(text_set, Tone.WARM)
    offered = [ordered_templates(keys, person_id=person, year=year + later)[:3] for later in range(3)]
    assert len({key for each in offered for key in each}) == 9


@given(PEOPLE, YEARS, st.lists(st.tuples(st.sampled_from(Tone), st.integers(0, 20)), min_size=6, max_size=6))
def test_what_was_recorded_never_comes_back_within_three_years(
    person: int, year: int, how: list[tuple[Tone, int]]
) -> None:
    """However far the pages were turned."""
    shown: list[list[str]] = []
    for later, (tone, number) in enumerate(how):
        packed = [pack_variants([Greeting(key, {}) for key in each]) for each in reversed(shown[-3:])]
        used = used_keys(packed, "birthday", SETTINGS)
        shown.append(page(year + later, number, used, tone, person))
        assert len(set(shown[-1])) == 3
        assert not {key for each in shown[-4:-1] for key in each} & set(shown[-1])


@given(PEOPLE, YEARS)
def test_the_order_is_the_persons_own_and_holds_every_text_once(person: int, year: int) -> None:
    order = ordered_templates(KEYS, person_id=person, year=year)
    assert sorted(order) == sorted(KEYS)
    assert order == ordered_templates(tuple(reversed(KEYS)), person_id=person, year=year)


@given(PEOPLE, st.sets(st.sampled_from(KEYS)))
def test_what_was_sent_is_not_offered_again(person: int, used: set[str]) -> None:
    offered = ordered_templates(KEYS, person_id=person, year=2026, used=used)
    assert not set(offered) & used
    assert len(offered) == len(KEYS) - len(used)


def test_nothing_to_choose_from() -> None:
    assert ordered_templates((), person_id=1, year=2026) == ()
    assert page(2026, 4, frozenset(KEYS)) == []


def test_pages_go_round_all_texts_but_the_used_ones() -> None:
    assert {key for number in range(9) for key in page(2026, number)} == set(KEYS)
    used = frozenset(page(2026, 1))
    assert not {key for number in range(9) for key in page(2026, number, used)} & used


def test_what_was_offered_comes_back_only_when_the_years_run_out() -> None:
    assert used_keys(["birthday-warm:3,1"], "birthday", SETTINGS) == {
        "greeting-birthday-warm-3",
        "greeting-birthday-warm-1",
    }
    assert used_keys(["warm:3"], "birthday", SETTINGS) == {"greeting-birthday-warm-3"}
    assert used_keys(["birthday-warm:3"], "newyear", SETTINGS) == frozenset()
    last, before = "newyear-warm:1,2,3", "newyear-warm:4,5,6"
    assert len(used_keys([last, before], "newyear", SETTINGS)) == 6
    assert len(used_keys([last, before, "newyear-warm:7,8,9"], "newyear", SETTINGS)) == 6
    assert used_keys(["", "nonsense", "birthday-warm:99"], "birthday", SETTINGS) == frozenset()
    assert pack_variants([]) == ""


@pytest.mark.parametrize(
    ("closeness", "familiar", "tone"),
    [
        (None, False, Tone.BUSINESS),
        (None, True, Tone.WARM),
        (Closeness.DISTANT, True, Tone.BUSINESS),
        (Closeness.WORKING, False, Tone.BUSINESS),
        (Closeness.CLOSE, False, Tone.WARM),
    ],
)
def test_the_tone_goes_by_closeness(closeness: Closeness | None, familiar: bool, tone: Tone) -> None:
    assert default_tone(closeness, familiar=familiar) is tone


@pytest.mark.parametrize(
    ("gender", "settings", "age"),
    [
        (Gender.MALE, SETTINGS, 50),
        (Gender.MALE, GreetingSettings(mens_ages=False), 0),
        (Gender.FEMALE, SETTINGS, 0),
        (Gender.FEMALE, GreetingSettings(womens_ages=True), 50),
        (None, SETTINGS, 0),
    ],
)
def test_an_age_is_said_only_where_it_is_in_place(
    gender: Gender | None, settings: GreetingSettings, age: int
) -> None:
    args = greeting_args(Named(PersonName("Саша"), gender), Facts(jubilee=50), Formality.INFORMAL, settings)
    assert (args["age"], args["jubilee"]) == (age, "yes")


def test_what_a_text_is_given() -> None:
    facts = Facts(Occasion.TOGETHER, years=1)
    assert facts.text_set == FIRST_YEAR
    assert Facts(Occasion.TOGETHER, years=2).text_set == "together"
    named = Named(OLGA.name, said_as="Оленька")
    args = greeting_args(named, facts, Formality.FORMAL, SETTINGS)
    assert (args["name"], args["gender"], args["named"], args["years"]) == ("Оленька", "female", "yes", 1)
    bare = greeting_args(Named(PersonName(last="Смирнова")), facts, Formality.FORMAL, SETTINGS)
    assert (bare["named"], bare["gender"]) == ("no", "unknown")


@pytest.mark.parametrize("variants", [0, 10])
def test_a_page_holds_something_and_leaves_texts_for_the_years_after(variants: int) -> None:
    with pytest.raises(ValueError, match="variants must be"):
        GreetingSettings(variants=variants)
