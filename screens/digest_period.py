"""The lead's week and month in one screen: against the time before and the plan, exceptions first, a line for each manager."""

from datetime import date
from html import escape

from domain.digest import Detail, PictureView, Span
from screens import format as written
from screens.callbacks.digest import (
    OpenDetail,
    OpenDigest,
    OpenPeriod,
    OpenPeriodAlarms,
    OpenPicture,
    OpenTimes,
)
from screens.callbacks.errands import ErrandTopic, GiveErrand
from screens.callbacks.targets import OpenTargets
from screens.callbacks.team import InviteAs
from screens.digest_alarms import all_alarms as alarms_screen
from screens.digest_alarms import first_alarms
from screens.digest_facts import alarm_row, fact_text, numbered, short, win_button
from screens.digest_lines import AWAY, away_text, calls_facts, calls_text, overdue_text
from screens.digest_period_views import Period, PeriodLine, PersonPeriod
from screens.screen import Button, Screen, Table, clipped, in_rows, tap
from screens.targets import month_lines
from screens.words import Words

SHOWN_ALARMS, SHOWN_PEOPLE = 4, 8
HUNDRED = 100


def days_text(words: Words, span: Span, start: date, end: date) -> str:
    """«23 ноября», «23–27 ноября», «30 ноября – 4 декабря»; of a month «ноябрь 2026»."""
    if span is Span.MONTH:
        return f"{words.plain(f'month-name-{end.month}')} {end.year}"
    last = words.plain("day-of-month", day=end.day, month=words.plain(f"month-of-{end.month}"))
    if start == end:
        return last
    if start.month == end.month:
        return words.plain("digest-days", first=start.day, last=last)
    first = words.plain("day-of-month", day=start.day, month=words.plain(f"month-of-{start.month}"))
    return words.plain("digest-days-apart", first=first, last=last)


def period(words: Words, shown: Period, *, late: bool = False) -> Screen:
    """At most one phone screen."""
    if not shown.lines:
        invite = (tap(words.plain("btn-invite"), InviteAs()),)
        return Screen("\n".join([_head(words, shown), "", words("digest-nobody")]), (invite,))
    lines = [_head(words, shown), *([words("digest-late")] if late else []), *figures(words, shown)]
    facts, rows = _facts(words, shown)
    people = shown.lines[:SHOWN_PEOPLE]
    more = len(shown.lines) - len(people)
    after = [words("digest-people-more", count=more)] if more else []
    told = [words("digest-people"), *(line_text(words, line) for line in people), *after]
    buttons = [
        tap(
            short(line.name),
            OpenTimes(employee=line.id, span=shown.span, day=shown.days.end.toordinal()),
        )
        for line in people
    ]
    return Screen(
        clipped("\n".join([*lines, *facts, "", *told])),
        (*rows, *in_rows(buttons, 3), *_last_rows(words, shown)),
        rich=("\n".join([*lines, *facts]), people_table(words, shown, people), *after),
    )


def _head(words: Words, shown: Period) -> str:
    name = dict(shown.teams).get(shown.team, "")
    days = days_text(words, shown.span, shown.days.start, shown.days.end)
    head = words(f"msg-digest-{shown.span}", days=days, over="yes" if shown.over else "no")
    return f"{head} · {escape(name, quote=False)}" if name else head


def figures(words: Words, shown: Period, *, sums: bool = True) -> list[str]:
    """The numbers of the team; without `sums` no money, but shares of it."""
    money, before = shown.total("order_sum"), shown.total("before_sum")
    calls, norm = shown.total("calls"), shown.total("norm")
    lines = []
    if shown.today is not None:
        today = written.thousands(words, shown.today.order_sum) if sums else "none"
        calls_today = shown.today.calls
        lines.append(words("digest-today", sum=today, calls=calls_today, norm=shown.today.norm))
    lines += [
        words(
            "digest-period-money" if sums else "digest-period-shares",
            sum=written.thousands(words, money),
            count=shown.total("orders"),
            before=written.thousands(words, before),
            change=change(words, money, before) or "none",
            span=shown.span,
            over="yes" if shown.over else "no",
        ),
        words(
            "digest-period-calls", **calls_facts(calls, norm), reached=percent(shown.total("reached"), calls)
        ),
    ]
    fresh = shown.total("new_clients")
    lines += [words("digest-period-new", count=fresh)] if fresh else []
    if sums:
        lines += month_lines(words, shown.targets, shown.forecast)[:2]
        lines += [overdue_text(words, shown.overdue)] if shown.overdue else []
    return lines


def percent(part: int, whole: int) -> int:
    return round(part * HUNDRED / whole) if whole else 0


def change(words: Words, now: int, before: int) -> str:
    """«+36 %», «−12 %»; empty where there is nothing to compare with."""
    if before <= 0:
        return ""
    by = round((now - before) * HUNDRED / before)
    return written.percent(words, f"{'+' if by > 0 else '−' if by < 0 else ''}{abs(by)}")


def _facts(words: Words, shown: Period) -> tuple[list[str], list[tuple[Button, ...]]]:
    day = shown.days.end
    alarms, wins = shown.alarms[:SHOWN_ALARMS], shown.wins
    every = OpenPeriodAlarms(span=shown.span, day=day.toordinal(), team=shown.team)
    lines, rows = first_alarms(words, shown.alarms, SHOWN_ALARMS, (day, shown.at.date()), every)
    if wins:
        first = len(alarms) + 1
        lines += ["", words("digest-wins")]
        lines += [numbered(words, number, fact, day) for number, fact in enumerate(wins, first)]
        praise = [win_button(words, number, fact, day) for number, fact in enumerate(wins, first)]
        rows += in_rows(praise, 2)
    return lines, rows


def all_alarms(words: Words, shown: Period) -> Screen:
    """All that the span calls attention to."""
    day = shown.days.end
    back = OpenPeriod(span=shown.span, day=day.toordinal(), team=shown.team)
    to_span = tap(words.plain(f"btn-digest-to-{shown.span}"), back)
    return alarms_screen(words, shown.alarms, (day, shown.at.date()), to_span)


# --- a line for each manager


def line_text(words: Words, line: PeriodLine) -> str:
    """«Анна — 1 220 т.р. (+36 %), 12 заказов · план 61 % · 250/300 · 2 новых»."""
    parts = [away_text(words, line.away)] if line.away else []
    if line.orders:
        amount = written.thousands(words, line.order_sum)
        moved = change(words, line.order_sum, line.before_sum)
        parts.append(words("digest-person-orders", count=line.orders, sum=amount))
        parts[-1] += f" ({moved})" if moved else ""
    if line.target:
        parts.append(words("digest-person-target", percent=percent(line.order_sum, line.target)))
    parts.append(words("digest-person-calls", calls=calls_text(line.calls, line.norm)))
    if line.days_away and not line.away:
        parts.append(words("digest-person-days-away", count=line.days_away))
    return f"<b>{escape(line.name, quote=False)}</b> — {' · '.join(parts)}"


def people_table(words: Words, shown: Period, people: tuple[PeriodLine, ...], *, sums: bool = True) -> Table:
    """The plan where anybody has one, else the time before; without `sums` shares of the team's orders."""
    planned = shown.span is Span.MONTH and any(line.target for line in people)
    total = shown.total("order_sum")
    last = "target" if planned else "change"
    names = ("orders" if sums else "share", last, "calls")
    rows = []
    for line in people:
        money = written.thousands(words, line.order_sum) if line.orders else "—"
        share = written.percent(words, percent(line.order_sum, total))
        moved = change(words, line.order_sum, line.before_sum)
        if planned:
            moved = written.percent(words, percent(line.order_sum, line.target)) if line.target else ""
        name = escape(line.name, quote=False) + (AWAY if line.away or line.days_away else "")
        rows.append((name, money if sums else share, moved or "—", calls_text(line.calls, line.norm)))
    head = (words.plain("digest-column-name"), *(words.plain(f"digest-column-{name}") for name in names))
    return Table(head, tuple(rows))


def _last_rows(words: Words, shown: Period) -> tuple[tuple[Button, ...], ...]:
    """From near, a picture; the span before, the other span, the day."""
    day, before, team, span = (
        shown.days.end.toordinal(),
        shown.before.start.toordinal(),
        shown.team,
        shown.span,
    )
    other = Span.MONTH if span is Span.WEEK else Span.WEEK
    details = [
        tap(words.plain(f"btn-digest-{one}"), OpenDetail(detail=one, span=span, day=day, team=team))
        for one in Detail
    ]
    return (
        tuple(details),
        (
            tap(words.plain("btn-digest-picture"), OpenPicture(view=PictureView.PLAN, day=day, team=team)),
            tap(words.plain("btn-digest-targets"), OpenTargets()),
        ),
        (
            tap(words.plain(f"btn-digest-before-{span}"), OpenPeriod(span=span, day=before, team=team)),
            tap(words.plain(f"btn-digest-{other}"), OpenPeriod(span=other, day=day, team=team)),
            tap(words.plain("btn-digest-back"), OpenDigest()),
        ),
    )


# --- one manager


def person(words: Words, shown: PersonPeriod) -> Screen:
    """A manager's span: what it came to, day by day or week by week, how the calls ended."""
    line, days = shown.line, shown.days
    lines = [
        words("msg-person-period", name=line.name, days=days_text(words, shown.span, days.start, days.end)),
        words(
            "digest-period-calls",
            **calls_facts(line.calls, line.norm),
            reached=percent(line.reached, line.calls),
        ),
        words(
            "person-period-orders",
            count=line.orders,
            sum=written.money(words, line.order_sum),
            change=change(words, line.order_sum, line.before_sum) or "none",
        ),
        *month_lines(words, shown.targets),
        words("person-period-offers", offers=line.offers, promises=line.promises, fresh=line.new_clients),
    ]
    if line.days_away:
        lines.append(words("person-period-away", count=line.days_away))
    if shown.behind is not None:
        lines.append(fact_text(words, shown.behind, days.end))
    outcomes = [f"{words.plain(f'outcome-{code}')} {count}" for code, count in shown.outcomes]
    ended = ["", words("person-day-outcomes"), " · ".join(outcomes)] if outcomes else []
    parts = [(_part(words, shown, at), calls, amount) for at, calls, amount in shown.parts]
    told = [
        words("person-period-part", part=part, calls=calls, sum=written.thousands(words, amount))
        for part, calls, amount in parts
    ]
    table = Table(
        tuple(words.plain(f"digest-column-{name}") for name in ("days", "calls", "orders")),
        tuple((part, str(calls), written.thousands(words, amount)) for part, calls, amount in parts),
    )
    return Screen(
        clipped("\n".join([*lines, "", *told, *ended])),
        _person_rows(words, shown),
        rich=("\n".join(lines), table, "\n".join(ended)),
    )


def _part(words: Words, shown: PersonPeriod, at: date) -> str:
    if shown.span is Span.WEEK:
        return words.plain("digest-weekday", weekday=words.plain(f"weekday-{at.isoweekday()}"), day=at.day)
    return words.plain("digest-week-of", day=written.short_day(words, at))


def _person_rows(words: Words, shown: PersonPeriod) -> tuple[tuple[Button, ...], ...]:
    line, day = shown.line, shown.days.end.toordinal()
    other = Span.MONTH if shown.span is Span.WEEK else Span.WEEK
    rows: list[tuple[Button, ...]] = []
    if shown.behind is not None:
        rows.append(alarm_row(words, 1, shown.behind, shown.days.end)[1:])
    errand = tap(words.plain("btn-errand-give"), GiveErrand(kind=ErrandTopic.WHO, ref=line.id))
    times = OpenTimes(employee=line.id, span=other, day=day)
    rows.append((errand, tap(words.plain(f"btn-digest-{other}"), times)))
    back = OpenPeriod(span=shown.span, day=day)
    rows.append((tap(words.plain(f"btn-digest-to-{shown.span}"), back),))
    return tuple(row for row in rows if row)
