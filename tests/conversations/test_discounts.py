"""Rules of discounts, from a typed line to the line of an order; VAT on the draft."""

from dataclasses import replace
from decimal import Decimal

import sqlalchemy as sa

from domain.prices import DiscountRule, PriceSettings, VatMode
from storage import discounts
from storage.tables import products
from tests.conversations.shop import Shop, sees
from tests.office import Office

SET_RATE = (
    sa.update(products).where(products.c.id == sa.bindparam("id_")).values(vat_rate=sa.bindparam("rate"))
)


async def adds(shop: Shop, text: str) -> None:
    """Boris adds this rule."""
    await shop.boris.says("/team")
    await shop.boris.taps("Скидки")
    await shop.boris.taps("Новая скидка")
    await shop.boris.says(text)
    await shop.boris.taps("Завести")


async def test_a_volume_rule_comes_and_goes_with_the_quantity(office: Office) -> None:
    shop = await Shop(office).open()
    await adds(shop, "масло от 50 кор 5 %")
    sees(shop.boris, "Скидка действует: 5 % — Масло", "и ещё 1", "от 50 кор")
    anna = await shop.drafts("масло 82,5 30 кор")
    sees(anna, "Итого: 90 000 ₽")
    await anna.says("масло 72,5 20 кор")
    sees(anna, "150 ₽ − 5 % = 85 500 ₽ (от 50 кор)", "120 ₽ − 5 % = 45 600 ₽ (от 50 кор)", "Итого: 131 100 ₽")
    await anna.says("масло 72,5 19 кор")
    sees(anna, "Итого: 135 600 ₽")
    anna.does_not_see("− 5 %")


async def test_a_line_in_ones_own_words_is_priced_by_the_rules(office: Office) -> None:
    shop = await Shop(office).open()
    await adds(shop, "Ромашка 3 % на всё")
    await shop.anna.says("ромашка взяла гречка 5 кор")
    await shop.anna.taps("Сохранить")
    sees(shop.anna, "Заказ 1 передан поддержке: 5 238 ₽")


async def test_of_several_rules_the_largest_counts(office: Office) -> None:
    shop = await Shop(office).open()
    await adds(shop, "Ромашка 3 % на всё до 31.12")
    sees(shop.boris, "3 % — на всё · Ромашка · до 31.12")
    await adds(shop, "молоко −10 % до пятницы")
    anna = await shop.drafts("масло 82,5 10, молоко 10")
    sees(anna, "150 ₽ − 3 % = 1 455 ₽ (условия клиента, до 31.12)", "80 ₽ − 10 % = 720 ₽ (до 27.11)")
    await office.waits_until("09:00", office.today.replace(day=28))
    await anna.says("/order")
    await anna.taps("Ромашка")
    sees(anna, "80 ₽ − 3 % = 776 ₽", "Итого: 2 231 ₽")


async def test_a_typed_discount_stands_in_place_of_a_rule(office: Office) -> None:
    shop = await Shop(office).open()
    await adds(shop, "класс C 8 %")
    anna = await shop.drafts("масло 82,5 10 скидка 4%, молоко 10")
    sees(anna, "150 ₽ − 4 % =", "80 ₽ − 8 % = 736 ₽ (класс C)")
    await anna.taps("✏️ 1")
    await anna.says("скидка 8%")
    assert "✅ Передать" in anna.buttons, "what a rule gives may be typed"
    await anna.taps("✏️ 1")
    await anna.says("скидка 9%")
    sees(anna, "Больше вашей скидки 8 %: Масло сливочное 82,5% 180 г — 9 %")


async def test_a_rule_is_ended_and_taken_back(office: Office) -> None:
    shop = await Shop(office).open()
    await adds(shop, "заказ от 1 тыс 4 %")
    anna = await shop.drafts("масло 82,5 10")
    sees(anna, "Итого: 1 440 ₽", "(заказ от 1 000 ₽)")
    await shop.boris.taps("Скидки")
    sees(shop.boris, "1. 4 % — на всё · заказ от 1 000 ₽")
    await shop.boris.taps("✖️ 1")
    await shop.boris.taps("Да, закончить")
    await anna.says("молоко 5")
    sees(anna, "Итого: 1 900 ₽")
    await shop.boris.taps("Вернуть")
    await anna.says("молоко 10")
    sees(anna, "Итого: 2 208 ₽")


async def test_of_many_rules_each_can_be_ended(office: Office) -> None:
    shop = await Shop(office).open()
    boris = await office.actor(shop.boris)
    async with office.work() as work:
        for percent in range(1, 23):
            rule = DiscountRule(0, Decimal(percent), client_id=shop.client)
            await discounts.add(work.tx, rule, boris.id, work.now)
    owner = await office.owner()
    await owner.says("/team")
    await owner.taps("Скидки")
    sees(owner, "1. 22 % — на всё", "20. 3 %")
    await owner.taps("Дальше ›")
    sees(owner, "21. 2 %", "22. 1 %")
    await owner.taps("✖️ 22")
    await owner.taps("Да, закончить")
    sees(owner, "Скидка закончена: 1 %")


async def test_what_is_not_clear_is_asked_and_what_is_wrong_is_said(office: Office) -> None:
    shop = await Shop(office).open()
    await shop.add_client("Ромашка плюс")
    boris = shop.boris
    await boris.says("/team")
    await boris.taps("Скидки")
    await boris.taps("Новая скидка")
    for text, answer in (
        ("масло 5", "Не разобрал «масло 5»"),
        ("масло 100 %", "больше 0 и меньше 100 %"),
        ("хурма 5 %", "«хурма» не нашёлся"),
    ):
        await boris.says(text)
        sees(boris, answer)
    await boris.says("масло 5 %")
    sees(boris, "Что имеется в виду?")
    await boris.taps("Масло сливочное 72,5% 180 г")
    sees(boris, "5 % — Масло сливочное 72,5% 180 г")
    boris.does_not_see("и ещё")
    await boris.says("молочное 2 %")
    await boris.taps("Завести")
    sees(boris, "2 % — Молочное")
    await shop.anna.sends_callback("discounts.open:0")
    assert shop.anna.alert == "Этого нет в вашей роли. Что доступно: /help."


async def test_a_manager_with_a_limit_of_her_own(office: Office) -> None:
    shop = await Shop(office).open()
    boris = shop.boris
    await boris.says("/team")
    await boris.taps("Скидки")
    await boris.taps("Новая скидка")
    await boris.says("лимит Анна 30 %")
    sees(boris, "Больше своей скидки дать нельзя: до 20 %")
    await boris.says("лимит Вера 7 %")
    sees(boris, "«Вера» не нашёлся")
    await boris.says("лимит Анна 12 %")
    sees(boris, "Лимит скидки: Анна — до 12 %.")
    await boris.taps("Скидки")
    sees(boris, "Анна — до 12 %")
    anna = await shop.drafts("масло 82,5 10 скидка 12%")
    assert "✅ Передать" in anna.buttons


async def test_goods_for_nothing_are_asked_about(office: Office) -> None:
    shop = await Shop(office).open()
    anna = await shop.drafts("масло 82,5 10, молоко 10")
    await anna.taps("✏️ 1")
    await anna.says("по 0")
    sees(anna, "Больше вашей скидки 5 %: Масло сливочное 82,5% 180 г — 100 %")
    assert "✅ Передать" not in anna.buttons


async def test_a_rule_of_the_whole_order_stays_when_the_discount_is_brought_down_to_it(
    office: Office,
) -> None:
    shop = await Shop(office).open()
    await adds(shop, "заказ от 60 тыс 10 %")
    anna = await shop.drafts("масло 82,5 20 кор скидка 30%")
    sees(anna, "Больше вашей скидки 10 %")
    await anna.taps("На согласование")
    await office.waits_until("10:00")
    await anna.taps("Передать с 10\u00a0%")
    sees(shop.desk[0], "Итого: 54 000 ₽")


async def test_vat_is_told_line_by_line(office: Office) -> None:
    shop = await Shop(office).open()
    async with office.work() as work:
        await work.tx.run(SET_RATE, id_=shop.goods["МЛ-32"], rate=10)
    anna = await shop.drafts("гречка 10, молоко 10")
    sees(anna, "Итого: 1 700 ₽", "в т. ч. НДС 22 %: 162,30 ₽, 10 %: 72,73 ₽")
    await anna.taps("Передать")
    sees(shop.desk[0], "в т. ч. НДС 22 %: 162,30 ₽, 10 %: 72,73 ₽")


async def test_vat_on_top_is_paid_too(office: Office) -> None:
    shop = await Shop(office).open()
    rules = replace(office.app.turns.rules, prices=PriceSettings(vat=VatMode.ON_TOP))
    office.app.turns.rules = rules
    anna = await shop.drafts("гречка 10, молоко 10")
    sees(anna, "Итого: 2 074 ₽", "НДС сверху 22 %: 374 ₽")
    await anna.taps("Передать")
    sees(anna, "Передан: Ромашка, 2 074 ₽")
