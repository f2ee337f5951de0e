"""Money that banks say has come, and what is remembered of its payers."""

import sqlalchemy as sa

from storage.columns import (
    Id,
    Kopecks,
    code_column,
    id_column,
    metadata,
    moment_column,
    money_column,
    ref_column,
    text_column,
)
from storage.types import Json

payments = sa.Table(
    "payments",
    metadata,
    id_column(),
    ref_column("import_id", "imports", index=True),
    ref_column("client_id", "clients", null=True),
    code_column("state", default="open"),
    sa.Column("account", sa.String(40), nullable=False),
    sa.Column("number", sa.String(40), nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("amount", Kopecks, nullable=False),
    sa.Column("payer_tax_number", sa.String(12), nullable=False, server_default=""),
    sa.Column("payer", sa.String(300), nullable=False, server_default=""),
    text_column("purpose"),
    sa.Column("offered", Json, nullable=True),
    sa.Column("laid_as_of", sa.Date, nullable=True),
    money_column("told"),
    moment_column("created_at"),
    moment_column("settled_at", null=True),
    sa.Column("undo", Json, nullable=True),
    sa.UniqueConstraint("account", "number", "day", "amount", "payer_tax_number"),
    sa.Index("ix_payments_client", "client_id", "day"),
    sa.Index("ix_payments_state", "state", "id"),
)

payers = sa.Table(
    "payers",
    metadata,
    sa.Column("payer", sa.String(300), primary_key=True),
    ref_column("client_id", "clients", null=True, index=True),
    ref_column("employee_id", "employees"),
    moment_column("created_at"),
)

shown_payments = sa.Table(
    "shown_payments",
    metadata,
    sa.Column("client_id", Id, sa.ForeignKey("clients.id"), primary_key=True, autoincrement=False),
    sa.Column("as_of", sa.Date, nullable=False),
    sa.Column("since", sa.Date, nullable=False),
    money_column("amount"),
)
