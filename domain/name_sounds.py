"""A name in Latin letters and the same name in Cyrillic ones: «Igor» is Игорь, «Yulia» is Юлия, and Юля too."""

import re
from typing import Final

# Longer ones first: what stands for one letter is never read as two.
_LATIN: Final = (
    ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("tz", "ts"), ("ph", "f"), ("ck", "k"), ("ch", "ch"), ("x", "ks"), ("w", "v"),
    ("yo", "e"), ("jo", "e"), ("ye", "e"), ("je", "e"), ("yu", "iu"), ("ju", "iu"), ("ya", "ia"), ("ja", "ia"), ("y", "i"), ("j", "i"),
    ("c", "k"), ("q", "k"),
)  # fmt: skip
_CYRILLIC: Final = dict(
    zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "a b v g d e e zh z i i k l m n o p r s t u f h ts ch sh sh _ i _ e iu ia".split(), strict=True)  # noqa: SIM905
)  # fmt: skip
_WRITTEN: Final = re.compile("|".join(latin for latin, _ in _LATIN))
_SOUNDS: Final = dict(_LATIN)


def is_latin(word: str) -> bool:
    return re.search("[a-z]", word.lower()) is not None


def sound(word: str) -> str:
    """Alike for the usual spellings of one name in either alphabet; soft signs are heard in none of them."""
    lower = "".join(sign for sign in word.lower() if sign.isalpha())
    spelt = _WRITTEN.sub(lambda found: _SOUNDS[found[0]], lower)
    heard = "".join(_CYRILLIC.get(sign, sign) for sign in spelt).replace("_", "")
    return re.sub(r"(?<=[dt])er$", "r", re.sub("i+e", "e", re.sub("i{2,}", "i", heard)))
