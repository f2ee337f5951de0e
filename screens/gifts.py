"""Presents: the question, one present with its steps, the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.celebrations import NOBODY
from domain.gifts import GiftState, GiftStep
from domain.greetings import Occasion
from screens import format as written
from screens.callbacks.gifts import MoveGift, OpenGift, OpenGifts
from screens.callbacks.greetings import OpenCelebration
from screens.callbacks.occasions import OpenOccasions
from screens.decision_views import DecisionLine
from screens.decisions import waits_line
from screens.greetings import title_of
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

LABEL = 30
LINES = 20
_STEPS: Final[Mapping[GiftState, tuple[GiftStep, ...]]] = {
    GiftState.PLANNED: (GiftStep.GIVE, GiftStep.DROP),
    GiftState.ASKED: (GiftStep.DROP,),
    GiftState.APPROVED: (GiftStep.GIVE, GiftStep.DROP),
}


@dataclass(frozen=True, slots=True)
class GiftView:
    """`spent` is what the person's presents of the year come to with this one, `limit` what needs no lead; kopecks.

    `manager` is named where somebody else thought of it; `may_decide` is the lead's.
    """

    id: int
    client_id: int
    person: int
    code: str
    kind: Occasion
    holiday: str
    name: str
    client: str
    what: str
    cost: int
    state: GiftState
    spent: int
    limit: int
    year: int
    manager: str
    decided_by: str
    given_on: date | None
    may_decide: bool
    today: date
    waits: DecisionLine | None = None


@dataclass(frozen=True, slots=True)
class GiftEntry:
    id: int
    name: str
    client: str
    what: str
    cost: int
    state: GiftState
    year: int
    manager: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The last presents of a year and what waits of others, the latest first; `count` and `total` are of all that cost or will; `limit` a person a year."""

    entries: tuple[GiftEntry, ...]
    year: int
    count: int
    total: int
    limit: int


def ask_gift(words: Words, name: str, limit: int) -> Screen:
    return Screen(words("ask-gift", name=name, limit=written.money(words, limit)), (leave_row(words),))


def gift(words: Words, view: GiftView, *, head: str = "") -> Screen:
    """`head` is what has happened to it and by whom, in place of the state."""
    who = f"{view.name}, {view.client}" if view.name else view.client
    title = title_of(words, view.kind, holiday=view.holiday)
    lines = [
        head or words("gift-state", state=view.state.value),
        words("gift-what", what=view.what, cost=written.money(words, view.cost)),
        words("gift-whom", who=who, occasion=title, year=str(view.year)),
    ]
    if view.spent != view.cost or view.spent > view.limit:
        spent, limit = written.money(words, view.spent), written.money(words, view.limit)
        lines.append(words("gift-spent", spent=spent, limit=limit))
    if view.manager and not head:
        lines.append(words("gift-manager", name=view.manager))
    if view.decided_by and not head:
        lines.append(words("gift-decided", name=view.decided_by))
    if view.waits is not None:
        lines.append(waits_line(words, view.waits))
    if view.given_on:
        lines.append(words("gift-given-on", day=written.day(words, view.given_on, view.today)))
    if view.state in {GiftState.APPROVED, GiftState.DECLINED} and not view.manager:
        lines.append(words("gift-next", state=view.state.value))
    return Screen(clipped("\n".join(lines)), (*_step_rows(words, view), _back_row(words, view)))


def _step_rows(words: Words, view: GiftView) -> list[tuple[Button, ...]]:
    steps = _STEPS.get(view.state, ())
    if view.state is GiftState.ASKED and view.may_decide:
        steps = (GiftStep.APPROVE, GiftStep.DECLINE)
    buttons = [tap(words.plain(f"btn-gift-{step}"), MoveGift(gift=view.id, step=step)) for step in steps]
    return [tuple(buttons)] if buttons else []


def _back_row(words: Words, view: GiftView) -> tuple[Button, ...]:
    greeting = OpenCelebration(client=view.client_id, person=view.person or NOBODY, code=view.code)
    return (
        tap(words.plain("btn-greeting"), greeting),
        tap(words.plain("btn-gifts"), OpenGifts()),
    )


def decided(words: Words, view: GiftView, who: str) -> Screen:
    """What the asker and the other leads are told."""
    return gift(words, view, head=words("ntf-gift-decided", state=view.state.value, who=who))


def asked(words: Words, view: GiftView, who: str) -> Screen:
    return gift(words, view, head=words("ntf-gift-asked", who=who))


def ledger(words: Words, found: Ledger) -> Screen:
    key = "msg-gifts" if found.entries else "msg-gifts-empty"
    head = words(
        key,
        year=str(found.year),
        total=written.money(words, found.total),
        limit=written.money(words, found.limit),
        count=found.count,
    )
    shown = found.entries[:LINES]
    lines = [_line(words, one, found.year) for one in shown]
    if len(found.entries) > LINES:
        lines.append(words("occasions-more", count=len(found.entries) - LINES))
    waiting = sorted(
        (one for one in shown if one.state in _STEPS), key=lambda one: one.state != GiftState.ASKED
    )
    buttons = [tap(f"{one.what[:LABEL]} · {one.name[:LABEL]}", OpenGift(gift=one.id)) for one in waiting]
    back = (tap(words.plain("btn-to-occasions"), OpenOccasions()),)
    return Screen(clipped("\n".join([head, *([""] if lines else []), *lines])), (*in_rows(buttons, 1), back))


def _line(words: Words, one: GiftEntry, year: int) -> str:
    """The year is said where the day is of another one."""
    text = words(
        "gift-line",
        what=one.what,
        cost=written.money(words, one.cost),
        who=one.name if one.name == one.client else f"{one.name}, {one.client}",
        state=one.state.value,
    )
    by = [words("gift-by", name=one.manager)] if one.manager else []
    return " · ".join([text, *([str(one.year)] if one.year != year else []), *by])
