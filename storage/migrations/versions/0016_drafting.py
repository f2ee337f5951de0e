"""What is attached to a draft.

Revision ID: 0016
Revises: 0015
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "order_papers",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("order_id", Id, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("file_id", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_order_papers_employee_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_papers_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_papers")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_order_papers_order_id", "order_papers", ["order_id"])


def downgrade() -> None:
    op.drop_index("ix_order_papers_order_id", table_name="order_papers")
    op.drop_table("order_papers")
