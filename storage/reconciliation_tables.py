"""The ledger of settlements with clients, and the monthly reconciliation with each."""

import sqlalchemy as sa

from storage.columns import (
    Id,
    code_column,
    id_column,
    metadata,
    moment_column,
    money_column,
    ref_column,
    text_column,
)

ledger = sa.Table(
    "ledger",
    metadata,
    id_column(),
    ref_column("client_id", "clients"),
    sa.Column("day", sa.Date, nullable=False),
    code_column("kind"),
    sa.Column("document", sa.String(300), nullable=False, server_default=""),
    sa.Column("contract", sa.String(300), nullable=False, server_default=""),
    money_column("debit"),
    money_column("credit"),
    moment_column("recorded_at"),
    sa.Column("payment_id", Id),
    sa.Index("ix_ledger_client", "client_id", "day"),
    sa.Index("ix_ledger_payment", "payment_id"),
    sqlite_autoincrement=True,
)

reconciliations = sa.Table(
    "reconciliations",
    metadata,
    id_column(),
    ref_column("client_id", "clients"),
    sa.Column("month", sa.Date, nullable=False),
    code_column("state", default="not_sent"),
    ref_column("employee_id", "employees"),
    sa.Column("changed_on", sa.Date, nullable=False),
    money_column("balance"),
    text_column("comment"),
    ref_column("owner_id", "employees", null=True),
    code_column("answer", null=True),
    text_column("answer_text"),
    code_column("scan_kind", null=True),
    sa.Column("scan_id", sa.String(300)),
    sa.UniqueConstraint("client_id", "month"),
    sa.Index("ix_reconciliations_state", "client_id", "state", "month"),
    sqlite_autoincrement=True,
)

reconciliation_lines = sa.Table(
    "reconciliation_lines",
    metadata,
    id_column(),
    ref_column("reconciliation_id", "reconciliations", index=True),
    sa.Column("document", sa.String(300), nullable=False),
    money_column("ours"),
    money_column("theirs"),
    money_column("difference"),
    sqlite_autoincrement=True,
)
