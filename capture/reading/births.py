"""When somebody was born, and who is meant where only the role is said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from capture.acts import Named
from capture.birthdays import century_of
from capture.language.phrases import Hit
from capture.language.tokens import Kind
from capture.reading.part import Part
from capture.when.time_words import MONTHS
from domain.occasions import Birth
from domain.roles import is_accountant, is_buyer, is_director

_BEFORE_MONTH: Final = frozenset({"в", "на", "in"})
_OF_YEAR: Final = frozenset({"г", "год", "года"})
_SHORT_YEAR: Final = 2
_ROLES: Final[Mapping[str, Callable[[str], bool]]] = MappingProxyType(
    {
        "лпр/закупщик/закупщица/снабженец/снабженка/товаровед": is_buyer,
        "директор/гендиректор/хозяин/хозяйка/шеф/руководитель": is_director,
        "бухгалтер/бухгалтерша/главбух": is_accountant,
    }
)


@dataclass(frozen=True, slots=True)
class Born:
    """The tokens [start, end) and what they say; the day is None where only a month was said."""

    start: int
    end: int
    birth: Birth


def find_born(part: Part, cue: Hit) -> Born | None:
    """The date nearest to the word of a birthday, taken; without one, a month."""
    dated = [one for one in part.left_moments() if one.birth is not None]
    if not dated:
        return _month(part, cue)
    moment = min(dated, key=lambda one: part.distance((cue.start, cue.end), (one.start, one.end)))
    part.take_moment(moment)
    assert moment.birth is not None
    day, month, year = moment.birth
    end, short = (moment.end, None) if year is not None else _short_year(part, moment.end)
    part.use_range(moment.end, end)
    return Born(moment.start, end, (day, month, year if year is not None else short))


def _short_year(part: Part, at: int) -> tuple[int, int | None]:
    """«12 марта 85»: the figure that ends the words, or stands before «г»."""
    tokens, last = part.board.tokens, part.segment.end
    text = tokens[at].text if at < last else ""
    if len(text) != _SHORT_YEAR or not text.isdecimal() or (year := century_of(int(text))) is None:
        return at, None
    marked = at + 1 < last and tokens[at + 1].text in _OF_YEAR
    ends = at + 1 >= last or tokens[at + 1].kind is Kind.MARK
    return (at + 2 if marked else at + 1, year) if marked or ends else (at, None)


def _month(part: Part, cue: Hit) -> Born | None:
    """«в марте», or a bare month beside the word: a man may be called Март."""
    tokens = part.board.tokens
    named = {at for one in part.people for at in range(one.start, one.end)}
    for at in range(part.segment.start, part.segment.end):
        month = MONTHS.get(tokens[at].text)
        if month is None or at in part.used | named or not part.board.free[at]:
            continue
        opened = at > part.segment.start and tokens[at - 1].text in _BEFORE_MONTH
        if not opened and at != cue.end and at != part.segment.end - 1:
            continue
        start, end = (at - 1 if opened else at), at + 1
        year = int(tokens[end].text) if end < part.segment.end and _is_year(tokens[end].text) else None
        end += year is not None
        end += end < part.segment.end and year is not None and tokens[end].text in _OF_YEAR
        part.use_range(start, end)
        return Born(start, end, (None, month, year))
    return None


def _is_year(text: str) -> bool:
    return text.isdecimal() and text[:2] in {"19", "20"} and len(text) == len("1985")


def find_by_role(part: Part, client: Named | None) -> tuple[str, Hit] | None:
    """«у директора ромашки»: the only one there of that role, by id, with the word that says it."""
    entry = part.world.clients.get(client.id) if client is not None and client.id else None
    for hit in part.of("role") if entry is not None else ():
        for words, is_role in _ROLES.items():
            if part.board.lemma_in(hit.start, frozenset(words.split("/"))):
                found = [person.id for person in entry.people if is_role(person.role)] if entry else []
                return (found[0], hit) if len(found) == 1 else None
    return None
