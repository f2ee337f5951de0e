"""What managers heard of competitors."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from storage.capture_tables import competitor_notes
from storage.database import Transaction, one_of
from storage.tables import clients, products


@dataclass(frozen=True, slots=True)
class Note:
    """`text` names the goods, ours by their name; `prices` are ours by column, `column` is that of the client."""

    employee_id: int
    rival: str
    text: str
    price: int | None
    change: Decimal | None
    at: datetime
    prices: dict[str, int] | None
    column: str | None


SINCE = (
    sa.select(
        competitor_notes.c.employee_id,
        competitor_notes.c.name,
        competitor_notes.c.text,
        competitor_notes.c.price,
        competitor_notes.c.change,
        competitor_notes.c.at,
        products.c.prices,
        clients.c.price_column,
    )
    .outerjoin(products, products.c.id == competitor_notes.c.product_id)
    .outerjoin(clients, clients.c.id == competitor_notes.c.client_id)
    .where(
        one_of(competitor_notes.c.employee_id, "employees"), competitor_notes.c.at >= sa.bindparam("since")
    )
    .order_by(competitor_notes.c.at.desc(), competitor_notes.c.id.desc())
    .limit(2000)
)


async def since(tx: Transaction, employees: list[int], moment: datetime) -> list[Note]:
    """The newest first."""
    return await tx.rows(SINCE, Note, employees=employees, since=moment)
