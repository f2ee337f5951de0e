"""Buttons of what may be offered beside a draft."""

from typing import Annotated

from pydantic import Field

from screens.callbacks.data import CallbackData
from screens.callbacks.orders import Id

Some = Annotated[int, Field(gt=0, le=1_000_000_000)]


class OpenAdvice(CallbackData, prefix="advice.open"):
    order: Id


class AddAdvised(CallbackData, prefix="advice.add"):
    """`amount` in thousandths of the product's own unit."""

    order: Id
    product: Id
    amount: Some


class DeclineAdvised(CallbackData, prefix="advice.decline"):
    """The client does not take it."""

    order: Id
    product: Id
