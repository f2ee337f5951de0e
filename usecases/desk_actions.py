"""What the reader of an order's card may do with it now."""

from domain.actors import Actor, Role
from domain.orders import AT_DESK, CHANGEABLE, OrderStatus, can_become
from screens.order_views import Action
from storage.orders import Order

WITHDRAWABLE = frozenset({OrderStatus.ON_APPROVAL, OrderStatus.HANDED_OVER, OrderStatus.QUESTION})


def actions_of(
    reader: Actor, order: Order, *, waiting: bool, by_desk: bool = False, by_manager: bool = False
) -> frozenset[Action]:
    """`waiting`: a question is open; `by_desk`, `by_manager`: that side changed lines that the other has not seen."""
    if reader.role is Role.SUPPORT:
        may = _of_support(order, by_manager=by_manager)
    else:
        may = _of_selling(reader, order, waiting=waiting, by_desk=by_desk)
    return frozenset(action for action, so in may.items() if so)


def _of_support(order: Order, *, by_manager: bool) -> dict[Action, bool]:
    status = OrderStatus(order.status)
    open_ = status in {OrderStatus.HANDED_OVER, OrderStatus.ACCEPTED, OrderStatus.QUESTION}
    in_hands = status in AT_DESK
    return {
        Action.AGREE: by_manager and in_hands,
        Action.ACCEPT: open_ and order.accepted_by is None,
        Action.ENTER: open_ or status is OrderStatus.ENTERED,
        Action.PICK: status is OrderStatus.ENTERED,
        Action.SHIP: can_become(status, OrderStatus.SHIPPED),
        Action.CLOSE: status is OrderStatus.SHIPPED,
        Action.ASK: status is OrderStatus.QUESTION or can_become(status, OrderStatus.QUESTION),
        Action.SHORT: status in CHANGEABLE or status is OrderStatus.PICKED,
        Action.FILE: order.day is not None,
        Action.MORE: order.day is not None,
    }


def _of_selling(reader: Actor, order: Order, *, waiting: bool, by_desk: bool) -> dict[Action, bool]:
    status = OrderStatus(order.status)
    own, handed = order.employee_id == reader.id, order.day is not None
    return {
        Action.SEE: own and by_desk and status is not OrderStatus.REFUSED,
        Action.REPLY: own and waiting,
        Action.EDIT: own and status is OrderStatus.DRAFT,
        Action.CHANGE: own and handed and status in CHANGEABLE,
        Action.REPEAT: reader.role is Role.MANAGER and status is not OrderStatus.DRAFT,
        Action.WITHDRAW: own and status in WITHDRAWABLE and order.accepted_by is None,
        Action.DECIDE: reader.leads and status is OrderStatus.ON_APPROVAL,
        Action.FILE: handed,
    }
