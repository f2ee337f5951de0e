"""Pieces that every card of an order is made of."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from aiogram.filters.callback_data import CallbackData

from domain.credit import CreditReason, CreditVerdict
from domain.units import find_unit
from screens import format as written
from screens.order_views import LineView
from screens.screen import Button, tap
from screens.words import Words

NAME_LENGTH = 60
THOUSAND = 1000


def unit_name(words: Words, unit: str) -> str:
    """The unit in the reader's language; one that is no usual unit, as the price list writes it."""
    known = find_unit(unit)
    return words.plain(f"unit-{known}") if known else unit


def short(name: str, most: int = NAME_LENGTH) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def amount(words: Words, quantity: Decimal, unit: str) -> str:
    """«400 шт»."""
    return f"{written.quantity(words, quantity)}\u00a0{unit_name(words, unit)}"


def packed(words: Words, line: LineView) -> str:
    """«400 шт (20 уп.)» where whole packs are taken."""
    text = amount(words, line.quantity, line.unit)
    if line.pack_size and line.pack_size > 1 and not line.quantity % line.pack_size:
        packs = written.quantity(words, line.quantity / line.pack_size)
        text += words.plain("order-packs", count=packs)
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
    if line.list_price is not None and line.price is not None and line.list_price != line.price:
        text += words("order-line-list", price=written.money(words, line.list_price))
    return text + words("order-line-gone") if line.gone else text


def line_texts(words: Words, lines: Sequence[LineView], start: int, size: int) -> list[str]:
    return [line_text(words, start + at + 1, line) for at, line in enumerate(lines[start : start + size])]


def page_row(
    words: Words, count: int, start: int, size: int, make: Callable[[int], CallbackData]
) -> tuple[Button, ...]:
    """Earlier and later lines, where there are any."""
    row = []
    if start > 0:
        row.append(tap(words.plain("btn-lines-before"), make(max(start - size, 0))))
    if start + size < count:
        row.append(
            tap(words.plain("btn-lines-after", count=min(size, count - start - size)), make(start + size))
        )
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
    }
    return [words(f"credit-{reason.replace('_', '-')}", **facts[reason]) for reason in verdict.reasons]


def thousandths(quantity: Decimal) -> int:
    return int(quantity * THOUSAND)
