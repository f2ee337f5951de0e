"""What every use case works with besides its actor."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.actors import Actor
from storage.database import Transaction
from usecases.rules import Rules


@dataclass(frozen=True, slots=True)
class Work:
    """`now` is the turn's one moment, in UTC. `lent`: whose clients this step reaches besides the actor's own, for one decision."""

    tx: Transaction
    now: datetime
    rules: Rules
    lent: tuple[int, ...] = ()

    def today(self, actor: Actor) -> date:
        return actor.local(self.now).date()
