"""Stops of shipping: the open one of each client, what was done about it, who is late enough to be named."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from storage.database import Transaction, one_of
from storage.stop_tables import order_terms, stop_events, stops
from storage.tables import clients, employees, orders
from storage.types import Instant


@dataclass(frozen=True, slots=True)
class Stop:
    """Kopecks and days as they were when it was named. `asked_at` is when its state began, `due_at` when silence decides."""

    id: int
    client_id: int
    state: str
    level: str | None
    word: str | None
    word_until: date | None
    until: date | None
    held: bool
    why: str
    overdue: int
    days: int
    asked_at: datetime
    nudge_at: datetime | None
    due_at: datetime | None
    created_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Event:
    """`employee` empty where the clock or a file did it."""

    at: datetime
    step: str
    until: date | None
    text: str
    employee: str


@dataclass(frozen=True, slots=True)
class Listed:
    stop: Stop
    client: str
    manager_id: int


MANAGERS = one_of(clients.c.manager_id, "managers")
ALIVE = clients.c.deleted_at.is_(None)
OPEN = stops.c.closed_at.is_(None)
COLUMNS = [*stops.c]
GIVEN = (
    "client_id", "state", "level", "word", "word_until", "until", "held", "why", "overdue", "days", "asked_at",
    "nudge_at", "due_at", "created_at", "closed_at",
)  # fmt: skip
CHANGED = (
    "state", "level", "word", "word_until", "until", "held", "asked_at", "nudge_at", "due_at", "closed_at",
)  # fmt: skip
GET = sa.select(*COLUMNS).where(stops.c.id == sa.bindparam("id_"))
LOCK = GET.with_for_update()
OF_CLIENTS = sa.select(*COLUMNS).where(one_of(stops.c.client_id, "clients"), OPEN).order_by(stops.c.client_id)
LAST_OF_CLIENTS = (
    sa.select(*COLUMNS)
    .where(one_of(stops.c.client_id, "clients"), stops.c.closed_at.is_not(None))
    .order_by(stops.c.id)
)
_LISTED = (
    sa.select(*COLUMNS, clients.c.name, clients.c.manager_id)
    .join(clients, clients.c.id == stops.c.client_id)
    .where(OPEN, ALIVE)
    .order_by(stops.c.due_at.is_(None), stops.c.due_at, stops.c.id)
    .limit(sa.bindparam("n"))
)
OF_MANAGERS = _LISTED.where(MANAGERS)
EVERY = _LISTED
COUNT_EVERY = sa.select(sa.func.count()).join(clients, clients.c.id == stops.c.client_id).where(OPEN, ALIVE)
COUNT_OF = COUNT_EVERY.where(MANAGERS)
ADD = sa.insert(stops).values({name: sa.bindparam(name) for name in GIVEN}).returning(stops.c.id)
CHANGE = (
    sa.update(stops)
    .where(stops.c.id == sa.bindparam("id_"))
    .values({name: sa.bindparam(name) for name in CHANGED})
)
ADD_EVENT = sa.insert(stop_events).values(
    {name: sa.bindparam(name) for name in ("stop_id", "employee_id", "at", "step", "until", "text")}
)
EVENTS = (
    sa.select(
        stop_events.c.at,
        stop_events.c.step,
        stop_events.c.until,
        stop_events.c.text,
        sa.func.coalesce(employees.c.name, ""),
    )
    .join(employees, employees.c.id == stop_events.c.employee_id, isouter=True)
    .where(stop_events.c.stop_id == sa.bindparam("stop"))
    .order_by(stop_events.c.id)
)
# Whoever is late for so long, is not stopped, may be dunned, does not say that it has paid, and about whom nothing is being
# decided.
LATE = (
    sa.select(clients.c.id)
    .where(
        MANAGERS,
        ALIVE,
        clients.c.overdue >= sa.bindparam("least"),
        clients.c.overdue_since <= sa.bindparam("day"),
        clients.c.stopped.is_(sa.false()),
        sa.or_(clients.c.undunned_until.is_(None), clients.c.undunned_until < sa.bindparam("today")),
        sa.or_(clients.c.debt_quiet_until.is_(None), clients.c.debt_quiet_until < sa.bindparam("today")),
        sa.or_(clients.c.debt_quiet_until.is_(None), clients.c.debt_quiet_until < sa.bindparam("today")),
        ~sa.exists().where(stops.c.client_id == clients.c.id, OPEN, stops.c.state != "lifting"),
    )
    .order_by(clients.c.overdue.desc(), clients.c.id)
    .limit(sa.bindparam("n"))
)
TURNOVER = sa.select(sa.func.coalesce(sa.func.sum(orders.c.total), 0)).where(
    orders.c.client_id == sa.bindparam("client"),
    orders.c.status != "refused",
    orders.c.day >= sa.bindparam("since"),
)
PREPAY = sa.insert(order_terms).values(
    {name: sa.bindparam(name) for name in ("order_id", "employee_id", "amount", "created_at")}
)
TERMS = sa.select(order_terms.c.amount, order_terms.c.paid_at).where(
    order_terms.c.order_id == sa.bindparam("order_id_")
)
SET_AMOUNT = (
    sa.update(order_terms)
    .where(order_terms.c.order_id == sa.bindparam("order_id_"))
    .values(amount=sa.bindparam("amount_"))
)
FORGET_TERMS = sa.delete(order_terms).where(order_terms.c.order_id == sa.bindparam("order_id_"))
OF_TERMS = (
    sa.select(
        orders.c.client_id,
        order_terms.c.order_id,
        order_terms.c.amount,
        order_terms.c.created_at,
        order_terms.c.paid_at,
    )
    .join(order_terms, orders.c.id == order_terms.c.order_id)
    .where(one_of(orders.c.client_id, "clients"), orders.c.status != "refused")
    .order_by(order_terms.c.order_id)
)
PAID_AT = (
    sa.select(order_terms.c.order_id)
    .select_from(orders)
    .join(order_terms, orders.c.id == order_terms.c.order_id)
    .where(
        one_of(orders.c.client_id, "clients"),
        order_terms.c.paid_at == sa.bindparam("moment", type_=Instant()),
    )
)
SET_UNPAID = sa.update(order_terms).where(one_of(order_terms.c.order_id, "ids")).values(paid_at=None)
FORGET_EVENTS = sa.delete(stop_events).where(
    stop_events.c.stop_id == sa.bindparam("stop"), stop_events.c.at == sa.bindparam("moment", type_=Instant())
)
SET_PAID = (
    sa.update(order_terms)
    .where(order_terms.c.order_id == sa.bindparam("id_"), order_terms.c.paid_at.is_(None))
    .values(paid_at=sa.bindparam("at"))
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What has to be paid before the order is shipped, kopecks; `paid_at` once it came."""

    amount: int
    paid_at: datetime | None


@dataclass(frozen=True, slots=True)
class ClientTerms:
    """`amount` kopecks for the order, asked for at `created_at`."""

    client_id: int
    order_id: int
    amount: int
    created_at: datetime
    paid_at: datetime | None


def _listed(*row: object) -> Listed:
    *own, client, manager = row
    return Listed(Stop(*own), str(client), int(str(manager)))  # type: ignore[arg-type]


async def find(tx: Transaction, stop_id: int) -> Stop | None:
    return await tx.row(GET, Stop, id_=stop_id)


async def find_locked(tx: Transaction, stop_id: int) -> Stop | None:
    return await tx.row(LOCK, Stop, id_=stop_id)


async def open_of(tx: Transaction, client_ids: Iterable[int]) -> dict[int, Stop]:
    """By client."""
    return {one.client_id: one for one in await tx.rows(OF_CLIENTS, Stop, clients=list(client_ids))}


async def last_closed(tx: Transaction, client_ids: Iterable[int]) -> dict[int, Stop]:
    """The last one of each client that has ended."""
    return {one.client_id: one for one in await tx.rows(LAST_OF_CLIENTS, Stop, clients=list(client_ids))}


async def of_managers(tx: Transaction, managers: list[int], limit: int) -> list[Listed]:
    """Open ones, the soonest deadline first, those that wait for nobody last."""
    return await tx.rows(OF_MANAGERS, _listed, managers=managers, n=limit)


async def every(tx: Transaction, limit: int) -> list[Listed]:
    """The same for those who serve every manager."""
    return await tx.rows(EVERY, _listed, n=limit)


async def late(
    tx: Transaction, managers: list[int], *, day: date, today: date, least: int, n: int
) -> list[int]:
    """Clients whose oldest undisputed term passed on `day` or before, the largest overdue first."""
    return await tx.values(LATE, managers=managers, day=day, today=today, least=least, n=n)


async def note(
    tx: Transaction,
    stop_id: int,
    employee_id: int | None,
    at: datetime,
    step: str,
    *,
    until: date | None = None,
    text: str = "",
) -> None:
    await tx.run(
        ADD_EVENT, stop_id=stop_id, employee_id=employee_id, at=at, step=step, until=until, text=text
    )


async def events_of(tx: Transaction, stop_id: int) -> list[Event]:
    return await tx.rows(EVENTS, Event, stop=stop_id)


async def turnover(tx: Transaction, client_id: int, since: date) -> int:
    """Kopecks of the client's orders handed over since that day."""
    return int(await tx.value(TURNOVER, client=client_id, since=since))


async def terms_of(tx: Transaction, order_id: int) -> Terms | None:
    return await tx.row(TERMS, Terms, order_id_=order_id)


async def terms_of_clients(tx: Transaction, client_ids: Iterable[int]) -> list[ClientTerms]:
    """Of all orders that are or were to be prepaid, the oldest first."""
    return await tx.rows(OF_TERMS, ClientTerms, clients=list(client_ids))


async def unpay(tx: Transaction, client_ids: Iterable[int], moment: datetime) -> list[int]:
    """The orders that were paid at `moment` and are not any more."""
    found = await tx.values(PAID_AT, clients=list(client_ids), moment=moment)
    if found:
        await tx.run(SET_UNPAID, ids=found)
    return found
