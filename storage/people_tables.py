"""Clients handed over from one manager to another: the journal, and whose figures the handed-over work stays in."""

import sqlalchemy as sa

from storage.columns import Id, count_column, id_column, metadata, moment_column, ref_column

# `count` clients went from one to another by one decision of `by_id`.
transfers = sa.Table(
    "transfers",
    metadata,
    id_column(),
    ref_column("from_id", "employees"),
    ref_column("to_id", "employees"),
    ref_column("by_id", "employees"),
    moment_column("at"),
    count_column("count"),
    moment_column("undone_at", null=True),
    sa.Index("ix_transfers_from", "from_id", "id"),
    sa.Index("ix_transfers_to", "to_id", "id"),
    sqlite_autoincrement=True,
)

transfer_clients = sa.Table(
    "transfer_clients",
    metadata,
    sa.Column("transfer_id", Id, sa.ForeignKey("transfers.id"), primary_key=True, autoincrement=False),
    sa.Column("client_id", Id, sa.ForeignKey("clients.id"), primary_key=True, autoincrement=False),
)

# An open order or promise that changed hands after it was counted: whose day it was counted in, and stays in.
earners = sa.Table(
    "earners",
    metadata,
    sa.Column("kind", sa.String(32), primary_key=True),
    sa.Column("ref_id", Id, primary_key=True, autoincrement=False),
    ref_column("employee_id", "employees"),
    sa.Index("ix_earners_employee", "employee_id", "kind"),
)
