"""Legal entities of a client beside the one on its own row."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from storage.database import Transaction
from storage.tables import client_entities

MOST = 20


@dataclass(frozen=True, slots=True)
class Entity:
    """`tax_number` is the ИНН, `reason_code` the КПП, both empty where not known."""

    id: int
    client_id: int
    name: str
    tax_number: str
    reason_code: str
    address: str
    created_at: datetime


COLUMNS = [column for column in client_entities.c if column.name != "deleted_at"]
_alive = client_entities.c.deleted_at.is_(None)
OF_CLIENT = (
    sa.select(*COLUMNS)
    .where(client_entities.c.client_id == sa.bindparam("client"), _alive)
    .order_by(client_entities.c.id)
    .limit(MOST)
)
GET = sa.select(*COLUMNS).where(
    client_entities.c.id == sa.bindparam("id_"), client_entities.c.client_id == sa.bindparam("client")
)
GIVEN = ("client_id", "name", "tax_number", "reason_code", "created_at")
ADD = (
    sa.insert(client_entities)
    .values({name: sa.bindparam(name) for name in GIVEN})
    .returning(client_entities.c.id)
)


async def of_client(tx: Transaction, client_id: int) -> list[Entity]:
    return await tx.rows(OF_CLIENT, Entity, client=client_id)


async def find(tx: Transaction, entity_id: int, client_id: int) -> Entity | None:
    """Of this client only; one that was taken away is still named by its orders."""
    return await tx.row(GET, Entity, id_=entity_id, client=client_id)


async def add(tx: Transaction, client_id: int, entity: tuple[str, str, str], at: datetime) -> int:
    """`entity`: name, ИНН, КПП."""
    name, tax_number, reason_code = entity
    found: int = await tx.value(
        ADD, client_id=client_id, name=name, tax_number=tax_number, reason_code=reason_code, created_at=at
    )
    return found
