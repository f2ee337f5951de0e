"""Clients in the chat: found by whatever a thumb typed, shown, made, changed; and their people."""

from datetime import date, timedelta

import pytest

from domain.actors import Role
from sandbox.phone import Phone
from storage import clients, persons, timeline
from storage.clients import NewClient
from storage.timeline import EventKind
from tests.office import Office

STATE = clients.patch(
    "debt", "overdue", "overdue_since", "debt_as_of", "stopped", "next_day", "next_kind", "next_reason"
)
RHYTHM = clients.patch("order_gap", "last_order_day")
VCARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Петрова Ольга Ивановна\r\nN:Петрова;Ольга;Ивановна;;\r\nORG:Пекарня Колос\r\n"
    "TITLE:закупщик\r\nTEL:+79161112233\r\nEMAIL:olga@kolos.example\r\nBDAY:--0312\r\nEND:VCARD\r\n"
)


async def add_client(office: Office, whose: Phone, name: str, **facts: object) -> int:
    actor = await office.actor(whose)
    async with office.work() as work:
        return await clients.add(work.tx, NewClient(actor.id, name, office.now, **facts))  # type: ignore[arg-type]


async def add_person(office: Office, client: int, name: str, **facts: object) -> int:
    async with office.work() as work:
        person = await persons.add(work.tx, client, name, **facts)  # type: ignore[arg-type]
        await clients.reindex(work.tx, client)
        return person


async def events_of(office: Office, client: int) -> list[tuple[str, object]]:
    async with office.work() as work:
        found = await timeline.of_client(work.tx, client, 50)
    return [(event.kind, (event.facts or {}).get("what")) for event in found]


# --- finding ------------------------------------------------------------------------------------------------------


async def test_the_list_counts_pages_and_opens_cards(office: Office) -> None:
    anna = await office.hires("Анна")
    await anna.says("/clients")
    anna.sees("Клиентов пока нет")
    for number in range(1, 13):
        await add_client(office, anna, f"Магазин {number:02d}")
    await anna.says("👥 Клиенты")
    anna.sees("12 клиентов", "Показаны 1–10", "напишите имя, телефон или ИНН")
    await anna.taps("Дальше ›")
    anna.sees("Показаны 11–12")
    await anna.taps("Магазин 12")
    anna.sees("Магазин 12 · клиент · C")
    await anna.taps("‹ Клиенты")
    await anna.sends_callback("clients.list:5000")
    anna.sees("Показаны 1–10")


@pytest.mark.parametrize(
    "typed",
    [
        "ромашка", "РОМАШКА", "рамашка", "hjvfirf", "ромаш", "Ольга Белова", "белова", "+7 (916) 123-45-67", "89161234567",
        "тел. 916 123-45-67", "8916123", "4567", "7707083893", "ИНН 7707083893",
    ],
)  # fmt: skip
async def test_one_clear_hit_opens_the_card(office: Office, typed: str) -> None:
    anna = await office.hires("Анна")
    client = await add_client(office, anna, "ООО «Ромашка»", tax_number="7707083893")
    await add_person(office, client, "Ольга Белова", phone="+79161234567")
    await add_client(office, anna, "Вектор", phone="+74950000001")
    await anna.says(typed)
    anna.sees("ООО «Ромашка» · клиент", "Ольга Белова · +7 916 123-45-67", "ИНН 7707083893")


async def test_several_hits_say_what_tells_them_apart(office: Office) -> None:
    anna = await office.hires("Анна")
    await add_client(office, anna, "Пекарня", address="Казань, Баумана 1")
    await add_client(office, anna, "Пекарня", tax_number="7707083893")
    other = await add_client(office, anna, "Вектор")
    await add_person(office, other, "Иван Пекарнин")
    await anna.says("пекарн")
    anna.sees("Нашлось по «пекарн»: 3 клиента")
    assert "Пекарня · Казань, Баумана 1" in anna.buttons
    assert "Пекарня · ИНН 7707083893" in anna.buttons
    await anna.taps("Вектор · Иван Пекарнин")
    anna.sees("Вектор · клиент")


async def test_nothing_found_offers_a_new_client_of_that_name(office: Office) -> None:
    anna = await office.hires("Анна")
    await anna.says("Кофейня <Зерно>")
    anna.sees("Не нашлось: «Кофейня <Зерно>».", "Дело запишу одной строкой")
    await anna.taps("➕ Новый клиент «Кофейня <Зерно>»")
    anna.sees("«Кофейня <Зерно>» — лид или клиент?")
    await anna.double_taps("Новый лид")
    anna.sees("Кофейня <Зерно>: лид сохранён", anywhere=True)
    await anna.says("/clients")
    anna.sees("1 клиент")


async def test_who_records_no_calls_is_not_told_how_to(office: Office) -> None:
    galina = await office.hires("Галина", Role.ACCOUNTANT)
    await galina.says("клиент 1 обещал 5 000 завтра")
    galina.sees("Не нашлось: «клиент 1 обещал 5 000 завтра».", "Клиента найду по названию")
    galina.does_not_see("Дело запишу")


async def test_a_manager_never_finds_a_foreign_client(office: Office) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    anna = await office.hires("Анна")
    vera = await office.hires("Вера")
    client = await add_client(office, vera, "Ромашка", tax_number="7707083893", phone="+79161234567")
    person = await add_person(office, client, "Ольга Белова", phone="+79035554433")
    for typed in ("ромашка", "7707083893", "+79161234567", "белова", "4433"):
        await anna.says(typed)
        anna.sees("Не нашлось")
        anna.does_not_see("Ромашка", "Белова")
    for data in foreign(client, person):
        await anna.sends_callback(data)
        assert anna.alert == "Этого здесь больше нет. Откройте раздел заново.", data
    await boris.says("ромашка")
    boris.sees("Ромашка · клиент", "👤 Вера")
    await boris.says("/clients")
    assert "Ромашка · Вера" in boris.buttons


def foreign(client: int, person: int) -> list[str]:
    """Every button that names a client or a person."""
    return [
        f"clients.open:{client}", f"clients.log:{client}:0", f"clients.note:{client}", f"clients.edit:{client}",
        f"clients.ask:{client}:phone", f"clients.class:{client}:A", f"clients.real:{client}", f"clients.quiet:{client}:1",
        f"persons.all:{client}", f"persons.open:{person}", f"persons.new:{client}", f"persons.roles:{person}",
        f"persons.role:{person}:buyer", f"persons.phone:{person}", f"persons.name:{person}", f"persons.you:{person}:1",
        f"persons.gender:{person}:male", f"persons.bad:{person}:1", f"persons.del:{person}:1",
    ]  # fmt: skip


async def test_those_who_take_no_part_in_sales_are_not_answered(office: Office) -> None:
    anna = await office.hires("Анна")
    client = await add_client(office, anna, "Ромашка")
    person = await add_person(office, client, "Ольга")
    support = await office.hires("Нина", Role.SUPPORT)
    await support.says("ромашка")
    support.sees("Не понял")
    for data in [*foreign(client, person), f"clients.del:{client}:1"]:
        await support.sends_callback(data)
        assert support.alert == "Этого нет в вашей роли. Что доступно: /help.", data
    accountant = await office.hires("Зоя", Role.ACCOUNTANT)
    await accountant.says("ромашка")
    accountant.sees("Ромашка · клиент", "👤 Анна")
    assert "✏️ Изменить" not in accountant.buttons
    await accountant.sends_callback(f"clients.edit:{client}")
    assert accountant.alert == "Этого нет в вашей роли. Что доступно: /help."


@pytest.mark.parametrize(
    "data",
    [
        "clients.open", "clients.open:", "clients.open:x", "clients.open:-1", "clients.open:0", f"clients.open:{2**63}",
        "clients.list:-5", "clients.class:1:Z", "clients.ask:1:manager_id", "clients.save:owner", "persons.role:1:boss",
        "persons.gender:1:other", "clients.nothing", "persons.open:1:2",
    ],
)  # fmt: skip
async def test_malformed_buttons_are_old_buttons(office: Office, data: str) -> None:
    anna = await office.hires("Анна")
    await anna.says("/clients")
    await anna.sends_callback(data)
    anna.sees("Эта кнопка устарела")


# --- the card -----------------------------------------------------------------------------------------------------


async def test_the_card_begins_with_the_state(office: Office) -> None:
    anna = await office.hires("Анна")
    client = await add_client(
        office, anna, "Ромашка", client_class="A", address="Тула", credit_limit=50_000_00
    )
    async with office.work() as work:
        await work.tx.run(
            STATE, id_=client, debt=300_000_00, overdue=120_500_00, overdue_since=office.today - timedelta(days=14),
            debt_as_of=date(2026, 11, 20), stopped=True, next_day=office.today + timedelta(days=1), next_kind="call",
            next_reason="call_back",
        )  # fmt: skip
        await work.tx.run(RHYTHM, id_=client, order_gap=10, last_order_day=office.today - timedelta(days=24))
    await anna.says("ромашка")
    shown = anna.sees("Ромашка · клиент · A").text.splitlines()
    assert shown[1].startswith("⛔")
    assert "300\u00a0000\u00a0₽" in shown[2]
    assert "120\u00a0500\u00a0₽ (14 дн.) на 20.11" in shown[2]
    anna.sees(
        "📅 завтра — перезвонить",
        "пора заказать: раз в 10 дн., прошло 24",
        "лимит 50\u00a0000\u00a0₽",
        "📍 Тула",
    )
    anna.does_not_see("ИНН:", "None", "\n\n\n")


async def test_the_timeline_is_told_in_words_and_paged(office: Office) -> None:
    anna = await office.hires("Анна")
    client = await add_client(office, anna, "Ромашка")
    actor = await office.actor(anna)
    async with office.work() as work:
        for number in range(14):
            await timeline.add(
                work.tx, client, actor.id, office.now, EventKind.NOTE, text=f"заметка-{number}"
            )
        call = {"outcome": "refusal", "reason": "price", "note": "дорого"}
        await timeline.add(work.tx, client, actor.id, office.now, EventKind.CALL, **call)
        await timeline.add(
            work.tx, client, actor.id, office.now, EventKind.ORDER, order=5, total=1200000, status="entered"
        )
    await anna.says("ромашка")
    anna.sees(
        "23.11: звонок, Отказ: Цена — «дорого»",
        "23.11: заказ № 5 на 12\u00a0000\u00a0₽, введён",
        "заметка-13",
    )
    anna.does_not_see("заметка-12")
    await anna.taps("История")
    anna.sees("Ромашка: история", "заметка-4")
    await anna.taps("Ещё")
    anna.sees("заметка-0")
    assert "Ещё" not in anna.buttons
    await anna.taps("‹ К клиенту")
    anna.sees("Ромашка · клиент")


async def test_a_note_is_one_message(office: Office) -> None:
    anna = await office.hires("Анна")
    await add_client(office, anna, "Ромашка")
    await anna.says("ромашка")
    await anna.taps("Заметка")
    anna.sees("Напишите заметку")
    await anna.says("х" * 1001)
    anna.sees("Слишком длинно")
    await anna.says("Просили каталог")
    anna.sees("заметка — «Просили каталог»", "Ромашка · клиент")


# --- a new one ----------------------------------------------------------------------------------------------------


async def test_a_new_client_in_two_messages_and_two_taps(office: Office) -> None:
    anna = await office.hires("Анна")
    await anna.says("/clients")
    await anna.taps("➕ Новый клиент")
    anna.sees("Как называется клиент?")
    await anna.says("!!!")
    anna.sees("хотя бы одна буква")
    await anna.says("ООО  Колос")
    anna.sees("«ООО Колос» — лид или клиент?")
    await anna.taps("➕ Новый клиент")
    anna.sees("ООО Колос: клиент сохранён", "Можно дописать")
    await anna.says("Мария Иванова")
    anna.sees("Мария Иванова")
    await anna.says("8 916 123 45 67")
    anna.sees("Мария Иванова · +7 916 123-45-67")
    await anna.says("7707083894")
    anna.sees("ИНН «7707083894» не сходится")
    await anna.says("7707083893")
    anna.sees("ИНН 7707083893", "Мария Иванова")
    await anna.says("+7 495 123-45-67")
    anna.sees("☎️ +7 495 123-45-67")
    await anna.taps("Готово")
    anna.sees("ООО Колос · клиент · C", "изменён телефон")
    await anna.says("ивановой")
    anna.sees("ООО Колос · клиент")


async def test_a_look_alike_is_shown_before_saving(office: Office) -> None:
    anna = await office.hires("Анна")
    await add_client(office, anna, "ООО «Ромашка»")
    await anna.says("/clients")
    await anna.taps("➕ Новый клиент")
    await anna.says("ромашка")
    anna.sees("похоже, такой уже есть")
    question = anna.last
    await anna.taps("Это он: ООО «Ромашка»")
    anna.sees("ООО «Ромашка» · клиент")
    await anna.taps_old(question, "➕ Новый лид")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    await anna.says("/clients")
    anna.sees("1 клиент")
    await anna.taps("➕ Новый клиент")
    await anna.says("Ромашка")
    await anna.taps("➕ Новый лид")
    anna.sees("Ромашка: лид сохранён")


async def test_leaving_saves_nothing(office: Office) -> None:
    anna = await office.hires("Анна")
    await anna.says("/clients")
    await anna.taps("➕ Новый клиент")
    await anna.taps("Отмена")
    anna.sees("Диалог закрыт")


# --- changes ------------------------------------------------------------------------------------------------------


async def test_every_change_is_one_tap_or_one_message(office: Office) -> None:
    anna = await office.hires("Анна")
    client = await add_client(office, anna, "Ромашка", kind="lead")
    await anna.says("ромашка")
    anna.sees("Ромашка · лид · C")
    await anna.taps("Изменить")
    await anna.taps("A")
    assert anna.alert == "Класс A"
    assert "● A" in anna.buttons
    await anna.taps("Не звонить")
    assert anna.alert == "Из обзвона убран"
    await anna.taps("Стал клиентом")
    anna.sees("Ромашка · клиент · A", "не звоним")
    for button, bad, good, shown in (
        ("Название", "!!!", "Ромашка-2", "Ромашка-2 · клиент"),
        ("Телефон", "12", "8 495 123-45-67", "☎️ +7 495 123-45-67"),
        ("Адрес", "х" * 501, "Тула, Ленина 1", "📍 Тула, Ленина 1"),
        ("Отсрочка", "много", "14 дней", "отсрочка 14 дней"),
        ("Памятка", "х" * 1001, "после 14:00", "📌 после 14:00"),
        ("Отрасль", "х" * 501, "кафе", "Отрасль: кафе"),
        ("ИНН", "123", "7707083893", "ИНН 7707083893"),
    ):
        await anna.taps("Изменить")
        await anna.taps(button)
        await anna.says(bad)
        anna.does_not_see("клиент ·")
        await anna.says(good)
        anna.sees(shown)
    await anna.taps("Изменить")
    await anna.taps("Адрес")
    await anna.says("-")
    anna.does_not_see("📍")
    assert ("changed", "address") in await events_of(office, client)
    await anna.sends_callback(f"clients.real:{client}")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."


async def test_the_limit_and_deletion_are_the_leads(office: Office) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    anna = await office.hires("Анна")
    client = await add_client(office, anna, "Ромашка")
    await anna.says("ромашка")
    card = anna.last
    await anna.taps("Изменить")
    assert not {"Лимит", "Удалить"} & set(anna.buttons)
    for data in (f"clients.ask:{client}:credit_limit", f"clients.del:{client}:1"):
        await anna.sends_callback(data)
        assert anna.alert == "Этого нет в вашей роли. Что доступно: /help."
    await boris.says("ромашка")
    await boris.taps("Изменить")
    await boris.taps("Лимит")
    await boris.says("сколько-то")
    boris.sees("Не понял сумму")
    await boris.says("500 тыс")
    boris.sees("лимит 500\u00a0000\u00a0₽")
    await boris.taps("Изменить")
    await boris.taps("Удалить")
    boris.sees("Удалить Ромашка?", "Долга нет")
    await boris.double_taps("Да, удалить")
    boris.sees("Удалён: Ромашка")
    await anna.taps_old(card, "Позвонить")
    await anna.taps_old(card, "История")
    assert anna.alert == "Этого здесь больше нет. Откройте раздел заново."
    await anna.says("ромашка")
    anna.sees("Не нашлось")


# --- people -------------------------------------------------------------------------------------------------------


async def test_a_dismissed_manager_loses_the_cards(office: Office) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    anna = await office.hires("Анна")
    await add_client(office, anna, "Ромашка")
    await anna.says("ромашка")
    await boris.says("/team")
    await boris.taps("Анна")
    await boris.taps("Уволить")
    await boris.taps("Закрыть без передачи")
    await anna.taps("История")
    assert anna.alert == "Это рабочий бот. Чтобы войти, откройте ссылку-приглашение."


async def test_the_same_in_english(office: Office) -> None:
    ann = await office.hires("Ann", language="en")
    await ann.says("/clients")
    ann.sees("No clients yet")
    await ann.taps("New client")
    await ann.says("Daisy")
    await ann.taps("New lead")
    await ann.says("Mary Smith +7 916 123-45-67")
    ann.sees("Daisy: lead saved", "Mary Smith · +7 916 123-45-67")
    await ann.taps("Done")
    ann.sees("Daisy · lead · C", "person added: Mary Smith")
    await ann.taps("Change")
    await ann.taps("Pinned note")
    await ann.says("after two")
    ann.sees("📌 after two")
    await ann.taps("People")
    await ann.taps("Mary Smith")
    ann.sees("Mary Smith · Daisy", "Spoken to: formally")
    await ann.says("daysy")
    ann.sees("Daisy · lead")
    await ann.says("rose")
    ann.sees("Not found")


async def test_buttons_of_what_is_deleted_say_so(office: Office) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    client = await add_client(office, boris, "Ромашка")
    person = await add_person(office, client, "Ольга")
    await boris.says("ромашка")
    await boris.sends_callback(f"persons.del:{person}:1")
    boris.sees("людей пока нет")
    for data in foreign(client, person):
        if data.startswith("persons.") and data.split(":")[0] not in {"persons.all", "persons.new"}:
            await boris.sends_callback(data)
            assert boris.alert == "Этого здесь больше нет. Откройте раздел заново.", data
    await boris.sends_callback(f"clients.del:{client}:1")
    boris.sees("Удалён: Ромашка")
    for data in [*foreign(client, person), f"clients.del:{client}:0", f"persons.give:{client}"]:
        await boris.sends_callback(data)
        assert boris.alert in {
            "Этого здесь больше нет. Откройте раздел заново.",
            "Это уже сделано или изменилось. Откройте раздел заново.",
        }, data


async def test_buttons_of_a_dialogue_that_is_over_are_stale(office: Office) -> None:
    anna = await office.hires("Анна")
    await anna.says("/clients")
    for data in ("clients.typed", "clients.save:lead", "persons.fresh", "persons.give:1"):
        await anna.sends_callback(data)
        assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново.", data
    stranger = office.phone("Кто-то")
    await stranger.starts()
    for data in (
        *foreign(1, 1),
        "clients.list:0",
        "clients.new",
        "clients.typed",
        "clients.save:lead",
        "persons.fresh",
    ):
        await stranger.sends_callback(data)
        assert stranger.alert == "Это рабочий бот. Чтобы войти, откройте ссылку-приглашение.", data


async def test_a_half_known_number_offers_nobody_wrong(office: Office) -> None:
    anna = await office.hires("Анна")
    await add_client(office, anna, "Ромашка", phone="+79161112233")
    await anna.shares_contact("Ольга", "+79161112233")
    assert any(label.startswith("Ромашка") for label in anna.buttons)
    await anna.shares_contact("Иван", "+79161112244")
    assert not any(label.startswith("Ромашка") for label in anna.buttons)
