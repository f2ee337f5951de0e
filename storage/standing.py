"""What a client has bought lately and before, for its standing."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import orders


@dataclass(frozen=True, slots=True)
class Bought:
    """Kopecks of orders since a day, and of as many days before it; `first` is the day of the first of all."""

    now: int
    before: int
    first: date | None


_since = orders.c.day >= sa.bindparam("since")
BOUGHT = sa.select(
    sa.func.coalesce(sa.func.sum(sa.case((_since, orders.c.total), else_=0)), 0).cast(sa.BigInteger),
    sa.func.coalesce(
        sa.func.sum(
            sa.case(
                (sa.and_(orders.c.day >= sa.bindparam("earlier"), sa.not_(_since)), orders.c.total), else_=0
            )
        ),
        0,
    ).cast(sa.BigInteger),
    sa.func.min(orders.c.day, type_=sa.Date),
).where(orders.c.client_id == sa.bindparam("client"), orders.c.day.is_not(None), orders.c.status != "refused")


async def bought(tx: Transaction, client_id: int, since: date, earlier: date) -> Bought:
    """Since `since`, and from `earlier` until the day before it."""
    found = await tx.row(BOUGHT, Bought, client=client_id, since=since, earlier=earlier)
    return found or Bought(0, 0, None)
