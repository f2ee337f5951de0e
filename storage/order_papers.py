"""Photos and files attached to an order: the ids by which Telegram knows them."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from storage.database import Transaction
from storage.draft_tables import order_papers

MOST, LONGEST_NAME = 20, 200


@dataclass(frozen=True, slots=True)
class Paper:
    """`kind` is photo or document; `name` of a document as it was called, of a photo the words under it."""

    id: int
    order_id: int
    employee_id: int
    kind: str
    file_id: str
    name: str
    created_at: datetime


OF_ORDER = (
    sa.select(order_papers)
    .where(order_papers.c.order_id == sa.bindparam("order_id_"))
    .order_by(order_papers.c.id)
    .limit(MOST)
)
GET = sa.select(order_papers).where(order_papers.c.id == sa.bindparam("id_"))
COUNT = (
    sa.select(sa.func.count())
    .select_from(order_papers)
    .where(order_papers.c.order_id == sa.bindparam("order_id_"))
)
GIVEN = ("order_id", "employee_id", "kind", "file_id", "name", "created_at")
ADD = sa.insert(order_papers).values({name: sa.bindparam(name) for name in GIVEN})
FORGET = sa.delete(order_papers).where(order_papers.c.id == sa.bindparam("id_"))
FORGET_OF = sa.delete(order_papers).where(order_papers.c.order_id == sa.bindparam("order_id_"))


async def of_order(tx: Transaction, order_id: int) -> list[Paper]:
    return await tx.rows(OF_ORDER, Paper, order_id_=order_id)


async def count(tx: Transaction, order_id: int) -> int:
    return int(await tx.value(COUNT, order_id_=order_id))


async def find(tx: Transaction, paper_id: int) -> Paper | None:
    return await tx.row(GET, Paper, id_=paper_id)


async def add(
    tx: Transaction, order_id: int, employee_id: int, *, kind: str, file_id: str, name: str, at: datetime
) -> None:
    await tx.run(
        ADD,
        order_id=order_id,
        employee_id=employee_id,
        kind=kind,
        file_id=file_id,
        name=name[:LONGEST_NAME],
        created_at=at,
    )
