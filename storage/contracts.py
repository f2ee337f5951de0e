"""Contracts: each belongs to a client, and whoever may see the client may see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from domain.contracts import OPEN, SIGNED, ContractStage, Terms
from storage.database import Transaction, one_of
from storage.deal_tables import contracts
from storage.tables import clients, products


@dataclass(frozen=True, slots=True)
class Contract:
    """A row. `held_since` is the day since when whoever holds it holds it; `said` and `lead_said` are in days before the end."""

    id: int
    client_id: int
    employee_id: int
    previous_id: int | None
    agreement: int
    number: str
    signed: date | None
    starts: date | None
    ends: date | None
    open_ended: bool
    notice_days: int | None
    payment_delay: int | None
    credit_limit: int | None
    price_column: str
    stage: str
    holder: str | None
    person_id: int | None
    held_since: date
    terms: str
    renews: bool
    said: int | None
    lead_said: int | None
    lead_said_on: date | None
    created_at: datetime

    @property
    def said_terms(self) -> Terms:
        return Terms(
            self.number,
            self.signed,
            self.starts,
            self.ends,
            self.open_ended,
            self.notice_days,
            self.payment_delay,
            self.credit_limit,
            self.price_column,
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """A contract in a list, with its client."""

    contract: Contract
    client: str
    manager_id: int


SEEN = sa.and_(one_of(clients.c.manager_id, "managers"), clients.c.deleted_at.is_(None))
_WITH_CLIENT = (
    sa.select(*contracts.c, clients.c.name, clients.c.manager_id)
    .join(clients, clients.c.id == contracts.c.client_id)
    .where(SEEN)
)
GET = _WITH_CLIENT.where(contracts.c.id == sa.bindparam("id_"))
LOCK = GET.with_for_update(of=contracts)
OF_CLIENT = (
    sa.select(contracts)
    .where(contracts.c.client_id == sa.bindparam("client"))
    .order_by(contracts.c.id.desc())
    .limit(20)
)
NEXT_OF = (
    sa.select(contracts)
    .where(
        contracts.c.previous_id == sa.bindparam("id_"), contracts.c.stage != ContractStage.TERMINATED.value
    )
    .order_by(contracts.c.id.desc())
    .limit(1)
)
ENDS_IN_FORCE = sa.select(contracts.c.ends).where(
    contracts.c.client_id == sa.bindparam("client"), contracts.c.stage == ContractStage.IN_FORCE.value
)
# The client's row says when its contract ends: by that the few that end soon are found, whatever else there is. The stage
# is wrapped so that no plan begins with all contracts in force; below, so that none begins with all that follow nothing.
ENDING = (
    _WITH_CLIENT.where(
        clients.c.contract_ends <= sa.bindparam("until"),
        sa.func.coalesce(contracts.c.stage, "") == ContractStage.IN_FORCE.value,
        contracts.c.ends == clients.c.contract_ends,
    )
    .order_by(contracts.c.ends, contracts.c.id)
    .limit(sa.bindparam("n"))
)
IN_WORK = (
    _WITH_CLIENT.where(sa.or_(*(contracts.c.stage == stage.value for stage in (*OPEN, ContractStage.SIGNED))))
    .order_by(contracts.c.held_since, contracts.c.id)
    .limit(sa.bindparam("n"))
)
FIELDS = (
    "client_id", "employee_id", "previous_id", "agreement", "number", "signed", "starts", "ends", "open_ended", "notice_days",
    "payment_delay", "credit_limit", "price_column", "stage", "holder", "held_since", "created_at",
)  # fmt: skip
ADD = sa.insert(contracts).values({name: sa.bindparam(name) for name in FIELDS}).returning(contracts.c.id)
EXPIRE = (
    sa.update(contracts)
    .where(
        contracts.c.client_id == sa.bindparam("client"),
        contracts.c.stage == ContractStage.IN_FORCE.value,
        contracts.c.ends < sa.bindparam("today"),
    )
    .values(stage=ContractStage.EXPIRED.value)
)
SET_ENDS = (
    sa.update(clients)
    .where(clients.c.id == sa.bindparam("id_"))
    .values(contract_ends=sa.bindparam("contract_ends"))
)
SIGNED_IN = (
    sa.select(contracts.c.employee_id, sa.func.count())
    .where(
        one_of(contracts.c.employee_id, "employees"),
        contracts.c.signed >= sa.bindparam("start"),
        contracts.c.signed <= sa.bindparam("end"),
        sa.func.coalesce(contracts.c.previous_id, 0) == 0,
        sa.or_(*(contracts.c.stage == stage.value for stage in sorted(SIGNED))),
    )
    .group_by(contracts.c.employee_id)
)
# A price list writes the same columns for all of its products: a few of them say which there are.
PRICES = sa.select(products.c.prices).where(products.c.deleted_at.is_(None)).order_by(products.c.id).limit(20)


def _listed(*row: Any) -> Listed:
    return Listed(Contract(*row[:-2]), row[-2], row[-1])


def patch(*columns: str) -> sa.Update:
    """A statement that sets these columns of contract `id_`; make it a module constant where it is used."""
    return (
        sa.update(contracts)
        .where(contracts.c.id == sa.bindparam("id_"))
        .values({name: sa.bindparam(name) for name in columns})
    )


async def find(tx: Transaction, contract_id: int, managers: list[int]) -> Listed | None:
    """None for one of a foreign client as for none."""
    return await tx.row(GET, _listed, id_=contract_id, managers=managers)


async def find_locked(tx: Transaction, contract_id: int, managers: list[int]) -> Listed | None:
    return await tx.row(LOCK, _listed, id_=contract_id, managers=managers)


async def of_client(tx: Transaction, client_id: int) -> list[Contract]:
    """The newest first."""
    return await tx.rows(OF_CLIENT, Contract, client=client_id)


async def in_force(tx: Transaction, client_id: int) -> list[Contract]:
    """By the client's own rows, at most twenty; the newest first."""
    return [one for one in await of_client(tx, client_id) if one.stage == ContractStage.IN_FORCE]


async def next_of(tx: Transaction, contract_id: int) -> Contract | None:
    """The contract that goes on from this one."""
    return await tx.row(NEXT_OF, Contract, id_=contract_id)


async def ending(tx: Transaction, managers: list[int], until: date, count: int = 100) -> list[Listed]:
    """In force and the last of their clients', ending by `until` or ended since: the first end first."""
    return await tx.rows(ENDING, _listed, managers=managers, until=until, n=count)


async def in_work(tx: Transaction, managers: list[int], count: int = 60) -> list[Listed]:
    """Not in force yet, the longest held first."""
    return await tx.rows(IN_WORK, _listed, managers=managers, n=count)


async def ends_in_force(tx: Transaction, client_id: int) -> list[date | None]:
    """Of each contract of the client in force; None where it is open-ended."""
    return await tx.values(ENDS_IN_FORCE, client=client_id)


async def signed_in(tx: Transaction, employee_ids: Iterable[int], start: date, end: date) -> dict[int, int]:
    """New contracts (not what goes on from an earlier one) signed from `start` to `end`, both included, by employee."""
    found = await tx.rows(
        SIGNED_IN, lambda who, count: (who, count), employees=list(employee_ids), start=start, end=end
    )
    return dict(found)


async def price_columns(tx: Transaction) -> tuple[str, ...]:
    """The names of the price columns that the price list has, in the order of their first use."""
    found: dict[str, None] = {}
    for prices in await tx.values(PRICES):
        found |= dict.fromkeys(name for name in prices if name)
    return tuple(found)
