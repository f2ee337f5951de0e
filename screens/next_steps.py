"""Clients without a next step: dates proposed, set and taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from screens import format as written
from screens.callbacks.calls import StartCalls
from screens.callbacks.next_steps import FillNextSteps, OpenNextSteps, UndoNextSteps
from screens.screen import Button, Screen, clipped, tap
from screens.words import Words

NAMED = 4
LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class Proposed:
    client: int
    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Proposal:
    """`total` clients are without a next step; `steps` are the dates of a portion of them, by day; `mark` tells it from any other."""

    today: date
    total: int
    steps: Sequence[Proposed]
    mark: int


@dataclass(frozen=True, slots=True)
class Filled:
    """The dates that were set, by day, and how many clients are left without a step."""

    id: int
    today: date
    left: int
    steps: Sequence[Proposed]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How many dates were taken back, how many stayed since they were changed, and how many clients are without a step now."""

    done: int
    kept: int
    total: int


def proposal(words: Words, shown: Proposal) -> Screen:
    if not shown.steps:
        return Screen(words("msg-no-next-none"), (_to_list(words),))
    lines = [words("msg-no-next", count=shown.total), words("msg-no-next-dates"), ""]
    lines += _days(words, shown.steps, shown.today)
    if shown.total > len(shown.steps):
        lines += ["", words("msg-no-next-first", count=len(shown.steps))]
    fill = tap(words.plain("btn-set-dates", count=len(shown.steps)), FillNextSteps(mark=shown.mark))
    return Screen(clipped("\n".join(lines)), ((fill,), _to_list(words)))


def filled(words: Words, done: Filled) -> Screen:
    lines = [words("msg-dates-set", count=len(done.steps)), "", *_days(words, done.steps, done.today)]
    rows: list[tuple[Button, ...]] = [(tap(words.plain("btn-undo-dates"), UndoNextSteps(filling=done.id)),)]
    if done.left:
        lines += ["", words("msg-dates-left", count=done.left)]
        rows.insert(0, (tap(words.plain("btn-next-portion", count=done.left), OpenNextSteps()),))
    return Screen(clipped("\n".join(lines)), (*rows, _to_list(words)))


def taken_back(words: Words, done: TakenBack) -> Screen:
    lines = [words("msg-dates-undone", count=done.done)]
    if done.kept and done.done:
        lines.append(words("msg-dates-kept", count=done.kept))
    rows: tuple[tuple[Button, ...], ...] = ()
    if done.total:
        rows = ((tap(words.plain("btn-next-steps", count=done.total), OpenNextSteps()),),)
    return Screen("\n".join(lines), (*rows, _to_list(words)))


def _days(words: Words, steps: Sequence[Proposed], today: date) -> list[str]:
    lines = []
    for day, group in groupby(steps, key=lambda step: step.day):
        names = [_short(step.name) for step in group]
        said = ", ".join(names[:NAMED])
        if len(names) > NAMED:
            said = words.plain("next-steps-more", names=said, count=len(names) - NAMED)
        lines.append(
            words("next-steps-day", day=written.day(words, day, today), count=len(names), names=said)
        )
    return lines


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def _to_list(words: Words) -> tuple[Button, ...]:
    return (tap(words.plain("btn-to-list"), StartCalls()),)
