"""Look-ups and exports that are watched, and how complete a client's card is.

Revision ID: 0033
Revises: 0032
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("clients", sa.Column("completeness", sa.SmallInteger(), nullable=True))
    op.create_index("ix_clients_completeness", "clients", ["manager_id", "deleted_at", "client_class", "completeness"])
    op.add_column("audit", sa.Column("client_id", Id, nullable=True))
    op.add_column("audit", sa.Column("owner_id", Id, nullable=True))
    op.create_index("ix_audit_employee_at", "audit", ["employee_id", "at"])
    _create_looks()
    op.create_table(
        "alarms",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=32), server_default="open", nullable=False),
        sa.Column("decided_by", Id, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_by", Id, nullable=True),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_alarms_employee_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["employees.id"], name=op.f("fk_alarms_decided_by")),
        sa.ForeignKeyConstraint(["asked_by"], ["employees.id"], name=op.f("fk_alarms_asked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarms")),
        sa.UniqueConstraint("employee_id", "day", "kind", name=op.f("uq_alarms_employee_id_day_kind")),
    )
    op.create_table(
        "closed_exports",
        sa.Column("employee_id", Id, autoincrement=False, nullable=False),
        sa.Column("closed_by", Id, nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_closed_exports_employee_id")),
        sa.ForeignKeyConstraint(["closed_by"], ["employees.id"], name=op.f("fk_closed_exports_closed_by")),
        sa.PrimaryKeyConstraint("employee_id", name=op.f("pk_closed_exports")),
    )


def _create_looks() -> None:
    op.create_table(
        "card_looks",
        sa.Column("employee_id", Id, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("client_id", Id, autoincrement=False, nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("times", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("beside", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("nth", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_card_looks_employee_id")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_card_looks_client_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["employees.id"], name=op.f("fk_card_looks_owner_id")),
        sa.PrimaryKeyConstraint("employee_id", "day", "client_id", name=op.f("pk_card_looks")),
    )
    op.create_index("ix_card_looks_client_id", "card_looks", ["client_id", "day"])
    op.create_index("ix_card_looks_day", "card_looks", ["day"])
    op.create_table(
        "list_looks",
        sa.Column("employee_id", Id, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("times", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("run", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("acts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_list_looks_employee_id")),
        sa.PrimaryKeyConstraint("employee_id", "day", "what", name=op.f("pk_list_looks")),
    )
    op.create_index("ix_list_looks_day", "list_looks", ["day"])


def downgrade() -> None:
    op.drop_table("closed_exports")
    op.drop_table("alarms")
    op.drop_index("ix_list_looks_day", "list_looks")
    op.drop_table("list_looks")
    op.drop_index("ix_card_looks_day", "card_looks")
    op.drop_index("ix_card_looks_client_id", "card_looks")
    op.drop_table("card_looks")
    op.drop_index("ix_audit_employee_at", "audit")
    op.drop_column("audit", "owner_id")
    op.drop_column("audit", "client_id")
    op.drop_index("ix_clients_completeness", "clients")
    op.drop_column("clients", "completeness")
