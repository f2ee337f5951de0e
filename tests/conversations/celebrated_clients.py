"""A client with somebody to congratulate, and whatever else a morning has to know of it."""

from datetime import date, timedelta
from typing import Any

from sandbox.phone import Phone
from storage import clients, persons
from storage.clients import NewClient
from tests.office import Office, number_of

Birth = tuple[int, int, int | None]


async def lay_client(
    office: Office,
    manager: Phone,
    name: str,
    person: str = "",
    birth: Birth | None = None,
    *,
    role: str = "buyer",
    vip: bool | None = None,
    **facts: Any,
) -> tuple[int, int]:
    """(client, person); spoken with yesterday unless `facts` of the client's row say otherwise, and known for a year."""
    actor = await office.actor(manager)
    facts = {"last_contact_day": office.today - timedelta(days=1), **facts}
    async with office.work() as work:
        known = work.now - timedelta(days=365)
        client = await clients.add(work.tx, NewClient(actor.id, name, known, phone=number_of(name)))
        person_id = 0
        if person:
            person_id = await persons.add(
                work.tx, client, person, role=role, phone=number_of(person), birth=birth
            )
            await work.tx.run(persons.patch("vip"), id_=person_id, vip=vip)
        await clients.reindex(work.tx, client)
        await work.tx.run(clients.patch(*facts), id_=client, **facts)
    return client, person_id


def owes(since: date, amount: int = 34_000_000) -> dict[str, Any]:
    """Overdue kopecks, as the client's row has them."""
    return {"debt": amount, "overdue": amount, "overdue_since": since, "debt_as_of": since}
