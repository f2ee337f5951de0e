"""What quick capture refuses. Facts, never texts."""

from domain.errors import ProzvonError


class DraftClosedError(ProzvonError):
    """Nothing in it changes any more; facts: state (saved, undone or dropped)."""

    code = "draft-closed"


class DraftDoubtError(ProzvonError):
    """Something is still asked; facts: field, act_no, line_no (None for the act itself), query."""

    code = "draft-doubt"


class DraftEmptyError(ProzvonError):
    """Everything in it was struck."""

    code = "draft-empty"


class DraftOldError(ProzvonError):
    """Typed too long ago to be true today; facts: day."""

    code = "draft-old"


class DraftUnclearError(ProzvonError):
    """What was typed corrects nothing of the line it was typed for; facts: text."""

    code = "draft-unclear"


class UndoOverError(ProzvonError):
    """The minutes in which saving can be undone are over."""

    code = "draft-undo-over"


class DraftChangedError(ProzvonError):
    """Somebody has changed since what saving made, so nothing is undone.

    Facts: what ("order", "client" or "other"), number (of the order, "" for the rest), client, name (who changed it, or "").
    """

    code = "draft-changed"
