"""The cards of orders in a group or a topic of sales support."""

from datetime import UTC, datetime

import pytest

from domain.actors import Role
from handlers.errors import answer
from sandbox.chats import Chat
from sandbox.phone import Phone
from tests.conversations.shop import Shop, sees
from tests.office import Office
from usecases import desk_place, desk_post
from usecases.post import Post

TOPIC = 7


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open()


class Room:
    """A forum of everybody at work, with one topic for orders; the bot sees only commands there, as it usually does."""

    def __init__(self, shop: Shop) -> None:
        everybody = [shop.anna, shop.boris, *shop.desk]
        self.stranger = shop.office.phone("Кто-то")
        people = [one.user for one in (*everybody, self.stranger)]
        self.chat: Chat = shop.office.telegram.group(
            -1001, "Поддержка", people, {TOPIC: "Заказы"}, bot_sees_all=False
        )

    def of(self, phone: Phone) -> Phone:
        return phone.in_group(self.chat, TOPIC)


async def settled(shop: Shop) -> Room:
    room = Room(shop)
    await room.of(shop.desk[0]).says("/desk@prozvon_bot")
    return room


async def test_cards_come_to_the_topic_and_everybody_acts_as_who_they_are(shop: Shop) -> None:
    room = await settled(shop)
    sees(room.of(shop.desk[0]), "Карточки заказов теперь приходят сюда")
    sees(shop.boris, "Ольга: карточки заказов теперь приходят в группу «Поддержка»")
    anna = await shop.hands_over()
    olga, pavel = (room.of(one) for one in shop.desk)
    sees(olga, "Ромашка, заказ 1 — передан", "Итого: 60 800 ₽")
    assert not any("Ромашка" in one.text for one in shop.desk[0].from_bot)
    card = olga.last
    await room.of(room.stranger).taps("Принял")
    assert "рабочий бот" in (room.stranger.alert or "")
    await room.of(anna).taps("Принял")
    assert room.of(anna).alert == "Этого нет в вашей роли. Что доступно: /help."
    sees(olga, "— передан")
    await olga.taps("Принял")
    sees(olga, "принят, Ольга")
    await pavel.taps_old(card, "Принял")
    assert pavel.alert == "Уже принят: Ольга."
    assert len([one for one in olga.from_bot if "Ромашка" in one.text]) == 1
    sees(anna, "принят, Ольга")


async def test_what_needs_more_than_a_tap_goes_on_in_private(shop: Shop) -> None:
    room = await settled(shop)
    await shop.hands_over()
    olga = room.of(shop.desk[0])
    await olga.taps("Принял")
    await olga.taps("Введён №")
    assert olga.alert == "Продолжение — в личном чате с ботом"
    sees(shop.desk[0], "какой номер в учётной системе")
    await olga.says("кто обедать?")
    await shop.desk[0].says("1203")
    sees(shop.desk[0], "введён № 1203")
    sees(olga, "введён № 1203")
    await olga.taps("Нет товара")
    sees(shop.desk[0], "какой строки нет?")
    sees(olga, "введён № 1203")
    await olga.taps("Собран")
    sees(olga, "собран, № 1203")


async def test_the_clock_speaks_in_the_topic_once(shop: Shop) -> None:
    room = await settled(shop)
    await shop.office.waits_until("10:00")
    await shop.hands_over()
    await shop.office.passes(minutes=45)
    olga = room.of(shop.desk[0])
    assert sum("⏰ Не принят" in one.text for one in olga.from_bot) == 1
    assert not any("⏰" in one.text for phone in shop.desk for one in phone.from_bot)
    await olga.taps("Принял")
    sees(olga, "принят, Ольга")


async def test_a_withdrawn_order_says_so_in_the_topic(shop: Shop) -> None:
    room = await settled(shop)
    anna = await shop.hands_over()
    await anna.taps("Отозвать")
    sees(room.of(shop.desk[0]), "Отозван менеджером: Ромашка")


async def test_a_deleted_topic_and_a_group_that_is_gone_lose_nothing(shop: Shop) -> None:
    room = await settled(shop)
    room.chat.topics.clear()
    await shop.hands_over()
    sees(shop.desk[0].in_group(room.chat), "Ромашка, заказ 1 — передан")
    await shop.boris.says("/desk")
    sees(shop.boris, "Карточки заказов приходят в группу: Поддержка")
    await shop.boris.taps("В личные чаты")
    sees(shop.desk[0], "Борис: карточки заказов снова приходят в личные чаты")
    await shop.hands_over("сыр 5 кг")
    sees(shop.desk[1], "заказ 2 — передан")


async def test_managers_cannot_move_the_cards(shop: Shop) -> None:
    room = Room(shop)
    await room.of(shop.anna).says("/desk")
    await shop.hands_over()
    sees(shop.desk[0], "заказ 1 — передан")


async def test_a_group_that_puts_the_bot_out_is_no_place_any_more(shop: Shop) -> None:
    room = await settled(shop)
    async with shop.office.work() as work:
        post = Post(0, work.now)
        for _ in range(2):
            await desk_post.note_shut_out(work, post, room.chat.id, shop.office.app.turns.catalogue)
        assert await desk_place.find_place(work) is None
    told = [shop.boris, *shop.desk]
    assert sorted(row.chat_id for row in post.rows) == sorted(one.user.id for one in told)
    await shop.hands_over()
    sees(shop.desk[0], "заказ 1 — передан")


async def test_a_group_that_became_a_supergroup_is_still_the_place(shop: Shop) -> None:
    room = await settled(shop)
    async with shop.office.work() as work:
        await desk_place.note_moved(work, room.chat.id, -1002)
        place = await desk_place.find_place(work)
    assert place is not None
    assert (place.chat_id, place.thread_id) == (-1002, TOPIC)


async def test_the_longest_name_of_telegram_comes_in_and_is_told(shop: Shop) -> None:
    shop.desk.append(await shop.office.hires(f"{'Елизавета' * 7} {'Преображенская' * 4}", Role.SUPPORT))
    room = await settled(shop)
    await shop.hands_over()
    olga, *_, liza = (room.of(one) for one in shop.desk)
    card = olga.last
    await liza.taps("Принял")
    await olga.taps_old(card, "Принял")
    assert (olga.alert or "").startswith("Уже принят: Елизавета")


def test_a_long_refusal_stays_in_the_topic() -> None:
    post = Post(0, datetime(2026, 11, 23, 9, tzinfo=UTC))
    answer(post, -1001, "7", "Заказ не принят. " * 20, TOPIC)
    (said,) = [row.parameters for row in post.rows if row.method == "sendMessage"]
    assert said["message_thread_id"] == TOPIC
