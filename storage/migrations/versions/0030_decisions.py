"""What was decided, by whom and when.

Revision ID: 0030
Revises: 0029
"""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# What waits at the time of the upgrade, from the rows that hold the truth. Where nothing had a term, there is none still.
INTO = "INSERT INTO decisions (kind, ref_id, client_id, employee_id, amount, facts, silence, asked_at, due_at) "
ORDERS = INTO + (
    "SELECT 'order', o.id, o.client_id, o.employee_id, o.total, '{}', 'refuse', a.asked_at, a.due_at"
    " FROM approvals a JOIN orders o ON o.id = a.order_id"
    " WHERE a.state = 'open' AND a.closed_at IS NULL AND o.status = 'on_approval'"
)
STOPS = INTO + (
    "SELECT 'stop', s.id, s.client_id, c.manager_id, s.overdue, '{}', 'hold', s.asked_at, s.due_at"
    " FROM stops s JOIN clients c ON c.id = s.client_id"
    " WHERE s.state = 'at_lead' AND s.closed_at IS NULL AND c.deleted_at IS NULL"
)
GIFTS = INTO + (
    "SELECT 'gift', g.id, g.client_id, g.employee_id, g.cost, '{}', 'hold', COALESCE(g.asked_at, g.created_at), NULL"
    " FROM gifts g JOIN clients c ON c.id = g.client_id WHERE g.state = 'asked' AND c.deleted_at IS NULL"
)
CONTRACTS = INTO + (
    "SELECT 'contract', k.id, k.client_id, c.manager_id, k.credit_limit, '{}', 'hold', k.created_at, NULL"
    " FROM contracts k JOIN clients c ON c.id = k.client_id"
    " WHERE k.terms = 'proposed' AND k.stage = 'in_force' AND c.deleted_at IS NULL"
)
WEEKS = sa.text(
    INTO + "SELECT 'week', w.id, NULL, w.employee_id, NULL, '{}', 'accept', w.shown_at, NULL"
    " FROM week_plans w WHERE w.shown_at IS NOT NULL AND w.seen_at IS NULL AND w.start >= :since"
)


def upgrade() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("ref_id", Id, nullable=False),
        sa.Column("client_id", Id, nullable=True),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("facts", sa.Text(), server_default="{}", nullable=False),
        sa.Column("silence", sa.String(length=32), server_default="hold", nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("nudged_at", Instant(), nullable=True),
        sa.Column("delegated_to", Id, nullable=True),
        sa.Column("delegated_by", Id, nullable=True),
        sa.Column("delegated_until", Instant(), nullable=True),
        sa.Column("decided_by", Id, nullable=True),
        sa.Column("decided_at", Instant(), nullable=True),
        sa.Column("verdict", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_decisions_client_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["employees.id"], name=op.f("fk_decisions_decided_by")),
        sa.ForeignKeyConstraint(["delegated_by"], ["employees.id"], name=op.f("fk_decisions_delegated_by")),
        sa.ForeignKeyConstraint(["delegated_to"], ["employees.id"], name=op.f("fk_decisions_delegated_to")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_decisions_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decisions_employee", "decisions", ["employee_id", "decided_at", "id"])
    op.create_index("ix_decisions_delegated", "decisions", ["delegated_to", "decided_at"])
    op.create_index("ix_decisions_ref", "decisions", ["kind", "ref_id", "id"])
    op.create_index("ix_decisions_client", "decisions", ["client_id", "decided_at"])
    op.create_table(
        "decision_delegations",
        sa.Column("employee_id", Id, autoincrement=False, nullable=False),
        sa.Column("deputy_id", Id, nullable=False),
        sa.Column("until", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["deputy_id"], ["employees.id"], name=op.f("fk_decision_delegations_deputy_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_decision_delegations_employee_id")),
        sa.PrimaryKeyConstraint("employee_id", name=op.f("pk_decision_delegations")),
    )
    op.create_index("ix_decision_delegations_deputy", "decision_delegations", ["deputy_id"])
    for statement in (ORDERS, STOPS, GIFTS, CONTRACTS):
        op.execute(statement)
    since = datetime.now(UTC).date() - timedelta(days=6)
    op.execute(WEEKS.bindparams(sa.bindparam("since", since, type_=sa.Date())))


def downgrade() -> None:
    op.drop_index("ix_decision_delegations_deputy", "decision_delegations")
    op.drop_table("decision_delegations")
    op.drop_index("ix_decisions_client", "decisions")
    op.drop_index("ix_decisions_ref", "decisions")
    op.drop_index("ix_decisions_delegated", "decisions")
    op.drop_index("ix_decisions_employee", "decisions")
    op.drop_table("decisions")
