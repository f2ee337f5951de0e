"""What goes out to the accounting system, as values for its screens."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ExportForm(StrEnum):
    COMMERCEML = "commerceml"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class ExportView:
    """A file that went: `at` local to the reader, `total` in kopecks; `day` None where those went that never had gone."""

    id: int
    at: datetime
    day: date | None
    form: ExportForm
    orders: int
    total: int
    who: str


@dataclass(frozen=True, slots=True)
class ExportsView:
    """`fresh` orders never went, `total` kopecks together; `asked` more wait for an answer of their manager and stay behind."""

    fresh: int
    total: int
    asked: int
    last: tuple[ExportView, ...]
    today: date


@dataclass(frozen=True, slots=True)
class ChosenView:
    """What would go: of `day`, or all that never went. `gone` of them went before; `more`: not all fit into one file."""

    day: date | None
    orders: int
    total: int
    gone: int
    more: bool
    today: date
