"""The tables of leads: steps, answers, the check of reliability, offers."""

import sqlalchemy as sa

from storage.columns import (
    Id,
    Kopecks,
    code_column,
    count_column,
    id_column,
    metadata,
    moment_column,
    ref_column,
    text_column,
)
from storage.types import Json

# The first coming to each stage; those skipped are passed on the same day. Of a loss, the last one with its reason.
lead_steps = sa.Table(
    "lead_steps",
    metadata,
    sa.Column("client_id", Id, sa.ForeignKey("clients.id"), primary_key=True, autoincrement=False),
    sa.Column("stage", sa.String(32), primary_key=True),
    ref_column("employee_id", "employees"),
    code_column("reason", null=True),
    sa.Column("day", sa.Date, nullable=False),
    moment_column("at"),
    sa.Index("ix_lead_steps_employee", "employee_id", "stage", "day"),
)

lead_answers = sa.Table(
    "lead_answers",
    metadata,
    sa.Column("client_id", Id, sa.ForeignKey("clients.id"), primary_key=True, autoincrement=False),
    sa.Column("question", sa.String(32), primary_key=True),
    text_column("text"),
    code_column("choice", null=True),
    sa.Column("asked_day", sa.Date),
    ref_column("employee_id", "employees"),
    moment_column("at"),
)

reliability_checks = sa.Table(
    "reliability_checks",
    metadata,
    sa.Column("client_id", Id, sa.ForeignKey("clients.id"), primary_key=True, autoincrement=False),
    sa.Column("done", Json, nullable=False),
    sa.Column("valid_until", sa.Date),
    ref_column("employee_id", "employees"),
    moment_column("at"),
)

offers = sa.Table(
    "offers",
    metadata,
    id_column(),
    ref_column("client_id", "clients"),
    ref_column("employee_id", "employees"),
    sa.Column("day", sa.Date, nullable=False),
    code_column("channel"),
    text_column("text"),
    sa.Column("amount", Kopecks),
    code_column("state", default="open"),
    code_column("reason", null=True),
    sa.Column("follow_day", sa.Date),
    count_column("follow_ups"),
    sa.Column("closed_day", sa.Date),
    moment_column("at"),
    sa.Index("ix_offers_client", "client_id", "state"),
    sa.Index("ix_offers_employee", "employee_id", "state", "follow_day"),
)
