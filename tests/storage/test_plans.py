"""Lists are read by an index: a statement that scans a table would grow with the whole base."""

from typing import Any

import pytest

from storage.database import SqliteDatabase, open_database
from tests.bases import fresh_database
from tests.storage.turn_statements import READ_IN_TURNS

# where another index would do as well for a machine, and read the whole company
MUST = {
    "looks.CARD": {"card_looks": "sqlite_autoindex_card_looks_1"},
    "looks.OF_DAY": {"card_looks": "sqlite_autoindex_card_looks_1"},
    "looks.OF_CLIENT": {"card_looks": "ix_card_looks_client_id"},
    "audit.OF_EXPORTS": {"audit": "ix_audit_employee_at"},
    "audit.OF_CHANGES": {"audit": "ix_audit_employee_at"},
    "audit.STANDING_IN": {"timeline": "ix_timeline_client"},
    "completeness.AVERAGES": {"clients": "ix_clients_completeness"},
    "completeness.POOREST": {"clients": "ix_clients_completeness"},
    "occasions.TOLD_SINCE": {"occasion_notices": "ix_occasion_notices_told_on"},
    "occasions.FORGET_NOTICES": {"occasion_notices": "ix_occasion_notices_client_id"},
    "order_talk.RECENT_WITH": {"orders": "ix_orders_status"},
    "contracts.ENDING": {"clients": "ix_clients_contract_ends", "contracts": "ix_contracts_client"},
    "contracts.SIGNED_IN": {"contracts": "ix_contracts_signed"},
    "competitors.SINCE": {"competitor_notes": "ix_competitor_notes_employee"},
    "stops.LATE": {"clients": "ix_clients_overdue", "stops": "ix_stops_client"},
    "stops.EVERY": {"stops": "ix_stops_closed"},
    "stops.OF_TERMS": {"orders": "ix_orders_client"},
    "stops.PAID_AT": {"orders": "ix_orders_client"},
    "shortages.LOST": {"shortages": "ix_shortages_state"},
    "shortages.OF_CLIENTS": {"shortages": "ix_shortages_client"},
    "claims.OPEN_OF_CLIENTS": {"claims": "ix_claims_client_id"},
    "order_exports.FRESH": {"orders": "ix_orders_status"},
    "order_exports.FRESH_OF": {"orders": "ix_orders_employee"},
    "decisions.OF_PEOPLE": {"decisions": "ix_decisions_employee"},
    "decisions.DECIDED": {"decisions": "ix_decisions_employee"},
    "decisions.LENT_TO": {"decisions": "ix_decisions_delegated"},
    "errands.LATE": {"errands": "ix_errands_doer"},
    "errands.OF_CLIENTS": {"errands": "ix_errands_doer"},
    "calls.BY_ERRAND": {"errands": "ix_errands_doer"},
    "order_exports.OF_DAY": {"orders": "ix_orders_employee_day"},
}


# read whole along their index, since what comes first is taken first
ORDERED = {"pushes.DUE", "reminders.DUE", "import_memory.LAYOUTS"}
# what a statement makes itself, from rows that were found
OWN = ("json_each", "_furthest", "anon_")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with fresh_database("sqlite", tmp_path_factory.mktemp("plans")) as url:
        opened = open_database(url)
        assert isinstance(opened, SqliteDatabase)
        yield opened
        opened._connection.close()


@pytest.mark.parametrize("name", READ_IN_TURNS)
def test_no_statement_of_a_turn_scans_a_table(base: SqliteDatabase, name: str) -> None:
    plan = base.plan(READ_IN_TURNS[name])
    blanks = [None] * len(plan.parameters)
    steps = [str(row[3]) for row in base._connection.execute(f"EXPLAIN QUERY PLAN {plan.sql}", blanks)]
    for table, index in MUST.get(name, {}).items():
        assert any(step.startswith(f"SEARCH {table} USING") and index in step for step in steps), steps
    scans = [step for step in steps if step.startswith("SCAN") and not any(one in step for one in OWN)]
    assert scans == [] or all("INDEX" in step and name in ORDERED for step in scans), steps
