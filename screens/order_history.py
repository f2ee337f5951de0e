"""«Что брала Ромашка»: the last orders of a client with their lines."""

from dataclasses import dataclass
from datetime import date

from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.orders import NewOrder, OpenOrder, Repeat
from screens.order_parts import line_texts
from screens.order_views import OrderView
from screens.screen import Button, Screen, clipped, tap
from screens.words import Words

MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class LastOrders:
    """Newest first: (local day on which it was handed over, the order)."""

    client: int
    name: str
    orders: tuple[tuple[date, OrderView], ...]
    today: date


def last_orders(words: Words, view: LastOrders) -> Screen:
    """The newest may be repeated at once."""
    lines = [words("msg-last-orders", client=view.name, count=len(view.orders))]
    for day, order in view.orders:
        total = written.money(words, order.totals.amount)
        lines += ["", words("last-order", day=written.day(words, day, view.today), sum=total)]
        lines += line_texts(words, order.lines, 0, MOST_LINES)
        if order.totals.lines > MOST_LINES:
            lines.append(words("captured-more", count=order.totals.lines - MOST_LINES))
    return Screen(clipped("\n".join(lines)), _rows(words, view))


def _rows(words: Words, view: LastOrders) -> tuple[tuple[Button, ...], ...]:
    client = tap(words.plain("btn-client-card"), OpenClient(client=view.client))
    if not view.orders:
        return ((tap(words.plain("btn-new-order"), NewOrder(client=view.client)), client),)
    newest = view.orders[0][1].id
    repeat = tap(words.plain("btn-repeat"), Repeat(order=newest))
    return ((tap(words.plain("btn-open-order"), OpenOrder(order=newest)), repeat), (client,))
