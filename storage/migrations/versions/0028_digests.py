"""Where a team's digest goes.

Revision ID: 0028
Revises: 0027
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "digest_places",
        sa.Column("lead_id", Id, autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("sums", sa.Boolean(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["employees.id"], name=op.f("fk_digest_places_lead_id")),
        sa.PrimaryKeyConstraint("lead_id", name=op.f("pk_digest_places")),
    )
    op.create_index(op.f("ix_digest_places_chat_id"), "digest_places", ["chat_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_digest_places_chat_id"), "digest_places")
    op.drop_table("digest_places")
