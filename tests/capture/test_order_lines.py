"""«масло 82,5 20 кор по 150, молоко 3,2 как обычно 5»: what the lines of an order say, and what the product makes of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capture.changes import LineChange, read_change
from capture.naming.world import ProductEntry, World
from capture.order_lines import TypedLine, read_line_of, read_order_lines
from capture.settling import DoubtKind, Settled, settle
from domain.units import _WORDS, Unit, factor, find_unit


@dataclass(frozen=True)
class Goods:
    name: str
    code: str = "X"
    unit: str = "шт"
    pack_size: Decimal | None = None
    units: Mapping[str, Decimal] = field(default_factory=dict, hash=False)


BUTTER = Goods("Масло сливочное 82,5% 180 г", "МС-825", "шт", Decimal(20))
LEAN = Goods("Масло сливочное 72,5% 180 г", "МС-725", "шт", Decimal(20))
MILK = Goods("Молоко 3,2% 1 л", "МЛ-32", "шт", Decimal(12))
FLOUR = Goods("Мука пшеничная 50 кг", "МК-50", "кг", Decimal(50))
CHEESE = Goods("Сыр Российский 50%", "СР-50", "кг")
GOODS = (
    BUTTER, LEAN, MILK, FLOUR, CHEESE,
    *(Goods(name, f"Т-{at}") for at, name in enumerate((
        "Рожки 400 г", "Спагетти 400 г", "Соль поваренная 1 кг", "Перец чёрный молотый", "Кефир 1% 1 л", "Кефир 2,5% 1 л", "Творог 9% 200 г",
        "Творог 5% 200 г", "Гречка ядрица 800 г", "Сахар-песок 1 кг", "Сгущёнка варёная 380 г"))),
)  # fmt: skip


@cache
def world(*goods: Goods) -> World:
    return World((), [ProductEntry(one.name, one.name, one.code) for one in goods or GOODS])


def of(name: str) -> str | None:
    """The short name of a product: its first word and what tells it from its like."""
    words = name.split()
    return " ".join(words[: 2 if words[0] in {"Кефир", "Творог"} else 1]).casefold()


def said(line: TypedLine) -> tuple[str | None, str | None, Unit | None]:
    """The product (None where several fit), how many, of what."""
    product, quantity = line.line.product.id, line.line.quantity
    return of(product) if product else None, None if quantity is None else f"{quantity:f}", line.line.unit


def read(text: str) -> list[TypedLine]:
    return read_order_lines(text, world())


def about(text: str, goods: Goods) -> TypedLine:
    return read_line_of(text, world(goods))


def settled(text: str, goods: Goods, *, usual: Decimal | None = None) -> Settled | DoubtKind:
    """As the order dialogue does it."""
    line = about(text, goods)
    if DoubtKind.QUANTITY in line.doubts:
        return DoubtKind.QUANTITY
    return settle(line.line, goods, list_price=None, usual=usual if line.usual else None)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("масло 82,5 20 кор по 150", [("масло", "20", Unit.BOX)]),
        ("20 кор масла 82,5", [("масло", "20", Unit.BOX)]),
        ("масло 10,молоко 5", [(None, "10", None), ("молоко", "5", None)]),
        ("масло 20, 5 кор молока", [(None, "20", None), ("молоко", "5", Unit.BOX)]),
        (
            "масло\nмолоко 5; сыр 3 кг",
            [(None, None, None), ("молоко", "5", None), ("сыр", "3", Unit.KILOGRAM)],
        ),
        (
            "рожки 40 кор по 32,50 и спагетти 20 кор",
            [("рожки", "40", Unit.BOX), ("спагетти", "20", Unit.BOX)],
        ),
        ("соль и перец 5", [("соль", None, None), ("перец", "5", None)]),
        (
            "кефир 2,5 20 шт творог 9% 30 шт и творог 5% 30 шт",
            [
                ("кефир 2,5%", "20", Unit.PIECE),
                ("творог 9%", "30", Unit.PIECE),
                ("творог 5%", "30", Unit.PIECE),
            ],
        ),
        ("мука 50 кг двадцать пять мешков", [("мука", "25", Unit.BAG)]),
        ("полторы тонны гречки", [("гречка", "1.5", Unit.TONNE)]),
        ("паллету сахара 1 кг", [("сахар-песок", "1", Unit.PALLET)]),
        (
            "пару кор МС-825 и десяток кор мл-32",
            [("масло", "2", Unit.BOX), ("молоко", "10", Unit.BOX)],
        ),
        ("1. молоко 5\n2. гречка 3", [("молоко", "5", None), ("гречка", "3", None)]),
        ("- малоко 5\n- гречк 3 уп", [("молоко", "5", None), ("гречка", "3", Unit.PACK)]),
        ("масло 82,5\n20 кор\nмолоко\n10", [("масло", "20", Unit.BOX), ("молоко", "10", None)]),
    ],
)
def test_a_message_is_cut_into_lines(
    text: str, lines: list[tuple[str | None, str | None, Unit | None]]
) -> None:
    found = read(text)
    assert [said(line) for line in found] == lines
    assert not any(line.doubts for line in found)


def test_terms_of_a_line() -> None:
    (line,) = read("ещё масло 82,5 20 кор по 145,50 скидка 5%")
    assert (line.line.price, line.line.discount, line.more, line.usual) == (145_50, Decimal(5), True, False)
    assert line.text == "ещё масло 82,5 20 кор по 145,50 скидка 5%"
    assert [one.more for one in read("молоко 5, добавь гречку 3, + рожки 2")] == [False, True, True]
    assert [one.usual for one in read("как обычно молоко, гречка как обычно, рожки 5")] == [True, True, False]
    (per_box,) = read("масло 82,5 20 по 2900 за кор")
    assert (per_box.line.price, per_box.line.price_unit) == (2900_00, Unit.BOX)
    (loose,) = read("масло 72,5 5 150р")
    assert (loose.line.quantity, loose.line.price) == (Decimal(5), 150_00)
    (kefir,) = read("кефир 1% 10 шт")
    assert kefir.line.discount is None


def test_a_discount_that_stands_alone_belongs_to_the_lines_without_their_own() -> None:
    def discounts(text: str) -> list[Decimal | None]:
        return [line.line.discount for line in read(text)]

    assert discounts("сгущёнка 6 кор скидка 3%, сахар 4 мешка, скидка 7% на всё") == [3, 7]
    assert discounts("молоко 5\nгречка 3\nскидка 5%") == [5, 5]
    assert discounts("скидка 5%, молоко 5, гречка 3") == [5, 5]
    assert discounts("молоко 5, гречка 3 скидка 10%") == [None, 10]
    assert discounts("молоко 5, скидка 5%, гречка 3") == [5, None]


def test_a_price_or_a_quantity_that_stands_alone_belongs_to_the_line_before() -> None:
    (only,) = read("масло 82,5 20 кор, по 150")
    assert (only.line.price, only.line.quantity) == (150_00, Decimal(20))
    (joined,) = read("масло, 20 кор")
    assert joined.line.quantity == Decimal(20)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("мыло детское 5, молоко 3,2 10", [("мыло детское 5", DoubtKind.UNKNOWN), ("молоко 3,2 10", None)]),
        ("колбаса 3 кор молоко 5", [("колбаса 3 кор", DoubtKind.UNKNOWN), ("молоко 5", None)]),
        (
            "гречка 5 на пятницу, молоко 2",
            [("гречка 5", None), ("на пятницу", DoubtKind.UNKNOWN), ("молоко 2", None)],
        ),
        ("молоко топлёное 5", [("молоко топлёное 5", DoubtKind.WHICH)]),
        ("сыр голландия 3, рожки 2", [("сыр голландия 3", DoubtKind.WHICH), ("рожки 2", None)]),
        ("сыр росс 3 кг по 500", [("сыр росс 3 кг по 500", None)]),
        ("гречка 5 7", [("гречка 5 7", DoubtKind.QUANTITY)]),
        ("спасибо", []),
        ("20 кор", [("20 кор", DoubtKind.UNKNOWN)]),
    ],
)
def test_what_nobody_understood_is_kept_as_written(
    text: str, lines: list[tuple[str, DoubtKind | None]]
) -> None:
    found = [(line.text, next(iter(line.doubts), None)) for line in read(text)]
    assert found == lines


def test_a_code_names_goods_and_a_letter_alone_does_not() -> None:
    goods = (Goods("Молоко", "МЛ"), Goods("Молоко топлёное", "МЛ-2"), Goods("Перчатки рабочие L", "П-1"))
    found = [read_order_lines(text, world(*goods))[0] for text in ("мл 4", "МЛ-2 4", "перчатки l 4")]
    assert [(line.line.product.id, line.doubts) for line in found] == [
        (one.name, frozenset()) for one in goods
    ]
    (letter,) = read_order_lines("l 4 шт", world(*goods))
    assert letter.doubts == {DoubtKind.WHICH}


def test_goods_that_fit_equally_are_candidates() -> None:
    (line,) = read("масло 20 кор по 145")
    assert line.line.product.candidates == (BUTTER.name, LEAN.name)
    again = about(line.text, LEAN)
    assert (again.line.product.id, again.line.quantity, again.line.price) == (LEAN.name, Decimal(20), 145_00)


@pytest.mark.parametrize(
    ("text", "goods", "quantity"),
    [
        ("масло 82,5 20 кор", BUTTER, 400),
        ("масло 82,5 20", BUTTER, 20),
        ("5 молоко 3,2", MILK, 5),
        ("молоко 3,2 5", MILK, 5),
        ("мука 50 кг 4 мешка", FLOUR, 200),
        ("сыр российский 12,5 кг", CHEESE, Decimal("12.5")),
        ("сыр 12,5", CHEESE, Decimal("12.5")),
    ],
)
def test_numbers_of_the_name_are_not_the_quantity(text: str, goods: Goods, quantity: int) -> None:
    assert settled(text, goods) == Settled(Decimal(quantity), None, None)


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("масло 82,5", BUTTER),
        ("масло 180", BUTTER),
        ("масло 83 20", BUTTER),
        ("молоко 2,5", MILK),
        ("мука 50 кг", FLOUR),
        ("масло 3 паллеты", BUTTER),
        ("масло 0", BUTTER),
        ("сыр 20 кор", CHEESE),
        ("масло 5000000 кор", BUTTER),
        ("масло 5 скидка 200%", BUTTER),
        (f"масло {'9' * 40}", BUTTER),
        ("колбаса 3 масло 82,5 5", BUTTER),
        ("спасибо", BUTTER),
    ],
)
def test_what_is_not_sure_is_asked(text: str, goods: Goods) -> None:
    assert settled(text, goods) is DoubtKind.QUANTITY


def test_as_usual_takes_the_last_quantity_unless_one_is_said() -> None:
    assert settled("молоко 3,2 как обычно", MILK, usual=Decimal(7)) == Settled(Decimal(7), None, None)
    assert settled("молоко 3,2 как обычно 5", MILK, usual=Decimal(7)) == Settled(Decimal(5), None, None)
    assert settled("молоко как обычно", MILK) is DoubtKind.QUANTITY
    assert settled("молоко", MILK, usual=Decimal(7)) is DoubtKind.QUANTITY


def test_a_price_is_of_one_unit_unless_it_looks_like_that_of_a_pack() -> None:
    line = about("масло 2 кор по 150", BUTTER).line
    assert settle(line, BUTTER, list_price=160_00) == Settled(Decimal(40), 150_00, None)
    dear = about("масло 2 кор по 2900", BUTTER).line
    assert settle(dear, BUTTER, list_price=160_00) is DoubtKind.BASIS
    assert settle(dear, BUTTER, list_price=160_00, per_pack=True) == Settled(Decimal(40), 145_00, None)
    assert settle(dear, BUTTER, list_price=160_00, per_pack=False) == Settled(Decimal(40), 2900_00, None)
    said = about("масло 2 кор по 2900 за кор", BUTTER).line
    assert settle(said, BUTTER, list_price=None) == Settled(Decimal(40), 145_00, None)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("30", LineChange(Decimal(30))),
        ("2 кор.", LineChange(Decimal(2), Unit.BOX)),
        ("сорок два шт", LineChange(Decimal(42), Unit.PIECE)),
        ("полтора ящика", LineChange(Decimal("1.5"), Unit.BOX)),
        ("по 150", LineChange(price=150_00)),
        ("по 2900 за кор", LineChange(price=2900_00, price_unit=Unit.BOX)),
        ("24 по 85", LineChange(Decimal(24), price=85_00)),
        ("24 шт по 85, скидка 3%", LineChange(Decimal(24), Unit.PIECE, 85_00, Decimal(3))),
        ("5%", LineChange(discount=Decimal(5))),
        ("скидка 5%", LineChange(discount=Decimal(5))),
        ("масло 5", None),
        ("5 штуковин", None),
        ("5 7", None),
        ("5 мм", None),
        ("+5", None),
        ("", None),
    ],
)
def test_what_is_typed_about_one_line(text: str, change: LineChange | None) -> None:
    assert read_change(text) == change


def test_every_word_of_a_unit_is_read_behind_a_number() -> None:
    for unit, words in _WORDS.items():
        for word in words.split():
            assert read_change(f"2 {word}") == LineChange(Decimal(2), unit), word


@settings(deadline=None)
@given(st.text(alphabet="масло молоко 0123456789,.%-+;\nпокоршткгcx№", max_size=80))
def test_anything_typed_is_read_without_falling(text: str) -> None:
    for line in read(text):
        assert line.text
        settle(line.line, BUTTER, list_price=100_00)
    settled(text, BUTTER)
    read_change(text)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["масло", "сыр", "гречка"]), st.integers(1, 9999)), min_size=1, max_size=8
    )
)
def test_lines_by_commas_are_all_there(pairs: list[tuple[str, int]]) -> None:
    text = ", ".join(f"{name} {count} шт" for name, count in pairs)
    assert [(line.text, said(line)[1:]) for line in read(text)] == [
        (f"{name} {count} шт", (str(count), Unit.PIECE)) for name, count in pairs
    ]


def test_units_and_packs() -> None:
    assert [find_unit(word) for word in ("Кор.", "уп", "штук", "м²", "лишнее")] == [
        Unit.BOX,
        Unit.PACK,
        Unit.PIECE,
        Unit.SQUARE_METRE,
        None,
    ]
    assert factor(Unit.BOX, "шт", Decimal(20)) == 20
    assert factor(Unit.BOX, "кор", Decimal(20)) == 1
    assert factor(Unit.TONNE, "кг", None) == 1000
    assert factor(Unit.GRAM, "кг", None) == Decimal("0.001")
    assert factor(Unit.PALLET, "шт", Decimal(20)) is None
    assert factor(Unit.BOX, "шт", None) is None
    assert factor(Unit.LITRE, "бочка", None) is None
