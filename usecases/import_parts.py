"""What every kind of import has in common: what it would do, and what it did."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from domain.actors import LEADING, SELLING, Role
from domain.imports import ImportKind
from screens.import_goods import GoodsLoad
from screens.import_views import DebtsView, ProblemLine, TargetNews
from screens.order_status_views import ManagerNews, StatusesView
from screens.payments import BankDone, BankView

Json = dict[str, Any]
AT_ONCE = 20
MAY: Mapping[ImportKind, frozenset[Role]] = MappingProxyType(
    {
        ImportKind.CLIENTS: SELLING,
        ImportKind.PEOPLE: SELLING,
        ImportKind.CONTACTS: SELLING,
        ImportKind.PRODUCTS: frozenset({Role.OWNER, Role.LEAD, Role.SUPPORT}),
        ImportKind.RECEIVABLES: frozenset({Role.ACCOUNTANT, Role.LEAD, Role.OWNER}),
        ImportKind.BANK: frozenset({Role.ACCOUNTANT, Role.LEAD, Role.OWNER}),
        ImportKind.STATUSES: frozenset({Role.SUPPORT, Role.ACCOUNTANT, Role.LEAD, Role.OWNER}),
        ImportKind.TEMPLATE: frozenset({Role.OWNER}),
        ImportKind.TARGETS: LEADING,
    }
)
IMPORTING: frozenset[Role] = frozenset().union(*MAY.values())


@dataclass(slots=True)
class Counts:
    new: int = 0
    changed: int = 0
    same: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """A client of a file whom nobody could recognise, or whom a person did: `place` of its first row, kopecks, `why`.

    `answered`: somebody said just now who it is; it asks nothing more.
    """

    place: int
    name: str
    tax_number: str
    amount: int
    why: str
    answered: bool = False

    @property
    def is_open(self) -> bool:
        """Somebody should say who it is: it is not known to be nobody's, or a client of others."""
        return self.why not in {"not_ours", "foreign_client"}


@dataclass(slots=True)
class Resolved:
    """A plan held against the base as it now is.

    `additions` and `changes` are the kind's own; `unassigned` counts new clients whose manager is not known. `passed_over` counts
    the names that were said not to be clients of ours.
    """

    counts: Counts = field(default_factory=Counts)
    problems: list[ProblemLine] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    additions: list[Json] = field(default_factory=list)
    changes: list[Json] = field(default_factory=list)
    unassigned: int = 0
    unknown_managers: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    passed_over: int = 0
    debts: DebtsView | None = None
    receivables: Any = None
    bank_view: BankView | None = None
    bank: Any = None
    goods: GoodsLoad | None = None
    goods_gone: list[str] = field(default_factory=list)
    orders_view: StatusesView | None = None

    @property
    def idle(self) -> bool:
        """Nothing would change."""
        return not (self.counts.new or self.counts.changed)


@dataclass(frozen=True, slots=True)
class Written:
    """`undo` is JSON for the kind's `restore`."""

    undo: Json
    counts: Counts
    bank: BankDone | None = None
    orders: tuple[ManagerNews, ...] = ()
    targets: tuple[TargetNews, ...] = ()


def problems_of(plan: Mapping[str, Any]) -> list[ProblemLine]:
    return [ProblemLine(*found) for found in plan["problems"]]


def problem_at(plan: Mapping[str, Any], code: str, row: Json, *roles: str, text: str = "") -> ProblemLine:
    """At the cell of the first of `roles` that the file has a column for."""
    columns = plan["columns"]
    letters = next((columns[role] for role in roles if role in columns), "A" if columns else "#")
    return ProblemLine(code, f"{letters}{row['row']}", text)


def differing(row: Any, facts: Mapping[str, Any]) -> Json:
    """Those facts that the row has otherwise."""
    return {name: value for name, value in facts.items() if getattr(row, name) != value}


def untouched(row: Any, after: Mapping[str, Any]) -> bool:
    """Nobody changed since what the import had written."""
    return not differing(row, after)


def named(found: Sequence[Any]) -> list[str]:
    return list(dict.fromkeys(str(one) for one in found if one))


async def breathe(number: int) -> None:
    """A long file must not hold up what else this process does."""
    if number % AT_ONCE == 0:
        await asyncio.sleep(0)
