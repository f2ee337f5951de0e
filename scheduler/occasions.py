"""09:00: whom to congratulate soon, today, and belatedly."""

from domain.actors import Actor
from screens import occasions as screens
from screens.words import Words
from storage.outbox import Lane
from usecases import occasions
from usecases.post import Post
from usecases.work import Work


async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """One message with a button for each; silence where there is nobody."""
    found = await occasions.list_notices(person, work)
    if found:
        screen = screens.notice(words, found, work.today(person), late=late)
        post.show(person.chat, screen, lane=Lane.PUSH)
