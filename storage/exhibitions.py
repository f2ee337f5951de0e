"""Exhibitions, and the clients invited to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.exhibitions import Exhibition, ExhibitionKind, GuestReply
from storage.database import Transaction, one_of
from storage.deal_tables import exhibitions, guests
from storage.tables import clients


@dataclass(frozen=True, slots=True)
class Guest:
    """An invited client. `day` is that of the invitation or of the last question; `people` how many come."""

    client_id: int
    name: str
    employee_id: int
    day: date
    reply: str | None
    people: int


@dataclass(frozen=True, slots=True)
class Counted:
    employee_id: int
    reply: str | None
    clients: int
    people: int


COLUMNS = [exhibitions.c[name] for name in ("id", "kind", "name", "place", "starts", "ends")]
OF_TEAMS = sa.or_(exhibitions.c.team_id.is_(None), one_of(exhibitions.c.team_id, "teams"))
GET = sa.select(*COLUMNS).where(exhibitions.c.id == sa.bindparam("id_"), OF_TEAMS)
AHEAD = (
    sa.select(*COLUMNS)
    .where(exhibitions.c.ends >= sa.bindparam("day"), OF_TEAMS)
    .order_by(exhibitions.c.starts, exhibitions.c.id)
    .limit(10)
)
FIELDS = ("employee_id", "team_id", "kind", "name", "place", "starts", "ends", "created_at")
ADD = sa.insert(exhibitions).values({name: sa.bindparam(name) for name in FIELDS}).returning(exhibitions.c.id)
SAME = sa.select(exhibitions.c.id).where(
    exhibitions.c.employee_id == sa.bindparam("employee"),
    exhibitions.c.name == sa.bindparam("name"),
    exhibitions.c.starts == sa.bindparam("starts"),
    exhibitions.c.ends >= sa.bindparam("starts"),
)
INVITE = (
    upsert(guests)
    .values({name: sa.bindparam(name) for name in ("exhibition_id", "client_id", "employee_id", "day")})
    .on_conflict_do_nothing(index_elements=["exhibition_id", "client_id"])
)
SET_REPLY = (
    sa.update(guests)
    .where(guests.c.exhibition_id == sa.bindparam("exhibition"), guests.c.client_id == sa.bindparam("client"))
    .values({name: sa.bindparam(name) for name in ("reply", "people", "day")})
)
GUESTS = (
    sa.select(
        guests.c.client_id,
        clients.c.name,
        guests.c.employee_id,
        guests.c.day,
        guests.c.reply,
        guests.c.people,
    )
    .join(clients, clients.c.id == guests.c.client_id)
    .where(
        guests.c.exhibition_id == sa.bindparam("exhibition"),
        one_of(clients.c.manager_id, "managers"),
        clients.c.deleted_at.is_(None),
    )
    .order_by(clients.c.name, clients.c.id)
    .limit(300)
)
GUEST = GUESTS.where(guests.c.client_id == sa.bindparam("client"))
COUNTS = (
    sa.select(guests.c.employee_id, guests.c.reply, sa.func.count(), sa.func.sum(guests.c.people))
    .join(clients, clients.c.id == guests.c.client_id)
    .where(
        guests.c.exhibition_id == sa.bindparam("exhibition"),
        one_of(guests.c.employee_id, "employees"),
        clients.c.deleted_at.is_(None),
    )
    .group_by(guests.c.employee_id, guests.c.reply)
)
# The best class first, of them those who order most often, then those who were spoken with last.
TO_INVITE = (
    sa.select(clients.c.id, clients.c.name, clients.c.client_class)
    .where(
        clients.c.manager_id == sa.bindparam("manager"),
        clients.c.deleted_at.is_(None),
        clients.c.excluded.is_(False),
        ~sa.exists().where(
            guests.c.exhibition_id == sa.bindparam("exhibition"), guests.c.client_id == clients.c.id
        ),
    )
    .order_by(
        clients.c.client_class,
        clients.c.activity_settled.is_(None),
        clients.c.activity_settled.desc(),
        clients.c.last_contact_day.is_(None),
        clients.c.last_contact_day.desc(),
        clients.c.id,
    )
    .limit(sa.bindparam("n"))
)
WAITING = (
    sa.select(guests.c.client_id, exhibitions.c.name, guests.c.day)
    .join(exhibitions, exhibitions.c.id == guests.c.exhibition_id)
    .where(
        one_of(guests.c.client_id, "clients"),
        sa.or_(guests.c.reply.is_(None), guests.c.reply == GuestReply.NO_ANSWER.value),
        guests.c.day < sa.bindparam("today"),
        exhibitions.c.starts >= sa.bindparam("today"),
    )
    .order_by(exhibitions.c.starts.desc(), exhibitions.c.id.desc())
)


def _exhibition(id_: int, kind: str, *rest: Any) -> Exhibition:
    return Exhibition(id_, ExhibitionKind(kind), *rest)


async def find(tx: Transaction, exhibition_id: int, teams: list[int]) -> Exhibition | None:
    """None for one of any other team."""
    return await tx.row(GET, _exhibition, id_=exhibition_id, teams=teams)


async def ahead(tx: Transaction, day: date, teams: list[int]) -> list[Exhibition]:
    """On or to come, of these teams and of everybody, the nearest first."""
    return await tx.rows(AHEAD, _exhibition, day=day, teams=teams)


async def add(tx: Transaction, employee_id: int, team_id: int | None, new: Exhibition, at: datetime) -> int:
    """The same one again is the one there is."""
    known: int | None = await tx.value(SAME, employee=employee_id, name=new.name, starts=new.starts)
    if known is not None:
        return known
    found: int = await tx.value(
        ADD,
        employee_id=employee_id,
        team_id=team_id,
        kind=new.kind.value,
        name=new.name,
        place=new.place,
        starts=new.starts,
        ends=new.ends,
        created_at=at,
    )
    return found


async def guests_of(tx: Transaction, exhibition_id: int, managers: list[int]) -> list[Guest]:
    return await tx.rows(GUESTS, Guest, exhibition=exhibition_id, managers=managers)


async def find_guest(
    tx: Transaction, exhibition_id: int, client_id: int, managers: list[int]
) -> Guest | None:
    return await tx.row(GUEST, Guest, exhibition=exhibition_id, client=client_id, managers=managers)


async def counts(tx: Transaction, exhibition_id: int, employee_ids: list[int]) -> list[Counted]:
    rows = await tx.rows(COUNTS, lambda *row: row, exhibition=exhibition_id, employees=employee_ids)
    return [Counted(who, reply, count, int(people or 0)) for who, reply, count, people in rows]


async def to_invite(
    tx: Transaction, exhibition_id: int, manager: int, count: int
) -> list[tuple[int, str, str]]:
    """(id, name, class) of the manager's clients that were not invited yet."""
    return await tx.rows(TO_INVITE, lambda *row: row, exhibition=exhibition_id, manager=manager, n=count)


async def waiting(tx: Transaction, client_ids: Iterable[int], today: date) -> dict[int, tuple[str, date]]:
    """Client → the nearest event it was invited to before `today` without an answer, and the day on which it was last asked."""
    rows = await tx.rows(WAITING, lambda *row: row, clients=list(client_ids), today=today)
    return {client: (name, day) for client, name, day in rows}
