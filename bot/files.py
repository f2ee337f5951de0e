"""Fetches what people dropped into the chat, outside of any turn, and hands it over."""

from dataclasses import dataclass


@dataclass
class Files:
    """Placeholder until files can be dropped."""

    async def work(self) -> bool:
        return False
