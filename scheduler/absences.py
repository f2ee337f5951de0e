"""The evening before somebody's place is taken, and the first morning back."""

from domain.actors import Actor
from screens import absences as screens
from screens.words import Words
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import absence_briefs
from usecases.post import Post
from usecases.work import Work


async def begins(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    shown = await absence_briefs.find_brief(person, work, due.ref_id)
    if shown is not None:
        post.show(person.chat, screens.brief(words, shown), lane=Lane.PUSH)


async def ends(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    shown = await absence_briefs.find_account(person, work, due.ref_id)
    if shown is not None:
        post.show(person.chat, screens.account(words, shown), lane=Lane.PUSH)
