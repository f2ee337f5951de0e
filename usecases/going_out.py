"""Files on their way out: each is noted, and held back where somebody's exports are closed."""

from typing import Any

from domain.actors import Actor
from domain.errors import ProzvonError
from domain.secrecy import is_table
from screens.menu import refusal
from screens.words import Words
from storage import alarms, audit, employees
from usecases import substitution
from usecases.access import inner
from usecases.errors import AccessDeniedError, NotFoundError, StaleError
from usecases.looks import watch_files
from usecases.post import CHART, Post
from usecases.work import Work

# These are noted by their own use cases, with more facts.
NOTED = frozenset({"debts", "person_data"})
# Beside the reference of a file: who asked for it, in whose place and with which rights.
ASKED = "asked"


class ExportsClosedError(ProzvonError):
    """Tables are not given to this person for now."""

    code = "exports-closed"


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
        row.file[ASKED] = {
            "hand": actor.hand,
            "whose": actor.id,
            "role": actor.role.value,
            "team": actor.team_id,
        }
    if tables:
        await watch_files(actor, work)


async def ask_again(work: Work, reference: dict[str, Any]) -> None:
    """When a file is sent: whether it is still for whoever asked, in the place and the role in which they did.

    Raises `NotFoundError` for who is dismissed, `SubstitutionOverError`, `AccessDeniedError`, `StaleError` for another team,
    `ExportsClosedError`.
    """
    asked = reference.get(ASKED)
    if asked is None:
        return
    there = await employees.find(work.tx, asked["hand"])
    if there is None:
        raise NotFoundError(what="employee", id=asked["hand"])
    actor = await substitution.stand_in(work, there, asked["whose"]) if asked["whose"] != there.id else there
    if actor.role.value != asked["role"]:
        raise AccessDeniedError(role=actor.role)
    if actor.team_id != asked["team"]:
        raise StaleError(what="export")
    if is_table(reference["kind"]) and await alarms.closed_since(work.tx, there.id) is not None:
        raise ExportsClosedError


async def _note(actor: Actor, work: Work, file: dict[str, Any]) -> None:
    kind = str(file["kind"])
    if kind not in NOTED:
        action = audit.TABLE if is_table(kind) else audit.PAPER
        owner = actor.id if actor.by else None
        facts = {"what": kind, "ref": file["id"]}
        await audit.add(work.tx, actor.hand, work.now, action, facts, owner_id=owner)
