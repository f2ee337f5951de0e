"""Which goods are taken together, by how many clients; what each client is used to, and what it does not take."""

import sqlalchemy as sa

from storage.columns import Id, metadata
from storage.types import Quantity


def _key(name: str, table: str | None = None) -> sa.Column[int]:
    parts = (sa.ForeignKey(f"{table}.id"),) if table else ()
    return sa.Column(name, Id, *parts, primary_key=True, autoincrement=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


# How many clients of a period took the product.
goods_takers = sa.Table(
    "goods_takers",
    metadata,
    _key("period"),
    _key("product_id", "products"),
    _count("clients"),
)

# How many of them took both in one order; each pair stands twice, so that it is found by either.
goods_pairs = sa.Table(
    "goods_pairs",
    metadata,
    _key("period"),
    _key("product_id", "products"),
    _key("other_id", "products"),
    _count("clients"),
    sa.Index("ix_goods_pairs_clients", "period", "product_id", "clients"),
)

# What was counted of a client already; `other_id` is `product_id` for the product itself.
client_pairs = sa.Table(
    "client_pairs",
    metadata,
    _key("period"),
    _key("client_id", "clients"),
    _key("product_id", "products"),
    _key("other_id", "products"),
)

client_habits = sa.Table(
    "client_habits",
    metadata,
    _key("client_id", "clients"),
    _key("product_id", "products"),
    sa.Column("quantity", Quantity, nullable=False),
    _count("orders"),
    sa.Column("of", sa.Integer, nullable=False),
    sa.Column("gap", sa.Integer),
    sa.Column("last_day", sa.Date, nullable=False),
)

# Offered again from `until` on.
declined_goods = sa.Table(
    "declined_goods",
    metadata,
    _key("client_id", "clients"),
    _key("product_id", "products"),
    sa.Column("until", sa.Date, nullable=False),
)
