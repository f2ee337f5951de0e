"""Goods named by an article or a barcode of the catalogue's file."""

import pytest

from storage import products
from tests.conversations.shop import Shop, hard, sees
from tests.office import Office


@pytest.fixture
async def shop(office: Office) -> Shop:
    opened = await Shop(office).open(supports=1)
    async with office.work() as work:
        marks = {"article": ["АРТ-17", "77/5"], "barcode": ["4600000000017"]}
        await products.write_marks(work.tx, opened.goods["МС-825"], marks)
        await products.write_marks(work.tx, opened.goods["ГР-800"], {"barcode": ["46000024"]})
    return opened


async def test_a_line_names_goods_by_article_or_barcode(shop: Shop) -> None:
    anna = await shop.drafts("арт-17 20, 46000024 5 шт")
    sees(anna, "Масло сливочное 82,5% 180 г: 20 шт", "«46000024", "какой товар?")
    await anna.taps("Гречка ядрица 800 г")
    await anna.taps(hard("5 шт"))
    sees(anna, "Гречка ядрица 800 г — 5 шт")


@pytest.mark.parametrize("typed", ["4600000000017", "арт-17", "77/5"])
async def test_the_search_finds_by_it(shop: Shop, typed: str) -> None:
    anna = await shop.drafts("молоко 10")
    await anna.taps("Из каталога")
    await anna.says(typed)
    assert any("Масло сливочное 82,5" in button for button in anna.buttons), anna.screen
