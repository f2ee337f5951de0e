"""The ledger of settlements and the monthly reconciliation.

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _ledger()
    _reconciliations()


def _ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("client_id", Id, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("document", sa.String(length=300), server_default="", nullable=False),
        sa.Column("contract", sa.String(length=300), server_default="", nullable=False),
        sa.Column("debit", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("credit", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("recorded_at", storage.types.Instant(), nullable=False),
        sa.Column("payment_id", Id, nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_ledger_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_ledger_client", "ledger", ["client_id", "day"])
    op.create_index("ix_ledger_payment", "ledger", ["payment_id"])


def _reconciliations() -> None:
    op.create_table(
        "reconciliations",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("client_id", Id, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=32), server_default="not_sent", nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.Column("balance", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("comment", sa.Text(), server_default="", nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("answer", sa.String(length=32), nullable=True),
        sa.Column("answer_text", sa.Text(), server_default="", nullable=False),
        sa.Column("scan_kind", sa.String(length=32), nullable=True),
        sa.Column("scan_id", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_reconciliations_client_id")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employees.id"], name=op.f("fk_reconciliations_employee_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["employees.id"], name=op.f("fk_reconciliations_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reconciliations")),
        sa.UniqueConstraint("client_id", "month", name=op.f("uq_reconciliations_client_id_month")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reconciliations_state", "reconciliations", ["client_id", "state", "month"])
    op.create_table(
        "reconciliation_lines",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("reconciliation_id", Id, nullable=False),
        sa.Column("document", sa.String(length=300), nullable=False),
        sa.Column("ours", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("theirs", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("difference", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["reconciliation_id"],
            ["reconciliations.id"],
            name=op.f("fk_reconciliation_lines_reconciliation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reconciliation_lines")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_reconciliation_lines_reconciliation_id", "reconciliation_lines", ["reconciliation_id"]
    )


def downgrade() -> None:
    op.execute("DELETE FROM push_schedule WHERE kind = 'reconciliation'")
    op.drop_table("reconciliation_lines")
    op.drop_table("reconciliations")
    op.drop_table("ledger")
