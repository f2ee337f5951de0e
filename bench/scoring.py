"""How well lines are understood: whole lines, fields, and silent errors, by the comparison that the specification fixes.

    python -m bench.scoring [NAME …] [--half dev|held] [--show]

A corpus is `tests/capture/lines/NAME.jsonl` with its `NAME.context.json`. Its even lines (from 0) may be tuned on; the odd ones are
held back and only counted.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from capture.command import answer_of, world_of

LINES = Path(__file__).parent.parent / "tests" / "capture" / "lines"
SURE = frozenset(
    [
        "client",
        "product",
        "qty",
        "unit",
        "price",
        "discount",
        "amount",
        "due",
        "at",
        "delivery",
        "date",
        "day",
        "month",
        "year",
        "count",
        "outcome",
    ]
)
WRITTEN = frozenset({"name", "role", "query", "person"})
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """`exact` lines of `lines`; `fields` from 0 to 1; `silent` lines with a wrong value shown as sure."""

    name: str
    lines: int
    exact: int
    fields: float
    silent: int


def same_acts(got: Sequence[Json], expected: Sequence[Json]) -> bool:
    """All acts with all fields, in any order."""
    left = list(got)
    for act in expected:
        found = next((one for one in left if same_act(one, act)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def same_act(got: Json, expected: Json) -> bool:
    return set(got) == set(expected) and all(same_value(name, got[name], expected[name]) for name in expected)


def same_value(name: str, got: Any, expected: Any) -> bool:
    """Case and ё do not matter in what is written, nor anything but the last ten digits of a phone; a note contains its words."""
    if name in WRITTEN and isinstance(got, str) and isinstance(expected, str):
        return _plain(got) == _plain(expected)
    if name == "phone":
        return _digits(got) == _digits(expected)
    if name in {"note", "text"}:
        return _plain(expected) in _plain(got)
    if name == "lines":
        return len(got) == len(expected) and all(
            same_act(one, other) for one, other in zip(_sorted(got), _sorted(expected), strict=True)
        )
    return bool(got == expected)


def matched(got: Sequence[Json], expected: Sequence[Json]) -> tuple[int, int]:
    """(fields that agree, twice as many at most: fields of both sides), the acts paired by their kind as well as they can be."""
    left = [_flat(act) for act in got]
    agreed = total = 0
    for act in map(_flat, expected):
        total += len(act)
        pairs = [
            (
                sum(
                    name in one and same_value(name.rpartition(".")[2], one[name], act[name]) for name in act
                ),
                at,
            )
            for at, one in enumerate(left)
            if one["act"] == act["act"]
        ]
        if pairs:
            count, at = max(pairs)
            agreed += count
            total += len(left.pop(at))
    return agreed, total + sum(len(one) for one in left)


def is_silent(got: Sequence[Json], expected: Sequence[Json]) -> bool:
    """Whether some act has a client, goods, a quantity, a sum or a day that is wrong and asks nothing."""
    wrong = [act for act in got if not any(same_act(act, other) for other in expected)]
    return any(_is_wrong(act, expected) for act in wrong)


def _is_wrong(act: Json, expected: Sequence[Json]) -> bool:
    flat = _flat(act)
    sure = {
        name: value for name, value in flat.items() if name.rpartition(".")[2] in SURE and value is not None
    }
    alike = [_flat(other) for other in expected if other["act"] == act["act"]]
    if not alike:
        return bool(sure) and act["act"] not in {"note", "show"}
    return all(
        any(
            name not in other or not same_value(name.rpartition(".")[2], value, other[name])
            for name, value in sure.items()
        )
        for other in alike
    )


def _flat(act: Json) -> Json:
    flat = {name: value for name, value in act.items() if name != "lines"}
    for at, line in enumerate(_sorted(act.get("lines", []))):
        flat |= {f"lines.{at}.{name}": value for name, value in line.items()}
    return flat


def _sorted(lines: Iterable[Json]) -> list[Json]:
    return sorted(lines, key=lambda line: _plain(str(line.get("product") or line.get("query"))))


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("ё", "е").split())


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdigit())[-10:]


def score(name: str, half: str = "all", *, show: bool = False) -> Score:
    """The score of a corpus, or of the half of it that `half` names: "dev" are its even lines, "held" the odd ones."""
    context = json.loads((LINES / f"{name}.context.json").read_text(encoding="utf-8"))
    world, zone = world_of(context), ZoneInfo(context["timezone"])
    rows = [
        json.loads(line)
        for line in (LINES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    chosen = {"all": rows, "dev": rows[::2], "held": rows[1::2]}[half]
    exact = silent = agreed = total = 0
    for row in chosen:
        got = answer_of({key: row[key] for key in row if key != "acts"}, world, context["now"], zone)["acts"]
        right = same_acts(got, row["acts"])
        exact += right
        silent += is_silent(got, row["acts"])
        fields = matched(got, row["acts"])
        agreed, total = agreed + fields[0], total + fields[1]
        if show and not right:
            _print(row, got)
    return Score(f"{name} {half}", len(chosen), exact, 2 * agreed / total if total else 1.0, silent)


def _print(row: Json, got: Sequence[Json]) -> None:
    print(row["id"], "|", row["text"], "|", row.get("last_client", ""))
    for label, these, those in (("want", row["acts"], got), ("got ", got, row["acts"])):
        rest = [act for act in these if not any(same_act(act, other) for other in those)]
        print("   ", label, json.dumps(rest, ensure_ascii=False))


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("names", nargs="*")
    arguments.add_argument("--half", choices=("all", "dev", "held"), default="all")
    arguments.add_argument("--show", action="store_true")
    chosen = arguments.parse_args()
    names = chosen.names or sorted(path.stem for path in LINES.glob("*.jsonl"))
    print(f"{'corpus':24} {'lines':>6} {'exact':>7} {'fields':>7} {'silent':>7}")
    for name in names:
        one = score(name, chosen.half, show=chosen.show)
        print(
            f"{one.name:24} {one.lines:6} {one.exact / one.lines:7.1%} {one.fields:7.3f} {one.silent / one.lines:7.1%}"
        )


if __name__ == "__main__":
    main()
