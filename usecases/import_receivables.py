"""A receivables file laid on the clients that it names."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from domain.actors import Actor
from domain.imports import ImportKind
from screens.imports import DebtsView
from storage import employees, receivables
from storage.receivables import NewReceivable, Stored
from usecases.access import allowed, inner
from usecases.import_matching import Wanted, match_clients
from usecases.import_parts import (
    MAY,
    Counts,
    Json,
    Resolved,
    Written,
    breathe,
    named,
    problem_at,
    problems_of,
)
from usecases.receivables import (
    Change,
    Preview,
    preview_receivables,
    replace_receivables,
    restore_receivables,
)
from usecases.work import Work

WORST = 5
REST = "…"


@inner
@allowed(*MAY[ImportKind.RECEIVABLES])
async def resolve(actor: Actor, work: Work, plan: Mapping[str, Any], as_of: date | None) -> Resolved:
    """Changes nothing. Clients of any manager: an accountant's file knows no teams."""
    day = as_of or work.today(actor)
    rows: list[Json] = plan["rows"]
    matches = await match_clients(
        work,
        [Wanted((row["client"],), row.get("tax_number")) for row in rows],
        await employees.all_ids(work.tx),
    )
    result = Resolved(problems=problems_of(plan), ignored=[])
    owed: dict[int, list[NewReceivable]] = {}
    unread: dict[int, set[tuple[str, str]]] = {}
    for number, (row, match) in enumerate(zip(rows, matches, strict=True)):
        await breathe(number)
        if match.client is None:
            result.unknown.append(row["client"])
            if match.why == "ambiguous_client":
                result.problems.append(problem_at(plan, match.why, row, "client", text=row["client"]))
            continue
        leaves = owed.setdefault(match.client.id, [])
        if "amount" in row or "advance" in row:
            leaves += leaves_of(row, day)
        else:
            document, contract = row.get("document", ""), row.get("contract", "")
            unread.setdefault(match.client.id, set()).update(
                {(document, contract), (f"{document}{REST}", contract)}
            )
    # A sum that could not be read must not look like a payment: what is known of that document stays.
    for client_id, stored in (await receivables.of_clients(work.tx, unread)).items():
        owed[client_id] += [
            _as_stored(leaf) for leaf in stored if (leaf.document, leaf.contract) in unread[client_id]
        ]
    preview = await preview_receivables(work, day, owed, whole_base=True)
    result.unknown = named(result.unknown)
    result.receivables = (day, owed)
    _count(result, preview)
    newest = await receivables.last_as_of(work.tx, await employees.all_ids(work.tx))
    result.debts = _debts(plan, preview, owed, day, dated=as_of is not None, newest=newest)
    return result


def leaves_of(row: Json, as_of: date) -> list[NewReceivable]:
    """One leaf, or two where the file says only how much of a sum is overdue and names no term."""
    document, contract = row.get("document", ""), row.get("contract", "")
    day, due = _day(row.get("day")), _day(row.get("due"))
    amount, advance, overdue = row.get("amount", 0), row.get("advance", 0), row.get("overdue", 0)
    if due is not None or overdue <= 0:
        return [NewReceivable(document, contract, day, due, amount, advance)]
    since = as_of - timedelta(days=max(row.get("days", 1), 1))
    late = NewReceivable(document, contract, day, since, min(overdue, amount), advance)
    rest = amount - late.amount
    return [late, NewReceivable(f"{document}{REST}", contract, day, None, rest)] if rest > 0 else [late]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _as_stored(leaf: Stored) -> NewReceivable:
    return NewReceivable(leaf.document, leaf.contract, leaf.document_day, leaf.due, leaf.amount, leaf.advance)


def _count(result: Resolved, preview: Preview) -> None:
    for change in preview.changes:
        if not change.debt_before and change.debt:
            result.counts.new += 1
        elif change.paid or (change.debt, change.overdue) != (change.debt_before, change.overdue_before):
            result.counts.changed += 1
        else:
            result.counts.same += 1


def _debts(
    plan: Mapping[str, Any],
    preview: Preview,
    owed: Mapping[int, Any],
    day: date,
    *,
    dated: bool,
    newest: date | None,
) -> DebtsView:
    late = sorted((one for one in preview.changes if one.newly_overdue), key=_overdue)
    cleared = [one for one in preview.changes if one.client_id not in owed and one.debt_before]
    return DebtsView(
        as_of=day,
        dated=dated,
        newest=newest if newest and newest > day else None,
        total=plan["total"],
        stated=plan["stated"],
        balanced=plan["balanced"],
        off=plan["off"],
        recognised=len(owed),
        paid=sum(one.paid for one in preview.changes),
        late=tuple((one.name, one.overdue) for one in late[:WORST]),
        late_count=len(late),
        cleared=tuple(one.name for one in cleared[:WORST]),
        cleared_count=len(cleared),
        cleared_sum=sum(one.debt_before for one in cleared),
    )


def _overdue(change: Change) -> int:
    return -change.overdue


@inner
@allowed(*MAY[ImportKind.RECEIVABLES])
async def apply(_: Actor, work: Work, resolved: Resolved) -> Written:
    day, owed = resolved.receivables
    applied = await replace_receivables(work, day, owed, whole_base=True)
    return Written(applied.undo, Counts(resolved.counts.new, resolved.counts.changed, resolved.counts.same))


async def restore(work: Work, undo: Mapping[str, Any]) -> list[str]:
    """Raises `StaleError` once a newer file came."""
    await restore_receivables(work, undo)
    return []
