"""An order that was handed over and is changed: credit, discounts of the volume, what has left, what has to be paid."""

from decimal import Decimal
from typing import Any, cast

import pytest

from domain.actors import Actor
from domain.orders import OrderStatus
from domain.prices import DiscountRule
from storage import clients, discounts, orders, products, stops
from storage.database import Transaction
from storage.orders import Line, Order
from tests.conversations.shop import Shop, sees
from tests.office import Office
from usecases import order_changes, order_flow, order_statuses, order_undo, support
from usecases.order_errors import CreditHeldError, OrderLeftError, OrderPickedError
from usecases.work import Work

SET_STATUS = orders.patch("status")
SET_STOPPED = clients.patch("stopped")


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open(supports=1, limit=70_000_00)


class Side:
    """Анна and Ольга at the first order."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop

    async def actor(self, *, desk: bool = False) -> Actor:
        return await self.shop.office.actor(self.shop.desk[0] if desk else self.shop.anna)

    async def wants(self, **wanted: int) -> None:
        """Анна sends these quantities, by code with an underscore for a dash."""
        named = {self.shop.goods[code.replace("_", "-")]: Decimal(count) for code, count in wanted.items()}
        anna = await self.actor()
        async with self.shop.office.work() as work:
            await order_changes.change_lines(anna, work, 1, named)

    async def changes(self, code: str, quantity: int, *, desk: bool = True, **more: Any) -> None:
        actor = await self.actor(desk=desk)
        async with self.shop.office.work() as work:
            order = await locked(work)
            await order_changes.change_line(
                work, actor, order, self.shop.goods[code], quantity=Decimal(quantity), **more
            )

    async def stands(self) -> tuple[Order, dict[str, Line]]:
        async with self.shop.office.work() as work:
            rows = await orders.lines_of(work.tx, 1)
            known = await products.by_ids(work.tx, [row.product_id for row in rows])
            return await locked(work), {known[row.product_id].code: row for row in rows}

    async def terms(self) -> tuple[int, bool]:
        async with self.shop.office.work() as work:
            found = await stops.terms_of(work.tx, 1)
        assert found is not None
        return found.amount, found.paid_at is not None

    async def rules(self, rule: DiscountRule) -> int:
        boris = await self.shop.office.actor(self.shop.boris)
        async with self.shop.office.work() as work:
            return await discounts.add(work.tx, rule, boris.id, work.now)


async def locked(work: Work) -> Order:
    found = await orders.find_locked(work.tx, 1)
    assert found is not None
    return found


async def test_an_order_does_not_outgrow_the_limit_behind_the_leads_back(shop: Shop) -> None:
    side = Side(shop)
    await shop.hands_over("масло 82,5 400")
    with pytest.raises(CreditHeldError) as held:
        await side.wants(МС_825=400_000)
    assert held.value.facts == {"reason": "over_limit", "taken": "no"}
    order, lines = await side.stands()
    assert order.total == 60_000_00
    assert lines["МС-825"].quantity == 400
    await side.wants(МС_825=460)
    await side.wants(МС_825=300)
    async with shop.office.work() as work:
        await work.tx.run(SET_STOPPED, id_=shop.client, stopped=True)
    await side.wants(МС_825=200)
    with pytest.raises(CreditHeldError):
        await side.wants(МЛ_32=1)
    assert (await side.stands())[0].total == 30_000_00


async def test_whoever_asks_for_too_much_is_told_the_way(shop: Shop) -> None:
    anna = await shop.hands_over("масло 82,5 400")
    await anna.taps("Открыть заказ")
    await anna.taps("Изменить")
    await anna.says("масло 82,5 500")
    await anna.taps("Отправить поддержке")
    assert anna.alert is not None
    assert anna.alert.startswith("Заказ превысит кредитный лимит клиента. Отзовите его в черновик или")
    sees(anna, "Ещё не отправлено")


async def test_a_discount_goes_with_the_volume_and_only_then(shop: Shop) -> None:
    side = Side(shop)
    butter = shop.goods["МС-825"]
    await side.rules(DiscountRule(0, Decimal(30), products=(butter,), quantity=Decimal(400)))
    ended = await side.rules(DiscountRule(0, Decimal(10), products=(shop.goods["МЛ-32"],)))
    await shop.hands_over("масло 82,5 400, молоко 10")
    async with shop.office.work() as work:
        await discounts.end(work.tx, ended, work.now)
    await side.wants(МС_825=450)
    assert (await side.stands())[1]["МС-825"].discount == 30
    await side.wants(МС_825=1, МЛ_32=5)
    order, lines = await side.stands()
    assert [lines[code].discount for code in ("МС-825", "МЛ-32")] == [0, 10]
    await shop.desk[0].says("/orders")
    await shop.desk[0].taps("Ромашка")
    sees(shop.desk[0], "Масло сливочное 82,5% 180 г: было 400 шт → 1 шт, скидка 30 % → 0 %")
    assert order.total == 150_00 + 360_00


async def test_the_desk_brings_less_and_the_discount_stays(shop: Shop) -> None:
    side = Side(shop)
    await side.rules(DiscountRule(0, Decimal(30), products=(shop.goods["МС-825"],), quantity=Decimal(400)))
    await shop.hands_over("масло 82,5 400, молоко 10")
    await side.changes("МС-825", 200)
    await side.wants(МЛ_32=5)
    assert (await side.stands())[1]["МС-825"].discount == 30


async def test_what_has_left_stays_in_the_order(shop: Shop) -> None:
    side = Side(shop)
    await shop.hands_over("масло 82,5 400")
    olga, butter = await side.actor(desk=True), shop.goods["МС-825"]
    async with shop.office.work() as work:
        await support.enter(olga, work, 1, "1203", was="")
        await order_statuses.ship(olga, work, 1, {butter: Decimal(200)})
    for quantity in (0, 199):
        with pytest.raises(OrderLeftError):
            await side.changes("МС-825", quantity)
    with pytest.raises(OrderLeftError):
        await side.changes("МС-725", 400, instead_of=butter)
    await side.changes("МС-825", 200)
    assert (await side.stands())[1]["МС-825"].quantity == 200


async def test_a_picked_order_changes_only_where_goods_lack(shop: Shop) -> None:
    side = Side(shop)
    await shop.hands_over("масло 82,5 400")
    async with shop.office.work() as work:
        await work.tx.run(SET_STATUS, id_=1, status=OrderStatus.PICKED)
    with pytest.raises(OrderPickedError):
        await side.changes("МС-825", 300, desk=False)
    await side.changes("МС-825", 300, desk=False, lacks=True)
    assert (await side.stands())[0].total == 45_000_00


async def test_a_prepaid_order_is_to_be_paid_as_it_is_now(shop: Shop) -> None:
    side = Side(shop)
    await shop.drafts("молоко 10")
    anna = await side.actor()
    async with shop.office.work() as work:
        await order_flow.hand_over(anna, work, 1, prepaid=True)
    await side.wants(МЛ_32=5000)
    assert await side.terms() == (400_000_00, False)
    await side.wants(МЛ_32=20)
    assert await side.terms() == (1_600_00, False)
    async with shop.office.work() as work:
        await work.tx.run(stops.SET_PAID, id_=1, at=work.now)
    await side.wants(МЛ_32=10)
    assert await side.terms() == (800_00, True)
    await side.changes("МЛ-32", 30)
    assert await side.terms() == (2_400_00, False)
    await shop.office.passes(seconds=1)
    told = [
        [one.text for one in phone.from_bot if "Заказ вырос" in one.text]
        for phone in (shop.anna, shop.desk[0])
    ]
    assert [len(some) for some in told] == [1, 1]
    assert "теперь 2 400 ₽. Попросите клиента доплатить" in told[0][0].replace("\u00a0", " ")


async def test_an_undone_step_waits_for_no_answer_that_has_come(shop: Shop) -> None:
    anna = await shop.hands_over("молоко 10")
    olga = shop.desk[0]
    await olga.taps("Принял")
    await olga.taps("Вопрос")
    await olga.says("Какой склад?")
    actor, manager = await shop.office.actor(olga), await shop.office.actor(anna)
    async with shop.office.work() as work:
        await support.enter(actor, work, 1, "1203", was="")
    async with shop.office.work() as work:
        question = await support.get_open_question(manager, work, 1, 0)
        await support.answer(manager, work, question.id, "Южный")
        await order_undo.undo(actor, work, 1)
        order = await locked(work)
    assert (order.status, order.entered_number) == (OrderStatus.ACCEPTED, None)


class Counted:
    """A transaction, and how often it was asked for something."""

    def __init__(self, tx: Transaction) -> None:
        self.tx, self.times = tx, 0

    def __getattr__(self, name: str) -> Any:
        self.times += name in {"rows", "row", "value", "values", "run"}
        return getattr(self.tx, name)


async def test_the_work_grows_with_the_lines_that_change(shop: Shop) -> None:
    """Each line is written and noted: nothing reads the whole order for each of them."""
    await shop.hands_over("молоко 10")
    side = Side(shop)
    anna = await side.actor()
    async with shop.office.work() as work:
        ids = [
            await products.write(
                work.tx,
                code=f"Т-{at}",
                name=f"Товар {at}",
                group_name="",
                unit="шт",
                pack_size=None,
                prices={"опт": 1_00},
            )
            for at in range(300)
        ]
        for id_ in ids:
            await orders.put_line(
                work.tx, 1, id_, quantity=Decimal(2), unit="шт", price=1_00, discount=Decimal(0)
            )
        counted = Counted(work.tx)
        slow = Work(cast("Transaction", counted), work.now, work.rules)
        done = await order_changes.change_quantities(
            slow, anna, await locked(work), dict.fromkeys(ids, Decimal(1))
        )
        assert done.differs
    assert counted.times < 2 * len(ids) + 20
    assert (await side.stands())[0].total == 800_00 + 300_00
