"""Lists are read by an index: a statement that scans a table would grow with the whole base."""

from typing import Any

import pytest

from storage import (
    attachments,
    calls,
    clients,
    competitors,
    contracts,
    counters,
    drafts,
    exhibitions,
    leads,
    naming,
    next_steps,
    occasions,
    offers,
    orders,
    outbox,
    persons,
    products,
    promotions,
    pushes,
    reminders,
    timeline,
    visits,
    week,
    week_plan,
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
    "leads.STANDING": leads.STANDING,
    "leads.FOUND": leads.FOUND,
    "leads.IN_STAGE": leads.IN_STAGE,
    "leads.CAME": leads.CAME,
    "leads.KEEPERS": leads.KEEPERS,
    "leads.LOST_WHY": leads.LOST_WHY,
    "leads.ANSWERS": leads.ANSWERS,
    "leads.CHECKED": leads.CHECKED,
    "offers.GET": offers.GET,
    "offers.OF_CLIENT": offers.OF_CLIENT,
    "offers.DUE_OF_CLIENT": offers.DUE_OF_CLIENT,
    "offers.WAITING": offers.WAITING,
    "offers.COUNTS": offers.COUNTS,
    "visits.OWN": visits.OWN,
    "visits.OPEN": visits.OPEN,
    "visits.STOPS": visits.STOPS,
    "visits.TRAININGS": visits.TRAININGS,
    "visits.TRAININGS_OF_CLIENT": visits.TRAININGS_OF_CLIENT,
    "visits.LAST_VISITS": visits.LAST_VISITS,
    "visits.PHOTOS": visits.PHOTOS,
    "week.VISITS": week.VISITS,
    "week.CONTACTS": week.CONTACTS,
    "week_plan.OF_WEEK": week_plan.OF_WEEK,
    "week_plan.OF_WEEK_ALL": week_plan.OF_WEEK_ALL,
    "week_plan.ITEMS": week_plan.ITEMS,
    "week_plan.KEYS": week_plan.KEYS,
    "week_plan.CALLED": week_plan.CALLED,
    "week_plan.VISITED": week_plan.VISITED,
    "week_plan.PLANNED_FOR": week_plan.PLANNED_FOR,
    "week_plan.BY_TOUCH": week_plan.BY_TOUCH,
    "week_plan.BY_DEBT": week_plan.BY_DEBT,
    "week_plan.BY_DATES": week_plan.BY_DATES,
    "week_plan.MOVE": week_plan.MOVE,
    "reminders.DUE": reminders.DUE,
    "reminders.FORGET": reminders.FORGET,
    "week_plan.MOVE_VISIT": week_plan.MOVE_VISIT,
    "week_plan.REMOVE_VISIT": week_plan.REMOVE_VISIT,
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


# read whole along their index, since what comes first is taken first
ORDERED = {"pushes.DUE", "reminders.DUE"}
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
