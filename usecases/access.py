"""Who may call a use case. What declares nothing may be called by nobody: a structural test looks."""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from domain.actors import Actor, Role
from usecases.errors import AccessDeniedError, OwnHandError

P = ParamSpec("P")
R = TypeVar("R")
Step = TypeVar("Step", bound=Callable[..., Any])
UseCase = Callable[Concatenate[Actor, P], Coroutine[Any, Any, R]]


def inner(step: Step) -> Step:
    """A step of use cases that have checked already: it takes the actor along and opens no door of its own."""
    step.allowed = None  # type: ignore[attr-defined]
    return step


def check_role(actor: Actor, roles: frozenset[Role]) -> None:
    """For a question that comes before any use case. Raises `AccessDeniedError`."""
    if actor.role not in roles:
        raise AccessDeniedError(role=actor.role)


def check_own_hand(actor: Actor, what: str = "people") -> None:
    """People and their clients are nobody's to move in another's place, nor `what` else is said. Raises `OwnHandError`."""
    if actor.by:
        raise OwnHandError(name=actor.name, what=what)


def allowed(*roles: Role) -> Callable[[UseCase[P, R]], UseCase[P, R]]:
    """Raises `AccessDeniedError` before the use case runs when the actor's role is not among `roles`."""
    may = frozenset(roles)

    def declare(use_case: UseCase[P, R]) -> UseCase[P, R]:
        @wraps(use_case)
        async def checked(actor: Actor, *args: P.args, **kwargs: P.kwargs) -> R:
            if actor.role not in may:
                raise AccessDeniedError(role=actor.role)
            return await use_case(actor, *args, **kwargs)

        checked.allowed = may  # type: ignore[attr-defined]
        return checked  # type: ignore[return-value]

    return declare
