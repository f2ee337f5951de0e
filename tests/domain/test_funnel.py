"""How many leads a goal takes: laws that hold for any conversions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.funnel import conversion, needs
from domain.leads import PIPELINE, Conversions, LeadSettings, Stage

rates = st.fixed_dictionaries({stage: st.floats(0.01, 1) for stage in PIPELINE})
standing = st.dictionaries(st.sampled_from(PIPELINE), st.integers(0, 50))
goals = st.integers(0, 20)


@given(goals, rates, standing)
def test_a_later_stage_never_needs_more_than_an_earlier_one(
    goal: int, shares: dict[Stage, float], here: dict[Stage, int]
) -> None:
    needed = [need.needed for need in needs(goal, PIPELINE, shares, here)]
    assert needed == sorted(needed, reverse=True)
    assert needed[-1] >= goal


@given(goals, goals, rates, standing)
def test_a_larger_goal_never_needs_less(
    one: int, other: int, shares: dict[Stage, float], here: dict[Stage, int]
) -> None:
    low, high = sorted((one, other))
    for small, large in zip(
        needs(low, PIPELINE, shares, here), needs(high, PIPELINE, shares, here), strict=True
    ):
        assert small.needed <= large.needed
        assert small.missing <= large.missing


@given(goals, rates, standing)
def test_what_stands_there_is_not_missing(
    goal: int, shares: dict[Stage, float], here: dict[Stage, int]
) -> None:
    found = needs(goal, PIPELINE, shares, here)
    assert all(need.missing <= need.needed for need in found)
    assert all(not need.missing for need in needs(0, PIPELINE, shares, here))
    nobody = needs(goal, PIPELINE, shares, {})
    assert [need.missing for need in nobody] == [need.needed for need in nobody]


def test_the_way_to_three_contracts_is_counted_back_from_the_goal() -> None:
    shares = {Stage.FOUND: 0.5, Stage.CONTACT: 0.5, Stage.NEED: 0.6, Stage.OFFER: 0.3}
    found = needs(3, PIPELINE[:-1], shares, {Stage.OFFER: 5, Stage.NEED: 20})
    assert [need.needed for need in found] == [68, 34, 17, 10]
    assert [need.missing for need in found] == [0, 0, 0, 5]


def test_little_history_says_little_and_much_says_all() -> None:
    settings = LeadSettings()
    prior = settings.priors.offer
    assert conversion(Stage.OFFER, {}, settings) == prior
    one = conversion(Stage.OFFER, {Stage.OFFER: 1, Stage.CONTRACT: 1}, settings)
    assert prior < one < prior + 0.05
    many = conversion(Stage.OFFER, {Stage.OFFER: 2000, Stage.CONTRACT: 200}, settings)
    assert many == pytest.approx(0.1, abs=0.01)


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_conversion_is_a_share_above_nothing(entered: int, went: int) -> None:
    assert 0 < conversion(Stage.NEED, {Stage.NEED: entered, Stage.OFFER: went}, LeadSettings()) <= 1


def test_nonsense_is_refused_at_the_start() -> None:
    with pytest.raises(ValueError, match="conversion of offer"):
        Conversions(offer=0)
    with pytest.raises(ValueError, match="ascend"):
        LeadSettings(volumes=(50, 50))
    with pytest.raises(ValueError, match="prior_leads"):
        LeadSettings(prior_leads=0)
