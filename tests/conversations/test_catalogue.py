"""A price list brought in: what moves, what is gone, what came back."""

from decimal import Decimal

import pytest

from exchange.xlsx_out import write_table_xlsx
from storage import products
from tests.conversations.shop import Shop, sees
from tests.exchange.test_goods import IMPORT, OFFERS, made, zipped
from tests.office import Office

HEADING = ["Код", "Товар", "Ед.", "В упаковке", "Другие единицы", "Цена опт", "Остаток", "Кратность", "НДС"]
FULL = [
    ["МС-825", "Масло сливочное 82,5% 180 г", "шт", 20, "палл = 40 кор; вес 0,18 кг", 180, 100, 20, "10 %"],
    ["МС-725", "Масло сливочное 72,5% 180 г", "шт", 20, "", 108, 0, "", "10 %"],
    ["МЛ-32", "Молоко 3,2% 1 л", "шт", 12, "", 80, 50, "", "10 %"],
    ["ЧЙ-1", "Чай чёрный", "шт", 10, "", 95, 5, "", "22 %"],
]


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open()


def price_list(rows: list[list[object]] = FULL) -> bytes:
    return write_table_xlsx(HEADING, rows)  # type: ignore[arg-type]


async def codes(shop: Shop) -> set[str]:
    async with shop.office.work() as work:
        return {code for code, _ in await products.codes_on_sale(work.tx)}


async def test_prices_move_and_what_is_gone_is_asked_about(shop: Shop) -> None:
    boris = shop.boris
    await boris.sends_file("price.xlsx", price_list())
    sees(boris, "новых 1", "Цены: выше у 1, ниже у 1. Больше всего:")
    sees(boris, "• Масло сливочное 82,5% 180 г, опт: 150 ₽ → 180 ₽ (+20 %)", "120 ₽ → 108 ₽ (−10 %)")
    sees(
        boris,
        "Продаются, но нет в файле 2 товара: «Гречка ядрица 800 г», «Сыр Российский 50%». Снять с продажи?",
    )
    await boris.taps("Снять с продажи 2")
    sees(boris, "Будут сняты с продажи 2 товара")
    await boris.taps("Оставить в продаже")
    sees(boris, "Снять с продажи?")
    await boris.taps("Снять с продажи 2")
    preview = boris.last
    await boris.taps("Загрузить")
    sees(boris, "Загружено: прайс", "Новых 1")
    assert await codes(shop) == {"МС-825", "МС-725", "МЛ-32", "ЧЙ-1"}
    await boris.taps_old(preview, "Оставить в продаже")
    async with shop.office.work() as work:
        butter = (await products.by_codes(work.tx, ["МС-825"]))["МС-825"]
    assert (butter.multiple, butter.vat_rate, butter.stock) == (Decimal(20), 10, Decimal(100))
    assert butter.units == {"pallet": 800, "kg": 1 / Decimal("0.18")}
    await boris.says("/import")
    await boris.taps("Отменить: price.xlsx")
    sees(boris, "Загрузка отменена")
    assert await codes(shop) == {"МС-825", "МС-725", "МЛ-32", "ГР-800", "СР-50"}
    async with shop.office.work() as work:
        butter = (await products.by_codes(work.tx, ["МС-825"]))["МС-825"]
    assert (butter.multiple, butter.units, butter.prices) == (None, {}, {"опт": 150_00})


async def test_without_a_word_nothing_goes_off_sale(shop: Shop) -> None:
    await shop.boris.sends_file("price.xlsx", price_list())
    await shop.boris.taps("Загрузить")
    assert {"ГР-800", "СР-50"} <= await codes(shop)
    await shop.boris.sends_file("price.xlsx", price_list(FULL[:1]))
    assert not any("Снять" in button for button in shop.boris.buttons)


async def test_units_of_the_table_are_understood_in_an_order(shop: Shop) -> None:
    await shop.boris.sends_file("price.xlsx", price_list())
    await shop.boris.taps("Загрузить")
    anna = await shop.drafts("масло 82,5 1 паллета")
    sees(anna, "Масло сливочное 82,5% 180 г", "800 шт")


async def test_a_catalogue_of_the_accounting_system(shop: Shop) -> None:
    olga = shop.desk[0]
    await olga.sends_file("webdata.zip", zipped(import0_1=made(IMPORT), offers0_1=made(OFFERS)))
    sees(olga, "новых 3")
    await olga.taps("Загрузить")
    async with shop.office.work() as work:
        butter = (await products.by_codes(work.tx, ["00-1"]))["00-1"]
        assert butter.prices == {"Оптовая": 120_00, "Розничная": 150_50}
        assert await products.external_ids(work.tx, [butter.id]) == {butter.id: "a-1"}
        assert butter.units == {"box": 20, "kg": 4}
    await olga.sends_file("offers.xml", made(OFFERS.replace("2400.00", "2600.00"), changes="true"))
    sees(olga, "Цены: выше у 1")
    await olga.taps("Загрузить")
    async with shop.office.work() as work:
        assert (await products.by_codes(work.tx, ["00-1"]))["00-1"].prices["Оптовая"] == 130_00
