"""The stop list's clock: candidates of the morning, reminders, and what silence or the money has decided; prepaid orders."""

from collections.abc import Sequence

from domain.actors import Actor, Role
from domain.pushes import PushKind
from domain.reminders import ReminderKind
from screens import stops as screens
from screens import support
from screens.stops import StopView
from screens.words import Words
from storage import outbox, reminders
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import prepayment, pushes, stop_list
from usecases.post import Post
from usecases.stop_list import Said
from usecases.work import Work

MOST_AT_ONCE = 40


async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """10:00: nothing where nobody has become a candidate. A manager hears of them over the debts of the day."""
    if person.role is Role.MANAGER and await pushes.is_next(work, person, PushKind.DEBTS):
        return
    named = await stop_list.name_candidates(person, work)
    if named:
        show_candidates(person, words, post, named, late=late)


def show_candidates(
    person: Actor, words: Words, post: Post, named: Sequence[StopView], *, late: bool
) -> None:
    anchor = screens.anchor(named[0].id) if len(named) == 1 else None
    post.show(person.chat, screens.candidates(words, named, late=late), anchor=anchor, lane=Lane.PUSH)


async def tell(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """All that the hour has for one person: a message where something is asked or decided, and changed cards where there are some."""
    rest = await reminders.take_due(work.tx, person.id, ReminderKind.STOP, work.now, MOST_AT_ONCE)
    heard: list[Said] = []
    for one in sorted((due, *rest), key=lambda reminder: reminder.ref_id):
        said = await stop_list.hear(person, work, one.ref_id, one.due)
        heard += [said] if said else []
    news = [said for said in heard if said.news]
    if len(news) > 1:
        again = all(said.again for said in news)
        listed = screens.several(words, [said.view for said in news], again=again)
        post.show(person.chat, listed, lane=Lane.PUSH)
    for said in heard:
        screen, anchor = screens.card(words, said.view, again=said.again), screens.anchor(said.view.id)
        if news == [said]:
            post.show(person.chat, screen, anchor=anchor, lane=Lane.PUSH)
        elif await outbox.find_message(work.tx, anchor, person.chat) is not None:
            post.change(person.chat, anchor, screen)


async def prepaid(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """The money for an order that waits for it has come, or was taken back."""
    view = await prepayment.find_paid(person, work, due.ref_id)
    if view is not None:
        post.show(person.chat, support.prepaid(words, view), lane=Lane.PUSH)


async def outgrown(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """An order was paid and has grown since; nothing is said once the rest is there."""
    view = await prepayment.find_paid(person, work, due.ref_id)
    if view is not None and view.prepaid and not view.paid_on:
        post.show(person.chat, support.prepaid(words, view, grew=True), lane=Lane.PUSH)
