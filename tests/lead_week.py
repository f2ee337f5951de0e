"""A company of two teams and a head over both, and a week of its work: seeded chance through the real use cases.

What was done is written down as it happens (`Log`): whose an order or a promise was when it was first seen is in no table later.
"""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from domain.actors import Actor, Role
from domain.approvals import Question
from domain.clients import ClientKind
from domain.leads import OfferChannel
from domain.outcomes import Answer, ClaimKind, Outcome, RefusalReason
from domain.targets import TargetKind
from sandbox.phone import Phone
from storage import employees
from storage.columns import metadata
from storage.receivables import NewReceivable
from tests.firm import add_client, place
from tests.office import MOSCOW, Office
from usecases import (
    approvals,
    calls,
    clients,
    errands,
    offers,
    order_flow,
    order_statuses,
    support,
    targets,
    transfers,
)
from usecases.errands import NewErrand
from usecases.receivables import replace_receivables
from usecases.substitution import as_absent
from usecases.targets import Whom

BEFORE = date(2026, 11, 20)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in range(23, 28))
FIRST = date(2026, 12, 1)
URAL = "Asia/Yekaterinburg"
NAMES = (
    "Астра", "Берег", "Ветер", "Гранит", "Дюна", "Енисей", "Жасмин", "Закат", "Искра", "Каскад",
    "Лагуна", "Маяк", "Нектар", "Оазис", "Парус", "Радуга", "Сирень", "Тополь", "Утёс", "Фрегат",
    "Хутор", "Цитрус", "Чайка", "Шторм", "Эталон", "Юность", "Янтарь", "Ладья", "Крона", "Полюс",
)  # fmt: skip
TABLES = (
    "calls", "orders", "promises", "clients", "claims", "call_list", "errands", "decisions", "receivables", "approvals",
)  # fmt: skip
READ = {
    name: sa.select(table).order_by(*table.primary_key)
    for name, table in metadata.tables.items()
    if name in TABLES
}
THOUSAND = 100_000  # kopecks
Row = dict[str, Any]

OUTCOMES = (
    [Outcome.NO_ANSWER] * 4
    + [Outcome.BUSY] * 2
    + [Outcome.TALKED] * 5
    + [Outcome.PHONE_OFFER] * 3
    + [Outcome.CALL_BACK, Outcome.THINKING, Outcome.REFUSAL, Outcome.MEETING, Outcome.CLAIM]
    + [Outcome.PROMISE] * 2
)


@dataclass(frozen=True, slots=True)
class Away:
    who: int
    first: date
    last: date
    kind: str
    deputy: int = 0


@dataclass(slots=True)
class Log:
    """By id whose it was at first; by (whom, day) what leaves no row of its own. `looks`: overdue as a digest last read it."""

    orders: dict[int, tuple[int, date]] = field(default_factory=dict)
    promises: dict[int, int] = field(default_factory=dict)
    offers: list[tuple[int, date]] = field(default_factory=list)
    fresh: list[tuple[int, date]] = field(default_factory=list)
    away: list[Away] = field(default_factory=list)
    looks: dict[int, dict[date, int]] = field(default_factory=dict)
    targets: dict[tuple[int, TargetKind], int] = field(default_factory=dict)


class LeadWeek:
    """Борис leads Анна, Ира and Олеся; Глеб leads Юля and Тимур two hours to the east; Вера stands over both leads."""

    def __init__(self, office: Office, seed: int) -> None:
        self.office = office
        self.dice = random.Random(seed)
        self.log = Log()
        self.phones: dict[str, Phone] = {}
        self.people: dict[str, Actor] = {}
        self.teams: dict[str, int] = {}

    async def gather(self) -> "LeadWeek":
        office = self.office
        office.now = datetime.combine(BEFORE, time(6), tzinfo=MOSCOW)
        self.phones["Олег"] = await office.owner()
        async with office.database.transaction() as tx:
            for name in ("Продажи", "Опт", "Розница"):
                self.teams[name] = await tx.value(employees.ADD_TEAM, name=name)
            for name in ("Опт", "Розница"):
                await tx.run(employees.PUT_UNDER, id_=self.teams[name], parent=self.teams["Продажи"])
        for name, role, team, zone in (
            ("Вера", Role.LEAD, "Продажи", ""),
            ("Борис", Role.LEAD, "Опт", ""),
            ("Глеб", Role.LEAD, "Розница", URAL),
            *((name, Role.MANAGER, "Опт", "") for name in ("Анна", "Ира", "Олеся")),
            *((name, Role.MANAGER, "Розница", URAL) for name in ("Юля", "Тимур")),
            ("Света", Role.SUPPORT, "Продажи", ""),
        ):
            self.phones[name] = await office.hires(name, role, team=self.teams[team], timezone=zone)
        for name, phone in self.phones.items():
            self.people[name] = await office.actor(phone)
        for at, name in enumerate(NAMES):
            manager = self.managers[at % len(self.managers)]
            grade = "A" if at % 6 == 0 else "C"
            await add_client(office, manager, name, client_class=grade)
        await add_client(office, self.people["Борис"], "Свой")
        return self

    async def hires(self, name: str, team: str, language: str) -> None:
        """One more lead beside the one who is there."""
        self.phones[name] = await self.office.hires(name, Role.LEAD, team=self.teams[team], language=language)
        self.people[name] = await self.office.actor(self.phones[name])

    @property
    def managers(self) -> list[Actor]:
        return [self.people[name] for name in ("Анна", "Ира", "Олеся", "Юля", "Тимур")]

    async def rows(self, table: str) -> list[Row]:
        columns = [column.name for column in metadata.tables[table].c]
        async with self.office.work() as work:
            found: list[Row] = await work.tx.rows(
                READ[table], lambda *row: dict(zip(columns, row, strict=True))
            )
        return found

    async def note(self) -> None:
        """Orders that went to sales support or came back since, and new promises, with who holds them now."""
        for row in await self.rows("orders"):
            if row["day"] is None:
                self.log.orders.pop(row["id"], None)
            else:
                self.log.orders.setdefault(row["id"], (row["employee_id"], row["day"]))
        for row in await self.rows("promises"):
            self.log.promises.setdefault(row["id"], row["employee_id"])

    # --- what chance does

    async def works(self, *, most: int = 7, names: str = "Анна Ира Олеся Юля Тимур") -> None:
        """An hour or two of everybody who is there; a deputy works for who is not."""
        found = await self.rows("clients")
        for name in names.split():
            person = self.people[name]
            actor = self.acting(person)
            own = [row["id"] for row in found if row["manager_id"] == person.id]
            if actor is None or not own:
                continue
            for _ in range(self.dice.randint(0, most) // (2 if actor.by else 1)):
                await self.call(actor, self.dice.choice(own))
            if self.dice.random() < 0.45:
                await self.sell(actor, self.dice.choice(own), hand=self.dice.random() < 0.75)
            if self.dice.random() < 0.3:
                await self.offer(actor, self.dice.choice(own))
            if self.dice.random() < 0.15:
                await self.wins_client(actor)
        await self.note()

    def acting(self, person: Actor) -> Actor | None:
        """The person, or the deputy in their place; None where nobody is there."""
        day = person.local(self.office.now).date()
        away = next(
            (one for one in self.log.away if one.who == person.id and one.first <= day <= one.last), None
        )
        if away is None:
            return person
        deputy = next((one for one in self.people.values() if one.id == away.deputy), None)
        return as_absent(person, deputy) if deputy else None

    async def call(self, who: Actor, client: int) -> None:
        outcome, today = self.dice.choice(OUTCOMES), who.local(self.office.now).date()
        answer = Answer()
        match outcome:
            case Outcome.CALL_BACK | Outcome.THINKING | Outcome.MEETING:
                answer = Answer(day=today + timedelta(days=self.dice.randint(1, 4)))
            case Outcome.REFUSAL:
                answer = Answer(reason=RefusalReason.PRICE)
            case Outcome.CLAIM:
                answer = Answer(claim_kind=self.dice.choice((ClaimKind.DEFECT, ClaimKind.SHORTAGE)))
            case Outcome.PROMISE:
                due = today + timedelta(days=self.dice.randint(0, 3))
                answer = Answer(day=due, amount=self.dice.randint(5, 90) * THOUSAND)
        async with self.office.work() as work:
            await calls.record_call(who, work, client, outcome, answer)

    async def sell(self, who: Actor, client: int, *, hand: bool = True) -> int:
        return await place(self.office, who, client, self.dice.randint(20, 400) * THOUSAND, hand=hand)

    async def offer(self, who: Actor, client: int) -> None:
        async with self.office.work() as work:
            await offers.make_offer(who, work, client, self.dice.choice([*OfferChannel]))
        self.log.offers.append((who.id, who.local(self.office.now).date()))

    async def wins_client(self, who: Actor) -> None:
        name = f"Новый {len(self.log.fresh) + 1}"
        async with self.office.work() as work:
            await clients.add_client(who, work, name, ClientKind.CLIENT)
        self.log.fresh.append((who.id, who.local(self.office.now).date()))

    # --- what is done from above and beside

    async def decides(self, lead: str) -> None:
        """The first two orders of the team that are held; the second is refused."""
        team = {one.id for one in self.managers if one.team_id == self.people[lead].team_id}
        held = [
            row
            for row in await self.rows("orders")
            if row["status"] == "on_approval" and row["employee_id"] in team
        ]
        asked = {row["order_id"]: row["id"] for row in await self.rows("approvals") if row["state"] == "open"}
        for at, row in enumerate(held[:2]):
            async with self.office.work() as work:
                if at:
                    await approvals.decline(self.people[lead], work, row["id"], asked[row["id"]])
                else:
                    await approvals.answer(self.people[lead], work, row["id"], asked[row["id"]], Question.ALL)
        await self.note()

    async def accepts(self, share: float = 0.6) -> None:
        """Sales support takes some of what lies before it."""
        for row in await self.rows("orders"):
            waiting = row["status"] == "handed_over" and row["accepted_by"] is None
            if waiting and self.dice.random() < share:
                async with self.office.work() as work:
                    await support.accept(self.people["Света"], work, row["id"])

    async def refuses(self) -> None:
        """Sales support cannot ship the last one that it took."""
        taken = [row for row in await self.rows("orders") if row["status"] == "accepted"]
        for row in taken[-1:]:
            async with self.office.work() as work:
                await order_statuses.refuse(self.people["Света"], work, row["id"], "Нет на складе")

    async def gives_up_moved(self) -> bool:
        """An order that came over with its client is taken back, or refused: it leaves the figures of who sold it."""
        await self.note()
        for row in await self.rows("orders"):
            moved = row["id"] in self.log.orders and self.log.orders[row["id"]][0] != row["employee_id"]
            if not moved or row["status"] not in ("handed_over", "accepted"):
                continue
            owner = next(one for one in self.people.values() if one.id == row["employee_id"])
            async with self.office.work() as work:
                if row["status"] == "accepted":
                    await order_statuses.refuse(self.people["Света"], work, row["id"], "Нет на складе")
                else:
                    await order_flow.withdraw(owner, work, row["id"])
            await self.note()
            return True
        return False

    async def withdraws(self) -> None:
        """The newest order that nobody has accepted is a draft again, counted or not."""
        free = [
            row
            for row in await self.rows("orders")
            if row["status"] == "handed_over" and row["accepted_by"] is None
        ]
        for row in free[-1:]:
            owner = next(one for one in self.people.values() if one.id == row["employee_id"])
            async with self.office.work() as work:
                await order_flow.withdraw(owner, work, row["id"])
        await self.note()

    async def file(self, count: int) -> None:
        """Receivables of some clients as accounts have them: paid off, paid in part, grown, or new."""
        found = [row for row in await self.rows("clients") if row["name"] in NAMES]
        chosen = sorted(self.dice.sample(found, count), key=lambda row: row["id"])
        today = self.office.today
        due = BEFORE - timedelta(days=5)
        wanted: dict[int, list[NewReceivable]] = {}
        for row in chosen:
            now = row["debt"]
            amount = self.dice.choice((0, now // 2, now + 30 * THOUSAND)) if now else 100 * THOUSAND
            amount -= amount % THOUSAND
            wanted[row["id"]] = [NewReceivable("Реализация 1", "", due, due, amount)] if amount else []
        async with self.office.work() as work:
            await replace_receivables(work, today, wanted)

    async def gives_errand(self, lead: str, whom: str, client: str, clock: time) -> None:
        """Until `clock` of today, local to the lead."""
        giver = self.people[lead]
        row = next(row for row in await self.rows("clients") if row["name"] == client)
        day = giver.local(self.office.now).date()
        async with self.office.work() as work:
            order = NewErrand((self.people[whom].id,), "Сверить остатки", row["id"], day, clock)
            await errands.give(giver, work, order)

    async def is_away(self, lead: str, line: str, away: Away) -> None:
        """«отпуск Анны 25–26.11 → Ира», said by the lead."""
        phone = self.phones[lead]
        await phone.says(line)
        await phone.taps("Поставить")
        phone.sees("Отсутствие поставлено")
        self.log.away.append(away)

    async def sets_targets(self) -> None:
        for at, person in enumerate(self.managers):
            lead = self.people["Борис" if person.team_id == self.teams["Опт"] else "Глеб"]
            for kind, value, typed in (
                (TargetKind.SALES, (900 + 150 * at) * THOUSAND, f"{900 + 150 * at} тыс"),
                (TargetKind.CALLS, 60 + 10 * at, str(60 + 10 * at)),
            ):
                async with self.office.work() as work:
                    await targets.set_typed(lead, work, 202611, Whom(employee=person.id), kind, text=typed)
                self.log.targets[person.id, kind] = value

    async def transfers(self, giver: str, taker: str, count: int) -> list[int]:
        """Whoever of the giver's has orders in work first."""
        await self.note()
        open_orders = {
            row["client_id"]
            for row in await self.rows("orders")
            if row["employee_id"] == self.people[giver].id
            and row["status"] in ("handed_over", "accepted", "on_approval")
        }
        own = [row["id"] for row in await self.rows("clients") if row["manager_id"] == self.people[giver].id]
        chosen = sorted(own, key=lambda one: (one not in open_orders, one))[:count]
        async with self.office.work() as work:
            return await transfers.hand_over(
                self.people["Вера"], work, self.people[giver], self.people[taker], chosen
            )
