"""What a stretch of work changes, row by row, so that it can be taken back as a whole.

A `Journal` is a transaction like any other: whatever use cases write through it is written, and noted. It reads each row
before its first change; `changes` reads them once more when the work is over. Rows of tables that can be made anew from
others (the terms of search) are not noted.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, cast

import sqlalchemy as sa

from storage.capture_tables import client_terms, drafts, product_terms
from storage.columns import metadata
from storage.database import Plan, Statement, Transaction
from storage.import_tables import client_keys
from storage.shortage_tables import shortage_requests
from storage.tables import client_grams, day_counters, employees, product_grams
from storage.types import Instant, Quantity

T = TypeVar("T")
Row = dict[str, Any]
Key = tuple[Any, ...]
UNNOTED = frozenset(
    {
        client_grams,
        client_keys,
        client_terms,
        product_grams,
        product_terms,
        drafts,
        employees,
        shortage_requests,
    }
)
# Counts that grow with everybody's work: what was added is taken away again, whatever came on top meanwhile.
COUNTS = frozenset({day_counters})


@dataclass(frozen=True, slots=True)
class Change:
    """One row: `before` None where it was added, `after` None where it was removed, else the columns that differ.

    Values are those of JSON: days and moments as ISO text, exact numbers as text.
    """

    table: str
    key: list[Any]
    before: Row | None
    after: Row | None


class Journal(Transaction):
    """Writes through `inner` and remembers what was there before."""

    def __init__(self, inner: Transaction) -> None:
        super().__init__(inner.database)
        self._inner = inner
        self._before: dict[tuple[sa.Table, Key], Row | None] = {}

    async def _fetch(self, plan: Plan, arguments: list[Any]) -> Sequence[Sequence[Any]]:
        return await self._inner._fetch(plan, arguments)  # noqa: SLF001 - the same transaction

    async def _execute(self, plan: Plan, arguments: list[Any]) -> int:
        return await self._inner._execute(plan, arguments)  # noqa: SLF001

    async def _execute_many(self, plan: Plan, arguments: list[list[Any]]) -> None:
        await self._inner._execute_many(plan, arguments)  # noqa: SLF001

    def savepoint(self) -> AbstractAsyncContextManager[None]:
        return self._inner.savepoint()

    async def rows(self, statement: Statement, make: Callable[..., T], **values: Any) -> list[T]:
        table = _written(statement)
        if table is None:
            return await super().rows(statement, make, **values)
        if isinstance(statement, sa.Insert) and not _conflict_columns(statement):
            return await self._insert(table, statement, make, values)
        if not await self._look(table, statement, values):
            return []
        found = await super().rows(statement, make, **values)
        await self._look_again(table, statement, values)
        return found

    async def run(self, statement: Statement, **values: Any) -> int:
        table = _written(statement)
        if table is None:
            return await super().run(statement, **values)
        if isinstance(statement, sa.Insert) and not _conflict_columns(statement):
            return len(await self._insert(table, statement, lambda *row: row, values))
        if not await self._look(table, statement, values):
            return 0
        done = await super().run(statement, **values)
        await self._look_again(table, statement, values)
        return done

    async def run_many(self, statement: Statement, many: Any) -> None:
        if _written(statement) is None:
            await super().run_many(statement, many)
            return
        for values in many:
            await self.run(statement, **values)

    async def _insert(
        self, table: sa.Table, statement: sa.Insert, make: Callable[..., T], values: dict[str, Any]
    ) -> list[T]:
        size = len(_keys(table))
        found = await self._inner.rows(_returning_key(statement), lambda *row: row, **values)
        for row in found:
            self._before.setdefault((table, tuple(row[-size:])), None)
        return [make(*row[:-size]) for row in found]

    async def _look(self, table: sa.Table, statement: Statement, values: dict[str, Any]) -> bool:
        """False where there is nothing to change, and the statement need not run."""
        found = await self._inner.rows(_rows_meant(statement), _as_row(table), **values)
        for row in found:
            self._before.setdefault((table, _key_of(table, row)), row)
        return bool(found) or isinstance(statement, sa.Insert)

    async def _look_again(self, table: sa.Table, statement: Statement, values: dict[str, Any]) -> None:
        """A row that an upsert added was not there to be seen."""
        if isinstance(statement, sa.Insert):
            for row in await self._inner.rows(_rows_meant(statement), _as_row(table), **values):
                self._before.setdefault((table, _key_of(table, row)), None)

    async def changes(self) -> list[Change]:
        """What is different now, in the order of the first writing; rows that came back to what they were are left out."""
        found = []
        for (table, key), before in self._before.items():
            after = await read_row(self._inner, table, key)
            if before != after:
                names = {
                    name
                    for name in before or after or ()
                    if (before or {}).get(name) != (after or {}).get(name)
                }
                whole = before is None or after is None
                was, now = (_encoded(row, None if whole else names) for row in (before, after))
                found.append(Change(table.name, [encode(value) for value in key], was, now))
        return found


def _encoded(row: Row | None, names: Collection[str] | None = None) -> Row | None:
    """The columns of `names`, or all."""
    if row is None:
        return None
    return {name: encode(value) for name, value in row.items() if names is None or name in names}


def encode(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def decode(column: sa.Column[Any], value: Any) -> Any:
    """What `encode` made of a value of this column."""
    if value is None:
        return None
    if isinstance(column.type, Instant):
        return datetime.fromisoformat(value)
    if isinstance(column.type, sa.Date):
        return date.fromisoformat(value)
    return Decimal(value) if isinstance(column.type, Quantity) else value


def _written(statement: Statement) -> sa.Table | None:
    """The table whose rows are noted; None for reading and for what is made anew."""
    if not isinstance(statement, sa.Insert | sa.Update | sa.Delete):
        return None
    table = cast(sa.Table, statement.table)
    return None if table in UNNOTED else table


def _keys(table: sa.Table) -> list[sa.Column[Any]]:
    return list(table.primary_key.columns)


def _key_of(table: sa.Table, row: Row) -> Key:
    return tuple(row[column.name] for column in _keys(table))


def _as_row(table: sa.Table) -> Callable[..., Row]:
    names = [column.name for column in table.c]
    return lambda *values: dict(zip(names, values, strict=True))


def _conflict_columns(statement: sa.Insert) -> list[str]:
    """The columns by which an upsert finds the row that is there already."""
    clause = getattr(statement, "_post_values_clause", None)
    return [str(name) for name in clause.inferred_target_elements] if clause is not None else []


@cache
def _returning_key(statement: sa.Insert) -> Statement:
    return statement.returning(*_keys(cast(sa.Table, statement.table)))


@cache
def _rows_meant(statement: sa.Insert | sa.Update | sa.Delete) -> Statement:
    """The rows that a statement is about to change, by its own parameters."""
    table = cast(sa.Table, statement.table)
    if isinstance(statement, sa.Insert):
        named = _conflict_columns(statement)
        return sa.select(table).where(*(table.c[name] == sa.bindparam(name) for name in named))
    clause = statement.whereclause
    return sa.select(table) if clause is None else sa.select(table).where(clause)


def folded(changes: Iterable[Change]) -> list[Change]:
    """Changes noted one after another: a row that was changed twice is one change, from the first image to the last."""
    found: dict[tuple[str, tuple[Any, ...]], Change] = {}
    for change in changes:
        name = (change.table, tuple(change.key))
        first = found.get(name)
        if first is None or first.before is None or change.before is None or change.after is None:
            found[name] = change if first is None else replace(first, after=_over(first.after, change.after))
        else:
            before = change.before | first.before
            found[name] = replace(first, before=before, after=_over(first.after, change.after))
    return list(found.values())


def _over(first: Row | None, last: Row | None) -> Row | None:
    return None if last is None else (first or {}) | last


# --- taking back --------------------------------------------------------------------------------------------------


def _names(table: sa.Table) -> dict[str, str]:
    """Parameters of the key: an UPDATE has those of its columns already."""
    return {column.name: f"key_{column.name}" for column in _keys(table)}


def _by_key(table: sa.Table) -> list[sa.ColumnElement[bool]]:
    return [table.c[name] == sa.bindparam(parameter) for name, parameter in _names(table).items()]


@cache
def _read(table: sa.Table) -> Statement:
    return sa.select(table).where(*_by_key(table))


@cache
def _delete(table: sa.Table) -> Statement:
    return sa.delete(table).where(*_by_key(table))


@cache
def _put_back(table: sa.Table) -> Statement:
    return sa.insert(table).values({column.name: sa.bindparam(column.name) for column in table.c})


@cache
def _update(table: sa.Table, columns: tuple[str, ...]) -> Statement:
    return sa.update(table).where(*_by_key(table)).values({name: sa.bindparam(name) for name in columns})


def _parameters(table: sa.Table, key: Sequence[Any]) -> Row:
    named = zip(_names(table).values(), _keys(table), key, strict=True)
    return {parameter: decode(column, encode(value)) for parameter, column, value in named}


async def read_row(tx: Transaction, table: sa.Table, key: Sequence[Any]) -> Row | None:
    return await tx.row(_read(table), _as_row(table), **_parameters(table, key))


async def find_disturbed(tx: Transaction, changes: Sequence[Change]) -> Change | None:
    """The first row that is no longer as the work left it; None where all can be taken back."""
    for change in changes:
        table = metadata.tables[change.table]
        if table in COUNTS:
            continue
        now = await read_row(tx, table, change.key)
        if _encoded(now, change.after) != change.after:
            return change
    return None


async def take_back(tx: Transaction, changes: Sequence[Change]) -> None:
    """Every row as it was before. Look for disturbed ones first; what others refer to raises the database's own error."""
    for change in reversed(changes):
        table = metadata.tables[change.table]
        key = _parameters(table, change.key)
        if table in COUNTS:
            await _uncount(tx, table, change, key)
        elif change.before is None:
            await tx.run(_delete(table), **key)
        else:
            before = {name: decode(table.c[name], value) for name, value in change.before.items()}
            if change.after is None:
                await tx.run(_put_back(table), **before)
            else:
                await tx.run(_update(table, tuple(before)), **key, **before)


async def _uncount(tx: Transaction, table: sa.Table, change: Change, key: Row) -> None:
    now = await read_row(tx, table, list(key.values()))
    if change.before is None and _encoded(now) == change.after:
        await tx.run(_delete(table), **key)
        return
    before, after = change.before or {}, change.after or {}
    counted = [name for name in after if name not in _names(table)]
    if now is not None and counted:
        values = {name: now[name] - (after[name] - before.get(name, 0)) for name in counted}
        await tx.run(_update(table, tuple(counted)), **key, **values)
