"""Lines of today's call list that an arrival has put there or changed: as they were before it."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import call_list

_LINE = (
    call_list.c.employee_id == sa.bindparam("employee"),
    call_list.c.day == sa.bindparam("day_"),
    call_list.c.client_id == sa.bindparam("client"),
    call_list.c.state == "waiting",
)
PUT_BACK = (
    sa.update(call_list)
    .where(*_LINE)
    .values(
        state=sa.bindparam("state_"),
        position=sa.bindparam("position_"),
        reasons=sa.bindparam("reasons_", type_=call_list.c.reasons.type),
    )
)
DROP = sa.delete(call_list).where(*_LINE)


async def put_back(tx: Transaction, employee: int, day: date, client: int, was: dict[str, Any]) -> None:
    """`was`: state, position and reasons. A line that somebody has worked since stays."""
    given = {f"{name}_": was[name] for name in ("state", "position", "reasons")}
    await tx.run(PUT_BACK, employee=employee, day_=day, client=client, **given)


async def drop(tx: Transaction, employee: int, day: date, client: int) -> None:
    await tx.run(DROP, employee=employee, day_=day, client=client)
