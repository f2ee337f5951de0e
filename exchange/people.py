"""People at the clients from a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from exchange.reading import Reading, Record, Table, open_table
from exchange.sheet import Sheet, Value
from exchange.values import BadValueError, Birthday, Phone, clean_text, parse_birthday, parse_tax_number

_REQUIRED = (frozenset({"full_name", "last_name"}),)
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]{2,}")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as the file has them; "" and None = not there."""

    row: int
    full_name: str
    client: str = ""
    tax_number: str | None = None
    """Of the client."""
    role: str = ""
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    birthday: Birthday | None = None


def read_people(sheets: Sequence[Sheet], today: date) -> Reading[PersonRow]:
    """`today` bounds birthdays. A client's name in a merged cell goes for all its rows. Raises `TableNotFoundError`."""
    table = open_table(sheets, "people", _REQUIRED, many=frozenset({"phone", "email"}))
    rows = []
    client = ""
    for record in table.records():
        full_name = _full_name(record)
        client = record.text("client") or (client if _merged(table, record) else "")
        if not full_name:
            record.missing("no_name", "full_name")
            continue
        rows.append(
            PersonRow(
                row=record.number,
                full_name=full_name,
                client=client,
                tax_number=record.parse("tax_number", parse_tax_number),
                role=record.text("role"),
                phones=record.phones(),
                emails=record.parse("email", parse_emails) or (),
                birthday=record.parse("birthday", lambda value: parse_birthday(value, today)),
            )
        )
    return table.reading(rows)


def _full_name(record: Record) -> str:
    last = record.text("last_name")
    if not last:
        return record.text("full_name")
    first = record.text("first_name") or record.text("full_name")
    return " ".join(filter(None, (last, first, record.text("middle_name"))))


def _merged(table: Table, record: Record) -> bool:
    columns = [column.index for column in table.columns_of("client")]
    return any(
        merge.top < record.row <= merge.bottom and merge.left in columns for merge in table.sheet.merges
    )


def parse_emails(value: Value) -> tuple[str, ...]:
    """Addresses of a cell, in their order. Raises `BadValueError("not_an_email")` if any part is none."""
    parts = [part for part in re.split(r"[,;\s]+", clean_text(value).replace("mailto:", "")) if part]
    if not all(map(_EMAIL.fullmatch, parts)):
        raise BadValueError("not_an_email")
    return tuple(dict.fromkeys(part.lower() for part in parts))
