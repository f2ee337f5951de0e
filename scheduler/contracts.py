"""09:00: contracts whose end has come near, when there is something new to say of them."""

from domain.actors import Actor
from screens import contracts as screens
from screens.words import Words
from storage.outbox import Lane
from usecases import contract_ends
from usecases.post import Post
from usecases.work import Work


async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """One message; each end is spoken of at a few days before it, and once at each."""
    lines = await contract_ends.due_ends(person, work)
    if lines:
        screen = screens.ends(words, lines, late=late, team=person.leads)
        post.show(person.chat, screen, lane=Lane.PUSH)
