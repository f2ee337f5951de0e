"""The team's digest in a group or a topic: no client's name, and no money until the lead asks for it."""

from datetime import date

import pytest

from domain.absences import AbsenceState, moments_of
from domain.actors import Role
from domain.digest import DigestSettings
from sandbox.phone import Phone
from storage import digest_places
from storage.database import Database
from storage.digest_places import DigestPlace
from tests.conversations.absence_rows import lay_absence
from tests.firm import TUESDAY, Company, played_day
from tests.office import Office, usual_config
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
    room.of(firm.boris).sees(
        "Сводка теперь приходит и сюда, в те же часы. Руководитель — Борис. Суммы скрыты"
    )
    firm.boris.sees("Сводка приходит и в группу «Продажи»", "скрыты: только доли и количества")
    await played_day(office, firm)
    await office.waits_until("18:30", TUESDAY)
    group = room.of(firm.boris)
    text = group.sees("Итог дня · вт, 24 ноября", "Заказы: 2", "Звонки: 7 из 60").text
    group.sees("Анна | 3/30 | 2 | 1 · 87\u00a0%", "Ира | 4/30 | 1 | 1 · 13\u00a0%")
    group.sees("Требует внимания: 6", "обещания 1", "отставание 2")
    assert "Просрочка: −21\u00a0% с 23.11" in text
    for secret in ("т.р.", "₽", "Ромашка", "Вектор", "Берёзка", "340"):
        assert secret not in text
    firm.boris.sees("Итог дня", "Вектор: заказ на 340 т.р.")
    await group.taps("Подробности")
    firm.boris.sees("Сводка на 18:30")
    await room.of(firm.anna).taps("Подробности")
    assert "Вектор: заказ" not in firm.anna.screen


async def test_without_tables_each_figure_goes_by_its_name(database: Database) -> None:
    plain = usual_config().model_copy(update={"digest": DigestSettings(rich=False)})
    office = Office(database, plain)
    async with office.open():
        firm = await Company(office).gather()
        group = Room(office, firm).of(firm.boris)
        await group.says("/digest")
        await played_day(office, firm)
        await office.waits_until("18:30", TUESDAY)
        group.sees("Менеджеры", "Анна — звонки 3/30 · дозвон 2 · заказы 1 · 87\u00a0%")
        await office.waits_until("09:00", date(2026, 11, 25))
        shown = group.sees("План дня · ср, 25 ноября").text
    people = shown.partition("Менеджеры\n")[2].splitlines()
    assert people
    assert all(
        line.startswith(("Анна — список ", "Ира — список ")) and "—" not in line[7:] for line in people
    )


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
    group.sees("Сводка уже приходит сюда. Руководитель — Борис.")
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


async def test_two_leads_of_one_team_have_one_digest_in_a_topic(office: Office, firm: Company) -> None:
    room = Room(office, firm)
    vera = await office.hires("Вера", Role.LEAD, team=firm.lead.team_id)
    room.chat.members[vera.user.id] = vera.user
    await room.of(firm.boris).says("/digest")
    await room.of(vera).says("/digest")
    room.of(vera).sees("Сводка команды уже приходит сюда. Ею управляет Борис.")
    second = await office.actor(vera)
    async with office.work() as work:
        assert await digest_place.find_place(second, work) is None
        await digest_places.put(work.tx, DigestPlace(second.id, room.chat.id, TOPIC, "", sums=True), work.now)
    await office.waits_until("09:00", TUESDAY)
    assert sum("План дня" in one.text for one in room.of(firm.boris).from_bot) == 1
    vera.sees("План дня")


async def test_who_is_away_is_replaced_by_the_other_lead(office: Office, firm: Company) -> None:
    room = Room(office, firm)
    vera = await office.hires("Вера", Role.LEAD, team=firm.lead.team_id)
    await room.of(firm.boris).says("/digest")
    second = await office.actor(vera)
    async with office.work() as work:
        assert await digest_place.place_to_tell(second, work) is None
        today = work.today(firm.lead)
        starts, ends = moments_of(today, today, firm.lead.zone)
        away = {"first_day": today, "last_day": today, "starts_at": starts, "ends_at": ends}
        await lay_absence(work, firm.lead, None, state=AbsenceState.SET, **away)
        place = await digest_place.place_to_tell(second, work)
    assert place is not None
    assert place.chat_id == room.chat.id


async def test_the_place_that_it_leaves_is_told(office: Office, firm: Company) -> None:
    room = Room(office, firm)
    other = office.telegram.group(-1003, "Отдел", [firm.boris.user], {}, bot_sees_all=False)
    await room.of(firm.boris).says("/digest")
    await firm.boris.in_group(other).says("/digest")
    room.of(firm.boris).sees("сюда больше не приходит: теперь она в группе «Отдел»", "пишет здесь /digest")
    firm.boris.in_group(other).sees("Сводка теперь приходит и сюда")
    await firm.boris.taps("Убрать из группы")
    firm.boris.in_group(other).sees("Сводка команды сюда больше не приходит. Вернуть")


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
