"""Goods that are not there, for logistics: the card of a product with all who wait, and lost demand."""

from collections.abc import Sequence
from datetime import date

from domain.choices import DateChoice
from domain.shortages import RequestState
from screens import choices
from screens import format as written
from screens.callbacks.shortages import (
    AskAnalogue,
    AskArrival,
    AskWhoWaits,
    GoodsArrived,
    LostFile,
    LostPicture,
    NeverComes,
    OfferAnalogue,
    OpenLost,
    OpenRequest,
    OpenWanted,
    SetArrival,
    SurelyNever,
)
from screens.order_parts import short
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.shortage_views import LostLine, LostView, RequestRow, RequestView, WishLine
from screens.shortages import goods, much
from screens.support import waits
from screens.words import Words

SHOWN, NARROW, NAMES = 12, 24, 2
WEEKS = (1, 4, 12)
COLUMNS = ("week", "product", "quantity", "unit", "sum", "clients", "managers")
LIVE = {RequestState.OPEN, RequestState.PROMISED}


def anchor(request: int) -> str:
    """The card of a request in each chat of logistics."""
    return f"shortage:{request}"


def card(words: Words, view: RequestView, *, key: str = "") -> Screen:
    """`key` of the words is said over it: that nobody has answered, or that a day has passed."""
    parts = [words(key, day=_day(words, view))] if key else []
    parts.append(words("msg-request", product=short(view.product), state=view.state.value))
    parts.append(_state(words, view))
    if view.state is not RequestState.ARRIVED and view.state is not RequestState.NEVER:
        total = written.money(words, view.amount)
        decide = view.wishes and view.state is RequestState.ANALOGUE
        key = "request-decide" if decide else "request-waits"
        parts.append(words(key, count=len(view.wishes), sum=total, priced=view.amount))
    parts += [_wish(words, one) for one in view.wishes[:SHOWN]]
    if len(view.wishes) > SHOWN:
        parts.append(words("request-more", count=len(view.wishes) - SHOWN))
    if view.stock is not None:
        parts.append(words("request-stock", quantity=much(words, view.stock, view.unit)))
    return Screen(clipped("\n".join(parts)), _rows(words, view))


def _day(words: Words, view: RequestView) -> str:
    return written.day(words, view.arrives_on, view.today) if view.arrives_on is not None else ""


def _state(words: Words, view: RequestView) -> str:
    quantity = much(words, view.arrives_quantity, view.unit) or "none"
    return words(
        f"request-{view.state}",
        at=written.moment(words, view.asked_at, view.today),
        day=_day(words, view) or "none",
        quantity=quantity,
        name=short(view.analogue),
        who=view.answered_by or "none",
        count=len(view.wishes),
    )


def _wish(words: Words, one: WishLine) -> str:
    quantity = much(words, one.quantity, one.unit) or "none"
    return words("lack-wish", client=one.client or "none", quantity=quantity, manager=one.manager)


def _rows(words: Words, view: RequestView) -> tuple[tuple[Button, ...], ...]:
    back = (tap(words.plain("btn-wanted"), OpenWanted()),)
    if view.state not in LIVE:
        return (back,)
    came = tap(words.plain("btn-came"), GoodsArrived(request=view.id))
    when = "btn-arrival-other" if view.state is RequestState.PROMISED else "btn-arrival"
    buttons = [
        tap(words.plain(when), AskArrival(request=view.id)),
        tap(words.plain("btn-offer-analogue"), AskAnalogue(request=view.id)),
        tap(words.plain("btn-never"), NeverComes(request=view.id)),
        tap(words.plain("btn-ask-manager"), AskWhoWaits(request=view.id)),
    ]
    return (*(((came,),) if view.state is RequestState.PROMISED else ()), *in_rows(buttons, 2), back)


def ask_arrival(words: Words, view: RequestView, days: Sequence[DateChoice]) -> Screen:
    def make(day: date) -> SetArrival:
        return SetArrival(request=view.id, day=day.isoformat())

    return Screen(
        words("ask-arrival", product=short(view.product)),
        (*choices.day_rows(words, days, make), _back(words, view.id)),
    )


def _back(words: Words, request: int) -> tuple[Button, ...]:
    return (tap(words.plain("btn-back"), OpenRequest(request=request)),)


def ask_never(words: Words, view: RequestView) -> Screen:
    """What it costs stands in the question: managers are told at once, and there is no way back."""
    sum_ = written.money(words, view.amount)
    text = words(
        "ask-never", product=short(view.product), count=len(view.wishes), sum=sum_, priced=view.amount
    )
    sure = tap(words.plain("btn-never-sure"), SurelyNever(request=view.id))
    return Screen(text, ((sure,), _back(words, view.id)))


def ask_analogue(words: Words, view: RequestView) -> Screen:
    return Screen(words("ask-analogue", product=short(view.product)), (_back(words, view.id),))


def found_goods(words: Words, request: int, text: str, found: Sequence[tuple[int, str]]) -> Screen:
    buttons = [tap(short(name, 40), OfferAnalogue(request=request, product=id_)) for id_, name in found]
    body = words("msg-analogue-found", text=short(text), count=len(found))
    return Screen(body, (*in_rows(buttons, 1), _back(words, request)))


def ask_managers(words: Words, view: RequestView) -> Screen:
    return Screen(words("ask-who-waits", product=short(view.product)), (_back(words, view.id),))


def asked(words: Words, request: int, names: Sequence[str]) -> Screen:
    return Screen(words("msg-who-waits-asked", names=", ".join(names)), (_back(words, request),))


def reply(words: Words, view: RequestView, who: str, text: str) -> Screen:
    """What a manager has answered, over the card."""
    shown = card(words, view)
    body = words("ntf-lack-reply", who=who, text=text)
    return Screen(clipped(f"{body}\n\n{shown.text}"), shown.rows)


def request_list(words: Words, rows: Sequence[RequestRow]) -> Screen:
    """The largest sum first."""
    fresh = sum(row.state is RequestState.OPEN for row in rows)
    parts = [words("msg-requests", count=len(rows), fresh=fresh)]
    for number, row in enumerate(rows, 1):
        day = written.short_day(words, row.arrives_on) if row.arrives_on is not None else "none"
        parts.append(
            words(
                "request-row",
                number=number,
                product=short(row.product),
                count=row.wishes,
                sum=written.thousands(words, row.amount) if row.amount else "none",
                state=row.state.value,
                day=day,
                wait=waits(words, row.minutes),
            )
        )
    buttons = [tap(short(row.product, NARROW), OpenRequest(request=row.id)) for row in rows]
    last = (tap(words.plain("btn-lost"), OpenLost()),)
    return Screen(clipped("\n".join(parts)), (*in_rows(buttons, 2), last))


# --- lost demand ---------------------------------------------------------------------------------------------------


def lost(words: Words, view: LostView) -> Screen:
    """Product by product, the largest loss first, with who lost it."""
    key = "msg-lost" if view.wishes else "msg-lost-none"
    parts = [words(key, weeks=view.weeks, sum=written.money(words, view.amount), count=view.wishes)]
    parts += [_lost(words, line) for line in view.lines[:SHOWN]]
    if len(view.lines) > SHOWN:
        parts.append(words("request-more", count=len(view.lines) - SHOWN))
    others = [
        tap(words.plain("btn-lost-weeks", count=weeks), OpenLost(weeks=weeks))
        for weeks in WEEKS
        if weeks != view.weeks
    ]
    picture = tap(words.plain("btn-lost-picture"), LostPicture())
    file = ((picture, tap(words.plain("btn-lost-file"), LostFile(weeks=view.weeks))),) if view.lines else ()
    back = (tap(words.plain("btn-wanted"), OpenWanted()),)
    return Screen(clipped("\n".join(parts)), (tuple(others), *file, back))


def _lost(words: Words, line: LostLine) -> str:
    return words(
        "lost-line",
        goods=goods(words, line.product, line.quantity, line.unit),
        sum=written.money(words, line.amount) if line.amount else "none",
        clients=_names(line.clients),
        managers=_names(line.managers),
    )


def _names(names: Sequence[str]) -> str:
    more = len(names) - NAMES
    return ", ".join(names[:NAMES]) + (f" +{more}" if more > 0 else "")
