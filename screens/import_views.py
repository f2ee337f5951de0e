"""What a file that is brought in says and would change, as values for its screens."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.actors import Actor
from domain.imports import ColumnRole, ImportKind, ImportState
from screens.import_goods import GoodsLoad
from screens.order_status_views import ManagerNews, StatusesView
from screens.payments import BankDone, BankView, News
from screens.targets import Change


@dataclass(frozen=True, slots=True)
class TargetNews:
    """What a file changed of a manager's targets of a month (its first day)."""

    manager: Actor
    month: date
    change: Change


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """Why (`code`), where («E17»), and what stands there."""

    code: str
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class Biggest:
    """How many there are, kopecks together, and the largest as (name, kopecks)."""

    count: int = 0
    sum: int = 0
    names: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class AlreadyLoaded:
    """A file that stands: when in the reader's time, and by whom; empty where it was the reader."""

    file_name: str
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class DebtsView:
    """What a receivables file says and would change; sums in kopecks, pairs as (before, after).

    `shape` is the kind of report. `dated`: the day is the file's own. `before`: the day of the file that was loaded last. `newest`:
    the same where it is newer than this one. `off`: by how much the file's total differs. `cleared` are clients whom the file does
    not name and who owe so far; `held` go on owing, as long as some names are not recognised. `foreign` counts names of other teams'
    clients. `unknown_sum` is what those owe who were not recognised. `passed_over` counts names that are no clients of ours; `skipped` names sheets with such a table
    that were not read. `seen` is the id of the newest loaded file, 0 where there is none; `already`: it is this very file.
    """

    shape: str
    as_of: date
    dated: bool
    newest: date | None
    total: int
    stated: bool
    balanced: bool
    off: int
    recognised: int
    before: date | None = None
    debt: tuple[int, int] = (0, 0)
    overdue: tuple[int, int] = (0, 0)
    paid: Biggest = Biggest()
    late: Biggest = Biggest()
    grown: Biggest = Biggest()
    cleared: Biggest = Biggest()
    held: Biggest = Biggest()
    passed_over: int = 0
    foreign: int = 0
    unknown_sum: int = 0
    skipped: tuple[str, ...] = ()
    seen: int = 0
    already: AlreadyLoaded | None = None


@dataclass(frozen=True, slots=True)
class ImportView:
    """An import before it is loaded. `unassigned` new clients wait for one of `candidates`.

    `doubts` counts the names that may be asked about; `mappable`: the columns may be named by hand. `overtaken`: something was
    loaded or taken back since it was shown, by `meanwhile` where that stands.
    """

    id: int
    kind: ImportKind
    file_name: str
    new: int
    changed: int
    same: int
    problems: tuple[ProblemLine, ...] = ()
    ignored: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unassigned: int = 0
    assignee: str = ""
    candidates: tuple[tuple[int, str], ...] = ()
    unknown_managers: tuple[str, ...] = ()
    debts: DebtsView | None = None
    bank: BankView | None = None
    goods: GoodsLoad | None = None
    orders: StatusesView | None = None
    doubts: int = 0
    mappable: bool = False
    overtaken: bool = False
    meanwhile: AlreadyLoaded | None = None

    @property
    def told(self) -> tuple[News, ...]:
        return ()

    @property
    def moved(self) -> tuple[ManagerNews, ...]:
        return ()

    @property
    def is_idle(self) -> bool:
        """There is nothing to load: nothing would change, or this very file stands."""
        if self.debts is not None and self.debts.already is not None:
            return True
        return not (self.new or self.changed or (self.debts and self.debts.recognised))


@dataclass(frozen=True, slots=True)
class KindQuestion:
    id: int
    file_name: str
    kinds: tuple[ImportKind, ...]


@dataclass(frozen=True, slots=True)
class ContactQuestion:
    """The one contact of a file, whose client is not known; `offered` as (id, name)."""

    id: int
    name: str
    phone: str
    organisation: str
    offered: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column counted from 0 with its letters, heading and what stands in it first; either may be empty."""

    index: int
    letters: str
    heading: str
    sample: str


@dataclass(frozen=True, slots=True)
class ColumnQuestion:
    """Which column is `role`. `chosen` so far, `before` the last of them; `why`: new, again (what was told does not fit), asked."""

    id: int
    file_name: str
    why: str
    role: ColumnRole
    chosen: tuple[tuple[ColumnRole, TableColumn], ...]
    columns: tuple[TableColumn, ...]
    before: ColumnRole | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A client who may be meant, with what tells namesakes apart."""

    id: int
    name: str
    manager: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class DoubtQuestion:
    """Who is this name of the file? `place` names the doubt, `number` of `total` counts it; `said` was answered just before."""

    id: int
    place: int
    number: int
    total: int
    name: str
    tax_number: str
    amount: int
    candidates: tuple[Candidate, ...]
    said: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class KnownName:
    """Whom a name means; `client` is empty where it is nobody of ours."""

    id: int
    name: str
    client: str = ""
    manager: str = ""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An import that was applied. `unknown` names were not recognised; what they owe was not loaded."""

    id: int
    kind: ImportKind
    file_name: str
    new: int
    changed: int
    hours: int
    bank: BankDone | None = None
    unknown: int = 0
    moved: tuple[ManagerNews, ...] = ()
    targets: tuple[TargetNews, ...] = ()

    @property
    def told(self) -> tuple[News, ...]:
        """Managers who hear of it."""
        return self.bank.told if self.bank else ()


class PastImport(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def kind(self) -> ImportKind: ...
    @property
    def file_name(self) -> str: ...
    @property
    def state(self) -> ImportState: ...


Shown = ImportView | KindQuestion | ContactQuestion | ColumnQuestion
