"""The manager's side: choosing a client, the draft, its lines, the catalogue."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from capture.settling import DoubtKind
from domain.choices import DateChoice
from domain.credit import CreditLevel
from screens import choices
from screens import format as written
from screens.callbacks.orders import (
    AskComment,
    AskDelivery,
    Basis,
    ChooseGoods,
    DropDoubt,
    DropDraft,
    HandOver,
    HandOverPrepaid,
    HowMany,
    LikeLast,
    NewOrder,
    OpenCatalogue,
    OpenDraft,
    OpenOrders,
    OpenShelf,
    SetDelivery,
    SetQuantity,
    StartOrder,
    StepQuantity,
    Which,
)
from screens.order_parts import (
    amount,
    credit_lines,
    line_text,
    line_texts,
    page_row,
    short,
    thousandths,
    unit_name,
)
from screens.order_views import DoubtView, DraftView, GoodsView, LineView, Note, ShelfView, StartView
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

PAGE = 10
BUTTON_NAME = 40
QUANTITIES = (1, 2, 5, 10, 20, 50)
PACKS = (1, 2, 5, 10)
Rows = tuple[tuple[Button, ...], ...]


def start(words: Words, view: StartView) -> Screen:
    drafts = tuple(
        (tap(words.plain("btn-draft", client=client, sum=written.money(words, total)), OpenDraft(order=id_)),)
        for id_, client, total in view.drafts
    )
    clients = in_rows([tap(name, NewOrder(client=id_)) for id_, name in view.clients], 2)
    last = (tap(words.plain("btn-my-orders"), OpenOrders()),)
    text = words("msg-order-start", drafts=len(view.drafts))
    return Screen(text, (*drafts, *clients, last))


def found_clients(words: Words, text: str, clients: Sequence[tuple[int, str]]) -> Screen:
    rows = in_rows([tap(name, NewOrder(client=id_)) for id_, name in clients], 1)
    return Screen(words("msg-order-client", count=len(clients), text=short(text)), rows)


def draft(words: Words, view: DraftView, at: int = 0, notes: Sequence[Note] = ()) -> Screen:
    at = at if at < len(view.lines) else 0
    parts = [words("msg-draft", client=view.client)]
    parts += [_note(words, note) for note in notes[:PAGE]]
    parts += line_texts(words, view.lines, at, PAGE) or [words("draft-empty")]
    parts += _facts(words, view)
    parts += _questions(words, view.doubts)
    return Screen(clipped("\n".join(parts)), _draft_rows(words, view, at))


def _facts(words: Words, view: DraftView) -> list[str]:
    if not view.lines:
        return []
    sums = view.totals
    facts = [words("order-total", sum=written.money(words, sums.amount), count=sums.lines)]
    if sums.discount:
        facts.append(words("order-discount", sum=written.money(words, sums.discount)))
    if sums.unpriced:
        facts.append(words("order-unpriced", count=sums.unpriced))
    if view.fallback:
        columns = ", ".join(column or words.plain("price-column-none") for column in view.fallback)
        facts.append(
            words("draft-fallback" if view.column else "draft-no-column", column=view.column, other=columns)
        )
    facts.append(
        words("order-delivery", day=written.day(words, view.delivery, view.today))
        if view.delivery
        else words("order-no-delivery")
    )
    if view.comment:
        facts.append(words("order-comment", text=view.comment))
    credit = credit_lines(words, view.verdict)
    if view.verdict.level is CreditLevel.HOLD:
        credit.append(words("credit-hold"))
    if view.unchecked:
        credit.append(words("order-unchecked"))
    return [*facts, *credit]


def note_ack(words: Words, note: Note) -> str:
    """The same as a notice over the chat."""
    return words.plain(_note_key(note), **_note_facts(words, note))


def _note(words: Words, note: Note) -> str:
    return words(_note_key(note), **_note_facts(words, note))


def _note_key(note: Note) -> str:
    return "note-changed" if note.key == "note-set" and note.before is not None else note.key


def _note_facts(words: Words, note: Note) -> dict[str, str | int]:
    return {
        "name": short(note.name),
        "before": written.quantity(words, note.before) if note.before is not None else "",
        "after": amount(words, note.after, note.unit) if note.after is not None else "",
    }


def _questions(words: Words, doubts: Sequence[DoubtView]) -> list[str]:
    if not doubts:
        return []
    doubt = doubts[0]
    name = doubt.goods[0][1] if doubt.goods else ""
    price = written.money(words, doubt.price) if doubt.price is not None else ""
    question = words(
        f"doubt-{doubt.kind}",
        text=short(doubt.text, 200),
        name=short(name),
        unit=unit_name(words, doubt.unit),
        price=price,
    )
    more = [words("doubt-more", count=len(doubts) - 1)] if len(doubts) > 1 else []
    return ["", question, *more]


def _doubt_rows(words: Words, order: int, doubt: DoubtView) -> Rows:
    skip = tap(words.plain("btn-doubt-skip"), DropDoubt(order=order, doubt=doubt.id))
    if doubt.kind is DoubtKind.WHICH:
        goods = [
            tap(short(name, BUTTON_NAME), Which(order=order, doubt=doubt.id, product=id_))
            for id_, name in doubt.goods
        ]
        return (*in_rows(goods, 1), (skip,))
    if doubt.kind is DoubtKind.QUANTITY:
        numbers = [Decimal(number) for number in QUANTITIES]
        if doubt.pack_size and doubt.pack_size > 1:
            numbers += [doubt.pack_size * packs for packs in PACKS]
        buttons = [
            tap(
                amount(words, number, doubt.unit),
                HowMany(order=order, doubt=doubt.id, amount=thousandths(number)),
            )
            for number in sorted(set(numbers))
        ]
        return (*in_rows(buttons, 4), (skip,))
    if doubt.kind is DoubtKind.BASIS:
        one = tap(
            words.plain("btn-basis-unit", unit=unit_name(words, doubt.unit)),
            Basis(order=order, doubt=doubt.id, per_pack=False),
        )
        pack = tap(words.plain("btn-basis-pack"), Basis(order=order, doubt=doubt.id, per_pack=True))
        return ((one, pack), (skip,))
    keep = tap(words.plain("btn-doubt-comment"), DropDoubt(order=order, doubt=doubt.id, keep=True))
    return ((keep, skip),)


def _draft_rows(words: Words, view: DraftView, at: int) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if view.doubts:
        rows += _doubt_rows(words, view.id, view.doubts[0])
    numbers = [
        tap(
            words.plain("btn-line", number=at + place + 1),
            ChooseGoods(order=view.id, product=line.product_id),
        )
        for place, line in enumerate(view.lines[at : at + PAGE])
    ]
    rows += in_rows(numbers, 5)
    pages = page_row(words, len(view.lines), at, PAGE, lambda place: OpenDraft(order=view.id, start=place))
    rows += [pages] if pages else []
    more = [tap(words.plain("btn-catalogue"), OpenCatalogue(order=view.id))]
    if view.can_repeat:
        more.append(tap(words.plain("btn-like-last"), LikeLast(order=view.id)))
    rows.append(tuple(more))
    if view.lines:
        rows.append(
            (
                tap(words.plain("btn-delivery"), AskDelivery(order=view.id)),
                tap(words.plain("btn-comment"), AskComment(order=view.id)),
            )
        )
    if view.lines and not view.doubts:
        held = view.verdict.level is CreditLevel.HOLD
        send = tap(words.plain("btn-to-lead" if held else "btn-hand-over"), HandOver(order=view.id))
        prepay = tap(words.plain("btn-prepay"), HandOverPrepaid(order=view.id))
        rows.append((send, prepay) if held else (send,))
    rows.append(
        (
            tap(words.plain("btn-drop-draft"), DropDraft(order=view.id)),
            tap(words.plain("btn-other-client"), StartOrder()),
        )
    )
    return tuple(rows)


def sure_to_drop(words: Words, view: DraftView) -> Screen:
    text = words("msg-drop-draft", client=view.client, count=view.totals.lines)
    yes = tap(words.plain("btn-drop-yes"), DropDraft(order=view.id, sure=True))
    return Screen(text, ((yes, _back(words, view.id)),))


def dropped(words: Words, client: str) -> Screen:
    return Screen(words("msg-dropped", client=client), ((tap(words.plain("btn-new-order"), StartOrder()),),))


def _back(words: Words, order: int) -> Button:
    return tap(words.plain("btn-to-draft"), OpenDraft(order=order))


def catalogue(
    words: Words, order: int, favourites: Sequence[GoodsView], shelves: Sequence[tuple[str, int]]
) -> Screen:
    rows = [(_goods_button(words, order, goods, 0, 0),) for goods in favourites]
    groups = [
        tap(short(name or words.plain("shelf-none"), BUTTON_NAME), OpenShelf(order=order, product=product))
        for name, product in shelves
    ]
    key = "msg-catalogue" if shelves else "msg-catalogue-empty"
    return Screen(
        words(key, favourites=len(favourites)), (*rows, *in_rows(groups[:80], 2), (_back(words, order),))
    )


def _goods_button(words: Words, order: int, goods: GoodsView, shelf: int, at: int) -> Button:
    price = written.money(words, goods.price) if goods.price is not None else words.plain("price-none")
    name = short(goods.name, BUTTON_NAME)
    if goods.in_order is not None:
        label = words.plain("btn-goods-taken", name=name, quantity=amount(words, goods.in_order, goods.unit))
    else:
        label = words.plain("btn-goods", name=name, price=price)
    return tap(label, ChooseGoods(order=order, product=goods.id, shelf=shelf, start=at))


def shelf(words: Words, view: ShelfView) -> Screen:
    rows = [(_goods_button(words, view.order, goods, view.product, view.start),) for goods in view.goods]
    size = len(view.goods)
    count = view.start + size + (1 if view.more else 0)
    pages = page_row(
        words,
        count,
        view.start,
        8,
        lambda place: OpenShelf(order=view.order, product=view.product, start=place),
    )
    back = (tap(words.plain("btn-shelves"), OpenCatalogue(order=view.order)), _back(words, view.order))
    text = words("msg-shelf", group=view.group or words.plain("shelf-none"))
    return Screen(text, (*rows, *([pages] if pages else []), back))


def goods(words: Words, order: int, view: GoodsView, group: int, at: int) -> Screen:
    """How much of a product that the draft has not yet."""
    numbers = [Decimal(number) for number in QUANTITIES]
    packs = [view.pack_size * count for count in PACKS] if view.pack_size and view.pack_size > 1 else []
    buttons = [
        [
            tap(
                amount(words, number, view.unit),
                SetQuantity(order=order, product=view.id, amount=thousandths(number), shelf=group, start=at),
            )
            for number in some
        ]
        for some in (numbers, packs)
    ]
    back = tap(
        words.plain("btn-shelf-back") if group else words.plain("btn-shelves"),
        OpenShelf(order=order, product=group, start=at) if group else OpenCatalogue(order=order),
    )
    rows = (*in_rows(buttons[0], 3), *in_rows(buttons[1], 4), (back, _back(words, order)))
    return Screen("\n".join([*_about(words, view), words("ask-quantity")]), rows)


def _about(words: Words, view: GoodsView) -> list[str]:
    price = written.money(words, view.price) if view.price is not None else words.plain("price-none")
    lines = [words("msg-goods", name=view.name, price=price, unit=unit_name(words, view.unit))]
    if view.pack_size and view.pack_size > 1:
        lines.append(words("goods-pack", quantity=amount(words, view.pack_size, view.unit)))
    if view.stock is not None:
        lines.append(words("goods-stock", quantity=amount(words, view.stock, view.unit)))
    return lines


def line(words: Words, view: DraftView, known: LineView) -> Screen:
    """One line with its steps: by one unit and, where it is packed, by a pack."""
    number = [one.product_id for one in view.lines].index(known.product_id) + 1
    steps = [Decimal(1)]
    if known.pack_size and known.pack_size > 1:
        steps.append(known.pack_size)
    less = [known.quantity - step for step in reversed(steps) if known.quantity > step]
    more = [known.quantity + step for step in steps]
    buttons = [
        tap(
            f"{'−' if value < known.quantity else '+'}{written.quantity(words, abs(value - known.quantity))}",
            StepQuantity(order=view.id, product=known.product_id, amount=thousandths(value)),
        )
        for value in (*less, *more)
    ]
    remove = tap(
        words.plain("btn-remove-line"), SetQuantity(order=view.id, product=known.product_id, amount=0)
    )
    text = [line_text(words, number, known)]
    if known.pack_size and known.pack_size > 1:
        text.append(words("goods-pack", quantity=amount(words, known.pack_size, known.unit)))
    text.append(words("ask-line"))
    return Screen("\n".join(text), (tuple(buttons), (remove, _back(words, view.id))))


def ask_delivery(words: Words, order: int, days: Sequence[DateChoice]) -> Screen:
    def make(day: date) -> SetDelivery:
        return SetDelivery(order=order, day=day.isoformat())

    without = tap(words.plain("btn-no-delivery"), SetDelivery(order=order))
    return Screen(
        words("ask-delivery"), (*choices.day_rows(words, days, make), (without, _back(words, order)))
    )


def ask_comment(words: Words, order: int, comment: str) -> Screen:
    text = words("ask-comment") if not comment else words("ask-comment-instead", text=comment)
    return Screen(text, ((_back(words, order),),))
