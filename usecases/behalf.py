"""Whose client a typed line is about, where somebody types who takes another's place as well."""

from domain.actors import EVERYBODY, Actor
from usecases import clients, substitution
from usecases.access import allowed, inner
from usecases.draft_world import understand_line
from usecases.errors import OnBehalfError
from usecases.work import Work


@allowed(*EVERYBODY)
async def check_whose(actor: Actor, work: Work, text: str) -> None:
    """Clients of the place where one stands first. Raises `OnBehalfError` where the line names nobody of them, but one of another place."""
    if not actor.sells:
        return
    if actor.by:
        await _check_not_own(actor, work, text)
        return
    places = await substitution.places_of(work, actor.chat)
    if not places or await _names(actor, work, text):
        return
    for absent in places:
        if await _names(await substitution.stand_in(work, actor, absent), work, text):
            raise OnBehalfError(employee=absent)


@inner
async def _check_not_own(actor: Actor, work: Work, text: str) -> None:
    """A remark about the absent person's client stays there: without any act only a client's whole name leads away."""
    deputy = await substitution.step_back(work, actor)
    if not deputy.sells or await _names(actor, work, text):
        return
    found = await understand_line(deputy, work, text, None)
    named = [act.client for act in found.acts if act.client is not None]
    own = any(one.id is not None or one.candidates for one in named)
    if own or (not found.acts and await clients.find_named(deputy, work, text) is not None):
        raise OnBehalfError(employee=0)


async def _names(actor: Actor, work: Work, text: str) -> bool:
    found = await understand_line(actor, work, text, None)
    if found.acts:
        named = [act.client for act in found.acts if act.client is not None]
        return any(one.id is not None or one.candidates for one in named)
    return bool(await clients.find_alike(actor, work, text))
