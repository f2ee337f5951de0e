"""What is typed for a card of accounting: goods as the client calls them, and facts of a client."""

import re
from dataclasses import dataclass

from domain.units import find_unit

_QUANTITY = re.compile(
    r"\s(?P<count>\d+(?:[.,]\d+)?)\s*(?P<unit>[а-яёa-z][а-яёa-z0-9²³]*\.?)?(?:\s+по\s+\d.*)?$", re.IGNORECASE
)
_LABELS = frozenset({"инн", "кпп", "адрес", "inn", "kpp", "address"})
_REASON_CODE = 9
_TAX_NUMBERS = frozenset({10, 12})


@dataclass(frozen=True, slots=True)
class ClientWords:
    """What was not said is empty; the tax number is digits of the right length, nobody has checked them."""

    tax_number: str = ""
    reason_code: str = ""
    address: str = ""


def read_goods_name(text: str) -> tuple[str, str]:
    """(name, code of the unit) of the first line: «Сыр Ламбер 50 % 10 кг» -> («Сыр Ламбер 50 %», «kg»).

    A figure at its end is a quantity, unless it belongs to the name: «50 %», «82,5».
    """
    first = text.strip().split("\n", maxsplit=1)[0].strip()
    match = _QUANTITY.search(first)
    unit = find_unit(match["unit"] or "") if match else None
    if match is None or not match.start() or (match["unit"] and unit is None):
        return first, ""
    if not match["unit"] and not match["count"].isdecimal():
        return first, ""
    return first[: match.start()].rstrip(" ,;–-"), unit.value if unit else ""


def read_client_words(text: str) -> ClientWords:
    """«ИНН 7701254366 КПП 770101001, Москва, Лесная, 5» in any order; what is no number is the address."""
    tax_number = reason_code = ""
    rest = []
    for word in text.replace("/", " / ").replace(",", ", ").split():
        digits = word.strip(",;.:")
        if digits.isdecimal() and len(digits) == _REASON_CODE:
            reason_code = digits
        elif digits.isdecimal() and len(digits) in _TAX_NUMBERS:
            tax_number = digits
        elif digits.casefold() not in _LABELS and word not in {"/", ","}:
            rest.append(word)
    return ClientWords(tax_number, reason_code, " ".join(rest))
