"""A company of two teams and a day of work in it, for tests of what a lead sees."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from domain.actors import Actor, Role
from domain.outcomes import Answer, ClaimKind, Outcome
from storage import clients, counters, orders, tables
from storage.clients import NewClient
from storage.columns import metadata
from storage.receivables import NewReceivable
from tests.office import MOSCOW, Office, number_of
from usecases import calls
from usecases.receivables import replace_receivables

TUESDAY = date(2026, 11, 24)
SET_LIMIT = clients.patch("credit_limit")
TOUCHED = clients.patch("last_contact_day")
BIG, SMALL = 34_000_000, 5_000_000
ADD_PRODUCT = (
    sa.insert(tables.products)
    .values({name: sa.bindparam(name) for name in ("code", "name", "prices")})
    .returning(tables.products.c.id)
)
ALL = {
    name: sa.select(metadata.tables[name]).order_by(*metadata.tables[name].primary_key)
    for name in (
        "calls",
        "orders",
        "promises",
        "clients",
        "day_snapshots",
        "remarks",
        "timeline",
        "claims",
        "call_list",
    )
}


async def read(office: Office, table: str) -> list[dict[str, Any]]:
    columns = [column.name for column in metadata.tables[table].c]
    async with office.work() as work:
        return await work.tx.rows(ALL[table], lambda *row: dict(zip(columns, row, strict=True)))


async def add_client(office: Office, manager: Actor, name: str, **more: Any) -> int:
    async with office.work() as work:
        given = {"phone": number_of(name)} | more
        client_id = await clients.add(
            work.tx, NewClient(manager.id, name, work.now - timedelta(days=90), **given)
        )
        await work.tx.run(TOUCHED, id_=client_id, last_contact_day=office.today - timedelta(days=20))
    return client_id


async def call(office: Office, who: Actor, client: int, outcome: Outcome, **answer: Any) -> None:
    async with office.work() as work:
        await calls.record_call(who, work, client, outcome, Answer(**answer))


async def place(office: Office, who: Actor, client: int, total: int, *, hand: bool = True) -> int:
    """An order of `total` kopecks through the rules of orders; not `hand`: it waits for the lead."""
    from usecases import order_flow

    async with office.work() as work:
        product = await work.tx.value(
            ADD_PRODUCT, code=f"p{client}-{total}-{work.now:%d%H%M}", name="Бумага", prices={"": total}
        )
        order = await orders.add_draft(work.tx, client, who.id, work.now)
        await orders.put_line(
            work.tx, order, product, quantity=Decimal(1), unit="pcs", price=total, discount=Decimal(0)
        )
        if not hand:
            await work.tx.run(SET_LIMIT, id_=client, credit_limit=1)
        await order_flow.hand_over(who, work, order)
    return order


async def owes(office: Office, client: int, amount: int, *, days: int = 5) -> None:
    async with office.work() as work:
        today = office.today
        due = today - timedelta(days=days)
        await replace_receivables(
            work, today, {client: [NewReceivable("Реализация 1", "", due, due, amount)]}
        )


class Company:
    """A lead with two managers, and another team beside."""

    def __init__(self, office: Office) -> None:
        self.office = office

    async def gather(self) -> "Company":
        office = self.office
        self.owner = await office.owner()
        self.boris = await office.hires("Борис", Role.LEAD)
        self.anna = await office.hires("Анна")
        self.ira = await office.hires("Ира")
        self.lead, self.a, self.i = [await office.actor(one) for one in (self.boris, self.anna, self.ira)]
        self.support = await office.hires("Света", Role.SUPPORT)
        async with office.work() as work:
            from storage import employees

            other = await work.tx.value(employees.ADD_TEAM, name="Розница")
        self.gleb = await office.hires("Глеб", Role.LEAD, team=other)
        self.oleg = await office.hires("Олеся", team=other)
        self.o = await office.actor(self.oleg)
        return self


async def played_day(office: Office, firm: Company) -> dict[str, int]:
    """A Monday of both managers; on Tuesday a promise falls through and one is kept."""
    ids = {name: await add_client(office, firm.a, name) for name in ("Ромашка", "Вектор", "Заря", "Луч")}
    ids |= {name: await add_client(office, firm.i, name) for name in ("Берёзка", "Клён")}
    ids["Чужой"] = await add_client(office, firm.o, "Чужой")
    await owes(office, ids["Ромашка"], 30_000_000)
    await owes(office, ids["Берёзка"], 8_000_000)
    monday = office.today
    await office.waits_until("10:00")
    await call(office, firm.a, ids["Ромашка"], Outcome.PROMISE, day=monday, amount=12_000_000)
    await call(
        office, firm.i, ids["Берёзка"], Outcome.PROMISE, day=monday + timedelta(days=2), amount=8_000_000
    )
    await call(office, firm.a, ids["Луч"], Outcome.CLAIM, claim_kind=ClaimKind.DEFECT)
    await office.waits_until("10:00", TUESDAY)
    for client, outcome in (
        ("Вектор", Outcome.NO_ANSWER),
        ("Заря", Outcome.PHONE_OFFER),
        ("Вектор", Outcome.ORDER),
    ):
        await call(office, firm.a, ids[client], outcome)
    for client in ("Клён", "Клён", "Берёзка"):
        await call(office, firm.i, ids[client], Outcome.BUSY)
    await call(office, firm.i, ids["Клён"], Outcome.PROMISE, day=TUESDAY, amount=1_000_000)
    await call(office, firm.o, ids["Чужой"], Outcome.TALKED)
    await place(office, firm.a, ids["Вектор"], BIG)
    await place(office, firm.i, ids["Клён"], SMALL)
    await place(office, firm.o, ids["Чужой"], BIG * 2)
    ids["held"] = await place(office, firm.i, ids["Берёзка"], 7_000_000, hand=False)
    await owes(office, ids["Берёзка"], 0)
    async with office.work() as work:
        await counters.add(work.tx, firm.i.id, TUESDAY, new_clients=2)
    return ids


def local_day(moment: datetime) -> date:
    return moment.astimezone(MOSCOW).date()
