"""Who is due a push, and which were sent on which local day."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.database import Transaction
from storage.tables import push_schedule, pushes_done

_plan = upsert(push_schedule).values({column.name: sa.bindparam(column.name) for column in push_schedule.c})
PLAN = _plan.on_conflict_do_update(
    index_elements=["employee_id", "kind"], set_={"next_at": _plan.excluded.next_at}
)
FORGET = sa.delete(push_schedule).where(push_schedule.c.employee_id == sa.bindparam("employee"))
FORGET_KIND = FORGET.where(push_schedule.c.kind == sa.bindparam("kind_"))
DUE = (
    sa.select(push_schedule.c.employee_id, push_schedule.c.kind, push_schedule.c.next_at)
    .where(push_schedule.c.next_at <= sa.bindparam("now"))
    .order_by(
        push_schedule.c.next_at, push_schedule.c.employee_id, push_schedule.c.kind.desc()
    )  # the list comes last
    .limit(1)
    .with_for_update(skip_locked=True)
)
PLANNED = sa.select(push_schedule.c.employee_id, push_schedule.c.kind)
PLANNED_OF = sa.select(push_schedule.c.next_at).where(
    push_schedule.c.employee_id == sa.bindparam("employee"), push_schedule.c.kind == sa.bindparam("kind_")
)
NEXT_AT = sa.select(sa.func.min(push_schedule.c.next_at))
DONE = (
    upsert(pushes_done)
    .values({column.name: sa.bindparam(column.name) for column in pushes_done.c})
    .on_conflict_do_nothing(index_elements=["employee_id", "kind", "day"])
)
SET_FINGERPRINT = (
    sa.update(pushes_done)
    .where(
        pushes_done.c.employee_id == sa.bindparam("employee"),
        pushes_done.c.kind == sa.bindparam("kind_"),
        pushes_done.c.day == sa.bindparam("day_"),
    )
    .values(fingerprint=sa.bindparam("fingerprint"))
)
LAST_FINGERPRINT = (
    sa.select(pushes_done.c.fingerprint)
    .where(
        pushes_done.c.employee_id == sa.bindparam("employee"),
        pushes_done.c.kind == sa.bindparam("kind"),
        pushes_done.c.fingerprint.is_not(None),
    )
    .order_by(pushes_done.c.day.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Due:
    employee_id: int
    kind: str
    next_at: datetime


async def plan(tx: Transaction, employee: int, kind: str, next_at: datetime) -> None:
    await tx.run(PLAN, employee_id=employee, kind=kind, next_at=next_at)


async def planned(tx: Transaction) -> set[tuple[int, str]]:
    """(employee, kind) of every push that is planned; for the start of the bot, not for a turn."""
    return set(await tx.rows(PLANNED, lambda employee, kind: (employee, kind)))


async def planned_of(tx: Transaction, employee: int, kind: str) -> datetime | None:
    found: datetime | None = await tx.value(PLANNED_OF, employee=employee, kind_=kind)
    return found


async def forget(tx: Transaction, employee: int) -> None:
    await tx.run(FORGET, employee=employee)


async def forget_kind(tx: Transaction, employee: int, kind: str) -> None:
    await tx.run(FORGET_KIND, employee=employee, kind_=kind)


async def find_due(tx: Transaction, now: datetime) -> Due | None:
    """The longest due, held from other processes until the transaction ends."""
    return await tx.row(DUE, Due, now=now)


async def mark_done(
    tx: Transaction, employee: int, kind: str, day: date, fingerprint: str | None = None
) -> bool:
    """False where it was sent on that day before."""
    return await tx.run(DONE, employee_id=employee, kind=kind, day=day, fingerprint=fingerprint) == 1


async def last_fingerprint(tx: Transaction, employee: int, kind: str) -> str | None:
    found: str | None = await tx.value(LAST_FINGERPRINT, employee=employee, kind=kind)
    return found


async def set_fingerprint(tx: Transaction, employee: int, kind: str, day: date, fingerprint: str) -> None:
    """What the push of that day said, for the next one to compare with."""
    await tx.run(SET_FINGERPRINT, employee=employee, kind_=kind, day_=day, fingerprint=fingerprint)
