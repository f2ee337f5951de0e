"""What clients owe, what they promised to pay, and the files it came from."""

import sqlalchemy as sa

from storage.columns import (
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

receivables = sa.Table(
    "receivables",
    metadata,
    id_column(),
    ref_column("client_id", "clients", index=True),
    sa.Column("document", sa.String(300), nullable=False),
    sa.Column("contract", sa.String(300), nullable=False, server_default=""),
    sa.Column("document_day", sa.Date),
    sa.Column("due", sa.Date),
    money_column("amount"),
    money_column("advance"),
    text_column("dispute"),
    sa.Column("disputed_on", sa.Date),
    ref_column("dispute_owner_id", "employees", null=True),
    sa.Column("dispute_until", sa.Date),
    sa.UniqueConstraint("client_id", "document", "contract"),
)

promises = sa.Table(
    "promises",
    metadata,
    id_column(),
    ref_column("client_id", "clients", index=True),
    ref_column("employee_id", "employees"),
    sa.Column("due", sa.Date, nullable=False),
    sa.Column("amount", Kopecks),
    money_column("debt_before"),
    money_column("paid"),
    code_column("state", default="open"),
    moment_column("created_at"),
    moment_column("judged_at", null=True),
    sa.Column("judged_as_of", sa.Date),
    sa.Column("reminded_on", sa.Date),
    sa.Index("ix_promises_open", "state", "due"),
    sa.Index("ix_promises_employee", "employee_id", "state", "due"),
)

imports = sa.Table(
    "imports",
    metadata,
    id_column(),
    ref_column("employee_id", "employees", null=True),
    code_column("kind"),
    sa.Column("file_name", sa.String(300), nullable=False),
    sa.Column("as_of", sa.Date),
    sa.Column("plan", Json, nullable=False),
    sa.Column("undo", Json),
    code_column("state", default="preview"),
    moment_column("created_at"),
    moment_column("applied_at", null=True),
    sa.Index("ix_imports_employee", "employee_id", "id"),
    sa.Index("ix_imports_kind", "kind", "state", "applied_at"),
)
