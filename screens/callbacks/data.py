"""The base of every button's data: aiogram's, packed without a detour over pydantic (a card has twenty buttons)."""

from enum import Enum
from typing import Any, Self

from aiogram.filters.callback_data import MAX_CALLBACK_LENGTH
from aiogram.filters.callback_data import CallbackData as Base
from pydantic import ConfigDict


class CallbackData(Base, prefix="-"):
    """Fields are integers, booleans, enums and short texts. Raises `ValueError` past 64 bytes.

    Each is built when first used: eighty of them at the start cost a tenth of it.
    """

    model_config = ConfigDict(defer_build=True)

    def pack(self) -> str:
        kind = type(self)
        values = [*map(_encoded, self.__dict__.values())]
        packed = kind.__separator__.join([kind.__prefix__, *values])
        if packed.count(kind.__separator__) > len(values):
            raise ValueError(f"a value holds the separator: {packed}")
        if len(packed.encode()) > MAX_CALLBACK_LENGTH:
            raise ValueError(f"callback data is longer than {MAX_CALLBACK_LENGTH} bytes: {packed}")
        return packed

    @classmethod
    def unpack(cls, value: str) -> Self:
        """The prefix first: a tap is shown to every button of its feature, and all but one are others'."""
        if value.partition(cls.__separator__)[0] != cls.__prefix__:
            raise ValueError(value)
        return super().unpack(value)


def _encoded(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return str(int(value))
    return str(value)
