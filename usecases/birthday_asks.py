"""What is missing of birthdays: how many, whose days in this month, and the one question a day."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.actors import LEADING, SELLING, Actor
from domain.birthday_asks import QUIET_DAYS, BirthdayAnswer, asked_first
from domain.outcomes import Outcome, is_reached
from domain.pushes import PushKind
from screens.birthdays import Completeness, Gaps, PersonFound
from storage import birthday_asks, clients
from storage.birthday_asks import Unborn
from storage.clients import Client
from usecases.access import allowed, inner
from usecases.errors import StaleError
from usecases.occasions import WATCHING
from usecases.scope import get_person, managers_for
from usecases.work import Work

PAGE = 200
PAGES = 5


@allowed(*WATCHING)
async def list_gaps(actor: Actor, work: Work) -> Gaps:
    """How complete the birthdays are, by manager for a lead, and of whom only this month is known."""
    managers = await managers_for(actor, work)
    names = await clients.manager_names(work.tx, managers) if actor.role in LEADING else {}
    month = work.today(actor).month
    counts, dayless = [], []
    for manager in managers:
        own = await birthday_asks.clients_of(work.tx, manager)
        known, people = await birthday_asks.count(work.tx, list(own))
        counts.append(Completeness(known, people, names.get(manager, "")))
        dayless += _found(await birthday_asks.dayless(work.tx, list(own), month), own)
    return Gaps(month, tuple(dayless), tuple(counts))


@inner
async def morning_gaps(actor: Actor, work: Work, *, with_ask: bool) -> Gaps:
    """For the push: the dayless ones with the first push of their month, and the question of the day where one is in place."""
    today = work.today(actor)
    last = await birthday_asks.last_push(work.tx, actor.id, PushKind.OCCASIONS, today)
    dayless: Sequence[PersonFound] = ()
    if last is None or last < today.replace(day=1):
        own = await birthday_asks.clients_of(work.tx, actor.id)
        dayless = _found(await birthday_asks.dayless(work.tx, list(own), today.month), own)
    ask = await _ask_of_morning(actor, work, today) if with_ask else None
    return Gaps(today.month, tuple(dayless), ask=ask)


async def _ask_of_morning(actor: Actor, work: Work, today: date) -> PersonFound | None:
    if await birthday_asks.asked_on(work.tx, actor.id, today) is not None:
        return None
    for page in range(PAGES):
        best = await birthday_asks.best_clients(work.tx, actor.id, PAGE, page * PAGE)
        found = await _first(work, await birthday_asks.missing(work.tx, list(best)), list(best), today)
        if found is not None:
            await birthday_asks.add(work.tx, actor.id, today, found.id)
            return PersonFound(found.id, found.name, best[found.client_id])
        if len(best) < PAGE:
            break
    return None


@inner
async def ask_after_call(actor: Actor, work: Work, client: Client, outcome: Outcome) -> PersonFound | None:
    """Somebody of the client just spoken with whose birthday is not known; None where nobody was reached or today was asked."""
    if client.is_lead or client.manager_id != actor.id or not is_reached(outcome):
        return None
    today = work.today(actor)
    if await birthday_asks.asked_on(work.tx, actor.id, today) is not None:
        return None
    found = await _first(work, await birthday_asks.missing(work.tx, [client.id]), [client.id], today)
    if found is None or not await birthday_asks.add(work.tx, actor.id, today, found.id):
        return None
    return PersonFound(found.id, found.name, client.name)


async def _first(work: Work, people: list[Unborn], ranked: list[int], today: date) -> Unborn | None:
    """Of the best client the one who decides, of those who were not asked for lately."""
    if not people:
        return None
    since = today - timedelta(days=QUIET_DAYS)
    silent = await birthday_asks.silent(work.tx, [one.id for one in people], since)
    place = {client: at for at, client in enumerate(ranked)}
    waiting = [one for one in people if one.id not in silent]
    return min(waiting, key=lambda one: (place[one.client_id], asked_first(one.role), one.id), default=None)


@allowed(*SELLING)
async def put_off(actor: Actor, work: Work, person_id: int, said: BirthdayAnswer) -> tuple[str, date]:
    """The name, and the day from which it may be asked again. Raises `StaleError` where the actor was not asked."""
    person = await get_person(actor, work, person_id)
    asked = await birthday_asks.last_asked(work.tx, actor.id, person.id)
    if asked is None or person.birth_month is not None:
        raise StaleError(what="birthday")
    await birthday_asks.answer(work.tx, actor.id, asked, person.id, said)
    return person.name, asked + timedelta(days=QUIET_DAYS)


def _found(people: Sequence[Unborn], names: dict[int, str]) -> list[PersonFound]:
    return [PersonFound(one.id, one.name, names[one.client_id]) for one in people]
