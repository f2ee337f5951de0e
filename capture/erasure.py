"""What in a text would tell about whom it is, and the text without it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from domain.declension import Case
from domain.first_names import Gender
from domain.names import Named, PersonName, inflect

SHORTEST = 2


def traces_of(named: Named, *, phone: str | None = None, email: str | None = None) -> frozenset[str]:
    """Every case of the name and of its parts, how the person is spoken to, the number and the address; in small letters."""
    genders = [named.known_gender] if named.known_gender else [*Gender]
    found = {named.said_as or "", email or "", *(named.forms or {}).values()}
    for gender in genders:
        for case in Case:
            found |= _orders(inflect(named.name, case, gender))
    if phone:
        found.add(phone.removeprefix("+7").lstrip("+"))
    return frozenset(_plain(one) for one in found if len(one.rstrip(".")) >= SHORTEST)


def not_bare(named: Named, traces: frozenset[str]) -> frozenset[str]:
    """Without a lone first name, patronymic or pet name: where nothing says of which client, it may be anybody's."""
    bare = traces_of(replace(named, name=replace(named.name, last=""), forms=None))
    return frozenset(one for one in traces if " " in one or one not in bare)


def _orders(name: PersonName) -> set[str]:
    first, middle, last = name.first, name.middle, name.last
    orders = (
        (last, first, middle),
        (first, middle, last),
        (first, middle),
        (first, last),
        (last, first),
        (first,),
        (middle,),
        (last,),
    )
    return {" ".join(filter(None, parts)) for parts in orders}


def _plain(text: str) -> str:
    return text.strip().lower().replace("ё", "е")


def _pattern(trace: str) -> str:
    """A number is found however it was written."""
    if trace.isdigit():
        return r"(?:\+?[78][\s().-]*)?" + r"[\s().-]*".join(trace)
    return re.escape(trace).replace("е", "[её]").replace(r"\ ", r"\s+")


def without(text: str, traces: Iterable[str], instead: str) -> str:
    """`text` with `instead` wherever it names the person, in any case of letters, ё = е."""
    patterns = [_pattern(trace) for trace in sorted(traces, key=lambda one: (-len(one), one))]
    if not patterns:
        return text
    found = re.compile(rf"(?<![\w+])(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
    clean = found.sub(lambda _: instead, text)
    if clean == text:
        return text
    twice = re.escape(instead)
    return re.sub(rf"{twice}(?:\s+{twice})+", lambda _: instead, clean)


def without_all(value: Any, traces: frozenset[str], instead: str) -> Any:
    """The same for every text inside of a value as JSON has them."""
    if isinstance(value, str):
        return without(value, traces, instead)
    if isinstance(value, Mapping):
        return {name: without_all(inside, traces, instead) for name, inside in value.items()}
    if isinstance(value, list):
        return [without_all(inside, traces, instead) for inside in value]
    return value


def names(value: Any, traces: frozenset[str]) -> bool:
    """Whether a value as JSON has them tells about the person."""
    return bool(without_all(value, traces, "\0") != value)
