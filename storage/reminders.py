"""What somebody is to be reminded of and when: a row for each, gone once it is said."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.database import Transaction
from storage.visit_tables import reminders


@dataclass(frozen=True, slots=True)
class Reminder:
    """`due` is when it was to be said, `at` when it is tried next; `ref_id` is a row of its kind."""

    id: int
    employee_id: int
    kind: str
    ref_id: int
    due: datetime
    at: datetime
    tries: int


_put = upsert(reminders).values(
    {name: sa.bindparam(name) for name in ("employee_id", "kind", "ref_id", "due", "at")}
)
PUT = _put.on_conflict_do_update(
    index_elements=["kind", "ref_id", "employee_id"],
    set_={"due": _put.excluded.due, "at": _put.excluded.at, "tries": 0},
)
FORGET = sa.delete(reminders).where(
    reminders.c.kind == sa.bindparam("kind_"), reminders.c.ref_id == sa.bindparam("ref")
)
FORGET_OF = FORGET.where(reminders.c.employee_id == sa.bindparam("employee"))
DUE = (
    sa.select(*reminders.c)
    .where(reminders.c.at <= sa.bindparam("now"))
    .order_by(reminders.c.at, reminders.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)
DUE_OF = (
    sa.select(*reminders.c)
    .where(
        reminders.c.employee_id == sa.bindparam("employee"),
        reminders.c.kind == sa.bindparam("kind_"),
        reminders.c.at <= sa.bindparam("now"),
    )
    .order_by(reminders.c.at, reminders.c.id)
    .limit(sa.bindparam("n"))
    .with_for_update(skip_locked=True)
)
DONE = sa.delete(reminders).where(reminders.c.id == sa.bindparam("id_"))
AGAIN = (
    sa.update(reminders)
    .where(reminders.c.id == sa.bindparam("id_"))
    .values(at=sa.bindparam("again"), tries=reminders.c.tries + 1)
)


async def put(tx: Transaction, employee: int, kind: str, ref: int, at: datetime) -> None:
    """One of a kind for each row: an earlier one moves to `at`."""
    await tx.run(PUT, employee_id=employee, kind=kind, ref_id=ref, due=at, at=at)


async def forget(tx: Transaction, kind: str, ref: int) -> bool:
    """Whether there was one that had not been said."""
    return bool(await tx.run(FORGET, kind_=kind, ref=ref))


async def forget_of(tx: Transaction, kind: str, ref: int, employee: int) -> None:
    await tx.run(FORGET_OF, kind_=kind, ref=ref, employee=employee)


async def find_due(tx: Transaction, now: datetime) -> Reminder | None:
    """The longest due, held from other processes until the transaction ends."""
    return await tx.row(DUE, Reminder, now=now)


async def take_due(tx: Transaction, employee: int, kind: str, now: datetime, limit: int) -> list[Reminder]:
    """What else of a kind is due for one person, to be said at once: gone from here."""
    found = await tx.rows(DUE_OF, Reminder, employee=employee, kind_=kind, now=now, n=limit)
    for one in found:
        await done(tx, one.id)
    return found


async def done(tx: Transaction, reminder_id: int) -> None:
    await tx.run(DONE, id_=reminder_id)


async def try_again(tx: Transaction, reminder_id: int, at: datetime) -> None:
    await tx.run(AGAIN, id_=reminder_id, again=at)
