"""Goods that are not there: the wizard, logistics, the promised day, the call list, what is lost."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
import sqlalchemy as sa

from domain.actors import Role
from sandbox.phone import Phone
from storage import clients, orders, products, tables
from storage.shortage_tables import shortages
from tests.conversations.shop import Shop, sees
from tests.office import Office
from usecases import order_short, order_statuses, support
from usecases.arrivals import note_arrivals
from usecases.order_changes import change_lines
from usecases.shortages import drop

FRIDAY, SATURDAY, NEXT_MONDAY = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 30)
SET_STOCK = (
    sa.update(tables.products)
    .where(tables.products.c.id == sa.bindparam("id_"))
    .values(stock=sa.bindparam("amount"), arrives_on=sa.bindparam("day"))
)
ALL = sa.select(*shortages.c).order_by(shortages.c.id)
SET_PHONE = clients.patch("phone")
GIVE = clients.patch("manager_id")
PLAN = clients.patch("phone", "next_day", "next_kind")


class Store(Shop):
    """Масло 82,5 (8 in stock), Масло 72,5 (100), Сыр (none); Лена is of logistics."""

    async def stand(self, *, logistics: bool = True) -> "Store":
        await self.open(supports=1)
        if logistics:
            self.lena = await self.office.hires("Лена", Role.LOGISTICS)
        async with self.office.work() as work:
            await work.tx.run(SET_PHONE, id_=self.client, phone="+79165550101")
        await self.stock("МС-825", 8)
        await self.stock("МС-725", 100)
        await self.stock("СР-50", 0)
        return self

    async def stock(self, code: str, amount: int, day: date | None = None) -> None:
        async with self.office.work() as work:
            await work.tx.run(SET_STOCK, id_=self.goods[code], amount=Decimal(amount), day=day)

    async def arrives(self, code: str, amount: int) -> None:
        """As the file of goods says."""
        await self.stock(code, amount)
        async with self.office.work() as work:
            await note_arrivals(work, [self.goods[code]])
        await self.office.passes(minutes=1)

    async def wishes(self) -> list[dict[str, Any]]:
        names = [column.name for column in shortages.c]
        async with self.office.work() as work:
            return await work.tx.rows(ALL, lambda *row: dict(zip(names, row, strict=True)))

    async def lines(self, order: int = 1) -> dict[str, Decimal]:
        """Quantity by code."""
        async with self.office.work() as work:
            rows = await orders.lines_of(work.tx, order)
            known = await products.by_ids(work.tx, [row.product_id for row in rows])
            return {known[row.product_id].code: row.quantity for row in rows}

    async def lacks(self) -> Phone:
        """Anna's draft of twenty pieces of butter, of which eight are there: the wizard."""
        await self.drafts("масло 82,5 20, молоко 10")
        await self.anna.taps("Нет: Масло сливочное 82,5")
        return self.anna


@pytest.fixture
async def store(office: Office) -> Store:
    return await Store(office).stand()


async def test_a_missing_line_becomes_an_analogue(store: Store) -> None:
    anna = await store.drafts("масло 82,5 20, молоко 10")
    sees(anna, "нет 12 из 20")
    await anna.taps("Нет: Масло сливочное 82,5")
    sees(anna, "Нет в наличии: Масло сливочное 82,5% 180 г, 12 шт", "Есть 8 шт", "Заменить товар одним")
    await anna.taps("Масло сливочное 72,5")
    sees(anna, "Взяли аналог: Масло сливочное 72,5% 180 г, 12 шт", "Из заказа убрано 12 шт.")
    assert await store.lines() == {"МС-825": 8, "МЛ-32": 10, "МС-725": 12}
    await anna.taps("К заказу")
    sees(anna, "Масло сливочное 72,5% 180 г — 12 шт × 120 ₽")
    assert "нет 12" not in anna.screen
    (wish,) = await store.wishes()
    assert (wish["state"], wish["quantity"]) == ("replaced", 12)


async def test_waited_for_arrived_called_and_ordered(store: Store) -> None:
    await store.stock("МС-825", 8, SATURDAY)
    anna = await store.lacks()
    sees(anna, "В пути: сб, 28 ноября")
    await anna.taps("Ждать до 28.11")
    sees(anna, "Клиент ждёт до сб, 28 ноября")
    assert await store.lines() == {"МС-825": 8, "МЛ-32": 10}
    await anna.taps("К заказу")
    await anna.taps("Передать")
    assert [wish["state"] for wish in await store.wishes()] == ["waiting"]
    await store.office.waits_until("09:30", FRIDAY)
    await store.arrives("МС-825", 100)
    sees(anna, "Пришло: Масло сливочное 82,5% 180 г, 100 шт", "Ромашка — 12 шт", "строка готова")
    await anna.says("/calls")
    sees(anna, "Ромашка — пришло: Масло сливочное 82,5% 180 г")
    await anna.taps("Начать")
    sees(anna, "Пришло: Масло сливочное 82,5% 180 г, 12 шт")
    card = anna.last
    await anna.taps("В заказ")
    sees(anna, "Масло сливочное 82,5% 180 г — 12 шт")
    await anna.taps_old(card, "В заказ")
    assert await store.lines(2) == {"МС-825": 12}
    await anna.taps("Передать")
    assert [wish["state"] for wish in await store.wishes()] == ["ordered"]
    await store.office.waits_until("10:00", NEXT_MONDAY)
    await anna.says("/calls")
    assert "пришло" not in anna.screen


async def test_what_has_come_never_joins_another_order(store: Store) -> None:
    """Another draft of the client, and the order in which the goods lacked, stay as they are."""
    await store.stock("МС-825", 8, SATURDAY)
    anna = await store.lacks()
    await anna.taps("Ждать до 28.11")
    await store.office.waits_until("09:30", FRIDAY)
    await store.arrives("МС-825", 100)
    news = anna.last
    await anna.taps("Ромашка")
    sees(anna, "✓ Пришло, строка в новом черновике: Масло сливочное 82,5% 180 г, 12 шт")
    await anna.taps_old(news, "Ромашка")
    sees(anna, "✓ Пришло, строка в черновике", "В черновике уже есть")
    assert await store.lines(1) == {"МС-825": 8, "МЛ-32": 10}
    assert await store.lines(2) == {"МС-825": 12}
    await anna.says("/order")
    await anna.taps("23.11")
    await anna.taps("Передать")
    assert [wish["state"] for wish in await store.wishes()] == ["arrived"]


async def test_asked_about_is_no_order_by_itself(store: Store) -> None:
    anna = store.anna
    await anna.says("ромашка спрашивала масло 82,5 5 шт")
    sees(anna, "клиент заказал или у нас нет?")
    assert "Сохранить" not in str(anna.buttons)
    await anna.taps("У нас нет")
    await anna.taps("Сохранить")
    assert [wish["state"] for wish in await store.wishes()] == ["asked"]
    sees(store.lena, "Ромашка — 5 шт (Анна)")
    await anna.says("ромашка спрашивала масло 82,5 5 шт")
    await anna.taps("Заказал")
    sees(anna, "Заказ: Масло сливочное 82,5% 180 г — 5 шт", "Звонок: заказ")


async def test_the_list_goes_with_the_client(store: Store) -> None:
    anna = await store.lacks()
    await anna.taps("Спросить логистов")
    igor = await store.office.hires("Игорь", Role.MANAGER)
    async with store.office.work() as work:
        given = await work.tx.value(sa.select(sa.func.max(tables.employees.c.id)))
        await work.tx.run(GIVE, id_=store.client, manager_id=given)
    await anna.says("/shortages")
    sees(anna, "Никто не ждёт товара")
    await igor.says("/shortages")
    sees(igor, "Ромашка — Масло сливочное 82,5% 180 г, 12 шт: спросили логистов")


async def test_logistics_promises_and_is_asked_about_it(store: Store) -> None:
    lena, office = store.lena, store.office
    anna = await store.lacks()
    await anna.taps("Спросить логистов")
    sees(anna, "Спросили логистов", "Из заказа убрано 12 шт.")
    assert "Назвать срок" not in str(anna.buttons)
    assert await store.lines() == {"МС-825": 8, "МЛ-32": 10}
    sees(lena, "Нет: Масло сливочное 82,5% 180 г", "Ждёт 1 клиент на 1 800 ₽", "Ромашка — 12 шт (Анна)")
    await lena.taps("Привезут")
    await lena.says("в пятницу, 2 уп")
    sees(lena, "Обещано пт, 27 ноября, 40 шт (Лена)")
    sees(anna, "Привезут пт, 27 ноября: Масло сливочное 82,5% 180 г, 40 шт", "согласен ждать?")
    await office.waits_until("09:30", NEXT_MONDAY)
    sees(lena, "Обещали пт, 27 ноября. Пришло?")
    assert any("Не пришло: Масло" in message.text for message in anna.messages)
    await lena.taps("Пришло")
    await office.passes(minutes=1)
    sees(anna, "Пришло: Масло сливочное 82,5% 180 г")
    await anna.taps("Ромашка 12")
    sees(anna, "Масло сливочное 82,5% 180 г — 12 шт")


async def test_logistics_says_never_and_demand_is_lost(store: Store) -> None:
    lena = store.lena
    anna = await store.drafts("сыр российский 20")
    await anna.taps("Нет: Сыр")
    await anna.taps("Спросить логистов")
    await lena.taps("Не будет")
    sees(lena, "Сыр Российский 50%: точно не будет? Ждёт 1 клиент на 10 800 ₽")
    await lena.taps("Да, не будет")
    sees(lena, "Не будет: Сыр Российский 50%", "Ответ: Лена")
    sees(anna, "Не будет: Сыр Российский 50%", "Ромашка — 20 кг")
    await anna.taps("Ромашка: решить")
    sees(anna, "упущенный спрос, 10 800 ₽")
    await anna.taps("Другой товар")
    await anna.says("масло 72,5")
    await anna.taps("Масло сливочное 72,5")
    sees(anna, "Взяли аналог: Масло сливочное 72,5% 180 г, 20 шт. Единица другая: проверьте количество")
    assert await store.lines() == {"МС-725": 20}


async def test_what_was_lost(store: Store) -> None:
    lena = store.lena
    await lena.says("/shortages")
    sees(lena, "Запросов нет")
    await lena.taps("Упущенное")
    sees(lena, "Упущенного спроса за эту неделю нет")
    anna = await store.drafts("сыр российский 20")
    await anna.taps("Нет: Сыр")
    await anna.taps("Спросить логистов")
    await lena.taps("Не будет")
    await lena.taps("Да, не будет")
    await lena.says("📦 Нет товара")
    sees(lena, "Запросов нет")
    await lena.taps("Упущенное")
    sees(
        lena,
        "Упущено за эту неделю: 10 800 ₽, 1 отказ",
        "Сыр Российский 50%, 20 кг — 10 800 ₽: Ромашка (Анна)",
    )
    await store.boris.says("/shortages")
    await store.boris.taps("Упущенное")
    await store.boris.taps("4 недели")
    sees(store.boris, "10 800 ₽")
    await store.boris.taps("Файлом")
    name, data = store.boris.file()
    assert name == "Упущенный спрос 2026-11-23.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert ("Сыр Российский 50%", 20, "кг", 10_800, "Ромашка", "Анна") in [
        row[1:] for row in sheet.iter_rows(values_only=True)
    ]


async def test_one_card_for_all_who_wait_and_an_analogue_of_logistics(store: Store) -> None:
    lena, anna = store.lena, store.anna
    await store.add_client("Вектор")
    await anna.says("ромашке сыр российский 20 кг, запроси у логистов")
    await anna.taps("Сохранить")
    card = lena.last
    sees(lena, "Ждёт 1 клиент", "Ромашка — 20 кг (Анна)")
    await anna.says("вектору сыр российский 5 кг, запроси у логистов")
    await anna.taps("Сохранить")
    assert lena.last.id == card.id
    sees(lena, "Ждут 2 клиента на 13 500 ₽", "Вектор — 5 кг")
    await lena.taps("Аналог")
    await lena.says("масло 72,5")
    await lena.taps("Масло сливочное 72,5")
    sees(lena, "Предложен аналог", "Решают менеджеры: 2 клиента на 13 500 ₽:", "Вектор — 5 кг")
    sees(anna, "Лена предлагает Масло сливочное 72,5% 180 г", "возьмите в заказ")
    await anna.taps("Взять: Ромашка")
    sees(anna, "Взяли аналог")
    assert await store.lines() == {"МС-725": 20}


async def test_the_clock_of_a_request(store: Store) -> None:
    lena = store.lena
    await store.lacks()
    await store.anna.taps("Спросить логистов")
    await store.office.passes(hours=4, minutes=1)
    sees(lena, "Без ответа", "Нет: Масло")
    await store.office.waits_until("09:01", date(2026, 11, 24))
    assert sum("Без ответа" in message.text for message in lena.messages) == 2
    await lena.taps("Привезут")
    await lena.taps("завтра, 25")
    await store.office.waits_until("09:01", date(2026, 11, 25))
    assert sum("Без ответа" in message.text for message in lena.messages) == 1


async def test_a_question_of_logistics_comes_back_answered(store: Store) -> None:
    lena = store.lena
    anna = await store.lacks()
    await anna.taps("Спросить логистов")
    await lena.taps("Вопрос")
    await lena.says("Возьмут 200 г?")
    sees(lena, "Вопрос ушёл: Анна")
    sees(anna, "Лена: Возьмут 200 г?")
    await anna.taps("Ответить")
    await anna.says("возьмут")
    sees(anna, "Ответ ушёл: Лена")
    sees(lena, "Анна: возьмут", "Нет: Масло")


async def test_words_that_are_no_day(store: Store) -> None:
    lena = store.lena
    await store.lacks()
    await store.anna.taps("Спросить логистов")
    await lena.taps("Привезут")
    await lena.says("когда-нибудь")
    sees(lena, "Не понял «когда-нибудь»")
    await lena.says("01.11.2026")
    sees(lena, "Напишите день, который ещё не прошёл")
    await lena.says("28.11")
    sees(lena, "Обещано сб, 28 ноября")


async def test_the_client_does_without(store: Store) -> None:
    anna = await store.lacks()
    wizard = anna.last
    await anna.taps("Клиент обойдётся")
    sees(anna, "упущенный спрос, 1 800 ₽", "Из заказа убрано 12 шт.")
    await anna.taps_old(wizard, "Клиент обойдётся")
    assert [wish["state"] for wish in await store.wishes()] == ["dropped"]
    assert await store.lines() == {"МС-825": 8, "МЛ-32": 10}


async def test_support_lacks_a_line_and_the_manager_takes_an_analogue(store: Store) -> None:
    anna = await store.hands_over("масло 82,5 8, молоко 10")
    olga = store.desk[0]
    await olga.taps("Нет товара")
    await olga.taps("✏️ 1")
    await olga.taps("Нет совсем")
    sees(anna, "Нет в наличии: Масло сливочное 82,5% 180 г, 8 шт", "Ромашка, заказ 1")
    await anna.taps("Масло сливочное 72,5")
    sees(anna, "Взяли аналог: Масло сливочное 72,5% 180 г", "Убрано 8 шт из заказа 1, поддержка знает.")
    assert await store.lines() == {"МЛ-32": 10, "МС-725": 8}
    sees(olga, "Масло сливочное 72,5% 180 г")


async def test_a_line_cut_since_lacks_no_more(store: Store) -> None:
    """In the draft and at sales support: what is there stays, whatever lacked when the wizard was opened."""
    anna = await store.lacks()
    wizard = anna.last
    await anna.taps("К заказу")
    await anna.says("масло 82,5 8")
    await anna.taps_old(wizard, "Клиент обойдётся")
    assert await store.lines() == {"МС-825": 8, "МЛ-32": 10}
    await store.stock("МС-825", 100)
    await store.hands_over("масло 82,5 20, молоко 10")
    olga = store.desk[0]
    await olga.taps("Нет товара")
    await olga.taps("✏️ 1")
    await olga.says("8")
    wizard, manager = anna.last, await store.office.actor(anna)
    async with store.office.work() as work:
        await change_lines(manager, work, 1, {store.goods["МС-825"]: Decimal(10)})
    await anna.taps_old(wizard, "Масло сливочное 72,5")
    assert await store.lines() == {"МС-825": 8, "МЛ-32": 10, "МС-725": 2}
    assert [(wish["state"], wish["quantity"]) for wish in await store.wishes()][-1] == ("replaced", 2)


async def test_what_lacks_in_a_picked_order_is_decided_and_in_a_shipped_one_left(store: Store) -> None:
    anna = await store.hands_over("масло 82,5 8, молоко 10")
    olga = store.desk[0]
    actor = await store.office.actor(olga)
    async with store.office.work() as work:
        await support.enter(actor, work, 1, "1203", was="")
        await order_statuses.pick(actor, work, 1)
        await order_short.mark_short(actor, work, 1, store.goods["МС-825"], Decimal(2))
        await order_short.mark_short(actor, work, 1, store.goods["МЛ-32"], Decimal(0))
    butter, milk = [wish["id"] for wish in await store.wishes()]
    manager = await store.office.actor(anna)
    async with store.office.work() as work:
        await drop(manager, work, butter)
    assert await store.lines() == {"МС-825": 2, "МЛ-32": 10}
    async with store.office.work() as work:
        await order_statuses.ship(actor, work, 1, {store.goods["МС-825"]: Decimal(2)})
        assert (await drop(manager, work, milk)).moved.order is None
    assert await store.lines() == {"МС-825": 2, "МЛ-32": 10}


async def test_an_undone_wish_waits_for_nothing(store: Store) -> None:
    anna, lena = store.anna, store.lena
    await anna.says("ромашке сыр российский 20 кг, запроси у логистов")
    await anna.taps("Сохранить")
    sees(lena, "Ждёт 1 клиент")
    await anna.taps("Отменить")
    assert await store.wishes() == []
    await lena.says("/shortages")
    sees(lena, "Запросов нет")


async def test_the_list_of_this_morning_gets_the_client_back(store: Store) -> None:
    await store.stock("МС-825", 8, SATURDAY)
    other, today = await store.add_client("Вектор"), store.office.today
    async with store.office.work() as work:
        await work.tx.run(PLAN, id_=other, phone="+79165550102", next_day=today, next_kind="call")
    await store.office.waits_until("09:00")
    await store.lacks()
    await store.anna.taps("Ждать до 28.11")
    await store.arrives("МС-825", 50)
    await store.anna.says("/calls")
    sees(store.anna, "1. Ромашка — пришло: Масло", "2. Вектор")


async def test_lines_marked_together_are_one_message(store: Store) -> None:
    anna = await store.hands_over("масло 82,5 8, молоко 10, гречка 12")
    olga = store.desk[0]
    before = len(anna.messages)
    for line in ("✏️ 1", "✏️ 2", "✏️ 3"):
        await olga.taps("Нет товара")
        await olga.taps(line)
        await olga.taps("Нет совсем")
    told = [one for one in anna.messages[before:] if "Нет в наличии" in one.text]
    assert len(told) == 1
    sees(anna, "Ромашка, заказ 1. Нет в наличии: 3 строки", "Молоко 3,2% 1 л, 10 шт")
    await anna.taps("Нет: Молоко")
    await anna.taps("Клиент обойдётся")
    sees(anna, "упущенный спрос", "Убрано 10 шт из заказа 1")
    await anna.taps("Ещё 2 строки")
    sees(anna, "Ромашка, заказ 1. Нет в наличии: 2 строки")
    await anna.taps_old(told[0], "Нет: Гречка")
    sees(anna, "Нет в наличии: Гречка", "Решите")


async def test_a_line_marked_hours_later_rings_again(store: Store) -> None:
    anna = await store.hands_over("масло 82,5 8, молоко 10")
    olga = store.desk[0]
    for line, told in (("✏️ 1", 1), ("✏️ 2", 2)):
        await olga.taps("Нет товара")
        await olga.taps(line)
        await olga.taps("Нет совсем")
        assert sum("Нет в наличии" in one.text for one in anna.messages) == told
        await store.office.passes(minutes=20)


async def test_stock_loaded_at_night_is_told_in_the_morning(store: Store) -> None:
    anna = await store.lacks()
    await anna.taps("Спросить логистов")
    await store.office.waits_until("23:30", SATURDAY)
    await store.arrives("МС-825", 100)
    assert "Пришло" not in anna.screen
    await store.office.waits_until("08:59", NEXT_MONDAY)
    assert "Пришло: Масло" not in anna.screen
    await store.office.waits_until("09:01", NEXT_MONDAY)
    sees(anna, "Пришло: Масло сливочное 82,5% 180 г")


@pytest.fixture
async def alone(office: Office) -> Store:
    return await Store(office).stand(logistics=False)


async def test_without_logistics_the_manager_names_the_day(alone: Store) -> None:
    anna = await alone.drafts("сыр российский 20, молоко 10")
    await anna.taps("Нет: Сыр")
    assert "Спросить логистов" not in str(anna.buttons)
    await anna.taps("Назвать срок")
    sees(anna, "когда привезут?")
    await anna.says("когда-нибудь")
    sees(anna, "Не понял «когда-нибудь»")
    await anna.says("28.11")
    sees(anna, "Клиент ждёт до сб, 28 ноября", "Из заказа убрано 20 кг.")
    await anna.says("гречка 12")
    assert await alone.lines() == {"МЛ-32": 10, "ГР-800": 12}
    await alone.office.waits_until("09:30", NEXT_MONDAY)
    sees(anna, "Не пришло: Сыр", "Обещали сб, 28 ноября. Ждут:")
    await anna.taps("Ромашка: решить")
    await anna.taps("Назвать срок")
    await anna.taps("завтра, 01.12")
    sees(anna, "Клиент ждёт до")
    await alone.arrives("СР-50", 40)
    sees(anna, "Пришло: Сыр Российский 50%, 40 кг", "Ромашка — 20 кг")


async def test_without_logistics_a_typed_wish_is_not_said_to_be_asked(alone: Store) -> None:
    anna = alone.anna
    await anna.says("/shortages")
    sees(anna, "Никто не ждёт товара. Если товара нет, нажмите «⚠️ Нет» в черновике.")
    await anna.says("ромашке сыр российский 20 кг, запроси у логистов")
    await anna.taps("Сохранить")
    await anna.says("/shortages")
    sees(anna, "Ромашка — Сыр Российский 50%, 20 кг: узнать срок")
    await anna.taps("Ромашка")
    sees(anna, "узнайте срок и назовите его")
    await anna.taps("Другой товар")
    await anna.says("шуруповёрт")
    sees(anna, "По «шуруповёрт» ничего нет")
    await anna.says("масло 82,5")
    await anna.taps("Масло сливочное 82,5")
    sees(anna, "Взяли аналог: Масло сливочное 82,5% 180 г, 20 шт", "Единица другая")


async def test_a_day_named_by_one_manager_holds_for_all(alone: Store) -> None:
    vera = await alone.office.hires("Вера")
    await alone.add_client("Вектор", vera)
    for phone, line in ((vera, "вектору"), (alone.anna, "ромашке")):
        await phone.says(f"{line} сыр российский 20 кг, запроси у логистов")
        await phone.taps("Сохранить")
    await alone.anna.says("/shortages")
    await alone.anna.taps("Ромашка")
    await alone.anna.taps("Назвать срок")
    await alone.anna.says("28.11")
    sees(vera, "Привезут сб, 28 ноября: Сыр Российский 50%", "Ответ: Анна. Ждут:", "Вектор — 20 кг")
    assert "Привезут" not in alone.anna.screen
    assert {wish["promised"] for wish in await alone.wishes()} == {SATURDAY}
