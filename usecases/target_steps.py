"""What to do today to be on pace: the gap of sales as named clients, the others as leads and counts; and those clients called first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import Any

from domain.actors import SELLING, Actor
from domain.leads import Stage
from domain.periods import month_start
from domain.reasons import ReasonKind
from domain.targets import Line, Ready, TargetKind, Worktime, enough
from screens.target_steps import Lead, Lifted, TodayView
from storage import calls, leads, persons, targets
from storage.calls import ListLine
from storage.clients import Client
from usecases import call_list
from usecases.access import allowed
from usecases.rhythm import chance_of
from usecases.target_facts import find_line, people_month, worktimes
from usecases.targets import get_manager
from usecases.work import Work

LOOKED_AT, USUAL_DAYS, LEADS = 60, 365, 5
NEAREST = (Stage.CONTRACT, Stage.OFFER, Stage.NEED)
COUNTED = (TargetKind.NEW_CLIENTS, TargetKind.CONTRACTS, TargetKind.CALLS, TargetKind.OFFERS)
SHOWN_REASONS = 2


@allowed(*SELLING)
async def open_today(actor: Actor, work: Work, employee_id: int = 0) -> TodayView:
    """The actor's own, or one manager's of theirs. Raises `NotFoundError`."""
    person = await get_manager(actor, work, employee_id) if employee_id not in {0, actor.id} else actor
    view = (await _today(work, person, own=person.id == actor.id))[0]
    return replace(view, may_set=actor.leads)


async def _today(work: Work, person: Actor, *, own: bool) -> tuple[TodayView, list[Client]]:
    today = work.today(person)
    month = month_start(today)
    lines = (await people_month(person, work, [person], month))[person.id]
    time = (await worktimes(person, work, [person], month))[person.id]
    sales = find_line(lines, TargetKind.SALES)
    gap = _gap(sales, time, work, today)
    ready, known = await _ready(work, person, today) if sales.target is not None else ([], [])
    named = enough(ready, gap or sales.a_day, work.rules.targets.named) if sales.missing else ()
    wants_leads = any(find_line(lines, kind).missing for kind in COUNTED[:2])
    view = TodayView(
        employee=0 if own else person.id,
        name="" if own else person.name,
        sales=sales,
        gap=gap,
        clients=named,
        leads=await _nearest(work, person.id) if wants_leads else (),
        counted=tuple(line for line in lines if line.kind in COUNTED and line.missing),
        overdue=find_line(lines, TargetKind.RECEIVABLES),
    )
    ids = [one.client_id for one in named]
    return view, sorted((one for one in known if one.id in ids), key=lambda one: ids.index(one.id))


def _gap(sales: Line, time: Worktime, work: Work, today: date) -> int:
    """What is missing to where the month should stand this evening, kopecks."""
    if sales.target is None or sales.fact is None or not time.whole:
        return 0
    evening = time.whole - time.left + work.rules.calendar.is_working(today)
    should = ceil(Fraction(sales.target * min(evening, time.whole), time.whole))
    return max(should - sales.fact, 0)


async def _ready(work: Work, person: Actor, today: date) -> tuple[list[Ready], list[Client]]:
    """Who may order by its own rhythm, with what it usually orders; of the last year's orders."""
    ratio = work.rules.targets.ready_ratio
    known = await targets.ready(work.tx, person.id, today, ratio, LOOKED_AT)
    bought = await targets.usual(work.tx, [one.id for one in known], today - timedelta(days=USUAL_DAYS))
    ready = []
    for one in known:
        usual = bought.get(one.id)
        if usual is None or not usual.orders or one.last_order_day is None or not one.order_gap:
            continue
        chance = chance_of(one, today, work.rules)
        silent = (today - one.last_order_day).days
        ready.append(Ready(one.id, one.name, usual.total // usual.orders, chance, silent, one.order_gap))
    return ready, known


async def _nearest(work: Work, manager: int) -> tuple[Lead, ...]:
    """The leads closest to a contract."""
    found: list[Lead] = []
    for stage in NEAREST:
        if len(found) < LEADS:
            rows = await leads.in_stage(work.tx, manager, stage, 0, LEADS - len(found))
            found += [Lead(row.id, row.name, stage) for row in rows]
    return tuple(found)


# --- called first


@allowed(*SELLING)
async def call_first(actor: Actor, work: Work, employee_id: int = 0) -> Lifted:
    """They go to the top of today's list of whose they are; the same again changes nothing. Raises `NotFoundError`.

    `manager` is whom to tell: not whoever did it, and only where the list moved.
    """
    person = await get_manager(actor, work, employee_id) if employee_id not in {0, actor.id} else actor
    view, named = await _today(work, person, own=person.id == actor.id)
    total = sum(one.usual for one in view.clients)
    done = Lifted(view.employee, view.name, tuple(one.name for one in view.clients), total)
    lines = await call_list.build_list(person, work)
    top = _in_list(lines, [client.id for client in named])
    if not named or [line.client_id for line in lines[: len(named)]] == top:
        return done
    first = min((line.position for line in lines), default=1)
    usual = {one.client_id: one.usual for one in view.clients}
    for place, client in enumerate(named, first - len(named)):
        await _lift(person, work, lines, client, (place, usual[client.id]))
    return replace(done, manager=None if person.id == actor.id else person)


def _in_list(lines: Sequence[ListLine], ids: Sequence[int]) -> list[int]:
    """By which line each stands in the list: another's, where one number answers for several."""
    whose = {other: line.client_id for line in lines for other in line.also or ()}
    return [whose.get(id_, id_) for id_ in ids]


async def _lift(
    person: Actor, work: Work, lines: Sequence[ListLine], client: Client, told: tuple[int, int]
) -> None:
    """`told`: the place in the list, and what the client usually orders, kopecks."""
    place, usual = told
    why: dict[str, Any] = {"kind": ReasonKind.TARGET.value, "amount": usual}
    standing = next((line for line in lines if client.id in {line.client_id, *(line.also or ())}), None)
    if standing is not None:
        if standing.state == "waiting":
            others = [one for one in standing.reasons if one["kind"] != ReasonKind.TARGET.value]
            reasons = [why, *others][:SHOWN_REASONS]
            await work.tx.run(targets.LIFT, id_=standing.id, place=place, why=reasons)
        return
    now = await call_list.line_now(person, work, client, await persons.of_client(work.tx, client.id))
    others = call_list.reason_rows(person, now) if now else []
    await work.tx.run(
        calls.ADD_LINES,
        employee_id=person.id,
        day=work.today(person),
        position=place,
        client_id=client.id,
        person_id=now.person_id if now else None,
        reasons=[why, *others][:SHOWN_REASONS],
        pinned_at=None,
        also=None,
        since=work.today(person),
    )
