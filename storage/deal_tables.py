"""The tables of contracts, promotions and exhibitions."""

import sqlalchemy as sa

from storage.columns import (
    FALSE,
    Id,
    Kopecks,
    code_column,
    count_column,
    id_column,
    metadata,
    moment_column,
    ref_column,
    text_column,
)

# `previous_id` is the contract that this one goes on from; `agreement` numbers the additional agreements of one, 0 is the contract.
# `said` and `lead_said` are the last notices of its end, in days before it.
contracts = sa.Table(
    "contracts",
    metadata,
    id_column(),
    ref_column("client_id", "clients"),
    ref_column("employee_id", "employees"),
    ref_column("previous_id", "contracts", null=True),
    count_column("agreement"),
    sa.Column("number", sa.String(60), nullable=False, server_default=""),
    sa.Column("signed", sa.Date),
    sa.Column("starts", sa.Date),
    sa.Column("ends", sa.Date),
    sa.Column("open_ended", sa.Boolean, nullable=False, server_default=FALSE),
    sa.Column("notice_days", sa.Integer),
    sa.Column("payment_delay", sa.Integer),
    sa.Column("credit_limit", Kopecks),
    text_column("price_column"),
    code_column("stage", default="draft"),
    code_column("holder", null=True),
    ref_column("person_id", "persons", null=True),
    sa.Column("held_since", sa.Date, nullable=False),
    code_column("terms", default="none"),
    sa.Column("renews", sa.Boolean, nullable=False, server_default=sa.text("true")),
    sa.Column("said", sa.Integer),
    sa.Column("lead_said", sa.Integer),
    sa.Column("lead_said_on", sa.Date),
    moment_column("created_at"),
    sa.Index("ix_contracts_client", "client_id", "stage"),
    sa.Index("ix_contracts_stage", "stage", "held_since"),
    sa.Index("ix_contracts_signed", "employee_id", "signed"),
    sa.Index("ix_contracts_previous", "previous_id"),
    sqlite_autoincrement=True,
)

# `team_id` empty is everybody's; `classes` are letters, `industries` words by commas, empty is any.
promotions = sa.Table(
    "promotions",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    ref_column("team_id", "teams", null=True),
    sa.Column("name", sa.String(100), nullable=False),
    text_column("script"),
    sa.Column("starts", sa.Date, nullable=False),
    sa.Column("ends", sa.Date, nullable=False),
    sa.Column("classes", sa.String(3), nullable=False, server_default=""),
    code_column("kinds", default="all"),
    text_column("industries"),
    text_column("group_name"),
    moment_column("created_at"),
    sa.Index("ix_promotions_ends", "ends"),
    sqlite_autoincrement=True,
)

promotion_replies = sa.Table(
    "promotion_replies",
    metadata,
    sa.Column("promotion_id", Id, sa.ForeignKey("promotions.id"), primary_key=True, autoincrement=False),
    sa.Column("client_id", Id, sa.ForeignKey("clients.id"), primary_key=True, autoincrement=False),
    ref_column("employee_id", "employees"),
    sa.Column("day", sa.Date, nullable=False),
    code_column("reply"),
)

exhibitions = sa.Table(
    "exhibitions",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    ref_column("team_id", "teams", null=True),
    code_column("kind"),
    sa.Column("name", sa.String(100), nullable=False),
    sa.Column("place", sa.String(100), nullable=False, server_default=""),
    sa.Column("starts", sa.Date, nullable=False),
    sa.Column("ends", sa.Date, nullable=False),
    moment_column("created_at"),
    sa.Index("ix_exhibitions_ends", "ends"),
    sqlite_autoincrement=True,
)

# `day` is that of the invitation, or on which an answer was last asked for.
guests = sa.Table(
    "exhibition_guests",
    metadata,
    sa.Column("exhibition_id", Id, sa.ForeignKey("exhibitions.id"), primary_key=True, autoincrement=False),
    sa.Column("client_id", Id, sa.ForeignKey("clients.id"), primary_key=True, autoincrement=False),
    ref_column("employee_id", "employees"),
    sa.Column("day", sa.Date, nullable=False),
    code_column("reply", null=True),
    count_column("people"),
    sa.Index("ix_exhibition_guests_client", "client_id", "reply"),
)
