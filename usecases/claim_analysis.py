"""How often claims come: a month of them by reason, service, product or client, beside the month before."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from domain.actors import EVERYBODY, Actor
from domain.claims import GIVEN_BACK, Cut, share_of
from domain.periods import add_months, at_local, month_end, month_start
from screens.claim_analysis import COLUMNS
from screens.claim_views import ClaimAnalysis, CutRow
from screens.screen import FileRef
from screens.words import Catalogue, Words
from storage import claims, employees
from storage.claims import Count, Told
from usecases.access import allowed, inner
from usecases.scope import managers_for
from usecases.work import Work

SHOWN, MOST = 10, 2000
WHOLE = 100  # reasons and services are few: all of them are the whole month


@allowed(*EVERYBODY)
async def get_analysis(actor: Actor, work: Work, cut: Cut, back: int) -> ClaimAnalysis:
    """`back` months before this one: of the own clients, of the team, or of the claims that the actor settles."""
    month = add_months(month_start(work.today(actor)), -back)
    now, before = await _month(actor, work, month, cut), await _month(actor, work, add_months(month, -1), cut)
    known = {one.name: one.claims for one in before.rows}
    shown = [CutRow(one.name, one.claims, one.amount, known.get(one.name, 0)) for one in now.rows]
    return ClaimAnalysis(
        month=month,
        cut=cut,
        rows=tuple(shown[:SHOWN]),
        claims=sum(one.claims for one in now.kinds),
        amount=sum(one.amount for one in now.kinds),
        claims_before=sum(one.claims for one in before.kinds),
        amount_before=sum(one.amount for one in before.kinds),
        share=share_of(_returned(now.kinds), now.sales),
        share_before=share_of(_returned(before.kinds), before.sales),
        owned=not actor.sells,
        last=back == 0,
    )


class _Month:
    """What a month has: by the cut, by kinds, and what was sold."""

    def __init__(self, rows: list[Count], kinds: list[Count], sales: int) -> None:
        self.rows, self.kinds, self.sales = rows, kinds, sales


@inner
async def _month(actor: Actor, work: Work, month: date, cut: Cut) -> _Month:
    rows = await _counted(actor, work, month, cut, WHOLE)
    kinds = rows if cut is Cut.KIND else await _counted(actor, work, month, Cut.KIND, WHOLE)
    if not actor.sells:
        return _Month(rows, kinds, 0)
    whose = await managers_for(actor, work)
    sales: int = await work.tx.value(claims.SALES, employees=whose, first=month, last=month_end(month))
    return _Month(rows, kinds, sales)


@inner
async def _counted(actor: Actor, work: Work, month: date, cut: Cut, most: int) -> list[Count]:
    since, until = _bounds(actor, month)
    asked: dict[str, Any] = {"since": since, "until": until, "n": most}
    if actor.sells:
        whose = await managers_for(actor, work)
        return await work.tx.rows(claims.COUNT_TAKEN[cut], Count, employees=whose, **asked)
    return await work.tx.rows(claims.COUNT_OWNED[cut], Count, owner=actor.id, **asked)


def _bounds(actor: Actor, month: date) -> tuple[datetime, datetime]:
    return at_local(month, time(), actor.zone), at_local(add_months(month, 1), time(), actor.zone)


def _returned(kinds: list[Count]) -> int:
    return sum(one.amount for one in kinds if one.name in GIVEN_BACK)


async def build_claims(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """A month of claims of whoever asked, one line each; None where they are gone."""
    from exchange.xlsx_out import write_table_xlsx

    actor = await employees.find(work.tx, reference.id)
    if actor is None:
        return None
    words = catalogue[reference.language]
    month = add_months(month_start(work.today(actor)), -int(reference.extra.get("back", "0")))
    since, until = _bounds(actor, month)
    if actor.sells:
        whose = await managers_for(actor, work)
        found = await work.tx.rows(claims.TOLD_TAKEN, Told, employees=whose, since=since, until=until, n=MOST)
    else:
        found = await work.tx.rows(claims.TOLD_OWNED, Told, owner=actor.id, since=since, until=until, n=MOST)
    heads = [words.plain(f"claims-column-{name}") for name in COLUMNS]
    name = words.plain("claims-file-name", month=f"{month:%m-%Y}")
    rows = [_row(actor, words, one) for one in found]
    return f"{name}.xlsx", write_table_xlsx(heads, rows, words.plain("claims-sheet-name"))


def _row(actor: Actor, words: Words, one: Told) -> tuple[str | int | Decimal | date | None, ...]:
    return (
        one.id,
        actor.local(one.created_at).date(),
        one.client,
        words.plain(f"claim-{one.kind}"),
        words.plain(f"fault-{one.fault}") if one.fault is not None else "",
        words.plain(f"claim-status-{one.status}", owner="none"),
        words.plain(f"decision-{one.decision}", partly="no") if one.decision is not None else "",
        one.due,
        actor.local(one.closed_at).date() if one.closed_at is not None else None,
        Decimal(one.amount) / 100,
        one.manager,
        one.text,
        one.answer,
    )
