"""09:00: the morning call list."""

from domain.actors import Actor
from screens import call_list as screens
from screens.words import Words
from storage.outbox import Lane
from usecases import call_card
from usecases.post import Post
from usecases.work import Work


async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """The list with its reasons; a manager without anybody to call gets the way to begin."""
    day = await call_card.day_list(person, work)
    post.show(person.chat, screens.day_list(words, day, late=late), lane=Lane.PUSH)
