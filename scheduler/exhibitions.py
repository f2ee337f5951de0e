"""09:00: who comes to what begins on the next working day."""

from domain.actors import Actor
from screens import exhibitions as screens
from screens.words import Words
from storage.outbox import Lane
from usecases import exhibitions
from usecases.post import Post
from usecases.work import Work


async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """One message for each event; silence on all other days."""
    for event, lines in await exhibitions.tomorrow(person, work):
        screen = screens.eve(words, event, lines, work.today(person), late=late)
        post.show(person.chat, screen, lane=Lane.PUSH)
