"""The week plan, visits from brief to result, reminders.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _visits()
    op.create_table(
        "visit_photos",
        sa.Column("visit_id", ID, autoincrement=False, nullable=False),
        sa.Column("attachment_id", ID, autoincrement=False, nullable=False),
        sa.Column("after", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_visit_photos_visit_id")),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachments.id"], name=op.f("fk_visit_photos_attachment_id")
        ),
        sa.PrimaryKeyConstraint("visit_id", "attachment_id", name=op.f("pk_visit_photos")),
    )
    op.create_table(
        "week_plans",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("employee_id", ID, nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("accepted_at", storage.types.Instant(timezone=True), nullable=True),
        sa.Column("shown_at", storage.types.Instant(timezone=True), nullable=True),
        sa.Column("seen_at", storage.types.Instant(timezone=True), nullable=True),
        sa.Column("comment", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_week_plans_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_week_plans")),
        sa.UniqueConstraint("employee_id", "start", name=op.f("uq_week_plans_employee_id_start")),
    )
    op.create_table(
        "plan_items",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("plan_id", ID, nullable=False),
        sa.Column("client_id", ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", storage.types.Instant(timezone=True), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("reason", storage.types.Json(), nullable=False),
        sa.Column("visit_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["week_plans.id"], name=op.f("fk_plan_items_plan_id")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_plan_items_client_id")),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_plan_items_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_items")),
        sa.UniqueConstraint("plan_id", "client_id", "day", name=op.f("uq_plan_items_plan_id_client_id_day")),
    )
    op.create_index("ix_plan_items_visit_id", "plan_items", ["visit_id"])
    _reminders()


def _visits() -> None:
    with op.batch_alter_table("visits") as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=32), server_default="visit", nullable=False))
        batch_op.add_column(sa.Column("started_at", storage.types.Instant(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("latitude", storage.types.Figure(), nullable=True))
        batch_op.add_column(sa.Column("longitude", storage.types.Figure(), nullable=True))
        batch_op.add_column(sa.Column("after", sa.Boolean(), server_default=sa.text("false"), nullable=False))
        batch_op.add_column(sa.Column("checked", storage.types.Json(), nullable=True))
        batch_op.add_column(sa.Column("topic", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("people", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("outcome", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("result", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("cancelled_at", storage.types.Instant(timezone=True), nullable=True))
        batch_op.create_index("ix_visits_client", ["client_id", "day"])


def _reminders() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("employee_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("ref_id", ID, nullable=False),
        sa.Column("due", storage.types.Instant(timezone=True), nullable=False),
        sa.Column("at", storage.types.Instant(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_reminders_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint(
            "kind", "ref_id", "employee_id", name=op.f("uq_reminders_kind_ref_id_employee_id")
        ),
    )
    op.create_index("ix_reminders_at", "reminders", ["at"])


def downgrade() -> None:
    schedule = sa.table("push_schedule", sa.column("kind"))
    op.get_bind().execute(schedule.delete().where(schedule.c.kind == "week_plan"))
    op.drop_table("reminders")
    op.drop_table("plan_items")
    op.drop_table("week_plans")
    op.drop_table("visit_photos")
    with op.batch_alter_table("visits") as batch_op:
        batch_op.drop_index("ix_visits_client")
        for name in (
            "cancelled_at", "result", "outcome", "people", "topic", "checked", "after",
            "longitude", "latitude", "started_at", "kind",
        ):  # fmt: skip
            batch_op.drop_column(name)
