"""The clock of what the lead is asked about an order: a nudge before the time is over, and what silence has decided."""

from domain.actors import Actor
from domain.approvals import ApprovalState
from screens import approvals as screens
from screens import support
from screens.order_views import OrderView
from screens.screen import Screen
from screens.words import Words
from storage import outbox
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import approvals
from usecases.approval_views import anchor_of
from usecases.approvals import Heard
from usecases.desk_post import anchor
from usecases.post import Post
from usecases.work import Work


async def tell(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    heard = await approvals.hear(person, work, due.ref_id)
    if heard is None:
        return
    if heard.mine is not None:
        post.show(person.chat, _to_manager(words, heard.mine, heard.state), lane=Lane.PUSH)
    elif heard.desk is not None:
        chat, thread = (heard.place.chat_id, heard.place.thread_id) if heard.place else (person.chat, None)
        card = support.desk_card(words, heard.desk)
        post.show(chat, card, anchor=anchor(heard.desk.id), lane=Lane.PUSH, thread=thread)
    elif heard.card is not None:
        await _to_lead(person, work, words, post, heard)


def _to_manager(words: Words, view: OrderView, state: ApprovalState) -> Screen:
    if state is ApprovalState.COUNTERED:
        return screens.offer(words, view, again=True)
    if state is ApprovalState.OPEN:
        return screens.waits_on(words, view)
    if state is ApprovalState.APPROVED:
        return support.news(words, "ntf-approval-limited", view)
    return screens.sent_back(words, "ntf-approval-silent", view)


async def _to_lead(person: Actor, work: Work, words: Words, post: Post, heard: Heard) -> None:
    """The card again while it is asked; in its place, or to whoever has decided, that the time is over."""
    assert heard.card is not None
    order = heard.card.order
    if heard.state is ApprovalState.OPEN:
        card = screens.approval(words, heard.card, late=True)
        post.show(person.chat, card, anchor=anchor_of(order.id), lane=Lane.PUSH)
    elif await outbox.find_message(work.tx, anchor_of(order.id), person.chat) is not None:
        post.change(person.chat, anchor_of(order.id), screens.over(words, order))
    elif heard.decided:
        post.show(person.chat, screens.over(words, order), lane=Lane.PUSH)
