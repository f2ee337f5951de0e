"""What was unusual is told to whoever leads, as soon as the clock ticks."""

from domain.actors import Actor
from screens import alarms as screens
from screens.words import Words
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import alarms
from usecases.post import Post
from usecases.work import Work


async def tell(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """Silent where somebody has decided meanwhile, or leads that person no more."""
    if not person.leads:
        return
    view = await alarms.find_alarm(person, work, due.ref_id)
    if view is not None:
        post.show(person.chat, screens.alarm(words, view, work.today(person)), lane=Lane.PUSH)
