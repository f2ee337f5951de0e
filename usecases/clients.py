"""Clients and their people."""

from domain.actors import LEADING, Actor
from storage import clients
from usecases.access import allowed
from usecases.work import Work


@allowed(*LEADING)
async def count_of(_: Actor, work: Work, employee_id: int) -> int:
    """How many clients a colleague answers for."""
    return await clients.count_of(work.tx, employee_id)
