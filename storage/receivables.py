"""What clients owe, document by document, and what their own rows say of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.database import DaysSince, Transaction, one_of
from storage.debt_tables import receivables
from storage.tables import clients, timeline
from storage.types import Instant

MANAGERS = one_of(clients.c.manager_id, "managers")
ALIVE = clients.c.deleted_at.is_(None)
OWING = sa.or_(clients.c.debt > 0, clients.c.advance > 0)
MOST_CLIENTS = 5000


def term(due: date | None, document_day: date | None, payment_delay: int | None) -> date | None:
    """The file's own, else the document's day and the client's delay; None where neither is known."""
    if due is not None or document_day is None or payment_delay is None:
        return due
    return date.fromordinal(document_day.toordinal() + payment_delay)


@dataclass(frozen=True, slots=True)
class NewReceivable:
    """One leaf of a file. Kopecks: `amount` is owed to us, `advance` by us; `due` None where the file names no term.

    With `earliest` the term is known in bounds only: from it to `due`.
    """

    document: str
    contract: str = ""
    document_day: date | None = None
    due: date | None = None
    amount: int = 0
    advance: int = 0
    earliest: date | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A leaf as it is kept; `dispute` is the reason, empty where there is none."""

    id: int
    client_id: int
    document: str
    contract: str
    document_day: date | None
    due: date | None
    amount: int
    advance: int
    dispute: str
    disputed_on: date | None
    dispute_owner_id: int | None
    dispute_until: date | None

    def due_on(self, payment_delay: int | None) -> date | None:
        return term(self.due, self.document_day, payment_delay)


@dataclass(frozen=True, slots=True)
class Debtor:
    """A client as the lists of debts show it. `overdue_since` is the oldest term that has passed undisputed."""

    id: int
    manager_id: int
    name: str
    payment_delay: int | None
    debt: int
    overdue: int
    overdue_since: date | None
    advance: int
    debt_as_of: date | None
    promise_due: date | None
    promise_broken_day: date | None
    promises_kept: int
    promises_judged: int
    quiet_until: date | None
    undunned_until: date | None
    undunned_why: str
    pays_on: int | None
    lead_day: date | None
    last_contact_day: date | None


@dataclass(frozen=True, slots=True)
class ManagerTotal:
    """The debts of one manager's clients; `as_of` of the newest and the oldest of them."""

    manager_id: int
    debt: int
    overdue: int
    advance: int
    clients: int
    as_of: date | None
    oldest: date | None


COLUMNS = [*receivables.c]
OF_CLIENTS = (
    sa.select(*COLUMNS)
    .where(one_of(receivables.c.client_id, "clients"))
    .order_by(receivables.c.client_id, receivables.c.document_day, receivables.c.id)
)
WITH_ROWS = sa.select(receivables.c.client_id).distinct()
WITH_ROWS_OF = (
    sa.select(receivables.c.client_id)
    .join(clients, clients.c.id == receivables.c.client_id)
    .where(MANAGERS)
    .distinct()
)
TOLD_BEFORE = sa.select(clients.c.id).where(clients.c.debt_as_of < sa.bindparam("day"))
TOLD_BEFORE_OF = TOLD_BEFORE.where(MANAGERS)
_put = upsert(receivables).values(
    {
        name: sa.bindparam(name)
        for name in ("client_id", "document", "contract", "document_day", "due", "amount", "advance")
    }
)
PUT = _put.on_conflict_do_update(
    index_elements=["client_id", "document", "contract"],
    set_={name: _put.excluded[name] for name in ("document_day", "due", "amount", "advance")},
)
DISPUTE_AGAIN = (
    sa.update(receivables)
    .where(
        receivables.c.client_id == sa.bindparam("client"),
        receivables.c.document == sa.bindparam("document_"),
        receivables.c.contract == sa.bindparam("contract_"),
    )
    .values(
        {name: sa.bindparam(name) for name in ("dispute", "disputed_on", "dispute_owner_id", "dispute_until")}
    )
)
DELETE = sa.delete(receivables).where(one_of(receivables.c.id, "ids"))

DEBTOR = sa.select(
    clients.c.id,
    clients.c.manager_id,
    clients.c.name,
    clients.c.payment_delay,
    clients.c.debt,
    clients.c.overdue,
    clients.c.overdue_since,
    clients.c.advance,
    clients.c.debt_as_of,
    clients.c.promise_due,
    clients.c.promise_broken_day,
    clients.c.promises_kept,
    clients.c.promises_judged,
    clients.c.debt_quiet_until,
    clients.c.undunned_until,
    clients.c.undunned_why,
    clients.c.pays_on,
    clients.c.debt_lead_day,
    clients.c.last_contact_day,
)
LOCK = DEBTOR.where(one_of(clients.c.id, "ids")).order_by(clients.c.id).with_for_update()
OF_MANAGER = (
    DEBTOR.where(clients.c.manager_id == sa.bindparam("manager"), ALIVE, OWING)
    .order_by(clients.c.overdue.desc(), clients.c.debt.desc(), clients.c.id)
    .limit(sa.bindparam("n"))
)
_LATE_SINCE = (
    MANAGERS,
    ALIVE,
    clients.c.overdue >= sa.bindparam("least"),
    clients.c.overdue_since <= sa.bindparam("day"),
)
LATE = DEBTOR.where(*_LATE_SINCE).order_by(clients.c.overdue.desc(), clients.c.id).limit(sa.bindparam("n"))
LATE_TOTAL = sa.select(
    sa.func.count(), sa.func.coalesce(sa.func.sum(clients.c.overdue), 0).cast(sa.BigInteger)
).where(*_LATE_SINCE)
TOTALS = (
    sa.select(
        clients.c.manager_id,
        sa.func.sum(clients.c.debt).cast(sa.BigInteger),
        sa.func.sum(clients.c.overdue).cast(sa.BigInteger),
        sa.func.sum(clients.c.advance).cast(sa.BigInteger),
        sa.func.count(),
        sa.func.max(clients.c.debt_as_of),
        sa.func.min(clients.c.debt_as_of),
    )
    .where(MANAGERS, ALIVE, OWING)
    .group_by(clients.c.manager_id)
)
LAST_AS_OF = sa.select(sa.func.max(clients.c.debt_as_of)).where(MANAGERS, ALIVE)
RECOUNTED = (
    sa.update(clients)
    .where(clients.c.id == sa.bindparam("id_"))
    .values(
        {
            name: sa.bindparam(name)
            for name in ("debt", "overdue", "overdue_since", "advance", "debt_as_of", "debt_quiet_until")
        }
    )
)
# What cannot change unnoticed while a file is counted: documents, their sums and disputes.
MARKS = (
    sa.select(
        receivables.c.client_id,
        sa.func.count(),
        sa.func.sum(receivables.c.id).cast(sa.BigInteger),
        sa.func.sum(receivables.c.amount).cast(sa.BigInteger),
        sa.func.sum(receivables.c.advance).cast(sa.BigInteger),
        sa.func.count(receivables.c.disputed_on),
        sa.func.sum(receivables.c.dispute_owner_id).cast(sa.BigInteger),
        sa.func.max(receivables.c.dispute_until, type_=sa.Date),
    )
    .where(one_of(receivables.c.client_id, "clients"))
    .group_by(receivables.c.client_id)
)
FORGET_EVENTS = sa.delete(timeline).where(
    one_of(timeline.c.client_id, "clients"),
    one_of(timeline.c.kind, "kinds"),
    timeline.c.at == sa.bindparam("moment", type_=Instant()),
)


async def of_clients(tx: Transaction, client_ids: Iterable[int]) -> dict[int, list[Stored]]:
    """By client, in the order of the documents; a client without any is absent."""
    found: dict[int, list[Stored]] = {}
    for row in await tx.rows(OF_CLIENTS, Stored, clients=list(client_ids)):
        found.setdefault(row.client_id, []).append(row)
    return found


async def marks(tx: Transaction, client_ids: Iterable[int]) -> set[tuple[Any, ...]]:
    """Of the documents of each client, figures that are others once anything about them has changed."""
    return set(await tx.rows(MARKS, lambda *row: row, clients=list(client_ids)))


async def with_rows(tx: Transaction, managers: Iterable[int] | None = None) -> list[int]:
    """Clients of whom a document is kept; only those of `managers` where they are given."""
    if managers is None:
        return await tx.values(WITH_ROWS)
    return await tx.values(WITH_ROWS_OF, managers=list(managers))


async def told_before(tx: Transaction, day: date, managers: Iterable[int] | None = None) -> list[int]:
    """Clients of whom only files of before `day` have told, whether they owe anything or not."""
    if managers is None:
        return await tx.values(TOLD_BEFORE, day=day)
    return await tx.values(TOLD_BEFORE_OF, day=day, managers=list(managers))


async def lock(tx: Transaction, client_ids: Iterable[int]) -> dict[int, Debtor]:
    """The clients' rows, held from other turns; of any manager, deleted ones too."""
    return {found.id: found for found in await tx.rows(LOCK, Debtor, ids=list(client_ids))}


async def of_manager(tx: Transaction, manager: int, limit: int = MOST_CLIENTS) -> list[Debtor]:
    """Whoever owes or has overpaid, the largest overdue first."""
    return await tx.rows(OF_MANAGER, Debtor, manager=manager, n=limit)


async def late_since(tx: Transaction, managers: list[int], day: date, least: int, limit: int) -> list[Debtor]:
    """Clients whose oldest undisputed term passed on `day` or before, owing at least `least` kopecks overdue."""
    return await tx.rows(LATE, Debtor, managers=managers, day=day, least=least, n=limit)


async def late_total(tx: Transaction, managers: list[int], day: date, least: int) -> tuple[int, int]:
    """How many clients `late_since` would find without a limit, and kopecks overdue of all of them."""
    [found] = await tx.rows(
        LATE_TOTAL, lambda count, overdue: (count, overdue), managers=managers, day=day, least=least
    )
    return found


# --- by age

# days past the term on the day of the file that named the client; less than 1: not due, NULL: no term is known
_AGE = sa.func.coalesce(
    DaysSince(receivables.c.due, clients.c.debt_as_of),
    DaysSince(receivables.c.document_day, clients.c.debt_as_of) - clients.c.payment_delay,
).cast(sa.Integer)
BY_AGE = (
    sa.select(_AGE, sa.func.sum(receivables.c.amount).cast(sa.BigInteger))
    .select_from(clients)
    .join(receivables, receivables.c.client_id == clients.c.id)
    .where(MANAGERS, ALIVE, OWING, receivables.c.amount > 0)
    .group_by(_AGE)
)


async def by_age(tx: Transaction, managers: list[int]) -> dict[int | None, int]:
    """Days past the term -> kopecks owed, over all clients of these managers; None where no term is known."""
    return dict(await tx.rows(BY_AGE, lambda days, amount: (days, amount), managers=managers))


async def totals(tx: Transaction, managers: list[int]) -> list[ManagerTotal]:
    return await tx.rows(TOTALS, ManagerTotal, managers=managers)


async def last_as_of(tx: Transaction, managers: list[int]) -> date | None:
    found: date | None = await tx.value(LAST_AS_OF, managers=managers)
    return found


async def put(tx: Transaction, rows: Iterable[tuple[int, NewReceivable]]) -> None:
    """(client, leaf): a leaf of the same document and contract is replaced and keeps its dispute."""
    await tx.run_many(
        PUT,
        (
            {
                "client_id": client_id,
                "document": row.document,
                "contract": row.contract,
                "document_day": row.document_day,
                "due": row.due,
                "amount": row.amount,
                "advance": row.advance,
            }
            for client_id, row in rows
        ),
    )
