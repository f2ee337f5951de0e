"""Buttons of analysis."""

from typing import Annotated

from pydantic import Field

from domain.analysis import View
from screens.callbacks.data import CallbackData


class OpenAnalysis(CallbackData, prefix="analysis.open"):
    """`employee` 0: one's own calls, of who leads the team's. Without a view, the one that the main thing is about."""

    view: View | None = None
    employee: Annotated[int, Field(ge=0, lt=2**63)] = 0


class ChooseManager(CallbackData, prefix="analysis.people"):
    """Whose calls to look at."""
