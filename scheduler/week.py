"""Friday 16:00: the plan of the next week, to be accepted."""

from domain.actors import Actor
from screens import week_plan as screens
from screens.words import Words
from storage.outbox import Lane
from usecases import week_plan
from usecases.post import Post
from usecases.work import Work


async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    """Silent for a manager without anybody to plan, and where the plan was accepted before its hour."""
    view = await week_plan.make_next(person, work)
    if view is not None and not view.accepted:
        post.show(person.chat, screens.proposal(words, view, late=late), lane=Lane.PUSH)
