"""What a file of receivables changes: sums on the client's row, promises, and nothing the second time."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.actors import Actor, Role
from domain.ageing import AgeingSettings, Receivable, age
from domain.errors import InvalidAmountError, PastMomentError
from domain.promises import PromiseState
from domain.settlement import Leaf, paid_between
from storage import clients, counters, employees, promises, receivables, timeline
from storage.clients import Client, NewClient
from storage.database import Database
from storage.receivables import NewReceivable
from usecases.debts import lead_debts, recount, replace_receivables
from usecases.disputes import raise_dispute
from usecases.errors import NotFoundError, StaleError
from usecases.promises import cancel_promise, judge_due, move_promise, take_promise
from usecases.receivables import Applied, preview_receivables, restore_receivables
from usecases.rules import Rules
from usecases.work import Work

FILE = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
MANAGER = Actor(1, 101, "Анна", Role.MANAGER, 1, "ru", "Europe/Moscow")
LEAD = Actor(2, 102, "Борис", Role.LEAD, 1, "ru", "Europe/Moscow")
STRANGER = Actor(3, 103, "Вера", Role.MANAGER, 1, "ru", "Europe/Moscow")


def at(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour - 3, tzinfo=UTC)


def row(
    document: str, amount: int, due: date | None = None, day: date | None = None, *, advance: int = 0
) -> NewReceivable:
    """Sums in roubles."""
    return NewReceivable(document, "", day, due, amount * 100, advance * 100)


LATE = row("Реализация 1131", 96_400, date(2026, 11, 2), date(2026, 10, 19))
DUE_SOON = row("Реализация 1264", 75_000, date(2026, 12, 1), date(2026, 11, 17))


@dataclass
class Desk:
    database: Database
    client: int = 0
    other: int = 0

    @asynccontextmanager
    async def on(self, day: date = MONDAY) -> AsyncIterator[Work]:
        async with self.database.transaction() as tx:
            yield Work(tx, at(day), Rules())

    async def file(
        self,
        as_of: date,
        *rows: NewReceivable,
        day: date = MONDAY,
        whole: bool = False,
        of: Mapping[int, Sequence[NewReceivable]] | None = None,
    ) -> Applied:
        async with self.on(day) as work:
            return await replace_receivables(work, as_of, of or {self.client: rows}, whole_base=whole)

    async def row(self, client: int | None = None) -> Client:
        async with self.on() as work:
            found = await clients.find(work.tx, client or self.client, [1])
        assert found is not None
        return found

    async def promise(self, amount: int | None, due: date, day: date = MONDAY) -> int:
        async with self.on(day) as work:
            taken = await take_promise(MANAGER, work, self.client, amount and amount * 100, due)
        return taken.promise.id

    async def state(self, promise: int) -> tuple[str, int]:
        async with self.on() as work:
            found = await promises.find(work.tx, promise)
        assert found is not None
        return found.state, found.paid // 100

    async def judged_on(self, day: date) -> list[PromiseState]:
        async with self.on(day) as work:
            return [one.state for one in await judge_due(MANAGER, work)]


@pytest.fixture
async def desk(database: Database) -> Desk:
    made = Desk(database)
    async with made.on() as work:
        team = await work.tx.value(employees.ADD_TEAM, name="Опт")
        for person in (MANAGER, LEAD, STRANGER):
            await work.tx.value(employees.ADD, telegram_id=person.chat, name=person.name, role=person.role.value, team_id=team, language="ru", timezone=person.timezone, created_at=work.now)  # fmt: skip
        made.client = await clients.add(work.tx, NewClient(1, "Ромашка", work.now, payment_delay=14))
        made.other = await clients.add(work.tx, NewClient(1, "Вектор", work.now))
    return made


async def test_a_file_sets_the_sums_and_the_second_time_nothing(desk: Desk) -> None:
    applied = await desk.file(FILE, LATE, DUE_SOON, row("Аванс", 0, advance=4310))
    assert [change.newly_overdue for change in applied.changes] == [True]
    assert applied.paid == 0
    client = await desk.row()
    assert (client.debt, client.overdue, client.advance) == (17_140_000, 9_640_000, 431_000)
    assert (client.overdue_since, client.debt_as_of) == (date(2026, 11, 2), FILE)
    again = await desk.file(FILE, LATE, DUE_SOON, row("Аванс", 0, advance=4310))
    assert (again.changes, again.judged) == ((), ())
    assert await desk.row() == client


async def test_a_term_comes_from_the_clients_delay_or_is_unknown(desk: Desk) -> None:
    unnamed = row("Реализация 7", 1000, None, date(2026, 11, 1))
    await desk.file(FILE, of={desk.client: [unnamed], desk.other: [unnamed]})
    assert (await desk.row()).overdue_since == date(2026, 11, 15)
    assert ((await desk.row(desk.other)).overdue, (await desk.row(desk.other)).debt) == (0, 100_000)


async def test_rows_of_one_document_are_summed_and_a_negative_one_is_an_advance(desk: Desk) -> None:
    await desk.file(FILE, LATE, row("Реализация 1131", 600, date(2026, 11, 5)), row("Возврат", -500))
    client = await desk.row()
    assert (client.debt, client.advance, client.overdue_since) == (9_700_000, 50_000, date(2026, 11, 2))


async def test_a_whole_base_file_clears_whom_it_does_not_name(desk: Desk) -> None:
    await desk.file(FILE, of={desk.client: [LATE], desk.other: [LATE]})
    await desk.file(MONDAY, LATE)
    assert (await desk.row(desk.other)).debt == 9_640_000
    applied = await desk.file(MONDAY, LATE, whole=True)
    assert [(change.name, change.paid) for change in applied.changes] == [("Вектор", 9_640_000)]
    assert (await desk.row(desk.other)).debt == 0


async def test_a_promise_is_kept_by_the_next_file(desk: Desk) -> None:
    await desk.file(FILE, LATE, DUE_SOON)
    promise = await desk.promise(None, FRIDAY)
    assert (await desk.row()).promise_due == FRIDAY
    # What was shipped meanwhile hides nothing of what was paid.
    fresh = row("Реализация 1300", 200_000, date(2026, 12, 10), date(2026, 11, 25))
    applied = await desk.file(date(2026, 11, 26), DUE_SOON, fresh, day=date(2026, 11, 26))
    assert (applied.paid, [one.state for one in applied.judged]) == (9_640_000, [PromiseState.KEPT])
    assert await desk.state(promise) == ("kept", 96_400)
    client = await desk.row()
    assert (client.promise_due, client.promises_kept, client.promises_judged) == (None, 1, 1)
    async with desk.on() as work:
        kinds = [event.kind for event in await timeline.of_client(work.tx, desk.client, 10)]
    assert sorted(kinds) == ["payment", "promise", "promise_judged"]


async def test_a_promise_kept_in_part_and_two_promises_in_turn(desk: Desk) -> None:
    await desk.file(FILE, LATE, DUE_SOON)
    first = await desk.promise(30_000, date(2026, 11, 24))
    second = await desk.promise(60_000, FRIDAY)
    await desk.file(
        date(2026, 11, 25),
        row("Реализация 1131", 56_400, LATE.due, LATE.document_day),
        DUE_SOON,
        day=date(2026, 11, 25),
    )
    assert (await desk.state(first), await desk.state(second)) == (("kept", 30_000), ("open", 10_000))
    assert await desk.judged_on(FRIDAY) == []
    assert await desk.judged_on(date(2026, 11, 30)) == [PromiseState.PARTLY_KEPT]
    client = await desk.row()
    assert (client.promises_kept, client.promises_judged, client.promise_broken_day) == (1, 2, FRIDAY)


async def test_the_clock_breaks_a_promise_and_the_file_of_that_day_has_the_last_word(desk: Desk) -> None:
    await desk.file(FILE, LATE)
    promise = await desk.promise(None, date(2026, 11, 24))
    assert await desk.judged_on(date(2026, 11, 24)) == []
    assert await desk.judged_on(date(2026, 11, 25)) == [PromiseState.BROKEN]
    assert await desk.judged_on(date(2026, 11, 25)) == []
    broken = await desk.row()
    assert (broken.promise_broken_day, broken.promises_kept, broken.promises_judged) == (
        date(2026, 11, 24),
        0,
        1,
    )
    await desk.file(date(2026, 11, 25), day=date(2026, 11, 26))
    assert (await desk.state(promise))[0] == "kept"
    redeemed = await desk.row()
    assert (redeemed.promise_broken_day, redeemed.promises_kept, redeemed.promises_judged) == (None, 1, 1)


async def test_what_a_file_of_the_day_has_broken_stays_broken(desk: Desk) -> None:
    await desk.file(FILE, LATE)
    promise = await desk.promise(None, date(2026, 11, 24))
    await desk.file(date(2026, 11, 24), LATE, day=date(2026, 11, 25))
    assert await desk.state(promise) == ("broken", 0)
    await desk.file(FRIDAY, day=FRIDAY)
    assert await desk.state(promise) == ("broken", 0)
    assert (await desk.row()).promise_broken_day is None


async def test_the_same_promise_twice_is_one_and_a_larger_one_replaces(desk: Desk) -> None:
    await desk.file(FILE, LATE)
    promise = await desk.promise(96_400, FRIDAY)
    assert await desk.promise(None, FRIDAY) == promise
    moved = await desk.promise(96_400, date(2026, 11, 30))
    assert await desk.state(promise) == ("cancelled", 0)
    async with desk.on() as work:
        counted = await counters.of_day(work.tx, 1, MONDAY)
        assert (counted.promises, counted.promise_sum) == (1, 9_640_000)
        await move_promise(MANAGER, work, moved, FRIDAY, 5_000_000)
        _, name = await cancel_promise(MANAGER, work, moved)
        assert name == "Ромашка"
        with pytest.raises(StaleError):
            await cancel_promise(MANAGER, work, moved)
        with pytest.raises(StaleError):
            await move_promise(MANAGER, work, moved, FRIDAY)
    assert (await desk.row()).promise_due is None


async def test_what_cannot_be_promised(desk: Desk) -> None:
    await desk.file(FILE, LATE)
    promise = await desk.promise(1000, FRIDAY)
    async with desk.on() as work:
        with pytest.raises(PastMomentError):
            await take_promise(MANAGER, work, desk.client, 100, FILE)
        with pytest.raises(InvalidAmountError):
            await take_promise(MANAGER, work, desk.client, 0, FRIDAY)
        with pytest.raises(NotFoundError):
            await take_promise(STRANGER, work, desk.client, 100, FRIDAY)
        with pytest.raises(NotFoundError):
            await cancel_promise(STRANGER, work, promise)
        with pytest.raises(NotFoundError):
            await move_promise(MANAGER, work, 10**6, FRIDAY)


async def test_an_undone_file_leaves_everything_as_it_was(desk: Desk) -> None:
    await desk.file(FILE, LATE, DUE_SOON)
    promise = await desk.promise(None, FRIDAY)
    before = await desk.row()
    applied = await desk.file(date(2026, 11, 26), DUE_SOON, day=date(2026, 11, 26))
    async with desk.on(date(2026, 11, 26)) as work:
        await restore_receivables(work, applied.undo)
        assert len((await receivables.of_clients(work.tx, [desk.client]))[desk.client]) == 2
        kinds = [event.kind for event in await timeline.of_client(work.tx, desk.client, 10)]
        assert kinds == ["promise"]
        with pytest.raises(StaleError):
            await restore_receivables(work, applied.undo)
    assert await desk.row() == before
    assert await desk.state(promise) == ("open", 0)


async def test_a_preview_changes_nothing(desk: Desk) -> None:
    await desk.file(FILE, LATE, DUE_SOON)
    before = await desk.row()
    async with desk.on() as work:
        seen = await preview_receivables(work, MONDAY, {desk.client: [DUE_SOON]})
    assert [(change.debt_before, change.debt, change.paid) for change in seen.changes] == [
        (17_140_000, 7_500_000, 9_640_000)
    ]
    assert await desk.row() == before


async def test_a_dispute_stays_with_its_document_and_is_not_chased(desk: Desk) -> None:
    await desk.file(FILE, LATE, row("Реализация 9", 1000, date(2026, 11, 10)))
    async with desk.on() as work:
        rows = (await receivables.of_clients(work.tx, [desk.client]))[desk.client]
        first = next(one for one in rows if one.document == LATE.document)
        await raise_dispute(MANAGER, work, desk.client, first.id, reason="недовоз", note="")
    assert (await desk.row()).overdue_since == date(2026, 11, 10)
    await desk.file(MONDAY, LATE)
    client = await desk.row()
    assert (client.overdue, client.overdue_since) == (9_640_000, None)


async def test_the_lead_hears_from_the_seventh_day_on(desk: Desk) -> None:
    young = row("Реализация 8", 5000, date(2026, 11, 18))
    await desk.file(FILE, of={desk.client: [LATE], desk.other: [young]})
    async with desk.on() as work:
        found = await lead_debts(LEAD, work)
        assert [(debt.name, debt.days, debt.level.value) for debt in found] == [("Ромашка", 21, "stop")]
    async with desk.on(date(2026, 11, 25)) as work:
        assert [debt.name for debt in await lead_debts(LEAD, work)] == ["Ромашка", "Вектор"]


async def test_another_delay_is_counted_anew(desk: Desk) -> None:
    await desk.file(FILE, row("Реализация 7", 1000, None, date(2026, 11, 1)))
    async with desk.on() as work:
        await work.tx.run(clients.patch("payment_delay"), id_=desk.client, payment_delay=30)
        await recount(work, [desk.client, desk.other])
    assert (await desk.row()).overdue == 0


LEAVES = st.dictionaries(
    st.integers(0, 5), st.builds(Leaf, st.integers(0, 1000), st.integers(0, 100), st.dates(FILE, FRIDAY))
)


@given(LEAVES, LEAVES)
def test_what_was_paid_is_never_negative_and_the_same_file_pays_nothing(
    before: dict[int, Leaf], after: dict[int, Leaf]
) -> None:
    assert paid_between(before, after, FILE) >= 0
    assert paid_between(before, before, FILE) == 0
    assert paid_between(before, {}, FILE) == max(
        sum(leaf.amount - leaf.advance for leaf in before.values()), 0
    )
    assert paid_between(before, after, None) == 0


def test_a_debt_under_another_name_is_not_paid() -> None:
    day = FILE - timedelta(days=10)
    assert paid_between({"Реализация 1": Leaf(500, 0, day)}, {"Договор 15": Leaf(500)}, FILE) == 0
    assert (
        paid_between({"Реализация 1": Leaf(500, 0, day)}, {"Реализация 2": Leaf(900, 0, FRIDAY)}, FILE) == 500
    )


@given(
    st.lists(
        st.builds(
            Receivable,
            st.just(1),
            st.integers(0, 10**9),
            st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1)),
        )
    )
)
def test_buckets_sum_to_the_balance(rows: list[Receivable]) -> None:
    aged = age(rows, FILE, AgeingSettings())
    assert sum(bucket.amount for bucket in aged.buckets) == aged.debt == sum(row.amount for row in rows)
