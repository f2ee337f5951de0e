"""What a turn said and Telegram has not yet taken: rows written with the facts, removed after delivery."""

import itertools
import time
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from enum import IntEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.database import Transaction, one_of
from storage.tables import anchors, outbox

_clock = itertools.count(time.time_ns() >> 8)


# No method of Telegram's: what waits for the chat before this row is not sent any more.
WITHDRAW = "withdraw"


class Lane(IntEnum):
    REPLY = 0
    PUSH = 1


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One request to the Bot API. `file` names what to build and upload; `anchor` names the message for later edits."""

    id: int
    chat_id: int
    lane: int
    method: str
    parameters: dict[str, Any]
    file: dict[str, Any] | None
    anchor: str | None
    owner: int
    created_at: datetime


def next_id() -> int:
    """Ids grow with the time of writing, so that order within a chat survives a restart; 56 bits."""
    return next(_clock)


NAMES = tuple(field.name for field in fields(Outgoing))
COLUMNS = [column for column in outbox.c if column.name != "set_aside"]
INSERT = sa.insert(outbox).values({column.name: sa.bindparam(column.name) for column in COLUMNS})
DELIVERED = sa.delete(outbox).where(one_of(outbox.c.id, "ids"))
SET_ASIDE = (
    sa.update(outbox).where(outbox.c.id == sa.bindparam("id_")).values(set_aside=sa.bindparam("reason"))
)
WAITING = (
    sa.select(*COLUMNS)
    .where(outbox.c.owner == sa.bindparam("owner_"), outbox.c.set_aside.is_(None))
    .order_by(outbox.c.id)
)
OWNERS = sa.select(outbox.c.owner).where(outbox.c.set_aside.is_(None)).distinct()
ADOPT = (
    sa.update(outbox)
    .where(outbox.c.owner == sa.bindparam("from_owner"), outbox.c.set_aside.is_(None))
    .values(owner=sa.bindparam("to_owner"))
)
COUNT = sa.select(sa.func.count()).select_from(outbox)
FORGET_OLD = sa.delete(outbox).where(
    outbox.c.set_aside.is_not(None), outbox.c.created_at < sa.bindparam("before")
)
_anchored = upsert(anchors).values({column.name: sa.bindparam(column.name) for column in anchors.c})
ANCHORED = _anchored.on_conflict_do_update(
    index_elements=["anchor", "chat_id"], set_={"message_id": _anchored.excluded.message_id}
)
FIND_ANCHOR = sa.select(anchors.c.message_id).where(
    anchors.c.anchor == sa.bindparam("anchor"), anchors.c.chat_id == sa.bindparam("chat")
)


async def add(tx: Transaction, rows: Iterable[Outgoing]) -> None:
    await tx.run_many(INSERT, [{name: getattr(row, name) for name in NAMES} for row in rows])


async def delivered(tx: Transaction, ids: list[int], anchored: list[tuple[str, int, int]]) -> None:
    """`anchored`: (anchor, chat, message id) of what was sent."""
    for anchor, chat, message in anchored:
        await tx.run(ANCHORED, anchor=anchor, chat_id=chat, message_id=message)
    await tx.run(DELIVERED, ids=ids)


async def waiting(tx: Transaction, owner: int) -> list[Outgoing]:
    return await tx.rows(WAITING, Outgoing, owner_=owner)


async def adopt(tx: Transaction, from_owner: int, to_owner: int) -> list[Outgoing]:
    """What waits for a process that is no more, now ours to deliver."""
    rows = await waiting(tx, from_owner)
    await tx.run(ADOPT, from_owner=from_owner, to_owner=to_owner)
    return rows


async def find_message(tx: Transaction, anchor: str, chat: int) -> int | None:
    found: int | None = await tx.value(FIND_ANCHOR, anchor=anchor, chat=chat)
    return found
