"""The board of reconciliations: whose month is signed, whose is not; a manager's, a team's, and Monday's word of it."""

from dataclasses import dataclass
from datetime import date

from domain.periods import add_months, month_start
from domain.reconciliation import ORDER, WAITING, ReconciliationState, month_code
from screens import format as written
from screens.callbacks.debts import OpenDebts
from screens.callbacks.reconciliation import BoardOf, OpenBoard, OpenReconciliation
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

Rows = tuple[tuple[Button, ...], ...]
State = ReconciliationState
NAME_ON_BUTTON = 24
MANY_MONTHS = 2


@dataclass(frozen=True, slots=True)
class Counts:
    """Clients of a month by state."""

    differs: int = 0
    not_sent: int = 0
    sent: int = 0
    signed: int = 0
    not_needed: int = 0

    def of(self, state: State) -> int:
        count: int = getattr(self, state.value)
        return count

    @property
    def waiting(self) -> int:
        return sum(self.of(state) for state in WAITING)

    @property
    def total(self) -> int:
        """All who are to sign."""
        return self.waiting + self.signed


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A client of the month; `balance` in kopecks now, negative where we owe; `months` not signed in a row."""

    client_id: int
    name: str
    balance: int
    state: State
    answered: bool
    months: int


@dataclass(frozen=True, slots=True)
class Board:
    """One manager's month; `state` is what it is narrowed to."""

    month: date
    today: date
    manager_id: int
    manager: str
    counts: Counts
    state: State | None
    lines: tuple[BoardLine, ...]
    start: int
    size: int
    total: int
    back: bool


@dataclass(frozen=True, slots=True)
class TeamLine:
    manager_id: int
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class TeamBoard:
    month: date
    today: date
    counts: Counts
    lines: tuple[TeamLine, ...]


@dataclass(frozen=True, slots=True)
class Nudge:
    """What waits in a manager's month before this one, and with whom to begin."""

    month: date
    manager_id: int
    counts: Counts
    lines: tuple[BoardLine, ...]


def month_name(words: Words, month: date, today: date) -> str:
    """«октябрь»; with the year where it is another than today's."""
    name = words.plain(f"month-name-{month.month}")
    return name if month.year == today.year else f"{name} {month.year}"


def board_button(words: Words, manager: int = 0) -> Button:
    """For the desk of debts: that of one manager, or everything the reader sees."""
    board_of = BoardOf(manager=manager, month=0) if manager else OpenBoard()
    return tap(words.plain("btn-reconciliation"), board_of)


def client_button(words: Words, client_id: int) -> Button:
    """For what a client owes: the month before this one."""
    return tap(words.plain("btn-reconciliation"), OpenReconciliation(client=client_id))


# --- the board ----------------------------------------------------------------------------------------------------


def board(words: Words, shown: Board | TeamBoard) -> Screen:
    return one_board(words, shown) if isinstance(shown, Board) else team(words, shown)


def _head(words: Words, month: str, counts: Counts) -> list[str]:
    if not counts.total and not counts.not_needed:
        return [words("msg-reconciliation-none", month=month)]
    states = [state for state in ORDER if state is not State.SIGNED and counts.of(state)]
    parts = [words(f"reconciliation-count-{state}", count=counts.of(state)) for state in states]
    head = words("msg-reconciliation-board", month=month, signed=counts.signed, total=counts.total)
    return [head, *([" · ".join(parts)] if parts else [])]


def one_board(words: Words, shown: Board) -> Screen:
    """A button for each client; those who want work come first."""
    whose = [words("reconciliation-of", name=shown.manager)] if shown.manager else []
    lines = [*whose, *_head(words, month_name(words, shown.month, shown.today), shown.counts)]
    if shown.state is not None:
        lines += ["", words(f"reconciliation-only-{shown.state}", count=shown.total)]
    code = month_code(shown.month)
    clients = tuple(
        (tap(_client_label(words, line), OpenReconciliation(client=line.client_id, month=code)),)
        for line in shown.lines
    )
    rows = (*_filters(words, shown, code), *clients, *_pages(words, shown, code), *_months(words, shown))
    back = OpenBoard(month=code) if shown.back else OpenDebts()
    return Screen("\n".join(lines), (*rows, (tap(words.plain("btn-back"), back),)))


def _client_label(words: Words, line: BoardLine) -> str:
    name = line.name if len(line.name) <= NAME_ON_BUTTON else line.name[: NAME_ON_BUTTON - 1] + "…"
    text = words.plain(
        f"reconciliation-mark-{line.state}", name=name, sum=written.thousands(words, line.balance)
    )
    if line.state in WAITING and line.months >= MANY_MONTHS:
        text += words.plain("reconciliation-months-short", months=line.months)
    return text


def _filters(words: Words, shown: Board, code: int) -> Rows:
    there = [state for state in ORDER if shown.counts.of(state)]
    if len(there) <= 1:
        return ()
    buttons = [
        tap(
            words.plain(f"btn-reconciliation-{state}", count=shown.counts.of(state)),
            BoardOf(manager=shown.manager_id, month=code, state=state),
        )
        for state in there
        if state is not shown.state
    ]
    if shown.state is not None:
        every = BoardOf(manager=shown.manager_id, month=code)
        buttons.append(tap(words.plain("btn-reconciliation-every"), every))
    return in_rows(buttons, 2)


def _pages(words: Words, shown: Board, code: int) -> Rows:
    def page(start: int) -> BoardOf:
        return BoardOf(manager=shown.manager_id, month=code, state=shown.state, start=start)

    turn = []
    if shown.start > 0:
        turn.append(tap(words.plain("btn-reconciliation-before"), page(max(shown.start - shown.size, 0))))
    left = shown.total - shown.start - shown.size
    if left > 0:
        turn.append(tap(words.plain("btn-reconciliation-more", left=left), page(shown.start + shown.size)))
    return (tuple(turn),) if turn else ()


def _months(words: Words, shown: Board | TeamBoard) -> Rows:
    """The month before and, where it has begun, the month after."""

    def to(month: date) -> OpenBoard | BoardOf:
        code = month_code(month)
        return (
            BoardOf(manager=shown.manager_id, month=code)
            if isinstance(shown, Board)
            else OpenBoard(month=code)
        )

    before, after = add_months(shown.month, -1), add_months(shown.month, 1)
    row = [tap(f"‹ {month_name(words, before, shown.today)}", to(before))]
    if after <= month_start(shown.today):
        row.append(tap(f"{month_name(words, after, shown.today)} ›", to(after)))
    return (tuple(row),)


def team(words: Words, shown: TeamBoard) -> Screen:
    """A line for each manager, who has most to do first."""
    lines = _head(words, month_name(words, shown.month, shown.today), shown.counts)
    if shown.lines:
        lines.append("")
    lines += [
        words(
            "reconciliation-manager",
            name=line.name,
            signed=line.counts.signed,
            total=line.counts.total,
            differs=line.counts.differs,
        )
        for line in shown.lines
    ]
    code = month_code(shown.month)
    buttons = [tap(line.name, BoardOf(manager=line.manager_id, month=code)) for line in shown.lines[:40]]
    back = (tap(words.plain("btn-back"), OpenDebts()),)
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 2), *_months(words, shown), back))


def nudge(words: Words, shown: Nudge, today: date, *, late: bool = False) -> Screen:
    """Monday's word: how much is left, with whom to begin."""
    month = month_name(words, shown.month, today)
    count = shown.counts.not_sent
    first = words("ntf-reconciliation" if count else "ntf-reconciliation-sent", month=month, count=count or shown.counts.waiting)  # fmt: skip
    rest = [
        words(f"reconciliation-count-{state}", count=shown.counts.of(state))
        for state in (State.DIFFERS, State.SENT)
        if count and shown.counts.of(state)
    ]
    lines = [first, *([" · ".join(rest)] if rest else [])]
    if late:
        lines.append(words("ntf-reconciliation-late"))
    lines += ["", words("ntf-reconciliation-next")]
    lines += [_nudge_line(words, line) for line in shown.lines]
    code = month_code(shown.month)
    buttons = [tap(line.name, OpenReconciliation(client=line.client_id, month=code)) for line in shown.lines]
    every = tap(words.plain("btn-reconciliation-all"), OpenBoard(month=code))
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 2), (every,)))


def _nudge_line(words: Words, line: BoardLine) -> str:
    text = words("reconciliation-nudge-line", name=line.name, sum=written.money(words, line.balance))
    if line.months >= MANY_MONTHS:
        text += ", " + words("reconciliation-months", months=line.months)
    return text
