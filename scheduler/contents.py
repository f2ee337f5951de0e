"""What each push contains."""

from collections.abc import Awaitable, Callable, Mapping

from domain.pushes import PushKind

CONTENTS: Mapping[PushKind, Callable[..., Awaitable[None]]] = {}
