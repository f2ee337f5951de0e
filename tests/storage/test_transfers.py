"""Every column that names one of our people is decided on: it goes along with the client, or it stays, and why."""

from datetime import date

import pytest

import storage.tables  # noqa: F401 - every table is known once it is imported
from storage import transfers
from storage.columns import metadata
from storage.database import SqliteDatabase, open_database
from storage.transfer_moves import MOVES, STATEMENTS
from tests.bases import fresh_database

STAYS = {
    "history: who did it": """
        timeline.employee_id order_events.employee_id order_questions.asked_by stop_events.employee_id audit.employee_id
        shortage_questions.asked_by order_checks.employee_id card_words.employee_id order_changes.employee_id
        order_changes.settled_by order_undos.employee_id order_papers.employee_id order_terms.employee_id
        greetings.employee_id gifts.decided_by approvals.decided_by card_requests.answered_by attachments.employee_id
        lead_answers.employee_id reliability_checks.employee_id transfers.from_id transfers.to_id transfers.by_id
        absences.created_by absences.decided_by alarms.asked_by alarms.decided_by decisions.decided_by
        decisions.delegated_by errand_words.employee_id proposals.decided_by report_steps.employee_id reports.decided_by
        card_looks.employee_id card_looks.owner_id list_looks.employee_id closed_exports.closed_by
    """,
    "figures: who earned them": """
        calls.employee_id day_counters.employee_id day_snapshots.manager_id lead_steps.employee_id earners.employee_id
        competitor_notes.employee_id promotion_replies.employee_id targets.employee_id
    """,
    "their own, whoever has the clients": """
        push_schedule.employee_id pushes_done.employee_id incoming_files.employee_id drafts.employee_id
        week_plans.employee_id birthday_asks.employee_id discount_limits.employee_id remarks.lead_id remarks.employee_id
        preventions.employee_id preventions.owner_id absences.employee_id absences.deputy_id alarms.employee_id
        announcement_readers.employee_id closed_exports.employee_id decision_delegations.deputy_id
        decision_delegations.employee_id decisions.delegated_to digest_places.lead_id reports.employee_id
    """,
    "the new manager was told nothing yet": "occasion_notices.employee_id",
    "who made it, or taught it": """
        invitations.invited_by invitations.used_by imports.employee_id import_names.employee_id import_layouts.employee_id
        payers.employee_id promotions.employee_id exhibitions.employee_id discount_rules.employee_id
        order_exports.employee_id announcements.author_id proposals.author_id
        report_templates.employee_id targets.set_by
    """,
    "the desk's, not the manager's": "orders.accepted_by shortage_requests.answered_by desk_places.employee_id",
}


def naming_people() -> set[str]:
    return {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.c
        if column.name == "manager_id"
        or any(key.column.table.name == "employees" for key in column.foreign_keys)
    }


def test_every_column_is_decided_on() -> None:
    stays = {name for names in STAYS.values() for name in names.split()}
    assert not stays & MOVES.keys()
    assert naming_people() == stays | MOVES.keys()


READ = (
    transfers.CLASSES, transfers.PLACES, transfers.IDS, transfers.PAGE, transfers.OWN_AMONG, transfers.KEY, transfers.GET,
    transfers.LAST, transfers.UNDO, transfers.UNTOUCHED, transfers.EARNER, transfers.FORGET_EARNER, transfers.OPEN_ORDERS,
    transfers.NOTES, transfers.WAITS, transfers.PROMISED, *transfers.COUNTS.values(),
)  # fmt: skip


def test_moving_scans_no_table(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A portion costs what the clients in it have, however large the company is."""
    with fresh_database("sqlite", tmp_path_factory.mktemp("moves")) as url:
        base = open_database(url)
        assert isinstance(base, SqliteDatabase)
        values = {"ids": [1], "from_": 1, "to_": 2, "today": date(2026, 11, 23), "week": date(2026, 11, 16)}
        for statement in (*STATEMENTS, *READ):
            plan = base.plan(statement)
            told = base._connection.execute(f"EXPLAIN QUERY PLAN {plan.sql}", plan.arguments(values))
            scans = [str(step[3]) for step in told if str(step[3]).startswith("SCAN")]
            assert [step for step in scans if "json_each" not in step and "CONSTANT ROW" not in step] == [], (
                plan.sql,
                scans,
            )
        base._connection.close()
