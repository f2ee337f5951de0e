"""The desk's clock: how long an order may wait at each step, counted in working time."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.calendar import WorkCalendar


class Wait(StrEnum):
    """What somebody waits for."""

    ACCEPT = "accept"
    ENTER = "enter"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """Minutes of working time after which somebody is reminded, once; `escalate_minutes` later the next one is.

    `card_minutes` is for a card asked of accounting. `chat_id` and `topic_id` name a group, or a topic in it, for the cards; 0 is the private chats.
    """

    accept_minutes: int = 40
    enter_minutes: int = 120
    answer_minutes: int = 60
    card_minutes: int = 120
    escalate_minutes: int = 30
    undo_minutes: int = 15
    day_start: time = time(9)
    day_end: time = time(18)
    chat_id: int = 0
    topic_id: int = 0

    def __post_init__(self) -> None:
        if self.day_start >= self.day_end:
            raise ValueError("desk.day_start must be before desk.day_end")

    def minutes(self, wait: Wait) -> int:
        return {
            Wait.ACCEPT: self.accept_minutes,
            Wait.ENTER: self.enter_minutes,
            Wait.ANSWER: self.answer_minutes,
        }[wait]


@dataclass(frozen=True, slots=True)
class DeskHours:
    """The working hours of the company: what comes in the evening begins to wait in the morning."""

    settings: DeskSettings
    calendar: WorkCalendar
    zone: ZoneInfo

    def after(self, start: datetime, minutes: int) -> datetime:
        """The moment when so many working minutes have passed since `start`; UTC."""
        local = self._open(start.astimezone(self.zone))
        left = timedelta(minutes=minutes)
        while (room := self._at(local, self.settings.day_end) - local) < left:
            left -= room
            local = self._morning(local)
        return (local + left).astimezone(UTC)

    def is_open(self, moment: datetime) -> bool:
        local = moment.astimezone(self.zone)
        inside = self.settings.day_start <= local.time() < self.settings.day_end
        return inside and self.calendar.is_working(local.date())

    def opening(self, moment: datetime) -> datetime:
        """`moment` itself in working hours, else when they next begin; UTC."""
        return self._open(moment.astimezone(self.zone)).astimezone(UTC)

    def _open(self, local: datetime) -> datetime:
        if not self.calendar.is_working(local.date()) or local.time() >= self.settings.day_end:
            return self._morning(local)
        return max(local, self._at(local, self.settings.day_start))

    def _morning(self, local: datetime) -> datetime:
        day = self.calendar.next_working(local.date())
        return datetime.combine(day, self.settings.day_start, self.zone)

    def _at(self, local: datetime, clock: time) -> datetime:
        return datetime.combine(local.date(), clock, self.zone)
