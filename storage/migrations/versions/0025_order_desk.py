"""A discount that was changed with the lines of an order.

Revision ID: 0025
Revises: 0024
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("order_changes", sa.Column("discount_before", storage.types.Quantity(), nullable=True))
    op.add_column("order_changes", sa.Column("discount_after", storage.types.Quantity(), nullable=True))


def downgrade() -> None:
    op.drop_column("order_changes", "discount_after")
    op.drop_column("order_changes", "discount_before")
