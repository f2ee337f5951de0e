"""Requests to departments: taken, declined, given back, asked elsewhere, and answered to whoever is there."""

import pytest

from domain.actors import Role
from domain.transfers import Selection
from sandbox.phone import Phone
from tests.conversations.desk import hears, sees, shop_at_ten
from tests.conversations.shop import Shop
from tests.office import Office
from usecases import people, transfers


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await shop_at_ten(office)


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
    await boris.says("поручение Анне: позвонить в Ромашку по возврату до пятницы 15:00")
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


async def test_a_question_about_a_client_is_a_request_about_it(shop: Shop) -> None:
    await shop.anna.says("запрос логистике: когда машина для Ромашки до пятницы")
    sees(shop.anna, "🏢 Ромашка\n\nкогда машина для Ромашки")


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
