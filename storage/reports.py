"""Monthly reports, their history and templates, and the facts that only they ask for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.contracts import SIGNED
from domain.ledger import EntryKind
from domain.promises import PromiseState
from domain.reports import ReportState, ReportStep
from domain.shortages import ShortageState
from storage.capture_tables import competitor_notes
from storage.claim_tables import claims
from storage.database import Transaction, one_of
from storage.deal_tables import contracts
from storage.debt_tables import promises
from storage.people_tables import transfer_clients, transfers
from storage.reconciliation_tables import ledger
from storage.remarks import PRAISE
from storage.report_tables import report_steps, report_templates, reports
from storage.shortage_tables import shortages
from storage.tables import clients, employees, remarks
from storage.transfers import earned_orders
from storage.types import Code
from storage.visit_tables import visits


@dataclass(frozen=True, slots=True)
class Report:
    """`facts` None while the figures are counted anew; `words` by section; `remark` is why it was returned."""

    id: int
    employee_id: int
    month: date
    state: ReportState
    words: dict[str, str] | None
    facts: dict[str, Any] | None
    handed_at: datetime | None
    handed_day: date | None
    remark: str
    decided_by: int | None
    decided_at: datetime | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    employee_id: int
    at: datetime
    step: str
    text: str


@dataclass(frozen=True, slots=True)
class Template:
    """`data` in base64."""

    id: int
    name: str
    data: str
    fields: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Sold:
    """Orders of a client in kopecks."""

    client: str
    orders: int
    total: int


@dataclass(frozen=True, slots=True)
class Signed:
    """`previous_id` None and `agreement` 0: a new contract; else it goes on from another or adds to it."""

    employee_id: int
    client: str
    number: str
    day: date
    previous_id: int | None
    agreement: int


@dataclass(frozen=True, slots=True)
class Due:
    """Promises in one state: their number and kopecks."""

    state: str
    count: int


@dataclass(frozen=True, slots=True)
class ClaimSum:
    kind: str
    count: int
    amount: int
    closed: int


@dataclass(frozen=True, slots=True)
class Named:
    """How often, and for how many kopecks where there is a sum."""

    name: str
    count: int
    amount: int


@dataclass(frozen=True, slots=True)
class Held:
    kind: str
    count: int
    people: int


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A client who went from one to another; `manager_id` is whose it is now."""

    client_id: int
    from_id: int
    to_id: int
    at: datetime
    undone_at: datetime | None
    manager_id: int

    @property
    def stands(self) -> bool:
        """Of an undone one too, for a client who had been dealt with since and stayed."""
        return self.undone_at is None or self.manager_id == self.to_id


@dataclass(frozen=True, slots=True)
class Paid:
    """What came from a client on a day, in kopecks."""

    client_id: int
    day: date
    amount: int


@dataclass(frozen=True, slots=True)
class Rhythmic:
    """A client whose order may be expected."""

    name: str
    last: date
    gap: int


_REPORT = sa.select(
    *(sa.type_coerce(column, Code(ReportState)) if column.name == "state" else column for column in reports.c)
)
GET = _REPORT.where(reports.c.id == sa.bindparam("id_"))
LOCK = GET.with_for_update()
OF_MONTH = _REPORT.where(
    one_of(reports.c.employee_id, "employees"), reports.c.month == sa.bindparam("month")
).order_by(reports.c.employee_id)
OF_PERSON = (
    _REPORT.where(reports.c.employee_id == sa.bindparam("employee"))
    .order_by(reports.c.month.desc())
    .limit(sa.bindparam("n"))
)
BETWEEN = _REPORT.where(
    reports.c.employee_id == sa.bindparam("employee"),
    reports.c.month >= sa.bindparam("start"),
    reports.c.month <= sa.bindparam("end"),
).order_by(reports.c.month)
ADD = (
    upsert(reports)
    .values({name: sa.bindparam(name) for name in ("employee_id", "month", "created_at")})
    .on_conflict_do_nothing(index_elements=["employee_id", "month"])
)
SET_WORDS = sa.update(reports).where(reports.c.id == sa.bindparam("id_")).values(words=sa.bindparam("words"))
HAND_IN = (
    sa.update(reports)
    .where(reports.c.id == sa.bindparam("id_"))
    .values(
        state=ReportState.HANDED.value,
        facts=sa.bindparam("facts"),
        handed_at=sa.bindparam("at"),
        handed_day=sa.func.coalesce(reports.c.handed_day, sa.bindparam("day", type_=sa.Date)),
        remark="",
    )
)
DECIDE = (
    sa.update(reports)
    .where(reports.c.id == sa.bindparam("id_"))
    .values(
        state=sa.bindparam("state"),
        facts=sa.bindparam("facts"),
        remark=sa.bindparam("remark"),
        decided_by=sa.bindparam("by"),
        decided_at=sa.bindparam("at"),
    )
)
ADD_STEP = sa.insert(report_steps).values(
    {name: sa.bindparam(name) for name in ("report_id", "employee_id", "at", "step", "text")}
)
STEPS = (
    sa.select(report_steps.c.employee_id, report_steps.c.at, report_steps.c.step, report_steps.c.text)
    .where(report_steps.c.report_id == sa.bindparam("report"))
    .order_by(report_steps.c.id)
    .limit(50)
)

TEMPLATE = (
    sa.select(*(report_templates.c[name] for name in ("id", "name", "data", "fields", "at")))
    .where(report_templates.c.withdrawn_at.is_(None))
    .order_by(report_templates.c.id.desc())
    .limit(1)
)
ADD_TEMPLATE = (
    sa.insert(report_templates)
    .values({name: sa.bindparam(name) for name in ("employee_id", "name", "data", "fields", "at")})
    .returning(report_templates.c.id)
)
WITHDRAW = (
    sa.update(report_templates)
    .where(report_templates.c.id == sa.bindparam("id_"), report_templates.c.withdrawn_at.is_(None))
    .values(withdrawn_at=sa.bindparam("at"))
)
WITHDRAW_ALL = (
    sa.update(report_templates)
    .where(report_templates.c.withdrawn_at.is_(None))
    .values(withdrawn_at=sa.bindparam("at"))
)

# --- facts ----------------------------------------------------------------------------------------------------------

_earned = earned_orders()
BEST = (
    sa.select(clients.c.name, sa.func.count(), sa.func.sum(_earned.c.total).cast(sa.BigInteger))
    .join(clients, clients.c.id == _earned.c.client_id)
    .group_by(clients.c.id, clients.c.name)
    .order_by(sa.func.sum(_earned.c.total).desc(), clients.c.id)
    .limit(sa.bindparam("n"))
)
SIGNED_BY = (
    sa.select(
        contracts.c.employee_id,
        clients.c.name,
        contracts.c.number,
        contracts.c.signed,
        contracts.c.previous_id,
        contracts.c.agreement,
    )
    .join(clients, clients.c.id == contracts.c.client_id)
    .where(
        contracts.c.employee_id == sa.bindparam("employee"),
        contracts.c.signed >= sa.bindparam("start"),
        contracts.c.signed <= sa.bindparam("end"),
        sa.or_(*(contracts.c.stage == stage.value for stage in sorted(SIGNED))),
    )
    .order_by(contracts.c.signed, contracts.c.id)
    .limit(500)
)
JUDGED = (PromiseState.KEPT.value, PromiseState.PARTLY_KEPT.value, PromiseState.BROKEN.value)
PROMISED = (
    sa.select(promises.c.state, sa.func.count())
    .where(
        promises.c.employee_id == sa.bindparam("employee"),
        one_of(promises.c.state, "states"),
        promises.c.due >= sa.bindparam("start"),
        promises.c.due <= sa.bindparam("end"),
    )
    .group_by(promises.c.state)
)
_CLAIMED = (
    claims.c.employee_id == sa.bindparam("employee"),
    claims.c.created_at >= sa.bindparam("since"),
    claims.c.created_at < sa.bindparam("until"),
)
CLAIMED = (
    sa.select(
        claims.c.kind,
        sa.func.count(),
        sa.func.sum(claims.c.amount).cast(sa.BigInteger),
        sa.func.count(claims.c.closed_at),
    )
    .where(*_CLAIMED)
    .group_by(claims.c.kind)
    .order_by(sa.func.count().desc(), claims.c.kind)
)
RIVALS = (
    sa.select(competitor_notes.c.name, sa.func.count(), sa.literal(0))
    .where(
        competitor_notes.c.employee_id == sa.bindparam("employee"),
        competitor_notes.c.at >= sa.bindparam("since"),
        competitor_notes.c.at < sa.bindparam("until"),
    )
    .group_by(competitor_notes.c.name)
    .order_by(sa.func.count().desc(), competitor_notes.c.name)
    .limit(500)
)
LOST = (
    sa.select(shortages.c.text, sa.func.count(), sa.func.sum(shortages.c.amount).cast(sa.BigInteger))
    .where(
        shortages.c.employee_id == sa.bindparam("employee"),
        shortages.c.state == ShortageState.DROPPED.value,
        shortages.c.ended_at >= sa.bindparam("since"),
        shortages.c.ended_at < sa.bindparam("until"),
    )
    .group_by(shortages.c.text)
    .order_by(sa.func.sum(shortages.c.amount).desc(), shortages.c.text)
    .limit(500)
)
VISITED = (
    sa.select(
        visits.c.kind, sa.func.count(), sa.func.coalesce(sa.func.sum(visits.c.people), 0).cast(sa.BigInteger)
    )
    .where(
        visits.c.employee_id == sa.bindparam("employee"),
        visits.c.day >= sa.bindparam("start"),
        visits.c.day <= sa.bindparam("end"),
        visits.c.done_at.is_not(None),
    )
    .group_by(visits.c.kind)
)
# A bank payment takes back, as a debit, what a file of debts told of it before.
_came = sa.func.coalesce(sa.func.sum(ledger.c.credit - ledger.c.debit), 0).cast(sa.BigInteger)
COLLECTED = sa.select(_came).where(
    ledger.c.client_id.in_(sa.select(clients.c.id).where(clients.c.manager_id == sa.bindparam("employee"))),
    ledger.c.day >= sa.bindparam("start"),
    ledger.c.day <= sa.bindparam("end"),
    ledger.c.kind == EntryKind.PAYMENT.value,
)
PAID = (
    sa.select(ledger.c.client_id, ledger.c.day, _came)
    .where(
        one_of(ledger.c.client_id, "clients"),
        ledger.c.day >= sa.bindparam("start"),
        ledger.c.day <= sa.bindparam("end"),
        ledger.c.kind == EntryKind.PAYMENT.value,
    )
    .group_by(ledger.c.client_id, ledger.c.day)
)
HANDED_OVER = (
    sa.select(
        transfer_clients.c.client_id,
        transfers.c.from_id,
        transfers.c.to_id,
        transfers.c.at,
        transfers.c.undone_at,
        clients.c.manager_id,
    )
    .join(transfer_clients, transfer_clients.c.transfer_id == transfers.c.id)
    .join(clients, clients.c.id == transfer_clients.c.client_id)
    .where(
        sa.or_(
            transfers.c.from_id == sa.bindparam("employee"), transfers.c.to_id == sa.bindparam("employee")
        ),
        transfers.c.at >= sa.bindparam("since"),
    )
    .order_by(transfers.c.id, transfer_clients.c.client_id)
)
RHYTHMIC = (
    sa.select(clients.c.name, clients.c.last_order_day, clients.c.order_gap)
    .where(
        clients.c.manager_id == sa.bindparam("employee"),
        clients.c.deleted_at.is_(None),
        clients.c.kind == "client",
        clients.c.excluded.is_(False),
        clients.c.order_gap > 0,
        clients.c.last_order_day.is_not(None),
    )
    .order_by(clients.c.client_class, clients.c.name, clients.c.id)
    .limit(2000)
)
CLIENTS = sa.select(sa.func.count()).where(
    clients.c.manager_id == sa.bindparam("employee"),
    clients.c.deleted_at.is_(None),
    clients.c.kind == "client",
)
HIRED = sa.select(employees.c.id, employees.c.created_at).where(one_of(employees.c.id, "employees"))
PRAISES = sa.select(sa.func.count()).where(
    remarks.c.employee_id == sa.bindparam("employee"),
    remarks.c.kind == PRAISE,
    remarks.c.day >= sa.bindparam("start"),
    remarks.c.day <= sa.bindparam("end"),
)


async def find(tx: Transaction, report_id: int, *, lock: bool = False) -> Report | None:
    return await tx.row(LOCK if lock else GET, Report, id_=report_id)


async def of_month(tx: Transaction, employee_ids: Iterable[int], month: date) -> dict[int, Report]:
    """By employee; those without one are absent."""
    found = await tx.rows(OF_MONTH, Report, employees=list(employee_ids), month=month)
    return {one.employee_id: one for one in found}


async def draft(tx: Transaction, employee_id: int, month: date, at: datetime) -> Report:
    """The report of that month, begun now where there was none."""
    await tx.run(ADD, employee_id=employee_id, month=month, created_at=at)
    return (await of_month(tx, [employee_id], month))[employee_id]


async def of_person(tx: Transaction, employee_id: int, count: int) -> list[Report]:
    """The newest first."""
    return await tx.rows(OF_PERSON, Report, employee=employee_id, n=count)


async def between(tx: Transaction, employee_id: int, start: date, end: date) -> list[Report]:
    return await tx.rows(BETWEEN, Report, employee=employee_id, start=start, end=end)


async def add_step(  # noqa: PLR0917
    tx: Transaction, report_id: int, employee_id: int, at: datetime, step: ReportStep, text: str = ""
) -> None:
    await tx.run(ADD_STEP, report_id=report_id, employee_id=employee_id, at=at, step=step.value, text=text)


async def steps(tx: Transaction, report_id: int) -> list[Step]:
    """The oldest first."""
    return await tx.rows(STEPS, Step, report=report_id)


async def find_template(tx: Transaction) -> Template | None:
    """None: the standard one is filled in."""
    return await tx.row(TEMPLATE, Template)


async def best(tx: Transaction, employee_id: int, start: date, end: date, count: int) -> list[Sold]:
    return await tx.rows(BEST, Sold, employees=[employee_id], start=start, end=end, n=count)


async def signed(tx: Transaction, employee_id: int, start: date, end: date) -> list[Signed]:
    return await tx.rows(SIGNED_BY, Signed, employee=employee_id, start=start, end=end)


async def promised(tx: Transaction, employee_id: int, start: date, end: date) -> dict[str, int]:
    """Promises with a term in these days that were judged: state -> how many."""
    found = await tx.rows(PROMISED, Due, employee=employee_id, states=list(JUDGED), start=start, end=end)
    return {one.state: one.count for one in found}


async def claimed(tx: Transaction, employee_id: int, since: datetime, until: datetime) -> list[ClaimSum]:
    return await tx.rows(CLAIMED, ClaimSum, employee=employee_id, since=since, until=until)


async def named(
    tx: Transaction, statement: sa.Select[Any], employee_id: int, since: datetime, until: datetime
) -> list[Named]:
    """`RIVALS` or `LOST`, the largest first."""
    return await tx.rows(statement, Named, employee=employee_id, since=since, until=until)


async def visited(tx: Transaction, employee_id: int, start: date, end: date) -> dict[str, Held]:
    found = await tx.rows(VISITED, Held, employee=employee_id, start=start, end=end)
    return {one.kind: one for one in found}


async def counted(tx: Transaction, statement: sa.Select[Any], employee_id: int, **days: date) -> int:
    """`COLLECTED`, `CLIENTS` or `PRAISES`."""
    found: int = await tx.value(statement, employee=employee_id, **days)
    return found


async def hired(tx: Transaction, employee_ids: Iterable[int]) -> dict[int, datetime]:
    """When each came to us."""
    found = await tx.rows(HIRED, lambda id_, at: (id_, at), employees=list(employee_ids))
    return dict(found)


async def handed_over(tx: Transaction, employee_id: int, since: datetime) -> list[HandedOver]:
    """From this person or to them, the oldest first."""
    return await tx.rows(HANDED_OVER, HandedOver, employee=employee_id, since=since)


async def paid(tx: Transaction, client_ids: Iterable[int], start: date, end: date) -> list[Paid]:
    return await tx.rows(PAID, Paid, clients=list(client_ids), start=start, end=end)


async def rhythmic(tx: Transaction, employee_id: int) -> list[Rhythmic]:
    """The best class first."""
    return await tx.rows(RHYTHMIC, Rhythmic, employee=employee_id)
