"""Presents; greetings of companies beside those of people.

Revision ID: 0023
Revises: 0022
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.rename_table("greetings", "greetings_before")
    op.create_table(
        "greetings",
        sa.Column("client_id", Id, autoincrement=False, nullable=False),
        sa.Column("person_id", Id, autoincrement=False, nullable=False),
        sa.Column("occasion", sa.String(length=32), nullable=False),
        sa.Column("year", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("variant", sa.String(length=64), nullable=True),
        sa.Column("way", sa.String(length=32), nullable=True),
        sa.Column("done_at", storage.types.Instant(), nullable=True),
        sa.Column("employee_id", Id, nullable=True),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_greetings_client_id"),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_greetings_employee_id"),
        sa.PrimaryKeyConstraint("client_id", "person_id", "occasion", "year", name="pk_greetings_of"),
    )
    op.execute(
        "INSERT INTO greetings (client_id, person_id, occasion, year, variant, way, done_at, employee_id) "
        "SELECT persons.client_id, g.person_id, g.occasion, g.year, g.variant, g.way, g.done_at, g.employee_id "
        "FROM greetings_before g JOIN persons ON persons.id = g.person_id"
    )
    op.drop_table("greetings_before")
    op.create_table(
        "gifts",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("client_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("occasion", sa.String(length=32), nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("cost", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.Column("asked_at", storage.types.Instant(), nullable=True),
        sa.Column("decided_by", Id, nullable=True),
        sa.Column("decided_at", storage.types.Instant(), nullable=True),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_gifts_client_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_gifts_person_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_gifts_employee_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["employees.id"], name=op.f("fk_gifts_decided_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gifts")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_gifts_client_id", "gifts", ["client_id", "year"])
    op.create_index("ix_gifts_employee_id", "gifts", ["employee_id", "given_on"])
    op.create_index("ix_gifts_state", "gifts", ["state", "asked_at"])


def downgrade() -> None:
    op.drop_index("ix_gifts_state", "gifts")
    op.drop_index("ix_gifts_employee_id", "gifts")
    op.drop_index("ix_gifts_client_id", "gifts")
    op.drop_table("gifts")
    op.rename_table("greetings", "greetings_after")
    op.create_table(
        "greetings",
        sa.Column("person_id", Id, autoincrement=False, nullable=False),
        sa.Column("occasion", sa.String(length=32), nullable=False),
        sa.Column("year", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("variant", sa.String(length=64), nullable=True),
        sa.Column("way", sa.String(length=32), nullable=True),
        sa.Column("done_at", storage.types.Instant(), nullable=True),
        sa.Column("employee_id", Id, nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_greetings_employee_id"),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_greetings_person_id"),
        sa.PrimaryKeyConstraint("person_id", "occasion", "year", name="pk_greetings"),
    )
    op.execute(
        "INSERT INTO greetings SELECT person_id, occasion, year, variant, way, done_at, employee_id "
        "FROM greetings_after WHERE person_id > 0 AND done_at IS NOT NULL"
    )
    op.drop_table("greetings_after")
