"""Six weeks of calls of the sample company: who picks up in the morning, what came of it, what was refused."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from domain.actors import Actor
from domain.outcomes import Counter, Outcome, RefusalReason, rule_of
from storage import counters
from storage.calls import CALL_FIELDS
from storage.tables import calls
from usecases.work import Work

WEEKS = 6
# of a hundred calls in the hour, how many are picked up
REACH = {9: 44, 10: 58, 11: 55, 12: 38, 14: 34, 15: 31, 16: 24, 17: 16}
MISSES = (Outcome.NO_ANSWER, Outcome.NO_ANSWER, Outcome.NO_ANSWER, Outcome.BUSY, Outcome.UNAVAILABLE)
TALKS = (
    Outcome.TALKED, Outcome.TALKED, Outcome.ORDER, Outcome.PHONE_OFFER, Outcome.CALL_BACK, Outcome.THINKING,
    Outcome.REFUSAL, Outcome.SEND_OFFER,
)  # fmt: skip
REASONS = (RefusalReason.PRICE, RefusalReason.PRICE, RefusalReason.SUPPLIER, RefusalReason.NO_NEED)
ADD = sa.insert(calls).values({name: sa.bindparam(name) for name in CALL_FIELDS})


@dataclass(frozen=True, slots=True)
class Called:
    """A client, whose it is, and the day of the last contact: no call comes after it."""

    client: int
    manager: Actor
    last: date


async def lay_calls(work: Work, called: list[Called], chance: random.Random) -> None:
    """Each client is tried on three working days of five, more than once where nobody picks up."""
    rows = [row for one in called for row in _calls_of(work, one, chance)]
    await work.tx.run_many(ADD, sorted(rows, key=lambda row: row["at"]))
    for (employee, day), own in _by_day(rows).items():
        done = [Counter.REACHED in rule_of(Outcome(row["outcome"])).counters for row in own]
        offers = sum(row["outcome"] == Outcome.PHONE_OFFER for row in own)
        await counters.add(
            work.tx, employee, day, calls=len(own), reached=sum(done), phone_offers=offers, email_offers=offers * 3
        )  # fmt: skip


def _by_day(rows: list[dict[str, Any]]) -> dict[tuple[int, date], list[dict[str, Any]]]:
    found: dict[tuple[int, date], list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault((row["employee_id"], row["day"]), []).append(row)
    return found


def _calls_of(work: Work, one: Called, chance: random.Random) -> Iterator[dict[str, Any]]:
    days = work.rules.calendar.working_days(one.last - timedelta(weeks=WEEKS), one.last)
    for day in days:
        if day != one.last and chance.random() > 0.6:
            continue
        for hour in sorted(chance.sample(list(REACH), 2)):
            reached = day == one.last or chance.randrange(100) < REACH[hour]
            yield _row(one, day, hour, chance.choice(TALKS if reached else MISSES), chance)
            if reached:
                break


def _row(one: Called, day: date, hour: int, outcome: Outcome, chance: random.Random) -> dict[str, Any]:
    at = datetime.combine(day, time(hour, chance.randrange(60)), tzinfo=one.manager.zone)
    return {
        "client_id": one.client,
        "person_id": None,
        "employee_id": one.manager.id,
        "at": at,
        "day": day,
        "hour": hour,
        "outcome": outcome.value,
        "reason": chance.choice(REASONS).value if outcome is Outcome.REFUSAL else None,
        "note": "",
    }
