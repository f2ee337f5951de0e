"""What is clarified before an order goes to sales support, as screens see it."""

from dataclasses import dataclass
from typing import Final

ANY: Final = "any"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """`answer` in words or `ANY`, empty while nobody has answered; `waved_by` who let it pass; `last` is what was said before."""

    group: str
    point: str
    answer: str = ""
    waved_by: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class ChecksView:
    order: int
    client: str
    lines: tuple[CheckLine, ...]
    prepaid: bool = False

    @property
    def open(self) -> bool:
        return any(not line.answer for line in self.lines)

    @property
    def next(self) -> int | None:
        """The first point that nobody has answered or waved through: what is typed is its answer."""
        waiting = (at for at, line in enumerate(self.lines) if not line.answer and not line.waved_by)
        return next(waiting, None)

    @property
    def known(self) -> bool:
        """Whether the last answers of the client would settle all that is open."""
        return all(line.answer or line.last for line in self.lines)
