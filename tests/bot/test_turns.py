"""An update is a turn, a turn is one transaction."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import sqlalchemy as sa
import structlog
from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message

from bot.app import build_app
from bot.config import Config
from domain.actors import Role
from handlers.turn import Turn
from screens.screen import Screen
from storage import conversations, outbox
from storage.database import Database, Transaction
from storage.tables import seen_updates, teams
from tests.bot.fakes import FakeApi
from tests.office import OWNER_ID, Office
from usecases.errors import NotFoundError

TEAMS = sa.select(teams.c.name).order_by(teams.c.id)
SEEN = sa.select(seen_updates.c.update_id).order_by(seen_updates.c.update_id)
ADD_TEAM = sa.insert(teams).values(name=sa.bindparam("name")).returning(teams.c.id)


class Ask(StatesGroup):
    name = State()


async def on_note(message: Message, turn: Turn) -> None:
    """Leaves a fact that a test can look for."""
    await turn.work.tx.value(ADD_TEAM, name=(message.text or "").partition(" ")[2])
    turn.show(Screen(f"записано: {message.text}"))


async def on_ask(_: Message, turn: Turn) -> None:
    turn.conversation.enter(Ask.name)


async def on_break(_: Message, turn: Turn) -> None:
    await turn.work.tx.value(ADD_TEAM, name="не должно остаться")
    turn.conversation.enter(Ask.name)
    turn.say(Screen("не должно уйти"))
    raise ZeroDivisionError


async def on_refuse(_: Message, turn: Turn) -> None:
    turn.conversation.leave()
    raise NotFoundError(what="client", id=1)


@pytest.fixture
async def office(office: Office) -> Office:
    """The company with four handlers of its own before all others."""
    router = Router(name="test")
    for handler, command in ((on_note, "note"), (on_ask, "ask"), (on_break, "break"), (on_refuse, "refuse")):
        router.message.register(handler, Command(command))
    office.app.turns.dispatcher.sub_routers.insert(0, router)
    await office.owner()
    return office


def written(number: int, text: str, user: int = OWNER_ID, chat: int | None = None) -> dict[str, Any]:
    """An update as Telegram sends it."""
    place = (
        {"id": chat, "type": "group", "title": "Опт"}
        if chat
        else {"id": user, "type": "private", "first_name": "О"}
    )
    entities = (
        [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
        if text[0] == "/"
        else []
    )
    sender = {"id": user, "is_bot": False, "first_name": "О", "language_code": "ru"}
    body = {"message_id": number, "date": 1_795_000_000, "chat": place, "from": sender, "text": text}
    return {"update_id": number, "message": body | {"entities": entities}}


async def noted(database: Database) -> list[str]:
    async with database.transaction() as tx:
        return await tx.values(TEAMS)


async def state_of(office: Office) -> str | None:
    async with office.database.transaction() as tx:
        return (await conversations.read(tx, OWNER_ID, OWNER_ID)).state


async def test_an_update_seen_twice_is_done_once(office: Office) -> None:
    update = written(1001, "/note Опт")
    await office.app.turns.run([update, update])
    await office.app.turns.run([update])
    assert await noted(office.database) == ["Опт"]
    assert office.app.metrics.repeated._value.get() == 2
    await office.settle()
    assert len([one for one in office.phones[OWNER_ID].from_bot if "записано" in one.text]) == 1


async def test_a_turn_that_fails_is_undone_alone_and_answered_with_a_code_that_the_log_has(
    office: Office,
) -> None:
    with structlog.testing.capture_logs() as logs:
        await office.app.turns.run(
            [written(1001, "/note до"), written(1002, "/break"), written(1003, "/note после")]
        )
    await office.settle()
    assert await noted(office.database) == ["до", "после"]
    assert await state_of(office) is None
    owner = office.phones[OWNER_ID]
    owner.does_not_see("не должно уйти", anywhere=True)
    apology = owner.sees("Не получилось, ничего не изменено", anywhere=True)
    code = re.search(r"код (\w{6})", apology.text)
    assert code is not None
    failure = next(one for one in logs if one["event"] == "turn_failed")
    assert failure["reference"] == code[1]
    assert isinstance(failure["exc_info"], ZeroDivisionError)
    assert office.app.metrics.failed._value.get() == 1


async def test_a_turn_that_failed_is_not_done_again(office: Office) -> None:
    await office.app.turns.run([written(1001, "/break")])
    await office.app.turns.run([written(1001, "/break")])
    assert office.app.metrics.failed._value.get() == 1


async def test_a_refusal_keeps_the_dialogue_where_it_was(office: Office) -> None:
    await office.app.turns.run([written(1001, "/ask")])
    assert await state_of(office) == Ask.name.state
    await office.app.turns.run([written(1002, "/refuse")])
    assert await state_of(office) == Ask.name.state
    await office.settle()
    assert office.phones[OWNER_ID].new
    assert office.app.metrics.failed._value.get() == 0


async def test_updates_of_one_chat_keep_their_order_and_chats_do_not_mix(office: Office) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    names = [f"{number:02}" for number in range(20)]
    batch = [
        written(1001 + number, f"/note {name}", OWNER_ID if number % 2 else boris.user.id)
        for number, name in enumerate(names)
    ]
    await office.app.turns.run(batch)
    found = [name for name in await noted(office.database) if name in names]
    assert [name for name in found if int(name) % 2] == names[1::2]
    assert [name for name in found if not int(name) % 2] == names[::2]
    await office.settle()
    shown = [one.text for one in boris.from_bot if "записано" in one.text]
    assert shown == [f"записано: /note {name}" for name in names[::2]]


async def test_an_update_that_cannot_be_read_stops_nothing(office: Office) -> None:
    unreadable = {"update_id": 1002, "message": {"message_id": "?"}}
    await office.app.turns.run([written(1001, "/note а"), unreadable, written(1003, "/note б")])
    assert sorted(await noted(office.database)) == ["а", "б"]
    async with office.database.transaction() as tx:
        assert 1002 in await tx.values(SEEN)


async def test_what_nobody_has_to_answer_is_seen_and_left(office: Office) -> None:
    await office.app.turns.run([{"update_id": 1001}])
    async with office.database.transaction() as tx:
        assert 1001 in await tx.values(SEEN)
        assert await tx.value(outbox.COUNT) == 0


async def test_strangers_in_a_group_get_silence_and_in_private_one_neutral_line(office: Office) -> None:
    stranger = office.phone("Кто-то")
    group = office.telegram.group(-100, "Опт", [stranger.user])
    await stranger.in_group(group).says("/start")
    assert stranger.in_group(group).from_bot == []
    await stranger.says("что это?")
    stranger.sees("Это рабочий бот")


class Stubborn(Database):
    """Lets turns do their work and then cannot commit, as often as it was told."""

    def __init__(self, inner: Database, failures: int) -> None:
        super().__init__(inner.url)
        self._inner = inner
        self.dialect = inner.dialect
        self.failures = failures

    @property
    def one_writer(self) -> bool:
        return self._inner.one_writer

    @property
    def integrity_errors(self) -> tuple[type[Exception], ...]:
        return self._inner.integrity_errors

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with self._inner.transaction() as tx:
            yield tx
            if self.failures:
                self.failures -= 1
                raise OSError("disk full")

    async def close(self) -> None:
        await self._inner.close()


async def test_what_could_not_be_committed_is_neither_done_nor_said_nor_acknowledged(
    database: Database,
) -> None:
    stubborn = Stubborn(database, failures=0)
    office = Office(stubborn)
    router = Router(name="test")
    router.message.register(on_note, Command("note"))
    office.app.turns.dispatcher.sub_routers.insert(0, router)
    async with office.open():
        await office.owner()
        stubborn.failures = 1
        with pytest.raises(OSError, match="disk full"):
            await office.app.turns.run([written(1001, "/note а")])
        assert office.app.sender.waiting == 0
        assert await noted(database) == []
        await office.app.turns.run([written(1001, "/note а")])
        assert await noted(database) == ["а"]


async def test_two_apps_live_in_one_process(base: Database) -> None:
    one, other = (build_app(Config(), FakeApi(), database=base) for _ in range(2))
    assert other.turns.owner != one.turns.owner
    assert other.metrics.registry is not one.metrics.registry
