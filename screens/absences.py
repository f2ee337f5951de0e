"""Absences: who is away and who stands in; the deputy's place, its brief at the beginning and the account at the end."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.absences import Absence, AbsenceKind, AbsencePlan, AbsenceState
from domain.actors import LEADING, SELLING, Actor, Role
from screens import format as written
from screens.callbacks.absences import (
    AgreeAbsence,
    AskDeputy,
    AskKind,
    AskWhose,
    CancelAbsence,
    OpenAbsence,
    OpenAbsences,
    OpenPlace,
    PickDays,
    PickDeputy,
    PickKind,
    SetDeputy,
    TakeAbsence,
)
from screens.callbacks.behalf import marked
from screens.callbacks.calls import StartCalls
from screens.callbacks.claims import OpenClaims
from screens.callbacks.clients import OpenClient, OpenClients
from screens.callbacks.data import CallbackData
from screens.callbacks.debts import OpenDebts
from screens.callbacks.decisions import OpenDecisions
from screens.callbacks.digest import OpenDigest
from screens.callbacks.occasions import OpenOccasions
from screens.callbacks.orders import OpenOrders
from screens.callbacks.plan import OpenPlan
from screens.callbacks.week import OpenWeek
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

PAGE = 12
LISTED = 20
KEYS = 5


@dataclass(frozen=True, slots=True)
class AbsenceView:
    """An absence as its readers see it. `may`: the reader may agree, change and end it; `own`: it is the reader's."""

    absence: Absence
    name: str
    deputy: str
    today: date
    now: datetime
    own: bool = False
    may: bool = False

    @property
    def under_way(self) -> bool:
        return self.absence.state is AbsenceState.SET and self.absence.holds(self.now)

    @property
    def over(self) -> bool:
        return self.absence.ends_at <= self.now


@dataclass(frozen=True, slots=True)
class Board:
    """The own ones, those whose place the reader takes, and those of the people led."""

    own: tuple[AbsenceView, ...]
    places: tuple[AbsenceView, ...]
    team: tuple[AbsenceView, ...]
    leads: bool
    today: date
    may_ask: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could stand in; `until`: they are away themselves within those days."""

    person: Actor
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """What a deputy takes over. Kopecks; `keys` are (id, name) of the clients that matter most."""

    view: AbsenceView
    clients: int
    contacts: int
    promises: int
    promise_sum: int
    orders: int
    overdue: int
    keys: tuple[tuple[int, str], ...] = ()
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """What was done meanwhile, and what waits on the first day back. Kopecks; `overdue_before` None where nobody looked then."""

    view: AbsenceView
    calls: int
    reached: int
    orders: int
    order_sum: int
    promises: int
    promise_sum: int
    new_clients: int
    overdue: int
    overdue_before: int | None
    contacts: int
    due: int
    open_orders: int
    leads: bool = False
    decided: int = 0
    undecided: int = 0


def span(words: Words, first: date, last: date, today: date) -> str:
    if first == last:
        near = 0 <= (first - today).days <= 1
        return written.day(words, first, today) if near else _short(words, first, today)
    return words.plain("absence-span", first=_short(words, first, today), last=_short(words, last, today))


def _short(words: Words, day: date, today: date) -> str:
    return written.short_day(words, day) if day.year == today.year else written.full_day(words, day)


def kind_name(words: Words, kind: AbsenceKind) -> str:
    return words.plain(f"absence-{kind}")


def line(words: Words, view: AbsenceView) -> str:
    """«Анна — отпуск, 12–26 июня → Игорь»."""
    one = view.absence
    key = "absence-line" if view.deputy else "absence-line-alone"
    text = words(
        key,
        name=view.name,
        kind=kind_name(words, one.kind),
        span=span(words, one.first_day, one.last_day, view.today),
        deputy=view.deputy,
    )
    return words("absence-asked", line=text) if one.state is AbsenceState.ASKED else text


def board(words: Words, shown: Board) -> Screen:
    away = sum(view.under_way for view in (*shown.places, *shown.team, *shown.own))
    head = words("msg-absences", count=away) if shown.leads else _own_head(words, shown)
    blocks = [head]
    for key, views in (
        ("absences-places", shown.places),
        ("absences-team", shown.team),
        ("absences-own", shown.own),
    ):
        if views:
            blocks.append("\n".join([words(key), *(line(words, view) for view in views[:LISTED])]))
    if not (shown.team or shown.own or shown.places):
        blocks.append(words("absences-hint", leads="yes" if shown.leads else "no"))
    buttons = [
        tap(words.plain("btn-place", name=view.name), OpenPlace(absence=view.absence.id))
        for view in shown.places
        if view.under_way
    ]
    listed = [*(one for one in shown.places if not one.under_way), *shown.team, *shown.own][:LISTED]
    names = Counter(view.name for view in listed)
    buttons += [_board_button(words, view, alone=names[view.name] == 1) for view in listed]
    last = [tap(words.plain("btn-absence-own"), AskKind())] if shown.may_ask else []
    if shown.leads:
        last.insert(0, tap(words.plain("btn-absence-new"), AskWhose()))
    return Screen(clipped("\n\n".join(blocks)), (*in_rows(buttons, 2), *((tuple(last),) if last else ())))


def _board_button(words: Words, view: AbsenceView, *, alone: bool) -> Button:
    """Own ones and several of one person are told apart by their days."""
    if alone and not view.own:
        label = words.plain("btn-absence", name=view.name)
    else:
        days = span(words, view.absence.first_day, view.absence.last_day, view.today)
        label = _as_label(days) if view.own else words.plain("btn-absence-dated", name=view.name, span=days)
    return tap(label, OpenAbsence(absence=view.absence.id))


def _own_head(words: Words, shown: Board) -> str:
    now = next((view for view in shown.own if view.under_way), None)
    if now is None:
        return words("msg-absences-none")
    until = written.day(words, now.absence.last_day, shown.today)
    last = "yes" if now.absence.last_day == shown.today else "no"
    has = "yes" if now.deputy else "no"
    return words("msg-absences-away", day=until, deputy=now.deputy, has=has, today=last)


def card(words: Words, view: AbsenceView, *, head: str = "") -> Screen:
    one = view.absence
    lines = [head] if head else []
    live = one.state in {AbsenceState.SET, AbsenceState.ASKED}
    state = "over" if view.over and live else one.state
    lines.append(
        words(
            f"absence-state-{state}",
            under="yes" if view.under_way else "no",
            yours="yes" if view.may else "no",
        )
    )
    lines.append(line(words, view))
    if one.state is AbsenceState.SET and not view.deputy and not view.over:
        lines.append(words("absence-nobody"))
    return Screen("\n".join(lines), _card_rows(words, view))


def _card_rows(words: Words, view: AbsenceView) -> tuple[tuple[Button, ...], ...]:
    one = view.absence
    rows: list[tuple[Button, ...]] = []
    live = one.state in {AbsenceState.SET, AbsenceState.ASKED} and not view.over
    asked = one.state is AbsenceState.ASKED
    if live and view.may and asked:
        yes = tap(words.plain("btn-absence-agree"), AgreeAbsence(absence=one.id))
        rows.append((yes, tap(words.plain("btn-absence-decline"), CancelAbsence(absence=one.id, sure=True))))
    if live and view.may:
        rows.append((tap(words.plain("btn-other-deputy"), AskDeputy(absence=one.id)),))
    if live and ((view.may and not asked) or view.own):
        key = "btn-absence-back" if view.under_way else "btn-absence-cancel"
        rows.append((tap(words.plain(key), CancelAbsence(absence=one.id)),))
    if one.state is AbsenceState.DECLINED and view.own:
        rows.append((tap(words.plain("btn-absence-days"), PickKind(employee=0, kind=one.kind)),))
    return (*rows, (tap(words.plain("btn-absences"), OpenAbsences()),))


def sure(words: Words, view: AbsenceView) -> Screen:
    key = "ask-absence-back" if view.under_way else "ask-absence-cancel"
    yes = tap(words.plain("btn-absence-sure"), CancelAbsence(absence=view.absence.id, sure=True))
    back = tap(words.plain("btn-back"), OpenAbsence(absence=view.absence.id))
    text = words(key, own="yes" if view.own else "no")
    return Screen(f"{text}\n{line(words, view)}", ((yes, back),))


# --- making one


def whose(words: Words, people: Sequence[Actor], page: int) -> Screen:
    shown = people[page * PAGE : (page + 1) * PAGE]
    rows = in_rows([tap(one.name, AskKind(employee=one.id)) for one in shown], 2)
    turns = [
        tap(label, AskWhose(page=to))
        for label, to in (("‹", page - 1), ("›", page + 1))
        if 0 <= to <= (len(people) - 1) // PAGE and to != page
    ]
    back = (tap(words.plain("btn-back"), OpenAbsences()),)
    return Screen(words("ask-absence-whose"), (*rows, *((tuple(turns),) if turns else ()), back))


def kinds(words: Words, name: str, employee: int) -> Screen:
    buttons = [tap(_kind_label(words, kind), PickKind(employee=employee, kind=kind)) for kind in AbsenceKind]
    back = (tap(words.plain("btn-back"), OpenAbsences()),)
    return Screen(words("ask-absence-kind", name=name), (*in_rows(buttons, 2), back))


def _kind_label(words: Words, kind: AbsenceKind) -> str:
    if kind is AbsenceKind.OTHER:
        return words.plain("btn-absence-other")
    return _as_label(kind_name(words, kind))


def _as_label(text: str) -> str:
    return text[:1].upper() + text[1:]


def ask_days(words: Words, name: str, kind: AbsenceKind, today: date) -> Screen:
    """Some spans at a tap; any other is typed."""
    friday = today + timedelta(days=max(4 - today.weekday(), 0))
    monday = today + timedelta(days=7 - today.weekday())
    spans = [
        (today, today),
        (today + timedelta(days=1),) * 2,
        (today, friday),
        (monday, monday + timedelta(days=13)),
    ]
    buttons = [
        tap(
            _as_label(span(words, first, last, today)),
            PickDays(first=first.toordinal(), last=last.toordinal()),
        )
        for first, last in dict.fromkeys(spans)
    ]
    text = words("ask-absence-days", name=name, kind=kind_name(words, kind))
    return Screen(text, (*in_rows(buttons, 2), leave_row(words)))


def ask_deputy(words: Words, plan: AbsencePlan, name: str, may: Sequence[Candidate], today: date) -> Screen:
    buttons = [tap(one.person.name, PickDeputy(employee=one.person.id)) for one in may if one.until is None][
        :PAGE
    ]
    text = words("ask-deputy", name=name, kind=kind_name(words, plan.kind), span=_planned(words, plan, today))
    nobody = (tap(words.plain("btn-no-deputy"), PickDeputy(employee=0)),)
    return Screen(_with_away(words, text, may, today), (*in_rows(buttons, 2), nobody, leave_row(words)))


def _planned(words: Words, plan: AbsencePlan, today: date) -> str:
    return span(words, plan.first or today, plan.last or today, today)


def _with_away(words: Words, text: str, may: Sequence[Candidate], today: date) -> str:
    away = [
        words("deputy-away", name=one.person.name, day=written.day(words, one.until, today))
        for one in may
        if one.until is not None
    ]
    return "\n".join([text, *away])


def check(
    words: Words, plan: AbsencePlan, name: str, may: Sequence[Candidate], today: date, *, asks: bool
) -> Screen:
    """`asks`: the lead has the last word."""
    deputy = next((one.person.name for one in may if one.person.id == plan.deputy), "")
    key = "absence-line" if deputy else "absence-line-alone"
    facts = {"name": name, "kind": kind_name(words, plan.kind), "span": _planned(words, plan, today)}
    lines = [words("check-absence"), words(key, deputy=deputy, **facts)]
    lines.append(words("check-absence-deputy" if deputy else "absence-nobody"))
    take = tap(words.plain("btn-absence-ask" if asks else "btn-absence-take"), TakeAbsence())
    return Screen("\n".join(lines), ((take,), leave_row(words)))


def other_deputy(words: Words, view: AbsenceView, may: Sequence[Candidate]) -> Screen:
    one = view.absence
    buttons = [
        tap(found.person.name, SetDeputy(absence=one.id, employee=found.person.id))
        for found in may
        if found.until is None and found.person.id != one.deputy_id
    ][:PAGE]
    nobody = tap(words.plain("btn-no-deputy"), SetDeputy(absence=one.id, employee=0))
    back = tap(words.plain("btn-back"), OpenAbsence(absence=one.id))
    text = _with_away(words, words("ask-other-deputy", line=line(words, view)), may, view.today)
    return Screen(text, (*in_rows(buttons, 2), (nobody, back)))


# --- what is told


def told(words: Words, view: AbsenceView, key: str) -> Screen:
    """`key`: asked, set, deputy, declined, cancelled, former."""
    screen = card(words, view, head=words(f"ntf-absence-{key}", name=view.name))
    if key in {"cancelled", "over", "former"}:
        return Screen(f"{words(f'ntf-absence-{key}', name=view.name)}\n{line(words, view)}", screen.rows[-1:])
    return Screen(f"{words(f'ntf-absence-{key}', name=view.name)}\n{line(words, view)}", screen.rows)


def place(words: Words, view: AbsenceView, absent: Actor) -> Screen:
    """The absent person's lists, a tap from each: these buttons act in their place."""
    until = written.day(words, view.absence.last_day, view.today)
    last = "yes" if view.absence.last_day == view.today else "no"
    text = words("msg-place", name=view.name, day=until, today=last)
    rooms = _rooms(words, absent.role)
    buttons = [Button(label, tap=marked(data.pack(), absent.id)) for label, data in rooms]
    return Screen(text, (*in_rows(buttons, 2), (tap(words.plain("btn-absences"), OpenAbsences()),)))


def _rooms(words: Words, role: Role) -> list[tuple[str, CallbackData]]:
    rooms: list[tuple[str, CallbackData]] = []
    if role in LEADING:
        rooms.append((words.plain("menu-digest"), OpenDigest()))
        rooms.append((words.plain("menu-approvals"), OpenDecisions()))
    if role is Role.MANAGER:
        rooms.append((words.plain("menu-calls"), StartCalls()))
    if role in SELLING:
        rooms += [(words.plain("menu-orders"), OpenOrders()), (words.plain("menu-debts"), OpenDebts())]
    if role is Role.MANAGER:
        rooms.append((words.plain("menu-occasions"), OpenOccasions()))
    if role in SELLING:
        rooms += [(words.plain("menu-plan"), OpenPlan()), (words.plain("menu-week"), OpenWeek())]
        rooms += [(words.plain("menu-clients"), OpenClients()), (words.plain("btn-claims"), OpenClaims())]
    return rooms


def brief(words: Words, shown: Brief) -> Screen:
    view = shown.view
    head = words(
        "ntf-absence-begins",
        name=view.name,
        begun="yes" if view.absence.first_day <= view.today else "no",
        span=span(words, view.absence.first_day, view.absence.last_day, view.today),
    )
    lines = [head, words("brief-clients", count=shown.clients)] if shown.clients else [head]
    lines += [words("brief-leads")] if shown.leads else []
    lines += [words("brief-contacts", count=shown.contacts)] if shown.contacts else []
    if shown.promises:
        lines.append(
            words("brief-promises", count=shown.promises, sum=written.thousands(words, shown.promise_sum))
        )
    lines += [words("brief-orders", count=shown.orders)] if shown.orders else []
    lines += [words("brief-overdue", sum=written.thousands(words, shown.overdue))] if shown.overdue else []
    lines += ["", words("brief-keys")] if shown.keys else []
    keys = [
        Button(name[:24], tap=marked(OpenClient(client=id_).pack(), view.absence.employee_id))
        for id_, name in shown.keys[:KEYS]
    ]
    open_ = (tap(words.plain("btn-absence", name=view.name), OpenAbsence(absence=view.absence.id)),)
    return Screen("\n".join(lines), (*in_rows(keys, 2), open_))


def account(words: Words, shown: Account) -> Screen:
    view = shown.view
    lines = [words("ntf-absence-ends", deputy=view.deputy, has="yes" if view.deputy else "no")]
    done = []
    if shown.calls:
        done.append(words("account-calls", count=shown.calls, reached=shown.reached))
    if shown.orders:
        done.append(
            words("account-orders", count=shown.orders, sum=written.thousands(words, shown.order_sum))
        )
    if shown.promises:
        done.append(
            words("account-promises", count=shown.promises, sum=written.thousands(words, shown.promise_sum))
        )
    if shown.new_clients:
        done.append(words("account-new", count=shown.new_clients))
    if shown.decided:
        done.append(words("account-decided", count=shown.decided))
    lines += ["", words("account-done"), *done] if done else ["", words("account-nothing")]
    waits = [words("account-undecided", count=shown.undecided)] if shown.undecided else []
    waits += [words("account-contacts", count=shown.contacts)] if shown.contacts else []
    waits += [words("account-due", count=shown.due)] if shown.due else []
    waits += [words("brief-orders", count=shown.open_orders)] if shown.open_orders else []
    waits += [_overdue(words, shown)] if shown.overdue or shown.overdue_before else []
    lines += ["", words("account-waits"), *waits] if waits else ["", words("account-free")]
    first = (
        tap(words.plain("menu-calls"), StartCalls()),
        tap(words.plain("menu-occasions"), OpenOccasions()),
    )
    if shown.leads:
        first = (
            tap(words.plain("menu-digest"), OpenDigest()),
            tap(words.plain("menu-approvals"), OpenDecisions()),
        )
    rows = (
        first,
        (tap(words.plain("menu-orders"), OpenOrders()), tap(words.plain("menu-debts"), OpenDebts())),
    )
    return Screen("\n".join(lines), rows)


def _overdue(words: Words, shown: Account) -> str:
    now = written.thousands(words, shown.overdue)
    if shown.overdue_before in {None, shown.overdue}:
        return words("account-overdue", sum=now)
    return words("account-overdue-was", sum=now, before=written.thousands(words, shown.overdue_before or 0))
