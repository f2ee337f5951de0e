"""The call desk: stages of leads, ends of contracts, districts; who else a line is about and since when it waits.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("clients", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.add_column(sa.Column("district", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("stage", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("stage_day", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("contract_ends", sa.Date(), nullable=True))
    with op.batch_alter_table("calls") as batch_op:
        batch_op.add_column(sa.Column("hour", sa.SmallInteger(), nullable=True))
    with op.batch_alter_table("call_list") as batch_op:
        batch_op.add_column(sa.Column("also", storage.types.Json(), nullable=True))
        batch_op.add_column(sa.Column("since", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("skip_reason", sa.String(length=32), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("call_list") as batch_op:
        batch_op.drop_column("skip_reason")
        batch_op.drop_column("since")
        batch_op.drop_column("also")
    with op.batch_alter_table("calls") as batch_op:
        batch_op.drop_column("hour")
    with op.batch_alter_table("clients", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.drop_column("contract_ends")
        batch_op.drop_column("stage_day")
        batch_op.drop_column("stage")
        batch_op.drop_column("district")
