import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.greetings import GreetingSettings, Tone, choose_templates, greetings, template_keys
from domain.names import Formality, Gender, PersonName

KEYS = template_keys("birthday", Tone.WARM, 8)
OLGA = PersonName("Ольга", "Петровна", "Смирнова")


def test_keys_as_the_catalogues_name_them() -> None:
    assert template_keys("birthday", Tone.BUSINESS, 2) == (
        "greeting-birthday-business-1",
        "greeting-birthday-business-2",
    )


@given(st.integers(1, 10**9), st.integers(2020, 2100))
def test_three_variants_never_last_years(person: int, year: int) -> None:
    this_year = choose_templates(KEYS, person_id=person, year=year)
    last_year = choose_templates(KEYS, person_id=person, year=year - 1)
    assert len(set(this_year)) == 3
    assert not set(this_year) & set(last_year)
    assert this_year == choose_templates(tuple(reversed(KEYS)), person_id=person, year=year)


@given(st.integers(1, 10**9), st.sets(st.sampled_from(KEYS)))
def test_what_was_sent_is_not_offered_again(person: int, used: set[str]) -> None:
    offered = choose_templates(KEYS, person_id=person, year=2026, used=used)
    assert not set(offered) & used
    assert len(offered) == min(3, len(KEYS) - len(used))


def test_nothing_to_choose_from() -> None:
    assert choose_templates((), person_id=1, year=2026) == ()


@pytest.mark.parametrize(
    ("formality", "gender", "name", "told"),
    [
        (Formality.FORMAL, Gender.FEMALE, "Ольга Петровна", "female"),
        (Formality.INFORMAL, None, "Ольга", "unknown"),
    ],
)
def test_a_text_gets_the_right_name_gender_and_tone(
    formality: Formality, gender: Gender | None, name: str, told: str
) -> None:
    offered = greetings(
        OLGA,
        person_id=5,
        year=2026,
        gender=gender,
        formality=formality,
        settings=GreetingSettings(),
        jubilee=50,
    )
    assert len(offered) == 3
    for greeting in offered:
        assert greeting.key.startswith("greeting-birthday-business-")
        assert greeting.args == {"name": name, "gender": told, "formality": formality.value, "age": 50}
