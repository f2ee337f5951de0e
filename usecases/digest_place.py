"""Where the digest of a lead's team goes besides the lead's own chat: a group, or a topic of one."""

from domain.actors import LEADING, Actor
from screens import digest_place as screens
from screens.words import Catalogue
from storage import digest_places, employees
from storage.digest_places import DigestPlace
from usecases.access import allowed, inner
from usecases.errors import StaleError
from usecases.post import Post
from usecases.work import Work


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
async def come_here(
    actor: Actor, work: Work, chat: int, thread: int | None, title: str
) -> tuple[DigestPlace, bool]:
    """The digest comes to this group too from now on; whether it did already. Money is hidden there until it is asked for."""
    now = await digest_places.find(work.tx, actor.id)
    if now is not None and (now.chat_id, now.thread_id) == (chat, thread):
        return now, True
    place = DigestPlace(actor.id, chat, thread, title, sums=False)
    await digest_places.put(work.tx, place, work.now)
    return place, False


@allowed(*LEADING)
async def show_sums(actor: Actor, work: Work, *, sums: bool) -> DigestPlace:
    """Raises `StaleError` where there is no group any more."""
    await get_place(actor, work)
    await digest_places.set_sums(work.tx, actor.id, sums=sums)
    return await get_place(actor, work)


@allowed(*LEADING)
async def leave_group(actor: Actor, work: Work) -> None:
    """Raises `StaleError` the second time."""
    if not await digest_places.remove(work.tx, actor.id):
        raise StaleError(what="digest")


async def note_shut_out(work: Work, post: Post, chat: int, catalogue: Catalogue) -> None:
    """The group is gone or has put the bot out: the leads whose digest went there are told."""
    for lead_id, title in await digest_places.leave_chat(work.tx, chat):
        lead = await employees.find(work.tx, lead_id)
        if lead is not None:
            post.show(lead.chat, screens.shut_out(catalogue[lead.language], title))


async def note_moved(work: Work, before: int, after: int) -> None:
    """A group became a supergroup: the same people under another id."""
    await digest_places.move(work.tx, before, after)
