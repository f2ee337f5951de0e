"""The desk's clock: an order not accepted, not entered, a question without an answer; each said once, in working hours."""

from domain.actors import Actor, Role
from domain.desk import Wait
from screens import desk as screens
from screens.order_views import Action
from screens.screen import Screen
from screens.support import waits
from screens.words import Words
from storage import reminders
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import desk_clock, desk_place
from usecases.desk_clock import Waiting
from usecases.post import Post
from usecases.work import Work


async def tell(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """Silent where it was done meanwhile; after working hours it waits for the morning. A group hears it once."""
    found = await desk_clock.find_waiting(person, work, due.kind, due.ref_id)
    if found is None:
        return
    hours = desk_clock.hours_of(work)
    if not hours.is_open(work.now):
        await reminders.put(work.tx, person.id, due.kind, due.ref_id, hours.opening(work.now))
        return
    screen = _said(words, person, found)
    place = await desk_place.find_place(work) if found.wait is Wait.ACCEPT and _acts(person, found) else None
    if place is None:
        post.show(person.chat, screen, lane=Lane.PUSH)
        return
    await desk_clock.forget_desk(work, due.ref_id)
    post.show(place.chat_id, screen, lane=Lane.PUSH, thread=place.thread_id)


def _acts(person: Actor, found: Waiting) -> bool:
    """Whether it is this person who is waited for."""
    if found.wait is Wait.ANSWER:
        return Action.REPLY in found.view.actions
    return person.role is Role.SUPPORT


def _said(words: Words, person: Actor, found: Waiting) -> Screen:
    question = found.question.question if found.question is not None else ""
    return screens.waiting(
        words,
        found.wait,
        found.view,
        waits(words, found.minutes),
        mine=_acts(person, found),
        question=question,
    )
