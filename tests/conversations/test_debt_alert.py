"""The alert of the day, worked client by client; what climbs to the lead; who is left alone and for how long."""

from datetime import date, timedelta

import pytest

from domain.actors import Role
from sandbox.phone import Phone
from storage import clients, employees, persons, receivables
from storage.clients import NewClient
from tests.conversations.test_debts import FILE, TUESDAY, client_ids, comes_file, comes_morning, row
from tests.office import Office
from usecases.receivables import recount

WEDNESDAY = date(2026, 11, 25)
THURSDAY = date(2026, 11, 26)
PAYS_ON = clients.patch("pays_on")
NAMES = ("Альфа", "Бета", "Гамма", "Дельта")


@pytest.fixture
async def anna(office: Office) -> Phone:
    """A manager whose four clients are 3, 7, 21 and 61 days late on Monday; each with a bookkeeper."""
    phone = await office.hires("Анна")
    manager = await office.actor(phone)
    terms = (date(2026, 11, 20), date(2026, 11, 16), date(2026, 11, 2), date(2026, 9, 23))
    async with office.work() as work:
        for name in NAMES:
            client = await clients.add(work.tx, NewClient(manager.id, name, work.now, phone="+79161234567"))
            await persons.add(
                work.tx, client, "Петрова Ольга Ивановна", role="accountant", phone="+79037654321"
            )
    rows = {
        name: [row(f"Реализация {at}", 10_000 * at, due)]
        for at, (name, due) in enumerate(zip(NAMES, terms, strict=True), 1)
    }
    await comes_file(office, FILE, rows)
    return phone


@pytest.fixture
async def boris(office: Office, anna: Phone) -> Phone:
    return await office.hires("Борис", Role.LEAD)


async def opens_alert(office: Office, anna: Phone) -> None:
    await office.waits_until("10:00")
    await anna.taps("Дельта")
    anna.sees("Дельта: долг 40\u00a0000\u00a0₽", "1 из 4 на сегодня")


async def test_the_alert_is_worked_to_its_end_without_leaving_it(
    office: Office, anna: Phone, boris: Phone
) -> None:
    await office.waits_until("10:00")
    anna.sees("Долги: 4 клиента на сегодня", "1. Дельта: 40\u00a0000\u00a0₽, 61 день — передайте дело юристу")
    anna.sees("4. Альфа: 10\u00a0000\u00a0₽, 3 дня — позвоните ещё раз и возьмите дату")
    await anna.taps("Дельта")
    anna.sees("📞 +7 903 765-43-21 · Петрова Ольга Ивановна", "1 из 4 на сегодня")
    await anna.taps("Оплатил")
    anna.sees("Дельта: говорит, что оплатил.", "Гамма: долг 30\u00a0000\u00a0₽", "2 из 4 на сегодня")
    await anna.taps("Обещал")
    await anna.taps("Вся просрочка")
    await anna.says("в пятницу")
    anna.sees("Гамма: обещали 30\u00a0000\u00a0₽, пт, 27 ноября.", "Бета: долг 20\u00a0000\u00a0₽", "3 из 4")
    await anna.taps("Руководителю")
    anna.sees("Бета: карточка у руководителя.", "Альфа: долг 10\u00a0000\u00a0₽", "4 из 4")
    boris.sees("Бета: Анна просит помочь с долгом.", anywhere=True)
    await anna.taps("‹ К списку")
    anna.sees("Долги на сегодня: разобрано 3 из 4", "1. Альфа")
    await anna.taps("Альфа")
    await anna.taps("Спор")
    await anna.says("пересорт")
    anna.sees("Альфа: спор записан — «пересорт».")
    await anna.taps("Дальше ›")
    anna.sees("Долги на сегодня: разобрано 4 из 4")
    assert anna.buttons[0] == "Все долги"


async def test_what_is_passed_over_stays_to_be_done(office: Office, anna: Phone) -> None:
    await opens_alert(office, anna)
    await anna.taps("Дальше ›")
    anna.sees("Гамма", "2 из 4 на сегодня")
    await anna.double_taps("Дальше ›")
    await anna.taps("‹ К списку")
    anna.sees("разобрано 0 из 4", "1. Дельта", "4. Альфа")


async def test_a_call_stands_beside_the_debt_and_counts_as_done(office: Office, anna: Phone) -> None:
    await opens_alert(office, anna)
    debt = anna.last
    await anna.taps("📞 Позвонить")
    anna.sees("Дельта", "+7 903 765-43-21")
    await anna.taps("Не ответил")
    await anna.taps_old(debt, "‹ К списку")
    anna.sees("разобрано 1 из 4", "1. Гамма", anywhere=True)


async def test_the_words_and_back_keep_the_place(office: Office, anna: Phone) -> None:
    await anna.says("/debts")
    await anna.taps("Дельта")
    await anna.taps("Что сказать")
    await anna.taps("‹ К долгу")
    anna.does_not_see("1 из 4")
    await opens_alert(office, anna)
    await anna.taps("Дальше ›")
    for way in (["Что сказать"], ["Спор", "/", "‹ К долгу"], ["Спор решён"]):
        for step in way:
            await (anna.says("брак") if step == "/" else anna.taps(step))
        if way == ["Что сказать"]:
            await anna.taps("‹ К долгу")
        anna.sees("Гамма: долг", "2 из 4 на сегодня")


async def test_after_silence_comes_whoever_follows(office: Office, anna: Phone) -> None:
    await opens_alert(office, anna)
    await anna.taps("Дальше ›")
    await anna.taps("Не напоминать")
    await anna.taps("Договорились")
    await anna.taps("Неделю, до 30.11")
    anna.sees("Гамма: не напоминаю до пн, 30 ноября", "Бета: долг")


async def test_the_lead_hears_the_whole_sum_and_what_is_said_to_be_paid(
    office: Office, anna: Phone, boris: Phone
) -> None:
    manager = await office.actor(anna)
    async with office.work() as work:
        for at in range(60):
            await clients.add(work.tx, NewClient(manager.id, f"Клиент {at:02}", work.now))
    old = date(2026, 11, 2)
    await comes_file(office, FILE, {f"Клиент {at:02}": [row("Счёт", 1_000, old)] for at in range(60)})
    await anna.says("/debts")
    await anna.taps("Гамма")
    await anna.taps("Оплатил")
    await office.waits_until("10:30")
    boris.sees("Долги команды: 63 клиента с просрочкой от недели, 150\u00a0000\u00a0₽")
    boris.sees("говорит, что оплатил, проверим до чт, 26 ноября", "и ещё 53 клиента")


async def test_the_alert_of_others_is_nobodys(office: Office, anna: Phone, boris: Phone) -> None:
    await opens_alert(office, anna)
    vera = await office.hires("Вера")
    data = anna.last.keyboard[-1][1]["callback_data"]
    for phone in (vera, boris):
        await phone.says("/debts")
        await phone.sends_callback(data)
        phone.does_not_see("Дельта: долг", anywhere=True)


# --- habits, dust, silence


async def test_a_client_that_pays_on_wednesdays_is_asked_on_thursday(office: Office, anna: Phone) -> None:
    ids = await client_ids(office)
    await comes_file(office, FILE, {name: [] for name in NAMES[1:]})
    await comes_file(office, FILE, {"Альфа": [row("Реализация 1", 10_000, date(2026, 11, 23))]})
    async with office.work() as work:
        await work.tx.run(PAYS_ON, id_=ids["Альфа"], pays_on=2)
    await comes_morning(office, WEDNESDAY)
    assert not [one for one in anna.messages if "на сегодня" in one.text], "Wednesday is its day"
    await comes_morning(office, THURSDAY)
    anna.sees("1. Альфа: 10\u00a0000\u00a0₽, 3 дня — позвоните ещё раз и возьмите дату (платит по средам)")
    await anna.taps("Альфа")
    anna.sees("Обычно платит по средам")


async def test_a_leftover_of_kopecks_climbs_no_step(office: Office, anna: Phone) -> None:
    await comes_file(office, FILE, {name: [] for name in NAMES[1:]})
    old = row("Реализация 7", "0.03", date(2026, 8, 1))
    await comes_file(office, FILE, {"Альфа": [old, row("Реализация 1", 10_000, date(2026, 11, 22))]})
    await office.waits_until("10:00")
    anna.sees("1. Альфа: 10\u00a0000,03\u00a0₽, 1 день — спросите, когда оплатят")


async def test_nobody_reminds_of_a_client_for_a_while(office: Office, anna: Phone) -> None:
    await opens_alert(office, anna)
    await anna.taps("Не напоминать")
    anna.sees("Дельта: почему не напоминать?")
    await anna.taps("Договорились")
    anna.sees("Дельта: не напоминать, договорились.")
    await anna.says("завтра или потом")
    anna.sees("Не понял")
    await anna.says("31.12.2029")
    anna.sees("Слишком далеко")
    await anna.says("завтра")
    anna.sees("Дельта: не напоминаю до вт, 24 ноября, договорились — Анна.", "Гамма: долг", "1 из 3")
    await comes_morning(office, TUESDAY)
    await anna.says("/debts")
    await anna.taps("Дельта · 40")
    anna.sees("Не напоминаю до сегодня: договорились — Анна")
    await comes_morning(office, WEDNESDAY)
    anna.sees("1. Дельта", "передайте дело юристу")


async def test_silence_is_ended_by_hand(office: Office, anna: Phone) -> None:
    await anna.says("/debts")
    await anna.taps("Дельта")
    await anna.taps("Не напоминать")
    await anna.says("ждём акт сверки")
    await anna.taps("Неделю, до 30.11")
    anna.sees("Не напоминаю до пн, 30 ноября: ждём акт сверки — Анна")
    await anna.double_taps("Снова напоминать")
    anna.does_not_see("Не напоминаю")
    await office.waits_until("10:00")
    anna.sees("1. Дельта")


# --- the lead


async def test_the_lead_hears_once_from_the_seventh_day_on(office: Office, anna: Phone, boris: Phone) -> None:
    await opens_alert(office, anna)
    await anna.taps("Обещал")
    await anna.says("40 тыс в пятницу")
    await office.waits_until("10:30")
    boris.sees("Долги команды: 3 клиента с просрочкой от недели, 90\u00a0000\u00a0₽", "Анна")
    boris.sees("Дельта: 40\u00a0000\u00a0₽, 61 день — юристу", "обещают: пт, 27 ноября")
    boris.sees("Бета: 20\u00a0000\u00a0₽, 7 дней — ваш ход")
    boris.does_not_see("Альфа")
    await boris.taps("Бета")
    await boris.double_taps("Спросить менеджера")
    anna.sees("Борис спрашивает", "Бета: просрочено 20 т.р., 7 дней", anywhere=True)
    await boris.taps("Взять на себя")
    boris.sees("Не напоминаю до пн, 30 ноября: занимается руководитель — Борис")
    anna.sees("Бета: долгом занимается Борис", anywhere=True)
    told = len([one for one in boris.messages if "Долги команды" in one.text])
    while office.today < TUESDAY:
        await office.waits_until("10:30", office.today + timedelta(days=1))
    assert len([one for one in boris.messages if "Долги команды" in one.text]) == told, "nothing changed"


# --- disputes


async def test_a_dispute_is_given_to_the_accountant_and_asked_about_on_its_day(
    office: Office, anna: Phone
) -> None:
    galina = await office.hires("Галина", Role.ACCOUNTANT)
    await anna.says("/debts")
    await anna.taps("Гамма")
    await anna.taps("Спор")
    await anna.says("недовоз")
    await anna.taps("Галина")
    anna.sees("Гамма: спор решает Галина до пн, 30 ноября.")
    galina.sees("Гамма: спор теперь за вами, решить до пн, 30 ноября.", "«недовоз»", "Передаёт Анна.")
    await anna.taps("Другой день")
    await anna.says("вчера")
    anna.sees("Не понял")
    await anna.says("завтра")
    anna.sees("решает Галина до завтра")
    await office.waits_until("10:00")
    anna.does_not_see("Гамма")
    await comes_morning(office, TUESDAY)
    galina.sees("Гамма: спор решён?", "Реализация 3, 30\u00a0000\u00a0₽", anywhere=True)
    asked = galina.last
    await comes_morning(office, WEDNESDAY)
    anna.sees("Гамма: спор на 30\u00a0000\u00a0₽ не решён к 24.11 — уточните")
    await anna.taps("Гамма")
    anna.sees("(спор: недовоз; не решён к 24.11, решает Галина)")
    await galina.taps_old(asked, "Ещё 3 дня")
    galina.sees("решает Галина до пн, 30 ноября", anywhere=True)
    await anna.says("/debts")
    await anna.taps("Гамма")
    await anna.taps("Спор решён")
    anna.does_not_see("спор:")


async def test_one_who_serves_settles_only_what_was_given(office: Office, anna: Phone) -> None:
    vera = await office.hires("Вера", Role.SUPPORT)
    pavel = await office.hires("Павел", Role.LOGISTICS)
    await anna.says("/debts")
    await anna.taps("Гамма")
    await anna.taps("Спор")
    await anna.says("не доехало")
    await anna.taps("Павел")
    pavel.sees("Гамма: спор теперь за вами")
    assert "Открыть долг" not in pavel.buttons
    settled = pavel.last.keyboard[0][0]["callback_data"]
    await vera.sends_callback(settled, vera.last)
    assert vera.alert == "Этого здесь больше нет. Откройте раздел заново."
    await pavel.double_taps("Решён")
    pavel.sees("Гамма: спор решён.")
    anna.sees("Гамма: Павел отмечает, что спор решён.", anywhere=True)
    await office.waits_until("10:00")
    anna.sees("Гамма")


async def test_the_dispute_of_one_who_left_falls_to_the_manager(office: Office, anna: Phone) -> None:
    galina = await office.hires("Галина", Role.ACCOUNTANT)
    await anna.says("/debts")
    await anna.taps("Гамма")
    await anna.taps("Спор")
    await anna.says("брак")
    await anna.taps("Галина")
    gone = await office.actor(galina)
    async with office.work() as work:
        await work.tx.run(employees.DISMISS, id_=gone.id, at=work.now)
    await anna.taps("‹ К долгу")
    anna.sees("(спор: брак; решает Анна до 30.11)")


async def test_a_disputed_sum_stays_in_the_balance(office: Office, anna: Phone) -> None:
    await anna.says("/debts")
    await anna.taps("Гамма")
    await anna.taps("Спор")
    await anna.says("брак")
    ids, manager = await client_ids(office), await office.actor(anna)
    async with office.work() as work:
        await recount(work, [ids["Гамма"]])
        rows = await receivables.of_clients(work.tx, [ids["Гамма"]])
        kept = await clients.find(work.tx, ids["Гамма"], [manager.id])
    assert kept is not None
    assert (kept.debt, kept.overdue, kept.overdue_since) == (3_000_000, 3_000_000, None)
    assert rows[ids["Гамма"]][0].dispute_owner_id == manager.id
