"""What the screens of errands show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.errands import ErrandStatus, Pool, Said


class Side(StrEnum):
    """Who looks: does it, gave it (or leads whoever gave or does it), may take it."""

    DOER = "doer"
    GIVER = "giver"
    POOL = "pool"


def anchors_of(errand: int) -> tuple[str, str]:
    """Of the two cards by which a department hears of a request: when it comes, and when nobody has taken it."""
    return f"errand:{errand}", f"errand-late:{errand}"


@dataclass(frozen=True, slots=True)
class ErrandRow:
    """An errand in a list. `due` is local; `late`: past its term and not done."""

    id: int
    text: str
    due: datetime
    late: bool
    status: ErrandStatus
    giver: str = ""
    doer: str = ""
    client: str = ""
    client_id: int = 0
    pool: Pool | None = None
    asked: bool = False
    moving: bool = False


@dataclass(frozen=True, slots=True)
class WordView:
    """What was said of it, `at` local."""

    at: datetime
    kind: Said
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class ErrandView:
    """One errand or request, by its reader's clock. `file` says what came with it: voice or photo."""

    row: ErrandRow
    side: Side
    today: date
    answer: str = ""
    wanted: datetime | None = None
    file: str = ""
    words: Sequence[WordView] = ()

    @property
    def id(self) -> int:
        return self.row.id


@dataclass(frozen=True, slots=True)
class ErrandLists:
    """`own`: to be done by the reader. `pool`: to be taken. `given`: by the reader, or in the team that the reader leads.

    `unread` announcements wait for a «read»; `asks`: the reader may ask a department, `gives`: may give errands.
    """

    today: date
    own: Sequence[ErrandRow] = ()
    pool: Sequence[ErrandRow] = ()
    given: Sequence[ErrandRow] = ()
    unread: int = 0
    asks: bool = False
    gives: bool = False


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody to whom an errand may be given."""

    id: int
    name: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class ErrandNews:
    """For the morning list: how many wait, and the nearest of them."""

    count: int
    late: int
    nearest: ErrandRow
