"""A greeting from the list to what is kept of it: own words, ways, links, a tap too many."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from domain.actors import Role
from sandbox.phone import Phone
from screens.callbacks.greetings import OpenCelebration, TakeBack
from storage import calls, clients, counters, employees, persons, timeline
from storage.clients import Client, NewClient
from storage.timeline import EventKind
from tests.conversations.test_clients import events_of
from tests.conversations.test_occasions import add_person, client_of
from tests.office import Office

SET_FOUNDED = clients.patch("founded_day", "founded_month", "founded_year")
SET_SINCE = clients.patch("first_order_day")
SET_EMAIL = persons.patch("email")
GONE = "Это уже сделано или изменилось. Откройте раздел заново."


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def get_client(office: Office, client: int) -> Client:
    async with office.work() as work:
        managers = await employees.all_ids(work.tx)
        found = await clients.find(work.tx, client, managers)
    assert found is not None
    return found


def url(phone: Phone, label: str) -> str:
    return next(str(raw["url"]) for row in phone.last.keyboard for raw in row if raw["text"] == label)


async def smirnova(office: Office, anna: Phone, **more: object) -> int:
    return await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", (23, 11, 1986), **more)  # type: ignore[arg-type]


async def opens(phone: Phone, label: str) -> None:
    await phone.says("/occasions")
    await phone.taps(label)


# --- own words


async def test_own_words_are_typed_changed_sent_and_remembered(office: Office, anna: Phone) -> None:
    await smirnova(office, anna)
    await opens(anna, "Смирнова")
    await anna.taps("✏️ Свой текст")
    anna.sees("Смирнова Ольга Петровна: напишите свой текст поздравления.")
    await anna.says("Ольга, с днём рождения! <Ваш> «Север» & Ко")
    anna.sees("Ваш текст:", "Ольга, с днём рождения! <Ваш> «Север» & Ко")
    assert anna.copied("📋 Взять текст") == "Ольга, с днём рождения! <Ваш> «Север» & Ко"
    assert not {"Другие варианты", "Теплее", "На «ты»"} & set(anna.buttons)
    await anna.taps("✏️ Изменить")
    assert anna.copied("📋 Взять прежний").startswith("Ольга, с днём")
    await anna.says("Ольга, с юбилеем!")
    assert anna.copied("📋 Взять текст") == "Ольга, с юбилеем!"
    await anna.taps("✅ Поздравил")
    anna.sees("✅ Поздравлена сообщением: Смирнова Ольга Петровна")
    await office.waits_until("12:00", date(2027, 11, 23))
    await opens(anna, "Смирнова")
    anna.sees("В 2026: написали «Ольга, с юбилеем!»")
    assert anna.copied("📋 Взять 1") != "Ольга, с юбилеем!"


async def test_own_words_are_dropped(office: Office, anna: Phone) -> None:
    await smirnova(office, anna)
    await opens(anna, "Смирнова")
    offered = anna.copied("Взять 1")
    await anna.taps("✏️ Свой текст")
    await anna.says("Ура")
    await anna.taps("Убрать текст")
    anna.does_not_see("Ваш текст")
    assert anna.copied("Взять 1") == offered
    await anna.taps("✏️ Свой текст")
    await anna.taps("‹ Назад")
    assert anna.copied("Взять 1") == offered


async def test_too_long_words_keep_the_question_open(office: Office, anna: Phone) -> None:
    """What is too long for a copy button or a link is set so that a tap on it copies."""
    await smirnova(office, anna)
    await opens(anna, "Смирнова")
    await anna.taps("✏️ Свой текст")
    await anna.says("а" * 1001)
    anna.sees("Слишком длинно: 1001 знак, помещается 1000. Пришлите короче.")
    await anna.says("Ольга! " + "Счастья! " * 100)
    anna.sees("Ваш текст:", "Счастья!")
    assert "📋 Взять текст" not in anna.buttons
    assert url(anna, "WhatsApp") == "https://wa.me/79161112233"
    await anna.taps("✏️ Изменить")
    assert "📋 Взять прежний" not in anna.buttons


async def test_links_carry_the_text(office: Office, anna: Phone) -> None:
    person = await smirnova(office, anna)
    async with office.work() as work:
        await work.tx.run(SET_EMAIL, id_=person, email="o&p=1@romashka.example")
    await opens(anna, "Смирнова")
    first = anna.copied("Взять 1")
    chat, mail = urlsplit(url(anna, "WhatsApp")), urlsplit(url(anna, "Письмо"))
    assert (chat.netloc, chat.path) == ("wa.me", "/79161112233")
    assert parse_qs(chat.query) == {"text": [first]}
    assert parse_qs(mail.query) | {"view": [], "fs": []} == {
        "to": ["o&p=1@romashka.example"],
        "su": ["День рождения"],
        "body": [first],
        "view": [],
        "fs": [],
    }
    await anna.taps("✏️ Свой текст")
    await anna.says("Ольга & Пётр: 100% счастья? +1 #да")
    assert parse_qs(urlsplit(url(anna, "WhatsApp")).query) == {"text": ["Ольга & Пётр: 100% счастья? +1 #да"]}


# --- how it was done, and a tap too many


@pytest.mark.parametrize(
    ("button", "said", "next_year"),
    [
        ("📞 Звонком", "звонком", "В 2026: позвонили"),
        ("💌 Открыткой", "открыткой", "В 2026: открытка"),
    ],
)
async def test_the_way_is_remembered(
    office: Office, anna: Phone, button: str, said: str, next_year: str
) -> None:
    await smirnova(office, anna)
    await opens(anna, "Смирнова")
    await anna.taps(button)
    anna.sees(f"✅ Поздравлена {said}: Смирнова Ольга Петровна")
    await office.waits_until("12:00", date(2027, 11, 23))
    await opens(anna, "Смирнова")
    anna.sees(next_year)


async def test_taken_back_it_has_not_happened(office: Office, anna: Phone) -> None:
    """The history, the counter, the clock of contacts and the call list are as before; the own words stay."""
    person = await smirnova(office, anna)
    client, actor = await client_of(office, person), await office.actor(anna)
    before = (await get_client(office, client)).last_contact_day
    await office.waits_until("09:00")
    await anna.says("/calls")
    line = await _line(office, actor.id, client)
    await opens(anna, "Смирнова")
    await anna.taps("✏️ Свой текст")
    await anna.says("Ольга, ура!")
    await anna.taps("📞 Звонком")
    assert await events_of(office, client) == [("greeting", None)]
    assert (await get_client(office, client)).last_contact_day == office.today
    await anna.double_taps("Отменить отметку")
    anna.sees("День рождения: сегодня", "Ольга, ура!")
    assert await events_of(office, client) == []
    assert (await get_client(office, client)).last_contact_day == before
    assert await _line(office, actor.id, client) == line == "waiting"
    async with office.work() as work:
        assert (await counters.of_day(work.tx, actor.id, office.today)).greetings == 0
    await anna.taps("✅ Поздравил")
    anna.sees("✅ Поздравлена сообщением")


async def _line(office: Office, employee: int, client: int) -> str | None:
    async with office.work() as work:
        found = await calls.line_of(work.tx, employee, office.today, client)
    return found.state if found else None


async def test_a_call_after_the_greeting_stands(office: Office, anna: Phone) -> None:
    person = await smirnova(office, anna)
    client = await client_of(office, person)
    await opens(anna, "Смирнова")
    await anna.taps("✅ Поздравил")
    marked = anna.last
    actor = await office.actor(anna)
    async with office.work() as work:
        await timeline.add(work.tx, client, actor.id, work.now, EventKind.CALL, outcome="talked")
    await anna.taps_old(marked, "Отменить отметку")
    assert "greeting" not in [kind for kind, _ in await events_of(office, client)]
    assert (await get_client(office, client)).last_contact_day == office.today


async def test_yesterdays_mark_stands(office: Office, anna: Phone) -> None:
    person = await smirnova(office, anna)
    await opens(anna, "Смирнова")
    await anna.taps("✅ Поздравил")
    client = await client_of(office, person)
    await office.passes(days=1)
    await anna.taps("Отменить отметку")
    assert anna.alert == GONE
    assert await events_of(office, client) == [("greeting", None)]


async def test_the_lead_takes_back_the_managers_mark(office: Office, anna: Phone) -> None:
    """It is taken from who was counted."""
    boris = await office.hires("Борис", Role.LEAD)
    person = await smirnova(office, anna, client_class="A")
    await opens(anna, "Смирнова")
    await anna.taps("✅ Поздравил")
    client = await client_of(office, person)
    await boris.says("/help")
    await boris.sends_callback(TakeBack(client=client, person=person, code="birthday", year=2026).pack())
    boris.sees("День рождения: сегодня")
    for phone in (anna, boris):
        actor = await office.actor(phone)
        async with office.work() as work:
            assert (await counters.of_day(work.tx, actor.id, office.today)).greetings == 0


# --- companies, VIPs, facts


async def test_a_company_without_people_is_greeted_by_its_name(office: Office, anna: Phone) -> None:
    actor = await office.actor(anna)
    async with office.work() as work:
        client = await clients.add(work.tx, NewClient(actor.id, "Ромашка", work.now, phone="+79161234567"))
        await work.tx.run(SET_FOUNDED, id_=client, founded_day=23, founded_month=11, founded_year=2006)
    await opens(anna, "Ромашка")
    anna.sees("🎂 Ромашка", "День рождения компании, 20 лет: сегодня")
    assert not any(label.startswith(("На «", "Это ")) for label in anna.buttons)
    assert "20" in " ".join(anna.copied(f"Взять {number}") for number in (1, 2, 3))
    await anna.taps("✅ Поздравил")
    anna.sees("✅ Поздравили сообщением: Ромашка")
    await anna.sends_callback(OpenCelebration(client=client, person=0, code="founded").pack())
    anna.sees("✅ Поздравили сообщением: сегодня")
    await anna.taps("Отменить отметку")
    assert await events_of(office, client) == []


async def test_years_together_are_said_to_the_main_person(office: Office, anna: Phone) -> None:
    person = await add_person(office, anna, "Ромашка", "Смирнова Ольга Петровна", role="director")
    client = await client_of(office, person)
    async with office.work() as work:
        await work.tx.run(SET_SINCE, id_=client, first_order_day=office.today.replace(year=2021))
    await opens(anna, "Смирнова")
    anna.sees("Смирнова Ольга Петровна", "Работаем вместе 5 лет: сегодня")
    texts = [anna.copied(f"Взять {number}") for number in (1, 2, 3)]
    assert all("Ольга Петровна" in text for text in texts)
    assert any("пять лет" in text or "5 лет" in text for text in texts)
    await anna.taps("📞 Звонком")
    assert await events_of(office, client) == [("greeting", None)]


async def test_a_birthday_text_knows_the_years_together(office: Office, anna: Phone) -> None:
    client = await client_of(office, await smirnova(office, anna))
    async with office.work() as work:
        await work.tx.run(SET_SINCE, id_=client, first_order_day=date(2021, 3, 1))
    await opens(anna, "Смирнова")
    pages = []
    for _ in range(10):
        pages.append(anna.screen)
        await anna.taps("Другие варианты")
    assert any("пять лет" in page or "5 лет" in page for page in pages)


async def test_who_decides_at_a_key_client_is_a_vip(office: Office, anna: Phone) -> None:
    await smirnova(office, anna, client_class="A", role="director")
    await add_person(office, anna, "Вектор", "Котова Анна", (23, 11, None), role="кладовщик")
    await opens(anna, "Смирнова")
    anna.sees("Смирнова Ольга Петровна · VIP")
    await opens(anna, "Котова Анна")
    anna.does_not_see("VIP")


async def test_a_belated_greeting_says_so(office: Office, anna: Phone) -> None:
    yesterday = office.today - timedelta(days=1)
    await add_person(
        office, anna, "Ромашка", "Смирнова Ольга Петровна", (yesterday.day, yesterday.month, None)
    )
    await opens(anna, "Смирнова")
    texts = [anna.copied(f"Взять {number}") for number in (1, 2, 3)]
    assert all("прошедш" in text.lower() for text in texts), texts
