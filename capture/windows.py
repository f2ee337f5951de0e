"""The hours of a delivery as people write them: «9–13», «с 9 до 13:30», «до 12», «после 14», «после обеда»."""

import re
from typing import Final

DAY: Final = 24 * 60
_HOUR: Final = r"(\d{1,2})(?:[:.](\d{2})|\s*(?:час\w*|ч\.?|h))?"
_BETWEEN: Final = re.compile(rf"(?:с|from)?\s*{_HOUR}\s*(?:до|по|to|till|until|-|–|—|\s)\s*{_HOUR}")
_BEFORE: Final = re.compile(rf"(?:до|к|before|until|till|by)\s*{_HOUR}")
_AFTER: Final = re.compile(rf"(?:после|с|от|after|from)\s*{_HOUR}")

Window = tuple[int | None, int | None]
_NAMED: Final[tuple[tuple[re.Pattern[str], Window], ...]] = (
    (re.compile(r"(?:до обеда|утром|с утра|в первой половине(?: дня)?|before (?:lunch|noon)|(?:in the )?morning)"), (540, 780)),
    (re.compile(r"(?:после обеда|днём|днем|во второй половине(?: дня)?|after (?:lunch|noon)|(?:in the )?afternoon)"), (780, 1080)),
)  # fmt: skip


def read_window(text: str) -> Window | None:
    """(from, to) in minutes of the day, either of them None where it is open; None for what is no such hours."""
    said = " ".join(text.casefold().split()).strip(" .")
    for named, window in _NAMED:
        if named.fullmatch(said):
            return window
    if found := _BETWEEN.fullmatch(said):
        start, end = _minutes(found[1], found[2]), _minutes(found[3], found[4])
        return (start, end) if start is not None and end is not None and start < end else None
    for pattern, before in ((_BEFORE, True), (_AFTER, False)):
        if found := pattern.fullmatch(said):
            minute = _minutes(found[1], found[2])
            if minute is None or minute == 0:
                return None
            return (None, minute) if before else (minute, None)
    return None


def _minutes(hour: str, minute: str | None) -> int | None:
    found = int(hour) * 60 + int(minute or 0)
    return found if found <= DAY and int(minute or 0) < 60 else None  # noqa: PLR2004 - minutes in an hour
