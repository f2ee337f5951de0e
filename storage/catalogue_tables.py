"""The catalogue: units of goods and what else they are known by, codes of clients, cards asked of accounting."""

import sqlalchemy as sa

from storage.columns import Id, code_column, id_column, metadata, moment_column, ref_column, text_column
from storage.types import Quantity


def _key(of: str) -> "sa.Column[int]":
    return sa.Column(f"{of}_id", Id, sa.ForeignKey(f"{of}s.id"), primary_key=True, autoincrement=False)


# One `unit` is `factor` / `per` of the product's own units: a piece of 0.3 kg has 1 / 0.3 for «kg», exactly.
product_units = sa.Table(
    "product_units",
    metadata,
    _key("product"),
    sa.Column("unit", sa.String(20), primary_key=True),
    sa.Column("factor", Quantity, nullable=False),
    sa.Column("per", Quantity, nullable=False),
)

# By what other programs and people know a product: `id` of the accounting system, barcode, article.
product_marks = sa.Table(
    "product_marks",
    metadata,
    _key("product"),
    sa.Column("kind", sa.String(32), primary_key=True),
    sa.Column("value", sa.String(100), primary_key=True),
    sa.Index("ix_product_marks_value", "value", "kind"),
)

client_codes = sa.Table(
    "client_codes",
    metadata,
    _key("client"),
    sa.Column("code", sa.String(50), nullable=False, index=True),
)

# `order_id` is no reference: a draft may be thrown away before the answer comes.
card_requests = sa.Table(
    "card_requests",
    metadata,
    id_column(),
    code_column("kind"),
    code_column("status", default="open"),
    ref_column("employee_id", "employees"),
    ref_column("client_id", "clients", null=True),
    sa.Column("order_id", Id),
    ref_column("product_id", "products", null=True),
    sa.Column("name", sa.String(300), nullable=False),
    sa.Column("unit", sa.String(20), nullable=False, server_default=""),
    text_column("text"),
    sa.Column("tax_number", sa.String(12), nullable=False, server_default=""),
    sa.Column("reason_code", sa.String(9), nullable=False, server_default=""),
    text_column("address"),
    sa.Column("code", sa.String(50), nullable=False, server_default=""),
    text_column("reason"),
    ref_column("answered_by", "employees", null=True),
    moment_column("created_at"),
    moment_column("answered_at", null=True),
    sa.Index("ix_card_requests_status", "status", "id"),
    sa.Index("ix_card_requests_employee", "employee_id", "status", "id"),
    sa.Index("ix_card_requests_client", "client_id", "kind", "id"),
)

card_words = sa.Table(
    "card_words",
    metadata,
    id_column(),
    ref_column("request_id", "card_requests", index=True),
    ref_column("employee_id", "employees"),
    text_column("text"),
    moment_column("at"),
)
