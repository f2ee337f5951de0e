"""The words for each step: to say, to write, a claim, a folder for the lawyer; in both languages and both addresses."""

from datetime import date

import pytest

from domain.dunning import VARIANTS, Way, variant
from domain.ladder import DunningLevel
from sandbox.phone import Phone
from screens.dunning import Owed, Speech, to_say, to_write
from screens.screen import LIMIT
from screens.words import Catalogue
from storage import clients, persons
from storage.clients import NewClient
from tests.conversations.test_debts import FILE, client_ids, comes_file, row
from tests.office import Office

MONDAY = date(2026, 11, 23)
SET_FAMILIAR = persons.patch("familiar")


@pytest.fixture
async def anna(office: Office) -> Phone:
    phone = await office.hires("Анна")
    manager = await office.actor(phone)
    async with office.work() as work:
        client = await clients.add(work.tx, NewClient(manager.id, "Вектор", work.now, phone="+79161234567"))
        await persons.add(work.tx, client, "Смирнова Ольга Петровна", role="директор", phone="+79037654321")
    return phone


async def opens_words(office: Office, anna: Phone, *due: date) -> None:
    rows = [row(f"Реализация {1000 + at}", 12_050, day) for at, day in enumerate(due)]
    await comes_file(office, FILE, {"Вектор": rows})
    await anna.says("/debts")
    ids = await client_ids(office)
    await anna.sends_callback(f"dunning.words:{ids['Вектор']}:0")


async def test_the_words_before_the_term_are_gentle(office: Office, anna: Phone) -> None:
    await opens_words(office, anna, date(2026, 11, 25))
    anna.sees("Вектор: за 3 дня до срока", "📞 +7 903 765-43-21, попросите Смирнову Ольгу Петровну")
    anna.sees("Ольга Петровна, здравствуйте! Напоминаю заранее: 25 ноября срок оплаты — Реализация 1000")
    letter = anna.copied("📋 Скопировать")
    assert letter.startswith("Ольга Петровна, здравствуйте! Напоминаю о сроке оплаты:\nРеализация 1000 — 12")
    assert letter.endswith("С уважением, Анна")
    await anna.taps("Другой вариант")
    anna.sees("Счёт на руках или прислать ещё раз?")
    await anna.taps("‹ К долгу")
    anna.sees("Вектор: долг 12\u00a0050\u00a0₽")


async def test_who_is_on_first_names_is_spoken_to_so_until_it_is_formal(office: Office, anna: Phone) -> None:
    ids = await client_ids(office)
    async with office.work() as work:
        [person] = await persons.of_client(work.tx, ids["Вектор"])
        await work.tx.run(SET_FAMILIAR, id_=person.id, familiar=True)
    await opens_words(office, anna, date(2026, 11, 20))
    anna.sees("Ольга, привет! Оплата задерживается уже 3 дня")
    await opens_words(office, anna, date(2026, 10, 12))
    anna.sees("Вектор: претензия", "Ольга Петровна, здравствуйте!", "Кто у Вас принимает решение?")


async def test_a_claim_and_a_folder_name_only_what_is_not_disputed(office: Office, anna: Phone) -> None:
    await comes_file(
        office,
        FILE,
        {
            "Вектор": [
                row("Реализация 1", 1000, date(2026, 9, 1)),
                row("Реализация 2", 2000, date(2026, 9, 7)),
            ]
        },
    )
    await anna.says("/debts")
    await anna.taps("Вектор · ")
    await anna.taps("Обещал")
    await anna.says("3000 сегодня")
    await anna.says("/debts")
    await anna.taps("Вектор · ")
    await anna.taps("Спор")
    await anna.taps("Реализация 1")
    await anna.says("возврат")
    anna.sees("Вектор: спор записан — «возврат».")
    anna.does_not_see("Кому его отдать?", "Решаю я")
    await anna.taps("‹ К долгу")
    await anna.taps("Что сказать")
    anna.sees("Реализация 2 на 2\u00a0000\u00a0₽")
    anna.does_not_see("Реализация 1")
    await anna.taps("Претензия")
    anna.sees("ПРЕТЕНЗИЯ", "Кому: Вектор, Смирновой Ольге Петровне", "Дата: 23 ноября 2026 г.", "77 дней")
    anna.does_not_see("Реализация 1 ")
    await anna.taps("‹ К долгу")
    await anna.taps("Что сказать")
    await anna.taps("Дело для юриста")
    anna.sees("Вектор: дело для юриста, 2\u00a0000\u00a0₽, 77 дней просрочки", "ИНН не указан")
    anna.sees("Смирнова Ольга Петровна, директор, +7 903 765-43-21")


async def test_no_words_on_a_birthday_and_none_without_a_debt(office: Office, anna: Phone) -> None:
    await opens_words(office, anna, date(2027, 2, 1))
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    ids = await client_ids(office)
    async with office.work() as work:
        await persons.add(work.tx, ids["Вектор"], "Ким Иван", birth=(23, 11, None))
    await opens_words(office, anna, date(2026, 11, 2))
    assert anna.alert == "Ким Иван: сегодня день рождения. О деньгах — вт, 24 ноября."


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("count", [1, 2, 21])
@pytest.mark.parametrize("formality", ["formal", "informal"])
def test_every_step_has_two_wordings_of_each_kind(language: str, count: int, formality: str) -> None:
    words = Catalogue()[language]
    owed = tuple(Owed(f"Реализация {at}", 1_000_00, date(2026, 11, 2), 21) for at in range(count))
    for level in DunningLevel:
        said = set()
        for page in range(VARIANTS):
            say, write = variant(Way.SAY, level, page).key, variant(Way.WRITE, level, page).key
            speech = Speech(
                1, "Вектор", level, page, say, write, "Ольга", "Ольгу", "Ольге", formality, None, owed, "Анна", MONDAY
            )  # fmt: skip
            texts = to_say(words, speech), to_write(words, speech)
            said |= set(texts)
            assert all("Ольга" in text and "{" not in text and len(text) < LIMIT // 4 for text in texts)
            assert texts[1].count("Реализация") == min(count, 6)
            assert "21" in texts[0] or "2 " in texts[0] or level.step < DunningLevel.AGAIN.step or count == 1
        assert len(said) == 2 * VARIANTS
