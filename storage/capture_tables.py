"""Tables of quick capture: drafts, what no menu asks for, the terms of names, voice messages and photos."""

import sqlalchemy as sa

from storage.columns import (
    Id,
    Kopecks,
    code_column,
    count_column,
    id_column,
    metadata,
    moment_column,
    names_table,
    ref_column,
    text_column,
)
from storage.types import Json, Quantity

# --- captured lines ---------------------------------------------------------------------------------------------

drafts = sa.Table(
    "drafts",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("acts", Json, nullable=False),
    sa.Column("unread", Json, nullable=False),
    code_column("state", default="open"),
    moment_column("created_at"),
    moment_column("saved_at", null=True),
    sa.Column("orders", Json),
    sa.Column("undo", Json),
    sa.Index("ix_drafts_employee", "employee_id", "saved_at"),
)

competitor_notes = sa.Table(
    "competitor_notes",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    ref_column("client_id", "clients", null=True),
    ref_column("product_id", "products", null=True),
    sa.Column("name", sa.String(200), nullable=False),
    text_column("text"),
    sa.Column("price", Kopecks),
    sa.Column("change", Quantity),
    moment_column("at"),
    sa.Index("ix_competitor_notes_employee", "employee_id", "at"),
)

# --- the terms by which a line finds names (`capture.naming.terms`) ------------------------------------------------------

client_terms = names_table("client_terms", sa.Column("term", sa.String(40), primary_key=True), "client")

product_terms = names_table("product_terms", sa.Column("term", sa.String(40), primary_key=True), "product")

# --- voice messages and photos: Telegram keeps the file, we keep its id ---------------------------------------------

attachments = sa.Table(
    "attachments",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    ref_column("client_id", "clients", null=True),
    sa.Column("event_id", Id),
    code_column("kind"),
    sa.Column("file_id", sa.String(200), nullable=False),
    count_column("seconds"),
    text_column("text"),
    sa.Column("album", sa.String(40)),
    moment_column("created_at"),
    sa.Index("ix_attachments_album", "employee_id", "album"),
)

waiting_voices = sa.Table(
    "waiting_voices",
    metadata,
    sa.Column("attachment_id", Id, sa.ForeignKey("attachments.id"), primary_key=True, autoincrement=False),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("state", sa.String(64)),
    sa.Column("data", Json),
    count_column("tries"),
    moment_column("taken_until", null=True),
)
