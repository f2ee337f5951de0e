"""Cards asked of accounting, and what was said about them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.card_requests import CardKind, CardStatus
from storage.catalogue_tables import card_requests, card_words
from storage.database import Transaction, one_of
from storage.tables import clients, employees
from storage.types import Code

SHOWN_WORDS = 4


@dataclass(frozen=True, slots=True)
class CardRequest:
    """`text` is what the client called it; `code` and `reason` are the answer. `order_id` may name a draft that is gone."""

    id: int
    kind: CardKind
    status: CardStatus
    employee_id: int
    client_id: int | None
    order_id: int | None
    product_id: int | None
    name: str
    unit: str
    text: str
    tax_number: str
    reason_code: str
    address: str
    code: str
    reason: str
    answered_by: int | None
    created_at: datetime
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Said:
    employee_id: int
    name: str
    text: str
    at: datetime


CODES = {"kind": CardKind, "status": CardStatus}
COLUMNS = [
    sa.type_coerce(column, Code(CODES[column.name])).label(column.name) if column.name in CODES else column
    for column in card_requests.c
]
ASKED = (
    "kind", "employee_id", "client_id", "order_id", "name", "unit", "text", "tax_number", "reason_code", "address",
    "created_at",
)  # fmt: skip
ADD = (
    sa.insert(card_requests)
    .values({name: sa.bindparam(name) for name in ASKED})
    .returning(card_requests.c.id)
)
GET = sa.select(*COLUMNS).where(card_requests.c.id == sa.bindparam("id_"))
LOCK = GET.with_for_update()
_WITH_STATUS = (
    sa.select(*COLUMNS)
    .where(card_requests.c.status == sa.bindparam("status_"))
    .order_by(card_requests.c.id)
    .limit(sa.bindparam("n"))
)
WITH_STATUS = _WITH_STATUS
OF_EMPLOYEE = (
    sa.select(*COLUMNS)
    .where(
        card_requests.c.employee_id == sa.bindparam("employee"),
        card_requests.c.status == sa.bindparam("status_"),
    )
    .order_by(card_requests.c.id)
    .limit(sa.bindparam("n"))
)
OF_PEOPLE = (
    sa.select(*COLUMNS)
    .where(one_of(card_requests.c.employee_id, "employees"), card_requests.c.status == CardStatus.OPEN.value)
    .order_by(card_requests.c.id)
    .limit(sa.bindparam("n"))
)
COUNT_OF = sa.select(sa.func.count()).where(
    one_of(card_requests.c.employee_id, "employees"), card_requests.c.status == CardStatus.OPEN.value
)
COUNT = sa.select(sa.func.count()).where(card_requests.c.status == CardStatus.OPEN.value)
# Of what one person waits for, which is little; an index of its own by order would be written for each request.
COUNT_OF_ORDER = sa.select(sa.func.count()).where(
    card_requests.c.employee_id == sa.bindparam("employee"),
    sa.or_(*(card_requests.c.status == one.value for one in (CardStatus.OPEN, CardStatus.QUESTION))),
    card_requests.c.order_id == sa.bindparam("order_"),
)
OF_CLIENT = (
    sa.select(*COLUMNS)
    .where(card_requests.c.client_id == sa.bindparam("client"), card_requests.c.kind == CardKind.CLIENT.value)
    .order_by(card_requests.c.id.desc())
    .limit(1)
)
ANSWER = (
    sa.update(card_requests)
    .where(card_requests.c.id == sa.bindparam("id_"))
    .values(
        {
            name: sa.bindparam(name)
            for name in ("status", "code", "reason", "product_id", "answered_by", "answered_at")
        }
    )
)
MOVE = (
    sa.update(card_requests)
    .where(card_requests.c.id == sa.bindparam("id_"))
    .values(status=sa.bindparam("status"))
)
SAY = sa.insert(card_words).values(
    {name: sa.bindparam(name) for name in ("request_id", "employee_id", "text", "at")}
)
_LAST_SAID = (
    sa.select(card_words.c.id, card_words.c.employee_id, employees.c.name, card_words.c.text, card_words.c.at)
    .join(employees, employees.c.id == card_words.c.employee_id)
    .where(card_words.c.request_id == sa.bindparam("request"))
    .order_by(card_words.c.id.desc())
    .limit(SHOWN_WORDS)
)
SAID = _LAST_SAID


CLIENT_GONE = sa.select(clients.c.id).where(
    clients.c.id == sa.bindparam("id_"), clients.c.deleted_at.is_not(None)
)


async def is_client_gone(tx: Transaction, client_id: int) -> bool:
    return await tx.value(CLIENT_GONE, id_=client_id) is not None


async def add(tx: Transaction, **facts: Any) -> int:
    found: int = await tx.value(ADD, **facts)
    return found


async def find(tx: Transaction, request_id: int, *, lock: bool = False) -> CardRequest | None:
    """`lock`: held from other turns until this one ends."""
    return await tx.row(LOCK if lock else GET, CardRequest, id_=request_id)


async def waiting(tx: Transaction, count: int, people: list[int] | None = None) -> list[CardRequest]:
    """Those that accounting has to answer, the longest waiting first; `people`: that these asked for, None: everybody."""
    if people is None:
        return await tx.rows(WITH_STATUS, CardRequest, status_=CardStatus.OPEN, n=count)
    return await tx.rows(OF_PEOPLE, CardRequest, employees=people, n=count)


async def count_waiting(tx: Transaction, people: list[int] | None = None) -> int:
    found: int = await (tx.value(COUNT) if people is None else tx.value(COUNT_OF, employees=people))
    return found


async def count_of_order(tx: Transaction, employee_id: int, order_id: int) -> int:
    """How many cards this person waits for with this order."""
    found: int = await tx.value(COUNT_OF_ORDER, employee=employee_id, order_=order_id)
    return found


async def of_employee(tx: Transaction, employee_id: int, status: CardStatus, count: int) -> list[CardRequest]:
    return await tx.rows(OF_EMPLOYEE, CardRequest, employee=employee_id, status_=status, n=count)


async def last_of_client(tx: Transaction, client_id: int) -> CardRequest | None:
    """The last request for a card of this client itself."""
    return await tx.row(OF_CLIENT, CardRequest, client=client_id)


async def said(tx: Transaction, request_id: int) -> list[Said]:
    """The last words, the oldest of them first."""
    found = await tx.rows(
        SAID, lambda _id, employee, name, text, at: Said(employee, name, text, at), request=request_id
    )
    return found[::-1]
