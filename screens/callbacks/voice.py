"""Buttons of voice messages and photos."""

from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData


class GiveAttachment(CallbackData, prefix="voice.give"):
    """It belongs to this client."""

    attachment: RowId
    client: RowId


class AskWhose(CallbackData, prefix="voice.whose"):
    """Ask to which client it belongs."""

    attachment: RowId


class SendAgain(CallbackData, prefix="voice.again"):
    """Hear it again, or see it again."""

    attachment: RowId


class ReadHeard(CallbackData, prefix="voice.read"):
    """What was heard, read as if it were typed now."""

    attachment: RowId
