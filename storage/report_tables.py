"""Monthly reports, what was done with each, and the company's own template of them."""

import sqlalchemy as sa

from storage.columns import (
    code_column,
    count_column,
    id_column,
    metadata,
    moment_column,
    ref_column,
    text_column,
)
from storage.types import Json

# `month` is its first day. `facts` are the figures as they were handed in, empty while they are counted anew at every look.
# `handed_day` is the first time it was handed in, which a return does not change.
reports = sa.Table(
    "reports",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    sa.Column("month", sa.Date, nullable=False),
    code_column("state", default="draft"),
    sa.Column("words", Json),
    sa.Column("facts", Json),
    moment_column("handed_at", null=True),
    sa.Column("handed_day", sa.Date),
    text_column("remark"),
    ref_column("decided_by", "employees", null=True),
    moment_column("decided_at", null=True),
    moment_column("created_at"),
    sa.UniqueConstraint("employee_id", "month"),
    sqlite_autoincrement=True,
)

report_steps = sa.Table(
    "report_steps",
    metadata,
    id_column(),
    ref_column("report_id", "reports", index=True),
    ref_column("employee_id", "employees"),
    moment_column("at"),
    code_column("step"),
    text_column("text"),
)

# The newest that was not withdrawn is filled in; `data` is the xlsx in base64, so that one backup holds it too.
report_templates = sa.Table(
    "report_templates",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    sa.Column("name", sa.String(300), nullable=False),
    sa.Column("data", sa.Text, nullable=False),
    count_column("fields"),
    moment_column("at"),
    moment_column("withdrawn_at", null=True),
    sqlite_autoincrement=True,
)
