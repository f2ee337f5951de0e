"""Whole lines: the specification's examples, our own corpora, and laws that hold for any text."""

import json
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.scoring import LINES, score
from capture.acts import Act, LineOfOrder, Named, OrderAct, ShortageAct
from capture.command import answer_of, world_of
from capture.naming.world import ClientEntry, ProductEntry, World
from capture.understand import understand
from domain.calendar import WorkCalendar

ZONE = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 23, 10, 15, tzinfo=ZONE)
PIECES = st.sampled_from(
    ["ромашка", "вектор", "звезда", "у", "в", "к", "на", "по", "и", ",", ".", "не", "20", "кор", "масла", "82,5", "150", "тыс", "оплатят", "обещал", "в", "пт", "завтра", "перезвонить", "через", "час", "заказала", "брак", "недовоз", "др", "12", "марта", "скидка", "5%", "кп", "отправил", "дорого", "отказ", "89161234567", "новый", "клиент", "смирновой", "\n", "1)", "кефир", "1%", "ещё", "им", "🙂", "NaN", "1e9", "½", "²", "й"]
)  # fmt: skip


@cache
def world() -> World:
    return world_of(json.loads((LINES / "food.context.json").read_text(encoding="utf-8")))


def test_the_specification_is_understood() -> None:
    found = score("food")
    assert found.exact >= 0.97 * found.lines
    assert found.silent == 0


@pytest.mark.parametrize(
    ("corpus", "exact", "fields"),
    [
        ("building", 0.96, 0.985),
        ("household", 0.93, 0.975),
        ("autoparts", 0.97, 0.99),
        ("garden", 0.99, 0.99),
    ],
)
def test_other_trades_are_understood_no_worse_than_they_were(
    corpus: str, exact: float, fields: float
) -> None:
    found = score(corpus)
    assert found.exact >= exact * found.lines
    assert found.fields >= fields


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    understand(text, world(), now=NOW, calendar=WorkCalendar(), last_client="c1")


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=24), st.sampled_from([None, "c1"]))
def test_every_value_is_traceable_to_the_text(pieces: list[str], last: str | None) -> None:
    line = " ".join(pieces)
    found = understand(line, world(), now=NOW, calendar=WorkCalendar(), last_client=last)
    for act in found.acts:
        named = {field.split(".")[0] for field, _ in act.sources}
        for field, (start, end) in act.sources:
            assert 0 <= start < end <= len(line), (field, act)
            assert line[start:end].strip()
        assert named, act
        client = act.client
        assert client is None or "client" in named or client.id == last
        for name in values_of(act):
            assert name in line.lower(), (name, act)


def values_of(act: Act) -> list[str]:
    """The words that an act keeps as written."""
    found = [getattr(act, "phone", "").lower()]
    named: list[Named | None] = [getattr(act, "product", None)]
    lines: tuple[LineOfOrder, ...] = getattr(act, "lines", ())
    named += [line.product for line in lines]
    words = [one.query.lower() for one in named if one is not None and one.id is None]
    return [one for one in [*found, *(word for query in words for word in query.split())] if one]


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=20), st.sampled_from(["upper", "title", "ё"]))
def test_letter_case_and_yo_do_not_matter(pieces: list[str], how: str) -> None:
    line = " ".join(pieces)
    other = {"upper": line.upper(), "title": line.title(), "ё": line.replace("е", "ё")}[how]
    assert shape(line) == shape(other)


def shape(line: str) -> str:
    asked = {"text": line, "last_client": "c1"}
    acts = answer_of(asked, world(), NOW.replace(tzinfo=None).isoformat(), ZONE)["acts"]
    return json.dumps(acts, ensure_ascii=False).lower().replace("ё", "е")


@pytest.mark.parametrize(
    "line",
    [
        "ромашка заказала 20 кор масла 82,5",
        "звезда на лесной сыр голландский с плесенью 4 кг",
        "никитина со звезды трубку не берет, перезвоню вечером",
    ],
)
@pytest.mark.parametrize("change", [str.upper, str.title])
def test_a_line_shouted_is_the_same_line(line: str, change: object) -> None:
    assert callable(change)
    assert shape(line) == shape(change(line))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("ромашка просили не звонить до обеда", "просили не звонить до обеда"),
        ("уют просили не привозить в пятницу", "просили не привозить в пятницу"),
    ],
)
def test_what_shall_not_be_is_kept_as_words_and_never_planned(line: str, text: str) -> None:
    acts = answer_of({"text": line}, world(), NOW.replace(tzinfo=None).isoformat(), ZONE)["acts"]
    assert [(act["act"], act["text"]) for act in acts] == [("note", text)]


NO_STOCK = World(
    [ClientEntry("c1", "Ромашка"), ClientEntry("c2", "Вектор")],
    [
        ProductEntry("p1", "Сыр Ламбер 50%"),
        ProductEntry("p2", "Сыр Российский 50%"),
        ProductEntry("p3", "Масло 82,5%"),
    ],
)


@pytest.mark.parametrize(
    ("line", "client", "product", "quantity", "unit"),
    [
        ("нет сыра Ламбер 20 кор Ромашке", "c1", "p1", 20, "box"),
        ("нет сыра российского 20 кг ромашке", "c1", "p2", 20, "kg"),
        ("нету ламбера 5 кор для вектора", "c2", "p1", 5, "box"),
        ("ромашке нет масла", "c1", "p3", None, None),
        ("нет сыра российского 20 кг", None, "p2", 20, "kg"),
    ],
)
def test_a_bare_no_is_goods_not_in_stock(
    line: str, client: str | None, product: str, quantity: int | None, unit: str | None
) -> None:
    (act,) = understand(line, NO_STOCK, now=NOW, calendar=WorkCalendar()).acts
    assert isinstance(act, ShortageAct)
    assert (act.client, act.product) == (Named(client) if client else None, Named(product))
    assert (act.quantity, act.unit) == (quantity, unit)


@pytest.mark.parametrize(
    "line",
    [
        "у ромашки нет сыра российского",
        "ромашка: нет, сыр российский не берут",
        "нет ответа ромашка",
        "ромашке не привезли сыр российский 5 кг",
        "нет, масло 82,5 20 кор взяла ромашка",
        "вектор нет документов на масло",
    ],
)
def test_another_no_is_not(line: str) -> None:
    acts = understand(line, NO_STOCK, now=NOW, calendar=WorkCalendar()).acts
    assert not any(isinstance(act, ShortageAct) for act in acts)


def test_what_was_taken_beside_stays_an_order() -> None:
    line = "нет сыра российского 20 кг, взяли масло 82,5 5 кор ромашка"
    acts = understand(line, NO_STOCK, now=NOW, calendar=WorkCalendar()).acts
    short = [act.product for act in acts if isinstance(act, ShortageAct)]
    taken = [one.product for act in acts if isinstance(act, OrderAct) for one in act.lines]
    assert (short, taken) == ([Named("p2")], [Named("p3")])
