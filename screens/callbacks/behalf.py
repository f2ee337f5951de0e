"""Buttons of a deputy's messages carry whose place is taken: the absent person's number after the data of the button itself."""

from aiogram.filters.callback_data import MAX_CALLBACK_LENGTH

MARK = "@"
LARGEST = 2**63
# One's own language, zone and hours are nobody else's, whatever place the message was sent for.
OWN = ("settings.",)


def marked(data: str, employee_id: int) -> str:
    """Data so long that there is no room goes without: the turn then finds out whose row it is."""
    whole = f"{data}{MARK}{employee_id}"
    return whole if len(whole.encode()) <= MAX_CALLBACK_LENGTH else data


def unmarked(data: str) -> tuple[str, int]:
    """The button's own data, and the absent person's id; 0 where nobody is stood in for."""
    before, mark, last = data.rpartition(MARK)
    if not (mark and last.isdecimal() and last.isascii() and int(last) < LARGEST):
        return data, 0
    return before, 0 if before.startswith(OWN) else int(last)
