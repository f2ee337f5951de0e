"""Columns of a table of debts or of orders named by hand, and the file read anew with them."""

from typing import Any

from domain.actors import Actor
from domain.imports import ColumnRole, ImportKind, ImportState
from screens.import_views import ColumnQuestion
from storage import import_memory, imports
from storage.imports import Import
from usecases.access import allowed
from usecases.errors import StaleError
from usecases.import_columns import NONE, Chosen, Source, ask_column, chosen_of, columns_of, get_question
from usecases.import_parts import MAY
from usecases.imports import get_load
from usecases.work import Work

BRINGING = MAY[ImportKind.RECEIVABLES] | MAY[ImportKind.STATUSES]


@allowed(*BRINGING)
async def map_columns(actor: Actor, work: Work, import_id: int) -> ColumnQuestion:
    """From a preview whose columns were taken for something else; it is left for the questions. Raises `StaleError`."""
    found = await get_load(actor, work, import_id, ImportState.PREVIEW)
    outline, source = found.plan.get("outline"), found.plan.get("source")
    if not outline or not source:
        raise StaleError(what="import")
    await work.tx.run(imports.CLEAR, id_=found.id, was=found.state, state=ImportState.CANCELLED, plan={})
    asking: int = await work.tx.value(
        imports.ADD,
        employee_id=actor.id,
        kind=found.kind,
        file_name=found.file_name,
        as_of=None,
        plan={"outline": outline, "source": source, "asked": True},
        state=ImportState.ASKING,
        created_at=work.now,
    )
    return get_question(await get_load(actor, work, asking))


@allowed(*BRINGING)
async def choose_column(
    actor: Actor, work: Work, import_id: int, role: ColumnRole, column: int
) -> ColumnQuestion | Chosen:
    """The next question; after the last one the file waits to be read again. `column` -1: there is none.

    Raises `StaleError` where that was not asked just now.
    """
    found = await get_load(actor, work, import_id, ImportState.ASKING)
    question = get_question(found)
    offered = {one.index for one in question.columns}
    if question.role is not role or not (column in offered or (column == NONE and not question.required)):
        raise StaleError(what="import")
    mapping = found.plan.get("mapping", {}) | {role.value: column}
    plan = found.plan | {"mapping": mapping}
    await work.tx.run(imports.CLEAR, id_=found.id, was=found.state, state=found.state, plan=plan)
    found = await get_load(actor, work, import_id)
    return ask_column(found) or await _read_again(actor, work, found)


@allowed(*BRINGING)
async def ask_again(actor: Actor, work: Work, import_id: int, role: ColumnRole) -> ColumnQuestion:
    """The answer about this column is taken back; twice is the same as once. Raises `StaleError`."""
    found = await get_load(actor, work, import_id, ImportState.ASKING)
    mapping = {one: column for one, column in found.plan.get("mapping", {}).items() if one != role}
    plan = found.plan | {"mapping": mapping}
    await work.tx.run(imports.CLEAR, id_=found.id, was=found.state, state=found.state, plan=plan)
    return get_question(await get_load(actor, work, import_id))


async def _read_again(actor: Actor, work: Work, found: Import) -> Chosen:
    source = Source(*found.plan["source"])
    told: dict[str, Any] = found.plan["mapping"]
    columns = {one.index for one in columns_of(found)}
    roles = {index: role for role, index in told.items() if index in columns}
    await import_memory.keep_layout(work.tx, found.plan["outline"]["signature"], roles, actor.id, work.now)
    waiting = await imports.add_incoming(
        work.tx,
        employee_id=actor.id,
        chat_id=source.chat,
        file_id=source.file_id,
        name=found.file_name,
        caption=source.caption,
        at=work.now,
    )
    await work.tx.run(imports.CLEAR, id_=found.id, was=found.state, state=ImportState.CANCELLED, plan={})
    return Chosen(waiting, found.file_name, chosen_of(found))
