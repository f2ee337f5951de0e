"""What the silence of the lead does, by the setting; who decided hears the rest; a draft whose client has moved."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest

from bot.config import Config, Telegram
from bot.pacing import Limits
from domain.prices import PriceSettings, Silence
from storage import clients
from storage.database import Database
from tests.conversations.shop import Shop, hard, sees
from tests.office import OWNER_ID, Office

TWELVE = "масло 82,5 20 кор скидка 12%, молоко 10"
SET_STOPPED, SET_MANAGER = clients.patch("stopped"), clients.patch("manager_id")
Opens = Callable[..., AbstractAsyncContextManager[Shop]]


@pytest.fixture
def opens(database: Database) -> Opens:
    """A shop by this setting."""

    @asynccontextmanager
    async def made(silence: Silence, **opened: Any) -> Any:
        config = Config(
            telegram=Telegram(limits=Limits(0, 0, 0)),
            access={"owner_id": OWNER_ID},
            prices=PriceSettings(silence=silence),
        )
        async with Office(database, config).open() as office:
            yield await Shop(office).open(**opened)

    return made


async def asks(shop: Shop, text: str = TWELVE) -> None:
    await shop.drafts(text)
    await shop.anna.taps("На согласование")


async def test_silence_may_let_it_go_with_the_managers_own_discount(opens: Opens) -> None:
    async with opens(Silence.ALLOW_OWN_LIMIT) as shop:
        await asks(shop)
        sees(shop.boris, "Ответ нужен: сегодня, 10:00. Потом заказ уйдёт со скидкой менеджера.")
        await shop.office.waits_until("10:00")
        sees(
            shop.anna, "Руководитель не успел ответить: Ромашка. Передан поддержке с вашей скидкой, 57 800 ₽"
        )
        over = "Время вышло: Ромашка, 57 800 ₽. Заказ ушёл поддержке со скидкой менеджера: Анна"
        shop.boris.sees(hard(over), anywhere=True)
        for one in shop.desk:
            sees(one, "Ромашка", "Итого: 57 800 ₽")
            one.does_not_see("Нужно согласование", "разрешен")
        await shop.anna.taps("Открыть заказ")
        sees(shop.anna, "передан", "время на ответ вышло")
        await shop.desk[0].taps("Принял")


async def test_silence_lets_nothing_go_on_credit(opens: Opens) -> None:
    async with opens(Silence.ALLOW_OWN_LIMIT, limit=55_000_00) as shop:
        await asks(shop)
        sees(shop.boris, "разрешить скидку?", "Потом заказ уйдёт со скидкой менеджера")
        await shop.office.waits_until("10:00")
        sees(shop.anna, "Руководитель не успел ответить: Ромашка, 53 600 ₽", "Черновик цел")
        await shop.anna.taps("К заказу")
        sees(shop.anna, "− 12 % =", "Итого: 53 600 ₽")
        async with shop.office.work() as work:
            await work.tx.run(SET_STOPPED, id_=shop.client, stopped=True)
        await shop.anna.says("/order")
        await shop.anna.taps(hard("53 600"))
        await shop.anna.taps("На согласование")
        sees(shop.boris, "разрешить отгрузку и скидку?", "Потом заказ вернётся менеджеру")


async def test_silence_may_keep_the_order_waiting(opens: Opens) -> None:
    async with opens(Silence.HOLD) as shop:
        await asks(shop)
        sees(shop.boris, "До ответа заказ ждёт")
        await shop.office.waits_until("10:00")
        sees(shop.anna, "Руководитель ещё не ответил: Ромашка, 53 600 ₽. Заказ ждёт его решения")
        assert shop.anna.buttons[:2] == ["Отозвать", "Открыть заказ"]
        said = len(shop.anna.messages)
        for clock in ("11:00", "12:00"):
            await shop.office.waits_until(clock)
            sees(shop.boris, "Заказ ждёт вашего ответа", "разрешить скидку?")
        assert len(shop.anna.messages) == said, "the manager hears it once"
        await shop.boris.says("/approvals")
        sees(shop.boris, "Ромашка", "срок прошёл, ждёт вас")
        shop.boris.does_not_see("время вышло")
        await shop.boris.taps("1. Ромашка")
        await shop.boris.taps("7\u00a0%")
        await shop.anna.taps("Принять")
        sees(shop.desk[0], "Итого: 56 600 ₽")


async def test_an_owner_who_decided_hears_the_managers_word(office: Office) -> None:
    shop = await Shop(office).open()
    owner = await office.owner()
    for button, heard in (
        ("Отказаться", "Анна не принимает предложение: Ромашка, 53 600 ₽"),
        ("Принять", "Анна принимает предложение: Ромашка, 56 600 ₽"),
    ):
        await (shop.drafts(TWELVE) if button == "Отказаться" else shop.anna.taps("К заказу"))
        await shop.anna.taps("На согласование")
        await owner.says("/orders")
        await owner.taps("Ромашка")
        await owner.taps("Решить")
        await owner.taps("7\u00a0%")
        sees(shop.anna, "Олег предлагает другую скидку")
        await shop.anna.taps(button)
        sees(owner, heard)
        sees(shop.boris, heard)


async def test_an_owner_who_decided_hears_of_no_word_too(office: Office) -> None:
    shop = await Shop(office).open()
    await asks(shop)
    owner = await office.owner()
    await owner.says("/orders")
    await owner.taps("Ромашка")
    await owner.taps("Решить")
    await owner.taps("7\u00a0%")
    await office.waits_until("10:00")
    sees(owner, "Предложение осталось без ответа: Ромашка")


async def test_the_leads_card_has_the_terms_of_the_order(office: Office) -> None:
    shop = await Shop(office).open()
    await shop.drafts(TWELVE)
    await shop.anna.taps("Условия")
    await shop.anna.taps("Время")
    await shop.anna.taps("9–13")
    await shop.anna.taps("Адрес")
    await shop.anna.says("Тула, склад на Мира 5")
    await shop.anna.taps("К заказу")
    await shop.anna.taps("На согласование")
    sees(shop.boris, "день не указан, 9–13", "Адрес: Тула, склад на Мира 5")


async def test_the_draft_of_a_client_that_has_moved_says_whose_it_is(office: Office) -> None:
    shop = await Shop(office).open()
    igor = await office.actor(await office.hires("Игорь"))
    anna = await shop.drafts("молоко 10")
    async with office.work() as work:
        await work.tx.run(SET_MANAGER, id_=shop.client, manager_id=igor.id)
    for data in ("orders.drop:1:0", "orders.drop:1:1", "orders.draft:1:0", "orders.send:1"):
        await anna.sends_callback(data)
        assert anna.alert == "Клиента теперь ведёт Игорь: этот черновик закрыт.", data
    await anna.says("молоко 12")
    sees(anna, "Клиента теперь ведёт Игорь")
