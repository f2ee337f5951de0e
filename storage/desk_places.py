"""Where the cards of sales support go: the newest row holds."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from storage.database import Transaction
from storage.order_change_tables import desk_places


@dataclass(frozen=True, slots=True)
class Place:
    """A group, or the topic `thread_id` in it; `chat_id` 0 stands for the private chats of sales support."""

    chat_id: int
    thread_id: int | None
    language: str
    title: str


LAST = sa.select(*(desk_places.c[name] for name in Place.__dataclass_fields__)).where(
    desk_places.c.id == sa.select(sa.func.max(desk_places.c.id)).scalar_subquery()
)
ADD = sa.insert(desk_places).values(
    {column.name: sa.bindparam(column.name) for column in desk_places.c if column.name != "id"}
)
MOVE = (
    sa.update(desk_places)
    .where(desk_places.c.chat_id == sa.bindparam("before"))
    .values(chat_id=sa.bindparam("after"))
)


async def find(tx: Transaction) -> Place | None:
    """None where nobody has ever said."""
    return await tx.row(LAST, Place)


async def set_place(tx: Transaction, place: Place, employee_id: int | None, at: datetime) -> None:
    await tx.run(
        ADD,
        chat_id=place.chat_id,
        thread_id=place.thread_id,
        language=place.language,
        title=place.title,
        employee_id=employee_id,
        at=at,
    )


async def move(tx: Transaction, before: int, after: int) -> int:
    """A group that became a supergroup has another id."""
    return await tx.run(MOVE, before=before, after=after)
