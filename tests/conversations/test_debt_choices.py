"""What is chosen and typed at a debt: documents by their short names, a promise beyond the debt, who to begin with, whom to call."""

from datetime import date

import pytest

from domain.actors import Role
from sandbox.phone import Phone
from screens.callbacks.debts import OpenDebt
from screens.format import short_document
from storage import clients
from tests.conversations.test_debts import FILE, anna, client_ids, comes_file, row
from tests.office import Office

__all__ = ["anna"]

TODAY = date(2026, 11, 23)
HUSHED = clients.patch("undunned_until")
PAID = clients.patch("debt_quiet_until")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Реализация (акт, накладная, УПД) 0000-001131 от 19.10.2026 9:51:32", "Реализация 1131 от 19.10"),
        ("Реализация товаров УТ-00001131 от 19.10.2025 г.", "Реализация товаров УТ-1131 от 19.10.2025 г."),
        ("Счёт № 000123 от 01.02.2026 г.", "Счёт № 123 от 01.02"),
        ("Р-1", "Р-1"),
        ("12-0001/3", "12-0001/3"),
        ("(без названия)", "(без названия)"),
        ("", ""),
    ],
)
def test_documents_are_named_as_people_do(name: str, short: str) -> None:
    assert short_document(name, TODAY) == short


def test_a_long_name_loses_its_kind_not_its_number() -> None:
    cut = short_document("Реализация товаров и услуг 1131 от 19.10.2026", TODAY, 24)
    assert cut == "Реализаци… 1131 от 19.10"
    assert len(cut) <= 24


@pytest.mark.parametrize("column", [HUSHED, PAID])
async def test_the_call_list_does_not_dun_whom_the_alert_leaves_alone(
    office: Office, anna: Phone, column: object
) -> None:
    ids = await client_ids(office)
    async with office.work() as work:
        if column is HUSHED:
            await work.tx.run(HUSHED, id_=ids["Вектор"], undunned_until=TODAY)
        else:
            await work.tx.run(PAID, id_=ids["Вектор"], debt_quiet_until=TODAY)
    await office.waits_until("09:00")
    anna.sees("1. Ромашка — просрочка")
    anna.does_not_see("Вектор — просрочка", "обещание не сдержано")


async def test_a_dispute_about_the_whole_debt_names_its_sum(anna: Phone) -> None:
    await anna.says("/debts")
    await anna.taps("Ромашка")
    await anna.taps("Спор")
    await anna.taps("Обо всём долге")
    await anna.says("не привезли")
    anna.sees("спор записан — «не привезли».", "и ещё 1 документ, решает Анна")
    await anna.taps("Другой день")
    await anna.says("30.11")
    anna.sees("и ещё 1 документ, 171\u00a0610,40\u00a0₽: «не привезли»")


async def test_documents_are_chosen_by_the_names_people_use(office: Office, anna: Phone) -> None:
    day = date(2026, 11, 2)
    names = [
        f"Реализация (акт, накладная, УПД) 0000-0011{at:02} от 19.10.2026 9:51:{at:02}" for at in range(12)
    ]
    await comes_file(office, FILE, {"Вектор": [row(name, 96_400, day) for name in names]})
    await anna.says("/debts")
    await anna.taps("Вектор")
    await anna.taps("Спор")
    assert anna.buttons[0] == "Реализация 1100 от 19.10 · 96 т.р."
    assert anna.buttons[8:11] == ["Ещё 4 ›", "Обо всём долге", "‹ Назад"]
    await anna.taps("Ещё 4 ›")
    assert anna.buttons[3:5] == ["Реализация 1111 от 19.10 · 96 т.р.", "‹ Раньше"]
    await anna.taps("Реализация 1111")
    await anna.says("брак")
    anna.sees("спор записан — «брак»", "0000-001111")


async def test_a_promise_above_the_debt_is_said_to_be_so(anna: Phone) -> None:
    await anna.says("/debts")
    await anna.taps("Ромашка")
    await anna.taps("Обещал")
    await anna.says("-20 тыс в пятницу")
    anna.sees("Не понял сумму")
    await anna.says("ромашка: обещал 200 тыс в пятницу")
    anna.sees(
        "Ромашка: обещали 200\u00a0000\u00a0₽, пт, 27 ноября.", "Это больше долга: 171\u00a0610,40\u00a0₽."
    )


async def test_the_desk_begins_with_who_is_late_today(office: Office, anna: Phone) -> None:
    """By the file of Friday nothing of it was late: since then a term has passed."""
    fresh = row("Реализация 55", 5_000_000, date(2026, 11, 22))
    await comes_file(office, FILE, {"Берёзка": [fresh]})
    await anna.says("/debts")
    assert anna.buttons[0] == "Берёзка · 5\u00a0000 т.р. · 1 дн."


async def test_a_word_of_a_payment_is_taken_back(office: Office, anna: Phone) -> None:
    await anna.says("/debts")
    await anna.taps("Ромашка")
    await anna.taps("Оплатил")
    await anna.taps("Снова напоминать")
    assert anna.alert == "Снова напоминаю"
    anna.does_not_see("Говорит, что оплатил. Не напоминаю")
    assert "Не напоминать" in anna.buttons
    await office.waits_until("10:00")
    anna.sees("Долги: 2 клиента на сегодня", "Ромашка")


async def test_of_two_silences_the_later_day_is_named(anna: Phone) -> None:
    await anna.says("/debts")
    await anna.taps("Ромашка")
    asks = next(one for row in anna.last.keyboard for one in row if one["text"] == "Не напоминать")
    await anna.taps("Оплатил")
    await anna.sends_callback(asks["callback_data"])
    await anna.taps("Ждём документы")
    await anna.taps("Неделю, до 30.11")
    anna.sees("Говорит, что оплатил\nНе напоминаю до пн, 30 ноября: ждём документы — Анна")
    await anna.taps("Снова напоминать")
    anna.does_not_see("Не напоминаю")


async def test_a_preset_reason_is_in_the_readers_language(office: Office, anna: Phone) -> None:
    lead = await office.hires("Joan", Role.LEAD, language="en")
    await anna.says("/debts")
    await anna.taps("Вектор")
    await anna.taps("Не напоминать")
    await anna.taps("Договорились")
    await anna.taps("Неделю, до 30.11")
    anna.sees("Не напоминаю до пн, 30 ноября: договорились — Анна")
    lead.sees("Вектор: Анна sends no reminders until Mon, 30 November: agreed.")
    await lead.taps("Open debt")
    lead.sees("No reminders until Mon, 30 November: agreed — Анна")
    await lead.taps("Resume reminders")
    await lead.taps("Take over")
    lead.sees("No reminders until Mon, 30 November: the lead is on it — Joan")
    ids = await client_ids(office)
    await anna.sends_callback(OpenDebt(client=ids["Вектор"]).pack())
    anna.sees("Не напоминаю до пн, 30 ноября: занимается руководитель — Joan")
