"""quick capture

Revision ID: 0002
Revises: 0001
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "product_terms",
        sa.Column("term", sa.String(length=40), nullable=False),
        sa.Column(
            "product_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_product_terms_product_id")),
        sa.PrimaryKeyConstraint("term", "product_id", name=op.f("pk_product_terms")),
    )
    op.create_index("ix_product_terms_product", "product_terms", ["product_id"])
    op.create_table(
        "drafts",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("employee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("acts", sa.Text(), nullable=False),
        sa.Column("unread", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=32), server_default="open", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("orders", sa.Text(), nullable=True),
        sa.Column("undo", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_drafts_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )
    op.create_index("ix_drafts_employee", "drafts", ["employee_id", "saved_at"])
    op.create_table(
        "attachments",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("employee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("file_id", sa.String(length=200), nullable=False),
        sa.Column("seconds", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("album", sa.String(length=40), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_attachments_client_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_attachments_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
    )
    op.create_index("ix_attachments_album", "attachments", ["employee_id", "album"])
    op.create_table(
        "client_terms",
        sa.Column("term", sa.String(length=40), nullable=False),
        sa.Column(
            "manager_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column(
            "client_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_client_terms_client_id")),
        sa.PrimaryKeyConstraint("term", "manager_id", "client_id", name=op.f("pk_client_terms")),
    )
    op.create_index("ix_client_terms_client", "client_terms", ["client_id"])
    op.create_table(
        "competitor_notes",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("employee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("product_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=True),
        sa.Column("change", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_competitor_notes_client_id")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employees.id"], name=op.f("fk_competitor_notes_employee_id")
        ),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_competitor_notes_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_competitor_notes")),
    )
    op.create_index("ix_competitor_notes_employee", "competitor_notes", ["employee_id", "at"])
    op.create_table(
        "shortages",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("product_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("employee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=True),
        sa.Column("unit", sa.Text(), server_default="", nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_shortages_client_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_shortages_employee_id")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_shortages_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shortages")),
    )
    op.create_index("ix_shortages_employee", "shortages", ["employee_id", "at"])
    op.create_index("ix_shortages_product", "shortages", ["product_id", "at"])
    op.create_table(
        "waiting_voices",
        sa.Column(
            "attachment_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=True),
        sa.Column("data", sa.Text(), nullable=True),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("taken_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachments.id"], name=op.f("fk_waiting_voices_attachment_id")
        ),
        sa.PrimaryKeyConstraint("attachment_id", name=op.f("pk_waiting_voices")),
    )
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("product_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("quantity", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("unit", sa.Text(), server_default="", nullable=False))
        batch_op.create_foreign_key(batch_op.f("fk_claims_product_id"), "products", ["product_id"], ["id"])
    number_for_good()
    fill_terms()


NEVER_TWICE = ("clients", "persons", "orders")


def number_for_good() -> None:
    """SQLite would give the id of a removed row to the next one; PostgreSQL never does."""
    if op.get_bind().dialect.name == "sqlite":
        for name in NEVER_TWICE:
            with op.batch_alter_table(name, recreate="always", table_kwargs={"sqlite_autoincrement": True}):
                pass


BATCH = 2000
CLIENTS = sa.text(
    "SELECT clients.id, manager_id, name, legal_name FROM clients WHERE deleted_at IS NULL AND id > :after ORDER BY id LIMIT :n"
)
PEOPLE = sa.text(
    "SELECT client_id, name FROM persons WHERE deleted_at IS NULL AND client_id >= :first AND client_id <= :last"
)
PRODUCTS = sa.text(
    "SELECT id, name, code FROM products WHERE deleted_at IS NULL AND id > :after ORDER BY id LIMIT :n"
)
ADD_CLIENT_TERM = sa.text(
    "INSERT INTO client_terms (term, manager_id, client_id) VALUES (:term, :manager, :client)"
)
ADD_PRODUCT_TERM = sa.text("INSERT INTO product_terms (term, product_id) VALUES (:term, :product)")


def fill_terms() -> None:
    """The terms of the names that are here already; new ones are kept by the turns that write them."""
    from capture.naming.terms import index_terms

    for rows in batches(CLIENTS):
        people: dict[int, list[str]] = {}
        for client, name in op.get_bind().execute(PEOPLE, {"first": rows[0][0], "last": rows[-1][0]}):
            people.setdefault(client, []).append(name)
        add(
            ADD_CLIENT_TERM,
            [
                {"term": term, "manager": manager, "client": client}
                for client, manager, *names in rows
                for term in sorted(index_terms(*names, *people.get(client, [])))
            ],
        )
    for rows in batches(PRODUCTS):
        add(
            ADD_PRODUCT_TERM,
            [{"term": term, "product": id_} for id_, *names in rows for term in sorted(index_terms(*names))],
        )


def batches(statement: sa.TextClause) -> Any:
    after = 0
    while rows := op.get_bind().execute(statement, {"after": after, "n": BATCH}).all():
        yield rows
        after = rows[-1][0]


def add(statement: sa.TextClause, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        op.get_bind().execute(statement, rows)


def downgrade() -> None:
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_claims_product_id"), type_="foreignkey")
        batch_op.drop_column("unit")
        batch_op.drop_column("quantity")
        batch_op.drop_column("product_id")
    op.drop_table("waiting_voices")
    op.drop_index("ix_shortages_product", "shortages")
    op.drop_index("ix_shortages_employee", "shortages")
    op.drop_table("shortages")
    op.drop_index("ix_competitor_notes_employee", "competitor_notes")
    op.drop_table("competitor_notes")
    op.drop_index("ix_client_terms_client", "client_terms")
    op.drop_table("client_terms")
    op.drop_index("ix_attachments_album", "attachments")
    op.drop_table("attachments")
    op.drop_index("ix_drafts_employee", "drafts")
    op.drop_table("drafts")
    op.drop_index("ix_product_terms_product", "product_terms")
    op.drop_table("product_terms")
