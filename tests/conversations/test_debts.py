"""From the accountant's file to a promise kept or broken, in the manager's chat."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from domain.actors import Role
from sandbox.phone import Phone
from screens.callbacks import debts as taps
from storage import clients, counters, employees, persons, promises, receivables
from storage.clients import NewClient
from storage.receivables import NewReceivable
from tests.office import MOSCOW, Office
from usecases.debts import replace_receivables

FILE = date(2026, 11, 20)
TUESDAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)
NEXT_MONDAY = date(2026, 11, 30)
Rows = Mapping[str, Sequence[NewReceivable]]


def row(document: str, roubles: str | int, due: date | None, day: date | None = None) -> NewReceivable:
    return NewReceivable(document, "", day, due, int(Decimal(roubles) * 100))


LATE = row("Реализация 1131", 96_400, date(2026, 11, 2))
OLD = row("Реализация 902", 1_234_567, date(2026, 9, 23))
COMING = row("Реализация 1264", "75210.40", date(2026, 12, 1))
DEBTS: Rows = {
    "Ромашка": [LATE, COMING],
    "Вектор": [OLD],
    "Берёзка": [row("Реализация 9", 5000, date(2026, 12, 20))],
}


async def client_ids(office: Office) -> dict[str, int]:
    async with office.work() as work:
        managers = await employees.all_ids(work.tx)
        return {found.name: found.id for found in await clients.page(work.tx, managers, 0, 100)}


async def comes_file(office: Office, as_of: date, rows: Rows) -> None:
    ids = await client_ids(office)
    async with office.work() as work:
        await replace_receivables(work, as_of, {ids[name]: found for name, found in rows.items()})


async def comes_morning(office: Office, day: date) -> None:
    """Every ten o'clock up to that of `day`: nobody sleeps through a working day."""
    while office.today < day:
        await office.waits_until("10:00", office.today + timedelta(days=1))


@pytest.fixture
async def anna(office: Office) -> Phone:
    """A manager whose three clients owe by the file of last Friday."""
    phone = await office.hires("Анна")
    manager = await office.actor(phone)
    async with office.work() as work:
        for name in DEBTS:
            await clients.add(work.tx, NewClient(manager.id, name, work.now, phone="+79161234567"))
    await comes_file(office, FILE, DEBTS)
    return phone


@pytest.fixture
async def boris(office: Office, anna: Phone) -> Phone:
    return await office.hires("Борис", Role.LEAD)


async def test_the_desk_sums_and_says_how_old_the_file_is(anna: Phone) -> None:
    await anna.says("/debts")
    anna.sees("Долги: 1\u00a0411\u00a0177,40\u00a0₽, просрочено на 20.11 — 1\u00a0330\u00a0967\u00a0₽")
    anna.sees("Файл от 20.11, 3 дня назад", "без просрочки    80\u00a0210,40   6\u00a0%")
    anna.sees("8–30 дн.         96\u00a0400,00   7\u00a0%", "31–60 дн.     1\u00a0234\u00a0567,00  87\u00a0%")
    assert anna.buttons[:2] == ["Вектор · 1\u00a0235 т.р. · 61 дн.", "Ромашка · 96 т.р. · 21 дн."]
    await anna.taps("Ромашка")
    anna.sees("Ромашка: долг 171\u00a0610,40\u00a0₽, просрочено 96\u00a0400\u00a0₽")
    anna.sees("Реализация 1131 — 96\u00a0400\u00a0₽, срок 02.11, просрочка 21 день")
    anna.sees("Файл от 20.11, 3 дня назад. Дни просрочки — на сегодня.")
    anna.sees("Реализация 1264 — 75\u00a0210,40\u00a0₽, срок 01.12, не наступил")
    await anna.taps("‹ Долги")
    anna.sees("С кого начать")


async def test_without_a_file_or_without_debts_it_says_so(office: Office) -> None:
    vera = await office.hires("Вера")
    await vera.says("💰 Долги")
    vera.sees("Долгов нет", "Данных из файла с долгами пока нет")


async def test_the_alert_comes_at_ten_and_only_with_news(office: Office, anna: Phone) -> None:
    await office.waits_until("10:00")
    anna.sees("Долги: 2 клиента на сегодня, просрочено сегодня 1\u00a0330\u00a0967\u00a0₽")
    anna.sees("1. Вектор: 1\u00a0234\u00a0567\u00a0₽, 61 день — передайте дело юристу")
    anna.sees("2. Ромашка: 96\u00a0400\u00a0₽, 21 день — отгружайте только после оплаты")
    anna.does_not_see("По файлу", "Берёзка")
    await comes_morning(office, TUESDAY)
    alerts = [one for one in anna.messages if "клиента на сегодня" in one.text]
    assert len(alerts) == 1, "nothing changed, nothing said"
    await comes_file(office, TUESDAY, {"Вектор": []})
    await comes_morning(office, date(2026, 11, 25))
    anna.sees("Долги: 1 клиент на сегодня, просрочено сегодня 96\u00a0400\u00a0₽")
    anna.does_not_see("Вектор")


async def test_a_stale_file_is_said_to_be_stale(office: Office, anna: Phone) -> None:
    await comes_morning(office, TUESDAY)
    await comes_file(office, FILE, {"Вектор": [OLD, LATE]})
    await comes_morning(office, date(2026, 11, 25))
    anna.sees("Файл от 20.11, 5 дней назад.")


async def test_a_promise_in_three_taps_is_kept_by_the_next_file(office: Office, anna: Phone) -> None:
    await office.waits_until("10:00")
    await anna.taps("Ромашка")
    await anna.taps("Обещал")
    anna.sees("Ромашка: сколько обещают?")
    assert anna.buttons[:3] == [
        "Вся просрочка 96\u00a0400\u00a0₽",
        "Половина 48\u00a0200\u00a0₽",
        "Другая сумма",
    ]
    await anna.taps("Вся просрочка")
    anna.sees("96\u00a0400\u00a0₽ — когда?")
    await anna.says("пт")
    anna.sees("Ромашка: обещали 96\u00a0400\u00a0₽, пт, 27 ноября.", "Проверю по файлу: пн, 30 ноября.")
    manager = await office.actor(anna)
    async with office.work() as work:
        counted = await counters.of_day(work.tx, manager.id, office.today)
    assert (counted.promises, counted.promise_sum) == (1, 9_640_000)
    await comes_morning(office, FRIDAY)
    anna.sees("1. Ромашка: обещали сегодня 96\u00a0400\u00a0₽ — проверьте оплату")
    await comes_file(office, FRIDAY, {"Ромашка": [COMING]})
    await anna.taps("Ромашка")
    anna.sees("Ромашка: долг 75\u00a0210,40\u00a0₽, просрочки нет", "держит слово 1 из 1")


async def test_a_broken_promise_is_first_in_the_alert_of_the_next_working_day(
    office: Office, anna: Phone
) -> None:
    await anna.says("/debts")
    await anna.taps("Ромашка")
    await anna.taps("Обещал")
    await anna.says("96 400 в пятницу")
    anna.sees("обещали 96\u00a0400\u00a0₽, пт, 27 ноября")
    await office.waits_until("10:00")
    anna.sees("Долги: 1 клиент на сегодня", "1. Вектор")
    await comes_morning(office, TUESDAY)
    assert len([one for one in anna.messages if "на сегодня" in one.text]) == 1, (
        "a word just given is not news"
    )
    await comes_morning(office, NEXT_MONDAY)
    alert = anna.sees(
        "1. Ромашка: обещание не сдержано, 96\u00a0400\u00a0₽ — позвоните первым делом", anywhere=True
    )
    await anna.taps_old(alert, "Ромашка")
    anna.sees("Ромашка: долг", "Обещание не сдержано: пт, 27 ноября", "держит слово 0 из 1", anywhere=True)


async def test_a_promise_typed_in_steps_and_what_cannot_be_read(office: Office, anna: Phone) -> None:
    await anna.says("/debts")
    await anna.taps("Вектор")
    await anna.taps("Обещал")
    await anna.says("скоро")
    anna.sees("Не понял сумму «скоро»")
    await anna.taps("Другая сумма")
    anna.sees("какую сумму?", anywhere=True)
    await anna.says("1,2 млн")
    anna.sees("1\u00a0200\u00a0000\u00a0₽ — когда?")
    await anna.says("потом")
    anna.sees("Не понял «потом»")
    await anna.says("12.05.1986")
    anna.sees("Это уже прошло: пн, 12 мая 1986.")
    await anna.says("до конца месяца")
    anna.sees("обещали 1\u00a0200\u00a0000\u00a0₽, пн, 30 ноября")
    await anna.says("ещё")
    anna.does_not_see("обещали")


async def test_a_promise_is_moved_and_cancelled(office: Office, anna: Phone) -> None:
    await anna.says("/debts")
    await anna.taps("Ромашка")
    await anna.taps("Обещал")
    await anna.says("50 тыс завтра")
    await anna.taps("Открыть долг")
    anna.sees("🤝 Обещает 50\u00a0000\u00a0₽: завтра")
    await anna.taps("Обещал")
    anna.sees("Уже обещали 50\u00a0000\u00a0₽: завтра")
    asked = anna.last
    await anna.taps("Перенести 24.11")
    anna.sees("На какой день перенести?")
    await anna.says("60 тыс в пятницу")
    anna.sees("обещали 60\u00a0000\u00a0₽, пт, 27 ноября")
    await anna.taps_old(asked, "Перенести 24.11")
    await anna.taps("завтра, 24.11")
    anna.sees("обещали 60\u00a0000\u00a0₽, завтра", anywhere=True)
    await anna.taps_old(asked, "Отменить обещание")
    anna.sees("обещание на вт, 24 ноября отменено", anywhere=True)
    await anna.taps_old(asked, "Отменить обещание")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."


async def test_says_it_has_been_paid_and_is_left_alone(office: Office, anna: Phone) -> None:
    await anna.says("/debts")
    await anna.taps("Ромашка")
    await anna.double_taps("Оплатил")
    assert anna.alert == "Записано: говорит, что оплатил. Проверю по файлу."
    anna.sees("Не напоминаю до чт, 26 ноября или до нового файла")
    await anna.says("/debts")
    assert "Ромашка · 96 т.р. · оплатил?" in anna.buttons
    await office.waits_until("10:00")
    anna.sees("Долги: 1 клиент на сегодня")
    anna.does_not_see("Ромашка")
    await comes_morning(office, FRIDAY)
    anna.sees("Долги: 2 клиента на сегодня", "Ромашка")


async def test_a_dispute_is_told_to_the_lead_and_not_dunned(
    office: Office, anna: Phone, boris: Phone
) -> None:
    await anna.says("/debts")
    await anna.taps("Ромашка")
    await anna.taps("Спор")
    anna.sees("о каком документе спор?")
    await anna.taps("Реализация 1131")
    anna.sees("в чём спор?")
    await anna.says("недовоз <2 коробки>, акт № 5")
    anna.sees("Ромашка: спор записан — «недовоз <2 коробки>, акт № 5».", "решает Анна до пн, 30 ноября")
    assert "Решаю я" in anna.buttons
    await anna.taps("‹ К долгу")
    anna.sees("просрочка 21 день (спор: недовоз <2 коробки>, акт № 5; решает Анна до 30.11)")
    boris.sees(
        "Ромашка: спор по долгу, сообщает Анна.",
        "«недовоз <2 коробки>, акт № 5»",
        "Решает Анна до пн, 30 ноября.",
    )
    await office.waits_until("10:00")
    anna.sees("Долги: 1 клиент на сегодня")
    anna.does_not_see("Ромашка")
    await anna.says("/debts")
    anna.sees("в том числе в споре: 96\u00a0400\u00a0₽", "8–30 дн.         96\u00a0400,00")
    await anna.taps("Ромашка · 96 т.р. · спор")
    await anna.taps("Спор решён")
    assert anna.alert == "Спор снят"
    await comes_morning(office, TUESDAY)
    anna.sees("Ромашка")


async def test_the_whole_debt_in_dispute_and_an_endless_reason(anna: Phone, boris: Phone) -> None:
    await anna.says("/debts")
    await anna.taps("Вектор")
    await anna.taps("Спор")
    anna.sees("в чём спор?")
    await anna.says("х" * 301)
    anna.sees("до 300 знаков")
    await anna.says("брак")
    anna.sees("спор записан — «брак»")
    await anna.says("/cancel")
    anna.sees("Открытого диалога нет")


async def test_the_lead_gets_the_card_once_a_day(anna: Phone, boris: Phone) -> None:
    await anna.says("/debts")
    await anna.taps("Вектор")
    await anna.double_taps("Руководителю")
    anna.sees("Вектор: долг", "Передано руководителю сегодня")
    assert "Руководителю" not in anna.buttons
    boris.sees("Ответьте менеджеру или возьмите долг на себя.")
    assert [one.text.splitlines()[0] for one in boris.new if "просит помочь" in one.text] == [
        "Вектор: Анна просит помочь с долгом."
    ]
    boris.sees("Долг 1\u00a0234\u00a0567\u00a0₽, просрочено 1\u00a0234\u00a0567\u00a0₽, 61 день.")
    await boris.taps("Открыть долг")
    boris.sees("Реализация 902")
    assert "Руководителю" not in boris.buttons
    assert {"‹ К списку", "Клиент", "Сверка"} <= set(boris.buttons)
    assert "‹ Долги" not in boris.buttons
    taken = boris.last.keyboard
    await boris.double_taps("Взять на себя")
    boris.sees("Не напоминаю до пн, 30 ноября: занимается руководитель — Борис")
    assert "Взять на себя" not in boris.buttons
    assert taken != boris.last.keyboard
    assert len([one for one in anna.messages if "долгом занимается Борис" in one.text]) == 1
    await anna.says("/debts")
    assert anna.buttons[0] == "Вектор · 1\u00a0235 т.р. · молчим"


async def test_the_lead_and_the_accountant_see_it_by_manager(
    office: Office, anna: Phone, boris: Phone
) -> None:
    await boris.says("/debts")
    boris.sees(
        "Долги: 1\u00a0411\u00a0177,40\u00a0₽",
        "Анна  1\u00a0411  1\u00a0331",
    )
    await boris.taps("Анна")
    boris.sees("31–60 дн.")
    await boris.taps("‹ Назад")
    boris.sees("Анна  1\u00a0411  1\u00a0331")
    galina = await office.hires("Галина", Role.ACCOUNTANT)
    await galina.says("/debts")
    galina.sees("Новый файл с долгами пришлите прямо сюда.")
    await galina.taps("Анна")
    await galina.taps("Вектор")
    galina.sees("Реализация 902")
    assert galina.buttons[0] == "‹ Долги"
    vera = await office.hires("Вера", Role.SUPPORT)
    await vera.says("/debts")
    vera.sees("Этого нет в вашей роли")


async def test_nobody_is_dunned_on_a_birthday(office: Office, anna: Phone) -> None:
    ids = await client_ids(office)
    async with office.work() as work:
        await persons.add(work.tx, ids["Вектор"], "Ольга", birth=(23, 11, None))
    await office.waits_until("10:00")
    anna.sees(
        "Долги: 1 клиент на сегодня",
        "1. Ромашка",
        "🎂 Вектор: о деньгах не сегодня, а вт, 24 ноября.",
    )
    assert "Вектор" not in anna.buttons
    await comes_morning(office, TUESDAY)
    anna.sees("Вектор")


async def test_many_clients_are_paged_and_the_alert_is_cut(office: Office) -> None:
    anna = await office.hires("Анна")
    manager = await office.actor(anna)
    async with office.work() as work:
        for at in range(12):
            await clients.add(work.tx, NewClient(manager.id, f"Клиент {at:02}", work.now))
    await comes_file(
        office, FILE, {f"Клиент {at:02}": [row("Счёт", 10_000 + at, date(2026, 11, 2))] for at in range(12)}
    )
    await office.waits_until("10:00")
    anna.sees("Долги: 12 клиентов на сегодня", "8. Клиент 04", "и ещё 4 клиента")
    await anna.taps("Все долги")
    assert "Клиент 11 · 10 т.р. · 21 дн." in anna.buttons
    await anna.taps("Ещё 4 ›")
    assert "Клиент 03 · 10 т.р. · 21 дн." in anna.buttons
    await anna.taps("‹ Раньше")
    assert "Клиент 11 · 10 т.р. · 21 дн." in anna.buttons


async def test_no_file_no_sum(office: Office) -> None:
    anna = await office.hires("Анна")
    manager = await office.actor(anna)
    async with office.work() as work:
        client = await clients.add(work.tx, NewClient(manager.id, "Ромашка", work.now))
    await anna.says("/debts")
    await anna.sends_callback(taps.AskPromise(client=client).pack())
    await anna.taps("Без суммы")
    anna.sees("когда оплатят?")
    await anna.taps("завтра, 24.11")
    anna.sees("Ромашка: обещали оплатить, завтра.")
    await anna.taps("Открыть долг")
    anna.sees("Ромашка: долга нет", "🤝 Обещает оплатить: завтра")


async def test_in_english(office: Office) -> None:
    john = await office.hires("John", language="en")
    manager = await office.actor(john)
    async with office.work() as work:
        await clients.add(work.tx, NewClient(manager.id, "Acme", work.now))
    await comes_file(office, FILE, {"Acme": [LATE]})
    await office.waits_until("10:00")
    john.sees("Debts: 1 client for today", "ship only after payment")
    await john.taps("Acme")
    john.sees("Acme: owes 96\u00a0400\u00a0₽", "21 days overdue", "1 of 1 for today")
    await john.taps("Promised")
    await john.says("50k on friday")
    john.sees("Acme promised 50\u00a0000\u00a0₽")


# --- every button, under every misfortune


async def every_button(office: Office) -> dict[str, str]:
    ids = await client_ids(office)
    client = ids["Ромашка"]
    async with office.work() as work:
        document = (await receivables.of_clients(work.tx, [client]))[client][0].id
        manager = (await clients.find(work.tx, client, await employees.all_ids(work.tx))).manager_id  # type: ignore[union-attr]
        promise = await work.tx.value(
            promises.ADD, client_id=client, employee_id=manager, due=FRIDAY, amount=100, debt_before=100, created_at=work.now
        )  # fmt: skip
    day = FRIDAY.toordinal()
    return {
        "all": taps.OpenDebts().pack(),
        "of": taps.DebtsOf(manager=manager, start=8).pack(),
        "open": taps.OpenDebt(client=client).pack(),
        "promise": taps.AskPromise(client=client).pack(),
        "sum": taps.PromiseSum(client=client, amount=100).pack(),
        "other": taps.PromiseSum(client=client, amount=-1).pack(),
        "day": taps.PromiseDay(client=client, amount=100, day=day).pack(),
        "move": taps.MovePromise(promise=promise).pack(),
        "moved": taps.MovePromise(promise=promise, day=day).pack(),
        "drop": taps.CancelPromise(promise=promise).pack(),
        "paid": taps.ToldPaid(client=client).pack(),
        "dispute": taps.Dispute(client=client, document=document).pack(),
        "agreed": taps.EndDispute(client=client).pack(),
        "lead": taps.ToLead(client=client).pack(),
    }


OPEN_TO_ALL = {"all", "of"}


async def test_a_stranger_and_the_dismissed_get_nothing(office: Office, anna: Phone) -> None:
    stranger = office.phone("Кто-то")
    await stranger.starts()
    for data in (await every_button(office)).values():
        await stranger.sends_callback(data)
        assert stranger.alert == "Это рабочий бот. Чтобы войти, откройте ссылку-приглашение."
    stranger.does_not_see("Ромашка", anywhere=True)
    await anna.says("/debts")
    manager = await office.actor(anna)
    async with office.work() as work:
        await work.tx.run(employees.DISMISS, id_=manager.id, at=work.now)
    for data in (await every_button(office)).values():
        await anna.sends_callback(data)
        assert anna.alert == "Это рабочий бот. Чтобы войти, откройте ссылку-приглашение."


async def test_a_foreign_client_and_a_deleted_one_are_answered_alike(office: Office, anna: Phone) -> None:
    vera = await office.hires("Вера")
    await vera.says("/debts")
    for name, data in (await every_button(office)).items():
        await vera.sends_callback(data)
        vera.does_not_see("Ромашка", anywhere=True)
        if name not in OPEN_TO_ALL:
            assert vera.alert == "Этого здесь больше нет. Откройте раздел заново.", name
    await anna.says("/debts")
    buttons = await every_button(office)
    async with office.work() as work:
        ids = [
            found.id
            for found in await clients.page(work.tx, await employees.all_ids(work.tx), 0, 9)
            if found.name == "Ромашка"
        ]
        await work.tx.run(clients.DELETE, id_=ids[0], at=work.now)
    for name, data in buttons.items():
        await anna.sends_callback(data)
        if name not in OPEN_TO_ALL:
            assert anna.alert == "Этого здесь больше нет. Откройте раздел заново.", name


@pytest.mark.parametrize(
    "data",
    [
        "debts.open", "debts.open:x", "debts.open:", "debts.sum:1:-7", "debts.sum:1:1e9", "debts.day:1:100:0", "debts.day:1:100:99999999",
        "debts.move:1:-1", "debts.of:1:-8", "debts.what:1", "debts.", "debts.dispute:1:z",
    ],
)  # fmt: skip
async def test_a_malformed_button_is_an_old_button(anna: Phone, data: str) -> None:
    await anna.says("/debts")
    await anna.sends_callback(data)
    anna.sees("Эта кнопка устарела")


async def test_a_huge_id_is_nobody(anna: Phone) -> None:
    await anna.says("/debts")
    await anna.sends_callback(f"debts.open:{10**17}")
    assert anna.alert == "Этого здесь больше нет. Откройте раздел заново."


async def test_double_taps_do_one_thing(office: Office, anna: Phone) -> None:
    await anna.says("/debts")
    await anna.taps("Ромашка")
    await anna.taps("Обещал")
    await anna.taps("Половина")
    await anna.double_taps("завтра, 24.11")
    anna.sees("обещали 48\u00a0200\u00a0₽, завтра")
    ids = await client_ids(office)
    async with office.work() as work:
        assert len(await promises.open_of(work.tx, [ids["Ромашка"]])) == 1


async def test_old_buttons_of_a_settled_thing_say_so(office: Office, anna: Phone) -> None:
    buttons = await every_button(office)
    await anna.says("/debts")
    await anna.sends_callback(buttons["agreed"])
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    await comes_file(office, TUESDAY, {"Ромашка": []})
    await anna.sends_callback(buttons["dispute"])
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    await anna.sends_callback(buttons["open"])
    anna.sees("Ромашка: долга нет")


async def test_a_late_alert_says_that_it_is_late(office: Office, anna: Phone) -> None:
    office.now = datetime(2026, 11, 23, 11, 0, tzinfo=MOSCOW)
    await office.passes(seconds=1)
    anna.sees("Сообщение задержалось", "Долги: 2 клиента на сегодня")
    assert office.now - timedelta(hours=1) > datetime(2026, 11, 23, 9, tzinfo=MOSCOW)
