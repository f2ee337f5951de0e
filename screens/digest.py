"""The lead's day in one screen: three numbers, what calls for attention, what went well, a line for each manager."""

from dataclasses import dataclass
from html import escape

from domain.digest import AlarmKind, DigestKind, PictureView, Span
from screens import format as written
from screens.callbacks.analysis import OpenAnalysis
from screens.callbacks.clients import OpenClient
from screens.callbacks.digest import (
    Ask,
    OpenAlarms,
    OpenDay,
    OpenDigest,
    OpenKind,
    OpenPeriod,
    OpenPicture,
    OpenPlace,
)
from screens.callbacks.plan import OpenPlan
from screens.callbacks.team import InviteAs
from screens.digest_alarms import ALL_ALARMS, first_alarms
from screens.digest_alarms import all_alarms as alarms_screen
from screens.digest_facts import alarm_row, numbered, short, win_button
from screens.digest_lines import calls_facts, heading, overdue_text, people_table, person_line
from screens.digest_views import Digest, LastCall, Line, PersonDay
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

SHOWN_ALARMS, SHOWN_WINS, SHOWN_PEOPLE = 5, 3, 8
SHOWN_TEAMS = 9


# --- the digest


def digest(words: Words, shown: Digest, *, late: bool = False) -> Screen:
    """The plan of the morning, or how the day stands; at most one phone screen."""
    if not shown.lines:
        invite = (tap(words.plain("btn-invite"), InviteAs()),)
        return Screen("\n".join([_head(words, shown), "", words("digest-nobody")]), (invite,))
    lines = [_head(words, shown), *([words("digest-late")] if late else []), *_figures(words, shown)]
    alarms, wins = shown.alarms[:SHOWN_ALARMS], shown.wins[:SHOWN_WINS]
    days, every = (shown.day, shown.day), OpenAlarms(team=shown.team)
    told_alarms, rows = first_alarms(words, shown.alarms, SHOWN_ALARMS, days, every)
    lines += told_alarms
    if wins:
        lines += ["", words("digest-wins")]
        first = len(alarms) + 1
        lines += [numbered(words, number, fact, shown.day) for number, fact in enumerate(wins, first)]
        praise = [win_button(words, number, fact, shown.day) for number, fact in enumerate(wins, first)]
        rows += in_rows(praise, 2)
    people = _team(words, shown)
    more = [words("digest-people-more", count=people.more)] if people.more else []
    told = [people.caption, *(person_line(words, line, shown.kind) for line in people.lines), *more]
    table = people_table(words, people.lines, shown.kind, people.of)
    return Screen(
        clipped("\n".join([*lines, "", *told])),
        (*rows, *people.rows, *_last_rows(words, shown)),
        rich=("\n".join(lines), table, *more),
    )


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
            words("digest-calls", **calls_facts(shown.total("calls"), norm), reached=shown.total("reached")),
        ]
    return [*lines, overdue_text(words, shown.overdue)]


@dataclass(frozen=True, slots=True)
class _People:
    """What the lines say, and the buttons that open them; `of` is whom they are of: name or team."""

    lines: list[Line]
    of: str
    caption: str
    more: int
    rows: tuple[tuple[Button, ...], ...]


def _team(words: Words, shown: Digest) -> _People:
    """A line for each manager; for each team, where there are too many people for a screen and several teams."""
    if len(shown.lines) > SHOWN_PEOPLE and len(shown.teams) > 1 and not shown.team:
        return _by_team(words, shown)
    lines = shown.lines[:SHOWN_PEOPLE]
    told: list[Line] = []
    team: int | None = -1
    names = dict(shown.teams)
    for line in lines:
        if len(shown.teams) > 1 and not shown.team and line.team_id != team:
            team = line.team_id
            told.append(heading(names.get(team or 0) or words.plain("digest-no-team"), team))
        told.append(line)
    buttons = [tap(short(line.name), OpenDay(employee=line.id)) for line in lines]
    return _People(told, "name", words("digest-people"), len(shown.lines) - len(lines), in_rows(buttons, 3))


def _by_team(words: Words, shown: Digest) -> _People:
    lines, buttons = [], []
    for team, name in shown.teams[:SHOWN_TEAMS]:
        of_team = [line for line in shown.lines if (line.team_id or 0) == team]
        summed = {
            field: sum(getattr(line, field) for line in of_team)
            for field in Line.__dataclass_fields__
            if field not in {"id", "name", "team_id", "away"}
        }
        lines.append(Line(0, name or words.plain("digest-no-team"), team, **summed))
        if team:
            buttons.append(tap(short(name), OpenKind(kind=shown.kind, team=team)))
    return _People(lines, "team", words("digest-teams"), 0, in_rows(buttons, 3))


def _last_rows(words: Words, shown: Digest) -> tuple[tuple[Button, ...], ...]:
    """The other side of the day, the team's table and picture; weeks and months; the way back from one team to all."""
    other = DigestKind.NOW if shown.kind is DigestKind.PLAN else DigestKind.PLAN
    day, team = shown.day.toordinal(), shown.team
    first = [tap(words.plain(f"btn-digest-{other}"), OpenKind(kind=other, team=team))]
    if team:
        first.append(tap(words.plain("btn-digest-all-teams"), OpenDigest()))
    else:
        first.append(tap(words.plain("btn-digest-table"), OpenPlan()))
    second = [
        *(tap(words.plain(f"btn-digest-{span}"), OpenPeriod(span=span, day=day, team=team)) for span in Span),
        tap(words.plain("btn-digest-picture"), OpenPicture(view=PictureView.PLAN, day=day, team=team)),
    ]
    group = (
        ((tap(words.plain("btn-digest-group", title=short(shown.group)), OpenPlace()),),)
        if shown.group
        else ()
    )
    return (tuple(first), tuple(second), *group)


def off_pace(words: Words, shown: Digest, *, late: bool = False) -> Screen:
    """15:00: who has fewer calls than half the norm; `shown.alarms` are theirs."""
    managers = sum(1 for line in shown.lines if line.norm)
    head = words("ntf-off-pace", clock=written.hour(shown.at), count=len(shown.alarms), managers=managers)
    alarms = shown.alarms[:ALL_ALARMS]
    lines = [head, *([words("digest-late")] if late else [])]
    lines += [numbered(words, number, fact, shown.day) for number, fact in enumerate(alarms, 1)]
    lines += ["", words("ntf-off-pace-next")]
    rows = tuple(alarm_row(words, number, fact, shown.day) for number, fact in enumerate(alarms, 1))
    return Screen(clipped("\n".join(lines)), (*rows, (tap(words.plain("btn-digest"), OpenDigest()),)))


def all_alarms(words: Words, shown: Digest) -> Screen:
    back = tap(words.plain("btn-digest-back"), OpenKind(kind=DigestKind.NOW, team=shown.team))
    return alarms_screen(words, shown.alarms, (shown.day, shown.day), back)


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
    note = f": {escape(short(call.note, 60), quote=False)}" if call.note else ""
    outcome = words.plain(f"outcome-{call.outcome}")
    return f"{written.hour(call.at)} {escape(call.client, quote=False)} — {outcome}{note}"


def _person_rows(words: Words, shown: PersonDay) -> tuple[tuple[Button, ...], ...]:
    named = {call.client_id: call.client for call in shown.last}
    rows = in_rows([tap(short(name), OpenClient(client=id_)) for id_, name in named.items()], 2)
    if shown.off_pace:
        ask = Ask(kind=AlarmKind.OFF_PACE, ref=shown.line.id, day=shown.today.toordinal())
        rows = (*rows, (tap(words.plain("btn-digest-ask", name=short(shown.line.name)), ask),))
    analysis = tap(words.plain("btn-analysis"), OpenAnalysis(employee=shown.line.id))
    return (*rows, (analysis, tap(words.plain("btn-digest-back"), OpenDigest())))
