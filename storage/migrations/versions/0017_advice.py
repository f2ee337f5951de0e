"""Which goods are bought together.

Revision ID: 0017
Revises: 0016
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = ("goods_takers", "goods_pairs", "client_pairs", "client_habits", "declined_goods")


def upgrade() -> None:
    _create("goods_takers", ["period", "product_id"], _clients())
    _create("goods_pairs", ["period", "product_id", "other_id"], _clients())
    op.create_index("ix_goods_pairs_clients", "goods_pairs", ["period", "product_id", "clients"])
    _create("client_pairs", ["period", "client_id", "product_id", "other_id"])
    _create(
        "client_habits",
        ["client_id", "product_id"],
        sa.Column("quantity", storage.types.Quantity(), nullable=False),
        sa.Column("orders", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("gap", sa.Integer(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=False),
    )
    _create("declined_goods", ["client_id", "product_id"], sa.Column("until", sa.Date(), nullable=False))


def _clients() -> sa.Column[int]:
    return sa.Column("clients", sa.Integer(), nullable=False)


def _create(table: str, keys: list[str], *columns: sa.Column[Any]) -> None:
    """`keys` refer to the tables that they are named after; `other_id` to products."""
    owners = {"product_id": "products", "other_id": "products", "client_id": "clients"}
    op.create_table(
        table,
        *(sa.Column(key, Id, autoincrement=False, nullable=False) for key in keys),
        *columns,
        *(
            sa.ForeignKeyConstraint([key], [f"{owners[key]}.id"], name=op.f(f"fk_{table}_{key}"))
            for key in keys
            if key in owners
        ),
        sa.PrimaryKeyConstraint(*keys, name=op.f(f"pk_{table}")),
    )


def downgrade() -> None:
    op.drop_index("ix_goods_pairs_clients", "goods_pairs")
    for table in reversed(TABLES):
        op.drop_table(table)
