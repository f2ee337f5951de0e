"""What each of us did on each local day, as counts that grow with the facts."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.database import Transaction, one_of
from storage.tables import day_counters


@dataclass(frozen=True, slots=True)
class Counted:
    """One person's day; sums in kopecks."""

    employee_id: int
    day: date
    calls: int = 0
    reached: int = 0
    phone_offers: int = 0
    email_offers: int = 0
    orders: int = 0
    order_sum: int = 0
    promises: int = 0
    promise_sum: int = 0
    meetings: int = 0
    greetings: int = 0
    new_clients: int = 0


NAMES = tuple(column.name for column in day_counters.c if not column.primary_key)
_add = upsert(day_counters).values({column.name: sa.bindparam(column.name) for column in day_counters.c})
ADD = _add.on_conflict_do_update(
    index_elements=["employee_id", "day"],
    set_={name: day_counters.c[name] + _add.excluded[name] for name in NAMES},
)
OF_DAY = sa.select(day_counters).where(
    day_counters.c.employee_id == sa.bindparam("employee"), day_counters.c.day == sa.bindparam("day")
)
OF_TEAM = sa.select(day_counters).where(
    one_of(day_counters.c.employee_id, "employees"),
    day_counters.c.day >= sa.bindparam("start"),
    day_counters.c.day <= sa.bindparam("end"),
)


async def add(tx: Transaction, employee_id: int, day: date, **counts: int) -> None:
    """Adds to the day's counts, by the names of `Counted`; a negative count takes back."""
    await tx.run(ADD, employee_id=employee_id, day=day, **(dict.fromkeys(NAMES, 0) | counts))


async def of_day(tx: Transaction, employee_id: int, day: date) -> Counted:
    return await tx.row(OF_DAY, Counted, employee=employee_id, day=day) or Counted(employee_id, day)


async def of_team(tx: Transaction, employee_ids: list[int], start: date, end: date) -> list[Counted]:
    """Days on which nothing was counted are absent."""
    return await tx.rows(OF_TEAM, Counted, employees=employee_ids, start=start, end=end)
