"""The sums of an order of any length, line by line as the printed form has them, from plain integers."""

from collections.abc import Iterable

from domain.orders import OrderTotals, vat_sums, with_vat
from domain.prices import VatMode
from storage import order_pages
from usecases.work import Work

THOUSAND = 1000
WHOLE = 100 * THOUSAND


async def sums_of(work: Work, order_id: int) -> OrderTotals:
    """The same as `domain.orders.totals` of its lines, at a fraction of the cost."""
    return summed(await order_pages.figures_of(work.tx, order_id), work.rules.prices.vat)


def summed(figures: Iterable[tuple[int, int | None, int, int | None]], mode: VatMode) -> OrderTotals:
    """Of lines as `order_pages.figures_of` tells them."""
    gross = unpriced = 0
    amounts: list[tuple[int, int | None]] = []
    for quantity, price, discount, rate in figures:
        unpriced += price is None
        exact = quantity * (price or 0)
        gross += _half_up(exact, THOUSAND)
        amounts.append((_half_up(exact * (WHOLE - discount), THOUSAND * WHOLE), rate))
    amount = sum(one for one, _ in amounts)
    sums = OrderTotals(len(amounts), gross, gross - amount, amount, unpriced)
    return with_vat(sums, vat_sums(amounts, mode), mode)


def _half_up(value: int, unit: int) -> int:
    """Of no negative value."""
    return (2 * value + unit) // (2 * unit)
