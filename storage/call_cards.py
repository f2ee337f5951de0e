"""What a call card reads beside the client's row, and how a card is put off, left out and gone back to."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.basket import Taken
from storage import clients, timeline
from storage.capture_tables import drafts
from storage.clients import Client
from storage.database import Transaction, one_of
from storage.tables import call_list, calls, order_lines, orders, products
from storage.tables import clients as clients_table
from storage.tables import timeline as timeline_table

CALLS_LOOKED_AT = 60
ORDERS_LOOKED_AT = 6
LINES_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class PastCall:
    """`hour` is that of the caller's clock; None in calls older than the column.

    `reason` is that of a refusal, or the code of the company's own outcome.
    """

    id: int
    at: datetime
    hour: int | None
    outcome: str
    reason: str | None
    note: str
    person_id: int | None
    employee_id: int


@dataclass(frozen=True, slots=True)
class WorkedCall:
    """A call that somebody made today."""

    id: int
    client_id: int
    at: datetime
    outcome: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What was saved last and can still be taken back; `text` is empty where it was a call logged from its card."""

    id: int
    text: str
    undo: list[dict[str, Any]]


RECENT = (
    sa.select(*(calls.c[name] for name in PastCall.__slots__))
    .where(calls.c.client_id == sa.bindparam("client"))
    .order_by(calls.c.at.desc(), calls.c.id.desc())
    .limit(CALLS_LOOKED_AT)
)
LAST_WORKED = (
    sa.select(*(calls.c[name] for name in WorkedCall.__slots__))
    .where(calls.c.employee_id == sa.bindparam("employee"), calls.c.day == sa.bindparam("day"))
    .order_by(calls.c.at.desc(), calls.c.id.desc())
    .limit(1)
)
_last_orders = (
    sa.select(orders.c.id)
    .where(orders.c.client_id == sa.bindparam("client"), orders.c.day.is_not(None))
    .order_by(orders.c.day.desc(), orders.c.id.desc())
    .limit(ORDERS_LOOKED_AT)
)
TAKEN = (
    sa.select(
        order_lines.c.order_id, order_lines.c.product_id, products.c.name, order_lines.c.quantity, order_lines.c.unit
    )
    .join(products, products.c.id == order_lines.c.product_id)
    .where(order_lines.c.order_id.in_(_last_orders), products.c.deleted_at.is_(None))
    .order_by(order_lines.c.order_id.desc(), order_lines.c.id)
    .limit(LINES_LOOKED_AT)
)  # fmt: skip
MEMBERS = sa.select(*clients.COLUMNS).where(
    one_of(clients_table.c.id, "ids"),
    clients_table.c.manager_id == sa.bindparam("manager"),
    clients_table.c.deleted_at.is_(None),
    clients_table.c.excluded.is_(False),
)
_line = upsert(call_list).values(
    {
        name: sa.bindparam(name)
        for name in ("employee_id", "day", "position", "client_id", "reasons", "pinned_at", "since")
    }
)
PIN = _line.on_conflict_do_update(
    index_elements=["employee_id", "day", "client_id"],
    set_={"pinned_at": _line.excluded.pinned_at, "state": "waiting"},
)
LEAVE_OUT = (
    sa.update(call_list)
    .where(
        call_list.c.employee_id == sa.bindparam("employee"),
        call_list.c.day == sa.bindparam("day_"),
        call_list.c.client_id == sa.bindparam("client"),
    )
    .values(state="skipped", skip_reason=sa.bindparam("reason"), also=None)
)
PUT_OFF = (
    sa.select(call_list.c.client_id, clients_table.c.name, call_list.c.pinned_at)
    .join(clients_table, clients_table.c.id == call_list.c.client_id)
    .where(
        call_list.c.employee_id == sa.bindparam("employee"),
        call_list.c.day == sa.bindparam("day"),
        call_list.c.state == "waiting",
        call_list.c.pinned_at > sa.bindparam("soon"),
        clients_table.c.deleted_at.is_(None),
    )
    .order_by(call_list.c.pinned_at, call_list.c.position)
    .limit(5)
)
LAST_POSITION = sa.select(sa.func.max(call_list.c.position)).where(
    call_list.c.employee_id == sa.bindparam("employee"), call_list.c.day == sa.bindparam("day")
)
ADD_EVENT = timeline.ADD.returning(timeline_table.c.id)
KEEP = sa.insert(drafts).values(
    {
        name: sa.bindparam(name)
        for name in ("employee_id", "text", "acts", "unread", "state", "created_at", "saved_at", "undo")
    }
)
LAST_KEPT = (
    sa.select(drafts.c.id, drafts.c.text, drafts.c.undo)
    .where(
        drafts.c.employee_id == sa.bindparam("employee"),
        drafts.c.saved_at > sa.bindparam("since"),
        drafts.c.undo.is_not(None),
    )
    .order_by(drafts.c.saved_at.desc(), drafts.c.id.desc())
    .limit(1)
)


async def recent_calls(tx: Transaction, client_id: int) -> list[PastCall]:
    """The newest first."""
    return await tx.rows(RECENT, PastCall, client=client_id)


async def last_worked(tx: Transaction, employee_id: int, day: date) -> WorkedCall | None:
    return await tx.row(LAST_WORKED, WorkedCall, employee=employee_id, day=day)


async def taken_lately(tx: Transaction, client_id: int) -> list[Taken]:
    """The lines of the client's last orders, of goods still on the price list."""
    return await tx.rows(TAKEN, Taken, client=client_id)


async def members(tx: Transaction, manager_id: int, ids: list[int]) -> dict[int, Client]:
    """Those of them that this manager may still call, by id."""
    return {found.id: found for found in await tx.rows(MEMBERS, Client, ids=ids, manager=manager_id)}


async def last_kept(tx: Transaction, employee_id: int, since: datetime) -> Kept | None:
    return await tx.row(LAST_KEPT, Kept, employee=employee_id, since=since)
