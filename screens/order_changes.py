"""An order that was handed over, for its manager: the card that tells how it stands, and its lines to be changed."""

from decimal import Decimal

from screens.callbacks.order_changes import (
    ChangeLine,
    ChangeOrder,
    SendChanges,
    SetLine,
)
from screens.callbacks.orders import OpenOrder
from screens.desk_views import ChosenLine, StagedView
from screens.order_parts import amount, page_row, short, short_mark, thousandths
from screens.screen import Screen, clipped, in_rows, tap
from screens.words import Words

PAGE = 10


def lines(words: Words, view: StagedView) -> Screen:
    """The lines with what is wanted of them; nothing is sent yet."""
    page = view.page
    parts = [words("msg-change-order", client=page.client, order=page.order)]
    for place, line in enumerate(page.lines):
        text = amount(words, line.quantity, line.unit) + short_mark(words, line)
        parts.append(words("desk-line", number=page.start + place + 1, name=short(line.name), text=text))
    if view.named:
        parts += ["", words("change-staged")]
        parts += [_staged(words, *one) for one in view.named]
    parts.append(words("ask-change"))
    numbers = [
        tap(
            words.plain("btn-line", number=page.start + place + 1),
            ChangeLine(order=page.order, product=line.product_id),
        )
        for place, line in enumerate(page.lines)
    ]
    pages = page_row(
        words, page.count, page.start, PAGE, lambda start: ChangeOrder(order=page.order, start=start)
    )
    last = [(tap(words.plain("btn-back"), OpenOrder(order=page.order)),)]
    if view.named:
        last.insert(0, (tap(words.plain("btn-send-changes"), SendChanges(order=page.order)),))
    return Screen(clipped("\n".join(parts)), (*in_rows(numbers, 5), *([pages] if pages else []), *last))


def _staged(words: Words, name: str, unit: str, before: Decimal, after: Decimal) -> str:
    facts: dict[str, str | int] = {
        "name": short(name),
        "before": amount(words, before, unit),
        "after": amount(words, after, unit),
    }
    if not after:
        return words("change-gone", **facts)
    return words("change-quantity" if before else "change-new", **facts)


def line(words: Words, chosen: ChosenLine, quantity: Decimal) -> Screen:
    """One line, of which `quantity` is wanted so far: by one unit and, where it is packed, by a pack; or typed."""
    order, product, pack, unit = chosen.order, chosen.product, chosen.pack, chosen.unit
    steps = [Decimal(1), *([pack] if pack and pack > 1 else [])]
    values = [quantity - step for step in reversed(steps) if quantity > step]
    values += [quantity + step for step in steps]
    buttons = [
        tap(amount(words, value, unit), SetLine(order=order, product=product, amount=thousandths(value)))
        for value in values
    ]
    gone = tap(words.plain("btn-remove-line"), SetLine(order=order, product=product, amount=0))
    back = tap(words.plain("btn-back"), ChangeOrder(order=order))
    text = words("ask-change-line", name=short(chosen.name), quantity=amount(words, quantity, unit))
    return Screen(text, (*in_rows(buttons, 4), (gone, back)))
