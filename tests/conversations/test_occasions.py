"""Birthdays: captured in the chat, announced at nine, congratulated with a ready text."""

from datetime import date, datetime, timedelta

import pytest
import sqlalchemy as sa

from domain.actors import Role
from domain.congratulations import Way
from domain.greetings import Tone
from sandbox.phone import Phone
from screens.callbacks.greetings import Greeted, SetAddress, ShowLook, TellGender, look_of
from screens.callbacks.occasions import (
    AskBirthday,
    ChooseMonth,
    ChoosePerson,
    ForgetBirthday,
    OpenGreeting,
    SaveBirthday,
)
from storage import clients, counters, persons, timeline
from storage.clients import NewClient
from storage.tables import persons as persons_table
from tests.office import MOSCOW, Office

Birth = tuple[int | None, int, int | None]
CLIENT_OF = sa.select(persons_table.c.client_id).where(persons_table.c.id == sa.bindparam("person"))


async def add_person(
    office: Office,
    manager: Phone,
    client: str,
    name: str,
    birth: Birth | None = None,
    *,
    role: str = "buyer",
    debt: int = 0,
    client_class: str = "C",
) -> int:
    """The person's id; the client is new, last spoken with twenty days ago."""
    actor = await office.actor(manager)
    async with office.work() as work:
        client_id = await clients.add(work.tx, NewClient(actor.id, client, work.now, phone="+79161234567"))
        person = await persons.add(work.tx, client_id, name, role=role, phone="+79161112233", birth=birth)
        await clients.reindex(work.tx, client_id)
        touched = office.today - timedelta(days=20)
        await work.tx.run(
            clients.patch("last_contact_day", "debt", "overdue", "overdue_since", "client_class"),
            id_=client_id,
            last_contact_day=touched,
            debt=debt,
            overdue=debt,
            overdue_since=touched if debt else None,
            client_class=client_class,
        )
    return person


async def get_person(office: Office, manager: Phone, person: int) -> persons.Person:
    actor = await office.actor(manager)
    async with office.work() as work:
        found = await persons.find(work.tx, person, [actor.id])
    assert found is not None
    return found


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def nine(office: Office, day: date) -> None:
    """The morning of `day`, whatever was between."""
    await office.waits_until("08:00", day)
    await office.waits_until("09:00", day)


def at(office: Office, day: date, hour: int = 8) -> None:
    """The clock is set before anything is planned."""
    office.now = datetime(day.year, day.month, day.day, hour, tzinfo=MOSCOW)


# --- capture


async def test_a_birthday_is_typed_after_choosing_the_person(office: Office, anna: Phone) -> None:
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    await anna.says("/occasions")
    anna.sees("Праздников в ближайшие 30 дней нет")
    await anna.taps("➕ День рождения")
    anna.sees("Чей день рождения?")
    await anna.taps("Смирнова Ольга Петровна · Ромашка")
    anna.sees("Смирнова Ольга Петровна", "Когда день рождения?")
    await anna.says("31 апреля")
    anna.sees("Не понял дату «31 апреля»")
    await anna.says("12 марта")
    anna.sees("Ромашка: 12 марта, год неизвестен", "Ближайший: пт, 12 марта 2027")
    await anna.taps("Исправить дату")
    anna.sees("Сейчас записано: 12 марта, год неизвестен")
    await anna.says("12.03.1986")
    anna.sees("12 марта 1986 года", "Было: 12 марта, год неизвестен", "пт, 12 марта 2027 · 41 год")
    found = await get_person(office, anna, person)
    assert (found.birth_day, found.birth_month, found.birth_year) == (12, 3, 1986)
    await anna.taps("Удалить дату")
    anna.sees("День рождения удалён: Смирнова Ольга Петровна — 12 марта 1986 года")
    assert (await get_person(office, anna, person)).birth_day is None
    await anna.taps("Вернуть")
    anna.sees("12 марта 1986 года")
    assert (await get_person(office, anna, person)).birth_year == 1986


async def test_month_and_day_by_buttons_and_the_leap_day(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    await anna.taps("Праздники")
    await anna.taps("➕ День рождения")
    await anna.says("смирнов")
    await anna.taps("февраль")
    anna.sees("февраль, какое число?")
    assert "30" not in anna.buttons
    await anna.taps("29")
    anna.sees("29 февраля, год неизвестен", "вс, 28 февраля 2027")


async def test_a_date_in_the_future_is_refused_and_the_question_stays(office: Office, anna: Phone) -> None:
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    await anna.says("/help")
    await anna.sends_callback(AskBirthday(person=person).pack())
    await anna.says("12.03.2030")
    anna.sees("Такой даты рождения быть не может")
    await anna.says("12.03.85")
    anna.sees("12 марта 1985 года")
    await anna.says("ромашка")
    anna.does_not_see("Когда день рождения")


async def test_one_typed_line(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    await add_person(office, anna, "Вектор", "Смирнов Пётр")
    await anna.says("/occasions")
    await anna.says("др у смирновой 12 марта")
    anna.sees("Смирнова Ольга Петровна, Ромашка: 12 марта, год неизвестен")
    await anna.says("др смирн 5 мая 1970")
    anna.sees("подходят несколько. Кто именно?")
    await anna.taps("Смирнов Пётр")
    anna.sees("Смирнов Пётр, Вектор: 5 мая 1970 года", "57 лет")


async def test_by_the_client_and_nobody(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    actor = await office.actor(anna)
    async with office.work() as work:
        await clients.add(work.tx, NewClient(actor.id, "Пустырник", work.now))
    await anna.says("др ромашка 1 июня")
    anna.sees("Смирнова Ольга Петровна, Ромашка: 1 июня")
    await anna.says("др у пустырника")
    anna.sees("у клиента пока нет людей")
    assert "Пустырник" in anna.buttons
    await anna.says("др у крокодилова 1 мая")
    anna.sees("Никого не нашлось: «крокодилова»")
    await anna.says("смирнова")
    anna.sees("Смирнова Ольга Петровна, Ромашка: 1 мая", "Было: 1 июня")


# --- the list


async def test_the_list_now_week_month(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, 1976))
    await add_person(office, anna, "Вектор", "Иванов Пётр", (19, 11, None))
    await add_person(office, anna, "Берёзка", "Котова Анна", (28, 11, 1985))
    await add_person(office, anna, "Клён", "Орлов Иван", (20, 12, None))
    await add_person(office, anna, "Дуб", "Дальний Илья", (1, 2, None))
    await add_person(office, anna, "Липа", "Давний Илья", (10, 11, None))
    await anna.says("/occasions")
    anna.sees(
        "Поздравить сейчас: 2",
        "С опозданием\nчт, 19 ноября — Иванов Пётр, Вектор",
        "Поздравить сегодня\nСмирнова Ольга Петровна, Ромашка · 🎉 юбилей, 50 лет",
        "Ближайшие 7 дней\nсб, 28 ноября — Котова Анна, Берёзка · 41 год",
        "Ближайшие 30 дней\nвс, 20 декабря — Орлов Иван, Клён",
    )
    anna.does_not_see("Дальний", "Давний")


async def test_a_manager_sees_own_people_and_a_lead_the_teams(office: Office, anna: Phone) -> None:
    vera, boris = await office.hires("Вера"), await office.hires("Борис", Role.LEAD)
    person = await add_person(
        office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, None), client_class="A"
    )
    await add_person(office, anna, "Ларёк", "Мелкова Вера", (23, 11, None))
    await vera.says("/occasions")
    vera.sees("нет")
    await vera.sends_callback(OpenGreeting(person=person).pack())
    assert vera.alert == "Этого здесь больше нет. Откройте раздел заново."
    await vera.says("др у смирновой 1 мая")
    vera.sees("Никого не нашлось")
    await boris.says("/occasions")
    boris.sees("Смирнова Ольга Петровна, Ромашка · Анна")
    boris.does_not_see("Мелкова")  # key clients only
    await boris.taps("Смирнова")
    boris.sees("День рождения: сегодня")
    support = await office.hires("Света", Role.SUPPORT)
    await support.says("/occasions")
    support.sees("Этого нет в вашей роли")


# --- the greeting


async def test_a_greeting_from_list_to_done(office: Office, anna: Phone) -> None:
    person = await add_person(
        office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, 1976), debt=34_000_000
    )
    await anna.says("/occasions")
    await anna.taps("Смирнова")
    anna.sees(
        "Смирнова Ольга Петровна", "закупки, Ромашка", "сегодня · 🎉 юбилей, 50 лет", "+7 916 111-22-33"
    )
    anna.does_not_see("долг", "просроч", "340")
    text = anna.copied("Взять 1")
    assert text in anna.screen
    assert "Ольга Петровна" in text
    assert "юбилеем" in text
    shown = {anna.copied(f"Взять {number}") for number in (1, 2, 3)}
    await anna.taps("Другие варианты")
    assert not shown & {anna.copied(f"Взять {number}") for number in (1, 2, 3)}
    await anna.taps("Теплее")
    assert not shown & {anna.copied(f"Взять {number}") for number in (1, 2, 3)}
    await anna.taps("На «ты»")
    assert "тебя" in anna.screen or "тебе" in anna.screen or "Дорогая Ольга!" in anna.screen
    assert "Петровна," not in anna.copied("Взять 1")
    await anna.taps("На «Вы»")
    await anna.double_taps("✅ Поздравил")
    anna.sees(
        "✅ Поздравлена сообщением: Смирнова Ольга Петровна", "✅ поздравлена", "Сегодня поздравлять некого"
    )
    actor = await office.actor(anna)
    found = await get_person(office, anna, person)
    async with office.work() as work:
        assert (await counters.of_day(work.tx, actor.id, office.today)).greetings == 1
        client = await clients.find(work.tx, found.client_id, [actor.id])
        events = await timeline.of_client(work.tx, found.client_id, 10)
    assert client is not None
    assert client.last_contact_day == office.today
    assert [event.kind for event in events] == ["greeting"]
    told = {"person": "Смирнова Ольга Петровна", "occasion": "birthday", "way": "message"}
    assert events[0].facts.items() >= told.items()
    await anna.sends_callback(OpenGreeting(person=person).pack())
    anna.sees("✅ Поздравлена сообщением: сегодня")
    assert not any("Поздравил" in label or "Взять" in label for label in anna.buttons)


async def test_last_years_texts_are_not_offered_again(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, 1986))
    await anna.says("/occasions")
    await anna.taps("Смирнова")
    await anna.taps("Другие варианты")
    last_year = {anna.copied(f"Взять {number}") for number in (1, 2, 3)}
    await anna.taps("✅ Поздравил")
    await office.waits_until("12:00", date(2027, 11, 23))
    await anna.says("/occasions")
    await anna.taps("Смирнова")
    anna.sees("41 год")
    offered = set()
    for _ in range(3):
        offered |= {anna.copied(f"Взять {number}") for number in (1, 2, 3)}
        await anna.taps("Другие варианты")
    assert len(offered) == 9, "three pages, none of them repeated"
    assert not offered & last_year
    await anna.taps("Звонком")
    anna.sees("Поздравлена звонком")


async def test_gender_is_asked_once(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Саша Ким", (23, 11, None))
    await anna.says("/occasions")
    await anna.taps("Саша")
    anna.does_not_see("Уважаем", "Дорог")
    await anna.taps("Это женщина")
    assert "Это мужчина" not in anna.buttons
    await anna.taps("Теплее")
    pages = []
    for _ in range(3):
        pages.append(anna.screen)
        await anna.taps("Другие варианты")
    assert any("Дорогая Саша!" in page for page in pages)
    await anna.taps("✅ Поздравил")
    anna.sees("Поздравлена сообщением: Саша Ким")


async def test_a_man_and_the_remembered_address(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Вектор", "Иванов Пётр Ильич", (23, 11, None))
    await anna.says("/occasions")
    await anna.taps("Иванов")
    assert "Это мужчина" not in anna.buttons
    await anna.taps("На «ты»")
    await anna.says("/occasions")
    await anna.taps("Иванов")
    assert {"На «Вы»", "Строже"} <= set(anna.buttons)
    assert "Вас" not in anna.screen.partition("1.")[2]
    await anna.taps("✅ Поздравил")
    anna.sees("✅ Поздравлен сообщением: Иванов Пётр Ильич")


async def test_ahead_of_time_there_is_nothing_to_mark(office: Office, anna: Phone) -> None:
    person = await add_person(office, anna, "Вектор", "Иванов Пётр Ильич", (25, 11, None))
    await anna.says("/occasions")
    await anna.taps("Иванов")
    anna.sees("Поздравить: ср, 25 ноября")
    assert "✅ Поздравил" not in anna.buttons
    await anna.sends_callback(await greeted(office, person, Way.MESSAGE))
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."


async def test_a_foreign_name_in_english(office: Office) -> None:
    john = await office.hires("John", language="en")
    await add_person(office, john, "Acme", "Mary Smith", (23, 11, None))
    await add_person(office, john, "Ромашка", "Смирнова Ольга Петровна", (23, 11, None))
    await john.says("/occasions")
    await john.taps("Mary")
    assert john.copied("Copy 1").startswith("Dear Mary, happy birthday!")
    await john.taps("‹ Occasions")
    await john.taps("Смирнова")
    assert "Ольга Петровна" in john.copied("Copy 1")
    assert "happy" not in john.copied("Copy 1")


# --- the push


async def client_of(office: Office, person: int) -> int:
    async with office.work() as work:
        found: int | None = await work.tx.value(CLIENT_OF, person=person)
        return found or 10**6


async def greeted(office: Office, person: int, way: Way) -> str:
    client = await client_of(office, person)
    return Greeted.by(
        way, look_of(Tone.WARM, 0), client=client, person=person, code="birthday", year=2026
    ).pack()


async def buttons_of(office: Office, person: int) -> list[str]:
    of = {"client": await client_of(office, person), "person": person, "code": "birthday"}
    return [
        OpenGreeting(person=person).pack(),
        ShowLook(**of, look=look_of(Tone.WARM, 3)).pack(),
        SetAddress(**of, familiar=True, look=1).pack(),
        TellGender(**of, male=True, look=1).pack(),
        await greeted(office, person, Way.CALL),
        ChoosePerson(person=person).pack(),
        AskBirthday(person=person).pack(),
        ChooseMonth(person=person, month=2).pack(),
        SaveBirthday(person=person, month=2, day=28).pack(),
        ForgetBirthday(person=person).pack(),
    ]


async def test_a_foreign_or_deleted_person_answers_like_a_missing_one(office: Office, anna: Phone) -> None:
    vera = await office.hires("Вера")
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, None))
    before = await get_person(office, anna, person)
    await vera.says("/help")
    for data in [*await buttons_of(office, person), *await buttons_of(office, 10**6 + 1)]:
        await vera.sends_callback(data)
        assert vera.alert == "Этого здесь больше нет. Откройте раздел заново.", data
    assert await get_person(office, anna, person) == before
    async with office.work() as work:
        await persons.delete(work.tx, person, office.now)
    await anna.says("/help")
    for data in await buttons_of(office, person):
        await anna.sends_callback(data)
        assert anna.alert == "Этого здесь больше нет. Откройте раздел заново.", data


async def test_strangers_the_dismissed_and_malformed_data(office: Office, anna: Phone) -> None:
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, None))
    await anna.says("/help")
    malformed = [
        "occasions.open:x", "occasions.open:-1", f"occasions.open:{10**30}", "occasions.open", "occasions.nothing:1",
        f"greet.look:1:{person}:birthday:-1", f"greet.look:1:{person}:birthday:200", f"greet.look:1:{person}:День:1",
        f"greet.ok:1:{person}:birthday:2026:9999", f"greet.ok:1:{person}:birthday:99999:1",
        f"occasions.month:{person}:13", f"occasions.save:{person}:2:32:0", f"greet.sex:1:{person}:birthday:other:1",
    ]  # fmt: skip
    for data in malformed:
        await anna.sends_callback(data)
        anna.sees("Эта кнопка устарела")
    await anna.sends_callback(f"occasions.save:{person}:2:30:0")
    assert anna.alert == "Такой даты рождения быть не может. Напишите «12 марта» или «12.03.1985»."
    client = await client_of(office, person)
    await anna.sends_callback(f"greet.ok:{client}:{person}:birthday:2025:1")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    stranger = office.phone("Чужой")
    await stranger.starts()
    for data in await buttons_of(office, person):
        await stranger.sends_callback(data)
        assert stranger.alert == "Это рабочий бот. Чтобы войти, откройте ссылку-приглашение."


async def test_a_forgotten_birthday_behind_an_old_button(office: Office, anna: Phone) -> None:
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, None))
    await anna.says("/occasions")
    async with office.work() as work:
        await work.tx.run(
            persons.patch("birth_day", "birth_month"), id_=person, birth_day=None, birth_month=None
        )
    await anna.taps("Смирнова")
    anna.sees("День рождения не записан: Смирнова Ольга Петровна, Ромашка")
    await anna.sends_callback(ForgetBirthday(person=person).pack())
    anna.sees("День рождения не записан")
    await anna.sends_callback(await greeted(office, person, Way.CALL))
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."


async def test_a_very_long_name_keeps_the_screen_whole(office: Office, anna: Phone) -> None:
    """A text too long for a copy button is set so that a tap copies it; nothing is lost at Telegram's limits."""
    await add_person(office, anna, "Ромашка " * 20, "Ольга " + "а" * 190, (23, 11, None))
    await anna.says("/occasions")
    await anna.taps("Ольга")
    anna.sees("День рождения: сегодня")


async def test_the_owner_opens_a_person_and_has_the_list_of_key_clients(office: Office, anna: Phone) -> None:
    owner = await office.owner()
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, None))
    await owner.sends_callback(OpenGreeting(person=person).pack())
    owner.sees("День рождения: сегодня")
    await owner.says("/occasions")
    owner.sees("Праздников в ближайшие 30 дней нет", "Дни рождения известны у 1 из 1 человека")


async def test_a_name_without_letters_is_greeted_without_a_name(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "007", (23, 11, None))
    await anna.says("/occasions")
    await anna.taps("007")
    texts = [anna.copied(f"Взять {number}") for number in (1, 2, 3)]
    assert all(text.startswith(("Здравствуйте! ", "Поздравляю Вас ", "С днём рождения! ")) for text in texts)
    assert not any("007" in text for text in texts)


async def test_the_people_of_a_client_by_its_name(office: Office, anna: Phone) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна")
    actor = await office.actor(anna)
    async with office.work() as work:
        client = (await clients.page(work.tx, [actor.id], 0, 1))[0].id
        await persons.add(work.tx, client, "Котова Анна")
        await clients.reindex(work.tx, client)
    await anna.says("др ромашка 1 июня")
    anna.sees("подходят несколько")
    await anna.taps("Котова Анна · Ромашка")
    anna.sees("Котова Анна, Ромашка: 1 июня")
