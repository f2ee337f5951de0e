"""Claims: collected at the phone, settled, told, closed; the act; what repeats; what clients complain of."""

import io
from datetime import date

import openpyxl
import pytest
import sqlalchemy as sa

from domain.actors import Role
from sandbox.phone import Phone
from storage import claim_tables, clients
from tests.conversations.shop import Shop, hard, sees
from tests.firm import read
from tests.office import Office

PREVENTIONS = sa.select(claim_tables.preventions.c.id)
SET_PHONE = clients.patch("phone")
PHOTO = b"\xff\xd8\xff\xe0 a broken box"


class Claims(Shop):
    """Ромашка took 400 of butter; Лена of logistics settles what others have broken."""

    async def stand(self) -> "Claims":
        await self.open(supports=1)
        self.lena = await self.office.hires("Лена", Role.LOGISTICS)
        async with self.office.work() as work:
            await work.tx.run(SET_PHONE, id_=self.client, phone="+79165550101")
        await self.hands_over("масло 82,5 20, молоко 10")
        return self

    async def types(self, text: str) -> Phone:
        await self.anna.says(text)
        await self.anna.taps("Сохранить")
        return self.anna

    async def broken(self) -> Phone:
        """A claim of three pieces of butter, open on the screen."""
        await self.types("претензия Ромашка бой 3 шт масло 82,5")
        await self.anna.taps("Дополнить претензию")
        return self.anna

    async def open_claims(self) -> int:
        (row,) = await read(self.office, "clients")
        return int(row["open_claims"])


@pytest.fixture
async def shop(office: Office) -> Claims:
    return await Claims(office).stand()


async def test_a_claim_with_a_photo_becomes_an_act(shop: Claims) -> None:
    anna = await shop.broken()
    sees(
        anna,
        "Ромашка: Бой, порча, претензия № 1",
        "Открыта, никто не решает",
        "Масло сливочное 82,5% 180 г — 3 шт",
    )
    await anna.taps("Заказ")
    await anna.taps("№ 1 от 23.11")
    sees(anna, "Заказ № 1 от 23.11")
    await anna.taps("Товар")
    await anna.taps("Молоко")
    await anna.taps(hard("Всё: 10 шт"))
    sees(anna, "Молоко", "10 шт из 10")
    await anna.taps("Чья вина")
    await anna.taps("Транспорт")
    sees(anna, "Вина: Транспорт")
    await anna.sends_photo(PHOTO, "короб мокрый")
    sees(anna, "приложено 1 фото")
    await anna.taps("К претензии")
    sees(anna, "📎 1 фото", "«короб мокрый»")
    await anna.taps("Фото (1)")
    sees(anna, "Претензия № 1, Ромашка")
    await anna.taps("К претензии")
    await anna.taps("Акт PDF")
    name, data = anna.file()
    assert name == "ТОРГ-2 1 Ромашка.pdf"
    assert data.startswith(b"%PDF")


async def test_it_is_decided_told_and_closed(shop: Claims) -> None:
    anna, lena = await shop.broken(), shop.lena
    assert await shop.open_claims() == 1
    await anna.taps("Передать")
    await anna.taps("Лена")
    sees(anna, "Решает Лена")
    sees(lena, "Претензия теперь на вас", "Ромашка: Бой, порча")
    await lena.taps("Есть решение")
    await lena.taps("Корректировка")
    sees(lena, "Решено: корректировка на сумму", "Клиенту скажет Анна")
    sees(anna, "По претензии есть решение", "Скажите клиенту")
    await lena.taps("Принята часть")
    sees(lena, "корректировка на часть суммы")
    await anna.sends_callback("claims.close:1")
    assert "Сначала решение" in (anna.alert or "")
    await anna.taps("Клиент знает")
    sees(anna, "Клиент знает: корректировка на часть суммы")
    await anna.double_taps("Закрыть")
    sees(anna, "✅ Закрыта")
    assert await shop.open_claims() == 0


async def test_closed_by_mistake_it_is_back(shop: Claims) -> None:
    anna = await shop.broken()
    await anna.taps("Решаю я")
    await anna.taps("Есть решение")
    await anna.taps("Заменить")
    await anna.taps("Клиент знает")
    await anna.taps("Закрыть")
    closed = anna.last
    await anna.double_taps("Вернуть в работу")
    sees(anna, "Клиент знает: замена", "Вина не выяснена")
    assert await shop.open_claims() == 1
    await anna.taps("Другое решение")
    await anna.taps("Скидка")
    sees(anna, "Решено: скидка", "Скажите клиенту")
    await anna.taps("Клиент знает")
    await anna.taps("Закрыть")
    await shop.office.passes(minutes=20)
    await anna.taps_old(closed, "Вернуть в работу")
    assert await shop.open_claims() == 0


async def test_a_decision_is_told_in_a_call(shop: Claims) -> None:
    anna = await shop.broken()
    await anna.taps("Решаю я")
    await anna.taps("Есть решение")
    await anna.taps("Заменить")
    await anna.taps("К клиенту")
    await anna.taps("Позвонить")
    await anna.taps("Поговорили")
    await anna.taps("Ромашка: знает решение")
    sees(anna, "Ромашка: клиент знает решение по претензии")
    await anna.says("/claims")
    sees(anna, "решена, клиент знает")


async def test_goods_sent_back_are_claims_of_their_kind(shop: Claims) -> None:
    anna = await shop.types("ромашка возврат 2 кор масла 82,5 мятые")
    sees(anna, "Претензия: возврат, Масло сливочное")
    await shop.types("ромашка отказ от товара")
    sees(anna, "Претензия: отказ от товара")


async def test_a_line_keeps_its_words_and_the_price_that_was_paid(shop: Claims) -> None:
    anna = await shop.types("претензия Ромашка: молоко 4 шт мятые")
    await anna.taps("Дополнить претензию")
    sees(anna, "Молоко 3,2% 1 л — 4 шт, 320 ₽", "«мятые»", "Сумма: 320 ₽")
    await anna.taps("Ещё")
    await anna.taps("Сумма")
    await anna.says("много")
    sees(anna, "Не понял сумму «много»", "«0»: посчитаю по товару")
    await anna.says("500")
    sees(anna, "Сумма: 500 ₽")


async def test_a_refusal_says_why(shop: Claims) -> None:
    anna = await shop.broken()
    await anna.taps("Решаю я")
    sees(anna, "Решает Анна")
    await anna.taps("Есть решение")
    await anna.taps("Отклонить")
    await anna.says("хранили на солнце")
    sees(anna, "Решено: отклонена: хранили на солнце")


async def test_what_is_not_settled_is_remembered(shop: Claims) -> None:
    office, anna = shop.office, await shop.broken()
    await anna.taps("Передать")
    await anna.taps("Лена")
    await office.waits_until("10:01", date(2026, 11, 25))
    sees(shop.lena, "Претензия ждёт решения", "срок")
    await shop.lena.taps("Есть решение")
    await shop.lena.taps("Заменить")
    await office.waits_until("10:01", date(2026, 11, 26))
    sees(anna, "клиент ещё не знает", "Скажите клиенту")
    await anna.says("/calls")
    sees(anna, "претензия решена — скажите клиенту")


async def test_more_and_other_goods_came(shop: Claims) -> None:
    anna = await shop.types("претензия Ромашка пересорт")
    await anna.taps("Дополнить претензию")
    await anna.taps("Товар")
    await anna.says("масло 82,5 20/17")
    sees(anna, "3 шт (по документам 20, пришло 17)")
    await anna.taps("Лишнее")
    await anna.says("масло 72,5 3 шт")
    sees(anna, "Масло сливочное 72,5% 180 г — лишнее: 3 шт")
    await anna.taps("Ещё")
    await anna.taps("Акт xlsx")
    book = openpyxl.load_workbook(io.BytesIO(anna.file()[1]))
    cells = [cell.value for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    assert {20, 17, 3} <= {one for one in cells if isinstance(one, int | float)}
    await anna.taps("К претензии")
    await anna.taps("Товар")
    await anna.says("???")
    sees(anna, "???")


async def test_the_third_of_a_reason_asks_the_lead(shop: Claims) -> None:
    boris, anna = shop.boris, shop.anna
    for _ in range(2):
        await shop.types("претензия Ромашка бой")
    await shop.office.passes(minutes=1)
    boris.does_not_see("снова и снова")
    for _ in range(2):
        await shop.types("претензия Ромашка бой")
        await shop.office.passes(minutes=1)
    sees(boris, "снова и снова", "Бой, порча: 3 претензии за 30 дней", "№ 3 Ромашка")
    async with shop.office.work() as work:
        assert len(await work.tx.values(PREVENTIONS)) == 1
    asked = boris.last
    await boris.says("/claims")
    sees(boris, "4 открытые претензии", "🔁 Повторяются, найти причину: 1")
    assert any(label.startswith("🔁 бой, порча, до ") for label in boris.buttons)
    await boris.taps_old(asked, "Передать")
    await boris.taps("Лена")
    sees(shop.lena, "Найдите причину")
    await shop.lena.taps("Что сделали")
    await shop.lena.says("усилили короба")
    sees(shop.lena, "✅ Сделали: усилили короба")
    sees(boris, "Причину разобрали", "усилили короба")
    await anna.says("/claims")
    sees(anna, "4 открытые претензии")


async def test_what_clients_complain_of(shop: Claims) -> None:
    anna = await shop.types("претензия Ромашка бой 3 шт масло 82,5")
    await anna.says("/claims")
    await anna.taps("Анализ")
    sees(anna, "Претензии, ноябрь 2026", "1 претензия", "Бой, порча: 1 (0)", "Возвраты и отказы")
    await anna.taps("Товары")
    sees(anna, "Масло сливочное 82,5% 180 г: 1 (0)")
    await anna.taps("Excel")
    name, data = anna.file()
    assert name == "Претензии 11-2026.xlsx"
    rows = list(openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].values)
    assert [rows[1][2], rows[1][3]] == ["Ромашка", "Бой, порча"]
    await anna.taps("Картинка")
    await shop.boris.says("/claims")
    sees(shop.boris, "1 открытая претензия")
    await shop.lena.says("/claims")
    sees(shop.lena, "Претензий на вас нет")
