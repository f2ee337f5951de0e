"""Stops as screens see them, and the people around one: the manager, the leads, the accountants."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from domain.actors import LEADING, SELLING, Actor, Role
from domain.ageing import Receivable
from domain.decisions import DecisionKind
from domain.ladder import DunningLevel, client_debts
from domain.stop_list import AWAITED, STOPPED, UNDECIDED, Owing, Party, StopState, StopStep, StopWord
from screens.stops import ListLine, StepLine, StopAction, StopList, StopView
from storage import clients, employees, receivables, stops
from storage.clients import Client
from storage.stops import Event, Stop
from usecases import scope
from usecases.access import allowed, inner
from usecases.decisions import lent, standing_in
from usecases.errors import NotFoundError, StaleError
from usecases.work import Work

SEEING = SELLING | {Role.ACCOUNTANT}
TURNOVER_DAYS = 90
MOST_LISTED = 40


@dataclass(frozen=True, slots=True)
class Circle:
    """Those who can be spoken to. `leads` are the owners where the team has none that can; `manager` None: next in line."""

    manager: Actor | None
    leads: tuple[Actor, ...]
    accountants: tuple[Actor, ...]

    def of(self, party: Party) -> tuple[Actor, ...]:
        if party is Party.MANAGER:
            return (self.manager,) if self.manager is not None else ()
        return self.leads if party is Party.LEAD else self.accountants

    @property
    def present(self) -> frozenset[Party]:
        return frozenset(party for party in Party if self.of(party))


async def circle_of(work: Work, manager_id: int) -> Circle:
    person = await employees.find(work.tx, manager_id)
    asked = person is not None and person.role is Role.MANAGER and person.reachable
    leads = _reachable(await employees.leads_of(work.tx, person) if person else [])
    judges = leads or _reachable(await employees.with_role(work.tx, Role.OWNER))
    return Circle(
        person if asked else None,
        (*judges, *_reachable(await standing_in(work, judges))),
        _reachable(await employees.with_role(work.tx, Role.ACCOUNTANT)),
    )


def _reachable(people: Sequence[Actor]) -> tuple[Actor, ...]:
    return tuple(person for person in people if person.reachable)


def party_of(actor: Actor) -> Party:
    if actor.role in LEADING:
        return Party.LEAD
    return Party.ACCOUNTANT if actor.role is Role.ACCOUNTANT else Party.MANAGER


def company_today(work: Work) -> date:
    """A file and the clock have no reader: the company's own day."""
    return work.now.astimezone(ZoneInfo(work.rules.company.timezone)).date()


async def read_owing(work: Work, client: Client) -> Owing:
    """What is due and undisputed on the company's day, from the client's documents."""
    rows = (await receivables.of_clients(work.tx, [client.id])).get(client.id, [])
    owing = [
        Receivable(client.id, row.amount, row.due_on(client.payment_delay), disputed=bool(row.dispute))
        for row in rows
    ]
    debts = client_debts(owing, company_today(work), work.rules.calendar, work.rules.ladder)
    if not debts:
        return Owing(promised=client.promise_due)
    return Owing(debts[0].overdue, debts[0].days_overdue, debts[0].level, client.promise_due)


# --- one


@allowed(*SEEING)
async def get_stop(actor: Actor, work: Work, stop_id: int) -> StopView:
    """Raises `NotFoundError` for a missing stop and for that of a foreign client alike."""
    stop, client = await find_stop(work, actor, stop_id)
    return await stop_view(work, actor, stop, client)


@allowed(*SEEING)
async def find_of_client(actor: Actor, work: Work, client_id: int) -> tuple[str, StopView | None]:
    """The client's name, and its open stop. Raises `StaleError` where there is none and the actor may put none."""
    client = await scope.get_client(actor, work, client_id)
    stop = (await stops.open_of(work.tx, [client.id])).get(client.id)
    if stop is None and not actor.leads:
        raise StaleError(what="stop")
    return client.name, await stop_view(work, actor, stop, client) if stop else None


@inner
async def find_stop(work: Work, actor: Actor, stop_id: int, *, lock: bool = False) -> tuple[Stop, Client]:
    """With `lock`, both are held from other turns: the client first."""
    found = await stops.find(work.tx, stop_id)
    if found is None:
        raise NotFoundError(what="stop", id=stop_id)
    work = await lent(actor, work, DecisionKind.STOP, stop_id)
    if not lock:
        return found, await scope.get_client(actor, work, found.client_id)
    client = await scope.lock_client(actor, work, found.client_id)
    held = await stops.find_locked(work.tx, stop_id)
    assert held is not None
    return held, client


@inner
async def stop_view(work: Work, reader: Actor, stop: Stop, client: Client) -> StopView:
    events = await stops.events_of(work.tx, stop.id)
    owing = await read_owing(work, client)
    circle = await circle_of(work, client.manager_id)
    state, today = StopState(stop.state), work.today(reader)
    party = AWAITED.get(state)
    names = await clients.manager_names(work.tx, [client.manager_id])
    keeps_books = reader.role is Role.ACCOUNTANT
    return StopView(
        id=stop.id,
        client_id=client.id,
        name=client.name,
        state=state,
        mine=party is party_of(reader),
        debt=client.debt,
        overdue=owing.overdue,
        days=owing.days,
        limit=client.credit_limit,
        promise_due=client.promise_due,
        broken_due=client.promise_broken_day,
        kept=client.promises_kept,
        judged=client.promises_judged,
        turnover=await stops.turnover(work.tx, client.id, today - timedelta(days=TURNOVER_DAYS)),
        manager=names.get(client.manager_id, "") if reader.id != client.manager_id else "",
        word=StopWord(stop.word) if stop.word else None,
        word_until=stop.word_until,
        until=stop.until,
        why=stop.why,
        awaited=tuple(person.name for person in circle.of(party)) if party else (),
        due=reader.local(stop.due_at) if stop.due_at else None,
        steps=tuple(
            StepLine(reader.local(one.at), StopStep(one.step), one.employee, one.until, one.text)
            for one in events
        ),
        question=_question(events),
        actions=_actions(reader, state, waiting=bool(_question(events))),
        today=today,
        final=state is StopState.AT_LEAD
        and owing.level is not None
        and owing.level.step >= DunningLevel.STOP.step,
        legal_name=client.legal_name if keeps_books else "",
        tax_number=client.tax_number or "" if keeps_books else "",
    )


def _question(events: Sequence[Event]) -> str:
    """The accountant's question that nobody has answered."""
    last = next((one for one in reversed(events) if one.step in {StopStep.ASKED, StopStep.ANSWERED}), None)
    return last.text if last is not None and last.step == StopStep.ASKED else ""


def _actions(reader: Actor, state: StopState, *, waiting: bool) -> frozenset[StopAction]:
    party = party_of(reader)
    stopped, undecided = state in STOPPED, state in UNDECIDED
    may = {
        StopAction.WORD: party is Party.MANAGER and state is StopState.CANDIDATE,
        StopAction.STOP: party is Party.LEAD and (undecided or state is StopState.EXCEPTION),
        StopAction.UNTIL: party is Party.LEAD and (undecided or stopped or state is StopState.EXCEPTION),
        StopAction.REJECT: party is Party.LEAD and undecided,
        StopAction.LIFT: party is Party.LEAD and stopped,
        StopAction.ANSWER: party is Party.LEAD and state is StopState.AT_ACCOUNTANT and waiting,
        StopAction.CONFIRM: party is Party.ACCOUNTANT and state is StopState.AT_ACCOUNTANT,
        StopAction.ASK: party is Party.ACCOUNTANT and state is StopState.AT_ACCOUNTANT,
        StopAction.CLEAR: party is Party.ACCOUNTANT and state is StopState.LIFTING,
    }
    return frozenset(action for action, so in may.items() if so)


# --- the list


@allowed(*SEEING)
async def list_stops(actor: Actor, work: Work) -> StopList:
    """The open ones of the actor's clients, the soonest deadline first."""
    found = (
        await stops.every(work.tx, MOST_LISTED)
        if _sees_all(actor)
        else await stops.of_managers(work.tx, await scope.managers_for(actor, work), MOST_LISTED)
    )
    names = await clients.manager_names(work.tx, [one.manager_id for one in found])
    lines = tuple(
        ListLine(
            one.stop.id,
            one.client,
            StopState(one.stop.state),
            names.get(one.manager_id, "") if actor.role is not Role.MANAGER else "",
            one.stop.until,
            actor.local(one.stop.due_at) if one.stop.due_at else None,
            AWAITED.get(StopState(one.stop.state)) is party_of(actor),
        )
        for one in found
    )
    return StopList(lines, work.today(actor), walks=actor.role is Role.MANAGER)


@allowed(*SEEING)
async def count_open(actor: Actor, work: Work) -> int:
    """For the row on the desk of debts."""
    if _sees_all(actor):
        return int(await work.tx.value(stops.COUNT_EVERY))
    return int(await work.tx.value(stops.COUNT_OF, managers=await scope.managers_for(actor, work)))


def _sees_all(actor: Actor) -> bool:
    return actor.role in {Role.OWNER, Role.ACCOUNTANT}


def level_of(stop: Stop | None) -> DunningLevel | None:
    return DunningLevel(stop.level) if stop is not None and stop.level else None
