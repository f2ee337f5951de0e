"""Occasions in the call list: every kind of them, the greeting before the debt, never in one line with it."""

from datetime import date

import pytest

from domain.congratulations import Way
from domain.greetings import Tone
from sandbox.phone import Phone
from screens.callbacks.greetings import Greeted, TakeBack, look_of
from tests.conversations.celebrated_clients import lay_client, owes
from tests.conversations.test_occasions import at
from tests.office import Office

LONG_AGO = date(2026, 11, 2)


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


def greeted(client: int, person: int, code: str, year: int) -> str:
    look = look_of(Tone.BUSINESS, 0)
    return Greeted.by(Way.MESSAGE, look, client=client, person=person, code=code, year=year).pack()


async def test_every_kind_of_occasion_is_a_reason(office: Office, anna: Phone) -> None:
    """9 August 2026 is a Sunday, so builders are congratulated on Friday the 7th."""
    at(office, date(2026, 8, 7))
    await lay_client(office, anna, "Ромашка", "Смирнова Ольга Петровна", (7, 8, 1980))
    await lay_client(office, anna, "Кран", "Орлов Иван Ильич", industry="строительство")
    await lay_client(office, anna, "Луч", "Ким Пётр Ильич", first_order_day=date(2021, 8, 7))
    await lay_client(
        office, anna, "Клён", "Белов Олег Ильич", founded_day=8, founded_month=8, founded_year=2006
    )
    await lay_client(office, anna, "Дуб", "Тихонов Глеб Ильич", (15, 8, None))
    await anna.says("/calls")
    anna.sees(
        "осталось 4 звонка из 4",
        "Ромашка — день рождения Смирновой\n",
        "Луч — вместе 5 лет\n",
        "Клён — компании 20 лет: завтра\n",
        "Кран — День строителя: вс, 9 августа",
    )
    anna.does_not_see("Дуб")


async def test_the_same_in_english(office: Office) -> None:
    at(office, date(2026, 8, 7))
    john = await office.hires("John", language="en")
    await lay_client(office, john, "Rose", "Mary Smith", (7, 8, 1980))
    await lay_client(office, john, "Crane", "Орлов Иван Ильич", industry="строительство")
    await lay_client(office, john, "Beam", "Peter Kim", first_order_day=date(2021, 8, 7))
    await john.says("/calls")
    john.sees(
        "Rose — birthday: Mary Smith\n", "Beam — 5 years together\n", "Crane — Builder's Day: Sun, 9 August"
    )


async def test_from_the_card_to_the_texts_and_the_line_is_done(office: Office, anna: Phone) -> None:
    await lay_client(office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, 1980))
    await anna.says("/calls")
    await anna.taps("Начать обзвон")
    anna.sees("Ромашка", "день рождения Смирновой", "Смирнова Ольга Петровна")
    assert anna.buttons[0] == "Поздравление"
    await anna.taps("Поздравление")
    anna.sees("День рождения: сегодня")
    await anna.taps("✅ Поздравил")
    await anna.says("/calls")
    anna.sees("осталось 0 звонков из 1")


async def test_on_a_birthday_nobody_asks_for_money(office: Office, anna: Phone) -> None:
    """Neither the greeting's line nor what is left after the greeting speaks of the debt; the next working day does."""
    client, person = await lay_client(
        office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, None), **owes(LONG_AGO), open_claims=1
    )
    await anna.says("/calls")
    anna.sees("Ромашка — день рождения Смирновой")
    anna.does_not_see("просрочка")
    await anna.sends_callback(greeted(client, person, "birthday", 2026))
    await anna.says("/calls")
    anna.does_not_see("просрочка")
    await office.waits_until("08:00", date(2026, 11, 24))
    await anna.says("/calls")
    anna.sees("Ромашка — просрочка 22 дн.")


async def test_a_holiday_of_many_comes_before_the_debt_and_does_not_stop_it(
    office: Office, anna: Phone
) -> None:
    """Builders' Sunday: on Friday the line greets; once that is done the same line is about the money, until it is taken back."""
    at(office, date(2026, 8, 7))
    client, person = await lay_client(
        office,
        anna,
        "Кран",
        "Орлов Иван Ильич",
        role="director",
        industry="строительство",
        **owes(date(2026, 7, 20)),
    )
    await lay_client(office, anna, "Луч", "Ким Пётр Ильич", last_contact_day=date(2026, 1, 1))
    await anna.says("/calls")
    anna.sees("1. Кран — День строителя: вс, 9 августа")
    anna.does_not_see("просрочка")
    await anna.taps("Начать обзвон")
    anna.sees("Кран · C", "День строителя")
    anna.does_not_see("долг", "340")
    await anna.sends_callback(greeted(client, person, "builder", 2026))
    await anna.says("/calls")
    anna.sees("осталось 2 звонка из 2", "1. Кран — просрочка 18 дн., 340 т.р.")
    anna.does_not_see("День строителя")
    await anna.sends_callback(TakeBack(client=client, person=person, code="builder", year=2026).pack())
    await anna.says("/calls")
    anna.sees("1. Кран — День строителя: вс, 9 августа")
    anna.does_not_see("просрочка")


async def test_a_card_outside_of_the_list_greets_too(office: Office, anna: Phone) -> None:
    client, _ = await lay_client(office, anna, "Ромашка")
    await anna.says("/calls")
    await lay_client(office, anna, "Вектор", "Смирнова Ольга", (23, 11, None), **owes(LONG_AGO))
    await anna.sends_callback(f"calls.card:{client + 1}")
    anna.sees("Вектор", "день рождения Смирновой")
    anna.does_not_see("просрочка")
    assert anna.buttons[0] == "Поздравление"


async def test_the_wave_of_the_new_year_calls_for_vips_only(office: Office, anna: Phone) -> None:
    """Whoever's day of the wave it is, only the VIPs' lines name it."""
    at(office, date(2026, 12, 17))
    for number in range(6):
        await lay_client(office, anna, f"Клиент {number}", f"Белов Олег {number}", vip=number < 3)
    await anna.says("/calls")
    named: set[str] = set()
    for day in (17, 18, 21, 22, 23, 24, 25, 28, 29, 30):
        await office.waits_until("08:00", date(2026, 12, day))
        await anna.says("/calls")
        lines = anna.screen.splitlines()
        named |= {line.partition(". ")[2].partition(" — ")[0] for line in lines if "Новый год" in line}
    assert named == {"Клиент 0", "Клиент 1", "Клиент 2"}
