"""The stop list.

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def moment(name: str, *, null: bool = False) -> sa.Column:
    return sa.Column(name, storage.types.Instant(timezone=True), nullable=null)


def upgrade() -> None:
    op.create_table(
        "stops",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("client_id", ID, nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=True),
        sa.Column("word", sa.String(length=32), nullable=True),
        sa.Column("word_until", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("held", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("overdue", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("days", sa.Integer(), server_default=sa.text("0"), nullable=False),
        moment("asked_at"),
        moment("nudge_at", null=True),
        moment("due_at", null=True),
        moment("created_at"),
        moment("closed_at", null=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_stops_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stops")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stops_client", "stops", ["client_id", "closed_at"])
    op.create_index("ix_stops_closed", "stops", ["closed_at", "due_at"])
    op.create_table(
        "stop_events",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("stop_id", ID, nullable=False),
        sa.Column("employee_id", ID, nullable=True),
        moment("at"),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["stop_id"], ["stops.id"], name=op.f("fk_stop_events_stop_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_stop_events_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stop_events")),
    )
    op.create_index("ix_stop_events_stop_id", "stop_events", ["stop_id"])
    op.create_table(
        "order_terms",
        sa.Column("order_id", ID, autoincrement=False, nullable=False),
        sa.Column("employee_id", ID, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        moment("created_at"),
        moment("paid_at", null=True),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_terms_order_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_order_terms_employee_id")),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_terms")),
    )


def downgrade() -> None:
    connection = op.get_bind()
    schedule = sa.table("push_schedule", sa.column("kind"))
    connection.execute(schedule.delete().where(schedule.c.kind == "stops"))
    reminders = sa.table("reminders", sa.column("kind"))
    connection.execute(reminders.delete().where(reminders.c.kind.in_(["stop", "prepaid"])))
    for name in ("order_terms", "stop_events", "stops"):
        op.drop_table(name)
