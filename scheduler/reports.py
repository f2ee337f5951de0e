"""The monthly report by the clock: to who owes one, and on the last evening to who waits for it."""

from domain.actors import Actor
from screens import reports as screens
from screens.words import Words
from storage.outbox import Lane
from usecases import reports
from usecases.post import Post
from usecases.work import Work


async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """Silent but from the first working day of a month to the term, and then too once it is handed in."""
    del late
    found = await reports.find_call(person, work)
    if found is not None:
        kind, view = found
        post.show(person.chat, screens.call(words, view, kind), lane=Lane.PUSH)


async def build_late(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    del late
    found = await reports.find_late(person, work)
    if found is not None:
        post.show(person.chat, screens.late(words, found), lane=Lane.PUSH)
