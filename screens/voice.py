"""Voice messages and photos: to whom they were attached, and what was heard."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.attachments import AttachmentKind, Hearing
from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.voice import AskWhose, GiveAttachment, ReadHeard
from screens.clients import ClientLine, line_label
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, tap
from screens.words import Words

HEARD_SHOWN = 3000
CAPTION = 900


@dataclass(frozen=True, slots=True)
class Kept:
    """A voice message or photo that is safe with us; `client` is None until somebody says whose it is.

    `count` is more than one where photos came together; `hearing` is None where nothing is to be said about it.
    `limit` is the longest voice that is listened to, in seconds.
    """

    id: int
    kind: AttachmentKind
    seconds: int = 0
    count: int = 1
    client: int | None = None
    client_name: str = ""
    text: str = ""
    hearing: Hearing | None = None
    limit: int = 0
    offered: tuple[ClientLine, ...] = ()

    @property
    def is_waiting(self) -> bool:
        return self.hearing is Hearing.WAITING

    @property
    def is_heard(self) -> bool:
        return self.hearing is Hearing.HEARD

    @property
    def asks(self) -> bool:
        """Nobody knows whose it is, and nothing else is to be shown first."""
        return self.client is None and not self.is_waiting and not self.is_heard


def kept(words: Words, one: Kept, *, may_type: bool = True) -> Screen:
    """Where it stands now: being heard, heard, attached, or asking to whom it belongs.

    Not `may_type`: another question is open, and a name typed now would answer that one.
    """
    if one.is_waiting:
        return Screen(words("msg-voice-listening", length=written.span(one.seconds)))
    if one.is_heard:
        return heard(words, one)
    if one.client is None:
        return whose(words, one, one.offered, may_type=may_type)
    return Screen(
        "\n".join(filter(None, [_attached(words, one), _about_hearing(words, one)])), _rows(words, one)
    )


def _about_hearing(words: Words, one: Kept) -> str:
    if one.hearing is None:
        return ""
    return words(f"voice-{one.hearing}", limit=written.span(one.limit))


def _attached(words: Words, one: Kept) -> str:
    if one.kind is AttachmentKind.VOICE:
        return words("msg-voice-kept", length=written.span(one.seconds), client=one.client_name)
    return words("msg-photo-kept", count=one.count, client=one.client_name)


def _rows(words: Words, one: Kept, *more: Button) -> tuple[tuple[Button, ...], ...]:
    first = (more,) if more else ()
    if one.client is None:
        return (*first, (tap(words.plain("btn-voice-whose"), AskWhose(attachment=one.id)),))
    return (
        *first,
        (
            tap(words.plain("btn-to-client"), OpenClient(client=one.client)),
            tap(words.plain("btn-voice-other"), AskWhose(attachment=one.id)),
        ),
    )


def heard(words: Words, one: Kept, *, offer: bool = False) -> Screen:
    """What was said. With `offer` it is not read yet: meanwhile another question was opened."""
    text = one.text if len(one.text) <= HEARD_SHOWN else one.text[:HEARD_SHOWN] + "…"
    lines = [words("msg-voice-heard", text=text), _attached(words, one) if one.client is not None else ""]
    read = (tap(words.plain("btn-voice-read"), ReadHeard(attachment=one.id)),) if offer else ()
    return Screen(clipped("\n".join(filter(None, lines))), _rows(words, one, *read))


def whose(
    words: Words, one: Kept, lines: Sequence[ClientLine], *, typed: str = "", may_type: bool = True
) -> Screen:
    """To whom it belongs; `typed` is the search that brought the lines."""
    how = ("choose" if lines else "type") if may_type else "tap"
    ask = words("ask-voice-found", typed=typed) if typed else words("ask-voice-whose", how=how)
    rows = tuple(
        (tap(line_label(words, line), GiveAttachment(attachment=one.id, client=line.id)),) for line in lines
    )
    text = "\n".join(filter(None, [f"{_what(words, one)} {ask}", _about_hearing(words, one)]))
    if not may_type:
        return Screen(text, (*rows, (tap(words.plain("btn-voice-whose"), AskWhose(attachment=one.id)),)))
    if one.client is None:
        return Screen(text, (*rows, leave_row(words)))
    back = tap(words.plain("btn-back"), GiveAttachment(attachment=one.id, client=one.client))
    return Screen(text, (*rows, (back,)))


def _what(words: Words, one: Kept) -> str:
    if one.kind is AttachmentKind.VOICE:
        return words("voice-what", length=written.span(one.seconds))
    return words("photo-what", count=one.count)


@dataclass(frozen=True, slots=True)
class Again:
    """What is sent once more: `day` in words, `who` empty where it is the reader's own."""

    client: int | None
    client_name: str
    day: str
    who: str
    text: str = ""


def again(words: Words, one: Again) -> Screen:
    """The caption under it."""
    head = " · ".join(filter(None, [one.client_name, one.day, one.who]))
    said = one.text if len(one.text) <= CAPTION else one.text[:CAPTION] + "…"
    text = words("voice-again", head=head, said="yes" if said else "no", text=said)
    row = (tap(words.plain("btn-to-client"), OpenClient(client=one.client)),) if one.client else ()
    return Screen(text, (row,) if row else ())
