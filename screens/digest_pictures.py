"""Pictures of a digest: plan against fact of the month by manager, and what is owed by age."""

from collections.abc import Sequence
from datetime import date

from domain.ageing import Bucket
from domain.charts import Chart, Rows, Series, Stacks
from domain.digest import PictureView, Span
from domain.targets import TargetKind
from screens import format as written
from screens.callbacks.analysis import OpenAnalysis
from screens.callbacks.debts import OpenDebts
from screens.callbacks.digest import OpenDigest, OpenPeriod, OpenPicture
from screens.debt_desk import bucket_text
from screens.digest_period import days_text, percent
from screens.digest_period_views import AgeingOf, Period
from screens.screen import Button, Screen, tap
from screens.targets import having_text
from screens.words import Words

THOUSAND = 100_000  # kopecks
SHOWN = 9


def plan_chart(words: Words, shown: Period) -> Chart | None:
    """None where nobody has sold and nobody has a plan."""
    people = [line for line in shown.lines if line.order_sum or line.target]
    people.sort(
        key=lambda line: (-(percent(line.order_sum, line.target) if line.target else 0), -line.order_sum)
    )
    people = people[:SHOWN]
    if not people:
        return None
    planned = any(line.target for line in people)
    done = Series(words.plain("chart-fact"), tuple(round(line.order_sum / THOUSAND) for line in people))
    rest = Series(
        words.plain("chart-rest"),
        tuple(round(max(line.target - line.order_sum, 0) / THOUSAND) for line in people),
        quiet=True,
    )
    marks = []
    for line in people:
        money = written.thousands(words, line.order_sum)
        marks.append(
            f"{money} · {written.percent(words, percent(line.order_sum, line.target))}"
            if line.target
            else money
        )
    return Rows(
        title=words.plain("chart-plan" if planned else "chart-sales"),
        subtitle=days_text(words, Span.MONTH, shown.days.start, shown.days.end),
        labels=tuple(line.name for line in people),
        series=(done, rest) if planned else (done,),
        marks=tuple(marks),
    )


def plan_picture(words: Words, shown: Period) -> tuple[Chart | None, Screen]:
    chart = plan_chart(words, shown)
    team = next((line for line in shown.targets if line.kind is TargetKind.SALES), None)
    target = (team.target if team else None) or 0
    money = team.fact or 0 if team and target else shown.total("order_sum")
    text = words(
        "msg-picture-plan",
        days=days_text(words, Span.MONTH, shown.days.start, shown.days.end),
        sum=written.thousands(words, money),
        target=written.thousands(words, target),
        percent=percent(money, target),
        planned="yes" if target else "no",
    )
    if team is not None:
        text += having_text(words, team)
    if chart is None:
        text = "\n".join([text, words("msg-picture-nothing")])
    return chart, Screen(text, _rows(words, PictureView.PLAN, shown.days.end, shown.team))


def ageing_picture(
    words: Words, people: Sequence[AgeingOf], day: date, team: int
) -> tuple[Chart | None, Screen]:
    """A bar for each manager, the largest debt first; None where nobody owes anything."""
    rows = _rows(words, PictureView.AGEING, day, team)
    owing = sorted(people, key=lambda one: -_debt(one.buckets))
    owing = [one for one in owing if _debt(one.buckets)][:SHOWN]
    if not owing:
        return None, Screen(words("msg-picture-nothing"), rows)
    total = sum(_debt(one.buckets) for one in people)
    overdue = sum(bucket.amount for one in people for bucket in one.buckets if not bucket.not_due)
    used = [at for at in range(len(owing[0].buckets)) if any(one.buckets[at].amount for one in owing)]
    chart = Stacks(
        title=words.plain("chart-ageing"),
        subtitle=words.plain("chart-ageing-unit", day=written.short_day(words, day)),
        labels=tuple(one.name for one in owing),
        series=tuple(
            Series(
                bucket_text(words, owing[0].buckets[at]),
                tuple(round(one.buckets[at].amount / THOUSAND) for one in owing),
                quiet=owing[0].buckets[at].not_due,
            )
            for at in used
        ),
    )
    text = words(
        "msg-picture-ageing",
        sum=written.thousands(words, total),
        overdue=written.thousands(words, overdue),
        percent=percent(overdue, total),
    )
    return chart, Screen(text, rows)


def _debt(buckets: Sequence[Bucket]) -> int:
    return sum(bucket.amount for bucket in buckets)


def _rows(words: Words, view: PictureView, day: date, team: int) -> tuple[tuple[Button, ...], ...]:
    other = PictureView.AGEING if view is PictureView.PLAN else PictureView.PLAN
    key = "btn-digest-ageing" if other is PictureView.AGEING else "btn-digest-plan-picture"
    at = day.toordinal()
    first = [tap(words.plain(key), OpenPicture(view=other, day=at, team=team))]
    if view is PictureView.AGEING:
        first.append(tap(words.plain("command-debts"), OpenDebts()))
    else:
        first.append(tap(words.plain("btn-analysis"), OpenAnalysis()))
    month = tap(words.plain("btn-digest-month"), OpenPeriod(span=Span.MONTH, day=at, team=team))
    return (tuple(first), (month, tap(words.plain("btn-digest"), OpenDigest())))
