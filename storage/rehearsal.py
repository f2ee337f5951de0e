"""Long work done beforehand: it reads the base as it is, and what it would write is kept, to be written in one stroke.

On SQLite every turn waits for whoever writes: what takes seconds of counting must not hold the one writer meanwhile.
"""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

from storage.database import Plan, Transaction


class Rehearsal(Transaction):
    """Reads through `inner`, writes nothing. What is read does not know what was written; `run` says 0 rows.

    `written` is for `Transaction.write` of a real one, where whoever asks has made sure that what was read still stands.
    """

    def __init__(self, inner: Transaction) -> None:
        super().__init__(inner.database)
        self._inner = inner
        self.written: list[tuple[Plan, list[list[Any]]]] = []

    async def _fetch(self, plan: Plan, arguments: list[Any]) -> Sequence[Sequence[Any]]:
        return await self._inner._fetch(plan, arguments)  # noqa: SLF001 - the same transaction

    async def _execute(self, plan: Plan, arguments: list[Any]) -> int:
        self.written.append((plan, [arguments]))
        return 0

    async def _execute_many(self, plan: Plan, arguments: list[list[Any]]) -> None:
        self.written.append((plan, arguments))

    def savepoint(self) -> AbstractAsyncContextManager[None]:
        raise NotImplementedError("nothing is written that could be undone")
