"""Where the digest of a lead's team goes besides the lead's own chat: a group, or a topic of one."""

from dataclasses import dataclass

from domain.actors import LEADING, Actor, Role
from screens import digest_place as screens
from screens.words import Catalogue
from storage import digest_places, employees
from storage.digest_places import DigestPlace
from usecases import substitution
from usecases.access import allowed, check_own_hand, inner
from usecases.errors import StaleError
from usecases.post import Post
from usecases.work import Work


@dataclass(frozen=True, slots=True)
class Coming:
    """`lead` is whose place it is, maybe another lead of the same team; `again`: nothing changed. `left`: where it came before."""

    place: DigestPlace
    lead: Actor
    again: bool = False
    left: DigestPlace | None = None


@inner
async def find_place(actor: Actor, work: Work) -> DigestPlace | None:
    return await digest_places.find(work.tx, actor.id)


@allowed(*LEADING)
async def get_place(actor: Actor, work: Work) -> DigestPlace:
    """Raises `StaleError` where the digest goes to the lead alone."""
    found = await digest_places.find(work.tx, actor.id)
    if found is None:
        raise StaleError(what="digest")
    return found


@allowed(*LEADING)
async def come_here(actor: Actor, work: Work, chat: int, thread: int | None, title: str) -> Coming:
    """The digest comes to this group too from now on, once for a team. Money is hidden there until it is asked for."""
    now = await digest_places.find(work.tx, actor.id)
    place = DigestPlace(actor.id, chat, thread, title, sums=False)
    if now is not None and _is_same(now, place):
        return Coming(now, actor, again=True)
    for fellow in await _fellows(actor, work):
        theirs = await digest_places.find(work.tx, fellow.id)
        if theirs is not None and _is_same(theirs, place):
            return Coming(theirs, fellow, again=True)
    await digest_places.put(work.tx, place, work.now)
    return Coming(place, actor, left=now)


def _is_same(one: DigestPlace, other: DigestPlace) -> bool:
    return (one.chat_id, one.thread_id) == (other.chat_id, other.thread_id)


@inner
async def _fellows(actor: Actor, work: Work) -> list[Actor]:
    """Others who get the same digest: who lead the same team; for an owner the other owners."""
    if actor.role is Role.OWNER:
        found = await employees.with_role(work.tx, Role.OWNER)
    else:
        leads = await employees.leads_of(work.tx, actor)
        found = [one for one in leads if (one.role, one.team_id) == (actor.role, actor.team_id)]
    return [one for one in found if one.id != actor.id]


@inner
async def place_to_tell(person: Actor, work: Work) -> DigestPlace | None:
    """Where `person`'s push goes too: one for a team and a place, and a fellow's while nobody else tells it there."""
    own = await digest_places.find(work.tx, person.id)
    fellows = await _fellows(person, work)
    for fellow in fellows:
        theirs = await digest_places.find(work.tx, fellow.id)
        if theirs is None:
            continue
        teller = await _teller(work, fellow, fellows, person)
        if own is None and teller == person.id:
            return theirs
        if own is not None and _is_same(own, theirs) and teller == fellow.id < person.id:
            return None
    return own


@inner
async def _teller(work: Work, fellow: Actor, fellows: list[Actor], person: Actor) -> int:
    """Whose push tells the digest in `fellow`'s place: a deputy of the same rank hears only their own."""
    there = await substitution.acting_at(work, fellow, work.now)
    if there is not None:
        return there.by if there.by in {person.id, *(one.id for one in fellows)} else fellow.id
    present = [one.id for one in fellows if not await _is_away(work, one)]
    return min([person.id, *present])


@inner
async def _is_away(work: Work, person: Actor) -> bool:
    there = await substitution.acting_at(work, person, work.now)
    return there is None or bool(there.by)


@allowed(*LEADING)
async def show_sums(actor: Actor, work: Work, *, sums: bool) -> DigestPlace:
    """Raises `StaleError` where there is no group any more, `OwnHandError`."""
    check_own_hand(actor, "group")
    await get_place(actor, work)
    await digest_places.set_sums(work.tx, actor.id, sums=sums)
    return await get_place(actor, work)


@allowed(*LEADING)
async def leave_group(actor: Actor, work: Work) -> DigestPlace:
    """Which one it was. Raises `StaleError` the second time, `OwnHandError`."""
    check_own_hand(actor, "group")
    left = await get_place(actor, work)
    await digest_places.remove(work.tx, actor.id)
    return left


async def note_shut_out(work: Work, post: Post, chat: int, catalogue: Catalogue) -> None:
    """The group is gone or has put the bot out: the leads whose digest went there are told."""
    for lead_id, title in await digest_places.leave_chat(work.tx, chat):
        lead = await employees.find(work.tx, lead_id)
        if lead is not None:
            post.show(lead.chat, screens.shut_out(catalogue[lead.language], title))


async def note_moved(work: Work, before: int, after: int) -> None:
    """A group became a supergroup: the same people under another id."""
    await digest_places.move(work.tx, before, after)
