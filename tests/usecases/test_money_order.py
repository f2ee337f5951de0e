"""Money that comes late, twice, under an older file, or is taken back: nobody has paid who has not, and nothing is lost."""

import asyncio
from datetime import date

import pytest
import sqlalchemy as sa

from domain.actors import Actor, Role
from domain.ledger import EntryKind
from storage import clients, employees, ledger, payments, promises, receivables, stops
from storage import orders as stored_orders
from storage.clients import NewClient
from storage.database import Database
from storage.receivables import NewReceivable
from storage.reconciliation_tables import ledger as ledger_table
from storage.tables import orders
from tests.usecases.test_payments import ANNA, CLARA, MONDAY, NEW, OLD, START, Desk, money, row
from usecases.disputes import raise_dispute
from usecases.errors import StaleError
from usecases.import_history import UndoError
from usecases.payments import give_payment, open_waiting
from usecases.prepayment import change_amount
from usecases.promises import judge_due, take_promise
from usecases.receivables import replace_receivables, restore_receivables
from usecases.stop_list import stop_client

WEDNESDAY, THURSDAY = date(2026, 11, 18), date(2026, 11, 19)
ORDER = (
    sa.insert(orders)
    .values({name: sa.bindparam(name) for name in ("client_id", "employee_id", "status", "comment", "total", "hold", "created_at", "handed_at")})
    .returning(orders.c.id)
)  # fmt: skip


@pytest.fixture
async def desk(database: Database) -> Desk:
    return await Desk(database).open()


async def promised(desk: Desk, roubles: int, due: date, day: date = MONDAY) -> int:
    async with desk.on(day) as work:
        return (await take_promise(ANNA, work, desk.client, roubles * 100, due)).promise.id


async def word(desk: Desk, promise: int) -> tuple[str, int]:
    async with desk.on() as work:
        found = await promises.find(work.tx, promise)
    assert found is not None
    return found.state, found.paid // 100


async def balanced(desk: Desk) -> bool:
    client = await desk.row()
    async with desk.on() as work:
        known = await ledger.balances(work.tx, [desk.client])
    return known.get(desk.client, 0) == client.debt - client.advance


async def test_an_older_file_is_no_payment(desk: Desk) -> None:
    await desk.file(WEDNESDAY, OLD)
    promise = await promised(desk, 50_000, date(2026, 11, 24))
    await desk.file(START, OLD, NEW)
    applied = await desk.file(WEDNESDAY, OLD)
    assert (applied.paid, applied.judged, await word(desk, promise)) == (0, (), ("open", 0))
    assert (await desk.file(date(2026, 11, 10))).judged == ()
    assert await word(desk, promise) == ("open", 0)
    assert await balanced(desk)
    async with desk.on() as work:
        found = await ledger.of_client(work.tx, desk.client, date(2000, 1, 1))
    assert EntryKind.PAYMENT not in {one.kind for one in found}


@pytest.mark.parametrize("by_bank", [True, False])
async def test_what_came_between_two_steps_of_a_bank_file_is_not_wiped(desk: Desk, *, by_bank: bool) -> None:
    await desk.file(START, OLD, NEW)
    done = await desk.bank(money("1", MONDAY, 10_000), money("2", MONDAY, 5_000, "7800000018", payer="Лютик"))
    if by_bank:
        await desk.bank(money("3", MONDAY, 20_000))
    else:
        await desk.file(MONDAY, OLD, NEW, row("Реализация 1400", 99_000))
    async with desk.on() as work:
        waiting = await open_waiting(CLARA, work)
        assert waiting is not None
        await give_payment(CLARA, work, waiting.id, desk.client)
    owes = await desk.owes()
    with pytest.raises(UndoError):
        await desk.undo(done)
    assert await desk.owes() == owes


async def prepaid(desk: Desk, roubles: int) -> int:
    async with desk.on() as work:
        order: int = await work.tx.value(ORDER, client_id=desk.client, employee_id=1, status="handed_over", comment="", total=roubles * 100, hold="", created_at=work.now, handed_at=work.now)  # fmt: skip
        await work.tx.run(
            stops.PREPAY, order_id=order, employee_id=1, amount=roubles * 100, created_at=work.now
        )
    return order


async def paid_orders(desk: Desk) -> list[bool]:
    async with desk.on() as work:
        return [bool(one.paid_at) for one in await stops.terms_of_clients(work.tx, [desk.client])]


async def test_money_for_an_old_debt_opens_no_prepaid_order(desk: Desk) -> None:
    await desk.file(START, OLD, NEW)
    order = await prepaid(desk, 20_000)
    await desk.bank(money("1", MONDAY, 50_000, purpose="Оплата по реализации 1131"))
    assert await paid_orders(desk) == [False]
    done = await desk.bank(money("2", MONDAY, 20_000, purpose=f"Предоплата по заказу № {order}"))
    assert await paid_orders(desk) == [True]
    await desk.undo(done)
    assert await paid_orders(desk) == [False]


async def test_two_parts_pay_a_prepaid_order_and_nothing_pays_two(desk: Desk) -> None:
    await desk.file(START)
    await prepaid(desk, 20_000)
    await desk.bank(money("1", MONDAY, 12_000))
    assert await paid_orders(desk) == [False]
    await desk.bank(money("2", MONDAY, 8_000))
    await prepaid(desk, 15_000)
    await desk.bank(money("3", MONDAY, 1_000))
    assert await paid_orders(desk) == [True, False]


async def changed(desk: Desk, order: int, roubles: int) -> None:
    async with desk.on() as work:
        found = await stored_orders.find_locked(work.tx, order)
        assert found is not None
        await change_amount(work, found, roubles * 100)


async def test_a_prepaid_order_that_became_cheaper_is_paid_by_what_came(desk: Desk) -> None:
    await desk.file(START)
    order = await prepaid(desk, 20_000)
    done = await desk.bank(money("1", MONDAY, 12_000))
    await changed(desk, order, 12_500)
    assert await paid_orders(desk) == [False]
    await changed(desk, order, 12_000)
    assert await paid_orders(desk) == [True]
    await desk.undo(done)
    assert await paid_orders(desk) == [False]


async def test_a_prepaid_order_that_grew_waits_for_the_rest_though_old_debts_are_open(desk: Desk) -> None:
    await desk.file(START, OLD, NEW)
    order = await prepaid(desk, 20_000)
    await desk.bank(money("1", MONDAY, 20_000, purpose=f"Предоплата по заказу № {order}"))
    assert await paid_orders(desk) == [True]
    await changed(desk, order, 30_000)
    assert await paid_orders(desk) == [False]
    await desk.bank(money("2", MONDAY, 9_000, purpose=f"Доплата по заказу № {order}"))
    assert await paid_orders(desk) == [False]
    await desk.bank(money("3", MONDAY, 1_000, purpose=f"Доплата по заказу № {order}"))
    assert await paid_orders(desk) == [True]


async def test_a_word_kept_in_time_is_kept_though_the_morning_file_broke_it(desk: Desk) -> None:
    await desk.file(WEDNESDAY, OLD)
    promise = await promised(desk, 50_000, START, WEDNESDAY)
    async with desk.on(START) as work:
        await replace_receivables(work, START, {desk.client: [OLD]}, whole_base=True)
    async with desk.on(MONDAY) as work:
        await judge_due(ANNA, work)
    assert await word(desk, promise) == ("broken", 0)
    late = await desk.bank(money("8", MONDAY, 1_000))
    assert await word(desk, promise) == ("broken", 0)
    await desk.undo(late)
    done = await desk.bank(money("9", START, 50_000))
    assert await word(desk, promise) == ("kept", 50_000)
    client = await desk.row()
    assert (client.promises_kept, client.promises_judged, client.promise_broken_day) == (1, 1, None)
    await desk.undo(done)
    assert await word(desk, promise) == ("broken", 0)
    client = await desk.row()
    assert (client.promises_kept, client.promises_judged, client.promise_broken_day) == (0, 1, START)


async def test_what_was_paid_before_the_word_does_not_keep_it(desk: Desk) -> None:
    await desk.file(date(2026, 11, 16), OLD)
    promise = await promised(desk, 20_000, date(2026, 11, 27), START)
    await desk.bank(money("1", date(2026, 11, 17), 20_000))
    assert await word(desk, promise) == ("open", 0)
    await desk.bank(money("2", START, 20_000))
    assert await word(desk, promise) == ("kept", 20_000)


@pytest.mark.parametrize("by_bank", [True, False])
async def test_a_stop_that_money_has_lifted_stands_again(desk: Desk, *, by_bank: bool) -> None:
    await desk.file(START, OLD, NEW)
    async with desk.on() as work:
        lead = await work.tx.value(employees.ADD, telegram_id=777, name="Борис", role="lead", team_id=1, language="ru", timezone="Europe/Moscow", created_at=work.now)  # fmt: skip
    boris = Actor(lead, 777, "Борис", Role.LEAD, 1, "ru", "Europe/Moscow")
    async with desk.on() as work:
        await stop_client(boris, work, desk.client, "не платит")
        before = (await stops.open_of(work.tx, [desk.client]))[desk.client]
    if by_bank:
        done = await desk.bank(money("1", MONDAY, 120_000))
        assert not (await desk.row()).stopped
        await desk.undo(done)
    else:
        applied = await desk.file(MONDAY)
        assert not (await desk.row()).stopped
        async with desk.on() as work:
            await restore_receivables(work, applied.undo)
    assert (await desk.row()).stopped
    async with desk.on() as work:
        assert (await stops.open_of(work.tx, [desk.client]))[desk.client] == before
        assert [one.step for one in await stops.events_of(work.tx, before.id)] == ["stopped", "stopped"]


async def test_an_undone_file_brings_back_the_dispute(desk: Desk) -> None:
    await desk.file(START, OLD, NEW)
    async with desk.on() as work:
        rows = (await receivables.of_clients(work.tx, [desk.client]))[desk.client]
        await raise_dispute(ANNA, work, desk.client, rows[0].id, reason="недовоз", note="")
        before = {one.document: one for one in (await receivables.of_clients(work.tx, [desk.client]))[desk.client]}  # fmt: skip
    client = await desk.row()
    applied = await desk.file(MONDAY, NEW)
    async with desk.on() as work:
        await restore_receivables(work, applied.undo)
        after = (await receivables.of_clients(work.tx, [desk.client]))[desk.client]
    said = [(one.document, one.dispute, one.disputed_on, one.dispute_owner_id, one.dispute_until) for one in after]  # fmt: skip
    assert sorted(said) == sorted(
        (one.document, one.dispute, one.disputed_on, one.dispute_owner_id, one.dispute_until)
        for one in before.values()
    )
    assert await desk.row() == client


async def test_a_ledger_younger_than_the_debts_begins_with_them(desk: Desk) -> None:
    await desk.file(START, OLD, NEW)
    async with desk.on() as work:
        await work.tx.run(sa.delete(ledger_table))
    done = await desk.bank(money("1", MONDAY, 10_000))
    assert await balanced(desk)
    await desk.undo(done)
    assert await balanced(desk)
    async with desk.on() as work:
        found = await ledger.of_client(work.tx, desk.client, date(2000, 1, 1))
    assert [one.kind for one in found] == [EntryKind.OPENING]


async def test_who_owes_nothing_is_known_to_the_day_of_the_newest_file(desk: Desk) -> None:
    async with desk.on() as work:
        other = await clients.add(work.tx, NewClient(1, "Вектор", work.now))

    async def load(day: date, *owing: int) -> dict[str, object]:
        found: dict[int, list[NewReceivable]] = {id_: [OLD] for id_ in owing}
        async with desk.on() as work:
            return (await replace_receivables(work, day, found, whole_base=True)).undo

    await load(date(2026, 11, 10), desk.client, other)
    await load(date(2026, 11, 12), other)
    undo = await load(START, other)
    done = await desk.bank(money("1", date(2026, 11, 16), 30_000))
    assert (done.told, await desk.owes(), (await desk.row()).debt_as_of) == ((), {}, START)
    await desk.undo(done)
    async with desk.on() as work:
        await restore_receivables(work, undo)
    assert (await desk.row()).debt_as_of == date(2026, 11, 12)


async def test_an_undone_file_counts_only_its_own_words(desk: Desk) -> None:
    await desk.file(START, OLD)
    applied = await desk.file(MONDAY, OLD)
    promise = await promised(desk, 100, MONDAY)
    async with desk.on(date(2026, 11, 24)) as work:
        await judge_due(ANNA, work)
        await restore_receivables(work, applied.undo)
    client = await desk.row()
    assert await word(desk, promise) == ("broken", 0)
    assert (client.promises_kept, client.promises_judged, client.promise_broken_day) == (0, 1, MONDAY)


async def test_two_who_answer_at_once_wait_for_one_another(desk: Desk) -> None:
    await desk.file(START, OLD, NEW)
    async with desk.on() as work:
        other = await clients.add(work.tx, NewClient(1, "Вектор", work.now))
    strange = {"tax": "", "payer": "Лютик"}
    await desk.bank(money("1", MONDAY, 10_000, **strange), money("2", MONDAY, 20_000, **strange))

    async def give(payment: int, client: int) -> int:
        try:
            async with desk.on() as work:
                return len((await give_payment(CLARA, work, payment, client))[1])
        except StaleError:
            return 0

    assert sorted(await asyncio.gather(give(1, desk.client), give(2, other))) == [0, 2]
    async with desk.on() as work:
        assert await payments.open_total(work.tx) == (0, 0)
