"""A long file of debts: laid outside of the turn, in one stroke, while others go on."""

from datetime import date

from domain.actors import Role
from domain.imports import ImportState
from exchange.sheet import Limits
from exchange.xlsx_out import CellValue
from sandbox.phone import Phone
from screens.import_views import ImportView
from storage import imports, receivables
from tests.conversations.test_import_doubts import HEADS, owed
from tests.conversations.test_imports import add_client, table
from tests.office import Office
from usecases import import_loading
from usecases.import_reading import read_file
from usecases.imports import prepare
from usecases.work import Work

DUE = date(2026, 11, 10)
LINES = 310


def long_debts(amount: int) -> bytes:
    """So many roubles by each of `LINES` documents of one client."""
    rows: list[list[CellValue]] = [["Ромашка", "", f"Р-{at}", DUE, amount] for at in range(LINES)]
    return table(HEADS, *rows)


async def at_work(office: Office) -> tuple[Phone, Phone]:
    anna, clara = await office.hires("Анна"), await office.hires("Клара", Role.ACCOUNTANT)
    await add_client(office, anna, "Ромашка")
    await add_client(office, anna, "Колосок")
    return anna, clara


async def test_it_is_loaded_taken_back_and_loaded_again(office: Office) -> None:
    _, clara = await at_work(office)
    await clara.sends_file("долги.xlsx", long_debts(10))
    clara.sees("новых 1")
    await clara.double_taps("Загрузить")
    clara.sees("Загружено: долги", "С новым долгом 1")
    assert await owed(office) == {"Ромашка": 3100}
    await clara.taps("Отменить загрузку")
    clara.sees("Загрузка отменена")
    assert await owed(office) == {}
    await clara.sends_file("долги.xlsx", long_debts(10))
    await clara.taps("Загрузить")
    await clara.sends_file("долги.xlsx", long_debts(10))
    clara.sees("Этот файл уже загружен", "Менять нечего.")
    assert await owed(office) == {"Ромашка": 3100}


async def counted(office: Office, clara: Phone, amount: int) -> tuple[int, import_loading.Counted]:
    """An import that waits to be laid, counted in a reading transaction."""
    actor = await office.actor(clara)
    [read] = read_file("долги.xlsx", long_debts(amount), office.today, Limits(), layouts={})
    async with office.work() as work:
        view = await prepare(actor, work, "долги.xlsx", [read])
        assert isinstance(view, ImportView)
        assert view.debts is not None
        assert await import_loading.put_off(actor, work, view.id, view.debts.seen) == "долги.xlsx"
    async with office.database.reading() as tx:
        found = await import_loading.count(actor, Work(tx, work.now, work.rules), view.id)
    assert isinstance(found, import_loading.Counted)
    return view.id, found


async def test_what_changed_between_counting_and_writing_is_counted_anew(office: Office) -> None:
    _, clara = await at_work(office)
    await clara.sends_file("долги.xlsx", long_debts(10))
    await clara.taps("Загрузить")
    load, found = await counted(office, clara, 20)
    async with office.work() as work:
        [debtor, *_] = [one for one in (await receivables.lock(work.tx, [1, 2])).values() if one.debt]
        first = (await receivables.of_clients(work.tx, [debtor.id]))[debtor.id][0]
        await work.tx.run(receivables.DELETE, ids=[first.id])
    actor = await office.actor(clara)
    async with office.work() as work:
        assert await import_loading.write(actor, work, found) is None
    await office.settle()
    clara.sees("Загружено: долги")
    assert await owed(office) == {"Ромашка": 6200}
    async with office.work() as work:
        stored = await imports.find(work.tx, load, actor.id)
        assert stored is not None
        assert stored.state is ImportState.APPLIED


async def test_nothing_is_written_while_it_is_counted(office: Office) -> None:
    _, clara = await at_work(office)
    _, found = await counted(office, clara, 10)
    assert found.statements
    assert await owed(office) == {}
