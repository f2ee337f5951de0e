"""A week of two teams, two leads, a head and an owner: every digest equal, word by word, to one counted from the raw rows."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta

import pytest

from domain.digest import DigestSettings
from sandbox.view import Message
from screens.callbacks.digest import OpenAlarms
from storage.database import Database
from tests.lead_week import (
    BEFORE,
    FIRST,
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Away,
    LeadWeek,
)
from tests.lead_week_figures import Book
from tests.lead_week_texts import every_alarm, month, off_pace, plan, result, week
from tests.office import Office, usual_config

EAST, WEST = ("Глеб",), ("Борис", "Вера", "Олег")
READERS = (*EAST, *WEST)
HEADS = ("План дня", "Не в темпе", "Итог дня", "Итог недели", "Итог месяца")
NUMBER = re.compile(r"\d+(?:[\u00a0.,]\d+)*")


class Eye:
    """Looks at each reader's new digests, and counts the figures that agreed."""

    def __init__(self, played: LeadWeek, *, rich: bool) -> None:
        self.week, self.rich = played, rich
        self.seen = dict.fromkeys(READERS, 0)
        self.agreed: Counter[str] = Counter()

    def new(self, name: str) -> list[Message]:
        messages = self.week.phones[name].from_bot
        fresh = messages[self.seen[name] :]
        self.seen[name] = len(messages)
        return [one for one in fresh if one.text.startswith(HEADS)]

    def skip(self) -> None:
        for name in READERS:
            self.new(name)

    async def agrees(self, kind: str, day: date, names: tuple[str, ...]) -> None:
        """Whoever is to read it has it, and nobody else has anything."""
        book = await Book.read(self.week)
        for name in READERS:
            wanted = self.wanted(kind, book, name, day) if name in names else []
            told = self.new(name)
            assert len(told) == bool(wanted), (kind, day, name, wanted)
            if told:
                self.compare(f"{kind} {day} {name}", told[0].text, wanted)
        if names == WEST:
            self.check_sums(book, day)

    def wanted(self, kind: str, book: Book, name: str, day: date) -> list[str]:
        reader = book.reader(name)
        if kind == "off_pace":
            return off_pace(book, reader, day)
        if kind == "month":
            return month(book, reader, date(2026, 11, 30), day, rich=self.rich)
        tell = {"plan": plan, "result": result, "week": week}[kind]
        return tell(book, reader, day, rich=self.rich)

    def compare(self, what: str, text: str, wanted: list[str]) -> None:
        lines = [line for line in text.splitlines() if line.strip()]
        assert lines == wanted, "\n".join([what, *lines, "--- counted again:", *wanted])
        self.agreed[what.split(maxsplit=1)[0]] += len(NUMBER.findall("\n".join(lines)))

    def check_sums(self, book: Book, day: date) -> None:
        """The head's figures are those of both teams together."""
        teams = [book.together(book.reader(name), MONDAY, day) for name in ("Борис", "Глеб")]
        assert book.together(book.reader("Вера"), MONDAY, day) == teams[0] + teams[1]

    async def reads_english(self, day: date) -> None:
        """A colleague of Борис has the same figures in other words."""
        book = await Book.read(self.week)
        wanted = "\n".join(week(book, book.reader("Joan"), day, rich=self.rich))
        told = self.week.phones["Joan"].sees(
            "Result of the week · 23–27 November", "Today: orders", "Needs attention", "Wins"
        )
        figures = [
            sorted(one.replace(",", ".") for one in NUMBER.findall(text)) for text in (told.text, wanted)
        ]
        assert figures[0] == figures[1], f"{told.text}\n{wanted}"
        for said in ("broken, due", "ahead of everybody in the week", "last week"):
            assert said in told.text
        self.agreed["english"] += len(figures[0])

    async def opens_all(self, day: date) -> None:
        """«Показать все» of each reader."""
        for name in READERS:
            await self.week.phones[name].sends_callback(OpenAlarms(team=0).pack())
            book = await Book.read(self.week)
            wanted = every_alarm(book, book.reader(name), day)
            for id_ in book.reader(name).ids:
                self.week.log.looks.setdefault(id_, {})[day] = book.overdue(id_)
            self.compare(f"all {day} {name}", self.week.phones[name].from_bot[-1].text, wanted)
            self.new(name)


@pytest.fixture(params=[True, False], ids=["table", "words"])
async def company(request: pytest.FixtureRequest, database: Database) -> AsyncIterator[tuple[LeadWeek, Eye]]:
    rich = bool(request.param)
    config = usual_config().model_copy(update={"digest": DigestSettings(rich=rich)})
    office = Office(database, config)
    async with office.open():
        played = await LeadWeek(office, seed=8 if rich else 21).gather()
        yield played, Eye(played, rich=rich)


async def comes(played: LeadWeek, clock: str, day: date | None = None) -> None:
    """What was due before the very minute has happened by then."""
    minute = datetime.combine(FIRST, time.fromisoformat(clock)) - timedelta(minutes=1)
    await played.office.waits_until(f"{minute:%H:%M}", day)
    await played.office.waits_until(clock)


async def a_day(played: LeadWeek, eye: Eye, day: date) -> None:
    """Plans, work, the warning of three o'clock and results, first in the east, two hours later in the west."""
    office = played.office
    last = day in (BEFORE, FRIDAY)
    await comes(played, "07:00", day)
    await eye.agrees("plan", day, EAST)
    await comes(played, "09:00")
    await eye.agrees("plan", day, WEST)
    await office.waits_until("10:05")
    await played.works()
    if day < FRIDAY:
        await played.gives_errand("Борис", "Олеся", "Ветер", time(18))
    await office.waits_until("12:00")
    await played.file(5)
    await played.works()
    await comes(played, "13:00")
    await eye.agrees("off_pace", day, EAST)
    await played.accepts()
    await beside(played, day)
    await office.waits_until("14:30")
    await played.works()
    await comes(played, "15:00")
    await eye.agrees("off_pace", day, WEST)
    await office.waits_until("16:10")
    await played.works(most=9)
    await comes(played, "16:30")
    await eye.agrees("week" if last else "result", day, EAST)
    await office.waits_until("17:20")
    if day == FRIDAY:
        await played.hires("Joan", "Опт", language="en")
    await played.works(names="Анна Ира Олеся")
    await played.decides("Борис")
    await comes(played, "18:30")
    await eye.agrees("week" if last else "result", day, WEST)
    if day == FRIDAY:
        await eye.reads_english(day)
    await office.waits_until("18:40")
    await eye.opens_all(day)


async def beside(played: LeadWeek, day: date) -> None:
    """What happens once in the week."""
    people = played.people
    if day == MONDAY:
        anna = Away(people["Анна"].id, WEDNESDAY, THURSDAY, "vacation", people["Ира"].id)
        await played.is_away("Борис", "отпуск Анны 25–26.11 → Ира", anna)
        await played.gives_errand("Глеб", "Юля", "Гранит", time(16))
    if day in (TUESDAY, FRIDAY):
        await played.withdraws()
    if day == FRIDAY:
        assert await played.gives_up_moved()
    if day == WEDNESDAY:
        await played.refuses()
        row = next(row for row in await played.rows("clients") if row["name"] == "Свой")
        await played.sell(people["Борис"], row["id"])
    if day == THURSDAY:
        await played.decides("Глеб")
        assert await played.transfers("Олеся", "Юля", 3)
        assert await played.transfers("Анна", "Ира", 2)
        timur = Away(people["Тимур"].id, FRIDAY, FRIDAY, "sick")
        await played.phones["Глеб"].says("больничный Тимура 27.11")
        await played.phones["Глеб"].taps("Без замены")
        await played.phones["Глеб"].taps("Поставить")
        played.log.away.append(timur)
    await played.note()


async def test_every_figure_of_a_week_is_what_the_rows_say(company: tuple[LeadWeek, Eye]) -> None:
    played, eye = company
    await played.sets_targets()
    eye.skip()
    for day in (BEFORE, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY):
        await a_day(played, eye, day)
    office = played.office
    await comes(played, "07:00", FIRST)
    await eye.agrees("plan", FIRST, EAST)
    await office.waits_until("07:05")
    await eye.agrees("month", FIRST, EAST)
    await comes(played, "09:00")
    await eye.agrees("plan", FIRST, WEST)
    await office.waits_until("09:05")
    await eye.agrees("month", FIRST, WEST)
    assert eye.agreed.total() > 3500, eye.agreed
