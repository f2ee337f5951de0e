"""Payments by the bank's files; the day on which a promise was reminded of.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _payments()
    op.add_column("promises", sa.Column("reminded_on", sa.Date(), nullable=True))
    op.create_table(
        "payers",
        sa.Column("payer", sa.String(length=300), nullable=False),
        sa.Column("client_id", Id, nullable=True),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_payers_client_id"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_payers_employee_id"),
        sa.PrimaryKeyConstraint("payer", name="pk_payers"),
    )
    op.create_index("ix_payers_client_id", "payers", ["client_id"])
    op.create_table(
        "shown_payments",
        sa.Column("client_id", Id, autoincrement=False, nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_shown_payments_client_id"),
        sa.PrimaryKeyConstraint("client_id", name="pk_shown_payments"),
    )


def _payments() -> None:
    op.create_table(
        "payments",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("import_id", Id, nullable=False),
        sa.Column("client_id", Id, nullable=True),
        sa.Column("state", sa.String(length=32), server_default="open", nullable=False),
        sa.Column("account", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("payer_tax_number", sa.String(length=12), server_default="", nullable=False),
        sa.Column("payer", sa.String(length=300), server_default="", nullable=False),
        sa.Column("purpose", sa.Text(), server_default="", nullable=False),
        sa.Column("offered", storage.types.Json(), nullable=True),
        sa.Column("laid_as_of", sa.Date(), nullable=True),
        sa.Column("told", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.Column("settled_at", storage.types.Instant(), nullable=True),
        sa.Column("undo", storage.types.Json(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"], name="fk_payments_import_id"),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_payments_client_id"),
        sa.PrimaryKeyConstraint("id", name="pk_payments"),
        sa.UniqueConstraint(
            "account",
            "number",
            "day",
            "amount",
            "payer_tax_number",
            name="uq_payments_account_number_day_amount_payer_tax_number",
        ),
    )
    op.create_index("ix_payments_import_id", "payments", ["import_id"])
    op.create_index("ix_payments_client", "payments", ["client_id", "day"])
    op.create_index("ix_payments_state", "payments", ["state", "id"])


def downgrade() -> None:
    op.execute("DELETE FROM push_schedule WHERE kind = 'promises'")
    op.drop_table("shown_payments")
    op.drop_table("payers")
    op.drop_table("payments")
    with op.batch_alter_table("promises") as table:
        table.drop_column("reminded_on")
