"""What was clarified about an order, and what a client said of the same goods before."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.database import Transaction
from storage.shortage_tables import client_checks, order_checks
from storage.tables import employees, order_lines, products


@dataclass(frozen=True, slots=True)
class Checked:
    """`answer` is empty where `employee` waved the point through."""

    group: str
    point: str
    answer: str
    employee: str


GROUPS_OF = (
    sa.select(products.c.group_name)
    .join(order_lines, order_lines.c.product_id == products.c.id)
    .where(order_lines.c.order_id == sa.bindparam("order"))
    .group_by(products.c.group_name)
    .order_by(products.c.group_name)
)
OF_ORDER = (
    sa.select(order_checks.c.group_name, order_checks.c.point, order_checks.c.answer, employees.c.name)
    .join(employees, employees.c.id == order_checks.c.employee_id)
    .where(order_checks.c.order_id == sa.bindparam("order"))
)
_put = upsert(order_checks).values(
    {name: sa.bindparam(name) for name in ("order_id", "group_name", "point", "answer", "employee_id", "at")}
)
PUT = _put.on_conflict_do_update(
    index_elements=["order_id", "group_name", "point"],
    set_={name: _put.excluded[name] for name in ("answer", "employee_id", "at")},
)
OF_CLIENT = sa.select(client_checks.c.group_name, client_checks.c.point, client_checks.c.answer).where(
    client_checks.c.client_id == sa.bindparam("client")
)
_remember = upsert(client_checks).values(
    {name: sa.bindparam(name) for name in ("client_id", "group_name", "point", "answer")}
)
REMEMBER = _remember.on_conflict_do_update(
    index_elements=["client_id", "group_name", "point"], set_={"answer": _remember.excluded.answer}
)


async def groups_of(tx: Transaction, order_id: int) -> list[str]:
    """Groups of the goods of an order."""
    return await tx.values(GROUPS_OF, order=order_id)


async def of_order(tx: Transaction, order_id: int) -> list[Checked]:
    return await tx.rows(OF_ORDER, Checked, order=order_id)


async def put(
    tx: Transaction, order_id: int, key: tuple[str, str], answer: str, *, employee_id: int, at: datetime
) -> None:
    """`key`: group and point."""
    group, point = key
    await tx.run(
        PUT, order_id=order_id, group_name=group, point=point, answer=answer, employee_id=employee_id, at=at
    )


async def of_client(tx: Transaction, client_id: int) -> dict[tuple[str, str], str]:
    """What was answered last, by group and point."""
    found = await tx.rows(OF_CLIENT, lambda group, point, answer: ((group, point), answer), client=client_id)
    return dict(found)


async def remember(tx: Transaction, client_id: int, key: tuple[str, str], answer: str) -> None:
    group, point = key
    await tx.run(REMEMBER, client_id=client_id, group_name=group, point=point, answer=answer)
