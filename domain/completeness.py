"""How complete a client's card is: per cent of what a call, a bill and a greeting need."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from domain.roles import is_buyer, is_director

FULL = 100


class CardPart(StrEnum):
    """In the order in which a missing one is asked for."""

    PHONE = "phone"
    DECIDER = "decider"
    TAX_NUMBER = "tax_number"
    ADDRESS = "address"
    EMAIL = "email"
    BIRTHDAY = "birthday"
    NEEDS = "needs"
    INDUSTRY = "industry"
    CONTRACT = "contract"
    LIMIT = "limit"
    PRICE = "price"


# A lead has neither a contract nor a limit nor a price yet: the rest is the whole there.
WEIGHTS = MappingProxyType(
    {
        CardPart.PHONE: 15,
        CardPart.DECIDER: 20,
        CardPart.TAX_NUMBER: 10,
        CardPart.ADDRESS: 10,
        CardPart.EMAIL: 10,
        CardPart.BIRTHDAY: 10,
        CardPart.NEEDS: 5,
        CardPart.INDUSTRY: 5,
        CardPart.CONTRACT: 5,
        CardPart.LIMIT: 5,
        CardPart.PRICE: 5,
    }
)
OF_CLIENTS = frozenset({CardPart.CONTRACT, CardPart.LIMIT, CardPart.PRICE})


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """`phone` is one that can be dialled."""

    role: str
    phone: bool
    email: bool
    birthday: bool

    @property
    def decides(self) -> bool:
        return is_director(self.role) or is_buyer(self.role)


@dataclass(frozen=True, slots=True)
class KnownClient:
    """What is known of a client, apart from its people; `needs`: an answer to a question of sales, or a note."""

    lead: bool
    phone: bool
    tax_number: bool
    address: bool
    industry: bool
    needs: bool
    contract: bool
    limit: bool
    price: bool


def missing_of(client: KnownClient, people: Collection[KnownPerson]) -> tuple[CardPart, ...]:
    """What the card lacks, what is asked first coming first."""
    deciders = [one for one in people if one.decides]
    known = {
        CardPart.PHONE: client.phone or any(one.phone for one in people),
        CardPart.DECIDER: bool(deciders),
        CardPart.TAX_NUMBER: client.tax_number,
        CardPart.ADDRESS: client.address,
        CardPart.EMAIL: any(one.email for one in people),
        CardPart.BIRTHDAY: any(one.birthday for one in deciders or people),
        CardPart.NEEDS: client.needs,
        CardPart.INDUSTRY: client.industry,
        CardPart.CONTRACT: client.contract,
        CardPart.LIMIT: client.limit,
        CardPart.PRICE: client.price,
    }
    return tuple(part for part in parts_of(client.lead) if not known[part])


def parts_of(lead: bool) -> tuple[CardPart, ...]:
    return tuple(part for part in CardPart if not (lead and part in OF_CLIENTS))


def percent_of(client: KnownClient, people: Collection[KnownPerson]) -> int:
    """0–100, rounded down: a hundred is said only where nothing is missing."""
    parts = parts_of(client.lead)
    whole = sum(WEIGHTS[part] for part in parts)
    lacking = sum(WEIGHTS[part] for part in missing_of(client, people))
    return (whole - lacking) * FULL // whole
