"""The stop list: from the morning's candidate to the accountant's tap, what silence decides, orders of stopped clients."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from domain.actors import Role
from sandbox.phone import Phone, reachable
from screens.callbacks.clients import OpenHistory
from screens.callbacks.dunning import AskSilence
from storage import clients, disputes, receivables
from storage.receivables import NewReceivable
from tests.conversations.shop import Shop, hard
from tests.conversations.test_payments import NAME, statement
from tests.office import MOSCOW, Office
from usecases import people
from usecases.receivables import replace_receivables

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, day) for day in (23, 24, 25))
THURSDAY, FRIDAY, NEXT_MONDAY = date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 30)
UNDUN = clients.patch("undunned_until")
QUIET = clients.patch("debt_quiet_until")


def row(document: str, roubles: int, due: date) -> NewReceivable:
    return NewReceivable(document, "", None, due, int(Decimal(roubles) * 100))


OLD = row("Реализация 902", 234_567, date(2026, 11, 11))
VERY_OLD = row("Реализация 640", 50_000, date(2026, 11, 2))


def sees(phone: Phone, head: str, *fragments: str) -> list[str]:
    """The newest message of the bot with `head` has all of it: a morning brings several. Its buttons."""
    shown = next((one for one in reversed(phone.from_bot) if hard(head) in one.text), None)
    assert shown is not None, f"{head}: not seen; {phone.last.text}"
    missing = [fragment for fragment in fragments if hard(fragment) not in shown.text]
    assert not missing, f"{missing}: not in\n{shown.text}"
    return [button.label for button in reachable([shown], None)]


async def owes(shop: Shop, *rows: NewReceivable, client: int = 0, day: date = MONDAY) -> None:
    """As the accountant's file of that day says."""
    async with shop.office.work() as work:
        await replace_receivables(work, day, {client or shop.client: list(rows)})


async def until(office: Office, day: date, clock: str) -> None:
    """The clock is heard at each hour up to then, so that nobody sleeps through a day."""
    hours = ("09:00", "10:00", "12:00", "14:00", "17:00", "18:00", "19:00")
    while office.today < day:
        for one in hours:
            if one > f"{office.now.astimezone(MOSCOW):%H:%M}":
                await office.waits_until(one)
        await office.waits_until("00:01", date.fromordinal(office.today.toordinal() + 1))
    for one in hours:
        if f"{office.now.astimezone(MOSCOW):%H:%M}" < one < clock:
            await office.waits_until(one)
    await office.waits_until(clock)


async def stopped(shop: Shop) -> bool:
    actor = await shop.office.actor(shop.anna)
    async with shop.office.work() as work:
        found = await clients.find(work.tx, shop.client, [actor.id])
    assert found is not None
    return found.stopped


async def comes_alert(shop: Shop) -> None:
    """10:00: the candidate stands over the debts of the day; Анна opens it."""
    await shop.office.waits_until("10:00")
    sees(shop.anna, "Ромашка: кандидат в стоп-лист. Ваше слово — до 19:00", "Долги: 1 клиент на сегодня")
    await shop.anna.taps("⛔ Стоп-лист")


@pytest.fixture
async def shop(office: Office) -> Shop:
    """Ромашка owes; Галина does the accounts."""
    opened = await Shop(office).open(supports=1)
    await owes(opened, OLD)
    return opened


@pytest.fixture
async def galina(office: Office, shop: Shop) -> Phone:
    return await office.hires("Галина", Role.ACCOUNTANT)


async def test_candidate_word_stop_accountant_paid_lifted(shop: Shop, galina: Phone) -> None:
    office, anna, boris = shop.office, shop.anna, shop.boris
    await comes_alert(shop)
    buttons = sees(
        anna, "Ромашка: кандидат в стоп-лист", "Просрочено 234 567 ₽, 12 дней", "Ваше слово — до 19:00"
    )
    assert buttons[:4] == ["⛔ Ставить стоп", "Отгружать до…", "🤝 Обещали оплату", "Спор"]
    await anna.double_taps("Ставить стоп")
    sees(anna, "Ромашка: решает руководитель", "Ваше слово: ставить стоп", "Отвечает: Борис, завтра до 18:00")
    await office.passes(seconds=1)
    sees(
        boris,
        "Ромашка: ставить стоп?",
        "Менеджер Анна: ставить стоп",
        "Заказы за 90 дней: 0 ₽",
        "Решите завтра до 18:00",
    )
    asked = boris.last
    await boris.taps("⛔ Стоп")
    sees(boris, "Ромашка: в стоп-листе", "Отвечает: Галина")
    assert await stopped(shop), "by the lead's word, before the accountant's tap"
    await boris.taps_old(asked, "Не ставить")
    sees(boris, "Ромашка: в стоп-листе")
    await office.passes(seconds=1)
    sees(anna, "Ромашка: в стоп-листе", "стоп, Борис")
    sees(galina, "Ромашка: поставьте стоп в учётной системе", "нажмите «Поставил»")
    await galina.double_taps("Поставил")
    sees(galina, "Ромашка: в стоп-листе", "поставлен в учётной системе, Галина")
    await anna.says("/stops")
    sees(anna, "Стоп-лист: 1", "Ромашка — стоп")
    await office.waits_until("22:30")
    await owes(shop, day=TUESDAY)
    assert not await stopped(shop)
    await office.passes(seconds=1)
    assert "стоп снят" not in anna.last.text, "nobody is woken by it"
    await until(office, TUESDAY, "09:00")
    sees(anna, "Ромашка: стоп снят", "Просрочки нет", "причины для стопа больше нет")
    sees(boris, "Ромашка: стоп снят")
    sees(galina, "Ромашка: снимите стоп в учётной системе")
    assert not await stopped(shop)
    await galina.taps("Снял")
    sees(galina, "Ромашка: стоп снят", "снят в учётной системе, Галина")
    await galina.says("/stops")
    sees(galina, "Стоп-лист пуст")
    await boris.sends_callback(OpenHistory(client=shop.client, start=0).pack())
    sees(boris, "стоп-лист — стоп", "стоп-лист — причины для стопа больше нет")


async def test_silence_at_every_step(shop: Shop, galina: Phone) -> None:
    """No word, no decision, no tap: the stop comes on its own step of the ladder, and the lead hears of the accountant."""
    office, anna, boris = shop.office, shop.anna, shop.boris
    await office.waits_until("10:00")
    await office.waits_until("17:00")
    sees(anna, "⏰ Напоминание", "Ромашка: кандидат в стоп-лист")
    boris.does_not_see("ставить стоп", anywhere=True)
    await office.waits_until("19:00")
    sees(boris, "Ромашка: ставить стоп?", "Менеджер Анна: ответа нет")
    sees(anna, "Ромашка: решает руководитель", "менеджер не ответил")
    await until(office, TUESDAY, "12:00")
    sees(boris, "⏰ Напоминание", "Ромашка: ставить стоп?")
    await until(office, TUESDAY, "18:00")
    assert not await stopped(shop), "the step of a stop is not reached yet"
    sees(boris, "руководитель не ответил, вопрос открыт")
    await until(office, THURSDAY, "18:00")
    assert await stopped(shop), "fifteen days past the term"
    sees(anna, "Ромашка: в стоп-листе", "стоп: руководитель не ответил")
    sees(boris, "Ромашка: в стоп-листе")
    sees(galina, "Ромашка: поставьте стоп в учётной системе")
    await until(office, FRIDAY, "14:00")
    sees(galina, "⏰ Напоминание", "поставьте стоп")
    await until(office, NEXT_MONDAY, "10:00")
    sees(boris, "Ромашка: в стоп-листе", "бухгалтер не ответил")
    await galina.taps("Вопрос")
    await galina.says("по какому договору?")
    await office.passes(seconds=1)
    sees(boris, "❓ Бухгалтер спрашивает: по какому договору?")
    await boris.taps("Ответить")
    sees(boris, "«по какому договору?»")
    await boris.says("по всем")
    await office.passes(seconds=1)
    sees(galina, "поставьте стоп", "ответ, Борис: «по всем»")


async def test_a_promise_is_waited_for_once(shop: Shop) -> None:
    office, anna, boris = shop.office, shop.anna, shop.boris
    await comes_alert(shop)
    await anna.taps("Обещали оплату")
    await anna.says("50 тыс в среду")
    await office.passes(seconds=1)
    sees(anna, "Ромашка: ждём обещанную оплату", "обещали оплату на ср, 25 ноября, ждём")
    await until(office, THURSDAY, "10:00")
    sees(anna, "Ромашка: кандидат в стоп-лист. Ваше слово — до 19:00", "обещание не сдержано")
    await anna.taps("⛔ Стоп-лист")
    sees(anna, "Ромашка: кандидат в стоп-лист", "обещанное не пришло, снова кандидат")
    await anna.taps("Обещали оплату")
    await anna.says("50 тыс завтра")
    await until(office, THURSDAY, "19:00")
    sees(boris, "Ромашка: ставить стоп?", "Менеджер Анна: обещали оплату", "Держит слово: 0 из 1")


async def test_an_exception_ends_and_the_stop_returns(shop: Shop, galina: Phone) -> None:
    office, anna, boris = shop.office, shop.anna, shop.boris
    await comes_alert(shop)
    await anna.taps("Отгружать до")
    assert "чт, 26.11" in sees(anna, "до какого дня просить отгрузку?")
    await anna.says("абракадабра")
    sees(anna, "Не понял «абракадабра»")
    await anna.says("27.11")
    sees(anna, "Ваше слово: отгружать до пт, 27 ноября")
    await office.passes(seconds=1)
    await boris.taps("Отгружать до")
    await boris.says("вчера")
    await boris.says("01.03.2027")
    sees(boris, "Это слишком далеко: не больше 60 дней")
    await boris.taps("чт, 26.11")
    sees(boris, "Ромашка: отгрузка разрешена до чт, 26 ноября")
    await office.passes(seconds=1)
    sees(anna, "Ромашка: отгрузка разрешена до чт, 26 ноября", "отгружать до чт, 26 ноября, Борис")
    await shop.drafts("молоко 10")
    sees(anna, "⚠️ Просрочено 234 567 ₽, отгрузка разрешена до чт, 26 ноября")
    assert "✅ Передать" in anna.buttons
    await until(office, WEDNESDAY, "10:00")
    sees(anna, "⏰ Напоминание", "отгрузка разрешена до завтра")
    await until(office, THURSDAY, "18:00")
    sees(anna, "Ромашка: в стоп-листе", "срок отгрузки вышел, снова стоп")
    sees(galina, "поставьте стоп в учётной системе")
    assert await stopped(shop)
    await boris.taps("Отгружать до")
    await boris.taps("пн, 30.11")
    assert not await stopped(shop)
    await owes(shop, day=FRIDAY)
    await office.passes(seconds=1)
    await boris.says("/stops")
    sees(boris, "Стоп-лист пуст")


async def test_who_was_let_go_is_not_named_every_morning(shop: Shop) -> None:
    office, anna, boris = shop.office, shop.anna, shop.boris
    await comes_alert(shop)
    await anna.taps("Ставить стоп")
    await office.passes(seconds=1)
    await boris.taps("Не ставить")
    sees(boris, "Ромашка: стоп не ставим")
    await office.passes(seconds=1)
    sees(anna, "Ромашка: стоп не ставим")
    await until(office, WEDNESDAY, "12:00")
    await anna.says("/stops")
    sees(anna, "Стоп-лист пуст")
    await until(office, THURSDAY, "10:00")
    sees(anna, "Ромашка: кандидат в стоп-лист")


async def test_several_are_one_list_and_the_excluded_are_left_out(shop: Shop) -> None:
    office, anna = shop.office, shop.anna
    for name in ("Вектор", "Берёзка"):
        added = await shop.add_client(name)
        await owes(shop, VERY_OLD, client=added)
    async with office.work() as work:
        await work.tx.run(UNDUN, id_=added, undunned_until=date(2026, 12, 31))
    await office.waits_until("10:00")
    sees(anna, "2 кандидата в стоп-лист. Ваше слово — до 19:00", "Долги: 2 клиента на сегодня")
    morning = [one for one in anna.from_bot if "кандидат" in one.text]
    assert len(morning) == 1, "the debts and the candidates are one message"
    await anna.taps("⛔ Стоп-лист")
    sees(anna, "Стоп-лист: 2. Ждут вас: 2", "Вектор — ваше слово, до 19:00")
    anna.does_not_see("Берёзка")
    await anna.taps("❗ Вектор")
    assert "⛔ Ставить стоп" in sees(anna, "Вектор: кандидат в стоп-лист")
    await anna.taps("Стоп-лист")
    await anna.taps("‹ Долги на сегодня")
    sees(anna, "Долги на сегодня: разобрано 0 из 2")


async def test_each_hour_is_one_message_however_many_there_are(shop: Shop, galina: Phone) -> None:
    office, anna, boris = shop.office, shop.anna, shop.boris
    for name in ("Вектор", "Берёзка"):
        await owes(shop, VERY_OLD, client=await shop.add_client(name))
    await office.waits_until("10:00")
    heard = {phone: len(phone.from_bot) for phone in (anna, boris, galina)}
    await office.waits_until("17:00")
    buttons = sees(anna, "⏰ Стоп-лист, ждут вас: 3, до 19:00", "Вектор: просрочено 50 000 ₽, 21 день")
    assert set(buttons) == {"Ромашка", "Вектор", "Берёзка"}
    await office.waits_until("19:00")
    sees(boris, "⛔ Стоп-лист, ждут вас: 3, завтра до 18:00", "Ромашка: просрочено 234 567 ₽, 12 дней (Анна)")
    await until(office, TUESDAY, "12:00")
    sees(boris, "⏰ Стоп-лист, ждут вас: 3, до 18:00")
    await boris.says("/stops")
    sees(boris, "Стоп-лист: 3. Ждут вас: 3", "Вектор — решаете вы, до 18:00 (Анна)")
    await until(office, TUESDAY, "18:00")
    for phone in (anna, boris):
        sees(phone, "⛔ Стоп-лист, изменилось: 2", "Вектор — стоп, ждём бухгалтера")
    sees(galina, "⛔ Стоп-лист, ждут вас: 2", "Берёзка — поставьте стоп")
    assert len([one for one in galina.from_bot[heard[galina] :] if "оп" in one.text]) == 1
    said = [
        one for one in anna.from_bot[heard[anna] :] if "стоп" in one.text.casefold() or "Ждут" in one.text
    ]
    assert len(said) == 2, "the reminder and the end of it"


async def test_who_says_it_has_paid_is_not_named(shop: Shop) -> None:
    office, anna = shop.office, shop.anna
    async with office.work() as work:
        await work.tx.run(QUIET, id_=shop.client, debt_quiet_until=TUESDAY)
    await until(office, TUESDAY, "12:00")
    await anna.says("/stops")
    sees(anna, "Стоп-лист пуст")
    await until(office, WEDNESDAY, "10:00")
    sees(anna, "Ромашка: кандидат в стоп-лист")


async def test_a_question_at_the_lead_is_not_closed_by_the_manager(shop: Shop) -> None:
    office, anna, boris = shop.office, shop.anna, shop.boris
    await comes_alert(shop)
    await anna.taps("Ставить стоп")
    await office.passes(seconds=1)
    asked = boris.last
    await anna.sends_callback(AskSilence(client=shop.client).pack())
    await anna.taps("Договорились")
    await anna.says("в пятницу")
    told = "Ромашка: Анна не напоминает до пт, 27 ноября: договорились. Просрочено 234 567 ₽, 12 дней."
    assert sees(boris, told) == ["Открыть долг", "Снова напоминать"]
    await office.waits_until("17:00")
    await boris.says("/stops")
    sees(boris, "Стоп-лист: 1. Ждут вас: 1", "Ромашка — решаете вы, завтра до 18:00")
    await boris.sends_callback(AskSilence(client=shop.client).pack())
    await boris.taps("Договорились")
    await boris.says("в четверг")
    await boris.taps_old(asked, "⛔ Стоп")
    sees(boris, "Ромашка: вопрос о стопе закрыт", "не напоминаем до чт, 26 ноября, Борис")
    assert not await stopped(shop)


async def test_a_candidate_left_alone_is_no_candidate(shop: Shop) -> None:
    await comes_alert(shop)
    await shop.anna.sends_callback(AskSilence(client=shop.client).pack())
    await shop.anna.taps("Договорились")
    await shop.anna.says("в пятницу")
    await shop.anna.sends_callback("stops.open:1")
    sees(shop.anna, "Ромашка: вопрос о стопе закрыт", "не напоминаем до пт, 27 ноября, Анна")
    sees(shop.boris, "Ромашка: Анна не напоминает до пт, 27 ноября: договорились.")
    await shop.boris.taps("Снова напоминать")
    await until(shop.office, TUESDAY, "10:00")
    sees(shop.anna, "Ромашка: кандидат в стоп-лист")


async def test_a_dispute_and_an_exclusion_end_the_question(shop: Shop) -> None:
    office, anna = shop.office, shop.anna
    other = await shop.add_client("Вектор")
    await owes(shop, VERY_OLD, client=other)
    await office.waits_until("10:00")
    async with office.work() as work:
        await work.tx.run(UNDUN, id_=other, undunned_until=date(2026, 12, 31))
        row_ids = [one.id for one in (await receivables.of_clients(work.tx, [shop.client]))[shop.client]]
        await work.tx.run(disputes.RAISE, ids=row_ids, reason="брак", day=MONDAY, owner=None, until=None)
    await office.waits_until("17:00")
    ends = (("Ромашка", "причины для стопа больше нет"), ("Вектор", "не напоминаем до чт, 31 декабря"))
    for number, (name, why) in enumerate(ends, 1):
        await anna.sends_callback(f"stops.open:{number}")
        sees(anna, f"{name}: вопрос о стопе закрыт", why)
    await shop.boris.says("/stops")
    sees(shop.boris, "Стоп-лист пуст")


async def test_without_a_manager_the_lead_decides_at_once(office: Office, shop: Shop) -> None:
    lead, anna = await office.actor(shop.boris), await office.actor(shop.anna)
    owner = await office.owner()
    async with office.work() as work:
        await people.dismiss(lead, work, anna.id)
    await office.waits_until("10:00")
    sees(owner, "Ромашка: ставить стоп?")
    await owner.taps("⛔ Стоп")
    assert "Снять стоп" in sees(owner, "Ромашка: в стоп-листе"), (
        "nobody keeps the accounts in the bot: it is in force"
    )


async def test_by_hand_for_any_reason(shop: Shop, galina: Phone) -> None:
    office, boris = shop.office, shop.boris
    await office.waits_until("09:00")
    other = await shop.add_client("Вектор")
    await boris.sends_callback(f"clients.open:{other}")
    await boris.taps("Стоп-лист")
    sees(boris, "Вектор: поставить в стоп-лист?")
    await boris.says("нет договора")
    sees(boris, "Вектор: в стоп-листе", "Причина: нет договора")
    await office.passes(seconds=1)
    sees(shop.anna, "Вектор: в стоп-листе", "нет договора")
    sees(galina, "Вектор: поставьте стоп в учётной системе")
    await owes(shop, client=other, day=TUESDAY)
    await office.passes(seconds=1)
    await boris.sends_callback(f"stops.of:{other}")
    sees(boris, "Вектор: в стоп-листе")
    await boris.taps("Снять стоп")
    sees(boris, "Вектор: стоп снят", "снят, Борис")
    await galina.taps("Поставил")
    sees(galina, "Вектор: стоп снят")


async def test_an_order_of_a_stopped_client(shop: Shop) -> None:
    """Held with all that the lead has to know; allowed by the lead."""
    anna, boris = shop.anna, shop.boris
    await boris.sends_callback(f"stops.of:{shop.client}")
    await boris.says("долг")
    await shop.drafts("молоко 10")
    sees(
        anna,
        "⛔ Клиент в стоп-листе",
        "Заказ пойдёт на согласование руководителю. По предоплате — сразу поддержке.",
    )
    assert {"📨 На согласование", "💳 Предоплата"} <= set(anna.buttons)
    await anna.taps("На согласование")
    sees(
        boris,
        "разрешить отгрузку?",
        "⛔ Просрочено 234 567 ₽, 12 дней",
        "В стоп-листе: сегодня, причина: долг",
    )
    sees(boris, "Долг с этим заказом 235 367 ₽, лимита нет", "Заказы за 90 дней: 0 ₽")
    await boris.taps("Разрешить")
    sees(shop.desk[0], "Ромашка, заказ 1 — передан")


async def test_prepaid_it_goes_to_support_at_once_and_the_money_opens_it(shop: Shop, galina: Phone) -> None:
    office, anna, olga = shop.office, shop.anna, shop.desk[0]
    await shop.drafts("молоко 10")
    await anna.taps("Предоплата")
    sees(anna, "Передан по предоплате: Ромашка, 800 ₽. Заказ 1.", "К оплате 800 ₽")
    await anna.sends_callback("orders.prepay:1")
    sees(anna, "Ромашка, заказ 1 — передан", "по предоплате, Анна")
    sees(olga, "ПРЕДОПЛАТА: отгружать после оплаты 800 ₽")
    await anna.sends_callback("orders.open:1")
    assert anna.copied("Текст клиенту").startswith("Заказ 1 принят. К оплате 800")
    await galina.sends_file(NAME, statement("1;700;7701254366;Ромашка;По заказу 1"))
    await galina.taps("Загрузить")
    await office.passes(seconds=1)
    anna.does_not_see("Предоплата получена", anywhere=True)
    await galina.sends_file(NAME, statement("2;900;7701254366;Ромашка;По заказу 1"))
    await galina.taps("Загрузить")
    await office.passes(seconds=1)
    sees(anna, "Предоплата получена: Ромашка, 800 ₽, заказ 1")
    sees(olga, "Предоплата получена: Ромашка, 800 ₽, заказ 1. Можно отгружать.")
    await olga.taps("Открыть заказ")
    sees(olga, "Предоплата 800 ₽ получена: сегодня. Можно отгружать")
    await galina.taps("Отменить загрузку")
    await office.passes(seconds=1)
    sees(anna, "Предоплата отозвана: Ромашка, 800 ₽, заказ 1. Выписку отменили, отгрузка ждёт оплаты.")
    sees(olga, "Предоплата отозвана: Ромашка, 800 ₽, заказ 1. Не отгружайте до оплаты.")


async def test_the_lead_may_say_prepaid_only(shop: Shop) -> None:
    anna, boris, olga = shop.anna, shop.boris, shop.desk[0]
    await shop.drafts("молоко 10")
    await anna.taps("На согласование")
    await boris.double_taps("По предоплате")
    sees(boris, "Только предоплата: Ромашка, 800 ₽. Решение: Борис")
    sees(anna, "Борис разрешает только по предоплате: Ромашка, 800 ₽")
    sees(olga, "ПРЕДОПЛАТА: отгружать после оплаты 800 ₽")
    await anna.taps("Открыть заказ")
    await anna.taps("Отозвать")
    await anna.taps("К заказу")
    await anna.taps("Ещё")
    await anna.taps("Удалить черновик")
    await anna.taps("Да, удалить")
    sees(anna, "Черновик удалён: Ромашка")


@pytest.mark.parametrize("data", ["stops.word", "stops.put", "stops.done", "stops.ask"])
async def test_foreign_stops_are_not_there(office: Office, shop: Shop, data: str) -> None:
    await office.waits_until("10:00")
    vera = await office.hires("Вера")
    await vera.sends_callback(f"{data}:1")
    refusals: Sequence[str] = (
        "Этого здесь больше нет. Откройте раздел заново.",
        "Этого нет в вашей роли. Что доступно: /help.",
    )
    assert vera.alert in refusals
