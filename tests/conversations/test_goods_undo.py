"""A file of goods taken back: what it said of barcodes, units and of goods that have come goes with it."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from exchange.xlsx_out import CellValue, write_table_xlsx
from sandbox.phone import Phone
from storage import products
from tests.conversations.shop import sees
from tests.conversations.test_shortages import FRIDAY, SATURDAY, Store
from tests.office import Office

HEADS = ["Код", "Наименование", "Остаток", "Цена опт", "Артикул", "Штрихкод", "Другие единицы", "Ед. изм."]


@pytest.fixture
async def store(office: Office) -> Store:
    return await Store(office).stand()


async def loads(olga: Phone, *rows: Sequence[CellValue], heads: Sequence[str] = HEADS) -> None:
    await olga.sends_file("goods.xlsx", write_table_xlsx(list(heads), [list(row) for row in rows]))
    await olga.taps("Загрузить")


async def known(store: Store, code: str) -> tuple[dict[str, str], dict[str, str]]:
    """Marks and units of one product, whether it is on sale or not."""
    async with store.office.work() as work:
        ids = await products.by_codes(work.tx, [code])
        id_ = ids[code].id if code in ids else (await products.gone_with(work.tx, [code]))[code]
        marks = {kind: value for _, kind, value in await products.marks(work.tx, [id_])}
        units = (await products.by_ids(work.tx, [id_]))[id_].units
        return marks, {unit: str(count) for unit, count in units.items()}


async def test_marks_and_units_go_with_the_file(store: Store) -> None:
    olga = store.desk[0]
    await loads(
        olga,
        ["МС-825", "Масло сливочное 82,5% 180 г", 8, 150, "А-1", "4600000000017", "", "шт"],
        ["ХМ-01", "Хумус", 5, 90, "А-2", "4600000000024", "палл = 960 шт", "шт"],
    )
    assert await known(store, "МС-825") == ({"article": "А-1", "barcode": "4600000000017"}, {})
    marks, units = await known(store, "ХМ-01")
    assert marks["article"] == "А-2"
    assert units
    await olga.taps("Отменить загрузку")
    sees(olga, "отменена")
    assert await known(store, "МС-825") == ({}, {})
    assert await known(store, "ХМ-01") == ({}, {})


async def test_an_arrival_that_was_none_is_waited_for_again(store: Store) -> None:
    await store.stock("МС-825", 0, SATURDAY)
    anna = await store.lacks()
    await anna.taps("Ждать до 28.11")
    await anna.taps("К заказу")
    await anna.taps("Передать")
    await store.office.waits_until("10:00", FRIDAY)
    await anna.says("/calls")
    olga = store.desk[0]
    await loads(olga, ["МС-825", "Масло сливочное 82,5% 180 г", 100, 150, "", "", "", "шт"])
    await store.office.passes(minutes=1)
    sees(anna, "Пришло: Масло сливочное 82,5% 180 г, 100 шт")
    await olga.taps("Отменить загрузку")
    sees(
        anna,
        "Приход не подтвердился: загрузка остатков отменена. Решение: Ольга",
        "Масло сливочное 82,5% 180 г — Ромашка",
        "Снова ждём",
    )
    await anna.taps("Ромашка")
    sees(anna, "Клиент ждёт до завтра")
    (wish,) = await store.wishes()
    assert (wish["state"], wish["promised"]) == ("waiting", SATURDAY)
    async with store.office.work() as work:
        butter = (await products.by_codes(work.tx, ["МС-825"]))["МС-825"]
    assert (butter.stock, butter.arrives_on) == (Decimal(0), SATURDAY)
    await loads(olga, ["МС-825", "Масло сливочное 82,5% 180 г", 60, 150, "", "", "", "шт"])
    await store.office.passes(minutes=1)
    sees(anna, "Пришло: Масло сливочное 82,5% 180 г, 60 шт")


async def test_nobody_hears_of_an_arrival_that_was_taken_back_at_once(store: Store) -> None:
    anna = await store.lacks()
    await anna.taps("Логист")
    await store.stock("МС-825", 0)
    olga = store.desk[0]
    await loads(olga, ["МС-825", "Масло сливочное 82,5% 180 г", 100, 150, "", "", "", "шт"])
    await olga.taps("Отменить загрузку")
    await store.office.passes(minutes=1)
    assert not any("Пришло" in one.text or "Приход" in one.text for one in anna.from_bot)
    assert [wish["state"] for wish in await store.wishes()] == ["asked"]
