"""Buttons of the settings."""

from typing import Annotated

from pydantic import Field

from domain.pushes import PushKind
from screens.callbacks.data import CallbackData

Clock = Annotated[str, Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?$")]
Language = Annotated[str, Field(pattern=r"^(ru|en)?$")]


class OpenSettings(CallbackData, prefix="settings.all"):
    pass


class ChooseLanguage(CallbackData, prefix="settings.lang"):
    language: Language = ""


class ChooseZone(CallbackData, prefix="settings.zone"):
    zone: str = ""


class ChooseTime(CallbackData, prefix="settings.time", sep="|"):
    kind: PushKind
    clock: Clock = ""
