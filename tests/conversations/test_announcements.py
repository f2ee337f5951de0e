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


async def test_the_line_typed_once_more_takes_its_own_place(shop: Shop) -> None:
    boris = shop.boris
    await boris.says("объявление команде: завтра склад закрыт")
    await boris.says("объявление команде: завтра склад закрыт с обеда")
    sees(boris, "Ещё не отправлено", "завтра склад закрыт с обеда")
    boris.does_not_see("объявление команде")
    await boris.says("завтра склад открыт")
    sees(boris, "Ещё не отправлено", "завтра склад открыт")


async def test_nobody_reads_it_in_anothers_place(shop: Shop) -> None:
    anna, boris, office = shop.anna, shop.boris, shop.office
    igor, _ = await office.hires("Игорь"), await office.hires("Вера")
    absent = (await office.actor(anna)).id
    await boris.says("объявление команде: завтра склад закрыт")
    await boris.taps("Отправить")
    await boris.says("отпуск Анны 24.11 → Игорь")
    await boris.taps("Поставить")
    await office.waits_until("10:00", date(2026, 11, 24))
    await igor.sends_callback(f"announcements.read:1@{absent}")
    await boris.sends_callback("announcements.open:1")
    sees(boris, "Прочитали 1 из 3", "Не прочитали: Вера", "увидят по возвращении: Анна", "Прочитали: Игорь")
    await boris.says("объявление менеджерам: новый прайс")
    await boris.taps("Отправить")
    late = await office.hires("Поздний")
    await boris.says("отпуск Анны 27.11 → Поздний")
    await boris.taps("Поставить")
    await office.waits_until("10:00", FRIDAY)
    await late.sends_callback(f"announcements.open:2@{absent}")
    late.sees("новый прайс")
    assert "Прочитал" not in late.buttons
    await late.sends_callback(f"announcements.read:2@{absent}")
    await late.sends_callback("announcements.read:2")
    await boris.sends_callback("announcements.open:2")
    sees(boris, "Прочитали 0 из 3", "увидят по возвращении: Анна")


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
    assert {"Вид: цены", "Вид: работа"} <= {*anna.buttons}
    sees(boris, "Предложение. От: Анна", "завести товар без сахара")
    await boris.taps("Обдумать")
    sees(anna, "Ваше предложение: обдумывается", "Обдумывает: Борис")
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


async def test_an_old_proposal_that_nobody_decided_stands_above_newer_ones(shop: Shop) -> None:
    anna, boris = shop.anna, shop.boris
    await anna.says("предложение: завести товар без сахара")
    for number in range(16):
        await anna.says(f"идея: короче планёрки {number}")
        await boris.taps("Принять")
    await boris.taps("Предложения")
    assert boris.screen.index("без сахара") < boris.screen.index("планёрки 15")


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


async def test_a_leads_own_ones_hide_none_that_is_unread(office: Office, shop: Shop) -> None:
    owner, boris = await office.owner(), shop.boris
    for number in range(12):
        await boris.says(f"объявление команде: новость {number}")
        await boris.taps("Отправить")
    await owner.says("объявление всем: инвентаризация в субботу")
    await owner.taps("Отправить")
    await boris.says("/announcements")
    sees(boris, "инвентаризация в субботу", "новость 11", "новость 1 ")
    boris.does_not_see("новость 0")


async def test_in_english(office: Office) -> None:
    owner = await office.owner()
    anna = await office.hires("Anna", Role.LOGISTICS, language="en")
    await office.waits_until("10:00")
    await owner.says("объявление логистике: машина в 7")
    await owner.taps("Отправить")
    sees(anna, "Read it and tap “Read”", "машина в 7")
    await anna.taps("Read")
    await anna.says("proposal: shorter meetings")
    sees(anna, "Proposal No. 1: new", "Work")
