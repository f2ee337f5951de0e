"""An order never slips into another that was begun before."""

from decimal import Decimal

import pytest
import sqlalchemy as sa

from storage import orders, products, tables
from tests.conversations.shop import Shop, hard, sees
from tests.office import Office

SET_STOCK = (
    sa.update(tables.products)
    .where(tables.products.c.code == sa.bindparam("code_"))
    .values(stock=sa.bindparam("amount"))
)


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open(supports=1)


async def quantities(shop: Shop, order: int) -> dict[str, Decimal]:
    """By the beginning of the names."""
    async with shop.office.work() as work:
        lines = await orders.lines_of(work.tx, order)
        known = await products.by_ids(work.tx, [line.product_id for line in lines])
        return {known[line.product_id].name.split()[0]: line.quantity for line in lines}


async def test_a_quick_order_leaves_the_draft_where_it_is(shop: Shop) -> None:
    anna = await shop.drafts("масло 82,5 20 кор, пряники 5")
    await anna.says("/cancel")
    sees(anna, "Черновик сохранён: /order")
    await anna.says("ромашка взяла гречка 5 кор")
    await anna.double_taps("Сохранить")
    sees(anna, "Заказ 2 передан поддержке: 5 400 ₽", "в черновике, как и было, 1 строка на 60 000 ₽")
    sees(shop.desk[0], "Ромашка, заказ 2 — передан", "1. Гречка")
    shop.desk[0].does_not_see("Масло")
    await anna.taps("К черновику")
    sees(anna, "1. Масло", "«пряники 5» не нашлось")
    assert await quantities(shop, 2) == {"Гречка": 60}


async def test_a_quick_order_that_asks_something_stays_a_draft(office: Office) -> None:
    shop = await Shop(office).open(supports=1)
    async with office.work() as work:
        for code, stock, least in (("ГР-800", 3, None), ("МЛ-32", None, 24)):
            name, group = ("Гречка ядрица 800 г", "Бакалея") if stock else ("Молоко 3,2% 1 л", "Молочное")
            await products.write(
                work.tx,
                code=code,
                name=name,
                group_name=group,
                unit="шт",
                prices={"опт": 90_00},
                stock=Decimal(stock) if stock else None,
                min_quantity=Decimal(least) if least else None,
            )
    anna = shop.anna
    await anna.says("ромашка взяла 5 гречки и 13 молока")
    await anna.taps("Сохранить")
    sees(anna, "заказ ещё не передан", "количество не по упаковке, на складе меньше")
    shop.desk[0].does_not_see("заказ 1")
    await anna.taps("К заказу")
    sees(anna, "от 24 шт", "Гречка")
    await anna.taps(hard("24 шт"))
    await anna.taps("Передать")
    sees(shop.desk[0], "Ромашка, заказ 1 — передан")


async def test_what_is_typed_into_an_older_draft_may_leave_it(shop: Shop) -> None:
    anna = await shop.drafts("масло 82,5 20 кор, молоко 10")
    await shop.office.passes(days=1)
    await anna.says("/order")
    await anna.taps("Ромашка")
    sees(anna, "В черновике со вчера: 2 строки на 60 800 ₽.")
    await anna.says("ещё молоко 5, гречка 12, сыр российский")
    sees(anna, "В черновике со вчера: 2 строки", "сколько кг?")
    await anna.says("3")
    sees(anna, "4. Сыр")
    await anna.double_taps("Отдельный черновик")
    anna.does_not_see("В черновике")
    assert await quantities(shop, 1) == {"Масло": 400, "Молоко": 10}
    assert await quantities(shop, 2) == {"Молоко": 5, "Гречка": 12, "Сыр": 3}
    await anna.taps("Передать")
    await anna.says("/order")
    sees(anna, "Открыт 1 черновик")


async def test_a_question_goes_with_its_lines(shop: Shop) -> None:
    anna = await shop.drafts("масло 82,5 20 кор, колбаса 3")
    await shop.office.passes(days=1)
    await anna.says("пряники 5")
    await anna.taps("Убрать строку")
    await anna.says("гречка 5")
    sees(anna, "«пряники 5» не нашлось", "В черновике со вчера: 1 строка на 60 000 ₽.")
    await anna.taps("Ещё")
    await anna.taps("Отдельный черновик")
    sees(anna, "1. Гречка", "«пряники 5» не нашлось")
    assert await quantities(shop, 1) == {"Масло": 400}


async def test_an_older_draft_opened_by_its_own_button_says_nothing(shop: Shop) -> None:
    anna = await shop.drafts("масло 82,5 20 кор")
    await shop.office.passes(days=1)
    await anna.says("/order")
    await anna.taps(hard("Ромашка · 60 000 ₽ · вчера"))
    anna.does_not_see("В черновике")
    await anna.says("гречка 12")
    sees(anna, "В черновике со вчера: 1 строка на 60 000 ₽.")
    assert "Отдельный черновик" in anna.buttons


async def test_repeating_begins_a_draft_of_its_own(shop: Shop) -> None:
    anna = await shop.hands_over("молоко 10")
    await shop.drafts("масло 82,5 20 кор")
    await anna.says("/orders")
    await anna.taps("Ромашка")
    await anna.double_taps("Повторить")
    sees(anna, "1. Молоко", "Итого: 800 ₽, 1 строка")
    assert await quantities(shop, 2) == {"Масло": 400}
    await anna.says("/order")
    sees(anna, "Открыто 2 черновика")


async def test_a_draft_is_never_taller_than_eight_rows(shop: Shop) -> None:
    names = [f"Сыр плавленый очень длинный сорт очень мягкий номер {number}" for number in range(8)]
    async with shop.office.work() as work:
        for number, name in enumerate(names):
            await products.write(
                work.tx, code=f"П-{number}", name=name, unit="шт", prices={"опт": 90_00}, stock=Decimal(1)
            )
        for code in ("МЛ-32", "ГР-800"):
            await work.tx.run(SET_STOCK, code_=code, amount=Decimal(1))
    anna = await shop.drafts("масло 82,5 20 кор, молоко 10, гречка 12, сыр плавленый 40")
    rows = anna.last.keyboard
    assert len(rows) == 7
    assert [row[0]["text"] for row in rows[:5]] == [
        f"Сыр плавленый очень длинный…гкий номер {number}" for number in range(5)
    ]
    assert [button["text"] for button in rows[-1]] == ["Из каталога", "Ещё"]
    await anna.taps("Убрать строку")
    assert len(anna.last.keyboard) <= 8
    await anna.taps("Нет: 2 товара")
    sees(anna, "Ромашка: на складе не хватает 2 товаров")
    await anna.taps("К заказу")
    sees(anna, "1. Масло")


async def test_an_order_held_for_two_reasons_promises_no_way_round(office: Office) -> None:
    shop = await Shop(office).open(supports=1, limit=1)
    anna = await shop.drafts("масло 82,5 20 кор скидка 12%")
    sees(anna, "Заказ пойдёт руководителю: отгрузка и скидка.", "Больше вашей скидки 5 %")
    anna.does_not_see("По предоплате")
    anna.does_not_see("Решит руководитель")
