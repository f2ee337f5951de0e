"""Whom to congratulate: the list, the push of the morning, and one day's many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from types import MappingProxyType
from typing import Final

from domain.celebrations import kind_of
from domain.congratulations import Section
from domain.first_names import Gender
from domain.greetings import Occasion
from domain.occasions import NoticeKind
from screens import format as written
from screens.callbacks.gifts import OpenGifts
from screens.callbacks.greetings import OpenCelebration
from screens.callbacks.missed_occasions import OpenMissed
from screens.callbacks.occasions import (
    AskPerson,
    OccasionsToCalendar,
    OpenGreeting,
    OpenGroup,
    OpenOccasions,
    ShowSpan,
    Span,
)
from screens.greetings import title_of
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

LINES = 30
BUTTONS = 24
LABEL = 40
# More than so many on one holiday are one line of the list with a page of their own.
CROWD = 3
PAGE = 8
# More lines than this are shown by spans of time, so many to a page.
WHOLE = 16
SPAN_PAGE = 12
SPANS: Final[Mapping[Span, tuple[Section, ...]]] = MappingProxyType(
    {Span.TODAY: (Section.LATE, Section.NOW), Span.WEEK: (Section.WEEK,), Span.MONTH: (Section.MONTH,)}
)


@dataclass(frozen=True, slots=True)
class Celebrant:
    """A line. `person` is 0 where the date is the company's and nobody is known there; `name` is then empty.

    `years`: of age, since the foundation, together; None where nobody knows. `holiday` names a professional one in the reader's
    language. `manager` is named to a lead only; `notice` is what the push tells of.
    """

    client_id: int
    person: int
    code: str
    name: str
    client: str
    gender: Gender | None
    day: date
    years: int | None
    jubilee: bool
    done: bool
    section: Section
    vip: bool = False
    holiday: str = ""
    manager: str = ""
    notice: NoticeKind | None = None

    @property
    def kind(self) -> Occasion:
        return kind_of(self.code)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody of one holiday's day in one section."""

    section: Section
    people: tuple[Celebrant, ...]

    @property
    def first(self) -> Celebrant:
        return self.people[0]


def gathered(people: Sequence[Celebrant]) -> list[Celebrant | Crowd]:
    """In the order given; holidays that many have are brought together where the first of them stands."""
    groups: dict[tuple[Section, str, date], list[Celebrant]] = {}
    for one in people:
        groups.setdefault((one.section, one.code, one.day), []).append(one)
    found: list[Celebrant | Crowd] = []
    for (section, code, _), group in groups.items():
        if kind_of(code) is not Occasion.BIRTHDAY and len(group) > CROWD:
            found.append(Crowd(section, tuple(group)))
        else:
            found += group
    return found


def occasions(
    words: Words,
    people: Sequence[Celebrant],
    today: date,
    *,
    before: str = "",
    span: Span | None = None,
    page: int = 0,
    leads: bool = False,
) -> Screen:
    """All of it on one screen; where that is too much, by spans of time and pages. `before` is what has just been done."""
    now = sum(one.section in {Section.LATE, Section.NOW} and not one.done for one in people)
    title = words("msg-occasions", now=now) if people else words("msg-occasions-empty")
    entries = gathered(people)
    if len(entries) <= WHOLE:
        blocks, rows = _sections(words, people, today), in_rows(_buttons(words, people, today), 2)
    else:
        blocks, rows = _span(words, entries, today, span or _first_span(entries), page)
    blocks = [*([before] if before else []), title, *blocks]
    more = (_add_button(words), tap(words.plain("btn-gifts"), OpenGifts()))
    return Screen(clipped("\n\n".join(blocks)), (*rows, *_more_rows(words, leads=leads), more))


def calendar_caption(words: Words) -> Screen:
    return Screen(words("msg-occasions-calendar"), (_back_row(words),))


def _more_rows(words: Words, *, leads: bool) -> tuple[tuple[Button, ...], ...]:
    calendar = tap(words.plain("btn-to-calendar"), OccasionsToCalendar())
    return ((calendar, tap(words.plain("btn-missed"), OpenMissed())) if leads else (calendar,),)


def _first_span(entries: Sequence[Celebrant | Crowd]) -> Span:
    return next(span for span in Span if any(entry.section in SPANS[span] for entry in entries))


def _span(
    words: Words, entries: Sequence[Celebrant | Crowd], today: date, span: Span, page: int
) -> tuple[list[str], tuple[tuple[Button, ...], ...]]:
    """One span's page with a button for each line, and the ways to the rest: nothing is left out."""
    listed = [entry for entry in entries if entry.section in SPANS[span]]
    pages = max(-(-len(listed) // SPAN_PAGE), 1)
    page = min(page, pages - 1)
    shown = listed[page * SPAN_PAGE : (page + 1) * SPAN_PAGE]
    blocks = []
    for section in SPANS[span]:
        lines = [_entry(words, entry, today) for entry in shown if entry.section is section]
        blocks += ["\n".join([words(f"occasions-{section}"), *lines])] if lines else []
    blocks += [] if listed else [words(f"occasions-none-{span}")]
    blocks += [words("occasions-pages", page=page + 1, pages=pages)] if pages > 1 else []
    turns = tuple(
        tap(label, ShowSpan(span=span, page=to))
        for label, to in (("‹", page - 1), ("›", page + 1))
        if 0 <= to < pages
    )
    buttons = in_rows([_entry_button(words, entry, today) for entry in shown if _is_open(entry)], 2)
    return blocks, (_tabs(words, entries, span), *buttons, *((turns,) if turns else ()))


def _tabs(words: Words, entries: Sequence[Celebrant | Crowd], shown: Span) -> tuple[Button, ...]:
    tabs = []
    for span in Span:
        count = sum(_size(entry) for entry in entries if entry.section in SPANS[span])
        label = words.plain(f"btn-span-{span}", count=count)
        tabs.append(
            tap(words.plain("btn-span-shown", label=label) if span is shown else label, ShowSpan(span=span))
        )
    return tuple(tabs)


def _size(entry: Celebrant | Crowd) -> int:
    return len(entry.people) if isinstance(entry, Crowd) else 1


def _is_open(entry: Celebrant | Crowd) -> bool:
    return any(not one.done for one in (entry.people if isinstance(entry, Crowd) else (entry,)))


def notice(words: Words, people: Sequence[Celebrant], today: date, *, late: bool) -> Screen:
    blocks = [words("ntf-occasions", count=len(people)), *_sections(words, people, today)]
    if late:
        blocks.insert(1, words("ntf-occasions-late"))
    text = clipped("\n\n".join([*blocks, words("ntf-occasions-next")]))
    buttons = _buttons(words, people, today)
    return Screen(text, (*in_rows(buttons, 2), (tap(words.plain("btn-occasions"), OpenOccasions()),)))


def is_unfinished(people: Sequence[Celebrant]) -> bool:
    """Whether a crowd still waits: the next of them is offered at once."""
    return len(people) > CROWD and not all(one.done for one in people)


def group(
    words: Words, people: Sequence[Celebrant], today: date, *, page: int | None = None, before: str = ""
) -> Screen:
    """One holiday's people by pages, first where somebody waits; those congratulated are ticked and stay.

    `before` is what has just been done.
    """
    if not people:
        return Screen(words("msg-occasion-over"), (_back_row(words),))
    first, pages = people[0], -(-len(people) // PAGE)
    if page is None:
        page = next((place for place, one in enumerate(people) if not one.done), 0) // PAGE
    page = min(page, pages - 1)
    shown = people[page * PAGE : (page + 1) * PAGE]
    done = sum(one.done for one in people)
    head = words(
        "msg-occasion-group",
        what=_title(words, first),
        day=written.day(words, first.day, today),
        count=len(people),
        done=done,
    )
    lines = [_person_line(words, one, titled=False) for one in shown]
    turns = [
        tap(label, OpenGroup(code=first.code, day=first.day.toordinal(), page=number))
        for label, number in (("‹", page - 1), ("›", page + 1))
        if 0 <= number < pages
    ]
    buttons = [_button(words, one, today, named=False) for one in shown if not one.done]
    rows = (*in_rows(buttons, 2), *((tuple(turns),) if turns else ()), _back_row(words))
    return Screen(clipped("\n".join([*([before, ""] if before else []), head, "", *lines])), rows)


def _title(words: Words, one: Celebrant) -> str:
    return title_of(words, one.kind, one.years, one.holiday)


def _sections(words: Words, people: Sequence[Celebrant], today: date) -> list[str]:
    entries = gathered(people)
    blocks = []
    for section in Section:
        lines = [_entry(words, entry, today) for entry in entries if entry.section is section]
        if lines:
            rest = len(lines) - LINES
            more = [words("occasions-more", count=rest)] if rest > 0 else []
            blocks.append("\n".join([words(f"occasions-{section}"), *lines[:LINES], *more]))
    return blocks


def _entry(words: Words, entry: Celebrant | Crowd, today: date) -> str:
    if isinstance(entry, Crowd):
        done = sum(one.done for one in entry.people)
        what = words("occasions-crowd", what=_title(words, entry.first), count=len(entry.people), done=done)
        gift = any(map(_is_for_gift, entry.people))
        told = " · ".join([what, *([words("occasions-gift")] if gift else [])])
        return _dated(words, entry.first.day, today, told)
    return _dated(words, entry.day, today, _person_line(words, entry))


def _dated(words: Words, day: date, today: date, told: str) -> str:
    """«вс, 29 ноября — …»; what is today stands bare under the head that says so."""
    return told if day == today else f"{written.day(words, day, today)} — {told}"


def _is_for_gift(one: Celebrant) -> bool:
    return one.vip and one.notice is NoticeKind.GIFT


def _person_line(words: Words, one: Celebrant, *, titled: bool = True) -> str:
    who = f"{one.name}, {one.client}" if one.name else one.client
    facts = [escape(who, quote=False)]
    if one.kind is Occasion.BIRTHDAY:
        facts += years_of(words, one)
    elif titled:
        facts.append(escape(_title(words, one), quote=False))
    if _is_for_gift(one):
        facts.append(words("occasions-gift"))
    facts += [escape(one.manager, quote=False)] if one.manager else []
    facts += [words("occasions-done", gender=_sex(one.gender))] if one.done else []
    return " · ".join(facts)


def years_of(words: Words, one: Celebrant) -> list[str]:
    if not one.years or one.years < 0:
        return []
    return [words("occasions-jubilee" if one.jubilee else "occasions-age", age=one.years)]


def _sex(gender: Gender | None) -> str:
    return "unknown" if gender is None else gender.value


def _buttons(words: Words, people: Sequence[Celebrant], today: date) -> list[Button]:
    found = []
    for entry in gathered([one for one in people if not one.done]):
        found.append(_entry_button(words, entry, today))
    return found[:BUTTONS]


def _entry_button(words: Words, entry: Celebrant | Crowd, today: date) -> Button:
    if not isinstance(entry, Crowd):
        return _button(words, entry, today)
    left = sum(not one.done for one in entry.people)
    # The New Year's wave has several days; the others are told apart by their names.
    when = [_short(words, entry.first.day, today)] if entry.first.kind is Occasion.NEW_YEAR else []
    label = " · ".join([_title(words, entry.first)[:LABEL], *when, str(left)])
    return tap(label, OpenGroup(code=entry.first.code, day=entry.first.day.toordinal()))


def _button(words: Words, one: Celebrant, today: date, *, named: bool = True) -> Button:
    who = (one.name or one.client)[:LABEL]
    label = f"{who} · {written.short_day(words, one.day)}" if named and one.day != today else who
    if one.kind is Occasion.BIRTHDAY:
        return tap(label, OpenGreeting(person=one.person))
    return tap(label, OpenCelebration(client=one.client_id, person=one.person, code=one.code))


def _short(words: Words, day: date, today: date) -> str:
    return words.plain("day-today") if day == today else written.short_day(words, day)


def _add_button(words: Words) -> Button:
    return tap(words.plain("btn-add-birthday"), AskPerson())


def _back_row(words: Words) -> tuple[Button, ...]:
    return (tap(words.plain("btn-to-occasions"), OpenOccasions()),)
