"""The order desk: what goods are sold in, the terms of an order, what became of its lines.

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OF_PRODUCTS = (
    ("min_quantity", storage.types.Quantity()),
    ("multiple", storage.types.Quantity()),
    ("vat_rate", sa.SmallInteger()),
    ("cost", sa.BigInteger()),
    ("arrives_on", sa.Date()),
    ("arrives_quantity", storage.types.Quantity()),
)
OF_ORDERS = (
    ("window_from", sa.SmallInteger()),
    ("window_to", sa.SmallInteger()),
    ("buyer_id", Id),
    ("seller", sa.String(length=32)),
    ("contract_id", Id),
    ("shipped_at", storage.types.Instant()),
    ("shipped_total", sa.BigInteger()),
)
OF_LINES = (
    ("vat_rate", sa.SmallInteger()),
    ("short", sa.String(length=32)),
    ("shipped", storage.types.Quantity()),
)


def upgrade() -> None:
    op.create_table(
        "client_entities",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("client_id", Id, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("tax_number", sa.String(length=12), server_default="", nullable=False),
        sa.Column("reason_code", sa.String(length=9), server_default="", nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.Column("deleted_at", storage.types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_client_entities_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_entities")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_client_entities_client_id", "client_entities", ["client_id"])
    for name, kind in OF_PRODUCTS:
        op.add_column("products", sa.Column(name, kind, nullable=True))
    with op.batch_alter_table("orders", table_kwargs={"sqlite_autoincrement": True}) as table:
        for name, kind in OF_ORDERS:
            table.add_column(sa.Column(name, kind, nullable=True))
        table.add_column(sa.Column("address", sa.Text(), nullable=False, server_default=""))
        table.create_foreign_key("fk_orders_buyer_id", "client_entities", ["buyer_id"], ["id"])
        table.create_foreign_key("fk_orders_contract_id", "contracts", ["contract_id"], ["id"])
    for name, kind in OF_LINES:
        op.add_column("order_lines", sa.Column(name, kind, nullable=True))
    op.add_column("order_lines", sa.Column("comment", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "order_lines", sa.Column("by_rule", sa.Boolean(), nullable=False, server_default=sa.text("false"))
    )


def downgrade() -> None:
    with op.batch_alter_table("order_lines") as table:
        for name in ("by_rule", "comment", *(name for name, _ in reversed(OF_LINES))):
            table.drop_column(name)
    with op.batch_alter_table("orders", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.drop_constraint("fk_orders_contract_id", type_="foreignkey")
        table.drop_constraint("fk_orders_buyer_id", type_="foreignkey")
        for name in ("address", *(name for name, _ in reversed(OF_ORDERS))):
            table.drop_column(name)
    with op.batch_alter_table("products") as table:
        for name, _ in reversed(OF_PRODUCTS):
            table.drop_column(name)
    op.drop_index("ix_client_entities_client_id", "client_entities")
    op.drop_table("client_entities")
