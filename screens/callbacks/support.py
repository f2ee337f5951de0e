"""Buttons of sales support."""

from domain.orders import RefusalCause
from screens.callbacks.data import CallbackData
from screens.callbacks.orders import Id, Place, Thousandths


class Accept(CallbackData, prefix="support.take"):
    order: Id


class AskNumber(CallbackData, prefix="support.number"):
    order: Id


class AskManager(CallbackData, prefix="support.ask"):
    order: Id


class Agree(CallbackData, prefix="support.agree"):
    """What the manager changed is taken over."""

    order: Id


class Pick(CallbackData, prefix="support.pick"):
    order: Id


class Ship(CallbackData, prefix="support.ship"):
    """All that has not left yet."""

    order: Id


class Close(CallbackData, prefix="support.close"):
    order: Id


class DeskMore(CallbackData, prefix="support.more"):
    """What is rarely done: a part, a refusal, the last step taken back."""

    order: Id


class UndoStep(CallbackData, prefix="support.undo"):
    order: Id


class AskShort(CallbackData, prefix="support.lack"):
    """Which line is not in stock; lines from `start` on."""

    order: Id
    start: Place = 0


class ShortLine(CallbackData, prefix="support.line"):
    order: Id
    product: Id


class SetShort(CallbackData, prefix="support.there"):
    """Thousandths of a unit that are there; 0 is none."""

    order: Id
    product: Id
    amount: Thousandths


class AskPart(CallbackData, prefix="support.part"):
    """What of each line leaves; lines from `start` on."""

    order: Id
    start: Place = 0


class PartLine(CallbackData, prefix="support.piece"):
    order: Id
    product: Id


class ShipPart(CallbackData, prefix="support.left"):
    order: Id


class AskRefusal(CallbackData, prefix="support.refuse"):
    order: Id


class Refuse(CallbackData, prefix="support.no"):
    order: Id
    cause: RefusalCause


class CardsHome(CallbackData, prefix="support.home"):
    """The cards come to the private chats again."""
