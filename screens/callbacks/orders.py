"""Buttons of orders."""

from typing import Annotated

from pydantic import Field

from screens.callbacks.data import CallbackData

Id = Annotated[int, Field(ge=0, lt=2**63)]
Place = Annotated[int, Field(ge=0, le=100_000)]
Thousandths = Annotated[int, Field(ge=0, le=1_000_000_000)]
Day = Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]


class NewOrder(CallbackData, prefix="orders.new"):
    """The client's draft, opened or begun."""

    client: Id


class OpenOrder(CallbackData, prefix="orders.open"):
    order: Id


class OrderPage(CallbackData, prefix="orders.page"):
    """The card's lines from `start` on."""

    order: Id
    start: Place


class StartOrder(CallbackData, prefix="orders.start"):
    """Choose a client."""


class OpenOrders(CallbackData, prefix="orders.list"):
    """What was handed over, or what waits for sales support."""


class OpenDraft(CallbackData, prefix="orders.draft"):
    order: Id
    start: Place = 0


class OpenCatalogue(CallbackData, prefix="orders.goods"):
    order: Id


class OpenShelf(CallbackData, prefix="orders.shelf"):
    """The group that has this product."""

    order: Id
    product: Id
    start: Place = 0


class ChooseGoods(CallbackData, prefix="orders.pick"):
    """How much of a product; `shelf` names the group to return to, 0 the draft."""

    order: Id
    product: Id
    shelf: Id = 0
    start: Place = 0


class SetQuantity(CallbackData, prefix="orders.set"):
    """Thousandths of a unit: the quantity to have, so that a second tap changes nothing; 0 takes the line out."""

    order: Id
    product: Id
    amount: Thousandths
    shelf: Id = 0
    start: Place = 0


class StepQuantity(CallbackData, prefix="orders.step"):
    """The same from the line's own screen, which stays open."""

    order: Id
    product: Id
    amount: Thousandths


class LikeLast(CallbackData, prefix="orders.last"):
    order: Id


class UsualBasket(CallbackData, prefix="orders.usual"):
    """What is due by the client's own rhythm."""

    order: Id


class MoreOfDraft(CallbackData, prefix="orders.more"):
    order: Id


class ShowLacking(CallbackData, prefix="orders.lacking"):
    """The lines of a page that the stock has too little of."""

    order: Id
    start: Place = 0


class AddDraft(CallbackData, prefix="orders.another"):
    """One more for the same client; what was typed since the draft was opened goes there."""

    order: Id


class OpenDrafts(CallbackData, prefix="orders.drafts"):
    start: Place = 0


class AskLineComment(CallbackData, prefix="orders.note"):
    order: Id
    product: Id


class AskDelivery(CallbackData, prefix="orders.when"):
    order: Id


class SetDelivery(CallbackData, prefix="orders.day"):
    order: Id
    day: Day = ""


class AskComment(CallbackData, prefix="orders.comment"):
    order: Id


class HandOver(CallbackData, prefix="orders.send"):
    order: Id


class HandOverPrepaid(CallbackData, prefix="orders.prepay"):
    """To sales support at once: it is shipped when it has been paid for."""

    order: Id


class DropDraft(CallbackData, prefix="orders.drop"):
    order: Id
    sure: bool = False


class Which(CallbackData, prefix="orders.which"):
    """The product that a typed line means."""

    order: Id
    doubt: Id
    product: Id


class HowMany(CallbackData, prefix="orders.many"):
    order: Id
    doubt: Id
    amount: Thousandths


class Basis(CallbackData, prefix="orders.basis"):
    """Whether a typed price is of a pack."""

    order: Id
    doubt: Id
    per_pack: bool


class DropDoubt(CallbackData, prefix="orders.skip"):
    """`keep`: its words go into the comment."""

    order: Id
    doubt: Id
    keep: bool = False


class Repeat(CallbackData, prefix="orders.again"):
    order: Id


class Withdraw(CallbackData, prefix="orders.back"):
    order: Id


class OrderFile(CallbackData, prefix="orders.file"):
    order: Id


class Reply(CallbackData, prefix="orders.reply"):
    """Answer this question; of this order its oldest open one where `question` is 0."""

    order: Id
    question: Id = 0


class OpenApproval(CallbackData, prefix="orders.judge"):
    order: Id


class Approve(CallbackData, prefix="orders.yes"):
    order: Id


class Decline(CallbackData, prefix="orders.no"):
    order: Id


class PrepaidOnly(CallbackData, prefix="orders.only"):
    """The lead's word: shipped when it has been paid for."""

    order: Id
