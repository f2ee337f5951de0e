"""What is attached to a draft."""

import sqlalchemy as sa

from storage.columns import code_column, id_column, metadata, moment_column, ref_column

# A photo or a file that Telegram keeps, for sales support: the client's own list, a specification.
order_papers = sa.Table(
    "order_papers",
    metadata,
    id_column(),
    ref_column("order_id", "orders", index=True),
    ref_column("employee_id", "employees"),
    code_column("kind"),
    sa.Column("file_id", sa.String(200), nullable=False),
    sa.Column("name", sa.String(200), nullable=False, server_default=""),
    moment_column("created_at"),
    sqlite_autoincrement=True,
)
