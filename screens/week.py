"""This week and the next, by day: calls agreed on, visits, promises to pay, birthdays."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from html import escape

from domain.celebrations import kind_of
from domain.periods import week_start
from screens import format as written
from screens.callbacks.calls import OpenCard
from screens.callbacks.debts import OpenDebt
from screens.callbacks.greetings import OpenCelebration
from screens.callbacks.occasions import OpenGreeting, OpenGroup
from screens.callbacks.visits import OpenRoute, OpenVisit, Visited
from screens.callbacks.week import OpenDayPlan, OpenWeek, ToCalendar
from screens.greetings import title_of
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.week_plan import TeamWeek, plan_buttons, team
from screens.words import Words

SHOWN, LABEL = 25, 30


class ItemKind(StrEnum):
    VISIT = "visit"
    CALL = "call"
    PROMISE = "promise"
    BIRTHDAY = "birthday"
    OCCASION = "occasion"


@dataclass(frozen=True, slots=True)
class Item:
    """`ref` is the visit or the person, else the client; `at` local; kopecks. `may_mark`: the visit's day has come.

    Of an occasion `code`, `years` and `holiday` name it; `ref` is 0 where it is the company's own; a `count` of more than 1 stands
    for so many people of one day.
    """

    kind: ItemKind
    day: date
    ref: int
    client_id: int
    name: str
    at: datetime | None = None
    place: str = ""
    amount: int | None = None
    person: str = ""
    reason: str = ""
    done: bool = False
    may_mark: bool = False
    code: str = ""
    years: int = 0
    holiday: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Week:
    """Everything from the Monday of this week to the Sunday of the next, by day and hour; the ids of the two plans."""

    today: date
    items: tuple[Item, ...]
    plan: int | None = None
    next_plan: int | None = None

    def on(self, day: date) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.day == day)


def shown(words: Words, found: Week | TeamWeek) -> Screen:
    """One's own week; of who leads, the team's."""
    return team(words, found) if isinstance(found, TeamWeek) else week(words, found)


def calendar_caption(words: Words, day: date) -> Screen:
    start = week_start(day)
    days = f"{written.short_day(words, start)}–{written.short_day(words, start + timedelta(days=6))}"
    return Screen(words("msg-calendar", days=days), ((tap(words.plain("btn-to-week"), OpenWeek()),),))


def week(words: Words, shown: Week) -> Screen:
    days = sorted({item.day for item in shown.items})
    this = week_start(shown.today)
    ahead = sum(item.day >= shown.today and not item.done for item in shown.items)
    lines = [words("msg-week", count=ahead)]
    for at, title in ((this, "week-this"), (date.fromordinal(this.toordinal() + 7), "week-next")):
        of_week = [day for day in days if week_start(day) == at]
        lines += ["", words(title), *(_day_line(words, shown, day) for day in of_week)]
        lines += [] if of_week else [words("week-nothing")]
    buttons = [tap(_day_label(words, day, shown.today), OpenDayPlan(day=day.toordinal())) for day in days]
    last: list[tuple[Button, ...]] = [plan_buttons(words, shown.plan, shown.next_plan)]
    if shown.items:
        last.append((tap(words.plain("btn-to-calendar"), ToCalendar(day=this.toordinal())),))
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 4), *last))


def _day_label(words: Words, day: date, today: date) -> str:
    weekday = words.plain(f"weekday-{day.isoweekday()}")
    return f"{'• ' if day == today else ''}{weekday} {written.short_day(words, day)}"


def _day_line(words: Words, shown: Week, day: date) -> str:
    items = shown.on(day)
    parts = []
    for kind in ItemKind:
        of_kind = [item for item in items if item.kind is kind]
        if of_kind:
            parts.append(words(f"week-{kind}", count=sum(item.count for item in of_kind)))
    first = next((item for item in items if item.at is not None and not item.done), None)
    tail = f" ({written.hour(first.at)} {escape(first.name, quote=False)})" if first and first.at else ""
    mark = "▸ " if day == shown.today else ""
    return f"{mark}{written.day(words, day)}: {', '.join(parts)}{tail}"


def day_plan(words: Words, shown: Week, day: date) -> Screen:
    items = shown.on(day)
    back = [tap(words.plain("btn-to-week"), OpenWeek())]
    if any(item.kind is ItemKind.VISIT for item in items):
        back.insert(0, tap(words.plain("btn-route"), OpenRoute(day=day.toordinal())))
    head = words("msg-week-day", day=written.begun(written.day(words, day, shown.today)), count=len(items))
    lines = [item_line(words, number, item) for number, item in enumerate(items[:SHOWN], 1)]
    rows = [row for number, item in enumerate(items[:SHOWN], 1) for row in _item_rows(words, number, item)]
    return Screen(clipped("\n".join([head, "", *lines] if lines else [head])), (*rows, tuple(back)))


def item_line(words: Words, number: int, item: Item) -> str:
    at = f"{written.hour(item.at)} " if item.at else ""
    if item.kind is ItemKind.OCCASION:
        return f"{number}. {_occasion(words, item)}"
    text = words(
        f"week-item-{item.kind}",
        name=item.name,
        person=item.person,
        place=item.place or "none",
        sum=written.money(words, item.amount) if item.amount else "none",
        reason=item.reason,
    )
    return f"{number}. {'✓ ' if item.done else ''}{at}{text}"


def _occasion(words: Words, item: Item) -> str:
    """«🎉 8 Марта: Смирнова Ольга, Ромашка», «🎉 8 Марта: 42 человека»."""
    what = title_of(words, kind_of(item.code), item.years, item.holiday)
    if item.count > 1:
        return words("week-item-crowd", what=what, count=item.count)
    who = f"{item.person}, {item.name}" if item.person else item.name
    return words("week-item-occasion", what=what, who=who)


def _item_rows(words: Words, number: int, item: Item) -> list[tuple[Button, ...]]:
    label = f"{number} · {item.person or item.name}"
    label = label if len(label) <= LABEL else label[: LABEL - 1] + "…"
    if item.kind is ItemKind.CALL:
        return [(tap(label, OpenCard(client=item.client_id)),)]
    if item.kind is ItemKind.PROMISE:
        return [(tap(label, OpenDebt(client=item.client_id)),)]
    if item.kind is ItemKind.BIRTHDAY:
        return [(tap(label, OpenGreeting(person=item.ref)),)]
    if item.kind is ItemKind.OCCASION and item.count > 1:
        what = title_of(words, kind_of(item.code), item.years, item.holiday)
        label = f"{number} · {what}"[:LABEL]
        return [(tap(label, OpenGroup(code=item.code, day=item.day.toordinal())),)]
    if item.kind is ItemKind.OCCASION:
        return [(tap(label, OpenCelebration(client=item.client_id, person=item.ref, code=item.code)),)]
    row = [tap(label, OpenVisit(visit=item.ref))]
    if item.may_mark and not item.done:
        row.append(tap(words.plain("btn-visited"), Visited(visit=item.ref)))
    return [tuple(row)]
