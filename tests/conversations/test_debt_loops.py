"""The whole way of a debt through the chats: from the accountant's file to money in the bank, or to the lead's word."""

from datetime import date

import pytest

from domain.actors import Role
from sandbox.phone import Phone
from storage import clients
from tests.conversations.shop import Shop, sees
from tests.conversations.test_payments import NAME, TUESDAY, statement
from tests.conversations.test_stops import until
from tests.office import Office

FRIDAY_FILE = """Задолженность покупателей на 20.11.2026;;;;;
Контрагент;ИНН;Документ;Дата;Срок оплаты;Долг
ООО «Ромашка»;7701254366;Реализация 1203;05.11.2026;19.11.2026;120 500,00
Итого;;;;;120 500,00
"""
WEDNESDAY = date(2026, 11, 25)
NEXT_MONDAY = date(2026, 11, 30)
SET_PHONE = clients.patch("phone")


@pytest.fixture
async def shop(office: Office) -> Shop:
    opened = await Shop(office).open(supports=1)
    async with office.work() as work:
        await work.tx.run(SET_PHONE, id_=opened.client, phone="+79161112233")
    return opened


@pytest.fixture
async def galina(office: Office, shop: Shop) -> Phone:
    return await office.hires("Галина", Role.ACCOUNTANT)


async def loads(galina: Phone, text: str, name: str = "долги.csv") -> None:
    await galina.sends_file(name, text.encode("cp1251"))
    sees(galina, "сходится с итогом")
    await galina.taps("Загрузить")


async def test_from_the_file_to_money_in_the_bank(shop: Shop, galina: Phone) -> None:
    """File → alert → promise → the bank's file closes it → the lead's digest."""
    office, anna, boris = shop.office, shop.anna, shop.boris
    await loads(galina, FRIDAY_FILE)
    await office.waits_until("10:00")
    sees(anna, "Долги: 1 клиент на сегодня", "120 500 ₽")
    await anna.taps("Ромашка")
    sees(anna, "Ромашка: долг 120 500 ₽", "Реализация 1203")
    await anna.taps("Обещал")
    await anna.taps("Вся просрочка")
    await anna.taps("завтра, 24.11")
    sees(anna, "разобрано 1 из 1")
    await office.waits_until("17:00")
    sees(anna, "Завтра обещали", "Ромашка")
    await office.waits_until("12:00", TUESDAY)
    await galina.sends_file(NAME, statement("55;120500;7701254366;ООО Ромашка;Оплата по накладной 1203"))
    await galina.taps("Загрузить")
    sees(anna, "Оплатил 1 клиент: 120 500 ₽", "Ромашка 120 500 ₽ — обещание закрыто, долга нет")
    await anna.says("/debts")
    sees(anna, "Долгов нет")
    await office.waits_until("18:30")
    sees(boris, "Итог дня", "Просрочка: 0 ₽ · меньше на 121 т.р.", "Ромашка: слово сдержали, 121 т.р. (Анна)")


async def test_from_the_file_to_the_leads_word(shop: Shop, galina: Phone) -> None:
    """File → alert → promise → broken → the lead → stop → an order held → let go by the lead."""
    office, anna, boris = shop.office, shop.anna, shop.boris
    await loads(galina, FRIDAY_FILE)
    await office.waits_until("10:00")
    await anna.says("ромашка обещала 120 500 завтра")
    await anna.taps("Сохранить")
    await until(office, WEDNESDAY, "09:00")
    sees(anna, "1. Ромашка — обещание не сдержано: 1 день назад")
    await until(office, NEXT_MONDAY, "10:30")
    sees(boris, "Долги команды: 1 клиент", "перед стоп-листом", "обещание не сдержано: вт, 24 ноября")
    sees(anna, "Ромашка: кандидат в стоп-лист. Ваше слово — до 19:00", "Долги: 1 клиент на сегодня")
    await anna.taps("⛔ Стоп-лист")
    sees(anna, "Ромашка: кандидат в стоп-лист", "Обещание не сдержано: вт, 24 ноября")
    await anna.taps("Ставить стоп")
    await office.passes(seconds=1)
    sees(boris, "Ромашка: ставить стоп?", "Менеджер Анна: ставить стоп", "Держит слово: 0 из 1")
    await boris.taps("⛔ Стоп")
    await office.passes(seconds=1)
    sees(galina, "Ромашка: поставьте стоп в учётной системе")
    await galina.taps("Поставил")
    await shop.drafts()
    await anna.taps("На согласование")
    sees(boris, "разрешить отгрузку?", "⛔ Просрочено 120 500 ₽, 11 дней", "В стоп-листе: сегодня")
    await boris.taps("Разрешить")
    sees(shop.desk[0], "Ромашка, заказ 1 — передан")
