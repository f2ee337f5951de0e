"""Lost demand by week: standing bars of the goods that lost most, and the main thing in words."""

from domain.charts import Chart, Series, Stacks
from screens import format as written
from screens.callbacks.shortages import LostFile, OpenLost
from screens.order_parts import short, short_middle
from screens.screen import Screen, tap
from screens.shortage_views import LostWeeks
from screens.words import Words

ROUBLE, THOUSAND = 100, 100_000
# From so much in one week on, thousands are exact enough, and read at a glance.
IN_THOUSANDS = 20 * THOUSAND
NAMED = 24


def picture(words: Words, view: LostWeeks) -> tuple[Chart | None, Screen]:
    """The picture, None where no sum was lost, and what stands under it."""
    weeks = len(view.weeks)
    back = tap(words.plain("btn-lost"), OpenLost(weeks=weeks))
    if not view.products:
        key = "msg-lost-unpriced" if view.wishes else "msg-lost-none"
        return None, Screen(words(key, weeks=weeks, count=view.wishes), ((back,),))
    total = sum(map(sum, view.amounts))
    text = [
        words("msg-lost", weeks=weeks, sum=written.money(words, total), count=view.wishes),
        words("lost-now", sum=written.money(words, sum(row[-1] for row in view.amounts))),
        words(
            "lost-most",
            product=short(view.products[0]),
            sum=written.money(words, sum(view.amounts[0])),
            share=round(100 * sum(view.amounts[0]) / total),
        ),
    ]
    file = tap(words.plain("btn-lost-file"), LostFile(weeks=weeks))
    return _chart(words, view), Screen("\n".join(text), ((file, back),))


def _chart(words: Words, view: LostWeeks) -> Chart:
    highest = max(sum(week) for week in zip(*view.amounts, strict=True))
    unit = THOUSAND if highest >= IN_THOUSANDS else ROUBLE
    first, last = written.short_day(words, view.weeks[0]), written.short_day(words, view.today)
    return Stacks(
        title=words.plain("chart-lost"),
        subtitle=words.plain(
            "chart-lost-unit", unit="thousands" if unit == THOUSAND else "roubles", first=first, last=last
        ),
        labels=tuple(written.short_day(words, week) for week in view.weeks),
        series=tuple(
            Series(
                short_middle(name, NAMED) if name else words.plain("chart-lost-others"),
                tuple(round(amount / unit) for amount in amounts),
                quiet=not name,
            )
            for name, amounts in zip(view.products, view.amounts, strict=True)
        ),
    )
