"""Goods asked for in vain: who wants them, what logistics was asked and has said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from domain.shortages import GOING_ON, LIVE, WAITS, RequestState, ShortageState
from storage.database import Transaction, one_of
from storage.shortage_tables import shortage_questions as questions
from storage.shortage_tables import shortage_requests as requests
from storage.shortage_tables import shortages
from storage.tables import call_list, clients, employees, products
from storage.types import Code


@dataclass(frozen=True, slots=True)
class Shortage:
    """One client's wish. `quantity` in `unit`; `amount` in kopecks at the list price; `text` names goods not on the price list.

    `order_id` is the order in which it lacked, `promised` the day on which the goods are to come, or have come.
    """

    id: int
    product_id: int | None
    employee_id: int
    client_id: int | None
    text: str
    quantity: Decimal | None
    unit: str
    at: datetime
    order_id: int | None
    state: ShortageState
    amount: int
    request_id: int | None
    promised: date | None
    analogue_id: int | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Request:
    id: int
    product_id: int | None
    text: str
    state: RequestState
    created_at: datetime
    answered_by: int | None
    answered_at: datetime | None
    arrives_on: date | None
    arrives_quantity: Decimal | None
    analogue_id: int | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A wish of a request, with who wants it. `manager_id` answers for the client now (or asked, where there is no client)."""

    id: int
    client_id: int | None
    client: str
    manager_id: int
    manager: str
    quantity: Decimal | None
    unit: str
    amount: int
    state: ShortageState


@dataclass(frozen=True, slots=True)
class Row:
    """A request in a list: how many wait and what their wishes come to, kopecks."""

    id: int
    text: str
    state: RequestState
    arrives_on: date | None
    created_at: datetime
    wishes: int
    amount: int


@dataclass(frozen=True, slots=True)
class Lost:
    """Demand lost by one client of one product in one moment."""

    text: str
    quantity: Decimal | None
    unit: str
    amount: int
    client: str
    manager: str
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Own:
    """A wish in its manager's list; without a client `manager` is who noted it."""

    id: int
    at: datetime
    text: str
    quantity: Decimal | None
    unit: str
    state: ShortageState
    promised: date | None
    manager: str
    client: str


@dataclass(frozen=True, slots=True)
class Question:
    id: int
    shortage_id: int
    asked_by: int
    question: str
    answer: str
    answered_at: datetime | None


STATE, REQUEST_STATE = Code(ShortageState), Code(RequestState)
_SHORTAGE = [sa.type_coerce(column, STATE) if column.name == "state" else column for column in shortages.c]
_REQUEST = [
    sa.type_coerce(column, REQUEST_STATE) if column.name == "state" else column for column in requests.c
]
_GIVEN = (
    "product_id",
    "employee_id",
    "client_id",
    "text",
    "quantity",
    "unit",
    "at",
    "order_id",
    "state",
    "amount",
    "request_id",
)
ADD = sa.insert(shortages).values({name: sa.bindparam(name) for name in _GIVEN}).returning(shortages.c.id)
GET = sa.select(*_SHORTAGE).where(shortages.c.id == sa.bindparam("id_"))
LOCK = GET.with_for_update()
OF_LINE = (
    sa.select(*_SHORTAGE)
    .where(
        shortages.c.order_id == sa.bindparam("order"),
        shortages.c.product_id == sa.bindparam("product"),
        one_of(shortages.c.state, "states"),
    )
    .order_by(shortages.c.id.desc())
    .limit(1)
)
OF_ORDER = (
    sa.select(*_SHORTAGE)
    .where(shortages.c.order_id == sa.bindparam("order"), shortages.c.state == ShortageState.OPEN.value)
    .order_by(shortages.c.id)
)
ARRIVED_OF = (
    sa.select(*_SHORTAGE)
    .where(one_of(shortages.c.client_id, "clients"), shortages.c.state == ShortageState.ARRIVED.value)
    .order_by(shortages.c.id)
)
_OWN = (
    shortages.c.id,
    shortages.c.at,
    shortages.c.text,
    shortages.c.quantity,
    shortages.c.unit,
    sa.type_coerce(shortages.c.state, STATE),
    shortages.c.promised,
    employees.c.name,
)
_GOING_ON = (shortages.c.at >= sa.bindparam("since"), one_of(shortages.c.state, "states"))
_client = clients.alias("own")
# of whose client it is now: a client that changed hands takes its wishes along
OF_CLIENTS = (
    sa.select(*_OWN, clients.c.name)
    .join(clients, clients.c.id == shortages.c.client_id)
    .join(employees, employees.c.id == clients.c.manager_id)
    .where(
        shortages.c.client_id.in_(sa.select(_client.c.id).where(one_of(_client.c.manager_id, "employees"))),
        *_GOING_ON,
    )
    .order_by(shortages.c.at.desc(), shortages.c.id.desc())
    .limit(sa.bindparam("n"))
)
OF_NOBODY = (
    sa.select(*_OWN, sa.literal(""))
    .join(employees, employees.c.id == shortages.c.employee_id)
    .where(one_of(shortages.c.employee_id, "employees"), shortages.c.client_id.is_(None), *_GOING_ON)
    .order_by(shortages.c.at.desc(), shortages.c.id.desc())
    .limit(sa.bindparam("n"))
)
_manager = sa.func.coalesce(clients.c.manager_id, shortages.c.employee_id)
OF_REQUEST = (
    sa.select(
        shortages.c.id,
        shortages.c.client_id,
        sa.func.coalesce(clients.c.name, ""),
        _manager,
        employees.c.name,
        shortages.c.quantity,
        shortages.c.unit,
        shortages.c.amount,
        sa.type_coerce(shortages.c.state, STATE),
    )
    .join(clients, clients.c.id == shortages.c.client_id, isouter=True)
    .join(employees, employees.c.id == _manager)
    .where(shortages.c.request_id == sa.bindparam("request"), one_of(shortages.c.state, "states"))
    .order_by(shortages.c.amount.desc(), shortages.c.id)
)
END = (
    sa.update(shortages)
    .where(shortages.c.id == sa.bindparam("id_"))
    .values(state=sa.bindparam("state_"), ended_at=sa.bindparam("at_"), analogue_id=sa.bindparam("analogue"))
)
MOVE = (
    sa.update(shortages)
    .where(shortages.c.id == sa.bindparam("id_"))
    .values(
        state=sa.bindparam("state_"),
        request_id=sa.bindparam("request"),
        promised=sa.bindparam("day"),
        analogue_id=sa.bindparam("analogue"),
        ended_at=None,
    )
)
CORRECT = (
    sa.update(shortages)
    .where(shortages.c.id == sa.bindparam("id_"))
    .values(quantity=sa.bindparam("missing"), amount=sa.bindparam("sum_"))
)
SET_ORDER = (
    sa.update(shortages).where(shortages.c.id == sa.bindparam("id_")).values(order_id=sa.bindparam("order"))
)
LOST = (
    sa.select(
        shortages.c.text,
        shortages.c.quantity,
        shortages.c.unit,
        shortages.c.amount,
        sa.func.coalesce(clients.c.name, ""),
        employees.c.name,
        shortages.c.ended_at,
    )
    .join(clients, clients.c.id == shortages.c.client_id, isouter=True)
    .join(employees, employees.c.id == shortages.c.employee_id)
    .where(
        shortages.c.state == ShortageState.DROPPED.value,
        shortages.c.ended_at >= sa.bindparam("since"),
        one_of(shortages.c.employee_id, "employees"),
    )
    .order_by(shortages.c.ended_at.desc(), shortages.c.id.desc())
    .limit(sa.bindparam("n"))
)

ADD_REQUEST = (
    sa.insert(requests)
    .values(
        {name: sa.bindparam(name) for name in ("product_id", "text", "created_at", "state", "arrives_on")}
    )
    .returning(requests.c.id)
)
GET_REQUEST = sa.select(*_REQUEST).where(requests.c.id == sa.bindparam("id_"))
LOCK_REQUEST = GET_REQUEST.with_for_update()
LIVE_OF_PRODUCTS = (
    sa.select(*_REQUEST)
    .where(one_of(requests.c.product_id, "products"), one_of(requests.c.state, "states"))
    .order_by(requests.c.id)
)
LIVE_OF_TEXT = (
    sa.select(*_REQUEST)
    .where(
        requests.c.product_id.is_(None),
        requests.c.text == sa.bindparam("text_"),
        one_of(requests.c.state, "states"),
    )
    .order_by(requests.c.id)
    .limit(1)
)
ANSWER = (
    sa.update(requests)
    .where(requests.c.id == sa.bindparam("id_"))
    .values(
        {
            name: sa.bindparam(f"{name}_")
            for name in (
                "state",
                "answered_by",
                "answered_at",
                "arrives_on",
                "arrives_quantity",
                "analogue_id",
            )
        }
    )
)
_amount = sa.func.sum(shortages.c.amount)
LIVE_ROWS = (
    sa.select(
        requests.c.id,
        requests.c.text,
        sa.type_coerce(requests.c.state, REQUEST_STATE),
        requests.c.arrives_on,
        requests.c.created_at,
        sa.func.count(),
        _amount,
    )
    .join(shortages, shortages.c.request_id == requests.c.id)
    .where(one_of(requests.c.state, "live"), one_of(shortages.c.state, "waits"))
    .group_by(requests.c.id, requests.c.text, requests.c.state, requests.c.arrives_on, requests.c.created_at)
    .order_by(_amount.desc(), requests.c.id)
    .limit(sa.bindparam("n"))
)
SET_ARRIVAL = (
    sa.update(products)
    .where(products.c.id == sa.bindparam("id_"))
    .values(arrives_on=sa.bindparam("day"), arrives_quantity=sa.bindparam("amount"))
)
SET_STOCK = (
    sa.update(products).where(products.c.id == sa.bindparam("id_")).values(stock=sa.bindparam("amount"))
)
ASK = (
    sa.insert(questions)
    .values({name: sa.bindparam(name) for name in ("shortage_id", "asked_by", "question", "asked_at")})
    .returning(questions.c.id)
)
_QUESTION = [
    questions.c[name] for name in ("id", "shortage_id", "asked_by", "question", "answer", "answered_at")
]
GET_QUESTION = sa.select(*_QUESTION).where(questions.c.id == sa.bindparam("id_"))
REPLY = (
    sa.update(questions)
    .where(questions.c.id == sa.bindparam("id_"), questions.c.answered_at.is_(None))
    .values(answer=sa.bindparam("answer_"), answered_at=sa.bindparam("at"))
)
RELIST = (
    sa.update(call_list)
    .where(
        call_list.c.employee_id == sa.bindparam("employee"),
        call_list.c.day == sa.bindparam("day_"),
        call_list.c.client_id == sa.bindparam("client"),
    )
    .values(state="waiting", position=0, reasons=sa.bindparam("reasons_", type_=call_list.c.reasons.type))
)


def _codes(states: Iterable[str]) -> list[str]:
    return [str(state) for state in states]


async def add(tx: Transaction, **given: Any) -> int:
    """Columns of a wish by name: those that are not given are empty."""
    found: int = await tx.value(ADD, **(dict.fromkeys(_GIVEN) | {"amount": 0} | given))
    return found


async def find(tx: Transaction, shortage_id: int) -> Shortage | None:
    return await tx.row(GET, Shortage, id_=shortage_id)


async def find_locked(tx: Transaction, shortage_id: int) -> Shortage | None:
    return await tx.row(LOCK, Shortage, id_=shortage_id)


async def of_line(tx: Transaction, order_id: int, product_id: int) -> Shortage | None:
    """The one that still goes on."""
    return await tx.row(OF_LINE, Shortage, order=order_id, product=product_id, states=_codes(GOING_ON))


async def open_of(tx: Transaction, order_id: int) -> list[Shortage]:
    """Of an order, what nobody has decided about."""
    return await tx.rows(OF_ORDER, Shortage, order=order_id)


async def arrived_of(tx: Transaction, client_ids: list[int]) -> list[Shortage]:
    """Whose goods have come and were neither ordered nor refused."""
    return await tx.rows(ARRIVED_OF, Shortage, clients=client_ids)


async def of_managers(tx: Transaction, employee_ids: list[int], since: datetime, count: int) -> list[Own]:
    """Of their clients and of nobody's, the newest first."""
    given = {"employees": employee_ids, "since": since, "states": _codes(GOING_ON), "n": count}
    found = [*await tx.rows(OF_CLIENTS, Own, **given), *await tx.rows(OF_NOBODY, Own, **given)]
    return sorted(found, key=lambda one: (one.at, one.id), reverse=True)[:count]


async def waiting_for(
    tx: Transaction, request_id: int, states: Iterable[ShortageState] = WAITS
) -> list[Waiting]:
    """The largest first."""
    return await tx.rows(OF_REQUEST, Waiting, request=request_id, states=_codes(states))


async def move(
    tx: Transaction,
    shortage_id: int,
    state: ShortageState,
    *,
    request: int | None,
    promised: date | None = None,
    analogue: int | None = None,
) -> None:
    await tx.run(MOVE, id_=shortage_id, state_=state.value, request=request, day=promised, analogue=analogue)


async def end(
    tx: Transaction, shortage_id: int, state: ShortageState, at: datetime, analogue: int | None = None
) -> None:
    await tx.run(END, id_=shortage_id, state_=state.value, at_=at, analogue=analogue)


async def lost_since(tx: Transaction, employee_ids: list[int], since: datetime, count: int) -> list[Lost]:
    """The newest first."""
    return await tx.rows(LOST, Lost, employees=employee_ids, since=since, n=count)


async def add_request(
    tx: Transaction, product_id: int | None, text: str, at: datetime, promised: date | None = None
) -> int:
    """With `promised` one that nobody has to answer."""
    state = RequestState.PROMISED if promised else RequestState.OPEN
    found: int = await tx.value(
        ADD_REQUEST, product_id=product_id, text=text, created_at=at, state=state.value, arrives_on=promised
    )
    return found


async def find_request(tx: Transaction, request_id: int, *, lock: bool = False) -> Request | None:
    return await tx.row(LOCK_REQUEST if lock else GET_REQUEST, Request, id_=request_id)


async def live_requests(tx: Transaction, product_ids: list[int]) -> list[Request]:
    """At most one of each product."""
    return await tx.rows(LIVE_OF_PRODUCTS, Request, products=product_ids, states=_codes(LIVE))


async def live_of_text(tx: Transaction, text: str) -> Request | None:
    return await tx.row(LIVE_OF_TEXT, Request, text_=text, states=_codes(LIVE))


async def live_rows(tx: Transaction, count: int) -> list[Row]:
    """What logistics has to deal with, the largest sum first."""
    return await tx.rows(LIVE_ROWS, Row, live=_codes(LIVE), waits=_codes(WAITS), n=count)


async def find_question(tx: Transaction, question_id: int) -> Question | None:
    return await tx.row(GET_QUESTION, Question, id_=question_id)


async def ask(tx: Transaction, shortage_id: int, employee_id: int, text: str, at: datetime) -> int:
    found: int = await tx.value(
        ASK, shortage_id=shortage_id, asked_by=employee_id, question=text, asked_at=at
    )
    return found


async def reply(tx: Transaction, question_id: int, text: str, at: datetime) -> bool:
    """False where it was answered before."""
    return await tx.run(REPLY, id_=question_id, answer_=text, at=at) == 1
