"""Reconciliation with each client each month: the board, one client's act, from sent to signed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from domain.actors import LEADING, SELLING, Actor, Role
from domain.periods import month_end
from domain.reconciliation import (
    ORDER,
    WAITING,
    Answer,
    ReconciliationReasonError,
    ReconciliationState,
    month_of,
    months_without,
)
from domain.reminders import ReminderKind
from screens.reconciliation import Card
from screens.reconciliation_board import Board, BoardLine, Counts, Nudge, TeamBoard, TeamLine
from storage import clients, ledger, reminders, timeline
from storage import reconciliation as stored
from storage.clients import Client
from storage.reconciliation import Listed, Reconciliation
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.errors import NotFoundError, StaleError
from usecases.ledger import read_statement
from usecases.scope import get_client, lock_client, managers_for
from usecases.work import Work

SEEING = SELLING | {Role.ACCOUNTANT}
ANSWERING = LEADING | {Role.ACCOUNTANT}
PAGE, TOP = 8, 5
LONGEST_REASON = 300
State = ReconciliationState


# --- the board ----------------------------------------------------------------------------------------------------


@allowed(*SEEING)
async def open_board(actor: Actor, work: Work, code: int = 0) -> Board | TeamBoard:
    """A manager's own; for who sees several managers a line for each. Raises `StaleError` for a month to come."""
    month = month_named(work, actor, code)
    if actor.role is Role.MANAGER:
        return await _board(actor, work, actor.id, month)
    found = await stored.counts(work.tx, await managers_for(actor, work), month, month_end(month))
    by_manager: dict[int, Counter[State]] = {}
    for manager, state, number in found:
        by_manager.setdefault(manager, Counter())[State(state or State.NOT_SENT)] += number
    names = await clients.manager_names(work.tx, sorted(by_manager))
    lines = [TeamLine(id_, names.get(id_, ""), _counts(counted)) for id_, counted in by_manager.items()]
    lines.sort(key=lambda line: (-line.counts.waiting, line.name))
    whole = sum(by_manager.values(), Counter[State]())
    return TeamBoard(month, work.today(actor), _counts(whole), tuple(lines))


@allowed(*SEEING)
async def open_board_of(
    actor: Actor, work: Work, manager_id: int, code: int, *, state: State | None = None, start: int = 0
) -> Board:
    """Raises `NotFoundError` for a manager whose clients the actor does not see."""
    if manager_id not in await managers_for(actor, work):
        raise NotFoundError(what="employee", id=manager_id)
    return await _board(actor, work, manager_id, month_named(work, actor, code), state=state, start=start)


def month_named(work: Work, actor: Actor, code: int) -> date:
    month = month_of(code, work.today(actor))
    if month is None:
        raise StaleError(what="reconciliation")
    return month


@inner
async def _board(
    actor: Actor, work: Work, manager_id: int, month: date, *, state: State | None = None, start: int = 0
) -> Board:
    found = await stored.board(work.tx, [manager_id], month, month_end(month))
    shown = sorted((one for one in found if state is None or _state(one) is state), key=_urgency)
    start = start if start < len(shown) else 0
    foreign = actor.id != manager_id
    names = await clients.manager_names(work.tx, [manager_id]) if foreign else {}
    return Board(
        month=month,
        today=work.today(actor),
        manager_id=manager_id,
        manager=names.get(manager_id, ""),
        counts=_counts(Counter(map(_state, found))),
        state=state,
        lines=await _lines(work, shown[start : start + PAGE], month),
        start=start,
        size=PAGE,
        total=len(shown),
        back=foreign,
    )


def _state(one: Listed) -> State:
    return State(one.state or State.NOT_SENT)


def _urgency(one: Listed) -> tuple[int, int, int]:
    return ORDER.index(_state(one)), -abs(one.debt - one.advance), one.client_id


def _counts(counted: Counter[State]) -> Counts:
    return Counts(**{state.value: counted[state] for state in State})


async def _lines(work: Work, found: Sequence[Listed], month: date) -> tuple[BoardLine, ...]:
    ids = [one.client_id for one in found]
    signed = await stored.last_signed(work.tx, ids)
    began = await ledger.began(work.tx, ids)
    return tuple(
        BoardLine(
            one.client_id,
            one.name,
            one.debt - one.advance,
            _state(one),
            answered=one.answer is not None,
            months=months_without(month, signed.get(one.client_id), began.get(one.client_id)),
        )
        for one in found
    )


@allowed(*SELLING)
async def find_nudge(actor: Actor, work: Work) -> Nudge | None:
    """What waits for the month before this one, with whom to begin; None where all is signed."""
    month = month_named(work, actor, 0)
    found = await stored.board(work.tx, [actor.id], month, month_end(month))
    waiting = sorted((one for one in found if _state(one) in WAITING), key=_urgency)
    if not waiting:
        return None
    unsent = [one for one in waiting if _state(one) is State.NOT_SENT]
    lines = await _lines(work, (unsent or waiting)[:TOP], month)
    return Nudge(month, actor.id, _counts(Counter(map(_state, found))), lines)


async def last_signed(work: Work, client_ids: Iterable[int]) -> dict[int, date]:
    """The first day of each client's last signed month; a client without any is absent."""
    return await stored.last_signed(work.tx, client_ids)


# --- one client's month -------------------------------------------------------------------------------------------


@allowed(*SEEING)
async def get_card(actor: Actor, work: Work, client_id: int, code: int = 0) -> Card:
    client = await get_client(actor, work, client_id)
    return await card_of(actor, work, client, month_named(work, actor, code))


@inner
async def card_of(actor: Actor, work: Work, client: Client, month: date) -> Card:
    row = await stored.find(work.tx, client.id, month)
    state = State(row.state) if row else State.NOT_SENT
    signed = (await stored.last_signed(work.tx, [client.id])).get(client.id)
    began = (await ledger.began(work.tx, [client.id])).get(client.id)
    people = {row.employee_id, row.owner_id or 0} - {0} if row else set()
    names = await clients.manager_names(work.tx, sorted(people)) if people else {}
    ended = min(work.rules.calendar.on_or_before(month_end(month)), work.today(actor))
    return Card(
        id=row.id if row else 0,
        client_id=client.id,
        name=client.name,
        month=month,
        today=work.today(actor),
        state=state,
        changed_on=row.changed_on if row else None,
        statement=await read_statement(work, client, month, month_end(month)),
        old_file=client.debt_as_of if client.debt_as_of and client.debt_as_of < ended else None,
        sent_balance=row.balance if row and state in {State.SENT, State.SIGNED} else None,
        last_signed=signed,
        months=months_without(month, signed, began) if state in WAITING else 0,
        older=tuple(await stored.older_waiting(work.tx, client.id, month)),
        comment=row.comment if row else "",
        differences=tuple(await stored.lines(work.tx, row.id)) if row and state is State.DIFFERS else (),
        owner=names.get(row.owner_id or 0, "") if row else "",
        who=names.get(row.employee_id, "") if row and row.employee_id != actor.id else "",
        answer=Answer(row.answer) if row and row.answer else None,
        answer_text=row.answer_text if row else "",
        scanned=bool(row and row.scan_id),
        may_answer=actor.role in ANSWERING,
        only_answers=actor.role is Role.ACCOUNTANT and row is not None and row.employee_id != actor.id,
        may_set=actor.role is Role.OWNER,
        unset=not (work.rules.company.legal_name and work.rules.company.tax_number),
        has_tax_number=bool(client.tax_number),
    )


@allowed(*SEEING)
async def mark_sent(actor: Actor, work: Work, client_id: int, code: int) -> Card:
    """The act went to the client; what differed in an earlier one is over."""
    return await _move(actor, work, client_id, code, State.SENT)


@allowed(*SEEING)
async def mark_signed(actor: Actor, work: Work, client_id: int, code: int) -> Card:
    return await _move(actor, work, client_id, code, State.SIGNED)


@allowed(*SEEING)
async def reopen(actor: Actor, work: Work, client_id: int, code: int) -> Card:
    """As if nothing had been sent yet; a signed scan is forgotten."""
    return await _move(actor, work, client_id, code, State.NOT_SENT)


@allowed(*SEEING)
async def mark_unneeded(actor: Actor, work: Work, client_id: int, code: int, reason: str) -> Card:
    """Raises `ReconciliationReasonError`."""
    said = " ".join(reason.split())
    if not said or len(said) > LONGEST_REASON:
        raise ReconciliationReasonError(most=LONGEST_REASON)
    return await _move(actor, work, client_id, code, State.NOT_NEEDED, comment=said)


@inner
async def _move(
    actor: Actor, work: Work, client_id: int, code: int, state: State, *, comment: str = ""
) -> Card:
    """The same state again changes nothing."""
    client, month, row = await lock_month(actor, work, client_id, code)
    if row.state != state:
        closing = (await read_statement(work, client, month, month_end(month))).closing
        moved = replace(
            row, state=state, employee_id=actor.id, changed_on=work.today(actor), balance=closing,
            comment=comment, owner_id=None, answer=None, answer_text="", scan_kind=None, scan_id=None,
        )  # fmt: skip
        row_id = await stored.put(work.tx, moved)
        await reminders.forget(work.tx, ReminderKind.DIFFERENCE, row_id)
        await note(actor, work, client.id, month, state)
    return await card_of(actor, work, client, month)


@inner
async def lock_month(
    actor: Actor, work: Work, client_id: int, code: int
) -> tuple[Client, date, Reconciliation]:
    """The client, held from other turns, and the row of the month, new where there is none."""
    month = month_named(work, actor, code)
    client = await lock_client(actor, work, client_id)
    row = await stored.find(work.tx, client.id, month)
    empty: dict[str, Any] = dict.fromkeys(("owner_id", "answer", "scan_kind", "scan_id"))
    blank = Reconciliation(
        id=0, client_id=client.id, month=month, state=State.NOT_SENT, employee_id=actor.id,
        changed_on=work.today(actor), balance=0, comment="", answer_text="", **empty,
    )  # fmt: skip
    return client, month, row or blank


@inner
async def note(
    actor: Actor, work: Work, client_id: int, month: date, what: str, *, amount: int | None = None
) -> None:
    await timeline.add(
        work.tx, client_id, actor.hand, work.now, EventKind.RECONCILIATION, month=month.isoformat(), what=str(what), amount=amount
    )  # fmt: skip


# --- the signed paper ---------------------------------------------------------------------------------------------


@allowed(*SEEING)
async def keep_scan(actor: Actor, work: Work, client_id: int, code: int, *, kind: str, file_id: str) -> Card:
    """`kind`: photo or document, kept by Telegram. Raises `StaleError` where it is not signed (any more)."""
    client, month, row = await lock_month(actor, work, client_id, code)
    if row.state != State.SIGNED:
        raise StaleError(what="reconciliation")
    await stored.put(work.tx, replace(row, scan_kind=kind, scan_id=file_id))
    return await card_of(actor, work, client, month)


@allowed(*SEEING)
async def get_scan(actor: Actor, work: Work, client_id: int, code: int) -> tuple[Card, str, str]:
    """The card, and the kind and the id of what was attached. Raises `StaleError` where nothing was."""
    card = await get_card(actor, work, client_id, code)
    row = await stored.find(work.tx, client_id, card.month)
    if row is None or row.scan_kind is None or row.scan_id is None:
        raise StaleError(what="reconciliation")
    return card, row.scan_kind, row.scan_id
