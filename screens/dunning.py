"""Words for a debt: what to say and to write at each step, a claim, a folder for the lawyer; and silence for a while."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import escape

from domain.dunning import STRICT, Silence
from domain.ladder import DunningLevel
from domain.names import display_phone
from domain.periods import add_months
from domain.roles import PERSON_ROLES
from screens import format as written
from screens.callbacks.dunning import (
    AskSilence,
    OpenAlertCard,
    OpenClaim,
    OpenFolder,
    OpenWords,
    SilenceTill,
    SilenceWhy,
)
from screens.debts import Card, silence_reason
from screens.greeting_card import COPY_LIMIT, text_language
from screens.menu import leave_row
from screens.outcomes import outcome_name
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

LISTED = 6
LAST_PAGE = 99


@dataclass(frozen=True, slots=True)
class Owed:
    """A document to ask for, in kopecks; `days` past its term today."""

    document: str
    amount: int
    due: date
    days: int


@dataclass(frozen=True, slots=True)
class Speech:
    """What the words are made of. `say` and `write` are keys of the catalogue; `name` is how the person is spoken to, or empty.

    `whom` and `to` are the full name in the accusative and the dative; `own_name` our own legal name where it is set.
    """

    client_id: int
    client: str
    level: DunningLevel
    page: int
    say: str
    write: str
    name: str
    whom: str
    to: str
    formality: str
    phone: str | None
    owed: tuple[Owed, ...]
    manager: str
    today: date
    own_name: str = ""

    @property
    def total(self) -> int:
        return sum(one.amount for one in self.owed)

    @property
    def days(self) -> int:
        return max((one.days for one in self.owed), default=0)


@dataclass(frozen=True, slots=True)
class PastPromise:
    due: date
    amount: int | None
    paid: int


@dataclass(frozen=True, slots=True)
class Touch:
    """A call: its local day, outcome and note."""

    day: date
    outcome: str
    note: str


@dataclass(frozen=True, slots=True)
class Folder:
    """What a lawyer asks for. `people` are (name, role, number)."""

    speech: Speech
    tax_number: str
    address: str
    debt: int
    as_of: date | None
    broken: tuple[PastPromise, ...]
    touches: tuple[Touch, ...]
    people: tuple[tuple[str, str, str], ...]


def language_of(speech: Speech, own: str) -> str:
    """A client with a Russian name is written to in Russian, whatever the manager reads."""
    return text_language(speech.name or speech.client, own)


# --- what to say and to write


def to_say(language: Words, speech: Speech) -> str:
    return language.plain(speech.say, **_facts(language, _spoken(speech)))


def to_write(language: Words, speech: Speech) -> str:
    return language.plain(speech.write, **_facts(language, _spoken(speech)))


def _spoken(speech: Speech) -> Speech:
    """Documents as people name them; a claim and a lawyer need their full names."""
    short = (replace(one, document=written.short_document(one.document, speech.today)) for one in speech.owed)
    return replace(speech, owed=tuple(short))


def _facts(language: Words, speech: Speech) -> dict[str, str | int]:
    oldest = speech.owed[0]
    return {
        "name": speech.name,
        "named": "yes" if speech.name else "no",
        "formality": speech.formality,
        "sum": written.money(language, speech.total),
        "days": speech.days,
        "due": written.month_day(language, oldest.due.day, oldest.due.month),
        "count": len(speech.owed),
        "document": oldest.document or language.plain("debt-balance"),
        "documents": _documents(language, speech),
        "manager": speech.manager,
        "client": speech.client,
        "to": speech.to,
        "own": speech.own_name or language.plain("claim-own-name"),
        "today": written.month_day(language, speech.today.day, speech.today.month),
        "year": str(speech.today.year),
    }


def _documents(language: Words, speech: Speech) -> str:
    """A line for each, the oldest term first; a few, then a count with its sum."""
    named, rest = speech.owed[:LISTED], speech.owed[LISTED:]
    lines = [
        language.plain(
            "letter-document",
            document=one.document or language.plain("debt-balance"),
            sum=written.money(language, one.amount),
            due=written.short_day(language, one.due),
        )
        for one in named
    ]
    if rest:
        amount = written.money(language, sum(one.amount for one in rest))
        lines.append(language.plain("letter-documents-more", count=len(rest), sum=amount))
    if len(speech.owed) > 1:
        lines.append(language.plain("letter-total", sum=written.money(language, speech.total)))
    return "\n".join(lines)


def speech(words: Words, shown: Speech, language: Words) -> Screen:
    """`language` is what the client is spoken to in: see `language_of`."""
    letter = to_write(language, shown)
    lines = [
        words("msg-speech", name=shown.client, step=words.plain(f"step-{shown.level}")),
        _call_line(words, shown),
        "",
        words("speech-say"),
        escape(to_say(language, shown), quote=False),
        "",
        words("speech-write"),
        _copied(letter),
    ]
    id_ = shown.client_id
    other = tap(words.plain("btn-speech-other"), OpenWords(client=id_, page=(shown.page + 1) % LAST_PAGE))
    rows: list[tuple[Button, ...]] = [(*_copy(words, letter), other)]
    if shown.level in STRICT:
        papers = [tap(words.plain("btn-claim"), OpenClaim(client=id_))]
        if shown.level is DunningLevel.LAWYER:
            papers.append(tap(words.plain("btn-folder"), OpenFolder(client=id_)))
        rows.append(tuple(papers))
    return Screen(clipped("\n".join(lines)), (*rows, _back(words, id_)))


def _call_line(words: Words, shown: Speech) -> str:
    number = display_phone(shown.phone) if shown.phone else words.plain("debt-no-phone")
    return words("speech-call", phone=number, whom=shown.whom, known="yes" if shown.whom else "no")


def _copied(text: str) -> str:
    """What is too long for a copy button is set so that a tap on it copies."""
    safe = escape(text, quote=False)
    return safe if len(text) <= COPY_LIMIT else f"<code>{safe}</code>"


def _copy(words: Words, text: str) -> tuple[Button, ...]:
    if len(text) > COPY_LIMIT:
        return ()
    return (Button(words.plain("btn-copy-letter"), copy=text),)


def _back(words: Words, client_id: int) -> tuple[Button, ...]:
    return (tap(words.plain("btn-to-debt"), OpenAlertCard(client=client_id)),)


def claim(words: Words, shown: Speech, language: Words) -> Screen:
    """The draft of a written claim; a tap on it copies it whole."""
    text = language.plain("claim-text", **_facts(language, shown))
    lines = [words("msg-claim", name=shown.client), "", f"<code>{escape(text, quote=False)}</code>"]
    return Screen(clipped("\n".join(lines)), (_back(words, shown.client_id),))


def folder(words: Words, shown: Folder) -> Screen:
    """Facts for the lawyer, in one message that can be forwarded."""
    told = shown.speech
    money = written.money(words, told.total)
    lines = [
        words("msg-folder", name=told.client, sum=money, days=told.days),
        words(
            "folder-debtor", number=shown.tax_number, address=shown.address, known=_known(shown.tax_number)
        ),
    ]
    if shown.as_of is not None:
        debt = written.money(words, shown.debt)
        lines.append(words("folder-debt", debt=debt, day=written.short_day(words, shown.as_of)))
    lines += ["", words("folder-documents"), escape(_documents(words, told), quote=False)]
    if shown.broken:
        lines += ["", words("folder-promises"), *(_promise(words, one) for one in shown.broken)]
    if shown.touches:
        lines += ["", words("folder-calls"), *(_touch(words, one) for one in shown.touches)]
    if shown.people:
        lines += ["", words("folder-people"), *(_person(words, one) for one in shown.people)]
    lines += ["", words("folder-next")]
    row = (tap(words.plain("btn-claim"), OpenClaim(client=told.client_id)),)
    return Screen(clipped("\n".join(lines)), (row, _back(words, told.client_id)))


def _known(text: str) -> str:
    return "yes" if text else "no"


def _promise(words: Words, one: PastPromise) -> str:
    due, paid = written.short_day(words, one.due), written.money(words, one.paid)
    if one.amount is None:
        return words("folder-promise-any", due=due, paid=paid)
    return words("folder-promise", due=due, sum=written.money(words, one.amount), paid=paid)


def _touch(words: Words, one: Touch) -> str:
    said = f" — {escape(one.note, quote=False)}" if one.note else ""
    return f"{written.short_day(words, one.day)}: {outcome_name(words, one.outcome)}{said}"


def _person(words: Words, one: tuple[str, str, str]) -> str:
    name, role, number = one
    known = words.plain(f"person-role-{role}") if role in PERSON_ROLES else role
    parts = [name, known, display_phone(number) if number else ""]
    return escape(", ".join(part for part in parts if part), quote=False)


# --- left alone for a while


def ask_silence(words: Words, client_id: int, name: str) -> Screen:
    buttons = [tap(words.plain(f"silence-{why}"), SilenceWhy(client=client_id, why=why)) for why in Silence]
    return Screen(words("ask-silence", name=name), (*in_rows(buttons, 1), leave_row(words)))


def ask_silence_till(words: Words, client_id: int, name: str, why: str, today: date) -> Screen:
    days = {"week": today + timedelta(days=7), "month": add_months(today, 1)}
    row = tuple(
        tap(
            words.plain(f"btn-silence-{span}", day=written.short_day(words, day)),
            SilenceTill(client=client_id, day=day.toordinal()),
        )
        for span, day in days.items()
    )
    back = tap(words.plain("btn-back"), AskSilence(client=client_id))
    said = silence_reason(words, why)
    return Screen(words("ask-silence-till", name=name, why=said), (row, (back, *leave_row(words))))


def silenced(words: Words, shown: Card) -> str:
    """Over the card, once it is so."""
    until = written.day(words, shown.undunned_until or shown.file.today)
    return words("msg-silence", name=shown.name, day=until, why=silence_reason(words, shown.undunned_why))
