"""What is clarified before an order goes: answered, as last time, or waved through by name."""

from collections.abc import AsyncIterator

import pytest

from bot.config import Config, Telegram
from bot.pacing import Limits
from domain.checks import CheckSettings
from screens.callbacks.checks import OpenChecks
from storage.database import Database
from tests.conversations.shop import Shop, sees
from tests.office import OWNER_ID, Office

CHECKS = CheckSettings({"Молочное": ("lot", "Нарезка | Slicing")})


@pytest.fixture
async def shop(database: Database) -> AsyncIterator[Shop]:
    config = Config(telegram=Telegram(limits=Limits(0, 0, 0)), access={"owner_id": OWNER_ID}, checks=CHECKS)
    office = Office(database, config)
    async with office.open():
        yield await Shop(office).open(supports=1)


async def test_a_line_in_ones_own_words_waits_for_the_answers(shop: Shop) -> None:
    anna = shop.anna
    await anna.says("ромашка взяла молоко 10")
    await anna.taps("Сохранить")
    sees(anna, "заказ ещё не передан", "есть вопросы о товаре")
    await anna.taps("К заказу")
    await anna.taps("Передать")
    sees(anna, "1. Молочное · партия: ?")


async def test_answered_one_after_another_and_remembered(shop: Shop) -> None:
    anna = await shop.hands_over("молоко 10")
    sees(
        anna,
        "Ромашка: уточнить перед передачей",
        "1. Молочное · партия: ?",
        "2. Молочное · Нарезка: ?",
        "Напишите ответ на 1 или выберите номер",
    )
    assert "Как раньше" not in str(anna.buttons)
    await anna.says("свежая, не старше недели")
    sees(anna, "партия: свежая, не старше недели", "Напишите ответ на 2")
    await anna.taps("2: не важно")
    await anna.taps("Передать")
    sees(anna, "Передан: Ромашка")
    sees(shop.desk[0], "Уточнено: Молочное · партия: свежая, не старше недели", "Нарезка: не важно")
    await shop.hands_over("масло 82,5 20")
    sees(anna, "? (в прошлый раз: свежая, не старше недели)")
    await anna.taps("Как раньше")
    sees(anna, "Передан: Ромашка")
    sees(shop.desk[0], "Молочное · партия: свежая, не старше недели")


async def test_a_point_out_of_turn(shop: Shop) -> None:
    anna = await shop.hands_over("молоко 10")
    await anna.taps("✏️ 2")
    await anna.says("ломтиками")
    sees(anna, "Нарезка: ломтиками", "Напишите ответ на 1")
    await anna.says("любая")
    sees(anna, "партия: любая", "Нарезка: ломтиками")
    assert "Напишите ответ" not in anna.last.text
    await anna.taps("✏️ 1")
    await anna.says("свежая")
    sees(anna, "партия: свежая")


@pytest.mark.parametrize("way", ["typed", "chosen", "any", "back"])
async def test_prepayment_outlives_the_answers(shop: Shop, way: str) -> None:
    """Beyond the limit only «Предоплата» goes straight to sales support."""
    await shop.add_client("Вектор", limit=1)
    anna = shop.anna
    await anna.says("/order")
    await anna.taps("Вектор")
    await anna.says("молоко 10")
    await anna.taps("Предоплата")
    if way == "typed":
        await anna.says("свежая")
    elif way == "chosen":
        await anna.taps("✏️ 1")
        await anna.says("свежая")
    elif way == "any":
        await anna.taps("1: не важно")
    else:
        await anna.taps("✏️ 2")
        await anna.taps("Назад")
        await anna.says("свежая")
    await anna.says("ломтиками")
    await anna.taps("Передать")
    sees(anna, "Передан по предоплате: Вектор")
    sees(shop.desk[0], "Вектор", "Нарезка: ломтиками")


async def test_waved_through_by_name_in_one_tap(shop: Shop) -> None:
    anna = await shop.hands_over("молоко 10")
    wave = anna.last
    await anna.taps("Без уточнений")
    sees(anna, "Передан: Ромашка")
    sees(shop.desk[0], "Не уточнено: Молочное · партия, Молочное · Нарезка. Пропуск: Анна")
    await anna.taps_old(wave, "Без уточнений")
    assert anna.alert


async def test_where_nothing_is_asked_the_screen_says_so(shop: Shop) -> None:
    await shop.drafts("гречка 12")
    await shop.anna.sends_callback(OpenChecks(order=1).pack())
    sees(shop.anna, "Ромашка: уточнять нечего")


async def test_other_goods_are_not_asked_about(shop: Shop) -> None:
    anna = await shop.hands_over("гречка 12")
    sees(anna, "Передан: Ромашка")
