"""Exhibitions and presentations: what is to come, whom to invite, who comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from domain.exhibitions import Exhibition, ExhibitionKind, GuestReply
from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.exhibitions import (
    GuestSaid,
    Invite,
    ListGuests,
    NewExhibition,
    OpenExhibition,
    OpenExhibitions,
    OpenGuest,
)
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

COPIED = 256
MOST = (1, 2, 3, 5)
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Turnout:
    """Clients invited, coming, perhaps coming, not coming, without an answer; `people` of those who come."""

    invited: int = 0
    yes: int = 0
    maybe: int = 0
    no: int = 0
    silent: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """One event. `by_manager` is for those who lead, `to_invite` (id, name, class) for those who invite."""

    event: Exhibition
    turnout: Turnout
    today: date
    by_manager: tuple[tuple[str, Turnout], ...] = ()
    to_invite: tuple[tuple[int, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GuestView:
    """A client and an event: not `invited` yet, or with what was said."""

    event: Exhibition
    client: int
    name: str
    invited: bool
    reply: GuestReply | None
    people: int
    today: date


@dataclass(frozen=True, slots=True)
class GuestLine:
    id: int
    name: str
    reply: GuestReply | None
    people: int
    manager: str = ""


def dates(words: Words, event: Exhibition) -> str:
    """«12.03», «12.03–14.03»."""
    first, last = written.short_day(words, event.starts), written.short_day(words, event.ends)
    return first if first == last else f"{first}–{last}"


def exhibitions(words: Words, shown: Sequence[Board], *, leads: bool) -> Screen:
    new = (
        (tuple(tap(words.plain(f"btn-new-{kind}"), NewExhibition(kind=kind)) for kind in ExhibitionKind),)
        if leads
        else ()
    )
    if not shown:
        return Screen(words("msg-exhibitions-none"), new)
    lines = [words("msg-exhibitions", count=len(shown))]
    for board in shown:
        lines += ["", _title(words, board.event), _turnout(words, board.turnout)]
    rows = [(tap(board.event.name, OpenExhibition(exhibition=board.event.id)),) for board in shown]
    return Screen(clipped("\n".join(lines)), (*rows, *new))


def _title(words: Words, event: Exhibition) -> str:
    return words("exhibition-title", name=event.name, days=dates(words, event), place=event.place or "no")


def _turnout(words: Words, one: Turnout) -> str:
    if not one.invited:
        return words("exhibition-no-guests")
    return words("exhibition-turnout", invited=one.invited, yes=one.yes, people=one.people, maybe=one.maybe)


def board(words: Words, shown: Board) -> Screen:
    """For the lead manager by manager; for a manager the next to invite, one tap each."""
    event = shown.event
    lines = [_title(words, event), _turnout(words, shown.turnout)]
    if shown.turnout.silent:
        lines.append(words("exhibition-silent", count=shown.turnout.silent))
    lines += [words("exhibition-manager", name=name, invited=one.invited, yes=one.yes, maybe=one.maybe) for name, one in shown.by_manager]  # fmt: skip
    rows: list[tuple[Button, ...]] = []
    if shown.to_invite:
        said, copied = _ready(words, event)
        lines += ["", words("ask-exhibition-invite"), *said]
        rows += copied
        rows += in_rows(
            [
                tap(f"{name} · {grade}", Invite(exhibition=event.id, client=id_))
                for id_, name, grade in shown.to_invite
            ],
            2,
        )
    if shown.turnout.invited:
        rows.append((tap(words.plain("btn-exhibition-guests"), ListGuests(exhibition=event.id)),))
    return Screen(clipped("\n".join(lines)), (*rows, (tap(words.plain("btn-exhibitions"), OpenExhibitions()),)))  # fmt: skip


def invitation(words: Words, event: Exhibition) -> str:
    """Plain text to send to a client."""
    return words.plain(
        "exhibition-invitation",
        kind=event.kind.value,
        name=event.name,
        days=dates(words, event),
        place=event.place or "no",
    )


def _ready(words: Words, event: Exhibition) -> tuple[list[str], list[tuple[Button, ...]]]:
    """The invitation under a button that copies it; as a line to tap where it is too long for one."""
    text = invitation(words, event)
    if len(text) > COPIED:
        return [f"<code>{escape(text, quote=False)}</code>"], []
    return [], [(Button(words.plain("btn-exhibition-copy"), copy=text),)]


def guest(words: Words, shown: GuestView) -> Screen:
    event = shown.event
    said, copied = _ready(words, event)
    lines = [words("exhibition-guest", client=shown.name, name=event.name, days=dates(words, event)), *said]
    back = (
        tap(words.plain("btn-to-client"), OpenClient(client=shown.client)),
        tap(words.plain("btn-exhibition-open"), OpenExhibition(exhibition=event.id)),
    )
    if not shown.invited:
        lines.append(words("exhibition-not-invited"))
        invite = tap(words.plain("btn-exhibition-invited"), Invite(exhibition=event.id, client=shown.client))
        return Screen("\n".join(lines), (*copied, (invite,), back))
    reply = shown.reply.value if shown.reply else "none"
    lines.append(words("exhibition-reply", reply=reply, people=shown.people))
    replies = tuple(tap(words.plain(f"btn-guest-{one}"), _said(shown, one)) for one in GuestReply)
    rows = [*copied, replies[:2], replies[2:]]
    if shown.reply is GuestReply.YES:
        lines.append(words("ask-exhibition-people"))
        rows.append(tuple(tap(words.plain("btn-guest-people", count=count), _said(shown, GuestReply.YES, count)) for count in MOST))  # fmt: skip
    return Screen("\n".join(lines), (*rows, back))


def _said(shown: GuestView, reply: GuestReply, people: int = 0) -> GuestSaid:
    return GuestSaid(exhibition=shown.event.id, client=shown.client, reply=reply, people=people)


def guests(words: Words, event: Exhibition, lines: Sequence[GuestLine]) -> Screen:
    """Those who come first; a tap opens what one said."""
    order = {GuestReply.YES: 0, GuestReply.MAYBE: 1, None: 2, GuestReply.NO_ANSWER: 3, GuestReply.NO: 4}
    known = sorted(lines, key=lambda one: order[one.reply])
    told = [_guest_line(words, one) for one in known] or [words("exhibition-no-guests")]
    text = [_title(words, event), *told]
    buttons = [tap(one.name, OpenGuest(exhibition=event.id, client=one.id)) for one in known[:SHOWN]]
    back = (tap(words.plain("btn-exhibition-open"), OpenExhibition(exhibition=event.id)),)
    return Screen(clipped("\n".join(text)), (*in_rows(buttons, 2), back))


def _guest_line(words: Words, one: GuestLine) -> str:
    reply = one.reply.value if one.reply else "none"
    text = words("exhibition-guest-line", name=one.name, reply=reply, people=one.people)
    return text + (words("exhibition-of-manager", name=one.manager) if one.manager else "")


# --- a new one ----------------------------------------------------------------------------------------------------


def ask(words: Words, step: str, name: str = "") -> Screen:
    """`step`: name, place, dates."""
    return Screen(words(f"ask-exhibition-{step}", name=name), (leave_row(words),))


def saved(words: Words, event: Exhibition, managers: int) -> Screen:
    rows = ((tap(words.plain("btn-exhibition-open"), OpenExhibition(exhibition=event.id)),),)
    return Screen(words("msg-exhibition-saved", name=event.name, days=dates(words, event), managers=managers), rows)  # fmt: skip


def news(words: Words, event: Exhibition) -> Screen:
    """To the managers: what it is, and the way to whom to invite."""
    rows = ((tap(words.plain("btn-exhibition-invite"), OpenExhibition(exhibition=event.id)),),)
    text = words("ntf-exhibition", name=event.name, days=dates(words, event), place=event.place or "no")
    return Screen(text, rows)


def eve(words: Words, event: Exhibition, lines: Sequence[GuestLine], today: date, *, late: bool) -> Screen:
    """The working day before: who comes, who may come."""
    text = [words("ntf-exhibition-eve", name=event.name, day=written.day(words, event.starts, today), place=event.place or "no")]  # fmt: skip
    if late:
        text.append(words("ntf-exhibition-late"))
    text += [_guest_line(words, one) for one in lines] or [words("exhibition-nobody")]
    text += ["", words("ntf-exhibition-next")]
    rows = ((tap(words.plain("btn-exhibition-guests"), ListGuests(exhibition=event.id)),),)
    return Screen(clipped("\n".join(text)), rows)
