"""Clients by the significant words of their names, and what people answered: whom a name means, what a column is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.clients import ALIVE
from storage.database import Transaction, one_of
from storage.import_tables import client_keys, import_layouts, import_names
from storage.imports import Named
from storage.tables import clients

MOST_LAYOUTS = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom a name means; `client` None: nobody of ours. `asked_by` and `at`: who answered, and when."""

    id: int
    key: str
    tax_number: str
    name: str
    client: Named | None
    asked_by: int
    at: datetime


_NAMED = [clients.c[name] for name in ("id", "manager_id", "name", "legal_name", "tax_number")]
# An inner join would be begun at the clients, all of them for each key.
KEYED = (
    sa.select(client_keys.c.key, *_NAMED)
    .outerjoin(clients, sa.and_(clients.c.id == client_keys.c.client_id, ALIVE))
    .where(one_of(client_keys.c.key, "keys"))
)
_OWN = [
    import_names.c[name]
    for name in ("id", "key", "tax_number", "name", "employee_id", "created_at", "client_id")
]
_answers = sa.select(*_OWN, *_NAMED).outerjoin(
    clients, sa.and_(clients.c.id == import_names.c.client_id, ALIVE)
)
# A name of somebody who is there no more is asked about anew.
_standing = sa.or_(import_names.c.client_id.is_(None), clients.c.id.is_not(None))
ANSWERED = _answers.where(one_of(import_names.c.key, "keys"), _standing)
_visible = sa.or_(
    one_of(clients.c.manager_id, "managers"),
    sa.and_(import_names.c.client_id.is_(None), one_of(import_names.c.employee_id, "managers")),
)
PAGE = (
    _answers.where(import_names.c.id < sa.bindparam("before"), _visible)
    .order_by(import_names.c.id.desc())
    .limit(sa.bindparam("n"))
)
GET = _answers.where(import_names.c.id == sa.bindparam("id_"), _visible)
FORGET = sa.delete(import_names).where(import_names.c.id == sa.bindparam("id_"))
_remember = upsert(import_names).values(
    {
        name: sa.bindparam(name)
        for name in ("key", "tax_number", "name", "client_id", "employee_id", "created_at")
    }
)
REMEMBER = _remember.on_conflict_do_update(
    index_elements=["key", "tax_number"],
    set_={name: _remember.excluded[name] for name in ("name", "client_id", "employee_id", "created_at")},
)
LAYOUTS = (
    sa.select(import_layouts.c.signature, import_layouts.c.columns)
    .order_by(import_layouts.c.signature)
    .limit(MOST_LAYOUTS)
)
_layout = upsert(import_layouts).values(
    {name: sa.bindparam(name) for name in ("signature", "columns", "employee_id", "created_at")}
)
KEEP_LAYOUT = _layout.on_conflict_do_update(
    index_elements=["signature"],
    set_={name: _layout.excluded[name] for name in ("columns", "employee_id", "created_at")},
)


def _answer(*row: Any) -> Answer:
    id_, key, number, name, by, at, _, *client = row
    return Answer(id_, key, number, name, Named(*client) if client[0] is not None else None, by, at)


async def with_keys(tx: Transaction, keys: Iterable[str]) -> dict[str, list[Named]]:
    """Clients of any manager by the key (`keys_of`) that their names or legal names have."""
    found: dict[str, list[Named]] = {}
    rows = await tx.rows(KEYED, lambda key, *rest: (key, Named(*rest)), keys=list(keys))
    for key, client in sorted((one for one in rows if one[1].id is not None), key=lambda one: one[1].id):
        found.setdefault(key, []).append(client)
    return found


async def answered(tx: Transaction, keys: Iterable[str]) -> dict[tuple[str, str], Answer]:
    """By key (`full_key`) and tax number (empty: none)."""
    rows = await tx.rows(ANSWERED, _answer, keys=list(keys))
    return {(one.key, one.tax_number): one for one in rows}


async def remember_nobody(
    tx: Transaction, names: Iterable[tuple[str, str, str]], *, by: int, at: datetime
) -> None:
    """(key, tax number, name) of each whom nobody of ours is meant by."""
    facts = {"client_id": None, "employee_id": by, "created_at": at}
    await tx.run_many(
        REMEMBER, [{"key": key, "tax_number": number, "name": name, **facts} for key, number, name in names]
    )


async def remember(
    tx: Transaction, *, key: str, tax_number: str, name: str, client_id: int | None, by: int, at: datetime
) -> None:
    await tx.run(
        REMEMBER, key=key, tax_number=tax_number, name=name, client_id=client_id, employee_id=by, created_at=at
    )  # fmt: skip


async def page(tx: Transaction, managers: list[int], before: int, count: int) -> list[Answer]:
    """The newest first, of ids under `before`: of these managers' clients, and what they themselves passed over."""
    return await tx.rows(PAGE, _answer, managers=managers, before=before, n=count)


async def find(tx: Transaction, id_: int, managers: list[int]) -> Answer | None:
    return await tx.row(GET, _answer, id_=id_, managers=managers)


async def forget(tx: Transaction, id_: int) -> bool:
    return await tx.run(FORGET, id_=id_) == 1


async def layouts(tx: Transaction) -> dict[str, dict[int, str]]:
    """By a table's signature: the role of each column, counted from 0."""
    rows = await tx.rows(LAYOUTS, lambda signature, columns: (signature, columns))
    return {signature: {int(at): role for at, role in columns.items()} for signature, columns in rows}


async def keep_layout(
    tx: Transaction, signature: str, columns: Mapping[int, str], by: int, at: datetime
) -> None:
    written = {str(index): role for index, role in columns.items()}
    await tx.run(KEEP_LAYOUT, signature=signature, columns=written, employee_id=by, created_at=at)
