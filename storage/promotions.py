"""Promotions and what clients said to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.clients import ClientKind
from domain.promotions import MOST_ACTIVE, Aim, Audience, Promotion
from domain.reasons import ClientClass
from storage.database import Transaction, one_of
from storage.deal_tables import promotion_replies as replies
from storage.deal_tables import promotions
from storage.tables import clients


@dataclass(frozen=True, slots=True)
class Counted:
    """How many clients gave this reply to one employee."""

    promotion_id: int
    employee_id: int
    reply: str
    count: int


@dataclass(frozen=True, slots=True)
class Kindred:
    """So many clients of a manager are alike in what a promotion asks."""

    manager_id: int
    kind: str
    client_class: str
    industry: str
    count: int


OF_TEAMS = sa.or_(promotions.c.team_id.is_(None), one_of(promotions.c.team_id, "teams"))
COLUMNS = [
    promotions.c[name]
    for name in (
        "id",
        "name",
        "script",
        "starts",
        "ends",
        "classes",
        "kinds",
        "industries",
        "group_name",
        "team_id",
    )
]
GET = sa.select(*COLUMNS).where(promotions.c.id == sa.bindparam("id_"), OF_TEAMS)
BY_IDS = sa.select(*COLUMNS).where(one_of(promotions.c.id, "ids"))
NOT_OVER = (
    sa.select(*COLUMNS)
    .where(promotions.c.ends >= sa.bindparam("day"), OF_TEAMS)
    .order_by(promotions.c.ends, promotions.c.id)
    .limit(MOST_ACTIVE)
)
ADD = (
    sa.insert(promotions)
    .values(
        {
            name: sa.bindparam(name)
            for name in (
                "employee_id",
                "team_id",
                "name",
                "script",
                "starts",
                "ends",
                "classes",
                "kinds",
                "industries",
                "group_name",
                "created_at",
            )
        }
    )
    .returning(promotions.c.id)
)
SAME = sa.select(promotions.c.id).where(
    promotions.c.employee_id == sa.bindparam("employee"),
    promotions.c.name == sa.bindparam("name"),
    promotions.c.ends == sa.bindparam("ends"),
)
STOP = (
    sa.update(promotions)
    .where(
        promotions.c.id == sa.bindparam("id_"),
        promotions.c.ends >= sa.bindparam("today"),
    )
    .values(ends=sa.bindparam("yesterday"))
)
REPLIED = sa.select(replies.c.promotion_id, replies.c.client_id).where(
    one_of(replies.c.promotion_id, "promotions"), one_of(replies.c.client_id, "clients")
)
_reply = upsert(replies).values({column.name: sa.bindparam(column.name) for column in replies.c})
REPLY = _reply.on_conflict_do_update(
    index_elements=["promotion_id", "client_id"],
    set_={name: _reply.excluded[name] for name in ("employee_id", "day", "reply")},
)
REPLY_OF = sa.select(replies.c.reply).where(
    replies.c.promotion_id == sa.bindparam("promotion"), replies.c.client_id == sa.bindparam("client")
)
COUNTS = (
    sa.select(replies.c.promotion_id, replies.c.employee_id, replies.c.reply, sa.func.count())
    .where(one_of(replies.c.promotion_id, "promotions"), one_of(replies.c.employee_id, "employees"))
    .group_by(replies.c.promotion_id, replies.c.employee_id, replies.c.reply)
)
KINDRED = (
    sa.select(
        clients.c.manager_id, clients.c.kind, clients.c.client_class, clients.c.industry, sa.func.count()
    )
    .where(
        one_of(clients.c.manager_id, "managers"),
        clients.c.deleted_at.is_(None),
        clients.c.excluded.is_(False),
    )
    .group_by(clients.c.manager_id, clients.c.kind, clients.c.client_class, clients.c.industry)
)
# Whom to tell next: the best class first, of them those who were not spoken with for the longest.
UNTOLD = (
    sa.select(clients.c.id, clients.c.name, clients.c.kind, clients.c.client_class, clients.c.industry)
    .where(
        clients.c.manager_id == sa.bindparam("manager"),
        clients.c.deleted_at.is_(None),
        clients.c.excluded.is_(False),
        one_of(clients.c.kind, "kinds"),
        one_of(clients.c.client_class, "classes"),
        ~sa.exists().where(
            replies.c.promotion_id == sa.bindparam("promotion"), replies.c.client_id == clients.c.id
        ),
    )
    .order_by(
        clients.c.client_class,
        clients.c.last_contact_day.is_not(None),
        clients.c.last_contact_day,
        clients.c.id,
    )
    .limit(sa.bindparam("n"))
)


def _promotion(*row: Any) -> Promotion:
    id_, name, script, starts, ends, classes, kinds, industries, group, team = row
    aim = Aim(
        frozenset(map(ClientClass, classes)),
        Audience(kinds),
        tuple(filter(None, (word.strip() for word in industries.split(",")))),
    )
    return Promotion(id_, name, script, starts, ends, aim, group, team)


async def find(tx: Transaction, promotion_id: int, teams: list[int]) -> Promotion | None:
    """None for one of any other team."""
    return await tx.row(GET, _promotion, id_=promotion_id, teams=teams)


async def by_ids(tx: Transaction, ids: Iterable[int]) -> dict[int, Promotion]:
    """Of every team."""
    wanted = list(ids)
    found = await tx.rows(BY_IDS, _promotion, ids=wanted) if wanted else []
    return {one.id: one for one in found}


async def not_over(tx: Transaction, day: date, teams: list[int]) -> list[Promotion]:
    """On now or to come, of these teams and of everybody; what ends first first."""
    return await tx.rows(NOT_OVER, _promotion, day=day, teams=teams)


async def add(
    tx: Transaction, employee_id: int, team_id: int | None, promotion: Promotion, at: datetime
) -> int:
    """The new promotion's id; the same one again is the one there is. The id in `promotion` is not looked at."""
    known: int | None = await tx.value(SAME, employee=employee_id, name=promotion.name, ends=promotion.ends)
    if known is not None:
        return known
    found: int = await tx.value(
        ADD,
        employee_id=employee_id,
        team_id=team_id,
        name=promotion.name,
        script=promotion.script,
        starts=promotion.starts,
        ends=promotion.ends,
        classes="".join(sorted(promotion.aim.classes)),
        kinds=promotion.aim.audience.value,
        industries=", ".join(promotion.aim.industries),
        group_name=promotion.group,
        created_at=at,
    )
    return found


async def replied(
    tx: Transaction, promotion_ids: Iterable[int], client_ids: Iterable[int]
) -> dict[int, set[int]]:
    """By client, the promotions it has been told of."""
    found: dict[int, set[int]] = {}
    pairs = await tx.rows(REPLIED, lambda *row: row, promotions=list(promotion_ids), clients=list(client_ids))
    for promotion_id, client_id in pairs:
        found.setdefault(client_id, set()).add(promotion_id)
    return found


async def counts(tx: Transaction, promotion_ids: Iterable[int], employee_ids: Iterable[int]) -> list[Counted]:
    return await tx.rows(COUNTS, Counted, promotions=list(promotion_ids), employees=list(employee_ids))


async def kindred(tx: Transaction, managers: list[int]) -> list[Kindred]:
    return await tx.rows(KINDRED, Kindred, managers=managers)


async def untold(
    tx: Transaction, promotion: Promotion, manager: int, count: int
) -> list[tuple[int, str, str, str, str]]:
    """(id, name, kind, class, industry) of clients of its kind and class without a reply; the reader matches the industry."""
    aim = promotion.aim
    kinds = list(ClientKind) if aim.audience is Audience.ALL else [ClientKind(aim.audience.value)]
    return await tx.rows(
        UNTOLD,
        lambda *row: row,
        promotion=promotion.id,
        manager=manager,
        kinds=kinds,
        classes=list(aim.classes or ClientClass),
        n=count,
    )
