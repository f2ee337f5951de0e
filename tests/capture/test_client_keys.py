"""Names of clients as accountants write them: what is cut, and what must never be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.naming.client_keys import client_words, full_key, keys_of

SAME = [
    "ООО «Ромашка»", "Ромашка, ООО", 'Общество с ограниченной ответственностью "РОМАШКА"', "OOO Ромашка", "Рoмaшкa", "Ромашка (не исп.)",
    "Ромашка перевод", "Ромашка - передан Иванову", "Ромашка (передан Иванову И. И. 01.02)", "Ромашка (Иванова)", "Ромашка (Иванов И.И.)",
    "Ромашка до 2025", "Ромашка (до 01.02.2025)", "Ромашка НЕ РАБОТАЕМ", "Ромашка дубль", "Ромашка опт", "ОПТ Ромашка", "Ромашка розн.",
    "Ромашка [ТТ]", "Ромашка /VIP/", "000123 Ромашка", "00-00000123 Ромашка ООО", "ЦБ-000123 Ромашка", "Ромашка (000123)",
    "Ромашка (НЕ РАБОТАЕМ) /опт/ [дубль]", "РОМАШКА  (не использовать, дубль)",
]  # fmt: skip
OTHERS = [
    "Ромашка Ленина 5", "Ромашка (Казань)", "Ромашка (Ростов)", "Ромашка Плюс", "ТД Ромашка", "Ромашка-2", "Ромашка / Вега", "Ромашка Оптторг",
    "Новая Ромашка", "Ромашка на Ленина",
]  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_what_hangs_on_a_name_is_cut(name: str) -> None:
    assert keys_of(name) & keys_of("Ромашка")


@pytest.mark.parametrize("name", OTHERS)
def test_another_outlet_of_a_chain_is_another_client(name: str) -> None:
    assert not keys_of(name) & keys_of("Ромашка")


def test_letters_that_look_alike_are_one() -> None:
    assert keys_of("Магазин BECTA") & keys_of("Магазин «Веста»")
    assert keys_of("METRO") == keys_of("Метро")
    assert keys_of("Берёзка") == keys_of("БЕРЕЗКА")


def test_what_is_all_of_a_name_is_kept() -> None:
    assert keys_of("Опт") == {"опт"}
    assert keys_of("ООО «Дубль»") == {"дубл"}
    assert keys_of("000123") == {"000123"}
    assert keys_of("") == frozenset()


def test_marks_tell_apart_where_nothing_else_does() -> None:
    assert full_key("Ромашка опт") != full_key("Ромашка розн.")
    assert full_key("ООО «Ромашка» опт") == full_key("Ромашка Опт")


WORDS = st.sampled_from(["ромашка", "вега", "колос", "ленина", "5", "(казань)", "ТД", "«Юг»"])
MARKS = st.sampled_from(
    [" ".join(tag) for tag in client_words().tags if "*" not in " ".join(tag)]
    + ["передан Иванову", "до 2025", "(дубль)"]
)


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(MARKS, max_size=3))
def test_marks_never_change_whom_a_name_means(words: list[str], marks: list[str]) -> None:
    assert keys_of(" ".join([*words, *marks])) == keys_of(" ".join(words))


@given(st.text(max_size=80))
def test_any_text_has_its_keys(text: str) -> None:
    assert all(0 < len(key) <= 300 for key in keys_of(text))
