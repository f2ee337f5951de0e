"""Capture of a birthday: whose, when, what was written down; and the one question a day for a missing one."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from domain.occasions import LEAP_YEAR, BirthDate, BirthMonth, Occurrence
from screens import format as written
from screens.callbacks.birthdays import DeferBirthday, RefuseBirthday
from screens.callbacks.calls import NextCard
from screens.callbacks.clients import OpenClient
from screens.callbacks.occasions import (
    AskBirthday,
    AskPerson,
    ChooseMonth,
    ChoosePerson,
    ForgetBirthday,
    OpenGreeting,
    OpenOccasions,
    SaveBirthday,
)
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

LABEL = 40
SHOWN = 12


@dataclass(frozen=True, slots=True)
class PersonFound:
    id: int
    name: str
    client: str


@dataclass(frozen=True, slots=True)
class Seeking:
    """Whom `text` may mean, and whether it surely means the one; `without_people` are clients (id, name) called so with nobody there."""

    text: str
    people: tuple[PersonFound, ...]
    without_people: tuple[tuple[int, str], ...] = ()
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """`ours`: the question came from us, and may be put off."""

    person: int
    name: str
    client: str
    birth: BirthDate | BirthMonth | None
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """`before` only where it was another one; `coming` None where the day is not known."""

    person: int
    name: str
    client: str
    birth: BirthDate | BirthMonth
    before: BirthDate | BirthMonth | None
    coming: Occurrence | None
    today: date


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the people have a birthday with its day; `manager` is named to a lead only."""

    known: int
    people: int
    manager: str = ""


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is not known of birthdays: the days of those in `month`, the birthday of `ask`."""

    month: int = 0
    dayless: tuple[PersonFound, ...] = ()
    counts: tuple[Completeness, ...] = ()
    ask: PersonFound | None = None


# --- whose and when


def ask_person(words: Words, recent: Sequence[PersonFound]) -> Screen:
    return Screen(words("ask-whose-birthday"), (*_person_rows(recent), leave_row(words)))


def choose_person(words: Words, seeking: Seeking) -> Screen:
    """Several it may be, or nobody: what was typed is shown again."""
    if seeking.people:
        text = words("msg-several-people", text=seeking.text, count=len(seeking.people))
        return Screen(text, (*_person_rows(seeking.people), leave_row(words)))
    cards = tuple(
        (tap(words.plain("btn-open-client", name=name[:LABEL]), OpenClient(client=client)),)
        for client, name in seeking.without_people
    )
    key = "msg-client-without-people" if cards else "msg-nobody-found"
    return Screen(words(key, text=seeking.text), (*cards, leave_row(words)))


def _person_rows(people: Sequence[PersonFound]) -> tuple[tuple[Button, ...], ...]:
    return in_rows(
        [tap(f"{one.name[:LABEL]} · {one.client[:LABEL]}", ChoosePerson(person=one.id)) for one in people], 1
    )


def ask_birthday(words: Words, asked: Asked) -> Screen:
    """A date is typed, or a month is tapped; what we ask ourselves may be put off."""
    text = words("ask-birthday", name=asked.name, client=asked.client)
    if asked.birth is not None:
        known = words("ask-birthday-known", birth=birth_in_words(words, asked.birth))
        text = f"{text}\n{known}"
    months = [
        tap(words.plain(f"birth-month-{month}"), ChooseMonth(person=asked.person, month=month))
        for month in range(1, 13)
    ]
    rows = in_rows(months, 3)
    if asked.ours:
        later = tap(words.plain("btn-birthday-later"), DeferBirthday(person=asked.person))
        never = tap(words.plain("btn-birthday-never"), RefuseBirthday(person=asked.person))
        rows = (*rows, (later, never))
    forget = (tap(words.plain("btn-forget-birthday"), ForgetBirthday(person=asked.person)),)
    return Screen(text, (*rows, (*(forget if asked.birth else ()), *leave_row(words))))


def ask_day(words: Words, asked: Asked, month: int) -> Screen:
    """29 February is there: the year is not asked. A month alone is worth keeping."""
    days = [
        tap(str(day), SaveBirthday(person=asked.person, month=month, day=day))
        for day in range(1, monthrange(LEAP_YEAR, month)[1] + 1)
    ]
    text = words("ask-birth-day", name=asked.name, month=words.plain(f"birth-month-{month}"))
    unknown = tap(words.plain("btn-birth-day-unknown"), SaveBirthday(person=asked.person, month=month, day=0))
    back = tap(words.plain("btn-back"), AskBirthday(person=asked.person))
    return Screen(text, (*in_rows(days, 7), (unknown,), (back, *leave_row(words))))


def birth_in_words(words: Words, birth: BirthDate | BirthMonth) -> str:
    """«12 марта 1985 года», «12 марта, год неизвестен», «в марте, число неизвестно»."""
    year = str(birth.year or "")
    if isinstance(birth, BirthMonth):
        month = words.plain(f"in-month-{birth.month}")
        return words("birth-without-day", month=month, year=year or "none")
    day = written.month_day(words, birth.day, birth.month)
    return words("birth-with-year", day=day, year=year) if year else words("birth-without-year", day=day)


def saved(words: Words, done: Saved) -> Screen:
    birth = birth_in_words(words, done.birth)
    lines = [words("msg-birthday-saved", name=done.name, client=done.client, birth=birth)]
    if done.before is not None:
        lines.append(words("birthday-before", birth=birth_in_words(words, done.before)))
    correct = tap(words.plain("btn-correct-birthday"), AskBirthday(person=done.person))
    first: tuple[Button, ...] = (correct,)
    if done.coming is None:
        lines.append(words("birthday-day-later"))
    else:
        day = written.day(words, done.coming.day, done.today)
        lines.append(words("birthday-next", when=" · ".join([day, *_age(words, done.coming)])))
        first = (tap(words.plain("btn-greeting"), OpenGreeting(person=done.person)), correct)
    forget = tap(words.plain("btn-forget-birthday"), ForgetBirthday(person=done.person))
    more = tap(words.plain("btn-one-more"), AskPerson())
    return Screen("\n".join(lines), (first, (forget, more), _back_row(words)))


def _age(words: Words, coming: Occurrence) -> list[str]:
    if not coming.age or coming.age < 0:
        return []
    return [words("occasions-jubilee" if coming.jubilee else "occasions-age", age=coming.age)]


def forgotten(words: Words, asked: Asked) -> Screen:
    """One tap brings it back."""
    if asked.birth is None:
        return Screen(words("msg-no-birthday", name=asked.name, client=asked.client), (_back_row(words),))
    birth = asked.birth
    day = birth.day if isinstance(birth, BirthDate) else 0
    again = SaveBirthday(person=asked.person, month=birth.month, day=day, year=birth.year or 0)
    text = words("msg-birthday-forgotten", name=asked.name, birth=birth_in_words(words, birth))
    return Screen(text, ((tap(words.plain("btn-bring-back"), again), *_back_row(words)),))


def _back_row(words: Words) -> tuple[Button, ...]:
    return (tap(words.plain("btn-to-occasions"), OpenOccasions()),)


# --- what is missing


def with_gaps(words: Words, screen: Screen, gaps: Gaps) -> Screen:
    """The list or the push with what is not known under it; its last row stays the last."""
    blocks = [screen.text, *_dayless(words, gaps), *_counts(words, gaps.counts)]
    buttons = [ask_button(words, one) for one in gaps.dayless[:SHOWN]]
    rows = in_rows(buttons, 2)
    if gaps.ask is not None:
        blocks.append(words("birthday-ask", name=gaps.ask.name, client=gaps.ask.client))
        rows = (*rows, (ask_button(words, gaps.ask),))
    return replace(
        screen, text=clipped("\n\n".join(blocks)), rows=(*screen.rows[:-1], *rows, *screen.rows[-1:])
    )


def months_begun(words: Words, gaps: Gaps) -> Screen:
    """The same where there is nobody to congratulate: said on its own, once a month."""
    screen = Screen(words("ntf-birthday-days"), (_back_row(words),))
    return with_gaps(words, screen, gaps)


def _dayless(words: Words, gaps: Gaps) -> list[str]:
    if not gaps.dayless:
        return []
    head = words("birthdays-dayless", month=words.plain(f"in-month-{gaps.month}"))
    lines = [escape(f"{one.name}, {one.client}", quote=False) for one in gaps.dayless[:SHOWN]]
    rest = len(gaps.dayless) - SHOWN
    more = [words("occasions-more", count=rest)] if rest > 0 else []
    return ["\n".join([head, *lines, *more])]


def _counts(words: Words, counts: Sequence[Completeness]) -> list[str]:
    """One line, or one for each manager of a lead's."""
    told = [one for one in counts if one.people]
    if not told:
        return []
    whole = Completeness(sum(one.known for one in told), sum(one.people for one in told))
    lines = [words("birthdays-known", known=whole.known, people=whole.people)]
    if len(told) > 1:
        lines += [
            words("birthdays-known-of", name=one.manager, known=one.known, people=one.people) for one in told
        ]
    return ["\n".join(lines)]


def ask_button(words: Words, person: PersonFound) -> Button:
    return tap(words.plain("btn-ask-birthday", name=person.name[:LABEL]), AskBirthday(person=person.id))


def ask_row(words: Words, person: PersonFound | None) -> tuple[Button, ...]:
    """Under the next card; empty where nothing is to be asked."""
    return () if person is None else (ask_button(words, person),)


def deferred(words: Words, name: str, until: date, today: date) -> Screen:
    return _left(words, words("msg-birthday-later", name=name, day=written.day(words, until, today)))


def refused(words: Words, name: str) -> Screen:
    return _left(words, words("msg-birthday-never", name=name))


def _left(words: Words, text: str) -> Screen:
    onward = tap(words.plain("btn-next-card"), NextCard())
    return Screen(text, ((onward, *_back_row(words)),))
