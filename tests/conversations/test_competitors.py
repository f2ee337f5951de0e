"""What is heard of competitors, and the sheet that comes of it."""

from datetime import date

import pytest

from tests.conversations.desk import sees
from tests.conversations.shop import Shop
from tests.office import Office


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open(supports=0)


async def test_lines_become_a_sheet_against_our_price_and_the_week_before(shop: Shop) -> None:
    anna, office = shop.anna, shop.office
    await anna.says("/competitors")
    sees(anna, "ничего не записано")
    await anna.taps("Записать")
    await anna.says("погода хорошая")
    sees(anna, "Не понял «погода хорошая»")
    await anna.says("опт-сервис возит гречку по 70")
    sees(anna, "Записано: опт-сервис")
    await office.waits_until("12:00", date(2026, 12, 2))
    await anna.says("ромашка")
    await anna.taps("Конкурент")
    await anna.says("опт-сервис возит гречку по 68")
    await anna.taps("Рынок")
    sees(anna, "Рынок за 7 дней: 1 заметка", "Гречка ядрица 800 г: 68 ₽, у нас 90 ₽ (−24 %), было 70 ₽")
    await shop.boris.says("/competitors")
    sees(shop.boris, "опт-сервис", "68 ₽")
    await shop.boris.taps("Файлом")
    assert any(message.document for message in shop.boris.messages)


async def test_a_captured_line_and_a_refusal_count_too(shop: Shop) -> None:
    anna = shop.anna
    await anna.says("у опт-сервиса гречка по 68")
    await anna.taps("Сохранить")
    await anna.sends_callback(f"calls.card:{shop.client}")
    await anna.taps("Отказ")
    await anna.says("Опт-Сервис")
    await anna.says("/competitors")
    sees(anna, "2 заметки", "назван 1 раз", "68 ₽")


async def test_another_teams_notes_are_not_seen(shop: Shop) -> None:
    await shop.anna.says("у опт-сервиса гречка по 68")
    await shop.anna.taps("Сохранить")
    vera = await shop.office.hires("Вера")
    await vera.says("/competitors")
    sees(vera, "ничего не записано")
