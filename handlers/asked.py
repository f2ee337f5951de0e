"""A question in one's own words opens the screen that answers it."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from capture.acts import Topic
from handlers import calls, clients, debt_desk, debts, occasions, order_cards, plan, week
from handlers.turn import Turn
from screens import drafts as screens
from screens import order_history
from screens.draft_views import AskedView
from usecases.order_history import last_orders


async def show(turn: Turn, view: AskedView) -> None:
    """The answer; where several clients may be meant, the choice of them."""
    if view.client is None and (view.options or view.query):
        turn.conversation.leave()
        turn.show(screens.asked(turn.words, view))
    elif view.client is None:
        await ABOUT_ALL[view.what](turn)
    else:
        await ABOUT_CLIENT.get(view.what, clients.show_card)(turn, view.client)


async def _last_orders(turn: Turn, client_id: int) -> None:
    turn.conversation.leave()
    turn.show(order_history.last_orders(turn.words, await last_orders(turn.actor, turn.work, client_id)))


ABOUT_CLIENT: Mapping[Topic, Callable[[Turn, int], Awaitable[None]]] = MappingProxyType(
    {Topic.DEBTS: debts.show_card, Topic.ORDERS: _last_orders}
)
ABOUT_ALL: Mapping[Topic, Callable[[Turn], Awaitable[None]]] = MappingProxyType(
    {
        Topic.CALLS: calls.show_list,
        Topic.DEBTS: debt_desk.show_desk,
        Topic.CLIENT: clients.show_list,
        Topic.ORDERS: order_cards.show_orders,
        Topic.PLAN: plan.show_plan,
        Topic.OCCASIONS: occasions.show_occasions,
        Topic.WEEK: week.show_week,
    }
)
