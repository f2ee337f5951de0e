"""The sandbox's clock: goes at the speed of the real one from wherever it was set, and only forward."""

import asyncio
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_STEP = re.compile(r"\+(?=.)(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?")
_MOMENT = re.compile(r"(?:([a-z]+) +)?(\d{1,2}):(\d{2})")


class SandboxClock:
    """`now()` in UTC; `zone` is the company's and gives meaning to «tomorrow 09:00». `version` counts the moves."""

    def __init__(
        self,
        zone: str = "Europe/Moscow",
        *,
        start: datetime | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.zone = ZoneInfo(zone)
        self.version = 0
        self._monotonic = monotonic
        self._base = (start or datetime.now(UTC)).astimezone(UTC)
        self._base_at = monotonic()
        self._moved: set[asyncio.Event] = set()

    def now(self) -> datetime:
        return self._base + timedelta(seconds=self._monotonic() - self._base_at)

    def move(self, where: str) -> datetime:
        """Set by words: an ISO moment, «+1h30m», «15:00» (the next one), «tomorrow 09:00», «friday 16:00».

        What has no zone is in the company's. Raises `ValueError` for other words and for the past.
        """
        return self.move_to(self.read(where))

    def move_to(self, moment: datetime) -> datetime:
        """Raises `ValueError` when the moment has passed: a bot may rely on time going one way."""
        moment = moment.astimezone(UTC)
        if moment < self.now():
            raise ValueError(
                f"the clock goes forward only, and it is {self.now():%Y-%m-%d %H:%M} UTC already"
            )
        self._base, self._base_at = moment, self._monotonic()
        self.version += 1
        for event in self._moved:
            event.set()
        return moment

    def read(self, where: str) -> datetime:
        text = where.strip().lower()
        step = _STEP.fullmatch(text)
        if step:
            days, hours, minutes, seconds = (int(part or 0) for part in step.groups())
            return self.now() + timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        moment = _MOMENT.fullmatch(text)
        if moment:
            return self._next(moment.group(1), int(moment.group(2)), int(moment.group(3)))
        given = datetime.fromisoformat(where.strip())
        return given if given.tzinfo else given.replace(tzinfo=self.zone)

    def _next(self, day: str | None, hour: int, minute: int) -> datetime:
        local = self.now().astimezone(self.zone)
        at = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
        if day == "today":
            return at
        if day == "tomorrow":
            return at + timedelta(days=1)
        if day is None:
            return at if at > local else at + timedelta(days=1)
        if day not in _WEEKDAYS:
            raise ValueError(f"no such day: {day}")
        at += timedelta(days=(_WEEKDAYS.index(day) - local.weekday()) % 7)
        return at if at > local else at + timedelta(days=7)

    async def moved(self, after: int, seconds: float) -> None:
        """Until `version` exceeds `after`, or `seconds` pass."""
        if self.version > after:
            return
        event = asyncio.Event()
        self._moved.add(event)
        try:
            async with asyncio.timeout(seconds):
                await event.wait()
        except TimeoutError:
            pass
        finally:
            self._moved.discard(event)
