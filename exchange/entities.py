"""A legal entity as somebody types it: «ООО «Лютик», ИНН 7701254366, КПП 770101001»."""

import re
from typing import Final

from exchange.values import is_tax_number

REASON_DIGITS: Final = 9
_NUMBER: Final = re.compile(r"(?:\b(?:инн|кпп|inn|kpp)\b\s*:?\s*)?(?<!\d)(\d{9,12})(?!\d)", re.IGNORECASE)


def read_entity(text: str) -> tuple[str, str, str] | None:
    """(name, ИНН, КПП or empty). None without a name, with other numbers, or where the check digits of the ИНН do not agree."""
    numbers = _NUMBER.findall(text)
    name = " ".join(_NUMBER.sub(" ", text).split()).strip(" ,;:/—–-")
    taxes = [number for number in numbers if is_tax_number(number)]
    reasons = [number for number in numbers if len(number) == REASON_DIGITS]
    if len(taxes) != 1 or len(reasons) > 1 or len(taxes) + len(reasons) != len(numbers):
        return None
    return (name, taxes[0], "".join(reasons)) if re.search(r"[^\W\d_]", name) else None
