"""What a client usually takes."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.basket import Taken, Usual, due_basket, usual_basket


def taken(order: int, product: int, quantity: int) -> Taken:
    return Taken(order, product, f"Товар {product}", Decimal(quantity), "шт")


TAKEN = st.lists(
    st.builds(taken, st.integers(1, 6), st.integers(1, 8), st.integers(1, 500)),
    unique_by=lambda line: (line.order_id, line.product_id),
)


def test_goods_of_half_the_orders_in_the_middle_quantity() -> None:
    lines = [
        taken(1, 7, 10),
        taken(2, 7, 30),
        taken(3, 7, 20),
        taken(3, 8, 5),
        taken(4, 9, 1),
        taken(2, 9, 4),
    ]
    assert usual_basket(lines) == (
        Usual(7, "Товар 7", Decimal(20), "шт", 3),
        Usual(9, "Товар 9", Decimal(1), "шт", 2),
    )


def test_one_order_is_no_habit() -> None:
    assert usual_basket([taken(1, 7, 10)]) == ()
    assert usual_basket([]) == ()


@given(TAKEN, st.integers(1, 5))
def test_a_quantity_was_really_taken_and_nothing_is_rare(lines: list[Taken], most: int) -> None:
    orders = len({line.order_id for line in lines})
    usual = usual_basket(lines, most)
    assert len(usual) <= most
    assert [one.orders for one in usual] == sorted((one.orders for one in usual), reverse=True)
    for one in usual:
        assert 2 * one.orders >= orders
        assert one.quantity in {line.quantity for line in lines if line.product_id == one.product_id}


DAY = date(2026, 11, 2)


def on(day: int, product: int, quantity: int) -> Taken:
    return replace(taken(day + 1, product, quantity), day=DAY + timedelta(days=day))


def test_goods_are_due_by_their_own_rhythm() -> None:
    weekly = [on(day, 1, quantity) for day, quantity in ((0, 10), (7, 14), (14, 12), (21, 12))]
    rare = [on(0, 2, 4), on(21, 2, 6)]
    given_up = [on(0, 3, 1), on(2, 3, 1)]
    assert due_basket([*weekly, *rare, *given_up, on(21, 4, 9)], DAY + timedelta(days=28)) == (
        Usual(1, "Товар 1", Decimal(12), "шт", 4),
    )


@given(TAKEN, st.lists(st.integers(0, 60), min_size=6, max_size=6, unique=True), st.integers(0, 400))
def test_what_is_due_was_taken_twice_in_a_quantity_that_was_taken(
    lines: list[Taken], days: list[int], later: int
) -> None:
    dated = [replace(line, day=DAY + timedelta(days=days[line.order_id - 1])) for line in lines]
    for one in due_basket(dated, DAY + timedelta(days=60 + later)):
        known = [line for line in dated if line.product_id == one.product_id]
        assert len({line.day for line in known}) >= 2
        assert one.quantity in {line.quantity for line in known}
