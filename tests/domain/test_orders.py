from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidOrderLineError, OrderTransitionError
from domain.orders import (
    TRANSITIONS,
    OrderLine,
    OrderStatus,
    OrderTotals,
    Price,
    can_become,
    check_line,
    check_transition,
    find_price,
    merge,
    totals,
)


def line(
    quantity: str, price: int | None = 100_00, discount: str = "0", product_id: int | None = 1
) -> OrderLine:
    return OrderLine(product_id, "Butter", Decimal(quantity), "box", price, Decimal(discount))


@pytest.mark.parametrize(
    ("quantity", "price", "discount", "amount"),
    [
        ("2", 100_00, "0", 200_00),
        ("1", 1_05, "50", 53),  # 52.5 kopecks: the half up
        ("0.5", 3, "0", 2),
        ("1.234", 100_00, "7.5", 114_15),  # 11414.5
        ("3", None, "10", 0),
    ],
)
def test_a_line_is_rounded_half_up_once(quantity: str, price: int | None, discount: str, amount: int) -> None:
    assert line(quantity, price, discount).amount == amount


def test_totals_are_the_sum_of_what_is_printed() -> None:
    lines = [line("1", 105, "50"), line("1", 105, "50"), line("2", None)]
    assert totals(lines) == OrderTotals(lines=3, gross=210, discount=104, amount=106, unpriced=1)
    assert totals([]) == OrderTotals(0, 0, 0, 0, 0)


def test_the_same_goods_on_the_same_terms_are_one_line() -> None:
    merged = merge([line("2"), line("5", product_id=2), line("3"), line("1", discount="5")])
    assert merged == [line("5"), line("5", product_id=2), line("1", discount="5")]


def test_lines_typed_as_text_merge_by_their_words() -> None:
    first, second = (OrderLine(None, name, Decimal(1)) for name in ("Butter 72%", " butter 72% "))
    assert [each.quantity for each in merge([first, second])] == [Decimal(2)]


LINES = st.lists(
    st.builds(
        OrderLine,
        product_id=st.integers(1, 4),
        name=st.just("x"),
        quantity=st.integers(1, 500).map(Decimal),
        price=st.none() | st.integers(0, 10**7),
        discount=st.sampled_from([Decimal(0), Decimal(5), Decimal("12.5"), Decimal(100)]),
    ),
    max_size=20,
)


@given(LINES)
def test_merging_keeps_quantities_and_undiscounted_sums(lines: list[OrderLine]) -> None:
    merged = merge(lines)
    assert sum(each.quantity for each in merged) == sum(each.quantity for each in lines)
    assert totals(merged).gross == totals(lines).gross
    assert merge(merged) == merged
    result = totals(lines)
    assert result.amount + result.discount == result.gross
    assert 0 <= result.amount <= result.gross


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        (line("0"), "quantity"),
        (line("-1"), "quantity"),
        (line("NaN"), "quantity"),
        (line("Infinity"), "quantity"),
        (line("1000001"), "quantity"),
        (line("1", -1), "price"),
        (line("1", discount="101"), "discount"),
        (line("1", discount="-1"), "discount"),
        (line("1", discount="NaN"), "discount"),
    ],
)
def test_impossible_lines_are_refused(bad: OrderLine, field: str) -> None:
    with pytest.raises(InvalidOrderLineError) as error:
        check_line(bad)
    assert error.value.facts["field"] == field


def test_a_possible_line_passes() -> None:
    check_line(line("0.001", None, "100"))


def test_the_price_of_the_clients_column() -> None:
    prices = {"retail": 120, "wholesale": 100}
    assert find_price(prices, "wholesale", ["retail"]) == Price("wholesale", 100)
    assert find_price(prices, "dealer", ["base", "retail"]) == Price("retail", 120, fallback=True)
    assert find_price(prices, None, ["retail"]) == Price("retail", 120, fallback=True)
    assert find_price(prices, "dealer") is None


def test_the_usual_way_of_an_order() -> None:
    way = [
        OrderStatus.DRAFT,
        OrderStatus.HANDED_OVER,
        OrderStatus.ACCEPTED,
        OrderStatus.QUESTION,
        OrderStatus.HANDED_OVER,
        OrderStatus.ENTERED,
        OrderStatus.CLOSED,
    ]
    for status, wanted in pairwise(way):
        check_transition(status, wanted)


def test_a_held_order_goes_on_comes_back_or_ends() -> None:
    check_transition(OrderStatus.DRAFT, OrderStatus.ON_APPROVAL)
    for wanted in (OrderStatus.HANDED_OVER, OrderStatus.DRAFT, OrderStatus.REFUSED):
        check_transition(OrderStatus.ON_APPROVAL, wanted)
    assert not can_become(OrderStatus.ON_APPROVAL, OrderStatus.ACCEPTED)


def test_an_order_is_taken_back_only_before_somebody_has_it_in_hands() -> None:
    check_transition(OrderStatus.HANDED_OVER, OrderStatus.DRAFT)
    assert not can_become(OrderStatus.ACCEPTED, OrderStatus.DRAFT)
    assert not can_become(OrderStatus.ENTERED, OrderStatus.DRAFT)


@pytest.mark.parametrize(
    ("status", "wanted"),
    [
        (OrderStatus.DRAFT, OrderStatus.ENTERED),
        (OrderStatus.ENTERED, OrderStatus.ACCEPTED),
        (OrderStatus.ACCEPTED, OrderStatus.ACCEPTED),
        (OrderStatus.CLOSED, OrderStatus.DRAFT),
    ],
)
def test_a_late_tap_is_refused_with_the_facts(status: OrderStatus, wanted: OrderStatus) -> None:
    with pytest.raises(OrderTransitionError) as error:
        check_transition(status, wanted)
    assert error.value.facts == {"status": status, "wanted": wanted}


def test_every_status_is_in_the_table_and_reachable() -> None:
    assert set(TRANSITIONS) == set(OrderStatus)
    reached = {OrderStatus.DRAFT}.union(*TRANSITIONS.values())
    assert reached == set(OrderStatus)
    assert not any(can_become(status, status) for status in OrderStatus)
