"""What a line of Russian can mean: acts, each with only the fields that the line gives.

Ids are those of the context (`capture.naming.world`), money is kopecks, quantities are exact, days and hours are the manager's local ones.
"""

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from domain.outcomes import ClaimKind, Outcome, RefusalReason
from domain.units import Unit

Span = tuple[int, int]


class NextKind(StrEnum):
    CALL = "call"
    VISIT = "visit"
    MEETING = "meeting"


class Channel(StrEnum):
    EMAIL = "email"
    PHONE = "phone"


class Topic(StrEnum):
    """What a question asks to be shown."""

    CALLS = "calls"
    DEBTS = "debts"
    CLIENT = "client"
    ORDERS = "orders"
    PLAN = "plan"
    OCCASIONS = "occasions"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Named:
    """A client or a product that was named. In doubt `id` is None, `query` has the words, `candidates` those who fit equally."""

    id: str | None
    query: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """`sources`: (field, (start, end)) of the characters from which a field was read; a client remembered has none."""

    client: Named | None = None
    sources: tuple[tuple[str, Span], ...] = field(default=(), compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class CallAct(Act):
    """A call that was made. `person` is an id."""

    outcome: Outcome = Outcome.TALKED
    person: str | None = None
    reason: RefusalReason | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LineOfOrder:
    """`quantity` None was not said, or cannot be told from the name; `discount` in percent.

    `price` in kopecks, of one `price_unit` where it is said («по 2900 за кор»), else of what the price list counts in.
    """

    product: Named
    quantity: Decimal | None = None
    unit: Unit | None = None
    price: int | None = None
    discount: Decimal | None = None
    price_unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class OrderAct(Act):
    lines: tuple[LineOfOrder, ...] = ()
    delivery: date | None = None


@dataclass(frozen=True, slots=True)
class RepeatOrderAct(Act):
    """«Как в прошлый раз»."""

    delivery: date | None = None


@dataclass(frozen=True, slots=True)
class NextAct(Act):
    """The next contact; without a clock time `clock` is None."""

    day: date = date.min
    clock: time | None = None
    kind: NextKind = NextKind.CALL


@dataclass(frozen=True, slots=True)
class PromiseAct(Act):
    due: date = date.min
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class PaymentAct(Act):
    amount: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class BirthdayAct(Act):
    """`person` is an id, else `name` as written, in the nominative; `day` is None where only the month was said."""

    day: int | None = 0
    month: int = 0
    year: int | None = None
    person: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class PersonAct(Act):
    """A new contact person; `phone` as written, `role` in words as written, in the nominative."""

    name: str = ""
    phone: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class NewClientAct(Act):
    name: str = ""
    phone: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class ClaimAct(Act):
    """For mis-sorting `product` is what should have come."""

    kind: ClaimKind = ClaimKind.OTHER
    product: Named | None = None
    quantity: Decimal | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class CompetitorAct(Act):
    """`price` in kopecks, `change` in percent, negative = cheaper."""

    name: str = ""
    product: Named | None = None
    price: int | None = None
    change: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ShortageAct(Act):
    """Asked for and not in stock; `asked`: only asked for, whether it is there nobody has said."""

    product: Named | None = None
    quantity: Decimal | None = None
    unit: Unit | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True)
class OffersAct(Act):
    channel: Channel = Channel.EMAIL
    count: int = 0


@dataclass(frozen=True, slots=True)
class NoteAct(Act):
    text: str = ""


@dataclass(frozen=True, slots=True)
class ShowAct(Act):
    """A question: nothing is saved."""

    what: Topic = Topic.CALLS


@dataclass(frozen=True, slots=True)
class Understanding:
    """`acts` in the order of the text; `unread` are the pieces that no rule took and no note keeps."""

    acts: tuple[Act, ...] = ()
    unread: tuple[str, ...] = ()
