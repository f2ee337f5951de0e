"""Orders out to the accounting system: which went when, in which file."""

import sqlalchemy as sa

from storage.columns import (
    Id,
    code_column,
    count_column,
    id_column,
    metadata,
    moment_column,
    money_column,
    ref_column,
)

# `day` is empty where those went that had not gone before.
order_exports = sa.Table(
    "order_exports",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    moment_column("at"),
    sa.Column("day", sa.Date),
    code_column("form"),
    count_column("orders"),
    money_column("total"),
    sqlite_autoincrement=True,
)

order_export_rows = sa.Table(
    "order_export_rows",
    metadata,
    sa.Column("export_id", Id, sa.ForeignKey("order_exports.id"), primary_key=True, autoincrement=False),
    sa.Column("order_id", Id, sa.ForeignKey("orders.id"), primary_key=True, autoincrement=False),
    sa.Index("ix_order_export_rows_order_id", "order_id"),
)
