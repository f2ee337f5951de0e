"""The history of decisions as a table, and the record of who took it."""

from decimal import Decimal

from domain.actors import LEADING, Actor
from domain.decisions import DecisionKind
from screens.screen import FileRef
from screens.words import Catalogue
from storage import employees
from storage.decisions import MOST
from usecases import audit
from usecases.access import allowed
from usecases.decision_desk import open_history
from usecases.work import Work

COLUMNS = ("asked", "what", "client", "sum", "who", "verdict", "by", "minutes")
KIND = "decisions"


@allowed(*LEADING)
async def take_table(actor: Actor, work: Work, kind: DecisionKind | None, asker: int, back: int) -> FileRef:
    """Raises `NotFoundError` for a foreign asker."""
    found = await open_history(actor, work, kind, asker, back)
    about = kind.value if kind else ""
    await audit.note_export(actor, work, what=KIND, month=found.month.isoformat(), about=about, asker=asker)
    return FileRef(KIND, actor.id, actor.language, {"kind": about, "asker": str(asker), "back": str(back)})


async def build_decisions(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """Of the lead that the reference names; None where they may not see it any more."""
    from exchange.xlsx_out import write_table_xlsx
    from screens.decisions import title_of

    actor = await employees.find(work.tx, reference.id)
    if actor is None or not actor.leads:
        return None
    words, asked = catalogue[reference.language], reference.extra
    kind = DecisionKind(asked["kind"]) if asked.get("kind") else None
    found = await open_history(
        actor, work, kind, int(asked.get("asker", "0")), int(asked.get("back", "0")), most=MOST
    )
    rows = [
        (
            one.at,
            title_of(words, one.line),
            one.line.client,
            Decimal(one.line.amount) / 100 if one.line.amount is not None else None,
            one.line.asker or actor.name,
            words.plain(f"decision-verdict-{one.verdict.value.replace('_', '-')}"),
            one.decider,
            max(one.minutes, 1),
        )
        for one in found.lines
    ]
    heads = [words.plain(f"decisions-column-{name}") for name in COLUMNS]
    name = words.plain("decisions-file-name", month=f"{found.month:%Y-%m}")
    return f"{name}.xlsx", write_table_xlsx(heads, rows, words.plain("decisions-sheet-name"))
