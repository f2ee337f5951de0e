"""Documents beneath a client that are movements of its balance, and not what is left unpaid of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exchange.receivables.tree import Node

_Run = tuple[Node, Sequence[Node]]


@dataclass(frozen=True, slots=True)
class Balances:
    """Places of the columns of a statement in `Node.sums`; a pair is debit and credit, one column is signed."""

    openings: tuple[int, ...]
    turnovers: tuple[int, ...]
    closings: tuple[int, ...]


def are_movements(nodes: Sequence[Node], documents: Sequence[bool], places: Balances) -> bool:
    """Whether more groups of documents are movements than are unpaid rests; `documents` says which nodes are.

    A group of movements has the turnovers of the row above it and not its balances: documents open with nothing, or
    each with what the last one left. An unreadable cell and a group that agrees either way say nothing; turnovers that
    do not sum either are an error of the file, and stay.
    """
    if not places.turnovers or not nodes or not nodes[0].sums:
        return False
    depths = [node.depth or 0 for node in nodes]
    marked = list(zip(nodes, documents, strict=True))
    votes = [
        _vote(above, run, places)
        for above, run in _runs(marked if depths[0] == min(depths) else marked[::-1])
    ]
    return votes.count(True) > votes.count(False)


def _runs(marked: Sequence[tuple[Node, bool]]) -> Iterator[_Run]:
    """Runs of documents, each with the row that it stands under."""
    above: Node | None = None
    run: list[Node] = []
    for node, is_document in marked:
        if is_document:
            run.append(node)
            continue
        if above is not None and run:
            yield above, run
        above, run = node, []
    if above is not None and run:
        yield above, run


def _vote(above: Node, run: Sequence[Node], places: Balances) -> bool | None:
    """Whether the run is movements; None where it may be either."""
    turned = [_same(above, run, place) for place in places.turnovers]
    opened, closed = (
        _balances_agree(above, run, places.openings),
        _balances_agree(above, run, places.closings),
    )
    if None in turned or opened is None or closed is None or not all(turned):
        return None
    if closed:
        return False if opened and _moved(run, places.openings) else None
    if opened:
        return not _moved(run, places.closings) and _moved([above], places.turnovers)
    return not _moved(run, places.openings) or _runs_on(run, places) or None


def _same(above: Node, run: Sequence[Node], place: int) -> bool | None:
    parts = [node.sums[place] for node in run]
    goal = above.sums[place]
    return None if goal is None or None in parts else sum(part or 0 for part in parts) == goal


def _balances_agree(above: Node, run: Sequence[Node], places: Sequence[int]) -> bool | None:
    """Whether balances of the run sum to those above, netted where they are debit and credit."""
    wanted, found = _net(above, places), [_net(node, places) for node in run]
    if wanted is None or None in found:
        return None
    return sum(part or 0 for part in found) == wanted


def _net(node: Node, places: Sequence[int]) -> int | None:
    sums = [node.sums[place] for place in places]
    if None in sums:
        return None
    return (sums[0] or 0) - sum(rest or 0 for rest in sums[1:]) if sums else 0


def _runs_on(run: Sequence[Node], places: Balances) -> bool:
    """Whether each document opens with what the one before it left, in the order of the file or against it."""
    opens = [_net(node, places.openings) for node in run]
    closes = [_net(node, places.closings) for node in run]
    return opens[1:] == closes[:-1] or opens[:-1] == closes[1:]


def _moved(run: Sequence[Node], places: Sequence[int]) -> bool:
    return any(node.sums[place] for node in run for place in places)
