"""Captured lines: drafts with their acts, and what no menu keeps: competitors' prices."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from storage.capture_tables import competitor_notes, drafts
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Draft:
    """`acts` as `usecases.draft_acts` writes them; `undo` are the changes of saving, as long as they can be taken back.

    `orders` are those that saving handed over, as [id, name of the client].
    """

    id: int
    employee_id: int
    text: str
    acts: list[dict[str, Any]]
    unread: list[str]
    state: str
    created_at: datetime
    saved_at: datetime | None
    orders: list[list[Any]] | None
    undo: list[dict[str, Any]] | None


GET = sa.select(drafts).where(
    drafts.c.id == sa.bindparam("id_"), drafts.c.employee_id == sa.bindparam("employee")
)
LOCK = GET.with_for_update()
ADD = (
    sa.insert(drafts)
    .values({name: sa.bindparam(name) for name in ("employee_id", "text", "acts", "unread", "created_at")})
    .returning(drafts.c.id)
)


def _patch(*columns: str) -> sa.Update:
    return (
        sa.update(drafts)
        .where(drafts.c.id == sa.bindparam("id_"))
        .values({name: sa.bindparam(name) for name in columns})
    )


SET_ACTS = _patch("acts", "unread")
SET_STATE = _patch("state")
SET_SAVED = _patch("state", "saved_at", "orders", "undo")
SET_UNDONE = _patch("state", "orders", "undo")
FORGET_UNDO = (
    sa.update(drafts)
    .where(
        drafts.c.employee_id == sa.bindparam("employee"),
        drafts.c.saved_at < sa.bindparam("before"),
        drafts.c.saved_at >= sa.bindparam("since"),
        drafts.c.undo.is_not(None),
    )
    .values(undo=None)
)
ADD_COMPETITOR = sa.insert(competitor_notes).values(
    {
        name: sa.bindparam(name)
        for name in ("employee_id", "client_id", "product_id", "name", "text", "price", "change", "at")
    }
)


async def find(tx: Transaction, draft_id: int, employee_id: int) -> Draft | None:
    """None for a colleague's draft as for a missing one."""
    return await tx.row(GET, Draft, id_=draft_id, employee=employee_id)


async def find_locked(tx: Transaction, draft_id: int, employee_id: int) -> Draft | None:
    """Held from other turns until this one ends."""
    return await tx.row(LOCK, Draft, id_=draft_id, employee=employee_id)


async def add(
    tx: Transaction,
    employee_id: int,
    at: datetime,
    *,
    text: str,
    acts: list[dict[str, Any]],
    unread: list[str],
) -> int:
    found: int = await tx.value(
        ADD, employee_id=employee_id, text=text, acts=acts, unread=unread, created_at=at
    )
    return found


async def add_competitor(
    tx: Transaction,
    employee_id: int,
    name: str,
    at: datetime,
    *,
    client_id: int | None,
    product_id: int | None,
    text: str,
    price: int | None,
    change: Decimal | None,
) -> None:
    """`text` names goods that are not ours; `price` in kopecks, `change` in percent, below 0 where they are cheaper."""
    await tx.run(
        ADD_COMPETITOR,
        employee_id=employee_id,
        client_id=client_id,
        product_id=product_id,
        name=name,
        text=text,
        price=price,
        change=change,
        at=at,
    )
