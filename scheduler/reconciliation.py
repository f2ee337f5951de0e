"""Monday 09:30: what of the month before is not signed. And a difference that nobody has answered."""

from domain.actors import Actor
from screens import reconciliation as screens
from screens import reconciliation_board as boards
from screens.words import Words
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import reconciliation
from usecases import reconciliation_differences as differences
from usecases.post import Post
from usecases.work import Work


async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """Silent where everything is signed."""
    nudge = await reconciliation.find_nudge(person, work)
    if nudge is not None:
        post.show(person.chat, boards.nudge(words, nudge, work.today(person), late=late), lane=Lane.PUSH)


async def unanswered(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """Silent for one that was answered or is over."""
    card = await differences.find_unanswered(person, work, due.ref_id)
    if card is not None:
        post.show(person.chat, screens.to_settle(words, card, card.who, again=True), lane=Lane.PUSH)
