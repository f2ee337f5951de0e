"""Errands from the lead: told, quoted, done, returned, late."""

from datetime import date

import pytest

from domain.actors import Role
from domain.transfers import Selection
from storage import clients, employees
from tests.conversations.desk import hears, sees, shop_at_ten
from tests.conversations.shop import Shop
from tests.office import Office, number_of
from usecases import people, transfers
from usecases.errands import late_for

TUESDAY, THURSDAY, FRIDAY = date(2026, 11, 24), date(2026, 11, 26), date(2026, 11, 27)
LINE = "поручение Анне: позвонить в Ромашку по возврату до пятницы 15:00"


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await shop_at_ten(office)


async def test_one_line_gives_it_and_the_answer_closes_it(shop: Shop) -> None:
    anna, boris = shop.anna, shop.boris
    await boris.says(LINE)
    sees(boris, "Поручение № 1: ещё не видели", "пт, 27 ноября, 15:00", "Борис → Анна", "Ромашка")
    sees(anna, "Новое поручение. От: Борис", "позвонить в Ромашку по возврату")
    await anna.taps("Вижу")
    sees(anna, "Поручение № 1: в работе")
    await anna.taps("Вопрос")
    await anna.says("возврат за октябрь?")
    sees(boris, "Вопрос: Анна", "❓ Анна: возврат за октябрь?")
    await boris.taps("Ответить")
    await boris.says("да, за октябрь")
    sees(anna, "Ответ на ваш вопрос", "💬 Борис: да, за октябрь")
    await anna.taps("Сделано")
    await anna.says("договорились, вернут в среду")
    sees(anna, "сделано, ждёт приёмки")
    sees(boris, "Сделано: Анна", "договорились, вернут в среду")
    await boris.taps("Вернуть")
    await boris.says("нужен номер акта")
    sees(anna, "Вернули на доработку", "↩️ Борис: нужен номер акта")
    await anna.taps("Сделано")
    await anna.taps("Без слов")
    await boris.double_taps("Принять")
    sees(boris, "Поручение № 1: закрыто")
    assert sum("Принято: Борис" in one.text for one in anna.messages) == 1
    await anna.says("/errands")
    sees(anna, "Вам поручений нет")
    await anna.says("ромашка")
    await anna.taps("История")
    sees(anna, "Поручение выполнено: позвонить в Ромашку по возврату")


async def test_the_morning_list_quotes_it_and_the_clock_reminds(shop: Shop) -> None:
    anna, boris, office = shop.anna, shop.boris, shop.office
    async with office.work() as work:
        await work.tx.run(clients.patch("phone"), id_=shop.client, phone=number_of("Ромашка"))
    await boris.says(LINE)
    await office.waits_until("09:00", TUESDAY)
    hears(
        anna, "📌 1 поручение. Ближайшее: позвонить в Ромашку по возврату", "поручение: позвонить в Ромашку"
    )
    await office.waits_until("10:00", THURSDAY)
    hears(anna, "⏰ Скоро срок")
    await office.waits_until("15:00", FRIDAY)
    hears(anna, "⚠️ Срок вышел")
    await boris.says("/errands")
    sees(boris, "Поручено и спрошено: 1", "⚠️ № 1", "просрочено")
    actor = await office.actor(boris)
    async with office.work() as work:
        late = await late_for(actor, work)
    assert [one.id for one in late] == [1]
    await office.waits_until("09:00", date(2026, 11, 30))
    hears(
        anna,
        "📌 1 поручение, просрочено: 1. Самое давнее: позвонить в Ромашку по возврату — срок был: пт, 27 ноября",
    )


async def test_in_the_evening_it_waits_for_the_morning(shop: Shop) -> None:
    anna, boris, office = shop.anna, shop.boris, shop.office
    await office.waits_until("19:30")
    await boris.says("Анне: сверить прайс до среды")
    anna.does_not_see("Новое поручение", anywhere=True)
    await office.waits_until("09:00", TUESDAY)
    hears(anna, "Новое поручение. От: Борис")


async def test_step_by_step_with_a_voice_and_another_term(shop: Shop) -> None:
    anna, boris = shop.anna, shop.boris
    await boris.says("/team")
    await boris.taps("Поручить")
    await boris.taps("Анна")
    await boris.taps("Дальше")
    await boris.sends_voice(b"OggS", 4)
    sees(boris, "До какого дня?")
    await boris.says("вчера")
    sees(boris, "Нужен срок впереди")
    await boris.says("чт 12:00")
    sees(boris, "🎤 голосовое сообщение", "чт, 26 ноября, 12:00")
    await anna.taps("Голос")
    assert any(one.voice for one in anna.messages)
    await anna.taps("К поручению")
    await anna.taps("Перенести")
    await anna.says("пт 17:00")
    sees(boris, "Просит новый срок: пт, 27 ноября, 17:00")
    await boris.taps("Перенести: 27.11")
    sees(anna, "Срок перенесён", "пт, 27 ноября, 17:00")
    await boris.taps("Отозвать")
    sees(anna, "Отозвано: Борис")


async def test_who_had_it_is_told_that_another_has_it(shop: Shop) -> None:
    anna, boris, office = shop.anna, shop.boris, shop.office
    ira = await office.hires("Ира")
    await boris.says(LINE)
    await anna.taps("Вопрос")
    await anna.sends_voice(b"OggS", 4)
    sees(anna, "Здесь нужны слова")
    await anna.says("о" * 1001)
    sees(anna, "Слишком длинно: 1001 знак. Уложитесь в 1000.")
    await anna.says("какой возврат?")
    sees(boris, "Вопрос: Анна", "Поручение № 1: в работе")
    await boris.taps("Другому")
    await boris.taps("Ира")
    sees(anna, "Поручение № 1: передано другому. Решение: Борис. Делать не нужно", "по возврату")
    sees(ira, "Новое поручение. От: Борис")
    await office.waits_until("19:30")
    await boris.says("поручение Анне: сверить прайс до среды")
    await boris.taps("Другому")
    await boris.taps("Ира")
    anna.does_not_see("Поручение № 2")


async def test_what_the_owner_does_of_a_lead_s_errand_is_the_owner_s(shop: Shop) -> None:
    anna, boris = shop.anna, shop.boris
    ira, vera = await shop.office.hires("Ира"), await shop.office.hires("Вера", Role.OWNER)
    await boris.says(LINE)
    await vera.says("/errands")
    await vera.taps("№ 1")
    await vera.taps("Другому")
    assert "Борис" not in vera.buttons
    await vera.taps("Ира")
    sees(anna, "передано другому. Решение: Вера")
    await vera.taps("Отозвать")
    sees(ira, "Отозвано: Вера")


async def test_a_term_that_has_passed_is_asked_for_anew(shop: Shop) -> None:
    boris = shop.boris
    await boris.says("поручение Анне: сверить прайс до 20.11")
    sees(boris, "До какого дня: «сверить прайс»?")
    await boris.says("20.11")
    sees(boris, "Нужен срок впереди")
    await boris.says("27.11")
    sees(boris, "Борис → Анна", "пт, 27 ноября, 18:00")
    await boris.says("предложение: " + "длинно " * 300)
    sees(boris, "Слишком длинно: 2099 знаков")


async def test_everybody_namesakes_and_nobody(shop: Shop) -> None:
    boris, office = shop.boris, shop.office
    await office.hires("Анна Белова")
    await boris.says("поручение Зое: найти ключи завтра")
    sees(boris, "Не нашёл в команде: «Зое».", "Кому поручить?")
    await boris.says("поручение Анне: найти ключи завтра")
    sees(boris, "«Анне» — так зовут не одного.", "Кому поручить?")
    await boris.says("Анне Беловой")
    sees(boris, "Борис → Анна Белова")
    await boris.says("всем: заполнить план до пятницы")
    sees(boris, "Поручено: Анна, Анна Белова")
    await boris.says("ромашка: взяла 20 кор масла 82,5")
    boris.does_not_see("Поручено")


async def test_a_lead_of_another_team_sees_nothing(shop: Shop) -> None:
    boris, office = shop.boris, shop.office
    await boris.says(LINE)
    async with office.work() as work:
        team = await work.tx.value(employees.ADD_TEAM, name="Другая")
    vera = await office.hires("Вера", Role.LEAD, team=team)
    await vera.sends_callback("errands.open:1")
    vera.does_not_see("по возврату", anywhere=True)
    await vera.sends_callback(f"errands.give:about:{shop.client}")
    vera.does_not_see("Ромашка", anywhere=True)


async def test_what_is_done_keeps_who_did_it_when_the_client_goes(office: Office, shop: Shop) -> None:
    anna, boris = shop.anna, shop.boris
    ira = await office.hires("Ира")
    await boris.says(LINE)
    await anna.taps("Сделано")
    await anna.taps("Без слов")
    lead, giver, taker = [await office.actor(one) for one in (boris, anna, ira)]
    async with office.work() as work:
        await transfers.transfer(lead, work, Selection(giver.id, ticked=(shop.client,)), taker.id)
    await boris.says("/errands")
    await boris.taps("№ 1")
    sees(boris, "сделано, ждёт приёмки", "Борис → Анна")
    await boris.taps("Принять")
    sees(anna, "Принято: Борис")
    ira.does_not_see("Принято", anywhere=True)


async def test_what_is_returned_goes_to_the_new_manager_where_the_doer_has_left(
    office: Office, shop: Shop
) -> None:
    anna, boris = shop.anna, shop.boris
    ira = await office.hires("Ира")
    await boris.says(LINE)
    await anna.taps("Сделано")
    await anna.taps("Без слов")
    lead, giver, taker = [await office.actor(one) for one in (boris, anna, ira)]
    async with office.work() as work:
        await transfers.transfer(lead, work, Selection(giver.id, ticked=(shop.client,)), taker.id)
        await people.dismiss(lead, work, giver.id)
    await boris.says("/errands")
    await boris.taps("№ 1")
    await boris.taps("Вернуть")
    await boris.says("нужен номер акта")
    sees(boris, "на доработке", "Борис → Ира")
    sees(ira, "Вернули на доработку: Борис", "нужен номер акта")


async def test_in_english(office: Office) -> None:
    lead = await office.hires("Boris", Role.LEAD, language="en")
    anna = await office.hires("Anna", language="en")
    await office.waits_until("10:00")
    await lead.says("errand for Anna: call the bank by friday 3pm")
    sees(lead, "Errand No. 1: not seen yet", "Boris → Anna")
    sees(anna, "A new errand from Boris")
    await anna.taps("Done")
    await anna.says("called")
    sees(lead, "Done by Anna", "✅ Anna: called")
    await anna.says("/errands")
    await anna.taps("Ask a department")
    await anna.taps("Accounting")
    sees(anna, "What do you need from accounting?")


@pytest.mark.parametrize("done", [True, False])
async def test_with_the_client_it_comes_to_who_gave_it_and_can_be_closed(
    office: Office, shop: Shop, *, done: bool
) -> None:
    anna, boris = shop.anna, shop.boris
    await boris.says(LINE)
    if done:
        await anna.taps("Сделано")
        await anna.taps("Без слов")
    giver, taker = await office.actor(anna), await office.actor(boris)
    async with office.work() as work:
        await transfers.transfer(taker, work, Selection(giver.id, ticked=(shop.client,)), taker.id)
    await boris.says("/errands")
    await boris.taps("№ 1")
    if done:
        await boris.taps("Принять")
    else:
        await boris.taps("Сделано")
        await boris.taps("Без слов")
    sees(boris, "Поручение № 1: закрыто")
    await boris.says("/errands")
    boris.does_not_see("№ 1")
