"""Where the cards of sales support go: private chats, a group, or a topic of one."""

from domain.actors import LEADING, Actor, Role
from storage import desk_places, employees
from storage.desk_places import Place
from usecases.access import allowed
from usecases.work import Work

MAY_MOVE = LEADING | {Role.SUPPORT}
PRIVATE = Place(0, None, "ru", "")


async def find_place(work: Work) -> Place | None:
    """None for the private chats. What was said in a chat wins over the settings."""
    said = await desk_places.find(work.tx)
    settings = work.rules.desk
    if said is None and settings.chat_id:
        said = Place(settings.chat_id, settings.topic_id or None, "ru", "")
    return said if said is not None and said.chat_id else None


@allowed(*MAY_MOVE)
async def get_place(actor: Actor, work: Work) -> Place | None:
    """For who asks where the cards are."""
    del actor
    return await find_place(work)


@allowed(*MAY_MOVE)
async def move_here(
    actor: Actor, work: Work, chat: int, thread: int | None, title: str
) -> list[Actor] | None:
    """The cards come to this group from now on. Who has to know of it; None where they came here already."""
    now = await find_place(work)
    if now is not None and (now.chat_id, now.thread_id) == (chat, thread):
        return None
    await desk_places.set_place(work.tx, Place(chat, thread, actor.language, title), actor.id, work.now)
    return await _others(work, actor)


@allowed(*MAY_MOVE)
async def move_home(actor: Actor, work: Work) -> list[Actor] | None:
    """Back to the private chats; None where they are there already."""
    if await find_place(work) is None:
        return None
    await desk_places.set_place(work.tx, PRIVATE, actor.id, work.now)
    return await _others(work, actor)


async def _others(work: Work, actor: Actor) -> list[Actor]:
    """The leads and the owner: orders leave to where they were not read before."""
    roles = (Role.OWNER, Role.LEAD, Role.SUPPORT)
    people = [person for role in roles for person in await employees.with_role(work.tx, role)]
    return [person for person in people if person.id != actor.id]


async def note_shut_out(work: Work, chat: int) -> list[Actor]:
    """The group is gone or has put the bot out: private chats again. Who has to know of it."""
    now = await find_place(work)
    if now is None or now.chat_id != chat:
        return []
    await desk_places.set_place(work.tx, PRIVATE, None, work.now)
    roles = (Role.OWNER, Role.LEAD, Role.SUPPORT)
    return [person for role in roles for person in await employees.with_role(work.tx, role)]


async def note_moved(work: Work, before: int, after: int) -> None:
    """A group became a supergroup: the same people under another id."""
    if work.rules.desk.chat_id == before and await desk_places.find(work.tx) is None:
        await desk_places.set_place(work.tx, Place(after, None, "ru", ""), None, work.now)
    else:
        await desk_places.move(work.tx, before, after)
