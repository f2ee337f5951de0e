"""Terms by which a base keeps names, so that those whom a line may mean are found without reading the rest.

A name and a line are cut into the same terms: stems of words and of their dictionary forms, how a word is heard, numbers,
and what is written in one piece («мс825»).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from capture.language.morph import TWINS, forms_of, is_known, keys_of, one_alphabet, sound_of
from capture.language.tokens import Kind, Token, tokens_of
from domain.search import LEGAL_FORMS, stem
from domain.units import find_unit

LONGEST_TERM: Final = 40
MOST_WORDS: Final = 150
LONG_ENOUGH: Final = 4
FEW_WORDS: Final = 3
_HEARD: Final = "~"
_NO_NAMES: Final = frozenset(
    {"VERB", "INFN", "PREP", "CONJ", "PRCL", "ADVB", "NPRO", "PRED", "GRND", "COMP", "INTJ", "NUMR"}
)
_SMALL: Final = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
# Nouns of every second line; one of them in a name is found by its exact term all the same.
_TIMES: Final = frozenset(
    [
        "понедельник",
        "вторник",
        "среда",
        "четверг",
        "пятница",
        "суббота",
        "воскресенье",
        "неделя",
        "месяц",
        "год",
        "день",
        "утро",
        "вечер",
        "обед",
        "час",
        "минута",
        "число",
        "начало",
        "конец",
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
        "рубль",
        "копейка",
        "тысяча",
        "миллион",
        "процент",
        "скидка",
        "цена",
        "заказ",
        "звонок",
        "клиент",
        "оплата",
        "долг",
        "встреча",
        "претензия",
        "предложение",
        "недовоз",
        "недозвон",
        "трубка",
        "поставка",
        "доставка",
        "накладная",
    ]
)


@dataclass(frozen=True, slots=True)
class Lookup:
    """A word of a line: its exact `terms`, then how it is `heard`; where both find nobody, `near` says that a slip is likely."""

    word: str
    terms: tuple[str, ...]
    heard: str
    near: bool


@dataclass(frozen=True, slots=True)
class Lookups:
    """What of a line may name somebody or something. `figures` tell goods apart and seldom name them; `glued` are neighbours."""

    words: tuple[Lookup, ...]
    figures: tuple[str, ...]
    glued: tuple[str, ...]


def index_terms(*names: str) -> frozenset[str]:
    """What a name is kept by."""
    found: set[str] = set()
    for name in names:
        tokens = tokens_of(name)
        for token in tokens:
            found.update(_kept(token))
        found.update(_glued(tokens))
        words = [
            part
            for token in tokens
            if token.kind is Kind.WORD
            for part in _parts(token)
            if part not in LEGAL_FORMS
        ]
        found.update({"".join(words)} if 1 < len(words) <= FEW_WORDS else ())
    return frozenset(term[:LONGEST_TERM] for term in found if term)


def lookups(line: str) -> Lookups:
    """Each word once, in the order of the line; of a long text its first `MOST_WORDS`."""
    tokens = [token for token in tokens_of(line) if token.kind is not Kind.MARK][:MOST_WORDS]
    words = [part for token in tokens if token.kind is Kind.WORD for part in _parts(token)]
    named = [
        word
        for word in dict.fromkeys(words)
        if len(word) > 1 and word not in LEGAL_FORMS and not _is_small(word)
    ]
    figures = dict.fromkeys(_number(token) for token in tokens if token.value is not None)
    glued = dict.fromkeys(term[:LONGEST_TERM] for term in _glued(tokens_of(line)[: MOST_WORDS * 2]))
    return Lookups(tuple(_lookup(word) for word in named), tuple(figures), tuple(glued))


def _is_small(word: str) -> bool:
    """Units and the little words of speech name nothing."""
    return find_unit(word) is not None or (
        is_known(word) and all(form.pos in _SMALL for form in forms_of(word))
    )


def _lookup(word: str) -> Lookup:
    heard = _HEARD + sound_of(word) if len(word) >= LONG_ENOUGH else ""
    return Lookup(word, tuple(sorted(_stems(word))), heard[:LONGEST_TERM], near=_may_be_a_slip(word))


def _may_be_a_slip(word: str) -> bool:
    if len(word) < LONG_ENOUGH:
        return False
    forms = forms_of(word)
    if any(form.lemma in _TIMES for form in forms):
        return False
    return not is_known(word) or not all(form.pos in _NO_NAMES for form in forms)


def _stems(word: str) -> set[str]:
    return {stem(key)[:LONGEST_TERM] for key in keys_of(word)}


def _kept(token: Token) -> Iterator[str]:
    if token.value is not None:
        yield _number(token)
    elif token.kind is Kind.WORD:
        for part in _parts(token):
            yield from _stems(part)
            if len(part) >= LONG_ENOUGH:
                yield _HEARD + sound_of(part)


def _parts(token: Token) -> list[str]:
    return [one_alphabet(part) for part in re.split(r"[-.'’]", token.text) if part]


def _number(token: Token) -> str:
    return f"{token.value.normalize():f}"[:LONGEST_TERM] if token.value is not None else token.text


def _glued(tokens: Sequence[Token]) -> Iterator[str]:
    """Neighbours as one word: «восток трейд» for a name in one piece, «мс 825» for a code."""
    said = [token for token in tokens if token.kind is not Kind.MARK]
    for one, other in pairwise(said):
        if Kind.WORD in {one.kind, other.kind}:
            yield _in_one_piece([*_parts(one), *_parts(other)])
    for token in said:
        if token.kind is Kind.WORD and len(parts := _parts(token)) > 1:
            yield _in_one_piece(parts)


def _in_one_piece(parts: Sequence[str]) -> str:
    """Codes are typed in either alphabet: «K133» and «к-133» are one."""
    glued = "".join(parts)
    return glued.translate(TWINS) if any(one.isdigit() for one in glued) else glued
