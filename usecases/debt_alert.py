"""The one debt alert of a manager's day: who is worth a word about money now, and silence when nothing is new."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from domain.actors import Actor, Role
from domain.ageing import Receivable
from domain.ladder import ClientDebt, DunningLevel, alert_lines, client_debts, find_level, fingerprint
from domain.occasions import BirthDate, OccasionSettings, debt_call_day
from domain.promises import check_day
from domain.pushes import PushKind
from screens.debts import Alert, AlertKind, AlertLine, FileAge
from storage import persons, promises, pushes, receivables
from storage.receivables import Debtor
from usecases.access import allowed
from usecases.promises import judge_due
from usecases.work import Work

SHOWN = 8
FRESH_WORKING_DAYS = 2


@allowed(Role.MANAGER)
async def daily_alert(actor: Actor, work: Work) -> Alert | None:
    """None when there is nobody to name, or nothing has changed since the last one. Marks what it says as said."""
    await judge_due(actor, work)
    today = work.today(actor)
    found = await receivables.of_manager(work.tx, actor.id)
    speaking = [client for client in found if client.quiet_until is None or client.quiet_until < today]
    debts, near = await _on_ladder(work, speaking, today)
    lines = await _without_birthdays(work, await _lines(work, speaking, debts, near, today), today)
    said = _fingerprint(lines, debts)
    last = await pushes.last_fingerprint(work.tx, actor.id, PushKind.DEBTS)
    await pushes.set_fingerprint(work.tx, actor.id, PushKind.DEBTS, today, said)
    if not lines or said == last:
        return None
    as_of = max((client.debt_as_of for client in found if client.debt_as_of), default=None)
    named = {line.client_id for line in lines}
    stale = as_of is not None and work.rules.calendar.add(as_of, FRESH_WORKING_DAYS) < today
    return Alert(
        tuple(lines[:SHOWN]),
        max(len(lines) - SHOWN, 0),
        sum(debt.overdue for debt in debts.values() if debt.client_id in named),
        FileAge(as_of, as_of, today),
        stale,
    )


async def _on_ladder(
    work: Work, clients: Sequence[Debtor], today: date
) -> tuple[dict[int, ClientDebt], dict[int, int]]:
    """Each client's place on the ladder, and the kopecks of its documents that stand on any step."""
    delays = {client.id: client.payment_delay for client in clients}
    calendar, settings = work.rules.calendar, work.rules.ladder
    owing: list[Receivable] = []
    near: dict[int, int] = {}
    for client_id, rows in (await receivables.of_clients(work.tx, delays)).items():
        for row in rows:
            due = row.due_on(delays[client_id])
            owing.append(Receivable(client_id, row.amount, due, disputed=bool(row.dispute)))
            if due is not None and not row.dispute and find_level(due, today, calendar, settings):
                near[client_id] = near.get(client_id, 0) + row.amount
    debts = client_debts(owing, today, calendar, settings)
    return {debt.client_id: debt for debt in debts}, near


async def _lines(
    work: Work, clients: Iterable[Debtor], debts: dict[int, ClientDebt], near: dict[int, int], today: date
) -> list[AlertLine]:
    """Today's promises, then words just broken, then the ladder from its top. A word given for later is waited for."""
    by_id = {client.id: client for client in clients}
    due = [client for client in by_id.values() if client.promise_due == today]
    sums: dict[int, int] = {}
    for one in await promises.open_of(work.tx, [client.id for client in due]):
        if one.due == today:
            sums[one.client_id] = sums.get(one.client_id, 0) + one.left
    lines = [_line(client, debts, AlertKind.PROMISED_TODAY, sums.get(client.id, 0)) for client in due]
    broken = [
        client
        for client in by_id.values()
        if client.promise_broken_day is not None
        and check_day(client.promise_broken_day, work.rules.calendar) == today
        and client.promise_due != today
    ]
    lines += [_line(client, debts, AlertKind.BROKEN, client.overdue or client.debt) for client in broken]
    named = {line.client_id for line in lines}
    for debt in alert_lines(debts.values()):
        client = by_id[debt.client_id]
        waits = client.promise_due is not None and client.promise_due > today
        assert debt.level is not None
        if client.id not in named and not (waits and debt.level.step < DunningLevel.LEAD.step):
            amount = debt.overdue or near.get(client.id, 0)
            lines.append(_line(client, debts, AlertKind.LEVEL, amount))
    return lines


def _line(client: Debtor, debts: dict[int, ClientDebt], kind: AlertKind, amount: int) -> AlertLine:
    debt = debts.get(client.id)
    return AlertLine(
        client.id,
        client.name,
        kind,
        debt.level if debt else None,
        amount,
        debt.days_overdue if debt else 0,
        client.promise_due,
    )


async def _without_birthdays(work: Work, lines: list[AlertLine], today: date) -> list[AlertLine]:
    """Nobody is dunned on the birthday of one of the client's people: that client waits for the next working day."""
    births: dict[int, list[BirthDate]] = {}
    for person in await persons.of_clients(work.tx, [line.client_id for line in lines]):
        if person.birth_day is not None and person.birth_month is not None:
            birth = BirthDate(person.birth_month, person.birth_day, person.birth_year)
            births.setdefault(person.client_id, []).append(birth)
    settings = OccasionSettings()
    return [
        line
        for line in lines
        if debt_call_day(today, births.get(line.client_id, []), work.rules.calendar, settings) == today
    ]


def _fingerprint(lines: Sequence[AlertLine], debts: dict[int, ClientDebt]) -> str:
    """Sums and steps, and the words given for today or just broken; never the count of days, which grows by itself."""
    named = [debts[line.client_id] for line in lines if line.client_id in debts]
    words = sorted((line.client_id, line.kind.value) for line in lines)
    return hashlib.sha256(f"{fingerprint(named)}{words}".encode()).hexdigest()[:32]
