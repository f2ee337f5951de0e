"""Who was called about money since the alert of the day."""

from datetime import date, datetime

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import calls
from storage.types import Instant

CALLED = (
    sa.select(calls.c.client_id)
    .where(
        calls.c.employee_id == sa.bindparam("employee"),
        calls.c.day == sa.bindparam("day"),
        calls.c.at >= sa.bindparam("since", type_=Instant()),
    )
    .distinct()
)


async def called_since(tx: Transaction, employee: int, day: date, since: datetime) -> set[int]:
    """Clients whose call this employee logged on the local `day`, at `since` or later."""
    return set(await tx.values(CALLED, employee=employee, day=day, since=since))
