"""Where the digest of a lead's team goes besides the lead's own chat: one group, or a topic of one, for each lead."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.database import Transaction
from storage.digest_tables import digest_places


@dataclass(frozen=True, slots=True)
class DigestPlace:
    """`thread_id` is the topic; `sums`: money is shown there too."""

    lead_id: int
    chat_id: int
    thread_id: int | None
    title: str
    sums: bool


NAMES = tuple(DigestPlace.__dataclass_fields__)
GET = sa.select(*(digest_places.c[name] for name in NAMES)).where(
    digest_places.c.lead_id == sa.bindparam("lead")
)
_put = upsert(digest_places).values({name: sa.bindparam(name) for name in (*NAMES, "at")})
PUT = _put.on_conflict_do_update(
    index_elements=["lead_id"],
    set_={name: _put.excluded[name] for name in (*NAMES[1:], "at")},
)
SET_SUMS = (
    sa.update(digest_places)
    .where(digest_places.c.lead_id == sa.bindparam("lead"))
    .values(sums=sa.bindparam("sums"))
)
REMOVE = sa.delete(digest_places).where(digest_places.c.lead_id == sa.bindparam("lead"))
IN_CHAT = (
    sa.select(digest_places.c.lead_id, digest_places.c.title)
    .where(digest_places.c.chat_id == sa.bindparam("chat"))
    .order_by(digest_places.c.lead_id)
)
EMPTY_CHAT = sa.delete(digest_places).where(digest_places.c.chat_id == sa.bindparam("chat"))
MOVE = (
    sa.update(digest_places)
    .where(digest_places.c.chat_id == sa.bindparam("before"))
    .values(chat_id=sa.bindparam("after"))
)


async def find(tx: Transaction, lead_id: int) -> DigestPlace | None:
    """None where the digest goes to the lead alone."""
    return await tx.row(GET, DigestPlace, lead=lead_id)


async def put(tx: Transaction, place: DigestPlace, at: datetime) -> None:
    """In place of the one before."""
    await tx.run(PUT, at=at, **{name: getattr(place, name) for name in NAMES})


async def set_sums(tx: Transaction, lead_id: int, *, sums: bool) -> None:
    await tx.run(SET_SUMS, lead=lead_id, sums=sums)


async def remove(tx: Transaction, lead_id: int) -> bool:
    """False where there was none."""
    return await tx.run(REMOVE, lead=lead_id) == 1


async def leave_chat(tx: Transaction, chat_id: int) -> list[tuple[int, str]]:
    """No digest goes there any more; the leads whose digest went there, with its name."""
    leads: list[tuple[int, str]] = await tx.rows(IN_CHAT, lambda *row: row, chat=chat_id)
    if leads:
        await tx.run(EMPTY_CHAT, chat=chat_id)
    return leads


async def move(tx: Transaction, before: int, after: int) -> int:
    """A group that became a supergroup has another id."""
    return await tx.run(MOVE, before=before, after=after)
