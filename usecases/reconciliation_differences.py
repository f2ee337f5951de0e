"""Differences: what the client has otherwise, line by line, and what the accountant says of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from capture.differences import SaidDifference, finds, names_payment, read_differences
from domain.actors import Actor, Role
from domain.ledger import EntryKind, Statement
from domain.periods import at_local, month_end
from domain.reconciliation import (
    REMIND_DAYS,
    Answer,
    Difference,
    DifferenceError,
    ReconciliationState,
    compare,
    month_code,
)
from domain.reminders import ReminderKind
from screens.reconciliation import Card
from storage import clients, employees, receivables, reminders
from storage import reconciliation as stored
from storage.clients import Client
from storage.reconciliation import Reconciliation
from usecases.access import allowed, inner
from usecases.errors import NotFoundError, StaleError
from usecases.ledger import read_statement
from usecases.reconciliation import ANSWERING, SEEING, card_of, get_card, lock_month, note
from usecases.scope import check_own_client, get_client, managers_for
from usecases.work import Work

LONGEST_COMMENT, LONGEST_NAME = 500, 300
REMIND_AT = time(10, 0)
CREDITS = frozenset({EntryKind.PAYMENT, EntryKind.RETURN})


@dataclass(frozen=True, slots=True)
class Told:
    """The client's month as it now is, and who has to hear of it."""

    card: Card
    who: tuple[Actor, ...]


@allowed(*SEEING)
async def record(actor: Actor, work: Work, client_id: int, code: int, text: str) -> Told:
    """The lines of `text` in place of those before. Raises `DifferenceError` where none names a document and a sum."""
    said, comment = read_differences(text)
    if not said:
        raise DifferenceError(text=" ".join(text.split())[:100])
    client, month, row = await lock_month(actor, work, client_id, code)
    end = month_end(month)
    statement = await read_statement(work, client, month, end)
    found = await _compared(work, client, statement, said)
    settlers = await _settlers(actor, work, client)
    moved = replace(
        row,
        state=ReconciliationState.DIFFERS,
        employee_id=actor.id,
        changed_on=work.today(actor),
        balance=statement.closing,
        comment=comment[:LONGEST_COMMENT],
        owner_id=settlers[0].id if len(settlers) == 1 else None if settlers else actor.id,
        answer=None,
        answer_text="",
    )
    row_id = await stored.put(work.tx, moved)
    await stored.put_lines(work.tx, row_id, found)
    await _remind(work, row_id, settlers or [actor])
    await note(
        actor,
        work,
        client.id,
        month,
        ReconciliationState.DIFFERS,
        amount=sum(one.difference for one in found),
    )
    return Told(await card_of(actor, work, client, month), tuple(settlers))


@inner
async def _settlers(actor: Actor, work: Work, client: Client) -> list[Actor]:
    """The accountants; of one who found it herself, the client's manager."""
    if actor.role is not Role.ACCOUNTANT:
        return await employees.with_role(work.tx, Role.ACCOUNTANT)
    manager = await employees.find(work.tx, client.manager_id)
    return [manager] if manager else []


async def _remind(work: Work, row_id: int, whom: Sequence[Actor]) -> None:
    await reminders.forget(work.tx, ReminderKind.DIFFERENCE, row_id)
    for person in whom:
        day = work.rules.calendar.add(work.today(person), REMIND_DAYS)
        await reminders.put(
            work.tx, person.id, ReminderKind.DIFFERENCE, row_id, at_local(day, REMIND_AT, person.zone)
        )


async def _compared(
    work: Work, client: Client, statement: Statement, said: Sequence[SaidDifference]
) -> list[Difference]:
    """Our figure of each: of the month's movements, else of what is owed still, else none."""
    owed = (await receivables.of_clients(work.tx, [client.id])).get(client.id, [])
    found = []
    for one in said:
        moved = [entry for entry in statement.entries if finds(one.document, entry.document)]
        unpaid = [row for row in owed if row.amount and finds(one.document, row.document or row.contract)]
        credit = moved[0].kind in CREDITS if moved else not unpaid and names_payment(one.document)
        ours = abs(sum(entry.effect for entry in moved)) if moved else sum(row.amount for row in unpaid[:1])
        known = moved[0].document if moved else (unpaid[0].document or unpaid[0].contract) if unpaid else ""
        name = known if known and not known.isdigit() else one.document
        found.append(
            compare(name[:LONGEST_NAME], ours if one.ours is None else one.ours, one.theirs, credit=credit)
        )
    return found


# --- what the accountant says -------------------------------------------------------------------------------------


@allowed(*ANSWERING)
async def answer(actor: Actor, work: Work, reconciliation_id: int, said: Answer) -> Told:
    """Raises `StaleError` where the difference is over, `OwnClientError`. The same answer again tells nobody."""
    row, card = await _differing(actor, work, reconciliation_id)
    if row.answer == said:
        return Told(card, ())
    await stored.put(work.tx, replace(row, answer=said, owner_id=actor.id))
    await reminders.forget(work.tx, ReminderKind.DIFFERENCE, row.id)
    await note(actor, work, row.client_id, row.month, said)
    return await _told(actor, work, row)


@allowed(*ANSWERING)
async def add_words(actor: Actor, work: Work, reconciliation_id: int, text: str) -> Told:
    """What is to be said besides the answer."""
    row, _ = await _differing(actor, work, reconciliation_id)
    words = " ".join(text.split())[:LONGEST_COMMENT]
    await stored.put(work.tx, replace(row, answer_text=words))
    return await _told(actor, work, row)


@inner
async def _differing(actor: Actor, work: Work, reconciliation_id: int) -> tuple[Reconciliation, Card]:
    row = await stored.find_own(work.tx, reconciliation_id, await managers_for(actor, work))
    if row is None:
        raise NotFoundError(what="reconciliation", id=reconciliation_id)
    if row.state != ReconciliationState.DIFFERS:
        raise StaleError(what="reconciliation")
    check_own_client(actor, await get_client(actor, work, row.client_id))
    return row, await get_card(actor, work, row.client_id, month_code(row.month))


@inner
async def _told(actor: Actor, work: Work, row: Reconciliation) -> Told:
    """Whoever recorded it hears of the answer."""
    card = await get_card(actor, work, row.client_id, month_code(row.month))
    recorder = await employees.find(work.tx, row.employee_id)
    return Told(card, (recorder,) if recorder is not None and recorder.id != actor.id else ())


@allowed(*SEEING)
async def find_unanswered(actor: Actor, work: Work, reconciliation_id: int) -> Card | None:
    """None where it was answered, is over, or is somebody else's by now."""
    row = await stored.find_own(work.tx, reconciliation_id, await managers_for(actor, work))
    if row is None or row.state != ReconciliationState.DIFFERS or row.answer is not None:
        return None
    found = await clients.find(work.tx, row.client_id, await managers_for(actor, work))
    return None if found is None else await card_of(actor, work, found, row.month)
