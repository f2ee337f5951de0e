"""What is shown of leads: the pipeline with the counter of contracts, a stage, one lead."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from domain.actors import SELLING, Actor
from domain.funnel import conversion, needs
from domain.leads import PIPELINE, Question, Stage, is_overdue, stage_of
from domain.periods import add_months, month_end, month_start
from screens.leads import Board, Counter, LeadLine, LeadView, StageLine, StagePage, TeamBoard
from storage import clients, contracts, employees, leads, offers, persons
from storage.clients import Client
from storage.leads import LeadRow, Standing
from usecases.access import allowed, inner
from usecases.clients import next_contact
from usecases.errors import NotFoundError
from usecases.leads import answers_of
from usecases.offers import view_of
from usecases.reliability import check_line
from usecases.scope import get_client, managers_for
from usecases.work import Work

PAGE = 10
OFFERS_SHOWN = 3


# --- the pipeline -----------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def open_board(actor: Actor, work: Work, employee_id: int = 0) -> Board | TeamBoard:
    """A manager's own, or the one named; of who leads, the team's. Raises `NotFoundError` for somebody else's manager."""
    if employee_id:
        return await _named(actor, work, employee_id)
    return await _team(actor, work) if actor.leads else await _own(actor, work)


async def _own(actor: Actor, work: Work) -> Board:
    [board] = await _boards(actor, work, [(actor.id, "")])
    waiting, due = (await offers.counts(work.tx, [actor.id], [actor.id], work.today(actor))).get(
        actor.id, (0, 0)
    )
    return replace(board, employee=0, offers=waiting, offers_due=due)


async def _named(actor: Actor, work: Work, employee_id: int) -> Board:
    managers = await managers_for(actor, work)
    names = await clients.manager_names(work.tx, [employee_id] if employee_id in managers else [])
    if employee_id not in names:
        raise NotFoundError(what="employee", id=employee_id)
    [board] = await _boards(actor, work, [(employee_id, names[employee_id])])
    return board


async def _team(actor: Actor, work: Work) -> TeamBoard:
    """A lead's own leads stand among the managers', where there are any."""
    people = [(person.id, person.name) for person in await employees.managers_of(work.tx, actor)]
    today = work.today(actor)
    managers = await managers_for(actor, work)
    counted = await offers.counts(work.tx, managers, managers, today)
    boards = [
        replace(board, offers_due=counted.get(board.employee, (0, 0))[1])
        for board in await _boards(actor, work, [*people, (actor.id, actor.name)])
        if board.employee != actor.id or any(line.count for line in board.lines)
    ]
    waiting, due = (sum(pair[place] for pair in counted.values()) for place in (0, 1))
    return TeamBoard(tuple(boards), today, work.rules.leads.contracts_a_month, waiting, due)


async def _boards(actor: Actor, work: Work, people: Sequence[tuple[int, str]]) -> list[Board]:
    """Of each, at four reads for all of them."""
    ids, today = [id_ for id_, _ in people], work.today(actor)
    standing = await leads.standing(work.tx, ids)
    counters = await _counters(work, ids, today, standing)
    month = await leads.came_to(work.tx, ids, month_start(today), today)
    boards = []
    for id_, name in people:
        own = {stage_of(one.stage): one for one in standing if one.manager_id == id_}
        lost = own.get(Stage.LOST)
        boards.append(
            Board(
                employee=id_,
                name=name,
                lines=tuple(_line(actor, stage, own.get(stage), today) for stage in PIPELINE),
                counter=counters[id_],
                lost=lost.count if lost else 0,
                ordered=month.get(id_, {}).get(Stage.FIRST_ORDER, 0),
            )
        )
    return boards


def _line(actor: Actor, stage: Stage, standing: Standing | None, today: date) -> StageLine:
    """Of those just found, since the oldest of them is known: a stage set back by hand has a day of its own."""
    if standing is None:
        return StageLine(stage, 0, 0)
    created = actor.local(standing.created_at).date()
    since = created if stage is Stage.FOUND else standing.since or created
    return StageLine(stage, standing.count, max((today - since).days, 0))


async def _counters(
    work: Work, ids: Sequence[int], today: date, standing: Sequence[Standing]
) -> dict[int, Counter]:
    """Signed contracts of the month; where a manager keeps no register, leads that came to a contract.

    With a register a contract in work is one more stage before the goal.
    """
    rules = work.rules.leads
    start, end = month_start(today), month_end(today)
    keepers = await leads.keepers(work.tx, ids)
    signed = await contracts.signed_in(work.tx, ids, start, end)
    month = await leads.came_to(work.tx, ids, start, end)
    history = await leads.came_to(work.tx, ids, add_months(today, -rules.history_months), end)
    found = {}
    for id_ in ids:
        done = signed.get(id_, 0) if id_ in keepers else month.get(id_, {}).get(Stage.CONTRACT, 0)
        stages = PIPELINE if id_ in keepers else PIPELINE[:-1]
        rates = {stage: conversion(stage, history.get(id_, {}), rules) for stage in stages}
        here = {stage_of(one.stage): one.count for one in standing if one.manager_id == id_}
        here[Stage.CONTRACT] = max(here.get(Stage.CONTRACT, 0) - done, 0)
        left = max(rules.contracts_a_month - done, 0)
        found[id_] = Counter(done, rules.contracts_a_month, today, needs(left, stages, rates, here))
    return found


@inner
async def counter_of(actor: Actor, work: Work) -> Counter | None:
    """For the plan of the day; None for a manager without a lead in sight and nothing won."""
    standing = await leads.standing(work.tx, [actor.id])
    counter = (await _counters(work, [actor.id], work.today(actor), standing))[actor.id]
    return counter if standing or counter.done else None


# --- a stage, a lead --------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def open_stage(
    actor: Actor, work: Work, stage: Stage, employee_id: int = 0, start: int = 0
) -> StagePage:
    """The best class first. Raises `NotFoundError` for somebody else's manager."""
    whose = employee_id or actor.id
    if whose not in await managers_for(actor, work):
        raise NotFoundError(what="employee", id=employee_id)
    found = await leads.in_stage(work.tx, whose, stage, start, PAGE + 1)
    lines = tuple(_lead_line(actor, work, stage, row) for row in found[:PAGE])
    return StagePage(employee_id, stage, lines, start + PAGE if len(found) > PAGE else None)


def _lead_line(actor: Actor, work: Work, stage: Stage, row: LeadRow) -> LeadLine:
    today = work.today(actor)
    since = row.stage_day or actor.local(row.created_at).date()
    late = is_overdue(stage, since, row.next_day, today, work.rules.leads)
    return LeadLine(row.id, row.name, row.client_class, max((today - since).days, 0), late)


@allowed(*SELLING)
async def get_lead(actor: Actor, work: Work, client_id: int) -> LeadView:
    """All that is known. A lead that has become a client is shown as one."""
    client = await get_client(actor, work, client_id)
    today = work.today(actor)
    answers = await answers_of(actor, work, client.id)
    managers = await managers_for(actor, work)
    made = await offers.of_client(work.tx, client.id, managers, OFFERS_SHOWN)
    stage = stage_of(client.stage)
    since = client.stage_day or actor.local(client.created_at).date()
    people = await persons.of_client(work.tx, client.id)
    return LeadView(
        id=client.id,
        name=client.name,
        client_class=client.client_class,
        is_lead=client.is_lead,
        stage=stage,
        since=since,
        days=max((today - since).days, 0),
        overdue=is_overdue(stage, since, client.next_day, today, work.rules.leads),
        reason=await _lost_why(work, client, stage),
        next_contact=next_contact(actor, client, people),
        answers=answers,
        open_questions=len(Question) - len(answers),
        offers=tuple(view_of(one) for one in made),
        reliability=await check_line(actor, work, client.id),
    )


async def _lost_why(work: Work, client: Client, stage: Stage) -> str:
    if stage is not Stage.LOST:
        return ""
    return await work.tx.value(leads.LOST_WHY, client=client.id) or ""
