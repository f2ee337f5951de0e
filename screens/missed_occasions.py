"""What passed without a word in a team: by manager, and the line that a manager gets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby

from domain.celebrations import kind_of
from domain.greetings import Occasion
from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.greetings import OpenCelebration
from screens.callbacks.missed_occasions import AskMissed, OpenMissed
from screens.callbacks.occasions import OpenOccasions
from screens.greetings import title_of
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

PAGE = 8
LABEL = 24


@dataclass(frozen=True, slots=True)
class Missed:
    """`person` 0 and an empty `name` where the day is the company's. `late`: a belated word is still in place.

    `asked`: the lead has asked; `hears`: there is somebody to ask but the lead.
    """

    client_id: int
    client: str
    person: int
    name: str
    code: str
    day: date
    years: int
    holiday: str
    manager_id: int
    manager: str
    late: bool
    asked: bool = False
    hears: bool = True


def missed(words: Words, found: Sequence[Missed], today: date, *, page: int = 0) -> Screen:
    """By manager, in pages; each with one button."""
    back = (tap(words.plain("btn-to-occasions"), OpenOccasions()),)
    if not found:
        return Screen(words("msg-missed-none"), (back,))
    pages = -(-len(found) // PAGE)
    page = min(page, pages - 1)
    shown = list(enumerate(found, 1))[page * PAGE : (page + 1) * PAGE]
    blocks = [words("msg-missed", count=len(found))]
    for manager, group in groupby(shown, key=lambda numbered: numbered[1].manager):
        head = f"<b>{escape(manager, quote=False)}</b>"
        blocks.append("\n".join([head, *(_line(words, number, one, today) for number, one in group)]))
    asks = [_ask(words, number, one) for number, one in shown if one.hears]
    turns = tuple(
        tap(label, OpenMissed(page=to)) for label, to in (("‹", page - 1), ("›", page + 1)) if 0 <= to < pages
    )
    return Screen(clipped("\n\n".join(blocks)), (*in_rows(asks, 2), *([turns] if turns else []), back))


def page_of(found: Sequence[Missed], line: Missed) -> int:
    """Where a line stands."""
    key = (line.client_id, line.person, line.code)
    places = [at for at, one in enumerate(found) if (one.client_id, one.person, one.code) == key]
    return places[0] // PAGE if places else 0


def _line(words: Words, number: int, one: Missed, today: date) -> str:
    said = f"{number}. {written.day(words, one.day, today)} — {escape(_what(words, one), quote=False)}"
    return f"{said} · {words('missed-asked')}" if one.asked else said


def _what(words: Words, one: Missed) -> str:
    """«Смирнова Ольга, Ромашка», «Ромашка, Работаем вместе 5 лет»; plain text."""
    who = f"{one.name}, {one.client}" if one.name else one.client
    kind = kind_of(one.code)
    return who if kind is Occasion.BIRTHDAY else f"{who} · {title_of(words, kind, one.years, one.holiday)}"


def _ask(words: Words, number: int, one: Missed) -> Button:
    key = "btn-missed-asked" if one.asked else "btn-missed-remind" if one.late else "btn-missed-ask"
    data = AskMissed(client=one.client_id, person=one.person, code=one.code, day=one.day.toordinal())
    return tap(words.plain(key, number=number), data)


def reminder(words: Words, lead: str, one: Missed, today: date) -> Screen:
    """To the manager: one line, and the greeting while it is in place."""
    what = title_of(words, kind_of(one.code), one.years, one.holiday)
    text = words(
        "ntf-missed-remind" if one.late else "ntf-missed-ask",
        lead=lead,
        who=f"{one.name}, {one.client}" if one.name else one.client,
        what=what if one.holiday else written.lower_first(what),
        day=written.day(words, one.day, today),
    )
    if one.late:
        greeting = OpenCelebration(client=one.client_id, person=one.person, code=one.code)
        return Screen(text, ((tap(words.plain("btn-greeting"), greeting),),))
    label = one.client if len(one.client) <= LABEL else one.client[: LABEL - 1] + "…"
    return Screen(text, ((tap(label, OpenClient(client=one.client_id)),),))
