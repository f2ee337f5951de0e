"""Least quantities and whole packs, and units by the product's own table."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.price_lists import looks_full
from domain.steps import QuantityStepError, check_step, fits_step, nearest_steps, step_of
from domain.units import Unit, factor

D = Decimal
COUNTS = st.decimals("0.001", 10_000, places=3)
MAYBE = st.none() | COUNTS


@pytest.mark.parametrize(
    ("quantity", "minimum", "multiple", "near"),
    [
        (30, None, 12, (24, 36)),
        (24, None, 12, ()),
        (5, None, 12, (12,)),
        (5, 10, None, (10,)),
        (10, 10, 12, (12,)),
        (30, 20, 12, (24, 36)),
        (20, 24, 12, (24,)),
        (7, None, None, ()),
        (D("1.3"), None, D("0.5"), (1, D("1.5"))),
    ],
)
def test_the_nearest(
    quantity: Decimal, minimum: Decimal, multiple: Decimal, near: tuple[Decimal, ...]
) -> None:
    maybe = [None if one is None else D(one) for one in (minimum, multiple)]
    assert nearest_steps(D(quantity), *maybe) == near


@given(COUNTS, MAYBE, MAYBE)
def test_what_is_offered_may_be_ordered_and_brackets_the_wish(
    quantity: Decimal, minimum: Decimal | None, multiple: Decimal | None
) -> None:
    near = nearest_steps(quantity, minimum, multiple)
    assert (near == ()) == fits_step(quantity, minimum, multiple)
    assert all(fits_step(one, minimum, multiple) and one > 0 for one in near)
    if near:
        assert near[-1] > quantity
        assert near[-1] - quantity < (multiple or 0) + (minimum or 0)
    if len(near) > 1:
        assert near[0] < quantity
        assert near[1] - near[0] == step_of(multiple)


def test_a_refusal_says_what_may_be_ordered() -> None:
    with pytest.raises(QuantityStepError) as caught:
        check_step(D(30), None, D(12))
    facts = caught.value.facts
    assert (facts["down"], facts["up"], facts["rule"], facts["near"]) == (24, 36, "multiple", "two")


def test_units_by_the_own_table() -> None:
    table = {"box": D(20), "pallet": D(800), "kg": D(4)}
    assert factor(Unit.BOX, "шт", D(12), table) == 20
    assert factor(Unit.PACK, "шт", D(12), table) == 12
    assert factor(Unit.PALLET, "шт", D(12), table) == 800
    assert factor(Unit.KILOGRAM, "шт", None, table) == 4
    assert factor(Unit.GRAM, "шт", None, table) == D("0.004")
    assert factor(Unit.TONNE, "шт", None, table) == 4000
    assert factor(Unit.GRAM, "кг", None) == D("0.001")
    assert factor(Unit.LITRE, "шт", None, table) is None


def test_a_short_list_says_nothing_of_what_it_does_not_name() -> None:
    assert looks_full(50, 100)
    assert looks_full(100, 100)
    assert not looks_full(49, 100)
    assert not looks_full(1, 2)
