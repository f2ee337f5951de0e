"""What is done in a group itself: steps of one tap. Anything longer goes on in the private chat of whoever tapped."""

from screens.callbacks.support import Accept, Agree, Close, Pick, Ship

HERE = frozenset(one.__prefix__ for one in (Accept, Agree, Pick, Ship, Close))
COMMAND = "/desk"


def stays(data: str | None) -> bool:
    """Whether a button is answered in the group where it was tapped."""
    return (data or "").partition(":")[0] in HERE


def is_for_us(text: str, username: str) -> bool:
    """Of all that is written in a group, one command is for the bot: where the cards of orders go."""
    command, _, mention = text.split(maxsplit=1)[0].partition("@") if text.strip() else ("", "", "")
    return command == COMMAND and mention.casefold() in {"", username.casefold()}
