"""Teams under teams, and clients that were handed over.

Revision ID: 0027
Revises: 0026
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("teams") as batch:
        batch.add_column(sa.Column("parent_id", Id, nullable=True))
        batch.create_foreign_key(op.f("fk_teams_parent_id"), "teams", ["parent_id"], ["id"])
    op.create_table(
        "transfers",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("from_id", Id, nullable=False),
        sa.Column("to_id", Id, nullable=False),
        sa.Column("by_id", Id, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["from_id"], ["employees.id"], name=op.f("fk_transfers_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["employees.id"], name=op.f("fk_transfers_to_id")),
        sa.ForeignKeyConstraint(["by_id"], ["employees.id"], name=op.f("fk_transfers_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfers")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_transfers_from", "transfers", ["from_id", "id"])
    op.create_table(
        "transfer_clients",
        sa.Column("transfer_id", Id, autoincrement=False, nullable=False),
        sa.Column("client_id", Id, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["transfer_id"], ["transfers.id"], name=op.f("fk_transfer_clients_transfer_id")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_transfer_clients_client_id")),
        sa.PrimaryKeyConstraint("transfer_id", "client_id", name=op.f("pk_transfer_clients")),
    )
    op.create_table(
        "earners",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("ref_id", Id, autoincrement=False, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_earners_employee_id")),
        sa.PrimaryKeyConstraint("kind", "ref_id", name=op.f("pk_earners")),
    )
    op.create_index("ix_earners_employee", "earners", ["employee_id", "kind"])


def downgrade() -> None:
    op.drop_index("ix_earners_employee", "earners")
    op.drop_table("earners")
    op.drop_table("transfer_clients")
    op.drop_index("ix_transfers_from", "transfers")
    op.drop_table("transfers")
    with op.batch_alter_table("teams") as batch:
        batch.drop_constraint(op.f("fk_teams_parent_id"), type_="foreignkey")
        batch.drop_column("parent_id")
