"""Buttons of announcements."""

from domain.errands import Aim
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData


class OpenAnnouncements(CallbackData, prefix="announcements.all"):
    pass


class OpenAnnouncement(CallbackData, prefix="announcements.open"):
    announcement: RowId


class AskAim(CallbackData, prefix="announcements.new"):
    """Ask to whom something is announced."""


class PickAim(CallbackData, prefix="announcements.aim"):
    aim: Aim


class SendAnnouncement(CallbackData, prefix="announcements.send"):
    """Send what the conversation holds."""


class ReadAnnouncement(CallbackData, prefix="announcements.read"):
    announcement: RowId


class NudgeReaders(CallbackData, prefix="announcements.nudge"):
    """Tell those again who have not read it."""

    announcement: RowId


class AnnouncementFile(CallbackData, prefix="announcements.file"):
    announcement: RowId
