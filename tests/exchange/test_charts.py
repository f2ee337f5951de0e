"""Charts as pictures, and the process that draws them."""

import ast
import asyncio
import io
import json
import struct
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from bot import drawing
from bot.drawing import NotDrawnError, Painter, build_picture, serve
from domain.charts import Chart, Parts, Rows, Series, Stacks, from_json, to_json
from exchange.charts import draw, paint
from exchange.svg import Anchor, Canvas, cut, width_of

HOURS = Parts(
    "Дозвон по часам",
    "Анна · 27.10–23.11",
    ("9", "10", "11"),
    Series("звонков", (60, 82, 4)),
    Series("дозвонов", (19, 34, 4)),
    ("32 %", "41 %", ""),
    (False, False, True),
    "меньше 10 звонков",
)
WEEKS = Stacks(
    "Почему отказывают",
    "Команда & Ко · с 19.10",
    ("19.10", "26.10"),
    (Series("Цена", (4, 9)), Series("Другое", (1, 0), quiet=True)),
)
EMPTY = Parts("Пусто", "", (), Series("a", ()), Series("b", ()), ())
ZERO = Stacks("Пусто", "", ("1",), (Series("a", (0,)),))
MANY = Stacks("Много", "x" * 200, ("1",), tuple(Series(str(number), (number,)) for number in range(12)))
LONG = (
    "Общество с ограниченной ответственностью «Константинопольская торгово-закупочная компания» & Ко <\x00>"
)
DEBTS = Rows(
    "Долги: 14 110 177 ₽, просрочено 3 330 967 ₽, и это ещё далеко не всё",
    "Команда · по файлу от 20.11",
    tuple(f"{LONG} {number}" for number in range(12)),
    (Series("срок не наступил", tuple(range(12))), Series("просрочено", (0, 10**13, *range(10)))),
    tuple(f"{10**number} ₽" for number in range(12)),
)
ONE = Rows("Долгов нет", "", ("Срок не наступил",), (Series("срок не наступил", (0,)),), ("0 ₽",))
CHARTS = [HOURS, WEEKS, EMPTY, ZERO, MANY, DEBTS, ONE]


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_is_a_picture_for_a_phone(chart: Chart) -> None:
    png = draw(chart)
    width, height = size(png)
    assert width == 1080
    assert height == 1080 or (chart is ONE and height < 500)
    assert len(png) < 200_000
    assert from_json(json.loads(asked(chart))) == chart


@dataclass
class Ruler(Canvas):
    """Remembers the box of every text: left, right, middle, size."""

    texts: list[tuple[float, float, float, float]] = field(default_factory=list)

    def write(
        self,
        x: float,
        middle: float,
        text: str,
        pixels: float,
        colour: str,
        *,
        anchor: Anchor = "start",
        bold: bool = False,
    ) -> None:
        wide = width_of(text, pixels, bold=bold)
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        if text:
            self.texts.append((left, left + wide, middle, pixels))
        super().write(x, middle, text, pixels, colour, anchor=anchor, bold=bold)


@pytest.mark.parametrize("chart", CHARTS)
def test_no_text_leaves_the_picture_or_meets_another(chart: Chart) -> None:
    ruler = Ruler(1080, 1080)
    paint(ruler, chart)
    assert all(left >= 0 and right <= 1080 for left, right, _, _ in ruler.texts)
    assert all(pixels >= 16 for _, _, _, pixels in ruler.texts)
    for one, other in combinations(ruler.texts, 2):
        beside = one[1] <= other[0] + 1 or other[1] <= one[0] + 1
        apart = abs(one[2] - other[2]) >= (one[3] + other[3]) / 2 * 0.7
        assert beside or apart, (one, other)


def test_a_long_name_is_cut_and_a_long_figure_is_not() -> None:
    assert cut("Ромашка", 30, 200) == "Ромашка"
    short = cut(LONG, 30, 200)
    assert short.endswith("…")
    assert width_of(short, 30) <= 200
    wide = Stacks("", "", tuple("abcdefghijkl"), (Series("a", (10**12,) * 12),))
    ruler = Ruler(1080, 1080)
    paint(ruler, wide)
    assert not any("1000" in text and "1000000000000" not in text for text in ruler.drawn)


def test_the_same_chart_is_the_same_picture() -> None:
    assert draw(HOURS) == draw(HOURS)
    assert draw(HOURS) != draw(WEEKS)


def test_one_bad_chart_is_one_bad_chart() -> None:
    out = io.BytesIO()
    serve(lambda one: one["title"].encode(), ['{"kind": "no"}', asked(WEEKS)], out.write)
    title = "Почему отказывают".encode()
    assert out.getvalue() == b"\0\0\0\0" + len(title).to_bytes(4, "big") + title


def asked(chart: Chart) -> str:
    return json.dumps(to_json(chart))


# --- the process


@pytest.fixture
async def painter() -> AsyncIterator[Painter]:
    opened = Painter(patience=60)
    yield opened
    await opened.close()


@pytest.mark.process
async def test_the_child_draws_and_the_loop_goes_on(painter: Painter) -> None:
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            await asyncio.sleep(0.002)
            beats += 1

    beating = asyncio.create_task(beat())
    pictures = [await painter.draw(to_json(chart)) for chart in (HOURS, WEEKS)]
    beating.cancel()
    assert [size(png) for png in pictures] == [(1080, 1080)] * 2
    assert beats > 10
    with pytest.raises(NotDrawnError, match="cannot be drawn"):
        await painter.draw({"kind": "no"})
    child = painter._child
    assert child is not None
    child.kill()
    await child.wait()
    assert size(await painter.draw(to_json(HOURS))) == (1080, 1080)


@pytest.mark.process
async def test_the_child_ends_when_nobody_draws(painter: Painter) -> None:
    """Its own alarm ends it; the next picture begins another."""
    quick = "import bot.drawing as d; d.IDLE_SECONDS = 1; d.serve_process(lambda chart: b'png')"
    short = Painter([sys.executable, "-c", quick], patience=60)
    assert await short.draw(to_json(HOURS)) == b"png"
    child = short._child
    assert child is not None
    async with asyncio.timeout(30):
        await child.wait()
    assert await short.draw(to_json(HOURS)) == b"png"
    await short.close()


@pytest.mark.process
@pytest.mark.parametrize(
    ("code", "reason"),
    [("import time; time.sleep(60)", "TimeoutError"), ("raise SystemExit", "died")],
)
async def test_patience_ends_and_words_go_alone(code: str, reason: str) -> None:
    helpless = Painter([sys.executable, "-c", code], patience=0.5 if reason == "TimeoutError" else 60)
    with pytest.raises(NotDrawnError, match=reason):
        await helpless.draw(to_json(HOURS))
    assert await build_picture(helpless, to_json(HOURS)) is None
    await helpless.close()


@pytest.mark.process
async def test_the_child_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123:secret")
    tell = "import os, bot.drawing as d; d.serve_process(lambda chart: repr(os.environ.get('BOT_TOKEN')).encode())"
    child = Painter([sys.executable, "-c", tell], patience=60)
    assert await child.draw(to_json(HOURS)) == b"None"
    await child.close()


def test_the_bot_itself_never_loads_what_draws() -> None:
    """They are dear to import: they may be named inside of functions only."""
    dear = ("reportlab", "resvg_py", "fontpkg_pt_sans", "xlsxwriter", "matplotlib")
    wrong: list[Any] = []
    for path in Path(drawing.__file__).parent.parent.glob("*/*.py"):
        if path.parent.name in {"tests", "bench"}:
            continue
        tree = ast.parse(path.read_text())
        wrong += [
            f"{path.name}: {ast.unparse(node)}"
            for node in tree.body
            if isinstance(node, ast.Import | ast.ImportFrom)
            and any(name in ast.unparse(node) for name in dear)
        ]
    assert wrong == []
