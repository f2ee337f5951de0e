"""Demand that was lost for want of goods, by product and week."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from domain.actors import LEADING, Actor, Role
from domain.periods import DAYS_IN_WEEK, at_local, week_start
from screens.screen import FileRef
from screens.shortage_requests import COLUMNS
from screens.shortage_views import LostLine, LostView, LostWeeks
from screens.words import Catalogue
from storage import employees, shortages
from storage.shortages import Lost
from usecases.access import allowed
from usecases.scope import managers_for
from usecases.work import Work

MOST = 5000
PICTURED_WEEKS, PICTURED_GOODS = 12, 4


@allowed(*LEADING, Role.LOGISTICS)
async def get_lost(actor: Actor, work: Work, weeks: int) -> LostView:
    """This week, or with those before it: of the lead's team, of everybody for the owner and logistics."""
    found = await _lost(actor, work, weeks)
    lines = _grouped((None, one) for one in found)
    return LostView(weeks, tuple(lines), sum(one.amount for one in found), len(found), work.today(actor))


@allowed(*LEADING, Role.LOGISTICS)
async def get_lost_weeks(actor: Actor, work: Work) -> LostWeeks:
    """Of the same people, for the picture."""
    found = await _lost(actor, work, PICTURED_WEEKS)
    sums: Counter[tuple[str, date]] = Counter()
    for one in found:
        sums[one.text, week_start(actor.local(one.ended_at).date())] += one.amount
    totals: Counter[str] = Counter()
    for (product, _), amount in sums.items():
        totals[product] += amount
    order = [product for product, amount in totals.most_common() if amount]
    named, others = order[:PICTURED_GOODS], order[PICTURED_GOODS:]
    today = work.today(actor)
    weeks = [
        week_start(today) - timedelta(days=DAYS_IN_WEEK * ago) for ago in reversed(range(PICTURED_WEEKS))
    ]
    amounts = [tuple(sums[product, week] for week in weeks) for product in named]
    if others:
        named.append("")
        amounts.append(tuple(sum(sums[product, week] for product in others) for week in weeks))
    return LostWeeks(tuple(weeks), tuple(named), tuple(amounts), len(found), today)


async def _lost(actor: Actor, work: Work, weeks: int) -> list[Lost]:
    monday = week_start(work.today(actor)) - timedelta(days=DAYS_IN_WEEK * (weeks - 1))
    since: datetime = at_local(monday, time(), actor.zone)
    return await shortages.lost_since(work.tx, await managers_for(actor, work), since, MOST)


def _grouped(found: Iterable[tuple[date | None, Lost]]) -> list[LostLine]:
    """By week, product and unit; the largest loss of a week first."""
    groups: dict[tuple[date | None, str, str], list[Lost]] = {}
    for week, one in found:
        groups.setdefault((week, one.text, one.unit), []).append(one)
    lines = [_line(week, product, unit, ones) for (week, product, unit), ones in groups.items()]
    return sorted(lines, key=lambda line: (-(line.week or date.min).toordinal(), -line.amount, line.product))


def _line(week: date | None, product: str, unit: str, ones: list[Lost]) -> LostLine:
    said = [one.quantity for one in ones if one.quantity is not None]
    return LostLine(
        product,
        sum(said, Decimal(0)) if said else None,
        unit,
        sum(one.amount for one in ones),
        tuple(dict.fromkeys(one.client for one in ones if one.client)),
        tuple(dict.fromkeys(one.manager for one in ones)),
        week,
    )


async def build_lost(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """The register of the employee that the reference names, week by week; None where they may not see it."""
    from exchange.xlsx_out import write_table_xlsx
    from screens.order_parts import unit_name

    actor = await employees.find(work.tx, reference.id)
    if actor is None or not (actor.leads or actor.role is Role.LOGISTICS):
        return None
    words = catalogue[reference.language]
    found = await _lost(actor, work, int(reference.extra.get("weeks", "12")))
    lines = _grouped((week_start(actor.local(one.ended_at).date()), one) for one in found)
    rows = [
        (
            line.week,
            line.product,
            line.quantity,
            unit_name(words, line.unit),
            Decimal(line.amount) / 100,
            ", ".join(line.clients),
            ", ".join(line.managers),
        )
        for line in lines
    ]
    heads = [words.plain(f"lost-column-{name}") for name in COLUMNS]
    name = words.plain("lost-file-name", day=work.today(actor).isoformat())
    return f"{name}.xlsx", write_table_xlsx(heads, rows, words.plain("lost-sheet-name"))
