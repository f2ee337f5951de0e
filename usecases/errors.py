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


class SubstitutionOverError(ProzvonError):
    """The place of somebody absent is not this actor's to take any more; facts: name."""

    code = "substitution-over"


class OnBehalfError(ProzvonError):
    """What was typed is about a client of another place: the turn begins again there; facts: employee, 0 for one's own place."""

    code = "on-behalf"

    def __init__(self, employee: int) -> None:
        super().__init__(employee=employee)
        self.employee = employee


class OwnHandError(ProzvonError):
    """Never done in another's place: facts: name (who is absent), what.

    `people`: who works here, in which role, whose clients; `journal`: who looked at what; `group`: what a group may read.
    """

    code = "own-hand"


class OwnClientError(ProzvonError):
    """A lead's rights are not used on one's own client by who stands in for that lead; facts: name."""

    code = "own-client"


class OwnQuestionError(ProzvonError):
    """What somebody has asked themselves they do not decide in another's place; facts: name."""

    code = "own-question"


class InvitationError(ProzvonError):
    """The invitation is unknown, used or expired; facts: why."""

    code = "invitation"


class UnreadableError(ProzvonError):
    """What was typed does not answer the question; facts: text. `code` names what was expected."""

    code = "unreadable"

    def __init__(self, expected: str, **facts: object) -> None:
        super().__init__(expected=expected, **facts)
