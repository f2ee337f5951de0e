"""By what code the accounting system knows a client."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.catalogue_tables import client_codes
from storage.database import Transaction, one_of

OF_CLIENTS = sa.select(client_codes).where(one_of(client_codes.c.client_id, "ids"))
BY_CODE = (
    sa.select(client_codes.c.client_id)
    .where(client_codes.c.code == sa.bindparam("code_"))
    .order_by(client_codes.c.client_id)
)
_set = upsert(client_codes).values(client_id=sa.bindparam("client_id"), code=sa.bindparam("code"))
SET = _set.on_conflict_do_update(index_elements=["client_id"], set_={"code": _set.excluded.code})


async def find_codes(tx: Transaction, client_ids: Sequence[int]) -> dict[int, str]:
    return dict(await tx.rows(OF_CLIENTS, lambda *row: row, ids=list(client_ids))) if client_ids else {}


async def by_code(tx: Transaction, code: str) -> list[int]:
    """Clients with this code: one company may have several in its base."""
    return await tx.values(BY_CODE, code_=code)


async def set_code(tx: Transaction, client_id: int, code: str) -> None:
    await tx.run(SET, client_id=client_id, code=code)
