"""A text without whom it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.erasure import names, traces_of, without, without_all
from domain.names import Named, parse_name

OLGA = traces_of(
    Named(parse_name("Смирнова Алёна Петровна"), said_as="Алёнка", forms={"dative": "Смирновой А. П."}),
    phone="+79161112233",
    email="alena@romashka.example",
)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("звонила Смирновой Алене Петровне, ждёт", "звонила …, ждёт"),
        ("СМИРНОВА и Котов", "… и Котов"),
        ("с алёной петровной договорились", "с … договорились"),
        ("Алёнка, спасибо", "…, спасибо"),
        ("письмо Смирновой А. П. ушло", "письмо … ушло"),
        ("т. 8 (916) 111-22-33 или +7 916 111 22 33", "т. … или …"),
        ("почта alena@romashka.example.", "почта …."),
        ("Смирновский рынок, Алёнин день, Петровск", "Смирновский рынок, Алёнин день, Петровск"),
        ("договор 79161112234", "договор 79161112234"),
    ],
)
def test_every_way_of_naming_and_nothing_else(text: str, clean: str) -> None:
    assert without(text, OLGA, "…") == clean
    assert names(text, OLGA) == (text != clean)


WORDS = st.sampled_from([*sorted(OLGA), "Котов", "долг", ",", "ё", "8", "-"])


@given(st.lists(WORDS).map(" ".join))
def test_nothing_is_left_and_twice_is_once(text: str) -> None:
    clean = without(text, OLGA, "…")
    assert not names(clean, OLGA)
    assert without(clean, OLGA, "…") == clean


def test_inside_of_kept_values() -> None:
    kept = {"note": "Алёна Смирнова", "n": 5, "also": [{"who": "Смирнова"}, None]}
    assert without_all(kept, OLGA, "…") == {"note": "…", "n": 5, "also": [{"who": "…"}, None]}
    assert without("текст", frozenset(), "…") == "текст"
