"""10:00: the manager's debts, when there is something new to say of them."""

from domain.actors import Actor
from screens import debts as screens
from screens.words import Words
from storage.outbox import Lane
from usecases import debt_alert
from usecases.post import Post
from usecases.work import Work


async def build(person: Actor, work: Work, words: Words, post: Post, *, late: bool) -> None:
    alert = await debt_alert.daily_alert(person, work)
    if alert is not None:
        post.show(person.chat, screens.alert(words, alert, late=late), lane=Lane.PUSH)
