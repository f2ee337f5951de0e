"""The debt desk: what is owed to whom, by age, and to which manager."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.actors import Actor, Role
from domain.ageing import Bucket, Receivable, age, days_overdue
from domain.dunning import is_silent
from domain.periods import DAYS_IN_WEEK
from screens import debt_desk as views
from screens.debts import FileAge
from storage import clients, digest, promises, receivables
from storage.receivables import Debtor, Stored
from usecases import audit
from usecases.access import allowed
from usecases.errors import NotFoundError
from usecases.looks import note_debts
from usecases.payments import waiting_total
from usecases.promises import READERS, judge_due
from usecases.scope import managers_for
from usecases.stop_list import count_open
from usecases.work import Work

PAGE = 8


@allowed(*READERS)
async def open_debts(
    actor: Actor, work: Work, manager_id: int = 0, start: int = 0
) -> views.Desk | views.Team:
    """A manager's own desk; for who sees several managers, a line for each, and the desk of the one asked for."""
    await judge_due(actor, work)
    await note_debts(actor, work)
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
    late = _late(found, rows, work.today(actor))
    start = start if start < len(late) else 0
    open_promises = await promises.open_of(work.tx, [client.id for client in found if client.promise_due])
    foreign = actor.role is not Role.MANAGER
    names = await clients.manager_names(work.tx, [manager_id]) if foreign else {}
    as_ofs = [client.debt_as_of for client in found if client.debt_as_of]
    newest = max(as_ofs, default=None) or await receivables.last_as_of(work.tx, [manager_id])
    return views.Desk(
        manager_id=manager_id,
        manager=names.get(manager_id, ""),
        file=FileAge(newest, min(as_ofs, default=newest), work.today(actor)),
        buckets=buckets,
        debt=sum(bucket.amount for bucket in buckets),
        overdue=sum(bucket.amount for bucket in buckets if not bucket.not_due),
        advances=sum(client.advance for client in found),
        no_term=no_term,
        disputed=disputed,
        promised=sum(one.left for one in open_promises),
        before=await _before(actor, work, manager_id),
        lines=tuple(late[start : start + PAGE]),
        start=start,
        size=PAGE,
        total=len(late),
        back=foreign,
        may_import=False,
        stops=0 if foreign else await count_open(actor, work),
    )


def _late(found: Sequence[Debtor], rows: dict[int, list[Stored]], today: date) -> list[views.Line]:
    """Whoever is late today, the most first; only the ages of the table are to the day of the file."""
    lines = []
    for client in found:
        late = [
            (row, days)
            for row in rows.get(client.id, [])
            if row.amount > 0 and (days := days_overdue(row.due_on(client.payment_delay), today))
        ]
        if late:
            overdue = sum(row.amount for row, _ in late)
            oldest = max((days for row, days in late if not row.dispute), default=None)
            lines.append(views.Line(client.id, client.name, overdue, oldest, _kept_quiet(client, today)))
    return sorted(lines, key=lambda line: -line.overdue)


def _kept_quiet(client: Debtor, today: date) -> views.Quiet | None:
    if is_silent(client.undunned_until, today):
        return views.Quiet.HUSHED
    return views.Quiet.PAID if is_silent(client.quiet_until, today) else None


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
    since, before = await _looks(actor, work, managers)
    await digest.keep(work.tx, work.today(actor), totals)
    lines = [
        views.TeamLine(
            total.manager_id,
            names.get(total.manager_id, ""),
            total.debt,
            total.overdue,
            total.clients,
            total.overdue - before[total.manager_id] if total.manager_id in before else None,
        )
        for total in sorted(totals, key=lambda total: (-total.overdue, -total.debt, total.manager_id))
    ]
    newest = max((total.as_of for total in totals if total.as_of), default=None)
    newest = newest or await receivables.last_as_of(work.tx, managers)
    oldest = min((total.oldest for total in totals if total.oldest), default=newest)
    return views.Team(
        FileAge(newest, oldest, work.today(actor)),
        tuple(lines),
        await _team_buckets(actor, work, managers),
        sum(total.advance for total in totals),
        since,
        may_import=actor.role is Role.ACCOUNTANT,
        stops=await count_open(actor, work),
        waiting=(await waiting_total(actor, work))[0] if actor.role is Role.ACCOUNTANT else 0,
    )


async def _team_buckets(actor: Actor, work: Work, managers: list[int]) -> tuple[Bucket, ...]:
    """Summed by age where they lie: a team has more documents than a turn may read."""
    today, ages = work.today(actor), await receivables.by_age(work.tx, managers)
    aged = [
        Receivable(0, amount, None if days is None else today - timedelta(days=days))
        for days, amount in ages.items()
    ]
    return age(aged, today, work.rules.ageing).buckets


async def _before(actor: Actor, work: Work, manager_id: int) -> views.Change | None:
    since, before = await _looks(actor, work, [manager_id])
    return views.Change(since, before[manager_id]) if since and manager_id in before else None


async def _looks(actor: Actor, work: Work, managers: list[int]) -> tuple[date | None, dict[int, int]]:
    """A day about a week ago on which somebody looked, and what was overdue for each manager by then."""
    today = work.today(actor)
    kept = await digest.snapshots(
        work.tx, managers, today - timedelta(days=work.rules.digest.snapshot_days), today - timedelta(days=1)
    )
    days = [row.day for row in kept]
    if not days:
        return None, {}
    week_ago = today - timedelta(days=DAYS_IN_WEEK)
    since = max((day for day in days if day <= week_ago), default=days[0])
    return since, {row.manager_id: row.overdue for row in kept if row.day <= since}


@allowed(*READERS)
async def note_export(actor: Actor, work: Work, manager_id: int = 0) -> None:
    """Who takes the table of whose debts, for the audit.

    Raises `NotFoundError` for a foreign manager, `StaleError` for a second tap.
    """
    if manager_id and manager_id not in await managers_for(actor, work):
        raise NotFoundError(what="employee", id=manager_id)
    await audit.note_export(actor, work, what="debts", manager=manager_id)
