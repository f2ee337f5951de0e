"""Claims with their goods and photos, how they are counted, and what is to prevent them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from domain.claims import ClaimStatus, Cut, Decision, Service
from domain.outcomes import ClaimKind
from storage.claim_tables import claim_lines as lines
from storage.claim_tables import claim_photos as photos
from storage.claim_tables import claims, preventions
from storage.database import Transaction, one_of
from storage.orders import HANDED
from storage.tables import clients, employees, orders, products
from storage.types import Code


@dataclass(frozen=True, slots=True)
class Claim:
    """`employee_id` took it, `owner_id` settles it. `amount` in kopecks: typed, else what its goods come to; `due` is its term."""

    id: int
    client_id: int
    employee_id: int
    kind: ClaimKind
    text: str
    created_at: datetime
    due: date
    closed_at: datetime | None
    status: ClaimStatus
    fault: Service | None
    order_id: int | None
    owner_id: int | None
    amount: int
    amount_typed: bool
    decision: Decision | None
    partly: bool
    answer: str
    decided_at: datetime | None
    told_at: datetime | None
    touched_at: datetime | None


@dataclass(frozen=True, slots=True)
class Line:
    """`documents` is what the papers say, `quantity` what of it is wrong (negative: came on top); `price`, `amount` in kopecks."""

    id: int
    claim_id: int
    product_id: int | None
    name: str
    unit: str
    documents: Decimal | None
    quantity: Decimal | None
    price: int | None
    amount: int


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in a list."""

    id: int
    kind: ClaimKind
    status: ClaimStatus
    due: date
    amount: int
    client: str
    owner_id: int | None


@dataclass(frozen=True, slots=True)
class Count:
    """So many claims of `name` (a code, or a name as it is written), and their sum in kopecks."""

    name: str | None
    claims: int
    amount: int


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as a line of a table."""

    id: int
    created_at: datetime
    client: str
    kind: ClaimKind
    fault: Service | None
    status: ClaimStatus
    decision: Decision | None
    due: date
    closed_at: datetime | None
    amount: int
    manager: str
    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class Prevention:
    """`claims` are those by which a reason was seen to repeat; `employee_id` is the manager of the last of them."""

    id: int
    employee_id: int
    kind: ClaimKind
    fault: Service | None
    product_id: int | None
    claims: list[int]
    owner_id: int | None
    due: date
    created_at: datetime
    answer: str
    closed_at: datetime | None


CODES: Mapping[str, Any] = MappingProxyType(
    {"kind": ClaimKind, "status": ClaimStatus, "fault": Service, "decision": Decision}
)


def _read(table: sa.Table) -> list[sa.ColumnElement[Any]]:
    return [
        sa.type_coerce(column, Code(CODES[column.name])).label(column.name)
        if column.name in CODES
        else column
        for column in table.c
    ]


_CLAIM, _LINE, _PREVENTION = _read(claims), list(lines.c), _read(preventions)
_OPEN = claims.c.closed_at.is_(None)
GIVEN = ("client_id", "employee_id", "kind", "text", "created_at", "due")
ADD = sa.insert(claims).values({name: sa.bindparam(name) for name in GIVEN}).returning(claims.c.id)
GET = sa.select(*_CLAIM).where(claims.c.id == sa.bindparam("id_"))
LOCK = GET.with_for_update()
OF_CLIENT = (
    sa.select(*_CLAIM)
    .where(claims.c.client_id == sa.bindparam("client"), _OPEN)
    .order_by(claims.c.due, claims.c.id)
    .limit(sa.bindparam("n"))
)
OF_IDS = sa.select(*_CLAIM).where(one_of(claims.c.id, "ids")).order_by(claims.c.id)
SINCE = (
    sa.select(claims.c.client_id, claims.c.created_at, claims.c.status)
    .where(one_of(claims.c.client_id, "clients"), _OPEN)
    .order_by(claims.c.created_at.desc())
)

ONE_LESS = (
    sa.update(clients)
    .where(clients.c.id == sa.bindparam("client"), clients.c.open_claims > 0)
    .values(open_claims=clients.c.open_claims - 1)
)

ONE_MORE = (
    sa.update(clients)
    .where(clients.c.id == sa.bindparam("client"))
    .values(open_claims=clients.c.open_claims + 1)
)

GIVEN_LINE = ("claim_id", "product_id", "name", "unit", "documents", "quantity", "price", "amount")
ADD_LINE = sa.insert(lines).values({name: sa.bindparam(name) for name in GIVEN_LINE})
LINES = sa.select(*_LINE).where(lines.c.claim_id == sa.bindparam("claim")).order_by(lines.c.id)
DROP_LINE = sa.delete(lines).where(
    lines.c.id == sa.bindparam("id_"), lines.c.claim_id == sa.bindparam("claim")
)
SET_LINE_AMOUNT = (
    sa.update(lines).where(lines.c.id == sa.bindparam("id_")).values(amount=sa.bindparam("sum_"))
)
ADD_PHOTO = sa.insert(photos).values({name: sa.bindparam(name) for name in ("claim_id", "attachment_id")})
PHOTOS = (
    sa.select(photos.c.attachment_id)
    .where(photos.c.claim_id == sa.bindparam("claim"))
    .order_by(photos.c.attachment_id)
)

_ROW = (
    sa.select(
        claims.c.id,
        sa.type_coerce(claims.c.kind, Code(ClaimKind)),
        sa.type_coerce(claims.c.status, Code(ClaimStatus)),
        claims.c.due,
        claims.c.amount,
        sa.func.coalesce(clients.c.name, ""),
        claims.c.owner_id,
    )
    .join(clients, clients.c.id == claims.c.client_id, isouter=True)
    .order_by(claims.c.due, claims.c.id)
    .limit(sa.bindparam("n"))
)
TAKEN_BY = one_of(claims.c.employee_id, "employees")
OWNED_BY = claims.c.owner_id == sa.bindparam("owner")
# of whose clients they are now: a client that changed hands takes its claims along
OPEN_OF_CLIENTS = _ROW.where(one_of(clients.c.manager_id, "employees"), clients.c.open_claims > 0, _OPEN)
OPEN_OWNED = _ROW.where(OWNED_BY, _OPEN)

# --- how often -------------------------------------------------------------------------------------------------------

_BETWEEN = (claims.c.created_at >= sa.bindparam("since"), claims.c.created_at < sa.bindparam("until"))
_NAMED: Mapping[Cut, sa.ColumnElement[Any]] = {
    Cut.KIND: claims.c.kind,
    Cut.FAULT: claims.c.fault,
    Cut.CLIENT: sa.func.coalesce(clients.c.name, ""),
    Cut.PRODUCT: sa.func.coalesce(products.c.name, lines.c.name),
}


def _counts(cut: Cut, whose: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """The largest first; without a limit there would be as many as there are goods."""
    of = lines if cut is Cut.PRODUCT else claims
    number = sa.func.count(claims.c.id.distinct()) if cut is Cut.PRODUCT else sa.func.count()
    found = sa.select(_NAMED[cut], number, sa.func.coalesce(sa.func.sum(of.c.amount), 0)).select_from(claims)
    if cut is Cut.PRODUCT:
        found = found.join(lines, lines.c.claim_id == claims.c.id)
        found = found.join(products, products.c.id == lines.c.product_id, isouter=True)
    if cut is Cut.CLIENT:
        found = found.join(clients, clients.c.id == claims.c.client_id, isouter=True)
    return (
        found.where(whose, *_BETWEEN)
        .group_by(_NAMED[cut])
        .order_by(number.desc(), sa.func.sum(of.c.amount).desc(), _NAMED[cut])
        .limit(sa.bindparam("n"))
    )


COUNT_TAKEN = MappingProxyType({cut: _counts(cut, TAKEN_BY) for cut in Cut})
COUNT_OWNED = MappingProxyType({cut: _counts(cut, OWNED_BY) for cut in Cut})
SALES = sa.select(sa.func.coalesce(sa.func.sum(orders.c.total), 0)).where(
    one_of(orders.c.employee_id, "employees"),
    orders.c.day >= sa.bindparam("first"),
    orders.c.day <= sa.bindparam("last"),
    HANDED,
)
_TOLD = (
    sa.select(
        claims.c.id,
        claims.c.created_at,
        sa.func.coalesce(clients.c.name, ""),
        sa.type_coerce(claims.c.kind, Code(ClaimKind)),
        sa.type_coerce(claims.c.fault, Code(Service)),
        sa.type_coerce(claims.c.status, Code(ClaimStatus)),
        sa.type_coerce(claims.c.decision, Code(Decision)),
        claims.c.due,
        claims.c.closed_at,
        claims.c.amount,
        employees.c.name,
        claims.c.text,
        claims.c.answer,
    )
    .join(employees, employees.c.id == claims.c.employee_id)
    .join(clients, clients.c.id == claims.c.client_id, isouter=True)
    .where(*_BETWEEN)
    .order_by(claims.c.created_at, claims.c.id)
    .limit(sa.bindparam("n"))
)
TOLD_TAKEN, TOLD_OWNED = _TOLD.where(TAKEN_BY), _TOLD.where(OWNED_BY)

# --- what repeats ----------------------------------------------------------------------------------------------------

_LATELY = sa.select(claims.c.id).where(
    TAKEN_BY, claims.c.created_at >= sa.bindparam("since"), claims.c.kind == sa.bindparam("kind_")
)
LIKE_REASON = (
    _LATELY.where(sa.func.coalesce(claims.c.fault, "") == sa.bindparam("fault_", type_=sa.String))
    .order_by(claims.c.id.desc())
    .limit(sa.bindparam("n"))
)
LIKE_PRODUCT = (
    _LATELY.where(
        sa.exists().where(lines.c.claim_id == claims.c.id, lines.c.product_id == sa.bindparam("product"))
    )
    .order_by(claims.c.id.desc())
    .limit(sa.bindparam("n"))
)
PREVENTION_GIVEN = ("employee_id", "kind", "fault", "product_id", "claims", "due", "created_at")
ADD_PREVENTION = (
    sa.insert(preventions)
    .values({name: sa.bindparam(name) for name in PREVENTION_GIVEN})
    .returning(preventions.c.id)
)
GET_PREVENTION = sa.select(*_PREVENTION).where(preventions.c.id == sa.bindparam("id_"))
LOCK_PREVENTION = GET_PREVENTION.with_for_update()
PREVENTIONS_OF = (
    sa.select(*_PREVENTION)
    .where(one_of(preventions.c.employee_id, "employees"), preventions.c.closed_at.is_(None))
    .order_by(preventions.c.due, preventions.c.id)
    .limit(sa.bindparam("n"))
)


def patch(*columns: str) -> sa.Update:
    """Sets these columns of the claim `id_`, and when it was touched."""
    return (
        sa.update(claims)
        .where(claims.c.id == sa.bindparam("id_"))
        .values({name: sa.bindparam(name) for name in (*columns, "touched_at")})
    )


def patch_prevention(*columns: str) -> sa.Update:
    return (
        sa.update(preventions)
        .where(preventions.c.id == sa.bindparam("id_"))
        .values({name: sa.bindparam(name) for name in columns})
    )


async def find(tx: Transaction, claim_id: int, *, lock: bool = False) -> Claim | None:
    return await tx.row(LOCK if lock else GET, Claim, id_=claim_id)


async def of_client(tx: Transaction, client_id: int, count: int) -> list[Claim]:
    """Those that are not closed, by term."""
    return await tx.rows(OF_CLIENT, Claim, client=client_id, n=count)


async def of_ids(tx: Transaction, ids: list[int]) -> list[Claim]:
    return await tx.rows(OF_IDS, Claim, ids=ids)


async def lines_of(tx: Transaction, claim_id: int) -> list[Line]:
    return await tx.rows(LINES, Line, claim=claim_id)


async def photos_of(tx: Transaction, claim_id: int) -> list[int]:
    """Ids of attachments, as they came."""
    return await tx.values(PHOTOS, claim=claim_id)


async def find_prevention(tx: Transaction, prevention_id: int, *, lock: bool = False) -> Prevention | None:
    return await tx.row(LOCK_PREVENTION if lock else GET_PREVENTION, Prevention, id_=prevention_id)


async def preventions_of(tx: Transaction, employee_ids: list[int], count: int) -> list[Prevention]:
    return await tx.rows(PREVENTIONS_OF, Prevention, employees=employee_ids, n=count)
