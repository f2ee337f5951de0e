"""Files that go out: each is built again from what it refers to, when it is sent."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from screens.screen import FileRef
from screens.words import Catalogue
from usecases.competitors import build_market_sheet
from usecases.import_files import build_sample
from usecases.order_files import build_order_form
from usecases.week_files import build_week_ics
from usecases.work import Work

Build = Callable[[Work, FileRef, Catalogue], Awaitable[tuple[str, bytes] | None]]
KINDS: Mapping[str, Build] = MappingProxyType(
    {
        "order_form": build_order_form,
        "sample": build_sample,
        "week_ics": build_week_ics,
        "market_sheet": build_market_sheet,
    }
)


async def build(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """The file's name and bytes; None where what it refers to is gone."""
    kind = KINDS.get(reference.kind)
    return None if kind is None else await kind(work, reference, catalogue)
