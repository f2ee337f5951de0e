"""Own filters: asynchronous all, since aiogram runs a plain function through a thread."""

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers.turn import Turn
from screens.words import Catalogue


class Feature(Filter):
    """Buttons of one module: the part of the callback data before the first dot. One step for a whole router."""

    def __init__(self, name: str) -> None:
        self._start = f"{name}."

    async def __call__(self, query: CallbackQuery) -> bool:
        return bool(query.data and query.data.startswith(self._start))


class MenuButton(Filter):
    """A label of the main keyboard, in any language: a phone may still show the old one."""

    def __init__(self, catalogue: Catalogue, place: str) -> None:
        self._catalogue = catalogue
        self._place = place

    async def __call__(self, message: Message) -> bool:
        return self._catalogue.place_of(message.text) == self._place


class Private(Filter):
    """A private chat: in a group only buttons are answered."""

    async def __call__(self, message: Message) -> bool:
        return message.chat.type == "private"


class Typed(Filter):
    """Plain text, neither a command nor a label of the main keyboard: those always lead elsewhere."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        text = message.text
        return text is not None and not text.startswith("/") and turn.catalogue.place_of(text) is None


class Unheard(Filter):
    """A voice message that nobody turns into words."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        return message.voice is not None and not (turn.actor.sells and turn.work.rules.voice_seconds)
