"""What the accounting system tells of orders: before it is loaded, after, and to each manager."""

from collections import Counter
from collections.abc import Iterable, Sequence

from domain.orders import OrderStatus
from screens import format as written
from screens.callbacks.imports import OpenImports, Undo
from screens.callbacks.orders import OpenOrder, OpenOrders
from screens.order_parts import short, unit_name
from screens.order_status_views import BackOrder, LineNews, OrderNews, StatusesView
from screens.screen import Screen, clipped, in_rows, tap
from screens.support import status_text
from screens.words import Words

SHOWN, SHOWN_LINES, SHOWN_BUTTONS, NAME = 15, 3, 4, 40
SHIPMENTS = frozenset({OrderStatus.SHIPPED, OrderStatus.SHIPPED_PART})


def preview_lines(words: Words, view: StatusesView) -> list[str]:
    """Counts first, then order by order."""
    found = Counter(kind for one in view.orders for kind in _kinds(one))
    counted = [words("statuses-count", kind=kind, count=count) for kind, count in found.items()]
    if view.same:
        counted.append(words("statuses-count", kind="same", count=view.same))
    lines = [" · ".join(counted)] if counted else []
    if view.orders:
        lines += ["", *_order_lines(words, view.orders)]
    if view.unknown:
        names = ", ".join(view.unknown[:SHOWN])
        lines += ["", words("statuses-unknown", count=len(view.unknown), names=names)]
    return lines


def _kinds(one: OrderNews) -> Iterable[str]:
    if one.number:
        yield "entered"
    if one.status is not None and (one.status is not OrderStatus.ENTERED or not one.number):
        yield one.status.value.replace("_", "-")
    if one.lines:
        yield "lines"


def _order_lines(words: Words, orders: Sequence[OrderNews]) -> list[str]:
    lines = []
    for one in orders[:SHOWN]:
        said = ", ".join(_said(words, one)) or words.plain("statuses-lines-only")
        lines.append(words("statuses-order", order=one.id, client=short(one.client, NAME), said=said))
        lines += [_line(words, line) for line in one.lines[:SHOWN_LINES]]
        if len(one.lines) > SHOWN_LINES:
            lines.append(words("statuses-more-lines", count=len(one.lines) - SHOWN_LINES))
    left = len(orders) - SHOWN
    return [*lines, words("statuses-more", count=left)] if left > 0 else lines


def _said(words: Words, one: OrderNews) -> Iterable[str]:
    if one.number:
        yield words.plain("statuses-number", number=one.number)
    if one.status is not None and (one.status is not OrderStatus.ENTERED or not one.number):
        kind = one.status.value.replace("_", "-")
        yield words.plain("statuses-is", kind=kind, left=one.left, all=one.ordered)


def _line(words: Words, line: LineNews) -> str:
    unit = unit_name(words, line.unit)
    return words(
        "statuses-line",
        name=short(line.name, NAME),
        unit=unit,
        before=written.quantity(words, line.before) if line.before is not None else "none",
        after=written.quantity(words, line.after) if line.after is not None else "none",
    )


def loaded(words: Words, load: int, name: str, changed: int, hours: int) -> Screen:
    rows = (
        (tap(words.plain("btn-orders"), OpenOrders()), tap(words.plain("btn-import-undo"), Undo(load=load))),
        (tap(words.plain("btn-imports"), OpenImports()),),
    )
    return Screen(words("msg-statuses-loaded", name=name, count=changed, hours=hours), rows)


def news(words: Words, orders: Sequence[OrderNews], who: str) -> Screen:
    """To the manager: all of the own orders that a file has moved, in one message."""
    lines = [
        words("ntf-statuses", count=len(orders), who=who),
        *_order_lines(words, orders),
        "",
        words("ntf-statuses-next"),
    ]
    return _opening(words, lines, orders)


def back(words: Words, orders: Sequence[BackOrder], name: str, who: str) -> Screen:
    """To the manager who was told of them: the file is taken back, and this is how each stands again."""
    lines = [words("ntf-statuses-back", name=name, count=len(orders), who=who)]
    for one in orders[:SHOWN]:
        said = status_text(words, one.status, one.number)
        lines.append(words("statuses-order", order=one.id, client=short(one.client, NAME), said=said))
    if len(orders) > SHOWN:
        lines.append(words("statuses-more", count=len(orders) - SHOWN))
    return _opening(words, [*lines, "", words("ntf-statuses-back-next")], orders)


def _opening(words: Words, lines: Sequence[str], orders: Sequence[OrderNews | BackOrder]) -> Screen:
    buttons = [
        tap(
            words.plain("btn-order-row", order=one.id, client=short(one.client, NAME)),
            OpenOrder(order=one.id),
        )
        for one in orders[:SHOWN_BUTTONS]
    ]
    return Screen(
        clipped("\n".join(lines)), (*in_rows(buttons, 2), (tap(words.plain("btn-orders"), OpenOrders()),))
    )
