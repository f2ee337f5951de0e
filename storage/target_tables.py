"""Targets of a month."""

import sqlalchemy as sa

from storage.columns import (
    Id,
    Kopecks,
    code_column,
    id_column,
    metadata,
    moment_column,
    ref_column,
)

# What was set, word by word: of a person or of a team; the newest row of a kind holds, without a value it was taken away.
targets = sa.Table(
    "targets",
    metadata,
    id_column(),
    ref_column("employee_id", "employees", null=True),
    ref_column("team_id", "teams", null=True),
    sa.Column("month", sa.Date, nullable=False),
    code_column("kind"),
    sa.Column("value", Kopecks),
    sa.Column("set_by", Id, sa.ForeignKey("employees.id"), nullable=False),
    moment_column("set_at"),
    sa.Index("ix_targets_employee_id", "employee_id", "month"),
    sa.Index("ix_targets_team_id", "team_id", "month"),
)
