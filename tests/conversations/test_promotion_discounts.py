"""A discount that is given in a promotion: tied to it by the lead, for those it is for, over when it is."""

from datetime import date

from domain.promotions import Aim, Promotion
from domain.reasons import ClientClass
from storage import promotions
from tests.conversations.shop import Shop, sees
from tests.office import Office


async def runs(
    shop: Shop, name: str, *, classes: frozenset[ClientClass] = frozenset(), group: str = ""
) -> None:
    """Boris has started it, until the end of the year."""
    boris = await shop.office.actor(shop.boris)
    aim = Aim(classes)
    made = Promotion(0, name, "Скажите так", shop.office.today, date(2026, 12, 31), aim, group)
    async with shop.office.work() as work:
        await promotions.add(work.tx, boris.id, boris.team_id, made, work.now)


async def test_from_the_card_of_the_promotion_to_the_line_and_to_its_end(office: Office) -> None:
    shop = await Shop(office).open()
    await runs(shop, "Весна", group="Молочное")
    boris = shop.boris
    await boris.says("/promotions")
    await boris.taps("Весна")
    await boris.taps("🏷 Скидка")
    sees(boris, "Какая скидка по акции «Весна»?", "«5 %» — на «Молочное»")
    await boris.says("пять")
    sees(boris, "Не разобрал «пять»")
    await boris.says("5 %")
    sees(boris, "Завести скидку?", "5 % — Молочное · акция «Весна», до 31.12")
    await boris.double_taps("Завести")
    sees(boris, "Скидка действует: 5 % — Молочное")
    await boris.taps("К акции")
    sees(boris, "🏷 5 % — Молочное")
    anna = await shop.drafts("молоко 10, гречка 10")
    sees(anna, "80 ₽ − 5 % = 760 ₽ (акция, до 31.12)", "Гречка ядрица 800 г — 10 шт × 90 ₽ = 900 ₽")
    await boris.taps("Закончить")
    await anna.says("молоко 12")
    sees(anna, "Молоко 3,2% 1 л — 12 шт (1 уп) × 80 ₽ = 960 ₽")
    await boris.says("/team")
    await boris.taps("Скидки")
    boris.does_not_see("Весна")


async def test_one_line_names_the_promotion(office: Office) -> None:
    shop = await Shop(office).open()
    await runs(shop, "Весенняя распродажа")
    boris = shop.boris
    await boris.says("/team")
    await boris.taps("Скидки")
    await boris.taps("Новая скидка")
    await boris.says("акция осень: 5 % на масло")
    sees(boris, "Акция «осень» не нашлась")
    await boris.says("акция «Весенняя»: 7 % на масло 82,5 до 30.11")
    sees(boris, "7 % — Масло сливочное 82,5% 180 г · акция «Весенняя распродажа», до 30.11")
    await boris.taps("Завести")
    anna = await shop.drafts("масло 82,5 10")
    sees(anna, "150 ₽ − 7 % = 1 395 ₽ (акция, до 30.11)")


async def test_it_is_given_to_those_the_promotion_is_for(office: Office) -> None:
    shop = await Shop(office).open()
    await runs(shop, "Для крупных", classes=frozenset({ClientClass.A}))
    boris = shop.boris
    await boris.says("/promotions")
    await boris.taps("Для крупных")
    await boris.taps("🏷 Скидка")
    await boris.says("9 %")
    sees(boris, "9 % — на всё · акция «Для крупных», до 31.12")
    await boris.taps("Завести")
    anna = await shop.drafts("молоко 10")
    sees(anna, "Итого: 800 ₽")
    await anna.says("/promotions")
    await anna.taps("Для крупных")
    sees(anna, "🏷 9 % — на всё")
    assert not [label for label in anna.buttons if "Скидка" in label]


async def test_a_button_of_a_promotion_that_is_over_says_so(office: Office) -> None:
    shop = await Shop(office).open()
    await runs(shop, "Весна")
    boris = shop.boris
    await boris.says("/promotions")
    await boris.taps("Весна")
    card = boris.last
    await boris.taps("🏷 Скидка")
    await boris.says("5 %")
    check = boris.last
    await boris.says("/promotions")
    await boris.taps("Весна")
    await boris.taps("Закончить")
    await boris.taps_old(card, "🏷 Скидка")
    assert boris.alert
    await boris.taps_old(check, "Завести")
    assert boris.alert
