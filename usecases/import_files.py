"""Sample files, sent as documents."""

from exchange.samples import SampleKind, sample_xlsx
from screens.screen import FileRef
from screens.words import Catalogue
from usecases.work import Work

KINDS: tuple[SampleKind, ...] = ("clients", "people", "products", "receivables")


async def build_sample(_: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """`extra` names the kind."""
    kind = next((one for one in KINDS if one == reference.extra["kind"]), None)
    if kind is None:
        return None
    name = catalogue[reference.language].plain("import-sample-file", kind=kind)
    return f"{name}.xlsx", sample_xlsx(kind, reference.language)
