"""Stops of shipping, what was done about each, and the terms on which an order was handed over."""

import sqlalchemy as sa

from storage.columns import (
    FALSE,
    Id,
    Kopecks,
    code_column,
    count_column,
    id_column,
    metadata,
    moment_column,
    money_column,
    ref_column,
    text_column,
)

# `overdue` and `days` as they were when it was named; `level` the step of the ladder then, or when the lead last decided.
# `until` is the promised day while it is held, the last day of an exception; `due_at` when silence decides.
stops = sa.Table(
    "stops",
    metadata,
    id_column(),
    ref_column("client_id", "clients"),
    code_column("state"),
    code_column("level", null=True),
    code_column("word", null=True),
    sa.Column("word_until", sa.Date),
    sa.Column("until", sa.Date),
    sa.Column("held", sa.Boolean, nullable=False, server_default=FALSE),
    text_column("why"),
    money_column("overdue"),
    count_column("days"),
    moment_column("asked_at"),
    moment_column("nudge_at", null=True),
    moment_column("due_at", null=True),
    moment_column("created_at"),
    moment_column("closed_at", null=True),
    sa.Index("ix_stops_client", "client_id", "closed_at"),
    sa.Index("ix_stops_closed", "closed_at", "due_at"),
    sqlite_autoincrement=True,
)

# No employee: the clock or a file did it.
stop_events = sa.Table(
    "stop_events",
    metadata,
    id_column(),
    ref_column("stop_id", "stops", index=True),
    ref_column("employee_id", "employees", null=True),
    moment_column("at"),
    code_column("step"),
    sa.Column("until", sa.Date),
    text_column("text"),
)

# An order that is shipped after it was paid for.
order_terms = sa.Table(
    "order_terms",
    metadata,
    sa.Column("order_id", Id, sa.ForeignKey("orders.id"), primary_key=True, autoincrement=False),
    ref_column("employee_id", "employees"),
    sa.Column("amount", Kopecks, nullable=False),
    moment_column("created_at"),
    moment_column("paid_at", null=True),
)
