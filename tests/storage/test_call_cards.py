"""What a card reads beside the client: bounded, newest first, along an index."""

from datetime import timedelta
from pathlib import Path

import pytest

from domain.outcomes import Outcome
from storage import call_cards
from storage.database import SqliteDatabase, Statement, open_database
from tests.bases import fresh_database
from tests.conversations.test_calls import add_client
from tests.office import Office
from usecases.calls import record_call

READ: dict[str, Statement] = {
    name: getattr(call_cards, name)
    for name in (
        "RECENT",
        "LAST_WORKED",
        "TAKEN",
        "MEMBERS",
        "LEAVE_OUT",
        "PUT_OFF",
        "LAST_POSITION",
        "LAST_KEPT",
    )
}


@pytest.mark.parametrize("name", READ)
def test_no_statement_scans_a_table(name: str, tmp_path: Path) -> None:
    with fresh_database("sqlite", tmp_path) as url:
        base = open_database(url)
        assert isinstance(base, SqliteDatabase)
        plan = base.plan(READ[name])
        blanks = [None] * len(plan.parameters)
        steps = [str(row[3]) for row in base._connection.execute(f"EXPLAIN QUERY PLAN {plan.sql}", blanks)]
        base._connection.close()
    assert [step for step in steps if step.startswith("SCAN") and "json_each" not in step] == []


async def test_only_the_last_sixty_calls_are_looked_at_the_newest_first(office: Office) -> None:
    manager = await office.actor(await office.hires("Анна"))
    client = await add_client(office, manager, "Вектор")
    for number in range(70):
        office.now += timedelta(minutes=1)
        async with office.work() as work:
            await record_call(manager, work, client, Outcome.TALKED if number == 69 else Outcome.BUSY)
    async with office.work() as work:
        found = await call_cards.recent_calls(work.tx, client)
        worked = await call_cards.last_worked(work.tx, manager.id, office.today)
    assert len(found) == 60
    assert found[0].outcome == "talked"
    assert (found[0].hour, found[0].employee_id) == (9, manager.id)
    assert [call.id for call in found] == sorted((call.id for call in found), reverse=True)
    assert worked is not None
    assert worked.id == found[0].id
