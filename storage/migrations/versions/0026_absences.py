"""Absences and deputies.

Revision ID: 0026
Revises: 0025
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "absences",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("deputy_id", Id, nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("starts_at", Instant(), nullable=False),
        sa.Column("ends_at", Instant(), nullable=False),
        sa.Column("created_by", Id, nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("decided_by", Id, nullable=True),
        sa.Column("decided_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["employees.id"], name=op.f("fk_absences_created_by")),
        sa.ForeignKeyConstraint(["decided_by"], ["employees.id"], name=op.f("fk_absences_decided_by")),
        sa.ForeignKeyConstraint(["deputy_id"], ["employees.id"], name=op.f("fk_absences_deputy_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_absences_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_absences_employee_id", "absences", ["employee_id", "ends_at"])
    op.create_index("ix_absences_deputy_id", "absences", ["deputy_id", "ends_at"])


def downgrade() -> None:
    op.drop_index("ix_absences_deputy_id", "absences")
    op.drop_index("ix_absences_employee_id", "absences")
    op.drop_table("absences")
