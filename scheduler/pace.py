"""15:00: the manager's own pace, where it is off and there is somebody to call."""

from domain.actors import Actor
from screens import plan as screens
from screens.words import Words
from storage.outbox import Lane
from usecases import pace
from usecases.post import Post
from usecases.work import Work


async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """Late or not, it says how things stand at the hour it is sent."""
    del late
    found = await pace.find_behind(person, work)
    if found is not None:
        post.show(person.chat, screens.behind(words, found), lane=Lane.PUSH)
