"""Each act of a captured draft as one line in plain words, with the values that were understood."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import escape
from types import MappingProxyType
from typing import Any

from capture.acts import (
    Act,
    BirthdayAct,
    CallAct,
    ClaimAct,
    CompetitorAct,
    LineOfOrder,
    Named,
    NewClientAct,
    NextAct,
    NoteAct,
    OffersAct,
    OrderAct,
    PaymentAct,
    PersonAct,
    PromiseAct,
    RepeatOrderAct,
    ShortageAct,
)
from domain.names import display_phone, normalise_phone
from screens import format as written
from screens.draft_views import ActView, DoubtField, LineView
from screens.order_parts import amount, short, unit_name
from screens.words import Words

NOTE_LENGTH = 300


def act_lines(words: Words, view: ActView, today: date) -> list[str]:
    """HTML: the act itself, then a line for each position of an order that has several."""
    telling = TELLERS.get(type(view.act))
    if telling is None:
        return []
    lines = [*telling(_Told(words, view, today), view.act)]
    if view.is_out:
        return [f"<s>{line}</s>" for line in lines]
    return [
        f"<s>{line}</s>" if place and view.lines[place - 1].struck else line
        for place, line in enumerate(lines)
    ]


def without_struck(view: ActView) -> ActView:
    """The order with the lines that are taken; any other act as it is."""
    if not isinstance(view.act, OrderAct):
        return view
    kept = [pair for pair in zip(view.act.lines, view.lines, strict=True) if not pair[1].struck]
    act = replace(view.act, lines=tuple(line for line, _ in kept))
    return replace(view, act=act, lines=tuple(shown for _, shown in kept))


def goods_lines(words: Words, view: ActView) -> list[str]:
    """The positions of an order, HTML."""
    if not isinstance(view.act, OrderAct):
        return []
    return [_goods(words, line, shown) for line, shown in zip(view.act.lines, view.lines, strict=True)]


def line_name(view: ActView, line: int) -> str:
    """The product of a position, or what was said of it."""
    said = view.act.lines[line].product.query if isinstance(view.act, OrderAct) else ""
    return view.lines[line].product_name or said


def kind_of(act: Act) -> str:
    """The name of the act in the catalogues."""
    return KINDS[type(act)]


def day_of(words: Words, day: date, today: date) -> str:
    """Always the date itself, since it was resolved from words; the year where it is another."""
    near = 0 <= (day - today).days <= 1
    return written.day(words, day, None if near else today)


def _goods(words: Words, line: LineOfOrder, shown: LineView) -> str:
    quantity = (
        _amount(words, line.quantity, line.unit, shown.unit)
        if line.quantity is not None
        else words.plain("captured-quantity-doubt")
    )
    if shown.product_name:
        text = words("captured-goods", name=short(shown.product_name), quantity=quantity)
    else:
        text = words("captured-goods-doubt", name=short(line.product.query), quantity=quantity)
    if line.price is not None:
        text += words("captured-price", price=written.money(words, line.price))
    elif shown.price is not None:
        text += words(
            "captured-listed",
            price=written.money(words, shown.price),
            unit=unit_name(words, shown.unit, Decimal(1)),
        )
    if line.discount:
        text += words("captured-discount", discount=written.quantity(words, line.discount))
    return text


def _amount(words: Words, quantity: Decimal, unit: str | None, own: str) -> str:
    named = unit or own
    return amount(words, quantity, named) if named else written.quantity(words, quantity)


class _Told:
    """One act on the way to words."""

    def __init__(self, words: Words, view: ActView, today: date) -> None:
        self.words, self.view, self.today = words, view, today

    def _day(self, value: date) -> str:
        return day_of(self.words, value, self.today)

    def _sum(self, kopecks: int) -> str:
        return written.money(self.words, kopecks)

    def _lower(self, key: str) -> str:
        """A label of a button inside a sentence."""
        return written.lower_first(self.words.plain(key))

    def _delivery(self, day: date | None) -> str:
        return self.words("captured-delivery", day=self._day(day)) if day else ""

    def _product(self, named: Named, quantity: Decimal | None = None, unit: str | None = None) -> str:
        """The name, what was said where nothing is chosen yet; with the quantity where it was said."""
        name = short(self.view.product_name or named.query)
        if self.view.product_name is None and any(
            doubt.field is DoubtField.PRODUCT for doubt in self.view.doubts
        ):
            name = self.words.plain("captured-name-doubt", name=name)
        if quantity is None:
            return name
        return self.words.plain(
            "captured-goods", name=name, quantity=_amount(self.words, quantity, unit, self.view.unit)
        )

    def call(self, act: CallAct) -> Iterator[str]:
        outcome = self._lower(f"outcome-{act.outcome}")
        if self.view.person_name:
            text = self.words("captured-call-with", person=self.view.person_name, outcome=outcome)
        else:
            text = self.words("captured-call", outcome=outcome)
        if act.reason is not None:
            text += self.words("captured-reason", reason=self._lower(f"refusal-{act.reason}"))
        if act.note:
            text += self.words("captured-words", text=short(act.note, NOTE_LENGTH))
        yield text

    def order(self, act: OrderAct) -> Iterator[str]:
        lines = goods_lines(self.words, self.view)
        if len(lines) == 1:
            yield f"{self.words('captured-order')} {lines[0]}{self._delivery(act.delivery)}"
            return
        taken = sum(not line.struck for line in self.view.lines)
        yield f"{self.words('captured-order-many', count=taken)}{self._delivery(act.delivery)}:"
        yield from (f"– {line}" for line in lines)

    def repeat(self, act: RepeatOrderAct) -> Iterator[str]:
        yield self.words("captured-repeat") + self._delivery(act.delivery)

    def next(self, act: NextAct) -> Iterator[str]:
        day = self._day(act.day)
        if act.clock is None:
            yield self.words("captured-next", kind=act.kind, day=day)
        else:
            yield self.words("captured-next-at", kind=act.kind, day=day, clock=f"{act.clock:%H:%M}")

    def promise(self, act: PromiseAct) -> Iterator[str]:
        due = "" if any(doubt.field is DoubtField.DUE for doubt in self.view.doubts) else self._day(act.due)
        if act.amount:
            yield self.words("captured-promise-sum", sum=self._sum(act.amount), day=due)
        else:
            yield self.words("captured-promise", day=due)

    def payment(self, act: PaymentAct) -> Iterator[str]:
        text = (
            self.words("captured-payment-sum", sum=self._sum(act.amount))
            if act.amount
            else self.words("captured-payment")
        )
        yield text + (self.words("captured-on-day", day=self._day(act.day)) if act.day else "")

    def birthday(self, act: BirthdayAct) -> Iterator[str]:
        name = self.view.person_name or act.name
        day = (
            written.month_day(self.words, act.day, act.month)
            if act.day
            else self.words.plain(f"in-month-{act.month}")
        )
        text = self.words("captured-birthday", name=name, day=day)
        yield text + (self.words("captured-birthday-year", year=str(act.year)) if act.year else "")

    def person(self, act: PersonAct) -> Iterator[str]:
        yield self._listed(self.words("captured-person", name=act.name), act.role, _phone(act.phone))

    def new_client(self, act: NewClientAct) -> Iterator[str]:
        yield self._listed(self.words("captured-new-client", name=act.name), _phone(act.phone), act.person)

    def _listed(self, head: str, *more: str) -> str:
        return ", ".join([head, *(escape(one, quote=False) for one in more if one)])

    def claim(self, act: ClaimAct) -> Iterator[str]:
        text = self.words("captured-claim", kind=self._lower(f"claim-{act.kind}"))
        if act.product is None:
            yield text
            return
        yield f"{text}, {escape(self._product(act.product, act.quantity, act.unit), quote=False)}"

    def competitor(self, act: CompetitorAct) -> Iterator[str]:
        said = [self._product(act.product)] if act.product is not None else []
        if act.price is not None:
            said.append(self._sum(act.price))
        text = " — ".join(said)
        if act.change:
            key = "captured-cheaper" if act.change < 0 else "captured-dearer"
            change = self.words.plain(key, percent=written.quantity(self.words, abs(act.change)))
            text = f"{text} {change}" if text else change
        head = self.words("captured-competitor", name=act.name)
        yield f"{head}: {escape(text, quote=False)}" if text else head

    def shortage(self, act: ShortageAct) -> Iterator[str]:
        goods = self._product(act.product, act.quantity, act.unit) if act.product is not None else ""
        yield self.words("captured-shortage", goods=goods)

    def offers(self, act: OffersAct) -> Iterator[str]:
        yield self.words("captured-offers", channel=act.channel, count=act.count)

    def note(self, act: NoteAct) -> Iterator[str]:
        yield self.words("captured-note", text=short(act.text, NOTE_LENGTH))


def _phone(text: str) -> str:
    """As numbers are written everywhere; what is no number, as it was typed."""
    number = normalise_phone(text)
    return display_phone(number) if number else text


TELLERS: Mapping[type[Act], Callable[[_Told, Any], Iterator[str]]] = MappingProxyType(
    {
        CallAct: _Told.call,
        OrderAct: _Told.order,
        RepeatOrderAct: _Told.repeat,
        NextAct: _Told.next,
        PromiseAct: _Told.promise,
        PaymentAct: _Told.payment,
        BirthdayAct: _Told.birthday,
        PersonAct: _Told.person,
        NewClientAct: _Told.new_client,
        ClaimAct: _Told.claim,
        CompetitorAct: _Told.competitor,
        ShortageAct: _Told.shortage,
        OffersAct: _Told.offers,
        NoteAct: _Told.note,
    }
)
KINDS: Mapping[type[Act], str] = MappingProxyType(
    {
        CallAct: "call",
        OrderAct: "order",
        RepeatOrderAct: "repeat",
        NextAct: "next",
        PromiseAct: "promise",
        PaymentAct: "payment",
        BirthdayAct: "birthday",
        PersonAct: "person",
        NewClientAct: "new-client",
        ClaimAct: "claim",
        CompetitorAct: "competitor",
        ShortageAct: "shortage",
        OffersAct: "offers",
        NoteAct: "note",
    }
)
