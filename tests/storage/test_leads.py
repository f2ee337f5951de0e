"""Conversions and the counter are counted of leads, not of steps; two changes of one row fold into one."""

from datetime import date

from domain.leads import ON_THE_WAY, Stage
from storage import clients, leads
from storage.clients import NewClient
from storage.journal import Change, folded
from tests.office import Office


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
