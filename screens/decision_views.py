"""What screens of decisions are made of."""

from dataclasses import dataclass, field
from datetime import date, datetime

from domain.decisions import DecisionKind, Summary, Verdict


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One open question. `due` and `now` are local; `amount` in kopecks; `facts` as the kind keeps them.

    `delegate` has it in hands now; `awaited` are the names of those who may decide, for the asker.
    """

    id: int
    kind: DecisionKind
    ref: int
    client_id: int | None
    client: str
    asker: str
    amount: int | None
    due: datetime | None
    now: datetime
    silence: str
    delegate: str = ""
    awaited: tuple[str, ...] = ()
    nudged: bool = False
    facts: dict[str, str | int | None] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        return self.due is not None and self.due <= self.now


@dataclass(frozen=True, slots=True)
class Inbox:
    """`count` is of all, the lines are the most pressing. `lent_to` takes them as well until `lent_until`, local."""

    lines: tuple[DecisionLine, ...]
    count: int
    lent_to: str = ""
    lent_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class DecidedLine:
    """`at` is local, `minutes` how long it has waited; `decider` is empty where nobody said a word."""

    line: DecisionLine
    verdict: Verdict
    decider: str
    at: datetime
    minutes: int


@dataclass(frozen=True, slots=True)
class History:
    """A month of them from its first day, of one kind and one asker where those are named; `asker` 0 is everybody."""

    lines: tuple[DecidedLine, ...]
    summary: Summary
    month: date
    today: date
    back: int
    kind: DecisionKind | None = None
    asker: int = 0
    asker_name: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Delegation:
    """`line` None: all decisions until `until`, local."""

    to: str
    by: str
    line: DecisionLine | None = None
    until: datetime | None = None
    count: int = 0
