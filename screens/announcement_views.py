"""What the screens of announcements and proposals show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.errands import Aim, ProposalKind, ProposalStatus


@dataclass(frozen=True, slots=True)
class AnnouncementView:
    """`at` is local. `read` and `unread` are names, for its author and the leads; `away` of the unread are not at work."""

    id: int
    author: str
    aim: Aim
    text: str
    at: datetime
    file: str = ""
    mine: bool = False
    is_read: bool = False
    read: Sequence[str] = ()
    unread: Sequence[str] = ()
    away: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ProposalView:
    """`at` and `moved` are local; `steps` are what the reader may decide."""

    id: int
    author: str
    kind: ProposalKind
    text: str
    status: ProposalStatus
    at: datetime
    answer: str = ""
    decided_by: str = ""
    mine: bool = False
    steps: Sequence[ProposalStatus] = ()
