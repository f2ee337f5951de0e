"""The norms of the day with the pace by the clock; for a lead, the team in one table."""

from dataclasses import dataclass
from datetime import date, datetime, time
from html import escape

from domain.digest import NextStep
from domain.forecast import Forecast
from domain.norms import NormSettings, OfferKind, Pace
from domain.targets import Line as TargetLine
from domain.targets import TargetKind
from screens import format as written
from screens.callbacks.analysis import OpenAnalysis
from screens.callbacks.calls import NextCard, OffersToSend, StartCalls
from screens.callbacks.competitors import OpenMarket
from screens.callbacks.contracts import OpenContracts
from screens.callbacks.digest import OpenDay, OpenDigest
from screens.callbacks.plan import AddOffers, AskOffers, OpenPlan, UndoOffers
from screens.callbacks.promotions import OpenPromotions
from screens.callbacks.targets import OpenTargets, OpenToday
from screens.callbacks.week import OpenWeek
from screens.digest_views import Line
from screens.leads import Counter, counter_line, leads_button
from screens.menu import leave_row
from screens.screen import Button, Screen, in_rows, tap
from screens.targets import month_lines
from screens.words import Words

BATCHES = (1, 5, 10, 20)
NAME, PEOPLE = 10, 30


@dataclass(frozen=True, slots=True)
class DayPlan:
    """A manager's day at the local hour `at`: sums in kopecks. `waiting` in the list, `to_send` offers promised."""

    at: datetime
    working: bool
    calls: Pace
    reached: int
    phone: Pace
    email: Pace
    orders: int
    order_sum: int
    month_orders: int
    month_sum: int
    promises: int
    promise_sum: int
    due_count: int
    due_sum: int
    waiting: int
    to_send: int
    step: NextStep
    contracts: Counter | None = None
    month: tuple[TargetLine, ...] = ()
    forecast: Forecast | None = None

    @property
    def today(self) -> date:
        return self.at.date()


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """The team's day, line by line; `expected` calls by the clock of each."""

    at: datetime
    lines: tuple[Line, ...]
    expected: int
    orders: int
    order_sum: int
    month_orders: int
    month_sum: int
    norms: NormSettings
    month: tuple[TargetLine, ...] = ()
    forecast: Forecast | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Offers just logged: `count` of them make `total` today."""

    kind: OfferKind
    count: int
    total: int
    norm: int
    day: date


@dataclass(frozen=True, slots=True)
class Behind:
    """A manager behind the clock at the local hour `at`; `next` calls from the list, until the day ends at `until`."""

    at: datetime
    until: time
    calls: Pace
    next: int


def plan(words: Words, shown: DayPlan | TeamPlan) -> Screen:
    return _team(words, shown) if isinstance(shown, TeamPlan) else _own(words, shown)


# --- a manager's own


def _own(words: Words, shown: DayPlan) -> Screen:
    lines = [
        words("msg-plan", day=written.day(words, shown.today), clock=written.hour(shown.at)),
        _pace(words, "plan-calls", shown.calls, working=shown.working)
        + (words("plan-reached", count=shown.reached) if shown.reached else ""),
        _pace(words, "plan-phone", shown.phone, working=shown.working),
        _pace(words, "plan-email", shown.email, working=shown.working),
        "",
        words(
            "plan-orders",
            today=written.money(words, shown.order_sum),
            month=written.money(words, shown.month_sum),
            count=shown.orders,
            monthly=shown.month_orders,
        ),
    ]
    if shown.due_count:
        lines.append(words("plan-due", count=shown.due_count, sum=written.money(words, shown.due_sum)))
    if shown.promises:
        lines.append(
            words("plan-promises", count=shown.promises, sum=written.money(words, shown.promise_sum))
        )
    if shown.contracts and not _has_target(shown, TargetKind.CONTRACTS):
        lines.append(counter_line(words, shown.contracts))
    lines += _month(words, shown)
    lines += ["", _next(words, shown)]
    if shown.working and shown.calls.left > shown.waiting:
        missing = shown.calls.left - shown.waiting
        lines.append(words("plan-list-short", waiting=shown.waiting, count=missing))
    return Screen("\n".join(lines), _own_rows(words, shown))


def _month(words: Words, shown: DayPlan | TeamPlan) -> list[str]:
    """What the month asks, where it asks anything."""
    lines = month_lines(words, shown.month, shown.forecast)
    return ["", *lines] if lines else []


def _has_target(shown: DayPlan, kind: TargetKind) -> bool:
    return any(line.kind is kind and line.target is not None for line in shown.month)


def _target_row(words: Words) -> tuple[Button, ...]:
    return (tap(words.plain("btn-targets"), OpenTargets()), tap(words.plain("btn-target-today"), OpenToday()))


def _pace(words: Words, key: str, pace: Pace, *, working: bool) -> str:
    text = words(key, done=pace.done, norm=pace.norm)
    if not working:
        return text
    if not pace.left:
        return text + words("plan-norm-done")
    return text + (
        words("plan-behind", expected=pace.expected) if pace.behind else words("plan-left", left=pace.left)
    )


def _next(words: Words, shown: DayPlan) -> str:
    if not shown.working:
        return words("plan-day-off")
    count = {
        NextStep.CALL: min(shown.calls.left, shown.waiting) or shown.waiting,
        NextStep.SEND: shown.to_send,
        NextStep.OFFER: shown.email.left,
        NextStep.NONE: 0,
    }[shown.step]
    return words(f"plan-next-{shown.step}", count=count)


def _own_rows(words: Words, shown: DayPlan) -> tuple[tuple[Button, ...], ...]:
    steps = {
        NextStep.CALL: tap(words.plain("btn-start-calls"), StartCalls()),
        NextStep.SEND: tap(words.plain("btn-offers", count=shown.to_send), OffersToSend()),
    }
    first = steps.get(shown.step)
    phone, email = [tap(words.plain(f"btn-add-offers-{kind}"), AskOffers(kind=kind)) for kind in OfferKind]
    week = tap(words.plain("menu-week"), OpenWeek())
    rows = ((phone, email), _target_row(words), (week, tap(words.plain("btn-analysis"), OpenAnalysis())))
    return ((first,), *rows, *_desks(words)) if first else (*rows, *_desks(words))


def _desks(words: Words) -> tuple[tuple[Button, ...], ...]:
    return (
        (leads_button(words), tap(words.plain("btn-contracts"), OpenContracts())),
        (tap(words.plain("btn-promotions"), OpenPromotions()), tap(words.plain("btn-market"), OpenMarket())),
    )


def ask_offers(words: Words, batch: Batch) -> Screen:
    buttons = [
        tap(f"+{count}", AddOffers(count=count, seen=batch.total, day=batch.day.toordinal(), kind=batch.kind))
        for count in BATCHES
    ]
    rows = (tuple(buttons), leave_row(words))
    return Screen(words(f"ask-offers-{batch.kind}", total=batch.total, norm=batch.norm), rows)


def offers_added(words: Words, batch: Batch) -> Screen:
    """The batch can be taken back from here, and only while nothing else was counted."""
    kind = batch.kind
    undo = UndoOffers(count=batch.count, seen=batch.total, day=batch.day.toordinal(), kind=kind)
    rows = (
        (tap(words.plain("btn-undo-offers", count=batch.count), undo),),
        (
            tap(words.plain(f"btn-add-offers-{kind}"), AskOffers(kind=kind)),
            tap(words.plain("btn-to-plan"), OpenPlan()),
        ),
    )
    return Screen(
        words(f"msg-offers-added-{kind}", count=batch.count, total=batch.total, norm=batch.norm), rows
    )


def behind(words: Words, shown: Behind) -> Screen:
    """What is said at 15:00 to who is behind: one line of state, and what makes it good."""
    text = words(
        "ntf-behind",
        clock=written.hour(shown.at),
        done=shown.calls.done,
        norm=shown.calls.norm,
        expected=shown.calls.expected,
        until=f"{shown.until:%H:%M}",
        next=shown.next,
    )
    return Screen(text, ((tap(words.plain("btn-start-calls"), NextCard()),),))


# --- the team's


def _team(words: Words, shown: TeamPlan) -> Screen:
    norm = sum(line.norm for line in shown.lines)
    calls = sum(line.calls for line in shown.lines)
    lines = [
        words("msg-plan-team", day=written.day(words, shown.at.date()), clock=written.hour(shown.at)),
        words("plan-team-calls", calls=calls, norm=norm, expected=shown.expected),
        words(
            "plan-orders",
            today=written.thousands(words, shown.order_sum),
            month=written.thousands(words, shown.month_sum),
            count=shown.orders,
            monthly=shown.month_orders,
        ),
    ]
    lines += month_lines(words, shown.month, shown.forecast)
    if not shown.lines:
        lines.append(words("digest-nobody"))
    else:
        people = shown.lines[:PEOPLE]
        lines += ["", words("plan-table-legend"), f"<pre>{_table(words, people)}</pre>"]
        if len(shown.lines) > len(people):
            lines.append(words("digest-people-more", count=len(shown.lines) - len(people)))
    buttons = [tap(line.name, OpenDay(employee=line.id)) for line in shown.lines[:PEOPLE]]
    last = (
        tap(words.plain("btn-digest"), OpenDigest()),
        tap(words.plain("btn-analysis"), OpenAnalysis()),
    )
    # a table is one element that must not be cut in two
    aims = (tap(words.plain("btn-targets"), OpenTargets()),)
    return Screen("\n".join(lines), (*in_rows(buttons, 3), aims, last, *_desks(words)))


def _table(words: Words, lines: tuple[Line, ...]) -> str:
    """Name, calls, reached, offers, orders, thousands of roubles: 34 characters wide, what a phone shows without wrapping."""
    heads = [words.plain(f"plan-column-{name}") for name in ("calls", "reached", "offers", "orders", "sum")]
    rows = [["", *heads]]
    for line in lines:
        done = f"{line.calls}/{line.norm}" if line.norm else str(line.calls)
        figures = (line.reached, line.offers, line.orders, (line.order_sum + 50_000) // 100_000)
        rows.append([_cut(line.name), done, *map(str, figures)])
    return escape(written.table(rows), quote=False)


def _cut(name: str) -> str:
    return name if len(name) <= NAME else name[: NAME - 1] + "…"
