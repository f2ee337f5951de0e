"""The sums of an order, counted from plain integers, are the domain's to the kopeck."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.orders import OrderLine, totals
from domain.prices import VatMode
from usecases.order_sums import summed

LINES = st.lists(
    st.builds(
        OrderLine,
        st.just(1),
        st.just(""),
        st.decimals(Decimal("0.001"), 1_000_000, places=3),
        st.just("pcs"),
        st.none() | st.integers(0, 10**10),
        st.decimals(0, 100, places=3),
        st.sampled_from([None, 0, 10, 22]),
    ),
    max_size=8,
)


@given(LINES, st.sampled_from(VatMode))
def test_sums_are_those_of_the_rule(lines: list[OrderLine], mode: VatMode) -> None:
    figures = [(int(one.quantity * 1000), one.price, int(one.discount * 1000), one.vat_rate) for one in lines]
    assert summed(figures, mode) == totals(lines, mode)
