"""An order as a paper: what other programs and printed forms are told of it. Money in kopecks, days local."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

from domain.orders import round_half_up


@dataclass(frozen=True, slots=True)
class Party:
    """A side of an order. `ident` is what the accounting system knows it by, "" where that is not known."""

    ident: str = ""
    name: str = ""
    legal_name: str = ""
    tax_number: str = ""
    reason_code: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """`price` of one `unit` before the `discount` (percent), `amount` after it; `unit` as it is written.

    `vat_rate` in percent, None: no VAT in this line; `vat` its sum, inside of `amount` or on top of it as the document says.
    """

    ident: str
    code: str
    name: str
    unit: str
    quantity: Decimal
    price: int | None
    discount: Decimal
    amount: int
    vat_rate: int | None = None
    vat: int = 0
    comment: str = ""

    @property
    def off(self) -> int:
        """The discount in kopecks."""
        return 0 if self.price is None else max(round_half_up(self.quantity * self.price) - self.amount, 0)


@dataclass(frozen=True, slots=True)
class OrderDocument:
    """`ident` and `number` are ours, `entered_number` the accounting system's; `total` is what is to be paid.

    `window` is the time of delivery in minutes of the day. `on_top`: VAT is added to the sums of the lines.
    """

    ident: str
    number: str
    day: date
    at: time
    buyer: Party
    total: int
    lines: tuple[DocumentLine, ...] = ()
    seller: Party | None = None
    on_top: bool = False
    delivery: date | None = None
    window: tuple[int, int] | None = None
    address: str = ""
    contract: str = ""
    manager: str = ""
    comment: str = ""
    prepaid: bool = False
    entered_number: str = ""

    @property
    def vat(self) -> int:
        return sum(line.vat for line in self.lines)

    @property
    def vats(self) -> tuple[tuple[int, int], ...]:
        """VAT by rate, the highest rate first."""
        found: dict[int, int] = {}
        for line in self.lines:
            if line.vat_rate is not None:
                found[line.vat_rate] = found.get(line.vat_rate, 0) + line.vat
        return tuple(sorted(found.items(), reverse=True))


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line of an order as the accounting system has it: how much stands there, and how much has left, in base units.

    `ident` is what the accounting system knows the goods by, `row` where it stands in a table, 0: at its order.
    """

    code: str
    name: str = ""
    quantity: Decimal | None = None
    shipped: Decimal | None = None
    ident: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class ToldOrder:
    """What the accounting system tells of an order, None and "" where it does not. `row` is where it stands in the file.

    `ident` is our own number of the order, `status` the word for it as it came. `lines` empty: nothing is said of them; `whole`:
    what is not among them stands no longer in the order.
    """

    row: int
    ident: str
    number: str = ""
    status: str = ""
    posted: bool | None = None
    shipped: bool | None = None
    deleted: bool | None = None
    lines: tuple[ToldLine, ...] = field(default=())
    whole: bool = False


# --- as plain JSON, for the process that writes files -------------------------------------------------------------

Json = dict[str, Any]


def document_to_json(document: OrderDocument) -> Json:
    """Decimals, days and hours as texts."""
    found = asdict(document)
    for line in found["lines"]:
        line["quantity"], line["discount"] = str(line["quantity"]), str(line["discount"])
    delivery = document.delivery.isoformat() if document.delivery else None
    return found | {"day": document.day.isoformat(), "at": document.at.isoformat(), "delivery": delivery}


def document_from_json(found: Mapping[str, Any]) -> OrderDocument:
    lines = tuple(
        DocumentLine(**{**line, "quantity": Decimal(line["quantity"]), "discount": Decimal(line["discount"])})
        for line in found["lines"]
    )
    facts: Json = {
        "lines": lines,
        "day": date.fromisoformat(found["day"]),
        "at": time.fromisoformat(found["at"]),
        "delivery": date.fromisoformat(found["delivery"]) if found["delivery"] else None,
        "buyer": Party(**found["buyer"]),
        "seller": Party(**found["seller"]) if found["seller"] else None,
        "window": tuple(found["window"]) if found["window"] else None,
    }
    return OrderDocument(**{**found, **facts})
