"""What a message looks like before Telegram: a value, compared with `==` in tests."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from aiogram.filters.callback_data import CallbackData


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: exactly one of `tap` (callback data, ≤ 64 bytes), `copy` (≤ 256 characters), `url`."""

    text: str
    tap: str | None = None
    copy: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """The keyboard in place of the phone's own; a row of a contact request asks for the phone number."""

    rows: tuple[tuple[str, ...], ...]
    placeholder: str = ""


Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Table:
    """A native table. Cells are Telegram HTML; the last cell of a short row goes on under the columns that are left.

    `align` is of each column; where it is empty, names stand left and everything after them right.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    align: tuple[Align, ...] = ()


@dataclass(frozen=True, slots=True)
class Screen:
    """`text` is Telegram HTML, ≤ 4096 characters after parsing. `menu` and `rows` exclude one another.

    `rich` says the same in lines and tables, for who can show them; `text` is sent where nobody can.
    `passed_on`: it holds no client's data, or is meant for somebody outside, and may be forwarded.
    """

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    menu: Menu | None = None
    rich: tuple[str | Table, ...] = ()
    passed_on: bool = False


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file that can be built again at any time: what it is, and of which row."""

    kind: str
    id: int
    language: str = "ru"
    extra: dict[str, str] = field(default_factory=dict)


def tap(text: str, data: CallbackData) -> Button:
    return Button(text, tap=data.pack())


# Letters of a text that a phone shows whole, by how many buttons stand in its row; the rest is cut.
FITS = (38, 18, 12, 9, 7, 5, 4, 4)
JOINERS = "\ufe0f\u200d"
PICTURES = "\u2300"


def fits(text: str, abreast: int) -> bool:
    """Whether a phone shows this button whole, `abreast` of them in a row. A picture is as wide as two letters."""
    room = FITS[min(abreast, len(FITS)) - 1]
    if max(text, default="") < PICTURES:  # most of them: every keyboard passes here
        return len(text) <= room
    return sum(1 + (letter >= PICTURES) for letter in text if letter not in JOINERS) <= room


def in_rows(buttons: Sequence[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    """At most `width` in a row, and fewer where a text would be cut; alone in its row a button stands however long."""
    rows: list[tuple[Button, ...]] = []
    left = tuple(buttons)
    while left:
        abreast = min(width, len(left))
        while abreast > 1 and not all(fits(one.text, abreast) for one in left[:abreast]):
            abreast -= 1
        rows.append(left[:abreast])
        left = left[abreast:]
    return tuple(rows)


LIMIT = 4096


def clipped(text: str, limit: int = LIMIT) -> str:
    """Whole lines of `text` up to `limit` characters; the cut is marked. HTML tags never span lines here."""
    if len(text) <= limit:
        return text
    kept: list[str] = []
    size = 2
    for line in text.split("\n"):
        size += len(line) + 1
        if size > limit:
            break
        kept.append(line)
    return "\n".join([*kept, "…"])
