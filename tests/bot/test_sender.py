"""The sender: in order, within the limits, nothing lost, whatever Telegram and the line do."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa

from bot.metrics import Metrics
from bot.pacing import Limits
from bot.sender import Sender
from bot.telegram import NetworkError, TelegramError
from storage import employees, outbox
from storage.database import Database
from storage.outbox import Lane, Outgoing, next_id
from storage.tables import outbox as table
from tests.bot.fakes import BLOCKED, GONE, SAME, FakeApi, FakeClock, breathe
from usecases.post import Post

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
OURS = 7
LEFT = sa.select(table.c.id, table.c.set_aside).order_by(table.c.id)


class Desk:
    """A sender at work, and the outbox that it empties."""

    def __init__(self, database: Database, limits: Limits) -> None:
        self.database = database
        self.api = FakeApi()
        self.clock = FakeClock()
        self.metrics = Metrics()
        self.blocked: list[int] = []
        self.built: dict[str, Any] = {}
        self.sender = Sender(
            self.api,
            database,
            limits=limits,
            build=self._build,
            on_blocked=self._on_blocked,
            metrics=self.metrics,
            now=self.clock,
        )

    async def _build(self, reference: dict[str, Any]) -> tuple[str, bytes] | None:
        found = self.built.get(reference["kind"])
        if isinstance(found, Exception):
            raise found
        return found

    async def _on_blocked(self, chat: int) -> None:
        self.blocked.append(chat)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self.sender.run())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    async def say(self, chat: int, *texts: str, lane: Lane = Lane.REPLY, **more: Any) -> None:
        """Committed and handed over, as after a turn."""
        rows = [self.row(chat, text, lane, **more) for text in texts]
        async with self.database.transaction() as tx:
            await outbox.add(tx, rows)
        self.sender.accept(rows)

    def row(
        self,
        chat: int,
        text: str,
        lane: Lane = Lane.REPLY,
        *,
        method: str = "sendMessage",
        anchor: str | None = None,
        file: str = "",
        owner: int = OURS,
        **more: Any,
    ) -> Outgoing:
        parameters = {"chat_id": chat, "text": text, **more}
        reference = {"kind": file} if file else None
        return Outgoing(next_id(), chat, int(lane), method, parameters, reference, anchor, owner, NOW)

    async def passes(self, seconds: float) -> None:
        self.clock.seconds += seconds
        self.sender.accept([])
        await breathe()

    def tried(self, times: int) -> bool:
        return len(self.api.calls) == times

    async def idle(self) -> None:
        async with asyncio.timeout(10):
            await self.sender.idle()

    async def left(self) -> list[tuple[int, str | None]]:
        async with self.database.transaction() as tx:
            return await tx.rows(LEFT, lambda *row: row)


@pytest.fixture
async def desk(base: Database) -> AsyncIterator[Desk]:
    desk = Desk(base, Limits(0, 0, 0))
    async with desk.at_work():
        yield desk


async def test_a_chat_gets_its_messages_in_order_and_the_outbox_is_empty_after(desk: Desk) -> None:
    await desk.say(1, "а", "б", "в")
    await desk.idle()
    assert desk.api.texts == ["а", "б", "в"]
    assert await desk.left() == []
    assert desk.sender.waiting == 0


async def test_whoever_was_dismissed_hears_nothing_that_still_waits(desk: Desk) -> None:
    desk.api.gate.clear()
    await desk.say(1, "в пути", "ждёт")
    await desk.say(2, "другому")
    await desk.api.until(lambda: len(desk.api.calls) == 2)
    post = Post(OURS, NOW)
    post.withdraw(1)
    post.offer(1, [("start", "начать")])
    async with desk.database.transaction() as tx:
        await outbox.add(tx, post.rows)
    desk.sender.accept(post.rows)
    desk.api.gate.set()
    await desk.idle()
    assert sorted(desk.api.methods) == ["sendMessage", "sendMessage", "setMyCommands"]
    assert "ждёт" not in desk.api.texts
    assert await desk.left() == []


async def test_what_another_process_dismissed_hears_nothing_that_was_said_before(desk: Desk) -> None:
    before, after = NOW - timedelta(minutes=1), NOW + timedelta(minutes=1)
    async with desk.database.transaction() as tx:
        known = {"role": "manager", "team_id": None, "language": "ru", "timezone": "Europe/Moscow"}
        for chat in (1, 2):
            one = await tx.value(
                employees.ADD, telegram_id=chat, name=f"Имя {chat}", created_at=before, **known
            )
            if chat == 1:
                left = one
    desk.api.order(1, NetworkError("нет связи"))
    early = [replace(desk.row(chat, f"ждёт {chat}"), created_at=before) for chat in (1, 2, -1)]
    late = replace(desk.row(1, "ответ на его нажатие"), created_at=after)
    async with desk.database.transaction() as tx:
        await outbox.add(tx, [*early, late])
    desk.sender.accept(early)
    await desk.api.until(lambda: desk.tried(3))
    async with desk.database.transaction() as tx:
        await tx.run(employees.DISMISS, id_=left, at=NOW)
    desk.sender.accept([late])
    await desk.passes(2)
    await desk.idle()
    assert sorted(desk.api.texts) == sorted(["ждёт 1", "ждёт 2", "ждёт -1", "ответ на его нажатие"])
    assert await desk.left() == []


async def test_chats_do_not_wait_for_one_another(desk: Desk) -> None:
    desk.api.gate.clear()
    await desk.say(1, "а", "б")
    await desk.say(2, "в")
    await desk.api.until(lambda: len(desk.api.calls) == 2)
    assert sorted(desk.api.texts) == ["а", "в"]
    desk.api.gate.set()
    await desk.idle()


async def test_replies_go_before_pushes(base: Database) -> None:
    desk = Desk(base, Limits(1, 0, 0))
    for chat in (1, 2, 3):
        await desk.say(chat, f"список {chat}", lane=Lane.PUSH)
    await desk.say(9, "ответ")
    async with desk.at_work():
        for _ in range(3):
            await desk.passes(1.1)
        await desk.passes(1.1)
        await desk.idle()
    assert desk.api.texts[0] == "ответ"
    assert sorted(desk.api.texts[1:]) == ["список 1", "список 2", "список 3"]


async def test_a_reply_behind_a_push_lends_it_its_haste(base: Database) -> None:
    desk = Desk(base, Limits(1, 0, 0))
    for chat in (1, 2):
        await desk.say(chat, f"список {chat}", lane=Lane.PUSH)
    await desk.say(2, "ответ")
    async with desk.at_work():
        for _ in range(4):
            await desk.passes(1.1)
        await desk.idle()
    assert desk.api.texts == ["список 2", "ответ", "список 1"]


async def test_429_pauses_the_chat_for_as_long_as_telegram_says(desk: Desk) -> None:
    desk.api.order(1, TelegramError(429, "Too Many Requests: retry after 7", 7))
    await desk.say(1, "а", "б")
    await desk.api.until(lambda: desk.api.texts == ["а"])
    await desk.passes(6.9)
    assert desk.api.texts == ["а"]
    await desk.say(2, "в")
    await desk.api.until(lambda: "в" in desk.api.texts)
    await desk.passes(0.1)
    await desk.idle()
    assert desk.api.texts == ["а", "в", "а", "б"]
    assert await desk.left() == []


async def test_two_chats_limited_at_once_pause_everybody(desk: Desk) -> None:
    for chat in (1, 2):
        desk.api.order(chat, TelegramError(429, "Too Many Requests: retry after 5", 5))
    await desk.say(1, "а")
    await desk.say(2, "б")
    await desk.api.until(lambda: len(desk.api.calls) == 2)
    await desk.say(3, "в")
    await breathe()
    assert "в" not in desk.api.texts
    await desk.passes(5)
    await desk.idle()
    assert sorted(desk.api.texts[2:]) == ["а", "б", "в"]


@pytest.mark.parametrize("trouble", [NetworkError("500 Internal Server Error"), NetworkError("dropped")])
async def test_a_bad_line_is_tried_again_with_growing_pauses_and_in_order(
    desk: Desk, trouble: Exception
) -> None:
    desk.api.order(1, trouble, trouble, trouble)
    await desk.say(1, "а", "б")
    for tries, pause in enumerate((1, 2, 4), 1):
        await desk.api.until(partial(desk.tried, tries))
        await desk.passes(pause - 0.1)
        assert len(desk.api.calls) == tries
        await desk.passes(0.1)
    await desk.idle()
    assert desk.api.texts == ["а", "а", "а", "а", "б"]
    assert await desk.left() == []


async def test_who_shut_us_out_gets_nothing_more_and_is_reported(desk: Desk) -> None:
    desk.api.gate.clear()
    desk.api.order(1, BLOCKED)
    await desk.say(1, "а", "б", "в")
    await desk.say(2, "г")
    desk.api.gate.set()
    await desk.idle()
    assert desk.blocked == [1]
    assert sorted(desk.api.texts) == ["а", "г"]
    assert await desk.left() == []


async def test_a_refused_message_is_set_aside_with_its_reason_and_the_rest_goes_on(desk: Desk) -> None:
    desk.api.order(1, TelegramError(400, "Bad Request: can't parse entities"))
    await desk.say(1, "<b", "б")
    await desk.idle()
    assert desk.api.texts == ["<b", "б"]
    [(_, reason)] = await desk.left()
    assert reason == "400 Bad Request: can't parse entities"
    assert desk.metrics.set_aside._value.get() == 1


async def test_an_unknown_token_sets_nothing_aside(desk: Desk) -> None:
    desk.api.order(1, TelegramError(401, "Unauthorized"))
    await desk.say(1, "а")
    await desk.api.until(lambda: len(desk.api.calls) == 1)
    await desk.passes(1)
    await desk.idle()
    assert desk.api.texts == ["а", "а"]


async def test_what_stands_already_counts_as_done(desk: Desk) -> None:
    desk.api.order(1, SAME)
    await desk.say(1, "то же", method="editMessageText", message_id=5)
    await desk.idle()
    assert desk.api.methods == ["editMessageText"]
    assert await desk.left() == []


async def test_a_message_that_is_gone_is_sent_anew(desk: Desk) -> None:
    desk.api.order(1, GONE)
    await desk.say(1, "карточка", method="editMessageText", message_id=5)
    await desk.idle()
    assert desk.api.methods == ["editMessageText", "sendMessage"]
    assert desk.api.calls[1][1] == {"chat_id": 1, "text": "карточка"}


async def test_an_edit_refused_for_another_reason_is_set_aside(desk: Desk) -> None:
    desk.api.order(1, TelegramError(400, "Bad Request: BUTTON_DATA_INVALID"))
    await desk.say(1, "карточка", method="editMessageText", message_id=5)
    await desk.idle()
    assert desk.api.methods == ["editMessageText"]
    assert len(await desk.left()) == 1


async def test_an_anchor_follows_the_message_that_carries_it(desk: Desk) -> None:
    await desk.say(1, "заказ", anchor="order:1")
    await desk.say(1, "заказ принят", method="editMessageText", message_id=0, anchor="order:1")
    await desk.idle()
    assert desk.api.calls[1] == ("editMessageText", {"chat_id": 1, "text": "заказ принят", "message_id": 1})
    desk.api.order(1, GONE)
    await desk.say(1, "введён", method="editMessageText", message_id=0, anchor="order:1")
    await desk.idle()
    await desk.say(1, "отгружен", method="editMessageText", message_id=0, anchor="order:1")
    await desk.idle()
    assert desk.api.calls[-1][1]["message_id"] == 2
    async with desk.database.transaction() as tx:
        assert await outbox.find_message(tx, "order:1", 1) == 2


async def test_an_anchor_that_was_never_sent_is_sent(desk: Desk) -> None:
    await desk.say(1, "заказ", method="editMessageText", message_id=0, anchor="order:9")
    await desk.idle()
    assert desk.api.methods == ["sendMessage"]


async def test_a_file_is_built_when_it_is_sent(desk: Desk) -> None:
    desk.built["order"] = ("заказ.xlsx", b"1234")
    await desk.say(1, "бланк", method="sendDocument", file="order")
    await desk.idle()
    assert desk.api.files == [("заказ.xlsx", b"1234")]
    assert await desk.left() == []


@pytest.mark.parametrize(
    ("kind", "reason"), [("gone", "400 the file is gone"), ("broken", "ValueError('no lines')")]
)
async def test_a_file_that_cannot_be_built_is_set_aside(desk: Desk, kind: str, reason: str) -> None:
    desk.built["broken"] = ValueError("no lines")
    await desk.say(1, "бланк", method="sendDocument", file=kind)
    await desk.say(1, "дальше")
    await desk.idle()
    assert desk.api.texts == ["дальше"]
    assert [aside for _, aside in await desk.left()] == [reason]


async def test_a_refused_picture_leaves_its_words_and_buttons(desk: Desk) -> None:
    desk.built["chart"] = ("chart.png", b"1234")
    desk.api.order(1, TelegramError(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"))
    await desk.say(1, "", method="sendPhoto", file="chart", caption="план", reply_markup={})
    await desk.idle()
    assert desk.api.methods == ["sendPhoto", "sendMessage"]
    assert desk.api.calls[1][1] == {"chat_id": 1, "text": "план", "reply_markup": {}}
    assert await desk.left() == []


async def test_a_notice_over_the_chat_goes_at_once_and_is_never_repeated(desk: Desk) -> None:
    desk.api.order(0, TelegramError(400, "Bad Request: query is too old"))
    await desk.say(1, "", method="answerCallbackQuery", callback_query_id="1")
    await desk.say(1, "а")
    await desk.idle()
    assert sorted(desk.api.methods) == ["answerCallbackQuery", "sendMessage"]
    assert await desk.left() == []


async def test_stopped_at_any_moment_it_keeps_what_was_not_delivered(base: Database) -> None:
    desk = Desk(base, Limits(0, 0, 0))
    desk.api.gate.clear()
    async with desk.at_work():
        await desk.say(1, "а", "б")
        await desk.api.until(lambda: len(desk.api.calls) == 1)
    async with base.transaction() as tx:
        waiting = await outbox.waiting(tx, OURS)
    assert [row.parameters["text"] for row in waiting] == ["а", "б"]
