"""Whose clients an actor may see: ownership is checked in the query, by these ids."""

from domain.actors import Actor, Role
from storage import clients, employees, persons
from storage.clients import Client
from storage.persons import Person
from usecases.errors import NotFoundError
from usecases.work import Work


async def managers_for(actor: Actor, work: Work) -> list[int]:
    """A manager's own id; of a lead, the managers of the team (and the lead); everybody for those who serve all."""
    if actor.role is Role.MANAGER:
        return [actor.id]
    if actor.role is Role.LEAD:
        return [actor.id, *(person.id for person in await employees.managers_of(work.tx, actor))]
    return await employees.all_ids(work.tx)


async def get_client(actor: Actor, work: Work, client_id: int) -> Client:
    """Raises `NotFoundError` for a missing, a deleted and a foreign client alike."""
    found = await clients.find(work.tx, client_id, await managers_for(actor, work))
    if found is None:
        raise NotFoundError(what="client", id=client_id)
    return found


async def lock_client(actor: Actor, work: Work, client_id: int) -> Client:
    """The same, held from other turns: for use cases that change what they have read."""
    found = await clients.find_locked(work.tx, client_id, await managers_for(actor, work))
    if found is None:
        raise NotFoundError(what="client", id=client_id)
    return found


async def get_person(actor: Actor, work: Work, person_id: int) -> Person:
    found = await persons.find(work.tx, person_id, await managers_for(actor, work))
    if found is None:
        raise NotFoundError(what="person", id=person_id)
    return found
