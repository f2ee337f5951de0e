"""A captured draft as its screens see it: plain values, filled by the use cases."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from capture.acts import Act, Topic


class DraftState(StrEnum):
    OPEN = "open"
    SAVED = "saved"
    UNDONE = "undone"
    DROPPED = "dropped"


class DoubtField(StrEnum):
    """What is asked. CLIENT and PRODUCT are answered by an option or a typed name; QUANTITY, DUE and DAY by typing.

    BASIS: is the price of a pack or of one unit. DUE: the day of a promise, DAY: that of a call back or a meeting.
    REASON and CLAIM_KIND: options are (place, code) of `RefusalReason` and `ClaimKind`.
    WANTED: goods that were asked about, (1, "order") or (0, "lack").
    """

    CLIENT = "client"
    PRODUCT = "product"
    QUANTITY = "quantity"
    BASIS = "basis"
    DUE = "due"
    DAY = "day"
    REASON = "reason"
    CLAIM_KIND = "claim_kind"
    WANTED = "wanted"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What keeps an act from being saved. `line_no` is of an order's line; `options`: (id, name) that fit equally.

    `product`, its own `unit`, `pack` and the typed `price` (kopecks) tell what a QUANTITY or a BASIS is about;
    BASIS has options (1, "pack") and (0, "unit").
    """

    field: DoubtField
    query: str = ""
    line_no: int | None = None
    options: tuple[tuple[int, str], ...] = ()
    product: str = ""
    unit: str = ""
    pack: Decimal | None = None
    price: int | None = None


@dataclass(frozen=True, slots=True)
class LineView:
    """The product of an order's line, its name None while in doubt; `unit` is the product's own.

    `price` is the one of the price list in kopecks, for a line that names none.
    """

    product_name: str | None
    unit: str = ""
    struck: bool = False
    price: int | None = None


@dataclass(frozen=True, slots=True)
class ActView:
    """`no` stays the same while the draft lives. `remembered`: the text did not name the client, the last one is meant.

    An act about the new client of the same draft has that name and no `client_id`. `product_name` and `unit` are of a
    claim, a shortage or a competitor's price. Once saved: `quiet_until` is the last day without reminders after word of a payment;
    `disputed`: it speaks of a dispute with a client who owes.
    """

    no: int
    act: Act
    client_id: int | None = None
    client_name: str | None = None
    remembered: bool = False
    person_name: str | None = None
    product_name: str | None = None
    unit: str = ""
    lines: tuple[LineView, ...] = ()
    struck: bool = False
    doubts: tuple[Doubt, ...] = ()
    quiet_until: date | None = None
    disputed: bool = False

    @property
    def is_out(self) -> bool:
        """Struck whole, or line by line."""
        return self.struck or (bool(self.lines) and all(line.struck for line in self.lines))


class Kept(StrEnum):
    """Why an order was not handed over at once: points to be clarified, a quantity that is not sold so, too little in stock."""

    CHECKS = "checks"
    STEP = "step"
    STOCK = "stock"


@dataclass(frozen=True, slots=True)
class LeftOrder:
    """An order that is still a draft once all is saved: `why` it did not go, nothing for one that was open before.

    `amount` in kopecks.
    """

    id: int
    client: str
    lines: int
    amount: int
    why: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftView:
    """`undo_until` is local; `orders`: (id, client) of those that saving handed over, `left` those that it did not.

    `today` is the reader's.
    """

    id: int
    text: str
    state: DraftState
    acts: tuple[ActView, ...]
    unread: tuple[str, ...]
    today: date
    can_save: bool
    undo_until: datetime | None = None
    orders: tuple[tuple[int, str], ...] = ()
    left: tuple[LeftOrder, ...] = ()

    @property
    def last_client_used(self) -> bool:
        return any(act.remembered for act in self.acts if not act.struck)

    @property
    def doubts(self) -> tuple[tuple[int, Doubt], ...]:
        """(number of the act, doubt) of what is not struck, in the order of asking."""
        return tuple((act.no, doubt) for act in self.acts if not act.struck for doubt in act.doubts)

    @property
    def clients(self) -> tuple[tuple[int, str], ...]:
        """(id, name) of those whom the draft is about, each once."""
        named = {
            act.client_id: act.client_name or ""
            for act in self.acts
            if not act.struck and act.client_id is not None
        }
        return tuple(named.items())


@dataclass(frozen=True, slots=True)
class AskedView:
    """A question. No `client`: `options` (id, name) fit equally, else `query` names nobody, else it is about everything."""

    what: Topic
    client: int | None = None
    options: tuple[tuple[int, str], ...] = ()
    query: str = ""
