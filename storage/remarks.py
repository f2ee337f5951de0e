"""What a lead asked a manager or praised them for, and the answer."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.database import Transaction
from storage.tables import remarks

ASK, PRAISE = "ask", "praise"


@dataclass(frozen=True, slots=True)
class Remark:
    """`facts` are what the line said (`screens.remarks.facts_of`); `answered_at` None while it waits."""

    id: int
    lead_id: int
    employee_id: int
    kind: str
    topic: str
    ref_id: int
    day: date
    facts: dict[str, Any]
    at: datetime
    answer: str
    answered_at: datetime | None


KEY = ("lead_id", "day", "kind", "topic", "ref_id")
ADD = (
    upsert(remarks)
    .values({name: sa.bindparam(name) for name in (*KEY, "employee_id", "facts", "at")})
    .on_conflict_do_nothing(index_elements=list(KEY))
    .returning(remarks.c.id)
)
GET = sa.select(remarks).where(remarks.c.id == sa.bindparam("id_"))
BY_KEY = sa.select(remarks).where(*(remarks.c[name] == sa.bindparam(name) for name in KEY))
SAID = (
    sa.select(remarks.c.kind, remarks.c.topic, remarks.c.ref_id, remarks.c.day, remarks.c.answered_at)
    .where(
        remarks.c.lead_id == sa.bindparam("lead"),
        remarks.c.day >= sa.bindparam("start"),
        remarks.c.day <= sa.bindparam("end"),
    )
    .order_by(remarks.c.day.desc())
    .limit(1000)
)
ANSWER = (
    sa.update(remarks)
    .where(remarks.c.id == sa.bindparam("id_"), remarks.c.answered_at.is_(None))
    .values(answer=sa.bindparam("text"), answered_at=sa.bindparam("at"))
)


async def add(
    tx: Transaction,
    lead_id: int,
    employee_id: int,
    *,
    kind: str,
    topic: str,
    ref_id: int,
    day: date,
    facts: dict[str, Any],
    at: datetime,
) -> int | None:
    """The new id; None where the lead has said it of that day before."""
    found: int | None = await tx.value(
        ADD,
        lead_id=lead_id,
        employee_id=employee_id,
        kind=kind,
        topic=topic,
        ref_id=ref_id,
        day=day,
        facts=facts,
        at=at,
    )
    return found


async def find(tx: Transaction, remark_id: int) -> Remark | None:
    return await tx.row(GET, Remark, id_=remark_id)


async def find_said(
    tx: Transaction, lead_id: int, *, kind: str, topic: str, ref_id: int, day: date
) -> Remark | None:
    return await tx.row(BY_KEY, Remark, lead_id=lead_id, kind=kind, topic=topic, ref_id=ref_id, day=day)


async def said_between(
    tx: Transaction, lead_id: int, start: date, end: date
) -> dict[tuple[str, str, int, date], bool]:
    """(kind, topic, ref, day) of what the lead has said of these days: whether there is an answer."""
    said = await tx.rows(SAID, lambda *row: row, lead=lead_id, start=start, end=end)
    return {(kind, topic, ref, day): at is not None for kind, topic, ref, day, at in said}


async def answer(tx: Transaction, remark_id: int, text: str, at: datetime) -> bool:
    """False where it was answered before."""
    return await tx.run(ANSWER, id_=remark_id, text=text, at=at) == 1
