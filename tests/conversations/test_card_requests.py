"""A card asked of accounting, and its answer."""

from datetime import timedelta

import pytest

from domain.actors import Role
from sandbox.phone import Phone
from storage import client_codes, employees, orders, products
from tests.conversations.shop import Shop, sees
from tests.office import Office


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open()


@pytest.fixture
async def irina(office: Office, shop: Shop) -> Phone:
    return await office.hires("Ирина", Role.ACCOUNTANT)


async def test_goods_without_a_card_come_into_the_draft_with_their_code(shop: Shop, irina: Phone) -> None:
    anna = await shop.drafts("молоко 10, хумус классический 20 шт")
    anna.sees("«хумус классический 20 шт» не нашлось")
    await anna.taps("Запросить карточку")
    sees(anna, "Карточка товара запрошена", "хумус классический")
    await anna.taps("К заказу")
    sees(anna, "⏳ 1 товар ждёт кода из бухгалтерии: встанет в заказ сам, если не передать раньше")
    sees(irina, "Нужна карточка товара", "хумус классический", "Клиент: Ромашка", "Просит Анна")
    await irina.taps("Код…")
    await irina.says("ХМ-01\nХумус классический 200 г")
    sees(irina, "Карточка заведена: код ХМ-01, Ирина", "В каталоге: Хумус классический 200 г")
    sees(
        anna, "Карточка товара заведена: Хумус классический 200 г, код ХМ-01.", "Строка уже в заказе: Ромашка"
    )
    await anna.taps("К заказу")
    sees(anna, "Хумус классический 200 г", "20 шт")
    anna.does_not_see("⏳")
    async with shop.office.work() as work:
        found = await products.by_codes(work.tx, ["ХМ-01"])
        assert found["ХМ-01"].unit == "pcs"


async def test_plain_words_are_no_code(shop: Shop, irina: Phone) -> None:
    anna = await shop.drafts("хумус 20 шт")
    await anna.taps("Запросить карточку")
    await irina.taps("Код…")
    await irina.says("сейчас посмотрю")
    sees(irina, "Нужен код до 50 знаков")
    await irina.says("ХМ-01")
    sees(irina, "Карточка заведена: код ХМ-01")


async def test_a_lead_answers_for_the_own_teams_only(shop: Shop, irina: Phone, office: Office) -> None:
    async with office.work() as work:
        apart = await work.tx.value(employees.ADD_TEAM, name="Отдельно")
    pavel = await office.hires("Павел", Role.LEAD, team=apart)
    anna = await shop.drafts("хумус 20 шт")
    await anna.taps("Запросить карточку")
    await pavel.says("/import")
    assert not any("Карточки" in button for button in pavel.buttons)
    for button in ("open:1", "code:1", "no:1", "what:1"):
        await pavel.sends_callback(f"card_requests.{button}")
        assert pavel.alert == "Этого здесь больше нет. Откройте раздел заново."
    await pavel.sends_callback("card_requests.list")
    pavel.does_not_see("хумус")
    await shop.boris.sends_callback("card_requests.open:1")
    sees(shop.boris, "хумус")


async def test_two_accountants_one_answers(shop: Shop, irina: Phone, office: Office) -> None:
    vera = await office.hires("Вера", Role.ACCOUNTANT)
    anna = await shop.drafts("хумус 20 шт")
    await anna.taps("Запросить карточку")
    await irina.taps("Код…")
    await vera.taps("Код…")
    await irina.says("ХМ-01")
    await vera.says("ХМ-02")
    sees(vera, "Уже есть ответ: код ХМ-01, Ирина.")
    assert any("Карточка заведена: код ХМ-01, Ирина" in message.text for message in vera.from_bot)
    assert not any(button == "Код…" for button in vera.buttons)
    assert sum("заведена" in message.text for message in anna.from_bot) == 1


async def test_a_question_and_a_refusal(shop: Shop, irina: Phone) -> None:
    anna = await shop.drafts("хумус 20 шт")
    await anna.taps("Запросить карточку")
    await irina.taps("Вопрос")
    await irina.says("Какой вес?")
    sees(anna, "Спрашивает Ирина, карточка хумус:", "Какой вес?")
    await anna.taps("Ответить")
    await anna.says("200 г")
    sees(irina, "Отвечает Анна, карточка хумус:", "200 г")
    await irina.taps("Отказать")
    await irina.says("Не возим")
    sees(irina, "Карточку не заводим: Ирина", "Причина: Не возим")
    sees(anna, "Карточку не заводят: хумус", "Ирина: Не возим")


async def test_an_existing_code_is_those_goods_and_a_sent_order_is_left_alone(
    shop: Shop, irina: Phone
) -> None:
    anna = await shop.drafts("молоко 10, какое-то маслице 3 шт")
    await anna.taps("Запросить карточку")
    await anna.taps("К заказу")
    await anna.taps("✅ Передать")
    await irina.taps("Код…")
    await irina.says("МС-725")
    sees(anna, "Масло сливочное 72,5% 180 г, код МС-725", "уже передан: откройте его, «Изменить»")
    assert anna.buttons[:1] == ["Открыть заказ"]
    async with shop.office.work() as work:
        assert len(await orders.lines_of(work.tx, 1)) == 1


async def test_a_request_is_withdrawn(shop: Shop, irina: Phone) -> None:
    anna = await shop.drafts("хумус 20 шт")
    await anna.taps("Запросить карточку")
    card = irina.last
    await anna.taps("Отозвать")
    sees(anna, "Запрос карточки отозван")
    sees(irina, "Запрос карточки отозван")
    await irina.taps_old(card, "Код…")
    assert irina.alert == "Запрос уже отозван."


async def test_a_client_gets_its_code(shop: Shop, irina: Phone) -> None:
    anna = shop.anna
    await anna.says("/clients")
    await anna.taps("Ромашка")
    await anna.taps("Узнать код")
    sees(anna, "Карточка для бухгалтерии: Ромашка", "ИНН 7701254366", "Не хватает: КПП, адрес")
    await anna.says("КПП 770101001, Москва, Лесная, 5")
    sees(anna, "КПП 770101001", "Адрес: Москва, Лесная, 5", "Всё есть")
    await anna.taps("Запросить")
    sees(anna, "Карточка клиента запрошена")
    sees(irina, "Нужна карточка клиента", "ООО «Ромашка»", "ИНН 7701254366", "КПП 770101001")
    await anna.says("/clients")
    await anna.taps("Ромашка")
    await anna.taps("Узнать код")
    sees(anna, "карточка уже запрошена")
    await irina.taps("Код…")
    await irina.says("000123")
    sees(anna, "Карточка клиента заведена: ООО «Ромашка», код 000123.")
    async with shop.office.work() as work:
        assert await client_codes.find_codes(work.tx, [shop.client]) == {shop.client: "000123"}
    await irina.says("/import")
    assert not any("Карточки" in button for button in irina.buttons)


async def test_without_an_accountant_the_lead_answers(shop: Shop) -> None:
    anna = await shop.drafts("хумус 20 шт")
    await anna.taps("Запросить карточку")
    sees(shop.boris, "Нужна карточка товара")
    await shop.boris.says("/import")
    await shop.boris.taps("Карточки: ждут 1")
    sees(shop.boris, "Ждут карточки: 1")


async def test_sales_support_asks_for_a_card_from_the_order(shop: Shop, irina: Phone) -> None:
    await shop.hands_over()
    olga = shop.desk[0]
    await olga.taps("Ещё")
    await olga.taps("Запросить карточку")
    assert "Открыть заказ" in olga.buttons
    await olga.says("хумус классический 20 шт")
    sees(olga, "Карточка товара запрошена")
    sees(irina, "Нужна карточка товара", "Клиент: Ромашка", "Просит Ольга")
    await irina.taps("Код…")
    await irina.says("ХМ-01")
    sees(olga, "код ХМ-01")
    await olga.taps("Открыть заказ")
    sees(olga, "Масло сливочное 82,5% 180 г")


async def test_a_request_that_waits_is_not_forgotten(shop: Shop, irina: Phone) -> None:
    await shop.office.waits_until("10:00")
    anna = await shop.drafts("хумус 20 шт")
    await anna.taps("Запросить карточку")
    await shop.office.passes(minutes=121)
    sees(irina, "⏰ Карточка товара ждёт кода 2 ч: хумус", "Просит Анна, для клиента «Ромашка».")
    await irina.taps("Вопрос")
    await irina.says("Какой вес?")
    await shop.office.passes(minutes=61)
    sees(anna, "⏰ Бухгалтерия ждёт вашего ответа 1 ч", "Ирина: Какой вес?")
    await shop.office.passes(minutes=30)
    sees(shop.boris, "⏰ Анна не отвечает бухгалтерии 1 ч: карточка хумус.")
    await anna.taps("Ответить")
    await anna.says("200 г")
    await shop.office.passes(minutes=121)
    sees(irina, "⏰ Карточка товара ждёт кода 2 ч: хумус")
    await shop.office.passes(minutes=30)
    sees(anna, "⏰ Бухгалтерия не даёт код уже 2 ч: хумус. Поторопите её.")
    sees(shop.boris, "⏰ Бухгалтерия не даёт код уже 2 ч: хумус. Просит Анна.")
    assert "Код…" in shop.boris.buttons
    assert sum("⏰" in one.text for one in irina.from_bot) == 2


async def test_an_answered_request_is_not_reminded_of_and_evenings_do_not_count(
    shop: Shop, irina: Phone
) -> None:
    await shop.office.waits_until("17:00")
    anna = await shop.drafts("хумус 20 шт")
    await anna.taps("Запросить карточку")
    await shop.office.passes(minutes=180)
    assert not any("⏰" in one.text for one in irina.from_bot)
    await irina.taps("Код…")
    await irina.says("ХМ-01")
    await shop.office.waits_until("12:00", shop.office.today + timedelta(days=1))
    assert not any("⏰" in one.text for phone in (irina, anna) for one in phone.from_bot)
