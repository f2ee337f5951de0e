"""Targets of a month.

Revision ID: 0029
Revises: 0028
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "targets",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("employee_id", Id, nullable=True),
        sa.Column("team_id", Id, nullable=True),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("set_by", Id, nullable=False),
        sa.Column("set_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_targets_employee_id")),
        sa.ForeignKeyConstraint(["set_by"], ["employees.id"], name=op.f("fk_targets_set_by")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_targets_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_targets")),
    )
    op.create_index("ix_targets_employee_id", "targets", ["employee_id", "month"])
    op.create_index("ix_targets_team_id", "targets", ["team_id", "month"])


def downgrade() -> None:
    op.drop_index("ix_targets_team_id", "targets")
    op.drop_index("ix_targets_employee_id", "targets")
    op.drop_table("targets")
