"""order rhythm

Revision ID: 0003
Revises: 0002
"""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("clients", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("order_weekdays", sa.SmallInteger(), server_default=sa.text("0"), nullable=False)
        )
        batch_op.add_column(sa.Column("quiet_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("activity_recent", sa.Float(), nullable=True))
        batch_op.add_column(sa.Column("activity_settled", sa.Float(), nullable=True))
    fill_facts()


BATCH = 2000
FACTS = ("order_weekdays", "quiet_until", "activity_recent", "activity_settled")
clients = sa.table(
    "clients",
    sa.column("id", sa.BigInteger),
    sa.column("order_weekdays", sa.SmallInteger),
    sa.column("quiet_until", sa.Date),
    sa.column("activity_recent", sa.Float),
    sa.column("activity_settled", sa.Float),
)
orders = sa.table("orders", sa.column("client_id", sa.BigInteger), sa.column("day", sa.Date))
LAST = sa.select(sa.func.max(clients.c.id))
DAYS = (
    sa.select(orders.c.client_id, orders.c.day)
    .where(orders.c.client_id.between(sa.bindparam("first"), sa.bindparam("last")), orders.c.day.is_not(None))
    .order_by(orders.c.client_id, orders.c.day)
)
SET = (
    sa.update(clients)
    .where(clients.c.id == sa.bindparam("client"))
    .values({name: sa.bindparam(name) for name in FACTS})
)


def fill_facts() -> None:
    """From the orders that are here, by the figures a company starts with; a client's next order writes its facts anew."""
    base = op.get_bind()
    for first in range(1, (base.execute(LAST).scalar() or 0) + 1, BATCH):
        found = base.execute(DAYS, {"first": first, "last": first + BATCH - 1}).all()
        rows = [
            {"client": client} | facts_of(sorted({day for _, day in own}))
            for client, own in groupby(found, key=lambda row: row[0])
        ]
        if rows:
            base.execute(SET, rows)


def facts_of(days: Sequence[date]) -> dict[str, Any]:
    from domain.rhythm import ActivitySettings, RhythmSettings, find_activity, find_quiet, find_rhythm

    settings = RhythmSettings()
    rhythm, activity = find_rhythm(days, days[-1], settings), find_activity(days, ActivitySettings())
    return {
        "order_weekdays": sum(1 << weekday for weekday in rhythm.weekdays) if rhythm else 0,
        "quiet_until": find_quiet(days, rhythm.median_gap_days, settings) if rhythm else None,
        "activity_recent": activity.recent if activity else None,
        "activity_settled": activity.settled if activity else None,
    }


def downgrade() -> None:
    with op.batch_alter_table("clients", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.drop_column("activity_settled")
        batch_op.drop_column("activity_recent")
        batch_op.drop_column("quiet_until")
        batch_op.drop_column("order_weekdays")
