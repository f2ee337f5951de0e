"""What no tap from a menu reaches: screens that came up while a transcript was told, drawn again in both languages.

A transcript runs as it does among the tests; what it gave to a screen is kept and drawn from the value alone. What was in
words in the value already stays in the language it was told in.
"""

import io
import sys
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import pytest

from domain.calendar import WorkCalendar
from domain.choices import date_choices
from screens import birthdays, call_asks
from screens.callbacks.calls import LogPromise
from screens.screen import Screen
from screens.words import Catalogue, Words
from storage.outbox import Outgoing
from tests.gallery.crawl import LANGUAGES, Crawl, Shot, screen_functions, shape_of
from tests.gallery.stories import STORIES
from usecases.post import Post

FOLDER = Path(__file__).parents[1]
# screens of one function that differ by more than names and numbers
VARIANTS = 4
MOMENT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
VALUE = "value"


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen of `function` («module.name»), as `story` brought it about."""

    function: str
    story: str
    said: Mapping[str, list[Outgoing]]


def node(file: str, name: str) -> str:
    return f"{FOLDER / file}::{name}[sqlite]"


def draw(make: FunctionType, given: Mapping[str, Any], words: Words) -> list[Outgoing]:
    """As it would be sent: the arguments of a call, in another language."""
    post = Post(owner=0, now=MOMENT)
    own = {name: words if isinstance(value, Words) else value for name, value in given.items()}
    screen = make(**own)
    assert isinstance(screen, Screen)
    post.show(1, screen)
    return post.rows


@dataclass
class Recorder:
    """A plugin of pytest's: notes each call of a screen function while a test is told. `failed` are stories that broke."""

    scenes: dict[tuple[str, str], Scene] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    _codes: dict[CodeType, str] = field(default_factory=screen_functions)
    _makers: dict[CodeType, FunctionType] = field(default_factory=dict)
    _calls: list[tuple[CodeType, dict[str, Any]]] = field(default_factory=list)
    _catalogue: Catalogue = field(default_factory=Catalogue)

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Iterator[None]:
        self._calls.clear()
        before = sys.gettrace()
        sys.settrace(self._note)
        try:
            return (yield)
        finally:
            sys.settrace(before)
            self._draw(pyfuncitem.originalname)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    def _note(self, frame: FrameType, event: str, argument: Any) -> None:
        if frame.f_code in self._codes:
            self._calls.append((frame.f_code, dict(frame.f_locals)))

    def _draw(self, story: str) -> None:
        for code, given in self._calls:
            function = self._codes[code]
            if sum(name == function for name, _ in self.scenes) >= VARIANTS:
                continue
            said = {one: draw(self._maker(code), given, self._catalogue[one]) for one in LANGUAGES}
            self.scenes.setdefault((function, shape_of(said["ru"])), Scene(function, story, said))

    def _maker(self, code: CodeType) -> FunctionType:
        if code not in self._makers:
            module, _, name = self._codes[code].rpartition(".")
            self._makers[code] = getattr(sys.modules[f"screens.{module}"], name)
        return self._makers[code]


def by_hand() -> list[Scene]:
    """What no transcript shows either, of values as they would be."""
    today, name = MOMENT.date(), "Смирнова Ольга Петровна"
    promise = LogPromise(client=1, person=1, seen=1, amount=120_000_00)
    choices = date_choices(today, WorkCalendar(), with_today=True)
    laid: tuple[tuple[str, Any, dict[str, Any]], ...] = (
        (
            "birthdays.deferred",
            birthdays.deferred,
            {"name": name, "until": date(2026, 12, 7), "today": today},
        ),
        ("birthdays.refused", birthdays.refused, {"name": name}),
        (
            "call_asks.ask_promise_day",
            call_asks.ask_promise_day,
            {"name": "Ромашка", "data": promise, "choices": choices},
        ),
    )
    catalogue = Catalogue()
    return [
        Scene(
            function,
            "by hand",
            {one: draw(make, {"words": catalogue[one], **given}, catalogue[one]) for one in LANGUAGES},
        )
        for function, make, given in laid
    ]


def tell() -> tuple[list[Scene], list[str]]:
    """Every story once; may run in a process of its own."""
    recorder = Recorder()
    nodes = [node(file, name) for file, names in STORIES.items() for name in names]
    with redirect_stdout(io.StringIO()) as told:
        code = pytest.main(
            ["-q", "--no-cov", "-p", "no:cacheprovider", "-p", "no:xdist", *nodes], plugins=[recorder]
        )
    if code not in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}:
        recorder.failed.append(told.getvalue())
    return [*recorder.scenes.values(), *by_hand()], recorder.failed


def hang(found: Crawl, scenes: list[Scene], *, only: str | None = None) -> None:
    """Beside what the crawl found, only what it did not."""
    reached = frozenset(found.shown)
    for number, scene in enumerate(scenes):
        part = scene.function.partition(".")[0]
        if scene.function in reached or only not in {None, part}:
            continue
        found.shown.add(scene.function)
        shot = Shot(part, scene.story, VALUE, (scene.function,), dict(scene.said))
        found.shots[f"{VALUE} {number}"] = shot
