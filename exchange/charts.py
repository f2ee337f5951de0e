"""Charts as PNG, to be read on a phone: 1080 pixels wide, large type, colours that the colour-blind tell apart too.

The colours are those of Okabe and Ito, "Color Universal Design" (2008). Type that has no room is made smaller, then cut
where it is words and left out where it is a figure: a figure that is cut would be another figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Final

from domain.charts import Chart, Parts, Rows, Series, Stacks
from exchange.svg import Canvas, cut, fitting, width_of

SIDE: Final = 1080
EDGE: Final = 54
INNER: Final = SIDE - 2 * EDGE
INK, SOFT = "#1A1A1A", "#6B6B6B"
QUIET, LIGHT, DARK, FAINT = "#D4D4D4", "#BFD9EC", "#0072B2", "#A6A6A6"
CALM, ALARM, GROUND = "#56B4E9", "#D55E00", "#F0F0F0"
THIN = "\u202f"
COLOURS: Final = ("#0072B2", "#56B4E9", "#009E73", "#D55E00", "#F0E442", "#CC79A7", "#E69F00")
DARK_ONES: Final = frozenset({"#009E73", "#0072B2", "#D55E00"})
HEAD, TEXT, SMALL, SMALLEST, LEAST = 48, 32, 30, 22, 16  # pixels of type
TOP: Final = 150  # where what is drawn begins, under the title
ABOVE: Final = 1.12  # room over the highest bar for what stands over it
ROOM: Final = 1.35  # of its type: a piece lower than this has no room for its figure
WIDE: Final = 0.82  # of its place: how wide a bar is
LABELS: Final = 50  # the line under the bars
LEGEND_COLUMNS: Final = 2
LEGEND_LINE, LEGEND_MARK = 54, 30
LONGEST_ROW, GAP = 150, 8
LEAST_SEEN: Final = 4  # pixels of what is not nothing
Named = Sequence[tuple[str, str]]


def draw(chart: Chart) -> bytes:
    """The picture as PNG: the same chart is the same picture."""
    canvas = Canvas(SIDE, _height(chart))
    paint(canvas, chart)
    return canvas.png()


def paint(canvas: Canvas, chart: Chart) -> None:
    _line(canvas, 55, chart.title, HEAD, INK, bold=True)
    _line(canvas, 106, chart.subtitle, TEXT, SOFT)
    if isinstance(chart, Parts):
        _draw_parts(canvas, chart)
    elif isinstance(chart, Stacks):
        _draw_stacks(canvas, chart)
    else:
        _draw_rows(canvas, chart)


def _height(chart: Chart) -> int:
    """A square, but for a few lying bars: there is no room to be filled."""
    if not isinstance(chart, Rows):
        return SIDE
    return min(SIDE, TOP + max(len(chart.labels), 1) * LONGEST_ROW + LEGEND_LINE * 2)


def _line(
    canvas: Canvas, middle: float, text: str, pixels: float, colour: str, *, bold: bool = False
) -> None:
    """The whole width: smaller where it would not fit, then cut."""
    size = max(fitting(text, pixels, INNER, bold=bold), pixels * 0.7)
    canvas.write(EDGE, middle, cut(text, size, INNER, bold=bold), size, colour, bold=bold)


# --- standing bars


@dataclass(frozen=True, slots=True)
class _Axes:
    """`floor` is where the bars stand, `unit` the pixels of one, `place` the width of one bar's place."""

    canvas: Canvas
    floor: float
    unit: float
    place: float

    def middle(self, number: int) -> float:
        return EDGE + self.place * (number + 0.5)

    @property
    def wide(self) -> float:
        return self.place * WIDE

    def bar(self, number: int, low: int, value: int, colour: str) -> None:
        top = self.floor - (low + value) * self.unit
        self.canvas.box(self.middle(number) - self.wide / 2, top, self.wide, value * self.unit, colour)

    def figures(self, values: Sequence[int], floor: Sequence[int], colour: str, said: Sequence[int]) -> None:
        """In the middle of each piece that has room for it."""
        texts = [f"{figure:,}".replace(",", THIN) for figure in said]
        size = _size(texts, SMALL - 2, self.wide * 0.94, least=LEAST)
        for number, (low, value, text) in enumerate(zip(floor, values, texts, strict=True)):
            if size and value * self.unit >= size * ROOM:
                middle = self.floor - (low + value / 2) * self.unit
                self.canvas.write(self.middle(number), middle, text, size, colour, anchor="middle")

    def over(self, heights: Sequence[int], marks: Sequence[str], colours: Sequence[str]) -> None:
        size = _size(marks, SMALL + 2, self.place * 0.96, least=LEAST, bold=True)
        for number, (height, mark, colour) in enumerate(zip(heights, marks, colours, strict=True)):
            if size:
                middle = self.floor - height * self.unit - size * 0.65
                self.canvas.write(self.middle(number), middle, mark, size, colour, anchor="middle", bold=True)


def _size(
    texts: Sequence[str], pixels: float, room: float, *, least: float = SMALLEST, bold: bool = False
) -> float:
    """One size of type in which each of them fits; 0 where it would be below `least`."""
    size = min((fitting(text, pixels, room, bold=bold) for text in texts), default=pixels)
    return size if size >= least else 0


def _axes(canvas: Canvas, labels: Sequence[str], highest: int, named: Named) -> _Axes:
    """Nothing but a bottom line: how high a bar is stands in figures."""
    floor = SIDE - 40 - LEGEND_LINE * _lines(named) - LABELS
    place = INNER / max(len(labels), 1)
    canvas.box(EDGE, floor, INNER, 2, SOFT)
    room = place * 0.96
    size = _size(labels, SMALL, room) or SMALLEST
    for number, label in enumerate(labels):
        x = EDGE + place * (number + 0.5)
        canvas.write(x, floor + 28, cut(label, size, room), size, INK, anchor="middle")
    _legend(canvas, named)
    return _Axes(canvas, floor, (floor - TOP) / (max(highest, 1) * ABOVE), place)


def _draw_parts(canvas: Canvas, chart: Parts) -> None:
    faint = chart.faint or (False,) * len(chart.labels)
    named = [(LIGHT, chart.whole.name), (DARK, chart.part.name)]
    if any(faint) and chart.faint_name:
        named.append((QUIET, chart.faint_name))
    whole, part = chart.whole.values, chart.part.values
    axes = _axes(canvas, chart.labels, max(whole, default=0), named)
    for number, is_faint in enumerate(faint):
        axes.bar(number, 0, whole[number], QUIET if is_faint else LIGHT)
        axes.bar(number, 0, part[number], FAINT if is_faint else DARK)
    axes.figures(part, [0] * len(part), "white", part)
    axes.figures([one - dark for one, dark in zip(whole, part, strict=True)], part, INK, whole)
    axes.over(whole, chart.marks, [SOFT if one else INK for one in faint])


def _draw_stacks(canvas: Canvas, chart: Stacks) -> None:
    colours = cycle(COLOURS)
    named = [(QUIET if one.quiet else next(colours), one.name) for one in chart.series]
    sums = _sums(chart.series, len(chart.labels))
    axes = _axes(canvas, chart.labels, max(sums, default=0), named)
    floor = [0] * len(chart.labels)
    for one, (colour, _) in zip(chart.series, named, strict=True):
        for number, value in enumerate(one.values):
            axes.bar(number, floor[number], value, colour)
        if len(chart.series) > 1:
            axes.figures(one.values, floor, "white" if colour in DARK_ONES else INK, one.values)
        floor = [low + value for low, value in zip(floor, one.values, strict=True)]
    axes.over(
        sums, [f"{height:,}".replace(",", THIN) if height else "" for height in sums], [INK] * len(sums)
    )


def _sums(series: Sequence[Series], count: int) -> list[int]:
    return [sum(one.values[number] for one in series) for number in range(count)]


# --- lying bars


def _draw_rows(canvas: Canvas, chart: Rows) -> None:
    """A line of words over each bar: the label from the left, its mark from the right, so that neither meets the other."""
    named = [
        (QUIET if one.quiet else colour, one.name)
        for colour, one in zip((CALM, ALARM), chart.series, strict=False)
    ]
    longest = max(_sums(chart.series, len(chart.labels)), default=0)
    bottom = canvas.height - 30 - LEGEND_LINE * _lines(named)
    high = min((bottom - TOP) / max(len(chart.labels), 1), LONGEST_ROW)
    size = min(TEXT + 2, high * 0.42)
    unit = INNER / max(longest, 1)
    for number, (label, mark) in enumerate(zip(chart.labels, chart.marks, strict=True)):
        top = TOP + high * number
        taken = min(_marked(canvas, top + size / 2, mark, size), INNER / 2)
        name = cut(label, size, INNER - taken - size)
        canvas.write(EDGE, top + size / 2, name, size, INK)
        bar, x = top + size + GAP, float(EDGE)
        thick = high - size - 3 * GAP
        canvas.box(EDGE, bar, INNER, thick, GROUND)
        for one, (colour, _) in zip(chart.series, named, strict=False):
            wide = max(one.values[number] * unit, LEAST_SEEN) if one.values[number] else 0
            canvas.box(x, bar, min(wide, SIDE - EDGE - x), thick, colour)
            x += wide
    _legend(canvas, named)


def _marked(canvas: Canvas, middle: float, mark: str, pixels: float) -> float:
    """At the right edge; the pixels it has taken."""
    size = fitting(mark, pixels, INNER / 2, bold=True)
    canvas.write(SIDE - EDGE, middle, mark, size, INK, anchor="end", bold=True)
    return INNER / 2 if size < pixels else width_of(mark, size, bold=True)


# --- the legend


def _lines(named: Named) -> int:
    return -(-len(named) // LEGEND_COLUMNS)


def _legend(canvas: Canvas, named: Named) -> None:
    column = INNER / LEGEND_COLUMNS
    room = column - LEGEND_MARK - 36
    for number, (colour, name) in enumerate(named):
        x = EDGE + column * (number % LEGEND_COLUMNS)
        middle = canvas.height - 34 - LEGEND_LINE * (_lines(named) - 1 - number // LEGEND_COLUMNS)
        canvas.box(x, middle - LEGEND_MARK / 2, LEGEND_MARK, LEGEND_MARK, colour)
        size = max(fitting(name, SMALL, room), SMALLEST)
        canvas.write(x + LEGEND_MARK + 14, middle, cut(name, size, room), size, INK)
