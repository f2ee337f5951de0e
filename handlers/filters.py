"""Own filters: asynchronous all, since aiogram runs a plain function through a thread."""

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from screens.words import LANGUAGES, Catalogue


class Feature(Filter):
    """Buttons of one module: the part of the callback data before the first dot. One step for a whole router."""

    def __init__(self, name: str) -> None:
        self._start = f"{name}."

    async def __call__(self, query: CallbackQuery) -> bool:
        return bool(query.data and query.data.startswith(self._start))


class MenuButton(Filter):
    """A label of the main keyboard, in any language: a phone may still show the old one."""

    def __init__(self, catalogue: Catalogue, *places: str) -> None:
        self._labels = frozenset(
            catalogue[language].plain(f"menu-{place}") for language in LANGUAGES for place in places
        )

    async def __call__(self, message: Message) -> bool:
        return message.text in self._labels


class Typed(Filter):
    """Plain text, not a command."""

    async def __call__(self, message: Message) -> bool:
        return message.text is not None and not message.text.startswith("/")
