"""The greeting of one person or company: texts to copy, ways to send them, what was done before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from urllib.parse import quote

from domain.congratulations import Moment, Way
from domain.first_names import Gender
from domain.gifts import GiftState
from domain.greetings import Greeting, Occasion, Tone
from domain.names import Named, display_phone
from domain.roles import PERSON_ROLES
from screens import format as written
from screens.callbacks.gifts import AskGift, OpenGift
from screens.callbacks.greetings import (
    AskText,
    DropText,
    Greeted,
    SetAddress,
    ShowLook,
    TakeBack,
    TellGender,
    look_of,
)
from screens.callbacks.occasions import AskBirthday, OpenOccasions
from screens.greetings import greeting_text, title_of
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

COPY_LIMIT = 256
# Telegram refuses longer addresses of buttons.
LINK_LIMIT = 2000
QUOTED = 80


@dataclass(frozen=True, slots=True)
class Past:
    """What was done in an earlier year."""

    year: int
    way: Way | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class GiftLine:
    """A present of the round of `year`; `cost` in kopecks."""

    id: int
    year: int
    what: str
    cost: int
    state: GiftState


@dataclass(frozen=True, slots=True)
class GreetingCard:
    """Somebody (`person` 0: the company, nobody known there) with the occasion that is near; without `day` there is none.

    `greet_on` is today or the day to wait for. `holiday` is the name in the reader's language. `mail_link` is the pattern of the
    company's web mail. `own_text` was typed and waits to be sent.
    """

    client_id: int
    person: int
    code: str
    kind: Occasion
    name: str
    client: str
    role: str
    phone: str | None
    email: str | None
    named: Named
    familiar: bool
    tone: Tone
    page: int
    today: date
    holiday: str = ""
    vip: bool = False
    day: date | None = None
    years: int | None = None
    jubilee: bool = False
    greet_on: date | None = None
    moment: Moment = Moment.DAY
    done_on: date | None = None
    way: Way | None = None
    own_text: str = ""
    texts: tuple[Greeting, ...] = ()
    past: tuple[Past, ...] = ()
    gifts: tuple[GiftLine, ...] = ()
    mail_link: str = ""

    @property
    def look(self) -> int:
        return look_of(self.tone, self.page)

    @property
    def gender(self) -> Gender | None:
        return self.named.known_gender


def text_language(name: str, language: str) -> str:
    """A person with a Russian name is written to in Russian, whatever the manager reads."""
    return "ru" if re.search("[а-яё]", name.lower()) else language


def texts(card: GreetingCard, language: Words) -> list[str]:
    """The texts as they will be copied, an own one alone."""
    if card.own_text:
        return [card.own_text]
    return [greeting_text(language, text, card.moment) for text in card.texts]


def greeting(words: Words, card: GreetingCard, language: Words, *, before: str = "") -> Screen:
    """`language` is what the texts are written in: see `text_language`. `before` is what has just been done."""
    if card.day is None:
        return _without_day(words, card)
    lines = [*([before, ""] if before else []), *_head(words, card, card.day), *_history(words, card)]
    rows: list[tuple[Button, ...]] = []
    if card.done_on is None:
        whole = texts(card, language)
        lines += ["", *_shown(words, card, whole)]
        rows += [
            _copy_row(words, card, whole),
            *_change_rows(words, card, language),
            *_gender_rows(words, card),
        ]
        rows.append(_link_row(words, card, whole[0] if whole else ""))
        rows += in_rows([*_done(words, card, card.day), *_gifts(words, card)], 2)
    else:
        rows += [undo_row(words, card), *in_rows(_gifts(words, card), 2)]
    rows.append(_last_row(words, card))
    shown = tuple(row for row in rows if row)
    return Screen(clipped("\n".join(lines)), shown, passed_on=card.done_on is None)


def _without_day(words: Words, card: GreetingCard) -> Screen:
    back = (tap(words.plain("btn-to-occasions"), OpenOccasions()),)
    if card.kind is Occasion.BIRTHDAY and card.person:
        row = (tap(words.plain("btn-add-birthday"), AskBirthday(person=card.person)),)
        return Screen(words("msg-no-birthday", name=card.name, client=card.client), (row, back))
    return Screen(words("msg-occasion-over"), (back,))


def _head(words: Words, card: GreetingCard, day: date) -> list[str]:
    role = _role(words, card.role)
    who = ", ".join(part for part in (role, card.client if card.name else "") if part)
    vip = " · VIP" if card.vip else ""
    # A day of the New Year's wave that is past was only the first on which to write.
    waved = card.kind is Occasion.NEW_YEAR and day.year == card.today.year
    when = written.day(words, max(day, card.today) if waved else day, card.today)
    what = title_of(words, card.kind, card.years, card.holiday)
    age = _age(words, card)
    lines = [
        words("greeting-person", name=card.name or card.client) + vip,
        *([escape(who, quote=False)] if who else []),
        words("greeting-occasion", what=what, when=f"{when} · {age}" if age else when),
    ]
    if card.phone:
        lines.append(f"📞 {display_phone(card.phone)}")
    if card.email:
        lines.append(f"✉️ {escape(card.email, quote=False)}")
    if card.done_on is not None:
        done_day = written.day(words, card.done_on, card.today)
        way = (card.way or Way.MESSAGE).value
        lines.append(words("greeting-done", gender=_sex(card.gender), day=done_day, way=way))
    elif card.greet_on is not None and card.greet_on > card.today:
        lines.append(words("greeting-wait", day=written.day(words, card.greet_on, card.today)))
    return lines


def _age(words: Words, card: GreetingCard) -> str:
    if card.kind is not Occasion.BIRTHDAY or not card.years or card.years < 0:
        return ""
    return words("occasions-jubilee" if card.jubilee else "occasions-age", age=card.years)


def _sex(gender: Gender | None) -> str:
    return "unknown" if gender is None else gender.value


def _role(words: Words, role: str) -> str:
    return words.plain(f"person-role-{role}") if role in PERSON_ROLES else role


def _history(words: Words, card: GreetingCard) -> list[str]:
    given = {gift.year for gift in card.gifts}
    told = [past for past in card.past if past.way is not Way.GIFT or past.year not in given]
    return [*(_past(words, past) for past in told), *(_gift(words, card, gift) for gift in card.gifts)]


def _past(words: Words, past: Past) -> str:
    text = " ".join(past.text.split())
    cut = text if len(text) <= QUOTED else text[:QUOTED].rstrip() + "…"
    way = (past.way or Way.MESSAGE).value
    return words("greeting-past", year=str(past.year), way=way, quoted="yes" if cut else "no", text=cut)


def _gift(words: Words, card: GreetingCard, gift: GiftLine) -> str:
    cost = written.money(words, gift.cost)
    if card.day is not None and gift.year < card.day.year:
        return words("greeting-gift-past", year=str(gift.year), what=gift.what, cost=cost)
    return words("greeting-gift", what=gift.what, cost=cost, state=gift.state.value)


def _shown(words: Words, card: GreetingCard, whole: Sequence[str]) -> list[str]:
    """What is too long for a copy button is set so that a tap on it copies."""
    shown = [words("greeting-own")] if card.own_text else []
    for number, text in enumerate(whole, 1):
        safe = escape(text, quote=False)
        body = safe if len(text) <= COPY_LIMIT else f"<code>{safe}</code>"
        shown.append(f"{body}\n" if card.own_text else f"<b>{number}.</b> {body}\n")
    return shown


def _copy_row(words: Words, card: GreetingCard, whole: Sequence[str]) -> tuple[Button, ...]:
    return tuple(
        Button(words.plain("btn-copy-text", number=0 if card.own_text else number), copy=text)
        for number, text in enumerate(whole, 1)
        if len(text) <= COPY_LIMIT
    )


def _change_rows(words: Words, card: GreetingCard, language: Words) -> list[tuple[Button, ...]]:
    """«Ты» or «Вы» is a question of Russian texts only."""
    of = {"client": card.client_id, "person": card.person, "code": card.code}
    if card.own_text:
        return [
            (
                tap(words.plain("btn-change-text"), AskText(**of)),
                tap(words.plain("btn-drop-text"), DropText(**of)),
            )
        ]
    other = Tone.WARM if card.tone is Tone.BUSINESS else Tone.BUSINESS
    more = ShowLook(**of, look=look_of(card.tone, card.page + 1))
    tone = tap(words.plain(f"btn-tone-{other}"), ShowLook(**of, look=look_of(other, 0)))
    asked = card.person and language.language == "ru"
    address = SetAddress(**of, familiar=not card.familiar, look=card.look) if asked else None
    label = words.plain("btn-formal" if card.familiar else "btn-familiar")
    return [
        (tap(words.plain("btn-other-texts"), more), tap(words.plain("btn-own-text"), AskText(**of))),
        (tone, *((tap(label, address),) if address else ())),
    ]


def _gender_rows(words: Words, card: GreetingCard) -> list[tuple[Button, ...]]:
    """Asked only where neither the name nor anybody has told."""
    if card.gender is not None or not card.person:
        return []
    of = {"client": card.client_id, "person": card.person, "code": card.code, "look": card.look}
    return [
        tuple(tap(words.plain(f"btn-{one}"), TellGender(**of, male=one is Gender.MALE)) for one in Gender)
    ]


def _link_row(words: Words, card: GreetingCard, text: str) -> tuple[Button, ...]:
    """WhatsApp and the company's web mail with the first text in place; Telegram opens nothing but web addresses.

    A text too long for an address is left out of it: it is copied.
    """
    links = []
    if card.phone:
        chat = f"https://wa.me/{card.phone.lstrip('+')}"
        links.append(("btn-whatsapp", (f"{chat}?text={quote(text, safe='')}", chat)))
    if card.email and card.mail_link:
        subject = title_of(words, card.kind, card.years, card.holiday)
        whole, bare = (
            card.mail_link.format(
                to=quote(card.email, safe=""), subject=quote(subject, safe=""), body=quote(body, safe="")
            )
            for body in (text, "")
        )
        links.append(("btn-mail", (whole, bare)))
    return tuple(
        Button(words.plain(key), url=whole if len(whole) <= LINK_LIMIT else bare)
        for key, (whole, bare) in links
    )


def _done(words: Words, card: GreetingCard, day: date) -> list[Button]:
    """Nobody is congratulated ahead of time."""
    if card.greet_on != card.today:
        return []
    buttons = []
    for way in (Way.MESSAGE, Way.CALL, Way.CARD):
        done = Greeted.by(
            way,
            card.look,
            client=card.client_id,
            person=card.person,
            code=card.code,
            year=day.year,
        )
        buttons.append(tap(words.plain(f"btn-greeted-{way}"), done))
    return buttons


def undo_row(words: Words, card: GreetingCard) -> tuple[Button, ...]:
    """Only on the day itself: what was done before stays done."""
    if card.day is None or card.done_on not in {None, card.today}:
        return ()
    back = TakeBack(client=card.client_id, person=card.person, code=card.code, year=card.day.year)
    return (tap(words.plain("btn-take-back-greeting"), back),)


def _gifts(words: Words, card: GreetingCard) -> list[Button]:
    buttons = [
        tap(words.plain("btn-gift-open", what=gift.what[:30]), OpenGift(gift=gift.id))
        for gift in card.gifts
        if card.day is not None and gift.year == card.day.year
    ]
    ask = AskGift(client=card.client_id, person=card.person, code=card.code)
    return buttons or [tap(words.plain("btn-gift"), ask)]


def _last_row(words: Words, card: GreetingCard) -> tuple[Button, ...]:
    back = tap(words.plain("btn-to-occasions"), OpenOccasions())
    if card.kind is Occasion.BIRTHDAY and card.person:
        return (tap(words.plain("btn-correct-birthday"), AskBirthday(person=card.person)), back)
    return (back,)


def ask_text(words: Words, card: GreetingCard) -> Screen:
    """The own text is typed; what was typed before can be copied back."""
    back = ShowLook(client=card.client_id, person=card.person, code=card.code, look=card.look)
    rows = [(tap(words.plain("btn-back"), back),)]
    if card.own_text and len(card.own_text) <= COPY_LIMIT:
        rows.insert(0, (Button(words.plain("btn-copy-own"), copy=card.own_text),))
    return Screen(words("ask-own-text", name=card.name or card.client), tuple(rows))


def just_greeted(words: Words, card: GreetingCard, way: Way) -> str:
    return words("msg-greeted", name=card.name or card.client, gender=_sex(card.gender), way=way.value)
