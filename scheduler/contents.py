"""What each push contains."""

from collections.abc import Awaitable, Callable, Mapping

from domain.pushes import PushKind
from scheduler import calls, debts, occasions

CONTENTS: Mapping[PushKind, Callable[..., Awaitable[None]]] = {
    PushKind.CALL_LIST: calls.build,
    PushKind.OCCASIONS: occasions.build,
    PushKind.DEBTS: debts.build,
}
