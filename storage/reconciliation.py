"""Reconciliation with each client by months. A row is there once something was done; a client without one is not sent to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.reconciliation import WAITING, Difference, ReconciliationState
from storage.database import Transaction, one_of
from storage.reconciliation_tables import ledger, reconciliation_lines, reconciliations
from storage.tables import clients

MOST = 5000
MANAGERS = one_of(clients.c.manager_id, "managers")
ALIVE = clients.c.deleted_at.is_(None)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """One client's month. `balance` in kopecks is that of the act that was sent; `owner_id` who settles the difference."""

    id: int
    client_id: int
    month: date
    state: str
    employee_id: int
    changed_on: date
    balance: int
    comment: str
    owner_id: int | None
    answer: str | None
    answer_text: str
    scan_kind: str | None
    scan_id: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A client on the board of a month; `state` None where nothing was done yet."""

    client_id: int
    name: str
    manager_id: int
    debt: int
    advance: int
    state: str | None
    answer: str | None


COLUMNS = [*reconciliations.c]
GET = sa.select(*COLUMNS).where(
    reconciliations.c.client_id == sa.bindparam("client"), reconciliations.c.month == sa.bindparam("month")
)
OWN = (
    sa.select(*COLUMNS)
    .join(clients, clients.c.id == reconciliations.c.client_id)
    .where(reconciliations.c.id == sa.bindparam("id_"), MANAGERS, ALIVE)
    .with_for_update(of=reconciliations)
)
FIELDS = (
    "client_id", "month", "state", "employee_id", "changed_on", "balance", "comment", "owner_id", "answer", "answer_text",
    "scan_kind", "scan_id",
)  # fmt: skip
_put = upsert(reconciliations).values({name: sa.bindparam(name) for name in FIELDS})
PUT = _put.on_conflict_do_update(
    index_elements=["client_id", "month"], set_={name: _put.excluded[name] for name in FIELDS[2:]}
).returning(reconciliations.c.id)

_of_month = sa.and_(
    reconciliations.c.client_id == clients.c.id, reconciliations.c.month == sa.bindparam("month")
)
_moved = sa.exists().where(
    ledger.c.client_id == clients.c.id,
    ledger.c.day >= sa.bindparam("month"),
    ledger.c.day <= sa.bindparam("end"),
)
_WANTED = sa.and_(
    MANAGERS,
    ALIVE,
    sa.or_(clients.c.debt > 0, clients.c.advance > 0, reconciliations.c.id.is_not(None), _moved),
)
BOARD = (
    sa.select(
        clients.c.id,
        clients.c.name,
        clients.c.manager_id,
        clients.c.debt,
        clients.c.advance,
        reconciliations.c.state,
        reconciliations.c.answer,
    )
    .select_from(clients.outerjoin(reconciliations, _of_month))
    .where(_WANTED)
    .order_by(clients.c.debt.desc(), clients.c.advance.desc(), clients.c.id)
    .limit(sa.bindparam("n"))
)
COUNTS = (
    sa.select(clients.c.manager_id, reconciliations.c.state, sa.func.count())
    .select_from(clients.outerjoin(reconciliations, _of_month))
    .where(_WANTED)
    .group_by(clients.c.manager_id, reconciliations.c.state)
)
LAST_SIGNED = (
    sa.select(reconciliations.c.client_id, sa.func.max(reconciliations.c.month, type_=sa.Date))
    .where(
        one_of(reconciliations.c.client_id, "clients"),
        reconciliations.c.state == ReconciliationState.SIGNED.value,
    )
    .group_by(reconciliations.c.client_id)
)
OLDER = (
    sa.select(reconciliations.c.month)
    .where(
        reconciliations.c.client_id == sa.bindparam("client"),
        sa.or_(*(reconciliations.c.state == state.value for state in sorted(WAITING))),
        reconciliations.c.month < sa.bindparam("month"),
    )
    .order_by(reconciliations.c.month.desc())
    .limit(3)
)
LINES = (
    sa.select(*(reconciliation_lines.c[name] for name in ("document", "ours", "theirs", "difference")))
    .where(reconciliation_lines.c.reconciliation_id == sa.bindparam("ref"))
    .order_by(reconciliation_lines.c.id)
    .limit(50)
)
FORGET_LINES = sa.delete(reconciliation_lines).where(
    reconciliation_lines.c.reconciliation_id == sa.bindparam("ref")
)
ADD_LINE = sa.insert(reconciliation_lines).values(
    {name: sa.bindparam(name) for name in ("reconciliation_id", "document", "ours", "theirs", "difference")}
)


async def find(tx: Transaction, client_id: int, month: date) -> Reconciliation | None:
    return await tx.row(GET, Reconciliation, client=client_id, month=month)


async def find_own(tx: Transaction, reconciliation_id: int, managers: list[int]) -> Reconciliation | None:
    """None for one of a foreign client as for none; held from other turns."""
    return await tx.row(OWN, Reconciliation, id_=reconciliation_id, managers=managers)


async def put(tx: Transaction, row: Reconciliation) -> int:
    """Its id; `row.id` is not looked at: a client has one row of a month."""
    found: int = await tx.value(PUT, **{name: getattr(row, name) for name in FIELDS})
    return found


async def board(
    tx: Transaction, managers: list[int], month: date, end: date, count: int = MOST
) -> list[Listed]:
    """Clients with a balance now, or with anything moved or done in the month; the largest debt first."""
    return await tx.rows(BOARD, Listed, managers=managers, month=month, end=end, n=count)


async def counts(
    tx: Transaction, managers: list[int], month: date, end: date
) -> list[tuple[int, str | None, int]]:
    """(manager, state or None, clients) of the same."""
    return await tx.rows(
        COUNTS, lambda manager, state, number: (manager, state, number), managers=managers, month=month, end=end
    )  # fmt: skip


async def last_signed(tx: Transaction, client_ids: Iterable[int]) -> dict[int, date]:
    """The first day of each client's last signed month."""
    found = await tx.rows(LAST_SIGNED, lambda client, month: (client, month), clients=list(client_ids))
    return dict(found)


async def older_waiting(tx: Transaction, client_id: int, month: date) -> list[date]:
    """Earlier months that were begun and are not signed, the newest first; three at most."""
    return await tx.values(OLDER, client=client_id, month=month)


async def lines(tx: Transaction, reconciliation_id: int) -> list[Difference]:
    return await tx.rows(LINES, Difference, ref=reconciliation_id)


async def put_lines(tx: Transaction, reconciliation_id: int, found: Iterable[Difference]) -> None:
    """In place of what was recorded before."""
    await tx.run(FORGET_LINES, ref=reconciliation_id)
    await tx.run_many(
        ADD_LINE,
        [
            {
                "reconciliation_id": reconciliation_id,
                "document": one.document,
                "ours": one.ours,
                "theirs": one.theirs,
                "difference": one.difference,
            }
            for one in found
        ],
    )
