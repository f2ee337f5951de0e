"""09:00: whom to congratulate soon, today, and belatedly."""

from domain.actors import Actor
from screens import birthdays
from screens import occasions as screens
from screens.words import Words
from storage.outbox import Lane
from usecases import birthday_asks, occasions
from usecases.post import Post
from usecases.work import Work


async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """One message with a button for each and, under them, what is not known; silence where there is nobody."""
    found = await occasions.take_notices(person, work, words.language)
    gaps = await birthday_asks.morning_gaps(person, work, with_ask=bool(found))
    if found:
        screen = screens.notice(words, found, work.today(person), late=late)
        post.show(person.chat, birthdays.with_gaps(words, screen, gaps), lane=Lane.PUSH)
    elif gaps.dayless:
        post.show(person.chat, birthdays.months_begun(words, gaps), lane=Lane.PUSH)
