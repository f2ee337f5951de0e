"""Who acts: one of our own people, in a role."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo


class Role(StrEnum):
    OWNER = "owner"
    LEAD = "lead"
    MANAGER = "manager"
    SUPPORT = "support"
    ACCOUNTANT = "accountant"
    LOGISTICS = "logistics"


SELLING = frozenset({Role.MANAGER, Role.LEAD, Role.OWNER})
LEADING = frozenset({Role.LEAD, Role.OWNER})
EVERYBODY = frozenset(Role)


@dataclass(frozen=True)
class Actor:
    """An employee as a use case sees them.

    `chat` is the private chat, `timezone` an IANA name; not `reachable`: the bot was shut out of that chat.

    Where somebody stands in, who is absent acts: `id`, name, role and team are theirs, so that rows and figures stay theirs; chat,
    language and zone are the deputy's, whose id is `by`.
    """

    id: int
    chat: int
    name: str
    role: Role
    team_id: int | None
    language: str
    timezone: str
    reachable: bool = True
    by: int = 0
    by_name: str = ""

    @property
    def hand(self) -> int:
        """Who really does it: the author in histories."""
        return self.by or self.id

    @property
    def hand_name(self) -> str:
        """The same by name, for who is told of it."""
        return self.by_name or self.name

    @property
    def hands(self) -> frozenset[int]:
        """Both: nobody decides what the one or the other has asked."""
        return frozenset({self.id, self.hand})

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    @property
    def leads(self) -> bool:
        return self.role in LEADING

    @property
    def sells(self) -> bool:
        return self.role in SELLING
