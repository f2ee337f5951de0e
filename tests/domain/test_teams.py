"""Teams under teams."""

from hypothesis import given
from hypothesis import strategies as st

from domain.teams import in_order, line_up, may_stand_under, subtree

TREE = {1: None, 2: 1, 3: 1, 4: 3, 5: None}


def test_a_tree_up_and_down() -> None:
    assert [*line_up(TREE, 4)] == [4, 3, 1]
    assert subtree(TREE, 1) == [1, 2, 3, 4]
    assert subtree(TREE, None) == []
    assert in_order(TREE) == [(1, 0), (2, 1), (3, 1), (4, 2), (5, 0)]
    assert in_order(TREE, 3) == [(3, 0), (4, 1)]


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30))
def test_no_team_ever_stands_under_itself(moves: list[tuple[int, int]]) -> None:
    parents: dict[int, int | None] = dict.fromkeys(range(8))
    for team, above in moves:
        if may_stand_under(parents, team, above):
            parents[team] = above
    assert all(parents[[*line_up(parents, team)][-1]] is None for team in parents)
    assert sorted(team for team, _ in in_order(parents)) == [*range(8)]
    assert all(team in subtree(parents, above) for team in parents for above in line_up(parents, team))


def test_a_circle_is_gone_round_once() -> None:
    assert [*line_up({1: 2, 2: 1}, 1)] == [1, 2]
