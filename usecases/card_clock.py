"""The clock of cards asked of accounting: who is reminded when a request waits, in working hours as at the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.actors import EVERYBODY, Actor, Role
from domain.card_requests import CardStatus
from domain.reminders import ReminderKind
from screens.card_requests import CardView
from storage import card_requests, employees, reminders
from storage.card_requests import CardRequest
from usecases.access import allowed, inner
from usecases.card_views import card_view
from usecases.desk_clock import hours_of
from usecases.work import Work


@dataclass(frozen=True, slots=True)
class CardWaiting:
    """A request that still waits, for so many `minutes` since the last word about it; `mine`: its reader has to act."""

    view: CardView
    minutes: int
    mine: bool


@inner
async def answering(work: Work, asker: Actor | None) -> list[Actor]:
    """Who answers: everybody in accounting; where nobody is, the leads of who asked."""
    return await employees.with_role(work.tx, Role.ACCOUNTANT) or await _leads(work, asker)


async def _leads(work: Work, asker: Actor | None) -> list[Actor]:
    return await employees.leads_of(work.tx, asker) if asker is not None else []


@inner
async def wind(work: Work, request: CardRequest) -> None:
    """Anew after each step: whoever has to answer is reminded first, later who waits for it and the leads."""
    await reminders.forget(work.tx, ReminderKind.CARD, request.id)
    if not request.status.waits:
        return
    asker = await employees.find(work.tx, request.employee_id)
    own = [asker] if asker is not None else []
    asked = request.status is CardStatus.QUESTION
    first = own if asked else await answering(work, asker)
    later = [*own, *await _leads(work, asker)]
    settings, hours = work.rules.desk, hours_of(work)
    at = hours.after(work.now, settings.answer_minutes if asked else settings.card_minutes)
    await _put(work, request.id, first, at)
    known = {person.id for person in first}
    at = hours.after(at, settings.escalate_minutes)
    await _put(work, request.id, [person for person in later if person.id not in known], at)


async def _put(work: Work, request_id: int, people: Sequence[Actor], at: datetime) -> None:
    for person in people:
        await reminders.put(work.tx, person.id, ReminderKind.CARD, request_id, at)


@allowed(*EVERYBODY)
async def find_waiting(person: Actor, work: Work, request_id: int) -> CardWaiting | None:
    """None where it was answered meanwhile, or its client is gone."""
    found = await card_requests.find(work.tx, request_id)
    if found is None or not found.status.waits:
        return None
    if found.client_id and await card_requests.is_client_gone(work.tx, found.client_id):
        return None
    view = await card_view(person, work, found)
    said = await card_requests.said(work.tx, found.id)
    since = said[-1].at if said else found.created_at
    if found.status is CardStatus.QUESTION:
        mine = view.own
    else:
        asker = await employees.find(work.tx, found.employee_id)
        mine = person.id in {one.id for one in await answering(work, asker)}
    return CardWaiting(view, int((work.now - since).total_seconds()) // 60, mine)
