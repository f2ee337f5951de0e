"""Where a team's digest goes besides the lead's own chat."""

import sqlalchemy as sa

from storage.columns import Id, metadata, moment_column, text_column

# One place for each lead: a group, or a topic in it. `sums`: money is shown there too.
digest_places = sa.Table(
    "digest_places",
    metadata,
    sa.Column("lead_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    sa.Column("chat_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("thread_id", sa.BigInteger),
    text_column("title"),
    sa.Column("sums", sa.Boolean, nullable=False),
    moment_column("at"),
)
