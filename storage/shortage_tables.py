"""Goods that were not in stock, and what is asked before an order is sent."""

import sqlalchemy as sa

from storage.columns import (
    Id,
    code_column,
    id_column,
    metadata,
    moment_column,
    money_column,
    ref_column,
    text_column,
)
from storage.types import Quantity

# One product (or words where the price list has none) asked of logistics for all who wait for it.
shortage_requests = sa.Table(
    "shortage_requests",
    metadata,
    id_column(),
    ref_column("product_id", "products", null=True),
    text_column("text"),
    code_column("state", default="open"),
    moment_column("created_at"),
    ref_column("answered_by", "employees", null=True),
    moment_column("answered_at", null=True),
    sa.Column("arrives_on", sa.Date),
    sa.Column("arrives_quantity", Quantity),
    sa.Column("analogue_id", Id, sa.ForeignKey("products.id")),
    sa.Index("ix_shortage_requests_state", "state", "created_at"),
    sa.Index("ix_shortage_requests_product", "product_id", "state"),
)

# Of a draft that is thrown away the shortage stays: `order_id` refers to nothing that has to be there.
shortages = sa.Table(
    "shortages",
    metadata,
    id_column(),
    ref_column("product_id", "products", null=True),
    ref_column("employee_id", "employees"),
    ref_column("client_id", "clients", null=True),
    text_column("text"),
    sa.Column("quantity", Quantity),
    text_column("unit"),
    moment_column("at"),
    sa.Column("order_id", Id),
    code_column("state", default="asked"),
    money_column("amount"),
    ref_column("request_id", "shortage_requests", null=True),
    sa.Column("promised", sa.Date),
    ref_column("analogue_id", "products", null=True),
    moment_column("ended_at", null=True),
    sa.Index("ix_shortages_product", "product_id", "at"),
    sa.Index("ix_shortages_employee", "employee_id", "at"),
    sa.Index("ix_shortages_client", "client_id", "state"),
    sa.Index("ix_shortages_order", "order_id", "product_id"),
    sa.Index("ix_shortages_request", "request_id", "state"),
    sa.Index("ix_shortages_state", "state", "ended_at"),
)

shortage_questions = sa.Table(
    "shortage_questions",
    metadata,
    id_column(),
    ref_column("shortage_id", "shortages", index=True),
    ref_column("asked_by", "employees"),
    text_column("question"),
    text_column("answer"),
    moment_column("asked_at"),
    moment_column("answered_at", null=True),
)

# What support has to know of the goods of a group; an answer is empty where somebody waved it through.
order_checks = sa.Table(
    "order_checks",
    metadata,
    sa.Column("order_id", Id, primary_key=True, autoincrement=False),
    sa.Column("group_name", sa.String(100), primary_key=True),
    sa.Column("point", sa.String(100), primary_key=True),
    text_column("answer"),
    ref_column("employee_id", "employees"),
    moment_column("at"),
)

client_checks = sa.Table(
    "client_checks",
    metadata,
    sa.Column("client_id", Id, sa.ForeignKey("clients.id"), primary_key=True, autoincrement=False),
    sa.Column("group_name", sa.String(100), primary_key=True),
    sa.Column("point", sa.String(100), primary_key=True),
    sa.Column("answer", sa.Text, nullable=False),
)
