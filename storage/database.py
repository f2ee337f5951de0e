"""How statements are executed: the whole of it, for both engines.

Statements are SQLAlchemy Core constants with named parameters. Each is compiled once an engine and its text handed
straight to `sqlite3` or `asyncpg` (ADR 0002 has the figures). A row becomes a frozen dataclass, column by column.
"""

import asyncio
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from storage.types import Json

T = TypeVar("T")
Statement = sa.Executable
Processor = Callable[[Any], Any]
Written = Sequence[tuple["Plan", list[list[Any]]]]
FEW = 50
MANY = 500


@dataclass(frozen=True, slots=True)
class Plan:
    """A compiled statement: its text, the parameters in order, and how values go in and come out.

    `binders` and `readers` stand beside the place of the value that they change: most values stay as they are.
    """

    sql: str
    parameters: tuple[tuple[str, Any], ...]
    binders: tuple[tuple[int, Processor], ...]
    readers: tuple[tuple[int, Processor], ...]

    def arguments(self, values: dict[str, Any]) -> list[Any]:
        given = [values.get(name, default) for name, default in self.parameters]
        for at, bind in self.binders:
            if given[at] is not None:
                given[at] = bind(given[at])
        return given

    def read(self, row: Sequence[Any]) -> Sequence[Any]:
        if not self.readers:
            return row
        values = [*row]
        for at, reader in self.readers:
            if values[at] is not None:
                values[at] = reader(values[at])
        return values


Plans = dict[Statement, Plan]


def compile_plan(statement: Statement, dialect: Dialect) -> Plan:
    compiled = cast(SQLCompiler, cast(Any, statement).compile(dialect=dialect))
    binders = compiled._bind_processors  # noqa: SLF001 - SQLAlchemy's own executor reads the same table
    names = compiled.positiontup or ()
    return Plan(
        compiled.string,
        tuple((name, compiled.params[name]) for name in names),
        _placed(cast(Any, binders.get(name)) for name in names),
        _placed(
            column.type._cached_result_processor(dialect, None)  # noqa: SLF001
            for column in compiled._result_columns or ()  # noqa: SLF001
        ),
    )


def _placed(processors: Iterable[Processor | None]) -> tuple[tuple[int, Processor], ...]:
    return tuple((at, process) for at, process in enumerate(processors) if process)


class OneOf(FunctionElement[bool]):
    """`column` is among the values of a JSON array parameter: one plan for any length.

    On PostgreSQL an array: of a subquery the planner guesses the size, and reads the whole table to be safe.
    """

    inherit_cache = True
    type = cast(
        Any, sa.types.NULLTYPE
    )  # as a Boolean it would be compared with 1 on SQLite, and no index read


@compiles(OneOf, "sqlite")
def _one_of_sqlite(element: OneOf, compiler: SQLCompiler, **kw: Any) -> str:
    column, items = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({items}))"  # noqa: S608 - compiled parts, no values


@compiles(OneOf, "postgresql")
def _one_of_postgresql(element: OneOf, compiler: SQLCompiler, **kw: Any) -> str:
    column, items = (compiler.process(clause, **kw) for clause in element.clauses)
    kind = "text" if isinstance(next(iter(element.clauses)).type, sa.String) else "bigint"
    array = f"SELECT value::{kind} FROM json_array_elements_text(({items})::json)"  # noqa: S608 - compiled parts
    return f"{column} = ANY(ARRAY({array}))"


def one_of(column: sa.ColumnElement[Any], name: str) -> sa.ColumnElement[bool]:
    """`column` is among the list passed as parameter `name`: of integers or of texts, as the column is."""
    return OneOf(column, sa.bindparam(name, type_=Json()))


class DaysSince(FunctionElement[int]):
    """Whole days from the first day to the second."""

    inherit_cache = True
    type = sa.Integer()


@compiles(DaysSince, "sqlite")
def _days_since_sqlite(element: DaysSince, compiler: SQLCompiler, **kw: Any) -> str:
    start, end = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"(julianday({end}) - julianday({start}))"


@compiles(DaysSince, "postgresql")
def _days_since_postgresql(element: DaysSince, compiler: SQLCompiler, **kw: Any) -> str:
    start, end = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"(({end})::date - {start})"


class Transaction(ABC):
    """What a turn reads and writes through. It is committed by whoever opened it, never by who uses it."""

    def __init__(self, database: "Database") -> None:
        self.database = database

    @abstractmethod
    async def _fetch(self, plan: Plan, arguments: list[Any]) -> Sequence[Sequence[Any]]: ...

    @abstractmethod
    async def _execute(self, plan: Plan, arguments: list[Any]) -> int: ...

    @abstractmethod
    async def _execute_many(self, plan: Plan, arguments: list[list[Any]]) -> None: ...

    @abstractmethod
    def savepoint(self) -> AbstractAsyncContextManager[None]:
        """Everything inside is undone alone when it raises."""

    async def rows(self, statement: Statement, make: Callable[..., T], **values: Any) -> list[T]:
        """Each row as `make(*columns)`."""
        plan = self.database.plan(statement)
        return [make(*plan.read(row)) for row in await self._fetch(plan, plan.arguments(values))]

    async def row(self, statement: Statement, make: Callable[..., T], **values: Any) -> T | None:
        found = await self.rows(statement, make, **values)
        return found[0] if found else None

    async def value(self, statement: Statement, **values: Any) -> Any:
        """The first column of the first row; None where there is none."""
        return await self.row(statement, lambda first, *_: first, **values)

    async def values(self, statement: Statement, **values: Any) -> list[Any]:
        """The first column of every row."""
        return await self.rows(statement, lambda first, *_: first, **values)

    async def run(self, statement: Statement, **values: Any) -> int:
        """The number of rows that were changed."""
        plan = self.database.plan(statement)
        return await self._execute(plan, plan.arguments(values))

    async def run_many(self, statement: Statement, many: Iterable[dict[str, Any]]) -> None:
        """In portions: what others wait for goes on between them. `many` may be a generator."""
        plan, left = self.database.plan(statement), iter(many)
        while portion := [plan.arguments(values) for values in islice(left, MANY)]:
            await self._execute_many(plan, portion)

    async def write(self, written: Written) -> None:
        """Compiled statements with their arguments, in this order."""
        for plan, arguments in written:
            await self._execute_many(plan, arguments)


class Database(ABC):
    """A pool of transactions on one engine."""

    dialect: Dialect

    def __init__(self, url: str, plans: Plans | None = None) -> None:
        self.url = url
        self._plans: Plans = {} if plans is None else plans

    def plan(self, statement: Statement) -> Plan:
        found = self._plans.get(statement)
        if found is None:
            found = self._plans[statement] = compile_plan(statement, self.dialect)
        return found

    @property
    @abstractmethod
    def integrity_errors(self) -> tuple[type[Exception], ...]:
        """What the engine raises where a row is referred to, or is there already."""

    @property
    @abstractmethod
    def one_writer(self) -> bool:
        """Whether transactions exclude one another, so that turns share one instead of running side by side."""

    @abstractmethod
    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Commits when the block ends, rolls back when it raises."""

    def reading(self) -> AbstractAsyncContextManager[Transaction]:
        """The base as it was when this began, however long it takes: nobody waits for it, and it can write nothing."""
        return self.transaction()

    @abstractmethod
    async def close(self) -> None: ...


class SqliteTransaction(Transaction):
    def __init__(self, database: "SqliteDatabase", connection: sqlite3.Connection) -> None:
        super().__init__(database)
        self._connection = connection
        self._in_thread = database.in_thread

    async def _fetch(self, plan: Plan, arguments: list[Any]) -> Sequence[Sequence[Any]]:
        return self._connection.execute(plan.sql, arguments).fetchall()

    async def _execute(self, plan: Plan, arguments: list[Any]) -> int:
        return self._connection.execute(plan.sql, arguments).rowcount

    async def _execute_many(self, plan: Plan, arguments: list[list[Any]]) -> None:
        if len(arguments) <= FEW:
            self._connection.executemany(plan.sql, arguments)
            return
        await self._in_thread(self._connection.executemany, plan.sql, arguments)

    async def write(self, written: Written) -> None:
        await self._in_thread(self._write, written)

    def _write(self, written: Written) -> None:
        for plan, arguments in written:
            self._connection.executemany(plan.sql, arguments)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        self._connection.execute("SAVEPOINT turn")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK TO turn")
            self._connection.execute("RELEASE turn")
            raise
        self._connection.execute("RELEASE turn")


class SqliteDatabase(Database):
    """One file, one writer.

    Statements inside a transaction are short and run where they stand; what waits for a lock or for the disk
    (begin, commit, bulk writes) waits in a thread.
    """

    one_writer = True
    integrity_errors = (sqlite3.IntegrityError,)

    def __init__(self, url: str, plans: Plans | None = None) -> None:
        super().__init__(url, plans)
        self.dialect = sqlite.dialect(paramstyle="qmark")
        self._thread = ThreadPoolExecutor(1, "sqlite")
        self._writer = asyncio.Lock()
        self._path = make_url(url).database or ":memory:"
        self._connection = sqlite3.connect(
            self._path, isolation_level=None, check_same_thread=False, cached_statements=512
        )
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "busy_timeout=10000",
            "foreign_keys=ON",
            "cache_size=-16000",
        ):
            self._connection.execute(f"PRAGMA {pragma}")

    async def in_thread(self, call: Callable[..., T], *args: Any) -> T:
        """Who is cancelled waits for what has begun: the connection is never left in the thread's hands."""
        begun = asyncio.get_running_loop().run_in_executor(self._thread, partial(call, *args))
        try:
            return await asyncio.shield(begun)
        except asyncio.CancelledError:
            while not begun.done():
                with suppress(asyncio.CancelledError):
                    await asyncio.wait([begun])
            raise

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with self._writer:
            try:
                await self.in_thread(self._connection.execute, "BEGIN IMMEDIATE")
                yield SqliteTransaction(self, self._connection)
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            await self.in_thread(self._commit)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA query_only=ON")
            connection.execute("BEGIN")
            yield SqliteTransaction(self, connection)
        finally:
            connection.close()

    def _commit(self) -> None:
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            self._connection.execute("ROLLBACK")
            raise

    async def close(self) -> None:
        async with self._writer:
            self._connection.close()
        self._thread.shutdown()


class PostgresTransaction(Transaction):
    def __init__(self, database: Database, connection: Any) -> None:
        super().__init__(database)
        self._connection = connection

    async def _fetch(self, plan: Plan, arguments: list[Any]) -> Sequence[Sequence[Any]]:
        return cast("Sequence[Sequence[Any]]", await self._connection.fetch(plan.sql, *arguments))

    async def _execute(self, plan: Plan, arguments: list[Any]) -> int:
        status = await self._connection.execute(plan.sql, *arguments)
        count = status.rpartition(" ")[2]
        return int(count) if count.isdigit() else 0

    async def _execute_many(self, plan: Plan, arguments: list[list[Any]]) -> None:
        await self._connection.executemany(plan.sql, arguments)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        async with self._connection.transaction():
            yield


class PostgresReading(PostgresTransaction):
    """Holds no row from others: a snapshot has no need to."""

    async def _fetch(self, plan: Plan, arguments: list[Any]) -> Sequence[Sequence[Any]]:
        return await super()._fetch(replace(plan, sql=plan.sql.removesuffix(" FOR UPDATE")), arguments)


class PostgresDatabase(Database):
    """Several processes over one server; the pool opens with the first transaction."""

    one_writer = False

    @property
    def integrity_errors(self) -> tuple[type[Exception], ...]:
        import asyncpg

        return (asyncpg.IntegrityConstraintViolationError,)

    def __init__(self, url: str, size: int = 10, plans: Plans | None = None) -> None:
        super().__init__(url, plans)
        from sqlalchemy.dialects.postgresql import asyncpg as postgresql

        self.dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
        self._size = size
        self._pool: Any = None
        self._opening = asyncio.Lock()

    async def pool(self) -> Any:
        async with self._opening:
            if self._pool is None:
                import asyncpg

                dsn = make_url(self.url).set(drivername="postgresql").render_as_string(hide_password=False)
                self._pool = await asyncpg.create_pool(dsn, min_size=1, max_size=self._size)
        return self._pool

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with (self._pool or await self.pool()).acquire() as connection, connection.transaction():
            yield PostgresTransaction(self, connection)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        async with (
            (self._pool or await self.pool()).acquire() as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            yield PostgresReading(self, connection)

    async def close(self) -> None:
        if self._pool is not None:
            await self._pool.close()


def open_database(url: str, pool_size: int = 10, plans: Plans | None = None) -> Database:
    """`sqlite+aiosqlite:///file` or `postgresql+asyncpg://user@host/name`. Creates nothing and migrates nothing.

    `plans`: what was compiled for another database of the same engine, to go on with.
    """
    return (
        SqliteDatabase(url, plans)
        if make_url(url).get_backend_name() == "sqlite"
        else PostgresDatabase(url, pool_size, plans)
    )
