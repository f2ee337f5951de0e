"""The catalogue: units of goods, cards asked of accounting.

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "product_units",
        sa.Column("product_id", Id, autoincrement=False, nullable=False),
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column("factor", storage.types.Quantity(), nullable=False),
        sa.Column("per", storage.types.Quantity(), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_product_units_product_id")),
        sa.PrimaryKeyConstraint("product_id", "unit", name=op.f("pk_product_units")),
    )
    op.create_table(
        "product_marks",
        sa.Column("product_id", Id, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("value", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_product_marks_product_id")),
        sa.PrimaryKeyConstraint("product_id", "kind", "value", name=op.f("pk_product_marks")),
    )
    op.create_index("ix_product_marks_value", "product_marks", ["value", "kind"])
    op.create_table(
        "client_codes",
        sa.Column("client_id", Id, autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=50), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_client_codes_client_id")),
        sa.PrimaryKeyConstraint("client_id", name=op.f("pk_client_codes")),
    )
    op.create_index("ix_client_codes_code", "client_codes", ["code"])
    op.create_table(
        "card_requests",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), server_default="open", nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("client_id", Id, nullable=True),
        sa.Column("order_id", Id, nullable=True),
        sa.Column("product_id", Id, nullable=True),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("unit", sa.String(length=20), server_default="", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("tax_number", sa.String(length=12), server_default="", nullable=False),
        sa.Column("reason_code", sa.String(length=9), server_default="", nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("code", sa.String(length=50), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("answered_by", Id, nullable=True),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.Column("answered_at", storage.types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_card_requests_employee_id")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_card_requests_client_id")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_card_requests_product_id")),
        sa.ForeignKeyConstraint(["answered_by"], ["employees.id"], name=op.f("fk_card_requests_answered_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_requests")),
    )
    op.create_index("ix_card_requests_status", "card_requests", ["status", "id"])
    op.create_index("ix_card_requests_employee", "card_requests", ["employee_id", "status", "id"])
    op.create_index("ix_card_requests_client", "card_requests", ["client_id", "kind", "id"])
    op.create_table(
        "card_words",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("request_id", Id, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["request_id"], ["card_requests.id"], name=op.f("fk_card_words_request_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_card_words_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_words")),
    )
    op.create_index("ix_card_words_request_id", "card_words", ["request_id"])


def downgrade() -> None:
    for name in ("card_words", "card_requests", "client_codes", "product_marks", "product_units"):
        op.drop_table(name)
