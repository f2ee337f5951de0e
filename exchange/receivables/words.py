"""Rows that are neither clients nor documents, by their first words."""

import re

from exchange.headers import heading_words, load_synonyms
from exchange.sheet import Value
from exchange.values import clean_text

_TOTAL = re.compile(r"^(?:итого|всего|итог|общий итог|total|grand total)\b", re.IGNORECASE)
_FIRST_LETTERS = "иИвВоОtTgG"


def total_label(value: Value) -> str | None:
    """The text of a cell that begins like a total («Итого по Ромашка»), else None."""
    if not isinstance(value, str) or not value:
        return None
    text = clean_text(value)
    return text if text and text[0] in _FIRST_LETTERS and _TOTAL.match(text) else None


def is_grand_total(label: str) -> bool:
    """Whether a total's label names no group of its own."""
    rest = {word.replace("ё", "е") for word in load_synonyms()["total_rest"]}
    return all(word in rest for word in heading_words(label))


def is_signature(label: str) -> bool:
    """«Исполнитель: …», or a line to sign on."""
    first = re.split(r"[\s:]", label.lower(), maxsplit=1)[0].strip(".")
    return "___" in label or (":" in label and first in load_synonyms()["service_rows"])
