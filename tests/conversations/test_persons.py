"""The people at a client, and a contact passed on."""

from tests.conversations.test_clients import VCARD, add_client, add_person, events_of
from tests.office import Office


async def test_a_person_is_added_and_changed(office: Office) -> None:
    anna = await office.hires("Анна")
    await add_client(office, anna, "Ромашка")
    await anna.says("ромашка")
    await anna.taps("Люди")
    anna.sees("Ромашка: людей пока нет")
    await anna.taps("➕ Добавить")
    await anna.says("12345")
    anna.sees("В имени нет букв")
    await anna.says("Иванова Мария Петровна")
    anna.sees("кто это?")
    await anna.taps("закупки")
    anna.sees("напишите телефон")
    await anna.says("позже")
    anna.sees("«позже» — не номер телефона")
    await anna.says("8(916)123-45-67")
    anna.sees("Иванова Мария Петровна · Ромашка", "закупки", "☎️ +7 916 123-45-67", "на «Вы», женщина")
    assert anna.copied("Скопировать номер") == "+79161234567"
    await anna.taps("Обращение")
    await anna.double_taps("На «ты»")
    anna.sees("на «ты»")
    await anna.taps("‹ Назад")
    await anna.taps("Номер неверный")
    anna.sees("номер неверный")
    await anna.taps("Номер верный")
    anna.does_not_see("неверный")
    await anna.taps("Роль")
    await anna.says("шеф-повар")
    anna.sees("шеф-повар")
    await anna.taps("Имя")
    await anna.says("Марк Иванов")
    anna.sees("Марк Иванов", "мужчина")
    await anna.taps("Обращение")
    await anna.taps("Женщина")
    anna.sees("женщина")
    await anna.taps("‹ Назад")
    await anna.taps("Убрать")
    await anna.taps("Да, убрать")
    assert anna.alert == "Убрали: Марк Иванов"
    anna.sees("людей пока нет")


async def test_how_a_person_is_treated_and_spoken_of(office: Office) -> None:
    """What was told wins over the rules, in the texts and on the screens."""
    anna = await office.hires("Анна")
    client = await add_client(office, anna, "Ромашка")
    person = await add_person(office, client, "Ким Саша", birth=(23, 11, None))
    await anna.sends_callback(f"persons.open:{person}")
    await anna.taps("Обращение")
    anna.sees("VIP: по должности и классу клиента", "Отношения: не указаны", "Обращаемся: Саша")
    await anna.taps("VIP")
    anna.sees("VIP: да")
    await anna.double_taps("Близко")
    anna.sees("Отношения: близко знакомы")
    await anna.taps("Мужчина")
    await anna.taps("Как обращаться")
    await anna.says("Саныч")
    anna.sees("Обращаемся: Саныч (указано вручную)")
    await anna.taps("Кого?")
    anna.sees("Кого поздравить?")
    await anna.says("123")
    anna.sees("В имени нет букв")
    await anna.says("Кима Александра")
    anna.sees("Поздравить: Кима Александра")
    await anna.taps("Кому?")
    await anna.says("Киму Александру")
    await anna.taps("Чей?")
    await anna.says("Кима А.")
    anna.sees("Написать: Киму Александру", "День рождения: Кима А.")
    await anna.sends_callback(f"occasions.open:{person}")
    anna.sees("Ким Саша · VIP")
    assert "Саныч" in anna.copied("Взять 1")
    await anna.sends_callback(f"manners.open:{person}")
    await anna.taps("Не VIP")
    await anna.taps("VIP по правилу")
    await anna.taps("Как обращаться")
    await anna.taps("По имени")
    anna.sees("VIP: по должности", "Обращаемся: Саша\n")
    await anna.taps("Кого?")
    await anna.taps("По правилам")
    anna.does_not_see("Кима Александра")
    anna.sees("Написать: Киму Александру")


async def test_a_name_with_a_number_needs_only_a_role(office: Office) -> None:
    anna = await office.hires("Анна")
    client = await add_client(office, anna, "Ромашка")
    await anna.says("ромашка")
    await anna.taps("Люди")
    await anna.taps("➕ Добавить")
    await anna.says("Иван Петров, 8 916 123-45-67")
    await anna.taps("директор")
    anna.sees("Иван Петров · Ромашка", "директор", "+7 916 123-45-67", "мужчина")
    await anna.taps("Телефон")
    anna.sees("Иван Петров: напишите телефон")
    await anna.taps("‹ Назад")
    anna.sees("Иван Петров · Ромашка")
    await anna.taps("Люди")
    await anna.taps("➕ Добавить")
    await anna.says("Пётр")
    await anna.taps("Пропустить")
    await anna.taps("Пропустить")
    anna.sees("Пётр · Ромашка")
    assert (await events_of(office, client)).count(("person", None)) == 2


# --- a contact passed on --------------------------------------------------------------------------------------------


async def test_a_shared_contact_goes_to_the_client_opened_last(office: Office) -> None:
    anna = await office.hires("Анна")
    await add_client(office, anna, "Ромашка")
    await add_client(office, anna, "Вектор")
    await anna.says("вектор")
    await anna.shares_contact("Ольга", "79161112233", "Белова")
    anna.sees("Ольга Белова +7 916 111-22-33", "Чей это контакт?")
    await anna.double_taps("Вектор")
    anna.sees("Ольга Белова · Вектор", "+7 916 111-22-33", "женщина")
    await anna.shares_contact("Оля", "+7 916 111-22-33", vcard=VCARD)
    await anna.taps("Вектор · Ольга Белова")
    anna.sees("Ольга Белова · Вектор", "закупщик", "🎂 12 марта", "olga@kolos.example")
    await anna.taps("Люди")
    anna.sees("Вектор: 1 человек")


async def test_a_contact_finds_its_client_by_search(office: Office) -> None:
    anna = await office.hires("Анна")
    await add_client(office, anna, "Ромашка")
    await anna.shares_contact("Ольга", "101")
    anna.sees("Это не номер телефона")
    await anna.says("вектор")
    anna.sees("Не нашлось: «вектор»", "Ольга")
    await anna.says("рамашка")
    await anna.taps("Ромашка")
    anna.sees("Ольга · Ромашка")


async def test_a_contact_brings_a_new_client(office: Office) -> None:
    anna = await office.hires("Анна")
    await anna.shares_contact("Ольга", "+79161112233", vcard=VCARD)
    anna.sees("Петрова Ольга Ивановна", "Чей это контакт?")
    await anna.taps("➕ Новый клиент «Пекарня Колос»")
    await anna.taps("➕ Новый лид")
    anna.sees("Пекарня Колос: лид сохранён", "Петрова Ольга Ивановна, закупщик · +7 916 111-22-33")
    await anna.shares_contact("Иван", "+79031112233")
    anna.sees("Иван · Пекарня Колос")
    await anna.shares_contact("Пётр", "+79041112233")
    await anna.taps("➕ Новый клиент")
    await anna.says("Весы")
    await anna.taps("➕ Новый клиент")
    anna.sees("Весы: клиент сохранён", "Пётр")


async def test_a_contact_answers_the_question_about_a_phone(office: Office) -> None:
    anna = await office.hires("Анна")
    client = await add_client(office, anna, "Ромашка")
    person = await add_person(office, client, "Ольга")
    await anna.says("ромашка")
    await anna.sends_callback(f"persons.phone:{person}")
    await anna.shares_contact("Ольга", "79161112233")
    anna.sees("Ольга · Ромашка", "+7 916 111-22-33")
    await anna.sends_callback(f"persons.give:{client}")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
