"""One visit: before it, while it is under way, after it; what is asked on the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from html import escape
from urllib.parse import quote

from domain.choices import DateChoice
from domain.names import display_phone
from domain.visits import BUILT_IN, CHOSEN, VisitKind, VisitOutcome
from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.orders import NewOrder
from screens.callbacks.visits import (
    ANY_TIME,
    CancelVisit,
    Check,
    FinishVisit,
    MoveVisit,
    OpenVisit,
    PhotosOf,
    PlanVisit,
    SetKind,
    SetNext,
    SetOutcome,
    SetStage,
    StartVisit,
    TrainingsOf,
    Visited,
)
from screens.callbacks.voice import SendAgain
from screens.callbacks.week import OpenWeek
from screens.choices import clock_rows, day_rows
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

MAP = "https://yandex.ru/maps/?text="
QUOTE = 300


@dataclass(frozen=True, slots=True)
class Whom:
    """Somebody to meet."""

    name: str
    role: str = ""
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class VisitView:
    """A visit with all that is good to know at the door. Days and moments local, kopecks.

    `orders` as (day, sum), the newest first; `points` as (point of the check-list, ticked); `minutes` once it is done.
    """

    id: int
    client: int
    name: str
    client_class: str
    today: date
    kind: VisitKind
    day: date
    at: datetime | None = None
    place: str = ""
    address: str = ""
    whom: tuple[Whom, ...] = ()
    phone: str = ""
    debt: int = 0
    overdue: int = 0
    days_overdue: int = 0
    stopped: bool = False
    promise_due: date | None = None
    claims: int = 0
    orders: tuple[tuple[date, int], ...] = ()
    last_at: date | None = None
    last_words: str = ""
    note: str = ""
    started: datetime | None = None
    located: bool = False
    after: bool = False
    photos_before: int = 0
    photos_after: int = 0
    points: tuple[tuple[str, bool], ...] = ()
    topic: str = ""
    people: int | None = None
    result: str = ""
    outcome: VisitOutcome | None = None
    done: bool = False
    cancelled: bool = False
    minutes: int | None = None

    @property
    def is_open(self) -> bool:
        return self.started is not None and not self.done and not self.cancelled

    @property
    def ticked(self) -> int:
        return sum(done for _, done in self.points)


def visit(words: Words, view: VisitView, *, before: str = "") -> Screen:
    """The visit as it now stands; `before` is the line that says what the last tap changed."""
    head = [before, ""] if before else []
    if view.is_open:
        return Screen(clipped("\n".join([*head, *_open_lines(words, view)])), _open_rows(words, view))
    if view.done or view.cancelled:
        return Screen(clipped("\n".join([*head, *_over_lines(words, view)])), _over_rows(words, view))
    return Screen(clipped("\n".join([*head, *_planned_lines(words, view)])), _planned_rows(words, view))


def brief(words: Words, view: VisitView, now: datetime, *, late: bool) -> Screen:
    """The same, sent before the visit; `now` local."""
    left = round((view.at - now).total_seconds() / 60) if view.at else 0
    key = "ntf-visit-late" if late else "ntf-visit-soon" if view.at else "ntf-visit-today"
    return visit(words, view, before=words(key, minutes=max(left, 0)))


# --- before it ----------------------------------------------------------------------------------------------------


def _when(words: Words, view: VisitView) -> str:
    return written.moment(words, view.at, view.today) if view.at else written.day(words, view.day, view.today)


def _title(words: Words, view: VisitView, key: str) -> str:
    kind = words.plain(f"visit-kind-{view.kind}")
    return words(key, kind=kind, name=view.name, grade=view.client_class, day=_when(words, view))


def _planned_lines(words: Words, view: VisitView) -> list[str]:
    lines = [_title(words, view, "msg-visit")]
    if view.place:
        lines.append(words("visit-place", place=view.place))
    if view.address:
        lines.append(words("visit-address", address=view.address))
    return [*lines, *_whom(words, view), *_money(words, view), *_past(words, view)]


def _whom(words: Words, view: VisitView) -> list[str]:
    lines = []
    for one in view.whom:
        role = words.plain("visit-role", role=one.role) if one.role else ""
        phone = f" · {display_phone(one.phone)}" if one.phone else ""
        lines.append(f"👤 {escape(one.name + role, quote=False)}{phone}")
    if view.phone and not any(one.phone for one in view.whom):
        lines.append(f"📞 {display_phone(view.phone)}")
    return lines


def _money(words: Words, view: VisitView) -> list[str]:
    lines = []
    debt, overdue = written.money(words, view.debt), written.money(words, view.overdue)
    if view.overdue:
        lines.append(words("card-debt-overdue", debt=debt, overdue=overdue, days=view.days_overdue))
    elif view.debt:
        lines.append(words("card-debt", debt=debt))
    if view.stopped:
        lines.append(words("card-stopped"))
    if view.promise_due:
        lines.append(words("card-promise", day=written.day(words, view.promise_due, view.today)))
    if view.claims:
        lines.append(words("card-claims", count=view.claims))
    return lines


def _past(words: Words, view: VisitView) -> list[str]:
    lines = []
    if view.orders:
        said = [
            f"{written.short_day(words, day)} — {written.thousands(words, total)}"
            for day, total in view.orders
        ]
        lines.append(words("visit-orders", orders=", ".join(said)))
    if view.last_words:
        day = written.short_day(words, view.last_at) if view.last_at else "none"
        lines.append(words("visit-last-words", day=day, text=_cut(view.last_words)))
    if view.note:
        lines.append(f"📌 {escape(_cut(view.note), quote=False)}")
    return lines


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= QUOTE else plain[:QUOTE] + "…"


def map_button(words: Words, address: str) -> Button:
    return Button(words.plain("btn-visit-map"), url=MAP + quote(address))


def _planned_rows(words: Words, view: VisitView) -> tuple[tuple[Button, ...], ...]:
    start = tap(words.plain("btn-visit-start"), StartVisit(visit=view.id))
    where = view.address or view.place
    first = (start, map_button(words, where)) if where else (start,)
    move = tap(words.plain("btn-visit-move"), MoveVisit(visit=view.id))
    cancel = tap(words.plain("btn-visit-cancel"), CancelVisit(visit=view.id))
    kinds = tuple(
        tap(words.plain(f"btn-visit-kind-{kind}"), SetKind(visit=view.id, kind=kind))
        for kind in VisitKind
        if kind is not view.kind
    )
    held = ((tap(words.plain("btn-visited"), Visited(visit=view.id)),),) if view.day <= view.today else ()
    return (first, (move, cancel), *held, kinds, _places(words, view))


def _places(words: Words, view: VisitView) -> tuple[Button, ...]:
    return (
        tap(words.plain("btn-client-card"), OpenClient(client=view.client)),
        tap(words.plain("btn-to-week"), OpenWeek()),
    )


# --- while it is under way ----------------------------------------------------------------------------------------


def point_name(words: Words, point: str) -> str:
    """A built-in point in the language, or the company's own: «по-русски | in English»."""
    if point in BUILT_IN:
        return words.plain(f"check-{point}")
    russian, _, english = (part.strip() for part in point.partition("|"))
    return russian if words.language == "ru" or not english else english


def _open_lines(words: Words, view: VisitView) -> list[str]:
    assert view.started is not None
    lines = [
        words(
            "msg-visit-open",
            kind=view.kind.value,
            name=view.name,
            grade=view.client_class,
            clock=written.hour(view.started),
        )
    ]
    lines += [*_whom(words, view), *_money(words, view)]
    lines.append("")
    if view.points:
        lines.append(words("visit-checked", done=view.ticked, total=len(view.points)))
    if view.photos_before or view.photos_after:
        lines.append(words("visit-photos", before=view.photos_before, after=view.photos_after))
    if view.topic:
        lines.append(words("visit-training", topic=view.topic, people=view.people or 0))
    if view.result:
        lines.append(words("visit-result", text=view.result))
    asks_topic = view.kind is VisitKind.TRAINING and not view.topic
    lines.append(words("visit-ask-training" if asks_topic else "visit-ask-words"))
    if not view.located:
        lines.append(words("visit-ask-place"))
    return lines


def _open_rows(words: Words, view: VisitView) -> tuple[tuple[Button, ...], ...]:
    checks = [
        tap(
            f"{'✓' if done else '▫️'} {point_name(words, point)}",
            Check(visit=view.id, number=number, done=not done),
        )
        for number, (point, done) in enumerate(view.points)
    ]
    finish = (tap(words.plain("btn-visit-finish"), FinishVisit(visit=view.id)),)
    order = tap(words.plain("btn-client-order"), NewOrder(client=view.client))
    card = tap(words.plain("btn-client-card"), OpenClient(client=view.client))
    return (*in_rows(checks, 2), _stages(words, view), finish, (order, card))


def _stages(words: Words, view: VisitView) -> tuple[Button, ...]:
    """Which photos come now; the dot is on the one that is set."""
    return tuple(
        tap(
            words.plain(f"btn-photos-{name}", now="yes" if view.after is after else "no"),
            SetStage(visit=view.id, after=after),
        )
        for name, after in (("before", False), ("after", True))
    )


def photo_kept(words: Words, view: VisitView, *, after: bool) -> Screen:
    """A photo belongs to the visit now."""
    count = view.photos_after if after else view.photos_before
    text = words("msg-visit-photo", stage="after" if after else "before", count=count, name=view.name)
    back = tap(words.plain("btn-visit-open"), OpenVisit(visit=view.id))
    return Screen(text, (_stages(words, view), (back,)))


# --- after it -----------------------------------------------------------------------------------------------------


def ask_outcome(words: Words, view: VisitView, *, key: str = "ask-visit-outcome") -> Screen:
    """`key` says who asks: a tap, or the clock while the visit is open or after it was closed."""
    buttons = [
        tap(words.plain(f"btn-visit-outcome-{one}"), SetOutcome(visit=view.id, outcome=one)) for one in CHOSEN
    ]
    if not view.done:
        buttons.append(tap(words.plain("btn-visit-move"), MoveVisit(visit=view.id)))
    started = written.moment(words, view.started, view.today) if view.started else _when(words, view)
    back = (tap(words.plain("btn-back"), OpenVisit(visit=view.id)),)
    return Screen(words(key, name=view.name, at=started), (*in_rows(buttons, 2), back))


def _over_lines(words: Words, view: VisitView) -> list[str]:
    state = "cancelled" if view.cancelled else str(view.outcome or VisitOutcome.HELD)
    lines = [_title(words, view, "msg-visit-over"), words("visit-outcome", outcome=state)]
    if view.minutes is not None:
        lines[-1] += words("visit-minutes", minutes=view.minutes)
    if view.points and view.done:
        lines.append(words("visit-checked", done=view.ticked, total=len(view.points)))
    if view.photos_before or view.photos_after:
        lines.append(words("visit-photos", before=view.photos_before, after=view.photos_after))
    if view.topic:
        lines.append(words("visit-training", topic=view.topic, people=view.people or 0))
    if view.result:
        lines.append(words("visit-result", text=view.result))
    return lines


def _over_rows(words: Words, view: VisitView) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if view.outcome is VisitOutcome.FORGOTTEN:
        rows.append((tap(words.plain("btn-visit-result"), FinishVisit(visit=view.id)),))
    if view.photos_before or view.photos_after:
        rows.append((tap(words.plain("btn-visit-photos"), PhotosOf(visit=view.id)),))
    if view.kind is VisitKind.TRAINING:
        rows.append((tap(words.plain("btn-trainings"), TrainingsOf(client=view.client)),))
    again = (tap(words.plain("btn-visit-again"), PlanVisit(client=view.client)),)
    return (*rows, again, _places(words, view))


def finished(words: Words, view: VisitView, choices: Sequence[DateChoice]) -> Screen:
    """What came of it, and the question of the next contact."""
    lines = [*_over_lines(words, view), "", words("ask-visit-next")]
    days = day_rows(words, choices, lambda day: SetNext(visit=view.id, day=day.toordinal()))
    rows: list[tuple[Button, ...]] = [*days]
    again = tap(words.plain("btn-visit-again"), PlanVisit(client=view.client))
    if view.outcome is VisitOutcome.ORDER:
        rows.insert(0, (tap(words.plain("btn-client-order"), NewOrder(client=view.client)), again))
    else:
        rows.append((again,))
    return Screen(clipped("\n".join(lines)), (*rows, _places(words, view)))


def photos(words: Words, view: VisitView, shown: Sequence[tuple[int, bool]]) -> Screen:
    """`shown` as (attachment, after): each is sent again by a tap."""
    numbers = {False: 0, True: 0}
    buttons = []
    for attachment, after in shown:
        numbers[after] += 1
        label = words.plain("btn-photo-again", stage="after" if after else "before", number=numbers[after])
        buttons.append(tap(label, SendAgain(attachment=attachment)))
    back = (tap(words.plain("btn-visit-open"), OpenVisit(visit=view.id)),)
    text = words(
        "msg-visit-photos", name=view.name, before=numbers[False], after=numbers[True], day=_when(words, view)
    )
    return Screen(text, (*in_rows(buttons, 2), back))


# --- when ---------------------------------------------------------------------------------------------------------


def ask_day(words: Words, name: str, data: PlanVisit | MoveVisit, choices: Sequence[DateChoice]) -> Screen:
    key = "ask-visit-day" if isinstance(data, PlanVisit) else "ask-visit-move"
    days = day_rows(words, choices, lambda day: data.model_copy(update={"day": day.toordinal()}))
    return Screen(words(key, name=name), (*days, (_back(words, data),)))


def ask_clock(words: Words, name: str, data: PlanVisit | MoveVisit, clocks: Sequence[time]) -> Screen:
    day = written.day(words, date.fromordinal(data.day))
    rows = clock_rows(clocks, lambda clock: data.model_copy(update={"clock": clock.hour * 60 + clock.minute}))
    any_time = (tap(words.plain("btn-any-time"), data.model_copy(update={"clock": ANY_TIME})),)
    return Screen(words("ask-visit-clock", name=name, day=day), (*rows, any_time, (_back(words, data),)))


def _back(words: Words, data: PlanVisit | MoveVisit) -> Button:
    target = OpenClient(client=data.client) if isinstance(data, PlanVisit) else OpenVisit(visit=data.visit)
    return tap(words.plain("btn-back"), target)


def sure_to_cancel(words: Words, view: VisitView) -> Screen:
    yes = tap(words.plain("btn-visit-cancel-yes"), CancelVisit(visit=view.id, sure=True))
    back = tap(words.plain("btn-back"), OpenVisit(visit=view.id))
    return Screen(words("msg-visit-cancel-sure", name=view.name, day=_when(words, view)), ((yes, back),))
