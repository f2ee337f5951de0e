"""The existing card of each kind of question, and the walk from one to the next."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, Literal

from pydantic import BaseModel

from domain.actors import Actor
from domain.decisions import DecisionKind
from handlers.turn import Turn
from screens import approvals, contracts, decisions, gifts, reports, stops, week_plan
from screens.decision_views import DecisionLine
from screens.screen import Screen
from screens.words import Words
from usecases import approvals as orders
from usecases import contracts as contract_cases
from usecases import decision_desk, stop_views
from usecases import gifts as gift_cases
from usecases import reports as report_cases
from usecases import week_plan as weeks
from usecases.approval_views import anchor_of
from usecases.decisions import count_waiting
from usecases.work import Work

Handler = Callable[..., Awaitable[None]]


class Walk(BaseModel):
    """The lead goes through the list: the next card opens after each decision."""

    decisions: Literal[True] = True


def anchor(line: DecisionLine) -> str:
    """The name under which the other deciders' cards of the same thing are changed."""
    match line.kind:
        case DecisionKind.ORDER:
            return anchor_of(line.ref)
        case DecisionKind.STOP:
            return stops.anchor(line.ref)
        case DecisionKind.CONTRACT:
            return f"contract-{line.ref}"
    return f"{line.kind.value}:{line.ref}"


async def card(reader: Actor, work: Work, words: Words, line: DecisionLine) -> Screen:
    """As it is now, for who decides on it."""
    match line.kind:
        case DecisionKind.ORDER:
            return approvals.approval(words, await orders.get_approval(reader, work, line.ref))
        case DecisionKind.STOP:
            return stops.card(words, await stop_views.get_stop(reader, work, line.ref))
        case DecisionKind.GIFT:
            return gifts.gift(words, await gift_cases.get_gift(reader, work, line.ref))
        case DecisionKind.CONTRACT:
            found = await contract_cases.get_contract(reader, work, line.ref)
            return contracts.proposed(words, found, line.asker)
        case DecisionKind.WEEK:
            return week_plan.opened(words, await weeks.get_plan(reader, work, line.ref))
        case DecisionKind.REPORT:
            return reports.report(words, await report_cases.open_report(reader, work, line.ref))


async def show(turn: Turn, line: DecisionLine, *, anew: bool = False) -> None:
    """In place of the list; `anew` below what has just been decided."""
    made = await card(turn.actor, turn.work, turn.words, line)
    turn.conversation.remember(Walk())
    edit = None if anew else turn.message
    turn.post.show(turn.chat, made, edit=edit, anchor=anchor(line), thread=turn.thread)


class Walked(BaseModel):
    """Of a question on the way, as «until when?»: whether the walk goes on after its answer."""

    walk: bool = False


def is_walking(turn: Turn) -> bool:
    now = turn.conversation.now
    if turn.conversation.state is None:
        return now.data == Walk().model_dump(mode="json")
    return bool((now.data or {}).get("walk"))


def then_next(handler: Handler) -> Handler:
    """A decision taken on the walk through the list is followed by the next card; a second tap decides nothing."""

    @wraps(handler)
    async def decided(event: Any, turn: Turn, **given: Any) -> None:
        if not is_walking(turn):
            await handler(event, turn=turn, **given)
            return
        before = await count_waiting(turn.actor, turn.work)
        await handler(event, turn=turn, **given)
        if await count_waiting(turn.actor, turn.work) < before:
            await show_next(turn)

    return decided


async def show_next(turn: Turn) -> None:
    following = await decision_desk.find_next(turn.actor, turn.work)
    if following is None:
        turn.conversation.leave()
        turn.say(decisions.none_left(turn.words))
        return
    await show(turn, following, anew=True)
