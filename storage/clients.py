"""Clients: one row each, with what the lists read kept on it."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from capture.naming.client_keys import keys_of
from capture.naming.terms import index_terms
from domain.search import Query, digits_of, query_grams, text_grams
from storage import completeness
from storage.capture_tables import client_terms
from storage.database import Transaction, one_of
from storage.import_tables import client_keys
from storage.tables import client_grams, clients, employees, persons

MANAGERS = one_of(clients.c.manager_id, "managers")
ALIVE = clients.c.deleted_at.is_(None)


@dataclass(frozen=True, slots=True)
class Client:
    """A client or a lead. Sums in kopecks; days are the manager's local ones; `next_at` in UTC.

    `order_weekdays` is a bit for each weekday of habit, Monday's being 1. `stage` is that of a lead; `contract_ends` the day on
    which the contract in force runs out.
    """

    id: int
    manager_id: int
    name: str
    legal_name: str
    tax_number: str | None
    kind: str
    client_class: str
    phone: str | None
    address: str
    district: str
    industry: str
    timezone: str | None
    credit_limit: int | None
    payment_delay: int | None
    price_column: str
    stopped: bool
    excluded: bool
    note: str
    stage: str | None
    stage_day: date | None
    created_at: datetime
    next_at: datetime | None
    next_day: date | None
    next_kind: str | None
    next_reason: str | None
    next_person_id: int | None
    hidden_until: date | None
    attempts: int
    last_contact_day: date | None
    last_order_day: date | None
    order_gap: int | None
    order_weekdays: int
    quiet_until: date | None
    activity_recent: float | None
    activity_settled: float | None
    debt: int
    overdue: int
    overdue_since: date | None
    advance: int
    debt_as_of: date | None
    promise_due: date | None
    promise_broken_day: date | None
    promises_kept: int
    promises_judged: int
    open_claims: int
    contract_ends: date | None
    debt_quiet_until: date | None
    debt_lead_day: date | None
    undunned_until: date | None
    undunned_why: str
    pays_on: int | None
    founded_day: int | None
    founded_month: int | None
    founded_year: int | None
    first_order_day: date | None
    completeness: int | None

    @property
    def is_lead(self) -> bool:
        return self.kind == "lead"


@dataclass(frozen=True, slots=True)
class Found:
    """A client as a search shows it."""

    id: int
    name: str
    legal_name: str
    tax_number: str | None
    phone: str | None
    overdue: int
    manager_id: int
    address: str
    kind: str


COLUMNS = [column for column in clients.c if column.name != "deleted_at"]
GET = sa.select(*COLUMNS).where(clients.c.id == sa.bindparam("id_"), MANAGERS, ALIVE)
LOCK = GET.with_for_update()
FOUND = [
    clients.c[name]
    for name in (
        "id",
        "name",
        "legal_name",
        "tax_number",
        "phone",
        "overdue",
        "manager_id",
        "address",
        "kind",
    )
]
OF_MANAGERS = sa.select(*FOUND).where(MANAGERS, ALIVE).order_by(clients.c.name, clients.c.id).limit(sa.bindparam("n")).offset(sa.bindparam("start"))  # fmt: skip
EVERY = sa.select(*FOUND).where(ALIVE).order_by(clients.c.name, clients.c.id).limit(sa.bindparam("n")).offset(sa.bindparam("start"))  # fmt: skip
COUNT_EVERY = sa.select(sa.func.count()).where(ALIVE)
COUNT = sa.select(sa.func.count()).where(clients.c.manager_id == sa.bindparam("manager"), ALIVE)
COUNT_OF = sa.select(sa.func.count()).where(MANAGERS, ALIVE)
BY_IDS = sa.select(*FOUND).where(one_of(clients.c.id, "ids"), MANAGERS, ALIVE)
NAMES = sa.select(clients.c.id, clients.c.name).where(one_of(clients.c.id, "ids"))
GIVEN = (
    "manager_id", "name", "legal_name", "tax_number", "kind", "client_class", "phone", "address", "industry", "timezone",
    "credit_limit", "payment_delay", "price_column", "note", "created_at",
)  # fmt: skip
ADD = sa.insert(clients).values({name: sa.bindparam(name) for name in GIVEN}).returning(clients.c.id)
DELETE = (
    sa.update(clients).where(clients.c.id == sa.bindparam("id_"), ALIVE).values(deleted_at=sa.bindparam("at"))
)
MANAGER_NAMES = sa.select(employees.c.id, employees.c.name).where(one_of(employees.c.id, "ids"))
BY_GRAMS = (
    sa.select(client_grams.c.client_id)
    .where(one_of(client_grams.c.manager_id, "managers"), one_of(client_grams.c.gram, "grams"))
    .group_by(client_grams.c.client_id)
    .order_by(sa.func.count().desc(), client_grams.c.client_id)
    .limit(sa.bindparam("n"))
)
ADD_GRAM = sa.insert(client_grams).values(
    {name: sa.bindparam(name) for name in ("gram", "manager_id", "client_id")}
)
FORGET_GRAMS = sa.delete(client_grams).where(client_grams.c.client_id == sa.bindparam("client"))
ADD_TERM = sa.insert(client_terms).values(
    {name: sa.bindparam(name) for name in ("term", "manager_id", "client_id")}
)
FORGET_TERMS = sa.delete(client_terms).where(client_terms.c.client_id == sa.bindparam("client"))
ADD_KEY = sa.insert(client_keys).values({name: sa.bindparam(name) for name in ("key", "client_id")})
FORGET_KEYS = sa.delete(client_keys).where(client_keys.c.client_id == sa.bindparam("client"))
PERSON_WORDS = sa.select(persons.c.client_id, persons.c.name, persons.c.phone).where(
    one_of(persons.c.client_id, "ids"), persons.c.deleted_at.is_(None)
)
MANAGER_OF = sa.select(clients.c.manager_id).where(clients.c.id == sa.bindparam("id_"))
GRAM = 3


@dataclass(frozen=True, slots=True)
class Searchable:
    """A client with all the words and numbers it may be found by; `people` as (name, phone)."""

    client: Found
    words: str
    numbers: tuple[str, ...]
    people: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class NewClient:
    """What is known of a client that comes in; the rest has its defaults."""

    manager_id: int
    name: str
    created_at: datetime
    legal_name: str = ""
    tax_number: str | None = None
    kind: str = "client"
    client_class: str = "C"
    phone: str | None = None
    address: str = ""
    industry: str = ""
    timezone: str | None = None
    credit_limit: int | None = None
    payment_delay: int | None = None
    price_column: str = ""
    note: str = ""


async def find(tx: Transaction, client_id: int, managers: list[int]) -> Client | None:
    """None for a foreign client as for a missing one."""
    return await tx.row(GET, Client, id_=client_id, managers=managers)


async def find_locked(tx: Transaction, client_id: int, managers: list[int]) -> Client | None:
    """Held from other turns until this one ends."""
    return await tx.row(LOCK, Client, id_=client_id, managers=managers)


async def count_of(tx: Transaction, manager: int) -> int:
    found: int = await tx.value(COUNT, manager=manager)
    return found


async def page(tx: Transaction, managers: list[int], start: int, size: int) -> list[Found]:
    return await tx.rows(OF_MANAGERS, Found, managers=managers, start=start, n=size)


async def count_among(tx: Transaction, managers: list[int]) -> int:
    found: int = await tx.value(COUNT_OF, managers=managers)
    return found


async def page_of_all(tx: Transaction, start: int, size: int) -> list[Found]:
    """For those who serve every manager: read along the index of names."""
    return await tx.rows(EVERY, Found, start=start, n=size)


async def count_all(tx: Transaction) -> int:
    found: int = await tx.value(COUNT_EVERY)
    return found


async def manager_names(tx: Transaction, ids: list[int]) -> dict[int, str]:
    """Of those who left too: their clients wait for somebody."""
    return dict(await tx.rows(MANAGER_NAMES, lambda id_, name: (id_, name), ids=ids))


async def delete(tx: Transaction, client_id: int, at: datetime) -> bool:
    """Softly: the row and its history stay, nothing finds it any more. False where it was deleted before."""
    await forget_words(tx, client_id)
    return await tx.run(DELETE, id_=client_id, at=at) == 1


async def add(tx: Transaction, new: NewClient) -> int:
    """The new client's id; it can be searched for at once."""
    client_id: int = await tx.value(ADD, **{name: getattr(new, name) for name in GIVEN})
    await reindex(tx, client_id)
    return client_id


async def manager_of(tx: Transaction, client_id: int) -> int | None:
    found: int | None = await tx.value(MANAGER_OF, id_=client_id)
    return found


async def reindex(tx: Transaction, client_id: int) -> None:
    """Call after the name, a number, the people or the manager of a client changed."""
    manager = await tx.value(MANAGER_OF, id_=client_id)
    known = await searchable(tx, [client_id], [manager])
    await forget_words(tx, client_id)
    if known:
        whose = {"manager_id": manager, "client_id": client_id}
        grams = text_grams(known[0].words) | digit_grams(*known[0].numbers)
        await tx.run_many(ADD_GRAM, [{"gram": gram} | whose for gram in sorted(grams)])
        client = known[0].client
        terms = index_terms(client.name, client.legal_name, *(name for name, _ in known[0].people))
        await tx.run_many(ADD_TERM, [{"term": term} | whose for term in sorted(terms)])
        keys = keys_of(client.name) | keys_of(client.legal_name)
        await tx.run_many(ADD_KEY, [{"key": key, "client_id": client_id} for key in sorted(keys)])
        await completeness.refresh(tx, [client_id])


async def forget_words(tx: Transaction, client_id: int) -> None:
    """Nothing finds the client any more, until `reindex`."""
    await tx.run(FORGET_GRAMS, client=client_id)
    await tx.run(FORGET_TERMS, client=client_id)
    await tx.run(FORGET_KEYS, client=client_id)


def digit_grams(*numbers: str) -> frozenset[str]:
    """Trigrams of phones and tax numbers, by which any part of one is found."""
    return frozenset(
        digits[at : at + GRAM] for digits in map(digits_of, numbers) for at in range(len(digits) - GRAM + 1)
    )


async def search(tx: Transaction, query: Query, managers: list[int], room: int = 60) -> list[Searchable]:
    """The clients that share most with any reading of `query`; to be scored by `domain.search.best_matches`."""
    ids: dict[int, None] = {}
    readings = [*query_grams(query), digit_grams(query.digits)]
    for grams in readings:
        if grams:
            ids |= dict.fromkeys(await tx.values(BY_GRAMS, managers=managers, grams=sorted(grams), n=room))
    return await searchable(tx, list(ids), managers)


async def searchable(tx: Transaction, ids: list[int], managers: list[int]) -> list[Searchable]:
    found = await tx.rows(BY_IDS, Found, ids=ids, managers=managers)
    people: dict[int, list[tuple[str, str | None]]] = {}
    for client_id, name, phone in await tx.rows(PERSON_WORDS, lambda *row: row, ids=ids):
        people.setdefault(client_id, []).append((name, phone))
    return [
        Searchable(
            client,
            " ".join([client.name, client.legal_name, *(name for name, _ in people.get(client.id, []))]),
            tuple(
                number
                for number in (
                    client.tax_number,
                    client.phone,
                    *(phone for _, phone in people.get(client.id, [])),
                )
                if number
            ),
            tuple(people.get(client.id, [])),
        )
        for client in found
    ]


async def by_ids(tx: Transaction, ids: list[int], managers: list[int]) -> list[Found]:
    """Those of `managers` among them."""
    return await tx.rows(BY_IDS, Found, ids=ids, managers=managers)


async def names(tx: Transaction, ids: list[int]) -> dict[int, str]:
    return dict(await tx.rows(NAMES, lambda id_, name: (id_, name), ids=ids))


def patch(*columns: str) -> sa.Update:
    """A statement that sets these columns of client `id_`; make it a module constant where it is used."""
    return (
        sa.update(clients)
        .where(clients.c.id == sa.bindparam("id_"))
        .values({name: sa.bindparam(name) for name in columns})
    )
