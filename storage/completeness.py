"""The figure of a card on the client's own row: counted by the turns that change the card, the rest in portions."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from domain.completeness import KnownClient, KnownPerson, percent_of
from storage.database import Transaction, one_of
from storage.deal_tables import contracts
from storage.lead_tables import lead_answers
from storage.tables import clients, persons

PORTION = 200


@dataclass(frozen=True, slots=True)
class Average:
    """Of one manager's clients: how many, and their mean in per cent."""

    manager_id: int
    clients: int
    percent: int


@dataclass(frozen=True, slots=True)
class Poor:
    """A client whose card lacks most."""

    id: int
    name: str
    manager_id: int
    percent: int


_ANSWERED = sa.exists().where(
    lead_answers.c.client_id == clients.c.id,
    sa.or_(lead_answers.c.text != "", lead_answers.c.choice.is_not(None)),
)
_AGREED = sa.exists().where(contracts.c.client_id == clients.c.id, contracts.c.signed.is_not(None))
_PERSON = (
    persons.c.role,
    sa.and_(persons.c.phone.is_not(None), sa.not_(persons.c.bad_number)),
    sa.func.coalesce(persons.c.email, "") != "",
    persons.c.birth_month.is_not(None),
)
FACTS = sa.select(
    clients.c.id,
    clients.c.completeness,
    clients.c.kind == "lead",
    clients.c.phone.is_not(None),
    clients.c.tax_number.is_not(None),
    clients.c.address != "",
    clients.c.industry != "",
    sa.or_(clients.c.note != "", _ANSWERED),
    sa.or_(clients.c.contract_ends.is_not(None), _AGREED),
    clients.c.credit_limit.is_not(None),
    clients.c.price_column != "",
).where(one_of(clients.c.id, "ids"))
PEOPLE = sa.select(persons.c.client_id, *_PERSON).where(
    one_of(persons.c.client_id, "ids"), persons.c.deleted_at.is_(None)
)
SET = (
    sa.update(clients)
    .where(clients.c.id == sa.bindparam("id_"))
    .values(completeness=sa.bindparam("percent", type_=sa.SmallInteger()))
)
AFTER = (
    sa.select(clients.c.id)
    .where(clients.c.id > sa.bindparam("after"), clients.c.deleted_at.is_(None))
    .order_by(clients.c.id)
    .limit(sa.bindparam("n"))
)
_KEPT = (clients.c.deleted_at.is_(None), clients.c.completeness.is_not(None))
AVERAGES = (
    sa.select(clients.c.manager_id, sa.func.count(), sa.func.sum(clients.c.completeness))
    .where(one_of(clients.c.manager_id, "managers"), *_KEPT)
    .group_by(clients.c.manager_id)
)
POOREST = (
    sa.select(clients.c.id, clients.c.name, clients.c.manager_id, clients.c.completeness)
    .where(
        clients.c.manager_id == sa.bindparam("manager"),
        clients.c.client_class == sa.bindparam("grade"),
        *_KEPT,
    )
    .order_by(clients.c.completeness, clients.c.id)
    .limit(sa.bindparam("n"))
)


async def known_of(
    tx: Transaction, ids: Collection[int]
) -> dict[int, tuple[int | None, KnownClient, list[KnownPerson]]]:
    """The figure that stands now, and what it is to be counted from, by client."""
    people: dict[int, list[KnownPerson]] = {}
    for client_id, role, *known in await tx.rows(PEOPLE, lambda *row: row, ids=list(ids)):
        people.setdefault(client_id, []).append(KnownPerson(role, *map(bool, known)))
    found = await tx.rows(FACTS, lambda *row: row, ids=list(ids))
    return {row[0]: (row[1], KnownClient(*map(bool, row[2:])), people.get(row[0], [])) for row in found}


async def refresh(tx: Transaction, ids: Collection[int]) -> None:
    """Counts these clients anew; written only where the figure is another one."""
    counted = {
        id_: (before, percent_of(client, people))
        for id_, (before, client, people) in (await known_of(tx, ids)).items()
    }
    changed = [{"id_": id_, "percent": now} for id_, (before, now) in counted.items() if before != now]
    await tx.run_many(SET, changed)


async def averages(tx: Transaction, managers: list[int]) -> list[Average]:
    """Of those who have clients."""
    return await tx.rows(
        AVERAGES,
        lambda manager, count, total: Average(manager, count, int(total) // count),
        managers=managers,
    )


async def poorest(tx: Transaction, managers: list[int], grade: str, limit: int) -> list[Poor]:
    """Of all these managers, read along each one's index."""
    found = [
        one
        for manager in managers
        for one in await tx.rows(POOREST, Poor, manager=manager, grade=grade, n=limit)
    ]
    return sorted(found, key=lambda one: (one.percent, one.id))[:limit]


async def refresh_next(tx: Transaction, after: int) -> int:
    """Counts the next portion of all clients by id, those never counted among them; the last of them, 0 past the end."""
    ids = await tx.values(AFTER, after=after, n=PORTION)
    await refresh(tx, ids)
    return int(ids[-1]) if ids else 0
