"""Pieces that every card of an order is made of."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from aiogram.filters.callback_data import CallbackData

from domain.credit import CreditReason, CreditVerdict
from domain.orders import OrderTotals
from domain.prices import DiscountRule
from domain.units import find_unit
from screens import format as written
from screens.order_views import LineView
from screens.screen import Button, tap
from screens.words import Words

NAME_LENGTH, NAME_END = 60, 12
THOUSAND = 1000


def unit_name(words: Words, unit: str, quantity: Decimal | None = None) -> str:
    """The unit in the reader's language; one that is no usual unit, as the price list writes it. None: of many."""
    known = find_unit(unit)
    return words.plain(f"unit-{known}", count=1 if quantity == 1 else 2) if known else unit


def short(name: str, most: int = NAME_LENGTH) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def short_middle(name: str, most: int = NAME_LENGTH) -> str:
    """Goods of one kind begin alike and differ in the end: the cut is in the middle."""
    return (
        name if len(name) <= most else f"{name[: most - NAME_END - 1].rstrip()}…{name[-NAME_END:].lstrip()}"
    )


def amount(words: Words, quantity: Decimal, unit: str) -> str:
    """«400 шт»."""
    return f"{written.quantity(words, quantity)}\u00a0{unit_name(words, unit, quantity)}"


def packed(words: Words, line: LineView) -> str:
    """«400 шт (20 кор)» where whole packs are taken, by the largest of the product's own that fits."""
    text = amount(words, line.quantity, line.unit)
    for unit, size in line.packs:
        if line.quantity and not line.quantity % size:
            return words.plain("order-packs", packs=amount(words, line.quantity / size, unit), quantity=text)
    return text


def line_text(words: Words, number: int, line: LineView) -> str:
    """«1. Масло — 20 шт × 150 ₽ = 3 000 ₽»."""
    facts: dict[str, str | int] = {
        "number": number,
        "name": short(line.name),
        "quantity": packed(words, line),
    }
    if line.price is None:
        text = words("order-line-unpriced", **facts)
    elif line.discount:
        text = words(
            "order-line-discount",
            price=written.money(words, line.price),
            discount=written.quantity(words, line.discount),
            sum=written.money(words, line.amount),
            **facts,
        )
    else:
        text = words(
            "order-line",
            price=written.money(words, line.price),
            sum=written.money(words, line.amount),
            **facts,
        )
    if line.rule is not None:
        text += words("order-line-rule", rule=rule_terms(words, line.rule))
    if line.list_price is not None and line.price is not None and line.list_price != line.price:
        text += words("order-line-list", price=written.money(words, line.list_price))
    if line.missing:
        lacks, whole = (written.quantity(words, value) for value in (line.missing, line.quantity))
        text += words("order-line-short", missing=lacks, whole=whole)
    if line.comment:
        text += words("order-line-comment", text=line.comment)
    text += short_mark(words, line)
    return text + words("order-line-gone") if line.gone else text


def short_mark(words: Words, line: LineView) -> str:
    """What sales support has of it, and what has left where that is not the whole."""
    if line.shipped is not None and line.shipped < line.quantity:
        return words("order-line-shipped", shipped=amount(words, line.shipped, line.unit))
    if line.short is None or line.shipped is not None:
        return ""
    if not line.short:
        return words("order-line-lacks")
    return words("order-line-there", there=amount(words, line.short, line.unit))


def line_texts(words: Words, lines: Sequence[LineView], start: int, size: int) -> list[str]:
    return [line_text(words, start + at + 1, line) for at, line in enumerate(lines[start : start + size])]


def rule_terms(words: Words, rule: DiscountRule) -> str:
    """By what a discount is given: «от 50 кор», «условия клиента, до 31.12»."""
    terms = [words.plain("rule-promotion")] if rule.promotion_id is not None else []
    if rule.client_id is not None:
        terms.append(words.plain("rule-client"))
    if rule.client_class:
        terms.append(words.plain("rule-class", grade=rule.client_class))
    if rule.column is not None:
        terms.append(words.plain("rule-column", column=rule.column or words.plain("price-column-none")))
    if rule.quantity is not None:
        count = written.quantity(words, rule.quantity)
        unit = words.plain(f"unit-{rule.unit}", count=1 if rule.quantity == 1 else 2) if rule.unit else ""
        terms.append(words.plain("rule-quantity", count=count, unit=unit).strip())
    if rule.amount is not None:
        terms.append(words.plain("rule-amount", sum=written.money(words, rule.amount)))
    if rule.ends is not None:
        terms.append(words.plain("rule-until", day=written.short_day(words, rule.ends)))
    return ", ".join(terms) or words.plain("rule-all")


def vat_lines(words: Words, totals: OrderTotals) -> list[str]:
    """«в т. ч. НДС 22 %: 1 200 ₽, 10 %: 90 ₽»."""
    taxed = [one for one in totals.vats if one.rate]
    if not taxed:
        return []
    rates = ", ".join(
        words.plain("vat-rate", rate=one.rate, sum=written.money(words, one.vat)) for one in taxed
    )
    return [words("vat-on-top" if totals.on_top else "vat-included", rates=rates)]


def page_row(
    words: Words, count: int, start: int, size: int, make: Callable[[int], CallbackData]
) -> tuple[Button, ...]:
    """Earlier and later lines, where there are any."""
    row = []
    if start > 0:
        row.append(tap(words.plain("btn-lines-before"), make(max(start - size, 0))))
    if start + size < count:
        row.append(tap(words.plain("btn-lines-after"), make(start + size)))
    return tuple(row)


def credit_lines(words: Words, verdict: CreditVerdict) -> list[str]:
    """One line for each reason, with its figures; nothing where all is well."""

    def money(kopecks: int | None) -> str:
        return written.money(words, kopecks or 0)

    facts: dict[CreditReason, dict[str, str | int]] = {
        CreditReason.STOPPED: {},
        CreditReason.OVER_LIMIT: {
            "debt": money(verdict.debt_after),
            "limit": money(verdict.limit),
            "over": money(verdict.over_by),
        },
        CreditReason.LONG_OVERDUE: {"sum": money(verdict.overdue), "days": verdict.days_overdue},
        CreditReason.EXCEPTED: {
            "sum": money(verdict.overdue),
            "day": written.day(words, verdict.excepted_until) if verdict.excepted_until else "",
        },
        CreditReason.OVERDUE: {"sum": money(verdict.overdue), "days": verdict.days_overdue},
        CreditReason.NEAR_LIMIT: {"debt": money(verdict.debt_after), "limit": money(verdict.limit)},
        CreditReason.DISCOUNT: {},
    }
    return [words(f"credit-{reason.replace('_', '-')}", **facts[reason]) for reason in verdict.reasons]


def thousandths(quantity: Decimal) -> int:
    return int(quantity * THOUSAND)
