"""An artist who remembers what was asked and draws one grey pixel."""

from typing import Any

from bot.drawing import NotDrawnError
from domain.charts import Chart, from_json

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6368000000820081"
    "77cd72b60000000049454e44ae426082"
)


class FakeArtist:
    """Draws nothing while `failing`."""

    def __init__(self) -> None:
        self.drawn: list[Chart] = []
        self.failing = False

    async def draw(self, chart: dict[str, Any]) -> bytes:
        if self.failing:
            raise NotDrawnError("no paint")
        self.drawn.append(from_json(chart))
        return PIXEL

    async def close(self) -> None:
        """Nothing is held open."""
