"""Orders that were handed over are learnt from: silently, in portions."""

from domain.actors import Actor
from screens.words import Words
from storage.reminders import Reminder
from usecases.advice_counting import count_order, count_past
from usecases.post import Post
from usecases.work import Work


async def learn(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """Nothing is said."""
    del person, words, post
    await count_order(work, due.ref_id)


async def learn_past(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """Of orders that were handed over before anything was learnt: a portion."""
    del person, words, post
    await count_past(work, due.ref_id)
