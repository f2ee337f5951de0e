"""The market sheet of the week for a lead: on the screen, as a file, and on Friday by itself."""

from datetime import timedelta
from decimal import Decimal

from domain.actors import LEADING, Actor
from domain.competitors import DAYS
from domain.market_week import MarketWeek, market_week
from screens.screen import FileRef
from screens.words import Catalogue
from storage import clients, competitors, employees
from usecases import audit
from usecases.access import allowed
from usecases.competitors import market_note
from usecases.scope import managers_for
from usecases.work import Work

COLUMNS = ("rival", "product", "seen", "price", "ours", "difference", "before", "change", "who", "new")


@allowed(*LEADING)
async def get_week(actor: Actor, work: Work) -> MarketWeek:
    """Of all that the lead's people noted in seven days, against the seven before."""
    since = work.now - timedelta(days=2 * DAYS)
    found = await competitors.since(work.tx, await managers_for(actor, work), since)
    names = await clients.manager_names(work.tx, list({note.employee_id for note in found}))
    noted = [(names.get(note.employee_id, ""), market_note(actor, note)) for note in found]
    return market_week(noted, work.today(actor))


@allowed(*LEADING)
async def note_export(actor: Actor, work: Work) -> None:
    """For the audit. Raises `StaleError` for a second tap."""
    await audit.note_export(actor, work, what="market_week")


async def build_market_week(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """The sheet of the lead that the reference names; None where they are gone or lead nobody."""
    from exchange.xlsx_out import write_table_xlsx

    actor = await employees.find(work.tx, reference.id)
    if actor is None or not actor.leads:
        return None
    words = catalogue[reference.language]
    week = await get_week(actor, work)
    rows = [
        (
            rival.name,
            line.product,
            line.seen,
            _roubles(line.price),
            _roubles(line.ours),
            line.difference,
            _roubles(line.before),
            line.change,
            ", ".join(rival.noted_by),
            words.plain("market-week-new") if rival.is_new else "",
        )
        for rival in week.rivals
        for line in rival.lines
    ]
    heads = [words.plain(f"market-week-column-{name}") for name in COLUMNS]
    name = words.plain("market-week-file-name", day=week.today.isoformat())
    return f"{name}.xlsx", write_table_xlsx(heads, rows, words.plain("market-week-sheet-name"))


def _roubles(kopecks: int | None) -> Decimal | None:
    return None if kopecks is None else Decimal(kopecks) / 100
