"""A promise costs three taps or one line; the evening before there is a nudge, and a broken one comes first."""

from datetime import date

import pytest

from sandbox.phone import Phone
from storage import clients, promises, timeline
from storage.clients import NewClient
from storage.receivables import NewReceivable
from tests.office import Office
from usecases.promises import take_promise
from usecases.receivables import replace_receivables

FILE = date(2026, 11, 20)
MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
FRIDAY, NEXT_MONDAY = date(2026, 11, 27), date(2026, 11, 30)
THIN = "\u00a0"
OWED = {"Ромашка": 120_000, "Вега": 30_000, "Гранит": 9_000_000}


class Desk:
    def __init__(self, office: Office, anna: Phone) -> None:
        self.office, self.anna = office, anna
        self.clients: dict[str, int] = {}

    async def sit_down(self) -> "Desk":
        actor = await self.office.actor(self.anna)
        async with self.office.work() as work:
            for at, (name, roubles) in enumerate(OWED.items()):
                id_ = await clients.add(
                    work.tx, NewClient(actor.id, name, work.now, phone=f"+7916123456{at}")
                )
                await clients.reindex(work.tx, id_)
                self.clients[name] = id_
                due = date(2026, 11, 2)
                rows = [NewReceivable(f"Реализация {at}", "", None, due, roubles * 100)]
                await replace_receivables(work, FILE, {id_: rows})
        return self

    async def promise(self, name: str, due: date, roubles: int | None = None) -> int:
        actor = await self.office.actor(self.anna)
        async with self.office.work() as work:
            taken = await take_promise(actor, work, self.clients[name], roubles and roubles * 100, due)
        return taken.promise.id

    async def open_sums(self) -> list[tuple[date, int | None]]:
        async with self.office.work() as work:
            return [(one.due, one.amount) for one in await promises.open_of(work.tx, self.clients.values())]


@pytest.fixture
async def desk(office: Office) -> Desk:
    return await Desk(office, await office.hires("Анна")).sit_down()


async def counted(phone: Phone, *taps: str) -> int:
    for label in taps:
        await phone.taps(label)
    return len(taps)


async def test_three_taps_from_the_alert(office: Office, desk: Desk) -> None:
    await office.waits_until("10:00")
    await desk.anna.taps("Ромашка")
    spent = await counted(desk.anna, "🤝 Обещал", f"Вся просрочка 120{THIN}000{THIN}₽", "послезавтра")
    assert spent <= 3
    assert await desk.open_sums() == [(WEDNESDAY, 12_000_000)]
    desk.anna.sees("Ромашка: обещали", anywhere=True)


async def test_one_typed_line(desk: Desk) -> None:
    await desk.anna.says("ромашка обещала 50 тыс в пятницу")
    await desk.anna.taps("Сохранить")
    assert await desk.open_sums() == [(FRIDAY, 5_000_000)]


async def test_the_evening_before_one_message_names_all(office: Office, desk: Desk) -> None:
    await desk.promise("Ромашка", TUESDAY)
    await desk.promise("Вега", TUESDAY, 10_000)
    await desk.promise("Гранит", FRIDAY)
    await office.waits_until("17:00")
    desk.anna.sees(f"Завтра обещали оплатить: 2 клиента, 130{THIN}000{THIN}₽")
    desk.anna.sees(f"1. Ромашка, 120{THIN}000{THIN}₽", f"2. Вега, 10{THIN}000{THIN}₽", "Напомните сегодня")
    desk.anna.does_not_see("Гранит")
    await desk.anna.taps("Напомнил")
    desk.anna.sees(f"1. Ромашка, 120{THIN}000{THIN}₽ — напомнили")
    assert desk.anna.buttons[:2] == ["📞 Ромашка", "Перенести"]
    async with office.work() as work:
        events = await timeline.of_client(work.tx, desk.clients["Ромашка"], 1)
    assert events[0].facts["text"] == "Напомнил об обещанной оплате"
    await desk.anna.taps("Напомнил")
    desk.anna.sees("Всем напомнили. Проверю оплату после обещанного дня.")
    await desk.anna.taps("Перенести")
    desk.anna.sees("На какой день перенести?")
    assert not [one for one in desk.anna.buttons if one.startswith("завтра")], "that is the day it has"
    await desk.anna.taps("пн, 30.11")
    assert (NEXT_MONDAY, 12_000_000) in await desk.open_sums()


async def test_days_off_are_spoken_of_on_friday_and_nothing_is_said_without_promises(
    office: Office, desk: Desk
) -> None:
    await office.waits_until("17:00")
    desk.anna.does_not_see("обещали оплатить:", anywhere=True)
    await desk.promise("Ромашка", date(2026, 11, 28))
    await desk.promise("Вега", NEXT_MONDAY)
    for day in (TUESDAY, WEDNESDAY, date(2026, 11, 26)):
        await office.waits_until("17:00", day)
    desk.anna.does_not_see("обещали оплатить:", anywhere=True)
    await office.waits_until("17:00", FRIDAY)
    desk.anna.sees("До следующего рабочего дня обещали оплатить: 2 клиента", "сб, 28 ноября", "пн, 30 ноября")


async def test_an_old_nudge_answers_for_a_promise_that_is_over(office: Office, desk: Desk) -> None:
    promise = await desk.promise("Ромашка", TUESDAY)
    await office.waits_until("17:00")
    nudge = desk.anna.last
    async with office.work() as work:
        await replace_receivables(work, MONDAY, {desk.clients["Ромашка"]: []})
        found = await promises.find(work.tx, promise)
    assert found is not None
    assert found.state == "kept"
    await desk.anna.taps_old(nudge, "Напомнил")
    assert desk.anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."


async def test_a_broken_word_tops_tomorrows_list_until_somebody_calls(office: Office, desk: Desk) -> None:
    """Гранит owes a hundred times as much for as long: it comes second."""
    await desk.promise("Вега", MONDAY, 10_000)
    await office.waits_until("10:00", TUESDAY)
    await desk.anna.says("/calls")
    lines = [line for line in desk.anna.screen.splitlines() if "Вега" in line or "Гранит" in line]
    assert "Вега" in lines[0], desk.anna.screen
    assert "обещание не сдержано" in lines[0]


async def test_reliability_stands_on_the_card(office: Office, desk: Desk) -> None:
    await desk.promise("Ромашка", MONDAY, 1_000)
    await office.waits_until("10:00", TUESDAY)
    await desk.anna.says("/debts")
    await desk.anna.taps("Ромашка · 120 т.р.")
    desk.anna.sees("держит слово 0 из 1", "Обещание не сдержано")
