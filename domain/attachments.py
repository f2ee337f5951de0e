"""What is sent into the chat besides text: a voice message or a photo, and what became of a voice."""

from enum import StrEnum


class AttachmentKind(StrEnum):
    VOICE = "voice"
    PHOTO = "photo"


class Hearing(StrEnum):
    """Where a voice message stands on its way to text.

    `off`: nobody listens here; `waiting`: it will be heard; `heard`: its text is known. The rest is why there is none:
    `long`, past the company's limit; `silent`, no speech in it; `unreadable`, the engine failed; `lost`, no file came.
    """

    OFF = "off"
    WAITING = "waiting"
    HEARD = "heard"
    LONG = "long"
    SILENT = "silent"
    UNREADABLE = "unreadable"
    LOST = "lost"
