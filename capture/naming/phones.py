"""Phone numbers inside a line, valid in the numbering plan, as they were written."""

import re
from typing import Final

from capture.language.board import Board
from domain.names import phones_in

_ENOUGH: Final = re.compile(r"(?:\d[\s()\-–.+]*){10,}")


def find_phones(board: Board) -> list[tuple[int, int, str]]:
    """(first token, end, the number as written) of each; their tokens are taken."""
    # Most lines have no ten figures in a row, and the matcher is slow.
    if not _ENOUGH.search(board.text):
        return []
    found: list[tuple[int, int, str]] = []
    for start, end, _ in phones_in(board.text):
        places = [at for at, token in enumerate(board.tokens) if token.start < end and token.end > start]
        if places:
            board.take(range(places[0], places[-1] + 1))
            found.append((places[0], places[-1] + 1, board.text[start:end]))
    return found
