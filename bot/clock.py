"""The one source of «now». The real one, or one that follows a clock which can be moved."""

import asyncio
from datetime import UTC, datetime, timedelta

import structlog
from aiohttp import ClientError, ClientSession, ClientTimeout

log = structlog.get_logger()


def real_clock() -> datetime:
    return datetime.now(UTC)


class FollowedClock:
    """The clock at `url` (`GET` → {"now", "version"}), asked again as soon as it is moved; runs at real speed between."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._offset = timedelta()
        self._version = 0

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._offset

    async def follow(self) -> None:
        """Until cancelled."""
        async with ClientSession(timeout=ClientTimeout(total=60)) as session:
            while True:
                try:
                    await self.ask(session, wait=True)
                except (ClientError, TimeoutError, ValueError, KeyError) as error:
                    log.warning("clock_not_read", reason=type(error).__name__)
                    await asyncio.sleep(1)

    async def ask(self, session: ClientSession, *, wait: bool) -> None:
        parameters = {"after": str(self._version)} if wait else {}
        async with session.get(self._url, params=parameters) as response:
            told = await response.json()
        self._offset = datetime.fromisoformat(told["now"]) - datetime.now(UTC)
        self._version = int(told["version"])

    async def start(self) -> None:
        """The first reading, before anything is done by this clock."""
        async with ClientSession(timeout=ClientTimeout(total=5)) as session:
            await self.ask(session, wait=False)
