"""A receivables file laid on the clients that it names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from domain.actors import Actor
from domain.imports import ImportKind
from screens.import_views import AlreadyLoaded, Biggest, DebtsView
from storage import clients, employees, imports, receivables
from storage.imports import LastLoaded
from storage.receivables import Debtor, NewReceivable
from usecases.access import allowed, inner
from usecases.import_matching import NAMES, Matched, Wanted, match_clients
from usecases.import_parts import (
    MAY,
    Doubt,
    Json,
    Resolved,
    Written,
    breathe,
    problems_of,
)
from usecases.portions import portions
from usecases.receivable_rows import REST, Key, new_of, whole
from usecases.receivables import (
    Preview,
    find_absent,
    lay_preview,
    preview_receivables,
    restore_receivables,
)
from usecases.scope import managers_for
from usecases.work import Work

WORST = 5


@inner
@allowed(*MAY[ImportKind.RECEIVABLES])
async def resolve(
    actor: Actor,
    work: Work,
    plan: Mapping[str, Any],
    as_of: date | None,
    *,
    spend: bool = False,
    keep: bool = True,
) -> Resolved:
    """Changes nothing. A lead's file speaks of the own team; those who serve all bring it of all clients.

    A long file is memory: with `spend` the rows of the plan are let go as they are counted, without `keep` what only laying needs.
    """
    day = as_of or work.today(actor)
    rows: list[Json] = plan["rows"]
    managers = await managers_for(actor, work)
    matches = await match_rows(actor, work, rows)
    result = Resolved(problems=problems_of(plan), ignored=[])
    asked = doubts_of(rows, matches)
    result.doubts = [one for one in asked if one.is_open]
    result.passed_over = sum(one.why == "not_ours" for one in asked)
    result.unknown = [one.name for one in result.doubts]
    owed = await _owed(work, rows, matches, day, spend=spend)
    # Whoever is missing may be one of the names that nobody knows: until they are told apart, nobody has paid.
    sure = not result.doubts
    preview = result.receivables = await preview_receivables(
        work, day, owed, whole_base=sure, managers=managers, keep=keep
    )
    _count(result, preview)
    result.counts.unknown = len(result.doubts)
    newest = await receivables.last_as_of(work.tx, managers)
    held = [] if sure else await _held(work, owed, managers)
    view = _debts(plan, preview, owed, day, held=held, dated=as_of is not None, newest=newest)
    last = await imports.find_newest(work.tx, ImportKind.RECEIVABLES)
    same = last is not None and result.idle and last.summary.get("digest") == plan.get("digest", "")
    result.debts = replace(
        view,
        passed_over=result.passed_over,
        foreign=sum(one.why == "foreign_client" for one in asked),
        unknown_sum=sum(one.amount for one in result.doubts),
        seen=last.id if last else 0,
        already=await _already(actor, work, last) if last and same else None,
    )
    return result


async def _owed(
    work: Work, rows: list[Json], matches: Sequence[Matched], day: date, *, spend: bool
) -> dict[int, list[NewReceivable]]:
    """What the file says of each client, and what is kept since it says nothing sure of it."""
    owed: dict[int, list[NewReceivable]] = {}
    unread: dict[int, set[Key]] = {}
    maybe: dict[int, set[Key]] = {}
    for number, (row, match) in enumerate(zip(rows, matches, strict=True)):
        await breathe(number)
        if spend:
            rows[number] = {}
        key = (row.get("document", "").rstrip(REST), row.get("contract", ""))
        if match.client is None:
            for one in match.among:
                maybe.setdefault(one.id, set()).add(key)
            continue
        leaves = owed.setdefault(match.client.id, [])
        if "amount" in row or "advance" in row:
            leaves += leaves_of(row, day)
        else:
            unread.setdefault(match.client.id, set()).add(key)
    # A sum that could not be read, or may be another client's, must not look like a payment: what is known of that document stays.
    for client_id, stored in (await receivables.of_clients(work.tx, owed.keys() & (unread | maybe))).items():
        lost = unread.get(client_id, set())
        if any(not document for document, _ in lost - {whole(leaf) for leaf in stored if leaf.amount}):
            # The sum of a whole client or contract: nothing sure is told of the documents that are known.
            owed[client_id] = [new_of(leaf) for leaf in stored]
            continue
        told = [leaf for leaf in owed[client_id] if whole(leaf) not in lost]
        kept = lost | (maybe.get(client_id, set()) - {whole(leaf) for leaf in told})
        owed[client_id] = told + [new_of(leaf) for leaf in stored if whole(leaf) in kept]
    return owed


async def _held(work: Work, owed: Mapping[int, Any], managers: Sequence[int]) -> list[Debtor]:
    """Clients whom the file does not name and who go on owing."""
    found: list[Debtor] = []
    async for ids in portions(await find_absent(work, owed, managers), NAMES):
        found += [one for one in (await receivables.lock(work.tx, ids)).values() if one.debt]
    return found


def _wanted(row: Json) -> Wanted:
    return Wanted((row["client"],), row.get("tax_number"))


async def _all_wanted(rows: Iterable[Json]) -> list[Wanted]:
    found: list[Wanted] = []
    async for some in portions(rows, NAMES):
        found += map(_wanted, some)
    return found


def doubts_of(rows: Sequence[Json], matches: Sequence[Matched], since: datetime | None = None) -> list[Doubt]:
    """Each client that was not recognised once, the largest sum first; with `since`, those answered from then on too."""
    found: dict[Wanted, list[Any]] = {}
    for place, (row, match) in enumerate(zip(rows, matches, strict=True)):
        fresh = since is not None and match.answer is not None and match.answer.at >= since
        if match.client is None or fresh:
            facts = found.setdefault(_wanted(row), [place, 0, match.why, fresh])
            facts[1] += row.get("amount", 0)
    doubts = [
        Doubt(place, one.names[0], one.tax_number or "", *facts) for one, (place, *facts) in found.items()
    ]
    return sorted(doubts, key=lambda one: (-one.amount, one.place))


@inner
@allowed(*MAY[ImportKind.RECEIVABLES])
async def match_rows(actor: Actor, work: Work, rows: Sequence[Json]) -> list[Matched]:
    """Whom each row means, of all clients; who is none of the actor's is told apart as foreign_client."""
    everybody = await employees.all_ids(work.tx)
    matches = await match_clients(work, await _all_wanted(rows), everybody, memory=True)
    own = frozenset(await managers_for(actor, work))
    return matches if own.issuperset(everybody) else [_seen_by(own, match) for match in matches]


def _seen_by(managers: frozenset[int], match: Matched) -> Matched:
    meant = [match.client] if match.client else match.among
    if meant and not any(one.manager_id in managers for one in meant):
        return Matched(None, "foreign_client")
    return match


async def _already(actor: Actor, work: Work, last: LastLoaded) -> AlreadyLoaded:
    names = await clients.manager_names(work.tx, [last.employee_id])
    by = "" if last.employee_id == actor.id else names.get(last.employee_id, "")
    return AlreadyLoaded(last.file_name, actor.local(last.applied_at), by)


def leaves_of(row: Json, as_of: date) -> list[NewReceivable]:
    """One leaf, or several where the file says only how much of a sum is overdue, or how long, and names no term."""
    document, contract = row.get("document", ""), row.get("contract", "")
    day, due = _day(row.get("day")), _day(row.get("due"))
    amount, advance = row.get("amount", 0), row.get("advance", 0)
    parts = [] if due is not None else _late_parts(row, as_of)
    left = amount - sum(part for _, _, part in parts)
    if left or not parts:
        parts.append((due, None, left))
    found = [
        NewReceivable(document + REST * at, contract, day, term, part, earliest=earliest)
        for at, (term, earliest, part) in enumerate(parts)
    ]
    return [replace(found[0], advance=advance), *found[1:]]


def _late_parts(row: Json, as_of: date) -> list[tuple[date | None, date | None, int]]:
    """What is overdue as (the term, or the last day it may be; the first day it may be; kopecks)."""
    overdue, days = min(row.get("overdue", 0), row.get("amount", 0)), row.get("days")
    if days is not None and overdue > 0:
        return [(as_of - timedelta(days=max(days, 1)), None, overdue)]
    if "late" in row:
        return [
            (as_of - timedelta(days=first), as_of - timedelta(days=last) if last else date.min, part)
            for first, last, part in row["late"]
        ]
    return [(as_of - timedelta(days=1), date.min, overdue)] if overdue > 0 else []


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _count(result: Resolved, preview: Preview) -> None:
    for change in preview.changes:
        if not change.debt_before and change.debt:
            result.counts.new += 1
        elif change.is_any:
            result.counts.changed += 1
        else:
            result.counts.same += 1


def _debts(
    plan: Mapping[str, Any],
    preview: Preview,
    owed: Mapping[int, Any],
    day: date,
    *,
    held: Sequence[Debtor],
    dated: bool,
    newest: date | None,
) -> DebtsView:
    changes = preview.changes
    cleared = [one for one in changes if one.client_id not in owed and one.debt_before]
    debt, overdue = sum(one.debt for one in held), sum(one.overdue for one in held)
    return DebtsView(
        shape=plan.get("shape", ""),
        skipped=tuple(plan.get("skipped", ())),
        as_of=day,
        dated=dated,
        newest=newest if newest and newest > day else None,
        total=plan["total"],
        stated=plan["stated"],
        balanced=plan["balanced"],
        off=plan["off"],
        recognised=len(owed),
        before=newest,
        debt=(debt + sum(one.debt_before for one in changes), debt + sum(one.debt for one in changes)),
        overdue=(
            overdue + sum(one.overdue_before for one in changes),
            overdue + sum(one.overdue for one in changes),
        ),
        paid=_worst((one.name, one.paid) for one in changes if one.paid > 0),
        late=_worst((one.name, one.overdue) for one in changes if one.newly_overdue),
        grown=_worst((one.name, one.overdue - one.overdue_before) for one in changes if one.grown),
        cleared=_worst((one.name, one.debt_before) for one in cleared),
        held=_worst((one.name, one.debt) for one in held),
    )


def _worst(found: Iterable[tuple[str, int]]) -> Biggest:
    """All of them as a number and a sum, the largest by name."""
    ordered = sorted(found, key=lambda one: (-one[1], one[0]))
    return Biggest(len(ordered), sum(one[1] for one in ordered), tuple(ordered[:WORST]))


@inner
@allowed(*MAY[ImportKind.RECEIVABLES])
async def apply(_: Actor, work: Work, resolved: Resolved) -> Written:
    applied = await lay_preview(work, resolved.receivables)
    return Written(applied.undo, resolved.counts)


async def restore(work: Work, undo: Mapping[str, Any]) -> list[str]:
    """Raises `StaleError` once a newer file came."""
    await restore_receivables(work, undo)
    return []
