"""Visits, plans and reminders are read by an index each; a reminder is taken once."""

from datetime import timedelta
from typing import Any

import pytest

from domain.reminders import ReminderKind
from storage import reminders, visits, week, week_plan
from storage.database import SqliteDatabase, Statement, open_database
from tests.bases import fresh_database
from tests.office import Office

READ_IN_TURNS: dict[str, Statement] = {
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
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with fresh_database("sqlite", tmp_path_factory.mktemp("week")) as url:
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
    assert [step for step in scans if "INDEX" not in step] == [], steps


async def test_one_reminder_of_a_kind_and_it_is_said_once(office: Office) -> None:
    me = await office.actor(await office.hires("Анна"))
    async with office.work() as work:
        for hours in (3, 1):
            at = work.now + timedelta(hours=hours)
            await reminders.put(work.tx, me.id, ReminderKind.VISIT_BRIEF, 7, at)
        assert await reminders.find_due(work.tx, work.now) is None
        due = await reminders.find_due(work.tx, work.now + timedelta(hours=1))
        assert due is not None
        assert (due.ref_id, due.due, due.tries) == (7, work.now + timedelta(hours=1), 0)
        await reminders.try_again(work.tx, due.id, work.now + timedelta(hours=2))
        again = await reminders.find_due(work.tx, work.now + timedelta(hours=2))
        assert again is not None
        assert (again.due, again.tries) == (due.due, 1)
        await reminders.done(work.tx, again.id)
        assert await reminders.find_due(work.tx, work.now + timedelta(days=9)) is None
