"""What imports remember: whom a name means, what a column is.

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "client_keys",
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("client_id", Id, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_client_keys_client_id")),
        sa.PrimaryKeyConstraint("key", "client_id", name=op.f("pk_client_keys")),
    )
    op.create_index("ix_client_keys_client", "client_keys", ["client_id"])
    op.create_table(
        "import_names",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("tax_number", sa.String(length=12), server_default="", nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("client_id", Id, nullable=True),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_import_names_client_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_import_names_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_names")),
        sa.UniqueConstraint("key", "tax_number", name=op.f("uq_import_names_key_tax_number")),
    )
    op.create_index("ix_import_names_client_id", "import_names", ["client_id"])
    op.create_table(
        "import_layouts",
        sa.Column("signature", sa.String(length=64), nullable=False),
        sa.Column("columns", storage.types.Json(), nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employees.id"], name=op.f("fk_import_layouts_employee_id")
        ),
        sa.PrimaryKeyConstraint("signature", name=op.f("pk_import_layouts")),
    )
    _fill_keys()


BATCH = 2000
CLIENTS = sa.text(
    "SELECT id, name, legal_name FROM clients WHERE deleted_at IS NULL AND id > :after ORDER BY id LIMIT :n"
)
ADD = sa.text("INSERT INTO client_keys (key, client_id) VALUES (:key, :client)")


def _fill_keys() -> None:
    """Of the clients that are here already; new ones are kept by the turns that write them."""
    from capture.naming.client_keys import keys_of

    after = 0
    while rows := op.get_bind().execute(CLIENTS, {"after": after, "n": BATCH}).all():
        after = rows[-1][0]
        found = [
            {"key": key, "client": client}
            for client, name, legal_name in rows
            for key in sorted(keys_of(name) | keys_of(legal_name))
        ]
        if found:
            op.get_bind().execute(ADD, found)


def downgrade() -> None:
    op.drop_table("import_layouts")
    op.drop_index("ix_import_names_client_id", "import_names")
    op.drop_table("import_names")
    op.drop_index("ix_client_keys_client", "client_keys")
    op.drop_table("client_keys")
