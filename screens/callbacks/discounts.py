"""Buttons of the rules of discounts."""

from screens.callbacks.data import CallbackData
from screens.callbacks.orders import Id, Place


class OpenDiscounts(CallbackData, prefix="discounts.open"):
    """The rules that are on, a page of them from `start`."""

    start: Place = 0


class NewDiscount(CallbackData, prefix="discounts.new"):
    """One line is typed."""


class PromotionDiscount(CallbackData, prefix="discounts.promo"):
    """One line is typed of a discount that is given while the promotion runs, to those it is for."""

    promotion: Id


class PickGoods(CallbackData, prefix="discounts.goods"):
    """Of those that were found, this product alone."""

    product: Id


class PickGroup(CallbackData, prefix="discounts.group"):
    """The whole group that has this product."""

    product: Id


class PickClient(CallbackData, prefix="discounts.whom"):
    client: Id


class AddDiscount(CallbackData, prefix="discounts.add"):
    """The rule as it is shown."""


class EndDiscount(CallbackData, prefix="discounts.end"):
    discount: Id
    sure: bool = False


class ReturnDiscount(CallbackData, prefix="discounts.back"):
    """One that was just ended goes on."""

    discount: Id
