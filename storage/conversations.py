"""Where each chat's dialogue stands, and which updates were done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.actors import Actor
from storage import employees
from storage.database import Transaction
from storage.tables import conversations, seen_updates

MARK_SEEN = (
    upsert(seen_updates)
    .values(update_id=sa.bindparam("update_id"), at=sa.bindparam("at"))
    .on_conflict_do_nothing(index_elements=["update_id"])
)
FORGET_SEEN = sa.delete(seen_updates).where(seen_updates.c.at < sa.bindparam("before"))
READ = sa.select(conversations.c.state, conversations.c.data).where(
    conversations.c.chat_id == sa.bindparam("chat"), conversations.c.user_id == sa.bindparam("user")
)
SPEAKER = employees.BY_TELEGRAM.add_columns(conversations.c.state, conversations.c.data).outerjoin(
    conversations,
    sa.and_(
        conversations.c.chat_id == sa.bindparam("chat"),
        conversations.c.user_id == sa.bindparam("user", type_=sa.BigInteger),
    ),
)
_write = upsert(conversations).values({column.name: sa.bindparam(column.name) for column in conversations.c})
WRITE = _write.on_conflict_do_update(
    index_elements=["chat_id", "user_id"], set_={"state": _write.excluded.state, "data": _write.excluded.data}
)
LOCK_CHAT = sa.select(sa.func.pg_advisory_xact_lock(sa.bindparam("chat", type_=sa.BigInteger)))

BEHALF = "@"


@dataclass(frozen=True, slots=True)
class Stored:
    """`behalf` is the absent person for whom the dialogue is led; it is kept at the end of the state."""

    state: str | None
    data: dict[str, Any] | None
    behalf: int = 0

    @classmethod
    def kept(cls, state: str | None, data: dict[str, Any] | None) -> "Stored":
        before, mark, whom = (state or "").rpartition(BEHALF)
        return cls(before or None, data, int(whom)) if mark else cls(state, data)

    @property
    def state_kept(self) -> str | None:
        idle = self.state is None and self.data is None
        return f"{self.state or ''}{BEHALF}{self.behalf}" if self.behalf and not idle else self.state


async def mark_seen(tx: Transaction, update_id: int, at: datetime) -> bool:
    """False where this update was done before."""
    return await tx.run(MARK_SEEN, update_id=update_id, at=at) == 1


async def read(tx: Transaction, chat: int, user: int) -> Stored:
    return await tx.row(READ, Stored.kept, chat=chat, user=user) or Stored(None, None)


async def find_speaker(tx: Transaction, chat: int, user: int) -> tuple[Actor, Stored] | None:
    """Who speaks, and where their dialogue stands; None for a stranger. In one statement: each turn begins with it."""
    return await tx.row(
        SPEAKER,
        lambda *row: (employees.make_actor(*row[:-2]), Stored.kept(*row[-2:])),
        telegram_id=user,
        chat=chat,
        user=user,
    )


async def write(tx: Transaction, chat: int, user: int, stored: Stored) -> None:
    await tx.run(WRITE, chat_id=chat, user_id=user, state=stored.state_kept, data=stored.data)


async def lock(tx: Transaction, chat: int) -> None:
    """Turns of one chat exclude one another across processes; where there is one writer, nothing is needed."""
    if not tx.database.one_writer:
        await tx.value(LOCK_CHAT, chat=chat)
