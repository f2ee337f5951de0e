"""What was changed in an order after it was handed over, what can be undone, and where the cards of sales support go."""

import sqlalchemy as sa

from storage.columns import (
    Id,
    Kopecks,
    code_column,
    id_column,
    metadata,
    moment_column,
    ref_column,
    text_column,
)
from storage.types import Json, Quantity

# A quantity or price that is not there: the line was not there. `instead_of` is what the product stands in for.
# Discounts (percents) are there where they changed. `settled_at` is when the side that did not change it said that it has seen it.
order_changes = sa.Table(
    "order_changes",
    metadata,
    id_column(),
    ref_column("order_id", "orders", index=True),
    ref_column("product_id", "products"),
    ref_column("instead_of", "products", null=True),
    ref_column("employee_id", "employees"),
    moment_column("at"),
    sa.Column("by_desk", sa.Boolean, nullable=False),
    sa.Column("unit", sa.String(20), nullable=False),
    sa.Column("quantity_before", Quantity),
    sa.Column("quantity_after", Quantity),
    sa.Column("price_before", Kopecks),
    sa.Column("price_after", Kopecks),
    sa.Column("discount_before", Quantity),
    sa.Column("discount_after", Quantity),
    text_column("why"),
    moment_column("settled_at", null=True),
    ref_column("settled_by", "employees", null=True),
    sqlite_autoincrement=True,
)

# The order as it was before the last step of sales support; `event_id` is that step in its history.
order_undos = sa.Table(
    "order_undos",
    metadata,
    sa.Column("order_id", Id, sa.ForeignKey("orders.id"), primary_key=True, autoincrement=False),
    ref_column("employee_id", "employees"),
    sa.Column("event_id", Id, nullable=False),
    moment_column("at"),
    code_column("status"),
    sa.Column("kept", Json, nullable=False),
)

# The newest row holds: a group, a topic in it, or (chat 0) the private chats of sales support.
desk_places = sa.Table(
    "desk_places",
    metadata,
    id_column(),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("thread_id", sa.BigInteger),
    sa.Column("language", sa.String(2), nullable=False),
    text_column("title"),
    ref_column("employee_id", "employees", null=True),
    moment_column("at"),
    sqlite_autoincrement=True,
)
