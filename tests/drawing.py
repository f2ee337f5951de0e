"""An artist who remembers the charts asked for and draws one grey pixel; other files are made as they are."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.drawing import NotDrawnError
from domain.charts import KINDS, Chart, from_json
from exchange import drawing

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6368000000820081"
    "77cd72b60000000049454e44ae426082"
)


class FakeArtist:
    """Draws nothing while `failing`; `meanwhile` happens while something is drawn."""

    def __init__(self) -> None:
        self.drawn: list[Chart] = []
        self.failing = False
        self.meanwhile: Callable[[], Awaitable[None]] | None = None

    async def draw(self, asked: dict[str, Any]) -> bytes:
        if self.failing:
            raise NotDrawnError("no paint")
        if self.meanwhile is not None:
            await self.meanwhile()
        if asked["kind"] not in KINDS:
            return drawing.draw(asked)
        self.drawn.append(from_json(asked))
        return PIXEL

    async def close(self) -> None:
        """Nothing is held open."""
