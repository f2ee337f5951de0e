"""What each push contains."""

from collections.abc import Awaitable, Callable, Mapping

from domain.pushes import PushKind
from scheduler import calls, debts, digest, occasions

CONTENTS: Mapping[PushKind, Callable[..., Awaitable[None]]] = {
    PushKind.CALL_LIST: calls.build,
    PushKind.OCCASIONS: occasions.build,
    PushKind.DEBTS: debts.build,
    PushKind.PLAN: digest.build_plan,
    PushKind.OFF_PACE: digest.build_off_pace,
    PushKind.DIGEST: digest.build_result,
}
