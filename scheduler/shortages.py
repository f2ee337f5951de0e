"""Goods that are waited for: logistics is asked again, managers learn what has come and what has not."""

from domain.actors import Actor, Role
from domain.desk import DeskHours
from screens import shortage_requests as screens
from screens import shortages as manager_screens
from screens.words import Words
from storage import reminders
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import shortage_requests
from usecases.post import Post
from usecases.work import Work


async def unanswered(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """Silent once somebody has answered."""
    view = await shortage_requests.find_to_nudge(person, work, due.ref_id)
    if view is not None:
        shown = screens.card(words, view, key="request-unanswered")
        post.show(person.chat, shown, anchor=screens.anchor(view.id), lane=Lane.PUSH)


async def arrival(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """Logistics is asked about a day that has passed; a manager learns that goods have come, or have not.

    Stock is loaded at any hour; a manager hears of it in working hours, by the own clock.
    """
    if person.role is Role.LOGISTICS:
        late = await shortage_requests.find_late(person, work, due.ref_id)
        if late is not None:
            shown = screens.card(words, late, key="request-late")
            post.show(person.chat, shown, anchor=screens.anchor(late.id), lane=Lane.PUSH)
        return
    news = await shortage_requests.find_news(person, work, due.ref_id)
    if news is None:
        return
    hours = DeskHours(work.rules.desk, work.rules.calendar, person.zone)
    if hours.is_open(work.now):
        post.show(person.chat, manager_screens.news(words, news), lane=Lane.PUSH)
    else:
        await reminders.put(work.tx, person.id, due.kind, due.ref_id, hours.opening(work.now))
