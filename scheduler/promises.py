"""17:00: who has promised to pay by the next working day."""

from domain.actors import Actor
from screens import promises as screens
from screens.words import Words
from storage.outbox import Lane
from usecases import promises
from usecases.post import Post
from usecases.work import Work


async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """Silent where nobody has."""
    view = await promises.promised_next(person, work)
    if view is not None:
        post.show(person.chat, screens.nudge(words, view, late=late), lane=Lane.PUSH)
