"""Sample files, and what was not understood of a file: sent as documents."""

from domain.errors import ProzvonError
from domain.imports import ImportKind
from exchange.samples import SampleKind, sample_bank, sample_xlsx
from screens.import_views import ImportView
from screens.screen import FileRef
from screens.words import Catalogue
from storage import employees
from usecases import imports
from usecases.work import Work

KINDS: tuple[SampleKind, ...] = ("clients", "people", "products", "receivables", "statuses", "targets")


async def build_sample(_: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """`extra` names the kind."""
    kind = next((one for one in KINDS if one == reference.extra["kind"]), None)
    if reference.extra["kind"] == ImportKind.BANK:
        named = catalogue[reference.language].plain("import-sample-file", kind="bank")
        return f"{named}.txt", sample_bank()
    if kind is None:
        return None
    name = catalogue[reference.language].plain("import-sample-file", kind=kind)
    return f"{name}.xlsx", sample_xlsx(kind, reference.language)


async def build_problems(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """Every cell that was not read and every client that was not recognised; None once the import is loaded or left."""
    from exchange.xlsx_out import write_table_xlsx

    actor = await employees.find(work.tx, int(reference.extra["employee"]))
    if actor is None:
        return None
    try:
        view = await imports.show_load(actor, work, reference.id)
    except ProzvonError:
        return None
    if not isinstance(view, ImportView):
        return None
    words = catalogue[reference.language]
    rows = [(one.cell, one.text, words.plain("import-why", code=one.code)) for one in view.problems]
    rows += [("", name, words.plain("import-why", code="unknown_client")) for name in view.unknown]
    heads = [words.plain(f"import-problems-{column}") for column in ("cell", "text", "why")]
    name = words.plain("import-problems-file", name=view.file_name)
    return f"{name}.xlsx", write_table_xlsx(heads, rows)
