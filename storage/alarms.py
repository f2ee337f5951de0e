"""What was unusual, and what a lead made of it; whose exports are closed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.secrecy import AlarmKind
from storage.database import Transaction
from storage.secrecy_tables import alarms, closed_exports


@dataclass(frozen=True, slots=True)
class Alarm:
    """`facts`: count, usual, limit; since, until as ISO moments (UTC)."""

    id: int
    employee_id: int
    day: date
    kind: str
    at: datetime
    facts: dict[str, Any]
    state: str
    decided_by: int | None
    decided_at: datetime | None
    asked_by: int | None
    answer: str
    answered_at: datetime | None


ADD = (
    upsert(alarms)
    .values({name: sa.bindparam(name) for name in ("employee_id", "day", "kind", "at", "facts")})
    .on_conflict_do_nothing(index_elements=["employee_id", "day", "kind"])
    .returning(alarms.c.id)
)
GET = sa.select(alarms).where(alarms.c.id == sa.bindparam("id_"))
OF_DAY = sa.select(alarms.c.kind, alarms.c.state).where(
    alarms.c.employee_id == sa.bindparam("employee"), alarms.c.day == sa.bindparam("day")
)
DECIDE = (
    sa.update(alarms)
    .where(alarms.c.id == sa.bindparam("id_"))
    .values(state=sa.bindparam("state_"), decided_by=sa.bindparam("by"), decided_at=sa.bindparam("moment"))
)
ASK = (
    sa.update(alarms)
    .where(alarms.c.id == sa.bindparam("id_"), alarms.c.asked_by.is_(None))
    .values(asked_by=sa.bindparam("by"))
)
ANSWER = (
    sa.update(alarms)
    .where(alarms.c.id == sa.bindparam("id_"), alarms.c.answered_at.is_(None))
    .values(answer=sa.bindparam("text"), answered_at=sa.bindparam("moment"))
)
CLOSE = (
    upsert(closed_exports)
    .values({name: sa.bindparam(name) for name in ("employee_id", "closed_by", "closed_at")})
    .on_conflict_do_nothing(index_elements=["employee_id"])
)
OPEN = sa.delete(closed_exports).where(closed_exports.c.employee_id == sa.bindparam("employee"))
CLOSED = sa.select(closed_exports.c.closed_at).where(closed_exports.c.employee_id == sa.bindparam("employee"))


async def add(
    tx: Transaction, employee: int, day: date, kind: AlarmKind, *, at: datetime, facts: dict[str, Any]
) -> int | None:
    """The new one's id; None where this kind was noted today."""
    found: int | None = await tx.value(
        ADD, employee_id=employee, day=day, kind=kind.value, at=at, facts=facts
    )
    return found


async def find(tx: Transaction, alarm_id: int) -> Alarm | None:
    return await tx.row(GET, Alarm, id_=alarm_id)


async def of_day(tx: Transaction, employee: int, day: date) -> list[tuple[str, str]]:
    """(kind, state) of what was noted of this person."""
    return await tx.rows(OF_DAY, lambda kind, state: (kind, state), employee=employee, day=day)


async def decide(tx: Transaction, alarm_id: int, state: str, by: int, at: datetime) -> None:
    await tx.run(DECIDE, id_=alarm_id, state_=state, by=by, moment=at)


async def ask(tx: Transaction, alarm_id: int, by: int) -> bool:
    """False where somebody has asked."""
    return await tx.run(ASK, id_=alarm_id, by=by) == 1


async def answer(tx: Transaction, alarm_id: int, text: str, at: datetime) -> bool:
    """False where it was answered before."""
    return await tx.run(ANSWER, id_=alarm_id, text=text, moment=at) == 1


async def close_exports(tx: Transaction, employee: int, by: int, at: datetime) -> None:
    await tx.run(CLOSE, employee_id=employee, closed_by=by, closed_at=at)


async def open_exports(tx: Transaction, employee: int) -> bool:
    """False where they were open."""
    return await tx.run(OPEN, employee=employee) == 1


async def closed_since(tx: Transaction, employee: int) -> datetime | None:
    """None where the exports are open."""
    found: datetime | None = await tx.value(CLOSED, employee=employee)
    return found
