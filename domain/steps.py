"""In what quantities goods may be ordered: at least so many, in whole packs."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from domain.errors import ProzvonError

ONE: Final = Decimal(1)
NONE: Final = Decimal(0)


class QuantityStepError(ProzvonError):
    """Less than the least, or no whole number of packs; facts: quantity, minimum, multiple, down, up.

    `rule` (minimum, multiple, both) names what there is, `near` (one, two) whether there is a `down`; what is not there is 0.
    """

    code = "quantity-step"


def fits_step(quantity: Decimal, minimum: Decimal | None, multiple: Decimal | None) -> bool:
    if minimum and quantity < minimum:
        return False
    return not (multiple and multiple > 0 and quantity % multiple)


def nearest_steps(
    quantity: Decimal, minimum: Decimal | None, multiple: Decimal | None
) -> tuple[Decimal, ...]:
    """Empty where the quantity may be ordered as it is; else the nearest that may be, the smaller first.

    All in the product's own units. A least quantity that is no whole number of packs is met by the next whole one.
    """
    if quantity <= 0 or fits_step(quantity, minimum, multiple):
        return ()
    least = _least(minimum, multiple)
    if quantity <= least:
        return (least,)
    step = multiple if multiple and multiple > 0 else ONE
    packs = quantity / step
    down = packs.to_integral_value(ROUND_FLOOR) * step
    up = packs.to_integral_value(ROUND_CEILING) * step
    return (down, up) if down >= least else (up,)


def check_step(quantity: Decimal, minimum: Decimal | None, multiple: Decimal | None) -> None:
    """Raises `QuantityStepError`."""
    near = nearest_steps(quantity, minimum, multiple)
    if near:
        down = near[0] if len(near) > 1 else NONE
        rule = "both" if minimum and multiple else "minimum" if minimum else "multiple"
        raise QuantityStepError(
            quantity=quantity,
            minimum=minimum or NONE,
            multiple=multiple or NONE,
            down=down,
            up=near[-1],
            rule=rule,
            near="two" if down else "one",
        )


def step_of(multiple: Decimal | None) -> Decimal:
    """What one tap adds or takes away."""
    return multiple if multiple and multiple > 0 else ONE


def _least(minimum: Decimal | None, multiple: Decimal | None) -> Decimal:
    least = minimum or NONE
    if not multiple or multiple <= 0:
        return least
    return max((least / multiple).to_integral_value(ROUND_CEILING), ONE) * multiple
