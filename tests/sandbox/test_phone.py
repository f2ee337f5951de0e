"""What a person does and sees, with a bot that answers."""

from collections.abc import Callable

import pytest

from sandbox.acts import CannotActError
from sandbox.phone import NotOnScreenError, Phone
from sandbox.telegram import Telegram
from tests.sandbox.fake_bot import FakeBot


async def test_a_conversation(anna: Phone, bot: FakeBot) -> None:
    await anna.starts("invite42")
    hello = anna.sees("Здравствуйте!", "invite42")
    assert hello.marked("bold") == ("Здравствуйте!",)
    assert anna.buttons == ["📞 Обзвон", "💰 Долги", "Мой номер"]

    await anna.taps("Обзвон")
    card = anna.sees("Вектор")
    assert card.labels == ("Не ответил", "Заказ", "Скопировать номер")
    assert anna.copied("Скопировать") == "+79161234567"

    await anna.taps("Не ответил")
    assert anna.screen == "Итог: no_answer, касаний 1"
    assert anna.alert == "Записано"
    assert anna.last.edited
    assert anna.last.labels == ()

    await anna.taps_old(card, "Заказ")
    assert bot.taps == ["no_answer", "order"]


async def test_a_double_tap_is_two_updates_before_any_answer(
    anna: Phone, bot: FakeBot, telegram: Telegram
) -> None:
    await anna.says("📞 Обзвон")
    before = telegram.updates.next_id
    await anna.double_taps("Заказ")
    assert telegram.updates.next_id == before + 2
    assert bot.taps == ["order", "order"]


async def test_files_go_both_ways(anna: Phone) -> None:
    await anna.sends_file("долги.xlsx", b"12345", "за март")
    anna.sees("долги.xlsx", "5 байт")
    await anna.says("/file")
    assert anna.file() == ("заказ.csv", "товар;3\n".encode())
    assert anna.last.text == "Бланк"


async def test_contacts(anna: Phone) -> None:
    await anna.starts()
    await anna.taps("Мой номер")
    anna.sees("Контакт +7900")
    await anna.shares_contact("Пётр", "+79031112233", vcard="BEGIN:VCARD\nEND:VCARD")
    anna.sees("+79031112233")


async def test_the_rest_of_the_hand(anna: Phone, telegram: Telegram) -> None:
    updates: list[dict[str, object]] = []

    async def keep() -> None:
        updates.extend(telegram.updates.take())

    quiet = Phone(telegram, anna.user, keep)
    await quiet.says("раз")
    await quiet.edits(quiet.messages[-1], "два")
    await quiet.replies(quiet.messages[-1], "три")
    await quiet.forwards("Мой номер 8 916 123-45-67", "Пётр")
    await quiet.sends_photo(b"\x89PNG\r\n\x1a\n" + b"\0" * 8 + b"\0\0\0\x02\0\0\0\x03", "витрина")
    await quiet.sends_voice(b"OggS", 7)
    await quiet.shares_location(55.7, 37.6)
    kinds = [next(kind for kind in update if kind != "update_id") for update in updates]
    assert kinds == ["message", "edited_message", *["message"] * 5]
    shown = quiet.messages
    assert shown[0].edited
    assert shown[1].reply_to == shown[0].id
    assert shown[2].forwarded_from == "Пётр"
    assert shown[3].photo is not None
    assert (shown[3].photo["width"], shown[3].photo["height"]) == (2, 3)
    assert shown[4].voice is not None
    assert shown[5].location == {"latitude": 55.7, "longitude": 37.6}


async def test_an_album_is_a_message_for_each_photo(anna: Phone, telegram: Telegram) -> None:
    updates: list[dict[str, dict[str, object]]] = []

    async def keep() -> None:
        updates.extend(telegram.updates.take())

    quiet = Phone(telegram, anna.user, keep)
    await quiet.sends_album([b"one", b"two"], "витрина")
    albums = {update["message"]["media_group_id"] for update in updates}
    assert len(updates) == 2
    assert len(albums) == 1
    assert [update["message"].get("caption") for update in updates] == ["витрина", None]
    await quiet.sends_album([b"three", b"four"])
    assert updates[-1]["message"]["media_group_id"] not in albums
    with pytest.raises(CannotActError):
        await quiet.sends_album([b"one"])


async def test_what_is_not_there_shows_the_whole_screen(anna: Phone) -> None:
    await anna.says("📞 Обзвон")
    with pytest.raises(NotOnScreenError, match=r"(?s)Заявка.*Вектор.*\[Не ответил\]"):
        await anna.taps("Заявка")
    with pytest.raises(NotOnScreenError, match=r"(?s)not seen: 'Ромашка'.*\[Заказ\]"):
        anna.sees("Вектор", "Ромашка")
    with pytest.raises(NotOnScreenError, match="seen, but should not be"):
        anna.does_not_see("Вектор")
    with pytest.raises(NotOnScreenError, match="several"):
        await anna.taps("о")
    with pytest.raises(NotOnScreenError, match="sends nothing"):
        await anna.taps("Скопировать номер")
    with pytest.raises(NotOnScreenError, match="does not copy"):
        anna.copied("Заказ")
    with pytest.raises(NotOnScreenError, match="no file"):
        anna.file()


async def test_seen_anywhere_means_since_the_last_action(anna: Phone, bot: FakeBot) -> None:
    await anna.says("раз")
    await bot.send(101, "два")
    await bot.send(101, "три")
    anna.sees("два", anywhere=True)
    anna.sees("Вы сказали: раз", anywhere=True)
    await anna.says("четыре")
    with pytest.raises(NotOnScreenError):
        anna.sees("два", anywhere=True)


async def test_a_blocked_bot_cannot_be_written_to(anna: Phone, telegram: Telegram) -> None:
    await anna.says("привет")
    await anna.blocks_bot()
    with pytest.raises(CannotActError):
        await anna.says("ещё")
    await anna.unblocks_bot()
    await anna.says("снова")
    anna.sees("снова")


async def test_no_hand_can_send_what_the_app_would_not(anna: Phone) -> None:
    with pytest.raises(CannotActError, match="empty"):
        await anna.says("  \n")
    with pytest.raises(CannotActError, match="payload"):
        await anna.starts("с пробелом")


async def test_a_long_text_leaves_in_parts(anna: Phone, telegram: Telegram) -> None:
    await anna.says("слово " * 1000)
    own = [message for message in anna.messages if not message.from_bot]
    assert len(own) > 1
    assert " ".join(message.text for message in own) == ("слово " * 1000).strip()


async def test_groups_and_topics(
    telegram: Telegram, bot: FakeBot, phone: Callable[[int, str], Phone]
) -> None:
    anna, vera = phone(101, "Анна"), phone(102, "Вера")
    group = telegram.group(-1001, "Отдел", [anna.user], {7: "Заказы"})
    await telegram.call("sendMessage", {"chat_id": -1001, "text": "Заказ № 1", "message_thread_id": 7})
    await telegram.call("sendMessage", {"chat_id": -1001, "text": "Общее"})
    assert [message.text for message in anna.in_group(group, 7).messages] == ["Заказ № 1"]
    await anna.in_group(group).says("Принял")
    anna.in_group(group).sees("Вы сказали: Принял")
    with pytest.raises(CannotActError, match="not a member"):
        await vera.in_group(group).says("Я тоже")


async def test_privacy_mode_hides_the_talk_of_others(telegram: Telegram, bot: FakeBot, anna: Phone) -> None:
    group = telegram.group(-20, "Отдел", [anna.user], bot_sees_all=False)
    there = anna.in_group(group)
    await there.says("между нами")
    assert there.from_bot == []
    await there.says("/plan")
    there.sees("/plan")
