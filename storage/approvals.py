"""What the lead is asked about an order: one row each time that it is held."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from domain.approvals import Answer, ApprovalState
from domain.prices import Asked
from storage.database import Transaction
from storage.price_tables import approvals

FIELDS = (
    "id", "order_id", "employee_id", "state", "on_credit", "prepaid", "credit", "price", "decided_by", "asked_at",
    "nudge_at", "due_at", "closed_at", "asked", "counter")  # fmt: skip
COLUMNS = [approvals.c[name] for name in FIELDS]
GET = sa.select(*COLUMNS).where(approvals.c.id == sa.bindparam("id_"))
LOCK = GET.with_for_update()
LAST = (
    sa.select(*COLUMNS)
    .where(approvals.c.order_id == sa.bindparam("order_id_"))
    .order_by(approvals.c.id.desc())
    .limit(1)
)
ADD = (
    sa.insert(approvals)
    .values(
        {
            name: sa.bindparam(name)
            for name in (
                "order_id", "employee_id", "on_credit", "prepaid", "asked", "asked_at", "nudge_at", "due_at"
            )
        }
    )
    .returning(approvals.c.id)
)  # fmt: skip
WRITE = (
    sa.update(approvals)
    .where(approvals.c.id == sa.bindparam("id_"))
    .values(
        {
            name: sa.bindparam(f"{name}_")
            for name in ("state", "on_credit", "prepaid", "credit", "price", "counter", "decided_by", "nudge_at", "due_at", "closed_at")
        }
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Approval:
    """`on_credit`: credit is asked about; `asked`: lines beyond the limit. Null answers are not given yet, or not asked for.

    `counter`: kopecks of one unit by product, what the lead offers instead; `prepaid`: it is shipped once it is paid for.
    """

    id: int
    order_id: int
    employee_id: int
    state: ApprovalState
    on_credit: bool
    prepaid: bool
    credit: Answer | None
    price: Answer | None
    decided_by: int | None
    asked_at: datetime
    nudge_at: datetime
    due_at: datetime
    closed_at: datetime | None
    asked: tuple[Asked, ...]
    counter: Mapping[int, int]


def _approval(*row: Any) -> Approval:
    kept = dict(zip(FIELDS, row, strict=True))
    kept |= {
        "state": ApprovalState(kept["state"]),
        "credit": Answer(kept["credit"]) if kept["credit"] else None,
        "price": Answer(kept["price"]) if kept["price"] else None,
        "asked": tuple(
            Asked(product, listed, price, Decimal(allowed))
            for product, listed, price, allowed in kept["asked"]
        ),
        "counter": {int(product): price for product, price in (kept["counter"] or {}).items()},
    }
    return Approval(**kept)


async def find(tx: Transaction, approval_id: int) -> Approval | None:
    return await tx.row(GET, _approval, id_=approval_id)


async def find_locked(tx: Transaction, approval_id: int) -> Approval | None:
    return await tx.row(LOCK, _approval, id_=approval_id)


async def last_of(tx: Transaction, order_id: int) -> Approval | None:
    """The one of the last time that the order was held."""
    return await tx.row(LAST, _approval, order_id_=order_id)


async def add(
    tx: Transaction,
    order_id: int,
    employee_id: int,
    *,
    on_credit: bool,
    prepaid: bool,
    asked: Sequence[Asked],
    at: datetime,
    nudge_at: datetime,
    due_at: datetime,
) -> int:
    found: int = await tx.value(
        ADD,
        order_id=order_id,
        employee_id=employee_id,
        on_credit=on_credit,
        prepaid=prepaid,
        asked=[[one.product_id, one.listed, one.price, str(one.allowed)] for one in asked],
        asked_at=at,
        nudge_at=nudge_at,
        due_at=due_at,
    )
    return found


async def write(tx: Transaction, approval: Approval) -> None:
    """What may change of it, as it now is."""
    await tx.run(
        WRITE,
        id_=approval.id,
        state_=approval.state,
        on_credit_=approval.on_credit,
        prepaid_=approval.prepaid,
        credit_=approval.credit,
        price_=approval.price,
        counter_={str(product): price for product, price in approval.counter.items()} or None,
        decided_by_=approval.decided_by,
        nudge_at_=approval.nudge_at,
        due_at_=approval.due_at,
        closed_at_=approval.closed_at,
    )
