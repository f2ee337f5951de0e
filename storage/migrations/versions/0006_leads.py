"""Stages of leads, answers, reliability, offers.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
LEADS = ("manager_id", "kind", "deleted_at", "stage", "client_class", "stage_day", "created_at")


def ref(table: str, name: str, *, key: bool = False) -> sa.Column:
    target = {"client_id": "clients.id", "employee_id": "employees.id"}[name]
    foreign = sa.ForeignKey(target, name=op.f(f"fk_{table}_{name}"))
    return sa.Column(name, ID, foreign, nullable=False, **({"autoincrement": False} if key else {}))


def upgrade() -> None:
    op.create_index("ix_clients_leads", "clients", list(LEADS))
    op.create_table(
        "lead_steps",
        ref("lead_steps", "client_id", key=True),
        sa.Column("stage", sa.String(length=32), nullable=False),
        ref("lead_steps", "employee_id"),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("client_id", "stage", name=op.f("pk_lead_steps")),
    )
    op.create_index("ix_lead_steps_employee", "lead_steps", ["employee_id", "stage", "day"])
    op.create_table(
        "lead_answers",
        ref("lead_answers", "client_id", key=True),
        sa.Column("question", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("choice", sa.String(length=32), nullable=True),
        sa.Column("asked_day", sa.Date(), nullable=True),
        ref("lead_answers", "employee_id"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("client_id", "question", name=op.f("pk_lead_answers")),
    )
    op.create_table(
        "reliability_checks",
        ref("reliability_checks", "client_id", key=True),
        sa.Column("done", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        ref("reliability_checks", "employee_id"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("client_id", name=op.f("pk_reliability_checks")),
    )
    op.create_table(
        "offers",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        ref("offers", "client_id"),
        ref("offers", "employee_id"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=32), server_default="open", nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("follow_day", sa.Date(), nullable=True),
        sa.Column("follow_ups", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("closed_day", sa.Date(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
    )
    op.create_index("ix_offers_client", "offers", ["client_id", "state"])
    op.create_index("ix_offers_employee", "offers", ["employee_id", "state", "follow_day"])


def downgrade() -> None:
    for name in ("offers", "reliability_checks", "lead_answers", "lead_steps"):
        op.drop_table(name)
    op.drop_index("ix_clients_leads", "clients")
