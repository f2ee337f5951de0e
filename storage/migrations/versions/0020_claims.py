"""Claims: lines, reasons, whose fault, what was done.

Revision ID: 0020
Revises: 0019
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TO_LINES = """
INSERT INTO claim_lines (claim_id, product_id, name, unit, quantity)
SELECT id, product_id, text, unit, quantity FROM claims WHERE text <> '' OR product_id IS NOT NULL ORDER BY id
"""
FROM_LINES = """
UPDATE claims SET (product_id, text, unit, quantity) = (
    SELECT product_id, name, unit, quantity FROM claim_lines WHERE claim_id = claims.id ORDER BY id LIMIT 1
) WHERE EXISTS (SELECT 1 FROM claim_lines WHERE claim_id = claims.id)
"""


def _columns() -> tuple[sa.Column, ...]:
    return (
        sa.Column("status", sa.String(length=32), server_default="open", nullable=False),
        sa.Column("fault", sa.String(length=32), nullable=True),
        sa.Column("order_id", Id, nullable=True),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("amount", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("amount_typed", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=True),
        sa.Column("partly", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("decided_at", storage.types.Instant(), nullable=True),
        sa.Column("told_at", storage.types.Instant(), nullable=True),
        sa.Column("touched_at", storage.types.Instant(), nullable=True),
    )


def upgrade() -> None:
    _lines()
    op.execute(TO_LINES)
    op.execute("UPDATE claims SET text = ''")
    with op.batch_alter_table("claims") as table:
        table.drop_constraint("fk_claims_product_id", type_="foreignkey")
        for name in ("product_id", "quantity", "unit"):
            table.drop_column(name)
        for column in _columns():
            table.add_column(column)
        table.create_foreign_key("fk_claims_owner_id", "employees", ["owner_id"], ["id"])
    op.execute("UPDATE claims SET status = 'closed' WHERE closed_at IS NOT NULL")
    op.create_index("ix_claims_employee_at", "claims", ["employee_id", "created_at"])
    op.create_index("ix_claims_owner", "claims", ["owner_id", "closed_at"])
    _beside()


def _lines() -> None:
    op.create_table(
        "claim_lines",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("claim_id", Id, nullable=False),
        sa.Column("product_id", Id, nullable=True),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("unit", sa.Text(), server_default="", nullable=False),
        sa.Column("documents", storage.types.Quantity(), nullable=True),
        sa.Column("quantity", storage.types.Quantity(), nullable=True),
        sa.Column("price", sa.BigInteger(), nullable=True),
        sa.Column("amount", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_lines_claim_id")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_claim_lines_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_lines")),
    )
    op.create_index("ix_claim_lines_claim_id", "claim_lines", ["claim_id"])


def _beside() -> None:
    op.create_table(
        "claim_photos",
        sa.Column("claim_id", Id, nullable=False),
        sa.Column("attachment_id", Id, nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_photos_claim_id")),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachments.id"], name=op.f("fk_claim_photos_attachment_id")
        ),
        sa.PrimaryKeyConstraint("claim_id", "attachment_id", name=op.f("pk_claim_photos")),
    )
    op.create_table(
        "preventions",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("fault", sa.String(length=32), nullable=True),
        sa.Column("product_id", Id, nullable=True),
        sa.Column("claims", storage.types.Json(), nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("closed_at", storage.types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_preventions_employee_id")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_preventions_product_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["employees.id"], name=op.f("fk_preventions_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preventions")),
    )
    op.create_index("ix_preventions_employee", "preventions", ["employee_id", "closed_at"])


def downgrade() -> None:
    op.drop_index("ix_preventions_employee", "preventions")
    op.drop_table("preventions")
    op.drop_table("claim_photos")
    op.drop_index("ix_claims_owner", "claims")
    op.drop_index("ix_claims_employee_at", "claims")
    with op.batch_alter_table("claims") as table:
        table.drop_constraint("fk_claims_owner_id", type_="foreignkey")
        for column in reversed(_columns()):
            table.drop_column(column.name)
        table.add_column(sa.Column("product_id", Id, nullable=True))
        table.add_column(sa.Column("quantity", storage.types.Quantity(), nullable=True))
        table.add_column(sa.Column("unit", sa.Text(), server_default="", nullable=False))
        table.create_foreign_key("fk_claims_product_id", "products", ["product_id"], ["id"])
    op.execute(FROM_LINES)
    op.drop_index("ix_claim_lines_claim_id", "claim_lines")
    op.drop_table("claim_lines")
