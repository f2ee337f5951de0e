"""Rules of discounts, and what the lead is asked about an order.

Revision ID: 0015
Revises: 0014
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "discount_rules",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("team_id", Id, nullable=True),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("percent", storage.types.Quantity(), nullable=False),
        sa.Column("products", storage.types.Json(), nullable=True),
        sa.Column("group_name", sa.String(length=200), nullable=True),
        sa.Column("client_id", Id, nullable=True),
        sa.Column("client_class", sa.String(length=1), nullable=True),
        sa.Column("price_column", sa.Text(), nullable=True),
        sa.Column("quantity", storage.types.Quantity(), nullable=True),
        sa.Column("unit", sa.String(length=32), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("promotion_id", Id, nullable=True),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.Column("ended_at", storage.types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_discount_rules_team_id")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employees.id"], name=op.f("fk_discount_rules_employee_id")
        ),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_discount_rules_client_id")),
        sa.ForeignKeyConstraint(
            ["promotion_id"], ["promotions.id"], name=op.f("fk_discount_rules_promotion_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discount_rules")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_discount_rules_client", "discount_rules", ["client_id", "ended_at", "ends"])
    op.create_index("ix_discount_rules_ended", "discount_rules", ["ended_at", "ends"])
    op.create_table(
        "discount_limits",
        sa.Column("employee_id", Id, autoincrement=False, nullable=False),
        sa.Column("percent", storage.types.Quantity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employees.id"], name=op.f("fk_discount_limits_employee_id")
        ),
        sa.PrimaryKeyConstraint("employee_id", name=op.f("pk_discount_limits")),
    )
    op.create_table(
        "approvals",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("order_id", Id, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("state", sa.String(length=32), server_default="open", nullable=False),
        sa.Column("on_credit", sa.Boolean(), nullable=False),
        sa.Column("prepaid", sa.Boolean(), nullable=False),
        sa.Column("asked", storage.types.Json(), nullable=False),
        sa.Column("credit", sa.String(length=32), nullable=True),
        sa.Column("price", sa.String(length=32), nullable=True),
        sa.Column("counter", storage.types.Json(), nullable=True),
        sa.Column("decided_by", Id, nullable=True),
        sa.Column("asked_at", storage.types.Instant(), nullable=False),
        sa.Column("nudge_at", storage.types.Instant(), nullable=False),
        sa.Column("due_at", storage.types.Instant(), nullable=False),
        sa.Column("closed_at", storage.types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_approvals_order_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_approvals_employee_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["employees.id"], name=op.f("fk_approvals_decided_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approvals")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_approvals_order", "approvals", ["order_id", "id"])
    op.execute(ASK_OF_HELD)


# Orders that wait for the lead already: credit is what they wait for.
ASK_OF_HELD = sa.text(
    "INSERT INTO approvals (order_id, employee_id, on_credit, prepaid, asked, asked_at, nudge_at, due_at)"
    " SELECT id, employee_id, true, false, '[]', created_at, created_at, created_at FROM orders WHERE status = 'on_approval'"
)


def downgrade() -> None:
    op.drop_index("ix_approvals_order", "approvals")
    op.drop_table("approvals")
    op.drop_table("discount_limits")
    op.drop_index("ix_discount_rules_ended", "discount_rules")
    op.drop_index("ix_discount_rules_client", "discount_rules")
    op.drop_table("discount_rules")
