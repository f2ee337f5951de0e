"""The act of a client's month as a file. It is asked for by whoever may see the client; here nobody is asked again."""

from datetime import date
from typing import Any

from domain.periods import month_end
from domain.reconciliation import Act, ActLine, Party, act_to_json
from screens.screen import FileRef
from screens.words import Catalogue
from usecases.errors import NotFoundError
from usecases.ledger import read_statement
from usecases.order_views import get_any_client
from usecases.work import Work


async def _act(work: Work, reference: FileRef) -> tuple[Act, str] | None:
    """The act, and the client as it is called on the screen."""
    try:
        client = await get_any_client(work, reference.id)
    except NotFoundError:
        return None
    month = date.fromisoformat(reference.extra["month"])
    found = await read_statement(work, client, month, month_end(month))
    company = work.rules.company
    act = Act(
        number=f"{client.id}/{month:%m-%Y}",
        start=found.start,
        end=found.end,
        ours=Party(company.legal_name, company.tax_number, company.director),
        theirs=Party(client.legal_name or client.name, client.tax_number or ""),
        opening=found.opening,
        lines=tuple(ActLine(one.day, one.kind, one.document, one.debit, one.credit) for one in found.entries),
    )
    return act, client.name


def _file_name(reference: FileRef, catalogue: Catalogue, act: Act, client: str) -> str:
    words = catalogue[reference.language]
    safe = "".join(sign for sign in client if sign not in '\\/:*?"<>|')[:60].strip()
    return words.plain("act-file-name", client=safe, month=f"{act.start:%m-%Y}")


async def build_act_pdf(
    work: Work, reference: FileRef, catalogue: Catalogue
) -> tuple[str, dict[str, Any]] | None:
    """What the drawing process makes the PDF of; None where the client is gone."""
    found = await _act(work, reference)
    if found is None:
        return None
    return f"{_file_name(reference, catalogue, *found)}.pdf", act_to_json(found[0])


async def build_act_xlsx(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    from exchange.reconciliation_act import act_xlsx

    found = await _act(work, reference)
    if found is None:
        return None
    return f"{_file_name(reference, catalogue, *found)}.xlsx", act_xlsx(found[0])
