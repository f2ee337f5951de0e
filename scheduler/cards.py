"""The clock of cards asked of accounting: each is said once, in working hours, and is silent once it was answered."""

from domain.actors import Actor
from screens import card_requests as screens
from screens.support import waits
from screens.words import Words
from storage import reminders
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import card_clock
from usecases.desk_clock import hours_of
from usecases.post import Post
from usecases.work import Work


async def tell(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    found = await card_clock.find_waiting(person, work, due.ref_id)
    if found is None:
        return
    hours = hours_of(work)
    if not hours.is_open(work.now):
        await reminders.put(work.tx, person.id, due.kind, due.ref_id, hours.opening(work.now))
        return
    screen = screens.waiting(words, found.view, waits(words, found.minutes), mine=found.mine)
    post.show(person.chat, screen, lane=Lane.PUSH)
