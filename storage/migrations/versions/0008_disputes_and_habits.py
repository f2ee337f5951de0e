"""Who settles a dispute and by when; clients that are not dunned; the weekday on which a client pays.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("receivables") as table:
        table.add_column(sa.Column("dispute_owner_id", Id, nullable=True))
        table.add_column(sa.Column("dispute_until", sa.Date(), nullable=True))
        table.create_foreign_key("fk_receivables_dispute_owner", "employees", ["dispute_owner_id"], ["id"])
    op.add_column("clients", sa.Column("undunned_until", sa.Date(), nullable=True))
    op.add_column("clients", sa.Column("undunned_why", sa.Text(), nullable=False, server_default=""))
    op.add_column("clients", sa.Column("pays_on", sa.SmallInteger(), nullable=True))


def downgrade() -> None:
    op.execute("DELETE FROM push_schedule WHERE kind = 'lead_debts'")
    with op.batch_alter_table("clients", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.drop_column("pays_on")
        table.drop_column("undunned_why")
        table.drop_column("undunned_until")
    with op.batch_alter_table("receivables") as table:
        table.drop_constraint("fk_receivables_dispute_owner", type_="foreignkey")
        table.drop_column("dispute_until")
        table.drop_column("dispute_owner_id")
