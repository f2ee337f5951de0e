"""Rules of discounts, and what the lead is asked about an order."""

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

# What is null is any: goods, clients, days. `products` is a list of ids; no team: everybody's clients.
discount_rules = sa.Table(
    "discount_rules",
    metadata,
    id_column(),
    ref_column("team_id", "teams", null=True),
    ref_column("employee_id", "employees"),
    sa.Column("percent", Quantity, nullable=False),
    sa.Column("products", Json),
    sa.Column("group_name", sa.String(200)),
    ref_column("client_id", "clients", null=True),
    sa.Column("client_class", sa.String(1)),
    text_column("price_column", null=True),
    sa.Column("quantity", Quantity),
    code_column("unit", null=True),
    sa.Column("amount", Kopecks),
    sa.Column("starts", sa.Date),
    sa.Column("ends", sa.Date),
    ref_column("promotion_id", "promotions", null=True),
    moment_column("created_at"),
    moment_column("ended_at", null=True),
    sa.Index("ix_discount_rules_client", "client_id", "ended_at", "ends"),
    sa.Index("ix_discount_rules_ended", "ended_at", "ends"),
    sqlite_autoincrement=True,
)

# How far one of our people may go alone, in place of the role's own percent.
discount_limits = sa.Table(
    "discount_limits",
    metadata,
    sa.Column("employee_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    sa.Column("percent", Quantity, nullable=False),
)

# `asked`: [product, kopecks by the list, kopecks asked, percent allowed] of each line beyond the limit; `counter`: {product: kopecks}.
# `credit` and `price` are the answers to the two questions, null while unanswered or not asked.
approvals = sa.Table(
    "approvals",
    metadata,
    id_column(),
    ref_column("order_id", "orders"),
    ref_column("employee_id", "employees"),
    code_column("state", default="open"),
    sa.Column("on_credit", sa.Boolean, nullable=False),
    sa.Column("prepaid", sa.Boolean, nullable=False),
    sa.Column("asked", Json, nullable=False),
    code_column("credit", null=True),
    code_column("price", null=True),
    sa.Column("counter", Json),
    ref_column("decided_by", "employees", null=True),
    moment_column("asked_at"),
    moment_column("nudge_at"),
    moment_column("due_at"),
    moment_column("closed_at", null=True),
    sa.Index("ix_approvals_order", "order_id", "id"),
    sqlite_autoincrement=True,
)
