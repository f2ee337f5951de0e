"""A company in a test: the real dispatcher, sender and scheduler over the sandbox's Telegram, and a clock that obeys."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zlib import crc32
from zoneinfo import ZoneInfo

from bot.app import App, Entrance, build_app, entrance_of
from bot.config import Config, Telegram
from bot.listening import Ears
from bot.pacing import Limits
from bot.telegram import NetworkError, TelegramError, file_field
from domain.actors import Actor, Role
from sandbox.errors import ApiError, ConnectionDroppedError
from sandbox.files import Upload
from sandbox.phone import Phone
from sandbox.telegram import Telegram as Sandbox
from storage import employees
from storage.database import Database
from tests.drawing import FakeArtist
from usecases import people, pushes
from usecases.work import Work

MOSCOW = ZoneInfo("Europe/Moscow")
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=MOSCOW)
OWNER_ID = 1


def number_of(name: str) -> str:
    """A phone number of its own for each name: clients of one number stand in one line of the list."""
    return f"+7916{crc32(name.encode()) % 10**7:07}"


class SandboxApi:
    """The sandbox where the bot expects Telegram, without HTTP between."""

    def __init__(self, telegram: Sandbox) -> None:
        self._telegram = telegram

    async def call(
        self,
        method: str,
        parameters: dict[str, Any] | None = None,
        *,
        file: tuple[str, bytes] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> Any:
        files: Mapping[str, Upload] = {file_field(method): Upload(*file)} if file else {}
        try:
            return await self._telegram.call(method, parameters or {}, files)
        except ApiError as error:
            if error.code >= 500:
                raise NetworkError(str(error)) from None
            after = (error.parameters or {}).get("retry_after")
            raise TelegramError(error.code, error.description, after) from None
        except ConnectionDroppedError:
            raise NetworkError("dropped") from None

    async def download(self, file_id: str, limit: int) -> bytes:
        described = await self.call("getFile", {"file_id": file_id})
        data: bytes = self._telegram.get_file(described["file_path"]).data
        if len(data) > limit:
            raise TelegramError(413, "file is too big")
        return data


@lru_cache(maxsize=1)
def usual_config() -> Config:
    return Config(telegram=Telegram(limits=Limits(0, 0, 0)), access={"owner_id": OWNER_ID})


@lru_cache(maxsize=1)
def usual_entrance() -> Entrance:
    """Of the settings as they come: made once, it remembers nothing of whom it let in."""
    return entrance_of(Config())


class Office:
    """`now` moves only when a test says so."""

    def __init__(self, database: Database, config: Config | None = None, ears: Ears | None = None) -> None:
        self.now = MONDAY.astimezone(UTC)
        self.database = database
        self.telegram = Sandbox(now=self.clock)
        self.api = SandboxApi(self.telegram)
        self.config = config or usual_config()
        self.artist = FakeArtist()
        self.app: App = build_app(
            self.config,
            self.api,
            database=database,
            clock=self.clock,
            ears=ears,
            artist=self.artist,
            entrance=usual_entrance() if config is None else None,
        )
        self._offset = 0
        self._looks = True
        self._next_user = 100
        self.phones: dict[int, Phone] = {}

    def clock(self) -> datetime:
        return self.now

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Office"]:
        async with self.app.sending():
            yield self

    async def settle(self) -> None:
        """Everything that was sent is handled, and everything that was answered has arrived; what a test laid itself, too."""
        self._looks = True
        await self._settle()

    async def _settle(self) -> None:
        while True:
            updates = await self.telegram.call("getUpdates", {"offset": self._offset, "timeout": 0})
            if updates:
                await self.app.turns.run(updates)
                self._offset = updates[-1]["update_id"] + 1
                continue
            await self.app.sender.idle()
            if not await self._works_beside():
                return

    async def _works_beside(self) -> bool:
        """Files and voices: by the clock, and from the first that came on."""
        called = self.app.files.woken.is_set() or self.app.voices.bell.rung.is_set()
        if not self._looks and not called:
            return False
        self._looks = await self.app.files.work() or await self.app.voices.work()
        return self._looks

    async def waits_until(self, clock: str, day: date | None = None) -> None:
        """The clock moves on to `clock` («09:00», Moscow time) of `day`, or of today, and what is due happens."""
        local = self.now.astimezone(MOSCOW)
        moment = datetime.combine(day or local.date(), time.fromisoformat(clock), tzinfo=MOSCOW)
        assert moment.astimezone(UTC) >= self.now, "the clock goes forward only"
        self.now = moment.astimezone(UTC)
        await self.app.scheduler.tick()
        await self.settle()

    async def passes(self, **by: float) -> None:
        self.now += timedelta(**by)
        await self.app.scheduler.tick()
        await self.settle()

    @property
    def today(self) -> date:
        return self.now.astimezone(MOSCOW).date()

    def phone(self, name: str, user_id: int | None = None, language: str = "ru") -> Phone:
        """Somebody with a phone, a stranger so far."""
        if user_id is None:
            self._next_user += 1
            user_id = self._next_user
        first, _, last = name.partition(" ")
        user = self.telegram.user(user_id, first, last or None, language_code=language)
        self.phones[user_id] = Phone(self.telegram, user, self._settle)
        return self.phones[user_id]

    async def owner(self) -> Phone:
        if OWNER_ID not in self.phones:
            await self.phone("Олег", OWNER_ID).starts()
        return self.phones[OWNER_ID]

    async def hires(
        self,
        name: str,
        role: Role = Role.MANAGER,
        *,
        team: int | None = None,
        language: str = "ru",
        timezone: str = "",
    ) -> Phone:
        """Somebody who is in already; a manager or a lead without `team` joins the first one."""
        phone = self.phone(name, language=language)
        async with self.database.transaction() as tx:
            work = Work(tx, self.now, self.app.turns.rules)
            if team is None and role is not Role.OWNER:
                teams = await employees.teams_by_id(tx)
                team = teams[0].id if teams else await tx.value(employees.ADD_TEAM, name="Опт")
            actor = await people.admit(
                work, people.Newcomer(phone.user.id, name, language), role, team, timezone=timezone
            )
            await pushes.plan_all(work, actor)
        await phone.starts()
        return phone

    async def actor(self, phone: Phone) -> Actor:
        async with self.database.transaction() as tx:
            found = await employees.find_by_telegram(tx, phone.user.id)
        assert found is not None
        return found

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """A transaction at the office's hour, to lay facts or to look at them."""
        async with self.database.transaction() as tx:
            yield Work(tx, self.now, replace(self.app.turns.rules))
