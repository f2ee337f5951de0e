"""Offers made by phone and in writing: who waits for an answer, whom to ask when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from storage.database import Transaction, one_of
from storage.lead_tables import offers
from storage.tables import clients

OPEN = "open"


@dataclass(frozen=True, slots=True)
class Offer:
    """`amount` in kopecks. `follow_day` is when to ask next, None once it is closed; `follow_ups` talks had no answer."""

    id: int
    client_id: int
    employee_id: int
    day: date
    channel: str
    text: str
    amount: int | None
    state: str
    reason: str | None
    follow_day: date | None
    follow_ups: int
    closed_day: date | None
    client: str
    is_lead: bool


COLUMNS = [column for column in offers.c if column.name != "at"]
FIELDS = (
    "client_id", "employee_id", "day", "channel", "text", "amount", "follow_day", "at",
)  # fmt: skip
ADD = sa.insert(offers).values({name: sa.bindparam(name) for name in FIELDS}).returning(offers.c.id)
_WITH_CLIENT = (
    sa.select(*COLUMNS, clients.c.name, clients.c.kind == "lead")
    .join(clients, clients.c.id == offers.c.client_id)
    .where(clients.c.deleted_at.is_(None), one_of(clients.c.manager_id, "managers"))
)
GET = _WITH_CLIENT.where(offers.c.id == sa.bindparam("id_"))
LOCK = GET.with_for_update(of=offers)
OF_CLIENT = (
    _WITH_CLIENT.where(offers.c.client_id == sa.bindparam("client"))
    .order_by(offers.c.state != OPEN, offers.c.day.desc(), offers.c.id.desc())
    .limit(sa.bindparam("n"))
)
DUE_OF_CLIENT = sa.select(offers.c.id, offers.c.follow_ups).where(
    offers.c.client_id == sa.bindparam("client"),
    offers.c.state == OPEN,
    offers.c.follow_day <= sa.bindparam("day"),
)
WAITING = (
    _WITH_CLIENT.where(one_of(offers.c.employee_id, "employees"), offers.c.state == OPEN)
    .order_by(offers.c.follow_day, offers.c.id)
    .limit(sa.bindparam("n"))
    .offset(sa.bindparam("start"))
)
COUNTS = (
    sa.select(
        offers.c.employee_id,
        sa.func.count(),
        sa.func.count(sa.case((offers.c.follow_day <= sa.bindparam("day"), 1))),
    )
    .join(clients, clients.c.id == offers.c.client_id)
    .where(
        one_of(offers.c.employee_id, "employees"),
        offers.c.state == OPEN,
        clients.c.deleted_at.is_(None),
        one_of(clients.c.manager_id, "managers"),
    )
    .group_by(offers.c.employee_id)
)
FOLLOW = (
    sa.update(offers)
    .where(offers.c.id == sa.bindparam("id_"), offers.c.state == OPEN)
    .values(follow_day=sa.bindparam("follow_day"), follow_ups=sa.bindparam("follow_ups"))
)
SET_TEXT = (
    sa.update(offers)
    .where(offers.c.id == sa.bindparam("id_"))
    .values(text=sa.bindparam("text"), amount=sa.bindparam("amount"))
)
_closing: dict[str, Any] = {
    "state": sa.bindparam("state"),
    "reason": sa.bindparam("reason"),
    "follow_day": None,
    "closed_day": sa.bindparam("closed_day"),
}
CLOSE = sa.update(offers).where(offers.c.id == sa.bindparam("id_"), offers.c.state == OPEN).values(_closing)
CLOSE_ALL = (
    sa.update(offers)
    .where(offers.c.client_id == sa.bindparam("client"), offers.c.state == OPEN)
    .values(_closing)
)


async def add(tx: Transaction, **values: Any) -> int:
    found: int = await tx.value(ADD, **values)
    return found


async def find(tx: Transaction, offer_id: int, managers: Sequence[int]) -> Offer | None:
    """None for one of a foreign client as for a missing one."""
    return await tx.row(GET, Offer, id_=offer_id, managers=list(managers))


async def find_locked(tx: Transaction, offer_id: int, managers: Sequence[int]) -> Offer | None:
    return await tx.row(LOCK, Offer, id_=offer_id, managers=list(managers))


async def of_client(tx: Transaction, client_id: int, managers: Sequence[int], size: int) -> list[Offer]:
    """The open ones first, then the newest."""
    return await tx.rows(OF_CLIENT, Offer, client=client_id, managers=list(managers), n=size)


async def due_of_client(tx: Transaction, client_id: int, day: date) -> list[tuple[int, int]]:
    """(offer id, follow-ups so far) of those to be asked about by `day`."""
    return await tx.rows(DUE_OF_CLIENT, lambda *row: row, client=client_id, day=day)


async def waiting(
    tx: Transaction, employee_ids: Sequence[int], managers: Sequence[int], start: int, size: int
) -> list[Offer]:
    """Open ones, those to be asked about longest first."""
    return await tx.rows(
        WAITING, Offer, employees=list(employee_ids), managers=list(managers), start=start, n=size
    )


async def counts(
    tx: Transaction, employee_ids: Sequence[int], managers: Sequence[int], day: date
) -> dict[int, tuple[int, int]]:
    """By employee: how many wait for an answer, and how many of those are to be asked about by `day`."""
    rows = await tx.rows(
        COUNTS, lambda *row: row, employees=list(employee_ids), managers=list(managers), day=day
    )
    return {employee_id: (open_, due) for employee_id, open_, due in rows}


async def close_all(tx: Transaction, client_id: int, state: str, day: date, reason: str | None = None) -> int:
    """Every open offer of the client; how many there were."""
    return await tx.run(CLOSE_ALL, client=client_id, state=state, reason=reason, closed_day=day)
