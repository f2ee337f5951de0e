"""A bank's file: whose each incoming payment is, and what is written of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.actors import Actor
from domain.imports import ImportKind
from domain.settlement import number_of, numbers_in
from screens.payments import BankDone, BankView
from storage import employees, imports, payments, promises, receivables
from storage.imports import Named
from storage.payments import Payment, PaymentState
from usecases.access import allowed, inner
from usecases.import_matching import Wanted, match_clients
from usecases.import_parts import MAY, Counts, Json, Resolved, Written, breathe, named, problems_of
from usecases.ledger import NO_NUMBER
from usecases.payment_laying import lay_payments
from usecases.payments import MOST_OFFERED, news_of, payer_key, undo_payments
from usecases.work import Work

Identity = tuple[str, str, date, int, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A payment of the file that was not loaded before: `client` whose it is, else those it may be of."""

    row: Json
    client: int | None = None
    offered: tuple[int, ...] = ()
    ignored: bool = False


@dataclass(frozen=True, slots=True)
class _Owing:
    """What tells apart several clients of one tax number: numbers of documents and contracts, and sums that are due."""

    client: int
    documents: frozenset[str]
    contracts: frozenset[str]
    sums: frozenset[int]


@inner
@allowed(*MAY[ImportKind.BANK])
async def resolve(_: Actor, work: Work, plan: Mapping[str, Any], import_id: int) -> Resolved:
    """Changes nothing. Clients of any manager: a bank knows no teams."""
    rows: list[Json] = plan["rows"]
    fresh = await _fresh(work, rows)
    found = await _found(work, fresh)
    result = Resolved(Counts(new=len(found), same=len(rows) - len(found)), problems_of(plan))
    result.bank = (import_id, found)
    unmatched = [one for one in found if one.client is None and not one.ignored]
    result.bank_view = BankView(
        accounts=tuple(plan["accounts"]),
        start=_day(plan["start"]),
        end=_day(plan["end"]),
        count=len(rows),
        total=sum(row["amount"] for row in rows),
        known=len(rows) - len(found),
        matched=sum(one.client is not None for one in found),
        matched_sum=_sum(one for one in found if one.client is not None),
        ignored=sum(one.ignored for one in found),
        unmatched=len(unmatched),
        unmatched_sum=_sum(unmatched),
        payers=tuple(named([one.row["payer"] or one.row["tax_number"] for one in unmatched])),
        others=plan["others"],
    )
    return result


def _sum(found: Iterable[Found]) -> int:
    return sum(one.row["amount"] for one in found)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def identity(row: Json) -> Identity:
    day = date.fromisoformat(row["day"])
    return row["account"], row["number"], day, row["amount"], row["tax_number"]


def _numbered(rows: Iterable[Json]) -> Iterator[Json]:
    """Two without a number and alike in all else are two payments: by their order in the file they are told apart."""
    seen: Counter[Identity] = Counter()
    for row in rows:
        seen[identity(row)] += 1
        at = seen[identity(row)]
        yield row | {"number": f"{NO_NUMBER}{at}"} if at > 1 and not row["number"] else row


async def _fresh(work: Work, found: Sequence[Json]) -> list[Json]:
    """Those that no file has brought yet; one that stands in the file twice under its number is one."""
    rows = list(_numbered(found))
    numbers: dict[str, set[str]] = {}
    for row in rows:
        numbers.setdefault(row["account"], set()).add(row["number"])
    known: set[Identity] = set()
    for account, wanted in numbers.items():
        known |= await payments.known_on(work.tx, account, wanted)
    fresh: dict[Identity, Json] = {}
    for row in rows:
        if identity(row) not in known:
            fresh.setdefault(identity(row), row)
    return list(fresh.values())


# --- whose it is


async def _found(work: Work, rows: Sequence[Json]) -> list[Found]:
    """By tax number; of several clients of one, by what is due; else by what was answered before; else a question."""
    by_number = await _by_number(work, rows)
    several = {one.id for same in by_number.values() if len(same) > 1 for one in same}
    owing = await _owing(work, several)
    strange = [row for row in rows if row["tax_number"] not in by_number]
    memory = await payments.remembered(work.tx, {_key(row) for row in strange})
    guessed = await _guessed(work, [row for row in strange if _key(row) not in memory])
    found = []
    for at, row in enumerate(rows):
        await breathe(at)
        same = by_number.get(row["tax_number"], [])
        if len(same) == 1:
            found.append(Found(row, same[0].id))
        elif same:
            found.append(_told_apart(row, [owing[one.id] for one in same]))
        elif known := memory.get(_key(row)):
            found.append(Found(row, known.client_id, ignored=known.client_id is None))
        else:
            found.append(Found(row, offered=guessed.get(_key(row), ())))
    return found


def _key(row: Json) -> str:
    return payer_key(row["tax_number"], row["payer"])


async def _by_number(work: Work, rows: Sequence[Json]) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    numbers = {row["tax_number"] for row in rows if row["tax_number"]}
    for client in await imports.with_tax_numbers(work.tx, numbers) if numbers else []:
        found.setdefault(client.tax_number or "", []).append(client)
    return found


async def _owing(work: Work, ids: Iterable[int]) -> dict[int, _Owing]:
    clients = await receivables.lock(work.tx, ids)
    rows = await receivables.of_clients(work.tx, clients)
    words = {id_: [one for one in given if one.is_open] for id_, given in (await promises.unsettled(work.tx, clients)).items()}  # fmt: skip
    return {
        client.id: _Owing(
            client.id,
            frozenset(number_of(row.document) for row in rows.get(client.id, [])),
            frozenset(number_of(row.contract) for row in rows.get(client.id, [])),
            frozenset(
                [client.debt, client.overdue]
                + [row.amount for row in rows.get(client.id, [])]
                + [one.left for one in words.get(client.id, [])]
            ),
        )
        for client in clients.values()
    }


def _told_apart(row: Json, among: Sequence[_Owing]) -> Found:
    """By the document that the purpose names, by the sum that is due, by the contract; where two fit, a question."""
    said = numbers_in(row["purpose"])
    for fitting in (
        [one for one in among if one.documents & said],
        [one for one in among if row["amount"] in one.sums],
        [one for one in among if one.contracts & said],
    ):
        if len(fitting) == 1:
            return Found(row, fitting[0].client)
    return Found(row, offered=tuple(one.client for one in among[:MOST_OFFERED]))


async def _guessed(work: Work, rows: Sequence[Json]) -> dict[str, tuple[int, ...]]:
    """Clients with the payer's name: never taken for granted, since a name may be anybody's. A sum that is due comes first."""
    wanted = {_key(row): row for row in rows if row["payer"]}
    everybody = await employees.all_ids(work.tx)
    asked = [Wanted((row["payer"],), row["tax_number"] or None) for row in wanted.values()]
    matches = await match_clients(work, asked, everybody)
    guessed = {
        key: [match.client.id] if match.client else [one.id for one in match.among]
        for key, match in zip(wanted, matches, strict=True)
    }
    owing = await _owing(work, {id_ for ids in guessed.values() for id_ in ids})
    return {
        key: tuple(sorted(ids, key=lambda id_, key=key: wanted[key]["amount"] not in owing[id_].sums))  # type: ignore[misc]
        for key, ids in guessed.items()
    }


# --- writing


@inner
@allowed(*MAY[ImportKind.BANK])
async def apply(_: Actor, work: Work, resolved: Resolved) -> Written:
    import_id, found = resolved.bank
    await work.tx.run_many(payments.ADD, (_new(work, import_id, one) for one in found))
    whose = {identity(one.row): one.client for one in found}
    laid: dict[int, list[Payment]] = {}
    for payment in await payments.of_import(
        work.tx, import_id
    ):  # what another turn has brought first is not there
        client = whose[payment.account, payment.number, payment.day, payment.amount, payment.payer_tax_number]
        if client is not None:
            laid.setdefault(client, []).append(payment)
    done = await lay_payments(work, laid)
    matched = sum(one.client is not None for one in found)
    waiting = sum(one.client is None and not one.ignored for one in found)
    bank = BankDone(len(found), _sum(found), matched, waiting, await news_of(work, done))
    return Written({"load": import_id}, resolved.counts, bank)


def _new(work: Work, import_id: int, one: Found) -> dict[str, Any]:
    row = one.row
    return {
        "import_id": import_id,
        "client_id": None,
        "state": (PaymentState.IGNORED if one.ignored else PaymentState.OPEN).value,
        "account": row["account"],
        "number": row["number"],
        "day": date.fromisoformat(row["day"]),
        "amount": row["amount"],
        "payer_tax_number": row["tax_number"],
        "payer": row["payer"],
        "purpose": row["purpose"],
        "offered": list(one.offered) or None,
        "created_at": work.now,
    }


async def restore(work: Work, undo: Mapping[str, Any]) -> list[str]:
    """Raises `StaleError` once a newer file or another payment came."""
    await undo_payments(work, undo["load"])
    return []
