"""The question that a typed line leaves on an order's draft."""

from collections.abc import Sequence
from decimal import Decimal

from capture.settling import DoubtKind
from screens import format as written
from screens.callbacks.card_requests import AskCard
from screens.callbacks.orders import Basis, DropDoubt, HowMany, Which
from screens.order_parts import amount, short, short_middle, thousandths, unit_name
from screens.order_views import DoubtView
from screens.screen import Button, in_rows, tap
from screens.words import Words

BUTTON_NAME = 40
QUANTITIES = (1, 2, 5, 10, 20, 50)
PACKS = (1, 2, 5, 10)
Rows = tuple[tuple[Button, ...], ...]


def questions(words: Words, doubts: Sequence[DoubtView]) -> list[str]:
    if not doubts:
        return []
    doubt = doubts[0]
    name = doubt.goods[0][1] if doubt.goods else ""
    price = written.money(words, doubt.price) if doubt.price is not None else ""
    question = words(
        f"doubt-{doubt.kind}",
        text=short(doubt.text, 200),
        name=short(name),
        unit=unit_name(words, doubt.unit, Decimal(1) if doubt.kind is DoubtKind.BASIS else None),
        price=price,
    )
    more = [words("doubt-more", count=len(doubts) - 1)] if len(doubts) > 1 else []
    return ["", question, *more]


def doubt_rows(words: Words, order: int, doubt: DoubtView) -> Rows:
    skip = tap(words.plain("btn-doubt-skip"), DropDoubt(order=order, doubt=doubt.id))
    if doubt.kind is DoubtKind.WHICH:
        goods = [
            tap(short_middle(name, BUTTON_NAME), Which(order=order, doubt=doubt.id, product=id_))
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
            words.plain("btn-basis-unit", unit=unit_name(words, doubt.unit, Decimal(1))),
            Basis(order=order, doubt=doubt.id, per_pack=False),
        )
        pack = tap(words.plain("btn-basis-pack"), Basis(order=order, doubt=doubt.id, per_pack=True))
        return ((one, pack), (skip,))
    keep = tap(words.plain("btn-doubt-comment"), DropDoubt(order=order, doubt=doubt.id, keep=True))
    card = tap(words.plain("btn-ask-card"), AskCard(order=order, doubt=doubt.id))
    return ((keep, skip), (card,))
