"""Stops that money has ended, and the money was taken back: they stand again as they stood."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from domain.stop_list import StopState, StopStep, is_stopped
from storage import clients, stops
from storage.stops import CHANGED, Stop
from usecases.stop_news import tell
from usecases.stop_views import Circle, circle_of
from usecases.work import Work

SET_STOPPED = clients.patch("stopped")
DAYS = ("word_until", "until")
MOMENTS = ("asked_at", "nudge_at", "due_at", "closed_at")


def as_json(stop: Stop) -> dict[str, Any]:
    """Of a stop before it changes, for `bring_back`."""
    facts = {name: getattr(stop, name) for name in CHANGED}
    plain = {name: found.isoformat() if isinstance(found, date) else found for name, found in facts.items()}
    return {"id": stop.id, "client": stop.client_id} | plain


async def bring_back(
    work: Work, before: Sequence[dict[str, Any]], managers: Mapping[int, int], moment: datetime
) -> None:
    """Only what nobody has touched since `moment`, where no other stop of the client was begun. Everybody hears of it.

    `managers` by client.
    """
    busy = await stops.open_of(work.tx, [one["client"] for one in before])
    for facts in before:
        now = await stops.find_locked(work.tx, facts["id"])
        other = busy.get(facts["client"])
        if now is not None and now.asked_at == moment and (other is None or other.id == now.id):
            circle = await circle_of(work, managers[now.client_id])
            await _bring_back(work, now, _restored(now, facts), circle)


def _restored(now: Stop, facts: dict[str, Any]) -> Stop:
    found = {name: facts[name] for name in CHANGED}
    found |= {name: date.fromisoformat(found[name]) for name in DAYS if found[name]}
    found |= {name: datetime.fromisoformat(found[name]) for name in MOMENTS if found[name]}
    return replace(now, **found)


async def _bring_back(work: Work, was: Stop, stop: Stop, circle: Circle) -> None:
    """A stop is said once more; what is not decided yet reminds whoever is awaited."""
    stopped = is_stopped(StopState(stop.state))
    await work.tx.run(stops.CHANGE, id_=stop.id, **{name: getattr(stop, name) for name in CHANGED})
    await work.tx.run(SET_STOPPED, id_=stop.client_id, stopped=stopped)
    await work.tx.run(stops.FORGET_EVENTS, stop=stop.id, moment=was.asked_at)
    if stopped:
        await stops.note(work.tx, stop.id, None, work.now, StopStep.STOPPED)
    await tell(work, stop, circle, StopState(was.state), None)
