"""What would come of it: taps and words whose consequences are undone, one after another, over the same company."""

import sqlite3
import traceback
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from structlog.testing import capture_logs

from sandbox.phone import Phone
from storage.columns import metadata
from storage.conversations import Stored
from storage.database import SqliteDatabase, SqliteTransaction, Transaction
from storage.outbox import Outgoing
from tests.bases import fresh_database
from tests.conversations.rows import EVERYTHING, KEPT
from tests.office import Office

Json = dict[str, Any]
FAILED = "failed"
# what is written down of a look says nothing of a change
LOGS = frozenset({"audit", "card_looks", "list_looks"})
HOME = 1


class UndoneDatabase(SqliteDatabase):
    """A transaction is a savepoint, so that what was committed may still be undone as a whole."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._connection.execute("PRAGMA synchronous=OFF")
        self._connection.execute("CREATE TEMP TABLE touched (name TEXT)")

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with self._writer:
            self._connection.execute("SAVEPOINT whole")
            try:
                yield SqliteTransaction(self, self._connection)
            except BaseException:
                self._connection.execute("ROLLBACK TO whole")
                raise
            finally:
                self._connection.execute("RELEASE whole")

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        yield SqliteTransaction(self, self._connection)

    def watch(self) -> None:
        """From now on `touched` knows each table that is written to."""
        for table in metadata.sorted_tables:
            if table.name in KEPT or table.name in LOGS:
                continue
            for change in ("INSERT", "UPDATE", "DELETE"):
                with suppress(sqlite3.OperationalError):
                    self._connection.execute(
                        f"CREATE TEMP TRIGGER touch_{table.name}_{change} AFTER {change} ON main.{table.name}"
                        f" BEGIN INSERT INTO touched VALUES ('{table.name}'); END"
                    )

    @property
    def touched(self) -> list[str]:
        return [name for (name,) in self._connection.execute("SELECT DISTINCT name FROM touched")]

    def forget_touched(self) -> None:
        self._connection.execute("DELETE FROM touched")

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Whatever happens inside has not happened. May stand inside of another."""
        self._connection.execute("SAVEPOINT cell")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK TO cell")
            self._connection.execute("RELEASE cell")


@dataclass(frozen=True, slots=True)
class Answer:
    """`said` goes to whoever acted, `told` to anybody else; `code` names the refusal; `changed` the tables that now differ."""

    said: tuple[Outgoing, ...]
    told: tuple[Outgoing, ...]
    code: str | None
    changed: frozenset[str]
    stored: Stored

    @property
    def words(self) -> tuple[str, ...]:
        """All that was put into words, over the chat and in it; of a file, what it is."""
        return tuple(filter(None, (words_of(row) for row in self.said if row.method != "setMyCommands")))


def words_of(row: Outgoing) -> str:
    given = row.parameters
    text = given.get("text") or given.get("caption") or ""
    if rich := given.get("rich_message"):
        text = str(rich)
    return f"{text} [{row.file['kind']}]" if row.file else str(text)


class Heard:
    """In place of the sender: what was said goes no further."""

    def __init__(self) -> None:
        self.rows: list[Outgoing] = []

    def accept(self, rows: Iterable[Outgoing]) -> None:
        self.rows += rows

    def take(self) -> list[Outgoing]:
        rows, self.rows = self.rows, []
        return rows


@dataclass
class Rehearsal:
    """The office as it stood when this began; `codes` are the refusals logged so far."""

    office: Office
    database: UndoneDatabase
    logs: list[Any]
    heard: Heard = field(default_factory=Heard)
    before: Mapping[str, list[Any]] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1_000_000))

    async def begin(self) -> None:
        self.office.app.turns.outlet = self.heard
        async with self.database.transaction() as tx:
            self.before = {name: await tx.rows(EVERYTHING[name], lambda *row: row) for name in EVERYTHING}
        self.database.watch()

    async def taps(self, phone: Phone, data: str) -> Answer:
        with self.database.undone():
            return await self.tap(phone, data)

    async def says(self, phone: Phone, text: str) -> Answer:
        with self.database.undone():
            return await self.say(phone, text)

    async def tap(self, phone: Phone, data: str) -> Answer:
        """The same, not undone: for whoever goes on from there."""
        number = next(self._numbers)
        message = self._message(phone, number) | {
            "message_id": HOME,
            "from": {"id": 2**33, "is_bot": True, "first_name": "P"},
        }
        body = {"id": str(number), "from": phone.user.as_user(), "chat_instance": "1"}
        return await self._turn(
            phone, {"update_id": number, "callback_query": body | {"message": message, "data": data}}
        )

    async def say(self, phone: Phone, text: str) -> Answer:
        number = next(self._numbers)
        message = self._message(phone, number) | {"from": phone.user.as_user(), "text": text}
        if text.startswith("/"):
            message["entities"] = [
                {"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}
            ]
        return await self._turn(phone, {"update_id": number, "message": message})

    def _message(self, phone: Phone, number: int) -> Json:
        chat = {"id": phone.user.id, "type": "private", "first_name": phone.user.first_name}
        return {
            "message_id": number,
            "date": int(self.office.now.timestamp()),
            "chat": chat,
            "text": "…",
        }

    async def _turn(self, phone: Phone, update: Json) -> Answer:
        mark = len(self.logs)
        await self.office.app.turns.run([update])
        rows, chat = self.heard.take(), phone.user.id
        codes = [
            FAILED if one["event"] == "turn_failed" else one["code"]
            for one in self.logs[mark:]
            if one["event"] in {"turn_failed", "turn_refused"}
        ]
        async with self.database.transaction() as tx:
            changed = [name for name in self.database.touched if await self.differs(tx, name)]
            stored = await self._stored(tx, chat)
        return Answer(
            tuple(row for row in rows if row.chat_id == chat),
            tuple(row for row in rows if row.chat_id != chat),
            codes[-1] if codes else None,
            frozenset(changed),
            stored,
        )

    def failure(self) -> str:
        """The last error that nobody foresaw, and where it was raised."""
        error = next(log["exc_info"] for log in reversed(self.logs) if log["event"] == "turn_failed")
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{error!r} at {place.filename}:{place.lineno}"

    async def differs(self, tx: Transaction, name: str) -> bool:
        return await tx.rows(EVERYTHING[name], lambda *row: row) != self.before[name]

    async def _stored(self, tx: Transaction, chat: int) -> Stored:
        from storage import conversations

        return await conversations.read(tx, chat, chat)


@asynccontextmanager
async def rehearsed_office(folder: Path) -> AsyncIterator[tuple[Office, Rehearsal]]:
    """An empty company; `Rehearsal.begin` when all that it needs is laid."""
    with fresh_database("sqlite", folder) as url, capture_logs() as logs:
        database = UndoneDatabase(url)
        office = Office(database)
        async with office.open():
            yield office, Rehearsal(office, database, logs)
        await database.close()
