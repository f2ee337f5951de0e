"""Captured drafts: how long each thing about them holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftSettings:
    """`undo_minutes` after saving; a draft older than `days` is not saved; the last client is meant for `last_client_hours`."""

    undo_minutes: int = 10
    days: int = 3
    last_client_hours: int = 12
