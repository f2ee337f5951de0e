"""The figures of a person's month, each from the facts that the rest of the company sees."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from domain.absences import Absence
from domain.actors import Actor
from domain.periods import add_months, at_local, month_end
from domain.promises import PromiseState
from domain.reconciliation import ReconciliationState
from domain.reports import MOST_ROWS, Figures, Row, Value, derived
from domain.targets import TargetKind
from domain.visits import VisitKind
from storage import absences, contracts, counters, digest, employees, reconciliation, targets
from storage import reports as stored
from storage.counters import Counted
from storage.reports import HandedOver, Named, Rhythmic, Signed
from usecases.access import inner
from usecases.target_facts import find_line, people_month
from usecases.work import Work

# A debt is as somebody last looked at it; who looked at nothing for longer has told nothing.
SEEN_DAYS = 10
Facts = dict[str, Value]


@inner
async def read_figures(person: Actor, work: Work, month: date) -> Figures:
    """As they are now; `month` is its first day. Figures are those of the owner of the clients, whoever stood in."""
    end = month_end(month)
    values: Facts = {
        "report.start": month.isoformat(),
        "report.end": end.isoformat(),
        "company.name": work.rules.company.legal_name or work.rules.company.name,
        "person.name": person.name,
        "person.team": await _team(work, person),
    }
    lists: dict[str, list[Row]] = {}
    values |= await _plan_and_fact(person, work, month)
    values |= _work_done(await counters.of_team(work.tx, [person.id], month, end))
    values |= await _money(work, person, month)
    values |= await _agreed(work, person, month, lists)
    values |= await _market(work, person, month, lists)
    values |= await _ahead(work, person, add_months(month, 1), lists)
    lists["absences"] = [
        _away(one, month) for one in await absences.of_days(work.tx, [person.id], month, end)
    ]
    return Figures(values | derived(values), lists)


async def _team(work: Work, person: Actor) -> str:
    names = {team.id: team.name for team in await employees.teams_by_id(work.tx)}
    return names.get(person.team_id or 0, "")


async def _plan_and_fact(person: Actor, work: Work, month: date) -> Facts:
    lines = (await people_month(person, work, [person], month))[person.id]
    before = await counters.of_team(work.tx, [person.id], add_months(month, -1), month - timedelta(days=1))
    found: Facts = {"sales.before": sum(one.order_sum for one in before)}
    for kind, name, target in (
        (TargetKind.SALES, "sales.fact", "sales.target"),
        (TargetKind.ACTIVE_BASE, "clients.active", "clients.active_target"),
        (TargetKind.NEW_CLIENTS, "clients.new", "clients.new_target"),
        (TargetKind.CALLS, "calls.made", "calls.target"),
        (TargetKind.OFFERS, "", "offers.target"),
        (TargetKind.CONTRACTS, "contracts.new", "contracts.target"),
    ):
        line = find_line(lines, kind)
        found[target] = line.target
        if name:
            found[name] = line.fact or 0
    return found


def _work_done(days: Sequence[Counted]) -> Facts:
    return {
        "orders.count": sum(day.orders for day in days),
        "calls.reached": sum(day.reached for day in days),
        "offers.phone": sum(day.phone_offers for day in days),
        "offers.email": sum(day.email_offers for day in days),
        "greetings.count": sum(day.greetings for day in days),
    }


async def _money(work: Work, person: Actor, month: date) -> Facts:
    end = month_end(month)
    since, until = month - timedelta(days=SEEN_DAYS), end
    seen = await digest.snapshots(work.tx, [person.id], since, until)
    start = next((one for one in reversed(seen) if one.day < month), None)
    last = next((one for one in reversed(seen) if one.day >= end - timedelta(days=SEEN_DAYS)), None)
    # In a month one reconciles the month before.
    states = await reconciliation.counts(
        work.tx, [person.id], add_months(month, -1), month - timedelta(days=1)
    )
    judged = await stored.promised(work.tx, person.id, month, end)
    return {
        "debt.start": start.debt if start else None,
        "debt.end": last.debt if last else None,
        "overdue.start": start.overdue if start else None,
        "overdue.end": last.overdue if last else None,
        "debt.collected": await _collected(work, person, month),
        "promises.kept": judged.get(PromiseState.KEPT, 0),
        "promises.partly": judged.get(PromiseState.PARTLY_KEPT, 0),
        "promises.broken": judged.get(PromiseState.BROKEN, 0),
        "reconciliations.count": sum(
            count for _, state, count in states if state != ReconciliationState.NOT_NEEDED
        ),
        "reconciliations.signed": sum(
            count for _, state, count in states if state == ReconciliationState.SIGNED
        ),
    }


async def _collected(work: Work, person: Actor, month: date) -> int:
    """From clients while they were the person's; the day on which a client went over is still that of who gave it."""
    end = month_end(month)
    now = await stored.counted(work.tx, stored.COLLECTED, person.id, start=month, end=end)
    since, _ = moments_of(person, month, end)
    moved = [one for one in await stored.handed_over(work.tx, person.id, since) if one.stands]
    whose = {one.client_id: one.manager_id == person.id for one in moved}
    for one in await stored.paid(work.tx, whose, month, end) if whose else ():
        own = [each for each in moved if each.client_id == one.client_id]
        now += one.amount * (was_own(own, person, one.day) - whose[one.client_id])
    return now


def was_own(moved: Sequence[HandedOver], person: Actor, day: date) -> bool:
    """Of one client, by every move from the person or to them, the oldest first."""
    before = [one for one in moved if person.local(one.at).date() < day]
    return before[-1].to_id == person.id if before else moved[0].from_id == person.id


async def _agreed(work: Work, person: Actor, month: date, lists: dict[str, list[Row]]) -> Facts:
    """Contracts, claims, visits."""
    end = month_end(month)
    since, until = moments_of(person, month, end)
    signed = await stored.signed(work.tx, person.id, month, end)
    claimed = await stored.claimed(work.tx, person.id, since, until)
    visited = await stored.visited(work.tx, person.id, month, end)
    trained = visited.get(VisitKind.TRAINING)
    lists["claims"] = [{"reason": one.kind, "count": one.count, "amount": one.amount} for one in claimed]
    return {
        "contracts.renewed": sum(is_renewal(one) for one in signed),
        "claims.count": sum(one.count for one in claimed),
        "claims.closed": sum(one.closed for one in claimed),
        "claims.amount": sum(one.amount for one in claimed),
        "visits.done": sum(one.count for one in visited.values()),
        "trainings.done": trained.count if trained else 0,
        "trainings.people": trained.people if trained else 0,
        "clients.total": await stored.counted(work.tx, stored.CLIENTS, person.id),
    }


def is_renewal(one: Signed) -> bool:
    """It goes on from an earlier contract, or adds to it."""
    return bool(one.previous_id)


async def _market(work: Work, person: Actor, month: date, lists: dict[str, list[Row]]) -> Facts:
    since, until = moments_of(person, month, month_end(month))
    rivals = await stored.named(work.tx, stored.RIVALS, person.id, since, until)
    lost = await stored.named(work.tx, stored.LOST, person.id, since, until)
    lists["rivals"] = [{"name": one.name, "count": one.count} for one in rivals[:MOST_ROWS]]
    lists["lost_goods"] = [_lost(one) for one in lost[:MOST_ROWS]]
    return {
        "competitors.count": sum(one.count for one in rivals),
        "lost.count": sum(one.count for one in lost),
        "lost.amount": sum(one.amount for one in lost),
    }


def _lost(one: Named) -> Row:
    return {"name": one.name, "count": one.count, "amount": one.amount}


async def _ahead(work: Work, person: Actor, month: date, lists: dict[str, list[Row]]) -> Facts:
    """What the next month holds: targets, contracts that end, orders by the clients' own rhythm."""
    end = month_end(month)
    asked = {one.kind: one.value for one in await targets.of_people(work.tx, [person.id], month, month)}
    ending = [
        one
        for one in await contracts.ending(work.tx, [person.id], end)
        if (one.contract.ends or end) >= month
    ]
    expected = expected_in(await stored.rhythmic(work.tx, person.id), month, end)
    lists["ending"] = [
        {
            "client": one.client,
            "number": one.contract.number,
            "day": one.contract.ends.isoformat() if one.contract.ends else None,
        }
        for one in ending[:MOST_ROWS]
    ]
    lists["expected"] = [{"client": name, "day": day.isoformat()} for name, day in expected[:MOST_ROWS]]
    return {
        "next.sales": asked.get(TargetKind.SALES),
        "next.clients": asked.get(TargetKind.NEW_CLIENTS),
        "next.contracts": asked.get(TargetKind.CONTRACTS),
        "next.calls": asked.get(TargetKind.CALLS),
        "next.ending": len(ending),
        "next.expected": len(expected),
    }


def expected_in(clients: Sequence[Rhythmic], start: date, end: date) -> list[tuple[str, date]]:
    """Who orders in these days by the own rhythm, and the first such day; who is late already is expected at once."""
    found = []
    for one in clients:
        day = one.last + timedelta(days=one.gap)
        if day < start:
            day += timedelta(days=-(-(start - day).days // one.gap) * one.gap)
        if day <= end:
            found.append((one.name, day))
    return found


def _away(one: Absence, month: date) -> Row:
    """Its days within the month."""
    first, last = max(one.first_day, month), min(one.last_day, month_end(month))
    return {"kind": one.kind.value, "start": first.isoformat(), "end": last.isoformat()}


def moments_of(person: Actor, start: date, end: date) -> tuple[datetime, datetime]:
    """From the first moment of `start` to that after `end`, by the person's own clock."""
    return at_local(start, time.min, person.zone), at_local(end + timedelta(days=1), time.min, person.zone)
