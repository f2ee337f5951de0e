"""Every screen of the bot: whatever each role can tap, type and be sent, followed a few steps deep, in both languages."""

import inspect
import re
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from functools import partial
from types import CodeType, FrameType
from typing import Any

import sqlalchemy as sa

import screens
from domain.actors import Role
from domain.orders import OrderStatus
from sandbox.phone import Phone
from screens.menu import COMMANDS, COMMON
from screens.screen import Screen
from storage.outbox import Outgoing
from storage.tables import employees
from tests.conversations.rows import Rows, lay_rows, with_load
from tests.conversations.test_failure_matrix import CLIENTS_FILE, buttons, feature, variants
from tests.office import MOSCOW, Office
from tests.rehearsal import FAILED, Answer, Rehearsal, words_of
from tests.structure.test_conversations import loaded

LANGUAGES = ("ru", "en")
DEPTH = 3
STATES = ((OrderStatus.DRAFT, True), (OrderStatus.ON_APPROVAL, True), (OrderStatus.HANDED_OVER, False))
# what a person may type where something was asked, one of which is likely to fit
TYPED = (
    "завтра", "12 500", "Смирнова Ольга Петровна", "+7 916 123-45-67", "15.12 в 14:00", "12.05.1986", "масло 20 шт", "опт",
    "7707083893", "мало мест", "?",
)  # fmt: skip
SAID = (
    "клиент 1", "лид Заря +79165550101", "клиент 1 заказ масло 5", "клиент 1 обещал 5 000 завтра", "отпуск 30.11–04.12",
    "клиент 1 перезвонить завтра в 15", "ерунда какая-то", "день рождения фирмы клиент 1 12.05", "долги", "масло",
)  # fmt: skip
CLOCKS = ("09:00", "09:30", "10:00", "10:30", "12:00", "14:00", "15:00", "16:00", "17:00", "18:30")
DAYS = 11
SPEAK = (
    sa.update(employees)
    .where(employees.c.telegram_id.is_not(None))
    .values(language=sa.bindparam("language_"))
)


@dataclass
class Shot:
    """What came of one action: messages in each language, those of the same place beside one another."""

    feature: str
    name: str
    role: str
    made_by: tuple[str, ...]
    said: dict[str, list[Outgoing]]
    roles: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.roles.add(self.role)


def screen_functions() -> dict[CodeType, str]:
    """Each public function of `screens` that returns a screen."""
    return {
        one.__code__: f"{module.__name__.removeprefix('screens.')}.{name}"
        for module in loaded(screens)
        for name, one in inspect.getmembers(module, inspect.isfunction)
        if one.__module__ == module.__name__
        and not name.startswith("_")
        and one.__annotations__.get("return") is Screen
    }


def shape(text: str) -> str:
    """The same for texts that differ in names, numbers, days and what was typed only."""
    for typed in TYPED[:-1]:
        text = text.replace(typed, "«»")
    text = re.sub(r"«[^»]*»|<b>[^<]*</b>", "«»", text)
    text = re.sub(r"\b[а-я]+(?:аря|еля|преля|мая|июня|июля|арта|ября|уста)\b|\bмая\b", "", text)
    text = re.sub(r"\b(пн|вт|ср|чт|пт|сб|вс)\b|\d[\d\s.,:%]*", "0", text)
    text = re.sub(r"(Клиент|Коллега|Акция|Выставка|Имя) 0", "N", text)
    lines = [line.strip() for line in text.splitlines()]
    return "\n".join(dict.fromkeys(lines))


def shape_of(rows: list[Outgoing]) -> str:
    drawn = []
    for row in rows:
        keyboard = (row.parameters.get("reply_markup") or {}).get("inline_keyboard", ())
        labels = dict.fromkeys(shape(button["text"]) for line in keyboard for button in line)
        drawn.append(shape(words_of(row)) + "|" + "|".join(labels))
    return "\n".join(drawn)


def buttons_of(rows: list[Outgoing]) -> Iterator[str]:
    for row in rows:
        for line in (row.parameters.get("reply_markup") or {}).get("inline_keyboard", ()):
            yield from (button["callback_data"] for button in line if "callback_data" in button)


Act = Callable[[], Awaitable[Answer]]


@dataclass
class Crawl:
    """`shots` by shape; `shown` the screen functions that were called."""

    rehearsal: Rehearsal
    most: int
    shots: dict[str, Shot] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    acted: int = 0
    failed: list[str] = field(default_factory=list)
    _seen: set[tuple[str, ...]] = field(default_factory=set)
    _codes: dict[CodeType, str] = field(default_factory=screen_functions)
    _called: dict[str, None] = field(default_factory=dict)

    @contextmanager
    def traced(self) -> Iterator[None]:
        def note(frame: FrameType, event: str, argument: Any) -> None:
            if name := self._codes.get(frame.f_code):
                self._called[name] = None

        before = sys.gettrace()
        sys.settrace(note)
        try:
            yield
        finally:
            sys.settrace(before)

    @property
    def functions(self) -> set[str]:
        return set(self._codes.values())

    async def follow(self, phone: Phone, role: str, name: str, act: Act, depth: int = 0) -> None:
        """Does it, looks at what is new, goes on from there; then the same in English, when it was new."""
        database = self.rehearsal.database
        with database.undone():
            answer, called = await self._watched(act)
            fresh = self._note(answer, name, role, called)
            if fresh is not None and depth < DEPTH:
                for further, label in self._next(phone, role, answer):
                    if self.acted < self.most:
                        await self.follow(phone, role, label, further, depth + 1)
        if fresh is not None:
            with database.undone():
                await self._speak("en")
                again, _ = await self._watched(act)
                fresh.said["en"] = self._rows(again)

    async def _speak(self, language: str) -> None:
        async with self.rehearsal.database.transaction() as tx:
            await tx.run(SPEAK, language_=language)

    async def _watched(self, act: Act) -> tuple[Answer, tuple[str, ...]]:
        self._called.clear()
        self.acted += 1
        with self.traced():
            answer = await act()
        self.shown.update(self._called)
        return answer, tuple(self._called)

    def _rows(self, answer: Answer) -> list[Outgoing]:
        """Messages and notices with words; to the actor first, then to others."""
        return [
            row for row in (*answer.said, *answer.told) if row.method != "setMyCommands" and words_of(row)
        ]

    def _note(self, answer: Answer, name: str, role: str, called: tuple[str, ...]) -> Shot | None:
        rows = self._rows(answer)
        if answer.code == FAILED:
            self.failed.append(f"{role}: {name}: {self.rehearsal.failure()}")
            return None
        if not rows:
            return None
        key = shape_of(rows)
        if (known := self.shots.get(key)) is not None:
            known.roles.add(role)
            return None
        part = called[-1].partition(".")[0] if called else name.partition(".")[0].partition(" ")[0]
        self.shots[key] = Shot(part, name, role, called, {"ru": rows})
        return self.shots[key]

    def _next(self, phone: Phone, role: str, answer: Answer) -> Iterator[tuple[Act, str]]:
        rehearsal, state = self.rehearsal, answer.stored.state or ""
        for data in dict.fromkeys(buttons_of([row for row in answer.said if row.method != "setMyCommands"])):
            mark = (role, re.sub(r"\d+", "0", data), state)
            if mark not in self._seen:
                self._seen.add(mark)
                yield partial(rehearsal.tap, phone, data), data
        if state and (role, "typed", state) not in self._seen:
            self._seen.add((role, "typed", state))
            for text in TYPED:
                yield partial(rehearsal.say, phone, text), f"{state} ← {text}"

    # --- what nobody asked for

    async def pushes(self, phones: dict[int, str]) -> None:
        """Two weeks of the clock, from the first screen of each kind that anybody is sent."""
        for language in LANGUAGES:
            with self.rehearsal.database.undone():
                await self._speak(language)
                await self._weeks(phones, language)

    async def _weeks(self, phones: dict[int, str], language: str) -> None:
        office, heard = self.rehearsal.office, self.rehearsal.heard
        office.app.scheduler.outlet = heard
        start = office.now
        try:
            self._called.clear()
            for moment in self._moments(office):
                office.now = moment
                with self.traced():
                    await office.app.scheduler.tick()
                for row in heard.take():
                    name = f"{moment.astimezone(MOSCOW):%d.%m %H:%M}"
                    self._note_push(row, phones.get(row.chat_id, "?"), name, language)
                self.shown.update(self._called)
        finally:
            office.now = start

    def _note_push(self, row: Outgoing, role: str, name: str, language: str) -> None:
        """English is laid beside Russian by the hour and the number of the message."""
        if language == "ru":
            key = shape_of([row])
            if key not in self.shots:
                self.shots[key] = Shot("pushes", name, role, (), {"ru": [row]})
            return
        for shot in self.shots.values():
            same = (shot.feature, shot.name, shot.role) == ("pushes", name, role)
            if same and "en" not in shot.said and self._alike(shot.said["ru"][0], row):
                shot.said["en"] = [row]
                return

    @staticmethod
    def _alike(one: Outgoing, other: Outgoing) -> bool:
        return one.chat_id == other.chat_id and [*buttons_of([one])] == [*buttons_of([other])]

    @staticmethod
    def _moments(office: Office) -> list[datetime]:
        """Computed at once: the office's day moves on meanwhile."""
        moments = [
            datetime.combine(office.today + timedelta(days=day), time.fromisoformat(clock), tzinfo=MOSCOW)
            for day in range(DAYS)
            for clock in CLOCKS
        ]
        return [moment.astimezone(UTC) for moment in moments if moment.astimezone(UTC) > office.now]


async def staff(office: Office) -> dict[Role, Phone]:
    """One of each role, and a colleague of the manager's."""
    found = {Role.OWNER: await office.owner()}
    for role, name in (
        (Role.LEAD, "Борис"),
        (Role.MANAGER, "Анна"),
        (Role.SUPPORT, "Вера"),
        (Role.ACCOUNTANT, "Галина"),
        (Role.LOGISTICS, "Денис"),
    ):
        found[role] = await office.hires(name, role)
    await office.hires("Ира")
    return found


async def lay(office: Office, phones: dict[Role, Phone]) -> list[Rows]:
    anna, boris = [await office.actor(phones[role]) for role in (Role.MANAGER, Role.LEAD)]
    laid = [await lay_rows(office, anna, boris, status=status, held=held) for status, held in STATES]
    await phones[Role.MANAGER].sends_file("клиенты.csv", CLIENTS_FILE)
    return [await with_load(office, rows) for rows in laid]


async def crawl(
    office: Office, rehearsal: Rehearsal, *, only: str | None = None, most: int = 12_000
) -> Crawl:
    """All features, or one of them; `most` actions of a role at most."""
    phones = await staff(office)
    laid = await lay(office, phones)
    await rehearsal.begin()
    found = Crawl(rehearsal, 0)
    for role, phone in phones.items():
        found.most += most
        if only is None:
            names = ("start", *COMMANDS[role], *COMMON)
            for text in (*(f"/{name}" for name in names), *SAID):
                await found.follow(phone, role.value, text, partial(rehearsal.say, phone, text))
        for button in buttons():
            if only is not None and feature(button) != only:
                continue
            for rows in laid:
                for data in variants(button, rows):
                    await found.follow(phone, role.value, data, partial(rehearsal.tap, phone, data), 1)
    if only is None:
        await found.pushes({phone.user.id: role.value for role, phone in phones.items()})
    return found
