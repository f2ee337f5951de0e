"""A discount beyond the manager's own: the lead's card, the counter-offer, silence, and credit asked about beside it."""

from decimal import Decimal

import sqlalchemy as sa

from domain.actors import Role
from storage import clients, orders
from storage.tables import products
from tests.conversations.shop import Shop, sees
from tests.office import Office

TWELVE = "масло 82,5 20 кор скидка 12%, молоко 10"
SET_STOPPED = clients.patch("stopped")
SET_COST = sa.update(products).where(products.c.id == sa.bindparam("id_")).values(cost=sa.bindparam("cost_"))


async def asks(office: Office, text: str = TWELVE, *, limit: int | None = None) -> Shop:
    """Anna has sent such an order to Boris."""
    shop = await Shop(office).open(limit=limit)
    await shop.drafts(text)
    await shop.anna.taps("На согласование")
    return shop


async def test_beyond_the_limit_a_counter_offer_is_accepted(office: Office) -> None:
    shop = await Shop(office).open()
    async with office.work() as work:
        await work.tx.run(SET_COST, id_=shop.goods["МС-825"], cost_=120_00)
    anna = await shop.drafts(TWELVE)
    sees(anna, "Больше вашей скидки 5 %: Масло сливочное 82,5% 180 г — 12 %", "Решит руководитель")
    assert "💳 Предоплата" not in anna.buttons
    await anna.double_taps("На согласование")
    sees(anna, "на согласовании", "Ответ нужен: сегодня, 10:00")
    boris = shop.boris
    sees(
        boris,
        "Ромашка, 53 600 ₽ — разрешить скидку?",
        "1. Масло сливочное 82,5% 180 г — 400 шт по 132 ₽ вместо 150 ₽: 12 %, маржа 9,1 %",
        "Маржа 9,1 %, по 1 из 2 строк",
        "Класс C",
    )
    shop.desk[0].does_not_see("Ромашка")
    await boris.taps("7\u00a0%")
    sees(boris, "предложена другая скидка", "↩️ Ответит: Анна", "139,50 ₽, скидка 7 % (просили 12 %)")
    sees(anna, "Борис предлагает другую скидку: Ромашка. Станет 56 600 ₽", "139,50 ₽, скидка 7 %")
    offer, asked = anna.last, boris.last
    await anna.says("/orders")
    sees(anna, "23.11 Ромашка, 53 600 ₽ — на согласовании")
    await anna.taps("Ромашка")
    sees(anna, "Борис предлагает другую скидку, станет 56 600 ₽", "Ответить нужно: сегодня, 10:00")
    await anna.double_taps("Принять")
    sees(anna, "Принято: Ромашка, 56 600 ₽", "передан поддержке")
    sees(shop.desk[0], "Итого: 56 600 ₽", "Скидка согласована: Борис")
    shop.desk[0].does_not_see("Нужно согласование", "разрешен")
    sees(boris, "Анна принимает предложение: Ромашка, 56 600 ₽")
    assert boris.last.id > asked.id  # an edited card would not ring
    await anna.taps_old(offer, "Отказаться")
    assert anna.alert == "Уже решено: Анна."


async def test_a_typed_counter_offer_is_refused_and_the_draft_is_whole(office: Office) -> None:
    shop = await asks(office)
    boris, anna = shop.boris, shop.anna
    await boris.taps("Своя скидка")
    sees(boris, "от 5 % до 12 %")
    await boris.says("20 %")
    sees(boris, "Скидка — от 5 до 12 %")
    await boris.says("1 — 140")
    sees(anna, "140 ₽, скидка 6,7 % (просили 12 %)")
    await anna.taps("Отказаться")
    sees(anna, "Предложение не принято: Ромашка, 53 600 ₽")
    sees(boris, "Анна не принимает предложение")
    assert boris.buttons[0] == "Клиент"
    await boris.taps("Клиент")
    sees(boris, "Ромашка")
    await anna.taps("К заказу")
    sees(anna, "− 12 % =", "Итого: 53 600 ₽")


async def test_silence_sends_the_order_back_with_the_limit_offered(office: Office) -> None:
    shop = await asks(office)
    boris, anna = shop.boris, shop.anna
    await office.waits_until("09:45")
    sees(boris, "Время на ответ выходит", "разрешить скидку?")
    card = boris.last
    await office.waits_until("10:00")
    sees(anna, "Руководитель не успел ответить: Ромашка, 53 600 ₽", "Черновик цел")
    sees(boris, "Время вышло: Ромашка, 53 600 ₽. Заказ вернулся менеджеру: Анна")
    await boris.taps_old(card, "Разрешить")
    assert boris.alert == "Заказ уже вернулся менеджеру: Анна."
    await anna.double_taps("Передать с 5\u00a0%")
    sees(anna, "заказ 1 — передан", "× 142,50 ₽ = 57 000 ₽")
    sees(shop.desk[0], "Итого: 57 800 ₽")


async def test_a_counter_offer_that_nobody_answers_ends_with_the_draft(office: Office) -> None:
    shop = await asks(office)
    boris, anna = shop.boris, shop.anna
    await boris.says("/digest")
    boris.sees("ждёт вашего решения")
    await boris.says("/orders")
    await boris.taps("Ромашка")
    await boris.taps("Решить")
    await boris.taps("7\u00a0%")
    await boris.says("/digest")
    boris.does_not_see("ждёт вашего решения")
    await office.waits_until("09:45")
    sees(anna, "Ждёт вашего ответа")
    offer = anna.last
    await office.waits_until("10:00")
    sees(
        anna,
        "Предложение не дождалось ответа: Ромашка, 53 600 ₽. Черновик цел: передайте с 5 % или измените.",
    )
    boris.sees("Предложение осталось без ответа", anywhere=True)
    await anna.taps_old(offer, "Принять")
    assert anna.alert == "Заказ уже вернулся менеджеру: Анна."
    await anna.taps("Передать с 5\u00a0%")
    sees(shop.desk[0], "Итого: 57 800 ₽")


async def test_credit_and_discount_in_one_card_each_with_its_answer(office: Office) -> None:
    shop = await asks(office, limit=50_000_00)
    boris, anna = shop.boris, shop.anna
    sees(boris, "разрешить отгрузку и скидку?", "больше на 3 600 ₽", "12 %")
    vera = await office.hires("Вера", Role.LEAD)
    await boris.taps("✅ Разрешить отгрузку")
    sees(boris, "✓ Отгрузка разрешена: Борис", "53 600 ₽ — разрешить скидку?")
    shop.desk[0].does_not_see("Ромашка")
    await vera.says("/orders")
    await vera.taps("Ромашка")
    await vera.taps("Решить")
    await vera.taps("5\u00a0%")
    sees(vera, "↩️ Ответит: Анна", "✓ Отгрузка разрешена\n")
    await anna.taps("Принять")
    sees(anna, "Принято: Ромашка, 57 800 ₽. Заказ передан поддержке")
    sees(shop.desk[0], "57 800 ₽")


async def test_the_sum_of_an_accepted_offer_may_be_too_much_for_credit(office: Office) -> None:
    shop = await asks(office, limit=55_000_00)
    await shop.boris.taps("5\u00a0%")
    await shop.anna.taps("Принять")
    sees(shop.anna, "Осталось решение руководителя об отгрузке")
    sees(shop.boris, "Скидка согласована с менеджером", "больше на 2 800 ₽")
    await shop.boris.taps("Разрешить")
    sees(shop.desk[0], "57 800 ₽", "Скидка согласована: Борис", "Отгрузка разрешена: Борис (сверх лимита)")


async def test_an_order_sent_again_is_not_decided_by_the_old_card(office: Office) -> None:
    shop = await asks(office)
    boris, anna = shop.boris, shop.anna
    card = boris.last
    await anna.taps("Отозвать")
    sees(boris, "Отозван менеджером")
    await anna.taps("К заказу")
    await anna.says("масло 82,5 20 кор скидка 30%")
    await anna.taps("На согласование")
    await boris.taps_old(card, "Разрешить")
    assert boris.alert == "Заказ с тех пор изменили и отправили заново. Решите по новой карточке."
    await boris.taps("Отклонить")
    assert boris.buttons[0] == "Клиент"
    sees(anna, "Борис не разрешает скидку: Ромашка", "Черновик цел")
    async with office.work() as work:
        kept = await orders.lines_of(work.tx, 1)
    assert [line.discount for line in kept] == [Decimal(30), Decimal(0)]


async def test_prepaid_does_not_go_round_the_limit(office: Office) -> None:
    shop = await Shop(office).open()
    async with office.work() as work:
        await work.tx.run(SET_STOPPED, id_=shop.client, stopped=True)
    anna = await shop.drafts(TWELVE)
    sees(anna, "Клиент в стоп-листе", "Больше вашей скидки 5 %")
    await anna.taps("Предоплата")
    sees(anna, "На согласовании", "скидка сверх лимита")
    sees(shop.boris, "разрешить скидку?", "Отгрузка по предоплате")
    await shop.boris.taps("Разрешить")
    sees(shop.desk[0], "ПРЕДОПЛАТА: отгружать после оплаты 53 600 ₽")


async def test_a_stopped_client_is_held_and_goes_on_prepaid(office: Office) -> None:
    shop = await Shop(office).open()
    async with office.work() as work:
        await work.tx.run(SET_STOPPED, id_=shop.client, stopped=True)
    await shop.drafts("молоко 10")
    await shop.anna.taps("На согласование")
    sees(shop.boris, "разрешить отгрузку?")
    await shop.boris.sends_callback("approvals.ask:1:1")
    assert shop.boris.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    await office.waits_until("10:00")
    sees(shop.anna, "Руководитель не успел ответить", "договоритесь о предоплате")
    await shop.anna.taps("Предоплата")
    sees(shop.anna, "Передан по предоплате: Ромашка, 800 ₽")
    sees(shop.desk[0], "ПРЕДОПЛАТА")


async def test_when_the_lead_leaves_the_owner_is_asked(office: Office) -> None:
    shop = await asks(office)
    owner = await office.owner()
    await owner.says("/team")
    await owner.taps("Борис")
    await owner.taps("Уволить")
    await owner.taps("Да")
    await office.waits_until("09:45")
    sees(owner, "Ромашка, 53 600 ₽ — разрешить скидку?")
    await owner.taps("Разрешить")
    sees(shop.anna, "Олег разрешает скидку: Ромашка")
    sees(shop.desk[0], "Скидка разрешена: Олег")
    shop.desk[0].does_not_see("Отгрузку")


async def test_a_lead_does_not_allow_an_own_order(office: Office) -> None:
    shop = await Shop(office).open()
    owner = await office.owner()
    boris = shop.boris
    await shop.add_client("Луч", boris)
    await boris.says("/order")
    await boris.taps("Луч")
    await boris.says("масло 82,5 20 кор скидка 12%")
    assert "✅ Передать" in boris.buttons
    await boris.says("масло 82,5 20 кор скидка 25%")
    await boris.taps("На согласование")
    sees(owner, "Луч, 45 000 ₽ — разрешить скидку?")
    await boris.sends_callback("approvals.yes:1:1:all:0")
    assert boris.alert == "Свой заказ согласует Олег."
