"""Several processes over one PostgreSQL: who is alive, and which one sends the pushes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy.engine import make_url

from storage.database import Database

# two-part keys: no chat's lock, which has a key of one part, can be taken for one of these
ALIVE, PUSHES = 1, 2


class Instance:
    """One process, known by its `owner` id. Locks of a session fall with the process, however it ends.

    Where there is one writer there is one process: it leads, and every other owner is dead.
    """

    def __init__(self, database: Database, owner: int) -> None:
        self._database = database
        self._owner = owner
        self._session: Any = None
        self._marked = False
        self.leading = database.one_writer

    async def start(self) -> None:
        """Call before any row of this owner is written, so that nobody takes it for dead."""
        if self._database.one_writer:
            return
        import asyncpg

        dsn = make_url(self._database.url).set(drivername="postgresql")
        self._session = await asyncpg.connect(dsn.render_as_string(hide_password=False))
        self._marked = await self._lock(ALIVE, self._owner)

    async def close(self) -> None:
        self.leading = False
        if self._session is not None:
            await self._session.close()

    async def lead(self) -> bool:
        """Leads where no other process does. A broken session has lost its locks: they are taken anew, if they are still to be had."""
        if self._database.one_writer:
            return True
        if self._session.is_closed():
            self.leading = False
            await self.start()
        self._marked = self._marked or await self._lock(ALIVE, self._owner)
        self.leading = self.leading or await self._lock(PUSHES, 0)
        return self.leading

    @asynccontextmanager
    async def if_dead(self, owner: int) -> AsyncIterator[bool]:
        """Whether that process is no more; its lock is held meanwhile, so that its rows are adopted once."""
        if self._database.one_writer or owner == self._owner:
            yield owner != self._owner
            return
        dead = await self._lock(ALIVE, owner)
        try:
            yield dead
        finally:
            if dead:
                await self._session.execute("SELECT pg_advisory_unlock($1, $2)", ALIVE, owner)

    async def _lock(self, kind: int, number: int) -> bool:
        taken: bool = await self._session.fetchval("SELECT pg_try_advisory_lock($1, $2)", kind, number)
        return taken
