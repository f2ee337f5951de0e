"""An order from the client's words to «Введён № 1203»."""

from datetime import date

import pytest

from storage import clients, counters, products, timeline
from tests.conversations.shop import Shop, hard, sees
from tests.office import Office


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open()


async def test_an_order_goes_to_support_and_comes_back_with_its_number(shop: Shop) -> None:
    anna = await shop.drafts("масло 82,5 20 кор, молоко 10")
    sees(
        anna,
        "1. Масло сливочное 82,5% 180 г — 400 шт (20 уп) × 150 ₽ = 60 000 ₽",
        "2. Молоко 3,2% 1 л — 10 шт",
    )
    sees(anna, "Итого: 60 800 ₽, 2 строки", "день не указан")
    await anna.taps("Доставка")
    await anna.says("в пятницу")
    sees(anna, "Доставка: пт, 27 ноября")
    await anna.taps("Условия")
    await anna.taps("Комментарий")
    await anna.says("Разгрузка до 12")
    await anna.taps("Передать")
    sees(anna, "Передан: Ромашка, 60 800 ₽", "Ответ поддержки придёт сюда")
    olga, pavel = shop.desk
    sees(
        olga,
        "Ромашка, заказ 1 — передан",
        "ООО «Ромашка»",
        "ИНН 7701254366",
        "Менеджер: Анна",
        "Разгрузка до 12",
    )
    sees(pavel, "Ромашка, заказ 1")
    await olga.taps("Принял")
    sees(olga, "принят, Ольга")
    sees(pavel, "принят, Ольга")
    sees(anna, "Ромашка, заказ 1 — принят, Ольга")
    await olga.taps("Введён №")
    sees(olga, "какой номер")
    await olga.says("1203")
    sees(olga, "введён № 1203")
    sees(anna, "Введён № 1203: Ромашка, 60 800 ₽")
    await anna.taps("Открыть заказ")
    sees(anna, "введён № 1203", "08:00 — передан", "введён № 1203, Ольга")
    actor = await shop.office.actor(anna)
    async with shop.office.work() as work:
        counted = await counters.of_day(work.tx, actor.id, shop.office.today)
        assert (counted.orders, counted.order_sum) == (1, 60_800_00)
        client = await clients.find(work.tx, shop.client, [actor.id])
        assert client is not None
        assert client.last_order_day == shop.office.today
        events = await timeline.of_client(work.tx, shop.client, 5)
        assert [(event.kind, event.facts["total"]) for event in events] == [("order", 60_800_00)]


async def test_one_doubt_among_typed_lines_is_asked_and_nothing_is_lost(shop: Shop) -> None:
    anna = await shop.drafts("масло 20 кор по 145, молоко 3,2 5, сыр российский 12,5 кг скидка 5%")
    sees(
        anna,
        "1. Молоко 3,2% 1 л — 5 шт",
        "2. Сыр Российский 50% — 12,5 кг × 540 ₽ − 5 %",
        "«масло 20 кор по 145» — какой товар?",
    )
    assert "✅ Передать" not in anna.buttons
    await anna.taps("82,5")
    sees(anna, "400 шт (20 уп) × 145 ₽ = 58 000 ₽ (по прайсу 150 ₽)")
    anna.does_not_see("❓")


async def test_what_is_not_found_is_said_as_written_and_may_go_as_words(shop: Shop) -> None:
    anna = await shop.drafts("мыло детское 5, молоко 3,2 10")
    sees(anna, "Молоко 3,2%", "«мыло детское 5» не нашлось")
    await anna.taps("В комментарий")
    sees(anna, "Комментарий: мыло детское 5")
    anna.does_not_see("❓")


async def test_who_is_not_found_leaves_a_way_out(shop: Shop) -> None:
    anna = shop.anna
    await anna.says("/order")
    await anna.says("синхрофазотрон")
    sees(anna, "По «синхрофазотрон» никого нет")
    await anna.taps("Отмена")
    await anna.says("/order")
    await anna.says("синхрофазотрон")
    await anna.taps("Новый клиент")
    sees(anna, "название")


async def test_a_missing_quantity_is_asked_and_answered_by_typing_or_tapping(shop: Shop) -> None:
    anna = await shop.drafts("масло 82,5, гречка")
    sees(anna, "Масло сливочное 82,5% 180 г — сколько шт?", "И ещё 1 вопрос")
    await anna.says("2 кор")
    sees(anna, "Масло сливочное 82,5% 180 г — 40 шт (2 уп)", "Гречка ядрица 800 г — сколько шт?")
    await anna.taps(hard("24 шт"))
    sees(anna, "Гречка ядрица 800 г — 24 шт (2 уп)")


async def test_goods_typed_again_answer_the_question_about_them(shop: Shop) -> None:
    anna = await shop.drafts("масло 20, гречка")
    sees(anna, "«масло 20» — какой товар?", "И ещё 1 вопрос")
    await anna.says("масло 72,5")
    sees(anna, "Масло сливочное 72,5% 180 г — 20 шт (1 уп)", "Гречка ядрица 800 г — сколько шт?")
    await anna.says("гречка 12")
    sees(anna, "Гречка ядрица 800 г — 12 шт (1 уп)")
    anna.does_not_see("❓")
    await anna.taps("Передать")


async def test_a_price_that_looks_like_that_of_a_pack_is_asked(shop: Shop) -> None:
    anna = await shop.drafts("масло 82,5 2 кор по 2900")
    sees(anna, "2 900 ₽ — цена за упаковку или за шт?")
    await anna.taps("за упаковку")
    sees(anna, "40 шт (2 уп) × 145 ₽ = 5 800 ₽")


async def test_typed_again_changes_the_line_and_more_adds_to_it(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10")
    await anna.says("молоко 12")
    sees(anna, "Молоко 3,2% 1 л: было 10, стало 12 шт")
    await anna.says("ещё молоко 3")
    sees(anna, "было 12, стало 15 шт", "15 шт × 80 ₽")


async def test_repeating_the_last_order_takes_three_taps(shop: Shop) -> None:
    anna = await shop.hands_over()
    async with shop.office.work() as work:
        await products.write(
            work.tx,
            code="МЛ-32",
            name="Молоко 3,2% 1 л",
            group_name="Молочное",
            unit="шт",
            prices={"опт": 85_00},
        )
    await shop.office.passes(days=7)
    await anna.says("/order")
    await anna.taps("Ромашка")
    await anna.taps("Как в прошлый раз")
    sees(anna, "400 шт", "10 шт × 85 ₽ = 850 ₽", "Итого: 60 850 ₽")
    await anna.double_taps("Передать")
    sees(anna, "заказ 2 — передан")
    for desk in shop.desk:
        assert sum("заказ 2" in message.text for message in desk.from_bot) == 1
    actor = await shop.office.actor(anna)
    async with shop.office.work() as work:
        counted = await counters.of_day(work.tx, actor.id, shop.office.today)
        assert (counted.orders, counted.order_sum) == (1, 60_850_00)


async def test_lines_by_taps_from_the_catalogue(shop: Shop) -> None:
    anna = shop.anna
    await anna.says("🧾 Заказ")
    await anna.says("ромаш")
    sees(anna, "Нашёлся 1 клиент")
    await anna.taps("Ромашка")
    await anna.taps("Из каталога")
    await anna.taps("Бакалея")
    await anna.taps("Гречка")
    await anna.double_taps(hard("5 шт"))
    sees(anna, "Бакалея")
    await anna.taps("К заказу")
    sees(anna, "Гречка ядрица 800 г — 5 шт × 90 ₽ = 450 ₽")
    await anna.taps("✏️ 1")
    await anna.double_taps("+1")
    sees(anna, "6 шт")
    await anna.taps("+12")
    sees(anna, "18 шт")
    await anna.says("24 по 85")
    sees(anna, "24 шт (2 уп) × 85 ₽ = 2 040 ₽ (по прайсу 90 ₽)")
    await anna.taps("✏️ 1")
    await anna.says("ерунда")
    sees(anna, "Не разобрал «ерунда»")
    await anna.says("скидка 5%")
    sees(anna, "− 5 % = 1 938 ₽")
    await anna.taps("✏️ 1")
    await anna.taps("Убрать строку")
    sees(anna, "Убрано: Гречка", "Пока пусто")


async def test_a_draft_is_there_tomorrow_beside_others(shop: Shop) -> None:
    await shop.add_client("Василёк")
    anna = await shop.drafts("молоко 10, колбаса 3")
    await anna.taps("Ещё")
    await anna.taps("Другой клиент")
    await anna.taps("Василёк")
    await anna.says("/order")
    assert hard("✏️ Василёк · пусто · сегодня") in anna.buttons
    await anna.taps("Василёк · пусто")
    await anna.says("гречка 12")
    await shop.office.waits_until("09:00", date(2026, 11, 24))
    await anna.says("/order")
    sees(anna, "Открыто 2 черновика")
    await anna.taps(hard("Ромашка · 800 ₽ · вчера"))
    sees(anna, "Молоко", "«колбаса 3» не нашлось")
    await anna.taps("Ещё")
    await anna.taps("Удалить черновик")
    sees(anna, "Удалить черновик: Ромашка? В нём 1 строка")
    await anna.taps("Да, удалить")
    await anna.says("/order")
    sees(anna, "Открыт 1 черновик")


async def test_goods_off_the_price_list_stop_the_order_plainly(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10, гречка 12")
    async with shop.office.work() as work:
        await work.tx.run(products.DELETE, code_="МЛ-32", at=work.now)
    await anna.taps("Передать")
    assert anna.alert == "«Молоко 3,2% 1 л» снят с прайса. Уберите строку и передайте заказ."
    await anna.taps("✏️ 1")
    await anna.taps("Убрать строку")
    await anna.taps("Передать")
    sees(anna, "Передан: Ромашка, 1 080 ₽")


OWN_TAPS = (
    "orders.new:{client}", "orders.open:{order}", "orders.page:{order}:0", "orders.draft:{order}:0", "orders.goods:{order}",
    "orders.shelf:{order}:1:0", "orders.pick:{order}:1:0:0", "orders.set:{order}:1:5000:0:0", "orders.step:{order}:1:5000",
    "orders.last:{order}", "orders.when:{order}", "orders.day:{order}:2026-11-27", "orders.comment:{order}", "orders.send:{order}",
    "orders.drop:{order}:1", "orders.which:{order}:1:1", "orders.many:{order}:1:5000", "orders.basis:{order}:1:1", "orders.skip:{order}:1:1",
    "orders.usual:{order}", "orders.more:{order}", "orders.another:{order}", "orders.lacking:{order}:0", "orders.note:{order}:1", "order_terms.open:{order}",
    "order_terms.hours:{order}", "order_terms.window:{order}:540:780", "order_terms.where:{order}", "order_terms.address:{order}:0",
    "order_terms.who:{order}", "order_terms.buyer:{order}:0", "order_terms.ours:{order}", "order_terms.contract:{order}:0",
    "order_terms.attached:{order}",
    "orders.again:{order}", "orders.back:{order}", "orders.file:{order}",
)  # fmt: skip
GONE = "Этого здесь больше нет. Откройте раздел заново."


async def test_anothers_order_is_answered_like_a_missing_one(shop: Shop) -> None:
    await shop.drafts("молоко 10")
    vera = await shop.office.hires("Вера")
    await vera.says("/order")
    for data in OWN_TAPS:
        await vera.sends_callback(data.format(client=shop.client, order=1))
        assert vera.alert == GONE, data
        await vera.sends_callback(data.format(client=987654, order=987654))
        assert vera.alert == GONE, data
    await vera.sends_callback("orders.reply:1:0")
    assert vera.alert == "На этот вопрос уже ответили."
    await shop.anna.sends_callback("orders.draft:1:0")
    sees(shop.anna, "10 шт")


async def test_what_was_handed_over_changes_no_more(shop: Shop) -> None:
    await shop.hands_over("молоко 10")
    sent = (
        "goods",
        "set",
        "last",
        "when",
        "day",
        "comment",
        "drop",
        "which",
        "many",
        "basis",
        "skip",
        "draft",
    )
    for data in OWN_TAPS:
        if data.split(":")[0].removeprefix("orders.") in sent:
            await shop.anna.sends_callback(data.format(client=shop.client, order=1))
            assert shop.anna.alert == "Заказ уже ушёл из черновиков. Переданные: /orders.", data


async def test_malformed_buttons_are_old_buttons(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10")
    for data in (
        "orders.draft:x:0",
        "orders.set:1:1:-5:0:0",
        "orders.day:1:завтра",
        "orders.open:99999999999999999999",
        "orders.what",
    ):
        await anna.sends_callback(data)
        sees(anna, "Эта кнопка устарела")
    await anna.sends_callback("orders.day:1:2026-02-31")
    assert anna.alert is not None
    assert "не день доставки" in anna.alert
    await anna.sends_callback("orders.day:1:2020-01-01")
    assert anna.alert is not None
    assert "не день доставки" in anna.alert


async def test_an_empty_order_and_an_open_doubt_are_not_handed_over(shop: Shop) -> None:
    anna = shop.anna
    await anna.says("/order")
    await anna.taps("Ромашка")
    sees(anna, "Пока пусто")
    await anna.sends_callback("orders.send:1")
    assert anna.alert == "В заказе нет строк. Напишите хотя бы одну."
    await anna.sends_callback("orders.last:1")
    assert anna.alert is not None
    assert "Прошлых заказов этого клиента" in anna.alert
    await anna.says("молоко 5, масло 3")
    await anna.sends_callback("orders.send:1")
    assert anna.alert == "Сначала ответьте про «масло 3»: выберите товар или уберите строку."
    await anna.says("/cancel")
    await anna.says("/order")
    await anna.taps("Ромашка ·")
    sees(anna, "Молоко", "«масло 3» — какой товар?")
    await anna.taps("Убрать строку")
    await anna.taps("Передать")
    sees(anna, "Передан: Ромашка, 400 ₽")


async def test_the_english_side(office: Office) -> None:
    shop = await Shop(office).open(supports=1)
    john = await office.hires("Джон", language="en")
    await shop.add_client("Acme", phone=john)
    await john.says("/order")
    sees(john, "New order")
    await john.taps("Acme")
    await john.says("масло 82.5 2 кор, молоко 2")
    sees(john, "draft order", "40 pcs (2 pk) × 150 ₽ = 6 000 ₽", "Total: 6 160 ₽, 2 lines")
    await john.taps("Hand over")
    sees(john, "Handed over: Acme, 6 160 ₽")
    await shop.desk[0].taps("Принял")
    sees(john, "accepted, Ольга")
