"""Claims that wait: for a decision, for a word to the client, for the cause of what comes again and again."""

from domain.actors import Actor
from domain.claims import UNDECIDED
from screens import claims as screens
from screens import preventions as prevention_screens
from screens.words import Words
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import claim_steps, preventions
from usecases.post import Post
from usecases.work import Work


async def tell(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """Silent once the client has been told."""
    view = await claim_steps.find_to_say(person, work, due.ref_id)
    if view is not None:
        key = "ntf-claim-due" if view.status in UNDECIDED else "ntf-claim-tell"
        post.show(person.chat, screens.card(words, view, key=key), lane=Lane.PUSH)


async def prevent(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """To the lead when it is seen, to who was given it on the day of its term; silent once it is answered."""
    view = await preventions.find_to_say(person, work, due.ref_id)
    if view is not None:
        key = "ntf-prevention-due" if view.mine else "ntf-prevention"
        post.show(person.chat, prevention_screens.card(words, view, key=key), lane=Lane.PUSH)
