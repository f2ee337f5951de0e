"""Lists are read by an index: a statement that scans a table would grow with the whole base."""

from typing import Any

import pytest

from storage import (
    attachments,
    calls,
    clients,
    counters,
    drafts,
    naming,
    next_steps,
    occasions,
    orders,
    outbox,
    persons,
    products,
    pushes,
    timeline,
)
from storage.database import SqliteDatabase, Statement, open_database
from tests.bases import fresh_database

READ_IN_TURNS: dict[str, Statement] = {
    "clients.GET": clients.GET,
    "clients.BY_IDS": clients.BY_IDS,
    "clients.NAMES": clients.NAMES,
    "clients.BY_GRAMS": clients.BY_GRAMS,
    "clients.BY_TAX_NUMBER": clients.BY_TAX_NUMBER,
    "persons.GET": persons.GET,
    "persons.OF_CLIENT": persons.OF_CLIENT,
    "persons.OF_CLIENTS": persons.OF_CLIENTS,
    "attachments.GET": attachments.GET,
    "attachments.OF_ALBUM": attachments.OF_ALBUM,
    "attachments.CALLED_LAST": attachments.CALLED_LAST,
    "calls.BY_TOUCH": calls.BY_TOUCH,
    "calls.BY_NEXT": calls.BY_NEXT,
    "calls.BY_DEBT": calls.BY_DEBT,
    "calls.BY_NEED": calls.BY_NEED,
    "calls.LEFT_LINES": calls.LEFT_LINES,
    "calls.SHARED_LINES": calls.SHARED_LINES,
    "calls.LYING": calls.LYING,
    "calls.DUE_NOW": calls.DUE_NOW,
    "calls.LATER_TODAY": calls.LATER_TODAY,
    "calls.OFFERS_TO_SEND": calls.OFFERS_TO_SEND,
    "calls.NEXT_WAITING": calls.NEXT_WAITING,
    "calls.LAST_CALL": calls.LAST_CALL,
    "calls.CLAIMS_SINCE": calls.CLAIMS_SINCE,
    "counters.OF_TEAM": counters.OF_TEAM,
    "drafts.GET": drafts.GET,
    "drafts.FORGET_UNDO": drafts.FORGET_UNDO,
    "naming.CLIENTS_BY_TERMS": naming.CLIENTS_BY_TERMS,
    "naming.CLIENTS_AMONG": naming.CLIENTS_AMONG,
    "naming.PRODUCTS_BY_TERMS": naming.PRODUCTS_BY_TERMS,
    "naming.PRODUCTS_AMONG": naming.PRODUCTS_AMONG,
    "occasions.BORN_ON": occasions.BORN_ON,
    "next_steps.COUNT": next_steps.COUNT,
    "next_steps.PORTION": next_steps.PORTION,
    "next_steps.BUSY": next_steps.BUSY,
    "next_steps.LISTED": next_steps.LISTED,
    "next_steps.GET": next_steps.GET,
    "next_steps.LAST": next_steps.LAST,
    "orders.LAST_OF_CLIENT": orders.LAST_OF_CLIENT,
    "orders.ORDER_DAYS": orders.ORDER_DAYS,
    "outbox.DELIVERED": outbox.DELIVERED,
    "products.BY_IDS": products.BY_IDS,
    "products.ON_SALE": products.ON_SALE,
    "products.BY_GRAMS": products.BY_GRAMS,
    "pushes.DUE": pushes.DUE,
    "timeline.OF_CLIENT": timeline.OF_CLIENT,
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
    scans = [step for step in steps if step.startswith("SCAN") and "json_each" not in step]
    assert scans == [] or all("INDEX" in step and name == "pushes.DUE" for step in scans), steps
