"""A present from the thought to the hand: the limit, the lead's word, the ledger."""

from datetime import date

import pytest

from domain.actors import Role
from sandbox.phone import Phone
from storage import clients
from tests.conversations.test_clients import events_of
from tests.conversations.test_greetings import get_client, opens, smirnova
from tests.conversations.test_occasions import add_person, client_of
from tests.office import Office

STALE = "Это уже сделано или изменилось. Откройте раздел заново."
SET_CLASS = clients.patch("client_class")


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


@pytest.fixture
async def boris(office: Office) -> Phone:
    return await office.hires("Борис", Role.LEAD)


async def plans(phone: Phone, text: str, name: str = "Смирнова") -> None:
    await opens(phone, name)
    await phone.taps("🎁 Подарок")
    await phone.says(text)


async def test_within_the_limit_it_is_given_and_that_is_the_greeting(
    office: Office, boris: Phone, anna: Phone
) -> None:
    person = await smirnova(office, anna)
    client = await client_of(office, person)
    await opens(anna, "Смирнова")
    await anna.taps("🎁 Подарок")
    anna.sees("что подарить и за сколько?", "До 3 000 ₽ на человека в год — без согласования.")
    await anna.says("коньяк")
    anna.sees("«коньяк»: нужны и подарок, и сумма. Напишите, например, «коньяк 2500».")
    await anna.says("коньяк 2500")
    anna.sees(
        "🎁 Подарок задуман", "коньяк — 2 500 ₽", "Смирнова Ольга Петровна, Ромашка · День рождения, 2026"
    )
    anna.does_not_see("Менеджер", "За год")
    boris.does_not_see("просит", anywhere=True)
    await anna.double_taps("🎁 Вручил")
    anna.sees("🎁 Подарок вручён", "Вручён: сегодня")
    assert await events_of(office, client) == [("greeting", None)]
    assert (await get_client(office, client)).last_contact_day == office.today
    await anna.taps("Поздравление")
    anna.sees("✅ Поздравлена подарком: сегодня", "🎁 коньяк, 2 500 ₽ — вручён")
    await office.waits_until("12:00", date(2027, 11, 23))
    await opens(anna, "Смирнова")
    anna.sees("🎁 В 2026 подарили: коньяк, 2 500 ₽")
    anna.does_not_see("В 2026: подарок")
    assert "🎁 Подарок" in anna.buttons


async def test_a_mis_tap_takes_the_present_back_too(office: Office, anna: Phone) -> None:
    client = await client_of(office, await smirnova(office, anna))
    await plans(anna, "торт за 1 200 ₽")
    await anna.taps("🎁 Вручил")
    await anna.taps("Поздравление")
    await anna.taps("Отменить отметку")
    anna.sees("🎁 торт, 1 200 ₽ — задуман")
    assert await events_of(office, client) == []
    await anna.taps("🎁 торт")
    assert "🎁 Вручил" in anna.buttons


async def test_given_ahead_the_day_is_still_to_be_greeted(office: Office, anna: Phone) -> None:
    client = await client_of(office, await add_person(office, anna, "Вектор", "Иванов Пётр", (30, 11, None)))
    await plans(anna, "книга 900", "Иванов")
    await anna.taps("🎁 Вручил")
    anna.sees("🎁 Подарок вручён")
    assert await events_of(office, client) == []
    await anna.taps("Поздравление")
    anna.sees("Поздравить: пн, 30 ноября", "🎁 книга, 900 ₽ — вручён")


async def test_above_the_limit_the_lead_decides_and_the_other_lead_sees(
    office: Office, boris: Phone, anna: Phone
) -> None:
    gleb = await office.hires("Глеб", Role.LEAD)
    await smirnova(office, anna)
    await plans(anna, "коньяк 5000")
    anna.sees("🎁 Подарок ждёт согласования", "За год этому человеку 5 000 ₽, без согласования до 3 000 ₽")
    for lead in (boris, gleb):
        lead.sees("🎁 Анна просит согласовать подарок\nконьяк — 5 000 ₽")
        assert {"✅ Согласовать", "❌ Не надо"} <= set(lead.buttons)
        lead.does_not_see("Менеджер: Анна")
    old = gleb.last
    await boris.double_taps("✅ Согласовать")
    boris.sees("🎁 Подарок согласован", "Менеджер: Анна")
    gleb.sees("✅ Подарок согласован · Борис")
    assert "✅ Согласовать" not in gleb.buttons
    anna.sees("✅ Подарок согласован · Борис", "Можно покупать. После вручения нажмите «Вручил».")
    await gleb.sends_callback("gifts.move:1:decline", old)
    assert gleb.alert == STALE
    await anna.taps("🎁 Вручил")
    anna.sees("🎁 Подарок вручён", "Решение: Борис")


async def test_declined_another_one_may_be_thought_of(office: Office, boris: Phone, anna: Phone) -> None:
    await smirnova(office, anna)
    await plans(anna, "часы 9000")
    await boris.taps("❌ Не надо")
    anna.sees("❌ Подарок не согласован · Борис", "Другой подарок — на карточке поздравления.")
    assert not {"🎁 Вручил", "Отменить"} & set(anna.buttons)
    await anna.taps("Поздравление")
    anna.does_not_see("часы")
    await anna.taps("🎁 Подарок")
    await anna.says("книга 1500")
    anna.sees("🎁 Подарок задуман")


async def test_dropped_while_the_lead_thinks(office: Office, boris: Phone, anna: Phone) -> None:
    await smirnova(office, anna)
    await plans(anna, "часы 9000")
    await anna.taps("Отменить")
    anna.sees("🎁 Подарок отменён")
    boris.sees("Подарок отменён · Анна")
    assert "✅ Согласовать" not in boris.buttons


async def test_the_years_presents_count_together(office: Office, boris: Phone, anna: Phone) -> None:
    await smirnova(office, anna)
    await plans(anna, "коньяк 2500")
    await anna.taps("🎁 Вручил")
    await anna.sends_callback("gifts.ask:1:1:newyear")
    await anna.says("конфеты 600")
    anna.sees("🎁 Подарок ждёт согласования", "За год этому человеку 3 100 ₽")
    boris.sees("🎁 Анна просит согласовать подарок")


async def test_a_lead_asks_nobody_and_sees_the_ledger_of_all(
    office: Office, boris: Phone, anna: Phone
) -> None:
    await smirnova(office, anna, client_class="A")
    await add_person(office, boris, "Вектор", "Иванов Пётр", (23, 11, None), client_class="A")
    await plans(boris, "картина 20000", "Иванов")
    boris.sees("🎁 Подарок задуман")
    await plans(anna, "коньяк 2500")
    await anna.taps("Подарки")
    anna.sees(
        "Подарки 2026 года: 2 500 ₽",
        "1 подарок · без согласования до 3 000 ₽",
        "коньяк, 2 500 ₽ — Смирнова Ольга Петровна, Ромашка · задуман",
    )
    anna.does_not_see("картина")
    await boris.taps("Подарки")
    boris.sees("Подарки 2026 года: 22 500 ₽", "2 подарка", "коньяк, 2 500 ₽", "· Анна")
    await boris.taps("коньяк · Смирнова")
    boris.sees("Менеджер: Анна")


async def test_an_empty_ledger_says_where_to_begin(office: Office, anna: Phone) -> None:
    await anna.says("/occasions")
    await anna.taps("Подарки")
    anna.sees("Подарков в 2026 году пока нет")
