"""The sandbox over HTTP: aiogram's own Bot on one side, people on the other."""

import asyncio
import io
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from aiohttp import ClientSession, web

from sandbox.clock import SandboxClock
from sandbox.phone import NotOnScreenError
from sandbox.remote_phone import RemotePhone, RemoteSandbox, connect
from sandbox.server import DemoPerson, running, serve
from sandbox.telegram import Telegram
from tests.sandbox.fake_bot import FakeBot

WEDNESDAY = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> SandboxClock:
    return SandboxClock(start=WEDNESDAY)


@pytest.fixture
def telegram(clock: SandboxClock) -> Telegram:
    telegram = Telegram(now=clock.now)
    telegram.user(101, "Анна", role="менеджер")
    return telegram


@pytest.fixture
async def sandbox(telegram: Telegram, clock: SandboxClock) -> AsyncIterator[RemoteSandbox]:
    async with running(telegram, clock) as url, connect(url) as there:
        yield there


@pytest.fixture
async def anna(sandbox: RemoteSandbox) -> RemotePhone:
    return sandbox.phone(101, timeout=2)


@pytest.fixture
async def bot(sandbox: RemoteSandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    bot = Bot("42:sandbox", session=session)
    yield bot
    if session._session is not None:
        await session._session.close()


@asynccontextmanager
async def living(bot: FakeBot) -> AsyncIterator[None]:
    task = asyncio.create_task(bot.poll())
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_aiograms_bot_feels_at_home(bot: Bot, anna: RemotePhone) -> None:
    assert (await bot.me()).username == "prozvon_bot"
    await anna.starts("code")
    await anna.sends_file("долги.xlsx", b"1234", "март")
    started, filed = await bot.get_updates(timeout=5)
    assert started.message is not None
    assert started.message.text == "/start code"
    assert filed.message is not None
    assert filed.message.document is not None
    content = await bot.download(filed.message.document)
    assert isinstance(content, io.BytesIO)
    assert content.read() == b"1234"

    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])
    await bot.send_message(101, "<b>Готово</b>?", parse_mode="HTML", reply_markup=keyboard)
    assert (await anna.sees("Готово?")).marked("bold") == ("Готово",)
    await anna.taps("Да")
    (tapped,) = await bot.get_updates(offset=filed.update_id + 1, timeout=5)
    assert tapped.callback_query is not None
    await bot.answer_callback_query(tapped.callback_query.id, text="Принято")
    assert await anna.alert() == "Принято"

    await bot.send_document(101, BufferedInputFile("да".encode(), "отчёт.txt"), caption="Отчёт")
    assert await anna.file() == ("отчёт.txt", "да".encode())


async def test_refusals_come_as_aiograms_errors(bot: Bot, anna: RemotePhone, sandbox: RemoteSandbox) -> None:
    await anna.starts()
    with pytest.raises(TelegramBadRequest, match="message is too long"):
        await bot.send_message(101, "я" * 5000)
    await sandbox.add_fault("sendMessage", error=429, retry_after=3)
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(101, "да")
    assert caught.value.retry_after == 3
    await sandbox.add_fault("sendMessage", drop="after")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(101, "дошло")
    await anna.sees("дошло")
    await anna.does_not_see("не дошло")
    calls = await sandbox.calls("sendMessage")
    assert [call["error"] and call["error"][:3] for call in calls] == ["400", "429", None]
    stranger = Bot("43:other", session=bot.session)
    with pytest.raises(TelegramUnauthorizedError):
        await stranger.get_me()


async def test_every_way_to_ask(sandbox: RemoteSandbox) -> None:
    api = f"{sandbox.url}/bot42:sandbox"
    async with sandbox.session.get(f"{api}/getme") as response:
        assert (await response.json())["result"]["id"] == 42
    async with sandbox.session.post(f"{api}/getChat?chat_id=101") as response:
        assert (await response.json())["result"]["first_name"] == "Анна"
    async with sandbox.session.post(f"{api}/getChat", json={"chat_id": 101}) as response:
        assert (await response.json())["ok"]
    for body in (b"{", b"[]"):
        headers = {"Content-Type": "application/json"}
        async with sandbox.session.post(f"{api}/getChat", data=body, headers=headers) as response:
            assert response.status == 400
    for path, status in (("bot42:sandbox/nothing", 404), ("bot1:2/getMe", 401), ("botnothing/getMe", 404)):
        async with sandbox.session.get(f"{sandbox.url}/{path}") as response:
            assert response.status == status
    async with sandbox.session.get(f"{sandbox.url}/file/bot42:sandbox/documents/none") as response:
        assert response.status == 404


async def test_a_conversation_from_far_away(
    telegram: Telegram, sandbox: RemoteSandbox, anna: RemotePhone
) -> None:
    bot = FakeBot(telegram)
    async with living(bot):
        await anna.starts("code")
        await anna.sees("Здравствуйте!", "code")
        assert await anna.buttons() == ["📞 Обзвон", "💰 Долги", "Мой номер"]
        await anna.taps("Обзвон")
        card = await anna.sees("Вектор")
        assert await anna.copied("Скопировать") == "+79161234567"
        await anna.double_taps("Не ответил")
        await anna.sees("касаний 2")
        assert await anna.alert() == "Записано"
        await anna.taps_old(card, "Заказ")
        await anna.sees("касаний 3")
        await anna.sends_callback("мусор")
        await anna.sees("мусор")
        await anna.taps("Мой номер")
        await anna.sees("Контакт +7900")
        await anna.shares_contact("Пётр", "+79031112233")
        await anna.sees("Контакт +79031112233")
        await anna.says("/file")
        assert await anna.file() == ("заказ.csv", "товар;3\n".encode())
        await anna.taps("Долги")
        await anna.sees("Вектор | 120 000", anywhere=True)
    assert bot.taps == ["no_answer", "no_answer", "order", "мусор"]
    assert await anna.screen() == (await anna.last()).text


async def test_the_rest_of_the_remote_hand(telegram: Telegram, anna: RemotePhone) -> None:
    await anna.says("раз")
    own = (await anna.messages())[-1]
    await anna.edits(own, "два")
    await anna.replies(own, "три")
    await anna.forwards("четыре", "Пётр")
    await anna.shares_location(55.7, 37.6)
    await anna.sends_photo(b"\x89PNG\r\n\x1a\n" + b"\0" * 16)
    await anna.sends_voice(b"OggS", 4)
    await anna.blocks_bot()
    with pytest.raises(NotOnScreenError, match="blocked"):
        await anna.says("ещё")
    await anna.unblocks_bot()
    assert len(telegram.updates.take()) == 9


async def test_what_never_comes_is_told_with_the_screen(sandbox: RemoteSandbox) -> None:
    hasty = sandbox.phone(101, timeout=0.05)
    await hasty.says("/start")
    with pytest.raises(NotOnScreenError, match=r"(?s)not seen: 'да'.*/start"):
        await hasty.sees("да")
    with pytest.raises(NotOnScreenError, match="no button «Да»"):
        await hasty.taps("Да")
    with pytest.raises(NotOnScreenError, match="not answered"):
        await hasty.alert()
    with pytest.raises(NotOnScreenError, match="no file"):
        await hasty.file()


async def test_people_and_groups_can_be_added(telegram: Telegram, sandbox: RemoteSandbox) -> None:
    boris = await sandbox.add_person(102, "Борис", role="руководитель")
    group = {"id": -1001, "title": "Отдел", "members": [101, 102], "topics": {"7": "Заказы"}}
    async with sandbox.session.post(f"{sandbox.url}/sandbox/groups", json=group) as response:
        assert response.status == 200
    await sandbox.phone(102, chat_id=-1001).says("да")
    assert telegram.updates.take()[0]["message"]["chat"]["title"] == "Отдел"
    assert await boris.messages() == []
    async with sandbox.session.get(f"{sandbox.url}/sandbox/state") as response:
        state = await response.json()
    assert [(person["name"], person["role"]) for person in state["people"]] == [
        ("Анна", "менеджер"),
        ("Борис", "руководитель"),
    ]
    assert state["people"][1]["chats"] == [102, -1001]


class Hook:
    """A bot's webhook that fails as often as it is told."""

    def __init__(self, *, failures: int) -> None:
        self.failures = failures
        self.got: list[tuple[str | None, int]] = []
        self.enough = asyncio.Event()

    async def on_update(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), update["update_id"]))
        if len(self.got) <= self.failures:
            return web.Response(status=500)
        if update["update_id"] == 2:
            self.enough.set()
            return web.json_response(
                {"method": "sendMessage", "chat_id": 101, "text": "ответ в том же письме"}
            )
        return web.Response()


async def test_a_webhook_is_tried_until_it_answers(bot: Bot, anna: RemotePhone, telegram: Telegram) -> None:
    hook = Hook(failures=2)
    app = web.Application()
    app.router.add_post("/hook", hook.on_update)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        await bot.set_webhook(url, secret_token="s3")
        await anna.says("раз")
        await anna.says("два")
        await asyncio.wait_for(hook.enough.wait(), 5)
        assert hook.got == [("s3", 1), ("s3", 1), ("s3", 1), ("s3", 2)]
        await anna.sees("ответ в том же письме")
        info = await bot.get_webhook_info()
        assert info.pending_update_count == 0
        assert "500" in (info.last_error_message or "")
    finally:
        await runner.cleanup()


async def test_the_clock_over_http(sandbox: RemoteSandbox, clock: SandboxClock) -> None:
    async def look(query: str = "") -> dict[str, Any]:
        async with sandbox.session.get(f"{sandbox.url}/clock{query}") as response:
            state: dict[str, Any] = await response.json()
            return state

    first = await look()
    assert datetime.fromisoformat(first["now"]) - WEDNESDAY < timedelta(minutes=1)
    waiting = asyncio.create_task(look(f"?after={first['version']}"))
    await sandbox.moves_clock("tomorrow 09:00")
    moved = await waiting
    assert moved["version"] == first["version"] + 1
    assert moved["now"].startswith("2026-03-05T06:00:0")
    assert moved["offset_minutes"] == 180
    for bad in ("yesterday 09:00", "2020-01-01T00:00", "soon"):
        with pytest.raises(ValueError, match="Value"):
            await sandbox.moves_clock(bad)
    assert clock.version == moved["version"]


async def test_events_for_the_page(sandbox: RemoteSandbox, clock: SandboxClock, anna: RemotePhone) -> None:
    async with sandbox.session.get(f"{sandbox.url}/sandbox/events") as response:

        async def event() -> str:
            line = await response.content.readline()
            await response.content.readline()
            return line.decode()

        assert '"hello"' in await event()
        await anna.says("привет")
        assert "привет" in await event()
        clock.move("+1h")
        assert '"clock"' in await event()


async def test_uploaded_files_never_run_in_the_page(sandbox: RemoteSandbox, anna: RemotePhone) -> None:
    await anna.sends_file("a.html", b"<script>alert(1)</script>")
    file_id = (await anna.messages())[-1].raw["document"]["file_id"]
    async with sandbox.session.get(f"{sandbox.url}/sandbox/files/{file_id}") as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
    async with sandbox.session.get(f"{sandbox.url}/sandbox/files/none") as response:
        assert response.status == 404


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("act/101/say", {}, 400),
        ("act/101/say", [], 400),
        ("act/101/dance", {}, 404),
        ("act/999/say", {"text": "да"}, 404),
        ("act/101/say", {"text": ""}, 409),
        ("act/101/press", {"label": "нет"}, 409),
        ("act/101/contact", {}, 409),
        ("act/101/say", {"text": "да", "chat_id": 5}, 400),
        ("groups", {"id": 5, "title": "x"}, 400),
        ("faults", {"colour": "red"}, 400),
    ],
)
async def test_bad_acts(sandbox: RemoteSandbox, path: str, body: object, status: int) -> None:
    async with sandbox.session.post(f"{sandbox.url}/sandbox/{path}", json=body) as response:
        assert response.status == status


async def test_serving_the_demo() -> None:
    stop, address = asyncio.Event(), asyncio.get_running_loop().create_future()
    task = asyncio.create_task(
        serve(
            "127.0.0.1",
            0,
            users=[DemoPerson(1, "Анна", role="менеджер")],
            ready=address.set_result,
            stop=stop,
        )
    )
    url = await address
    async with ClientSession() as session, session.get(url) as page:
        assert page.status == 200
        assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    stop.set()
    await task


@pytest.mark.parametrize(
    ("where", "when"),
    [
        ("+1h30m", "2026-03-04 13:30"),
        ("+2d", "2026-03-06 12:00"),
        ("15:00", "2026-03-04 15:00"),
        ("11:00", "2026-03-05 11:00"),
        ("today 18:30", "2026-03-04 18:30"),
        ("Tomorrow 09:00", "2026-03-05 09:00"),
        ("friday 16:00", "2026-03-06 16:00"),
        ("wednesday 13:00", "2026-03-04 13:00"),
        ("wednesday 11:00", "2026-03-11 11:00"),
        ("2026-04-01T09:00", "2026-04-01 09:00"),
        ("2026-04-01T09:00+00:00", "2026-04-01 12:00"),
    ],
)
def test_where_the_clock_can_be_moved(where: str, when: str) -> None:
    clock = SandboxClock("Europe/Moscow", start=WEDNESDAY, monotonic=lambda: 0.0)
    clock.move(where)
    assert f"{clock.now().astimezone(clock.zone):%Y-%m-%d %H:%M}" == when


@pytest.mark.parametrize("where", ["someday 09:00", "today 09:00", "25:00", "+", ""])
def test_where_it_cannot(where: str) -> None:
    clock = SandboxClock("Europe/Moscow", start=WEDNESDAY, monotonic=lambda: 0.0)
    with pytest.raises(ValueError, match=r"."):
        clock.move(where)


def test_the_clock_goes() -> None:
    seconds: list[float] = [0.0]
    watch: Callable[[], float] = lambda: seconds[0]  # noqa: E731
    clock = SandboxClock(start=WEDNESDAY, monotonic=watch)
    seconds[0] = 90.0
    assert clock.now() == WEDNESDAY + timedelta(seconds=90)
