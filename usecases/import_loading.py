"""A long file of debts is laid outside of the turn that asked for it: counted while nobody waits, then written in one stroke.

Between the two others go on; where they touched what was counted, nothing is written and it is counted anew.
"""

from dataclasses import dataclass, replace
from typing import Any

from domain.actors import Actor
from domain.imports import ImportKind, ImportState
from screens.import_views import ImportView, Loaded
from storage import imports
from storage.database import Written as Statements
from storage.imports import Import
from storage.rehearsal import Rehearsal
from usecases.access import allowed
from usecases.import_packing import is_packed, packed
from usecases.import_parts import IMPORTING, MAY, Counts, Written
from usecases.import_receivables import resolve
from usecases.imports import begin, find_overtaken, finish, get_load, hold_load, load
from usecases.receivables import end_stops, standing_of, write_preview
from usecases.work import Work

BRINGING = MAY[ImportKind.RECEIVABLES]


@dataclass(frozen=True, slots=True)
class Counted:
    """What is to be written, and what it rests on: `standing` of `clients`, `seen` the newest file of debts."""

    found: Import
    counts: Counts
    undo: dict[str, Any]
    statements: Statements
    clients: tuple[int, ...]
    standing: list[Any]
    seen: int


@allowed(*IMPORTING)
async def put_off(actor: Actor, work: Work, import_id: int, seen: int) -> str | None:
    """The name of a long file, which is laid from now on; None where it is to be laid at once.

    Raises `StaleError` the second time.
    """
    found = await hold_load(actor, work, import_id, ImportState.PREVIEW)
    if found.kind is not ImportKind.RECEIVABLES or not is_packed(found.plan):
        return None
    plan = found.plan | {"seen": seen}
    await work.tx.run(imports.CLEAR, id_=found.id, was=found.state, state=ImportState.LOADING, plan=plan)
    return found.file_name


@allowed(*BRINGING)
async def count(actor: Actor, work: Work, import_id: int) -> Counted | ImportView:
    """Writes nothing. The preview where another file of debts came since the person saw it.

    Raises `NotFoundError`, `StaleError`.
    """
    found = await get_load(actor, work, import_id, ImportState.LOADING)
    if overtaken := await find_overtaken(actor, work, found, found.plan["seen"]):
        return overtaken
    resolved = await resolve(actor, work, found.plan, found.as_of, spend=True)
    found = replace(found, plan={"digest": found.plan.get("digest", "")})
    preview, counts = resolved.receivables, resolved.counts
    clients, seen = tuple(preview.clients), resolved.debts.seen if resolved.debts else 0
    del resolved
    standing = await standing_of(work, clients)
    rehearsal = Rehearsal(work.tx)
    applied = await write_preview(replace(work, tx=rehearsal), preview)
    del preview
    undo = await packed(applied.undo, long=True)
    return Counted(found, counts, undo, rehearsal.written, clients, standing, seen)


@allowed(*BRINGING)
async def write(actor: Actor, work: Work, counted: Counted) -> Loaded | None:
    """None, with nothing written, where something changed since it was counted. Raises `StaleError` where it was written already."""
    newest = await imports.find_newest(work.tx, ImportKind.RECEIVABLES)
    if (newest.id if newest else 0) != counted.seen:
        return None
    if await standing_of(work, counted.clients) != counted.standing:
        return None
    await begin(actor, work, counted.found)
    await work.tx.write(counted.statements)
    stops = await end_stops(work, counted.clients)
    written = Written(counted.undo | {"stops": stops}, counted.counts)
    return await finish(actor, work, counted.found, written)


@allowed(*BRINGING)
async def load_waiting(actor: Actor, work: Work, import_id: int) -> Loaded | ImportView:
    """Counted and written in one, while others wait: where it was overtaken too often. Raises `StaleError`."""
    found = await hold_load(actor, work, import_id, ImportState.LOADING)
    return await load(actor, work, import_id, found.plan["seen"], was=ImportState.LOADING)


async def put_back(work: Work, import_id: int) -> None:
    """It was not laid: its preview stands again."""
    states = {"was": ImportState.LOADING, "state": ImportState.PREVIEW}
    await work.tx.run(imports.SET_APPLIED, id_=import_id, at=None, **states)
