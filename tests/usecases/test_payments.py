"""Bank payments and receivables files together: nothing counts twice, nothing is lost, in whatever order they come."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.actors import Actor, Role
from domain.imports import ImportKind
from screens.import_views import ImportView, Loaded
from storage import clients, employees, ledger, payments, promises, receivables, timeline
from storage.clients import Client, NewClient
from storage.database import Database, open_database
from storage.receivables import NewReceivable
from tests.bases import fresh_database
from usecases import import_history, imports
from usecases.import_history import UndoError
from usecases.import_reading import Read
from usecases.promises import take_promise
from usecases.receivables import Applied, replace_receivables, restore_receivables
from usecases.rules import Rules
from usecases.work import Work

START = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)
ANNA = Actor(1, 101, "Анна", Role.MANAGER, 1, "ru", "Europe/Moscow")
CLARA = Actor(2, 102, "Клара", Role.ACCOUNTANT, None, "ru", "Europe/Moscow")
ROMASHKA, ACCOUNT = "7701254366", "40702810900000000001"


def row(document: str, roubles: int, due: date | None = None, *, advance: int = 0) -> NewReceivable:
    return NewReceivable(document, "", None, due, roubles * 100, advance * 100)


OLD = row("Реализация 1131", 50_000, date(2026, 11, 2))
NEW = row("Реализация 1203", 70_000, date(2026, 11, 12))


def money(number: str, day: date, roubles: int, tax: str = ROMASHKA, **more: object) -> dict[str, object]:
    """A row of a bank file as it is read."""
    return {
        "row": 1,
        "account": ACCOUNT,
        "number": number,
        "day": day.isoformat(),
        "amount": roubles * 100,
        "payer": "ООО Ромашка",
        "tax_number": tax,
        "purpose": "",
    } | more


def bank_file(rows: Sequence[dict[str, object]]) -> Read:
    plan = {"rows": list(rows), "accounts": [ACCOUNT], "start": None, "end": None, "others": 0, "problems": [], "ignored": [], "columns": {}}  # fmt: skip
    return Read(ImportKind.BANK, plan)


@dataclass
class Desk:
    database: Database
    client: int = 0
    minutes: int = field(default=0)

    @asynccontextmanager
    async def on(self, day: date = MONDAY) -> AsyncIterator[Work]:
        self.minutes += 1
        now = datetime(day.year, day.month, day.day, 7, tzinfo=UTC) + timedelta(minutes=self.minutes)
        async with self.database.transaction() as tx:
            yield Work(tx, now, Rules())

    async def open(self) -> "Desk":
        async with self.on() as work:
            team = await work.tx.value(employees.ADD_TEAM, name="Опт")
            for person in (ANNA, CLARA):
                await work.tx.value(employees.ADD, telegram_id=person.chat, name=person.name, role=person.role.value, team_id=team, language="ru", timezone=person.timezone, created_at=work.now)  # fmt: skip
            self.client = await clients.add(
                work.tx, NewClient(1, "Ромашка", work.now, tax_number=ROMASHKA, payment_delay=14)
            )
        return self

    async def file(self, as_of: date, *rows: NewReceivable) -> Applied:
        async with self.on() as work:
            return await replace_receivables(work, as_of, {self.client: rows}, whole_base=True)

    async def preview(self, *rows: dict[str, object]) -> ImportView:
        async with self.on() as work:
            view = await imports.prepare(CLARA, work, "kl_to_1c.txt", [bank_file(rows)])
        assert isinstance(view, ImportView)
        return view

    async def bank(self, *rows: dict[str, object]) -> Loaded:
        view = await self.preview(*rows)
        async with self.on() as work:
            done = await imports.load(CLARA, work, view.id)
        assert isinstance(done, Loaded)
        return done

    async def undo(self, done: Loaded) -> None:
        async with self.on() as work:
            await import_history.undo(CLARA, work, done.id)

    async def row(self) -> Client:
        async with self.on() as work:
            found = await clients.find(work.tx, self.client, [1])
        assert found is not None
        return found

    async def owes(self) -> dict[str, tuple[int, int]]:
        """Roubles owed and paid ahead, by document; what is settled is left out."""
        async with self.on() as work:
            rows = (await receivables.of_clients(work.tx, [self.client])).get(self.client, [])
        return {one.document: (one.amount // 100, one.advance // 100) for one in rows if one.amount or one.advance}  # fmt: skip


@pytest.fixture
async def desk(database: Database) -> Desk:
    return await Desk(database).open()


async def test_a_payment_lowers_the_oldest_debt_or_the_one_that_it_names(desk: Desk) -> None:
    await desk.file(START, OLD, NEW)
    done = await desk.bank(money("1", MONDAY, 60_000))
    assert [[(line.paid, line.debt) for line in news.lines] for news in done.told] == [
        [(6_000_000, 6_000_000)]
    ]
    assert await desk.owes() == {"Реализация 1203": (60_000, 0)}
    await desk.undo(done)
    assert await desk.owes() == {"Реализация 1131": (50_000, 0), "Реализация 1203": (70_000, 0)}
    await desk.bank(money("1", MONDAY, 60_000, purpose="Оплата по сч. № 1203 от 29.10.2026, 60000.00"))
    assert await desk.owes() == {"Реализация 1131": (50_000, 0), "Реализация 1203": (10_000, 0)}
    client = await desk.row()
    assert (client.debt, client.overdue, client.overdue_since) == (6_000_000, 6_000_000, OLD.due)


async def test_what_is_left_of_a_payment_is_an_advance(desk: Desk) -> None:
    await desk.file(START, OLD)
    await desk.bank(money("1", MONDAY, 60_000))
    client = await desk.row()
    assert (client.debt, client.overdue, client.advance) == (0, 0, 1_000_000)
    await desk.file(MONDAY, row("Аванс", 0, advance=10_000))
    assert await desk.owes() == {"Аванс": (0, 10_000)}


async def test_the_same_bank_file_twice_changes_nothing(desk: Desk) -> None:
    await desk.file(START, OLD, NEW)
    await desk.bank(money("1", MONDAY, 60_000), money("1", MONDAY, 60_000))
    view = await desk.preview(money("1", MONDAY, 60_000))
    assert view.bank is not None
    assert (view.is_idle, view.bank.known, view.bank.matched) == (True, 1, 0)
    assert (await desk.row()).debt == 6_000_000


async def test_a_file_and_the_bank_in_any_order_count_money_once(desk: Desk) -> None:
    """Friday's file knows nothing of Monday; Monday's file, loaded before Monday's bank or after it, knows all of Monday."""
    await desk.file(START, OLD, NEW)
    await desk.bank(money("1", MONDAY, 50_000))
    applied = await desk.file(MONDAY, NEW)
    assert (applied.paid, await desk.owes()) == (0, {"Реализация 1203": (70_000, 0)})
    tuesday = MONDAY + timedelta(days=1)
    applied = await desk.file(tuesday, row("Реализация 1203", 50_000, NEW.due))
    assert applied.paid == 2_000_000
    done = await desk.bank(money("2", tuesday, 20_000))
    assert (done.told, await desk.owes()) == ((), {"Реализация 1203": (50_000, 0)})


async def test_a_file_of_the_morning_and_money_of_the_same_day(desk: Desk) -> None:
    morning, evening = [OLD, NEW], [NEW]
    await desk.file(START, *morning)
    await desk.bank(money("1", START, 50_000))
    assert await desk.owes() == {"Реализация 1203": (70_000, 0)}
    applied = await desk.file(START, *morning)
    assert (applied.changes, await desk.owes()) == ((), {"Реализация 1203": (70_000, 0)})
    applied = await desk.file(START, *evening)
    assert (applied.paid, await desk.owes()) == (0, {"Реализация 1203": (70_000, 0)})
    applied = await desk.file(START, *evening)
    assert (applied.changes, await desk.owes()) == ((), {"Реализация 1203": (70_000, 0)})


async def test_an_older_file_does_not_bring_paid_debts_back(desk: Desk) -> None:
    await desk.file(MONDAY, OLD, NEW)
    await desk.bank(money("1", MONDAY + timedelta(days=1), 50_000), money("0", START, 10_000))
    assert await desk.owes() == {"Реализация 1203": (70_000, 0)}
    await desk.file(START - timedelta(days=1), row("Реализация 1131", 60_000, OLD.due), NEW)
    assert await desk.owes() == {"Реализация 1203": (70_000, 0)}


async def test_a_bank_file_is_taken_back_whole_with_what_was_given_later(desk: Desk) -> None:
    await desk.file(START, OLD, NEW)
    async with desk.on() as work:
        promise = (await take_promise(ANNA, work, desk.client, 50_000_00, MONDAY)).promise.id
    before = await desk.row()
    done = await desk.bank(money("1", MONDAY, 50_000), money("2", MONDAY, 7_000, "7800000018", payer="Лютик"))
    from usecases.payments import give_payment, open_waiting

    async with desk.on() as work:
        waiting = await open_waiting(CLARA, work)
        assert waiting is not None
        await give_payment(CLARA, work, waiting.id, desk.client)
        kept = await promises.find(work.tx, promise)
    assert kept is not None
    assert (kept.state, (await desk.row()).debt) == ("kept", 6_300_000)
    await desk.undo(done)
    assert await desk.row() == before
    async with desk.on() as work:
        assert [one.kind for one in await timeline.of_client(work.tx, desk.client, 10)] == ["promise"]
        assert await payments.open_total(work.tx) == (0, 0)
        found = await promises.find(work.tx, promise)
    assert found is not None
    assert found.is_open
    assert (await desk.bank(money("1", MONDAY, 50_000))).told


async def test_nothing_is_taken_back_over_what_came_later(desk: Desk) -> None:
    applied = await desk.file(START, OLD, NEW)
    first = await desk.bank(money("1", MONDAY, 10_000))
    second = await desk.bank(money("2", MONDAY, 5_000))
    with pytest.raises(UndoError):
        await desk.undo(first)
    async with desk.on() as work:
        with pytest.raises(Exception, match="stale"):
            await restore_receivables(work, applied.undo)
    await desk.file(MONDAY + timedelta(days=1), NEW)
    with pytest.raises(UndoError):
        await desk.undo(second)


async def test_says_it_has_been_paid_ends_and_the_weekday_is_learned(desk: Desk) -> None:
    await desk.file(START, row("Реализация 1", 500_000, date(2026, 11, 2)))
    async with desk.on() as work:
        await work.tx.run(clients.patch("debt_quiet_until"), id_=desk.client, debt_quiet_until=date(2026, 12, 1))  # fmt: skip
    wednesday = date(2026, 11, 4)
    await desk.bank(*(money(str(week), wednesday + timedelta(weeks=week), 1_000) for week in range(-2, 1)))
    assert (await desk.row()).debt_quiet_until == date(2026, 12, 1)
    await desk.bank(money("9", date(2026, 11, 25), 1_000))
    client = await desk.row()
    assert (client.debt_quiet_until, client.pays_on) == (None, 2)


# --- the law

DAYS = 6
PAYMENTS = st.lists(st.tuples(st.integers(1, DAYS), st.integers(1, 60)), min_size=1, max_size=5)
OPERATIONS = st.lists(
    st.one_of(
        st.tuples(st.just("file"), st.integers(0, DAYS), st.just(0)),
        st.tuples(st.just("bank"), st.integers(0, DAYS), st.integers(0, DAYS)),
        st.tuples(st.sampled_from(["older", "undo"]), st.integers(0, DAYS), st.just(0)),
    ),
    min_size=1,
    max_size=8,
)


def day_of(number: int) -> date:
    return START + timedelta(days=number)


def rows_on(paid: Sequence[tuple[int, int]], as_of: int) -> list[NewReceivable]:
    """What the company owes for at the end of a day: a shipment a day, the oldest paid first."""
    left = sum(amount for day, amount in paid if day <= as_of)
    rows = []
    for number in range(as_of + 1):
        shipped = 500 if number == 0 else 30
        share = min(shipped, left)
        left -= share
        if shipped > share:
            document = f"Реализация {1000 + number}"
            rows.append(NewReceivable(document, "", day_of(number), day_of(number), (shipped - share) * 100))
    return rows


@settings(max_examples=40)
@given(PAYMENTS, OPERATIONS)
def test_money_counts_once_in_any_order(
    paid: list[tuple[int, int]], operations: list[tuple[str, int, int]]
) -> None:
    """Σ rows = the file less the payments that it does not know; all that was told is all the money that is known of.

    The ledger says the same as the balance, whatever is loaded and taken back.
    """

    async def run() -> None:
        with tempfile.TemporaryDirectory() as folder, fresh_database("sqlite", Path(folder)) as url:
            database = open_database(url)
            try:
                await tell(await Desk(database).open())
            finally:
                await database.close()

    async def tell(desk: Desk) -> None:
        now, done = _Known(), list[tuple[_Known, Loaded | Applied]]()
        await desk.file(day_of(0), *rows_on(paid, 0))
        for what, first, last in operations:
            before = replace(now)
            if what == "undo":
                if done:
                    now, operation = done.pop()
                    await taken_back(desk, operation)
            elif what == "bank":
                chosen = {at for at, (day, _) in enumerate(paid) if first <= day <= max(first, last)}
                loaded = await desk.bank(*(money(str(at), day_of(paid[at][0]), paid[at][1]) for at in chosen))
                told = sum(line.paid for news in loaded.told for line in news.lines)
                now = replace(now, told=now.told + told, bank=now.bank | chosen)
                done.append((before, loaded))
            else:
                as_of = max(now.as_of, first) if what == "file" else min(now.as_of, first)
                applied = await desk.file(day_of(as_of), *rows_on(paid, as_of))
                assert as_of >= now.as_of or not applied.paid
                seen = frozenset(at for at, (day, _) in enumerate(paid) if day <= as_of)
                is_clear = now.is_clear and as_of >= now.as_of
                now = replace(now, as_of=as_of, told=now.told + applied.paid, seen=now.seen | seen, is_clear=is_clear)  # fmt: skip
                done.append((before, applied))
            client = await desk.row()
            async with desk.on() as work:
                balances = await ledger.balances(work.tx, [desk.client])
            assert balances.get(desk.client, 0) == client.debt - client.advance
            if now.is_clear:
                later = sum(paid[at][1] for at in now.bank if paid[at][0] > now.as_of)
                truth = sum(one.amount for one in rows_on(paid, now.as_of)) // 100 - later
                assert (client.debt - client.advance) // 100 == truth
                assert now.told // 100 == sum(paid[at][1] for at in now.bank | now.seen)

    asyncio.run(run())


@dataclass(frozen=True)
class _Known:
    """What was told, in kopecks, of which payments. Under a file older than another it is not `is_clear` what was told of."""

    as_of: int = 0
    told: int = 0
    bank: frozenset[int] = frozenset()
    seen: frozenset[int] = frozenset()
    is_clear: bool = True


async def taken_back(desk: Desk, done: Loaded | Applied) -> None:
    if isinstance(done, Loaded):
        await desk.undo(done)
        return
    async with desk.on() as work:
        await restore_receivables(work, done.undo)
