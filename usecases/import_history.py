"""What was brought in last, and how it is taken back as long as it may be."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.actors import Actor
from domain.errors import ProzvonError
from domain.imports import ImportKind, ImportState
from screens.import_views import TargetNews
from screens.order_status_views import BackNews
from screens.payments import News
from storage import clients, imports, payments
from storage.imports import Import, Past
from usecases import import_statuses, import_targets
from usecases.access import allowed
from usecases.arrivals_back import BackArrivals, take_back
from usecases.errors import StaleError
from usecases.import_packing import unpacked
from usecases.import_parts import IMPORTING
from usecases.imports import KINDS, get_load, kinds_for
from usecases.payments import news_of_return, told_of
from usecases.work import Work

SHOWN_LAST = 5
ON_DEBTS = (ImportKind.RECEIVABLES, ImportKind.BANK)


class UndoError(ProzvonError):
    """It cannot be taken back; facts: why (late, changed, newer), of a newer file its name and by (whose, none: the actor's own)."""

    code = "import-undo"


@dataclass(frozen=True, slots=True)
class Undone:
    """`kept` was changed since and stays; `told` are managers who had heard of the money, `moved` those of orders, `arrivals` of goods, `targets` of them."""

    file_name: str
    kept: tuple[str, ...]
    told: tuple[News, ...] = ()
    moved: tuple[BackNews, ...] = ()
    arrivals: tuple[BackArrivals, ...] = ()
    targets: tuple[TargetNews, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What a role may bring in, and what the actor brought in last, with whether it can be taken back.

    `waiting` payments have no client yet.
    """

    kinds: tuple[ImportKind, ...]
    last: tuple[tuple[Past, bool], ...]
    waiting: int = 0


@allowed(*IMPORTING)
async def undo(actor: Actor, work: Work, import_id: int) -> Undone:
    """Raises `StaleError`, `UndoError`."""
    found = await get_load(actor, work, import_id, ImportState.APPLIED)
    if not may_undo(work, found.state, found.applied_at):
        raise UndoError(why="late", name="", by="none")
    if found.kind is ImportKind.RECEIVABLES and await imports.is_superseded(work.tx, found):
        raise await _blocked(actor, work, found)
    came = await told_of(work, found.id) if found.kind is ImportKind.BANK else {}
    was = await unpacked(found.undo or {})
    gone = await take_back(work, was.get("arrivals", ()))
    try:
        kept = await KINDS[found.kind][1](work, was)
    except StaleError:
        raise await _blocked(actor, work, found) from None
    if not await work.tx.run(imports.MOVE, id_=found.id, was=found.state, state=ImportState.UNDONE):
        raise StaleError(what="import")
    back = await import_statuses.told_back(work, was, kept) if found.kind is ImportKind.STATUSES else ()
    aims = await import_targets.told_back(work, was) if found.kind is ImportKind.TARGETS else ()
    return Undone(found.file_name, tuple(kept), await news_of_return(work, came), back, gone, aims)


async def _blocked(actor: Actor, work: Work, found: Import) -> UndoError:
    """By the last file that was laid upon it and has to go first; without one, by other changes."""
    kinds = ON_DEBTS if found.kind in ON_DEBTS else (found.kind,)
    newest = [await imports.find_newest(work.tx, kind) for kind in kinds]
    since = (found.applied_at or found.created_at, found.id)
    later = [one for one in newest if one and (one.applied_at, one.id) > since]
    if not later:
        return UndoError(why="changed", name="", by="none")
    last = max(later, key=lambda one: (one.applied_at, one.id))
    names = await clients.manager_names(work.tx, [last.employee_id])
    by = "none" if last.employee_id == actor.id else names.get(last.employee_id, "none")
    return UndoError(why="newer", name=last.file_name, by=by)


def may_undo(work: Work, state: ImportState, applied_at: datetime | None) -> bool:
    if state is not ImportState.APPLIED or applied_at is None:
        return False
    return work.now < applied_at + timedelta(hours=work.rules.company.undo_hours)


@allowed(*IMPORTING)
async def list_imports(actor: Actor, work: Work) -> Choice:
    last = await imports.last_of(work.tx, actor.id, SHOWN_LAST)
    marked = tuple((past, may_undo(work, past.state, past.applied_at)) for past in last)
    kinds = kinds_for(actor.role)
    waiting = await payments.open_total(work.tx) if ImportKind.BANK in kinds else (0, 0)
    return Choice(kinds, marked, waiting[0])
