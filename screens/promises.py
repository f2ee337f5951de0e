"""Taking a promise to pay in three taps: the sum, the day, done; and moving or cancelling one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from domain.choices import DateChoice
from screens import format as written
from screens.callbacks.calls import OpenCard
from screens.callbacks.debts import (
    OTHER_SUM,
    AskPromise,
    CancelPromise,
    MovePromise,
    OpenDebt,
    OpenDebts,
    PromiseDay,
    PromiseSum,
)
from screens.callbacks.payments import Reminded
from screens.choices import day_rows
from screens.debt_moves import Moved, moved_lines
from screens.debts import OpenPromise
from screens.menu import leave_row
from screens.screen import Button, Screen, in_rows, tap
from screens.words import Words

WORTH_HALVING = 200_000
NAME_ON_BUTTON = 14


@dataclass(frozen=True, slots=True)
class Question:
    """What may be promised, in kopecks; `whole` is what is overdue, or else owed, 0 where no file says."""

    client_id: int
    name: str
    whole: int
    overdue: bool
    open: tuple[OpenPromise, ...]
    today: date


@dataclass(frozen=True, slots=True)
class Saved:
    """`debt` is all that is owed, in kopecks; 0 where no file says."""

    client_id: int
    name: str
    due: date
    amount: int | None
    check_on: date
    replaced: tuple[OpenPromise, ...]
    today: date
    debt: int = 0


@dataclass(frozen=True, slots=True)
class NudgeLine:
    """A promise of tomorrow; `left` kopecks are not yet seen of it, None where no sum was named."""

    promise_id: int
    client_id: int
    name: str
    due: date
    left: int | None
    reminded: bool


@dataclass(frozen=True, slots=True)
class Nudge:
    lines: tuple[NudgeLine, ...]
    more: int
    total: int
    today: date
    moved: tuple[Moved, ...] = ()


def ask_sum(words: Words, asked: Question) -> Screen:
    lines = [words("ask-promise", name=asked.name)]
    lines += [_open(words, one, asked.today) for one in asked.open]
    rows: list[tuple[Button, ...]] = [
        (
            tap(words.plain("btn-promise-move", day=written.short_day(words, one.due)), MovePromise(promise=one.id)),
            tap(words.plain("btn-promise-cancel"), CancelPromise(promise=one.id)),
        )
        for one in asked.open
    ]  # fmt: skip
    return Screen("\n".join(lines), (*in_rows(_sums(words, asked), 2), *rows, leave_row(words)))


def _sums(words: Words, asked: Question) -> list[Button]:
    other = tap(words.plain("btn-promise-other"), PromiseSum(client=asked.client_id, amount=OTHER_SUM))
    if not asked.whole:
        return [tap(words.plain("btn-promise-any"), PromiseSum(client=asked.client_id, amount=0)), other]
    whole = words.plain(
        "btn-promise-overdue" if asked.overdue else "btn-promise-whole", sum=written.money(words, asked.whole)
    )
    buttons = [tap(whole, PromiseSum(client=asked.client_id, amount=asked.whole))]
    if asked.whole >= WORTH_HALVING:
        # Half in whole roubles: nobody promises kopecks.
        half = asked.whole // 200 * 100
        buttons.append(
            tap(
                words.plain("btn-promise-half", sum=written.money(words, half)),
                PromiseSum(client=asked.client_id, amount=half),
            )
        )
    return [*buttons, other]


def _open(words: Words, one: OpenPromise, today: date) -> str:
    day = written.day(words, one.due, today)
    if one.left is None:
        return words("promise-open-any", day=day)
    return words("promise-open", day=day, sum=written.money(words, one.left))


def ask_other_sum(words: Words, name: str) -> Screen:
    return Screen(words("ask-promise-other", name=name), (leave_row(words),))


def ask_day(words: Words, asked: Question, amount: int, choices: Sequence[DateChoice]) -> Screen:
    """`amount` 0 is all that is overdue."""

    def make(day: date) -> PromiseDay:
        return PromiseDay(client=asked.client_id, amount=amount, day=day.toordinal())

    text = (
        words("ask-promise-when", name=asked.name, sum=written.money(words, amount))
        if amount
        else words("ask-promise-when-any", name=asked.name)
    )
    return Screen(text, (*day_rows(words, choices, make), leave_row(words)))


def ask_other_day(words: Words, name: str, one: OpenPromise, choices: Sequence[DateChoice]) -> Screen:
    def make(day: date) -> MovePromise:
        return MovePromise(promise=one.id, day=day.toordinal())

    text = words("ask-promise-move", name=name, day=written.day(words, one.due))
    return Screen(text, (*day_rows(words, choices, make), leave_row(words)))


def saved(words: Words, done: Saved) -> Screen:
    day = written.day(words, done.due, done.today)
    facts = {"name": done.name, "day": day, "check": written.day(words, done.check_on, done.today)}
    lines = [
        words("msg-promise", sum=written.money(words, done.amount), **facts)
        if done.amount
        else words("msg-promise-any", **facts)
    ]
    if done.amount and 0 < done.debt < done.amount:
        lines.append(words("promise-above-debt", debt=written.money(words, done.debt)))
    lines += [words("promise-replaced", day=written.day(words, one.due)) for one in done.replaced]
    return Screen(
        "\n".join(lines),
        (
            (
                tap(words.plain("btn-debt-open"), OpenDebt(client=done.client_id)),
                tap(words.plain("btn-debt-call"), OpenCard(client=done.client_id)),
            ),
        ),
    )


def cancelled(words: Words, name: str, client_id: int, due: date) -> Screen:
    text = words("msg-promise-cancelled", name=name, day=written.day(words, due))
    again = tap(words.plain("btn-debt-promise"), AskPromise(client=client_id))
    return Screen(text, ((tap(words.plain("btn-debt-open"), OpenDebt(client=client_id)), again),))


def nudge(words: Words, view: Nudge, *, late: bool = False) -> Screen:
    """The evening before: who has promised, and one tap to remind them or to write down another day."""
    days = {line.due for line in view.lines}
    tomorrow = days == {date.fromordinal(view.today.toordinal() + 1)}
    count = len(view.lines) + view.more
    total = written.money(words, view.total) if view.total else "0"
    lines = [words("ntf-promises", count=count, total=total, when="tomorrow" if tomorrow else "later")]
    if late:
        lines.append(words("ntf-promises-late"))
    lines.append("")
    lines += [f"{at}. {_nudge_line(words, line, alone=tomorrow)}" for at, line in enumerate(view.lines, 1)]
    if view.more:
        lines.append(words("promises-more", count=view.more))
    lines += moved_lines(words, view.moved)
    lines += ["", words("ntf-promises-done" if _all_reminded(view) else "ntf-promises-next")]
    rows = [_nudge_row(words, line) for line in view.lines]
    return Screen("\n".join(lines), (*rows, (tap(words.plain("btn-all-debts"), OpenDebts()),)))


def _all_reminded(view: Nudge) -> bool:
    return not view.more and all(line.reminded for line in view.lines)


def _nudge_line(words: Words, line: NudgeLine, *, alone: bool) -> str:
    parts = [f"<b>{escape(line.name, quote=False)}</b>"]
    if line.left is not None:
        parts.append(written.money(words, line.left))
    if not alone:
        parts.append(written.day(words, line.due))
    text = ", ".join(parts)
    return f"{text} — {words('promise-reminded')}" if line.reminded else text


def _nudge_row(words: Words, line: NudgeLine) -> tuple[Button, ...]:
    call = tap(words.plain("btn-promise-call", name=_short(line.name)), OpenCard(client=line.client_id))
    move = tap(words.plain("btn-promise-later"), MovePromise(promise=line.promise_id))
    if line.reminded:
        return (call, move)
    return (call, tap(words.plain("btn-promise-reminded"), Reminded(promise=line.promise_id)), move)


def _short(name: str) -> str:
    return name if len(name) <= NAME_ON_BUTTON else name[: NAME_ON_BUTTON - 1] + "…"


def nudge_over(words: Words) -> Screen:
    return Screen(words("msg-promises-over"), ((tap(words.plain("btn-all-debts"), OpenDebts()),),))
