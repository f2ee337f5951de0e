"""Files that are brought in: dropped, previewed, loaded. Nothing changes before somebody says so."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from domain.actors import SELLING, Actor, Role
from domain.errors import ProzvonError
from domain.imports import ImportKind, ImportState
from exchange.errors import TableNotFoundError
from screens.import_views import AlreadyLoaded, ContactQuestion, ImportView, KindQuestion, Loaded, Shown
from storage import clients, imports
from storage.imports import Import
from usecases import (
    import_bank,
    import_clients,
    import_people,
    import_products,
    import_receivables,
    import_statuses,
    import_targets,
    report_templates,
)
from usecases.access import allowed, inner
from usecases.clients import find_alike, find_last_opened
from usecases.errors import AccessDeniedError, NotFoundError, StaleError
from usecases.import_columns import Source, get_question
from usecases.import_packing import LONG, is_packed, kept, packed, unpacked
from usecases.import_parts import IMPORTING, MAY, Counts, Resolved, Written
from usecases.import_reading import Read
from usecases.looks import note_import
from usecases.persons import add_person
from usecases.scope import get_client
from usecases.work import Work

TELEGRAM_MEGABYTES, MEGABYTE = 20, 1024 * 1024
LONGEST_NAME = 300
Apply = Callable[[Actor, Work, Resolved], Awaitable[Written]]
Resolve = Callable[[Actor, Work, Mapping[str, Any]], Awaitable[Resolved]]
Restore = Callable[[Work, Mapping[str, Any]], Awaitable[list[str]]]
KINDS: Mapping[ImportKind, tuple[Apply, Restore]] = MappingProxyType(
    {
        ImportKind.CLIENTS: (import_clients.apply, import_clients.restore),
        ImportKind.PEOPLE: (import_people.apply, import_people.restore),
        ImportKind.CONTACTS: (import_people.apply, import_people.restore),
        ImportKind.PRODUCTS: (import_products.apply, import_products.restore),
        ImportKind.RECEIVABLES: (import_receivables.apply, import_receivables.restore),
        ImportKind.BANK: (import_bank.apply, import_bank.restore),
        ImportKind.STATUSES: (import_statuses.apply, import_statuses.restore),
        ImportKind.TEMPLATE: (report_templates.apply, report_templates.restore),
        ImportKind.TARGETS: (import_targets.apply, import_targets.restore),
    }
)

# Of the plan alone; the others want the file's day or the import's id too.
RESOLVE: Mapping[ImportKind, Resolve] = MappingProxyType(
    {
        ImportKind.PRODUCTS: import_products.resolve,
        ImportKind.CLIENTS: import_clients.resolve,
        ImportKind.STATUSES: import_statuses.resolve,
        ImportKind.TEMPLATE: report_templates.resolve,
        ImportKind.TARGETS: import_targets.resolve,
    }
)


class ImportRoleError(ProzvonError):
    """This role may not bring in such a file; facts: kind."""

    code = "import-role"


class ImportTooLargeError(ProzvonError):
    """Telegram gives no bot a file of this size; facts: limit (megabytes)."""

    code = "import-too-large"


class NoManagerError(ProzvonError):
    """New clients have no manager yet; facts: count."""

    code = "import-no-manager"


def kinds_for(role: Role) -> tuple[ImportKind, ...]:
    return tuple(kind for kind in ImportKind if role in MAY[kind])


# --- a file comes -------------------------------------------------------------------------------------------------


@allowed(*IMPORTING)
async def drop_file(
    actor: Actor, work: Work, chat: int, file_id: str, *, name: str, caption: str, size: int
) -> int:
    """The row that waits to be read. Raises `ImportTooLargeError`."""
    if size > TELEGRAM_MEGABYTES * MEGABYTE:
        raise ImportTooLargeError(limit=TELEGRAM_MEGABYTES)
    return await imports.add_incoming(
        work.tx,
        employee_id=actor.id,
        chat_id=chat,
        file_id=file_id,
        name=name[:LONGEST_NAME],
        caption=caption,
        at=work.now,
    )


@allowed(*IMPORTING)
async def foresee(
    actor: Actor, work: Work, file_name: str, reads: Sequence[Read], source: Source | None = None
) -> ImportView | None:
    """The preview of a long file, counted while nobody waits; None where it is not long: `prepare` counts that itself."""
    mine = _of_role(actor, reads)
    if len(mine) != 1 or not is_packed(mine[0].plan):
        return None
    kind, as_of, plan = mine[0].kind, mine[0].as_of, await unpacked(_with_source(mine[0].plan, source))
    found = Import(0, actor.id, kind, file_name, as_of, plan, None, ImportState.PREVIEW, work.now, None)
    if kind is ImportKind.RECEIVABLES:
        resolved = await import_receivables.resolve(actor, work, plan, as_of, spend=True, keep=False)
    else:
        resolved = await _resolve(actor, work, found)
    view = await _view(actor, work, found, resolved)
    return view if isinstance(view, ImportView) else None


@allowed(*IMPORTING)
async def prepare(
    actor: Actor,
    work: Work,
    file_name: str,
    reads: Sequence[Read],
    source: Source | None = None,
    *,
    foreseen: ImportView | None = None,
) -> Shown:
    """The import as a preview, or as a question where the file may be two things or its columns are not known.

    `source`: where it can be read again. `foreseen` is the preview where it was counted already. Raises `ImportRoleError`,
    `TableNotFoundError`.
    """
    mine = _of_role(actor, reads)
    if not mine and reads[0].shapeless:
        raise TableNotFoundError(missing=())
    if not mine:
        raise ImportRoleError(kind=reads[0].kind.value)
    first = mine[0]
    several, asking = len(mine) > 1, len(mine) > 1 or first.shapeless
    plan = {"choices": [await _choice(read) for read in mine]} if several else first.plan
    plan = _with_source(plan, source)
    import_id: int = await work.tx.value(
        imports.ADD,
        employee_id=actor.id,
        kind=first.kind,
        file_name=file_name[:LONGEST_NAME],
        as_of=None if several else first.as_of,
        plan=await kept(plan),
        state=ImportState.ASKING if asking else ImportState.PREVIEW,
        created_at=work.now,
    )
    if first.shapeless:
        return get_question(await get_load(actor, work, import_id))
    if several:
        return KindQuestion(import_id, file_name, tuple(read.kind for read in mine))
    if foreseen is not None:
        return replace(foreseen, id=import_id)
    found = await imports.find(work.tx, import_id, actor.id)
    assert found is not None
    return await _show(actor, work, replace(found, plan=await unpacked(plan)))


def _of_role(actor: Actor, reads: Sequence[Read]) -> list[Read]:
    """What the role brings in; columns are asked for only where it is nothing that was understood."""
    mine = [read for read in reads if actor.role in MAY[read.kind]]
    return [read for read in mine if not read.shapeless] or mine[:1]


def _with_source(plan: dict[str, Any], source: Source | None) -> dict[str, Any]:
    return plan | {"source": source.as_json() if source else None}


async def _choice(read: Read) -> dict[str, Any]:
    as_of = read.as_of.isoformat() if read.as_of else None
    return {"kind": read.kind.value, "as_of": as_of, "plan": await kept(read.plan)}


@inner
async def get_load(actor: Actor, work: Work, import_id: int, *states: ImportState) -> Import:
    """Held from other turns. Raises `NotFoundError` for somebody else's, `StaleError` where it has gone further than `states`."""
    found = await hold_load(actor, work, import_id, *states)
    return replace(found, plan=await unpacked(found.plan))


@inner
async def hold_load(actor: Actor, work: Work, import_id: int, *states: ImportState) -> Import:
    """As `get_load`, with a long plan still packed."""
    found = await imports.find(work.tx, import_id, actor.id)
    if found is None:
        raise NotFoundError(what="import", id=import_id)
    if states and found.state not in states:
        raise StaleError(what="import")
    if actor.role not in MAY[found.kind]:
        raise AccessDeniedError(role=actor.role)
    return found


@inner
async def _resolve(actor: Actor, work: Work, found: Import) -> Resolved:
    """The plan against the base as it now is."""
    if found.kind is ImportKind.RECEIVABLES:
        return await import_receivables.resolve(actor, work, found.plan, found.as_of)
    if found.kind is ImportKind.BANK:
        return await import_bank.resolve(actor, work, found.plan, found.id)
    plain = RESOLVE.get(found.kind, import_people.resolve)
    return await plain(actor, work, found.plan)


async def _show(actor: Actor, work: Work, found: Import) -> Shown:
    return await _view(actor, work, found, await _resolve(actor, work, found))


async def _view(actor: Actor, work: Work, found: Import, resolved: Resolved) -> Shown:
    rows = found.plan["rows"]
    if found.kind is ImportKind.CONTACTS and len(rows) == 1 and resolved.idle and not resolved.counts.same:
        return await _ask_whose(actor, work, found.id, rows[0])
    colleagues = await import_clients.candidates(actor, work) if found.kind is ImportKind.CLIENTS else []
    names = {person.id: person.name for person in colleagues}
    return ImportView(
        id=found.id,
        kind=found.kind,
        file_name=found.file_name,
        new=resolved.counts.new,
        changed=resolved.counts.changed,
        same=resolved.counts.same,
        problems=tuple(resolved.problems),
        ignored=tuple(resolved.ignored),
        unknown=tuple(resolved.unknown),
        unassigned=resolved.unassigned,
        assignee=names.get(found.plan.get("assignee") or 0, ""),
        candidates=tuple(names.items()),
        unknown_managers=tuple(resolved.unknown_managers),
        debts=resolved.debts,
        bank=resolved.bank_view,
        goods=resolved.goods,
        orders=resolved.orders_view,
        doubts=len(resolved.doubts),
        mappable=bool(found.plan.get("outline") and found.plan.get("source")),
    )


async def _ask_whose(actor: Actor, work: Work, import_id: int, row: Mapping[str, Any]) -> ContactQuestion:
    organisation = row.get("client", "")
    alike = await find_alike(actor, work, organisation) if organisation else []
    last = await find_last_opened(actor, work)
    offered = {line.id: line.name for line in [*alike, *([last] if last else [])]}
    return ContactQuestion(import_id, row["name"], row.get("phone", ""), organisation, tuple(offered.items()))


# --- questions before loading -------------------------------------------------------------------------------------


@allowed(*IMPORTING)
async def choose_kind(actor: Actor, work: Work, import_id: int, kind: ImportKind) -> Shown:
    found = await get_load(actor, work, import_id, ImportState.ASKING)
    choices = found.plan.get("choices", ())
    choice = next((one for one in choices if one["kind"] == kind), None)
    if choice is None or actor.role not in MAY[kind]:
        raise StaleError(what="import")
    as_of = datetime.fromisoformat(choice["as_of"]).date() if choice["as_of"] else None
    await work.tx.run(
        imports.CHOOSE,
        id_=found.id,
        was=ImportState.ASKING,
        state=ImportState.PREVIEW,
        kind=kind,
        plan=await kept(choice["plan"] | {"source": found.plan.get("source")}),
        as_of=as_of,
    )
    return await _show(actor, work, await get_load(actor, work, import_id))


@allowed(*SELLING)
async def assign(actor: Actor, work: Work, import_id: int, manager_id: int) -> Shown:
    """New clients without a manager in the file go to this colleague of the actor's scope."""
    found = await get_load(actor, work, import_id, ImportState.PREVIEW)
    if manager_id not in {person.id for person in await import_clients.candidates(actor, work)}:
        raise NotFoundError(what="employee", id=manager_id)
    await work.tx.run(
        imports.CLEAR,
        id_=found.id,
        was=ImportState.PREVIEW,
        state=ImportState.PREVIEW,
        plan=await kept(found.plan | {"assignee": manager_id}),
    )
    return await _show(actor, work, await get_load(actor, work, import_id))


@allowed(*IMPORTING)
async def discard(actor: Actor, work: Work, import_id: int) -> str:
    """The file's name. Nothing was changed by it."""
    found = await hold_load(actor, work, import_id, ImportState.ASKING, ImportState.PREVIEW)
    await work.tx.run(imports.CLEAR, id_=found.id, was=found.state, state=ImportState.CANCELLED, plan={})
    return found.file_name


@allowed(*SELLING)
async def get_contact(actor: Actor, work: Work, import_id: int) -> dict[str, Any]:
    """The one contact of the file, as `import_reading` has it: row, name, client, role, phone, email, birth."""
    found = await get_load(actor, work, import_id, ImportState.PREVIEW)
    if found.kind is not ImportKind.CONTACTS or len(found.plan["rows"]) != 1:
        raise StaleError(what="import")
    contact: dict[str, Any] = found.plan["rows"][0]
    return contact


@allowed(*SELLING)
async def give_contact(actor: Actor, work: Work, import_id: int, client_id: int) -> int:
    """The new person's id."""
    row = await get_contact(actor, work, import_id)
    client = await get_client(actor, work, client_id)
    birth = row.get("birth")
    person = await add_person(
        actor,
        work,
        client.id,
        row["name"],
        role=row.get("role", ""),
        phone=row.get("phone"),
        email=row.get("email"),
        birth=(birth[0], birth[1], birth[2]) if birth else None,
    )
    await discard(actor, work, import_id)
    return person.id


# --- loading ------------------------------------------------------------------------------------------------------


@allowed(*IMPORTING)
async def show_load(actor: Actor, work: Work, import_id: int) -> Shown:
    """What is still asked of the file, or its preview, counted against the base as it now is.

    Raises `StaleError` once it was loaded or left.
    """
    found = await get_load(actor, work, import_id, ImportState.ASKING, ImportState.PREVIEW)
    if found.state is ImportState.PREVIEW:
        return await _show(actor, work, found)
    kinds = tuple(ImportKind(one["kind"]) for one in found.plan.get("choices", ()))
    return KindQuestion(found.id, found.file_name, kinds) if kinds else get_question(found)


@allowed(*IMPORTING)
async def check_preview(actor: Actor, work: Work, import_id: int) -> None:
    """Raises `StaleError` once it was loaded or left."""
    await hold_load(actor, work, import_id, ImportState.PREVIEW)


@allowed(*IMPORTING)
async def load(
    actor: Actor,
    work: Work,
    import_id: int,
    seen: int | None = None,
    *,
    was: ImportState = ImportState.PREVIEW,
) -> Loaded | ImportView:
    """Held against the base anew. Raises `StaleError` the second time, `NoManagerError`.

    `seen`: the newest file of debts that the preview knew of. Where another one stands by now nothing is loaded, and the preview
    says so.
    """
    found = await get_load(actor, work, import_id, was)
    if seen is not None and (overtaken := await find_overtaken(actor, work, found, seen)):
        return overtaken
    await begin(actor, work, found)
    resolved = await _resolve(actor, work, found)
    if resolved.unassigned:
        raise NoManagerError(count=resolved.unassigned)
    written = await KINDS[found.kind][0](actor, work, resolved)
    undo = await packed(written.undo, long=len(found.plan["rows"]) > LONG)
    return await finish(actor, work, found, replace(written, undo=undo))


@inner
async def begin(_: Actor, work: Work, found: Import) -> None:
    """Raises `StaleError` where another turn did already."""
    if not await work.tx.run(
        imports.SET_APPLIED, id_=found.id, was=found.state, state=ImportState.APPLIED, at=work.now
    ):
        raise StaleError(what="import")


@inner
async def finish(actor: Actor, work: Work, found: Import, written: Written) -> Loaded:
    """`undo` as it is kept: packed where it is long."""
    counts, hours = written.counts, work.rules.company.undo_hours
    summary = _summary(counts) | {"digest": found.plan.get("digest", "")}
    await work.tx.run(imports.SET_DONE, id_=found.id, plan=summary, undo=written.undo)
    await imports.spend_undos(work.tx, found.kind, work.now - timedelta(hours=hours))
    await note_import(actor, work)
    done = Loaded(found.id, found.kind, found.file_name, counts.new, counts.changed, hours, written.bank)
    return replace(done, unknown=counts.unknown, moved=written.orders, targets=written.targets)


@inner
async def find_overtaken(actor: Actor, work: Work, found: Import, seen: int) -> ImportView | None:
    """The preview counted anew where somebody loaded a file of debts, or took one back, since it was shown."""
    if found.kind is not ImportKind.RECEIVABLES:
        return None
    last = await imports.find_newest(work.tx, found.kind)
    if (last.id if last else 0) == seen:
        return None
    view = await _show(actor, work, found)
    assert isinstance(view, ImportView)
    if last is None or last.id < seen:
        return replace(view, overtaken=True)
    names = await clients.manager_names(work.tx, [last.employee_id])
    by = "" if last.employee_id == actor.id else names.get(last.employee_id, "")
    meanwhile = AlreadyLoaded(last.file_name, actor.local(last.applied_at), by)
    return replace(view, overtaken=True, meanwhile=meanwhile)


def _summary(counts: Counts) -> dict[str, Any]:
    return {"new": counts.new, "changed": counts.changed, "same": counts.same}


@allowed(*IMPORTING)
async def check_sample(actor: Actor, _: Work, kind: ImportKind) -> None:
    """Raises `ImportRoleError` for what the role does not bring in."""
    if actor.role not in MAY[kind] or kind in {ImportKind.CONTACTS, ImportKind.TEMPLATE}:
        raise ImportRoleError(kind=kind.value)
