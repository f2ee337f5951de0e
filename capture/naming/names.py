"""The words of names: of a client, less its legal form; of a person, in every case."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from capture.language.morph import keys_of, one_alphabet, stem_key
from capture.language.numerals import word_set
from capture.language.tokens import Kind, tokens_of
from capture.naming.entries import ClientEntry
from domain.names import Case, Gender, PersonName, inflect, parse_name
from domain.search import LEGAL_FORMS as BUSINESS_FORMS

LEGAL_FORMS: Final = BUSINESS_FORMS | word_set("мбоу мбдоу мкоу гбоу гбуз мбу мау фгбу снт тсж тд тк гк пк")
SMALL_WORDS: Final = word_set("в во для до за и из к ко на над о об от по под при с со у")
# What a place is, not what it is called: such a word names a client only where no other client has it.
KINDS_OF_PLACE: Final = word_set(
    "автомойка автосалон автосервис агрофирма аптека ателье база бар библиотека бизнес больница бригада ветклиника гастроном гимназия гостиница "
    "детский завод издательство институт кафе клиника клуб колледж колхоз комбинат компания комплекс кондитерская контора кофейня лицей магазин "
    "мастерская минимаркет мойка музей отель офис пекарня пиццерия поликлиника прачечная производство ресторан рынок сад садик салон санаторий склад "
    "совхоз спортзал сто столовая стоматология студия супермаркет театр типография торговый универсам университет управление фабрика ферма фирма "
    "фитнес химчистка хозяйство хостел центр цех школа"
)
TAILS: Final = word_set(
    "групп дом инвест ком компани лайн логистик лтд маркет мастер мир опт плюс продукт пром ритейл сервис снаб стиль строй торг транс трейд трейдинг "
    "холдинг центр"
)


# Names of a base of the usual size stay taken apart between two lines.
CACHED: Final = 10_000


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a client's name; a weak one (a number, a kind of place, «сервис») does not name the client alone."""

    text: str
    keys: frozenset[str]
    weak: bool
    number: bool = False
    own: bool = True
    glued: bool = False
    one_man: bool = False


@dataclass(frozen=True, slots=True)
class PersonForm:
    """A part of a person's name in some case: `part` is "last", "first" or "middle"."""

    person: str
    client: str
    part: str
    nominative: bool = False


@lru_cache(maxsize=CACHED)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without the legal form: parts of a hyphenated word each by itself."""
    words: list[str] = []
    for token in tokens_of(name):
        if token.kind is Kind.WORD:
            words.extend(one_alphabet(part) for part in re.split(r"[-.'’]", token.text) if part)
    kept = [word for word in words if word not in LEGAL_FORMS]
    return tuple(kept or words)


def client_words(client: ClientEntry, shared: frozenset[str]) -> tuple[NameWord, ...]:
    """The words of a client's name and legal name; `shared` are kinds of places that several clients are."""
    words = _words_of_client(client.name, client.legal)
    weakened = tuple(
        replace(word, weak=True) if word.text in shared and word.text in KINDS_OF_PLACE else word
        for word in words
    )
    if all(word.weak for word in weakened):
        return tuple(replace(word, weak=word.number) for word in weakened)
    return weakened


@lru_cache(maxsize=CACHED)
def _words_of_client(name: str, legal_name: str) -> tuple[NameWord, ...]:
    words = name_words(name)
    one_man = any(token.text in {"ип", "чп"} for token in tokens_of(f"{name} {legal_name}"))
    legal = () if one_man else name_words(legal_name)
    made: dict[str, NameWord] = {}
    for word in dict.fromkeys([*words, *legal]):
        if word in SMALL_WORDS:
            continue
        keys = keys_of(word) | {stem_key(word)}
        if one_man:
            keys |= {form for form, part, _ in person_forms(word, surname=True) if part == "last"}
        made[word] = NameWord(word, keys, weak=word in TAILS, own=word in words)
    for token in tokens_of(name):
        if token.kind is Kind.NUMBER:
            made[token.text] = NameWord(token.text, frozenset({token.text}), weak=True, number=True)
    glued = "".join(words)
    if len(words) > 1:
        made[glued] = NameWord(glued, keys_of(glued) | {stem_key(glued)}, weak=False, own=False, glued=True)
    if one_man:
        made = {text: replace(word, one_man=True) for text, word in made.items()}
    return tuple(made.values())


@lru_cache(maxsize=CACHED)
def person_forms(name: str, *, surname: bool = False) -> tuple[tuple[str, str, bool], ...]:
    """(form in lower case, part, whether nominative) in every case; a surname whose bearer's gender is unknown in both."""
    try:
        parsed = parse_name(name)
    except ValueError:
        return ()
    if surname:
        parsed = PersonName(last=name.strip().capitalize())
    found: dict[tuple[str, str], bool] = {}
    genders: tuple[Gender | None, ...] = (
        (None,) if parsed.first or parsed.middle else (Gender.MALE, Gender.FEMALE)
    )
    for gender in genders:
        for case in Case:
            inflected = inflect(parsed, case, gender)
            for part, word in (
                ("last", inflected.last),
                ("first", inflected.first),
                ("middle", inflected.middle),
            ):
                plain = word.lower().replace("ё", "е")
                if len(plain.rstrip(".")) > 1:
                    found.setdefault((plain, part), case is Case.NOMINATIVE)
    for word in name.split():
        plain = word.strip(".,").lower().replace("ё", "е")
        if len(plain) > 1 and not any(form == plain for form, _ in found):
            found[(plain, "last")] = True
    return tuple((form, part, nominative) for (form, part), nominative in found.items())
