"""What may be offered beside a draft: laws of the counts, the client's own rhythm, what similar clients take."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.advice import (
    COUNTED_LINES,
    FEWEST_CLIENTS,
    SHOWN,
    Advice,
    AdviceKind,
    Habit,
    Pair,
    habits,
    listed,
    pairs_in,
    period_of,
    placed,
    ranked,
    score,
)
from domain.basket import Taken

TODAY = date(2026, 11, 23)
PRODUCTS = st.integers(1, 12)
ORDERS = st.lists(st.lists(PRODUCTS, max_size=8), max_size=12)


def counted(clients: list[list[int]]) -> list[Pair]:
    """Every pair in both directions, as it is kept."""
    takers = {one: sum(one in order for order in clients) for order in clients for one in order}
    both: dict[tuple[int, int], int] = {}
    for order in clients:
        for pair in pairs_in(order):
            both[pair] = both.get(pair, 0) + 1
    return [
        Pair(one, other, count, takers[one], takers[other])
        for (low, high), count in both.items()
        for one, other in ((low, high), (high, low))
    ]


def habit(product: int = 1, orders: int = 5, of: int = 10, gap: int | None = 10, ago: int = 10) -> Habit:
    return Habit(product, Decimal(20), orders, of, gap, TODAY - timedelta(days=ago))


@given(st.lists(PRODUCTS, max_size=60))
def test_pairs_do_not_depend_on_the_order_of_lines(products: list[int]) -> None:
    pairs = pairs_in(products)
    assert pairs == pairs_in(reversed(products))
    assert all(one < other for one, other in pairs)


def test_pairs_of_a_long_order_are_bounded() -> None:
    assert len(pairs_in(range(300))) == COUNTED_LINES * (COUNTED_LINES - 1) // 2


@given(ORDERS, st.sets(PRODUCTS))
def test_similar_clients_never_speak_for_what_the_draft_has(
    clients: list[list[int]], draft: set[int]
) -> None:
    known = [pair for pair in counted(clients) if pair.product_id in draft]
    found = ranked((), known, draft, TODAY)
    assert draft.isdisjoint(one.product_id for one in found)
    assert len({one.product_id for one in found}) == len(found)
    for one in found:
        assert one.beside in draft
        assert FEWEST_CLIENTS <= one.clients <= one.takers <= len(clients)


@given(st.integers(FEWEST_CLIENTS, 500), st.integers(0, 500), st.integers(0, 500))
def test_more_clients_never_speak_less(clients: int, more: int, others: int) -> None:
    takers, other_takers = clients + more + 1, clients + others + 1
    before = Pair(1, 2, clients, takers, other_takers)
    assert 0 < score(before) < score(Pair(1, 2, clients + 1, takers, other_takers)) <= 1


def test_few_clients_are_no_reason() -> None:
    assert ranked((), [Pair(1, 2, FEWEST_CLIENTS - 1, FEWEST_CLIENTS - 1, 50)], {1}, TODAY) == ()


def test_the_pair_that_says_most_is_said() -> None:
    (found,) = ranked((), [Pair(1, 9, 28, 40, 60), Pair(2, 9, 10, 40, 60)], {1, 2}, TODAY)
    assert found == Advice(AdviceKind.TOGETHER, 9, beside=1, takers=40, clients=28)


def test_what_more_lines_speak_for_comes_first_while_the_client_is_unknown() -> None:
    alone, agreed = Pair(1, 8, 28, 40, 60), (Pair(1, 9, 28, 40, 60), Pair(2, 9, 27, 40, 60))
    assert [one.product_id for one in ranked((), [alone, *agreed], {1, 2}, TODAY)] == [9, 8]
    known = ranked([habit(3)], [alone, *agreed], {1, 2, 3}, TODAY)
    assert [one.product_id for one in known] == [8, 9]  # they speak alike


@pytest.mark.parametrize(
    ("ago", "gap", "kind"),
    [
        (2, 10, None),  # taken just now
        (3, 10, AdviceKind.USUAL),
        (12, 10, AdviceKind.USUAL),
        (13, 10, AdviceKind.OVERDUE),
        (60, 10, AdviceKind.OVERDUE),
        (10, None, None),  # taken once is no habit
    ],
)
def test_what_is_said_of_own_goods(ago: int, gap: int | None, kind: AdviceKind | None) -> None:
    found = ranked([habit(gap=gap, ago=ago)], (), (), TODAY)
    assert [one.kind for one in found] == ([kind] if kind else [])
    assert all((one.orders, one.of, one.days, one.every) == (5, 10, ago, gap) for one in found)


def test_goods_taken_just_now_are_not_new() -> None:
    assert ranked([habit(9, ago=1)], [Pair(1, 9, 28, 40, 60)], {1}, TODAY) == ()


@given(st.integers(1, 9), st.integers(3, 100), st.integers(1, 50))
def test_the_likelier_comes_first(orders: int, ago: int, more: int) -> None:
    """Of two goods, the one that was taken more often, later, or that the draft speaks for."""
    first, often = habit(1, orders, ago=ago), habit(2, orders + 1, ago=ago)
    long_ago = habit(3, orders, ago=ago + more)
    assert [one.product_id for one in ranked([first, often, long_ago], (), (), TODAY)] == [2, 1, 3]
    assert ranked([first, often], [Pair(9, 1, 300, 300, 301)], {9}, TODAY)[0].product_id == 1


@given(st.lists(st.builds(habit, PRODUCTS, st.integers(1, 10)), max_size=12), st.sets(PRODUCTS))
def test_no_habit_is_offered_that_the_draft_has(known: list[Habit], draft: set[int]) -> None:
    assert draft.isdisjoint(one.product_id for one in ranked(known, (), draft, TODAY))


def test_habits_are_what_was_really_taken() -> None:
    days = [TODAY - timedelta(days=ago) for ago in (28, 14, 0)]
    taken = [
        Taken(order, product, "", Decimal(quantity), "шт", day)
        for order, (day, quantity) in enumerate(zip(days, (10, 40, 20), strict=True))
        for product in ((1, 2) if order == 1 else (1,))
    ]
    assert habits(taken) == (
        Habit(1, Decimal(20), 3, 3, 14, TODAY),
        Habit(2, Decimal(40), 1, 3, None, days[1]),
    )


ADVICE = st.lists(st.builds(Advice, st.sampled_from(AdviceKind), PRODUCTS))


@given(ADVICE, st.sets(PRODUCTS), st.sets(PRODUCTS))
def test_a_list_names_goods_once_and_none_declined(
    found: list[Advice], draft: set[int], declined: set[int]
) -> None:
    names = [one.product_id for one in listed(found, draft, declined)]
    assert len(set(names)) == len(names)
    assert (draft | declined).isdisjoint(names)


@given(ADVICE)
def test_the_last_place_is_for_something_new(found: list[Advice]) -> None:
    said = placed(found)
    assert said[: SHOWN - 1] == tuple(found[: SHOWN - 1])
    assert len(said) == min(len(found), SHOWN)
    new = [one for one in found[SHOWN - 1 :] if one.kind in (AdviceKind.PROMOTION, AdviceKind.TOGETHER)]
    assert not new or said[-1] in new


def test_a_period_is_half_a_year() -> None:
    assert period_of(TODAY) + 1 == period_of(TODAY + timedelta(days=180))
