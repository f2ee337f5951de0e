"""The manager's side: choosing a client, the draft, its lines, the catalogue."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from domain.choices import DateChoice
from domain.credit import CreditLevel
from domain.steps import nearest_steps, step_of
from screens import choices
from screens import format as written
from screens.advice import advice_lines, advice_rows
from screens.approval_parts import draft_lines
from screens.callbacks.card_requests import AskCard
from screens.callbacks.clients import NewClient
from screens.callbacks.order_terms import OpenPapers, OpenTerms
from screens.callbacks.orders import (
    AddDraft,
    AskDelivery,
    AskLineComment,
    ChooseGoods,
    DropDraft,
    HandOver,
    HandOverPrepaid,
    LikeLast,
    MoreOfDraft,
    NewOrder,
    OpenCatalogue,
    OpenDraft,
    OpenDrafts,
    OpenOrders,
    OpenShelf,
    SetDelivery,
    SetQuantity,
    ShowLacking,
    StartOrder,
    StepQuantity,
    UsualBasket,
)
from screens.menu import leave_row
from screens.order_doubts import BUTTON_NAME, PACKS, QUANTITIES, Rows, doubt_rows, questions
from screens.order_parts import (
    amount,
    credit_lines,
    line_text,
    page_row,
    short,
    thousandths,
    unit_name,
    vat_lines,
)
from screens.order_terms import terms_lines
from screens.order_views import (
    DraftRow,
    DraftsView,
    DraftView,
    GoodsView,
    LineCard,
    LineView,
    MoreView,
    Note,
    ShelfView,
    StartView,
)
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.shortages import lacking_rows
from screens.words import Words

PAGE, DRAFTS = 10, 20


def start(words: Words, view: StartView) -> Screen:
    drafts = _draft_buttons(words, view.drafts, view.today)
    every = tap(words.plain("btn-all-drafts", count=view.count), OpenDrafts())
    clients = in_rows([tap(name, NewOrder(client=id_)) for id_, name in view.clients], 2)
    last = (tap(words.plain("btn-my-orders"), OpenOrders()),)
    text = words("msg-order-start", drafts=view.count)
    return Screen(text, (*drafts, *([(every,)] if view.count > len(view.drafts) else []), *clients, last))


def _draft_buttons(words: Words, rows: Sequence[DraftRow], today: date) -> Rows:
    """«Ромашка · 800 ₽ · вчера»."""
    return tuple(
        (
            tap(
                words.plain(
                    "btn-draft",
                    client=short(row.client, BUTTON_NAME),
                    sum="none" if row.empty else written.money(words, row.total),
                    age=_age(words, row.day, today),
                ),
                OpenDraft(order=row.id),
            ),
        )
        for row in rows
    )


def _age(words: Words, day: date, today: date) -> str:
    days = (today - day).days
    if days <= 1:
        return words.plain("draft-today" if days <= 0 else "draft-yesterday")
    return written.short_day(words, day)


def drafts(words: Words, view: DraftsView) -> Screen:
    count = view.start + len(view.drafts) + (1 if view.more else 0)
    pages = page_row(words, count, view.start, DRAFTS, lambda place: OpenDrafts(start=place))
    back = (tap(words.plain("btn-new-order"), StartOrder()),)
    text = words("msg-drafts", count=len(view.drafts))
    return Screen(text, (*_draft_buttons(words, view.drafts, view.today), *([pages] if pages else []), back))


def found_clients(words: Words, text: str, clients: Sequence[tuple[int, str]]) -> Screen:
    rows = in_rows([tap(name, NewOrder(client=id_)) for id_, name in clients], 1)
    last = (tap(words.plain("btn-new-client"), NewClient()), *leave_row(words))
    return Screen(words("msg-order-client", count=len(clients), text=short(text)), (*rows, last))


def draft(words: Words, view: DraftView, notes: Sequence[Note] = ()) -> Screen:
    parts = [words("msg-draft", client=view.client), *_carried(words, view)]
    parts += [_note(words, note) for note in notes[:PAGE]]
    lines = [line_text(words, view.start + at, one) for at, one in enumerate(view.lines, 1)]
    parts += lines or [words("draft-empty")]
    parts += _facts(words, view)
    parts += [words("draft-cards", count=view.cards)] if view.cards else []
    parts += [] if view.doubts else advice_lines(words, view.advice)
    parts += questions(words, view.doubts) or _step_question(words, view.lines)
    return Screen(clipped("\n".join(parts)), _draft_rows(words, view))


def _carried(words: Words, view: DraftView) -> list[str]:
    """What it had before something new came to it."""
    old = view.carried
    if old is None:
        return []
    days = (view.today - old.day).days
    age = "today" if days <= 0 else "yesterday" if days == 1 else "earlier"
    day, total = written.short_day(words, old.day), written.money(words, old.amount)
    return [words("draft-carried", age=age, day=day, lines=old.lines, sum=total)]


def _facts(words: Words, view: DraftView) -> list[str]:
    if not view.lines:
        return []
    sums = view.totals
    facts = [words("order-total", sum=written.money(words, sums.amount), count=sums.lines)]
    if sums.discount:
        facts.append(words("order-discount", sum=written.money(words, sums.discount)))
    facts += vat_lines(words, sums)
    if sums.unpriced:
        facts.append(words("order-unpriced", count=sums.unpriced))
    if view.fallback:
        columns = ", ".join(column or words.plain("price-column-none") for column in view.fallback)
        facts.append(
            words("draft-fallback" if view.column else "draft-no-column", column=view.column, other=columns)
        )
    facts += terms_lines(words, view.terms, view.today)
    if view.papers:
        facts.append(words("draft-papers", count=view.papers))
    credit = credit_lines(words, view.verdict)
    if view.verdict.level is CreditLevel.HOLD:
        credit.append(words("credit-hold-both" if view.beyond else "credit-hold"))
    credit += draft_lines(words, view)
    if view.unchecked:
        credit.append(words("order-unchecked"))
    return [*facts, *credit]


def note_ack(words: Words, note: Note) -> str:
    """The same as a notice over the chat."""
    return words.plain(_note_key(note), **_note_facts(words, note))


def _note(words: Words, note: Note) -> str:
    return words(_note_key(note), **_note_facts(words, note))


def _note_key(note: Note) -> str:
    changed = note.before is not None and note.before != note.after
    return "note-changed" if note.key == "note-set" and changed else note.key


def _note_facts(words: Words, note: Note) -> dict[str, str | int]:
    if note.key == "note-usual":
        return {"count": int(note.after or 0)}
    return {
        "name": short(note.name),
        "before": written.quantity(words, note.before) if note.before is not None else "",
        "after": amount(words, note.after, note.unit) if note.after is not None else "",
    }


def _step_question(words: Words, lines: Sequence[LineView]) -> list[str]:
    """The first line of the page that breaks the least quantity or the whole packs of its goods."""
    line = _ill_stepped(lines)
    return [] if line is None else ["", step_text(words, line)]


def _ill_stepped(lines: Sequence[LineView]) -> LineView | None:
    return next((one for one in lines if nearest_steps(one.quantity, one.min_quantity, one.multiple)), None)


def step_text(words: Words, line: LineView) -> str:
    """«⚠️ Масло: от 24 шт, кратно 12. Сейчас 30 шт.»"""
    least = amount(words, line.min_quantity, line.unit) if line.min_quantity else ""
    multiple = written.quantity(words, line.multiple) if line.multiple else ""
    now = amount(words, line.quantity, line.unit)
    rule = "both" if least and multiple else "least" if least else "multiple"
    return words("draft-step", name=short(line.name), rule=rule, least=least, multiple=multiple, now=now)


def _step_row(words: Words, order: int, line: LineView) -> tuple[Button, ...]:
    """The nearest that may be ordered: less and more; where there is no less, the line may go."""
    near = nearest_steps(line.quantity, line.min_quantity, line.multiple)
    row = [
        tap(
            amount(words, quantity, line.unit),
            SetQuantity(order=order, product=line.product_id, amount=thousandths(quantity)),
        )
        for quantity in near
    ]
    if len(near) == 1:
        row.append(
            tap(words.plain("btn-remove-line"), SetQuantity(order=order, product=line.product_id, amount=0))
        )
    return tuple(row)


def _draft_rows(words: Words, view: DraftView) -> Rows:
    """At most eight: a question comes alone, advice waits for what is odd."""
    if view.doubts:
        more = tap(words.plain("btn-draft-more"), MoreOfDraft(order=view.id))
        return (*doubt_rows(words, view.id, view.doubts[0]), (_to_catalogue(words, view.id), more))
    rows: list[tuple[Button, ...]] = []
    wrong = _ill_stepped(view.lines)
    if wrong is not None:
        rows.append(_step_row(words, view.id, wrong))
    numbers = [
        tap(
            words.plain("btn-line", number=view.start + place),
            ChooseGoods(order=view.id, product=line.product_id),
        )
        for place, line in enumerate(view.lines, 1)
    ]
    rows += in_rows(numbers, 5)
    pages = page_row(
        words,
        view.totals.lines,
        view.start,
        PAGE,
        lambda place: OpenDraft(order=view.id, start=place),
    )
    rows += [pages] if pages else []
    odd = (*_lacking(words, view), *_apart(words, view))
    rows += [odd] if odd else []
    rows += [] if wrong is not None else advice_rows(words, view.id, view.advice)
    rows += _fill_rows(words, view)
    if view.lines:
        on_credit = view.verdict.level is CreditLevel.HOLD
        held = on_credit or bool(view.beyond)
        send = tap(words.plain("btn-to-lead" if held else "btn-hand-over"), HandOver(order=view.id))
        prepay = tap(words.plain("btn-prepay"), HandOverPrepaid(order=view.id))
        rows.append((send, prepay) if on_credit else (send,))
    return tuple(rows)


def _lacking(words: Words, view: DraftView) -> tuple[Button, ...]:
    """What the stock lacks on this page: the one line, or a list of them."""
    rows = lacking_rows(words, view.id, view.lines)
    if len(rows) <= 1:
        return rows[0] if rows else ()
    return (tap(words.plain("btn-lacking", count=len(rows)), ShowLacking(order=view.id, start=view.start)),)


def lacking(words: Words, view: DraftView) -> Screen:
    """Every line of the page that the stock has too little of."""
    rows = lacking_rows(words, view.id, view.lines)
    text = words("msg-lacking", client=view.client, count=len(rows))
    back = tap(words.plain("btn-to-draft"), OpenDraft(order=view.id, start=view.start))
    return Screen(text, (*rows, (back,)))


def _apart(words: Words, view: DraftView) -> tuple[Button, ...]:
    return (_another(words, view.id),) if view.carried is not None else ()


def _another(words: Words, order: int) -> Button:
    return tap(words.plain("btn-another-draft"), AddDraft(order=order))


def _to_catalogue(words: Words, order: int) -> Button:
    return tap(words.plain("btn-catalogue"), OpenCatalogue(order=order))


def _fill_rows(words: Words, view: DraftView) -> Rows:
    """Where lines come from, and the rest. An empty draft of a client that is known is begun in one tap."""
    goods = [_to_catalogue(words, view.id)]
    if view.can_repeat:
        goods.append(tap(words.plain("btn-like-last"), LikeLast(order=view.id)))
    more = tap(words.plain("btn-draft-more"), MoreOfDraft(order=view.id))
    if view.lines:
        delivery = tap(words.plain("btn-delivery"), AskDelivery(order=view.id))
        terms = tap(words.plain("btn-terms"), OpenTerms(order=view.id))
        return (tuple(goods), (delivery, terms, more))
    usual = [tap(words.plain("btn-usual"), UsualBasket(order=view.id))] if view.can_repeat else []
    return in_rows([*goods, *usual, more], 2)


def more(words: Words, view: MoreView) -> Screen:
    """What is needed seldom."""
    rows = _more_rows(words, view)
    text = words("msg-draft-more", client=view.client, drafts=view.drafts)
    return Screen(text, (*rows, (_back(words, view.order),)))


def _more_rows(words: Words, view: MoreView) -> Rows:
    usual = [tap(words.plain("btn-usual"), UsualBasket(order=view.order))] if view.can_repeat else []
    papers = [tap(words.plain("btn-papers", count=view.papers), OpenPapers(order=view.order))]
    every = tap(words.plain("btn-drafts"), OpenDrafts())
    return (
        (*usual, *(papers if view.papers else [])),
        (_another(words, view.order), every),
        (
            tap(words.plain("btn-drop-draft"), DropDraft(order=view.order)),
            tap(words.plain("btn-other-client"), StartOrder()),
        ),
    )


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
    last = (_missing(words, order), _back(words, order))
    return Screen(words(key, favourites=len(favourites)), (*rows, *in_rows(groups[:80], 2), last))


def _missing(words: Words, order: int) -> Button:
    return tap(words.plain("btn-not-in-catalogue"), AskCard(order=order))


def found_goods(words: Words, order: int, text: str, found: Sequence[GoodsView]) -> Screen:
    """What a name typed in the catalogue may mean."""
    rows = [(_goods_button(words, order, goods, 0, 0),) for goods in found]
    back = (tap(words.plain("btn-shelves"), OpenCatalogue(order=order)), _back(words, order))
    text = words("msg-goods-found", count=len(found), text=short(text))
    return Screen(text, (*rows, (_missing(words, order),), back))


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
    pack = min((size for _, size in view.packs), default=None)
    packs = [pack * count for count in PACKS] if pack is not None else []
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
    lines = [words("msg-goods", name=view.name, price=price, unit=unit_name(words, view.unit, Decimal(1)))]
    lines += pack_lines(words, view)
    if view.stock is not None:
        lines.append(words("goods-stock", quantity=amount(words, view.stock, view.unit)))
    return lines


def line(words: Words, view: LineCard) -> Screen:
    """One line with its steps: by one unit or by its multiple, and by whole packs."""
    known = view.line
    steps = sorted({step_of(known.multiple), *(size for _, size in known.packs)})[:3]
    less = [known.quantity - step for step in reversed(steps) if known.quantity > step]
    more = [known.quantity + step for step in steps]
    buttons = [
        tap(
            f"{'−' if value < known.quantity else '+'}{written.quantity(words, abs(value - known.quantity))}",
            StepQuantity(order=view.order, product=known.product_id, amount=thousandths(value)),
        )
        for value in (*less, *more)
    ]
    remove = tap(
        words.plain("btn-remove-line"), SetQuantity(order=view.order, product=known.product_id, amount=0)
    )
    comment = tap(words.plain("btn-line-comment"), AskLineComment(order=view.order, product=known.product_id))
    text = [line_text(words, view.number, known), *pack_lines(words, known)]
    wrong = _ill_stepped([known])
    text += [step_text(words, known)] if wrong else []
    text.append(words("ask-line"))
    rows = [_step_row(words, view.order, known)] if wrong else []
    return Screen("\n".join(text), (*rows, tuple(buttons), (remove, comment), (_back(words, view.order),)))


def pack_lines(words: Words, known: LineView | GoodsView) -> list[str]:
    """«В кор 20 шт»."""
    return [
        words("goods-pack", unit=unit_name(words, unit, Decimal(1)), quantity=amount(words, size, known.unit))
        for unit, size in known.packs
    ]


def ask_line_comment(words: Words, view: LineCard) -> Screen:
    text = [line_text(words, view.number, view.line), words("ask-line-comment")]
    back = tap(words.plain("btn-back"), ChooseGoods(order=view.order, product=view.line.product_id))
    return Screen("\n".join(text), ((back,),))


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
