"""Documents that a client does not accept: who settles it, and by which day."""

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa

from domain.disputes import Dispute
from storage.database import Transaction, one_of
from storage.debt_tables import receivables
from storage.tables import clients, employees

keepers = employees.alias("keepers")
IDS = one_of(receivables.c.id, "ids")
DISPUTED = receivables.c.dispute != ""
RAISE = (
    sa.update(receivables)
    .where(IDS)
    .values(
        dispute=sa.bindparam("reason"),
        disputed_on=sa.bindparam("day"),
        dispute_owner_id=sa.bindparam("owner"),
        dispute_until=sa.bindparam("until"),
    )
)
ASSIGN = sa.update(receivables).where(IDS, DISPUTED).values(dispute_owner_id=sa.bindparam("owner"))
MOVE = sa.update(receivables).where(IDS, DISPUTED).values(dispute_until=sa.bindparam("until"))
END = (
    sa.update(receivables)
    .where(IDS)
    .values(dispute="", disputed_on=None, dispute_owner_id=None, dispute_until=None)
)
OF_DOCUMENT = (
    sa.select(
        receivables.c.id,
        receivables.c.client_id,
        clients.c.name,
        clients.c.manager_id,
        receivables.c.document,
        receivables.c.amount,
        receivables.c.dispute,
        receivables.c.dispute_owner_id,
        sa.func.coalesce(employees.c.name, keepers.c.name).label("owner"),
        receivables.c.dispute_until,
    )
    .join(clients, clients.c.id == receivables.c.client_id)
    .join(keepers, keepers.c.id == clients.c.manager_id)
    .outerjoin(
        employees,
        sa.and_(employees.c.id == receivables.c.dispute_owner_id, employees.c.dismissed_at.is_(None)),
    )
    .where(
        receivables.c.id == sa.bindparam("id_"),
        DISPUTED,
        clients.c.deleted_at.is_(None),
        sa.or_(
            one_of(clients.c.manager_id, "managers"),
            receivables.c.dispute_owner_id == sa.bindparam("owner_id"),
        ),
    )
)


async def find(tx: Transaction, document_id: int, managers: Iterable[int], owner: int) -> Dispute | None:
    """Of a client of `managers`, or settled by `owner`; None for any other, and where there is no dispute."""
    return await tx.row(OF_DOCUMENT, Dispute, id_=document_id, managers=list(managers), owner_id=owner)


async def start(
    tx: Transaction, ids: Iterable[int], *, reason: str, day: date, owner: int, until: date
) -> None:
    await tx.run(RAISE, ids=list(ids), reason=reason, day=day, owner=owner, until=until)


async def assign(tx: Transaction, ids: Iterable[int], owner: int) -> None:
    await tx.run(ASSIGN, ids=list(ids), owner=owner)


async def move(tx: Transaction, ids: Iterable[int], until: date) -> None:
    await tx.run(MOVE, ids=list(ids), until=until)


async def end(tx: Transaction, ids: Iterable[int]) -> None:
    await tx.run(END, ids=list(ids))
