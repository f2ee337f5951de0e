"""Occasions: how to address a person, dates of a company.

Revision ID: 0022
Revises: 0021
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

OF_PERSONS = (
    ("vip", sa.Boolean()),
    ("closeness", sa.String(length=32)),
    ("said_as", sa.String(length=100)),
    ("forms", storage.types.Json()),
)
OF_CLIENTS = (
    ("founded_day", sa.SmallInteger()),
    ("founded_month", sa.SmallInteger()),
    ("founded_year", sa.SmallInteger()),
    ("first_order_day", sa.Date()),
)


def upgrade() -> None:
    for name, kind in OF_PERSONS:
        op.add_column("persons", sa.Column(name, kind, nullable=True))
    for name, kind in OF_CLIENTS:
        op.add_column("clients", sa.Column(name, kind, nullable=True))
    op.execute(
        "UPDATE clients SET first_order_day = (SELECT min(orders.day) FROM orders WHERE orders.client_id = clients.id "
        "AND orders.status NOT IN ('draft', 'on_approval', 'refused') AND orders.day IS NOT NULL)"
    )


def downgrade() -> None:
    with op.batch_alter_table("clients", table_kwargs={"sqlite_autoincrement": True}) as table:
        for name, _ in reversed(OF_CLIENTS):
            table.drop_column(name)
    with op.batch_alter_table("persons", table_kwargs={"sqlite_autoincrement": True}) as table:
        for name, _ in reversed(OF_PERSONS):
            table.drop_column(name)
