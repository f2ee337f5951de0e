"""Goods that were not in stock, and what is asked before an order is sent.

Revision ID: 0019
Revises: 0018
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INDEXES = (
    ("ix_shortages_client", ["client_id", "state"]),
    ("ix_shortages_order", ["order_id", "product_id"]),
    ("ix_shortages_request", ["request_id", "state"]),
    ("ix_shortages_state", ["state", "ended_at"]),
)


def upgrade() -> None:
    _requests()
    with op.batch_alter_table("shortages") as table:
        table.add_column(sa.Column("order_id", Id, nullable=True))
        table.add_column(sa.Column("state", sa.String(length=32), server_default="asked", nullable=False))
        table.add_column(sa.Column("amount", sa.BigInteger(), server_default=sa.text("0"), nullable=False))
        table.add_column(sa.Column("request_id", Id, nullable=True))
        table.add_column(sa.Column("promised", sa.Date(), nullable=True))
        table.add_column(sa.Column("analogue_id", Id, nullable=True))
        table.add_column(sa.Column("ended_at", storage.types.Instant(), nullable=True))
        table.create_foreign_key("fk_shortages_request_id", "shortage_requests", ["request_id"], ["id"])
        table.create_foreign_key("fk_shortages_analogue_id", "products", ["analogue_id"], ["id"])
    for name, columns in INDEXES:
        op.create_index(name, "shortages", columns)
    op.create_table(
        "shortage_questions",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("shortage_id", Id, nullable=False),
        sa.Column("asked_by", Id, nullable=False),
        sa.Column("question", sa.Text(), server_default="", nullable=False),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("asked_at", storage.types.Instant(), nullable=False),
        sa.Column("answered_at", storage.types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["shortage_id"], ["shortages.id"], name=op.f("fk_shortage_questions_shortage_id")
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["employees.id"], name=op.f("fk_shortage_questions_asked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shortage_questions")),
    )
    op.create_index("ix_shortage_questions_shortage_id", "shortage_questions", ["shortage_id"])
    _checks()


def _requests() -> None:
    op.create_table(
        "shortage_requests",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("product_id", Id, nullable=True),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.String(length=32), server_default="open", nullable=False),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.Column("answered_by", Id, nullable=True),
        sa.Column("answered_at", storage.types.Instant(), nullable=True),
        sa.Column("arrives_on", sa.Date(), nullable=True),
        sa.Column("arrives_quantity", storage.types.Quantity(), nullable=True),
        sa.Column("analogue_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.id"], name=op.f("fk_shortage_requests_product_id")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["employees.id"], name=op.f("fk_shortage_requests_answered_by")
        ),
        sa.ForeignKeyConstraint(
            ["analogue_id"], ["products.id"], name=op.f("fk_shortage_requests_analogue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shortage_requests")),
    )
    op.create_index("ix_shortage_requests_state", "shortage_requests", ["state", "created_at"])
    op.create_index("ix_shortage_requests_product", "shortage_requests", ["product_id", "state"])


def _checks() -> None:
    op.create_table(
        "order_checks",
        sa.Column("order_id", Id, autoincrement=False, nullable=False),
        sa.Column("group_name", sa.String(length=100), nullable=False),
        sa.Column("point", sa.String(length=100), nullable=False),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_order_checks_employee_id")),
        sa.PrimaryKeyConstraint("order_id", "group_name", "point", name=op.f("pk_order_checks")),
    )
    op.create_table(
        "client_checks",
        sa.Column("client_id", Id, autoincrement=False, nullable=False),
        sa.Column("group_name", sa.String(length=100), nullable=False),
        sa.Column("point", sa.String(length=100), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_client_checks_client_id")),
        sa.PrimaryKeyConstraint("client_id", "group_name", "point", name=op.f("pk_client_checks")),
    )


def downgrade() -> None:
    for name in ("client_checks", "order_checks"):
        op.drop_table(name)
    op.drop_index("ix_shortage_questions_shortage_id", "shortage_questions")
    op.drop_table("shortage_questions")
    for name, _ in reversed(INDEXES):
        op.drop_index(name, "shortages")
    with op.batch_alter_table("shortages") as table:
        table.drop_constraint("fk_shortages_analogue_id", type_="foreignkey")
        table.drop_constraint("fk_shortages_request_id", type_="foreignkey")
        for name in ("ended_at", "analogue_id", "promised", "request_id", "amount", "state", "order_id"):
            table.drop_column(name)
    op.drop_index("ix_shortage_requests_product", "shortage_requests")
    op.drop_index("ix_shortage_requests_state", "shortage_requests")
    op.drop_table("shortage_requests")
