"""Files on their way out: each is noted, and held back where somebody's exports are closed."""

from typing import Any

from domain.actors import Actor
from domain.secrecy import is_table
from screens.menu import refusal
from screens.words import Words
from storage import alarms, audit
from usecases.access import inner
from usecases.looks import watch_files
from usecases.post import CHART, Post
from usecases.work import Work

# These are noted by their own use cases, with more facts.
NOTED = frozenset({"debts", "person_data"})


@inner
async def look_over(actor: Actor, work: Work, post: Post, words: Words) -> None:
    """Once at the end of a turn: no export is forgotten, whoever attached it. Pictures of figures are none."""
    files = [row for row in post.rows if row.file is not None and row.file["kind"] != CHART]
    tables = [row for row in files if row.file is not None and is_table(row.file["kind"])]
    if tables and await alarms.closed_since(work.tx, actor.hand) is not None:
        kept = {id(row) for row in tables}
        post.rows[:] = [row for row in post.rows if id(row) not in kept]
        for chat in dict.fromkeys(row.chat_id for row in tables):
            post.show(chat, refusal(words("err-exports-closed")))
        return
    for row in files:
        assert row.file is not None
        await _note(actor, work, row.file)
    if tables:
        await watch_files(actor, work)


async def _note(actor: Actor, work: Work, file: dict[str, Any]) -> None:
    kind = str(file["kind"])
    if kind not in NOTED:
        action = audit.TABLE if is_table(kind) else audit.PAPER
        owner = actor.id if actor.by else None
        facts = {"what": kind, "ref": file["id"]}
        await audit.add(work.tx, actor.hand, work.now, action, facts, owner_id=owner)
