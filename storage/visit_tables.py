"""The tables of visits, of the week plan and of reminders."""

import sqlalchemy as sa

from storage.columns import (
    FALSE,
    Id,
    code_column,
    count_column,
    id_column,
    metadata,
    moment_column,
    ref_column,
    text_column,
)
from storage.types import Figure, Instant, Json

visits = sa.Table(
    "visits",
    metadata,
    id_column(),
    ref_column("client_id", "clients"),
    ref_column("employee_id", "employees"),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("at", Instant),
    text_column("place"),
    code_column("kind", default="visit"),
    moment_column("started_at", null=True),
    sa.Column("latitude", Figure),
    sa.Column("longitude", Figure),
    sa.Column("after", sa.Boolean, nullable=False, server_default=FALSE),
    sa.Column("checked", Json),
    text_column("topic"),
    sa.Column("people", sa.Integer),
    code_column("outcome", null=True),
    text_column("result"),
    moment_column("done_at", null=True),
    moment_column("cancelled_at", null=True),
    sa.Index("ix_visits_employee_day", "employee_id", "day"),
    sa.Index("ix_visits_client", "client_id", "day"),
)

visit_photos = sa.Table(
    "visit_photos",
    metadata,
    sa.Column("visit_id", Id, sa.ForeignKey("visits.id"), primary_key=True, autoincrement=False),
    sa.Column("attachment_id", Id, sa.ForeignKey("attachments.id"), primary_key=True, autoincrement=False),
    sa.Column("after", sa.Boolean, nullable=False),
)

week_plans = sa.Table(
    "week_plans",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    sa.Column("start", sa.Date, nullable=False),
    moment_column("accepted_at", null=True),
    moment_column("shown_at", null=True),
    moment_column("seen_at", null=True),
    text_column("comment"),
    sa.UniqueConstraint("employee_id", "start"),
)

plan_items = sa.Table(
    "plan_items",
    metadata,
    id_column(),
    ref_column("plan_id", "week_plans"),
    ref_column("client_id", "clients"),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("at", Instant),
    code_column("kind"),
    sa.Column("reason", Json, nullable=False),
    ref_column("visit_id", "visits", null=True, index=True),
    sa.UniqueConstraint("plan_id", "client_id", "day"),
)

reminders = sa.Table(
    "reminders",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    code_column("kind"),
    sa.Column("ref_id", Id, nullable=False),
    moment_column("due"),
    sa.Column("at", Instant, nullable=False, index=True),
    count_column("tries"),
    sa.UniqueConstraint("kind", "ref_id", "employee_id"),
)
