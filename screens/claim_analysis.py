"""What clients complain of, month to month, in words and in a picture."""

from datetime import date
from decimal import Decimal

from domain import charts
from domain.charts import Rows as Bars
from domain.charts import Series
from domain.claims import Cut, Service
from domain.outcomes import ClaimKind
from screens import format as written
from screens.callbacks.claims import ClaimAnalysisFile, ClaimAnalysisPicture, OpenClaimAnalysis, OpenClaims
from screens.claim_views import ClaimAnalysis, CutRow
from screens.claims import fault_name, kind_name
from screens.order_parts import short
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

COLUMNS = (
    "number", "day", "client", "kind", "fault", "status", "decision", "due", "closed", "sum", "manager", "text", "answer",
)  # fmt: skip
HUNDREDTHS = 100
LONGEST_BACK = 60


def month_text(words: Words, month: date) -> str:
    return f"{words.plain(f'month-name-{month.month}')} {month.year}"


def analysis(words: Words, view: ClaimAnalysis, back: int) -> Screen:
    """A line for each of the cut, the most frequent first; how it was the month before stands beside."""
    parts = [
        words("msg-claim-analysis", month=month_text(words, view.month), owned="yes" if view.owned else "no")
    ]
    parts.append(_whole(words, view))
    if view.share is not None:
        before = _percent(words, view.share_before) if view.share_before is not None else "none"
        parts.append(words("claims-share", share=_percent(words, view.share), before=before))
    if view.rows:
        parts += ["", words("claims-cut-head", cut=view.cut.value)]
        parts += [_row(words, view.cut, row) for row in view.rows]
    return Screen(clipped("\n".join(parts)), _rows(words, view, back))


def _whole(words: Words, view: ClaimAnalysis) -> str:
    return words(
        "claims-whole",
        count=view.claims,
        sum=written.money(words, view.amount) if view.amount else "none",
        before=view.claims_before,
    )


def _percent(words: Words, hundredths: int) -> str:
    return written.percent(words, written.quantity(words, Decimal(hundredths) / HUNDREDTHS))


def name_of(words: Words, cut: Cut, row: CutRow) -> str:
    if cut is Cut.KIND:
        return kind_name(words, ClaimKind(row.name or ClaimKind.OTHER))
    if cut is Cut.FAULT:
        return fault_name(words, Service(row.name) if row.name else None)
    return short(row.name or words.plain("claims-unnamed"))


def _row(words: Words, cut: Cut, row: CutRow) -> str:
    return words(
        "claims-cut-row",
        name=name_of(words, cut, row),
        count=row.claims,
        sum=written.money(words, row.amount) if row.amount else "none",
        before=row.before,
    )


def _rows(words: Words, view: ClaimAnalysis, back: int) -> tuple[tuple[Button, ...], ...]:
    cuts = [
        tap(words.plain("btn-cut-now" if one is view.cut else "btn-cut", cut=one.value), OpenClaimAnalysis(cut=one, back=back))
        for one in Cut
    ]  # fmt: skip
    months = []
    if back < LONGEST_BACK:
        months.append(tap(words.plain("btn-month-before"), OpenClaimAnalysis(cut=view.cut, back=back + 1)))
    if back:
        months.append(tap(words.plain("btn-month-after"), OpenClaimAnalysis(cut=view.cut, back=back - 1)))
    files = []
    if view.rows:
        files = [
            tap(words.plain("btn-claims-picture"), ClaimAnalysisPicture(cut=view.cut, back=back)),
            tap(words.plain("btn-claims-file"), ClaimAnalysisFile(back=back)),
        ]
    rows = [
        *in_rows(cuts, 2),
        tuple(months),
        tuple(files),
        (tap(words.plain("btn-to-claims"), OpenClaims()),),
    ]
    return tuple(row for row in rows if row)


def picture(words: Words, view: ClaimAnalysis, back: int) -> tuple[charts.Chart | None, Screen]:
    """Bars of the cut; the words alone where there was no claim."""
    caption = Screen(
        words("claims-picture", month=month_text(words, view.month)),
        ((tap(words.plain("btn-to-claim-analysis"), OpenClaimAnalysis(cut=view.cut, back=back)),),),
    )
    if not view.rows:
        return None, analysis(words, view, back)
    chart = Bars(
        title=words.plain("claims-picture-title", cut=view.cut.value),
        subtitle=month_text(words, view.month),
        labels=tuple(name_of(words, view.cut, row) for row in view.rows),
        series=(Series(words.plain("claims-picture-series"), tuple(row.claims for row in view.rows)),),
        marks=tuple(str(row.claims) for row in view.rows),
    )
    return chart, caption
