"""Orders that were handed over are learnt from: silently, one at a time."""

from domain.actors import Actor
from screens.words import Words
from storage.reminders import Reminder
from usecases.advice_counting import count_order
from usecases.post import Post
from usecases.work import Work


async def learn(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """Nothing is said."""
    del person, words, post
    await count_order(work, due.ref_id)
