"""A day's orders as one file: CommerceML for the accounting system, or a flat table of lines."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from domain.order_documents import OrderDocument, document_from_json
from exchange.xlsx_out import CellValue, write_table_xlsx

# The columns of the table, in this order. Filled in, it is what `exchange.order_statuses` reads.
COLUMNS = (
    "order", "entered", "status", "day", "client", "tax_number", "legal_name", "code", "name", "quantity", "shipped", "unit", "price",
    "discount", "sum", "vat", "vat_sum", "delivery", "address", "manager", "prepaid", "line_comment", "comment",
)  # fmt: skip


def orders_file(asked: Mapping[str, Any]) -> bytes:
    """`asked`: `form` (commerceml, xlsx), `documents`, `formed` (local moment as ISO), `labels` by `COLUMNS`, and words."""
    documents = [document_from_json(one) for one in asked["documents"]]
    if asked["form"] == "commerceml":
        from exchange.commerceml.orders import write_orders

        return write_orders(documents, datetime.fromisoformat(asked["formed"]))
    labels: Mapping[str, str] = asked["labels"]
    rows = [row for document in documents for row in _rows(document, asked["yes"], asked["no_vat"])]
    return write_table_xlsx([labels[name] for name in COLUMNS], rows, asked["title"])


def _rows(order: OrderDocument, yes: str, no_vat: str) -> list[Sequence[CellValue]]:
    """One row for each line; an order without lines has none."""
    return [
        (
            order.number,
            order.entered_number,
            None,
            order.day,
            order.buyer.name,
            order.buyer.tax_number,
            order.buyer.legal_name,
            line.code,
            line.name,
            _plain(line.quantity),
            None,
            line.unit,
            None if line.price is None else Decimal(line.price) / 100,
            _plain(line.discount) if line.discount else None,
            Decimal(line.amount) / 100,
            no_vat if line.vat_rate is None else line.vat_rate,
            Decimal(line.vat) / 100 if line.vat_rate is not None else None,
            order.delivery,
            order.address,
            order.manager,
            yes if order.prepaid else "",
            line.comment,
            order.comment,
        )
        for line in order.lines
    ]


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
