"""Whose clients an actor may see: ownership is checked in the query, by these ids."""

from domain.actors import Actor, Role
from domain.teams import line_up, subtree
from storage import clients, employees, persons
from storage.clients import Client
from storage.persons import Person
from usecases.errors import NotFoundError, OwnClientError
from usecases.work import Work


async def managers_for(actor: Actor, work: Work) -> list[int]:
    """A manager's own id; of a lead, the sellers of the teams under them (and the lead); everybody for those who serve all."""
    if actor.role is Role.MANAGER:
        return [actor.id]
    if actor.role is Role.LEAD:
        return [actor.id, *work.lent, *(person.id for person in await employees.sellers_of(work.tx, actor))]
    return await employees.all_ids(work.tx)


async def teams_led(actor: Actor, work: Work) -> list[int]:
    """Teams whose things the actor may change: of a lead the own one and those under it, all of them for the owner."""
    parents = await employees.parents(work.tx)
    if actor.role is Role.OWNER:
        return [*parents]
    return subtree(parents, actor.team_id) if actor.role is Role.LEAD else []


async def teams_seen(actor: Actor, work: Work) -> list[int]:
    """Teams whose promotions, events and discounts reach the actor: the own one, those above it, and those led."""
    line = line_up(await employees.parents(work.tx), actor.team_id)
    return sorted({*line, *await teams_led(actor, work)})


async def get_client(actor: Actor, work: Work, client_id: int) -> Client:
    """Raises `NotFoundError` for a missing, a deleted and a foreign client alike."""
    found = await clients.find(work.tx, client_id, await managers_for(actor, work))
    if found is None:
        raise NotFoundError(what="client", id=client_id)
    return found


async def lock_client(actor: Actor, work: Work, client_id: int) -> Client:
    """The same, held from other turns: for use cases that change what they have read.

    Raises `OwnClientError` where who stands in for a lead would do to their own client what the lead may.
    """
    found = await clients.find_locked(work.tx, client_id, await managers_for(actor, work))
    if found is None:
        raise NotFoundError(what="client", id=client_id)
    check_own_client(actor, found)
    return found


def check_own_client(actor: Actor, client: Client) -> None:
    """Where a lead's right is used on a client that need not be held. Raises `OwnClientError`."""
    if client.manager_id == actor.by:
        raise OwnClientError(name=actor.name)


async def get_person(actor: Actor, work: Work, person_id: int) -> Person:
    found = await persons.find(work.tx, person_id, await managers_for(actor, work))
    if found is None:
        raise NotFoundError(what="person", id=person_id)
    return found
