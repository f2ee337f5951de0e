"""Files of messages, made again from what they refer to when they are sent; who asked is asked about once more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog

from bot.drawing import Artist, build_drawn, build_picture
from domain.errors import ProzvonError
from domain.secrecy import Protection
from handlers import errors
from screens.menu import refusal
from screens.screen import FileRef
from screens.words import Catalogue
from storage import employees, outbox
from storage.database import Database
from storage.outbox import Outgoing
from usecases import files, going_out
from usecases.going_out import ASKED
from usecases.post import CHART, Post
from usecases.rules import Rules
from usecases.work import Work

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Building:
    """`say` takes rows that are committed."""

    database: Database
    rules: Rules
    catalogue: Catalogue
    clock: Callable[[], datetime]
    artist: Artist
    owner: int
    protect: Protection
    say: Callable[[list[Outgoing]], None]

    async def build(self, reference: dict[str, Any]) -> tuple[str, bytes] | None:
        """The file's name and bytes; None where it is gone, or not for whoever asked any more."""
        if reference["kind"] == CHART:
            return await build_picture(self.artist, reference["chart"])
        named = FileRef(**{name: value for name, value in reference.items() if name != ASKED})
        async with self.database.transaction() as tx:
            built = await files.build(Work(tx, self.clock(), self.rules), named, self.catalogue)
        drawn = await build_drawn(self.artist, built)
        return drawn if await self._may_go(reference) else None

    async def _may_go(self, reference: dict[str, Any]) -> bool:
        """Last of all: drawing takes its time, and a busy chat waits."""
        async with self.database.reading() as tx:
            try:
                await going_out.ask_again(Work(tx, self.clock(), self.rules), reference)
            except ProzvonError as error:
                why = error
            else:
                return True
        log.warning("file_held_back", file=reference["kind"], why=why.code)
        await self._refuse(reference[ASKED]["hand"], why)
        return False

    async def _refuse(self, employee: int, why: ProzvonError) -> None:
        """One line instead of the file, to who is still there."""
        post = Post(self.owner, self.clock(), self.protect)
        async with self.database.transaction() as tx:
            person = await employees.find(tx, employee)
            if person is None:
                return
            post.show(person.chat, refusal(errors.in_words(self.catalogue[person.language], why)))
            await outbox.add(tx, post.rows)
        self.say(post.rows)
