"""09:00, 15:00, 18:30: the lead's day. The middle one is silent while everybody keeps the pace."""

from domain.actors import Actor
from domain.digest import DigestKind
from screens import digest as screens
from screens.words import Words
from storage.outbox import Lane
from usecases import digest
from usecases.post import Post
from usecases.work import Work


async def build_plan(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    shown = await digest.read_digest(person, work, DigestKind.PLAN)
    post.show(person.chat, screens.digest(words, shown, late=late), lane=Lane.PUSH)


async def build_off_pace(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    shown = await digest.find_off_pace(person, work)
    if shown is not None:
        post.show(person.chat, screens.off_pace(words, shown, late=late), lane=Lane.PUSH)


async def build_result(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    shown = await digest.read_digest(person, work, DigestKind.RESULT)
    post.show(person.chat, screens.digest(words, shown, late=late), lane=Lane.PUSH)
