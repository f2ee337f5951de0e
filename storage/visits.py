"""Visits: planned, begun, ended; the photos of each."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.visits import VisitOutcome
from storage.capture_tables import attachments
from storage.database import Transaction, one_of
from storage.tables import clients, employees
from storage.visit_tables import visit_photos, visits

MOST = 100


@dataclass(frozen=True, slots=True)
class Visit:
    """`at` in UTC where the hour is agreed; `after`: photos that come now show the shelf as it was left.

    `checked` are the points ticked, `people` how many were trained. Open while it is started and neither done nor cancelled.
    """

    id: int
    client_id: int
    employee_id: int
    day: date
    at: datetime | None
    place: str
    kind: str
    started_at: datetime | None
    latitude: float | None
    longitude: float | None
    after: bool
    checked: list[str] | None
    topic: str
    people: int | None
    outcome: str | None
    result: str
    done_at: datetime | None
    cancelled_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.started_at is not None and self.done_at is None and self.cancelled_at is None

    @property
    def is_planned(self) -> bool:
        return self.started_at is None and self.done_at is None and self.cancelled_at is None


@dataclass(frozen=True, slots=True)
class Stop:
    """A visit of a day as its route has it."""

    id: int
    client_id: int
    name: str
    at: datetime | None
    place: str
    address: str
    district: str
    done: bool


@dataclass(frozen=True, slots=True)
class Training:
    """A training that took place. `employee` led it."""

    visit_id: int
    day: date
    client_id: int
    client: str
    employee: str
    topic: str
    people: int | None


@dataclass(frozen=True, slots=True)
class Photo:
    attachment_id: int
    after: bool
    at: datetime


ADD = (
    sa.insert(visits)
    .values({name: sa.bindparam(name) for name in ("client_id", "employee_id", "day", "at", "place", "kind")})
    .returning(visits.c.id)
)
OWN = sa.select(*visits.c).where(
    visits.c.id == sa.bindparam("id_"), visits.c.employee_id == sa.bindparam("employee")
)
LOCK = OWN.with_for_update()
GET = sa.select(*visits.c).where(visits.c.id == sa.bindparam("id_"))
# Somebody was met.
HELD = sa.and_(
    visits.c.done_at.is_not(None), sa.func.coalesce(visits.c.outcome, "") != VisitOutcome.ABSENT.value
)
_open = sa.and_(
    visits.c.employee_id == sa.bindparam("employee"),
    visits.c.day >= sa.bindparam("since"),
    visits.c.started_at.is_not(None),
    visits.c.done_at.is_(None),
    visits.c.cancelled_at.is_(None),
    sa.exists().where(clients.c.id == visits.c.client_id, clients.c.deleted_at.is_(None)),
)
OPEN = sa.select(*visits.c).where(_open).order_by(visits.c.started_at.desc()).limit(1)
STOPS = (
    sa.select(
        visits.c.id,
        visits.c.client_id,
        clients.c.name,
        visits.c.at,
        visits.c.place,
        clients.c.address,
        clients.c.district,
        visits.c.done_at.is_not(None),
    )
    .join(clients, clients.c.id == visits.c.client_id)
    .where(
        visits.c.employee_id == sa.bindparam("employee"),
        visits.c.day == sa.bindparam("day"),
        visits.c.cancelled_at.is_(None),
        clients.c.deleted_at.is_(None),
    )
    .order_by(visits.c.at.is_(None), visits.c.at, visits.c.id)
    .limit(MOST)
)
_TRAININGS = (
    sa.select(
        visits.c.id,
        visits.c.day,
        visits.c.client_id,
        clients.c.name,
        employees.c.name,
        visits.c.topic,
        visits.c.people,
    )
    .join(clients, clients.c.id == visits.c.client_id)
    .join(employees, employees.c.id == visits.c.employee_id)
    .where(visits.c.kind == "training", HELD, clients.c.deleted_at.is_(None))
    .order_by(visits.c.day.desc(), visits.c.id.desc())
    .limit(MOST)
)
TRAININGS_OF_CLIENT = _TRAININGS.where(visits.c.client_id == sa.bindparam("client"))
TRAININGS = _TRAININGS.where(
    one_of(visits.c.employee_id, "people_"),
    visits.c.day >= sa.bindparam("start"),
    visits.c.day <= sa.bindparam("end"),
)
LAST_VISITS = (
    sa.select(visits.c.client_id, sa.func.max(visits.c.day))
    .where(
        visits.c.employee_id == sa.bindparam("employee"),
        visits.c.day >= sa.bindparam("since"),
        HELD,
    )
    .group_by(visits.c.client_id)
)
ADD_PHOTO = (
    upsert(visit_photos)
    .values({name: sa.bindparam(name) for name in ("visit_id", "attachment_id", "after")})
    .on_conflict_do_nothing(index_elements=["visit_id", "attachment_id"])
)
PHOTOS = (
    sa.select(visit_photos.c.attachment_id, visit_photos.c.after, attachments.c.created_at)
    .join(attachments, attachments.c.id == visit_photos.c.attachment_id)
    .where(visit_photos.c.visit_id == sa.bindparam("visit"))
    .order_by(visit_photos.c.attachment_id)
    .limit(MOST)
)


def patch(*columns: str) -> sa.Update:
    """A statement that sets these columns of visit `id_`; make it a module constant where it is used."""
    return (
        sa.update(visits)
        .where(visits.c.id == sa.bindparam("id_"))
        .values({name: sa.bindparam(name) for name in columns})
    )


async def add(
    tx: Transaction,
    client: int,
    employee: int,
    *,
    day: date,
    at: datetime | None,
    place: str = "",
    kind: str = "visit",
) -> int:
    added: int = await tx.value(
        ADD, client_id=client, employee_id=employee, day=day, at=at, place=place, kind=kind
    )
    return added


async def find(tx: Transaction, visit_id: int, employee: int) -> Visit | None:
    """None for a colleague's as for a missing one."""
    return await tx.row(OWN, Visit, id_=visit_id, employee=employee)


async def find_locked(tx: Transaction, visit_id: int, employee: int) -> Visit | None:
    return await tx.row(LOCK, Visit, id_=visit_id, employee=employee)


async def find_any(tx: Transaction, visit_id: int) -> Visit | None:
    """Whosever it is: whoever asks checks the client."""
    return await tx.row(GET, Visit, id_=visit_id)


async def find_open(tx: Transaction, employee: int, since: date) -> Visit | None:
    """The visit that the employee is at, begun on `since` or later."""
    return await tx.row(OPEN, Visit, employee=employee, since=since)


async def stops(tx: Transaction, employee: int, day: date) -> list[Stop]:
    """Those with an hour first, by the hour."""
    return await tx.rows(STOPS, Stop, employee=employee, day=day)


async def trainings_of_client(tx: Transaction, client: int) -> list[Training]:
    return await tx.rows(TRAININGS_OF_CLIENT, Training, client=client)


async def trainings(tx: Transaction, people: list[int], start: date, end: date) -> list[Training]:
    """Newest first."""
    return await tx.rows(TRAININGS, Training, people_=people, start=start, end=end)


async def last_visits(tx: Transaction, employee: int, since: date) -> dict[int, date]:
    """Client -> the day of the last visit held since then."""

    def pair(client: int, day: Any) -> tuple[int, date]:
        return client, day

    return dict(await tx.rows(LAST_VISITS, pair, employee=employee, since=since))


async def add_photos(tx: Transaction, visit_id: int, attachments_: list[int], *, after: bool) -> None:
    await tx.run_many(
        ADD_PHOTO, [{"visit_id": visit_id, "attachment_id": one, "after": after} for one in attachments_]
    )


async def photos(tx: Transaction, visit_id: int) -> list[Photo]:
    return await tx.rows(PHOTOS, Photo, visit=visit_id)
