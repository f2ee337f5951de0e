"""What happened with a client, in one line of events, newest first."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from storage import audit
from storage.database import Transaction
from storage.tables import employees, timeline


class EventKind(StrEnum):
    CREATED = "created"
    CALL = "call"
    NOTE = "note"
    ORDER = "order"
    PROMISE = "promise"
    PROMISE_JUDGED = "promise_judged"
    PAYMENT = "payment"
    CLAIM = "claim"
    MEETING = "meeting"
    VISIT = "visit"
    GREETING = "greeting"
    PERSON = "person"
    FILE = "file"
    VOICE = "voice"
    PHOTO = "photo"
    COMPETITOR = "competitor"
    SHORTAGE = "shortage"
    CONTRACT = "contract"
    PROMOTION = "promotion"
    EXHIBITION = "exhibition"
    SKIPPED = "skipped"
    STAGE = "stage"
    OFFER = "offer"
    RELIABILITY = "reliability"
    RECONCILIATION = "reconciliation"
    STOP = "stop"
    CHANGED = "changed"
    TRANSFER = "transfer"
    ERRAND = "errand"


@dataclass(frozen=True, slots=True)
class Event:
    """`facts` as the kind has them: a call its outcome and note, an order its sum, …"""

    id: int
    at: datetime
    kind: str
    facts: dict[str, Any]
    employee: str


ADD = sa.insert(timeline).values(
    {name: sa.bindparam(name) for name in ("client_id", "employee_id", "at", "kind", "facts")}
)
OF_CLIENT = (
    sa.select(timeline.c.id, timeline.c.at, timeline.c.kind, timeline.c.facts, employees.c.name)
    .join(employees, employees.c.id == timeline.c.employee_id)
    .where(timeline.c.client_id == sa.bindparam("client"))
    .order_by(timeline.c.at.desc(), timeline.c.id.desc())
    .limit(sa.bindparam("n"))
    .offset(sa.bindparam("start"))
)


REMOVE = sa.delete(timeline).where(timeline.c.id == sa.bindparam("id_"))


async def add(
    tx: Transaction,
    client_id: int,
    employee_id: int,
    at: datetime,
    kind: EventKind,
    /,
    **facts: str | int | None,
) -> None:
    """Facts are ids, codes, kopecks and ISO days; the words come when they are read. A change is audited too."""
    await tx.run(ADD, client_id=client_id, employee_id=employee_id, at=at, kind=kind, facts=facts)
    if kind is EventKind.CHANGED:
        await audit.add_change(tx, employee_id, at, client_id, {"what": facts.get("what")})


async def of_client(tx: Transaction, client_id: int, size: int, start: int = 0) -> list[Event]:
    return await tx.rows(OF_CLIENT, Event, client=client_id, n=size, start=start)


async def remove(tx: Transaction, event_id: int) -> None:
    """For what was taken back: it has not happened."""
    await tx.run(REMOVE, id_=event_id)
