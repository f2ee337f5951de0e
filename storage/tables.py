"""Every table. Money is whole kopecks, moments are UTC, days are the owner's local days, quantities are exact.

Facts that the morning list reads (next contact, debt, last order) stand on the client's own row, written by the turn
that changes them, so that a list never joins or sums (ADR 0004).
"""

import sqlalchemy as sa

import storage.absence_tables
import storage.advice_tables
import storage.capture_tables
import storage.catalogue_tables
import storage.claim_tables
import storage.deal_tables
import storage.debt_tables
import storage.decision_tables
import storage.digest_tables
import storage.draft_tables
import storage.errand_tables
import storage.greeting_tables
import storage.import_tables
import storage.lead_tables
import storage.order_change_tables
import storage.order_file_tables
import storage.payment_tables
import storage.people_tables
import storage.price_tables
import storage.reconciliation_tables
import storage.report_tables
import storage.secrecy_tables
import storage.shortage_tables
import storage.stop_tables
import storage.target_tables
import storage.visit_tables  # noqa: F401 - known to the metadata together with these
from storage.columns import (
    FALSE,
    ZERO,
    Id,
    Kopecks,
    code_column,
    count_column,
    id_column,
    metadata,
    moment_column,
    money_column,
    names_table,
    ref_column,
    text_column,
)
from storage.types import Figure, Instant, Json, Quantity

# --- the machine: turns, conversations, what goes out, what is due -----------------------------------------------

seen_updates = sa.Table(
    "seen_updates",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", Instant, nullable=False, index=True),
)

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("state", sa.String(64)),
    sa.Column("data", Json),
)

outbox = sa.Table(
    "outbox",
    metadata,
    id_column(),
    sa.Column("chat_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("lane", sa.SmallInteger, nullable=False),
    sa.Column("method", sa.String(40), nullable=False),
    sa.Column("parameters", Json, nullable=False),
    sa.Column("file", Json),
    sa.Column("anchor", sa.String(64)),
    sa.Column("owner", sa.BigInteger, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("set_aside", sa.Text),
)

anchors = sa.Table(
    "anchors",
    metadata,
    sa.Column("anchor", sa.String(64), primary_key=True),
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("message_id", sa.BigInteger, nullable=False),
)

push_schedule = sa.Table(
    "push_schedule",
    metadata,
    sa.Column("employee_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    sa.Column("kind", sa.String(32), primary_key=True),
    sa.Column("next_at", Instant, nullable=False, index=True),
)

pushes_done = sa.Table(
    "pushes_done",
    metadata,
    sa.Column("employee_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    sa.Column("kind", sa.String(32), primary_key=True),
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("fingerprint", sa.String(64)),
)

incoming_files = sa.Table(
    "incoming_files",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("file_id", sa.String(200), nullable=False),
    text_column("name"),
    text_column("caption"),
    moment_column("created_at"),
    moment_column("taken_until", null=True),
)

# --- our people -----------------------------------------------------------------------------------------------------

teams = sa.Table(
    "teams",
    metadata,
    id_column(),
    sa.Column("name", sa.String(100), nullable=False),
    ref_column("parent_id", "teams", null=True),
)

employees = sa.Table(
    "employees",
    metadata,
    id_column(),
    sa.Column("telegram_id", sa.BigInteger, unique=True),
    sa.Column("name", sa.String(100), nullable=False),
    code_column("role"),
    ref_column("team_id", "teams", null=True, index=True),
    sa.Column("language", sa.String(2), nullable=False, server_default="ru"),
    sa.Column("timezone", sa.String(50), nullable=False),
    sa.Column("settings", Json),
    moment_column("created_at"),
    moment_column("dismissed_at", null=True),
    moment_column("unreachable_at", null=True),
)

invitations = sa.Table(
    "invitations",
    metadata,
    sa.Column("code", sa.String(40), primary_key=True),
    code_column("role"),
    ref_column("team_id", "teams", null=True),
    ref_column("invited_by", "employees"),
    moment_column("expires_at"),
    ref_column("used_by", "employees", null=True),
)

audit = sa.Table(
    "audit",
    metadata,
    id_column(),
    moment_column("at"),
    ref_column("employee_id", "employees", index=True),
    code_column("action"),
    sa.Column("facts", Json),
    sa.Column("client_id", Id),
    sa.Column("owner_id", Id),
    sa.Index("ix_audit_employee_at", "employee_id", "at"),
)

# --- clients and their people ----------------------------------------------------------------------------------------

# Ids of clients, persons and orders are never given twice: buttons of old messages hold them.
clients = sa.Table(
    "clients",
    metadata,
    id_column(),
    ref_column("manager_id", "employees"),
    sa.Column("name", sa.String(200), nullable=False),
    text_column("legal_name"),
    sa.Column("tax_number", sa.String(12)),
    code_column("kind", default="client"),
    sa.Column("client_class", sa.String(1), nullable=False, server_default="C"),
    sa.Column("phone", sa.String(20)),
    text_column("address"),
    text_column("district"),
    text_column("industry"),
    sa.Column("timezone", sa.String(50)),
    sa.Column("credit_limit", Kopecks),
    sa.Column("payment_delay", sa.Integer),
    text_column("price_column"),
    sa.Column("stopped", sa.Boolean, nullable=False, server_default=FALSE),
    sa.Column("excluded", sa.Boolean, nullable=False, server_default=FALSE),
    text_column("note"),
    code_column("stage", null=True),
    sa.Column("stage_day", sa.Date),
    moment_column("created_at"),
    moment_column("deleted_at", null=True),
    # what the lists read, kept by the turns that change it
    moment_column("next_at", null=True),
    sa.Column("next_day", sa.Date),
    code_column("next_kind", null=True),
    code_column("next_reason", null=True),
    sa.Column("next_person_id", Id),
    sa.Column("hidden_until", sa.Date),
    count_column("attempts"),
    sa.Column("last_contact_day", sa.Date),
    sa.Column("last_order_day", sa.Date),
    sa.Column("order_gap", sa.Integer),
    sa.Column("order_weekdays", sa.SmallInteger, nullable=False, server_default=ZERO),
    sa.Column("quiet_until", sa.Date),
    sa.Column("activity_recent", Figure),
    sa.Column("activity_settled", Figure),
    money_column("debt"),
    money_column("overdue"),
    sa.Column("overdue_since", sa.Date),
    money_column("advance"),
    sa.Column("debt_as_of", sa.Date),
    sa.Column("promise_due", sa.Date),
    sa.Column("promise_broken_day", sa.Date),
    count_column("promises_kept"),
    count_column("promises_judged"),
    count_column("open_claims"),
    sa.Column("contract_ends", sa.Date),
    sa.Column("debt_quiet_until", sa.Date),
    sa.Column("debt_lead_day", sa.Date),
    sa.Column("undunned_until", sa.Date),
    text_column("undunned_why"),
    sa.Column("pays_on", sa.SmallInteger),
    sa.Column("founded_day", sa.SmallInteger),
    sa.Column("founded_month", sa.SmallInteger),
    sa.Column("founded_year", sa.SmallInteger),
    sa.Column("first_order_day", sa.Date),
    sa.Column("completeness", sa.SmallInteger),
    sa.Index("ix_clients_manager", "manager_id", "deleted_at"),
    sa.Index("ix_clients_name", "deleted_at", "name", "id"),
    sa.Index("ix_clients_tax_number", "tax_number"),
    sa.Index("ix_clients_next_day", "manager_id", "next_day"),
    sa.Index("ix_clients_overdue", "manager_id", "overdue"),
    sa.Index("ix_clients_last_contact", "manager_id", "last_contact_day"),
    sa.Index(
        "ix_clients_leads",
        "manager_id",
        "kind",
        "deleted_at",
        "stage",
        "client_class",
        "stage_day",
        "created_at",
    ),
    sa.Index("ix_clients_contract_ends", "manager_id", "deleted_at", "contract_ends"),
    sa.Index("ix_clients_completeness", "manager_id", "deleted_at", "client_class", "completeness"),
    sqlite_autoincrement=True,
)

client_grams = names_table("client_grams", sa.Column("gram", sa.String(3), primary_key=True), "client")

persons = sa.Table(
    "persons",
    metadata,
    id_column(),
    ref_column("client_id", "clients"),
    sa.Column("name", sa.String(200), nullable=False),
    text_column("role"),
    sa.Column("phone", sa.String(20)),
    sa.Column("email", sa.String(200)),
    sa.Column("telegram_id", sa.BigInteger),
    code_column("gender", null=True),
    sa.Column("familiar", sa.Boolean, nullable=False, server_default=FALSE),
    sa.Column("birth_day", sa.SmallInteger),
    sa.Column("birth_month", sa.SmallInteger),
    sa.Column("birth_year", sa.SmallInteger),
    sa.Column("bad_number", sa.Boolean, nullable=False, server_default=FALSE),
    # what the manager said over the rules: a present is due, how close, how to address, the name in other cases
    sa.Column("vip", sa.Boolean),
    code_column("closeness", null=True),
    sa.Column("said_as", sa.String(100)),
    sa.Column("forms", Json),
    moment_column("deleted_at", null=True),
    # by the client first: birthdays are looked for among the people of a manager's clients, never of the whole base
    sa.Index("ix_persons_birth", "client_id", "birth_month", "birth_day"),
    sqlite_autoincrement=True,
)

timeline = sa.Table(
    "timeline",
    metadata,
    id_column(),
    ref_column("client_id", "clients"),
    ref_column("employee_id", "employees"),
    moment_column("at"),
    code_column("kind"),
    sa.Column("facts", Json),
    sa.Index("ix_timeline_client", "client_id", "at"),
)

# --- calls --------------------------------------------------------------------------------------------------------

calls = sa.Table(
    "calls",
    metadata,
    id_column(),
    ref_column("client_id", "clients"),
    ref_column("person_id", "persons", null=True),
    ref_column("employee_id", "employees"),
    moment_column("at"),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("hour", sa.SmallInteger),
    code_column("outcome"),
    code_column("reason", null=True),
    text_column("note"),
    sa.Index("ix_calls_employee_day", "employee_id", "day"),
    sa.Index("ix_calls_client", "client_id", "at"),
)

call_list = sa.Table(
    "call_list",
    metadata,
    id_column(),
    ref_column("employee_id", "employees"),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    ref_column("client_id", "clients"),
    ref_column("person_id", "persons", null=True),
    sa.Column("reasons", Json, nullable=False),
    sa.Column("pinned_at", Instant),
    sa.Column("also", Json),
    sa.Column("since", sa.Date),
    code_column("state", default="waiting"),
    code_column("skip_reason", null=True),
    sa.UniqueConstraint("employee_id", "day", "client_id"),
    sa.Index("ix_call_list_next", "employee_id", "day", "state", "position"),
)

day_counters = sa.Table(
    "day_counters",
    metadata,
    sa.Column("employee_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    sa.Column("day", sa.Date, primary_key=True),
    count_column("calls"),
    count_column("reached"),
    count_column("phone_offers"),
    count_column("email_offers"),
    count_column("orders"),
    money_column("order_sum"),
    count_column("promises"),
    money_column("promise_sum"),
    count_column("meetings"),
    count_column("greetings"),
    count_column("new_clients"),
)

day_snapshots = sa.Table(
    "day_snapshots",
    metadata,
    sa.Column("manager_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    sa.Column("day", sa.Date, primary_key=True),
    money_column("debt"),
    money_column("overdue"),
)

remarks = sa.Table(
    "remarks",
    metadata,
    id_column(),
    ref_column("lead_id", "employees"),
    ref_column("employee_id", "employees"),
    code_column("kind"),
    code_column("topic"),
    sa.Column("ref_id", Id, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("facts", Json, nullable=False),
    moment_column("at"),
    text_column("answer"),
    moment_column("answered_at", null=True),
    sa.UniqueConstraint("lead_id", "day", "kind", "topic", "ref_id"),
    sa.Index("ix_remarks_employee", "employee_id", "kind", "day"),
)

# --- goods and orders -------------------------------------------------------------------------------------------

products = sa.Table(
    "products",
    metadata,
    id_column(),
    sa.Column("code", sa.String(50), unique=True, nullable=False),
    sa.Column("name", sa.String(300), nullable=False, index=True),
    sa.Column("group_name", sa.String(100), nullable=False, server_default="", index=True),
    sa.Column("unit", sa.String(20), nullable=False, server_default="pcs"),
    sa.Column("pack_size", Quantity),
    sa.Column("stock", Quantity),
    sa.Column("prices", Json, nullable=False),
    sa.Column("min_quantity", Quantity),
    sa.Column("multiple", Quantity),
    sa.Column("vat_rate", sa.SmallInteger),
    sa.Column("cost", Kopecks),
    sa.Column("arrives_on", sa.Date),
    sa.Column("arrives_quantity", Quantity),
    moment_column("deleted_at", null=True),
)

# Legal entities of a client beside the one on its own row.
client_entities = sa.Table(
    "client_entities",
    metadata,
    id_column(),
    ref_column("client_id", "clients", index=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("tax_number", sa.String(12), nullable=False, server_default=""),
    sa.Column("reason_code", sa.String(9), nullable=False, server_default=""),
    text_column("address"),
    moment_column("created_at"),
    moment_column("deleted_at", null=True),
    sqlite_autoincrement=True,
)

product_grams = names_table("product_grams", sa.Column("gram", sa.String(3), primary_key=True), "product")

orders = sa.Table(
    "orders",
    metadata,
    id_column(),
    ref_column("client_id", "clients"),
    ref_column("employee_id", "employees"),
    code_column("status", default="draft"),
    sa.Column("delivery", sa.Date),
    text_column("comment"),
    money_column("total"),
    text_column("hold"),
    sa.Column("entered_number", sa.String(40)),
    ref_column("accepted_by", "employees", null=True),
    moment_column("created_at"),
    moment_column("handed_at", null=True),
    sa.Column("day", sa.Date),
    sa.Column("doubts", Json),
    sa.Column("window_from", sa.SmallInteger),
    sa.Column("window_to", sa.SmallInteger),
    text_column("address"),
    ref_column("buyer_id", "client_entities", null=True),
    code_column("seller", null=True),
    ref_column("contract_id", "contracts", null=True),
    moment_column("shipped_at", null=True),
    sa.Column("shipped_total", Kopecks),
    sa.Index("ix_orders_client", "client_id", "status", "day"),
    sa.Index("ix_orders_employee", "employee_id", "status"),
    sa.Index("ix_orders_employee_day", "employee_id", "day"),
    sa.Index("ix_orders_status", "status", "handed_at"),
    sqlite_autoincrement=True,
)

order_lines = sa.Table(
    "order_lines",
    metadata,
    id_column(),
    ref_column("order_id", "orders", index=True),
    ref_column("product_id", "products"),
    sa.Column("quantity", Quantity, nullable=False),
    sa.Column("unit", sa.String(20), nullable=False),
    sa.Column("price", Kopecks),
    sa.Column("discount", Quantity, nullable=False, server_default=ZERO),
    text_column("comment"),
    sa.Column("by_rule", sa.Boolean, nullable=False, server_default=FALSE),
    sa.Column("vat_rate", sa.SmallInteger),
    code_column("short", null=True),
    sa.Column("shipped", Quantity),
    sa.UniqueConstraint("order_id", "product_id"),
)

order_events = sa.Table(
    "order_events",
    metadata,
    id_column(),
    ref_column("order_id", "orders", index=True),
    ref_column("employee_id", "employees"),
    moment_column("at"),
    code_column("step"),
    text_column("note"),
)

order_questions = sa.Table(
    "order_questions",
    metadata,
    id_column(),
    ref_column("order_id", "orders", index=True),
    ref_column("asked_by", "employees"),
    text_column("question"),
    text_column("answer"),
    moment_column("asked_at"),
    moment_column("answered_at", null=True),
)
