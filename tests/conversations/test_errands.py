"""Errands from the head and requests to departments: told, quoted, done, returned, late."""

from datetime import date

import pytest

from domain.actors import Role
from domain.transfers import Selection
from sandbox.phone import Phone
from storage import clients, employees
from tests.conversations.desk import sees
from tests.conversations.shop import Shop
from tests.office import Office, number_of
from usecases import people, transfers
from usecases.errands import late_for

TUESDAY, THURSDAY, FRIDAY = date(2026, 11, 24), date(2026, 11, 26), date(2026, 11, 27)
LINE = "поручение Анне: позвонить в Ромашку по возврату до пятницы 15:00"


@pytest.fixture
async def shop(office: Office) -> Shop:
    found = await Shop(office).open(supports=1)
    await office.waits_until("10:00")
    return found


def hears(phone: Phone, *fragments: str) -> None:
    phone.sees(*fragments, anywhere=True)


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


async def test_who_leads_nobody_gives_no_errand_but_may_ask_a_department(shop: Shop) -> None:
    anna, office = shop.anna, shop.office
    clerk = await office.hires("Павел", Role.LOGISTICS)
    await anna.says("поручение игорю: сверить остатки завтра")
    sees(anna, "Поручения коллегам даёт руководитель", "Выберите отдел")
    anna.does_not_see("Не нашлось")
    await anna.taps("Логистика")
    sees(anna, "Запрос логистике", "сверить остатки")
    clerk.sees("сверить остатки", anywhere=True)
    await clerk.says("поручи Игорю: сверить остатки")
    sees(clerk, "Поручения коллегам даёт руководитель", "предложение: …")
    await anna.says("/errands")
    await anna.taps("Запрос в отдел")
    await anna.taps("Логистика")
    anna.does_not_see("сверить остатки")


async def test_a_request_goes_to_the_pool_and_the_first_has_it(shop: Shop) -> None:
    anna, boris, office = shop.anna, shop.boris, shop.office
    olga = await office.hires("Ольга Счетова", Role.ACCOUNTANT)
    nina = await office.hires("Нина", Role.ACCOUNTANT)
    await anna.says("запрос бухгалтерии: счёт Ромашке на подпись до среды")
    sees(anna, "Запрос бухгалтерии № 1: ждёт, кто возьмёт", "Анна → бухгалтерия")
    sees(nina, "Запрос вашему отделу. От: Анна")
    await office.passes(minutes=61)
    hears(olga, "Запрос никто не взял")
    await office.passes(minutes=31)
    hears(anna, "Запрос никто не взял")
    hears(boris, "Запрос никто не взял")
    await olga.says("/errands")
    await olga.taps("№ 1")
    await olga.taps("Взять")
    sees(anna, "Взято в работу: Ольга Счетова")
    sees(nina, "Запрос бухгалтерии № 1: в работе", "Анна → Ольга Счетова")
    assert "Взять" not in nina.buttons
    await nina.sends_callback("errands.take:1")
    await olga.taps("Сделано")
    await olga.says("счёт в почте")
    sees(anna, "Сделано: Ольга Счетова", "счёт в почте")
    await anna.taps("Принять")
    sees(olga, "Принято: Анна")


async def asked(shop: Shop) -> tuple[Phone, Phone]:
    """A request of Анна's to two accountants, who have both heard of it."""
    olga = await shop.office.hires("Ольга", Role.ACCOUNTANT)
    nina = await shop.office.hires("Нина", Role.ACCOUNTANT)
    await shop.anna.says("запрос бухгалтерии: счёт Ромашке на подпись до среды")
    return olga, nina


async def test_a_department_declines_and_the_asker_asks_anew_or_elsewhere(shop: Shop) -> None:
    anna, office = shop.anna, shop.office
    olga, nina = await asked(shop)
    clerk = await office.hires("Павел", Role.LOGISTICS)
    await olga.taps("Отказать")
    sees(olga, "Почему отказ по № 1?", "счёт Ромашке")
    await olga.says("счета подписывает директор")
    sees(olga, "Запрос бухгалтерии № 1: отказано")
    assert "Отказать" not in olga.buttons
    sees(anna, "⛔ Отказ: Ольга. Спросите ещё раз", "⛔ Ольга: счета подписывает директор")
    sees(nina, "Запрос бухгалтерии № 1: отказано")
    assert "Взять" not in nina.buttons
    await nina.sends_callback("errands.no:1")
    sees(nina, "отказано")
    await anna.says("/errands")
    sees(anna, "отказано")
    await anna.taps("№ 1")
    await anna.taps("Спросить ещё раз")
    await anna.says("директор в отпуске, до пятницы")
    sees(anna, "ждёт, кто возьмёт", "↩️ Анна: директор в отпуске", "пт, 27 ноября")
    for phone in (olga, nina):
        sees(phone, "Запрос ждёт, кто возьмёт. От: Анна", "директор в отпуске")
    await nina.taps("Взять")
    await nina.taps("Отказать")
    await nina.says("без директора никак")
    sees(anna, "⛔ Отказ: Нина")
    await anna.taps("В другой отдел")
    assert "Бухгалтерия" not in anna.buttons
    await anna.double_taps("Логистика")
    sees(anna, "Запрос логистике № 1: ждёт, кто возьмёт")
    sees(clerk, "Запрос ждёт, кто возьмёт. От: Анна", "счёт Ромашке")
    assert sum("Запрос ждёт" in one.text for one in clerk.messages) == 1
    await clerk.taps("Взять")
    sees(anna, "Взято в работу: Павел")


async def test_what_was_declined_can_be_closed_and_no_errand_is_declined(shop: Shop) -> None:
    anna, boris = shop.anna, shop.boris
    olga, _ = await asked(shop)
    await olga.taps("Отказать")
    await olga.says("не к нам")
    await anna.double_taps("Закрыть запрос")
    sees(anna, "Запрос бухгалтерии № 1: закрыто")
    olga.does_not_see("Принято", anywhere=True)
    await anna.says("/errands")
    anna.does_not_see("№ 1")
    await boris.says(LINE)
    for data in ("errands.no:2", "errands.free:2"):
        await anna.sends_callback(data)
        anna.does_not_see("Почему отказ")
        sees(anna, "Поручение № 2: новое")
    await anna.sends_callback("errands.again:2")
    anna.does_not_see("Что добавить")


async def test_who_took_it_gives_it_back_to_the_department(shop: Shop) -> None:
    anna, office = shop.anna, shop.office
    olga, nina = await asked(shop)
    await olga.taps("Взять")
    sees(nina, "Запрос бухгалтерии № 1: в работе", "Анна → Ольга")
    assert "Взять" not in nina.buttons
    await olga.double_taps("Вернуть в отдел")
    sees(olga, "ждёт, кто возьмёт")
    sees(anna, "Запрос вернули в отдел: ждёт, кто возьмёт", "Анна → бухгалтерия")
    assert sum("вернули в отдел" in one.text for one in anna.messages) == 1
    sees(nina, "Запрос ждёт, кто возьмёт. От: Анна")
    await office.passes(minutes=61)
    hears(nina, "Запрос никто не взял")
    await nina.taps("Взять")
    sees(anna, "Взято в работу: Нина")
    sees(olga, "Запрос бухгалтерии № 1: в работе", "Анна → Нина")
    assert "Взять" not in olga.buttons
    await olga.sends_callback("errands.take:1")
    olga.does_not_see("Анна → Ольга")


async def test_what_a_leaver_took_is_free_again(shop: Shop) -> None:
    office = shop.office
    olga, nina = await asked(shop)
    await olga.taps("Взять")
    owner, leaver = await office.actor(await office.owner()), await office.actor(olga)
    async with office.work() as work:
        await people.dismiss(owner, work, leaver.id)
    await office.passes(minutes=1)
    hears(nina, "Запрос вашему отделу. От: Анна", "ждёт, кто возьмёт")
    await nina.taps("Взять")
    sees(shop.anna, "Взято в работу: Нина")


async def test_what_a_leaver_asked_for_is_answered_to_who_dismissed_them(shop: Shop) -> None:
    office = shop.office
    olga, _ = await asked(shop)
    await olga.taps("Взять")
    boris, anna = await office.actor(shop.boris), await office.actor(shop.anna)
    async with office.work() as work:
        await people.dismiss(boris, work, anna.id)
    await olga.taps("Сделано")
    await olga.says("отправила")
    sees(shop.boris, "Запрос бухгалтерии № 1", "✅ Ольга: отправила")
    await shop.boris.taps("Принять")
    sees(olga, "Принято: Борис")


async def test_a_request_about_a_client_is_answered_to_the_new_manager(shop: Shop) -> None:
    office = shop.office
    ira = await office.hires("Ира")
    olga, _ = await asked(shop)
    boris, anna, taker = [await office.actor(one) for one in (shop.boris, shop.anna, ira)]
    async with office.work() as work:
        await transfers.transfer(boris, work, Selection(anna.id, ticked=(shop.client,)), taker.id)
    await olga.taps("Взять")
    await olga.taps("Сделано")
    await olga.says("отправила")
    sees(ira, "Запрос бухгалтерии № 1", "✅ Ольга: отправила")
    shop.anna.does_not_see("отправила", anywhere=True)


async def test_an_answer_to_who_gave_it_back_reaches_the_department(shop: Shop) -> None:
    anna = shop.anna
    olga, nina = await asked(shop)
    await olga.taps("Вопрос")
    await olga.says("на кого счёт?")
    await olga.taps("Вернуть в отдел")
    await anna.says("/errands")
    await anna.taps("№ 1")
    await anna.taps("Ответить")
    await anna.says("на Ромашку-Юг")
    for phone in (olga, nina):
        sees(phone, "Запрос ждёт, кто возьмёт", "💬 Анна: на Ромашку-Юг")
        assert "Взять" in phone.buttons


async def test_a_withdrawn_request_is_not_offered_any_more(shop: Shop) -> None:
    anna, office = shop.anna, shop.office
    olga, nina = await asked(shop)
    await office.passes(minutes=61)
    hears(nina, "Запрос никто не взял")
    await anna.says("/errands")
    await anna.taps("№ 1")
    await anna.double_taps("Отозвать")
    for phone in (olga, nina):
        cards = [one for one in phone.messages if "№ 1" in one.text]
        assert len(cards) == 2
        assert all("отозвано" in one.text and "Взять" not in str(one.keyboard) for one in cards)


async def test_a_request_of_a_term_alone_is_asked_for_its_words(shop: Shop) -> None:
    anna, boris = shop.anna, shop.boris
    await anna.says("запрос бухгалтерии: 15.12 в 14:00")
    sees(anna, "О чём запрос бухгалтерии?", "Срок: вт, 15 декабря, 14:00")
    await anna.says("16.12")
    sees(anna, "О чём запрос бухгалтерии?", "Срок: ср, 16 декабря")
    await anna.says("счёт на подпись")
    sees(anna, "Запрос бухгалтерии № 1", "счёт на подпись", "ср, 16 декабря, 18:00")
    await boris.says("поручение Анне: завтра в 12")
    sees(boris, "Что сделать? Кому: Анна.", "Срок: вт, 24 ноября, 12:00")
    await boris.says("сверить прайс")
    sees(boris, "Поручение № 2", "срок: завтра, 12:00")


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


async def test_a_department_declines_in_english(office: Office) -> None:
    await office.hires("Boris", Role.LEAD, language="en")
    anna = await office.hires("Anna", language="en")
    clerk = await office.hires("Olga", Role.ACCOUNTANT, language="en")
    await office.waits_until("10:00")
    await anna.says("request to accounting: an invoice by friday")
    await clerk.taps("Decline")
    await clerk.says("no contract")
    sees(clerk, "Request to accounting No. 1: declined")
    sees(anna, "Olga declined. Ask again, or ask another department", "⛔ Olga: no contract")
    await anna.taps("Another department")
    await anna.taps("Sales support")
    sees(anna, "Request to sales support No. 1: nobody has taken it")


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
