"""What was changed in an order after it was handed over.

Revision ID: 0018
Revises: 0017
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "order_changes",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("order_id", Id, nullable=False),
        sa.Column("product_id", Id, nullable=False),
        sa.Column("instead_of", Id, nullable=True),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("by_desk", sa.Boolean(), nullable=False),
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column("quantity_before", storage.types.Quantity(), nullable=True),
        sa.Column("quantity_after", storage.types.Quantity(), nullable=True),
        sa.Column("price_before", sa.BigInteger(), nullable=True),
        sa.Column("price_after", sa.BigInteger(), nullable=True),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("settled_at", storage.types.Instant(), nullable=True),
        sa.Column("settled_by", Id, nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_changes_order_id")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_order_changes_product_id")),
        sa.ForeignKeyConstraint(["instead_of"], ["products.id"], name=op.f("fk_order_changes_instead_of")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_order_changes_employee_id")),
        sa.ForeignKeyConstraint(["settled_by"], ["employees.id"], name=op.f("fk_order_changes_settled_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_changes")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_order_changes_order_id", "order_changes", ["order_id"])
    op.create_table(
        "order_undos",
        sa.Column("order_id", Id, autoincrement=False, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("event_id", Id, nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("kept", storage.types.Json(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_undos_order_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_order_undos_employee_id")),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_undos")),
    )
    op.create_table(
        "desk_places",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("employee_id", Id, nullable=True),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_desk_places_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_places")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("desk_places")
    op.drop_table("order_undos")
    op.drop_index("ix_order_changes_order_id", "order_changes")
    op.drop_table("order_changes")
