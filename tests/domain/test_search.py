"""Finding a client by what a thumb typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.search import (
    SearchSettings,
    best_matches,
    digits_of,
    grams,
    normalise,
    number_score,
    other_layout,
    parse_query,
    query_grams,
    score,
    terms,
    text_grams,
    transliterate,
)

SETTINGS = SearchSettings()
BASE = {
    "ООО «Ромашка»": ("7701234567", "+79123456789"),
    "ООО Ромашково": (),
    "ИП Смирнова О. П.": (),
    "АО Вектор-Плюс": ("7802345678",),
    "Пиццерия Тесто": (),
    "METRO Cash & Carry": (),
    "Магазин Берёзка": (),
    "Центральный рынок": (),
    "ТД Северный ветер": ("+74951234567",),
    "Домашняя кухня": (),
    "Кухня мира": (),
    "Рога и копыта": (),
}


def found(typed: str) -> list[str]:
    candidates = [(name, name, numbers) for name, numbers in BASE.items()]
    return [name for name, _ in best_matches(parse_query(typed), candidates, SETTINGS)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ромашка", "ООО «Ромашка»"),
        ("РОМАШКА", "ООО «Ромашка»"),
        ("ооо ромашка", "ООО «Ромашка»"),
        ("ooo ромашка", "ООО «Ромашка»"),  # Latin letters of the same look
        ("рамашка", "ООО «Ромашка»"),
        ("ромшка", "ООО «Ромашка»"),
        ("hjvfirf", "ООО «Ромашка»"),
        ("romashka", "ООО «Ромашка»"),
        ("смирнов", "ИП Смирнова О. П."),
        ("смиронва", "ИП Смирнова О. П."),
        ("cvbhyjdf", "ИП Смирнова О. П."),
        ("у смирновой", "ИП Смирнова О. П."),
        ("вектр", "АО Вектор-Плюс"),
        ("плюс", "АО Вектор-Плюс"),
        ("вектор плюс", "АО Вектор-Плюс"),
        ("метро", "METRO Cash & Carry"),
        ("ьуекщ", "METRO Cash & Carry"),
        ("metro", "METRO Cash & Carry"),
        ("березка", "Магазин Берёзка"),
        ("берёзк", "Магазин Берёзка"),
        ("<thtprf", "Магазин Берёзка"),
        ("севрный", "ТД Северный ветер"),
        ("ветер северный", "ТД Северный ветер"),
        ("копыт", "Рога и копыта"),
        ("центр", "Центральный рынок"),
        ("пицерия", "Пиццерия Тесто"),
        ("тесто пицерия", "Пиццерия Тесто"),
        ("кухни мира", "Кухня мира"),
        ("4567", "ООО «Ромашка»"),  # the end of a tax number and of another's phone
        ("8 (912) 345-67-89", "ООО «Ромашка»"),
        ("345-67-89", "ООО «Ромашка»"),
        ("7802", "АО Вектор-Плюс"),
        ("84951234567", "ТД Северный ветер"),
    ],
)
def test_found_first(typed: str, name: str) -> None:
    assert found(typed)[0] == name


@pytest.mark.parametrize("typed", ["", "!!!", "xyz", "абракадабра", "999", "12"])
def test_nothing_is_better_than_anything(typed: str) -> None:
    assert found(typed) == []


def test_a_beginning_finds_all_that_begin_so() -> None:
    assert set(found("ром")) == {"ООО «Ромашка»", "ООО Ромашково"}


def test_two_kitchens_are_both_shown() -> None:
    assert set(found("кухня")) == {"Домашняя кухня", "Кухня мира"}


def test_the_number_of_results_is_limited() -> None:
    candidates = [(place, "Ромашка", ()) for place in range(50)]
    assert len(best_matches(parse_query("ромашка"), candidates, SETTINGS)) == SETTINGS.limit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ООО «Ромашка»", "ромашка"),
        ("Общество с ограниченной ответственностью «Ёлка»", "елка"),
        ("Индивидуальный предприниматель Ёжиков", "ежиков"),
        ("Публичное акционерное общество Вектор", "вектор"),
        ("Vector LLC", "вецтор"),
        ("ООО", "ооо"),
        ("Магазин № 5", "магазин 5"),
        ("  —  ", ""),
    ],
)
def test_normalised(text: str, expected: str) -> None:
    assert normalise(text) == expected


def test_readings() -> None:
    assert other_layout("hjvfirf") == "ромашка"
    assert other_layout("цуи") == "web"
    assert transliterate("Shchukin Zhenya") == "щукин женя"
    assert parse_query("hjvfirf").variants == (("хйвфирф",), ("ромашка",))
    assert parse_query("").is_empty
    assert parse_query("!!!").is_empty


def test_digits() -> None:
    assert digits_of("8 (912) 345-67-89") == digits_of("+7 912 345-67-89") == "9123456789"
    assert number_score("9123456789", ["8 912 345 67 89"]) == 100
    assert number_score("6789", ["", "8 912 345 67 89"]) == 95
    assert number_score("912", ["8 912 345 67 89"]) == 90
    assert number_score("345", ["8 912 345 67 89"]) == 0
    assert number_score("", ["1"]) == 0
    assert score(parse_query("6789"), "", SETTINGS, numbers=["89123456789"]) == 95


def test_terms_are_stems_each_once() -> None:
    assert terms("ООО Ромашка, ромашки") == ("ромашк",)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("рамашка", "Ромашка"),
        ("hjvfirf", "Ромашка"),
        ("ром", "Ромашка"),
        ("смиронва", "Смирнова"),
        ("metro", "METRO"),
    ],
)
def test_the_index_brings_the_candidate_near(typed: str, name: str) -> None:
    kept = text_grams(name)
    best = max(len(reading & kept) / len(reading) for reading in query_grams(parse_query(typed)))
    assert best >= 0.3
    assert grams("ром") == {"__р", "_ро", "ром", "ом_"}


@given(st.text(max_size=30))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert "ё" not in once
    assert normalise(once) == once or not once


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_score_is_between_nothing_and_all(typed: str, name: str) -> None:
    assert 0 <= score(parse_query(typed), name, SETTINGS) <= 100


@given(st.text("абвгдежзиклмнопрстуфхцчшщэюя", min_size=4, max_size=15))
def test_a_name_finds_itself_in_either_layout(name: str) -> None:
    assert score(parse_query(name), name, SETTINGS) == 100
    assert score(parse_query(other_layout(name)), name, SETTINGS) >= 95
