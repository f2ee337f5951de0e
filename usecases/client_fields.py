"""Reading the facts of a client that are typed as messages."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from domain.clients import ClientField
from domain.errors import ProzvonError
from domain.names import normalise_phone, phones_in

MAX_NAME = 200
MAX_TEXT = 500
MAX_NOTE = 1000
MAX_DELAY = 365
_EDGES = " ,;:—–-"
_LABEL = re.compile(r"(?<!\w)(?:тел(?:ефон\w*)?|моб(?:ильн\w*)?|номер|phone|tel)[.:\s]*$", re.IGNORECASE)


class ClientFieldError(ProzvonError):
    """What was typed is no such fact of a client; facts: field, text."""

    code = "client-field"


class DetailKind(StrEnum):
    PHONE = "phone"
    TAX_NUMBER = "tax_number"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Detail:
    """What one free message about a client says. `text` is E.164, a tax number or a name; `phone` the person's own."""

    kind: DetailKind
    text: str
    phone: str | None = None


def read_name(text: str) -> str:
    """One line of 1–200 characters with a letter or a digit. Raises `ClientFieldError`."""
    name = " ".join(text.split())
    if not re.search(r"[^\W_]", name) or len(name) > MAX_NAME:
        raise ClientFieldError(field=ClientField.NAME, text=name[:MAX_NAME])
    return name


def read_detail(text: str) -> Detail:
    """A phone, a tax number or a person, with a phone or without. Raises `ClientFieldError`.

    Ten bare digits may be either number: check digits decide, and what begins with 9 and can be dialled is a mobile.
    """
    from exchange.values import is_tax_number

    bare = re.sub(r"\s", "", text)
    labelled = re.match(r"\s*(?:инн|inn)\b", text, re.IGNORECASE)
    phone = normalise_phone(text) if not re.search(r"[^\W\d_]{4}", text) else None
    mobile = phone is not None and bare.startswith("9")
    if labelled or (re.fullmatch(r"\d{10}|\d{12}", bare) and is_tax_number(bare) and not mobile):
        return Detail(DetailKind.TAX_NUMBER, _tax_number(ClientField.TAX_NUMBER, text) or "")
    if phone is not None:
        return Detail(DetailKind.PHONE, phone)
    if re.fullmatch(r"\d{10}|\d{12}", bare):
        raise ClientFieldError(field=ClientField.TAX_NUMBER, text=bare)
    name, own = split_phone(text)
    if not re.search(r"[^\W\d_]", name) or len(name) > MAX_NAME:
        raise ClientFieldError(field="detail", text=text[:100])
    return Detail(DetailKind.PERSON, name, own)


def split_phone(text: str) -> tuple[str, str | None]:
    """«Мария, тел. 8 916 123-45-67 доб. 2» is the name and the number in E.164; without a valid number, all is the name."""
    found = phones_in(text)
    if not found:
        return " ".join(text.split()), None
    start, end, phone = found[0]
    before = _LABEL.sub("", text[:start]).rstrip(f"{_EDGES}(")
    after = text[end:].lstrip(" )")
    rest = f"{before}{', ' if after.startswith(',') else ' '}{after.lstrip(_EDGES)}"
    return " ".join(rest.split()).strip(_EDGES), phone.e164


def _cleared(text: str) -> bool:
    return text in {"-", "–", "—", "−"}


def _name(_: ClientField, text: str) -> str:
    return read_name(text)


def _text(field: ClientField, text: str) -> str:
    limit = (
        MAX_NOTE if field is ClientField.NOTE else MAX_NAME if field is ClientField.LEGAL_NAME else MAX_TEXT
    )
    if not text or len(text) > limit:
        raise ClientFieldError(field="long" if text else "empty", text=text[:100])
    return "" if _cleared(text) else text


def _phone(field: ClientField, text: str) -> str | None:
    if _cleared(text):
        return None
    phone = normalise_phone(text)
    if phone is None:
        raise ClientFieldError(field=field, text=text[:100])
    return phone


def _tax_number(field: ClientField, text: str) -> str | None:
    if _cleared(text):
        return None
    from exchange.values import BadValueError, parse_tax_number

    try:
        found = parse_tax_number(re.sub(r"(?<=\d)[ -](?=\d)", "", text))
    except BadValueError:
        found = None
    if found is None:
        raise ClientFieldError(field=field, text=text[:100])
    return found


def _amount(field: ClientField, text: str) -> int | None:
    from capture.answers import read_amount

    if _cleared(text):
        return None
    amount = 0 if text == "0" else read_amount(text)
    if amount is None or amount < 0:
        raise ClientFieldError(field=field, text=text[:100])
    return amount


def _days(field: ClientField, text: str) -> int | None:
    if _cleared(text):
        return None
    match = re.fullmatch(r"(\d{1,3})\s*\D{0,10}", text)
    if match is None or int(match[1]) > MAX_DELAY:
        raise ClientFieldError(field=field, text=text[:100])
    return int(match[1])


def _founded(field: ClientField, text: str) -> tuple[int | None, int | None, int | None]:
    from capture.company_dates import read_company_date

    found = (None, None, None) if _cleared(text) else read_company_date(text)
    if found is None:
        raise ClientFieldError(field=field, text=text[:100])
    return found


def _since(field: ClientField, text: str) -> date | None:
    from capture.company_dates import first_day, read_company_date

    if _cleared(text):
        return None
    when = read_company_date(text)
    day = first_day(when) if when else None
    if day is None:
        raise ClientFieldError(field=field, text=text[:100])
    return day


READERS: Mapping[ClientField, Callable[[ClientField, str], Any]] = MappingProxyType(
    {
        ClientField.NAME: _name,
        ClientField.LEGAL_NAME: _text,
        ClientField.TAX_NUMBER: _tax_number,
        ClientField.PHONE: _phone,
        ClientField.ADDRESS: _text,
        ClientField.DISTRICT: _text,
        ClientField.INDUSTRY: _text,
        ClientField.CREDIT_LIMIT: _amount,
        ClientField.PAYMENT_DELAY: _days,
        ClientField.FOUNDED: _founded,
        ClientField.TOGETHER: _since,
        ClientField.NOTE: _text,
    }
)
