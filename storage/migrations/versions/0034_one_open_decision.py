"""One open question about a thing, however many ask at once.

Revision ID: 0034
Revises: 0033
"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

OPEN = sa.text("decided_at IS NULL")
NEWER = """
    DELETE FROM decisions WHERE decided_at IS NULL AND EXISTS (
        SELECT 1 FROM decisions AS newer
        WHERE newer.kind = decisions.kind AND newer.ref_id = decisions.ref_id AND newer.decided_at IS NULL
        AND newer.id > decisions.id
    )
"""


def upgrade() -> None:
    op.execute(NEWER)
    op.create_index(
        "ux_decisions_open",
        "decisions",
        ["kind", "ref_id"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def downgrade() -> None:
    op.drop_index("ux_decisions_open", "decisions")
