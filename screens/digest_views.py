"""What a digest is made of: its lines, and the day of one manager."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.absences import AbsenceKind
from domain.digest import AlarmKind, DigestKind, WinKind


@dataclass(frozen=True, slots=True)
class Away:
    """Not at work through the day `until`; `deputy` is empty where nobody stands in."""

    kind: AbsenceKind
    until: date
    deputy: str = ""
    absence: int = 0
    deputy_id: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: an alarm or a win. Kopecks; `ref` is what the kind is about; `said`: the lead has asked or praised, `answered` is the question; `hears`: can be.

    `count`: calls of OFF_PACE and WEEK_BEHIND, days of SILENT (-1: never called), minutes of NOT_ACCEPTED, questions of DECISIONS, clients of
    NEW_CLIENTS and of CARRIED, whose `client` lies longest, for `days` working days; they lie for `norm` of them at least.
    `day` is the one that the line belongs to, where that is not the digest's own.
    """

    kind: AlarmKind | WinKind
    ref: int
    manager_id: int
    manager: str
    client_id: int = 0
    client: str = ""
    amount: int | None = None
    paid: int = 0
    claim: str = ""
    due: date | None = None
    count: int = 0
    days: int = 0
    norm: int = 0
    said: bool = False
    answered: bool = False
    hears: bool = True
    day: date | None = None
    away: AbsenceKind | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A manager's day. `norm` 0 for a lead who sells too; `listed` and after are of the morning."""

    id: int
    name: str
    team_id: int | None
    calls: int = 0
    reached: int = 0
    offers: int = 0
    orders: int = 0
    order_sum: int = 0
    promises: int = 0
    promise_sum: int = 0
    norm: int = 0
    listed: int = 0
    call_backs: int = 0
    due_count: int = 0
    due_sum: int = 0
    birthdays: int = 0
    away: Away | None = None


@dataclass(frozen=True, slots=True)
class Overdue:
    """Kopecks now, and at the last look before today where there was one."""

    now: int
    before: int | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """`at` is the lead's hour. `usual` is the order sum of an ordinary working day, 0 where none is known.

    `yesterday` is the last working day with its sum and calls. `teams` to choose among are empty for who has one. `group` names the
    chat where it comes too.
    """

    kind: DigestKind
    day: date
    at: datetime
    lines: tuple[Line, ...]
    overdue: Overdue
    alarms: tuple[Fact, ...] = ()
    wins: tuple[Fact, ...] = ()
    usual: int = 0
    yesterday: date | None = None
    yesterday_sum: int = 0
    yesterday_calls: int = 0
    teams: tuple[tuple[int, str], ...] = ()
    team: int = 0
    group: str = ""

    def total(self, name: str) -> int:
        return sum(getattr(line, name) for line in self.lines)


@dataclass(frozen=True, slots=True)
class PersonDay:
    """Everything of one manager's day that the lead may look into. Moments local to the lead."""

    line: Line
    today: date
    phone_offers: int
    email_offers: int
    phone_norm: int
    email_norm: int
    outcomes: tuple[tuple[str, int], ...]
    listed: int
    left: int
    last: tuple["LastCall", ...] = ()
    unreachable: bool = False
    off_pace: bool = False
    without_next: int = 0


@dataclass(frozen=True, slots=True)
class LastCall:
    client_id: int
    client: str
    at: datetime
    outcome: str
    note: str
