"""Every table. Money is whole kopecks, moments are UTC, days are the owner's local days, quantities are exact.

Facts that the morning list reads (next contact, debt, last order) stand on the client's own row, written by the turn
that changes them, so that a list never joins or sums (ADR 0004).
"""

from datetime import datetime

import sqlalchemy as sa

from storage.types import Instant, Json, Quantity

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Kopecks = sa.BigInteger
FALSE, ZERO = sa.text("false"), sa.text("0")


def _id() -> sa.Column[int]:
    return sa.Column("id", Id, primary_key=True, autoincrement=True)


def _ref(name: str, target: str, *, null: bool = False, index: bool = False) -> sa.Column[int]:
    return sa.Column(name, Id, sa.ForeignKey(f"{target}.id"), nullable=null, index=index)


def _code(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(32), nullable=null, server_default=default)


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null, server_default=None if null else "")


def _moment(name: str, *, null: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, Instant(), nullable=null)


def _money(name: str) -> sa.Column[int]:
    return sa.Column(name, Kopecks, nullable=False, server_default=ZERO)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default=ZERO)


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
    _id(),
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
    _id(),
    _ref("employee_id", "employees"),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("file_id", sa.String(200), nullable=False),
    _text("name"),
    _text("caption"),
    _moment("created_at"),
    _moment("taken_until", null=True),
)

# --- our people -----------------------------------------------------------------------------------------------------

teams = sa.Table("teams", metadata, _id(), sa.Column("name", sa.String(100), nullable=False))

employees = sa.Table(
    "employees",
    metadata,
    _id(),
    sa.Column("telegram_id", sa.BigInteger, unique=True),
    sa.Column("name", sa.String(100), nullable=False),
    _code("role"),
    _ref("team_id", "teams", null=True, index=True),
    sa.Column("language", sa.String(2), nullable=False, server_default="ru"),
    sa.Column("timezone", sa.String(50), nullable=False),
    sa.Column("settings", Json),
    _moment("created_at"),
    _moment("dismissed_at", null=True),
    _moment("unreachable_at", null=True),
)

invitations = sa.Table(
    "invitations",
    metadata,
    sa.Column("code", sa.String(40), primary_key=True),
    _code("role"),
    _ref("team_id", "teams", null=True),
    _ref("invited_by", "employees"),
    _moment("expires_at"),
    _ref("used_by", "employees", null=True),
)

audit = sa.Table(
    "audit",
    metadata,
    _id(),
    _moment("at"),
    _ref("employee_id", "employees", index=True),
    _code("action"),
    sa.Column("facts", Json),
)

# --- clients and their people ----------------------------------------------------------------------------------------

clients = sa.Table(
    "clients",
    metadata,
    _id(),
    _ref("manager_id", "employees"),
    sa.Column("name", sa.String(200), nullable=False),
    _text("legal_name"),
    sa.Column("tax_number", sa.String(12)),
    _code("kind", default="client"),
    sa.Column("client_class", sa.String(1), nullable=False, server_default="C"),
    sa.Column("phone", sa.String(20)),
    _text("address"),
    _text("industry"),
    sa.Column("timezone", sa.String(50)),
    sa.Column("credit_limit", Kopecks),
    sa.Column("payment_delay", sa.Integer),
    _text("price_column"),
    sa.Column("stopped", sa.Boolean, nullable=False, server_default=FALSE),
    sa.Column("excluded", sa.Boolean, nullable=False, server_default=FALSE),
    _text("note"),
    _moment("created_at"),
    _moment("deleted_at", null=True),
    # what the lists read, kept by the turns that change it
    _moment("next_at", null=True),
    sa.Column("next_day", sa.Date),
    _code("next_kind", null=True),
    _code("next_reason", null=True),
    sa.Column("next_person_id", Id),
    sa.Column("hidden_until", sa.Date),
    _count("attempts"),
    sa.Column("last_contact_day", sa.Date),
    sa.Column("last_order_day", sa.Date),
    sa.Column("order_gap", sa.Integer),
    _money("debt"),
    _money("overdue"),
    sa.Column("overdue_since", sa.Date),
    _money("advance"),
    sa.Column("debt_as_of", sa.Date),
    sa.Column("promise_due", sa.Date),
    sa.Column("promise_broken_day", sa.Date),
    _count("promises_kept"),
    _count("promises_judged"),
    _count("open_claims"),
    sa.Column("debt_quiet_until", sa.Date),
    sa.Column("debt_lead_day", sa.Date),
    sa.Index("ix_clients_manager", "manager_id", "deleted_at"),
    sa.Index("ix_clients_name", "deleted_at", "name", "id"),
    sa.Index("ix_clients_tax_number", "tax_number"),
    sa.Index("ix_clients_next_day", "manager_id", "next_day"),
    sa.Index("ix_clients_overdue", "manager_id", "overdue"),
    sa.Index("ix_clients_last_contact", "manager_id", "last_contact_day"),
)

client_grams = sa.Table(
    "client_grams",
    metadata,
    sa.Column("gram", sa.String(3), primary_key=True),
    sa.Column("manager_id", Id, primary_key=True, autoincrement=False),
    sa.Column("client_id", Id, sa.ForeignKey("clients.id"), primary_key=True, autoincrement=False),
    sa.Index("ix_client_grams_client", "client_id"),
)

persons = sa.Table(
    "persons",
    metadata,
    _id(),
    _ref("client_id", "clients"),
    sa.Column("name", sa.String(200), nullable=False),
    _text("role"),
    sa.Column("phone", sa.String(20)),
    sa.Column("email", sa.String(200)),
    sa.Column("telegram_id", sa.BigInteger),
    _code("gender", null=True),
    sa.Column("familiar", sa.Boolean, nullable=False, server_default=FALSE),
    sa.Column("birth_day", sa.SmallInteger),
    sa.Column("birth_month", sa.SmallInteger),
    sa.Column("birth_year", sa.SmallInteger),
    sa.Column("bad_number", sa.Boolean, nullable=False, server_default=FALSE),
    _moment("deleted_at", null=True),
    # by the client first: birthdays are looked for among the people of a manager's clients, never of the whole base
    sa.Index("ix_persons_birth", "client_id", "birth_month", "birth_day"),
)

timeline = sa.Table(
    "timeline",
    metadata,
    _id(),
    _ref("client_id", "clients"),
    _ref("employee_id", "employees"),
    _moment("at"),
    _code("kind"),
    sa.Column("facts", Json),
    sa.Index("ix_timeline_client", "client_id", "at"),
)

greetings = sa.Table(
    "greetings",
    metadata,
    sa.Column("person_id", Id, sa.ForeignKey("persons.id"), primary_key=True, autoincrement=False),
    sa.Column("occasion", sa.String(32), primary_key=True),
    sa.Column("year", sa.SmallInteger, primary_key=True),
    sa.Column("variant", sa.String(64)),
    _code("way", null=True),
    _moment("done_at", null=True),
    _ref("employee_id", "employees", null=True),
)

# --- calls --------------------------------------------------------------------------------------------------------

calls = sa.Table(
    "calls",
    metadata,
    _id(),
    _ref("client_id", "clients"),
    _ref("person_id", "persons", null=True),
    _ref("employee_id", "employees"),
    _moment("at"),
    sa.Column("day", sa.Date, nullable=False),
    _code("outcome"),
    _code("reason", null=True),
    _text("note"),
    sa.Index("ix_calls_employee_day", "employee_id", "day"),
    sa.Index("ix_calls_client", "client_id", "at"),
)

call_list = sa.Table(
    "call_list",
    metadata,
    _id(),
    _ref("employee_id", "employees"),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    _ref("client_id", "clients"),
    _ref("person_id", "persons", null=True),
    sa.Column("reasons", Json, nullable=False),
    sa.Column("pinned_at", Instant),
    _code("state", default="waiting"),
    sa.UniqueConstraint("employee_id", "day", "client_id"),
    sa.Index("ix_call_list_next", "employee_id", "day", "state", "position"),
)

day_counters = sa.Table(
    "day_counters",
    metadata,
    sa.Column("employee_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    sa.Column("day", sa.Date, primary_key=True),
    _count("calls"),
    _count("reached"),
    _count("phone_offers"),
    _count("email_offers"),
    _count("orders"),
    _money("order_sum"),
    _count("promises"),
    _money("promise_sum"),
    _count("meetings"),
    _count("greetings"),
    _count("new_clients"),
)

day_snapshots = sa.Table(
    "day_snapshots",
    metadata,
    sa.Column("manager_id", Id, sa.ForeignKey("employees.id"), primary_key=True, autoincrement=False),
    sa.Column("day", sa.Date, primary_key=True),
    _money("debt"),
    _money("overdue"),
)

remarks = sa.Table(
    "remarks",
    metadata,
    _id(),
    _ref("lead_id", "employees"),
    _ref("employee_id", "employees"),
    _code("kind"),
    _code("topic"),
    sa.Column("ref_id", Id, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("facts", Json, nullable=False),
    _moment("at"),
    _text("answer"),
    _moment("answered_at", null=True),
    sa.UniqueConstraint("lead_id", "day", "kind", "topic", "ref_id"),
)

visits = sa.Table(
    "visits",
    metadata,
    _id(),
    _ref("client_id", "clients"),
    _ref("employee_id", "employees"),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("at", Instant),
    _text("place"),
    _moment("done_at", null=True),
    sa.Index("ix_visits_employee_day", "employee_id", "day"),
)

claims = sa.Table(
    "claims",
    metadata,
    _id(),
    _ref("client_id", "clients", index=True),
    _ref("employee_id", "employees"),
    _code("kind"),
    _text("text"),
    _moment("created_at"),
    sa.Column("due", sa.Date, nullable=False),
    _moment("closed_at", null=True),
    sa.Index("ix_claims_employee_open", "employee_id", "closed_at"),
)

# --- goods and orders -------------------------------------------------------------------------------------------

products = sa.Table(
    "products",
    metadata,
    _id(),
    sa.Column("code", sa.String(50), unique=True, nullable=False),
    sa.Column("name", sa.String(300), nullable=False, index=True),
    sa.Column("group_name", sa.String(100), nullable=False, server_default="", index=True),
    sa.Column("unit", sa.String(20), nullable=False, server_default="pcs"),
    sa.Column("pack_size", Quantity),
    sa.Column("stock", Quantity),
    sa.Column("prices", Json, nullable=False),
    _moment("deleted_at", null=True),
)

product_grams = sa.Table(
    "product_grams",
    metadata,
    sa.Column("gram", sa.String(3), primary_key=True),
    sa.Column("product_id", Id, sa.ForeignKey("products.id"), primary_key=True, autoincrement=False),
    sa.Index("ix_product_grams_product", "product_id"),
)

orders = sa.Table(
    "orders",
    metadata,
    _id(),
    _ref("client_id", "clients"),
    _ref("employee_id", "employees"),
    _code("status", default="draft"),
    sa.Column("delivery", sa.Date),
    _text("comment"),
    _money("total"),
    _text("hold"),
    sa.Column("entered_number", sa.String(40)),
    _ref("accepted_by", "employees", null=True),
    _moment("created_at"),
    _moment("handed_at", null=True),
    sa.Column("day", sa.Date),
    sa.Column("doubts", Json),
    sa.Index("ix_orders_client", "client_id", "status", "day"),
    sa.Index("ix_orders_employee", "employee_id", "status"),
    sa.Index("ix_orders_employee_day", "employee_id", "day"),
    sa.Index("ix_orders_status", "status", "handed_at"),
)

order_lines = sa.Table(
    "order_lines",
    metadata,
    _id(),
    _ref("order_id", "orders", index=True),
    _ref("product_id", "products"),
    sa.Column("quantity", Quantity, nullable=False),
    sa.Column("unit", sa.String(20), nullable=False),
    sa.Column("price", Kopecks),
    sa.Column("discount", Quantity, nullable=False, server_default=ZERO),
    sa.UniqueConstraint("order_id", "product_id"),
)

order_events = sa.Table(
    "order_events",
    metadata,
    _id(),
    _ref("order_id", "orders", index=True),
    _ref("employee_id", "employees"),
    _moment("at"),
    _code("step"),
    _text("note"),
)

order_questions = sa.Table(
    "order_questions",
    metadata,
    _id(),
    _ref("order_id", "orders", index=True),
    _ref("asked_by", "employees"),
    _text("question"),
    _text("answer"),
    _moment("asked_at"),
    _moment("answered_at", null=True),
)

# --- money owed ---------------------------------------------------------------------------------------------------

receivables = sa.Table(
    "receivables",
    metadata,
    _id(),
    _ref("client_id", "clients", index=True),
    sa.Column("document", sa.String(300), nullable=False),
    sa.Column("contract", sa.String(300), nullable=False, server_default=""),
    sa.Column("document_day", sa.Date),
    sa.Column("due", sa.Date),
    _money("amount"),
    _money("advance"),
    _text("dispute"),
    sa.Column("disputed_on", sa.Date),
    sa.UniqueConstraint("client_id", "document", "contract"),
)

promises = sa.Table(
    "promises",
    metadata,
    _id(),
    _ref("client_id", "clients", index=True),
    _ref("employee_id", "employees"),
    sa.Column("due", sa.Date, nullable=False),
    sa.Column("amount", Kopecks),
    _money("debt_before"),
    _money("paid"),
    _code("state", default="open"),
    _moment("created_at"),
    _moment("judged_at", null=True),
    sa.Column("judged_as_of", sa.Date),
    sa.Index("ix_promises_open", "state", "due"),
    sa.Index("ix_promises_employee", "employee_id", "state", "due"),
)

imports = sa.Table(
    "imports",
    metadata,
    _id(),
    _ref("employee_id", "employees", null=True),
    _code("kind"),
    sa.Column("file_name", sa.String(300), nullable=False),
    sa.Column("as_of", sa.Date),
    sa.Column("plan", Json, nullable=False),
    sa.Column("undo", Json),
    _code("state", default="preview"),
    _moment("created_at"),
    _moment("applied_at", null=True),
    sa.Index("ix_imports_employee", "employee_id", "id"),
    sa.Index("ix_imports_kind", "kind", "state", "applied_at"),
)
