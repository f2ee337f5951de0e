"""Who is away, and who stands in."""

import sqlalchemy as sa

from storage.columns import code_column, id_column, metadata, moment_column, ref_column

# `starts_at` and `ends_at` are the midnights of the absent person's own zone: the first moment of it and the first after it.
absences = sa.Table(
    "absences",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    ref_column("deputy_id", "employees", null=True),
    code_column("kind"),
    sa.Column("first_day", sa.Date, nullable=False),
    sa.Column("last_day", sa.Date, nullable=False),
    moment_column("starts_at"),
    moment_column("ends_at"),
    ref_column("created_by", "employees"),
    moment_column("created_at"),
    code_column("state"),
    ref_column("decided_by", "employees", null=True),
    moment_column("decided_at", null=True),
    sa.Index("ix_absences_employee_id", "employee_id", "ends_at"),
    sa.Index("ix_absences_deputy_id", "deputy_id", "ends_at"),
    sqlite_autoincrement=True,
)
