"""The change of hands at midnight of the absent person's own zone, whatever the clock of the deputy says."""

from datetime import date

import pytest

from domain.actors import Role
from domain.pushes import PushKind
from sandbox.phone import Phone
from storage import pushes as stored
from tests.firm import add_client, place
from tests.office import MOSCOW, Office

TUESDAY, WEDNESDAY, THURSDAY = date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 26)


class Pair:
    """A manager seven hours east of Moscow, and a deputy an hour west of it."""

    def __init__(self, office: Office) -> None:
        self.office = office

    async def gather(self) -> "Pair":
        self.boris = await self.office.hires("Борис", Role.LEAD)
        self.anna = await self.office.hires("Анна", timezone="Asia/Vladivostok")
        self.ira = await self.office.hires("Ира", timezone="Europe/Kaliningrad")
        self.vera = await self.office.hires("Вера", Role.SUPPORT)
        self.a = await self.office.actor(self.anna)
        self.romashka = await add_client(self.office, self.a, "Ромашка")
        await self.boris.says("отпуск Анны 25.11 → Ира")
        await self.boris.taps("Поставить")
        return self

    async def support_accepts(self) -> None:
        """Whatever the hour: news of an order of Anna's."""
        order = await place(self.office, self.a, self.romashka, 5_000_00)
        await self.vera.says("/orders")
        await self.vera.sends_callback(f"support.take:{order}")


@pytest.fixture
async def pair(office: Office) -> Pair:
    return await Pair(office).gather()


def count(phone: Phone, fragment: str) -> int:
    return sum(fragment in message.text for message in phone.from_bot)


async def test_news_go_to_whose_day_it_is_to_the_minute(office: Office, pair: Pair) -> None:
    for day, clock, to_deputy in (
        (TUESDAY, "16:59", False),  # 23:59 on the eve, in Vladivostok
        (TUESDAY, "17:00", True),  # midnight there, 16:00 of the day before at the deputy's
        (WEDNESDAY, "16:59", True),
        (WEDNESDAY, "17:00", False),
    ):
        await office.waits_until(clock, day)
        before = (len(pair.anna.from_bot), len(pair.ira.from_bot))
        await pair.support_accepts()
        after = (len(pair.anna.from_bot), len(pair.ira.from_bot))
        assert (after[0] > before[0], after[1] > before[1]) == (not to_deputy, to_deputy), (day, clock)


async def test_the_morning_list_comes_at_the_hour_of_who_reads_it(office: Office, pair: Pair) -> None:
    async with office.work() as work:
        planned = await stored.planned_of(work.tx, pair.a.id, PushKind.CALL_LIST)
    assert planned is not None
    assert f"{planned.astimezone(MOSCOW):%d %H:%M}" == "24 02:00"  # her own Tuesday, at 09:00 in Vladivostok
    await office.waits_until("02:00", TUESDAY)
    assert count(pair.anna, "Ромашка") == 1
    await office.waits_until("09:59", WEDNESDAY)
    assert count(pair.ira, "👤 За: Анна") == 0 or "Ромашка" not in pair.ira.last.text
    await office.waits_until("10:00", WEDNESDAY)  # 09:00 in Kaliningrad
    assert any(
        message.text.startswith("👤 За: Анна") and "Ромашка" in message.text for message in pair.ira.from_bot
    )
    assert count(pair.anna, "Ромашка") == 1
    await office.waits_until("02:00", THURSDAY)
    assert count(pair.anna, "Ромашка") == 2
