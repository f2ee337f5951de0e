"""What is said at an hour of its own: the brief before a visit, the question about one that is still open."""

from collections.abc import Awaitable, Callable, Mapping

from domain.actors import Actor
from domain.reminders import ReminderKind, is_late
from scheduler import (
    absences,
    advice,
    approvals,
    cards,
    claims,
    decisions,
    desk,
    errands,
    reconciliation,
    secrecy,
    shortages,
    stops,
)
from scheduler.debts import ask_of_dispute
from screens import visits as screens
from screens.words import Words
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import visits
from usecases.post import Post
from usecases.work import Work


async def brief(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """Silent for a visit that began, was cancelled, or whose hour is long past."""
    view = await visits.find_to_brief(person, work, due.ref_id)
    if view is not None:
        late = is_late(due.due, work.now)
        post.show(person.chat, screens.brief(words, view, person.local(work.now), late=late), lane=Lane.PUSH)


async def still_open(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    view = await visits.find_under_way(person, work, due.ref_id)
    if view is not None:
        post.show(person.chat, screens.ask_outcome(words, view, key="ntf-visit-open"), lane=Lane.PUSH)


async def close(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    view = await visits.close_forgotten(person, work, due.ref_id)
    if view is not None:
        post.show(person.chat, screens.ask_outcome(words, view, key="ntf-visit-closed"), lane=Lane.PUSH)


SAY: Mapping[str, Callable[[Actor, Work, Words, Post, Reminder], Awaitable[None]]] = {
    ReminderKind.ABSENCE_BEGINS: absences.begins,
    ReminderKind.ABSENCE_ENDS: absences.ends,
    ReminderKind.VISIT_BRIEF: brief,
    ReminderKind.VISIT_OPEN: still_open,
    ReminderKind.VISIT_CLOSE: close,
    ReminderKind.DISPUTE: ask_of_dispute,
    ReminderKind.APPROVAL: approvals.tell,
    ReminderKind.DECISION: decisions.tell,
    ReminderKind.DIFFERENCE: reconciliation.unanswered,
    ReminderKind.STOP: stops.tell,
    ReminderKind.PREPAID: stops.prepaid,
    ReminderKind.PREPAID_GREW: stops.outgrown,
    ReminderKind.ORDER_ACCEPT: desk.tell,
    ReminderKind.ORDER_ENTER: desk.tell,
    ReminderKind.ORDER_ANSWER: desk.tell,
    ReminderKind.CARD: cards.tell,
    ReminderKind.SHORTAGE: shortages.unanswered,
    ReminderKind.ARRIVAL: shortages.arrival,
    ReminderKind.ADVICE: advice.learn,
    ReminderKind.ADVICE_PAST: advice.learn_past,
    ReminderKind.CLAIM: claims.tell,
    ReminderKind.PREVENTION: claims.prevent,
    ReminderKind.ERRAND_NEW: errands.tell_new,
    ReminderKind.ERRAND: errands.remind,
    ReminderKind.REQUEST: errands.untaken,
    ReminderKind.ANNOUNCEMENT: errands.tell_announcement,
    ReminderKind.UNUSUAL: secrecy.tell,
}
