"""The tables of visits and of the week plan."""

import sqlalchemy as sa

from storage.columns import id_column, metadata, moment_column, ref_column, text_column
from storage.types import Instant

visits = sa.Table(
    "visits",
    metadata,
    id_column(),
    ref_column("client_id", "clients"),
    ref_column("employee_id", "employees"),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("at", Instant),
    text_column("place"),
    moment_column("done_at", null=True),
    sa.Index("ix_visits_employee_day", "employee_id", "day"),
)
