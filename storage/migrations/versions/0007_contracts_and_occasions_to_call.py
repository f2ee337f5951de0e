"""Contracts, promotions, exhibitions, competitors.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

import storage.types

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NEW_PUSHES = ("contracts", "exhibitions")


def upgrade() -> None:
    _contracts()
    _promotions()
    _exhibitions()
    op.create_index("ix_clients_contract_ends", "clients", ["manager_id", "deleted_at", "contract_ends"])
    # Those who are here already get the new pushes with their next morning.
    for kind in NEW_PUSHES:
        op.execute(
            "INSERT INTO push_schedule (employee_id, kind, next_at) "
            f"SELECT employee_id, '{kind}', next_at FROM push_schedule WHERE kind IN ('call_list', 'plan')"
        )


def _contracts() -> None:
    op.create_table(
        "contracts",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("client_id", Id, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("previous_id", Id, nullable=True),
        sa.Column("agreement", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("number", sa.String(length=60), server_default="", nullable=False),
        sa.Column("signed", sa.Date(), nullable=True),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("open_ended", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("notice_days", sa.Integer(), nullable=True),
        sa.Column("payment_delay", sa.Integer(), nullable=True),
        sa.Column("credit_limit", sa.BigInteger(), nullable=True),
        sa.Column("price_column", sa.Text(), server_default="", nullable=False),
        sa.Column("stage", sa.String(length=32), server_default="draft", nullable=False),
        sa.Column("holder", sa.String(length=32), nullable=True),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("held_since", sa.Date(), nullable=False),
        sa.Column("terms", sa.String(length=32), server_default="none", nullable=False),
        sa.Column("renews", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("said", sa.Integer(), nullable=True),
        sa.Column("lead_said", sa.Integer(), nullable=True),
        sa.Column("lead_said_on", sa.Date(), nullable=True),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_contracts_client_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_contracts_employee_id")),
        sa.ForeignKeyConstraint(["previous_id"], ["contracts.id"], name=op.f("fk_contracts_previous_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_contracts_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contracts")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contracts_client", "contracts", ["client_id", "stage"])
    op.create_index("ix_contracts_stage", "contracts", ["stage", "held_since"])
    op.create_index("ix_contracts_signed", "contracts", ["employee_id", "signed"])
    op.create_index("ix_contracts_previous", "contracts", ["previous_id"])


def _promotions() -> None:
    op.create_table(
        "promotions",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("team_id", Id, nullable=True),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("script", sa.Text(), server_default="", nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("classes", sa.String(length=3), server_default="", nullable=False),
        sa.Column("kinds", sa.String(length=32), server_default="all", nullable=False),
        sa.Column("industries", sa.Text(), server_default="", nullable=False),
        sa.Column("group_name", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_promotions_employee_id")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_promotions_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promotions")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_promotions_ends", "promotions", ["ends"])
    op.create_table(
        "promotion_replies",
        sa.Column("promotion_id", Id, autoincrement=False, nullable=False),
        sa.Column("client_id", Id, autoincrement=False, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reply", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["promotion_id"], ["promotions.id"], name=op.f("fk_promotion_replies_promotion_id")
        ),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_promotion_replies_client_id")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employees.id"], name=op.f("fk_promotion_replies_employee_id")
        ),
        sa.PrimaryKeyConstraint("promotion_id", "client_id", name=op.f("pk_promotion_replies")),
    )


def _exhibitions() -> None:
    op.create_table(
        "exhibitions",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("team_id", Id, nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("place", sa.String(length=100), server_default="", nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("created_at", storage.types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_exhibitions_employee_id")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_exhibitions_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exhibitions")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_exhibitions_ends", "exhibitions", ["ends"])
    op.create_table(
        "exhibition_guests",
        sa.Column("exhibition_id", Id, autoincrement=False, nullable=False),
        sa.Column("client_id", Id, autoincrement=False, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reply", sa.String(length=32), nullable=True),
        sa.Column("people", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibition_id"], ["exhibitions.id"], name=op.f("fk_exhibition_guests_exhibition_id")
        ),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_exhibition_guests_client_id")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employees.id"], name=op.f("fk_exhibition_guests_employee_id")
        ),
        sa.PrimaryKeyConstraint("exhibition_id", "client_id", name=op.f("pk_exhibition_guests")),
    )
    op.create_index("ix_exhibition_guests_client", "exhibition_guests", ["client_id", "reply"])


def downgrade() -> None:
    for kind in (*NEW_PUSHES, "pace"):
        op.execute(f"DELETE FROM push_schedule WHERE kind = '{kind}'")
    op.drop_index("ix_clients_contract_ends", "clients")
    op.drop_table("exhibition_guests")
    op.drop_table("exhibitions")
    op.drop_table("promotion_replies")
    op.drop_table("promotions")
    op.drop_table("contracts")
