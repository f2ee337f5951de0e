"""What imports recognise clients by, and what they were told: whom a name means, what a column is."""

import sqlalchemy as sa

from storage.columns import Id, id_column, metadata, moment_column, ref_column
from storage.types import Json

# Made anew from the names whenever a client is indexed (`capture.naming.client_keys`).
client_keys = sa.Table(
    "client_keys",
    metadata,
    sa.Column("key", sa.String(300), primary_key=True),
    sa.Column("client_id", Id, sa.ForeignKey("clients.id"), primary_key=True, autoincrement=False),
    sa.Index("ix_client_keys_client", "client_id"),
)

# Without a client: a name that is to be passed over.
import_names = sa.Table(
    "import_names",
    metadata,
    id_column(),
    sa.Column("key", sa.String(300), nullable=False),
    sa.Column("tax_number", sa.String(12), nullable=False, server_default=""),
    sa.Column("name", sa.String(300), nullable=False),
    ref_column("client_id", "clients", null=True, index=True),
    ref_column("employee_id", "employees"),
    moment_column("created_at"),
    sa.UniqueConstraint("key", "tax_number"),
)

import_layouts = sa.Table(
    "import_layouts",
    metadata,
    sa.Column("signature", sa.String(64), primary_key=True),
    sa.Column("columns", Json, nullable=False),
    ref_column("employee_id", "employees"),
    moment_column("created_at"),
)
