"""What people propose upwards, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.errands import ProposalKind, ProposalStatus
from storage.database import Transaction, one_of
from storage.errand_tables import proposals
from storage.tables import employees


@dataclass(frozen=True, slots=True)
class Proposal:
    """`answer` is what was said with the last decision, `author` a name."""

    id: int
    author_id: int
    kind: ProposalKind
    text: str
    status: ProposalStatus
    answer: str
    decided_by: int | None
    created_at: datetime
    moved_at: datetime | None
    author: str


def _made(id_: int, author: int, kind: str, text: str, status: str, *rest: Any) -> Proposal:
    return Proposal(id_, author, ProposalKind(kind), text, ProposalStatus(status), *rest)


_ALL = sa.select(*(proposals.c[name] for name in Proposal.__slots__[:9]), employees.c.name).join(
    employees, employees.c.id == proposals.c.author_id
)
ADD = (
    sa.insert(proposals)
    .values({name: sa.bindparam(name) for name in ("author_id", "kind", "text", "status", "created_at")})
    .returning(proposals.c.id)
)
GET = _ALL.where(proposals.c.id == sa.bindparam("id_"))
GET_LOCKED = GET.with_for_update(of=proposals)
OF_AUTHORS = (
    _ALL.where(one_of(proposals.c.author_id, "authors"))
    .order_by(
        sa.case((proposals.c.status == ProposalStatus.NEW.value, 0), else_=1),
        proposals.c.created_at.desc(),
        proposals.c.id.desc(),
    )
    .limit(sa.bindparam("n"))
)
MOVE = (
    sa.update(proposals)
    .where(proposals.c.id == sa.bindparam("id_"))
    .values(
        status=sa.bindparam("status_"),
        answer=sa.bindparam("answer_"),
        decided_by=sa.bindparam("by"),
        moved_at=sa.bindparam("at"),
    )
)
SET_KIND = (
    sa.update(proposals).where(proposals.c.id == sa.bindparam("id_")).values(kind=sa.bindparam("kind_"))
)


async def add(tx: Transaction, author: int, kind: ProposalKind, text: str, at: datetime) -> int:
    id_: int = await tx.value(
        ADD, author_id=author, kind=kind.value, text=text, status=ProposalStatus.NEW.value, created_at=at
    )
    return id_


async def find(tx: Transaction, proposal_id: int, *, lock: bool = False) -> Proposal | None:
    return await tx.row(GET_LOCKED if lock else GET, _made, id_=proposal_id)


async def of_authors(tx: Transaction, authors: list[int], size: int) -> list[Proposal]:
    """What waits for a decision before the rest, the newest first."""
    return await tx.rows(OF_AUTHORS, _made, authors=authors, n=size)


async def move(
    tx: Transaction, proposal_id: int, *, status: ProposalStatus, answer: str, by: int, at: datetime
) -> None:
    await tx.run(MOVE, id_=proposal_id, status_=status.value, answer_=answer, by=by, at=at)


async def set_kind(tx: Transaction, proposal_id: int, kind: ProposalKind) -> None:
    await tx.run(SET_KIND, id_=proposal_id, kind_=kind.value)
