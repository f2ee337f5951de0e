"""A month of three managers by seeded chance, and their reports of it reckoned again from raw rows and a log of what was done.

Nothing here reads a counter or a statement of the product. Анна is in Moscow, Ира two hours to the east; Зоя is away all month.
"""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from domain.actors import Actor, Role
from domain.clients import ClientKind
from domain.congratulations import Way
from domain.greetings import Occasion, Tone
from domain.leads import OfferChannel
from domain.norms import OfferKind
from domain.outcomes import Answer, Outcome, RefusalReason
from domain.transfers import Selection
from storage import clients as client_rows
from storage import persons
from storage.columns import metadata
from tests.firm import add_client, place
from tests.office import MOSCOW, Office
from usecases import calls, clients, greetings, offers, order_flow, plan, transfers
from usecases.greetings import Subject
from usecases.work import Work

URAL = "Asia/Yekaterinburg"
OCTOBER, NOVEMBER, DECEMBER = (date(2026, month, 1) for month in (10, 11, 12))
DAYS = [date(2026, 10, 30), *(date(2026, 11, day) for day in (1, 2, 9, 13, 16, 20, 27, 30)), DECEMBER]
HANDED_OVER, UNDONE = date(2026, 11, 16), date(2026, 11, 20)
TABLES = (
    "calls", "clients", "orders", "promises", "contracts", "claims", "competitor_notes", "shortages", "visits", "ledger",
    "reconciliations", "targets", "day_snapshots", "absences", "greetings", "employees", "teams",
)  # fmt: skip
READ = {name: sa.select(metadata.tables[name]).order_by(*metadata.tables[name].primary_key) for name in TABLES}  # fmt: skip
RHYTHM = client_rows.patch("order_gap", "last_order_day")
SHUT = client_rows.patch("excluded", "deleted_at")
ENDS = client_rows.patch("contract_ends")
OUTCOMES = [
    Outcome.NO_ANSWER,
    Outcome.BUSY,
    Outcome.TALKED,
    Outcome.PHONE_OFFER,
    Outcome.REFUSAL,
    Outcome.WRONG_NUMBER,
]
Row = dict[str, Any]


@dataclass(slots=True)
class Log:
    """What leaves no row that stays the person's: (who, day[, …]); whose an order was when it first went to sales support."""

    orders: dict[int, int] = field(default_factory=dict)
    by_phone: list[tuple[int, date]] = field(default_factory=list)
    by_email: list[tuple[int, date]] = field(default_factory=list)
    fresh: list[tuple[int, date]] = field(default_factory=list)
    leads: set[int] = field(default_factory=set)
    # whose a client was from a day on, the oldest first
    held: dict[int, list[tuple[date, int]]] = field(default_factory=dict)


class ReportMonth:
    def __init__(self, office: Office, seed: int) -> None:
        self.office, self.log = office, Log()
        self.dice = random.Random(seed)
        self.people: list[Actor] = []

    async def play(self) -> "ReportMonth":
        office = self.office
        self.at(DAYS[0], 8)
        await office.owner()
        self.lead = await office.actor(await office.hires("Борис", Role.LEAD))
        for name, zone in (("Анна", ""), ("Ира", URAL), ("Зоя", "")):
            self.people.append(await office.actor(await office.hires(name, timezone=zone)))
        for number in range(30):
            owner = self.people[number % 3]
            id_ = await add_client(office, owner, f"{number:02}", client_class="ABC"[number % 3])
            self.log.held[id_] = [(date.min, owner.id)]
        for day in DAYS:
            for hour in (1, 20):  # already tomorrow in the east, or still yesterday to UTC
                self.at(day, hour)
                for person in self.people[:2]:
                    await self.works(person)
                await self.note()
            if day == HANDED_OVER:
                await self.hand_over()
        self.at(DECEMBER, 22)
        await self.lay_facts()
        return self

    def at(self, day: date, hour: int) -> None:
        self.office.now = datetime.combine(day, time(hour, 30), tzinfo=MOSCOW).astimezone(UTC)

    async def rows(self, table: str) -> list[Row]:
        columns = [column.name for column in metadata.tables[table].c]
        async with self.office.work() as work:
            found: list[Row] = await work.tx.rows(
                READ[table], lambda *row: dict(zip(columns, row, strict=True))
            )
        return found

    async def note(self) -> None:
        for row in await self.rows("orders"):
            if row["day"] is None:
                self.log.orders.pop(row["id"], None)
            else:
                self.log.orders.setdefault(row["id"], row["employee_id"])
        people = {one.id: one for one in self.people}
        for row in await self.rows("clients"):
            if row["id"] in self.log.leads and row["kind"] == "client":  # a lead with an order is a client
                self.log.leads.discard(row["id"])
                who = people[row["manager_id"]]
                self.log.fresh.append((who.id, who.local(self.office.now).date()))

    def owner(self, client: int, day: date) -> int:
        return [who for since, who in self.log.held[client] if since <= day][-1]

    def own(self, who: int) -> list[int]:
        return [one for one in self.log.held if self.log.held[one][-1][1] == who]

    # --- through the use cases

    async def works(self, who: Actor) -> None:
        dice, own = self.dice, self.own(who.id)
        today = who.local(self.office.now).date()
        for _ in range(dice.randint(0, 4)):
            outcome = dice.choice(OUTCOMES)
            answer = Answer(reason=RefusalReason.PRICE) if outcome is Outcome.REFUSAL else Answer()
            async with self.office.work() as work:
                await calls.record_call(who, work, dice.choice(own), outcome, answer)
        placed = [
            await place(self.office, who, dice.choice(own), dice.randint(1, 9**9))
            for _ in range(dice.randint(0, 2))
        ]
        async with self.office.work() as work:
            if placed and dice.random() < 0.3:
                await order_flow.withdraw(who, work, placed[-1])
            if dice.random() < 0.5:
                channel = dice.choice([*OfferChannel])
                await offers.make_offer(who, work, dice.choice(own), channel)
                (self.log.by_phone if channel is OfferChannel.PHONE else self.log.by_email).append(
                    (who.id, today)
                )
            if dice.random() < 0.4:
                batch = await plan.add_typed_offers(who, work, OfferKind.EMAIL, "3")
                if dice.random() < 0.5:
                    await plan.undo_offers(who, work, OfferKind.EMAIL, 3, seen=batch.total, day=batch.day)
                else:
                    self.log.by_email += [(who.id, today)] * 3
            if dice.random() < 0.4:
                kind = dice.choice([*ClientKind])
                id_ = await clients.add_client(who, work, f"Новый {len(self.log.held)}", kind)
                self.log.held[id_] = [(date.min, who.id)]
                if kind is ClientKind.CLIENT:
                    self.log.fresh.append((who.id, today))
                else:
                    self.log.leads.add(id_)
            if today.weekday() < 5 and dice.random() < 0.7:
                await self.greets(who, work, dice.choice(own), today)

    async def greets(self, who: Actor, work: Work, client: int, today: date) -> None:
        person = await persons.add(work.tx, client, "Смирнова Ольга", birth=(today.day, today.month, None))
        subject = Subject(client, person, Occasion.BIRTHDAY)
        await greetings.mark_greeted(who, work, subject, today.year, Way.MESSAGE, tone=Tone.BUSINESS)
        if self.dice.random() < 0.3:
            await greetings.take_back(who, work, subject, today.year)

    async def hand_over(self) -> None:
        """Some of Анна's to Ира, with orders on their way; two more go there and come back."""
        anna, ira = self.people[:2]
        busy = {row["client_id"] for row in await self.rows("orders")}
        given = sorted(self.own(anna.id), key=lambda one: one not in busy)[:4]
        lost = [one for one in self.own(anna.id) if one not in given][:2]
        async with self.office.work() as work:
            await transfers.transfer(self.lead, work, Selection(anna.id, ticked=tuple(given)), ira.id)
            gone = await transfers.transfer(self.lead, work, Selection(anna.id, ticked=tuple(lost)), ira.id)
        self.office.now += timedelta(hours=1)
        async with self.office.work() as work:
            await transfers.undo(self.lead, work, gone.transfer)
        for one in given:
            self.log.held[one].append((HANDED_OVER + timedelta(days=1), ira.id))

    # --- as rows

    async def lay(self, work: Work, table_name: str, /, **values: Any) -> None:
        table = metadata.tables[table_name]
        bound = {key: sa.bindparam(key, type_=table.c[key].type) for key in values}
        await work.tx.run(sa.insert(table).values(bound), **values)

    def moment(self) -> datetime:
        """Also in the hours in which it is another month somewhere."""
        edges = [datetime(2026, 10, 31, 18, tzinfo=UTC), datetime(2026, 11, 30, 18, tzinfo=UTC)]
        if self.dice.random() < 0.5:
            return self.dice.choice(edges) + timedelta(minutes=self.dice.randint(0, 360))
        return datetime(2026, 10, 28, tzinfo=UTC) + timedelta(minutes=self.dice.randint(0, 37 * 1440))

    def day(self) -> date:
        edges = [
            date(2026, 10, 31),
            NOVEMBER,
            date(2026, 11, 16),
            date(2026, 11, 17),
            date(2026, 11, 30),
            DECEMBER,
        ]
        return self.dice.choice(
            [*edges, *(date(2026, 10, 25) + timedelta(days=self.dice.randint(0, 40)) for _ in edges)]
        )

    async def lay_facts(self) -> None:
        async with self.office.work() as work:
            for _ in range(60):
                client = self.dice.choice([*self.log.held])
                await self.lay_one(work, client, self.log.held[client][-1][1])
            await self.lay_months(work)
            for client in self.log.held:
                await self.lay_client(work, client)

    async def lay_one(self, work: Work, client: int, who: int) -> None:
        pick, now = self.dice.choice, work.now
        mine = {"client_id": client, "employee_id": who}
        amount, ended = self.dice.randint(1, 10**9), pick([None, self.moment()])
        await self.lay(work, "promises", **mine, due=self.day(), amount=amount, state=pick(["open", "kept", "partly_kept", "broken", "cancelled"]), created_at=now)  # fmt: skip
        await self.lay(work, "claims", **mine, kind=pick(["damage", "shortage", "return", "late"]), created_at=self.moment(), due=self.day(), closed_at=ended, amount=amount)  # fmt: skip
        await self.lay(work, "competitor_notes", **mine, name=pick(("Опт", "Запас")), at=self.moment())
        await self.lay(work, "shortages", **mine, text=pick(("Гречка", "Рис")), unit="шт", quantity=1, at=now, state=pick(["dropped", "replaced", "waiting"]), amount=amount, ended_at=self.moment())  # fmt: skip
        await self.lay(work, "visits", **mine, day=self.day(), kind=pick(["visit", "merchandising", "training"]), people=pick([None, 3, 12]), done_at=ended)  # fmt: skip
        side = pick(({"credit": amount}, {"credit": amount}, {"debit": amount // 2}))
        await self.lay(work, "ledger", client_id=client, day=self.day(), kind=pick(["payment", "payment", "return", "correction"]), recorded_at=now, **side)  # fmt: skip
        stage = pick(["draft", "sent", "signed", "in_force", "in_force", "expired", "terminated"])
        ends = DECEMBER + timedelta(days=self.dice.randint(-20, 50))
        earlier = [row["id"] for row in await work.tx.rows(READ["contracts"], lambda *row: {"id": row[0]})]
        await self.lay(work, "contracts", **mine, number=str(amount), stage=stage, signed=self.day(), ends=ends, previous_id=pick([None, *earlier[-1:]]), held_since=NOVEMBER, created_at=now)  # fmt: skip
        if stage == "in_force":
            await work.tx.run(ENDS, id_=client, contract_ends=ends)

    async def lay_months(self, work: Work) -> None:
        pick = self.dice.choice
        for client in self.dice.sample([*self.log.held], 20):
            for month in (date(2026, 9, 1), OCTOBER, NOVEMBER):
                state = pick(["signed", "signed", "sent", "differs", "not_needed"])
                await self.lay(work, "reconciliations", client_id=client, employee_id=self.lead.id, month=month, state=state, changed_on=NOVEMBER)  # fmt: skip
        for person in self.people:
            for month in (OCTOBER, NOVEMBER, DECEMBER):
                for kind in ["sales", "active_base", "new_clients", "calls", "offers", "contracts"]:
                    if self.dice.random() < 0.8:
                        await self.lay(work, "targets", employee_id=person.id, month=month, kind=kind, value=self.dice.randint(1, 10**9), set_by=self.lead.id, set_at=work.now)  # fmt: skip
            for day in {self.day() for _ in range(12)}:
                await self.lay(work, "day_snapshots", manager_id=person.id, day=day, debt=self.dice.randint(0, 10**9), overdue=self.dice.randint(0, 10**8))  # fmt: skip
        for person, first, last, state in (
            (self.people[2], date(2026, 10, 26), date(2026, 12, 4), "set"),
            (self.people[0], date(2026, 11, 12), date(2026, 11, 13), "set"),
            (self.people[0], date(2026, 11, 23), date(2026, 11, 24), "declined"),
        ):
            await self.lay(work, "absences", employee_id=person.id, kind="vacation", first_day=first, last_day=last, starts_at=work.now, ends_at=work.now, created_by=self.lead.id, created_at=work.now, state=state)  # fmt: skip

    async def lay_client(self, work: Work, client: int) -> None:
        chance = self.dice.random()
        if chance < 0.5:
            last = DECEMBER - timedelta(days=self.dice.randint(1, 90))
            await work.tx.run(RHYTHM, id_=client, order_gap=self.dice.randint(1, 60), last_order_day=last)
        elif chance < 0.6:
            await work.tx.run(SHUT, id_=client, excluded=True, deleted_at=self.dice.choice([None, work.now]))


class Reckoned:
    """One person's November by the rows."""

    def __init__(self, played: ReportMonth, rows: dict[str, list[Row]], who: Actor) -> None:
        self.played, self.rows, self.who, self.log = played, rows, who, played.log
        self.clients = {row["id"]: row for row in rows["clients"]}

    def of(self, table: str, **wanted: Any) -> list[Row]:
        return [
            row
            for row in self.rows[table]
            if row.get("employee_id", self.who.id) == self.who.id
            and all(row[key] == one for key, one in wanted.items())
        ]

    @staticmethod
    def within(day: date | None, month: date = NOVEMBER) -> bool:
        return day is not None and (day.year, day.month) == (month.year, month.month)

    def now(self, moment: datetime | None) -> bool:
        """By the person's own clock."""
        return moment is not None and self.within(moment.astimezone(self.who.zone).date())

    def own(self) -> list[Row]:
        return [
            row for row in self.rows["clients"] if row["manager_id"] == self.who.id and not row["deleted_at"]
        ]

    def logged(self, noted: list[tuple[int, date]]) -> int:
        return sum(who == self.who.id and self.within(day) for who, day in noted)

    def sold(self, month: date = NOVEMBER) -> list[Row]:
        return [
            row
            for row in self.rows["orders"]
            if self.log.orders.get(row["id"]) == self.who.id
            and self.within(row["day"], month)
            and row["status"] != "refused"
        ]

    def target(self, kind: str, month: date = NOVEMBER) -> int | None:
        return next((row["value"] for row in self.of("targets", kind=kind, month=month)), None)

    def values(self) -> dict[str, Any]:
        found = self.sales() | self.work() | self.debts() | self.agreed() | self.ahead()
        return found | self.quotients(found)

    def sales(self) -> dict[str, Any]:
        signed = [
            row
            for row in self.of("contracts")
            if self.within(row["signed"]) and row["stage"] not in ("draft", "sent", "at_client", "at_us")
        ]
        renewed = sum(row["previous_id"] is not None for row in signed)
        return {
            "sales.fact": sum(row["total"] for row in self.sold()),
            "sales.before": sum(row["total"] for row in self.sold(OCTOBER)),
            "sales.target": self.target("sales"),
            "orders.count": len(self.sold()),
            "clients.total": sum(row["kind"] == "client" for row in self.own()),
            "clients.active": len({row["client_id"] for row in self.sold()}),
            "clients.active_target": self.target("active_base"),
            "clients.new": self.logged(self.log.fresh),
            "clients.new_target": self.target("new_clients"),
            "contracts.new": len(signed) - renewed,
            "contracts.renewed": renewed,
            "contracts.target": self.target("contracts"),
        }

    def work(self) -> dict[str, Any]:
        made = [row["outcome"] for row in self.of("calls") if self.within(row["day"])]
        missed = {"no_answer", "busy", "unavailable", "wrong_number", "no_decision_maker"}
        visited = [row for row in self.of("visits") if self.within(row["day"]) and row["done_at"]]
        trained = [row for row in visited if row["kind"] == "training"]
        return {
            "calls.made": len(made),
            "calls.target": self.target("calls"),
            "calls.reached": sum(one not in missed for one in made),
            "offers.phone": made.count("phone_offer") + self.logged(self.log.by_phone),
            "offers.email": self.logged(self.log.by_email),
            "offers.target": self.target("offers"),
            "visits.done": len(visited),
            "trainings.done": len(trained),
            "trainings.people": sum(row["people"] or 0 for row in trained),
            "greetings.count": sum(self.now(row["done_at"]) for row in self.of("greetings")),
        }

    def debts(self) -> dict[str, Any]:
        looks = sorted(
            (row["day"], row["debt"], row["overdue"])
            for row in self.rows["day_snapshots"]
            if row["manager_id"] == self.who.id
        )
        before = [one for one in looks if date(2026, 10, 22) <= one[0] < NOVEMBER]
        after = [one for one in looks if date(2026, 11, 20) <= one[0] < DECEMBER]
        start, end = (before or [(None, None, None)])[-1], (after or [(None, None, None)])[-1]
        paid = [
            row["credit"] - row["debit"]
            for row in self.rows["ledger"]
            if row["kind"] == "payment"
            and self.within(row["day"])
            and self.played.owner(row["client_id"], row["day"]) == self.who.id
        ]
        judged = Counter(row["state"] for row in self.of("promises") if self.within(row["due"]))
        mine = {row["id"] for row in self.own()}
        acts = {
            row["client_id"]: row["state"] for row in self.rows["reconciliations"] if row["month"] == OCTOBER
        }
        moved = {row["client_id"] for row in self.rows["ledger"] if self.within(row["day"], OCTOBER)}
        owing = {row["id"] for row in self.own() if row["debt"] > 0 or row["advance"] > 0}
        wanted = [acts.get(one, "") for one in mine & (acts.keys() | moved | owing)]
        return {
            "debt.start": start[1],
            "debt.end": end[1],
            "overdue.start": start[2],
            "overdue.end": end[2],
            "debt.collected": sum(paid),
            "promises.kept": judged["kept"],
            "promises.partly": judged["partly_kept"],
            "promises.broken": judged["broken"],
            "reconciliations.count": sum(one != "not_needed" for one in wanted),
            "reconciliations.signed": wanted.count("signed"),
        }

    def agreed(self) -> dict[str, Any]:
        claimed, lost = self.claimed(), self.lost()
        return {
            "claims.count": len(claimed),
            "claims.closed": sum(row["closed_at"] is not None for row in claimed),
            "claims.amount": sum(row["amount"] for row in claimed),
            "competitors.count": len(self.rivals()),
            "lost.count": len(lost),
            "lost.amount": sum(row["amount"] for row in lost),
        }

    def claimed(self) -> list[Row]:
        return [row for row in self.of("claims") if self.now(row["created_at"])]

    def rivals(self) -> list[str]:
        return [row["name"] for row in self.of("competitor_notes") if self.now(row["at"])]

    def lost(self) -> list[Row]:
        return [row for row in self.of("shortages", state="dropped") if self.now(row["ended_at"])]

    def ahead(self) -> dict[str, Any]:
        return {
            "next.sales": self.target("sales", DECEMBER),
            "next.clients": self.target("new_clients", DECEMBER),
            "next.contracts": self.target("contracts", DECEMBER),
            "next.calls": self.target("calls", DECEMBER),
            "next.ending": len(self.ending()),
            "next.expected": len(self.expected()),
        }

    def ending(self) -> list[Row]:
        found = []
        for row in self.own():
            mine = [
                one
                for one in self.rows["contracts"]
                if one["client_id"] == row["id"] and one["stage"] == "in_force"
            ]
            found += [
                one
                for one in mine
                if one["ends"] == row["contract_ends"] and self.within(one["ends"], DECEMBER)
            ]
        return sorted(found, key=lambda one: (one["ends"], one["id"]))

    def expected(self) -> list[tuple[str, str, str]]:
        found = []
        for row in self.own():
            if row["kind"] == "client" and not row["excluded"] and row["order_gap"] and row["last_order_day"]:
                day = row["last_order_day"] + timedelta(days=row["order_gap"])
                while day < DECEMBER:
                    day += timedelta(days=row["order_gap"])
                if self.within(day, DECEMBER):
                    found.append((row["client_class"], row["name"], day.isoformat()))
        return sorted(found)

    @staticmethod
    def quotients(found: dict[str, Any]) -> dict[str, Any]:
        def share(part: str, whole: int | None) -> int | None:
            return int(found[part] * 100 / whole + 0.5) if whole else None

        judged = found["promises.kept"] + found["promises.partly"] + found["promises.broken"]
        start, end, orders = found["overdue.start"], found["overdue.end"], found["orders.count"]
        return {
            "sales.percent": share("sales.fact", found["sales.target"]),
            "orders.average": int(found["sales.fact"] / orders + 0.5) if orders else None,
            "calls.reached_percent": share("calls.reached", found["calls.made"]),
            "calls.order_percent": share("orders.count", found["calls.reached"]),
            "overdue.change": None if start is None or end is None else end - start,
            "promises.count": judged,
            "promises.kept_percent": share("promises.kept", judged),
        }

    def lists(self) -> dict[str, Any]:
        kinds = Counter(row["kind"] for row in self.claimed())
        sums = {kind: sum(row["amount"] for row in self.claimed() if row["kind"] == kind) for kind in kinds}
        lost = Counter(row["text"] for row in self.lost())
        missed = {text: sum(row["amount"] for row in self.lost() if row["text"] == text) for text in lost}
        rivals = Counter(self.rivals())
        away = self.of("absences", state="set")
        return {
            "claims": [{"reason": one, "count": kinds[one], "amount": sums[one]} for one in sorted(kinds, key=lambda one: (-kinds[one], one))],
            "rivals": [{"name": one, "count": rivals[one]} for one in sorted(rivals, key=lambda one: (-rivals[one], one))],
            "lost_goods": [{"name": one, "count": lost[one], "amount": missed[one]} for one in sorted(lost, key=lambda one: -missed[one])],
            "ending": [{"client": self.clients[one["client_id"]]["name"], "number": one["number"], "day": one["ends"].isoformat()} for one in self.ending()],
            "expected": [{"client": name, "day": day} for _, name, day in self.expected()],
            "absences": [
                {"kind": "vacation", "start": max(one["first_day"], NOVEMBER).isoformat(), "end": min(one["last_day"], date(2026, 11, 30)).isoformat()}
                for one in away
            ],
        }  # fmt: skip
