"""Tables go out as native messages, and as words where the setting or the server says so: the same row, once."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.config import Config
from bot.telegram import TelegramError
from screens.rich import rich_html
from screens.screen import Button, Screen, Table
from storage import outbox
from storage.database import Database
from storage.outbox import Lane
from tests.office import Office, SandboxApi
from usecases.post import Behalf, Post, on_behalf

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
TABLE = Table(("<b>Кто</b>", "Звонки", "Заказы"), (("Анна", "24/30", "2"), ("Ира", "отпуск")))
SHOWN = Screen(
    "Итог\nАнна — 24/30 · 2\nИра — отпуск",
    ((Button("Открыть", tap="digest.all"),),),
    rich=("Итог\nдня\n\nещё", TABLE, "всё"),
)


class OldServer:
    """A Bot API server of before June 2026, or one that refuses tables for a reason of its own."""

    def __init__(self, api: SandboxApi, refusal: TelegramError | None = None) -> None:
        self.api = api
        self.refusal = refusal
        self.methods: list[str] = []

    async def call(self, method: str, parameters: dict[str, Any] | None = None, **more: Any) -> Any:
        self.methods.append(method)
        given = dict(parameters or {})
        if self.refusal is None:
            given.pop("rich_message", None)  # what a server does not know it passes over
            if method == "sendRichMessage":
                raise TelegramError(404, "Not Found: method not found")
            if method == "editMessageText" and "text" not in given:
                raise TelegramError(400, "Bad Request: message text is empty")
        elif "rich_message" in given:
            raise self.refusal
        return await self.api.call(method, given, **more)


async def says(office: Office, screen: Screen, *, edit: int | None = None) -> None:
    post = Post(office.app.turns.owner, NOW)
    post.show(office.phones[1].user.id, screen, edit=edit, lane=Lane.REPLY)
    async with office.database.transaction() as tx:
        await outbox.add(tx, post.rows)
    office.app.sender.accept(post.rows)
    await office.app.sender.idle()


def test_lines_and_tables_become_a_native_message() -> None:
    assert rich_html(SHOWN.rich) == (
        "<p>Итог<br>дня</p><p>ещё</p><table bordered striped>"
        '<tr><th align="left"><b>Кто</b></th><th align="right">Звонки</th><th align="right">Заказы</th></tr>'
        '<tr><td align="left">Анна</td><td align="right">24/30</td><td align="right">2</td></tr>'
        '<tr><td align="left">Ира</td><td align="left" colspan="2">отпуск</td></tr></table><p>всё</p>'
    )


def test_who_stands_in_reads_it_in_both_forms() -> None:
    post = Post(0, NOW)
    post.show(5, SHOWN)
    said = on_behalf(post.rows[0].parameters, Behalf(3, 7, "За: Анна"))
    assert said["rich_message"]["html"].startswith("<p>За: Анна</p><p>Итог")
    assert said["text"].startswith("За: Анна\nИтог")


async def test_a_table_is_sent_and_changed(office: Office) -> None:
    owner = await office.owner()
    await says(office, SHOWN)
    assert owner.last.rich is not None
    assert owner.last.labels == ("Открыть",)
    owner.sees("Анна | 24/30 | 2", "Ира | отпуск")
    await says(office, Screen("слова"), edit=owner.last.id)
    owner.sees("слова")
    await says(office, SHOWN, edit=owner.last.id)
    owner.sees("Анна | 24/30 | 2")
    await says(office, SHOWN, edit=owner.last.id)  # the same again is no fault
    await says(office, SHOWN, edit=99_999)
    assert [message.rich is not None for message in owner.from_bot[-2:]] == [True, True]


async def test_by_setting_words_are_sent(database: Database) -> None:
    config = Config(access={"owner_id": 1}, digest={"rich": False})
    opened = Office(database, config)
    async with opened.open():
        owner = await opened.owner()
        await says(opened, SHOWN)
        assert owner.last.rich is None
        owner.sees("Анна — 24/30 · 2")


@pytest.mark.parametrize("edited", [False, True])
async def test_an_old_server_is_asked_once(office: Office, *, edited: bool) -> None:
    owner = await office.owner()
    await says(office, Screen("слова"))
    count = len(owner.from_bot)
    server = OldServer(office.api)
    office.app.sender._api = server
    for _ in range(2):
        await says(office, SHOWN, edit=owner.last.id if edited else None)
        owner.sees("Анна — 24/30 · 2", "Ира — отпуск")
        assert owner.last.rich is None
    first = ["editMessageText", "editMessageText"] if edited else ["sendRichMessage", "sendMessage"]
    assert server.methods == [*first, first[1]]
    assert len(owner.from_bot) == count + (0 if edited else 2)
    async with office.database.transaction() as tx:
        assert await tx.values(outbox.OWNERS) == []  # delivered, none set aside


async def test_one_table_that_is_refused_costs_only_itself(office: Office) -> None:
    owner = await office.owner()
    server = OldServer(office.api, TelegramError(400, "Bad Request: RICH_MESSAGE_TOO_LONG"))
    office.app.sender._api = server
    await says(office, SHOWN)
    owner.sees("Анна — 24/30 · 2")
    office.app.sender._api = office.api
    await says(office, SHOWN)
    owner.sees("Анна | 24/30 | 2")
