"""What passed without a word: the lead's list, one line to the manager, the digest's exception."""

from datetime import date, timedelta

import pytest

from domain.actors import Role
from sandbox.phone import Phone
from screens.callbacks.missed_occasions import AskMissed
from storage import employees
from tests.conversations.celebrated_clients import lay_client
from tests.office import Office


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def lead(office: Office, language: str = "ru") -> Phone:
    return await office.hires("Борис" if language == "ru" else "Boris", Role.LEAD, language=language)


async def test_passed_without_a_word_by_manager(office: Office, anna: Phone) -> None:
    """Birthdays of everybody, other days of key clients and VIPs; not what was done, is older, or came before the client."""
    vera, boris = await office.hires("Вера"), await lead(office)
    await lay_client(office, anna, "Ромашка", "Смирнова Ольга Петровна", (19, 11, None))
    await lay_client(office, anna, "Вектор", "Иванов Пётр Ильич", (10, 11, 1980))
    await lay_client(office, anna, "Липа", "Давний Илья", (8, 11, None))
    await lay_client(office, anna, "Новый", "Скорый Илья", (20, 11, None), created_at=office.now)
    await lay_client(
        office, vera, "Завод", "Мелкова Вера Ильинична", client_class="A", first_order_day=date(2021, 11, 18)
    )
    await lay_client(office, vera, "Ларёк", "Тихая Анна", first_order_day=date(2021, 11, 18))
    await lay_client(
        office, vera, "Палатка", "Важный Пётр Ильич", vip=True, first_order_day=date(2021, 11, 17)
    )
    await boris.says("/occasions")
    await boris.taps("Пропущено")
    boris.sees(
        "Прошло без поздравления за две недели: 4",
        "Анна\n1. чт, 19 ноября — Смирнова Ольга Петровна, Ромашка\n2. вт, 10 ноября — Иванов Пётр Ильич, Вектор",
        "Вера\n3. ср, 18 ноября — Завод · Работаем вместе 5 лет\n4. вт, 17 ноября — Палатка · Работаем вместе 5 лет",
    )
    assert boris.buttons[:4] == ["1 · Напомнить", "2 · Спросить", "3 · Напомнить", "4 · Напомнить"]
    await boris.double_taps("1 · Напомнить")
    anna.sees(
        "Борис напоминает: Смирнова Ольга Петровна, Ромашка — день рождения, чт, 19 ноября. "
        "Поздравьте с опозданием, тексты готовы."
    )
    assert sum("напоминает" in one.text for one in anna.from_bot) == 1
    boris.sees("Смирнова Ольга Петровна, Ромашка · сказали менеджеру")
    await boris.taps("✓ 1 · Сказали")
    assert boris.alert == "Анна уже знает: вы сказали пн, 23 ноября, 08:00."
    await boris.taps("2 · Спросить")
    anna.sees("Борис спрашивает: Иванов Пётр Ильич, Вектор — день рождения, вт, 10 ноября.", "поздравляли?")
    assert anna.buttons[0] == "Вектор"


async def test_the_reminder_opens_the_greeting_and_the_line_goes(office: Office, anna: Phone) -> None:
    boris = await lead(office)
    client, person = await lay_client(office, anna, "Ромашка", "Смирнова Ольга Петровна", (19, 11, None))
    await boris.says("/occasions")
    await boris.taps("Пропущено")
    await boris.taps("1 · Напомнить")
    await anna.taps("Поздравление")
    anna.sees("Смирнова Ольга Петровна", "прошедшим")
    await anna.taps("✅ Поздравил")
    await boris.says("/occasions")
    await boris.taps("Пропущено")
    boris.sees("Пропущенного нет")
    old = AskMissed(client=client, person=person, code="birthday", day=date(2026, 11, 19).toordinal())
    await boris.sends_callback(old.pack())
    assert boris.alert == "Это уже сделано или изменилось. Откройте раздел заново."


async def test_only_a_lead_asks_and_only_about_the_own_team(office: Office, anna: Phone) -> None:
    client, person = await lay_client(office, anna, "Ромашка", "Смирнова Ольга Петровна", (19, 11, None))
    data = AskMissed(client=client, person=person, code="birthday", day=date(2026, 11, 19).toordinal()).pack()
    await anna.says("/occasions")
    assert "Пропущено" not in anna.buttons
    await anna.sends_callback(data)
    assert anna.alert == "Этого нет в вашей роли. Что доступно: /help."
    boris = await lead(office)
    actor, chief = await office.actor(anna), await office.actor(boris)
    async with office.work() as work:
        other = await work.tx.value(employees.ADD_TEAM, name="Другая")
        await work.tx.run(employees.SET_TEAM, id_=chief.id, team=other)
    assert actor.team_id != other
    await boris.sends_callback(data)
    assert boris.alert == "Этого здесь больше нет. Откройте раздел заново."


async def test_in_english_and_in_pages(office: Office) -> None:
    john, boris = await office.hires("John", language="en"), await lead(office, "en")
    for number in range(10):
        day = date(2026, 11, 20) - timedelta(days=number)
        await lay_client(office, john, f"Acme {number}", f"Mary Smith {number}", (day.day, day.month, None))
    await boris.says("/occasions")
    await boris.taps("Missed")
    boris.sees("Passed without a word in two weeks: 10", "8. Fri, 13 November")
    await boris.taps("›")
    boris.sees("10. Wed, 11 November")
    await boris.taps("9 · Ask")
    boris.sees("9. Thu, 12 November", "the manager was told")
    john.sees("Boris asks: Mary Smith 8, Acme 8, birthday, Thu, 12 November. No greeting is marked")


async def test_the_digest_names_key_clients_and_asks(office: Office, anna: Phone) -> None:
    boris = await lead(office)
    await lay_client(
        office,
        anna,
        "Завод",
        "Мелкова Вера Ильинична",
        (19, 11, None),
        client_class="A",
        first_order_day=date(2021, 11, 18),
    )
    await lay_client(office, anna, "Верфь", "Быкова Алла Денисовна", (20, 11, None), client_class="A")
    await lay_client(office, anna, "Банк", "Котова Анна", role="accountant", client_class="A")
    await lay_client(office, anna, "Ларёк", "Тихая Анна", (19, 11, None))
    await boris.says("/digest")
    boris.sees("Завод: не поздравили — ср, 18 ноября, и ещё 1 клиента (Анна)")
    boris.does_not_see("Ларёк", "Банк")
    await boris.taps("❓ Анна")
    anna.sees("Завод: не поздравили — ср, 18 ноября")
    await anna.taps("Открыть")
    anna.sees("С опозданием", "Мелкова Вера Ильинична, Завод")
