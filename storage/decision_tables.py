"""What was decided, by whom and when."""

import sqlalchemy as sa

from storage.columns import Id, Kopecks, code_column, id_column, metadata, moment_column, ref_column
from storage.types import Json

# `ref_id` is the row of its kind that holds the truth; `employee_id` asks; `facts` are what a line needs besides the sum.
# Without `delegated_until` it is handed to another until it is decided.
decisions = sa.Table(
    "decisions",
    metadata,
    id_column(),
    code_column("kind"),
    sa.Column("ref_id", Id, nullable=False),
    ref_column("client_id", "clients", null=True),
    ref_column("employee_id", "employees"),
    sa.Column("amount", Kopecks),
    sa.Column("facts", Json, nullable=False, server_default="{}"),
    code_column("silence", default="hold"),
    moment_column("asked_at"),
    moment_column("due_at", null=True),
    moment_column("nudged_at", null=True),
    ref_column("delegated_to", "employees", null=True),
    ref_column("delegated_by", "employees", null=True),
    moment_column("delegated_until", null=True),
    ref_column("decided_by", "employees", null=True),
    moment_column("decided_at", null=True),
    code_column("verdict", null=True),
    sa.Index("ix_decisions_employee", "employee_id", "decided_at", "id"),
    sa.Index("ix_decisions_delegated", "delegated_to", "decided_at"),
    sa.Index("ix_decisions_ref", "kind", "ref_id", "id"),
    sa.Index("ix_decisions_client", "client_id", "decided_at"),
    sa.Index(
        "ux_decisions_open",
        "kind",
        "ref_id",
        unique=True,
        sqlite_where=sa.text("decided_at IS NULL"),
        postgresql_where=sa.text("decided_at IS NULL"),
    ),
    sqlite_autoincrement=True,
)

# All of a lead's decisions for some time: one at a time.
delegations = sa.Table(
    "decision_delegations",
    metadata,
    sa.Column("employee_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    ref_column("deputy_id", "employees"),
    moment_column("until"),
    sa.Index("ix_decision_delegations_deputy", "deputy_id"),
)
