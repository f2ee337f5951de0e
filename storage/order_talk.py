"""What was done with an order and what was asked about it."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from storage.database import Transaction
from storage.orders import Order
from storage.tables import employees, order_events, order_questions, orders


@dataclass(frozen=True, slots=True)
class Event:
    at: datetime
    step: str
    note: str
    employee: str


@dataclass(frozen=True, slots=True)
class Question:
    """`answered_at` None while it waits for the manager."""

    id: int
    order_id: int
    asked_by: int
    question: str
    answer: str
    asked_at: datetime
    answered_at: datetime | None
    asker: str


ADD_EVENT = sa.insert(order_events).values(
    {name: sa.bindparam(name) for name in ("order_id", "employee_id", "at", "step", "note")}
)
EVENTS = (
    sa.select(order_events.c.at, order_events.c.step, order_events.c.note, employees.c.name)
    .join(employees, employees.c.id == order_events.c.employee_id)
    .where(order_events.c.order_id == sa.bindparam("order_id_"))
    .order_by(order_events.c.id)
)
_QUESTIONS = sa.select(*order_questions.c, employees.c.name).join(
    employees, employees.c.id == order_questions.c.asked_by
)
QUESTIONS = _QUESTIONS.where(order_questions.c.order_id == sa.bindparam("order_id_")).order_by(
    order_questions.c.id
)
QUESTION = _QUESTIONS.where(order_questions.c.id == sa.bindparam("id_"))
ASK = (
    sa.insert(order_questions)
    .values({name: sa.bindparam(name) for name in ("order_id", "asked_by", "question", "asked_at")})
    .returning(order_questions.c.id)
)
ANSWER = (
    sa.update(order_questions)
    .where(order_questions.c.id == sa.bindparam("id_"), order_questions.c.answered_at.is_(None))
    .values(answer=sa.bindparam("answer_"), answered_at=sa.bindparam("at"))
)

RECENT_WITH = (
    sa.select(orders)
    .where(orders.c.status == sa.bindparam("status"), orders.c.handed_at >= sa.bindparam("since"))
    .order_by(orders.c.handed_at.desc(), orders.c.id.desc())
    .limit(sa.bindparam("n"))
)


async def recent_with(tx: Transaction, status: str, since: datetime, count: int) -> list[Order]:
    """Handed over since then, the newest first."""
    return await tx.rows(RECENT_WITH, Order, status=status, since=since, n=count)


async def note_step(
    tx: Transaction, order_id: int, employee_id: int, at: datetime, *, step: str, note: str = ""
) -> None:
    await tx.run(ADD_EVENT, order_id=order_id, employee_id=employee_id, at=at, step=step, note=note)


async def events_of(tx: Transaction, order_id: int) -> list[Event]:
    return await tx.rows(EVENTS, Event, order_id_=order_id)


async def questions_of(tx: Transaction, order_id: int) -> list[Question]:
    return await tx.rows(QUESTIONS, Question, order_id_=order_id)


async def find_question(tx: Transaction, question_id: int) -> Question | None:
    return await tx.row(QUESTION, Question, id_=question_id)


async def ask(tx: Transaction, order_id: int, employee_id: int, question: str, at: datetime) -> int:
    found: int = await tx.value(ASK, order_id=order_id, asked_by=employee_id, question=question, asked_at=at)
    return found


async def answer(tx: Transaction, question_id: int, text: str, at: datetime) -> bool:
    """False where it was answered before."""
    return await tx.run(ANSWER, id_=question_id, answer_=text, at=at) == 1
