"""Sample files, sent as documents."""

from screens.screen import FileRef
from screens.words import Catalogue
from usecases.work import Work


async def build_sample(_: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """`extra` names the kind."""
    from exchange.samples import sample_xlsx

    kind = reference.extra["kind"]
    name = catalogue[reference.language].plain("import-sample-file", kind=kind)
    if kind not in ("clients", "people", "products", "receivables"):
        return None
    return f"{name}.xlsx", sample_xlsx(kind, reference.language)
