"""The clock of what waits for a lead: the nudge, and what silence has done."""

from domain.actors import Actor
from screens import decisions as screens
from screens.words import Words
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import decision_clock
from usecases.post import Post
from usecases.work import Work


async def tell(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    heard = await decision_clock.hear(person, work, due.ref_id)
    if heard is None:
        return
    said = (
        screens.reminder(words, heard.line)
        if heard.verdict is None
        else screens.silent(words, heard.line, mine=heard.mine)
    )
    post.show(person.chat, said, lane=Lane.PUSH)
