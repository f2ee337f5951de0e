"""What is done in a group itself: steps of one tap. Anything longer goes on in the private chat of whoever tapped."""

from screens.callbacks.support import Accept, Agree, Close, Pick, Ship

HERE = frozenset(one.__prefix__ for one in (Accept, Agree, Pick, Ship, Close))
COMMANDS = frozenset({"/desk", "/digest"})


def stays(data: str | None) -> bool:
    """Whether a button is answered in the group where it was tapped."""
    return (data or "").partition(":")[0] in HERE


def command_of(text: str, username: str) -> str | None:
    """Of all that is written in a group, two commands are for the bot: where the cards of orders go, and the digest."""
    command, _, mention = text.split(maxsplit=1)[0].partition("@") if text.strip() else ("", "", "")
    return command if command in COMMANDS and mention.casefold() in {"", username.casefold()} else None


def bare(text: str) -> str:
    """The command alone."""
    return text.split(maxsplit=1)[0].partition("@")[0]
