"""The page in a real browser, with a bot that answers."""

import asyncio
import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
import pytest_asyncio
from playwright.async_api import Browser, FilePayload, Locator, Page, async_playwright, expect

from sandbox.clock import SandboxClock
from sandbox.server import running
from sandbox.telegram import Telegram
from tests.sandbox.fake_bot import FakeBot

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
WEDNESDAY = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)


def find_chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    downloaded = Path.home().glob(".cache/ms-playwright/chromium-*/chrome-linux*/chrome")
    found = [
        os.environ.get("CHROMIUM"),
        *map(shutil.which, names),
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        *map(str, downloaded),
    ]
    return next((path for path in found if path and Path(path).exists()), None)


CHROMIUM = find_chromium()
pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: install one, or name it in CHROMIUM"),
]


class Demo(NamedTuple):
    url: str
    telegram: Telegram
    clock: SandboxClock
    bot: FakeBot


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def demo() -> AsyncIterator[Demo]:
    clock = SandboxClock(start=WEDNESDAY)
    telegram = Telegram(now=clock.now)
    for number, (name, role) in enumerate(
        [("Анна", "менеджер"), ("Борис", "руководитель"), ("Вера", "поддержка")]
    ):
        telegram.user(101 + number, name, role=role)
    bot = FakeBot(telegram)
    commands = [
        {"command": "file", "description": "Прислать файл"},
        {"command": "plan", "description": "План"},
    ]
    await telegram.call("setMyCommands", {"commands": commands})
    task = asyncio.create_task(bot.poll())
    async with running(telegram, clock) as url:
        yield Demo(url, telegram, clock, bot)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, demo: Demo) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport={"width": 1440, "height": 900}, locale="ru-RU")
    await context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = await context.new_page()
    page.set_default_timeout(5000)
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda message: broken.append(message.text) if message.type == "error" else None)
    # a refused move of the clock is told on the page; Chromium tells of it in the console as well
    refused = "Failed to load resource: the server responded with a status of 400 (Bad Request)"
    await page.goto(demo.url)
    await expect(page.locator(".phone")).to_have_count(3)
    yield page
    await context.close()
    assert [text for text in broken if text != refused] == []


def phone(page: Page, number: int = 101) -> Locator:
    return page.locator(f'.phone[data-person="{number}"]')


def last(page: Page, number: int = 101) -> Locator:
    return phone(page, number).locator(".message.theirs .bubble").last


async def start(page: Page, number: int = 101) -> None:
    await phone(page, number).get_by_role("button", name="Начать").click()
    await expect(last(page, number)).to_contain_text("Здравствуйте!")


async def say(page: Page, text: str, number: int = 101) -> None:
    field = phone(page, number).get_by_role("textbox", name="Сообщение")
    await field.fill(text)
    await field.press("Enter")


async def test_text_goes_and_an_answer_comes(page: Page, demo: Demo) -> None:
    await start(page)
    await say(page, "привет")
    await expect(phone(page).locator(".message.mine .bubble").last).to_contain_text("привет")
    await expect(last(page)).to_contain_text("Вы сказали: привет")
    await expect(last(page).locator("time")).to_have_text("12:00")
    await expect(phone(page, 102).locator(".message")).to_have_count(0)


async def test_buttons_in_the_chat_and_below_it(page: Page, demo: Demo) -> None:
    await start(page)
    await phone(page).locator(".reply-keyboard").get_by_role("button", name="Обзвон").click()
    await expect(last(page).locator("strong")).to_have_text("Вектор")
    await phone(page).get_by_role("button", name="Скопировать номер").click()
    await expect(phone(page).locator(".toast")).to_have_text("Скопировано")
    assert await page.evaluate("navigator.clipboard.readText()") == "+79161234567"
    await phone(page).get_by_role("button", name="Не ответил").click()
    await expect(last(page)).to_contain_text("Итог: no_answer")
    await expect(last(page)).to_contain_text("изменено")
    await expect(phone(page).locator(".toast")).to_have_text("Записано")
    await expect(phone(page).locator(".inline-button")).to_have_count(0)
    assert demo.bot.taps == ["no_answer"]


async def test_the_keyboard_can_be_folded(page: Page, demo: Demo) -> None:
    await start(page)
    panel = phone(page).locator(".reply-keyboard")
    await phone(page).get_by_title("Скрыть кнопки").click()
    await expect(panel).to_be_hidden()
    await phone(page).get_by_title("Показать кнопки").click()
    await expect(panel.get_by_role("button")).to_have_count(3)


async def test_files_go_both_ways(page: Page, demo: Demo) -> None:
    await start(page)
    file: FilePayload = {"name": "долги.xlsx", "mimeType": "application/octet-stream", "buffer": b"12345"}
    await phone(page).locator("input[type=file]").set_input_files(file)
    await expect(last(page)).to_contain_text("Файл долги.xlsx, 5 байт")
    await expect(phone(page).locator(".mine .document-name")).to_have_text("долги.xlsx")
    await phone(page).get_by_role("button", name="Меню").click()
    await phone(page).get_by_role("menuitem", name="/file").click()
    async with page.expect_download() as coming:
        await last(page).locator(".document").click()
    download = await coming.value
    assert download.suggested_filename == "заказ.csv"
    assert (await download.path()).read_text(encoding="utf-8") == "товар;3\n"


async def test_a_contact_is_shared(page: Page, demo: Demo) -> None:
    await start(page)
    await phone(page).get_by_role("button", name="Прикрепить").click()
    await phone(page).get_by_role("menuitem", name="Контакт").click()
    form = phone(page).get_by_role("form", name="Отправить контакт")
    await form.get_by_label("Имя").fill("Пётр")
    await form.get_by_label("Телефон").fill("+79031112233")
    await form.get_by_role("button", name="Отправить").click()
    await expect(last(page)).to_contain_text("Контакт +79031112233")
    await expect(phone(page).locator(".contact")).to_contain_text("Пётр")
    await phone(page).get_by_role("button", name="Мой номер").click()
    await expect(last(page)).to_contain_text("Контакт +7900")


async def test_a_table(page: Page, demo: Demo) -> None:
    await start(page)
    await phone(page).get_by_role("button", name="Долги").click()
    table = last(page).locator("table.bordered.striped")
    await expect(table.locator("th")).to_have_text(["Клиент", "Сумма"])
    await expect(table.locator("td")).to_have_text(["Вектор", "120 000"])
    await expect(last(page).locator("h3")).to_have_text("Долги")


async def test_the_clock_moves(page: Page, demo: Demo) -> None:
    await expect(page.locator(".clock-time")).to_have_text("12:00")
    await page.get_by_role("button", name="завтра 09:00").click()
    await expect(page.locator(".clock-time")).to_have_text("09:00")
    await expect(page.locator(".clock-date")).to_have_text("четверг, 5 марта")
    await page.get_by_role("button", name="пятница 16:00").click()
    await expect(page.locator(".clock-date")).to_have_text("пятница, 6 марта")
    assert demo.clock.now().astimezone(demo.clock.zone).strftime("%d %H") == "06 16"
    when = page.get_by_label("Другое время")
    await when.fill("2026-03-01T09:00")
    await page.get_by_role("button", name="Перевести", exact=True).click()
    await expect(page.locator("#clock-note")).to_have_text("Часы идут только вперёд")
    await when.fill("2026-03-10T10:30")
    await page.get_by_role("button", name="Перевести", exact=True).click()
    await expect(page.locator(".clock-date")).to_have_text("вторник, 10 марта")


async def test_a_push_is_noticed(page: Page, demo: Demo) -> None:
    await start(page)
    await start(page, 102)
    await page.evaluate("Date.now = () => 1e15")  # long after the last tap
    await demo.bot.send(102, "<b>План дня</b>")
    await expect(last(page, 102)).to_contain_text("План дня")
    await expect(phone(page, 102).locator(".owner .badge")).to_have_text("1")
    await expect(phone(page, 102).locator(".screen")).to_have_class(re.compile("pulse"))
    await expect(phone(page, 101).locator(".owner .badge")).to_be_hidden()
    await phone(page, 102).locator(".messages").click()
    await expect(phone(page, 102).locator(".owner .badge")).to_be_hidden()


async def test_no_text_is_ever_markup(page: Page, demo: Demo) -> None:
    await start(page)
    evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
    await say(page, evil)
    await expect(last(page)).to_contain_text("<script>")
    link = {
        "text": "жми",
        "entities": [{"type": "text_link", "offset": 0, "length": 3, "url": "javascript:window.hit=1"}],
    }
    button = {"inline_keyboard": [[{"text": evil, "callback_data": evil[:60]}]]}
    await demo.telegram.call("sendMessage", {"chat_id": 101, **link, "reply_markup": button})
    await demo.telegram.call(
        "sendRichMessage", {"chat_id": 101, "rich_message": {"blocks": [{"type": "paragraph", "text": evil}]}}
    )
    await expect(last(page)).to_contain_text("<script>")
    await expect(
        phone(page).locator(".messages img, .messages script, .messages a[href^=javascript]")
    ).to_have_count(0)
    assert await page.evaluate("window.hit") is None


async def test_every_kind_of_mark(page: Page, demo: Demo) -> None:
    await start(page)
    source = (
        '🎂 <b>ж<i>к</i></b> <u>п</u> <s>з</s> <tg-spoiler>тайна</tg-spoiler> <code>код</code> <a href="https://example.com/">с</a>'
        '<blockquote expandable>цитата</blockquote><pre><code class="language-csv">a;b</code></pre>'
    )
    await demo.bot.send(101, source)
    bubble = last(page)
    await expect(bubble.locator("strong")).to_have_text("жк")
    await expect(bubble.locator("strong em")).to_have_text("к")
    await expect(bubble.locator("u")).to_have_text("п")
    await expect(bubble.locator("s")).to_have_text("з")
    await expect(bubble.locator("a")).to_have_attribute("href", "https://example.com/")
    await expect(bubble.locator("pre code")).to_have_text("a;b")
    await bubble.locator(".spoiler").click()
    await expect(bubble.locator(".spoiler")).to_have_class("spoiler open")
    await bubble.locator("blockquote").click()
    await expect(bubble.locator("blockquote")).not_to_have_class(re.compile("folded"))


async def test_the_bot_can_be_blocked_and_let_in_again(page: Page, demo: Demo) -> None:
    await start(page)
    await phone(page).get_by_role("button", name="Ещё").click()
    await phone(page).get_by_role("menuitem", name="Заблокировать бота").click()
    gate = phone(page).get_by_role("button", name="Разблокировать бота")
    await expect(gate).to_be_visible()
    await expect(phone(page).locator(".reply-keyboard")).to_be_hidden()
    assert demo.telegram.people[101].blocked
    await gate.click()
    await expect(phone(page).get_by_role("textbox")).to_be_visible()


async def test_an_invitation_opens_from_a_link(page: Page, demo: Demo) -> None:
    await phone(page).get_by_role("button", name="Ещё").click()
    await phone(page).get_by_role("menuitem", name="Открыть по ссылке").click()
    await phone(page).get_by_label("Ссылка или код").fill("https://t.me/prozvon_bot?start=abc_42")
    await phone(page).get_by_role("button", name="Открыть", exact=True).click()
    await expect(last(page)).to_contain_text("Здравствуйте! abc_42")


async def test_own_messages_are_answered_and_edited(page: Page, demo: Demo) -> None:
    await start(page)
    await say(page, "раз")
    await expect(last(page)).to_contain_text("раз")
    mine = phone(page).locator(".message.mine .bubble").last
    await mine.click(button="right")
    await phone(page).get_by_role("menuitem", name="Изменить").click()
    await say(page, "два")
    await expect(mine).to_contain_text("два")
    await expect(mine).to_contain_text("изменено")
    await last(page).click(button="right")
    await phone(page).get_by_role("menuitem", name="Ответить").click()
    await say(page, "три")
    await expect(mine.locator(".answered")).to_contain_text("Вы сказали: раз")


async def test_alerts_and_one_more_look(page: Page, demo: Demo) -> None:
    await start(page)
    await demo.telegram.call("sendChatAction", {"chat_id": 101, "action": "typing"})
    await expect(phone(page).locator(".chat-status")).to_have_text("печатает…")
    sent = await demo.bot.send(101, "удалится")
    await expect(last(page)).to_contain_text("удалится")
    await demo.telegram.call("deleteMessage", {"chat_id": 101, "message_id": sent["message_id"]})
    await expect(last(page)).not_to_contain_text("удалится")
    callback = demo.telegram.new_callback(demo.telegram.people[101], demo.telegram.chats[101])
    params = {"callback_query_id": callback, "text": "Нельзя", "show_alert": True}
    await demo.telegram.call("answerCallbackQuery", params)
    alert = phone(page).get_by_role("alertdialog")
    await expect(alert).to_contain_text("Нельзя")
    await alert.get_by_role("button").click()
    await expect(alert).to_have_count(0)


async def test_themes(page: Page, demo: Demo) -> None:
    await expect(page.locator("html")).to_have_attribute("data-theme", "light")
    await page.get_by_role("button", name="Тёмная тема").click()
    await expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    await page.emulate_media(color_scheme="dark")
    await page.get_by_role("button", name="Светлая тема").click()
    await expect(page.locator("html")).to_have_attribute("data-theme", "light")


async def test_at_phone_width_people_are_tabs(page: Page, demo: Demo) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await expect(phone(page)).to_be_visible()
    await expect(phone(page, 102)).to_be_hidden()
    await start(page)
    await page.get_by_role("tab", name="Борис").click()
    await expect(phone(page, 102)).to_be_visible()
    await expect(phone(page)).to_be_hidden()
    await demo.bot.send(101, "Вам заказ")
    await expect(page.get_by_role("tab", name="Анна").locator(".badge")).to_have_text("1")
    await page.get_by_role("button", name="Перевести часы").click()
    await page.get_by_role("button", name="+1 ч").click()
    await expect(page.locator(".clock-time")).to_have_text("13:00")
    await page.get_by_role("tab", name="Анна").click()
    await expect(last(page)).to_contain_text("Вам заказ")
    await expect(page.get_by_role("tab", name="Анна").locator(".badge")).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
