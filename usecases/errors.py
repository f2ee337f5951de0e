"""What a use case refuses, beside what the rules of `domain` refuse. Facts, never texts."""

from domain.errors import ProzvonError


class AccessDeniedError(ProzvonError):
    """The role may not do this; facts: role."""

    code = "access-denied"


class NotFoundError(ProzvonError):
    """No such row, or not this actor's: both are answered alike; facts: what, id."""

    code = "not-found"


class StaleError(ProzvonError):
    """It was done, changed or closed before; facts: what."""

    code = "stale"


class InvitationError(ProzvonError):
    """The invitation is unknown, used or expired; facts: why."""

    code = "invitation"


class UnreadableError(ProzvonError):
    """What was typed does not answer the question; facts: text. `code` names what was expected."""

    code = "unreadable"

    def __init__(self, expected: str, **facts: object) -> None:
        super().__init__(expected=expected, **facts)
