"""What a client usually takes."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.basket import Taken, Usual, usual_basket


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
