"""What calls for attention: the first of it in a digest, all of it on a tap."""

from collections.abc import Sequence
from datetime import date

from screens.callbacks.data import CallbackData
from screens.digest_facts import alarm_row, numbered
from screens.digest_views import Fact
from screens.screen import Button, Screen, clipped, tap
from screens.words import Words

ALL_ALARMS, COUNTED_ALARMS = 20, 50
Rows = list[tuple[Button, ...]]


def first_alarms(
    words: Words, alarms: Sequence[Fact], most: int, days: tuple[date, date], every: CallbackData
) -> tuple[list[str], Rows]:
    """A heading, `most` lines, and the way to `every` where there are more. `days`: the digest's own, and today."""
    if not alarms:
        return [], []
    lines, rows = _told(words, alarms[:most], days)
    if len(alarms) > most:
        key = "btn-digest-more" if len(alarms) <= ALL_ALARMS else "btn-digest-first"
        rows.append((tap(words.plain(key, count=min(len(alarms), ALL_ALARMS)), every),))
    return ["", _heading(words, alarms), *lines], rows


def all_alarms(words: Words, alarms: Sequence[Fact], days: tuple[date, date], back: Button) -> Screen:
    head = _heading(words, alarms) if alarms else words("digest-no-alarms")
    lines, rows = _told(words, alarms[:ALL_ALARMS], days)
    return Screen(clipped("\n".join([head, *lines])), (*rows, (back,)))


def _heading(words: Words, alarms: Sequence[Fact]) -> str:
    """Each kind is read up to a limit, so a count above it is not known."""
    count = len(alarms)
    key = "digest-alarms" if count <= COUNTED_ALARMS else "digest-alarms-many"
    return words(key, count=min(count, COUNTED_ALARMS))


def _told(words: Words, alarms: Sequence[Fact], days: tuple[date, date]) -> tuple[list[str], Rows]:
    day, today = days
    lines = [numbered(words, number, fact, day) for number, fact in enumerate(alarms, 1)]
    return lines, [alarm_row(words, number, fact, today) for number, fact in enumerate(alarms, 1)]
