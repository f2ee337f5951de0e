"""The ledger with bank files: a payment has its own number and day, and is there once, whichever file told of it first."""

from datetime import date, timedelta
from random import Random

import pytest

from domain.ledger import Entry, EntryKind
from screens.import_views import Loaded
from storage import ledger
from storage.database import Database
from tests.usecases.test_payments import MONDAY, START, Desk, money, row
from usecases.import_history import UndoError
from usecases.ledger import read_statement

SOLD = row("Реализация 1203", 70_000, date(2026, 11, 12))
PART = row("Реализация 1203", 40_000, date(2026, 11, 12))


@pytest.fixture
async def desk(database: Database) -> Desk:
    return await Desk(database).open()


async def told(desk: Desk) -> list[tuple[date, str, int]]:
    """Payments of the month: day, number, roubles."""
    client = await desk.row()
    async with desk.on() as work:
        found = await read_statement(work, client, date(2026, 11, 1), date(2026, 11, 30))
    assert found.closing == client.debt - client.advance
    return [
        (one.day, one.document, one.credit // 100) for one in found.entries if one.kind is EntryKind.PAYMENT
    ]


async def check_balanced(desk: Desk) -> None:
    client = await desk.row()
    async with desk.on() as work:
        known = await ledger.balances(work.tx, [desk.client])
        entries: list[Entry] = await ledger.of_client(work.tx, desk.client, date(2000, 1, 1))
    assert known.get(desk.client, 0) == client.debt - client.advance
    assert all(one.debit >= 0 and one.credit >= 0 for one in entries)


async def test_the_bank_first_and_then_the_file(desk: Desk) -> None:
    await desk.file(START, SOLD)
    done = await desk.bank(money("718", MONDAY, 30_000))
    assert await told(desk) == [(MONDAY, "718", 30_000)]
    await desk.undo(done)
    assert await told(desk) == []
    await desk.bank(money("718", MONDAY, 30_000))
    await desk.file(MONDAY + timedelta(days=1), PART)
    assert await told(desk) == [(MONDAY, "718", 30_000)]


async def test_the_file_first_and_then_the_bank(desk: Desk) -> None:
    await desk.file(START, SOLD)
    after = MONDAY + timedelta(days=1)
    await desk.file(after, PART)
    assert await told(desk) == [(after, "", 30_000)]
    done = await desk.bank(money("718", MONDAY, 20_000))
    assert await told(desk) == [(MONDAY, "718", 20_000), (after, "", 10_000)]
    await desk.undo(done)
    assert await told(desk) == [(after, "", 30_000)]
    await check_balanced(desk)


@pytest.mark.parametrize("seed", range(4))
async def test_in_any_order_it_is_what_is_owed(desk: Desk, seed: int) -> None:
    chance = Random(seed)
    as_of, loads = START, list[Loaded]()
    for number in range(10):
        match chance.choice(["file", "bank", "bank", "undo"]):
            case "file":
                as_of += timedelta(days=chance.randrange(3))
                rows = [
                    row(f"Реализация {at}", chance.randrange(1, 90_000)) for at in range(chance.randrange(4))
                ]
                await desk.file(as_of, *rows)
            case "bank":
                days = [START + timedelta(days=chance.randrange(8)) for _ in range(chance.randrange(1, 3))]
                found = [
                    money(f"{number}{at}", day, chance.randrange(1, 50_000)) for at, day in enumerate(days)
                ]
                loads.append(await desk.bank(*found))
            case _:
                if loads:
                    try:
                        await desk.undo(loads.pop())
                    except UndoError:
                        continue
        await check_balanced(desk)
