"""One side of a week or a month from near: money, how the calls ended, what is owed."""

from collections.abc import Sequence
from html import escape

from domain.digest import Detail, PictureView, Span
from screens import format as written
from screens.callbacks.digest import OpenDetail, OpenPeriod, OpenPicture
from screens.digest_period import change, days_text, percent
from screens.digest_period_views import DebtLine, DetailView
from screens.screen import Button, Screen, Table, clipped, tap
from screens.words import Words

SHOWN = 20
Told = tuple[list[str], list[tuple[str, ...]]]


def detail(words: Words, shown: DetailView) -> Screen:
    """Lines where tables cannot be shown; both say the same."""
    days = shown.period.days
    head = words(
        f"msg-digest-detail-{shown.detail}",
        days=days_text(words, shown.period.span, days.start, days.end),
        since=written.short_day(words, shown.since) if shown.since else "none",
    )
    lines, cells = PARTS[shown.detail](words, shown)
    if not lines:
        return Screen("\n".join([head, words("digest-detail-nothing")]), _rows(words, shown))
    table = Table(tuple(words.plain(f"digest-column-{name}") for name in HEADS[shown.detail]), tuple(cells))
    return Screen(clipped("\n".join([head, *lines])), _rows(words, shown), rich=(head, table))


def _money(words: Words, shown: DetailView) -> Told:
    """The largest sum first, then the team together."""
    people = sorted(shown.period.lines, key=lambda line: (-line.order_sum, line.name))
    rows = [(one.name, one.orders, one.order_sum, one.before_sum) for one in people[:SHOWN]]
    if not any(orders or before for _, orders, _, before in rows):
        return [], []
    total = [shown.period.total(name) for name in ("orders", "order_sum", "before_sum")]
    rows.append((words.plain("digest-total"), total[0], total[1], total[2]))
    lines: list[str] = []
    cells: list[tuple[str, ...]] = []
    for name, orders, amount, before in rows:
        moved = change(words, amount, before)
        now, was = written.thousands(words, amount), written.thousands(words, before)
        lines.append(
            words(
                "digest-detail-money-line",
                name=name,
                sum=now,
                count=orders,
                before=was,
                change=moved or "none",
            )
        )
        cells.append((escape(name, quote=False), str(orders), now, f"{was} ({moved})" if moved else was))
    return lines, cells


def _outcomes(words: Words, shown: DetailView) -> Told:
    total = sum(count for _, count in shown.outcomes)
    lines: list[str] = []
    cells: list[tuple[str, ...]] = []
    for code, count in shown.outcomes[:SHOWN]:
        outcome, share = words.plain(f"outcome-{code}"), percent(count, total)
        lines.append(words("digest-detail-outcome-line", outcome=outcome, count=count, percent=share))
        cells.append((escape(outcome, quote=False), str(count), written.percent(words, share)))
    return lines, cells


def _debts(words: Words, shown: DetailView) -> Told:
    lines: list[str] = []
    cells: list[tuple[str, ...]] = []
    owing = [one for one in shown.debts if one.debt or one.debt_before]
    for one in [*owing[:SHOWN], *([_all(words, owing)] if owing else [])]:
        debt, overdue = written.thousands(words, one.debt), written.thousands(words, one.overdue)
        moved = [
            _moved(words, one.debt, one.debt_before),
            _moved(words, one.overdue, one.overdue_before),
        ]
        lines.append(
            words(
                "digest-detail-debt-line",
                name=one.name,
                debt=debt,
                debt_change=moved[0] or "none",
                overdue=overdue,
                overdue_change=moved[1] or "none",
            )
        )
        told = [f"{now} ({by})" if by else now for now, by in zip((debt, overdue), moved, strict=True)]
        cells.append((escape(one.name, quote=False), *told))
    return lines, cells


def _all(words: Words, lines: Sequence[DebtLine]) -> DebtLine:
    """Of whom nobody has looked before counts as unchanged."""
    known = any(one.debt_before is not None for one in lines)
    debt = [one.debt if one.debt_before is None else one.debt_before for one in lines]
    overdue = [one.overdue if one.overdue_before is None else one.overdue_before for one in lines]
    return DebtLine(
        words.plain("digest-total"),
        sum(one.debt for one in lines),
        sum(one.overdue for one in lines),
        sum(debt) if known else None,
        sum(overdue) if known else None,
    )


def _moved(words: Words, now: int, before: int | None) -> str:
    """«+80 т.р.»; empty where it is as it was, or nobody knows."""
    if before is None or now == before:
        return ""
    return f"{'+' if now > before else '−'}{written.thousands(words, abs(now - before))}"


PARTS = {Detail.MONEY: _money, Detail.OUTCOMES: _outcomes, Detail.DEBTS: _debts}
HEADS = {
    Detail.MONEY: ("name", "count", "sum", "before"),
    Detail.OUTCOMES: ("outcome", "times", "share-of"),
    Detail.DEBTS: ("name", "debt", "overdue"),
}


def _rows(words: Words, shown: DetailView) -> tuple[tuple[Button, ...], ...]:
    period = shown.period
    day, span, team = period.days.end.toordinal(), period.span, period.team
    others = [
        tap(words.plain(f"btn-digest-{one}"), OpenDetail(detail=one, span=span, day=day, team=team))
        for one in Detail
        if one is not shown.detail
    ]
    view = PictureView.AGEING if shown.detail is Detail.DEBTS else PictureView.PLAN
    key = "btn-digest-ageing" if view is PictureView.AGEING else "btn-digest-picture"
    picture = tap(words.plain(key), OpenPicture(view=view, day=day, team=team))
    back = tap(words.plain(f"btn-digest-to-{Span(span)}"), OpenPeriod(span=span, day=day, team=team))
    return (tuple(others), (picture, back))
