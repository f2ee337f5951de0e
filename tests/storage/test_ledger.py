"""The ledger on both engines: files, payments and their undoing in any order leave debit less credit at what is owed."""

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa

from domain.ledger import EntryKind
from storage import clients, ledger
from storage.clients import NewClient
from storage.receivables import NewReceivable
from storage.reconciliation_tables import ledger as table
from tests.office import Office
from usecases.ledger import read_statement
from usecases.receivables import replace_receivables, restore_receivables
from usecases.work import Work

FIRST = date(2026, 10, 5)
ALL = sa.select(table.c.client_id, table.c.kind, table.c.debit, table.c.credit, table.c.day).order_by(
    table.c.id
)


async def add_client(work: Work, manager: int, name: str) -> int:
    return await clients.add(work.tx, NewClient(manager, name, work.now))


async def owed(work: Work, managers: list[int], client: int) -> int:
    found = await clients.find(work.tx, client, managers)
    assert found is not None
    return found.debt - found.advance


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_comes_the_ledger_is_the_balance(office: Office, seed: int) -> None:
    anna = await office.actor(await office.hires("Анна"))
    chance = Random(seed)
    async with office.work() as work:
        ids = [await add_client(work, anna.id, name) for name in ("Ромашка", "Вектор")]
        undos: list[dict[str, Any]] = []
        for step in range(8):
            day = FIRST + timedelta(days=step * 4)
            if undos and chance.random() < 0.3:
                await restore_receivables(work, undos.pop())
            else:
                rows = {
                    client: [
                        NewReceivable(f"Реализация {number}", "", day - timedelta(days=chance.randrange(20)), None, chance.randrange(1, 10**7), chance.choice([0, 0, 500]))
                        for number in chance.sample(range(6), chance.randrange(5))
                    ]
                    for client in chance.sample(ids, chance.randrange(1, 3))
                }  # fmt: skip
                undos.append((await replace_receivables(work, day, rows, whole_base=step % 2 == 0)).undo)
            known = await ledger.balances(work.tx, ids)
            assert [known.get(one, 0) for one in ids] == [await owed(work, [anna.id], one) for one in ids]
        for undo in reversed(undos):
            await restore_receivables(work, undo)
        assert await work.tx.rows(ALL, lambda *row: row) == []


async def test_the_same_file_twice_writes_nothing(office: Office) -> None:
    anna = await office.actor(await office.hires("Анна"))
    async with office.work() as work:
        client = await add_client(work, anna.id, "Ромашка")
        rows = {client: [NewReceivable("Реализация 1", "", FIRST, None, 100_00)]}
        await replace_receivables(work, FIRST, rows)
        before = await work.tx.rows(ALL, lambda *row: row)
        await replace_receivables(work, FIRST, rows)
        assert await work.tx.rows(ALL, lambda *row: row) == before
        assert before == [(client, EntryKind.OPENING, 100_00, 0, FIRST)]


async def test_a_base_older_than_its_ledger_catches_up(office: Office) -> None:
    """Debts that were there before anything was written of them."""
    anna = await office.actor(await office.hires("Анна"))
    async with office.work() as work:
        client = await add_client(work, anna.id, "Ромашка")
        await replace_receivables(work, FIRST, {client: [NewReceivable("1", "", FIRST, None, 100_00)]})
        await work.tx.run(sa.delete(table))
        later = FIRST + timedelta(days=10)
        await replace_receivables(work, later, {client: [NewReceivable("1", "", FIRST, None, 40_00)]})
        found = await clients.find(work.tx, client, [anna.id])
        assert found is not None
        told = await read_statement(work, found, FIRST, later)
    assert (told.opening, told.debit, told.credit, told.closing) == (100_00, 0, 60_00, 40_00)
