"""The one debt alert of a manager's day: who is worth a word about money now, and silence when nothing is new."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.actors import EVERYBODY, LEADING, Actor, Role
from domain.ageing import Receivable
from domain.dunning import is_silent, waits_for_habit
from domain.ladder import ClientDebt, DunningLevel, alert_lines, client_debts, fingerprint
from domain.periods import at_local
from domain.promises import check_day
from domain.pushes import PushKind
from screens.debt_alert import Alert, AlertKind, AlertLine, LeadAlert, LeadLine
from screens.debt_moves import Moved
from screens.debts import Card, FileAge
from storage import clients, dunning, promises, pushes, receivables
from storage.promises import Promise
from storage.receivables import Debtor, Stored
from usecases.access import allowed
from usecases.debt_moves import Born, born_at, find_moved, moved_day
from usecases.debts import QUIET_DAYS, LeadDebt, get_card, team_debts
from usecases.promises import READERS, judge_due
from usecases.work import Work

FRESH_WORKING_DAYS = 2


@dataclass(frozen=True, slots=True)
class Book:
    """A manager's debtors with all that decides about them; `today` is the manager's."""

    today: date
    clients: Mapping[int, Debtor]
    rows: Mapping[int, Sequence[Stored]]
    promises: Mapping[int, Sequence[Promise]]
    promised_today: frozenset[int]
    quiet_today: date
    born: Born

    def handled(self) -> set[int]:
        """Whoever something was recorded of today: a promise, «paid», a dispute, a word to the lead."""
        return {
            client.id
            for client in self.clients.values()
            if client.lead_day == self.today
            or client.quiet_until == self.quiet_today
            or client.id in self.promised_today
            or any(row.disputed_on == self.today for row in self.rows.get(client.id, ()))
        }


@allowed(Role.MANAGER)
async def daily_alert(actor: Actor, work: Work) -> Alert | None:
    """None when there is nobody to name, or nothing has changed since the last one. Marks what it says as said."""
    book = await _read(actor, work)
    lines, debts = _stand(work, book, morning=False)
    lines, moved = _without_birthdays(work, book, lines)
    said = _fingerprint(lines, debts)
    last = await pushes.last_fingerprint(work.tx, actor.id, PushKind.DEBTS)
    await pushes.set_fingerprint(work.tx, actor.id, PushKind.DEBTS, book.today, said)
    alert = _alert(work, book, lines, book.handled(), moved)
    return alert if alert.left and said != last else None


@allowed(Role.MANAGER)
async def open_alert(actor: Actor, work: Work) -> Alert:
    """The alert as it stood in the morning, by the figures of now, with what has been handled since."""
    book = await _read(actor, work)
    lines, _ = _stand(work, book, morning=True)
    lines, moved = _without_birthdays(work, book, lines)
    called = await dunning.called_since(work.tx, actor.id, book.today, _alert_at(actor, work))
    return _alert(work, book, lines, book.handled() | called, moved)


@allowed(*READERS)
async def get_alert_card(actor: Actor, work: Work, client_id: int) -> Card:
    """The client's card with its place in the actor's alert, or without one where that does not name it, or is not due yet."""
    card = await get_card(actor, work, client_id)
    if actor.role is not Role.MANAGER or work.now < _alert_at(actor, work):
        return card
    return replace(card, place=(await open_alert(actor, work)).place(client_id))


@allowed(*EVERYBODY)
async def is_named(actor: Actor, work: Work, client_id: int) -> bool:
    """Whether the alert of the day has been due and names the client to the actor."""
    if actor.role is not Role.MANAGER or work.now < _alert_at(actor, work):
        return False
    return (await open_alert(actor, work)).place(client_id) is not None


def _alert_at(actor: Actor, work: Work) -> datetime:
    return at_local(work.today(actor), work.rules.pushes.debts, actor.local(work.now))


async def _read(actor: Actor, work: Work) -> Book:
    await judge_due(actor, work)
    today = work.today(actor)
    found = {client.id: client for client in await receivables.of_manager(work.tx, actor.id)}
    given: dict[int, list[Promise]] = {}
    for one in await promises.open_of(work.tx, [id_ for id_, client in found.items() if client.promise_due]):
        given.setdefault(one.client_id, []).append(one)
    fresh = {
        id_ for id_, ones in given.items() if any(actor.local(p.created_at).date() == today for p in ones)
    }
    rows = await receivables.of_clients(work.tx, found)
    quiet_today = work.rules.calendar.add(today, QUIET_DAYS)
    born = await born_at(work, [id_ for id_, client in found.items() if _may_owe(client)])
    return Book(today, found, rows, given, frozenset(fresh), quiet_today, born)


def _may_owe(client: Debtor) -> bool:
    return bool(client.debt or client.promise_due or client.promise_broken_day)


def _alert(
    work: Work, book: Book, lines: Iterable[AlertLine], done: set[int], moved: tuple[Moved, ...]
) -> Alert:
    as_of = max((one.debt_as_of for one in book.clients.values() if one.debt_as_of), default=None)
    stale = as_of is not None and work.rules.calendar.add(as_of, FRESH_WORKING_DAYS) < book.today
    marked = tuple(replace(line, done=line.client_id in done) for line in lines)
    return Alert(marked, FileAge(as_of, as_of, book.today), stale, moved)


# --- who is named


def _stand(work: Work, book: Book, *, morning: bool) -> tuple[list[AlertLine], dict[int, ClientDebt]]:
    """Today's promises, then words just broken, then the ladder from its top, then disputes left unsettled.

    With `morning`, as if nothing had been recorded today: what is done stays in its place of the list.
    """
    speaking = [
        client for client in book.clients.values() if not _is_left_alone(book, client, morning=morning)
    ]
    debts = _debts(work, book, speaking, morning=morning)
    dues = {client.id: _promised(book, client, morning=morning) for client in speaking}
    sums = {
        id_: sum(one.left for one in ones if one.due == book.today) for id_, ones in book.promises.items()
    }
    lines = []
    for client in speaking:
        if dues[client.id] == book.today:
            lines.append(_line(client, debts, AlertKind.PROMISED_TODAY, sums.get(client.id, 0)))
    for client in speaking:
        broken = client.promise_broken_day
        if (
            broken is not None
            and _asked_on(work, book, client, broken) == book.today
            and dues[client.id] != book.today
        ):
            lines.append(_line(client, debts, AlertKind.BROKEN, client.overdue or client.debt))
    named = {line.client_id for line in lines}
    for debt in alert_lines(debts.values()):
        client = book.clients[debt.client_id]
        if client.id not in named and not _waits(work, book, client, debt, dues[client.id]):
            line = _line(client, debts, AlertKind.LEVEL, debt.overdue or debt.asked)
            lines.append(replace(line, promise_due=dues[client.id]))
    named = {line.client_id for line in lines}
    lines += [line for line in _unsettled(book, speaking, debts) if line.client_id not in named]
    return lines, debts


def _asked_on(work: Work, book: Book, client: Debtor, broken: date) -> date:
    """The day on which a word just broken is named: that of its check, off the birthdays there."""
    return moved_day(work, check_day(broken, work.rules.calendar), book.born.get(client.id, ()))


def _is_left_alone(book: Book, client: Debtor, *, morning: bool) -> bool:
    if is_silent(client.undunned_until, book.today):
        return True
    said_today = morning and client.quiet_until == book.quiet_today
    return is_silent(client.quiet_until, book.today) and not said_today


def _promised(book: Book, client: Debtor, *, morning: bool) -> date | None:
    if not morning or client.id not in book.promised_today:
        return client.promise_due
    return None


def _waits(work: Work, book: Book, client: Debtor, debt: ClientDebt, due: date | None) -> bool:
    """A word given for later is waited for below the lead's step, a weekday of habit on the first steps after the term."""
    assert debt.level is not None
    promised = due is not None and due > book.today and debt.level.step < DunningLevel.LEAD.step
    return promised or waits_for_habit(debt.level, book.today, client.pays_on, work.rules.calendar)


def _debts(work: Work, book: Book, speaking: Iterable[Debtor], *, morning: bool) -> dict[int, ClientDebt]:
    owing = [
        Receivable(
            client.id,
            row.amount,
            row.due_on(client.payment_delay),
            disputed=bool(row.dispute) and not (morning and row.disputed_on == book.today),
        )
        for client in speaking
        for row in book.rows.get(client.id, ())
    ]
    found = client_debts(owing, book.today, work.rules.calendar, work.rules.ladder)
    return {debt.client_id: debt for debt in found}


def _unsettled(
    book: Book, speaking: Iterable[Debtor], debts: Mapping[int, ClientDebt]
) -> Iterable[AlertLine]:
    """Disputes whose day has passed: a dispute does not end by itself."""
    for client in speaking:
        late = [
            row
            for row in book.rows.get(client.id, ())
            if row.dispute and row.dispute_until is not None and row.dispute_until < book.today
        ]
        if late:
            line = _line(client, debts, AlertKind.DISPUTE, sum(row.amount for row in late))
            yield replace(line, until=min(row.dispute_until for row in late if row.dispute_until))


def _line(client: Debtor, debts: Mapping[int, ClientDebt], kind: AlertKind, amount: int) -> AlertLine:
    debt = debts.get(client.id)
    return AlertLine(
        client.id,
        client.name,
        kind,
        debt.level if debt else None,
        amount,
        debt.days_overdue if debt else 0,
        debt.overdue if debt else 0,
        client.promise_due,
        client.pays_on,
    )


def _without_birthdays(
    work: Work, book: Book, lines: Iterable[AlertLine]
) -> tuple[list[AlertLine], tuple[Moved, ...]]:
    """Nobody is dunned on the birthday of one of the client's people: that client waits for the next working day."""
    left, moved = [], []
    for line in lines:
        why = find_moved(work, book.today, line.name, book.born.get(line.client_id, ()))
        if why is None:
            left.append(line)
        else:
            moved.append(why)
    return left, tuple(moved)


def _fingerprint(lines: Sequence[AlertLine], debts: Mapping[int, ClientDebt]) -> str:
    """Sums and steps, and the words given for today or just broken; never the count of days, which grows by itself."""
    named = [debts[line.client_id] for line in lines if line.client_id in debts]
    words = sorted((line.client_id, line.kind.value) for line in lines)
    return hashlib.sha256(f"{fingerprint(named)}{words}".encode()).hexdigest()[:32]


# --- the lead


@allowed(*LEADING)
async def lead_alert(actor: Actor, work: Work) -> LeadAlert | None:
    """What has climbed to the lead, once a day; None when there is nothing, or nothing has changed since the last one."""
    shown = await open_lead_alert(actor, work)
    facts = sorted(
        (line.client_id, line.overdue, line.level.value, str(line.promise_due)) for line in shown.lines
    )
    said = hashlib.sha256(repr((facts, shown.count)).encode()).hexdigest()[:32]
    last = await pushes.last_fingerprint(work.tx, actor.id, PushKind.LEAD_DEBTS)
    await pushes.set_fingerprint(work.tx, actor.id, PushKind.LEAD_DEBTS, work.today(actor), said)
    return shown if shown.lines and said != last else None


@allowed(*LEADING)
async def open_lead_alert(actor: Actor, work: Work) -> LeadAlert:
    team = await team_debts(actor, work)
    found, today = team.lines, work.today(actor)
    names = await clients.manager_names(work.tx, sorted({one.manager_id for one in found}))
    sums: dict[int, int] = {}
    for one in found:
        sums[one.manager_id] = sums.get(one.manager_id, 0) + one.overdue
    found.sort(key=lambda one: (-sums[one.manager_id], one.manager_id, -one.overdue, one.client_id))
    as_of = max((one.as_of for one in found if one.as_of), default=None)
    lines = tuple(_lead_line(one, names.get(one.manager_id, ""), today) for one in found)
    return LeadAlert(lines, FileAge(as_of, as_of, today), team.count, team.overdue)


def _lead_line(one: LeadDebt, manager: str, today: date) -> LeadLine:
    silent = one.silent_until if is_silent(one.silent_until, today) else None
    quiet = one.quiet_until if is_silent(one.quiet_until, today) else None
    return LeadLine(
        one.client_id,
        one.name,
        manager,
        one.overdue,
        one.days,
        one.level,
        one.promise_due,
        one.broken_day,
        one.last_contact,
        silent,
        quiet,
    )
