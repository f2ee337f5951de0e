"""How complete the cards are: of one client, of a team; and the one fact that no other dialogue asks."""

import re

from domain.actors import LEADING, SELLING, Actor
from domain.completeness import missing_of, percent_of
from domain.errors import ProzvonError
from screens.completeness import Completeness, ManagerCards, PoorCard, TeamCards
from storage import clients, completeness, persons, timeline
from storage.persons import Person
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.scope import get_person, lock_client, managers_for
from usecases.work import Work

KEY_CLASS = "A"
POOREST = 10
LONGEST_EMAIL = 200
SET_EMAIL = persons.patch("email")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}")


class EmailError(ProzvonError):
    """No address of mail; facts: text."""

    code = "card-email"


@inner
async def count(work: Work, client_id: int) -> Completeness:
    """As the card is now; the figure on the client's row is put right where something else had changed it."""
    before, client, people = (await completeness.known_of(work.tx, [client_id]))[client_id]
    percent = percent_of(client, people)
    if percent != before:
        await work.tx.run(completeness.SET, id_=client_id, percent=percent)
    return Completeness(percent, missing_of(client, people))


@allowed(*LEADING)
async def get_team(actor: Actor, work: Work) -> TeamCards:
    """Managers by their mean, the lowest first, and the poorest cards of class A."""
    managers = await managers_for(actor, work)
    found = await completeness.averages(work.tx, managers)
    names = await clients.manager_names(work.tx, [one.manager_id for one in found])
    poorest = await completeness.poorest(work.tx, [one.manager_id for one in found], KEY_CLASS, POOREST)
    by_manager = [ManagerCards(names.get(one.manager_id, ""), one.clients, one.percent) for one in found]
    return TeamCards(
        tuple(sorted(by_manager, key=lambda one: (one.percent, one.name))),
        tuple(PoorCard(one.id, one.name, names.get(one.manager_id, ""), one.percent) for one in poorest),
    )


@allowed(*SELLING)
async def ask_email(actor: Actor, work: Work, person_id: int) -> Person:
    """Raises `NotFoundError`."""
    return await get_person(actor, work, person_id)


@allowed(*SELLING)
async def set_email(actor: Actor, work: Work, person_id: int, text: str) -> int:
    """Whose person it is. Raises `EmailError`."""
    found = _EMAIL.search(text)
    if found is None or len(found[0]) > LONGEST_EMAIL:
        raise EmailError(text=text[:100])
    person = await get_person(actor, work, person_id)
    client = await lock_client(actor, work, person.client_id)
    if person.email != found[0]:
        await work.tx.run(SET_EMAIL, id_=person.id, email=found[0])
        facts = {"what": "person", "name": person.name}
        await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.CHANGED, **facts)
        await completeness.refresh(work.tx, [client.id])
    return client.id
