"""Whom to congratulate, the greeting with its texts, and the capture of a birthday."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from domain.congratulations import Moment, Section, Way
from domain.first_names import Gender
from domain.greetings import Greeting, Tone
from domain.names import PersonName, display_phone
from domain.occasions import LEAP_YEAR, BirthDate, Occurrence
from domain.roles import PERSON_ROLES
from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.occasions import (
    AskBirthday,
    AskPerson,
    ChooseMonth,
    ChoosePerson,
    ForgetBirthday,
    Greeted,
    OpenGreeting,
    OpenOccasions,
    SaveBirthday,
    SetAddress,
    ShowTexts,
    TellGender,
)
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

COPY_LIMIT = 256
LINES = 40
BUTTONS = 40
LABEL = 40
LAST_PAGE = 99


@dataclass(frozen=True, slots=True)
class Celebrant:
    """A line of the list. `manager` is named to a lead only; `age` is what the person turns, None without a year."""

    person: int
    name: str
    client: str
    gender: Gender | None
    day: date
    age: int | None
    jubilee: bool
    done: bool
    section: Section
    manager: str = ""


@dataclass(frozen=True, slots=True)
class GreetingCard:
    """A person with the birthday that is near; without `day` it is not known. `greet_on` is today or the day to wait for."""

    person: int
    client_id: int
    name: str
    client: str
    role: str
    phone: str | None
    spoken: PersonName
    gender: Gender | None
    familiar: bool
    tone: Tone
    page: int
    today: date
    day: date | None = None
    age: int | None = None
    jubilee: bool = False
    greet_on: date | None = None
    moment: Moment = Moment.DAY
    done_on: date | None = None
    way: Way | None = None
    texts: tuple[Greeting, ...] = ()

    def with_occasion(
        self,
        occurrence: Occurrence,
        *,
        greet_on: date,
        moment: Moment,
        done_on: date | None,
        way: Way | None,
        texts: tuple[Greeting, ...],
    ) -> "GreetingCard":
        return replace(
            self,
            day=occurrence.day,
            age=occurrence.age,
            jubilee=occurrence.jubilee,
            greet_on=greet_on,
            moment=moment,
            done_on=done_on,
            way=way,
            texts=texts,
        )


@dataclass(frozen=True, slots=True)
class PersonFound:
    id: int
    name: str
    client: str


@dataclass(frozen=True, slots=True)
class Seeking:
    """Whom `text` may mean; `without_people` are clients (id, name) called so that have nobody in the base."""

    text: str
    people: tuple[PersonFound, ...]
    without_people: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    person: int
    name: str
    client: str
    birth: BirthDate | None


@dataclass(frozen=True, slots=True)
class Saved:
    """`before` only where it was another one."""

    person: int
    name: str
    client: str
    birth: BirthDate
    before: BirthDate | None
    coming: Occurrence
    today: date


# --- the list and the push


def occasions(words: Words, people: Sequence[Celebrant], today: date, *, before: str = "") -> Screen:
    """`before` is what has just been done."""
    now = sum(one.section in {Section.LATE, Section.NOW} and not one.done for one in people)
    title = words("msg-occasions", now=now) if people else words("msg-occasions-empty")
    blocks = [*([before] if before else []), title, *_sections(words, people, today)]
    rows = (*in_rows(_greeting_buttons(words, people, today), 2), (_add_button(words),))
    return Screen(clipped("\n\n".join(blocks)), rows)


def notice(words: Words, people: Sequence[Celebrant], today: date, *, late: bool) -> Screen:
    blocks = [words("ntf-occasions", count=len(people)), *_sections(words, people, today)]
    if late:
        blocks.insert(1, words("ntf-occasions-late"))
    text = clipped("\n\n".join([*blocks, words("ntf-occasions-next")]))
    buttons = _greeting_buttons(words, people, today)
    return Screen(text, (*in_rows(buttons, 2), (tap(words.plain("btn-occasions"), OpenOccasions()),)))


def _sections(words: Words, people: Sequence[Celebrant], today: date) -> list[str]:
    blocks = []
    for section in Section:
        lines = [_line(words, one, today) for one in people if one.section is section]
        if lines:
            rest = len(lines) - LINES
            more = [words("occasions-more", count=rest)] if rest > 0 else []
            blocks.append("\n".join([words(f"occasions-{section}"), *lines[:LINES], *more]))
    return blocks


def _line(words: Words, one: Celebrant, today: date) -> str:
    facts = [f"{escape(one.name, quote=False)}, {escape(one.client, quote=False)}"]
    facts += _age(words, one.age, jubilee=one.jubilee)
    facts += [escape(one.manager, quote=False)] if one.manager else []
    facts += [words("occasions-done", gender=_sex(one.gender))] if one.done else []
    return f"{written.day(words, one.day, today)} — {' · '.join(facts)}"


def _age(words: Words, age: int | None, *, jubilee: bool) -> list[str]:
    if not age or age < 0:
        return []
    return [words("occasions-jubilee" if jubilee else "occasions-age", age=age)]


def _sex(gender: Gender | None) -> str:
    return "unknown" if gender is None else gender.value


def _greeting_buttons(words: Words, people: Sequence[Celebrant], today: date) -> list[Button]:
    waiting = [one for one in people if not one.done]
    return [
        tap(f"{one.name[:LABEL]} · {_short(words, one.day, today)}", OpenGreeting(person=one.person))
        for one in waiting[:BUTTONS]
    ]


def _short(words: Words, day: date, today: date) -> str:
    return words.plain("day-today") if day == today else written.short_day(words, day)


def _add_button(words: Words) -> Button:
    return tap(words.plain("btn-add-birthday"), AskPerson())


def _back_row(words: Words) -> tuple[Button, ...]:
    return (tap(words.plain("btn-to-occasions"), OpenOccasions()),)


# --- the greeting


def text_language(name: str, language: str) -> str:
    """A person with a Russian name is written to in Russian, whatever the manager reads."""
    return "ru" if re.search("[а-яё]", name.lower()) else language


def texts(card: GreetingCard, language: Words) -> list[str]:
    """The texts as they will be copied; without a first name nobody is addressed by a bare surname."""
    named = bool(card.spoken.first) and not card.spoken.first.endswith(".")
    more = {"named": "yes" if named else "no", "when": card.moment.value}
    return [language.plain(text.key, **(dict(text.args) | more)) for text in card.texts]


def greeting(words: Words, card: GreetingCard, language: Words) -> Screen:
    """`language` is what the texts are written in: see `text_language`."""
    if card.day is None:
        row = (tap(words.plain("btn-add-birthday"), AskBirthday(person=card.person)),)
        return Screen(words("msg-no-birthday", name=card.name, client=card.client), (row, _back_row(words)))
    lines = _head(words, card, card.day)
    rows: list[tuple[Button, ...]] = []
    if card.done_on is None:
        written_texts = texts(card, language)
        lines += ["", *_shown(written_texts)]
        rows += [_copy_row(words, written_texts), *_change_rows(words, card), *_gender_rows(words, card)]
        rows += _done_rows(words, card, card.day)
    rows += [(tap(words.plain("btn-correct-birthday"), AskBirthday(person=card.person)), *_back_row(words))]
    return Screen(clipped("\n".join(lines)), tuple(row for row in rows if row))


def _head(words: Words, card: GreetingCard, day: date) -> list[str]:
    role = _role(words, card.role)
    who = f"{role}, {card.client}" if role else card.client
    when = " · ".join([written.day(words, day, card.today), *_age(words, card.age, jubilee=card.jubilee)])
    lines = [
        words("greeting-person", name=card.name),
        escape(who, quote=False),
        words("greeting-birthday", when=when),
    ]
    if card.phone:
        lines.append(f"📞 {display_phone(card.phone)}")
    if card.done_on is not None:
        way = card.way or Way.MESSAGE
        done_day = written.day(words, card.done_on, card.today)
        lines.append(words("greeting-done", gender=_sex(card.gender), day=done_day, way=way.value))
    elif card.greet_on is not None and card.greet_on > card.today:
        lines.append(words("greeting-wait", day=written.day(words, card.greet_on, card.today)))
    return lines


def _role(words: Words, role: str) -> str:
    return words.plain(f"person-role-{role}") if role in PERSON_ROLES else role


def _shown(whole: Sequence[str]) -> list[str]:
    """What is too long for a copy button is set so that a tap on it copies."""
    shown = []
    for number, text in enumerate(whole, 1):
        safe = escape(text, quote=False)
        body = safe if len(text) <= COPY_LIMIT else f"<code>{safe}</code>"
        shown.append(f"<b>{number}.</b> {body}\n")
    return shown


def _copy_row(words: Words, whole: Sequence[str]) -> tuple[Button, ...]:
    return tuple(
        Button(words.plain("btn-copy-text", number=number), copy=text)
        for number, text in enumerate(whole, 1)
        if len(text) <= COPY_LIMIT
    )


def _change_rows(words: Words, card: GreetingCard) -> list[tuple[Button, ...]]:
    other = Tone.WARM if card.tone is Tone.BUSINESS else Tone.BUSINESS
    address = SetAddress(person=card.person, familiar=not card.familiar, tone=card.tone)
    page = (card.page + 1) % LAST_PAGE
    return [
        (tap(words.plain("btn-other-texts"), ShowTexts(person=card.person, tone=card.tone, page=page)),),
        (
            tap(words.plain(f"btn-tone-{other}"), ShowTexts(person=card.person, tone=other)),
            tap(words.plain("btn-formal" if card.familiar else "btn-familiar"), address),
        ),
    ]


def _gender_rows(words: Words, card: GreetingCard) -> list[tuple[Button, ...]]:
    """Asked only where neither the name nor anybody has told."""
    if card.gender is not None:
        return []
    return [
        tuple(
            tap(words.plain(f"btn-{gender}"), TellGender(person=card.person, gender=gender, tone=card.tone))
            for gender in Gender
        )
    ]


def _done_rows(words: Words, card: GreetingCard, day: date) -> list[tuple[Button, ...]]:
    """Nobody is congratulated ahead of time."""
    if card.greet_on != card.today:
        return []
    return [
        tuple(
            tap(
                words.plain(f"btn-greeted-{way}"),
                Greeted(person=card.person, year=day.year, way=way, tone=card.tone, page=card.page),
            )
            for way in Way
        )
    ]


def just_greeted(words: Words, card: GreetingCard, way: Way) -> str:
    return words("msg-greeted", name=card.name, gender=_sex(card.gender), way=way.value)


# --- the capture


def ask_person(words: Words, recent: Sequence[PersonFound]) -> Screen:
    return Screen(words("ask-whose-birthday"), (*_person_rows(recent), leave_row(words)))


def choose_person(words: Words, seeking: Seeking) -> Screen:
    """Several it may be, or nobody: what was typed is shown again."""
    if seeking.people:
        text = words("msg-several-people", text=seeking.text)
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
    """A date is typed, or a month is tapped."""
    known = (
        "" if asked.birth is None else words("ask-birthday-known", birth=birth_in_words(words, asked.birth))
    )
    text = words("ask-birthday", name=asked.name, client=asked.client)
    months = [
        tap(words.plain(f"birth-month-{month}"), ChooseMonth(person=asked.person, month=month))
        for month in range(1, 13)
    ]
    forget = (tap(words.plain("btn-forget-birthday"), ForgetBirthday(person=asked.person)),)
    last = (*(forget if asked.birth else ()), *leave_row(words))
    return Screen(f"{text}\n{known}" if known else text, (*in_rows(months, 4), last))


def ask_day(words: Words, asked: Asked, month: int) -> Screen:
    """29 February is there: the year is not asked."""
    days = [
        tap(str(day), SaveBirthday(person=asked.person, month=month, day=day))
        for day in range(1, monthrange(LEAP_YEAR, month)[1] + 1)
    ]
    text = words("ask-birth-day", name=asked.name, month=words.plain(f"birth-month-{month}"))
    back = tap(words.plain("btn-back"), AskBirthday(person=asked.person))
    return Screen(text, (*in_rows(days, 7), (back, *leave_row(words))))


def birth_in_words(words: Words, birth: BirthDate) -> str:
    day = written.month_day(words, birth.day, birth.month)
    if birth.year is None:
        return words("birth-without-year", day=day)
    return words("birth-with-year", day=day, year=str(birth.year))


def saved(words: Words, done: Saved) -> Screen:
    birth = birth_in_words(words, done.birth)
    lines = [words("msg-birthday-saved", name=done.name, client=done.client, birth=birth)]
    if done.before is not None:
        lines.append(words("birthday-before", birth=birth_in_words(words, done.before)))
    day = written.day(words, done.coming.day, done.today)
    age = _age(words, done.coming.age, jubilee=done.coming.jubilee)
    lines.append(words("birthday-next", when=" · ".join([day, *age])))
    correct = tap(words.plain("btn-correct-birthday"), AskBirthday(person=done.person))
    forget = tap(words.plain("btn-forget-birthday"), ForgetBirthday(person=done.person))
    open_ = tap(words.plain("btn-greeting"), OpenGreeting(person=done.person))
    return Screen(
        "\n".join(lines),
        ((open_, correct), (forget, tap(words.plain("btn-one-more"), AskPerson())), _back_row(words)),
    )


def forgotten(words: Words, asked: Asked) -> Screen:
    """One tap brings it back."""
    if asked.birth is None:
        return Screen(words("msg-no-birthday", name=asked.name, client=asked.client), (_back_row(words),))
    birth = asked.birth
    again = SaveBirthday(person=asked.person, month=birth.month, day=birth.day, year=birth.year or 0)
    text = words("msg-birthday-forgotten", name=asked.name, birth=birth_in_words(words, birth))
    return Screen(text, ((tap(words.plain("btn-bring-back"), again), *_back_row(words)),))
