"""Teams under teams: who stands under whom. A tree of a few dozen at most, held whole."""

from collections.abc import Iterator, Mapping

Parents = Mapping[int, int | None]  # team -> the team above it


def line_up(parents: Parents, team: int | None) -> Iterator[int]:
    """The team itself, then those above it to the top; a circle ends where it would begin again."""
    seen: set[int] = set()
    while team is not None and team in parents and team not in seen:
        seen.add(team)
        yield team
        team = parents[team]


def subtree(parents: Parents, top: int | None) -> list[int]:
    """The team itself, then all under it."""
    return (
        [] if top is None else [top, *(one for one in parents if one != top and top in line_up(parents, one))]
    )


def may_stand_under(parents: Parents, team: int, above: int | None) -> bool:
    """Never under itself or under one of its own."""
    return above is None or (above in parents and team not in line_up(parents, above))


def in_order(parents: Parents, top: int | None = None) -> list[tuple[int, int]]:
    """Each team with its depth, every one under its own; from `top` down, or all."""
    under: dict[int | None, list[int]] = {}
    for team, above in parents.items():
        under.setdefault(above if above in parents else None, []).append(team)
    found: list[tuple[int, int]] = []
    waiting = [(top, 0)] if top is not None else [(team, 0) for team in reversed(under.get(None, []))]
    while waiting:
        team, depth = waiting.pop()
        found.append((team, depth))
        waiting += [(one, depth + 1) for one in reversed(under.get(team, []))]
    return found
