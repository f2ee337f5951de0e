"""What a picture shows: plain values with their words in them, made by screens and drawn by `exchange.charts`."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of a chart: its name, and a figure for each of the chart's labels. `quiet`: grey, behind the others."""

    name: str
    values: tuple[int, ...]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """Light bars with their dark part in front, and a mark over each. Bars that are `faint` say too little: `faint_name` says why."""

    title: str
    subtitle: str
    labels: tuple[str, ...]
    whole: Series
    part: Series
    marks: tuple[str, ...]
    faint: tuple[bool, ...] = ()
    faint_name: str = ""


@dataclass(frozen=True, slots=True)
class Stacks:
    """A bar for each label, the series one upon another, the first at the bottom; the sum stands over the bar."""

    title: str
    subtitle: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Lying bars, one under another: labels may be long names, marks stand at the right. Of two series the second alarms, or is quiet."""

    title: str
    subtitle: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    marks: tuple[str, ...]


Chart = Parts | Stacks | Rows
KINDS: Mapping[str, type[Parts] | type[Stacks] | type[Rows]] = {
    "parts": Parts,
    "stacks": Stacks,
    "rows": Rows,
}


def to_json(chart: Chart) -> dict[str, Any]:
    kind = next(name for name, one in KINDS.items() if isinstance(chart, one))
    return {"kind": kind, **asdict(chart)}


def from_json(kept: Mapping[str, Any]) -> Chart:
    """Raises `KeyError` and `TypeError` for what `to_json` has not made."""
    made = KINDS[kept["kind"]]
    return made(**{field.name: _value(kept[field.name]) for field in fields(made)})


def _value(kept: Any) -> Any:
    if isinstance(kept, Mapping):
        return Series(kept["name"], tuple(kept["values"]), kept["quiet"])
    if isinstance(kept, list | tuple):
        return tuple(_value(one) for one in kept)
    return kept
