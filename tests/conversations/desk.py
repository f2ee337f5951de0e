"""A manager with a handful of clients and a price list, to whom things happen in one line of words."""

from datetime import date, timedelta
from typing import Any

from sandbox.phone import Phone
from storage import clients, persons
from storage.receivables import NewReceivable
from tests.conversations.rows import snapshot
from tests.conversations.shop import Shop
from tests.office import Office
from usecases.receivables import replace_receivables

OTHERS = ("Вектор", "Заря", "Луч", "Берёзка", "Клён")
LINE = "ромашка взяла 20 кор масла 82,5 по 150, оплатят в пт 120 тыс, набрать через неделю в 15"
FRIDAY, NEXT_MONDAY = date(2026, 11, 27), date(2026, 11, 30)
# what every tap may move, and what a draft leaves of itself
OWN = {"anchors", "drafts", "sent_pushes", "push_schedule"}


def sees(phone: Phone, *fragments: str) -> None:
    """The last message has every fragment, whatever spaces stand in its figures."""
    shown = phone.screen.replace("\u00a0", " ")
    if missing := [fragment for fragment in fragments if fragment not in shown]:
        phone.sees(*missing)


def hears(phone: Phone, *fragments: str) -> None:
    """The same of any message that has come."""
    phone.sees(*fragments, anywhere=True)


async def shop_at_ten(office: Office) -> Shop:
    """Борис leads Анна, and one of sales support is there."""
    found = await Shop(office).open(supports=1)
    await office.waits_until("10:00")
    return found


class Desk(Shop):
    """`clients`: ids by name. Ромашка has a buyer and owes 300 000 ₽."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.clients: dict[str, int] = {}

    async def sit_down(self, *, supports: int = 1, limit: int | None = None) -> "Desk":
        await self.open(supports=supports, limit=limit)
        self.clients = {"Ромашка": self.client}
        for name in OTHERS:
            self.clients[name] = await self.add_client(name)
        async with self.office.work() as work:
            await persons.add(
                work.tx, self.client, "Смирнова Ольга Петровна", role="buyer", phone="+79161112233"
            )
            await clients.reindex(work.tx, self.client)
            today = self.office.today
            due = today - timedelta(days=5)
            owed = {self.client: [NewReceivable("Реализация 1", "", due, due, 300_000_00)]}
            await replace_receivables(work, today, owed)
        return self

    async def types(self, text: str) -> Phone:
        await self.anna.says(text)
        return self.anna

    async def saves(self, text: str) -> Phone:
        await self.types(text)
        await self.anna.taps("Сохранить")
        return self.anna

    async def books(self) -> dict[str, list[Any]]:
        """Every row of the company that a draft may have touched."""
        async with self.office.work() as work:
            found = await snapshot(work.tx)
        return {name: rows for name, rows in found.items() if name not in OWN}
