"""Charts as PNG, to be read on a phone: 1080 pixels wide, large type, colours that the colour-blind tell apart too.

The colours are those of Okabe and Ito, "Color Universal Design" (2008). matplotlib costs most of a second and 65 MB:
it is imported by whoever draws, which in the bot is a process of its own (`bot.drawing`).
"""

from collections.abc import Sequence
from io import BytesIO
from itertools import cycle
from typing import TYPE_CHECKING, Final

from domain.charts import Chart, Parts, Stacks

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DPI: Final = 100
SIDE: Final = 10.8  # inches, 1080 pixels
POINTS_PER_PIXEL: Final = 0.72
INK, SOFT = "#1A1A1A", "#6B6B6B"
QUIET, LIGHT, DARK, FAINT = "#D4D4D4", "#BFD9EC", "#0072B2", "#A6A6A6"
COLOURS: Final = ("#0072B2", "#56B4E9", "#009E73", "#D55E00", "#F0E442", "#CC79A7", "#E69F00")
DARK_ONES: Final = frozenset({"#009E73", "#0072B2", "#D55E00"})
HEAD, TEXT, SMALL, SMALLEST = 46, 32, 28, 20  # pixels
ROOM: Final = 0.045  # of the height of the chart: a segment lower than this has no room for its figure
WIDE: Final = 0.82  # of its place: how wide a bar is
ABOVE: Final = 1.12  # room over the highest bar for what stands over it
LEGEND_COLUMNS: Final = 2


def draw(chart: Chart) -> bytes:
    """The picture as PNG: the same chart is the same picture."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(SIDE, SIDE), dpi=DPI)
    FigureCanvasAgg(figure)
    _write(figure, 0.05, 0.955, chart.title, HEAD, weight="bold")
    _write(figure, 0.05, 0.905, chart.subtitle, TEXT, colour=SOFT)
    if isinstance(chart, Parts):
        _draw_parts(figure, chart)
    else:
        _draw_stacks(figure, chart)
    png = BytesIO()
    figure.savefig(png, format="png", facecolor="white", metadata={"Software": None})
    return png.getvalue()


def _write(
    figure: "Figure",
    x: float,
    y: float,
    text: str,
    pixels: float,
    *,
    colour: str = INK,
    weight: str = "normal",
) -> None:
    """On one line, smaller where it would not fit."""
    written = figure.text(x, y, text, fontsize=_points(pixels), color=colour, weight=weight, va="center")
    room = (1 - 2 * x) * SIDE * DPI
    wide = written.get_window_extent().width
    if wide > room:
        written.set_fontsize(_points(pixels * room / wide))


def _points(pixels: float) -> float:
    return pixels * POINTS_PER_PIXEL


def _axes(figure: "Figure", labels: Sequence[str], highest: int, legend_rows: int) -> "Axes":
    """Nothing but a bottom line: how high a bar is stands in figures."""
    bottom = 0.09 + 0.052 * legend_rows
    axes = figure.add_axes((0.05, bottom, 0.9, 0.87 - bottom))
    axes.set_xlim(-0.5, max(len(labels), 1) - 0.5)
    axes.set_ylim(0, max(highest, 1) * ABOVE)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(SOFT)
    axes.tick_params(axis="both", length=0, pad=8)
    size = _points(min(SMALL, _fitting(labels)))
    axes.set_xticks(range(len(labels)), labels, fontsize=size, color=INK)
    axes.set_yticks([])
    return axes


def _fitting(texts: Sequence[str]) -> float:
    """Pixels of type in which the longest of them fits its place side by side; a letter is about 0.62 of its height wide."""
    longest = max((len(text) for text in texts), default=1)
    return max(0.9 * SIDE * DPI / max(len(texts), 1) / (0.62 * max(longest, 1) + 0.5), SMALLEST - 2)


def _draw_parts(figure: "Figure", chart: Parts) -> None:
    named = [(LIGHT, chart.whole.name), (DARK, chart.part.name)]
    faint = chart.faint or (False,) * len(chart.labels)
    if any(faint) and chart.faint_name:
        named.append((QUIET, chart.faint_name))
    axes = _axes(figure, chart.labels, max(chart.whole.values, default=0), _rows(named))
    places = range(len(chart.labels))
    axes.bar(places, chart.whole.values, WIDE, color=[QUIET if one else LIGHT for one in faint])
    axes.bar(places, chart.part.values, WIDE, color=[FAINT if one else DARK for one in faint])
    least = max(chart.whole.values, default=0) * ABOVE * ROOM
    rest = [whole - part for whole, part in zip(chart.whole.values, chart.part.values, strict=True)]
    _figures(axes, chart.part.values, [0] * len(rest), least, "white")
    _figures(axes, rest, chart.part.values, least, INK, said=chart.whole.values)
    size = min(SMALL, 0.92 * _fitting(chart.marks))
    for place, height, mark, is_faint in zip(places, chart.whole.values, chart.marks, faint, strict=True):
        _over(axes, place, height, mark, size, colour=SOFT if is_faint else INK)
    _legend(figure, named)


def _draw_stacks(figure: "Figure", chart: Stacks) -> None:
    colours = cycle(COLOURS)
    named = [(QUIET if one.quiet else next(colours), one.name) for one in chart.series]
    sums = [sum(one.values[place] for one in chart.series) for place in range(len(chart.labels))]
    axes = _axes(figure, chart.labels, max(sums, default=0), _rows(named))
    least = max(sums, default=0) * ABOVE * ROOM
    floor = [0] * len(chart.labels)
    for one, (colour, _) in zip(chart.series, named, strict=True):
        axes.bar(range(len(floor)), one.values, WIDE, bottom=floor, color=colour)
        _figures(axes, one.values, floor, least, "white" if colour in DARK_ONES else INK)
        floor = [low + value for low, value in zip(floor, one.values, strict=True)]
    for place, height in enumerate(sums):
        _over(axes, place, height, str(height) if height else "", SMALL + 2, colour=INK)
    _legend(figure, named)


def _figures(
    axes: "Axes",
    values: Sequence[int],
    floor: Sequence[int],
    least: float,
    colour: str,
    *,
    said: Sequence[int] | None = None,
) -> None:
    """In the middle of each piece that is at least so high: its own figure, or what is `said` instead."""
    size = _points(min(SMALL - 2, WIDE * _fitting([str(figure) for figure in said or values])))
    for place, (low, value, figure) in enumerate(zip(floor, values, said or values, strict=True)):
        if value >= max(least, 1):
            axes.text(
                place,
                low + value / 2,
                str(figure),
                fontsize=size,
                color=colour,
                ha="center",
                va="center",
            )


def _over(axes: "Axes", place: int, height: int, mark: str, pixels: float, *, colour: str) -> None:
    axes.annotate(
        mark,
        (place, height),
        xytext=(0, 6),
        textcoords="offset points",
        fontsize=_points(pixels),
        color=colour,
        weight="bold",
        ha="center",
        va="bottom",
    )


def _rows(named: Sequence[tuple[str, str]]) -> int:
    return -(-len(named) // LEGEND_COLUMNS)


def _legend(figure: "Figure", named: Sequence[tuple[str, str]]) -> None:
    from matplotlib.patches import Rectangle

    for number, (colour, name) in enumerate(named):
        x = 0.06 + 0.47 * (number % LEGEND_COLUMNS)
        y = 0.025 + 0.052 * (_rows(named) - 1 - number // LEGEND_COLUMNS)
        figure.add_artist(
            Rectangle((x, y - 0.014), 0.028, 0.028, facecolor=colour, transform=figure.transFigure)
        )
        figure.text(x + 0.042, y, name, fontsize=_points(SMALL), color=INK, va="center")
