"""Contracts, promotions, exhibitions and notes of competitors are read by an index too."""

from typing import Any

import pytest

from storage import competitors, contracts, exhibitions, promotions
from storage.database import SqliteDatabase, Statement, open_database
from tests.bases import fresh_database

READ_IN_TURNS: dict[str, Statement] = {
    "contracts.GET": contracts.GET,
    "contracts.OF_CLIENT": contracts.OF_CLIENT,
    "contracts.NEXT_OF": contracts.NEXT_OF,
    "contracts.ENDS_IN_FORCE": contracts.ENDS_IN_FORCE,
    "contracts.ENDING": contracts.ENDING,
    "contracts.IN_WORK": contracts.IN_WORK,
    "contracts.EXPIRE": contracts.EXPIRE,
    "contracts.SIGNED_IN": contracts.SIGNED_IN,
    "promotions.GET": promotions.GET,
    "promotions.NOT_OVER": promotions.NOT_OVER,
    "promotions.REPLIED": promotions.REPLIED,
    "promotions.COUNTS": promotions.COUNTS,
    "promotions.KINDRED": promotions.KINDRED,
    "promotions.UNTOLD": promotions.UNTOLD,
    "exhibitions.GET": exhibitions.GET,
    "exhibitions.AHEAD": exhibitions.AHEAD,
    "exhibitions.GUESTS": exhibitions.GUESTS,
    "exhibitions.COUNTS": exhibitions.COUNTS,
    "exhibitions.TO_INVITE": exhibitions.TO_INVITE,
    "exhibitions.WAITING": exhibitions.WAITING,
    "competitors.SINCE": competitors.SINCE,
}

# where another index would do as well for a machine, and read the whole company
MUST = {
    "contracts.ENDING": {"clients": "ix_clients_contract_ends", "contracts": "ix_contracts_client"},
    "contracts.SIGNED_IN": {"contracts": "ix_contracts_signed"},
    "competitors.SINCE": {"competitor_notes": "ix_competitor_notes_employee"},
}


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
    assert [step for step in steps if step.startswith("SCAN") and "json_each" not in step] == [], steps
