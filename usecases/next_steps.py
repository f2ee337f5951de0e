"""Clients without a next step: dates proposed, set by one tap, and taken back by one."""

import zlib

from domain.actors import SELLING, Actor
from domain.next_steps import Step, Unplanned, plan_steps
from domain.reasons import ClientClass
from screens.next_steps import Filled, Proposal, Proposed, TakenBack
from storage import clients, next_steps
from storage.clients import Client
from storage.next_steps import Filling
from usecases.access import allowed
from usecases.errors import NotFoundError, StaleError
from usecases.rhythm import find_rhythm_on
from usecases.work import Work

PORTION = 50


@allowed(*SELLING)
async def count_without(actor: Actor, work: Work) -> int:
    """Own clients with nothing agreed: no next contact, no open visit, no line that waits in today's list."""
    return await next_steps.count(work.tx, actor.id, work.today(actor))


@allowed(*SELLING)
async def propose(actor: Actor, work: Work) -> Proposal:
    """Dates for a portion of the actor's own clients; the cost does not grow with the base."""
    today = work.today(actor)
    found = await next_steps.portion(work.tx, actor.id, today, PORTION)
    steps = plan_steps(
        [_unplanned(actor, work, client) for client in found],
        today=today,
        busy=await next_steps.busy_days(work.tx, actor.id, today) if found else {},
        norm=work.rules.norms.calls,
        calendar=work.rules.calendar,
        settings=work.rules.ranking,
    )
    names = {client.id: client.name for client in found}
    return Proposal(
        today,
        await count_without(actor, work) if len(found) == PORTION else len(found),
        tuple(Proposed(step.client_id, names[step.client_id], step.day) for step in steps),
        _mark(steps),
    )


def _unplanned(actor: Actor, work: Work, client: Client) -> Unplanned:
    rhythm = find_rhythm_on(client, work.today(actor), work.rules)
    return Unplanned(
        client.id,
        actor.local(client.created_at).date(),
        ClientClass(client.client_class),
        client.is_lead,
        client.last_contact_day,
        rhythm.expected if rhythm else None,
    )


def _mark(steps: list[Step]) -> int:
    """Another one as soon as a client or a day differs."""
    return zlib.crc32(repr([(step.client_id, step.day.toordinal()) for step in steps]).encode())


@allowed(*SELLING)
async def fill(actor: Actor, work: Work, mark: int) -> Filled:
    """Sets the dates that were shown under `mark`; a second tap is answered with what the first one set.

    Raises `StaleError` where the proposal is no longer the same: what was not seen is not set.
    """
    shown = await propose(actor, work)
    if shown.steps and shown.mark == mark:
        steps = [(step.client, step.day) for step in shown.steps]
        done = await next_steps.fill(work.tx, actor.id, steps, work.now, mark=mark)
        return await _filled(actor, work, done)
    last = await next_steps.last_filling(work.tx, actor.id)
    if last is None or last.mark != mark:
        raise StaleError(what="next_steps")
    return await _filled(actor, work, last)


async def _filled(actor: Actor, work: Work, filling: Filling) -> Filled:
    names = await clients.names(work.tx, [client_id for client_id, _ in filling.steps])
    return Filled(
        filling.id,
        work.today(actor),
        await count_without(actor, work),
        tuple(Proposed(client_id, names[client_id], day) for client_id, day in filling.steps),
    )


@allowed(*SELLING)
async def take_back(actor: Actor, work: Work, filling_id: int) -> TakenBack:
    """Of that filling what nobody has changed since. Raises `NotFoundError`, `StaleError` where it was taken back before."""
    filling = await next_steps.find_filling(work.tx, filling_id, actor.id)
    if filling is None:
        raise NotFoundError(what="filling", id=filling_id)
    if filling.is_taken_back:
        raise StaleError(what="filling")
    done = await next_steps.take_back(work.tx, actor.id, filling)
    return TakenBack(done, len(filling.steps) - done, await count_without(actor, work))
