from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.actors import Role
from domain.orders import OrderLine, VatSum, totals, vat_of
from domain.prices import (
    Asked,
    Buyer,
    Counted,
    CounterError,
    DiscountRule,
    PriceSettings,
    RuleError,
    RuleKind,
    VatMode,
    best_rules,
    bounded,
    check_counter,
    margin,
    offers,
    percent_off,
    price_off,
    within,
)
from domain.units import Unit

TODAY = date(2026, 11, 23)
BUYER = Buyer(7, "A", "опт")
RATES = st.sampled_from([None, 0, 10, 20, 22])
PERCENTS = st.decimals(Decimal("0.1"), Decimal(99), places=1)
LINES = st.lists(
    st.builds(
        OrderLine,
        product_id=st.integers(1, 9),
        name=st.just("x"),
        quantity=st.decimals(Decimal("0.001"), Decimal(500), places=3),
        price=st.none() | st.integers(0, 10**6),
        discount=st.sampled_from([Decimal(0), Decimal(5), Decimal("12.5"), Decimal(100)]),
        vat_rate=RATES,
    ).map(lambda line: line if line.price is not None else OrderLine(line.product_id, "x", line.quantity)),
    max_size=15,
)
COUNTED = st.lists(
    st.builds(
        Counted,
        product_id=st.integers(1, 5),
        group=st.sampled_from(["Молочное", "Сыры"]),
        quantity=st.integers(1, 300).map(Decimal),
        gross=st.integers(0, 10**6),
        pack_size=st.sampled_from([None, Decimal(20)]),
    ),
    max_size=5,
    unique_by=lambda line: line.product_id,
)
RULES = st.lists(
    st.builds(
        DiscountRule,
        id=st.integers(1, 99),
        percent=PERCENTS,
        products=st.sampled_from([(), (1,), (2, 3)]),
        group=st.sampled_from([None, "Молочное"]),
        client_id=st.sampled_from([None, 7, 8]),
        client_class=st.sampled_from([None, "A", "B"]),
        quantity=st.sampled_from([None, Decimal(10), Decimal(200)]),
        unit=st.sampled_from([None, Unit.PIECE, Unit.PACK]),
        amount=st.sampled_from([None, 100_000]),
    ),
    max_size=8,
    unique_by=lambda rule: rule.id,
)
ASKED = st.builds(
    lambda listed, ask, allowed: Asked(1, listed, price_off(listed, ask), allowed),
    st.integers(100, 10**6),
    st.integers(20, 60).map(Decimal),
    st.integers(0, 19).map(Decimal),
)


@given(LINES, st.sampled_from(VatMode))
def test_what_is_paid_and_its_vat_are_sums_of_the_lines(lines: list[OrderLine], mode: VatMode) -> None:
    sums = totals(lines, mode)
    vat = sum(line.vat(mode) for line in lines)
    net = sum(line.amount for line in lines)
    assert sums.vat == vat
    assert sums.amount == (net + vat if mode is VatMode.ON_TOP else net)
    assert sums.net == sums.amount - vat
    taxed = sum(line.amount for line in lines if line.vat_rate is not None)
    if mode is not VatMode.NONE:
        base = sum(one.base for one in sums.vats)
        assert base + (vat if mode is VatMode.INCLUDED else 0) == taxed


def test_vat_is_rounded_line_by_line_as_the_accounting_system_does() -> None:
    lines = [OrderLine(n, "x", Decimal(1), price=1_01, vat_rate=22) for n in (1, 2, 3)]
    # 101 × 22 / 122 = 18.21; of the whole sum it would be 54.6, rounded to 55
    assert totals(lines).vats == (VatSum(22, 249, 54),)
    assert totals(lines, VatMode.ON_TOP).amount == 3 * (101 + 22)
    assert vat_of(125, 20, VatMode.ON_TOP) == 25
    assert vat_of(25, 10, VatMode.ON_TOP) == 3, "the half up"
    assert vat_of(100, None, VatMode.INCLUDED) == vat_of(100, 0, VatMode.INCLUDED) == 0


@given(RULES, COUNTED, st.integers())
def test_rules_in_any_order_give_the_same(rules: list[DiscountRule], lines: list[Counted], seed: int) -> None:
    found = best_rules(rules, BUYER, lines)
    shuffled, other = list(rules), list(lines)
    Random(seed).shuffle(shuffled)
    Random(seed).shuffle(other)
    assert best_rules(shuffled, BUYER, other) == found


@given(RULES, COUNTED)
def test_one_rule_counts_and_no_discount_raises_a_price(
    rules: list[DiscountRule], lines: list[Counted]
) -> None:
    found = best_rules(rules, BUYER, lines)
    for line in lines:
        rule = found.get(line.product_id)
        if rule is None:
            continue
        assert 0 <= price_off(line.gross, rule.percent) <= line.gross
        alone = [one for one in rules if best_rules([one], BUYER, lines).get(line.product_id)]
        assert rule.percent == max(one.percent for one in alone)


@given(RULES, COUNTED, st.integers(1, 500))
def test_more_goods_never_lose_a_discount(rules: list[DiscountRule], lines: list[Counted], more: int) -> None:
    bigger = [
        Counted(one.product_id, one.group, one.quantity + more, one.gross + more, one.unit, one.pack_size)
        for one in lines
    ]
    before, after = best_rules(rules, BUYER, lines), best_rules(rules, BUYER, bigger)
    assert all(after[product].percent >= rule.percent for product, rule in before.items())


@given(ASKED, PERCENTS)
def test_a_counter_offer_is_between_what_was_asked_and_the_limit(asked: Asked, percent: Decimal) -> None:
    price = bounded(asked, percent)
    assert asked.price <= price <= price_off(asked.listed, asked.allowed)
    for offer in offers([asked]):
        assert asked.allowed <= check_counter([asked], offer) < asked.percent


def test_buttons_of_a_counter_offer_begin_with_the_limit() -> None:
    assert [*map(float, offers([Asked(1, 150_00, 132_00, Decimal(5))]))] == [5, 7, 9, 11]
    assert [*map(float, offers([Asked(1, 150_00, 141_00, Decimal(5))]))] == [5, 5.5]
    assert offers([]) == ()
    with pytest.raises(CounterError):
        check_counter([Asked(1, 150_00, 132_00, Decimal(5))], Decimal(13))


def test_a_price_that_rounding_put_below_the_limit_is_within_it() -> None:
    assert not Asked(1, 33_33, 31_66, Decimal(5)).is_beyond
    assert Asked(1, 33_33, 31_65, Decimal(5)).is_beyond


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        (DiscountRule(1, Decimal(5), client_id=7), RuleKind.SCHEME),
        (DiscountRule(1, Decimal(5), quantity=Decimal(50)), RuleKind.VOLUME),
        (DiscountRule(1, Decimal(5), ends=TODAY), RuleKind.PROMO),
    ],
)
def test_kinds(rule: DiscountRule, kind: RuleKind) -> None:
    assert rule.kind is kind


def test_a_volume_counts_all_goods_that_it_names_in_its_own_unit() -> None:
    rule = DiscountRule(1, Decimal(5), group="Молочное", quantity=Decimal(3), unit=Unit.BOX)
    packed = Counted(1, "Молочное", Decimal(40), 0, pack_size=Decimal(20))
    bulk = Counted(2, "Молочное", Decimal(500), 0)
    assert best_rules([rule], BUYER, [packed, bulk]) == {}
    more = Counted(3, "Молочное", Decimal(12), 0, pack_size=Decimal(12))
    assert set(best_rules([rule], BUYER, [packed, bulk, more])) == {1, 2, 3}


def test_days_and_percents_that_make_no_sense_are_refused() -> None:
    assert within(DiscountRule(1, Decimal(5)), TODAY).starts == TODAY
    for wrong in (
        DiscountRule(1, Decimal(0)),
        DiscountRule(1, Decimal(100)),
        DiscountRule(1, Decimal(5), ends=date(2026, 11, 22)),
    ):
        with pytest.raises(RuleError):
            within(wrong, TODAY)
    with pytest.raises(ValueError, match="percent"):
        PriceSettings(manager_discount=101)
    with pytest.raises(ValueError, match="before"):
        PriceSettings(answer_minutes=10, nudge_minutes=10)


def test_limits_of_roles_and_margins() -> None:
    settings = PriceSettings()
    assert [settings.limit_of(role) for role in (Role.MANAGER, Role.LEAD, Role.OWNER)] == [5, 20, 100]
    assert margin(132_00, 120_00) == Decimal("9.1")
    assert margin(0, 5) is None
    assert percent_off(150_00, 160_00) == percent_off(0, 0) == 0
