"""Claims: what went wrong, the goods and photos of it, what was decided; and what is to keep it from coming again."""

import sqlalchemy as sa

from storage.columns import (
    FALSE,
    Id,
    code_column,
    id_column,
    metadata,
    moment_column,
    money_column,
    ref_column,
    text_column,
)
from storage.types import Json, Quantity

# `order_id` refers to nothing that has to be there: an order may be taken back. `amount` is what was typed, else what the
# goods come to. `touched_at` moves with every change, so that nobody takes back a claim that others have gone on with.
claims = sa.Table(
    "claims",
    metadata,
    id_column(),
    ref_column("client_id", "clients", index=True),
    ref_column("employee_id", "employees"),
    code_column("kind"),
    text_column("text"),
    moment_column("created_at"),
    sa.Column("due", sa.Date, nullable=False),
    moment_column("closed_at", null=True),
    code_column("status", default="open"),
    code_column("fault", null=True),
    sa.Column("order_id", Id),
    ref_column("owner_id", "employees", null=True),
    money_column("amount"),
    sa.Column("amount_typed", sa.Boolean, nullable=False, server_default=FALSE),
    code_column("decision", null=True),
    sa.Column("partly", sa.Boolean, nullable=False, server_default=FALSE),
    text_column("answer"),
    moment_column("decided_at", null=True),
    moment_column("told_at", null=True),
    moment_column("touched_at", null=True),
    sa.Index("ix_claims_employee_open", "employee_id", "closed_at"),
    sa.Index("ix_claims_employee_at", "employee_id", "created_at"),
    sa.Index("ix_claims_owner", "owner_id", "closed_at"),
)

# What the papers say, and what of it is wrong: negative where it came on top. `amount` in kopecks, of what is wrong.
claim_lines = sa.Table(
    "claim_lines",
    metadata,
    id_column(),
    ref_column("claim_id", "claims", index=True),
    ref_column("product_id", "products", null=True),
    text_column("name"),
    text_column("unit"),
    sa.Column("documents", Quantity),
    sa.Column("quantity", Quantity),
    sa.Column("price", sa.BigInteger),
    money_column("amount"),
)

claim_photos = sa.Table(
    "claim_photos",
    metadata,
    ref_column("claim_id", "claims"),
    sa.Column("attachment_id", Id, sa.ForeignKey("attachments.id"), nullable=False),
    sa.PrimaryKeyConstraint("claim_id", "attachment_id"),
)

# The same reason again and again: `claims` are the ids by which it was noticed, `employee_id` the manager of the last of them.
preventions = sa.Table(
    "preventions",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    code_column("kind"),
    code_column("fault", null=True),
    ref_column("product_id", "products", null=True),
    sa.Column("claims", Json, nullable=False),
    ref_column("owner_id", "employees", null=True),
    sa.Column("due", sa.Date, nullable=False),
    moment_column("created_at"),
    text_column("answer"),
    moment_column("closed_at", null=True),
    sa.Index("ix_preventions_employee", "employee_id", "closed_at"),
)
