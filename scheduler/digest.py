"""09:00, 15:00, 18:30: the lead's day. The middle one is silent while everybody keeps the pace.

The last result of a week tells of the week, and the first morning of a month of the month before.
"""

from datetime import timedelta

from domain.actors import Actor
from domain.digest import DigestKind, Span, ends_week
from domain.periods import month_start
from screens import digest as screens
from screens import digest_period as period_screens
from screens import digest_place as place_screens
from screens.digest_pictures import plan_chart
from screens.screen import Screen
from screens.words import Words
from storage.outbox import Lane
from usecases import digest
from usecases.digest_period import read_period
from usecases.digest_place import place_to_tell
from usecases.post import Post
from usecases.work import Work


async def build_plan(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    await _tell_day(person, work, words, post, DigestKind.PLAN, late=late)


async def build_off_pace(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    shown = await digest.find_off_pace(person, work)
    if shown is not None:
        post.show(person.chat, screens.off_pace(words, shown, late=late), lane=Lane.PUSH)


async def build_result(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    if ends_week(work.today(person), work.rules.calendar):
        await _tell_week(person, work, words, post, late=late)
    else:
        await _tell_day(person, work, words, post, DigestKind.RESULT, late=late)


async def _tell_day(
    person: Actor, work: Work, words: Words, post: Post, kind: DigestKind, *, late: bool
) -> None:
    shown = await digest.read_digest(person, work, kind)
    post.show(person.chat, screens.digest(words, shown, late=late), lane=Lane.PUSH)
    place = await place_to_tell(person, work)
    if place is not None and shown.lines:
        said = place_screens.day(words, shown, sums=place.sums, late=late)
        post.show(place.chat_id, said, lane=Lane.PUSH, thread=place.thread_id)


async def _tell_week(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    shown = await read_period(person, work, Span.WEEK, work.today(person))
    post.show(person.chat, period_screens.period(words, shown, late=late), lane=Lane.PUSH)
    place = await place_to_tell(person, work)
    if place is not None and shown.lines:
        said = place_screens.period(words, shown, sums=place.sums, late=late)
        post.show(place.chat_id, said, lane=Lane.PUSH, thread=place.thread_id)


async def build_month(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """The picture first, so that what has buttons stands last."""
    ended = month_start(work.today(person)) - timedelta(days=1)
    shown = await read_period(person, work, Span.MONTH, ended)
    chart = plan_chart(words, shown)
    if chart is not None:
        post.picture(person.chat, chart, Screen(chart.title), lane=Lane.PUSH)
    post.show(person.chat, period_screens.period(words, shown, late=late), lane=Lane.PUSH)
    place = await place_to_tell(person, work)
    if place is not None and shown.lines:
        said = place_screens.period(words, shown, sums=place.sums, late=late)
        post.show(place.chat_id, said, lane=Lane.PUSH, thread=place.thread_id)
