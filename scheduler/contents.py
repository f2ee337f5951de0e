"""What each push contains."""

from collections.abc import Awaitable, Callable, Mapping

from domain.pushes import PushKind
from scheduler import calls

CONTENTS: Mapping[PushKind, Callable[..., Awaitable[None]]] = {
    PushKind.CALL_LIST: calls.build,
}
