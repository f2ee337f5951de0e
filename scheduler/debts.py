"""10:00: the manager's debts, 10:30: those that have climbed to the lead, when there is something new to say; disputes on their day."""

from domain.actors import Actor, Role
from scheduler import stops
from screens import debt_alert as screens
from screens import disputes as dispute_screens
from screens.words import Words
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import debt_alert, disputes, stop_list
from usecases.post import Post
from usecases.work import Work


async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """With the candidates of the stop list over it, or these alone where nothing is new about the rest."""
    named = await stop_list.name_candidates(person, work)
    alert = await debt_alert.daily_alert(person, work)
    if alert is not None:
        shown = screens.alert(words, alert, late=late, candidates=named)
        post.show(person.chat, shown, lane=Lane.PUSH)
    elif named:
        stops.show_candidates(person, words, post, named, late=late)


async def build_for_lead(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    alert = await debt_alert.lead_alert(person, work)
    if alert is not None:
        post.show(person.chat, screens.for_lead(words, alert, late=late), lane=Lane.PUSH)


async def ask_of_dispute(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """Silent once it is settled, given to somebody else, or put off."""
    found = await disputes.find_to_ask(person, work, due.ref_id)
    if found is not None:
        opens = person.sells or person.role is Role.ACCOUNTANT
        post.show(person.chat, dispute_screens.due(words, found, opens=opens), lane=Lane.PUSH)
