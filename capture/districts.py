"""The part of a town that an address names: what visits of a day are grouped by."""

import re
from typing import Final

LONGEST: Final = 60
_NAME: Final = r"[А-ЯЁ][а-яёА-ЯЁ-]+(?:\s+[А-ЯЁ\d][а-яёА-ЯЁ\d-]*)?"
_DISTRICT: Final = (
    re.compile(rf"(?:^|[,;\s])(?:р-н|район|мкр(?:н)?\.?|микрорайон)\s+[«\"]?({_NAME})[»\"]?"),
    re.compile(rf"(?:^|[,;]|\s)\s*[«\"]?({_NAME})[»\"]?\s+(?:р-н|район|мкр(?:н)?\.?|микрорайон)(?=$|[,;\s])"),
)
_CITY: Final = re.compile(
    rf"(?:^|[,;\s])(?:г|гор|город|п|пос|поселок|посёлок|пгт|с|село|д|дер|деревня|ст-ца)(?:\.\s*|\s+)({_NAME})"
)
_REGION: Final = re.compile(r"\b(?:обл|область|край|респ|республика|россия|рф|индекс)\b\.?", re.IGNORECASE)
_STREET: Final = re.compile(
    r"(?:^|\s)(?:ул|улица|пр|пр-т|просп|проспект|пер|переулок|ш|шоссе|наб|набережная|б-р|бульвар|пл|площадь|пр-д|проезд"
    r"|д|дом|стр|корп|оф|офис|склад|тц|рынок)(?:\.|\s|$)",
    re.IGNORECASE,
)


def read_district(address: str) -> str:
    """«Выхино р-н», «район Люблино», «мкр Южный», else the town («г. Тула», or a first part that is only a name), else empty."""
    text = " ".join(address.split())
    for pattern in _DISTRICT:
        if found := pattern.search(text):
            return found[1][:LONGEST]
    if found := _CITY.search(text):
        return found[1][:LONGEST]
    first = next((part.strip() for part in text.split(",") if part.strip() and not _passed(part)), "")
    named = re.fullmatch(_NAME, first) and not _STREET.search(first) and "," in text
    return first[:LONGEST] if named else ""


def _passed(part: str) -> bool:
    """What stands before the town: a post code, a country, a region."""
    return part.strip().isdigit() or _REGION.search(part) is not None
