"""Orders out to the accounting system and statuses back.

Revision ID: 0021
Revises: 0020
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "order_exports",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("form", sa.String(length=32), nullable=False),
        sa.Column("orders", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("total", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_order_exports_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_exports")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "order_export_rows",
        sa.Column("export_id", Id, autoincrement=False, nullable=False),
        sa.Column("order_id", Id, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["export_id"], ["order_exports.id"], name=op.f("fk_order_export_rows_export_id")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_export_rows_order_id")),
        sa.PrimaryKeyConstraint("export_id", "order_id", name=op.f("pk_order_export_rows")),
    )
    op.create_index("ix_order_export_rows_order_id", "order_export_rows", ["order_id"])


def downgrade() -> None:
    op.drop_index("ix_order_export_rows_order_id", "order_export_rows")
    op.drop_table("order_export_rows")
    op.drop_table("order_exports")
