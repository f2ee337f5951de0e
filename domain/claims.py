"""Claims of clients: what went wrong, through whose fault, what was decided, and when the client has been told."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Final

from domain.calendar import WorkCalendar
from domain.errors import ProzvonError
from domain.orders import round_half_up
from domain.outcomes import ClaimKind
from domain.periods import at_local


class ClaimStatus(StrEnum):
    """IN_WORK: somebody settles it. DECIDED: the client does not know yet. TOLD: what was decided is still to be done."""

    OPEN = "open"
    IN_WORK = "in_work"
    DECIDED = "decided"
    TOLD = "told"
    CLOSED = "closed"


class Service(StrEnum):
    """Whose fault it is, apart from what went wrong."""

    WAREHOUSE = "warehouse"
    TRANSPORT = "transport"
    PURCHASING = "purchasing"
    MANAGER = "manager"
    SUPPORT = "support"
    SUPPLIER = "supplier"
    CLIENT = "client"


class Decision(StrEnum):
    REPLACE = "replace"
    CREDIT_NOTE = "credit_note"
    DISCOUNT = "discount"
    TAKE_BACK = "take_back"
    DECLINED = "declined"


class Cut(StrEnum):
    """By what claims are counted."""

    KIND = "kind"
    FAULT = "fault"
    PRODUCT = "product"
    CLIENT = "client"


UNDECIDED: Final = frozenset({ClaimStatus.OPEN, ClaimStatus.IN_WORK})
UNTOLD: Final = UNDECIDED | {ClaimStatus.DECIDED}
DECIDABLE: Final = UNTOLD | {ClaimStatus.TOLD}  # decided otherwise, the client is to be told anew
COUNTED: Final = frozenset({ClaimKind.SHORTAGE, ClaimKind.MIS_SORT})  # another quantity came than was written
SPOILT: Final = frozenset(
    {ClaimKind.DEFECT, ClaimKind.DAMAGE, ClaimKind.EXPIRY}
)  # all came, some of it is bad
GIVEN_BACK: Final = frozenset({ClaimKind.RETURN, ClaimKind.REFUSAL})
WITH_ACT: Final = COUNTED | SPOILT
NOTHING: Final = Decimal(0)
LEAST_REPEATS: Final = 2


class ClaimUntoldError(ProzvonError):
    """It cannot be closed: nobody has decided, or the client has not been told; facts: status."""

    code = "claim-untold"


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """The third claim (`repeats`) of one reason within `repeat_days` days asks for prevention, to be done in so many working days.

    Who settles a claim is reminded at `remind_at` (local) of the last working day before the term and of the first after it.
    """

    repeats: int = 3
    repeat_days: int = 30
    prevention_days: int = 5
    remind_at: time = time(10)

    def __post_init__(self) -> None:
        if self.repeats < LEAST_REPEATS or self.repeat_days < 1 or self.prevention_days < 1:
            raise ValueError("claims: repeats from 2, repeat_days and prevention_days from 1")


@dataclass(frozen=True, slots=True)
class ClaimedLine:
    """`documents` is what the papers say (None: unknown, zero: goods that nobody ordered); `quantity` what is wrong of it.

    A negative `quantity` is what came on top. `price` in kopecks for one unit.
    """

    kind: ClaimKind
    documents: Decimal | None
    quantity: Decimal | None
    price: int | None

    @property
    def fact(self) -> Decimal | None:
        """What came; None where nobody can say."""
        if self.documents is None:
            return None
        if self.kind in COUNTED or (self.quantity or NOTHING) < 0:
            return self.documents - (self.quantity or NOTHING)
        return self.documents

    @property
    def short(self) -> Decimal | None:
        return self.quantity if self.kind in COUNTED and self.quantity and self.quantity > 0 else None

    @property
    def surplus(self) -> Decimal | None:
        return -self.quantity if self.quantity and self.quantity < 0 else None

    @property
    def bad(self) -> Decimal | None:
        return self.quantity if self.kind in SPOILT and self.quantity and self.quantity > 0 else None

    @property
    def amount(self) -> int:
        """Kopecks of what is wrong; what came on top costs the client nothing."""
        if self.price is None or not self.quantity or self.quantity < 0:
            return 0
        return round_half_up(self.price * self.quantity)


def remind_when(due: date, now: datetime, calendar: WorkCalendar, settings: ClaimSettings) -> datetime:
    """The next word about a claim that is not settled, at the reader's local time: before its term, or on the day after it.

    Where both are past, the next working day.
    """
    for day in (calendar.previous_working(due), calendar.next_working(due)):
        at = at_local(day, settings.remind_at, now)
        if at > now:
            return at
    return at_local(calendar.next_working(now.date()), settings.remind_at, now)


def share_of(part: int, whole: int) -> int | None:
    """Hundredths of a percent; None where nothing was sold."""
    return round_half_up(Decimal(part) * 10_000 / whole) if whole else None
