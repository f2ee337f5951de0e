"""Buttons of what is clarified before an order goes to sales support."""

from typing import Annotated

from pydantic import Field

from domain.checks import MOST_POINTS
from screens.callbacks.data import CallbackData
from screens.callbacks.orders import Id

At = Annotated[int, Field(ge=0, lt=100 * MOST_POINTS)]


class OpenChecks(CallbackData, prefix="checks.open"):
    order: Id
    prepaid: bool = False


class AskCheck(CallbackData, prefix="checks.ask"):
    """The point at this place of the list."""

    order: Id
    at: At
    prepaid: bool = False


class CheckAny(CallbackData, prefix="checks.any"):
    """It does not matter to the client."""

    order: Id
    at: At
    prepaid: bool = False


class SameChecks(CallbackData, prefix="checks.same"):
    """As the client said last time, and on to sales support."""

    order: Id
    prepaid: bool = False


class WaveChecks(CallbackData, prefix="checks.wave"):
    """Nothing more is clarified: on to sales support, under the name of who says so."""

    order: Id
    prepaid: bool = False
