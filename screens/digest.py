"""The lead's day in one screen: three numbers, what calls for attention, what went well, a line for each manager."""

from dataclasses import dataclass
from datetime import date, datetime
from html import escape

from domain.digest import ASKED_ABOUT, AlarmKind, DigestKind, WinKind
from screens import format as written
from screens.callbacks.analysis import OpenAnalysis
from screens.callbacks.calls import StartCalls
from screens.callbacks.clients import OpenClient
from screens.callbacks.debts import OpenDebt
from screens.callbacks.digest import Ask, OpenAlarms, OpenCarried, OpenDay, OpenDigest, OpenKind, Praise
from screens.callbacks.occasions import OpenOccasions
from screens.callbacks.orders import OpenApproval, OpenOrder
from screens.callbacks.plan import OpenPlan
from screens.callbacks.team import InviteAs
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

SHOWN_ALARMS, ALL_ALARMS, SHOWN_WINS, SHOWN_PEOPLE = 5, 20, 3, 8
SHOWN_TEAMS, COUNTED_ALARMS = 9, 50
LABEL = 18
HOUR = 60
ORDERS = frozenset({AlarmKind.HELD, AlarmKind.NOT_ACCEPTED, WinKind.ORDER})
DEBTS = frozenset({AlarmKind.BROKEN, AlarmKind.PARTLY_KEPT, AlarmKind.DEBT, WinKind.KEPT})
PEOPLE = frozenset({AlarmKind.OFF_PACE, AlarmKind.UNREACHABLE, AlarmKind.CARRIED, WinKind.NEW_CLIENTS})


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: an alarm or a win. Kopecks; `ref` is what the kind is about; `said`: the lead has asked or praised; `hears`: can be.

    `count`: calls of OFF_PACE, days of SILENT (-1: never called), minutes of NOT_ACCEPTED, clients of NEW_CLIENTS and of CARRIED,
    whose `client` is the one that lies longest, for `days` working days; they lie for `norm` of them at least.
    """

    kind: AlarmKind | WinKind
    ref: int
    manager_id: int
    manager: str
    client_id: int = 0
    client: str = ""
    amount: int | None = None
    paid: int = 0
    claim: str = ""
    due: date | None = None
    count: int = 0
    days: int = 0
    norm: int = 0
    said: bool = False
    hears: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A manager's day. `norm` 0 for a lead who sells too; `listed` and after are of the morning."""

    id: int
    name: str
    team_id: int | None
    calls: int = 0
    reached: int = 0
    offers: int = 0
    orders: int = 0
    order_sum: int = 0
    promises: int = 0
    promise_sum: int = 0
    norm: int = 0
    listed: int = 0
    call_backs: int = 0
    due_count: int = 0
    due_sum: int = 0
    birthdays: int = 0


@dataclass(frozen=True, slots=True)
class Overdue:
    """Kopecks now, and at the last look before today where there was one."""

    now: int
    before: int | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """`at` is the lead's hour. `usual` is the order sum of an ordinary working day, 0 where none is known.

    `yesterday` is the last working day with its sum and calls. `teams` to choose among are empty for who has one.
    """

    kind: DigestKind
    day: date
    at: datetime
    lines: tuple[Line, ...]
    overdue: Overdue
    alarms: tuple[Fact, ...] = ()
    wins: tuple[Fact, ...] = ()
    usual: int = 0
    yesterday: date | None = None
    yesterday_sum: int = 0
    yesterday_calls: int = 0
    teams: tuple[tuple[int, str], ...] = ()
    team: int = 0

    def total(self, name: str) -> int:
        return sum(getattr(line, name) for line in self.lines)


@dataclass(frozen=True, slots=True)
class PersonDay:
    """Everything of one manager's day that the lead may look into. Moments local to the lead."""

    line: Line
    today: date
    phone_offers: int
    email_offers: int
    phone_norm: int
    email_norm: int
    outcomes: tuple[tuple[str, int], ...]
    listed: int
    left: int
    last: tuple["LastCall", ...] = ()
    unreachable: bool = False
    off_pace: bool = False
    without_next: int = 0


@dataclass(frozen=True, slots=True)
class LastCall:
    client_id: int
    client: str
    at: datetime
    outcome: str
    note: str


# --- one line


def fact_text(words: Words, fact: Fact, today: date) -> str:
    """«Ромашка: обещание на 120 т.р. сорвано», HTML."""
    amount = written.thousands(words, fact.amount or 0)
    return words(
        f"digest-{fact.kind}",
        client=fact.client,
        manager=fact.manager,
        sum=amount,
        priced="yes" if fact.amount else "no",
        paid=written.thousands(words, fact.paid),
        claim=words.plain(f"claim-{fact.claim}") if fact.claim else "",
        due=written.day(words, fact.due, today) if fact.due else "",
        count=fact.count,
        days=fact.days,
        norm=fact.norm,
        order=str(fact.ref),
        hours=fact.count // HOUR,
        minutes=fact.count % HOUR,
    )


def _numbered(words: Words, number: int, fact: Fact, today: date) -> str:
    whose = "" if fact.kind in PEOPLE else f" ({escape(fact.manager, quote=False)})"
    return f"{number}. {fact_text(words, fact, today)}{whose}"


def open_button(fact: Fact, label: str, *, for_lead: bool) -> Button:
    """The thing itself: the order, the debt, the client, the manager's day."""
    if fact.kind is AlarmKind.HELD and for_lead:
        return tap(label, OpenApproval(order=fact.ref))
    if fact.kind in ORDERS:
        return tap(label, OpenOrder(order=fact.ref))
    if fact.kind in DEBTS:
        return tap(label, OpenDebt(client=fact.client_id))
    if not for_lead and (fact.kind in PEOPLE or fact.kind is AlarmKind.MISSED):
        return tap(label, OpenOccasions() if fact.kind is AlarmKind.MISSED else StartCalls())
    if fact.kind in PEOPLE:
        opens = OpenCarried if fact.kind is AlarmKind.CARRIED else OpenDay
        return tap(label, opens(employee=fact.manager_id))
    return tap(label, OpenClient(client=fact.client_id))


def _alarm_row(words: Words, number: int, fact: Fact, day: date) -> tuple[Button, ...]:
    about = fact.manager if fact.kind in PEOPLE else fact.client
    label = f"{number} · {_short(about)}"
    row = (open_button(fact, label, for_lead=True),)
    if fact.kind not in ASKED_ABOUT or not fact.hears:
        return row
    key = "btn-digest-asked" if fact.said else "btn-digest-ask"
    ask = Ask(kind=AlarmKind(fact.kind), ref=fact.ref, day=day.toordinal())
    return (*row, tap(words.plain(key, name=_short(fact.manager)), ask))


def _win_button(words: Words, number: int, fact: Fact, day: date) -> Button:
    if not fact.hears:
        return open_button(fact, f"{number} · {_short(fact.client or fact.manager)}", for_lead=True)
    key = "btn-digest-praised" if fact.said else "btn-digest-praise"
    praise = Praise(kind=WinKind(fact.kind), ref=fact.ref, day=day.toordinal())
    return tap(words.plain(key, number=number, name=_short(fact.manager)), praise)


def _short(text: str, size: int = LABEL) -> str:
    return text if len(text) <= size else text[: size - 1].rstrip() + "…"


# --- the digest


def digest(words: Words, shown: Digest, *, late: bool = False) -> Screen:
    """The plan of the morning, or how the day stands; at most one phone screen."""
    if not shown.lines:
        invite = (tap(words.plain("btn-invite"), InviteAs()),)
        return Screen("\n".join([_head(words, shown), "", words("digest-nobody")]), (invite,))
    lines = [_head(words, shown), *([words("digest-late")] if late else []), *_figures(words, shown)]
    rows: list[tuple[Button, ...]] = []
    alarms, wins = shown.alarms[:SHOWN_ALARMS], shown.wins[:SHOWN_WINS]
    if alarms:
        lines += ["", _alarms_head(words, shown)]
        for number, fact in enumerate(alarms, 1):
            lines.append(_numbered(words, number, fact, shown.day))
            rows.append(_alarm_row(words, number, fact, shown.day))
    if len(shown.alarms) > len(alarms):
        key = "btn-digest-more" if len(shown.alarms) <= ALL_ALARMS else "btn-digest-first"
        more = words.plain(key, count=min(len(shown.alarms), ALL_ALARMS))
        rows.append((tap(more, OpenAlarms(team=shown.team)),))
    if wins:
        lines += ["", words("digest-wins")]
        first = len(alarms) + 1
        lines += [_numbered(words, number, fact, shown.day) for number, fact in enumerate(wins, first)]
        praise = [_win_button(words, number, fact, shown.day) for number, fact in enumerate(wins, first)]
        rows += in_rows(praise, 2)
    team_lines, team_rows = _team(words, shown)
    return Screen(clipped("\n".join([*lines, "", *team_lines])), (*rows, *team_rows, _last_row(words, shown)))


def _alarms_head(words: Words, shown: Digest) -> str:
    """Each kind is read up to a limit, so a count above it is not known."""
    count = len(shown.alarms)
    key = "digest-alarms" if count <= COUNTED_ALARMS else "digest-alarms-many"
    return words(key, count=min(count, COUNTED_ALARMS))


def _head(words: Words, shown: Digest) -> str:
    name = dict(shown.teams).get(shown.team, "")
    head = words(f"msg-digest-{shown.kind}", day=written.day(words, shown.day), clock=written.hour(shown.at))
    return f"{head} · {escape(name, quote=False)}" if name else head


def _figures(words: Words, shown: Digest) -> list[str]:
    norm = shown.total("norm")
    if shown.kind is DigestKind.PLAN:
        due, promised = shown.total("due_count"), written.thousands(words, shown.total("due_sum"))
        lines = [words("digest-plan-calls", listed=shown.total("listed"), norm=norm)]
        lines += [words("digest-plan-promises", count=due, sum=promised)] if due else []
        if shown.yesterday is not None and (shown.yesterday_sum or shown.yesterday_calls):
            lines.append(
                words(
                    "digest-yesterday",
                    day=written.day(words, shown.yesterday),
                    sum=written.thousands(words, shown.yesterday_sum),
                    calls=shown.yesterday_calls,
                )
            )
    else:
        money = written.thousands(words, shown.total("order_sum"))
        usual = written.thousands(words, shown.usual)
        lines = [
            words(
                "digest-money",
                sum=money,
                count=shown.total("orders"),
                usual=usual,
                known="yes" if shown.usual else "no",
            ),
            words("digest-calls", calls=shown.total("calls"), norm=norm, reached=shown.total("reached")),
        ]
    return [*lines, _overdue(words, shown)]


def _overdue(words: Words, shown: Digest) -> str:
    overdue = shown.overdue
    change = None if overdue.before is None else overdue.now - overdue.before
    sign = "none" if change is None else "more" if change > 0 else "less" if change < 0 else "same"
    return words(
        "digest-overdue",
        sum=written.thousands(words, overdue.now),
        sign=sign,
        change=written.thousands(words, abs(change or 0)),
        day=written.day(words, overdue.since) if overdue.since else "",
    )


def _team(words: Words, shown: Digest) -> tuple[list[str], tuple[tuple[Button, ...], ...]]:
    """A line for each manager; for each team, where there are too many people for a screen and several teams."""
    if len(shown.lines) > SHOWN_PEOPLE and len(shown.teams) > 1 and not shown.team:
        return _by_team(words, shown)
    lines = shown.lines[:SHOWN_PEOPLE]
    text = [words("digest-people")]
    team: int | None = -1
    names = dict(shown.teams)
    for line in lines:
        if len(shown.teams) > 1 and not shown.team and line.team_id != team:
            team = line.team_id
            text.append(
                f"<i>{escape(names.get(team or 0) or words.plain('digest-no-team'), quote=False)}</i>"
            )
        text.append(person_line(words, line, shown.kind))
    if len(shown.lines) > len(lines):
        text.append(words("digest-people-more", count=len(shown.lines) - len(lines)))
    buttons = [tap(_short(line.name), OpenDay(employee=line.id)) for line in lines]
    return text, in_rows(buttons, 3)


def _by_team(words: Words, shown: Digest) -> tuple[list[str], tuple[tuple[Button, ...], ...]]:
    text, buttons = [words("digest-teams")], []
    for team, name in shown.teams[:SHOWN_TEAMS]:
        of_team = [line for line in shown.lines if (line.team_id or 0) == team]
        summed = Line(
            0,
            name or words.plain("digest-no-team"),
            team,
            **{
                field: sum(getattr(line, field) for line in of_team)
                for field in Line.__dataclass_fields__
                if field not in {"id", "name", "team_id"}
            },
        )
        text.append(person_line(words, summed, shown.kind))
        if team:
            buttons.append(tap(_short(name), OpenKind(kind=shown.kind, team=team)))
    return text, in_rows(buttons, 3)


def person_line(words: Words, line: Line, kind: DigestKind) -> str:
    """«Анна — 24/30 · дозвон 15 · предложений 13 · 3 заказа, 340 т.р. · 2 обещания, 120 т.р.»; what is nothing is absent."""
    name = f"<b>{escape(line.name, quote=False)}</b>"
    if kind is DigestKind.PLAN:
        parts = [words("digest-person-listed", count=line.listed)]
        parts += [words("digest-person-call-backs", count=line.call_backs)] if line.call_backs else []
        if line.due_count:
            due = written.thousands(words, line.due_sum)
            parts.append(words("digest-person-due", count=line.due_count, sum=due))
        parts += [f"🎂 {line.birthdays}"] if line.birthdays else []
        return f"{name} — {' · '.join(parts)}"
    parts = [f"{line.calls}/{line.norm}" if line.norm else str(line.calls)]
    parts += [words("digest-person-reached", count=line.reached)] if line.reached else []
    parts += [words("digest-person-offers", count=line.offers)] if line.offers else []
    if line.orders:
        money = written.thousands(words, line.order_sum)
        parts.append(words("digest-person-orders", count=line.orders, sum=money))
    if line.promise_sum:
        money = written.thousands(words, line.promise_sum)
        parts.append(words("digest-person-due", count=line.promises, sum=money))
    elif line.promises:
        parts.append(words("digest-person-promises", count=line.promises))
    return f"{name} — {' · '.join(parts)}"


def _last_row(words: Words, shown: Digest) -> tuple[Button, ...]:
    """The other side of the day, the whole team's table, and the way back from one team to all."""
    other = DigestKind.NOW if shown.kind is DigestKind.PLAN else DigestKind.PLAN
    row = [tap(words.plain(f"btn-digest-{other}"), OpenKind(kind=other, team=shown.team))]
    row.append(
        tap(words.plain("btn-digest-all-teams"), OpenDigest())
        if shown.team
        else tap(words.plain("btn-digest-table"), OpenPlan())
    )
    return tuple(row)


def off_pace(words: Words, shown: Digest, *, late: bool = False) -> Screen:
    """15:00: who has fewer calls than half the norm; `shown.alarms` are theirs."""
    managers = sum(1 for line in shown.lines if line.norm)
    head = words("ntf-off-pace", clock=written.hour(shown.at), count=len(shown.alarms), managers=managers)
    alarms = shown.alarms[:ALL_ALARMS]
    lines = [head, *([words("digest-late")] if late else [])]
    lines += [_numbered(words, number, fact, shown.day) for number, fact in enumerate(alarms, 1)]
    lines += ["", words("ntf-off-pace-next")]
    rows = tuple(_alarm_row(words, number, fact, shown.day) for number, fact in enumerate(alarms, 1))
    return Screen(clipped("\n".join(lines)), (*rows, (tap(words.plain("btn-digest"), OpenDigest()),)))


def all_alarms(words: Words, shown: Digest) -> Screen:
    alarms = shown.alarms[:ALL_ALARMS]
    head = _alarms_head(words, shown) if alarms else words("digest-no-alarms")
    lines = [_numbered(words, number, fact, shown.day) for number, fact in enumerate(alarms, 1)]
    rows = tuple(_alarm_row(words, number, fact, shown.day) for number, fact in enumerate(alarms, 1))
    back = (tap(words.plain("btn-digest-back"), OpenKind(kind=DigestKind.NOW, team=shown.team)),)
    return Screen(clipped("\n".join([head, *lines])), (*rows, back))


# --- one manager's day


def person_day(words: Words, shown: PersonDay) -> Screen:
    line = shown.line
    head = words("msg-person-day", name=line.name, day=written.day(words, shown.today))
    lines = [head, *([words("person-day-unreachable")] if shown.unreachable else [])]
    lines.append(words("person-day-calls", calls=line.calls, norm=line.norm, reached=line.reached))
    lines.append(
        words(
            "person-day-offers",
            phone=shown.phone_offers,
            phone_norm=shown.phone_norm,
            email=shown.email_offers,
            email_norm=shown.email_norm,
        )
    )
    money = written.money(words, line.order_sum)
    lines.append(words("person-day-orders", count=line.orders, sum=money))
    lines.append(words("person-day-promises", count=line.promises))
    if shown.listed:
        done = shown.listed - shown.left
        lines.append(words("person-day-list", done=done, total=shown.listed))
    if shown.without_next:
        lines.append(words("person-day-without-next", count=shown.without_next))
    if shown.outcomes:
        said = [f"{words.plain(f'outcome-{code}')} {count}" for code, count in shown.outcomes]
        lines += ["", words("person-day-outcomes"), " · ".join(said)]
    if shown.last:
        lines += ["", words("person-day-last"), *(_last_call(words, call) for call in shown.last)]
    return Screen(clipped("\n".join(lines)), _person_rows(words, shown))


def _last_call(words: Words, call: LastCall) -> str:
    note = f": {escape(_short(call.note, 60), quote=False)}" if call.note else ""
    outcome = words.plain(f"outcome-{call.outcome}")
    return f"{written.hour(call.at)} {escape(call.client, quote=False)} — {outcome}{note}"


def _person_rows(words: Words, shown: PersonDay) -> tuple[tuple[Button, ...], ...]:
    named = {call.client_id: call.client for call in shown.last}
    rows = in_rows([tap(_short(name), OpenClient(client=id_)) for id_, name in named.items()], 2)
    if shown.off_pace:
        ask = Ask(kind=AlarmKind.OFF_PACE, ref=shown.line.id, day=shown.today.toordinal())
        rows = (*rows, (tap(words.plain("btn-digest-ask", name=_short(shown.line.name)), ask),))
    analysis = tap(words.plain("btn-analysis"), OpenAnalysis(employee=shown.line.id))
    return (*rows, (analysis, tap(words.plain("btn-digest-back"), OpenDigest())))
