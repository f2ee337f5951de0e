"""Leads: the stages they stand in and came through, what is known of them, the check of reliability."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.leads import ON_THE_WAY, RANKS, Stage
from storage.database import Transaction, one_of
from storage.deal_tables import contracts
from storage.lead_tables import lead_answers, lead_steps, reliability_checks
from storage.tables import clients, employees


@dataclass(frozen=True, slots=True)
class Standing:
    """How many leads of a manager stand in a stage, and the oldest day on which one of them came into it."""

    manager_id: int
    stage: str | None
    count: int
    since: date | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class LeadRow:
    id: int
    name: str
    client_class: str
    stage_day: date | None
    created_at: datetime
    next_day: date | None


@dataclass(frozen=True, slots=True)
class StageFacts:
    kind: str
    stage: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """What was answered; an empty `text` with no `choice` was asked on `asked_day` and is still unknown."""

    question: str
    text: str
    choice: str | None
    asked_day: date | None


@dataclass(frozen=True, slots=True)
class Checked:
    """`done` are the items that are ticked, `name` of who ticked last."""

    done: list[str]
    valid_until: date | None
    at: datetime
    name: str


# --- stages

_step = upsert(lead_steps).values(
    {name: sa.bindparam(name) for name in ("client_id", "stage", "employee_id", "reason", "day", "at")}
)
ADD_STEP = _step.on_conflict_do_nothing(index_elements=["client_id", "stage"])
ADD_LOSS = _step.on_conflict_do_update(
    index_elements=["client_id", "stage"],
    set_={name: _step.excluded[name] for name in ("employee_id", "reason", "day", "at")},
)
FORGET_STEPS = sa.delete(lead_steps).where(
    lead_steps.c.client_id == sa.bindparam("client"),
    lead_steps.c.day == sa.bindparam("day_"),
    one_of(lead_steps.c.stage, "stages"),
)
LOST_WHY = sa.select(lead_steps.c.reason).where(
    lead_steps.c.client_id == sa.bindparam("client"), lead_steps.c.stage == Stage.LOST.value
)
CAME = (
    sa.select(lead_steps.c.employee_id, lead_steps.c.stage, sa.func.count())
    .where(
        one_of(lead_steps.c.employee_id, "employees"),
        one_of(lead_steps.c.stage, "stages"),
        lead_steps.c.day >= sa.bindparam("start"),
        lead_steps.c.day <= sa.bindparam("end"),
    )
    .group_by(lead_steps.c.employee_id, lead_steps.c.stage)
)
KEEPERS = sa.select(contracts.c.employee_id).where(one_of(contracts.c.employee_id, "employees")).distinct()
STAGE_OF = sa.select(clients.c.kind, clients.c.stage).where(clients.c.id == sa.bindparam("id_"))
_LEADS = (clients.c.kind == "lead", clients.c.deleted_at.is_(None))
STANDING = (
    sa.select(
        clients.c.manager_id,
        clients.c.stage,
        sa.func.count(),
        sa.func.min(clients.c.stage_day),
        sa.func.min(clients.c.created_at),
    )
    .where(one_of(clients.c.manager_id, "managers"), *_LEADS)
    .group_by(clients.c.manager_id, clients.c.stage)
)
_OF_MANAGER = (
    sa.select(*(clients.c[name] for name in ("id", "name", "client_class", "stage_day", "created_at", "next_day")))
    .where(clients.c.manager_id == sa.bindparam("manager"), *_LEADS)
    .order_by(clients.c.client_class, clients.c.stage_day, clients.c.created_at, clients.c.id)
    .limit(sa.bindparam("n"))
    .offset(sa.bindparam("start"))
)  # fmt: skip
FOUND = _OF_MANAGER.where(clients.c.stage.is_(None))
IN_STAGE = _OF_MANAGER.where(clients.c.stage == sa.bindparam("stage"))

# --- what is known

ANSWERS = sa.select(
    lead_answers.c.question, lead_answers.c.text, lead_answers.c.choice, lead_answers.c.asked_day
).where(lead_answers.c.client_id == sa.bindparam("client"))
_answer = upsert(lead_answers).values(
    {
        name: sa.bindparam(name)
        for name in ("client_id", "question", "text", "choice", "asked_day", "employee_id", "at")
    }
)
SET_ANSWER = _answer.on_conflict_do_update(
    index_elements=["client_id", "question"],
    set_={name: _answer.excluded[name] for name in ("text", "choice", "employee_id", "at")},
)
ASKED = _answer.on_conflict_do_update(
    index_elements=["client_id", "question"], set_={"asked_day": _answer.excluded.asked_day}
)

# --- reliability

CHECKED = (
    sa.select(
        reliability_checks.c.done,
        reliability_checks.c.valid_until,
        reliability_checks.c.at,
        employees.c.name,
    )
    .join(employees, employees.c.id == reliability_checks.c.employee_id)
    .where(reliability_checks.c.client_id == sa.bindparam("client"))
)
_check = upsert(reliability_checks).values(
    {name: sa.bindparam(name) for name in ("client_id", "done", "valid_until", "employee_id", "at")}
)
SET_CHECKED = _check.on_conflict_do_update(
    index_elements=["client_id"],
    set_={name: _check.excluded[name] for name in ("done", "valid_until", "employee_id", "at")},
)


async def add_step(
    tx: Transaction,
    client_id: int,
    employee_id: int,
    stage: Stage,
    *,
    day: date,
    at: datetime,
    reason: str | None = None,
) -> None:
    """The lead came to `stage` through all before it; where it has been before, nothing is added. A loss has its `reason`."""
    values = {"client_id": client_id, "employee_id": employee_id, "day": day, "at": at}
    passed = ON_THE_WAY[: RANKS.get(stage, 0) + 1]
    await tx.run_many(ADD_STEP, [values | {"stage": one.value, "reason": None} for one in passed])
    if stage is Stage.LOST:
        await tx.run(ADD_LOSS, stage=stage.value, reason=reason, **values)


async def came_to(
    tx: Transaction, employee_ids: Sequence[int], start: date, end: date
) -> dict[int, dict[Stage, int]]:
    """By employee: how many leads came to each stage on the way for the first time, from `start` to `end`, both included."""
    found: dict[int, dict[Stage, int]] = {}
    stages = [stage.value for stage in ON_THE_WAY]
    rows = await tx.rows(
        CAME, lambda *row: row, employees=list(employee_ids), stages=stages, start=start, end=end
    )
    for employee_id, stage, count in rows:
        found.setdefault(employee_id, {})[Stage(stage)] = count
    return found


async def keepers(tx: Transaction, employee_ids: Sequence[int]) -> set[int]:
    """Who of them keeps a register of contracts."""
    return set(await tx.values(KEEPERS, employees=list(employee_ids)))


async def standing(tx: Transaction, managers: Sequence[int]) -> list[Standing]:
    return await tx.rows(STANDING, Standing, managers=list(managers))


async def in_stage(tx: Transaction, manager: int, stage: Stage, start: int, size: int) -> list[LeadRow]:
    """The best class first, in it who has lain longest."""
    if stage is Stage.FOUND:
        return await tx.rows(FOUND, LeadRow, manager=manager, n=size, start=start)
    return await tx.rows(IN_STAGE, LeadRow, manager=manager, stage=stage.value, n=size, start=start)


async def find_stage(tx: Transaction, client_id: int) -> StageFacts | None:
    return await tx.row(STAGE_OF, StageFacts, id_=client_id)


async def answers(tx: Transaction, client_id: int) -> list[Known]:
    return await tx.rows(ANSWERS, Known, client=client_id)


async def set_answer(tx: Transaction, statement: sa.Executable, client_id: int, **values: Any) -> None:
    """`SET_ANSWER`, or `ASKED` for a question that was put and is not answered yet."""
    await tx.run(statement, client_id=client_id, **({"text": "", "choice": None, "asked_day": None} | values))


async def find_checked(tx: Transaction, client_id: int) -> Checked | None:
    return await tx.row(CHECKED, Checked, client=client_id)


async def set_checked(tx: Transaction, client_id: int, **values: Any) -> None:
    await tx.run(SET_CHECKED, client_id=client_id, **values)
