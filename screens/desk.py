"""Sales support beside the card: lines not in stock, a shipment in part, a refusal, the clock, where the cards go."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from aiogram.filters.callback_data import CallbackData

from domain.desk import Wait
from domain.order_changes import Difference
from domain.orders import AT_DESK, OrderStatus, OrderStep, RefusalCause, can_become
from screens import format as written
from screens.callbacks.card_requests import AskCard
from screens.callbacks.orders import OpenOrder, OpenOrders, Reply
from screens.callbacks.support import (
    Accept,
    AskNumber,
    AskPart,
    AskRefusal,
    AskShort,
    CardsHome,
    Close,
    PartLine,
    Refuse,
    SetShort,
    ShipPart,
    ShortLine,
    UndoStep,
)
from screens.desk_views import ChosenLine, PageView
from screens.order_parts import amount, page_row, short, short_mark, thousandths
from screens.order_views import LineView, OrderView, StepView
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

PAGE = 10
CAUSES = frozenset(RefusalCause)


def difference_lines(words: Words, changes: Iterable[Difference]) -> list[str]:
    """«Масло: было 20 шт → 12 шт», «Масло → Спред 30 шт»."""
    return [_difference(words, one) for one in changes]


def _difference(words: Words, one: Difference) -> str:
    before = amount(words, one.before, one.unit) if one.before is not None else ""
    after = amount(words, one.after, one.unit) if one.after is not None else ""
    facts: dict[str, str | int] = {"name": short(one.name), "before": before, "after": after}
    if one.was:
        text = words("change-instead", was=short(one.was), **facts)
    elif one.before is None:
        text = words("change-new", **facts)
    elif one.after is None:
        text = words("change-gone", **facts)
    elif one.before == one.after:
        text = words("change-same", **facts)
    else:
        text = words("change-quantity", **facts)
    if one.after is not None and one.before is not None and one.price_before != one.price_after:
        prices = [written.money(words, price or 0) for price in (one.price_before, one.price_after)]
        text += words("change-price", before=prices[0], after=prices[1])
    if one.after is not None and one.before is not None and one.discount_before != one.discount_after:
        rates = [
            written.quantity(words, rate or Decimal(0)) for rate in (one.discount_before, one.discount_after)
        ]
        text += words("change-discount", before=rates[0], after=rates[1])
    return text + words("change-why", why=one.why) if one.why else text


def step_text(words: Words, view: OrderView, step: StepView) -> str:
    note = step.note
    if step.step is OrderStep.REFUSED and note in CAUSES:
        note = refusal_text(words, note)
    if step.step is OrderStep.UNDONE:
        note = words.plain(f"undo-{note.replace('_', '-')}")
    return words(
        f"step-{step.step.replace('_', '-')}",
        at=written.moment(words, step.at, view.today),
        who=step.who,
        note=note,
    )


def undone(words: Words, view: OrderView) -> str:
    """«отгружен»: what was taken back last."""
    notes = [step.note for step in view.steps if step.step is OrderStep.UNDONE]
    return words.plain(f"undo-{notes[-1].replace('_', '-')}") if notes else ""


def undone_key(view: OrderView) -> str:
    """A refusal taken back is an order at work again."""
    last = view.steps[-1] if view.steps else None
    taken_up = last is not None and last.step is OrderStep.UNDONE and last.note == OrderStep.REFUSED
    return "ntf-back-at-work" if taken_up else "ntf-undone"


def _back(words: Words, order: int) -> Button:
    return tap(words.plain("btn-back"), OpenOrder(order=order))


def more(words: Words, view: OrderView, step: OrderStep | None) -> Screen:
    """What is rarely done. `step` can still be taken back."""
    buttons = []
    if can_become(view.status, OrderStatus.SHIPPED):
        buttons.append(tap(words.plain("btn-ship-part"), AskPart(order=view.id)))
    if view.status is not OrderStatus.SHIPPED and can_become(view.status, OrderStatus.CLOSED):
        buttons.append(tap(words.plain("btn-close-order"), Close(order=view.id)))
    if can_become(view.status, OrderStatus.REFUSED):
        buttons.append(tap(words.plain("btn-refuse"), AskRefusal(order=view.id)))
    if view.status in AT_DESK:
        buttons.append(tap(words.plain("btn-ask-card"), AskCard(order=view.id)))
    if step is not None:
        what = words.plain(f"undo-{step.replace('_', '-')}")
        buttons.append(tap(words.plain("btn-undo-step", step=what), UndoStep(order=view.id)))
    text = words("msg-desk-more", order=view.id, client=view.client, any="yes" if buttons else "no")
    return Screen(text, (*in_rows(buttons, 1), (_back(words, view.id),)))


def _numbers(
    words: Words,
    view: PageView,
    make: Callable[[LineView], CallbackData],
    page: Callable[[int], CallbackData],
) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        tap(words.plain("btn-line", number=view.start + place + 1), make(line))
        for place, line in enumerate(view.lines)
    ]
    pages = page_row(words, view.count, view.start, PAGE, page)
    return (*in_rows(buttons, 5), *([pages] if pages else []))


def _listed(words: Words, view: PageView, shown: Sequence[str]) -> list[str]:
    return [
        words("desk-line", number=view.start + place + 1, name=short(line.name), text=text)
        for place, (line, text) in enumerate(zip(view.lines, shown, strict=True))
    ]


def lack(words: Words, view: PageView) -> Screen:
    """Which line is not in stock."""
    shown = [amount(words, line.quantity, line.unit) + short_mark(words, line) for line in view.lines]
    parts = [words("ask-short-line", order=view.order, client=view.client), *_listed(words, view, shown)]
    rows = _numbers(
        words,
        view,
        lambda line: ShortLine(order=view.order, product=line.product_id),
        lambda start: AskShort(order=view.order, start=start),
    )
    return Screen(clipped("\n".join(parts)), (*rows, (_back(words, view.order),)))


def ask_there(words: Words, line: ChosenLine) -> Screen:
    order, product, quantity, unit = line.order, line.product, line.quantity, line.unit
    text = words("ask-short-there", name=short(line.name), quantity=amount(words, quantity, unit))
    none = tap(words.plain("btn-short-none"), SetShort(order=order, product=product, amount=0))
    half = (quantity / 2).to_integral_value()
    buttons = [none]
    if 0 < half < quantity:
        some = words.plain("btn-short-some", there=amount(words, half, unit))
        buttons.append(tap(some, SetShort(order=order, product=product, amount=thousandths(half))))
    return Screen(text, (tuple(buttons), (tap(words.plain("btn-back"), AskShort(order=order)),)))


def part(words: Words, view: PageView, left: Mapping[int, Decimal]) -> Screen:
    """What of each line leaves, before it is written down."""
    shown = [
        words(
            "part-line",
            left=written.quantity(words, left.get(line.product_id, line.quantity)),
            quantity=amount(words, line.quantity, line.unit),
        )
        for line in view.lines
    ]
    parts = [words("ask-part", order=view.order, client=view.client), *_listed(words, view, shown)]
    rows = _numbers(
        words,
        view,
        lambda line: PartLine(order=view.order, product=line.product_id),
        lambda start: AskPart(order=view.order, start=start),
    )
    save = tap(words.plain("btn-ship-this"), ShipPart(order=view.order))
    return Screen(clipped("\n".join(parts)), (*rows, (save, _back(words, view.order))))


def ask_piece(words: Words, line: ChosenLine) -> Screen:
    quantity = amount(words, line.quantity, line.unit)
    text = words("ask-part-line", name=short(line.name), quantity=quantity)
    return Screen(text, ((tap(words.plain("btn-back"), AskPart(order=line.order)),),))


def ask_refusal(words: Words, order: int) -> Screen:
    causes = [
        tap(words.plain(f"refusal-cause-{cause.replace('_', '-')}"), Refuse(order=order, cause=cause))
        for cause in RefusalCause
    ]
    return Screen(words("ask-order-refusal", order=order), (*in_rows(causes, 2), (_back(words, order),)))


def refusal_text(words: Words, why: str) -> str:
    """A cause that is also a button, as it stands within a sentence; or what was typed."""
    if why not in CAUSES:
        return why
    text = words.plain(f"refusal-cause-{why.replace('_', '-')}")
    return text[:1].lower() + text[1:]


def waiting(
    words: Words, wait: Wait, view: OrderView, minutes: str, *, mine: bool, question: str = ""
) -> Screen:
    """The clock's word: `mine` to who has to act, else to who waits for it."""
    who = view.accepted_by or words.plain("desk-nobody")
    text = words(
        f"ntf-wait-{wait}" if mine else f"ntf-late-{wait}",
        order=view.id,
        client=view.client,
        sum=written.money(words, view.totals.amount),
        wait=minutes,
        who=who,
        manager=view.manager,
        question=short(question, 200),
    )
    first = tap(words.plain("btn-open-order"), OpenOrder(order=view.id))
    act: Button | None = None
    if mine:
        act = {
            Wait.ACCEPT: tap(words.plain("btn-accept"), Accept(order=view.id)),
            Wait.ENTER: tap(words.plain("btn-entered"), AskNumber(order=view.id)),
            Wait.ANSWER: tap(words.plain("btn-reply"), Reply(order=view.id)),
        }[wait]
    return Screen(text, ((act, first) if act else (first,),))


# --- where the cards go


def place(words: Words, title: str | None) -> Screen:
    """Asked in a private chat; None: the cards come there."""
    if title is None:
        return Screen(words("msg-desk-private"), ((tap(words.plain("btn-orders"), OpenOrders()),),))
    home = tap(words.plain("btn-cards-home"), CardsHome())
    return Screen(words("msg-desk-group", title=title or words.plain("desk-group")), ((home,),))


def moved_here(words: Words, *, again: bool) -> Screen:
    return Screen(words("msg-desk-here-already" if again else "msg-desk-here"))


def moved(words: Words, who: str, title: str) -> Screen:
    """To the leads, the owner and sales support; `who` is empty where the group put the bot out."""
    key = "ntf-desk-moved" if title else "ntf-desk-home" if who else "ntf-desk-shut"
    home = ((tap(words.plain("btn-cards-home"), CardsHome()),),) if title else ()
    return Screen(words(key, who=who, title=title), home)
