"""The team's digest in a group or a topic: no client's name, and no money until the lead asks for it."""

from datetime import date

import pytest

from sandbox.phone import Phone
from tests.firm import TUESDAY, Company, played_day
from tests.office import Office
from usecases import digest_place
from usecases.post import Post

TOPIC = 5
FRIDAY = date(2026, 11, 27)


@pytest.fixture
async def firm(office: Office) -> Company:
    return await Company(office).gather()


class Room:
    """A forum of the team with one topic for the digest; the bot sees only commands there."""

    def __init__(self, office: Office, firm: Company) -> None:
        people = [one.user for one in (firm.boris, firm.anna, firm.ira, firm.gleb)]
        self.chat = office.telegram.group(-1001, "Продажи", people, {TOPIC: "Сводка"}, bot_sees_all=False)

    def of(self, phone: Phone) -> Phone:
        return phone.in_group(self.chat, TOPIC)


async def test_the_day_comes_to_the_topic_without_names_and_money(office: Office, firm: Company) -> None:
    room = Room(office, firm)
    await room.of(firm.boris).says("/digest@prozvon_bot")
    room.of(firm.boris).sees("Сводка теперь приходит и сюда, в те же часы · Борис", "Суммы скрыты")
    firm.boris.sees("Сводка приходит и в группу «Продажи»", "скрыты: только доли и количества")
    await played_day(office, firm)
    await office.waits_until("18:30", TUESDAY)
    group = room.of(firm.boris)
    text = group.sees("Итог дня · вт, 24 ноября", "Заказы: 2", "Звонки: 7 из 60").text
    group.sees("Анна | 3/30 | 2 | 1 · 87 %", "Ира | 4/30 | 1 | 1 · 13 %")
    group.sees("Требует внимания: 6", "обещания 1", "отставание 2")
    assert "Просрочка: −21 % с 23.11" in text
    for secret in ("т.р.", "₽", "Ромашка", "Вектор", "Берёзка", "340"):
        assert secret not in text
    firm.boris.sees("Итог дня", "Вектор: заказ на 340 т.р.")
    await group.taps("Подробности")
    firm.boris.sees("Сводка на 18:30")
    await room.of(firm.anna).taps("Подробности")
    assert "Вектор: заказ" not in firm.anna.screen


async def test_sums_are_shown_when_the_lead_says_so_and_the_group_can_be_left(
    office: Office, firm: Company
) -> None:
    room = Room(office, firm)
    await room.of(firm.boris).says("/digest")
    await firm.boris.taps("Показать суммы")
    firm.boris.sees("Суммы там видны")
    await played_day(office, firm)
    await office.waits_until("18:30", FRIDAY)
    group = room.of(firm.boris)
    group.sees("Итог недели · 23–27 ноября", "Заказы: 390 т.р., 2 заказа", "Анна | 340 т.р.", "👏 Анна")
    group.does_not_see("Ромашка", "Вектор")
    await room.of(firm.boris).says("/digest")
    group.sees("Сводка уже приходит сюда")
    await firm.boris.says("/digest")
    await firm.boris.taps("👥 Продажи")
    await firm.boris.taps("Скрыть суммы")
    await firm.boris.taps("Убрать из группы")
    firm.boris.sees("В группу сводка больше не приходит")
    count = len(group.from_bot)
    await office.waits_until("09:05", date(2026, 12, 1))
    assert len(group.from_bot) == count


async def test_only_who_leads_brings_a_digest_and_each_lead_their_own(office: Office, firm: Company) -> None:
    room = Room(office, firm)
    await room.of(firm.anna).says("/digest")
    async with office.work() as work:
        assert await digest_place.find_place(firm.a, work) is None
        assert await digest_place.find_place(firm.lead, work) is None
    await room.of(firm.gleb).says("/digest")
    await office.waits_until("09:00", TUESDAY)
    room.of(firm.gleb).sees("План дня", "Олеся")
    room.of(firm.gleb).does_not_see("Анна")


async def test_a_group_that_shuts_the_bot_out_or_moves(office: Office, firm: Company) -> None:
    room = Room(office, firm)
    await room.of(firm.boris).says("/digest")
    async with office.work() as work:
        await digest_place.note_moved(work, room.chat.id, -1002)
        place = await digest_place.get_place(firm.lead, work)
        assert (place.chat_id, place.thread_id) == (-1002, TOPIC)
        post = Post(0, work.now)
        for _ in range(2):
            await digest_place.note_shut_out(work, post, -1002, office.app.turns.catalogue)
        assert await digest_place.find_place(firm.lead, work) is None
    assert [row.chat_id for row in post.rows] == [firm.boris.user.id]
