"""What a lead has asked about among the occasions that passed without a word: remarks of a kind of their own."""

from datetime import date, datetime

import sqlalchemy as sa

from storage import remarks
from storage.database import Transaction
from storage.tables import remarks as table

MISSED = "missed"
# A company's own day is told by the client, anybody else's by the person: the code says which of the two an id is.
Key = tuple[str, int, date]
ASKED = (
    sa.select(table.c.topic, table.c.ref_id, table.c.day)
    .where(
        table.c.lead_id == sa.bindparam("lead"),
        table.c.day >= sa.bindparam("since"),
        table.c.kind == MISSED,
    )
    .limit(1000)
)


async def asked_since(tx: Transaction, lead: int, since: date) -> set[Key]:
    """(code, person or client, day of the occasion)."""
    return set(await tx.rows(ASKED, lambda *row: row, lead=lead, since=since))


async def asked_at(tx: Transaction, lead: int, key: Key) -> datetime | None:
    code, ref, day = key
    said = await remarks.find_said(tx, lead, kind=MISSED, topic=code, ref_id=ref, day=day)
    return said.at if said else None


async def note_asked(tx: Transaction, lead: int, manager: int, key: Key, at: datetime) -> bool:
    """False where the lead has asked before."""
    code, ref, day = key
    added = await remarks.add(
        tx, lead, manager, kind=MISSED, topic=code, ref_id=ref, day=day, facts={}, at=at
    )
    return added is not None
