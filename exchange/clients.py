"""Clients from a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from exchange.reading import Reading, Record, open_table
from exchange.sheet import Sheet
from exchange.values import Phone, parse_days, parse_tax_number

_REQUIRED = (frozenset({"name", "legal_name"}),)


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A client as the file has it; "" and None = not there. `row` is the row's number in the sheet."""

    row: int
    name: str
    legal_name: str = ""
    tax_number: str | None = None
    grade: str | None = None
    """A, B or C."""
    phones: tuple[Phone, ...] = ()
    city: str = ""
    address: str = ""
    industry: str = ""
    manager: str = ""
    credit_limit: int | None = None
    """Kopecks."""
    payment_delay: int | None = None
    """Days."""
    price_column: str = ""
    status: str | None = None
    """client or lead."""
    note: str = ""


def read_clients(sheets: Sequence[Sheet]) -> Reading[ClientRow]:
    """Rows without a name are problems. Raises `TableNotFoundError`."""
    table = open_table(sheets, "clients", _REQUIRED, many=frozenset({"phone"}))
    rows = []
    for record in table.records():
        name = record.text("name") or record.text("legal_name")
        if not name:
            record.missing("no_name", "name")
            continue
        rows.append(_client(record, name))
    return table.reading(rows)


def _client(record: Record, name: str) -> ClientRow:
    delay = record.parse("payment_delay", parse_days)
    if delay is not None and delay < 0:
        record.missing("negative", "payment_delay")
        delay = None
    return ClientRow(
        row=record.number,
        name=name,
        legal_name=record.text("legal_name"),
        tax_number=record.parse("tax_number", parse_tax_number),
        grade=record.choice("grade"),
        phones=record.phones(),
        city=record.text("city"),
        address=record.text("address"),
        industry=record.text("industry"),
        manager=record.text("manager"),
        credit_limit=record.money("credit_limit"),
        payment_delay=delay,
        price_column=record.text("price_column"),
        status=record.choice("status"),
        note=record.text("note"),
    )
