"""Clients from a file: who is new, who changed; written, and taken back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from capture.naming.client_keys import full_key
from domain.actors import Actor, Role
from domain.clients import ClientKind
from domain.imports import ImportKind
from domain.search import normalise
from storage import clients, employees, imports, timeline
from storage.clients import Client, NewClient
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.import_matching import Wanted, match_clients
from usecases.import_parts import (
    MAY,
    Counts,
    Json,
    Resolved,
    Written,
    breathe,
    differing,
    named,
    problem_at,
    problems_of,
    untouched,
)
from usecases.scope import managers_for
from usecases.work import Work

FACTS = (
    "name", "legal_name", "tax_number", "client_class", "phone", "address", "industry", "credit_limit", "payment_delay",
    "price_column", "kind", "note",
)  # fmt: skip
SET_FACTS = clients.patch(*FACTS)
SHORTEST_NAME = 3


@inner
@allowed(*MAY[ImportKind.CLIENTS])
async def resolve(actor: Actor, work: Work, plan: Mapping[str, Any]) -> Resolved:
    """Changes nothing; the clients it names are held until the turn ends."""
    managers = await managers_for(actor, work)
    rows: list[Json] = plan["rows"]
    matches = await match_clients(
        work,
        [Wanted((row["name"], row.get("legal_name", "")), row.get("tax_number")) for row in rows],
        managers,
        whole=True,
    )
    held = await imports.lock_clients(work.tx, {found.client.id for found in matches if found.client})
    result = Resolved(problems=problems_of(plan), ignored=_ignored(actor, plan))
    new = []
    seen: set[object] = set()
    for number, (row, match) in enumerate(zip(rows, matches, strict=True)):
        await breathe(number)
        client = held.get(match.client.id) if match.client else None
        mark: object = client.id if client else row.get("tax_number") or full_key(row["name"]) or row["name"]
        if match.why in {"ambiguous_client", "foreign_client"}:
            result.problems.append(problem_at(plan, match.why, row, "name", "legal_name", text=row["name"]))
        elif mark in seen:
            result.problems.append(problem_at(plan, "repeated", row, "name", "legal_name", text=row["name"]))
        elif client is None:
            new.append(row)
        else:
            _note_change(actor, result, client, row)
        seen.add(mark)
    await _assign(actor, work, plan, new, result)
    result.counts.new = len(new)
    return result


def _facts(actor: Actor, row: Json) -> Json:
    """Credit limits are a lead's to set."""
    return {name: row[name] for name in FACTS if name in row and (name != "credit_limit" or actor.leads)}


def _ignored(actor: Actor, plan: Mapping[str, Any]) -> list[str]:
    return list(plan["ignored"]) + (
        [] if actor.leads or "credit_limit" not in plan["columns"] else [str(plan["columns"]["credit_limit"])]
    )


def _note_change(actor: Actor, result: Resolved, client: Client, row: Json) -> None:
    facts = _facts(actor, row)
    if full_key(facts["name"]) == full_key(client.name):
        del facts["name"]  # the same name in another writing: ours stays
    if client.kind == ClientKind.CLIENT:
        facts.pop("kind", None)
    changed = differing(client, facts)
    if changed:
        result.counts.changed += 1
        result.changes.append({"client": client, "facts": changed})
    else:
        result.counts.same += 1


async def _assign(
    actor: Actor, work: Work, plan: Mapping[str, Any], new: Sequence[Json], result: Resolved
) -> None:
    """A manager's own; else whom the file names; else whoever was chosen."""
    colleagues = await candidates(actor, work)
    chosen = plan.get("assignee")
    if actor.role is Role.MANAGER:
        chosen = actor.id
    unknown = []
    for row in new:
        told = row.get("manager", "") if actor.role is not Role.MANAGER else ""
        manager = find_manager(told, colleagues) if told else None
        if told and manager is None:
            unknown.append(told)
        manager = manager or chosen
        result.unassigned += manager is None
        result.additions.append({"manager_id": manager, "facts": _facts(actor, row)})
    result.unknown_managers = named(unknown)


@inner
@allowed(*MAY[ImportKind.CLIENTS])
async def candidates(actor: Actor, work: Work) -> list[Actor]:
    """Who may be given new clients: the managers of the actor's scope, and the actor."""
    if actor.role is Role.MANAGER:
        return [actor]
    return [*await employees.managers_of(work.tx, actor), actor]


def find_manager(told: str, colleagues: Sequence[Actor]) -> int | None:
    """«Петрова С. А.» is «Светлана Петрова» where nobody else may be; initials say nothing."""
    words = _name_words(told)
    fitting = []
    for person in colleagues:
        own = _name_words(person.name)
        if own and words and (own <= words or words <= own):
            fitting.append(person.id)
    return fitting[0] if len(fitting) == 1 else None


def _name_words(name: str) -> set[str]:
    return {word for word in normalise(name).split() if len(word) >= SHORTEST_NAME}


@inner
@allowed(*MAY[ImportKind.CLIENTS])
async def apply(actor: Actor, work: Work, resolved: Resolved) -> Written:
    """Every new client must have a manager by now."""
    added, changed = [], []
    for number, one in enumerate(resolved.additions):
        facts = one["facts"]
        client_id = await clients.add(work.tx, NewClient(one["manager_id"], created_at=work.now, **facts))
        await timeline.add(work.tx, client_id, actor.hand, work.now, EventKind.CREATED)
        added.append({"id": client_id, "after": facts})
        await breathe(number)
    for number, one in enumerate(resolved.changes):
        client, facts = one["client"], one["facts"]
        await _write(work, client, facts)
        await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.CHANGED, what="import")
        before = {name: getattr(client, name) for name in facts}
        changed.append({"id": client.id, "before": before, "after": facts})
        await breathe(number)
    undo = {"at": work.now.isoformat(), "added": added, "changed": changed}
    return Written(undo, Counts(len(added), len(changed), resolved.counts.same))


async def _write(work: Work, client: Client, facts: Mapping[str, Any]) -> None:
    values = {name: getattr(client, name) for name in FACTS} | dict(facts)
    await work.tx.run(SET_FACTS, id_=client.id, **values)
    await clients.reindex(work.tx, client.id)


async def restore(work: Work, undo: Mapping[str, Any]) -> list[str]:
    """The names of those that stay because something happened to them since."""
    moment = datetime.fromisoformat(undo["at"])
    ids = [one["id"] for one in (*undo["added"], *undo["changed"])]
    held = await imports.lock_clients(work.tx, ids)
    busy = await imports.touched_since(work.tx, [one["id"] for one in undo["added"]], moment)
    kept, restored = [], []
    for one in undo["added"]:
        client = held.get(one["id"])
        if client is None:
            continue
        if client.id in busy or client.debt or client.advance or not untouched(client, one["after"]):
            kept.append(client.name)
        else:
            await clients.delete(work.tx, client.id, work.now)
            restored.append(client.id)
    for one in undo["changed"]:
        client = held.get(one["id"])
        if client is None:
            continue
        if untouched(client, one["after"]):
            await _write(work, client, one["before"])
            restored.append(client.id)
        else:
            kept.append(client.name)
    await imports.forget_events(work.tx, restored, moment)
    return kept
