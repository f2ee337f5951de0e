"""Rules of the order desk that are easier to see without a chat."""

import asyncio
from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.actors import Actor, Role
from domain.credit import CreditLevel
from domain.errors import InvalidOrderLineError
from domain.orders import OrderStatus
from storage import clients, counters, orders, products
from storage.clients import NewClient
from tests.office import Office
from usecases import order_entry, order_flow, order_statuses, support
from usecases import orders as drafts
from usecases.errors import NotFoundError
from usecases.order_errors import ClientMovedError, NotDraftError, OrderTakenError


async def shop(office: Office, *, column: str = "опт", limit: int | None = None) -> tuple[Actor, int, int]:
    """A manager, a client of theirs, and milk at 80 (опт) and 95 (розница)."""
    anna = await office.actor(await office.hires("Анна"))
    async with office.work() as work:
        milk = await products.write(
            work.tx, code="МЛ", name="Молоко", unit="шт", prices={"розница": 95_00, "опт": 80_00}
        )
        client = await clients.add(
            work.tx, NewClient(anna.id, "Ромашка", work.now, price_column=column, credit_limit=limit)
        )
    return anna, client, milk


async def order(office: Office, actor: Actor, client: int, text: str = "молоко 10") -> int:
    async with office.work() as work:
        draft = await drafts.start_draft(actor, work, client)
        await order_entry.type_lines(actor, work, draft, text)
        await order_flow.hand_over(actor, work, draft)
    return draft


async def test_a_client_has_one_open_draft(office: Office) -> None:
    anna, client, _ = await shop(office)
    async with office.work() as work:
        first = await drafts.start_draft(anna, work, client)
        assert await drafts.start_draft(anna, work, client) == first
        with pytest.raises(NotFoundError):
            await drafts.start_draft(anna, work, client + 1)


@pytest.mark.parametrize(
    ("column", "price", "fallback"),
    [("опт", 80_00, ()), ("дилер", 95_00, ("розница",)), ("", 95_00, ("розница",))],
)
async def test_prices_come_from_the_clients_column(
    office: Office, column: str, price: int, fallback: tuple[str, ...]
) -> None:
    anna, client, _ = await shop(office, column=column)
    async with office.work() as work:
        draft = await drafts.start_draft(anna, work, client)
        await order_entry.type_lines(anna, work, draft, "молоко 10")
        view = await drafts.get_draft(anna, work, draft)
    assert (view.lines[0].price, view.fallback) == (price, fallback)


async def test_what_is_on_its_way_counts_against_the_limit(office: Office) -> None:
    anna, client, _ = await shop(office, limit=1_000_00)
    await order(office, anna, client)
    async with office.work() as work:
        draft = await drafts.start_draft(anna, work, client)
        await order_entry.type_lines(anna, work, draft, "молоко 3")
        verdict = (await drafts.get_draft(anna, work, draft)).verdict
    assert (verdict.level, verdict.debt_after, verdict.over_by) == (CreditLevel.HOLD, 1_040_00, 40_00)


async def test_the_rhythm_follows_orders_and_their_withdrawal(office: Office) -> None:
    anna, client, _ = await shop(office)
    for _ in range(3):
        await order(office, anna, client)
        office.now += timedelta(days=7)
    last = await order(office, anna, client)
    async with office.work() as work:
        found = await clients.find(work.tx, client, [anna.id])
        assert found is not None
        assert (found.last_order_day, found.order_gap) == (date(2026, 12, 14), 7)
        assert found.order_weekdays == 1
        assert found.activity_recent == pytest.approx(sum(2 ** (-week / 3) for week in range(4)))
        await order_flow.withdraw(anna, work, last)
        found = await clients.find(work.tx, client, [anna.id])
        assert found is not None
        assert (found.last_order_day, found.order_gap) == (date(2026, 12, 7), 7)
        assert found.order_weekdays == 0
        assert found.activity_recent == pytest.approx(sum(2 ** (-week / 3) for week in range(3)))
        assert await counters.of_day(work.tx, anna.id, date(2026, 12, 14)) == counters.Counted(
            anna.id, date(2026, 12, 14)
        )


async def test_two_of_support_at_the_same_moment(office: Office) -> None:
    anna, client, _ = await shop(office)
    desk = [await office.actor(await office.hires(name, Role.SUPPORT)) for name in ("Ольга", "Павел")]
    number = await order(office, anna, client)

    async def accept(person: Actor) -> str:
        async with office.work() as work:
            await support.accept(person, work, number)
            await asyncio.sleep(0)
        return person.name

    results = await asyncio.gather(*(accept(person) for person in desk), return_exceptions=True)
    won = [one for one in results if isinstance(one, str)]
    lost = [one for one in results if isinstance(one, OrderTakenError)]
    assert len(won) == len(lost) == 1
    assert lost[0].facts["name"] == won[0]


async def test_handing_over_at_the_same_moment_counts_once(office: Office) -> None:
    anna, client, _ = await shop(office)
    async with office.work() as work:
        draft = await drafts.start_draft(anna, work, client)
        await order_entry.type_lines(anna, work, draft, "молоко 10")

    async def send() -> bool:
        async with office.work() as work:
            return (await order_flow.hand_over(anna, work, draft)).again

    assert sorted(await asyncio.gather(send(), send())) == [False, True]
    async with office.work() as work:
        assert (await counters.of_day(work.tx, anna.id, office.today)).orders == 1


async def test_a_manager_who_takes_a_client_over_sees_its_orders_and_changes_none(office: Office) -> None:
    anna, client, _ = await shop(office)
    vera = await office.actor(await office.hires("Вера"))
    number = await order(office, anna, client)
    async with office.work() as work:
        with pytest.raises(NotFoundError):
            await order_flow.get_order(vera, work, number)
        await work.tx.run(clients.patch("manager_id"), id_=client, manager_id=vera.id)
        assert (await order_flow.get_order(vera, work, number)).status is OrderStatus.HANDED_OVER
        with pytest.raises(NotFoundError):
            await order_flow.withdraw(vera, work, number)
        draft, notes = await order_flow.repeat(vera, work, number)
        assert notes == []
        assert (await drafts.get_draft(vera, work, draft)).totals.amount == 800_00


async def test_nothing_is_changed_in_what_has_left_the_manager(office: Office) -> None:
    anna, client, milk = await shop(office)
    number = await order(office, anna, client)
    async with office.work() as work:
        with pytest.raises(NotDraftError):
            await drafts.set_quantity(anna, work, number, milk, Decimal(5))
        lines = await orders.lines_of(work.tx, number)
    assert [line.quantity for line in lines] == [Decimal(10)]


async def test_a_code_names_its_product_and_the_usual_one_wins_by_usual(office: Office) -> None:
    anna, client, milk = await shop(office)
    async with office.work() as work:
        await products.write(work.tx, code="МЛ-2", name="Молоко топлёное", unit="шт", prices={"опт": 90_00})
        draft = await drafts.start_draft(anna, work, client)
        await order_entry.type_lines(anna, work, draft, "мл 4")
        assert (await drafts.get_draft(anna, work, draft)).lines[0].product_id == milk
        await order_flow.hand_over(anna, work, draft)
        draft = await drafts.start_draft(anna, work, client)
        await order_entry.type_lines(anna, work, draft, "молок как обычно")
        view = await drafts.get_draft(anna, work, draft)
    assert [(line.product_id, line.quantity) for line in view.lines] == [(milk, Decimal(4))]


async def test_a_draft_whose_client_a_colleague_has_now(office: Office) -> None:
    anna, client, _ = await shop(office)
    vera = await office.actor(await office.hires("Вера"))
    async with office.work() as work:
        draft = await drafts.start_draft(anna, work, client)
        assert [row.id for row in (await drafts.list_drafts(anna, work)).drafts] == [draft]
        await work.tx.run(clients.patch("manager_id"), id_=client, manager_id=vera.id)
        assert (await drafts.list_drafts(anna, work)).drafts == ()
        with pytest.raises(NotFoundError):
            await drafts.drop_draft(vera, work, draft)
        with pytest.raises(ClientMovedError):
            await drafts.drop_draft(anna, work, draft)
        await work.tx.run(clients.patch("manager_id"), id_=client, manager_id=anna.id)
        assert [row.id for row in (await drafts.list_drafts(anna, work)).drafts] == [draft]
        assert await drafts.drop_draft(anna, work, draft) == "Ромашка"
        assert await orders.find(work.tx, draft) is None


@pytest.mark.parametrize("amount", ["-5", "1000001", "NaN"])
async def test_no_line_ships_what_it_cannot_hold(office: Office, amount: str) -> None:
    anna, client, milk = await shop(office)
    olga = await office.actor(await office.hires("Ольга", Role.SUPPORT))
    number = await order(office, anna, client)
    async with office.work() as work:
        await support.enter(olga, work, number, "ЦБ-1", was="")
        with pytest.raises(InvalidOrderLineError):
            await order_statuses.ship(olga, work, number, {milk: Decimal(amount)})
