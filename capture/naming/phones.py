"""Phone numbers inside a line, valid in the numbering plan, as they were written."""

import re
from typing import Final

from capture.language.board import Board

_MOBILE: Final = re.compile(r"9\d{9}")
_ENOUGH: Final = re.compile(r"(?:\d[\s()\-–.+]*){10,}")


def find_phones(board: Board) -> list[tuple[int, int, str]]:
    """(first token, end, the number as written) of each; their tokens are taken."""
    if not _ENOUGH.search(board.text):
        return []
    import phonenumbers

    found: list[tuple[int, int, str]] = []
    for match in phonenumbers.PhoneNumberMatcher(board.text, "RU"):
        places = [
            at for at, token in enumerate(board.tokens) if token.start < match.end and token.end > match.start
        ]
        if places:
            board.take(range(places[0], places[-1] + 1))
            found.append((places[0], places[-1] + 1, match.raw_string))
    return found or _without_code(board)


def _without_code(board: Board) -> list[tuple[int, int, str]]:
    """Ten figures that begin with 9: a mobile number said without its 8."""
    found: list[tuple[int, int, str]] = []
    for at, token in enumerate(board.tokens):
        if _MOBILE.fullmatch(token.text):
            board.take([at])
            found.append((at, at + 1, board.written(at, at + 1)))
    return found
