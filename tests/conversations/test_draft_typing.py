"""What a tired thumb types into a draft: nought, a figure of no goods, the next goods while one line is open."""

import pytest

from tests.conversations.shop import Shop, hard, sees
from tests.office import Office


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open(supports=1)


async def test_nought_takes_the_line_out(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10, гречка 12")
    await anna.taps("✏️ 1")
    await anna.says("0")
    sees(anna, "1. Гречка ядрица 800 г", "1 строка")
    anna.does_not_see("Молоко")


async def test_the_next_goods_are_typed_while_a_line_is_open(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10")
    await anna.taps("✏️ 1")
    await anna.says("гречка 12, сыр 3 кг")
    sees(anna, "1. Молоко 3,2% 1 л — 10 шт", "2. Гречка ядрица", "3. Сыр Российский 50% — 3 кг")
    await anna.taps("✏️ 1")
    await anna.says("завтра")
    sees(anna, "Не разобрал «завтра»")
    await anna.says("24")
    sees(anna, "1. Молоко 3,2% 1 л — 24 шт (2 уп)")


async def test_a_figure_of_no_goods_is_no_line(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10, гречка 12")
    for text in ("скидка 30%", "20", "по 150"):
        await anna.says(text)
        sees(anna, f"К какой строке «{text}»?")
    await anna.says("молоко 10")
    sees(anna, "✓ Молоко 3,2% 1 л: 10 шт", "Итого: 1 880 ₽")
    anna.does_not_see("❓", "было")


async def test_days_of_delivery_are_the_next_working_ones(shop: Shop) -> None:
    anna = await shop.drafts("молоко 10")
    await anna.taps("Доставка")
    days = [label for label in anna.buttons if "11" in label or "12" in label]
    assert days == [
        "сегодня, 23.11", "завтра, 24.11", "послезавтра, 25.11", "чт, 26.11", "пт, 27.11", "пн, 30.11"
    ]  # fmt: skip
    await anna.taps(hard("пт, 27.11"))
    await anna.taps("Условия")
    await anna.taps("Время")
    await anna.says("после обеда")
    sees(anna, "Доставка: пт, 27 ноября, 13–18")
