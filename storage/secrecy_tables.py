"""What is watched: whose cards were opened by whom, how often lists were asked, what was unusual about it."""

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
from storage.types import Json

# One row for a person, a client and a day, however often the card was opened. `beside`: neither in the list nor in the plan
# of that day; `nth` counts such cards of the day; `owner_id` is whose place the person took.
card_looks = sa.Table(
    "card_looks",
    metadata,
    sa.Column("employee_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("client_id", Id, sa.ForeignKey("clients.id"), primary_key=True, autoincrement=False),
    moment_column("first_at"),
    moment_column("last_at"),
    sa.Column("times", sa.Integer, nullable=False, server_default=sa.text("1")),
    sa.Column("beside", sa.Boolean, nullable=False, server_default=FALSE),
    count_column("nth"),
    ref_column("owner_id", "employees", null=True),
    sa.Index("ix_card_looks_client_id", "client_id", "day"),
    sa.Index("ix_card_looks_day", "day"),
)

# Searches and tables of a day. `run`: in a row with nothing done between; `acts` is what had been done when it was asked.
list_looks = sa.Table(
    "list_looks",
    metadata,
    sa.Column("employee_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("what", sa.String(32), primary_key=True),
    count_column("times"),
    count_column("run"),
    count_column("acts"),
    moment_column("last_at"),
    sa.Index("ix_list_looks_day", "day"),
)

alarms = sa.Table(
    "alarms",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    sa.Column("day", sa.Date, nullable=False),
    code_column("kind"),
    moment_column("at"),
    sa.Column("facts", Json, nullable=False),
    code_column("state", default="open"),
    ref_column("decided_by", "employees", null=True),
    moment_column("decided_at", null=True),
    ref_column("asked_by", "employees", null=True),
    text_column("answer"),
    moment_column("answered_at", null=True),
    sa.UniqueConstraint("employee_id", "day", "kind"),
)

closed_exports = sa.Table(
    "closed_exports",
    metadata,
    sa.Column("employee_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    ref_column("closed_by", "employees"),
    moment_column("closed_at"),
)
