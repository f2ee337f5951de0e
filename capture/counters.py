"""A counter-offer as a lead types it: «7 %» for all lines, or by number: «1 — 7 %, 2 по 145»."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Final

from domain.prices import Asked, CounterError, bounded, check_counter, price_off

LONGEST: Final = 300
_PIECE: Final = re.compile(r"[;\n]|,(?!\d)")
_NUMBERED: Final = re.compile(r"^№?\s*(\d{1,4})\s*(?:[.):=—–-]+\s*|\s+)(?=\S)")
_VALUE: Final = re.compile(
    r"^(?:по\s*|за\s*|at\s*)?[-−–]?\s*(\d[\d\s]*(?:[.,]\d+)?)\s*(%|проц\w*|₽|р\.?|руб\w*\.?)?$", re.IGNORECASE
)


def read_counter(text: str, asked: Mapping[int, Asked]) -> dict[int, int]:
    """Kopecks of one unit by product; `asked` by the line's number. A line that is not named gets what is allowed without asking.

    A bare number is a percent up to the largest asked, else a price in roubles. Raises `CounterError` for anything else, and
    outside of what was asked and what is allowed.
    """
    every = list(asked.values())
    pieces = [piece.strip() for piece in _PIECE.split(text[:LONGEST]) if piece.strip()]
    alone = _value(pieces[0]) if len(pieces) == 1 else None
    if alone is not None and (alone[1] or len(every) > 1):
        check_counter(every, alone[0])
        return {one.product_id: bounded(one, alone[0]) for one in every}
    if alone is not None:
        return {every[0].product_id: _price(every[0], alone[0], text, percent=False)}
    found = {one.product_id: price_off(one.listed, one.allowed) for one in every}
    for piece in pieces:
        number = _NUMBERED.match(piece)
        value = _value(piece[number.end() :]) if number else None
        one = asked.get(int(number[1])) if number else None
        if value is None or one is None:
            raise _refused(every, text)
        found[one.product_id] = _price(one, value[0], text, percent=value[1])
    if not pieces:
        raise _refused(every, text)
    return found


def _value(text: str) -> tuple[Decimal, bool] | None:
    """The figure, and whether it is a percent: said so, or small enough to be one."""
    found = _VALUE.match(text.strip())
    if found is None:
        return None
    try:
        figure = Decimal(re.sub(r"\s", "", found[1]).replace(",", "."))
    except InvalidOperation:
        return None
    mark = (found[2] or "").casefold()
    priced = text.strip()[:2].casefold() in {"по", "за", "at"}
    return figure, mark.startswith(("%", "проц")) or (not mark and not priced and figure < 50)  # noqa: PLR2004


def _price(one: Asked, figure: Decimal, text: str, *, percent: bool) -> int:
    if percent:
        check_counter([one], figure)
        return bounded(one, figure)
    price = int((figure * 100).to_integral_value())
    if not one.price <= price <= price_off(one.listed, one.allowed):
        raise _refused([one], text)
    return price


def _refused(asked: list[Asked], text: str) -> CounterError:
    least = min((one.allowed for one in asked), default=Decimal(0))
    most = max((one.percent for one in asked), default=Decimal(0))
    return CounterError(least=least, most=most, text=text[:100])
