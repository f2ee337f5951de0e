"""What was announced of occasions, and birthdays asked for.

Revision ID: 0024
Revises: 0023
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "occasion_notices",
        sa.Column("employee_id", Id, autoincrement=False, nullable=False),
        sa.Column("client_id", Id, autoincrement=False, nullable=False),
        sa.Column("person_id", Id, autoincrement=False, nullable=False),
        sa.Column("occasion", sa.String(length=32), nullable=False),
        sa.Column("year", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("notice", sa.String(length=32), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_occasion_notices_client_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_occasion_notices_employee_id")),
        sa.PrimaryKeyConstraint("employee_id", "client_id", "person_id", "occasion", "year", "notice", name=op.f("pk_occasion_notices")),
    )
    op.create_index("ix_occasion_notices_told_on", "occasion_notices", ["employee_id", "told_on"])
    op.create_index("ix_occasion_notices_client_id", "occasion_notices", ["client_id", "person_id"])
    op.create_table(
        "birthday_asks",
        sa.Column("employee_id", Id, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("answer", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_birthday_asks_employee_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_birthday_asks_person_id")),
        sa.PrimaryKeyConstraint("employee_id", "day", name=op.f("pk_birthday_asks")),
    )
    op.create_index("ix_birthday_asks_person_id", "birthday_asks", ["person_id"])


def downgrade() -> None:
    op.drop_index("ix_birthday_asks_person_id", "birthday_asks")
    op.drop_table("birthday_asks")
    op.drop_index("ix_occasion_notices_client_id", "occasion_notices")
    op.drop_index("ix_occasion_notices_told_on", "occasion_notices")
    op.drop_table("occasion_notices")
