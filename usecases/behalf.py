"""Whose client a typed line is about, where somebody types who takes another's place as well."""

from domain.actors import EVERYBODY, Actor
from usecases import clients, substitution
from usecases.access import allowed
from usecases.draft_world import understand_line
from usecases.errors import OnBehalfError
from usecases.work import Work


@allowed(*EVERYBODY)
async def check_whose(actor: Actor, work: Work, text: str) -> None:
    """One's own clients first. Raises `OnBehalfError` where the line names nobody of them, but one of somebody absent."""
    if actor.by or not actor.sells:
        return
    places = await substitution.places_of(work, actor.chat)
    if not places or await _names(actor, work, text):
        return
    for absent in places:
        if await _names(await substitution.stand_in(work, actor, absent), work, text):
            raise OnBehalfError(employee=absent)


async def _names(actor: Actor, work: Work, text: str) -> bool:
    found = await understand_line(actor, work, text, None)
    if found.acts:
        named = [act.client for act in found.acts if act.client is not None]
        return any(one.id is not None or one.candidates for one in named)
    return bool(await clients.find_alike(actor, work, text))
