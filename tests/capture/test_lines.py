"""«масло 82,5 20 кор по 150, молоко 3,2 как обычно 5»: what the line says, and what the product makes of it."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.lines import LineChange, TypedLine, read_change, read_line, read_lines
from capture.settling import DoubtKind, Settled, find_reading, settle
from domain.units import Unit, factor, find_unit


@dataclass(frozen=True)
class Goods:
    name: str
    code: str = "X"
    unit: str = "шт"
    pack_size: Decimal | None = None


BUTTER = Goods("Масло сливочное 82,5% 180 г", "МС-825", "шт", Decimal(20))
MILK = Goods("Молоко 3,2% 1 л", "МЛ-32", "шт", Decimal(12))
FLOUR = Goods("Мука пшеничная 50 кг", "МК-50", "кг", Decimal(50))
CHEESE = Goods("Сыр Российский 50%", "СР-50", "кг")


def first(line: TypedLine) -> tuple[str, str | None, Unit | None]:
    reading = line.readings[0]
    return reading.words, None if reading.quantity is None else f"{reading.quantity:f}", reading.unit


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("масло 82,5 20 кор по 150", [("масло 82,5", "20", Unit.BOX)]),
        ("20 кор масла 82,5", [("масла 82,5", "20", Unit.BOX)]),
        ("масло 10,молоко 5", [("масло", "10", None), ("молоко", "5", None)]),
        ("масло 20, 5 кор молока", [("масло", "20", None), ("молока", "5", Unit.BOX)]),
        (
            "масло\nмолоко 5; сыр 3 кг",
            [("масло", None, None), ("молоко", "5", None), ("сыр", "3", Unit.KILOGRAM)],
        ),
        (
            "рожки 40 кор по 32,50 и спагетти 20 кор",
            [("рожки", "40", Unit.BOX), ("спагетти", "20", Unit.BOX)],
        ),
        ("соль и перец 5", [("соль и перец", "5", None)]),
        ("масло и молоко по 5 кор", [("масло и молоко", "5", Unit.BOX)]),
        (
            "кефир 2,5 20 шт творог 9% 30 шт и творог 5% 30 шт",
            [
                ("кефир 2,5", "20", Unit.PIECE),
                ("творог 9%", "30", Unit.PIECE),
                ("творог 5%", "30", Unit.PIECE),
            ],
        ),
        ("мука 50 кг двадцать пять мешков", [("мука 50 кг", "25", Unit.BAG)]),
        ("полторы тонны гречки", [("гречки", "1.5", Unit.TONNE)]),
        ("паллету сахара 1 кг", [("сахара 1 кг", "1", Unit.PALLET)]),
        ("пару кор МС-825 и десяток кор мл-32", [("МС-825", "2", Unit.BOX), ("мл-32", "10", Unit.BOX)]),
    ],
)
def test_a_message_is_cut_into_lines(text: str, lines: list[tuple[str, str | None, Unit | None]]) -> None:
    assert [first(line) for line in read_lines(text)] == lines


def test_terms_of_a_line() -> None:
    line = read_line("ещё масло 20 кор по 145,50 скидка 5%")
    assert (line.price, line.discount, line.more, line.usual) == (145_50, Decimal(5), True, False)
    assert read_line("молоко как обычно").usual
    per_box = read_line("масло 20 по 2900 за кор")
    assert (per_box.price, per_box.price_unit) == (2900_00, Unit.BOX)
    assert read_line("масло 5 150р").price == 150_00
    assert read_line("кефир 1% 10 шт").discount is None


def test_terms_that_stand_alone_belong_to_the_lines_before() -> None:
    first_line, second = read_lines("сгущёнка 6 кор скидка 3%, сахар 4 мешка, скидка 7% на всё")
    assert (first_line.discount, second.discount) == (Decimal(3), Decimal(7))
    (only,) = read_lines("масло 20 кор, по 150")
    assert (only.price, only.readings[0].quantity) == (150_00, Decimal(20))
    (joined,) = read_lines("масло, 20 кор")
    assert joined.readings[0].quantity == Decimal(20)


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
    result = settle(read_line(text), goods, list_price=None)
    assert result == Settled(Decimal(quantity), None, None)


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("масло 82,5", BUTTER),
        ("масло 180", BUTTER),
        ("молоко 2,5", MILK),
        ("мука 50 кг", FLOUR),
        ("масло 3 паллеты", BUTTER),
        ("масло 0", BUTTER),
        ("сыр 20 кор", CHEESE),
        ("масло 5000000 кор", BUTTER),
        ("масло 5 скидка 200%", BUTTER),
    ],
)
def test_what_is_not_sure_is_asked(text: str, goods: Goods) -> None:
    assert settle(read_line(text), goods, list_price=None) is DoubtKind.QUANTITY


def test_as_usual_takes_the_last_quantity_unless_one_is_said() -> None:
    assert settle(read_line("молоко 3,2 как обычно"), MILK, list_price=None, usual=Decimal(7)) == Settled(
        Decimal(7), None, None
    )
    assert settle(read_line("молоко 3,2 как обычно 5"), MILK, list_price=None, usual=Decimal(7)) == Settled(
        Decimal(5), None, None
    )
    assert settle(read_line("молоко как обычно"), MILK, list_price=None) is DoubtKind.QUANTITY


def test_a_price_is_of_one_unit_unless_it_looks_like_that_of_a_pack() -> None:
    line = read_line("масло 2 кор по 150")
    assert settle(line, BUTTER, list_price=160_00) == Settled(Decimal(40), 150_00, None)
    dear = read_line("масло 2 кор по 2900")
    assert settle(dear, BUTTER, list_price=160_00) is DoubtKind.BASIS
    assert settle(dear, BUTTER, list_price=160_00, per_pack=True) == Settled(Decimal(40), 145_00, None)
    assert settle(dear, BUTTER, list_price=160_00, per_pack=False) == Settled(Decimal(40), 2900_00, None)
    said = read_line("масло 2 кор по 2900 за кор")
    assert settle(said, BUTTER, list_price=None) == Settled(Decimal(40), 145_00, None)


def test_a_reading_that_leaves_a_number_unexplained_is_not_taken() -> None:
    assert find_reading(read_line("масло 83 20"), BUTTER) is None


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("30", LineChange(Decimal(30))),
        ("2 кор.", LineChange(Decimal(2), Unit.BOX)),
        ("сорок два шт", LineChange(Decimal(42), Unit.PIECE)),
        ("по 150", LineChange(price=150_00)),
        ("24 по 85", LineChange(Decimal(24), price=85_00)),
        ("5%", LineChange(discount=Decimal(5))),
        ("скидка 5%", LineChange(discount=Decimal(5))),
        ("масло 5", None),
        ("5 штуковин", None),
        ("", None),
    ],
)
def test_what_is_typed_about_one_line(text: str, change: LineChange | None) -> None:
    assert read_change(text) == change


@given(st.text(alphabet="масло молоко 0123456789,.%-+;\nпокоршткгcx№", max_size=80))
def test_anything_typed_is_read_without_falling(text: str) -> None:
    for line in read_lines(text):
        assert line.readings
        settle(line, BUTTER, list_price=100_00)
    read_change(text)


@given(
    st.lists(
        st.tuples(st.sampled_from(["масло", "сыр", "гречка"]), st.integers(1, 9999)), min_size=1, max_size=8
    )
)
def test_lines_by_commas_are_all_there(pairs: list[tuple[str, int]]) -> None:
    text = ", ".join(f"{name} {count} шт" for name, count in pairs)
    assert [first(line) for line in read_lines(text)] == [
        (name, str(count), Unit.PIECE) for name, count in pairs
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
