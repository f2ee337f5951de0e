"""Errands and requests to departments, announcements with who has read them, proposals."""

import sqlalchemy as sa

from storage.columns import (
    FALSE,
    Id,
    code_column,
    id_column,
    metadata,
    moment_column,
    ref_column,
    text_column,
)

# A request goes to a `pool` (a role) and has no doer until somebody takes it. `wanted` is the term that the doer asks for,
# `asked` says that a question waits for its answer. `file_kind` and `file_id`: what was said aloud or pictured.
errands = sa.Table(
    "errands",
    metadata,
    id_column(),
    ref_column("giver_id", "employees"),
    ref_column("doer_id", "employees", null=True),
    code_column("pool", null=True),
    ref_column("client_id", "clients", null=True),
    text_column("text"),
    code_column("file_kind", null=True),
    text_column("file_id", null=True),
    moment_column("due"),
    code_column("status"),
    sa.Column("asked", sa.Boolean, nullable=False, server_default=FALSE),
    moment_column("wanted", null=True),
    text_column("answer"),
    moment_column("created_at"),
    moment_column("done_at", null=True),
    moment_column("closed_at", null=True),
    sa.Index("ix_errands_doer", "doer_id", "closed_at"),
    sa.Index("ix_errands_giver", "giver_id", "closed_at"),
    sa.Index("ix_errands_pool", "pool", "closed_at"),
    sa.Index("ix_errands_client", "client_id", "closed_at"),
)

errand_words = sa.Table(
    "errand_words",
    metadata,
    id_column(),
    ref_column("errand_id", "errands", index=True),
    ref_column("employee_id", "employees"),
    moment_column("at"),
    code_column("kind"),
    text_column("text"),
)

# `aim`: a team, everybody, or a role.
announcements = sa.Table(
    "announcements",
    metadata,
    id_column(),
    ref_column("author_id", "employees", index=True),
    code_column("aim"),
    text_column("text"),
    code_column("file_kind", null=True),
    text_column("file_id", null=True),
    moment_column("created_at"),
)

# Who is to read it: `told_at` is empty for somebody away, who is told on return.
announcement_readers = sa.Table(
    "announcement_readers",
    metadata,
    ref_column("announcement_id", "announcements"),
    sa.Column("employee_id", Id, sa.ForeignKey("employees.id"), nullable=False),
    moment_column("told_at", null=True),
    moment_column("read_at", null=True),
    sa.PrimaryKeyConstraint("announcement_id", "employee_id"),
    sa.Index("ix_announcement_readers_employee", "employee_id", "read_at"),
)

proposals = sa.Table(
    "proposals",
    metadata,
    id_column(),
    ref_column("author_id", "employees"),
    code_column("kind"),
    text_column("text"),
    code_column("status"),
    text_column("answer"),
    ref_column("decided_by", "employees", null=True),
    moment_column("created_at"),
    moment_column("moved_at", null=True),
    sa.Index("ix_proposals_author", "author_id", "created_at"),
)
