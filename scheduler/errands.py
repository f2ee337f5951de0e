"""The clock of errands: news of the night in the morning, before a term and at it; requests nobody takes; announcements on return."""

from domain.actors import Actor
from screens import announcements as announcement_screens
from screens import errands as screens
from screens import market_sheet as market_screens
from screens.errand_views import Side, anchors_of
from screens.words import Words
from storage import reminders
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import announcements, errand_clock, market_sheet
from usecases.post import Post
from usecases.work import Work


async def tell_new(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """Silent once it was seen, withdrawn or taken by somebody else."""
    view = await errand_clock.find_new(person, work, due.ref_id)
    if view is not None:
        key = "ntf-request-new" if view.side is Side.POOL else "ntf-errand-new"
        anchor = anchors_of(view.id)[0] if view.side is Side.POOL else None
        post.show(person.chat, screens.card(words, view, key), anchor=anchor, lane=Lane.PUSH)


async def remind(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    view = await errand_clock.find_due(person, work, due.ref_id)
    if view is not None:
        key = "ntf-errand-late" if view.row.due <= person.local(work.now) else "ntf-errand-soon"
        post.show(person.chat, screens.card(words, view, key), lane=Lane.PUSH)


async def untaken(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    """In working hours only; silent once it was taken."""
    view = await errand_clock.find_untaken(person, work, due.ref_id)
    if view is None:
        return
    hours = errand_clock.hours_of(work, person)
    if not hours.is_open(work.now):
        await reminders.put(work.tx, person.id, due.kind, due.ref_id, hours.opening(work.now))
        return
    anchor = anchors_of(view.id)[1] if view.side is Side.POOL else None
    post.show(person.chat, screens.card(words, view, "ntf-request-untaken"), anchor=anchor, lane=Lane.PUSH)


async def tell_announcement(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    view = await announcements.find_to_tell(person, work, due.ref_id)
    if view is not None:
        post.show(person.chat, announcement_screens.card(words, view, "ntf-announcement"), lane=Lane.PUSH)


async def build_market(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """On Friday; silent in a week of which nothing was noted."""
    del late
    view = await market_sheet.get_week(person, work)
    if view.rivals:
        post.show(person.chat, market_screens.week(words, view), lane=Lane.PUSH)
