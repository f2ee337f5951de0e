"""Errands, announcements, proposals.

Revision ID: 0032
Revises: 0031
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "errands",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("giver_id", Id, nullable=False),
        sa.Column("doer_id", Id, nullable=True),
        sa.Column("pool", sa.String(length=32), nullable=True),
        sa.Column("client_id", Id, nullable=True),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("file_kind", sa.String(length=32), nullable=True),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.Column("due", Instant(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("asked", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("wanted", Instant(), nullable=True),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("done_at", Instant(), nullable=True),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["giver_id"], ["employees.id"], name=op.f("fk_errands_giver_id")),
        sa.ForeignKeyConstraint(["doer_id"], ["employees.id"], name=op.f("fk_errands_doer_id")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_errands_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_errands")),
    )
    for name in ("doer", "giver", "client"):
        op.create_index(f"ix_errands_{name}", "errands", [f"{name}_id", "closed_at"])
    op.create_index("ix_errands_pool", "errands", ["pool", "closed_at"])
    op.create_table(
        "errand_words",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("errand_id", Id, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["errand_id"], ["errands.id"], name=op.f("fk_errand_words_errand_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_errand_words_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_errand_words")),
    )
    op.create_index("ix_errand_words_errand_id", "errand_words", ["errand_id"])
    _announcements()
    op.create_table(
        "proposals",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("author_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("decided_by", Id, nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("moved_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["employees.id"], name=op.f("fk_proposals_author_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["employees.id"], name=op.f("fk_proposals_decided_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
    )
    op.create_index("ix_proposals_author", "proposals", ["author_id", "created_at"])


def _announcements() -> None:
    op.create_table(
        "announcements",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("author_id", Id, nullable=False),
        sa.Column("aim", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("file_kind", sa.String(length=32), nullable=True),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["employees.id"], name=op.f("fk_announcements_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcements")),
    )
    op.create_index("ix_announcements_author_id", "announcements", ["author_id"])
    op.create_table(
        "announcement_readers",
        sa.Column("announcement_id", Id, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("told_at", Instant(), nullable=True),
        sa.Column("read_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["announcement_id"], ["announcements.id"], name=op.f("fk_announcement_readers_announcement_id")
        ),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employees.id"], name=op.f("fk_announcement_readers_employee_id")
        ),
        sa.PrimaryKeyConstraint("announcement_id", "employee_id", name=op.f("pk_announcement_readers")),
    )
    op.create_index("ix_announcement_readers_employee", "announcement_readers", ["employee_id", "read_at"])


def downgrade() -> None:
    op.drop_index("ix_proposals_author", "proposals")
    op.drop_table("proposals")
    op.drop_index("ix_announcement_readers_employee", "announcement_readers")
    op.drop_table("announcement_readers")
    op.drop_index("ix_announcements_author_id", "announcements")
    op.drop_table("announcements")
    op.drop_index("ix_errand_words_errand_id", "errand_words")
    op.drop_table("errand_words")
    for name in ("pool", "client", "giver", "doer"):
        op.drop_index(f"ix_errands_{name}", "errands")
    op.drop_table("errands")
