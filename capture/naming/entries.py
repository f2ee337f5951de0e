"""Those whom a line may name, as the base has them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PersonEntry:
    id: str
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class ClientEntry:
    id: str
    name: str
    legal: str = ""
    people: tuple[PersonEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class ProductEntry:
    """`units`: how many of the own `unit` a pack of that code holds."""

    id: str
    name: str
    code: str = ""
    unit: str = ""
    units: Mapping[str, Decimal] = field(default_factory=dict)
