"""Voice messages and photos: kept at once, attached, heard, seen again."""

from collections.abc import AsyncIterator
from datetime import date

import pytest
import sqlalchemy as sa

from domain.actors import Role
from sandbox.phone import Phone
from storage import clients, counters
from storage.capture_tables import attachments
from storage.clients import NewClient
from storage.database import Database
from storage.debt_tables import promises
from storage.tables import calls
from storage.tables import clients as clients_table
from tests.hearing import NOISE, SILENCE, FakeEars, FakeEngine, with_engine
from tests.office import Office

KEPT = sa.select(
    attachments.c.kind, attachments.c.client_id, attachments.c.seconds, attachments.c.text
).order_by(attachments.c.id)
PROMISED = sa.select(promises.c.amount)
LOGGED = sa.select(calls.c.outcome)
NAMED = sa.select(clients_table.c.name).where(clients_table.c.id == sa.bindparam("id_"))
PHOTO = b"\xff\xd8 a photo"
OGG = "ничего особенного".encode()
BUSY = date(2026, 11, 25)


async def add_client(office: Office, phone: Phone, name: str) -> int:
    manager = await office.actor(phone)
    async with office.work() as work:
        return await clients.add(work.tx, NewClient(manager.id, name, work.now, phone="+79161234567"))


async def kept(office: Office) -> list[tuple[object, ...]]:
    async with office.work() as work:
        return await work.tx.rows(KEPT, lambda *row: row)


@pytest.fixture
async def anna(office: Office) -> Phone:
    """A manager with two clients, in a company without an engine."""
    phone = await office.hires("Анна")
    for name in ("Ромашка", "Вектор"):
        await add_client(office, phone, name)
    return phone


@pytest.fixture
def ears() -> FakeEars:
    return FakeEars(FakeEngine())


@pytest.fixture
async def listening(database: Database, ears: FakeEars) -> AsyncIterator[Office]:
    """The same company with an engine."""
    opened = Office(database, with_engine(longest=60), ears)
    async with opened.open():
        yield opened


@pytest.fixture
async def vera(listening: Office) -> Phone:
    phone = await listening.hires("Вера")
    for name in ("Ромашка", "Вектор"):
        await add_client(listening, phone, name)
    return phone


# --- without an engine


@pytest.mark.parametrize(
    "steps",
    [
        ("Позвонить",),
        ("Позвонить", "Перезвонить"),
        ("Позвонить", "Обещал"),
        ("Заказ",),
        ("Заметка",),
        ("Изменить", "Телефон"),
    ],
)
async def test_it_belongs_to_whom_the_open_dialogue_is_about(
    office: Office, anna: Phone, steps: tuple[str, ...]
) -> None:
    """However long ago it was opened: the client seen last is forgotten by then."""
    await anna.says("Ромашка")
    for step in steps:
        await anna.taps(step)
    await office.passes(hours=13)
    await anna.sends_voice(OGG, 12)
    anna.sees("Голосовое, 0:12 — у клиента «Ромашка».", "нажмите микрофон на клавиатуре телефона")


async def test_without_a_card_it_is_the_last_client_s_and_can_be_heard_again(anna: Phone) -> None:
    await anna.says("вектор")
    await anna.sends_voice(OGG, 72)
    anna.sees("Голосовое, 1:12 — у клиента «Вектор».")
    await anna.taps("К клиенту")
    anna.sees("23.11: голосовое, 1:12")
    await anna.taps("История")
    await anna.taps("▶ 1:12, 23.11")
    assert anna.last.voice is not None
    assert anna.file()[1] == OGG
    anna.sees("Вектор · 23.11")


async def test_another_client_takes_it_over(anna: Phone) -> None:
    await anna.says("вектор")
    await anna.sends_voice(OGG, 5)
    await anna.taps("Другой клиент")
    anna.sees("К какому клиенту?")
    await anna.says("ромаш")
    await anna.taps("Ромашка")
    anna.sees("Голосовое, 0:05 — у клиента «Ромашка».")
    await anna.taps("К клиенту")
    anna.sees("Ромашка", "голосовое, 0:05")
    await anna.says("вектор")
    anna.does_not_see("голосовое")


async def test_on_second_thoughts_it_stays(anna: Phone) -> None:
    await anna.says("вектор")
    await anna.sends_voice(OGG, 5)
    await anna.taps("Другой клиент")
    await anna.taps("Назад")
    anna.sees("Голосовое, 0:05 — у клиента «Вектор».")
    await anna.says("ромашка")
    anna.sees("Ромашка")
    anna.does_not_see("К какому клиенту")


async def test_with_no_client_at_all_it_asks(office: Office, anna: Phone) -> None:
    await anna.sends_voice(OGG, 5)
    anna.sees("Голосовое, 0:05. К какому клиенту? Напишите имя.")
    assert [row[1] for row in await kept(office)] == [None]
    await anna.says("вект")
    anna.sees("Найдено по «вект»")
    await anna.taps("Вектор")
    anna.sees("у клиента «Вектор»")
    await anna.double_taps("К клиенту")
    anna.sees("Вектор", "голосовое, 0:05")


async def test_the_next_morning_yesterday_s_clients_are_buttons(office: Office, anna: Phone) -> None:
    await anna.says("вектор")
    await anna.taps("Позвонить")
    await anna.taps("Не ответил")
    await anna.says("ромашка")
    await office.passes(hours=24)
    await anna.sends_photo(PHOTO)
    anna.sees("Фото. К какому клиенту? Выберите или напишите имя.")
    assert anna.buttons[:3] == ["Ромашка", "Вектор", "Отмена"]
    await anna.taps("Вектор")
    anna.sees("Фото — у клиента «Вектор».")
    await anna.sends_photo(PHOTO)
    anna.sees("Фото — у клиента «Вектор».")


async def test_a_line_that_names_nobody_is_no_answer(office: Office, anna: Phone) -> None:
    await anna.sends_voice(OGG, 5)
    await anna.says("синхрофазотрон")
    anna.sees("Не нашлось: «синхрофазотрон»")
    assert len(await kept(office)) == 1


async def test_left_alone_it_is_not_lost(office: Office, anna: Phone) -> None:
    await anna.sends_voice(OGG, 5)
    question = anna.last
    await anna.taps("Отмена")
    assert len(await kept(office)) == 1
    await anna.says("вектор")
    await anna.sends_voice(OGG, 6)
    assert [row[2] for row in await kept(office)] == [5, 6]
    assert question.text.startswith("Голосовое, 0:05")


# --- photos


async def test_a_photo_is_kept_and_seen_again(office: Office, anna: Phone) -> None:
    await anna.says("вектор")
    await anna.sends_photo(PHOTO)
    anna.sees("Фото — у клиента «Вектор».")
    anna.does_not_see("микрофон")
    await anna.taps("К клиенту")
    anna.sees("23.11: фото")
    await anna.taps("История")
    await anna.taps("Фото, 23.11")
    assert anna.last.photo is not None
    assert anna.file()[1] == PHOTO


async def test_the_words_under_a_photo_go_the_way_of_typed_ones_and_name_its_client(
    office: Office, anna: Phone
) -> None:
    await anna.says("вектор")
    await anna.sends_photo(PHOTO, "ромашка")
    anna.sees("Фото — у клиента «Ромашка».", anywhere=True)
    anna.sees("Ромашка · клиент")
    assert (await kept(office))[0][3] == "ромашка"
    await anna.taps("История")
    await anna.taps("Фото, 23.11")
    anna.sees("Ромашка · 23.11: «ромашка»")


async def test_words_that_are_refused_leave_the_photo(office: Office, anna: Phone) -> None:
    await anna.says("вектор")
    await anna.taps("Обещал")
    await anna.sends_photo(PHOTO, "накладная")
    anna.sees("Фото — у клиента «Вектор».", anywhere=True)
    anna.sees("Не понял", "накладная")
    await anna.says("120 тыс в пятницу")
    async with office.work() as work:
        assert await work.tx.value(PROMISED) == 120_000_00


async def test_an_album_is_one_line(office: Office, anna: Phone) -> None:
    await anna.sends_album([PHOTO, PHOTO + b"2", PHOTO + b"3"], "вектор")
    assert [message.text for message in anna.new if message.text.startswith(("Фото", "3 фото"))] == [
        "3 фото — у клиента «Вектор»."
    ]
    await anna.taps("Другой клиент")
    anna.sees("3 фото. К какому клиенту?", anywhere=True)
    await anna.says("ромашка")
    await anna.taps("Ромашка")
    anna.sees("3 фото — у клиента «Ромашка».", anywhere=True)
    assert len({row[1] for row in await kept(office)}) == 1
    await anna.taps("К клиенту")
    await anna.taps("История")
    assert anna.buttons.count("Фото, 23.11") == 3


async def test_others_are_answered_as_before(office: Office) -> None:
    support = await office.hires("Света", Role.SUPPORT)
    await support.sends_voice(OGG, 5)
    support.sees("Не понял")
    await support.sends_photo(PHOTO)
    support.sees("Не понял")
    assert await kept(office) == []


async def test_a_lead_sees_who_sent_it(office: Office, anna: Phone) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    await anna.says("вектор")
    await anna.sends_voice(OGG, 5)
    await boris.says("вектор")
    await boris.taps("История")
    await boris.taps("▶ 0:05, 23.11")
    boris.sees("Вектор · 23.11 · Анна")


# --- with one


async def test_what_is_heard_goes_the_way_of_typed_words(listening: Office, vera: Phone) -> None:
    await vera.sends_voice("Вектор".encode(), 3)
    vera.sees("Расслышал: «Вектор»", anywhere=True)
    vera.sees("Вектор · клиент")
    assert [row[3] for row in await kept(listening)] == ["Вектор"]


async def test_an_answer_may_be_spoken(listening: Office, vera: Phone) -> None:
    await vera.says("вектор")
    await vera.taps("Обещал")
    await vera.sends_voice("120 тыс в пятницу".encode(), 3)
    vera.sees("Расслышал: «120 тыс в пятницу»", "Голосовое, 0:03 — у клиента «Вектор».", anywhere=True)
    async with listening.work() as work:
        assert await work.tx.value(PROMISED) == 120_000_00
    await vera.says("вектор")
    vera.sees("голосовое, 0:03 — «120 тыс в пятницу»")


async def test_a_question_opened_meanwhile_is_not_answered(
    listening: Office, vera: Phone, ears: FakeEars
) -> None:
    """The phone was faster than the engine: what was said belongs to what was open then."""

    async def opens_another_question() -> None:
        await vera.taps("Обещал")

    await vera.says("вектор")
    ears.meanwhile = opens_another_question
    await vera.sends_voice("ромашка".encode(), 3)
    echo = vera.sees("Расслышал: «ромашка»", anywhere=True)
    vera.does_not_see("Ромашка · клиент", anywhere=True)
    await vera.taps_old(echo, "Разобрать")
    vera.sees("Ромашка · клиент")
    async with listening.work() as work:
        assert await work.tx.value(PROMISED) is None


async def test_read_later_it_is_about_its_client(listening: Office, vera: Phone, ears: FakeEars) -> None:
    async def opens_another_question() -> None:
        await vera.taps("Обещал")

    await vera.says("вектор")
    ears.meanwhile = opens_another_question
    await vera.sends_voice("не берёт трубку".encode(), 3)
    echo = vera.sees("Расслышал: «не берёт трубку»", "у клиента «Вектор»", anywhere=True)
    await vera.says("/cancel")
    await vera.says("ромашка")
    await vera.taps_old(echo, "Разобрать")
    vera.sees("Черновик: Вектор", "Звонок: не ответил")


async def test_it_belongs_to_the_client_it_names(listening: Office, vera: Phone) -> None:
    await vera.says("вектор")
    await vera.sends_voice("Ромашка".encode(), 3)
    vera.sees("Расслышал: «Ромашка»", "Голосовое, 0:03 — у клиента «Ромашка».", anywhere=True)
    vera.sees("Ромашка · клиент")
    await vera.taps("История")
    vera.sees("23.11: голосовое, 0:03 — «Ромашка»")
    await vera.says("вектор")
    vera.does_not_see("голосовое")


async def test_heard_without_a_client_it_can_be_given_one(listening: Office, vera: Phone) -> None:
    await vera.sends_voice("синхрофазотрон".encode(), 3)
    vera.sees("Расслышал: «синхрофазотрон»", anywhere=True)
    await vera.taps("Выбрать клиента")
    await vera.says("вектор")
    await vera.taps("Вектор")
    vera.sees("Расслышал: «синхрофазотрон»", "Голосовое, 0:03 — у клиента «Вектор».")


@pytest.mark.parametrize(
    ("data", "seconds", "line"),
    [
        (SILENCE, 3, "Текста нет: речи не слышно."),
        (NOISE, 3, "Текста нет: не разобрал запись."),
        (OGG, 61, "Текста не будет: слушаю голосовые до 1:00."),
    ],
)
async def test_what_cannot_be_heard_is_one_line_and_stays(
    listening: Office, vera: Phone, data: bytes, seconds: int, line: str
) -> None:
    await vera.sends_voice(data, seconds)
    vera.sees("К какому клиенту? Напишите имя.", line)
    await vera.says("вектор")
    await vera.taps("Вектор")
    await vera.sends_voice(data, seconds)
    vera.sees("у клиента «Вектор».", line)
    assert [row[2] for row in await kept(listening)] == [seconds, seconds]


async def test_in_english(listening: Office) -> None:
    john = await listening.hires("John", language="en")
    await add_client(listening, john, "Vector")
    await john.says("Vector")
    await john.sends_voice(b"Vector", 3)
    john.sees("Heard: “Vector”", "Voice message, 0:03 — attached to “Vector”.", anywhere=True)
    await john.sends_voice(SILENCE, 3)
    john.sees("No text: no speech in it.")
    await john.sends_photo(PHOTO)
    john.sees("Photo — attached to “Vector”.")


async def test_a_result_that_was_spoken_is_a_draft(listening: Office, vera: Phone) -> None:
    await vera.sends_voice("ромашка не берёт трубку, набрать завтра в 15".encode(), 6)
    vera.sees("Расслышал: «ромашка не берёт трубку", "Голосовое, 0:06 — у клиента «Ромашка».", anywhere=True)
    vera.sees("Черновик: Ромашка")
    await vera.taps("Сохранить")
    vera.sees("Записано")
    async with listening.work() as work:
        assert await work.tx.values(LOGGED) == ["no_answer"]


async def test_a_claim_under_a_photo_is_a_draft(office: Office, anna: Phone) -> None:
    await anna.sends_photo(PHOTO, "вектор: недовоз")
    anna.sees("Фото — у клиента «Вектор».", anywhere=True)
    anna.sees("Черновик: Вектор")
    await anna.taps("Сохранить")
    anna.sees("Записано")


# --- in another's place


async def stands_in(office: Office, deputy: Phone, absent: Phone) -> None:
    await absent.says("/absences")
    lead, one, other = await office.owner(), await office.actor(absent), await office.actor(deputy)
    await lead.says(f"отпуск {one.name} 25–26.11 → {other.name}")
    await lead.taps("Поставить")
    await office.waits_until("10:00", BUSY)


async def test_what_a_deputy_says_aloud_of_a_client_of_somebody_absent_is_theirs(
    listening: Office, vera: Phone
) -> None:
    deputy = await listening.hires("Ира")
    await stands_in(listening, deputy, vera)
    heard = len(vera.from_bot)
    await add_client(listening, deputy, "Сатурн")
    await deputy.says("сатурн")
    await deputy.sends_voice("ромашка не ответил".encode(), 3)
    deputy.sees("За: Вера", "Ромашка", anywhere=True)
    await deputy.taps("Сохранить")
    (recording,) = await kept(listening)
    async with listening.work() as work:
        assert await work.tx.values(LOGGED) == ["no_answer"]
        assert await work.tx.values(NAMED, id_=recording[1]) == ["Ромашка"]
    assert len(vera.from_bot) == heard


async def test_a_dialogue_in_another_s_place_is_answered_aloud_there(listening: Office, vera: Phone) -> None:
    deputy = await listening.hires("Ира")
    await stands_in(listening, deputy, vera)
    heard = len(vera.from_bot)
    await deputy.says("ромашка")
    await deputy.taps("Заметка")
    await deputy.sends_voice("просит счёт заранее".encode(), 3)
    deputy.sees("За: Вера", "просит счёт заранее", anywhere=True)
    assert len(vera.from_bot) == heard


async def test_aloud_too_the_own_client_is_ones_own_over_a_card_of_another_place(
    listening: Office, vera: Phone
) -> None:
    deputy = await listening.hires("Ира")
    await add_client(listening, deputy, "Вектор")
    await stands_in(listening, deputy, vera)
    await deputy.says("ромашка")
    deputy.sees("За: Вера", anywhere=True)
    await deputy.sends_voice("вектор не ответил".encode(), 3)
    assert "За: Вера" not in deputy.screen
    await deputy.taps("Сохранить")
    ira, away = await listening.actor(deputy), await listening.actor(vera)
    async with listening.work() as work:
        assert [(await counters.of_day(work.tx, one.id, BUSY)).calls for one in (ira, away)] == [1, 0]
