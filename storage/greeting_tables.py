"""What goes with congratulating: companies' dates, presents, what was announced, birthdays asked for."""

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

# What was done of each coming round: `person_id` is 0 where the date is the company's own, so that one key serves both. `year` is
# that of the day itself. Without `done_at` only an own text is kept that waits to be sent.
greetings = sa.Table(
    "greetings",
    metadata,
    sa.Column("client_id", Id, sa.ForeignKey("clients.id"), primary_key=True, autoincrement=False),
    sa.Column("person_id", Id, primary_key=True, autoincrement=False),
    sa.Column("occasion", sa.String(32), primary_key=True),
    sa.Column("year", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("variant", sa.String(64)),
    code_column("way", null=True),
    moment_column("done_at", null=True),
    ref_column("employee_id", "employees", null=True),
    text_column("text"),
)

# `cost` in kopecks; `asked_at` stands where the cost was above the limit and the lead had to be asked.
gifts = sa.Table(
    "gifts",
    metadata,
    id_column(),
    ref_column("client_id", "clients"),
    ref_column("person_id", "persons", null=True),
    sa.Column("occasion", sa.String(32), nullable=False),
    sa.Column("year", sa.SmallInteger, nullable=False),
    sa.Column("what", sa.String(200), nullable=False),
    money_column("cost"),
    code_column("state"),
    ref_column("employee_id", "employees"),
    moment_column("created_at"),
    moment_column("asked_at", null=True),
    ref_column("decided_by", "employees", null=True),
    moment_column("decided_at", null=True),
    text_column("answer"),
    sa.Column("given_on", sa.Date),
    sa.Index("ix_gifts_client_id", "client_id", "year"),
    sa.Index("ix_gifts_employee_id", "employee_id", "given_on"),
    sa.Index("ix_gifts_state", "state", "asked_at"),
    sqlite_autoincrement=True,
)

# What a manager was told: each notice of each coming round once, whatever was restarted. Of a company `person_id` is 0.
occasion_notices = sa.Table(
    "occasion_notices",
    metadata,
    sa.Column("employee_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    sa.Column("client_id", Id, sa.ForeignKey("clients.id"), primary_key=True, autoincrement=False),
    sa.Column("person_id", Id, primary_key=True, autoincrement=False),
    sa.Column("occasion", sa.String(32), primary_key=True),
    sa.Column("year", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("notice", sa.String(32), primary_key=True),
    sa.Column("told_on", sa.Date, nullable=False),
    sa.Index("ix_occasion_notices_told_on", "employee_id", "told_on"),
    sa.Index("ix_occasion_notices_client_id", "client_id", "person_id"),
)

# One question a day: whose birthday was asked for, and what the manager said instead of a date.
birthday_asks = sa.Table(
    "birthday_asks",
    metadata,
    sa.Column("employee_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    sa.Column("day", sa.Date, primary_key=True),
    ref_column("person_id", "persons", index=True),
    code_column("answer", null=True),
)
