"""Birthdays of which something is missing: the month alone, the question of the day, the company's own dates."""

from datetime import date, timedelta

import pytest

from domain.actors import Role
from domain.outcomes import Outcome
from sandbox.phone import Phone
from screens.callbacks.birthdays import DeferBirthday, RefuseBirthday
from screens.callbacks.calls import Log
from screens.callbacks.occasions import AskBirthday
from storage import birthday_asks, clients, persons
from storage.clients import Client
from tests.conversations.test_imports import table
from tests.conversations.test_occasions import add_person, get_person, nine
from tests.office import Office


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def client_of(office: Office, manager: Phone, person: int) -> Client:
    actor = await office.actor(manager)
    async with office.work() as work:
        found = await persons.find(work.tx, person, [actor.id])
        assert found is not None
        client = await clients.find(work.tx, found.client_id, [actor.id])
    assert client is not None
    return client


async def set_grade(office: Office, client: int, **facts: object) -> None:
    async with office.work() as work:
        await work.tx.run(clients.patch(*facts), id_=client, **facts)


# --- a month without its day


async def test_a_month_is_kept_where_nobody_knows_the_day(office: Office, anna: Phone) -> None:
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    await anna.says("др у смирновой в марте")
    anna.sees("Смирнова Ольга Петровна, Ромашка: в марте, число неизвестно", "Число спросим в начале месяца.")
    await anna.says("/occasions")
    await anna.sends_callback(AskBirthday(person=person).pack())
    anna.sees("Сейчас записано: в марте, число неизвестно")
    await anna.taps("апрель")
    await anna.taps("Число не знаю")
    anna.sees("в апреле, число неизвестно", "Было: в марте, число неизвестно")
    await anna.taps("Удалить дату")
    await anna.taps("Вернуть")
    anna.sees("в апреле, число неизвестно")
    await anna.says("др смирновой 12 апреля 85")
    anna.sees("12 апреля 1985 года")
    await anna.says("др смирновой в апреле")
    anna.sees("12 апреля 1985 года")
    found = await get_person(office, anna, person)
    assert (found.birth_day, found.birth_month, found.birth_year) == (12, 4, 1985)


async def test_the_day_is_asked_when_the_month_begins(office: Office, anna: Phone) -> None:
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (None, 12, None))
    await anna.says("/occasions")
    anna.does_not_see("число неизвестно")
    await nine(office, date(2026, 12, 1))
    anna.sees("Узнайте число в этом месяце", anywhere=True)
    anna.sees("в декабре, число неизвестно\nСмирнова Ольга Петровна, Ромашка", anywhere=True)
    await anna.sends_callback(AskBirthday(person=person).pack())
    await anna.says("20 декабря")
    anna.sees("20 декабря, год неизвестен")
    assert (await get_person(office, anna, person)).birth_day == 20
    told = len(anna.from_bot)
    await nine(office, date(2026, 12, 2))
    assert not any("Узнайте число" in one.text for one in anna.from_bot[told:])


async def test_by_role_and_by_firm(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Лютик", "Орлов Пётр", role="director")
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    await add_person(office, anna, "Берёзка", "Белова Ольга Петровна")
    await anna.says("день рождения директора лютика 5 мая")
    anna.sees("Орлов Пётр, Лютик: 5 мая")
    await anna.says("др у ольги петровны из ромашки 12.03.1985")
    anna.sees("Смирнова Ольга Петровна, Ромашка: 12 марта 1985 года")


async def test_what_is_near_is_asked_and_what_is_beside_is_found(office: Office, anna: Phone) -> None:
    olga = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    await add_person(office, anna, "Берёзка", "Смирнова Инна Львовна")
    await anna.says("др у петровой 12 марта")
    anna.sees("«петровой»: точно такого нет")
    assert (await get_person(office, anna, olga)).birth_month is None
    await anna.taps("Смирнова Ольга Петровна")
    anna.sees("Смирнова Ольга Петровна, Ромашка: 12 марта")
    for line in ("др у смирновой ромашка 13.03.1985", "др ромашки смирновой 13.03.1985"):
        await anna.says(line)
        anna.sees("Смирнова Ольга Петровна, Ромашка: 13 марта 1985 года")


@pytest.mark.parametrize(
    "line", ["др у смирновой 31 февраля", "др у смирновой 31.02.1980", "др у смирновой 3.4.2099"]
)
async def test_an_impossible_day_is_asked_again(office: Office, anna: Phone, line: str) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    await anna.says(line)
    anna.sees("Смирнова Ольга Петровна, Ромашка", "Когда день рождения?")
    await anna.says("12 марта")
    anna.sees("12 марта, год неизвестен")


async def test_a_date_waits_for_its_name_and_for_no_other(office: Office, anna: Phone) -> None:
    olga = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    other = await add_person(office, anna, "Вектор", "Иванов Пётр")
    await anna.says("др 12 марта")
    anna.sees("Чей день рождения?")
    await anna.says("др у иванова")
    anna.sees("Иванов Пётр, Вектор", "Когда день рождения?")
    assert (await get_person(office, anna, other)).birth_month is None
    await anna.says("/cancel")
    await anna.says("др 12 марта")
    await anna.says("смирнова")
    anna.sees("Смирнова Ольга Петровна, Ромашка: 12 марта")
    assert (await get_person(office, anna, olga)).birth_day == 12


async def test_nobody_of_that_role_is_asked(office: Office, anna: Phone) -> None:
    olga = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", role="accountant")
    await anna.says("у директора ромашки др 5 мая")
    anna.sees("точно такого нет")
    assert (await get_person(office, anna, olga)).birth_month is None


# --- the question of the day


async def test_one_question_a_day_after_a_talk(office: Office, anna: Phone) -> None:
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    other = await add_person(office, anna, "Вектор", "Иванов Пётр")
    for who, asked in ((person, True), (other, False)):
        client = await client_of(office, anna, who)
        await anna.sends_callback(Log(client=client.id, person=0, outcome=Outcome.TALKED, seen=0).pack())
        assert any("Когда ДР" in label for label in anna.buttons) is asked
    await office.passes(days=1)
    client = await client_of(office, anna, person)
    await anna.sends_callback(Log(client=client.id, person=0, outcome=Outcome.NO_ANSWER, seen=0).pack())
    assert not any("Когда ДР" in label for label in anna.buttons)
    await anna.sends_callback(Log(client=client.id, person=0, outcome=Outcome.TALKED, seen=0).pack())
    assert not any("Когда ДР" in label for label in anna.buttons), "asked yesterday"


@pytest.mark.parametrize(
    ("label", "days", "again"), [("Не знаю", 89, False), ("Не знаю", 91, True), ("Не спрашивать", 400, False)]
)
async def test_an_answer_is_kept(office: Office, anna: Phone, label: str, days: int, again: bool) -> None:
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    client = await client_of(office, anna, person)
    await anna.sends_callback(Log(client=client.id, person=0, outcome=Outcome.TALKED, seen=0).pack())
    await anna.taps("Когда ДР: Смирнова")
    anna.sees("Когда день рождения?")
    await anna.taps(label)
    anna.sees("спрошу", "Смирнова Ольга Петровна")
    actor = await office.actor(anna)
    async with office.work() as work:
        since = work.today(actor) + timedelta(days=days - 90)
        silent = await birthday_asks.silent(work.tx, [person], since)
    assert (person not in silent) is again


async def test_the_best_client_first_under_the_morning_push(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (24, 11, None))
    worse = await add_person(office, anna, "Вектор", "Иванов Пётр")
    best = await add_person(office, anna, "Лютик", "Зуев Игорь", role="other")
    await set_grade(office, (await client_of(office, anna, worse)).id, client_class="B")
    await set_grade(office, (await client_of(office, anna, best)).id, client_class="A")
    client = await client_of(office, anna, best)
    async with office.work() as work:
        await persons.add(work.tx, client.id, "Орлов Пётр", role="director")
    await nine(office, date(2026, 11, 23))
    anna.sees("Когда день рождения у клиента: Орлов Пётр, Лютик?", anywhere=True)
    await anna.says("/occasions")
    anna.sees("Дни рождения известны у 1 из 4 человек")


async def test_an_old_answer_and_a_foreign_one(office: Office, anna: Phone) -> None:
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    vera = await office.hires("Вера")
    await anna.says("/occasions")
    await anna.sends_callback(DeferBirthday(person=person).pack())
    assert anna.alert, "nobody has asked"
    await vera.says("/occasions")
    await vera.sends_callback(RefuseBirthday(person=person).pack())
    assert vera.alert == "Этого здесь больше нет. Откройте раздел заново."


async def test_a_lead_sees_whose_birthdays_are_known(office: Office, anna: Phone) -> None:
    boris, vera = await office.hires("Борис", Role.LEAD), await office.hires("Вера")
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (1, 5, None))
    await add_person(office, vera, "Вектор", "Иванов Пётр")
    await boris.says("/occasions")
    boris.sees("Дни рождения известны у 1 из 2 человек\nАнна: 1 из 1\nВера: 0 из 1")


# --- dates of a company


async def test_dates_of_a_company_as_lines(office: Office, anna: Phone) -> None:
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    await anna.says("ромашка основана 12.03.2005")
    anna.sees("Ромашка: основана 12 марта 2005 года")
    await anna.says("работаем с ромашкой с 2015")
    anna.sees("Ромашка: работаем вместе с 2015 года")
    client = await client_of(office, anna, person)
    assert (client.founded_day, client.founded_month, client.founded_year) == (12, 3, 2005)
    assert client.first_order_day == date(2015, 1, 1)
    await anna.taps("Ромашка")
    anna.sees("Основана: 12 марта 2005", "Работаем с: 2015")
    await anna.says("крокодил основан в 1999")
    anna.sees("Клиент не нашёлся: «крокодил»")
    await anna.says("ромашка основана в марте 1999")
    anna.sees("Ромашка: основана в марте 1999 года\nБыло: 12 марта 2005 года")
    await anna.says("крокодил основан в 1998")
    await anna.says("ромашка")
    anna.sees("Ромашка: основана в 1998 году")


async def test_dates_of_a_company_on_its_card(office: Office, anna: Phone) -> None:
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    await anna.says("ромашка")
    await anna.taps("Изменить")
    await anna.taps("Дата основания")
    await anna.says("31.02.2005")
    anna.sees("Не понял дату «31.02.2005»")
    await anna.says("март 2005")
    anna.sees("Основана: март 2005")
    client = await client_of(office, anna, person)
    assert (client.founded_day, client.founded_month, client.founded_year) == (None, 3, 2005)


# --- from a file


async def test_a_file_takes_nothing_known_away(office: Office, anna: Phone) -> None:
    olga = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (12, 3, 1985))
    peter = await add_person(office, anna, "Вектор", "Иванов Пётр")
    client = await client_of(office, anna, olga)
    async with office.work() as work:
        for name in ("Белова Анна", "Белова Инна"):
            await persons.add(work.tx, client.id, name)
    data = table(
        ["Клиент", "ФИО", "Телефон", "День рождения"],
        ["Ромашка", "Смирнова О.П.", "", "12 марта"],
        ["Ромашка", "Белова", "", "5 мая"],
        ["", "Пётр Иванов", "", "март"],
        ["", "Неизвестный Илья", "", "01.02.1990"],
    )
    await anna.sends_file("birthdays.xlsx", data)
    anna.sees(
        "Обновить 1, новых 0, без изменений 1, не понял 2",
        "таких людей у клиента несколько",
        "не указан клиент",
    )
    await anna.taps("Загрузить")
    kept, found = await get_person(office, anna, olga), await get_person(office, anna, peter)
    assert (kept.birth_day, kept.birth_month, kept.birth_year) == (12, 3, 1985)
    assert (found.birth_day, found.birth_month, found.birth_year) == (None, 3, None)
    await anna.taps("Отменить загрузку")
    assert (await get_person(office, anna, peter)).birth_month is None
