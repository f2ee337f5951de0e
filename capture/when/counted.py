"""Does a number belong to the noun after it? «в 3 коробки» is no hour, «в 15 встреча» is one."""

from collections.abc import Sequence
from typing import Final

from capture.language.morph import Form, forms_of
from capture.language.numerals import GROUPS, POWERS, word_set
from capture.language.tokens import Kind, Token
from capture.naming.names import KINDS_OF_PLACE
from capture.when.time_words import MONTHS, NAMED, OF_TIME, WEEKDAYS, time_word
from domain.units import find_unit

_NAMES: Final = frozenset({"Surn", "Name", "Patr"})
_TAIL: Final = word_set(
    "% ₽ № процент процента процентов руб р рубль рублей рубля коп копеек тыс тыщ тыр тр т.р млн лям ляма лимонов раз раза разов человек"
)
_NUMBERED: Final = KINDS_OF_PLACE | word_set(
    "этаж корпус кабинет подъезд отдел отделение филиал точка участок ворота ряд линия зал павильон секция квартира строение"
    " терминал район микрорайон смена общежитие детсад хлебозавод маршрут рейс номер партия"
)
_TIMES: Final = frozenset({*OF_TIME, *WEEKDAYS, *NAMED})
_MOST_ADJECTIVES: Final = 2
_FEW: Final = range(2, 5)


def counts_next(tokens: Sequence[Token], at: int, count: int, *, case: str = "accs") -> bool:
    """Whether the number `count` that ends before token `at` counts or names what stands there: goods, money, «раз», «12 школе».

    `case` is that of the number: after «к» what it counts is in the dative.
    """
    place = at
    for _ in range(_MOST_ADJECTIVES):
        if not _is_adjective(tokens, place):
            break
        place += 1
    if place >= len(tokens):
        return False
    token = tokens[place]
    if token.kind is Kind.NUMBER or is_measure(token.text):
        return token.kind is not Kind.NUMBER
    if token.text in GROUPS or token.text in POWERS:
        return True
    if token.kind is not Kind.WORD or time_word(token.text) in _TIMES:
        return False
    forms = forms_of(token.text)
    if forms[0].pos != "NOUN":
        return False
    return any(_is_counted(form, count, case) for form in forms) or _is_place_with_number(forms)


def is_measure(word: str) -> bool:
    """A unit, a currency, a percent: what stands before it is a quantity."""
    return word in _TAIL or find_unit(word) is not None


def follows_a_thing(tokens: Sequence[Token], at: int) -> bool:
    """«первого сорта», «15-го склада»: a noun that an ordinal before it tells from others."""
    if not 0 <= at < len(tokens) or tokens[at].kind is not Kind.WORD or time_word(tokens[at].text) in MONTHS:
        return False
    forms = forms_of(tokens[at].text)
    return forms[0].pos == "NOUN" and any(
        {"gent", "sing"} <= form.tags and not form.tags & (_NAMES | {"femn"}) for form in forms
    )


def is_of_thing(tokens: Sequence[Token], at: int) -> bool:
    """«мая масла»: a thing in the genitive."""
    if not 0 <= at < len(tokens) or tokens[at].kind is not Kind.WORD:
        return False
    forms = forms_of(tokens[at].text)
    return forms[0].pos == "NOUN" and {"gent", "inan"} <= forms[0].tags and not forms[0].tags & _NAMES


def _is_adjective(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens) or tokens[at].kind is not Kind.WORD or time_word(tokens[at].text) in OF_TIME:
        return False
    first = forms_of(tokens[at].text)[0]
    return first.pos in {"ADJF", "PRTF"} and "Apro" not in first.tags


def _is_counted(form: Form, count: int, case: str) -> bool:
    """After 2, 3 and 4 a thing in the genitive of either number, after the others in the plural."""
    if form.pos != "NOUN" or form.tags & (_NAMES | {"Abbr"}):
        return False
    if "plur" in form.tags:
        return bool(form.tags & {"gent", case} - {"accs"})
    if count == 1:
        return {"accs", "femn"} <= form.tags
    return count in _FEW and "gent" in form.tags and "anim" not in form.tags


def _is_place_with_number(forms: Sequence[Form]) -> bool:
    """«12 школе», «на 2 склад»; a prepositional that could be no dative tells it of any noun."""
    nouns = [form for form in forms if form.pos == "NOUN" and not form.tags & _NAMES]
    if any(form.lemma in _NUMBERED for form in nouns):
        return True
    return any("loct" in form.tags for form in nouns) and not any("datv" in form.tags for form in nouns)
