"""Announcements with «read», proposals upwards, the market sheet of the week."""

from datetime import date

import pytest

from domain.actors import Role
from tests.conversations.desk import sees
from tests.conversations.shop import Shop
from tests.office import Office

FRIDAY, NEXT_MONDAY = date(2026, 11, 27), date(2026, 11, 30)


@pytest.fixture
async def shop(office: Office) -> Shop:
    found = await Shop(office).open(supports=0)
    await office.waits_until("10:00")
    return found


async def test_who_has_read_it_who_has_not_and_who_is_away(shop: Shop) -> None:
    anna, boris, office = shop.anna, shop.boris, shop.office
    igor, vera = await office.hires("Игорь"), await office.hires("Вера")
    await boris.says("отпуск Веры 23–29.11")
    await boris.taps("Без замены")
    await boris.taps("Поставить")
    await boris.says("объявление команде: завтра склад закрыт")
    sees(boris, "Ещё не отправлено", "Своей команде, 3 человека")
    await boris.double_taps("Отправить")
    hears = "Прочитайте и отметьте"
    assert sum(hears in one.text for one in anna.messages) == 1
    vera.does_not_see(hears, anywhere=True)
    await anna.taps("Прочитал")
    await boris.says("/announcements")
    await boris.taps("завтра склад")
    sees(boris, "Прочитали 1 из 3", "Не прочитали: Игорь", "увидят по возвращении: Вера", "Прочитали: Анна")
    await boris.taps("Напомнить: 1")
    assert boris.alert == "Недавно уже напоминали: подождите час"
    await office.passes(minutes=60)
    await boris.double_taps("Напомнить: 1")
    sees(igor, "Напоминание: прочитайте")
    assert sum("Напоминание: прочитайте" in one.text for one in igor.messages) == 1
    vera.does_not_see("склад закрыт", anywhere=True)
    await office.waits_until("09:00", NEXT_MONDAY)
    vera.sees(hears, "завтра склад закрыт", anywhere=True)


async def test_a_photo_is_announced_and_others_see_nothing(shop: Shop) -> None:
    anna, boris, office = shop.anna, shop.boris, shop.office
    await boris.says("/team")
    await boris.taps("Объявить")
    await boris.taps("Всем")
    await boris.sends_photo(b"\xff\xd8 a photo", "новый прайс")
    await boris.taps("Отправить")
    sees(anna, "Вложение к объявлению") if anna.last.photo is None else None
    assert any(one.photo for one in anna.messages)
    late = await office.hires("Поздний")
    await late.sends_callback("announcements.open:1")
    late.does_not_see("новый прайс", anywhere=True)


async def test_a_proposal_is_decided_step_by_step(shop: Shop) -> None:
    anna, boris = shop.anna, shop.boris
    await anna.says("предложение: завести товар без сахара")
    sees(anna, "Предложение № 1: новое", "Ассортимент")
    sees(boris, "Предложение. От: Анна", "завести товар без сахара")
    await boris.taps("Обдумать")
    sees(anna, "По вашему предложению решили", "обдумывается")
    await boris.taps("Отклонить")
    await boris.says("нет поставщика")
    sees(anna, "отклонено", "Борис: нет поставщика")
    await anna.says("идея: короче планёрки")
    await boris.taps("Принять")
    await boris.taps("Внедрено")
    sees(anna, "Предложение № 2: внедрено")
    await boris.taps("Предложения")
    await boris.taps("Файлом")
    name, data = boris.file()
    assert name == "предложения-2026-11-23.xlsx"
    assert data[:2] == b"PK"


async def test_friday_brings_the_market_of_the_week(shop: Shop) -> None:
    anna, boris, office = shop.anna, shop.boris, shop.office
    await anna.says("у опт-сервиса гречка по 68")
    await anna.taps("Сохранить")
    await office.waits_until("16:30", FRIDAY)
    boris.sees("Рынок за неделю", "опт-сервис ×1 · новый · дешевле нас: 1 · Анна", anywhere=True)
    boris.sees("Записали: Анна — 1", anywhere=True)
    await boris.says("/team")
    await boris.taps("Рынок за неделю")
    await boris.taps("Лист файлом")
    assert boris.file()[0].startswith("рынок-недели-")


async def test_in_english(office: Office) -> None:
    owner = await office.owner()
    anna = await office.hires("Anna", Role.LOGISTICS, language="en")
    await office.waits_until("10:00")
    await owner.says("объявление логистике: машина в 7")
    await owner.taps("Отправить")
    sees(anna, 'Read it and tap "Read"', "машина в 7")
    await anna.taps("Read")
    await anna.says("proposal: shorter meetings")
    sees(anna, "Proposal No. 1: new", "Work")
