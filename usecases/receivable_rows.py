"""The rows of what clients owe, and the sums on the clients' own: how they follow from a file and from payments."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from zoneinfo import ZoneInfo

from domain.ageing import days_overdue
from domain.settlement import Leaf, Owed, is_in_file, lay, paid_between
from storage import receivables
from storage.payments import Payment
from storage.receivables import Debtor, NewReceivable, Stored, term
from usecases.work import Work

Key = tuple[str, str]
ADVANCE: Key = ("", "")
REST = "…"


def whole(row: NewReceivable | Stored) -> Key:
    """The document of which the row may be a part."""
    return row.document.rstrip(REST), row.contract


def dated(rows: Sequence[NewReceivable], before: Sequence[Stored], as_of: date) -> Sequence[NewReceivable]:
    """Terms that are known in bounds only, made one day: what was found before stays, else the file would never grow older."""
    if all(row.earliest is None for row in rows):
        return rows
    told = {(whole(row), row.due) for row in rows if row.earliest is None}
    known: dict[Key, list[date]] = {}
    for one in before:
        if one.amount > 0 and one.due is not None and one.due < as_of and (whole(one), one.due) not in told:
            known.setdefault(whole(one), []).append(one.due)
    return [_dated(row, known.get(whole(row), ())) for row in rows]


def _dated(row: NewReceivable, known: Iterable[date]) -> NewReceivable:
    if row.earliest is None or row.due is None:
        return row
    fitting = [due for due in known if row.earliest <= due <= row.due]
    return replace(row, due=min(fitting, default=row.due), earliest=None)


def merged(rows: Iterable[NewReceivable], before: Iterable[Stored] = ()) -> list[NewReceivable]:
    """One row for each document, contract and term, a negative amount as an advance.

    Of several terms the earliest has the document's own name; a part that is known keeps the name that it has.
    """
    parts: dict[Key, dict[date | None, NewReceivable]] = {}
    for row in rows:
        clean = replace(row, amount=0, advance=row.advance - row.amount) if row.amount < 0 else row
        terms = parts.setdefault(whole(row), {})
        same = terms.get(row.due)
        terms[row.due] = clean if same is None else _sum(same, clean)
    known: dict[tuple[Key, date | None], str] = {
        (whole(one), one.due): one.document for one in before if one.due is not None
    }
    return [row for key, terms in parts.items() for row in _named(key, terms, known)]


def _sum(one: NewReceivable, other: NewReceivable) -> NewReceivable:
    return replace(one, amount=one.amount + other.amount, advance=one.advance + other.advance)


def _named(
    key: Key,
    terms: Mapping[date | None, NewReceivable],
    known: Mapping[tuple[Key, date | None], str],
) -> list[NewReceivable]:
    names = {due: known[key, due] for due in terms if (key, due) in known}
    free = (name for at in count() if (name := key[0] + REST * at) not in set(names.values()))
    order = sorted(terms, key=lambda due: due or date.max)
    return [replace(terms[due], document=names[due] if due in names else next(free)) for due in order]


def paid(client: Debtor, before: Sequence[Stored], after: Sequence[NewReceivable], as_of: date) -> int:
    """A file that is older than what is known tells of no payment."""
    if client.debt_as_of is None or as_of < client.debt_as_of:
        return 0
    return paid_between(leaves(before), leaves(after), client.debt_as_of)


def leaves(rows: Iterable[Stored | NewReceivable]) -> dict[Key, Leaf]:
    """Documents whole: one that falls into parts is not shipped anew."""
    found: dict[Key, Leaf] = {}
    for row in rows:
        same = found.get(whole(row), Leaf(0))
        day = row.document_day or same.document_day
        found[whole(row)] = Leaf(same.amount + row.amount, same.advance + row.advance, day)
    return found


# --- payments on the rows of a file


def with_recent(
    client: Debtor,
    rows: Sequence[NewReceivable],
    before: Sequence[Stored],
    recent: Sequence[Payment],
    as_of: date,
) -> tuple[list[NewReceivable], list[int]]:
    """The file's rows less the payments that it does not know, and the ids of those that it knows by its own sums only.

    A payment of the file's own day that came after that day's file is known to a later file of the same day if the balance fell.
    """
    unknown = [one for one in recent if not is_in_file(one.day, one.laid_as_of, as_of)]
    known: list[int] = []
    if client.debt_as_of == as_of:
        laid = sum(one.amount for one in unknown)
        fall = paid_between(
            leaves(before) | {("", "+"): Leaf(laid)}, leaves(rows) | {("", "+"): Leaf(0)}, client.debt_as_of
        )
        for one in unknown:
            if one.day == as_of and one.amount <= fall:
                fall -= one.amount
                known.append(one.id)
    disputed = frozenset((row.document, row.contract) for row in before if row.dispute)
    after = list(rows)
    for one in unknown:
        if one.id not in known:
            after = with_payment(after, one, client.payment_delay, disputed)
    return after, known


def with_payment(
    rows: Sequence[NewReceivable], payment: Payment, payment_delay: int | None, disputed: frozenset[Key]
) -> list[NewReceivable]:
    """What the payment settles is lowered; what is left of it is an advance on a leaf of its own."""
    owed = [
        Owed(
            (row.document, row.contract),
            row.document or row.contract,
            row.amount,
            term(row.due, row.document_day, payment_delay),
            (row.document, row.contract) in disputed,
        )
        for row in rows
    ]
    shares, left = lay(owed, payment.amount, payment.purpose)
    after = [replace(row, amount=row.amount - shares.get((row.document, row.contract), 0)) for row in rows]
    return _with_advance(after, left) if left else after


def _with_advance(rows: Sequence[NewReceivable], left: int) -> list[NewReceivable]:
    found = {(row.document, row.contract): row for row in rows}
    same = found.get(ADVANCE, NewReceivable(*ADVANCE))
    return list((found | {ADVANCE: replace(same, advance=same.advance + left)}).values())


def new_of(row: Stored) -> NewReceivable:
    return NewReceivable(row.document, row.contract, row.document_day, row.due, row.amount, row.advance)


def _is_same(one: Stored, row: NewReceivable) -> bool:
    """Of one document and contract."""
    return (one.amount, one.advance, one.document_day, one.due) == (row.amount, row.advance, row.document_day, row.due)  # fmt: skip


# --- what is stored


def laid(client_id: int, rows: Sequence[NewReceivable], before: Sequence[Stored]) -> list[Stored]:
    """The rows as they will be stored; a dispute stays with its document."""
    known = {(row.document, row.contract): row for row in before}
    found = []
    for row in rows:
        same = known.get((row.document, row.contract))
        if same is not None and _is_same(same, row):
            found.append(same)
            continue
        dispute = (same.dispute, same.disputed_on, same.dispute_owner_id, same.dispute_until) if same else ("", None, None, None)  # fmt: skip
        found.append(Stored(same.id if same else 0, client_id, row.document, row.contract, row.document_day, row.due, row.amount, row.advance, *dispute))  # fmt: skip
    return found


def recounted(client: Debtor, rows: Sequence[Stored], as_of: date) -> Debtor:
    dues = [(row, row.due_on(client.payment_delay)) for row in rows if row.amount > 0]
    late = [(row, due) for row, due in dues if due is not None and days_overdue(due, as_of) > 0]
    newer = client.debt_as_of is None or as_of > client.debt_as_of
    return replace(
        client,
        debt=sum(row.amount for row in rows),
        advance=sum(row.advance for row in rows),
        overdue=sum(row.amount for row, _ in late),
        overdue_since=min((due for row, due in late if not row.dispute), default=None),
        debt_as_of=as_of,
        quiet_until=None if newer else client.quiet_until,
    )


def company_day(work: Work) -> date:
    """A file has no reader yet: the company's own day."""
    return work.now.astimezone(ZoneInfo(work.rules.company.timezone)).date()


async def write_rows(
    work: Work,
    wanted: Mapping[int, Sequence[NewReceivable]],
    old: Mapping[int, Sequence[Stored]],
    clients: Iterable[int],
) -> None:
    """Only what differs from what is there."""
    gone: list[int] = []
    put: list[tuple[int, NewReceivable]] = []
    for client_id in clients:
        before = {(row.document, row.contract): row for row in old.get(client_id, [])}
        after = {(row.document, row.contract): row for row in wanted[client_id]}
        gone += [row.id for key, row in before.items() if key not in after]
        put += [(client_id, row) for key, row in after.items() if key not in before or not _is_same(before[key], row)]  # fmt: skip
    if gone:
        await work.tx.run(receivables.DELETE, ids=gone)
    if put:
        await receivables.put(work.tx, put)


async def write_clients(work: Work, clients: Iterable[Debtor]) -> None:
    await work.tx.run_many(
        receivables.RECOUNTED,
        [
            {
                "id_": client.id,
                "debt": client.debt,
                "overdue": client.overdue,
                "overdue_since": client.overdue_since,
                "advance": client.advance,
                "debt_as_of": client.debt_as_of,
                "debt_quiet_until": client.quiet_until,
            }
            for client in clients
        ],
    )
