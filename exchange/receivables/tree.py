"""Levels of a grouped table: which row is a client, which its contract or document, which only a group."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import add

_ACCOUNT = re.compile(r"\d{2}(?:\.[0-9A-ZА-Я]{1,3})*(?:\s*,.*)?")
_DOCUMENT = re.compile(
    r"^(?:реализаци|поступлени|плат[её]ж|возврат|корректировк|накладн|товарн|упд\b|укд\b|акт\b|сч[её]т[- ]фактур|сч[её]т\b(?![- ]договор)|аванс|оплат|ввод |операци|списани|отч[её]т|"
    r"приходн|расходн|взаимозач|передач|документ|зач[её]т|чек\b|заказ|инвойс|тн\b|ттн\b|торг-?12|invoice|payment|credit note|отгрузк|продаж|выписк|банк)",
    re.IGNORECASE,
)
_STAMP = re.compile(r"от \d{1,2}\.\d{1,2}\.\d{2,4} \d{1,2}:\d{2}(?::\d{2})?$")
_CONTRACT = re.compile(
    r"^(?:договор|контракт|соглашени|основной договор|без договора|дог\.|сч[её]т-договор|доп\.?\s*соглашени|contract|agreement)|\bдоговор\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:№|n|no)\s*\S+.*\bот \d", re.IGNORECASE)
_NOT_OURS = re.compile(r"(?:60|66|67|68|69|70|71|73|75)\b")
_MAX_GROUP = 300
MAX_SEARCH = 5000
_MAX_STEPS = 300_000
_THREE_STOREYS = 3


@dataclass(frozen=True, slots=True)
class Node:
    """One row of a grouped table: its row number, label, depth as the file has it (or None) and its sums (None: unread)."""

    row: int
    label: str
    depth: int | None
    sums: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A row without rows under it, with the labels by role of itself and of its groups."""

    row: int
    labels: dict[str, str]


def looks_like(label: str) -> str:
    """account, document, contract or "" by the words of a label."""
    if _ACCOUNT.fullmatch(label):
        return "account"
    if _CONTRACT.search(label) and not _STAMP.search(label):
        return "contract"
    if _STAMP.search(label) or (_DOCUMENT.match(label) and re.search(r"\d", label)):
        return "document"
    return "contract" if _NUMBERED.match(label) else ""


def leaves(nodes: Sequence[Node], roles: Sequence[str]) -> tuple[list[Leaf], tuple[str, ...]]:
    """Leaves in the order of the file, and the roles of the groupings as found (without accounts)."""
    kinds = [looks_like(node.label) for node in nodes]
    depths = _given(nodes)
    upward = bool(depths) and depths[0] > min(depths)
    if upward:
        nodes, kinds, depths = nodes[::-1], kinds[::-1], depths[::-1]
    accounts_below = "account" in roles[1:]
    roles = [role for role in roles if role != "account"]
    if not depths:
        depths = _inferred(nodes, kinds, roles, accounts_below=accounts_below)
    chains = list(_chains(nodes, kinds, depths))
    roles = _deepened(roles, [chain for _, chain in chains])
    found = [Leaf(node.row, _assigned(chain, roles)) for node, chain in chains]
    return (found[::-1] if upward else found), tuple(roles)


def _given(nodes: Sequence[Node]) -> list[int]:
    depths = [node.depth or 0 for node in nodes]
    return depths if len(set(depths)) > 1 else []


def _chains(
    nodes: Sequence[Node], kinds: Sequence[str], depths: Sequence[int]
) -> Iterator[tuple[Node, list[str]]]:
    stack: list[tuple[int, str, str]] = []
    for position, node in enumerate(nodes):
        depth = depths[position]
        while stack and stack[-1][0] >= depth:
            stack.pop()
        stack.append((depth, node.label, kinds[position]))
        if position + 1 == len(nodes) or depths[position + 1] <= depth:
            chain = [label for _, label, kind in stack if kind != "account"]
            if chain and not any(kind == "account" and _NOT_OURS.match(label) for _, label, kind in stack):
                yield node, chain


def _deepened(roles: list[str], chains: Sequence[list[str]]) -> list[str]:
    """Roles for a heading that names fewer storeys than the rows have, by what the leaves look like."""
    deepest = max(map(len, chains), default=1)
    if deepest <= len(roles) or "contract" in roles or "document" in roles:
        return roles
    last = [looks_like(chain[-1]) for chain in chains if len(chain) == deepest]
    above = [looks_like(chain[-2]) for chain in chains if len(chain) == deepest]
    tail = ["client"]
    if _mostly(last, "document"):
        tail = (
            ["client", "contract", "document"]
            if deepest >= _THREE_STOREYS and _mostly(above, "contract")
            else ["client", "document"]
        )
    elif _mostly(last, "contract"):
        tail = ["client", "contract"]
    return ["grouping"] * (deepest - len(tail)) + tail


def _mostly(kinds: Sequence[str], wanted: str) -> bool:
    return sum(kind == wanted for kind in kinds) * 2 > len(kinds)


def _assigned(chain: list[str], roles: Sequence[str]) -> dict[str, str]:
    """Names of a chain of groups by role. A shorter chain gives its last names by what they look like."""
    if len(chain) >= len(roles):
        return dict(zip(roles, chain[-len(roles) :], strict=True))
    rest = list(chain)
    found: dict[str, str] = {}
    for role in ("document", "contract"):
        if role in roles and len(rest) > 1 and (looks_like(rest[-1]) == role):
            found[role] = rest.pop()
    if not found or "client" in roles:
        found["client"] = rest[-1]
    return found


def _inferred(
    nodes: Sequence[Node], kinds: Sequence[str], roles: Sequence[str], *, accounts_below: bool
) -> list[int]:
    """Depths where the file shows none: by the words of the labels if the sums agree, else by the sums."""
    depths = [0] * len(nodes)
    account_depth = 0
    start = 0
    if accounts_below:
        return [len(roles) if kind == "account" else 0 for kind in kinds]
    marks = [position for position, kind in enumerate(kinds) if kind == "account"]
    for mark in [*marks, len(nodes)]:
        segment = _segment(nodes[start:mark], kinds[start:mark], roles)
        depths[start:mark] = [depth + account_depth for depth in segment]
        if mark < len(nodes):
            depths[mark] = nodes[mark].label.count(".")
            account_depth = depths[mark] + 1
        start = mark + 1
    return depths


def _segment(nodes: Sequence[Node], kinds: Sequence[str], roles: Sequence[str]) -> list[int]:
    if len(nodes) == 0 or (len(roles) == 1 and not any(kinds)):
        return [0] * len(nodes)
    order = [
        role
        for role in ("client", "contract", "document")
        if role in roles or role == "client" or (len(roles) == 1 and role in kinds)
    ]
    by_words = [
        max(0, order.index(kind)) if kind in order else (len(order) - 1 if kind else 0) for kind in kinds
    ]
    if by_words[0] == 0 and "grouping" not in roles and agree(nodes, by_words):
        return by_words
    by_sums = _by_sums(nodes, max(2, len(roles)))
    return by_sums if by_sums is not None else by_words


def agree(nodes: Sequence[Node], depths: Sequence[int]) -> bool:
    """Whether at least four groups of five equal the sum of the rows right under them."""
    right = groups = 0
    for position, node in enumerate(nodes):
        children = list(_children(depths, position))
        if not children:
            continue
        groups += 1
        right += _sum([nodes[child].sums for child in children]) == node.sums
    return groups > 0 and right * 5 >= groups * 4


def _children(depths: Sequence[int], position: int) -> Iterator[int]:
    nearest = None
    for later in range(position + 1, len(depths)):
        if depths[later] <= depths[position]:
            return
        nearest = depths[later] if nearest is None else min(nearest, depths[later])
        if depths[later] == nearest:
            yield later


def _sum(vectors: Sequence[tuple[int | None, ...]]) -> tuple[int | None, ...]:
    columns = zip(*vectors, strict=True)
    return tuple(None if None in column else sum(value or 0 for value in column) for column in columns)


class _TooLongError(Exception):
    """Sums that fit in too many ways to look through: they tell nothing of the groups."""


def _by_sums(nodes: Sequence[Node], storeys: int) -> list[int] | None:
    """Depths such that every group equals the sum of its rows, or None where there are none."""
    if len(nodes) > MAX_SEARCH or any(None in node.sums for node in nodes):
        return None
    sums = [tuple(value or 0 for value in node.sums) for node in nodes]
    rising = [place for place, column in enumerate(zip(*sums, strict=True)) if min(column) >= 0]
    try:
        return _Search(sums, rising, storeys).depths()
    except _TooLongError:
        return None


@dataclass(slots=True)
class _Search:
    """Groups by sums alone. `rising` are columns without a negative: over the goal there, no more rows can help."""

    sums: Sequence[tuple[int, ...]]
    rising: Sequence[int]
    storeys: int
    ends: list[dict[int, list[int]]] = field(default_factory=list)
    steps: int = 0

    def depths(self) -> list[int] | None:
        storeys, total = self.storeys, len(self.sums)
        self.ends = [{} for _ in range(storeys)]
        for position in range(total - 1, -1, -1):
            self.ends[storeys - 1][position] = [position + 1]
            for depth in range(storeys - 2, -1, -1):
                self.ends[depth][position] = self._group_ends(position, self.ends[depth + 1])
        good = [False] * total + [True]
        for position in range(total - 1, -1, -1):
            good[position] = any(good[end] for end in self.ends[0][position])
        if not good[0]:
            return None
        found = [0] * total
        position = 0
        while position < total:
            end = next(end for end in self.ends[0][position] if good[end])
            for at, depth in self._marks(position, end, 0):
                found[at] = depth
            position = end
        return found

    def _group_ends(self, position: int, below: dict[int, list[int]]) -> list[int]:
        """Where a group that starts at `position` may end: its children from there sum to it."""
        goal = self.sums[position]
        reached = {(position + 1, (0,) * len(goal))}
        found: set[int] = set()
        while reached:
            fresh: set[tuple[int, tuple[int, ...]]] = set()
            for at, acc in reached:
                self._count()
                here = self._added(at, acc, goal) if at - position <= _MAX_GROUP else None
                if here is None:
                    continue
                ends = below.get(at, ())
                self._count(len(ends))
                if here == goal:
                    found.update(ends)
                fresh.update((end, here) for end in ends)
            reached = fresh
        return sorted(found)

    def _marks(self, start: int, end: int, depth: int) -> Iterator[tuple[int, int]]:
        """(position, depth) of a group and of all that it holds."""
        yield start, depth
        if depth + 1 < self.storeys:
            for inner in self._path(start, end, self.ends[depth + 1]):
                yield from self._marks(*inner, depth + 1)

    def _path(self, start: int, end: int, below: dict[int, list[int]]) -> list[tuple[int, int]]:
        """The children that lead from a group's row to its end and sum to it."""
        goal = self.sums[start]
        states: list[tuple[int, tuple[int, ...], tuple[tuple[int, int], ...]]] = [
            (start + 1, (0,) * len(goal), ())
        ]
        seen: set[tuple[int, tuple[int, ...]]] = set()
        while states:
            at, acc, path = states.pop()
            self._count()
            if at == end and acc == goal:
                return list(path)
            here = self._added(at, acc, goal) if at < end and (at, acc) not in seen else None
            if here is not None:
                seen.add((at, acc))
                stops = [stop for stop in reversed(below.get(at, [])) if stop <= end]
                states.extend((stop, here, (*path, (at, stop))) for stop in stops)
        return []

    def _added(self, at: int, acc: tuple[int, ...], goal: tuple[int, ...]) -> tuple[int, ...] | None:
        """A row's sums added, None beyond the table or the goal."""
        if at >= len(self.sums):
            return None
        here = tuple(map(add, acc, self.sums[at]))
        return None if any(here[place] > goal[place] for place in self.rising) else here

    def _count(self, steps: int = 1) -> None:
        self.steps += steps
        if self.steps > _MAX_STEPS:
            raise _TooLongError
