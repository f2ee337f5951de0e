"""The table of debts as a file: clients and their documents, of whom the asking one may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.ageing import Bucket, Receivable, age, days_overdue
from screens.screen import FileRef
from screens.words import Catalogue, Words
from storage import clients, employees, exports, promises, receivables
from storage.exports import Owing
from storage.receivables import Stored
from usecases.promises import READERS
from usecases.scope import managers_for
from usecases.work import Work

AT_ONCE = 200  # clients: a whole company is never read in one query, the loop goes on in between
Cells = list[Any]
Columns = tuple[tuple[str, str], ...]


async def build_debts(
    work: Work, reference: FileRef, catalogue: Catalogue
) -> tuple[str, dict[str, Any]] | None:
    """Of `extra["manager"]`, 0 of all that the employee may see today; None where that is nobody any more."""
    actor = await employees.find(work.tx, reference.id)
    if actor is None or actor.role not in READERS:
        return None
    seen, wanted = await managers_for(actor, work), int(reference.extra["manager"])
    managers = [one for one in seen if wanted in {0, one}]
    if not managers:
        return None
    words = catalogue[reference.language]
    names = await clients.manager_names(work.tx, managers)
    people: list[Cells] = []
    documents: list[Cells] = []
    for manager in managers:
        for one in await _read(work, manager, names.get(manager, "")):
            people.append(_client(words, one, work.today(actor)))
            documents += [_document(one, row, work.today(actor)) for row in one.rows]
    sheets = [
        _sheet(words, work, "clients", CLIENTS, people),
        _sheet(words, work, "documents", DOCUMENTS, documents),
    ]
    name = words.plain("debts-file-name", day=work.today(actor).isoformat())
    return f"{name}.xlsx", {"kind": "debts", "sheets": sheets}


@dataclass(frozen=True, slots=True)
class _Debtor:
    """A client with its documents; `promised` in kopecks."""

    client: Owing
    manager: str
    rows: list[Stored]
    promised: int
    buckets: tuple[Bucket, ...]


async def _read(work: Work, manager: int, name: str) -> list[_Debtor]:
    found = await exports.of_manager(work.tx, manager)
    return [
        one
        for start in range(0, len(found), AT_ONCE)
        for one in await _with_documents(work, found[start : start + AT_ONCE], name)
    ]


async def _with_documents(work: Work, found: Sequence[Owing], name: str) -> list[_Debtor]:
    ids = [client.id for client in found]
    rows = await receivables.of_clients(work.tx, ids)
    promised: dict[int, int] = {}
    for one in await promises.open_of(work.tx, ids):
        promised[one.client_id] = promised.get(one.client_id, 0) + one.left
    debtors = []
    for client in found:
        own = rows.get(client.id, [])
        owing = [Receivable(client.id, row.amount, row.due_on(client.payment_delay)) for row in own]
        aged = age(owing, client.debt_as_of or date.min, work.rules.ageing)
        debtors.append(_Debtor(client, name, own, promised.get(client.id, 0), aged.buckets))
    return debtors


def _client(words: Words, one: _Debtor, today: date) -> Cells:
    client = one.client
    late = client.overdue_since if client.overdue else None
    return [
        client.name,
        client.tax_number,
        one.manager,
        client.debt,
        *(bucket.amount for bucket in one.buckets),
        client.overdue,
        days_overdue(late, today) if late else None,
        client.advance or None,
        client.credit_limit,
        _iso(client.promise_due),
        one.promised or None,
        _iso(client.promise_broken_day),
        client.promises_kept if client.promises_judged else None,
        client.promises_judged or None,
        sum(row.amount for row in one.rows if row.dispute) or None,
        words.plain("debts-stopped") if client.stopped else None,
        _iso(client.debt_as_of),
    ]


def _document(one: _Debtor, row: Stored, today: date) -> Cells:
    due = row.due_on(one.client.payment_delay)
    late = days_overdue(due, today) if row.amount else 0
    return [
        one.client.name,
        one.manager,
        row.document,
        row.contract or None,
        _iso(row.document_day),
        _iso(due),
        late or None,
        row.amount,
        row.advance or None,
        row.dispute or None,
        _iso(row.dispute_until),
    ]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


CLIENTS: Columns = (
    ("client", "text"),
    ("tax-number", "text"),
    ("manager", "text"),
    ("debt", "money"),
    ("buckets", "money"),
    ("overdue", "money"),
    ("late", "count"),
    ("advance", "money"),
    ("limit", "money"),
    ("promise", "date"),
    ("promised", "money"),
    ("broken", "date"),
    ("kept", "count"),
    ("judged", "count"),
    ("disputed", "money"),
    ("stopped", "text"),
    ("as-of", "date"),
)
DOCUMENTS: Columns = (
    ("client", "text"),
    ("manager", "text"),
    ("document", "text"),
    ("contract", "text"),
    ("day", "date"),
    ("due", "date"),
    ("late", "count"),
    ("amount", "money"),
    ("advance", "money"),
    ("dispute", "text"),
    ("dispute-until", "date"),
)


def _sheet(words: Words, work: Work, name: str, columns: Columns, rows: list[Cells]) -> dict[str, Any]:
    heads: list[str] = []
    types: list[str] = []
    for column, kind in columns:
        buckets = age([], date.min, work.rules.ageing).buckets if column == "buckets" else ()
        named = [_bucket_head(words, one) for one in buckets] or [words.plain(f"debts-head-{column}")]
        heads += named
        types += [kind] * len(named)
    return {
        "name": words.plain(f"debts-sheet-{name}"),
        "heads": heads,
        "types": types,
        "rows": rows,
        "total": words.plain("ageing-total"),
    }


def _bucket_head(words: Words, bucket: Bucket) -> str:
    if bucket.from_days is None:
        return words.plain("debts-head-not-due")
    if bucket.to_days is None:
        return words.plain("debts-head-over", days=bucket.from_days - 1)
    return words.plain("debts-head-days", start=bucket.from_days, end=bucket.to_days)
