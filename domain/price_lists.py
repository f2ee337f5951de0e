"""What a price list says by what it does not name."""

from typing import Final

FULL_SHARE: Final = 2


def looks_full(known: int, on_sale: int) -> bool:
    """Whether a file with `known` of the `on_sale` goods is the whole price list: at least half of them, and more than one.

    Of a shorter one (a group, a day's changes) the goods that it does not name say nothing.
    """
    return known > 1 and known * FULL_SHARE >= on_sale
