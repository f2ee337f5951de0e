"""Reports are read by an index too."""

from typing import Any

import pytest

from storage import reports
from storage.database import SqliteDatabase, Statement, open_database
from tests.bases import fresh_database

# by its table the index that has to be taken; none where a row is found by its own number
READ: dict[str, tuple[Statement, dict[str, str]]] = {
    "GET": (reports.GET, {}),
    "OF_MONTH": (reports.OF_MONTH, {"reports": "sqlite_autoindex_reports"}),
    "OF_PERSON": (reports.OF_PERSON, {"reports": "sqlite_autoindex_reports"}),
    "BETWEEN": (reports.BETWEEN, {"reports": "sqlite_autoindex_reports"}),
    "STEPS": (reports.STEPS, {"report_steps": "ix_report_steps_report_id"}),
    "BEST": (reports.BEST, {"orders": "ix_orders_employee_day"}),
    "SIGNED_BY": (reports.SIGNED_BY, {"contracts": "ix_contracts_signed"}),
    "PROMISED": (reports.PROMISED, {"promises": "ix_promises_employee"}),
    "CLAIMED": (reports.CLAIMED, {"claims": "ix_claims_employee_at"}),
    "RIVALS": (reports.RIVALS, {"competitor_notes": "ix_competitor_notes_employee"}),
    "LOST": (reports.LOST, {}),
    "VISITED": (reports.VISITED, {"visits": "ix_visits_employee_day"}),
    "COLLECTED": (reports.COLLECTED, {"ledger": "ix_ledger_client"}),
    "RHYTHMIC": (reports.RHYTHMIC, {}),
    "CLIENTS": (reports.CLIENTS, {}),
    "PRAISES": (reports.PRAISES, {"remarks": "ix_remarks_employee"}),
    "HIRED": (reports.HIRED, {}),
    "PAID": (reports.PAID, {"ledger": "ix_ledger_client"}),
    "HANDED_OVER": (reports.HANDED_OVER, {"transfers": "ix_transfers_to"}),
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with fresh_database("sqlite", tmp_path_factory.mktemp("report_plans")) as url:
        opened = open_database(url)
        assert isinstance(opened, SqliteDatabase)
        yield opened
        opened._connection.close()


@pytest.mark.parametrize("name", READ)
def test_it_is_read_by_an_index(base: SqliteDatabase, name: str) -> None:
    statement, wanted = READ[name]
    plan = base.plan(statement)
    blanks = [None] * len(plan.parameters)
    steps = [str(row[3]) for row in base._connection.execute(f"EXPLAIN QUERY PLAN {plan.sql}", blanks)]
    # what was gathered of one person's orders is gone over as a whole
    whole = ("json_each", "anon_")
    assert not [
        step for step in steps if step.startswith("SCAN") and not any(one in step for one in whole)
    ], steps
    for table, index in wanted.items():
        assert any(step.startswith(f"SEARCH {table} USING") and index in step for step in steps), steps
