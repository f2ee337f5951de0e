"""Leads and offers are read by an index; conversions and the counter are counted of leads, not of steps."""

from datetime import date
from typing import Any

import pytest

from domain.leads import ON_THE_WAY, Stage
from storage import clients, leads, offers
from storage.clients import NewClient
from storage.database import SqliteDatabase, Statement, open_database
from storage.journal import Change, folded
from tests.bases import fresh_database
from tests.office import Office

READ_IN_TURNS: dict[str, Statement] = {
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
    own = ("json_each", "_furthest", "anon_")
    assert [step for step in steps if step.startswith("SCAN") and not any(one in step for one in own)] == []


async def test_a_lead_counts_once_in_each_stage_and_in_all_it_skipped(office: Office) -> None:
    me = await office.actor(await office.hires("Анна"))
    october, november = date(2026, 10, 5), date(2026, 11, 5)
    walks = {
        "Ромашка": [(Stage.CONTACT, october), (Stage.CONTRACT, october), (Stage.FIRST_ORDER, november)],
        "Вектор": [(Stage.CONTACT, november), (Stage.CONTRACT, november), (Stage.CONTACT, november)],
        "Луч": [(Stage.OFFER, october), (Stage.CONTACT, november)],
        "Заря": [(Stage.LOST, november)],
    }
    async with office.work() as work:
        for name, steps in walks.items():
            lead = await clients.add(work.tx, NewClient(me.id, name, work.now, kind="lead"))
            for stage, day in steps:
                await leads.add_step(work.tx, lead, me.id, stage, day=day, at=work.now)
        month = await leads.came_to(work.tx, [me.id], date(2026, 11, 1), date(2026, 11, 30))
        half = await leads.came_to(work.tx, [me.id], date(2026, 6, 1), date(2026, 11, 30))
    found, contact, need, offer, contract, first_order = ON_THE_WAY
    assert month == {me.id: {found: 2, contact: 1, need: 1, offer: 1, contract: 1, first_order: 1}}
    assert half == {me.id: {found: 4, contact: 3, need: 3, offer: 3, contract: 2, first_order: 1}}


def test_a_row_written_twice_is_one_change() -> None:
    first = Change(
        "clients", [1], {"next_day": None, "attempts": 1}, {"next_day": "2026-11-27", "attempts": 0}
    )
    again = Change(
        "clients", [1], {"next_day": "2026-11-27", "stage": None}, {"next_day": "2026-11-30", "stage": "need"}
    )
    added = Change("offers", [5], None, {"state": "open"})
    closed = Change("offers", [5], {"state": "open"}, {"state": "declined"})
    assert folded([first, added, again, closed]) == [
        Change(
            "clients",
            [1],
            {"next_day": None, "attempts": 1, "stage": None},
            {"next_day": "2026-11-30", "attempts": 0, "stage": "need"},
        ),
        Change("offers", [5], None, {"state": "declined"}),
    ]
