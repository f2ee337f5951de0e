"""The terms of an order and what is attached to it, as screens see them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EntityView:
    """A legal entity: of the buyer (`id` 0 is the one on the client's own row) or ours (`id` its place in the settings)."""

    id: int
    name: str
    tax_number: str = ""
    reason_code: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class ContractView:
    id: int
    number: str
    signed: date | None = None


@dataclass(frozen=True, slots=True)
class TermsView:
    """`window` in minutes of the day, from and to. `seller` is None where we have but one legal entity.

    `several_buyers`, `several_contracts`: there is something to choose from.
    """

    delivery: date | None = None
    window: tuple[int | None, int | None] = (None, None)
    address: str = ""
    buyer: EntityView | None = None
    seller: EntityView | None = None
    contract: ContractView | None = None
    comment: str = ""
    several_buyers: bool = False
    several_contracts: bool = False


@dataclass(frozen=True, slots=True)
class PaperView:
    id: int
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class PapersView:
    """What is attached to an order; `mine`: it may still be taken off and added to."""

    order: int
    client: str
    papers: tuple[PaperView, ...]
    mine: bool


@dataclass(frozen=True, slots=True)
class TermsCard:
    order: int
    client: str
    terms: TermsView
    today: date


@dataclass(frozen=True, slots=True)
class AddressesView:
    """`known`: (an order that went there, 0 for the client's own; the address)."""

    order: int
    client: str
    address: str
    known: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class BuyersView:
    order: int
    client: str
    chosen: int
    entities: tuple[EntityView, ...]


@dataclass(frozen=True, slots=True)
class SellersView:
    order: int
    client: str
    chosen: int
    entities: tuple[EntityView, ...]


@dataclass(frozen=True, slots=True)
class ContractsView:
    """Those in force; `chosen` 0: none."""

    order: int
    client: str
    chosen: int
    contracts: tuple[ContractView, ...]
