"""Goods that are not there, for the manager: the wizard of one wish, what logistics has said, what has come."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from domain.choices import DateChoice
from domain.shortages import GOING_ON, UNDECIDED, ShortageState
from screens import choices
from screens import format as written
from screens.callbacks.calls import StartCalls
from screens.callbacks.clients import OpenClient
from screens.callbacks.orders import OpenDraft, OpenOrder
from screens.callbacks.shortages import (
    AskLogistics,
    AskOther,
    AskTerm,
    DropShortage,
    OpenLacks,
    OpenLost,
    OpenShort,
    OpenShortage,
    OpenWanted,
    PutArrived,
    ReplyToLogistics,
    SetTerm,
    TakeAnalogue,
    WaitFor,
)
from screens.menu import leave_row
from screens.order_parts import amount, short, unit_name
from screens.order_views import LineView
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.shortage_views import (
    AnalogueView,
    ArrivedLine,
    LackingView,
    NewsKind,
    NewsView,
    OwnRow,
    ShortageView,
    WishLine,
)
from screens.words import Words

NARROW, SHOWN, OFFERED = 24, 8, 4
NOTHING = Decimal(0)
Rows = tuple[tuple[Button, ...], ...]


def much(words: Words, quantity: Decimal | None, unit: str) -> str:
    """«20 кор»; nothing where nobody said how much."""
    return amount(words, quantity, unit) if quantity is not None else ""


def goods(words: Words, product: str, quantity: Decimal | None, unit: str) -> str:
    """«Сыр Ламбер, 20 кор», without HTML."""
    said = much(words, quantity, unit)
    return words.plain("lack-goods", name=short(product), quantity=said) if said else short(product)


def lacking_rows(words: Words, order: int, lines: Sequence[LineView]) -> Rows:
    """Of a draft's lines those that the stock lacks."""
    lacking = [line for line in lines if line.missing]
    return tuple((_line(words, order, line.product_id, line.name),) for line in lacking)


def _line(words: Words, order: int, product: int, name: str) -> Button:
    return tap(words.plain("btn-lack-lines", name=short(name, 40)), OpenShort(order=order, product=product))


def lacks_anchor(order: int) -> str:
    """What the manager was told of the lines that lack, one message for all of an order."""
    return f"shortage-order:{order}"


def lacks(words: Words, view: LackingView) -> Screen:
    """Every line that support lacks, to be decided one by one."""
    parts = [words("msg-lacks", client=view.client, order=view.order, count=len(view.lines))]
    parts += [
        words("lack-line", goods=goods(words, one.product, one.quantity, one.unit))
        for one in view.lines[:SHOWN]
    ]
    if len(view.lines) > SHOWN:
        parts.append(words("request-more", count=len(view.lines) - SHOWN))
    rows = [(_line(words, view.order, one.product_id, one.product),) for one in view.lines[:SHOWN]]
    order = tap(words.plain("btn-open-order"), OpenOrder(order=view.order))
    return Screen(clipped("\n".join(parts)), (*rows, (order,)))


# --- one wish ------------------------------------------------------------------------------------------------------


def wizard(words: Words, view: ShortageView, taken: Decimal = NOTHING, *, apart: bool = False) -> Screen:
    """What lacks, where it stands, and everything that may be done about it in one tap.

    `taken` has just left the order, in the unit of what lacks; `apart`: a draft was begun for what stands in its place.
    """
    parts = [words("msg-shortage", goods=goods(words, view.product, view.quantity, view.unit))]
    parts.append(_whose(words, view))
    parts.append(_state(words, view))
    if taken:
        quantity, order = amount(words, taken, view.unit), 0 if view.draft else view.order or 0
        parts.append(words("lack-taken", quantity=quantity, order=order))
    if apart:
        parts.append(words("lack-apart"))
    if view.state is ShortageState.OPEN:
        parts += _known(words, view)
    open_ = view.state not in {ShortageState.ORDERED, ShortageState.REPLACED}
    if open_ and view.analogues:
        parts += ["", words("lack-analogues-named" if view.suggested else "lack-analogues")]
    return Screen(clipped("\n".join(parts)), _wizard_rows(words, view))


def _whose(words: Words, view: ShortageView) -> str:
    return words("lack-whose", client=view.client or "none", order=view.order or 0)


def _state(words: Words, view: ShortageView) -> str:
    day = written.day(words, view.promised, view.today) if view.promised is not None else ""
    if view.state is ShortageState.OPEN:
        return words("lack-open")
    if view.state is ShortageState.DROPPED:
        return words(
            "lack-dropped", never="yes" if view.never else "no", sum=written.money(words, view.amount)
        )
    if view.state is ShortageState.ASKED:
        return words("lack-asked", alone="yes" if view.alone else "no")
    if view.state is ShortageState.REPLACED:
        said = goods(words, view.replaced_by, view.quantity, view.replaced_unit)
        same = unit_name(words, view.replaced_unit) == unit_name(words, view.unit)
        return words("lack-replaced", goods=said, same="yes" if same else "no")
    return words(f"lack-{view.state}", day=day)


def _known(words: Words, view: ShortageView) -> list[str]:
    lines = []
    if view.draft and view.stock is not None and view.stock > 0:
        lines.append(words("lack-stock", quantity=amount(words, view.stock, view.unit)))
    if view.arrives_on is not None:
        lines.append(
            words(
                "lack-arrives",
                day=written.day(words, view.arrives_on, view.today),
                quantity=much(words, view.arrives_quantity, view.unit) or "none",
            )
        )
    return lines


def _wizard_rows(words: Words, view: ShortageView) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if view.state is ShortageState.ARRIVED:
        rows.append((tap(words.plain("btn-lack-order"), PutArrived(shortage=view.id)),))
    if view.state in {ShortageState.OPEN, ShortageState.ASKED} and view.arrives_on is not None:
        day = written.short_day(words, view.arrives_on)
        rows.append((tap(words.plain("btn-lack-wait", day=day), WaitFor(shortage=view.id)),))
    rows += [(_analogue(words, view.id, one),) for one in view.analogues[:OFFERED]]
    rows += [row for row in (_own_ways(words, view), _last_ways(words, view)) if row]
    if view.others:
        rows.append(
            (tap(words.plain("btn-lack-others", count=view.others), OpenLacks(order=view.order or 0)),)
        )
    return (*rows, _back(words, view))


def _own_ways(words: Words, view: ShortageView) -> tuple[Button, ...]:
    """What the manager knows better than the list does: another product, and the day where nobody else can be asked."""
    row = []
    if view.state in {*UNDECIDED, ShortageState.DROPPED} and view.client_id is not None and view.quantity:
        row.append(tap(words.plain("btn-lack-else"), AskOther(shortage=view.id)))
    if view.state in UNDECIDED and view.alone:
        row.append(tap(words.plain("btn-lack-term"), AskTerm(shortage=view.id)))
    return tuple(row)


def _last_ways(words: Words, view: ShortageView) -> tuple[Button, ...]:
    row = []
    if view.state in {ShortageState.OPEN, ShortageState.DROPPED} and not view.never and not view.alone:
        row.append(tap(words.plain("btn-lack-ask"), AskLogistics(shortage=view.id)))
    if view.state in GOING_ON:
        row.append(tap(words.plain("btn-lack-drop"), DropShortage(shortage=view.id)))
    return tuple(row)


def _analogue(words: Words, shortage: int, one: AnalogueView) -> Button:
    price = written.money(words, one.price) if one.price is not None else words.plain("price-none")
    key = "btn-lack-taken" if one.taken else "btn-lack-analogue"
    label = words.plain(key, name=short(one.name, 40), price=price)
    return tap(label, TakeAnalogue(shortage=shortage, product=one.id))


def _back(words: Words, view: ShortageView) -> tuple[Button, ...]:
    back = []
    if view.order is not None:
        key, data = (
            ("btn-to-draft", OpenDraft(order=view.order))
            if view.draft
            else ("btn-open-order", OpenOrder(order=view.order))
        )
        back.append(tap(words.plain(key), data))
    elif view.client_id is not None:
        back.append(tap(words.plain("btn-order-client"), OpenClient(client=view.client_id)))
    return (*back, tap(words.plain("btn-lack-list"), OpenWanted()))


# --- what is typed --------------------------------------------------------------------------------------------------


def ask_other(words: Words, view: ShortageView) -> Screen:
    return Screen(words("ask-analogue", product=short(view.product)), (_back_to(words, view.id),))


def _back_to(words: Words, shortage: int) -> tuple[Button, ...]:
    return (tap(words.plain("btn-back"), OpenShortage(shortage=shortage)),)


def found(words: Words, shortage: int, text: str, goods_: Sequence[AnalogueView]) -> Screen:
    """What may be put in the order instead."""
    body = words("msg-lack-found", text=short(text), count=len(goods_))
    rows = [(_analogue(words, shortage, one),) for one in goods_]
    return Screen(body, (*rows, _back_to(words, shortage)))


def ask_term(words: Words, view: ShortageView, days: Sequence[DateChoice]) -> Screen:
    def make(day: date) -> SetTerm:
        return SetTerm(shortage=view.id, day=day.isoformat())

    return Screen(
        words("ask-arrival", product=short(view.product)),
        (*choices.day_rows(words, days, make), _back_to(words, view.id)),
    )


# --- news ----------------------------------------------------------------------------------------------------------


def news(words: Words, view: NewsView) -> Screen:
    """To a manager, of the own clients' wishes; every line has its next step."""
    head = words(
        f"ntf-lack-{view.kind}",
        product=short(view.product),
        who=view.who,
        day=written.day(words, view.day, view.today) if view.day is not None else "",
        quantity=much(words, view.quantity, view.unit) or "none",
        analogue=short(view.analogue[1]) if view.analogue is not None else "",
        alone="yes" if view.alone else "no",
    )
    lines = [_wish(words, one) for one in view.wishes[:SHOWN]]
    tail = words("lack-next", what=view.kind.value)
    return Screen(clipped("\n".join([head, *lines, tail])), _news_rows(words, view))


def _wish(words: Words, one: WishLine) -> str:
    quantity = much(words, one.quantity, one.unit)
    return words("lack-wish", client=one.client or "none", quantity=quantity or "none", manager="none")


def _news_rows(words: Words, view: NewsView) -> Rows:
    rows: list[tuple[Button, ...]] = []
    for one in view.wishes[:SHOWN]:
        name = short(one.client or view.product, NARROW)
        if view.kind is NewsKind.ARRIVED and one.client:
            label = words.plain("btn-lack-put", name=name, quantity=much(words, one.quantity, one.unit))
            rows.append((tap(label.rstrip(), PutArrived(shortage=one.shortage)),))
        elif view.kind is NewsKind.ANALOGUE and view.analogue is not None and one.client:
            take = TakeAnalogue(shortage=one.shortage, product=view.analogue[0])
            rows.append((tap(words.plain("btn-lack-take", name=name), take), _more(words, one)))
        else:
            rows.append(
                (tap(words.plain("btn-lack-decide", name=name), OpenShortage(shortage=one.shortage)),)
            )
    if view.kind is NewsKind.ARRIVED:
        rows.append((tap(words.plain("btn-to-list"), StartCalls()),))
    return tuple(rows)


def _more(words: Words, one: WishLine) -> Button:
    return tap(words.plain("btn-lack-other"), OpenShortage(shortage=one.shortage))


def question(words: Words, query: int, *, product: str, client: str, who: str, text: str) -> Screen:
    """Of logistics, to the manager."""
    body = words("ntf-lack-question", product=short(product), client=client or "none", who=who, text=text)
    return Screen(body, ((tap(words.plain("btn-reply"), ReplyToLogistics(query=query)),),))


def ask_reply(words: Words, product: str, text: str) -> Screen:
    return Screen(words("ask-lack-reply", product=short(product), text=text), (leave_row(words),))


def replied(words: Words, who: str) -> Screen:
    return Screen(words("msg-lack-replied", who=who), ((tap(words.plain("btn-lack-list"), OpenWanted()),),))


# --- the own list, the call card -----------------------------------------------------------------------------------


def own_list(words: Words, rows: Sequence[OwnRow], *, leads: bool) -> Screen:
    parts = [words("msg-lack-own", count=len(rows), own="no" if leads else "yes")]
    for one in rows:
        day = written.short_day(words, one.promised) if one.promised is not None else "none"
        parts.append(
            words(
                "lack-own",
                goods=goods(words, one.product, one.quantity, one.unit),
                client=one.client or "none",
                manager=one.manager or "none",
                state="alone" if one.alone and one.state is ShortageState.ASKED else one.state.value,
                day=day,
            )
        )
    buttons = [
        tap(
            words.plain("btn-lack-row", client=short(one.client or one.product, NARROW)),
            OpenShortage(shortage=one.id),
        )
        for one in rows
    ]
    last = (tap(words.plain("btn-lost"), OpenLost()),) if leads else ()
    return Screen(clipped("\n".join(parts)), (*in_rows(buttons, 2), *([last] if last else [])))


def arrived_text(words: Words, line: ArrivedLine) -> str:
    said = goods(words, line.product, line.quantity, line.unit)
    return words("lack-card", goods=said, more=line.more)


def arrived_row(words: Words, line: ArrivedLine) -> tuple[Button, ...]:
    """To the draft, or no longer wanted."""
    return (
        tap(words.plain("btn-lack-order"), PutArrived(shortage=line.shortage)),
        tap(words.plain("btn-lack-refused"), DropShortage(shortage=line.shortage)),
    )
