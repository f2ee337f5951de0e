"""One client's debt: its documents, what is said of it, and what the lead must hear. The desk is in `usecases.debt_desk`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from domain.actors import LEADING, SELLING, Actor, Role
from domain.ageing import Receivable, days_overdue
from domain.dunning import TAKEN, is_silent
from domain.ladder import ClientDebt, DunningLevel, client_debts
from domain.roles import is_accountant, is_director
from screens import debts as views
from screens.promises import Question
from storage import clients, employees, persons, promises, receivables, timeline
from storage.clients import Client
from storage.persons import Person
from storage.promises import Promise
from storage.receivables import Debtor, Stored
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.errors import StaleError
from usecases.looks import note_card
from usecases.promises import READERS, judge_due
from usecases.receivables import recount, replace_receivables
from usecases.scope import get_client, lock_client, managers_for
from usecases.standing import find_standing
from usecases.stop_list import hush
from usecases.work import Work

__all__ = ["recount", "replace_receivables"]

SHOWN_DOCUMENTS = 15
MOST_LATE = 50
QUIET_DAYS = 3
TAKEN_DAYS = 5
QUIET = clients.patch("debt_quiet_until")
TOLD_LEAD = clients.patch("debt_lead_day")
SILENCE = clients.patch("undunned_until", "undunned_why")


@dataclass(frozen=True, slots=True)
class LeadDebt:
    """A client whose debt has reached the lead's step: sums in kopecks, `days` past the term that climbed so high.

    `silent_until` is the last day on which nobody is reminded of it, `quiet_until` that of waiting for what is said to be paid.
    """

    client_id: int
    name: str
    manager_id: int
    overdue: int
    days: int
    level: DunningLevel
    promise_due: date | None
    broken_day: date | None
    last_contact: date | None
    silent_until: date | None
    quiet_until: date | None
    as_of: date | None


@dataclass(frozen=True, slots=True)
class TeamDebts:
    """The largest of them, and what all of them are together, in kopecks overdue."""

    lines: list[LeadDebt]
    count: int
    overdue: int


# --- one client


@allowed(*READERS)
async def get_card(actor: Actor, work: Work, client_id: int) -> views.Card:
    await judge_due(actor, work)
    client = await get_client(actor, work, client_id)
    await note_card(actor, work, client.id)
    return await _card(actor, work, client)


async def _card(actor: Actor, work: Work, client: Client) -> views.Card:
    rows = (await receivables.of_clients(work.tx, [client.id])).get(client.id, [])
    today = work.today(actor)
    documents = documents_of(client, rows, today, await _owners(work, client, rows))
    owing = [_receivable(client.payment_delay, row) for row in rows]
    ladder = client_debts(owing, today, work.rules.calendar, work.rules.ladder)
    whom = whom_to_ask(await persons.of_client(work.tx, client.id))
    return views.Card(
        client_id=client.id,
        name=client.name,
        file=views.FileAge(client.debt_as_of, client.debt_as_of, today),
        debt=client.debt,
        overdue=sum(document.amount for document in documents if document.days),
        advance=client.advance,
        documents=tuple(documents[:SHOWN_DOCUMENTS]),
        more=max(len(documents) - SHOWN_DOCUMENTS, 0),
        promises=tuple(open_promise(one) for one in await promises.open_of(work.tx, [client.id])),
        broken_due=client.promise_broken_day,
        quiet_until=client.debt_quiet_until if is_silent(client.debt_quiet_until, today) else None,
        level=ladder[0].level if ladder else None,
        may_act=actor.role in SELLING,
        may_tell_lead=actor.role is Role.MANAGER,
        overdue_then=client.overdue,
        who=whom.name if whom else "",
        phone=whom.phone if whom and whom.phone else client.phone,
        pays_on=client.pays_on,
        undunned_until=client.undunned_until if is_silent(client.undunned_until, today) else None,
        undunned_why=client.undunned_why,
        manager_id=client.manager_id,
        may_lead=actor.leads and client.manager_id != actor.id,
        told_lead=client.debt_lead_day == today,
        standing=await find_standing(actor, work, client),
    )


def whom_to_ask(people: Iterable[Person]) -> Person | None:
    """Who speaks about money: bookkeeping, then the head, then anybody with a number that answers."""
    able = [person for person in people if not person.bad_number]
    ranked = sorted(
        able,
        key=lambda person: (
            not person.phone,
            not is_accountant(person.role),
            not is_director(person.role),
            person.id,
        ),
    )
    return ranked[0] if ranked else None


async def _owners(work: Work, client: Client, rows: Iterable[Stored]) -> dict[int, str]:
    """Document -> who settles its dispute: the manager where that person has left."""
    disputed = {row.id: row.dispute_owner_id for row in rows if row.dispute}
    if not disputed:
        return {}
    people = {id_: await employees.find(work.tx, id_) for id_ in set(disputed.values()) if id_}
    names = await clients.manager_names(work.tx, [client.manager_id])
    manager = names.get(client.manager_id, "")
    found = {id_: person.name for id_, person in people.items() if person is not None}
    return {document: found.get(owner or 0, manager) for document, owner in disputed.items()}


def open_promise(one: Promise) -> views.OpenPromise:
    return views.OpenPromise(one.id, one.due, None if one.amount is None else one.left)


def _receivable(payment_delay: int | None, row: Stored) -> Receivable:
    return Receivable(
        row.client_id, row.amount, row.due_on(payment_delay), row.document, disputed=bool(row.dispute)
    )


def documents_of(
    client: Client, rows: Iterable[Stored], today: date, owners: Mapping[int, str] = MappingProxyType({})
) -> list[views.Document]:
    """What is owed, the oldest term first, what has no term last. `owners`: document -> who settles its dispute."""
    documents = []
    for row in rows:
        if row.amount > 0:
            due = row.due_on(client.payment_delay)
            name, days = row.document or row.contract, days_overdue(due, today)
            owner = owners.get(row.id, "")
            documents.append(
                views.Document(row.id, name, row.amount, due, days, row.dispute, owner, row.dispute_until)
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
    if await believe_paid(actor, work, client):
        await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.NOTE, text=note)
    return await _card(actor, work, await get_client(actor, work, client_id))


@inner
async def believe_paid(actor: Actor, work: Work, client: Client) -> bool:
    """The client, held from other turns, is left alone as in `tell_paid`. False where that was said already."""
    today = work.today(actor)
    if is_silent(client.debt_quiet_until, today):
        return False
    await work.tx.run(QUIET, id_=client.id, debt_quiet_until=work.rules.calendar.add(today, QUIET_DAYS))
    return True


@inner
async def owes_at_most(actor: Actor, work: Work, client: Client, amount: int) -> bool:
    """Whether so many kopecks are all that is overdue today; where nothing is, all that is owed."""
    rows = (await receivables.of_clients(work.tx, [client.id])).get(client.id, [])
    documents = documents_of(client, rows, work.today(actor))
    overdue = sum(document.amount for document in documents if document.days)
    return amount >= (overdue or client.debt)


# --- the lead


@allowed(Role.MANAGER)
async def tell_lead(actor: Actor, work: Work, client_id: int, note: str) -> tuple[views.Card, list[Actor]]:
    """Once a day for each client: the second time nobody is to be told."""
    client = await lock_client(actor, work, client_id)
    today = work.today(actor)
    if client.debt_lead_day == today:
        return await _card(actor, work, client), []
    await work.tx.run(TOLD_LEAD, id_=client.id, debt_lead_day=today)
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.NOTE, text=note)
    card = await _card(actor, work, await get_client(actor, work, client_id))
    return card, await leads_of(actor, work)


@inner
async def leads_of(actor: Actor, work: Work) -> list[Actor]:
    return [lead for lead in await employees.leads_of(work.tx, actor) if lead.id != actor.id]


@allowed(*LEADING)
async def take_over(actor: Actor, work: Work, client_id: int, note: str) -> tuple[views.Card, Actor | None]:
    """The lead speaks with the client: a working week without reminders to the manager, who is told.

    Nobody is where the manager has left, or nobody is reminded already. Raises `StaleError` for the lead's own client.
    """
    client = await lock_client(actor, work, client_id)
    today = work.today(actor)
    if client.manager_id == actor.id:
        raise StaleError(what="silence")
    if is_silent(client.undunned_until, today):
        return await _card(actor, work, client), None
    until = work.rules.calendar.add(today, TAKEN_DAYS)
    why = f"{TAKEN} — {actor.name}"
    await work.tx.run(SILENCE, id_=client.id, undunned_until=until, undunned_why=why)
    await hush(actor, work, client.id)
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.NOTE, text=note)
    card = await _card(actor, work, await get_client(actor, work, client_id))
    return card, await employees.find(work.tx, client.manager_id)


@allowed(*LEADING)
async def lead_debts(actor: Actor, work: Work) -> list[LeadDebt]:
    """Clients of the team whose debt has climbed to the lead's step or above, the largest overdue first; 50 at most."""
    return (await team_debts(actor, work)).lines


@allowed(*LEADING)
async def team_debts(actor: Actor, work: Work) -> TeamDebts:
    """As `lead_debts`, with the count and the sum of those beyond the first 50, too: they are as of the file."""
    await judge_due(actor, work)
    rules, today = work.rules, work.today(actor)
    since, dust = today - timedelta(days=rules.ladder.lead), rules.ladder.dust
    managers = await managers_for(actor, work)
    late = await receivables.late_since(work.tx, managers, since, dust, MOST_LATE)
    lines = await _climbed(work, late, today)
    count, overdue = len(lines), sum(line.overdue for line in lines)
    if len(late) == MOST_LATE:
        all_count, all_overdue = await receivables.late_total(work.tx, managers, since, dust)
        count += all_count - len(late)
        overdue += all_overdue - sum(client.overdue for client in late)
    return TeamDebts(lines, count, overdue)


async def _climbed(work: Work, late: Sequence[Debtor], today: date) -> list[LeadDebt]:
    rules = work.rules
    rows = await receivables.of_clients(work.tx, [client.id for client in late])
    owing = [_receivable(client.payment_delay, row) for client in late for row in rows.get(client.id, [])]
    debts = {debt.client_id: debt for debt in client_debts(owing, today, rules.calendar, rules.ladder)}
    return [
        _for_lead(client, debt, debt.level)
        for client in late
        if (debt := debts.get(client.id)) and debt.level and debt.level.step >= DunningLevel.LEAD.step
    ]


def _for_lead(client: Debtor, debt: ClientDebt, level: DunningLevel) -> LeadDebt:
    return LeadDebt(
        client_id=client.id,
        name=client.name,
        manager_id=client.manager_id,
        overdue=debt.overdue,
        days=debt.days_overdue,
        level=level,
        promise_due=client.promise_due,
        broken_day=client.promise_broken_day,
        last_contact=client.last_contact_day,
        silent_until=client.undunned_until,
        quiet_until=client.quiet_until,
        as_of=client.debt_as_of,
    )
