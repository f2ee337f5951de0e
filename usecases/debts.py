"""The debt desk: what is owed to whom, a client's documents, disputes, and what the lead must hear of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.actors import SELLING, Actor, Role
from domain.ageing import Bucket, Receivable, age, days_overdue
from domain.errors import ProzvonError
from domain.ladder import DunningLevel, client_debts, find_level
from screens import debts as views
from screens.promises import Question
from storage import clients, employees, promises, receivables, timeline
from storage.clients import Client
from storage.promises import Promise
from storage.receivables import Debtor, Stored
from storage.timeline import EventKind
from usecases.access import allowed
from usecases.errors import NotFoundError, StaleError
from usecases.promises import READERS, judge_due
from usecases.receivables import recount, replace_receivables
from usecases.scope import get_client, lock_client, managers_for
from usecases.work import Work

__all__ = ["recount", "replace_receivables"]

PAGE = 8
SHOWN_DOCUMENTS = 15
TO_CHOOSE = 8
MOST_LATE = 50
QUIET_DAYS = 3
LONGEST_REASON = 300
QUIET = clients.patch("debt_quiet_until")
TOLD_LEAD = clients.patch("debt_lead_day")


class DisputeReasonError(ProzvonError):
    """The reason is empty or too long; facts: most (characters)."""

    code = "dispute-reason"


@dataclass(frozen=True, slots=True)
class LeadDebt:
    """A client whose debt has reached the lead's step: sums in kopecks, `days` past the oldest undisputed term."""

    client_id: int
    name: str
    manager_id: int
    overdue: int
    days: int
    level: DunningLevel
    promise_due: date | None
    broken_day: date | None


# --- the desk


@allowed(*READERS)
async def open_debts(
    actor: Actor, work: Work, manager_id: int = 0, start: int = 0
) -> views.Desk | views.Team:
    """A manager's own desk; for who sees several managers, a line for each, and the desk of the one asked for."""
    await judge_due(actor, work)
    if actor.role is Role.MANAGER:
        return await _desk(actor, work, actor.id, start)
    if manager_id:
        if manager_id not in await managers_for(actor, work):
            raise NotFoundError(what="employee", id=manager_id)
        return await _desk(actor, work, manager_id, start)
    return await _team(actor, work)


async def _desk(actor: Actor, work: Work, manager_id: int, start: int) -> views.Desk:
    found = await receivables.of_manager(work.tx, manager_id)
    rows = await receivables.of_clients(work.tx, [client.id for client in found])
    buckets, disputed, no_term = _aged(work, found, rows)
    late = [client for client in found if client.overdue > 0]
    start = start if start < len(late) else 0
    open_promises = await promises.open_of(work.tx, [client.id for client in found if client.promise_due])
    foreign = actor.role is not Role.MANAGER
    names = await clients.manager_names(work.tx, [manager_id]) if foreign else {}
    as_ofs = [client.debt_as_of for client in found if client.debt_as_of]
    newest = max(as_ofs, default=None) or await receivables.last_as_of(work.tx, [manager_id])
    return views.Desk(
        manager_id=manager_id,
        manager=names.get(manager_id, ""),
        file=views.FileAge(newest, min(as_ofs, default=newest), work.today(actor)),
        buckets=buckets,
        debt=sum(bucket.amount for bucket in buckets),
        overdue=sum(bucket.amount for bucket in buckets if not bucket.not_due),
        advances=sum(client.advance for client in found),
        no_term=no_term,
        disputed=disputed,
        promised=sum(one.left for one in open_promises),
        lines=tuple(_line(client) for client in late[start : start + PAGE]),
        start=start,
        size=PAGE,
        total=len(late),
        back=foreign,
        may_import=False,
    )


def _line(client: Debtor) -> views.Line:
    days = None
    if client.overdue_since is not None and client.debt_as_of is not None:
        days = days_overdue(client.overdue_since, client.debt_as_of)
    return views.Line(client.id, client.name, client.overdue, days)


def _aged(
    work: Work, found: Sequence[Debtor], rows: dict[int, list[Stored]]
) -> tuple[tuple[Bucket, ...], int, int]:
    """Buckets over all clients, each aged to the date of the file that named it; what is disputed; what has no term."""
    by_day: dict[date, list[Receivable]] = {}
    disputed = no_term = 0
    for client in found:
        for row in rows.get(client.id, []):
            due = row.due_on(client.payment_delay)
            disputed += row.amount if row.dispute else 0
            no_term += row.amount if due is None else 0
            receivable = Receivable(client.id, row.amount, due, row.document)
            by_day.setdefault(client.debt_as_of or date.min, []).append(receivable)
    aged = [age(group, as_of, work.rules.ageing).buckets for as_of, group in by_day.items()]
    empty = age([], date.min, work.rules.ageing).buckets
    summed = tuple(
        Bucket(
            bucket.from_days,
            bucket.to_days,
            sum(buckets[at].amount for buckets in aged),
            sum(buckets[at].documents for buckets in aged),
        )
        for at, bucket in enumerate(empty)
    )
    return summed, disputed, no_term


async def _team(actor: Actor, work: Work) -> views.Team:
    managers = await managers_for(actor, work)
    totals = await receivables.totals(work.tx, managers)
    names = await clients.manager_names(work.tx, [total.manager_id for total in totals])
    lines = [
        views.TeamLine(
            total.manager_id, names.get(total.manager_id, ""), total.debt, total.overdue, total.clients
        )
        for total in sorted(totals, key=lambda total: (-total.overdue, -total.debt, total.manager_id))
    ]
    newest = max((total.as_of for total in totals if total.as_of), default=None)
    newest = newest or await receivables.last_as_of(work.tx, managers)
    oldest = min((total.oldest for total in totals if total.oldest), default=newest)
    return views.Team(
        views.FileAge(newest, oldest, work.today(actor)),
        tuple(lines),
        sum(total.advance for total in totals),
        may_import=actor.role is Role.ACCOUNTANT,
    )


# --- one client


@allowed(*READERS)
async def get_card(actor: Actor, work: Work, client_id: int) -> views.Card:
    await judge_due(actor, work)
    return await _card(actor, work, await get_client(actor, work, client_id))


async def _card(actor: Actor, work: Work, client: Client) -> views.Card:
    rows = (await receivables.of_clients(work.tx, [client.id])).get(client.id, [])
    today = work.today(actor)
    as_of = client.debt_as_of or today
    documents = _documents(client, rows, as_of)
    owing = [_receivable(client.payment_delay, row) for row in rows]
    ladder = client_debts(owing, today, work.rules.calendar, work.rules.ladder)
    quiet = client.debt_quiet_until
    return views.Card(
        client_id=client.id,
        name=client.name,
        file=views.FileAge(client.debt_as_of, client.debt_as_of, today),
        debt=client.debt,
        overdue=client.overdue,
        advance=client.advance,
        documents=tuple(documents[:SHOWN_DOCUMENTS]),
        more=max(len(documents) - SHOWN_DOCUMENTS, 0),
        promises=tuple(open_promise(one) for one in await promises.open_of(work.tx, [client.id])),
        broken_due=client.promise_broken_day,
        kept=client.promises_kept,
        judged=client.promises_judged,
        quiet_until=quiet if quiet is not None and quiet >= today else None,
        level=ladder[0].level if ladder else None,
        may_act=actor.role in SELLING,
        may_tell_lead=actor.role is Role.MANAGER,
    )


def open_promise(one: Promise) -> views.OpenPromise:
    return views.OpenPromise(one.id, one.due, None if one.amount is None else one.left)


def _receivable(payment_delay: int | None, row: Stored) -> Receivable:
    return Receivable(
        row.client_id, row.amount, row.due_on(payment_delay), row.document, disputed=bool(row.dispute)
    )


def _documents(client: Client, rows: Iterable[Stored], as_of: date) -> list[views.Document]:
    """What is owed, the oldest term first, what has no term last."""
    documents = []
    for row in rows:
        if row.amount > 0:
            due = row.due_on(client.payment_delay)
            name = row.document or row.contract
            documents.append(
                views.Document(row.id, name, row.amount, due, days_overdue(due, as_of), row.dispute)
            )
    return sorted(documents, key=lambda document: (document.due or date.max, document.id))


@allowed(*SELLING)
async def promise_question(actor: Actor, work: Work, client_id: int) -> Question:
    client = await get_client(actor, work, client_id)
    found = await promises.open_of(work.tx, [client.id])
    whole = client.overdue or client.debt
    return Question(
        client.id, client.name, whole, client.overdue > 0, tuple(map(open_promise, found)), work.today(actor)
    )


@allowed(*SELLING)
async def tell_paid(actor: Actor, work: Work, client_id: int, note: str) -> views.Card:
    """The client says it has paid: no alert until the next file, for three working days at most. `note` for the timeline."""
    client = await lock_client(actor, work, client_id)
    today = work.today(actor)
    if client.debt_quiet_until is None or client.debt_quiet_until < today:
        until = work.rules.calendar.add(today, QUIET_DAYS)
        await work.tx.run(QUIET, id_=client.id, debt_quiet_until=until)
        await timeline.add(work.tx, client.id, actor.id, work.now, EventKind.NOTE, text=note)
    return await _card(actor, work, await get_client(actor, work, client_id))


# --- disputes, and the lead


@allowed(*SELLING)
async def disputable(actor: Actor, work: Work, client_id: int) -> tuple[str, list[views.Document]]:
    """The client's name and the documents that are not in dispute yet, the oldest term first."""
    client = await get_client(actor, work, client_id)
    rows = (await receivables.of_clients(work.tx, [client.id])).get(client.id, [])
    documents = _documents(client, rows, client.debt_as_of or work.today(actor))
    free = [document for document in documents if not document.dispute]
    if not free:
        raise StaleError(what="dispute")
    return client.name, free[:TO_CHOOSE]


@allowed(*SELLING)
async def raise_dispute(
    actor: Actor, work: Work, client_id: int, document_id: int, *, reason: str, note: str
) -> tuple[views.Card, list[Actor]]:
    """Of one document, or with 0 of all that is owed; and who is to be told. Raises `DisputeReasonError`."""
    said = " ".join(reason.split())
    if not said or len(said) > LONGEST_REASON:
        raise DisputeReasonError(most=LONGEST_REASON)
    client = await lock_client(actor, work, client_id)
    rows = (await receivables.of_clients(work.tx, [client.id])).get(client.id, [])
    ids = [row.id for row in rows if row.amount > 0 and not row.dispute and document_id in {0, row.id}]
    if not ids:
        raise StaleError(what="dispute")
    today = work.today(actor)
    await work.tx.run(receivables.SET_DISPUTE, ids=ids, reason=said, day=today)
    await recount(work, [client.id])
    await timeline.add(work.tx, client.id, actor.id, work.now, EventKind.NOTE, text=note)
    return await _card(actor, work, await get_client(actor, work, client_id)), await _leads(actor, work)


@allowed(*SELLING)
async def end_dispute(actor: Actor, work: Work, client_id: int, note: str) -> views.Card:
    client = await lock_client(actor, work, client_id)
    rows = (await receivables.of_clients(work.tx, [client.id])).get(client.id, [])
    ids = [row.id for row in rows if row.dispute]
    if not ids:
        raise StaleError(what="dispute")
    await work.tx.run(receivables.SET_DISPUTE, ids=ids, reason="", day=None)
    await recount(work, [client.id])
    await timeline.add(work.tx, client.id, actor.id, work.now, EventKind.NOTE, text=note)
    return await _card(actor, work, await get_client(actor, work, client_id))


@allowed(Role.MANAGER)
async def tell_lead(actor: Actor, work: Work, client_id: int, note: str) -> tuple[views.Card, list[Actor]]:
    """Once a day for each client. Raises `StaleError` the second time."""
    client = await lock_client(actor, work, client_id)
    today = work.today(actor)
    if client.debt_lead_day == today:
        raise StaleError(what="lead")
    await work.tx.run(TOLD_LEAD, id_=client.id, debt_lead_day=today)
    await timeline.add(work.tx, client.id, actor.id, work.now, EventKind.NOTE, text=note)
    return await _card(actor, work, client), await _leads(actor, work)


async def _leads(actor: Actor, work: Work) -> list[Actor]:
    return [lead for lead in await employees.leads_of(work.tx, actor) if lead.id != actor.id]


@allowed(Role.LEAD, Role.OWNER)
async def lead_debts(actor: Actor, work: Work) -> list[LeadDebt]:
    """Clients of the team whose debt has climbed to the lead's step or above, the largest overdue first; 50 at most."""
    await judge_due(actor, work)
    rules, today = work.rules, work.today(actor)
    late = await receivables.late_since(
        work.tx,
        await managers_for(actor, work),
        today - timedelta(days=rules.ladder.lead),
        rules.ladder.dust,
        MOST_LATE,
    )
    found = []
    for client in late:
        assert client.overdue_since is not None
        level = find_level(client.overdue_since, today, rules.calendar, rules.ladder)
        if level is not None and level.step >= DunningLevel.LEAD.step:
            days = days_overdue(client.overdue_since, today)
            found.append(_for_lead(client, days, level))
    return found


def _for_lead(client: Debtor, days: int, level: DunningLevel) -> LeadDebt:
    promised, broken = client.promise_due, client.promise_broken_day
    return LeadDebt(client.id, client.name, client.manager_id, client.overdue, days, level, promised, broken)
