"""The clock of what the lead is asked about an order: a nudge before the time is over, and what silence has decided."""

from domain.actors import Actor
from domain.approvals import ApprovalState
from screens import approvals as screens
from screens.words import Words
from storage import outbox
from storage.outbox import Lane
from storage.reminders import Reminder
from usecases import approvals
from usecases.approval_views import anchor_of
from usecases.post import Post
from usecases.work import Work


async def tell(person: Actor, work: Work, words: Words, post: Post, due: Reminder) -> None:
    heard = await approvals.hear(person, work, due.ref_id)
    if heard is None:
        return
    if heard.mine is not None and heard.state is ApprovalState.COUNTERED:
        post.show(person.chat, screens.offer(words, heard.mine, again=True), lane=Lane.PUSH)
    elif heard.mine is not None:
        post.show(person.chat, screens.sent_back(words, "ntf-approval-silent", heard.mine), lane=Lane.PUSH)
    elif heard.card is not None and heard.state is ApprovalState.OPEN:
        anchor = anchor_of(heard.card.order.id)
        post.show(person.chat, screens.approval(words, heard.card, late=True), anchor=anchor, lane=Lane.PUSH)
    elif heard.card is not None:
        anchor = anchor_of(heard.card.order.id)
        if await outbox.find_message(work.tx, anchor, person.chat) is not None:
            post.change(person.chat, anchor, screens.over(words, heard.card.order))
