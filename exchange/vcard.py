"""Contacts of a .vcf file, vCard 2.1, 3.0 and 4.0.

An own reader: the packages at hand lose year-less birthdays and quoted-printable with a charset, and six
properties are all that is needed.
"""

import base64
import quopri
import re
from binascii import Error as Base64Error
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from exchange.errors import FileEmptyError, FileTooLargeError, FileUnsupportedError
from exchange.reading import Reading
from exchange.sheet import Limits, Problem
from exchange.values import (
    BadValueError,
    Birthday,
    Phone,
    clean_text,
    make_birthday,
    parse_birthday,
    parse_phone,
)

_PROPERTY = re.compile(rb'((?:"[^"]*"|[^":])*):(.*)', re.DOTALL)
_QUOTED = re.compile(rb";(?:ENCODING=)?QUOTED-PRINTABLE", re.IGNORECASE)
_YEARLESS = re.compile(r"--(\d{2})-?(\d{2})?(?:T.*)?")
_WHOLE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?|(\d{4})-(\d{2})")
_CHARSET = re.compile(
    r"utf-?(?:8|16)|(?:windows-|cp|ibm)\d{3,4}|koi8-[ru]|(?:iso-8859-|latin-?)\d{1,2}|us-ascii|ascii",
    re.IGNORECASE,
)
_LAST_IMPOSSIBLE_YEAR = (
    1905  # nobody living was born by then: such a year only stands for «unknown» (1604, 1900)
)
_LONGEST_MARK = 40
_MOST_OF_A_KIND = 50
_WANTED = frozenset({"FN", "N", "TEL", "EMAIL", "ORG", "TITLE", "ROLE", "BDAY"})


@dataclass(frozen=True, slots=True)
class Contact:
    """One card. `full_name` is surname, name, patronymic where the card has all three apart, else as displayed.

    `title` is the department where no title is given.
    """

    full_name: str
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    organisation: str = ""
    title: str = ""
    birthday: Birthday | None = None


@dataclass(slots=True)
class _Property:
    name: str
    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class _Card:
    number: int
    properties: list[_Property] = field(default_factory=list)

    def first(self, name: str) -> _Property | None:
        return next(
            (found for found in self.properties if found.name == name and found.value.strip(" ;")), None
        )

    def all_of(self, name: str) -> list[_Property]:
        return [found for found in self.properties if found.name == name][:_MOST_OF_A_KIND]


def read_vcards(data: bytes, today: date, limits: Limits | None = None) -> Reading[Contact]:
    """All cards of a file. A problem's `cell` is «#2» for the second card.

    A birthday loses its year when it is absent (`--0415`, `--04-15`), named by `X-APPLE-OMIT-YEAR`, or up to 1905.
    Raises `FileEmptyError`, `FileTooLargeError`, `FileUnsupportedError`.
    """
    limits = limits or Limits()
    if not data.strip():
        raise FileEmptyError
    if len(data) > limits.file_bytes:
        raise FileTooLargeError(what="bytes", found=len(data), limit=limits.file_bytes)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    elif data[:2] in (b"B\x00", b"\x00B"):
        data = data.decode("utf-16-le" if data[:1] == b"B" else "utf-16-be", "replace").encode()
    contacts: list[Contact] = []
    problems: list[Problem] = []
    number = 0
    for number, card in enumerate(_cards(data), 1):
        if number > limits.rows:
            raise FileTooLargeError(what="rows", found=number, limit=limits.rows)
        contact = _contact(card, today, problems)
        if contact.full_name or contact.phones or contact.emails:
            contacts.append(contact)
        else:
            problems.append(Problem("no_name", f"#{number}", "", "full_name"))
    if not number:
        raise FileUnsupportedError(name="vcf")
    return Reading(tuple(contacts), tuple(problems))


def _cards(data: bytes) -> Iterator[_Card]:
    """A card without its END ends where the next begins; one inside of an AGENT belongs to nobody."""
    card: _Card | None = None
    number, agents, before = 0, 0, b""
    for line in _lines(data):
        mark = line.strip(b"\xef\xbb\xbf \t").upper().replace(b" ", b"") if len(line) < _LONGEST_MARK else b""
        if mark == b"BEGIN:VCARD" and card is not None and (agents or before.startswith(b"AGENT")):
            agents += 1
        elif mark == b"END:VCARD" and agents:
            agents -= 1
        elif mark == b"BEGIN:VCARD":
            if card is not None and card.properties:
                yield card
            number += 1
            card = _Card(number)
        elif mark == b"END:VCARD" and card is not None:
            yield card
            card = None
        elif card is not None and not agents and (found := _property(line)):
            card.properties.append(found)
        before = mark
    if card is not None and card.properties:
        yield card


def _lines(data: bytes) -> Iterator[bytes]:
    """Logical lines: folded ones joined, and those that quoted-printable breaks with «=»."""
    held: list[bytes] = []
    quoted = False
    for raw in data.removeprefix(b"\xef\xbb\xbf").splitlines():
        if quoted and held[-1].endswith(b"="):
            held[-1] = held[-1][:-1]
            held.append(raw.lstrip(b"\t "))
        elif held and raw[:1] in (b" ", b"\t"):
            held.append(raw[1:])
        else:
            if held:
                yield b"".join(held)
            held = [raw]
            quoted = _QUOTED.search(raw.split(b":", 1)[0]) is not None
    if held:
        yield b"".join(held)


def _property(line: bytes) -> _Property | None:
    match = _PROPERTY.fullmatch(line)
    if match is None:
        return None
    head, *rest = _text(match[1], "").split(";")
    name = head.rsplit(".", 1)[-1].strip().upper()
    if name not in _WANTED:
        return None
    parameters: dict[str, str] = {}
    for part in rest:
        key, sign, value = part.partition("=")
        parameters[
            key.strip().upper()
            if sign
            else "ENCODING"
            if "QUOTED" in key.upper() or "BASE64" in key.upper()
            else "TYPE"
        ] = (value if sign else key).strip('" ')
    encoding = parameters.get("ENCODING", "").upper()
    raw = match[2]
    if encoding == "QUOTED-PRINTABLE":
        raw = quopri.decodestring(raw)
    elif encoding in {"B", "BASE64"}:
        try:
            raw = base64.b64decode(raw)
        except Base64Error:
            return None
    return _Property(name, parameters, _text(raw, parameters.get("CHARSET", "")))


def _text(raw: bytes, charset: str) -> str:
    named = charset if _CHARSET.fullmatch(charset) else ""
    for encoding in filter(None, (named, "utf-8", "cp1251")):
        try:
            return raw.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return raw.decode("utf-8", "replace")


def _contact(card: _Card, today: date, problems: list[Problem]) -> Contact:
    title = card.first("TITLE") or card.first("ROLE")
    firm, *units = _parts(organisation.value) if (organisation := card.first("ORG")) else [""]
    phones = (
        parse_phone(re.sub(r"^tel:|;.*$", "", _plain(found.value), flags=re.IGNORECASE))
        for found in card.all_of("TEL")
    )
    emails = (
        re.sub(r"^mailto:", "", _plain(found.value), flags=re.IGNORECASE).lower()
        for found in card.all_of("EMAIL")
    )
    return Contact(
        full_name=_full_name(card),
        phones=tuple(dict.fromkeys(phone for phone in phones if phone.text)),
        emails=tuple(dict.fromkeys(email for email in emails if "@" in email)),
        organisation=firm,
        title=_plain(title.value) if title else ", ".join(units),
        birthday=_birthday(card, today, problems),
    )


def _full_name(card: _Card) -> str:
    shown, structured = card.first("FN"), card.first("N")
    parts = _parts(structured.value, keep_empty=True)[:3] if structured else []
    if shown and not (len(parts) == 3 and all(parts)):  # noqa: PLR2004
        return _plain(shown.value)
    return " ".join(filter(None, parts))


def _birthday(card: _Card, today: date, problems: list[Problem]) -> Birthday | None:
    found = card.first("BDAY")
    if found is None:
        return None
    text = _plain(found.value)
    try:
        if match := _YEARLESS.fullmatch(text):
            return make_birthday(_known(match[2]), int(match[1]))
        if match := _WHOLE.fullmatch(text):
            year, month, day = match[1] or match[4], match[2] or match[5], _known(match[3])
            if found.parameters.get("X-APPLE-OMIT-YEAR") == year or int(year) <= _LAST_IMPOSSIBLE_YEAR:
                return make_birthday(day, int(month))
            return parse_birthday(f"{year}-{month}" + (f"-{day}" if day else ""), today)
        return parse_birthday(text, today)
    except BadValueError as error:
        problems.append(Problem(error.code, f"#{card.number}", text, "birthday"))
        return None


def _known(day: str | None) -> int | None:
    """None for a day that is not there, or is written 00."""
    return int(day or 0) or None


def _parts(value: str, *, keep_empty: bool = False) -> list[str]:
    parts = [_plain(part) for part in re.split(r"(?<!\\);", value)]
    return parts if keep_empty else [part for part in parts if part]


def _plain(value: str) -> str:
    return clean_text(re.sub(r"\\([\\,;:nN])", lambda match: " " if match[1] in "nN" else match[1], value))
