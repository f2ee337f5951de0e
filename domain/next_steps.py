"""Dates for the clients with whom nothing is agreed: by their own rhythm, else by the stay-in-touch norm, no day over its norm."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from domain.calendar import WorkCalendar
from domain.reasons import ClientClass, RankingSettings

LEAD_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Unplanned:
    """A client without a next step.

    `expected` is the day of the next order by the client's own rhythm, None where none shows. `last_contact` None is never: then
    the days count from `since`, on which the client came.
    """

    client_id: int
    since: date
    client_class: ClientClass = ClientClass.C
    is_lead: bool = False
    last_contact: date | None = None
    expected: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    client_id: int
    day: date


def plan_steps(
    clients: Iterable[Unplanned],
    *,
    today: date,
    busy: Mapping[date, int],
    norm: int,
    calendar: WorkCalendar,
    settings: RankingSettings,
) -> list[Step]:
    """A working day after `today` for each client, by day; no day gets more than `norm` less the `busy` calls that it has.

    The best choose first: whose day comes first, of those leads, then by class, then who has waited longest. A full day gives way to
    the next one. The result depends on the set of clients only, not on their order.
    """
    first = calendar.next_working(today)
    room = max(norm, 1)
    ranked = sorted(
        (max(wanted, first), not client.is_lead, client.client_class, wanted, client.client_id)
        for client in clients
        for wanted in [_wanted(client, today, calendar, settings)]
    )
    taken: Counter[date] = Counter()
    steps = []
    for day, *_, client_id in ranked:
        while busy.get(day, 0) + taken[day] >= room:
            day = calendar.next_working(day)  # noqa: PLW2901 - the wanted day is only where to begin
        taken[day] += 1
        steps.append(Step(client_id, day))
    return sorted(steps, key=lambda step: step.day)


def _wanted(client: Unplanned, today: date, calendar: WorkCalendar, settings: RankingSettings) -> date:
    """The working day before the expected order; without a rhythm, that on which the stay-in-touch norm runs out.

    A lead nobody has spoken with is wanted at once, any other at half the norm.
    """
    if client.expected is not None:
        return calendar.previous_working(client.expected)
    if client.is_lead and client.last_contact is None:
        return calendar.on_or_after(min(client.since, today))
    norm = settings.touch_days.of(client.client_class) * (LEAD_SHARE if client.is_lead else 1)
    return calendar.on_or_after((client.last_contact or client.since) + timedelta(days=math.ceil(norm)))
